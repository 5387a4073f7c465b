//! A number that was skipped: posts, a slab and braces, so that one sees from afar what is missing.

use super::{HEIGHT, Mason};
use crate::city::look::palette::{FRAME, FRAME_SLAB, RUST};
use bevy::math::Vec3;

impl Mason<'_> {
    pub(super) fn bare(&mut self) {
        let posts = self.brief.outline.grown(-0.1).sparse();
        let lift = |i: usize, y: f32| Vec3::new(posts[i % posts.len()].x, y, posts[i % posts.len()].y);
        for i in 0..posts.len() {
            self.buffer.cuboid(lift(i, 0.0), Vec3::new(0.1, HEIGHT - 0.08, 0.1), FRAME);
        }
        // Two braces on opposite sides; more would hide that nothing is there.
        for i in [1, 1 + posts.len() / 2] {
            self.buffer.beam(lift(i, 0.06), lift(i + 1, HEIGHT - 0.1), 0.06, RUST);
        }
        self.cornice(-0.02, 0.08, FRAME_SLAB);
    }
}
