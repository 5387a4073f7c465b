//! A dot a criterion, by area.

use super::{Charter, EDGE, LINE, width};
use crate::domain::assess::{Rating, criteria};
use crate::view::assess::names;
use crate::view::assess::plot::{Drawing, Ink, Plot, Shape, Side, TEXT, Table};

/// So many characters of a criterion stand before its row; the table has all of them.
const SHORT: usize = 32;

/// The beginning of a text, up to the end of a word.
fn short(text: &str) -> String {
    if text.chars().count() <= SHORT {
        return text.to_owned();
    }
    let cut = text.char_indices().nth(SHORT - 1).map_or(text.len(), |(at, _)| at);
    let end = text[..cut].rfind(' ').unwrap_or(cut);
    format!("{}…", text[..end].trim_end_matches([',', ';', ':']))
}

impl Charter<'_> {
    /// A dot a criterion, by area and level.
    pub(super) fn dots(&self) -> Plot {
        let (own, other) = self.sheets();
        let quarter = self.state.assess.quarter(self.state.now);
        let levels = EDGE + self.level_names().map(width).fold(0.0, f32::max) + EDGE * 0.5;
        let (left, step) = (levels + SHORT as f32 * TEXT * 0.5 + EDGE * 1.5, 40.0);
        let steps = self.rules.scale.len();
        let x = |rating: Rating| left + f32::from(rating.number()) * step;
        let right = left + steps as f32 * step;
        let mut shapes = Vec::new();
        let mut y = EDGE + LINE * 0.5;
        for rating in (0..=steps as u8).filter_map(Rating::new) {
            let label =
                rating.score().map_or_else(|| self.get("not-observed-short"), |score| score.number().to_string());
            shapes.push(Shape::Text([x(rating), y], Side::Middle, label, Ink::Soft));
        }
        let mut rows = Vec::new();
        let (mut area, mut level) = (None, None);
        let top = y + LINE * 0.5;
        for (building, floor, criterion) in criteria(self.pack) {
            y += LINE;
            if area.replace(&building.id) != Some(&building.id) {
                shapes.push(Shape::Text([EDGE, y], Side::Left, building.name.clone(), Ink::Text));
                y += LINE;
                level = None;
            }
            if level.replace(floor.level) != Some(floor.level) {
                let name = self.pack.levels()[floor.level].name.clone();
                shapes.push(Shape::Text([EDGE, y], Side::Left, name, Ink::Soft));
            }
            shapes.push(Shape::Line([left + step, y], [right, y], 1.0, Ink::Faint));
            shapes.push(Shape::Text([levels, y], Side::Left, short(&criterion.text), Ink::Soft));
            let cell = own.cell(&criterion.id);
            let (mine, theirs) =
                (own.rating(&criterion.id), other.as_ref().and_then(|sheet| sheet.rating(&criterion.id)));
            // What was not observed has no place on the scale, and no distance from what has.
            let scored = |rating: &Rating| rating.score().is_some();
            if let (Some(mine), Some(theirs)) = (mine.filter(scored), theirs.filter(scored)) {
                shapes.push(Shape::Line([x(mine), y], [x(theirs), y], 2.0, Ink::Soft));
            }
            if let Some(mine) = mine {
                let is_new = cell.is_some_and(|cell| cell.rated_in(quarter).is_some());
                let at = [x(mine), y];
                shapes.push(if is_new {
                    Shape::Disk(at, 5.0, Ink::Person(0))
                } else {
                    Shape::Ring(at, 4.5, Ink::Person(0))
                });
            }
            if let Some(theirs) = theirs {
                shapes.push(Shape::Diamond([x(theirs), y], 6.5, Ink::Person(1)));
            }
            let name = |rating| names::maybe_rating(self.rules, rating, self.words);
            let mut row = vec![criterion.text.clone(), building.name.clone()];
            row.extend([self.pack.levels()[floor.level].name.clone(), name(mine)]);
            row.extend(other.is_some().then(|| name(theirs)));
            rows.push(row);
        }
        let satisfied = x(Rating::At(self.state.assess.kept.satisfied_from(self.rules))) - step * 0.5;
        shapes.insert(0, Shape::Line([satisfied, top], [satisfied, y + LINE * 0.5], 1.5, Ink::Soft));
        let mut head =
            ["table-criterion", "table-area", "table-level", "table-own"].map(|name| self.get(name)).to_vec();
        head.extend(other.is_some().then(|| self.get("table-beside")));
        let title = self.title("chart-dots", quarter);
        Plot {
            note: self.get("chart-dots-note"),
            drawing: Drawing { size: [right + EDGE * 2.0, y + LINE], shapes },
            table: Table { head, rows },
            title,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_criterion_is_cut_behind_a_word() {
        assert_eq!(short("Ships."), "Ships.");
        assert_eq!(short("Studies the stack, the codebase, and the team's best practices"), "Studies the stack, the…");
        assert_eq!(short(&"ö".repeat(40)), format!("{}…", "ö".repeat(31)));
    }
}
