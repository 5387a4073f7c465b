//! A heat strip: level by area.

use super::{Charter, EDGE, LINE, name_at, sixths};
use crate::view::assess::plot::{Drawing, Ink, Plot, Shape, Side, Table};

impl Charter<'_> {
    /// Level by area: how much is satisfied.
    pub(super) fn strip(&self) -> Plot {
        let sheet = self.state.assess.sheet(self.state.now);
        let (left, cell) = (self.margin(), [self.column(52.0), 34.0]);
        let levels = self.pack.levels().len();
        let mut shapes = self.names_over(left, cell[0]);
        let top = EDGE + LINE;
        let mut rows = Vec::new();
        for (row, building) in self.pack.buildings().iter().enumerate() {
            let y = top + row as f32 * cell[1];
            name_at(&mut shapes, [left - EDGE, y + cell[1] * 0.5], Side::Right, &building.name);
            let mut texts = vec![building.name.clone()];
            for level in 0..levels {
                let count = self.count(building.floors.iter().find(|floor| floor.level == level), &sheet);
                let x = left + level as f32 * cell[0];
                if count.of > 0 {
                    shapes.push(Shape::Rect(
                        [x + 1.0, y + 1.0],
                        [cell[0] - 2.0, cell[1] - 2.0],
                        Ink::Share(sixths(count)),
                    ));
                    let label = format!("{}/{}", count.satisfied, count.of);
                    let at = [x + cell[0] * 0.5, y + cell[1] * 0.5];
                    shapes.push(Shape::Text(at, Side::Middle, label, Ink::OnShare(sixths(count))));
                }
                texts.push(self.of(count));
            }
            rows.push(texts);
        }
        let head = std::iter::once(self.get("table-area")).chain(self.level_names().map(str::to_owned));
        let title = self.title("chart-strip", self.state.assess.quarter(self.state.now));
        let size = [left + levels as f32 * cell[0] + EDGE, top + rows.len() as f32 * cell[1] + EDGE];
        Plot {
            note: self.get("chart-strip-note"),
            drawing: Drawing { size, shapes },
            table: Table { head: head.collect(), rows },
            title,
        }
    }
}
