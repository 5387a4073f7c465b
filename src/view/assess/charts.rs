//! The plots of an assessment.

use super::names;
use super::plot::{Drawing, Ink, Plot, Shape, Side, TEXT, Table};
use super::wish::Chart;
use crate::domain::assess::{Count, Quarter, Rating, Sheet, count, criteria};
use crate::domain::content::schema::Assessment;
use crate::domain::content::{Building, Floor, Pack};
use crate::view::state::State;
use crate::view::words::Words;

/// Distance from the edge.
const EDGE: f32 = 12.0;
/// From the middle of a line to the next.
const LINE: f32 = 18.0;

/// A plot of the quarter that is shown; `None` where nothing is rated.
pub fn plot(pack: &Pack, state: &State, chart: Chart, words: &Words) -> Option<Plot> {
    let rules = pack.assessment()?;
    let charter = Charter { pack, state, rules, words };
    Some(match chart {
        Chart::Dots => charter.dots(),
        Chart::Quarters => charter.quarters(),
        Chart::Strip => charter.strip(),
        Chart::Radar => charter.radar(),
    })
}

struct Charter<'a> {
    pack: &'a Pack,
    state: &'a State,
    rules: &'a Assessment,
    words: &'a Words,
}

/// How wide a text is about, in points.
fn width(text: &str) -> f32 {
    text.chars().count() as f32 * TEXT * 0.56
}

/// A name longer than this takes two lines where it stands before a row, in characters.
const LONG: usize = 14;

/// A name on one line or, where it is long and has words, on two of about the same length.
fn in_lines(name: &str) -> Vec<&str> {
    let middle = name.len() / 2;
    let space = name.match_indices(' ').map(|(at, _)| at).min_by_key(|at| at.abs_diff(middle));
    match space {
        Some(at) if name.chars().count() > LONG => vec![&name[..at], &name[at + 1..]],
        _ => vec![name],
    }
}

/// A name before a row, at the height of its middle.
fn name_before(shapes: &mut Vec<Shape>, [x, y]: [f32; 2], name: &str) {
    let lines = in_lines(name);
    let top = y - (lines.len() - 1) as f32 * TEXT * 0.58;
    for (index, line) in lines.into_iter().enumerate() {
        let at = [x, top + index as f32 * TEXT * 1.16];
        shapes.push(Shape::Text(at, Side::Right, line.to_owned(), Ink::Text));
    }
}

/// A share in sixths, for its color: all of it is the darkest.
fn sixths(count: Count) -> usize {
    count.satisfied * 5 / count.of.max(1)
}

impl Charter<'_> {
    fn get(&self, name: &str) -> String {
        self.words.get(name)
    }

    fn title(&self, name: &str, quarter: Quarter) -> String {
        let quarter = names::quarter(quarter, self.state.assess.kept.start, self.words);
        self.words.with(name, &[("quarter", quarter.into())])
    }

    fn count(&self, floor: Option<&Floor>, sheet: &Sheet) -> Count {
        let from = self.state.assess.kept.satisfied_from(self.rules);
        floor.map(|floor| count::count(count::on(floor), sheet, from)).unwrap_or_default()
    }

    fn of(&self, count: Count) -> String {
        if count.of == 0 {
            return self.get("no-criteria");
        }
        self.words.with("satisfied-of", &[("satisfied", count.satisfied.into()), ("of", count.of.into())])
    }

    fn level_names(&self) -> impl Iterator<Item = &str> {
        self.pack.levels().iter().map(|level| level.name.as_str())
    }

    /// How wide the names of the areas are.
    fn margin(&self) -> f32 {
        let lines = self.pack.buildings().iter().flat_map(|building| in_lines(&building.name));
        EDGE * 2.0 + lines.map(width).fold(0.0, f32::max)
    }

    /// How wide the columns of the levels are: for their names, if these are not too long.
    fn column(&self, least: f32) -> f32 {
        self.level_names().map(|name| width(name) + 8.0).fold(least, f32::max).min(120.0)
    }

    /// The names of the levels, each over its column of this width.
    fn names_over(&self, left: f32, column: f32) -> Vec<Shape> {
        let middle = |index: usize| [left + (index as f32 + 0.5) * column, EDGE + LINE * 0.5];
        let name = |(index, name): (usize, &str)| Shape::Text(middle(index), Side::Middle, name.to_owned(), Ink::Soft);
        self.level_names().enumerate().map(name).collect()
    }

    /// Both people's sheets, and who the second one is.
    fn sheets(&self) -> (Sheet, Option<Sheet>) {
        let desk = &self.state.assess;
        let quarter = desk.quarter(self.state.now);
        let beside = desk.beside.as_ref().filter(|beside| **beside != desk.kept.rater);
        let other = beside.map(|rater| desk.sheets.standing(rater, quarter).clone());
        (desk.sheet(self.state.now), other)
    }

    /// A dot a criterion, by area and level.
    fn dots(&self) -> Plot {
        let (own, other) = self.sheets();
        let quarter = self.state.assess.quarter(self.state.now);
        let (left, step) = (EDGE * 2.0 + width("e9-collaboration-99"), 60.0);
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
        let mut area = None;
        for (building, floor, criterion) in criteria(self.pack) {
            y += LINE;
            if area.replace(&building.id) != Some(&building.id) {
                shapes.push(Shape::Text([EDGE, y], Side::Left, building.name.clone(), Ink::Text));
                y += LINE;
            }
            shapes.push(Shape::Line([left, y], [right, y], 1.0, Ink::Faint));
            shapes.push(Shape::Text([left - EDGE, y], Side::Right, criterion.id.clone(), Ink::Soft));
            let cell = own.cell(&criterion.id);
            let (mine, theirs) =
                (own.rating(&criterion.id), other.as_ref().and_then(|sheet| sheet.rating(&criterion.id)));
            if let (Some(mine), Some(theirs)) = (mine, theirs) {
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

    /// Level by area: how much is satisfied.
    fn strip(&self) -> Plot {
        let sheet = self.state.assess.sheet(self.state.now);
        let (left, cell) = (self.margin(), [self.column(52.0), 34.0]);
        let levels = self.pack.levels().len();
        let mut shapes = self.names_over(left, cell[0]);
        let top = EDGE + LINE;
        let mut rows = Vec::new();
        for (row, building) in self.pack.buildings().iter().enumerate() {
            let y = top + row as f32 * cell[1];
            name_before(&mut shapes, [left - EDGE, y + cell[1] * 0.5], &building.name);
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

    /// For every area and level a small plot: how much was satisfied, quarter by quarter.
    fn quarters(&self) -> Plot {
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
            name_before(&mut shapes, [left - EDGE, middle], &building.name);
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

    /// How much of every area is satisfied, on axes in the order of the pack.
    fn radar(&self) -> Plot {
        let (own, other) = self.sheets();
        let areas = self.pack.buildings();
        let (radius, middle) = (150.0, [300.0, 200.0]);
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
            shapes.push(Shape::Text([x, y], side, building.name.clone(), Ink::Text));
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
