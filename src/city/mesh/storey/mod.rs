//! A storey in the manner of the level that raised it; bare frame where a number was skipped.
//!
//! Every stratum has its mason, who builds on any outline. What stands out comes first in a mesh and what it hides
//! comes last, so that the hidden is not shaded.

mod apprentice;
mod architect;
mod bare;
mod builder;
mod door;
mod engineer;
mod founder;
mod magician;
mod plain;
mod scaffold;
mod window;

use super::outline::{Outline, Wall};
use super::{Buffer, Detail};
use crate::city::look::Paint;
use crate::city::look::palette::{STRATA, Stratum};
use crate::domain::content::schema::Emblem;
use crate::view::Windows;
use bevy::math::Vec3;
use window::Hole;

pub use crate::domain::plan::STOREY_HEIGHT as HEIGHT;

/// What a mason has to know of a storey.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The ground plan.
    pub outline: Outline,
    /// The level that raises it; nothing for bare frame.
    pub level: Option<usize>,
    /// The district's color.
    pub accent: Paint,
    /// What its windows say.
    pub windows: Windows,
    /// Whether a scaffold stands around it.
    pub scaffold: bool,
    /// Over the door, on the ground floor; nothing on others.
    pub emblem: Option<Emblem>,
    /// Whether nothing will ever stand on it but the crown.
    pub topmost: bool,
    /// How finely it is built.
    pub detail: Detail,
}

/// Builds a storey that stands on y = 0 around the middle.
pub fn storey(brief: &Brief) -> Buffer {
    let level = brief.level.unwrap_or(0) % STRATA.len();
    let mut mason = Mason { buffer: Buffer::default(), brief, style: &STRATA[level] };
    if brief.detail == Detail::Block {
        mason.block();
        return mason.buffer;
    }
    if brief.scaffold {
        mason.scaffold();
    }
    mason.entrance();
    match (brief.level, level) {
        (None, _) => mason.bare(),
        (_, 0) => mason.magician(),
        (_, 1) => mason.apprentice(),
        (_, 2) => mason.builder(),
        (_, 3) => mason.engineer(),
        (_, 4) => mason.founder(),
        _ => mason.architect(),
    }
    mason.buffer
}

struct Mason<'a> {
    buffer: Buffer,
    brief: &'a Brief,
    style: &'static Stratum,
}

impl Mason<'_> {
    /// A rectangle before a wall: `along` from its middle, its foot at `y`.
    fn pane(&mut self, wall: Wall, (along, y): (f32, f32), (wide, high): (f32, f32), out: f32, paint: Paint) {
        let half = wide / 2.0;
        let corners = [(-half, 0.0), (half, 0.0), (half, high), (-half, high)];
        self.buffer.face(&corners.map(|(x, up)| wall.at(along + x, y + up, out)), paint);
    }

    /// A block before a wall, from one distance to another, without the sides that nobody sees.
    fn boss(
        &mut self,
        wall: Wall,
        (along, y): (f32, f32),
        (wide, high): (f32, f32),
        (back, front): (f32, f32),
        paint: Paint,
    ) {
        let at = |x: f32, up: f32, out: f32| wall.at(along + x * wide / 2.0, y + up * high, out);
        if self.is_plain() {
            if wide.min(high) > self.brief.detail.least() {
                self.pane(wall, (along, y), (wide, high), front, paint);
            }
            return;
        }
        self.pane(wall, (along, y), (wide, high), front, paint);
        for side in [-1.0, 1.0] {
            let (near, far) = if side < 0.0 { (back, front) } else { (front, back) };
            self.buffer
                .face(&[at(side, 0.0, near), at(side, 0.0, far), at(side, 1.0, far), at(side, 1.0, near)], paint);
        }
        self.buffer.face(&[at(-1.0, 1.0, front), at(1.0, 1.0, front), at(1.0, 1.0, back), at(-1.0, 1.0, back)], paint);
    }

    /// A course around the storey that stands out by `out`, with a ledge on top.
    fn course(&mut self, out: f32, heights: (f32, f32), paint: Paint) {
        let inner = &self.brief.outline;
        let outer = inner.grown(out);
        outer.raise(&mut self.buffer, heights, paint);
        if self.is_plain() {
            return;
        }
        for (wall, behind) in outer.walls().zip(inner.grown(-0.16).walls()) {
            let lift = |p: bevy::math::Vec2| Vec3::new(p.x, heights.1, p.y);
            self.buffer.face(&[wall.from, wall.to, behind.to, behind.from].map(lift), paint);
        }
    }

    /// What closes the storey above: a course with a roof over everything.
    fn cornice(&mut self, out: f32, height: f32, paint: Paint) {
        let outer = self.brief.outline.grown(out);
        outer.raise(&mut self.buffer, (HEIGHT - height, HEIGHT), paint);
        outer.lid(&mut self.buffer, HEIGHT, paint);
    }

    /// Walls with a reveal around every window, up to just under what closes them.
    fn walls(&mut self, outline: &Outline, hole: &Hole, paint: Paint) {
        if self.is_plain() {
            self.flat_walls(outline, hole, paint);
            return;
        }
        for wall in outline.walls() {
            let slots = self.slots(outline, wall, hole);
            for along in &slots {
                self.window(wall, *along, hole);
            }
            self.skin(wall, &slots, hole, paint);
        }
    }

    /// One wall around its windows, and what lies behind the windows.
    fn skin(&mut self, wall: Wall, slots: &[f32], hole: &Hole, paint: Paint) {
        let (long, top) = (wall.length(), HEIGHT - 0.03);
        let (Some(first), Some(last)) = (slots.first(), slots.last()) else {
            self.pane(wall, (0.0, 0.0), (long, top), 0.0, paint);
            return;
        };
        self.pane(wall, (0.0, 0.0), (long, hole.low), 0.0, paint);
        self.pane(wall, (0.0, hole.high), (long, top - hole.high), 0.0, paint);
        let (half, high) = (hole.width / 2.0, hole.high - hole.low);
        let starts = std::iter::once(-long / 2.0).chain(slots.iter().map(|along| along + half));
        let ends = slots.iter().map(|along| along - half).chain([long / 2.0]);
        for (start, end) in starts.zip(ends) {
            self.pane(wall, (f32::midpoint(start, end), hole.low), (end - start, high), 0.0, paint);
        }
        let jamb = paint.shaded(0.86);
        for along in slots {
            let at = |x: f32, y: f32, out: f32| wall.at(along + x * half, y, out);
            let (low, high, back) = (hole.low, hole.high, -hole.depth);
            self.buffer
                .face(&[at(-1.0, low, 0.0), at(-1.0, low, back), at(-1.0, high, back), at(-1.0, high, 0.0)], jamb);
            self.buffer.face(&[at(1.0, low, back), at(1.0, low, 0.0), at(1.0, high, 0.0), at(1.0, high, back)], jamb);
            self.buffer.face(&[at(-1.0, low, 0.0), at(1.0, low, 0.0), at(1.0, low, back), at(-1.0, low, back)], jamb);
        }
        // Behind the joints of the pieces, where a pixel might look through.
        let (from, to) = (first - half - 0.03, last + half + 0.03);
        self.pane(
            wall,
            (f32::midpoint(from, to), hole.low - 0.03),
            (to - from, high + 0.06),
            -hole.depth - 0.005,
            jamb,
        );
    }

    /// Where the windows of a wall are, from its middle.
    fn slots(&self, outline: &Outline, wall: Wall, hole: &Hole) -> Vec<f32> {
        let long = wall.length();
        let short = long < 0.55;
        if long < hole.width + 0.1 || (short && outline.corners().len() > 8 && wall.index % 2 == 1) {
            return Vec::new();
        }
        let count = (((long - 0.1) / hole.pitch) as usize).max(1);
        let step = (long - 0.1) / count as f32;
        let all = (0..count).map(|i| (i as f32 - (count as f32 - 1.0) / 2.0) * step);
        let door = self.is_front(outline, wall);
        all.filter(|along| !door || along.abs() - hole.width / 2.0 > door::HALF).collect()
    }

    /// The windows of a stratum, as wide as the walls of the outline have room for.
    fn fitted(&self, hole: Hole) -> Hole {
        let facets = self.brief.outline.corners().len() > 8;
        Hole { width: if facets { hole.width.min(0.3) } else { hole.width }, ..hole }
    }

    fn is_plain(&self) -> bool {
        self.brief.detail < Detail::Fine
    }

    /// Whether the wall has the door.
    fn is_front(&self, outline: &Outline, wall: Wall) -> bool {
        self.brief.emblem.is_some() && outline.front().index == wall.index
    }
}

#[cfg(test)]
mod tests;
