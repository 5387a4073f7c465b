//! A storey in the manner of the level that raised it; bare frame where a number was skipped.

use super::{Buffer, Dice};
use crate::city::look::Paint;
use crate::city::look::palette::{self, STRATA, Stratum, WINDOW_DARK, WINDOW_LIT};
use bevy::math::{Quat, Vec3};
use std::f32::consts::TAU;

pub use crate::domain::plan::STOREY_HEIGHT as HEIGHT;

/// Builds a storey that stands on y = 0 around the middle, `width` wide.
///
/// `accent` is the district's color; `seed` decides which windows are lit.
pub fn storey(level: usize, width: f32, accent: Paint, seed: u32) -> Buffer {
    let mut buffer = Buffer::default();
    let style = &STRATA[level % STRATA.len()];
    let mut mason = Mason { buffer: &mut buffer, width, style, accent, dice: Dice::new(seed) };
    match level % STRATA.len() {
        0 => mason.magician(),
        1 => mason.apprentice(),
        2 => mason.builder(),
        3 => mason.engineer(),
        4 => mason.founder(),
        _ => mason.architect(),
    }
    buffer
}

/// Builds a storey of bare frame: four posts, a slab and one brace, so that one sees from afar what is missing.
pub fn bare(width: f32) -> Buffer {
    let mut buffer = Buffer::default();
    let (post, rust) = (Paint::hex(0x7B858F), Paint::hex(0xB0603A));
    let reach = width * 0.43;
    for (x, z) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
        buffer.cuboid(Vec3::new(x * reach, 0.0, z * reach), Vec3::new(0.11, HEIGHT - 0.08, 0.11), post);
    }
    buffer.cuboid(
        Vec3::new(0.0, HEIGHT - 0.08, 0.0),
        Vec3::new(width * 0.97, 0.08, width * 0.97),
        Paint::hex(0x98A1A9),
    );
    for side in [-1.0_f32, 1.0] {
        let (low, high) =
            (Vec3::new(-reach * side, 0.03, reach * side), Vec3::new(reach * side, HEIGHT - 0.1, reach * side));
        buffer.beam(low, high, 0.06, rust);
    }
    buffer
}

struct Mason<'a> {
    buffer: &'a mut Buffer,
    width: f32,
    style: &'static Stratum,
    accent: Paint,
    dice: Dice,
}

impl Mason<'_> {
    fn window(&mut self, share_lit: f32) -> Paint {
        if self.dice.throw() < share_lit { WINDOW_LIT } else { WINDOW_DARK }
    }

    /// Walls up to just under the cornice: two faces in one plane would flicker.
    fn walls(&mut self, share: f32) {
        let wide = self.width * share;
        self.buffer.cuboid(Vec3::ZERO, Vec3::new(wide, HEIGHT - 0.03, wide), self.style.wall);
    }

    fn cornice(&mut self, share: f32, height: f32, paint: Paint) {
        let wide = self.width * share;
        self.buffer.cuboid(Vec3::new(0.0, HEIGHT - height, 0.0), Vec3::new(wide, height, wide), paint);
    }

    /// A rectangle on each of the four walls: `along` the wall, its foot at `y`, standing out by `out`.
    fn on_walls(&mut self, along: f32, y: f32, size: (f32, f32), out: f32, mut paint: impl FnMut(&mut Self) -> Paint) {
        for side in 0..4 {
            let turn = Quat::from_rotation_y(TAU / 4.0 * side as f32);
            let at = |x: f32, y: f32| turn * Vec3::new(along + x, y, out);
            let (half, high) = (size.0 / 2.0, size.1);
            let corners = [at(-half, y), at(half, y), at(half, y + high), at(-half, y + high)];
            let paint = paint(self);
            self.buffer.face(&corners, paint);
        }
    }

    /// Seamless plaster, round, softly glowing.
    fn magician(&mut self) {
        let radius = self.width * 0.55;
        self.buffer.drum(Vec3::ZERO, (radius * 1.04, radius), HEIGHT - 0.05, 20, self.style.wall);
        let band = self.style.trim.mixed(self.accent, 0.35).glowing(0.3);
        self.buffer.drum(Vec3::new(0.0, 0.06, 0.0), (radius * 1.075, radius * 1.06), 0.08, 20, band);
        self.buffer.drum(
            Vec3::new(0.0, HEIGHT - 0.1, 0.0),
            (radius * 1.03, radius * 1.05),
            0.1,
            20,
            self.style.cornice,
        );
        for i in 0..10 {
            let angle = TAU * (i as f32 + 0.5) / 10.0;
            let out = Vec3::new(angle.cos(), 0.0, -angle.sin());
            let along = Vec3::new(out.z, 0.0, -out.x) * -0.14;
            let middle = out * radius * 1.045 + Vec3::Y * 0.36;
            let up = Vec3::Y * 0.32;
            let paint = self.window(0.7);
            let tip = Vec3::Y * 0.46;
            self.buffer
                .face(&[middle - along, middle + along, middle + along + up, middle + tip, middle - along + up], paint);
        }
    }

    /// Timber with battens under a broad plank.
    fn apprentice(&mut self) {
        self.walls(0.92);
        let face = self.width * 0.46;
        for i in 0..6 {
            let along = (i as f32 / 5.0 - 0.5) * self.width * 0.9;
            let trim = self.style.trim;
            self.on_walls(along, 0.0, (0.09, HEIGHT - 0.08), face + 0.03, |_| trim);
        }
        for along in [-0.27, 0.0, 0.27] {
            self.on_walls(along * self.width, 0.34, (0.3, 0.42), face + 0.02, |mason| mason.window(0.45));
        }
        self.cornice(1.08, 0.09, self.style.cornice);
        // The scaffold that nobody took down.
        let reach = self.width * 0.56;
        let pole = self.style.trim;
        self.buffer.cuboid(Vec3::new(-reach, 0.0, reach), Vec3::new(0.06, HEIGHT, 0.06), pole);
        self.buffer.cuboid(Vec3::new(reach * 0.3, 0.0, reach), Vec3::new(0.06, HEIGHT, 0.06), pole);
        self.buffer.beam(Vec3::new(-reach, 0.5, reach), Vec3::new(reach * 0.3, 0.5, reach), 0.05, pole);
    }

    /// Brick with framed windows.
    fn builder(&mut self) {
        self.walls(1.0);
        let face = self.width * 0.5;
        for along in [-0.3, 0.0, 0.3] {
            let trim = self.style.trim;
            self.on_walls(along * self.width, 0.24, (0.44, 0.6), face + 0.012, |_| trim);
            self.on_walls(along * self.width, 0.3, (0.32, 0.48), face + 0.024, |mason| mason.window(0.5));
        }
        self.cornice(1.06, 0.12, self.style.cornice);
        let wide = self.width * 1.03;
        self.buffer.cuboid(Vec3::ZERO, Vec3::new(wide, 0.1, wide), self.style.wall.shaded(0.82));
    }

    /// Glass between steel posts: one sees what carries it.
    fn engineer(&mut self) {
        self.walls(0.88);
        let (face, reach) = (self.width * 0.44, self.width * 0.465);
        for (x, z) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
            let size = Vec3::new(0.13, HEIGHT - 0.04, 0.13);
            self.buffer.cuboid(Vec3::new(x * reach, 0.0, z * reach), size, self.style.trim);
        }
        for along in [-0.3, -0.1, 0.1, 0.3] {
            let (white, trim) = (palette::STEEL, self.style.wall.shaded(1.1));
            self.on_walls((along + 0.1) * self.width, 0.0, (0.05, HEIGHT - 0.04), face + 0.03, |_| white);
            self.on_walls(along * self.width, 0.12, (0.3, 0.36), face + 0.012, |_| trim);
            self.on_walls(along * self.width, 0.56, (0.3, 0.3), face + 0.012, |mason| mason.window(0.6));
        }
        self.cornice(0.99, 0.1, self.style.cornice);
    }

    /// Slate with rows of offices.
    fn founder(&mut self) {
        self.walls(0.97);
        let face = self.width * 0.485;
        for i in 0..6 {
            let along = (i as f32 / 5.0 - 0.5) * 0.78 * self.width;
            self.on_walls(along, 0.2, (0.21, 0.26), face + 0.012, |mason| mason.window(0.75));
            self.on_walls(along, 0.58, (0.21, 0.26), face + 0.012, |mason| mason.window(0.75));
        }
        let band = self.style.cornice.mixed(self.accent, 0.5);
        self.cornice(1.0, 0.08, band);
    }

    /// Columns around a lit hall, and a golden cornice.
    fn architect(&mut self) {
        self.walls(0.82);
        let (face, reach) = (self.width * 0.41, self.width * 0.46);
        for i in -2..=2 {
            let along = i as f32 * 0.2 * self.width;
            self.on_walls(along * 0.9, 0.14, (0.2, 0.66), face + 0.012, |mason| mason.window(0.85));
            for side in 0..4 {
                let turn = Quat::from_rotation_y(TAU / 4.0 * side as f32);
                let foot = turn * Vec3::new(along, 0.0, reach);
                self.buffer.drum(foot, (0.085, 0.075), HEIGHT - 0.2, 6, self.style.trim);
            }
        }
        let wide = self.width * 1.02;
        self.buffer.cuboid(Vec3::new(0.0, HEIGHT - 0.2, 0.0), Vec3::new(wide, 0.12, wide), self.style.trim);
        self.cornice(1.09, 0.09, self.style.cornice);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stratum_stands_between_its_floor_and_the_next() {
        for level in 0..6 {
            let storey = storey(level, 2.3, Paint::hex(0xFF_0000), 5);
            let heights = storey.positions().iter().map(|p| p[1]);
            assert!(heights.clone().all(|y| (-1e-4..HEIGHT + 1e-4).contains(&y)), "level {level}");
            assert!(heights.fold(0.0, f32::max) > HEIGHT - 1e-3, "level {level} has no top");
            assert!(storey.triangles() < 700, "level {level}: {} triangles", storey.triangles());
        }
    }

    #[test]
    fn the_same_seed_lights_the_same_windows() {
        let paint = Paint::hex(0xFF_0000);
        assert_eq!(format!("{:?}", storey(4, 2.3, paint, 5)), format!("{:?}", storey(4, 2.3, paint, 5)));
        assert_ne!(format!("{:?}", storey(4, 2.3, paint, 5)), format!("{:?}", storey(4, 2.3, paint, 77)));
    }
}
