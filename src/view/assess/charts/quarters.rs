//! A small plot for every area and level, over the quarters.

use super::{Charter, EDGE, LINE, name_at};
use crate::domain::assess::{Quarter, Sheet};
use crate::view::assess::names;
use crate::view::assess::plot::{Drawing, Ink, Plot, Shape, Side, Table};

impl Charter<'_> {
    /// For every area and level a small plot: how much was satisfied, quarter by quarter.
    pub(super) fn quarters(&self) -> Plot {
        let desk = &self.state.assess;
        let sheets: Vec<(Quarter, &Sheet)> = desk.sheets.quarters(&desk.kept.rater).collect();
        // The last two years.
        let sheets = &sheets[sheets.len().saturating_sub(8)..];
        let (left, cell) = (self.margin(), [self.column(64.0), 56.0]);
        let bar = ((cell[0] - 16.0) / sheets.len().max(1) as f32).min(18.0);
        let high = cell[1] - 16.0;
        let mut shapes = self.names_over(left, cell[0]);
        let top = EDGE + LINE;
        let mut rows = Vec::new();
        for (row, building) in self.pack.buildings().iter().enumerate() {
            let foot = top + (row + 1) as f32 * cell[1] - 6.0;
            let middle = foot - high * 0.5;
            name_at(&mut shapes, [left - EDGE, middle], Side::Right, &building.name);
            for floor in &building.floors {
                let x = left + floor.level as f32 * cell[0] + 8.0;
                shapes.push(Shape::Line([x, foot], [x + cell[0] - 16.0, foot], 1.0, Ink::Faint));
                shapes.push(Shape::Line([x, foot - high], [x + cell[0] - 16.0, foot - high], 1.0, Ink::Faint));
                let level = self.pack.levels()[floor.level].name.as_str();
                let mut texts = vec![
                    self.words
                        .with("area-at-level", &[("area", building.name.as_str().into()), ("level", level.into())]),
                ];
                for (index, (_, sheet)) in sheets.iter().enumerate() {
                    let count = self.count(Some(floor), sheet);
                    let share = count.satisfied as f32 / count.of.max(1) as f32;
                    let at = x + index as f32 * bar;
                    if count.satisfied > 0 {
                        let size = [bar - 3.0, share * high];
                        shapes.push(Shape::Rect([at, foot - size[1]], size, Ink::Person(0)));
                    } else if count.rated > 0 {
                        shapes.push(Shape::Rect([at, foot - 2.0], [bar - 3.0, 2.0], Ink::Soft));
                    }
                    texts.push(self.of(count));
                }
                rows.push(texts);
            }
        }
        let name = |(quarter, _): &(Quarter, &Sheet)| names::quarter(*quarter, desk.kept.start, self.words);
        let head = std::iter::once(self.get("table-area")).chain(sheets.iter().map(name));
        let title = self.get("chart-quarters");
        let size = [
            left + self.pack.levels().len() as f32 * cell[0] + EDGE,
            top + self.pack.buildings().len() as f32 * cell[1] + EDGE,
        ];
        Plot {
            note: self.get("chart-quarters-note"),
            drawing: Drawing { size, shapes },
            table: Table { head: head.collect(), rows },
            title,
        }
    }
}
