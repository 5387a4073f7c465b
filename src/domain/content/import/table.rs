//! Tables of a ladder: levels as columns, or as rows.

use super::labels::{Label, label};
use super::text::{Style, Text};

/// Where the levels of a table stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// In the head; the first cell of a row is its area.
    Columns(Vec<Option<Label>>),
    /// In front of the rows, by row; the head has the areas.
    Rows(Vec<Option<Label>>),
}

/// The shape of a table that has levels, at least two and most of its head or of its front.
pub(super) fn shape(rows: &[Vec<Text>]) -> Option<Shape> {
    let head: Vec<_> = rows.first()?.iter().map(|cell| label(&cell.plain())).collect();
    if head.len() > 2 && are_levels(&head[1..]) {
        return Some(Shape::Columns(head));
    }
    let front = rows[1..].iter().map(|row| row.first().and_then(|cell| label(&cell.plain())));
    let front: Vec<_> = std::iter::once(None).chain(front).collect();
    (front.len() > 2 && are_levels(&front[1..])).then_some(Shape::Rows(front))
}

fn are_levels(labels: &[Option<Label>]) -> bool {
    let count = labels.iter().flatten().count();
    count >= 2 && count * 5 >= labels.len() * 3
}

/// What a cell asks for: each of its lines, without bullets; nothing where it holds a dash.
pub(super) fn criteria(cell: &Text) -> Vec<Text> {
    let lines = cell.lines().into_iter().map(|mut line| {
        if let Some(run) = line.0.first_mut().filter(|run| run.style == Style::Plain) {
            let text = run.text.trim_start();
            let bullet = text.strip_prefix(['-', '*', '\u{2022}', '\u{b7}', '\u{2013}']);
            run.text = bullet.filter(|rest| rest.starts_with(' ')).unwrap_or(text).trim_start().to_owned();
        }
        line
    });
    let says = |line: &Text| line.plain().chars().any(char::is_alphanumeric);
    let is_nothing = |line: &Text| matches!(line.plain().to_lowercase().as_str(), "n/a" | "na" | "none");
    lines.filter(|line| says(line) && !is_nothing(line)).collect()
}
