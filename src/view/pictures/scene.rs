//! The composition: districts in rows behind each other on an island, as they lie in the city.

use super::art::{Art, Point};
use super::land;
use super::solid::Stage;
use super::tower::{Tower, WIDTH};
use crate::domain::content::Pack;
use crate::domain::plan::layout::site;
use crate::view::face;
use crate::view::palette::hours::{Hour, HourPaint};
use crate::view::state::State;

/// The picture within a card: its corner and its size.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// Its upper left corner.
    pub at: Point,
    /// Its size.
    pub size: [f32; 2],
    /// So many rows of districts it has at most.
    pub rows: usize,
}

/// So many towers are drawn at most: of a vast city its first ones.
pub const MOST: usize = 140;
/// Meters from the middle of a tower to the next, and between districts besides.
const PITCH: f32 = WIDTH * 1.3;
const GAP: f32 = 1.5;
/// Meters of wood at both ends of a row.
const WOOD: f32 = 1.7;
/// Points a meter: not more, where the city is small.
const LARGEST: f32 = 34.0;
/// Points a meter from which on windows are drawn one by one.
const FINE: f32 = 10.0;

/// The towers of a district.
struct Group {
    district: usize,
    towers: Vec<Tower>,
}

impl Group {
    fn width(&self) -> f32 {
        self.towers.len() as f32 * PITCH
    }
}

/// Districts beside each other.
struct Row {
    groups: Vec<Group>,
    /// Where they stand, in the drawing.
    base: f32,
    /// Points a meter.
    scale: f32,
    haze: f32,
}

impl Row {
    /// In meters.
    fn width(groups: &[Group]) -> f32 {
        groups.iter().map(Group::width).sum::<f32>() + GAP * (groups.len() as f32 - 1.0) + 2.0 * WOOD
    }
}

/// Where the coast begins before the city, as a share of the picture's height; and how far it reaches from there.
const COAST: f32 = 0.845;
const DEEP: f32 = 0.045;
/// Where the foremost row stands.
const FRONT: f32 = 0.80;

/// Where the coast lies.
pub fn coast(frame: Frame) -> f32 {
    frame.at[1] + frame.size[1] * (COAST + DEEP)
}

/// Draws the city and the island that it stands on.
pub fn draw(art: &mut Art, frame: Frame, pack: &Pack, state: &State, hour: HourPaint) {
    let rows = rows(frame, groups(pack, state));
    let middle = frame.at[0] + frame.size[0] / 2.0;
    let foot = [middle, frame.at[1] + frame.size[1] * COAST];
    let deep = frame.size[1] * DEEP;
    let widths: Vec<f32> = rows.iter().map(|row| Row::width(&row.groups) * row.scale).collect();
    // Every terrace carries what stands behind it, too, and reaches a little farther.
    let mut halves: Vec<f32> = Vec::new();
    for (row, wide) in rows.iter().zip(&widths) {
        let above = halves.last().map_or(0.0, |half| half + row.scale * 0.9);
        halves.push(above.max(wide / 2.0).min(frame.size[0] * 0.455));
    }
    if let (Some(row), Some(half)) = (rows.last(), halves.last()) {
        land::shore(art, &stage_at(foot, row.scale, hour, 0.0), half + row.scale * 0.8, deep);
    }
    for (index, row) in rows.iter().enumerate() {
        let stage = stage_at([middle, row.base], row.scale, hour, row.haze);
        land::terrace(art, &stage, halves[index], foot, deep);
        let below = rows.get(index + 1).map_or(foot[1] + deep * 0.5, |next| next.base);
        land::bushes(art, &stage, index, (halves[index] * 0.97, below));
        land::wood(art, &stage, index, (halves[index] - row.scale * 1.2, -0.5));
        let mut x = middle - (widths[index] / row.scale / 2.0 - WOOD) * row.scale;
        for group in &row.groups {
            land::ground(art, &stage, group.district, (x - 0.4 * row.scale, group.width() * row.scale));
            let mut before: Option<Point> = None;
            for tower in &group.towers {
                let stage = Stage { at: [x + PITCH * 0.5 * row.scale, row.base], ..stage };
                tower.draw(art, &stage, row.scale >= FINE);
                let eaves = stage.point([0.0, tower.eaves(), 0.0]);
                if let (true, Some(from)) = (hour == Hour::Golden.paint(), before.replace(eaves)) {
                    land::lights(art, &stage, from, eaves);
                }
                x += PITCH * row.scale;
            }
            x += GAP * row.scale;
        }
        land::grove(
            art,
            &stage,
            index,
            (halves[index] - row.scale * 0.4, widths[index] * 0.5 - WOOD * row.scale * 0.9),
        );
    }
}

fn stage_at(at: Point, scale: f32, hour: HourPaint, haze: f32) -> Stage {
    Stage { at, scale, hour, haze }
}

/// Districts of which something is founded, in their order.
fn groups(pack: &Pack, state: &State) -> Vec<Group> {
    let faces = face::of(pack);
    let mut left = MOST;
    let mut groups = Vec::new();
    for (district, of) in pack.districts().iter().enumerate() {
        let towers = of.buildings.clone().filter_map(|i| Tower::of(pack, state, &pack.buildings()[i], faces[i]));
        let towers: Vec<Tower> = towers.take(left).collect();
        left -= towers.len();
        if !towers.is_empty() {
            groups.push(Group { district, towers });
        }
    }
    groups
}

/// The districts that lie in the north of the city stand behind, those in the south before; each row from west to east.
fn rows(frame: Frame, groups: Vec<Group>) -> Vec<Row> {
    // In a narrow picture a wide district stands in two rows, like one on a hill.
    let widest = Row::width(&groups) / frame.rows as f32 * 0.8;
    let mut parts = Vec::new();
    for mut group in groups {
        while group.width() > widest && group.towers.len() > 3 && frame.rows > 3 {
            let rest = group.towers.split_off(group.towers.len().div_ceil(2));
            parts.push(Group { district: group.district, towers: rest });
        }
        parts.push(group);
    }
    let mut groups = parts;
    let count = frame.rows.min(groups.len()).max(1);
    groups.sort_by(|a, b| site(a.district).center().1.total_cmp(&site(b.district).center().1));
    let all = Row::width(&groups);
    let mut rows: Vec<Vec<Group>> = (0..count).map(|_| Vec::new()).collect();
    let mut before = 0.0;
    for group in groups {
        let middle = before + group.width() / 2.0;
        before += group.width() + GAP;
        rows[((middle / all * count as f32) as usize).min(count - 1)].push(group);
    }
    rows.retain(|row| !row.is_empty());
    let count = rows.len();
    for row in &mut rows {
        row.sort_by(|a, b| site(a.district).center().0.total_cmp(&site(b.district).center().0));
    }
    let behind = |index: usize| (count - 1 - index) as f32;
    // Rows that are farther are a little smaller.
    let share = |index: usize| 0.93_f32.powf(behind(index));
    let step = if frame.rows > 3 { 0.092 } else { 0.118 };
    let base = |index: usize| frame.size[1] * (FRONT - step * behind(index));
    let fits = |(index, row): (usize, &Vec<Group>)| {
        let high = row.iter().flat_map(|group| &group.towers).map(Tower::height).fold(1.0, f32::max);
        let wide = frame.size[0] * 0.9 / Row::width(row);
        wide.min((base(index) - frame.size[1] * 0.11) / high) / share(index)
    };
    let scale = rows.iter().enumerate().map(fits).fold(LARGEST * frame.size[1] / 480.0, f32::min);
    let row = |(index, groups)| Row {
        groups,
        base: frame.at[1] + base(index),
        scale: scale * share(index),
        haze: 0.26 * behind(index) / frame.rows.max(2) as f32,
    };
    rows.into_iter().enumerate().map(row).collect()
}
