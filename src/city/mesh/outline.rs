//! The ground plan of a building: a polygon and its walls, on which every mason can build.

use super::Buffer;
use crate::city::look::Paint;
use crate::domain::content::schema::Form;
use bevy::math::{Vec2, Vec3};
use std::f32::consts::{PI, TAU};

/// A polygon in x and z around the middle, counter-clockwise as seen from above. The street lies at +z.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline(Vec<Vec2>);

/// One edge of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wall {
    /// Its place in the outline.
    pub index: usize,
    /// Where it begins; whoever stands before it sees this end on the left.
    pub from: Vec2,
    /// Where it ends.
    pub to: Vec2,
}

impl Wall {
    /// From end to end.
    pub fn length(self) -> f32 {
        self.from.distance(self.to)
    }

    /// Direction from its beginning to its end.
    pub fn along(self) -> Vec2 {
        (self.to - self.from).normalize_or(Vec2::X)
    }

    /// Direction away from the building.
    pub fn out(self) -> Vec2 {
        let along = self.along();
        Vec2::new(-along.y, along.x)
    }

    /// Half way between its ends.
    pub fn middle(self) -> Vec2 {
        self.from.midpoint(self.to)
    }

    /// A point `along` from its middle, at height `y`, `out` before it.
    pub fn at(self, along: f32, y: f32, out: f32) -> Vec3 {
        let flat = self.middle() + self.along() * along + self.out() * out;
        Vec3::new(flat.x, y, flat.y)
    }
}

impl Outline {
    /// The ground plan of a form, for a building that is about `width` wide.
    pub fn of(form: Form, width: f32) -> Self {
        let h = width / 2.0;
        match form {
            Form::Square | Form::Stepped => Self::oblong(h * 0.95, h * 0.95),
            Form::Tapered => Self::oblong(h * 1.04, h * 1.04),
            Form::Slab => Self::oblong(h * 1.1, h * 0.68),
            Form::Round => Self::regular(16, h * 1.03),
            Form::Hexagon => Self::regular(6, h * 1.08),
            Form::Octagon => Self::regular(8, h * 1.06),
            Form::Cross => Self::cross(h * 1.06, h * 0.54),
            Form::Twin => Self::twin(Vec2::new(h * 1.08, h * 0.74), h * 0.2, h * 0.34),
        }
    }

    fn oblong(x: f32, z: f32) -> Self {
        Self([(-x, z), (x, z), (x, -z), (-x, -z)].map(Vec2::from).to_vec())
    }

    /// With one edge towards the street.
    fn regular(sides: usize, radius: f32) -> Self {
        let angle = |i: usize| -PI / 2.0 + TAU * (i as f32 - 0.5) / sides as f32;
        Self((0..sides).map(|i| Vec2::new(angle(i).cos(), -angle(i).sin()) * radius).collect())
    }

    fn cross(reach: f32, arm: f32) -> Self {
        let quarter = [(-arm, reach), (arm, reach), (arm, arm)];
        // Each quarter turn, seen from above, takes the street side to the east, the north and the west.
        let turns = [|p: Vec2| p, |p: Vec2| Vec2::new(p.y, -p.x), |p: Vec2| -p, |p: Vec2| Vec2::new(-p.y, p.x)];
        Self(turns.iter().flat_map(|turn| quarter.map(|p| turn(p.into()))).collect())
    }

    /// Two towers beside each other, with a recess between them to the front and to the back.
    fn twin(reach: Vec2, half: f32, depth: f32) -> Self {
        let (x, z, y) = (reach.x, reach.y, reach.y - depth);
        let front = [(-x, z), (-half, z), (-half, y), (half, y), (half, z), (x, z)].map(Vec2::from);
        Self(front.into_iter().chain(front.map(|p| -p)).collect())
    }

    /// Its corners.
    pub fn corners(&self) -> &[Vec2] {
        &self.0
    }

    /// Its edges.
    pub fn walls(&self) -> impl Iterator<Item = Wall> {
        let next = self.0.iter().cycle().skip(1);
        self.0.iter().zip(next).enumerate().map(|(index, (from, to))| Wall { index, from: *from, to: *to })
    }

    /// The wall with the door: of those that look at the street, the one nearest to the middle.
    pub fn front(&self) -> Wall {
        let aside = |wall: &Wall| wall.middle().x.abs() + if wall.out().y > 0.9 { 0.0 } else { 100.0 };
        let origin = Wall { index: 0, from: Vec2::ZERO, to: Vec2::ZERO };
        self.walls().min_by(|a, b| aside(a).total_cmp(&aside(b))).unwrap_or(origin)
    }

    /// How far it reaches along x and z.
    pub fn reach(&self) -> Vec2 {
        self.0.iter().fold(Vec2::ZERO, |reach, corner| reach.max(corner.abs()))
    }

    /// The same with every wall moved outward by `by`.
    #[must_use]
    pub fn grown(&self, by: f32) -> Self {
        let count = self.0.len();
        let walls: Vec<Wall> = self.walls().collect();
        let corner = |i: usize| {
            let (a, b) = (walls[(i + count - 1) % count].out(), walls[i].out());
            self.0[i] + (a + b) * (by / (1.0 + a.dot(b)).max(0.2))
        };
        Self((0..count).map(corner).collect())
    }

    /// The same at another size.
    #[must_use]
    pub fn scaled(&self, share: f32) -> Self {
        Self(self.0.iter().map(|corner| *corner * share).collect())
    }

    /// The same with its corners cut twice, as far as the walls have room.
    #[must_use]
    pub fn rounded(&self, by: f32) -> Self {
        let count = self.0.len();
        if count > 8 {
            return self.clone();
        }
        let round = |i: usize| {
            let (before, here, after) = (self.0[(i + count - 1) % count], self.0[i], self.0[(i + 1) % count]);
            let (a, b) = (here.move_towards(before, by), here.move_towards(after, by));
            [a, a.midpoint(b).lerp(here, 0.42), b]
        };
        Self((0..count).flat_map(round).collect())
    }

    /// Of a round plan every second corner.
    #[must_use]
    pub fn coarse(&self) -> Self {
        let step = if self.0.len() > 12 { 2 } else { 1 };
        Self(self.0.iter().copied().step_by(step).collect())
    }

    /// Few enough corners for fine lines: those that stand out, and of a round plan every second one.
    pub fn sparse(&self) -> Vec<Vec2> {
        let step = if self.0.len() > 12 { 2 } else { 1 };
        let count = self.0.len();
        let stands_out = |i: &usize| {
            let (before, here, after) = (self.0[(i + count - 1) % count], self.0[*i], self.0[(i + 1) % count]);
            (after - here).perp_dot(here - before) > 0.0
        };
        (0..count).step_by(step).filter(stands_out).map(|i| self.0[i]).collect()
    }

    /// Whether a point lies in it.
    pub fn contains(&self, point: Vec2) -> bool {
        let crosses = |wall: &Wall| {
            let (a, b) = (wall.from - point, wall.to - point);
            (a.y > 0.0) != (b.y > 0.0) && a.x + (b.x - a.x) * a.y / (a.y - b.y) > 0.0
        };
        self.walls().filter(crosses).count() % 2 == 1
    }

    /// Upright walls from one height to another.
    pub fn raise(&self, buffer: &mut Buffer, heights: (f32, f32), paint: Paint) {
        for wall in self.walls() {
            let half = wall.length() / 2.0;
            let at = |along: f32, y: f32| wall.at(along, y, 0.0);
            buffer.face(&[at(-half, heights.0), at(half, heights.0), at(half, heights.1), at(-half, heights.1)], paint);
        }
    }

    /// A level face over all of it, cut into triangles ear by ear.
    pub fn lid(&self, buffer: &mut Buffer, y: f32, paint: Paint) {
        let lift = |p: Vec2| Vec3::new(p.x, y, p.y);
        let left = |a: Vec2, b: Vec2, c: Vec2| (c - b).perp_dot(b - a);
        if self.walls().zip(self.walls().skip(1)).all(|(a, b)| left(a.from, a.to, b.to) >= 0.0) {
            let corners: Vec<Vec3> = self.0.iter().map(|corner| lift(*corner)).collect();
            buffer.face(&corners, paint);
            return;
        }
        let mut rest = self.0.clone();
        while rest.len() > 2 {
            let count = rest.len();
            let ear = (0..count).find(|i| {
                let [a, b, c] = [(i + count - 1) % count, *i, (i + 1) % count].map(|i| rest[i]);
                let inside = |p: &Vec2| left(a, b, *p) > 1e-6 && left(b, c, *p) > 1e-6 && left(c, a, *p) > 1e-6;
                left(a, b, c) > 1e-6 && !rest.iter().any(inside)
            });
            // What is left has no surface.
            let Some(i) = ear else { break };
            buffer.face(&[(i + count - 1) % count, i, (i + 1) % count].map(|i| lift(rest[i])), paint);
            rest.remove(i);
        }
    }
}

/// How a form narrows: shares of its width at the foot and at the top of storey `index` of `count`.
pub fn shares(form: Form, index: usize, count: usize) -> (f32, f32) {
    let count = count.max(1) as f32;
    match form {
        Form::Stepped => {
            let step = 1.0 - 0.15 * ((index as f32 + 0.5) / count * 3.0).floor();
            (step, step)
        }
        Form::Tapered => {
            let at = |index: f32| 1.0 - 0.3 * index / count;
            (at(index as f32), at(index as f32 + 1.0))
        }
        _ => (1.0, 1.0),
    }
}

/// Edges along x and z of what a crown of this form can stand on, for a building that is about `width` wide.
pub fn roof(form: Form, width: f32) -> Vec2 {
    width
        * match form {
            Form::Slab => Vec2::new(1.0, 0.68),
            Form::Twin => Vec2::new(1.0, 0.74),
            Form::Cross | Form::Hexagon => Vec2::splat(0.86),
            Form::Round => Vec2::splat(0.9),
            _ => Vec2::splat(0.95),
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surface(outline: &Outline) -> f32 {
        -outline.walls().map(|wall| wall.from.perp_dot(wall.to)).sum::<f32>() / 2.0
    }

    #[test]
    fn every_form_runs_counter_clockwise_and_has_its_door_at_the_street() {
        for form in Form::ALL {
            let outline = Outline::of(*form, 2.3);
            assert!(surface(&outline) > 2.0, "{form:?}");
            assert!(surface(&outline.grown(0.1)) > surface(&outline), "{form:?}");
            let front = outline.front();
            assert!(front.middle().x.abs() < 1e-4 && front.middle().y > 0.3 && front.out().y > 0.99, "{form:?}");
            assert!(outline.contains(Vec2::ZERO) && !outline.contains(Vec2::splat(1.4)), "{form:?}");
        }
    }

    #[test]
    fn a_lid_covers_all_of_its_outline_and_looks_up() {
        for form in Form::ALL {
            let (outline, mut buffer) = (Outline::of(*form, 2.3), Buffer::default());
            outline.lid(&mut buffer, 1.0, Paint::hex(0));
            outline.raise(&mut buffer, (0.0, 1.0), Paint::hex(0));
            assert!((buffer.volume() - surface(&outline)).abs() < 1e-3, "{form:?}");
            assert!(buffer.faces_up() > 0.99, "{form:?}");
        }
    }
}
