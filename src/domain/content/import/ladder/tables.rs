//! Tables of a ladder, read where they stand.

use super::super::document::{Block, Kind};
use super::super::labels::Label;
use super::super::table::{self, Shape};
use super::super::text::{Style, Text};
use super::Reader;

impl Reader {
    pub(super) fn table(&mut self, block: &Block) {
        let Kind::Table(rows) = &block.kind else { return };
        let shape = table::shape(rows);
        let head = rows.first().map(|row| row.iter().map(Text::plain).collect::<Vec<_>>().join(" | "));
        if shape.is_some() || self.level.is_some() {
            self.draft.understood(block.line, format!("a table: {}", head.unwrap_or_default()));
        }
        // The headings above a table are its areas, unless it stands within a level.
        let before = self.transposed;
        self.transposed = before || self.level.is_none();
        match (shape, self.level) {
            (Some(Shape::Columns(labels)), _) => self.columns(block, rows, &labels),
            (Some(Shape::Rows(labels)), _) => self.rows(block, rows, &labels),
            (None, Some(_)) if rows.first().is_some_and(|head| head.len() == 2) => {
                for row in &rows[1..] {
                    let Some([area, cell]) = row.get(..2) else { continue };
                    let mut path = self.area_path();
                    path.push(area.plain());
                    path.retain(|name| !name.is_empty());
                    if table::criteria(cell).is_empty() && !area.is_empty() {
                        self.keep(&Block { line: block.line, kind: Kind::Paragraph(area.clone()) });
                    }
                    for text in table::criteria(cell) {
                        self.add(block.line, path.clone(), text);
                    }
                }
            }
            _ => self.keep(block),
        }
        self.transposed = before;
    }

    /// Levels as columns: a row is an area.
    fn columns(&mut self, block: &Block, rows: &[Vec<Text>], labels: &[Option<Label>]) {
        let levels: Vec<Option<usize>> =
            labels.iter().map(|label| label.as_ref().map(|label| self.index_of(block.line, label))).collect();
        let mut area = String::new();
        for (at, row) in rows.iter().enumerate().skip(1) {
            let line = block.line + at + 1;
            let front = row.first().map(Text::plain).unwrap_or_default();
            if !front.is_empty() && row[1..].iter().all(|cell| table::criteria(cell).is_empty()) {
                self.keep(&Block { line, kind: Kind::Paragraph(row[0].clone()) });
            }
            area = if front.is_empty() { area } else { front };
            for (column, cell) in row.iter().enumerate().skip(1) {
                let mut path = self.area_path();
                path.push(area.clone());
                path.retain(|name| !name.is_empty());
                match levels.get(column).copied().flatten() {
                    Some(level) => {
                        for text in table::criteria(cell) {
                            self.add_at(level, line, path.clone(), text);
                        }
                    }
                    None => self.keep_cell(line, &rows[0], column, &area, cell),
                }
            }
        }
    }

    /// Levels as rows: a column is an area.
    fn rows(&mut self, block: &Block, rows: &[Vec<Text>], labels: &[Option<Label>]) {
        for (at, (row, label)) in rows.iter().zip(labels).enumerate().skip(1) {
            let line = block.line + at + 1;
            let level = label.as_ref().map(|label| self.index_of(line, label));
            if level.is_none() {
                self.keep(&Block { line, kind: Kind::Paragraph(row[0].clone()) });
            }
            for (column, cell) in row.iter().enumerate().skip(1) {
                let area = rows[0].get(column).map(Text::plain).unwrap_or_default();
                let mut path = self.area_path();
                path.push(area.clone());
                path.retain(|name| !name.is_empty());
                match level {
                    Some(level) => {
                        for text in table::criteria(cell) {
                            self.add_at(level, line, path.clone(), text);
                        }
                    }
                    None => self.keep_cell(line, &rows[0], column, &row[0].plain(), cell),
                }
            }
        }
    }

    /// A cell that belongs to no level.
    fn keep_cell(&mut self, line: usize, head: &[Text], column: usize, row: &str, cell: &Text) {
        if cell.is_empty() {
            return;
        }
        let mut text = Text::default();
        let head = head.get(column).map(Text::plain).unwrap_or_default();
        text.push(&format!("{row}, {head}: "), Style::Plain);
        text.0.extend(cell.0.iter().cloned());
        self.keep(&Block { line, kind: Kind::Paragraph(text) });
    }
}
