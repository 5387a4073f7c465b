//! Poles, planks and braces around a storey that was raised as read, until somebody recalls it.

use super::{HEIGHT, Mason};
use crate::city::look::palette::{PLANK, POLE};
use bevy::math::{Vec2, Vec3};

/// From the farthest wall to the poles.
const BEFORE: f32 = 0.1;
/// Edge of a pole.
const THICK: f32 = 0.07;
/// From the outer edge of the planks to the inner one.
const DEEP: f32 = 0.13;
/// Where one walks, and where one holds on.
const WALK: f32 = 0.5;
const RAIL: f32 = 0.8;

impl Mason<'_> {
    /// On a square around the storey, whatever its ground plan: what is put up in a day follows no facets.
    pub(super) fn scaffold(&mut self) {
        let reach = self.brief.outline.reach() + Vec2::splat(BEFORE);
        let corners = [(-1.0, 1.0), (1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)].map(|(x, z)| Vec2::new(x, z) * reach);
        for (here, next) in corners.into_iter().zip(corners.into_iter().cycle().skip(1)) {
            let at = |from: Vec2, y: f32| Vec3::new(from.x, y, from.y);
            let inner = |from: Vec2| from - from.signum() * DEEP;
            self.pole(here);
            // The walk, from above and from the street.
            let (low, high) = (WALK - THICK, WALK);
            self.buffer.face(&[at(here, low), at(next, low), at(next, high), at(here, high)], PLANK);
            self.buffer.face(&[at(here, high), at(next, high), at(inner(next), high), at(inner(here), high)], PLANK);
            let (low, high) = (RAIL, RAIL + THICK * 0.7);
            self.buffer.face(&[at(here, low), at(next, low), at(next, high), at(here, high)], POLE);
            // A brace from corner to corner, as flat as a lath.
            let wide = Vec3::Y * THICK;
            // Before the rail and the walk, which it would flicker with.
            let (foot, top) = (at(here * 1.015, 0.0), at(next * 1.015, HEIGHT - THICK));
            self.buffer.face(&[foot, top, top + wide, foot + wide], POLE);
        }
    }

    /// A pole with the two sides that one sees from the street, and one for whoever looks past the storey.
    fn pole(&mut self, corner: Vec2) {
        let out = corner.signum() * THICK * 0.5;
        let edge = |x: f32, z: f32, y: f32| Vec3::new(corner.x + x * out.x, y, corner.y + z * out.y);
        // Counter-clockwise around the corner on one diagonal, clockwise on the other.
        let around = [(-1.0, 1.0), (1.0, 1.0), (1.0, -1.0), (-1.0, 1.0)];
        let flips = out.x * out.y < 0.0;
        for (from, to) in around.into_iter().zip(around.into_iter().skip(1)) {
            let ((left, near), (right, far)) = if flips { (to, from) } else { (from, to) };
            let side = [(left, near, 0.0), (right, far, 0.0), (right, far, HEIGHT), (left, near, HEIGHT)];
            self.buffer.face(&side.map(|(x, z, y)| edge(x, z, y)), POLE);
        }
    }
}
