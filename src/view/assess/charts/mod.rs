//! The plots of an assessment: a file a plot.

mod dots;
mod quarters;
mod radar;
mod strip;

use super::names;
use super::plot::{Ink, Plot, Shape, Side, TEXT};
use super::wish::Chart;
use crate::domain::assess::{Count, Quarter, Sheet, count};
use crate::domain::content::schema::Assessment;
use crate::domain::content::{Floor, Pack};
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

/// A name on as many lines as it takes, at the height of its middle.
fn name_at(shapes: &mut Vec<Shape>, [x, y]: [f32; 2], side: Side, name: &str) {
    let lines = in_lines(name);
    let top = y - (lines.len() - 1) as f32 * TEXT * 0.58;
    for (index, line) in lines.into_iter().enumerate() {
        let at = [x, top + index as f32 * TEXT * 1.16];
        shapes.push(Shape::Text(at, side, line.to_owned(), Ink::Text));
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
}
