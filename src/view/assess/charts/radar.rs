//! An axis an area, for those who ask for it.

use super::{Charter, EDGE, LINE, in_lines, name_at, width};
use crate::domain::assess::{Count, Sheet, count};
use crate::domain::content::Building;
use crate::view::assess::plot::{Drawing, Ink, Plot, Shape, Side, Table};

impl Charter<'_> {
    /// How much of every area is satisfied, on axes in the order of the pack.
    pub(super) fn radar(&self) -> Plot {
        let (own, other) = self.sheets();
        let areas = self.pack.buildings();
        let radius = 120.0;
        let margin = areas.iter().flat_map(|area| in_lines(&area.name)).map(width).fold(0.0, f32::max) + EDGE;
        let middle = [radius * 1.12 + margin, radius * 1.12 + EDGE + LINE];
        let point = |index: usize, share: f32| {
            let angle = index as f32 / areas.len().max(1) as f32 * std::f32::consts::TAU;
            [middle[0] + angle.sin() * radius * share, middle[1] - angle.cos() * radius * share]
        };
        let from = self.state.assess.kept.satisfied_from(self.rules);
        let count =
            |building: &Building, sheet: &Sheet| count::count(building.floors.iter().flat_map(count::on), sheet, from);
        let mut shapes: Vec<Shape> = [0.25, 0.5, 0.75, 1.0]
            .iter()
            .map(|share| Shape::Outline((0..areas.len()).map(|index| point(index, *share)).collect(), Ink::Faint))
            .collect();
        for (index, building) in areas.iter().enumerate() {
            shapes.push(Shape::Line(middle, point(index, 1.0), 1.0, Ink::Faint));
            let [x, y] = point(index, 1.12);
            let side = match x - middle[0] {
                x if x > 20.0 => Side::Left,
                x if x < -20.0 => Side::Right,
                _ => Side::Middle,
            };
            name_at(&mut shapes, [x, y], side, &building.name);
        }
        let mut rows: Vec<Vec<String>> = areas.iter().map(|building| vec![building.name.clone()]).collect();
        for (person, sheet) in [Some(&own), other.as_ref()].into_iter().enumerate() {
            let Some(sheet) = sheet else { continue };
            let counts: Vec<Count> = areas.iter().map(|building| count(building, sheet)).collect();
            let share = |count: &Count| count.satisfied as f32 / count.of.max(1) as f32;
            let points: Vec<[f32; 2]> = counts.iter().enumerate().map(|(index, c)| point(index, share(c))).collect();
            for at in &points {
                shapes.push(if person == 0 {
                    Shape::Disk(*at, 4.5, Ink::Person(0))
                } else {
                    Shape::Diamond(*at, 6.5, Ink::Person(1))
                });
            }
            shapes.push(Shape::Outline(points, Ink::Person(person)));
            rows.iter_mut().zip(&counts).for_each(|(row, count)| row.push(self.of(*count)));
        }
        let mut head = vec![self.get("table-area"), self.get("table-own")];
        head.extend(other.is_some().then(|| self.get("table-beside")));
        let title = self.title("chart-radar", self.state.assess.quarter(self.state.now));
        Plot {
            note: self.get("chart-radar-note"),
            drawing: Drawing { size: [middle[0] * 2.0, middle[1] * 2.0], shapes },
            table: Table { head, rows },
            title,
        }
    }
}
