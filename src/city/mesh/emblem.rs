//! The sign over a door: a board with a figure cut from flat pieces, legible from the street.

use super::Buffer;
use super::outline::Wall;
use crate::city::look::Paint;
use crate::city::look::palette::WHITE;
use crate::domain::content::schema::Emblem;
use bevy::math::{Vec2, Vec3};
use std::f32::consts::{PI, TAU};

/// Half the edge of the board.
const HALF: f32 = 0.22;
/// Height of the board's lower edge over the floor.
const FOOT: f32 = 0.5;
/// How far the board stands out.
const OUT: f32 = 0.13;
/// From one layer of a figure to the next.
const LAYER: f32 = 0.02;

/// Puts a sign over the door of `front`, `forward` of it.
pub fn board(buffer: &mut Buffer, front: Wall, forward: f32, emblem: Emblem, accent: Paint) {
    let ground = accent.shaded(0.5);
    let mut figure = Figure { buffer, front, forward: forward + OUT, ink: WHITE.glowing(0.75), ground };
    draw(&mut figure, emblem);
    let at = |x: f32, y: f32, out: f32| front.at(x * HALF * 1.1, FOOT + HALF + y * HALF * 1.1, forward + out);
    let (back, face) = (-0.12, OUT);
    let edge = accent.shaded(0.8);
    buffer.face(&[at(-1.0, -1.0, face), at(1.0, -1.0, face), at(1.0, 1.0, face), at(-1.0, 1.0, face)], ground);
    buffer.face(&[at(-1.0, 1.0, face), at(1.0, 1.0, face), at(1.0, 1.0, back), at(-1.0, 1.0, back)], edge);
    buffer.face(&[at(-1.0, -1.0, back), at(-1.0, -1.0, face), at(-1.0, 1.0, face), at(-1.0, 1.0, back)], edge);
    buffer.face(&[at(1.0, -1.0, face), at(1.0, -1.0, back), at(1.0, 1.0, back), at(1.0, 1.0, face)], edge);
}

/// Pieces in a square from -1 to 1, in layers from 0: even ones are ink, odd ones the board's own color.
struct Figure<'a> {
    buffer: &'a mut Buffer,
    front: Wall,
    forward: f32,
    ink: Paint,
    ground: Paint,
}

impl Figure<'_> {
    fn shape(&mut self, layer: u8, points: &[(f32, f32)]) {
        let out = self.forward + LAYER * (f32::from(layer) + 1.0);
        let lift = |(x, y): &(f32, f32)| self.front.at(x * HALF * 0.84, FOOT + HALF + y * HALF * 0.84, out);
        let corners: Vec<Vec3> = points.iter().map(lift).collect();
        let paint = if layer.is_multiple_of(2) { self.ink } else { self.ground };
        self.buffer.face(&corners, paint);
    }

    fn bar(&mut self, layer: u8, from: (f32, f32), to: (f32, f32), thick: f32) {
        let (a, b) = (Vec2::from(from), Vec2::from(to));
        let side = (b - a).normalize_or(Vec2::X).perp() * thick / 2.0;
        self.shape(layer, &[a - side, b - side, b + side, a + side].map(|p| (p.x, p.y)));
    }

    fn block(&mut self, layer: u8, (west, south): (f32, f32), (east, north): (f32, f32)) {
        self.shape(layer, &[(west, south), (east, south), (east, north), (west, north)]);
    }

    fn disk(&mut self, layer: u8, middle: (f32, f32), radius: f32) {
        self.sector(layer, middle, (radius, radius), (0.0, TAU));
    }

    /// The part of an oval between two angles.
    fn sector(&mut self, layer: u8, middle: (f32, f32), radii: (f32, f32), angles: (f32, f32)) {
        let steps = 10;
        let point = |i: usize| {
            let angle = angles.0 + (angles.1 - angles.0) * i as f32 / steps as f32;
            (middle.0 + radii.0 * angle.cos(), middle.1 + radii.1 * angle.sin())
        };
        let points: Vec<(f32, f32)> = (0..=steps).map(point).collect();
        self.shape(layer, &points[..if angles.1 - angles.0 >= TAU { steps } else { steps + 1 }]);
    }

    fn mirrored(&mut self, layer: u8, points: &[(f32, f32)]) {
        self.shape(layer, points);
        let other: Vec<(f32, f32)> = points.iter().rev().map(|(x, y)| (-x, *y)).collect();
        self.shape(layer, &other);
    }
}

#[expect(clippy::too_many_lines, reason = "one arm a figure, and nothing between them")]
fn draw(f: &mut Figure<'_>, emblem: Emblem) {
    match emblem {
        Emblem::Book => {
            f.mirrored(0, &[(0.05, -0.7), (1.0, -0.5), (1.0, 0.65), (0.05, 0.45)]);
            f.bar(1, (0.25, 0.12), (0.8, 0.24), 0.12);
            f.bar(1, (0.25, -0.2), (0.8, -0.08), 0.12);
        }
        Emblem::Branch => {
            f.bar(0, (-0.4, -0.7), (-0.4, 0.7), 0.2);
            f.bar(0, (-0.4, -0.35), (0.5, 0.3), 0.2);
            for at in [(-0.4, -0.72), (-0.4, 0.72), (0.5, 0.38)] {
                f.disk(0, at, 0.28);
                f.disk(1, at, 0.12);
            }
        }
        Emblem::Braces => {
            for side in [-1.0, 1.0] {
                f.bar(0, (side * 0.5, 0.2), (side * 0.5, 0.8), 0.24);
                f.bar(0, (side * 0.5, -0.8), (side * 0.5, -0.2), 0.24);
                f.bar(0, (side * 0.58, 0.82), (side * 0.15, 0.82), 0.24);
                f.bar(0, (side * 0.58, -0.82), (side * 0.15, -0.82), 0.24);
                f.bar(0, (side * 0.5, 0.22), (side * 0.9, 0.0), 0.24);
                f.bar(0, (side * 0.5, -0.22), (side * 0.9, 0.0), 0.24);
            }
        }
        Emblem::Bug => {
            for y in [-0.45, 0.0, 0.45] {
                f.bar(0, (-0.95, y * 1.5), (0.95, y * -0.2), 0.14);
                f.bar(0, (0.95, y * 1.5), (-0.95, y * -0.2), 0.14);
            }
            f.sector(0, (0.0, -0.12), (0.55, 0.75), (0.0, TAU));
            f.disk(0, (0.0, 0.68), 0.3);
            f.block(1, (-0.06, -0.8), (0.06, 0.4));
        }
        Emblem::Chart => {
            for (x, high) in [(-0.7, 0.5), (-0.2, 0.95), (0.3, 1.3), (0.8, 1.75)] {
                f.block(0, (x - 0.17, -0.85), (x + 0.17, -0.85 + high));
            }
        }
        Emblem::Check => {
            f.bar(0, (-0.85, 0.05), (-0.2, -0.62), 0.34);
            f.bar(0, (-0.3, -0.6), (0.85, 0.68), 0.34);
        }
        Emblem::Clock => {
            f.disk(0, (0.0, 0.0), 0.95);
            f.disk(1, (0.0, 0.0), 0.72);
            f.bar(2, (0.0, -0.06), (0.0, 0.58), 0.16);
            f.bar(2, (-0.04, 0.0), (0.45, -0.2), 0.16);
        }
        Emblem::Cloud => {
            f.disk(0, (-0.48, -0.1), 0.42);
            f.disk(0, (0.5, -0.14), 0.38);
            f.disk(0, (0.04, 0.2), 0.54);
            f.block(0, (-0.5, -0.52), (0.52, 0.1));
        }
        Emblem::Cylinders => {
            for y in [-0.62, 0.0, 0.62] {
                f.sector(0, (0.0, y - 0.16), (0.75, 0.2), (PI, TAU));
                f.block(0, (-0.75, y - 0.17), (0.75, y + 0.12));
                f.sector(0, (0.0, y + 0.11), (0.75, 0.2), (0.0, PI));
                f.sector(1, (0.0, y + 0.11), (0.62, 0.11), (0.0, TAU));
            }
        }
        Emblem::Eye => {
            f.shape(0, &[(-1.0, 0.0), (-0.5, -0.5), (0.5, -0.5), (1.0, 0.0), (0.5, 0.5), (-0.5, 0.5)]);
            f.disk(1, (0.0, 0.0), 0.42);
            f.disk(2, (0.0, 0.0), 0.18);
        }
        Emblem::Gauge => {
            f.sector(0, (0.0, -0.45), (0.98, 1.2), (0.0, PI));
            f.sector(1, (0.0, -0.45), (0.68, 0.86), (0.0, PI));
            f.bar(2, (-0.04, -0.4), (0.5, 0.35), 0.17);
            f.disk(2, (0.0, -0.45), 0.2);
        }
        Emblem::Gear => {
            for i in 0..4 {
                let (sin, cos) = (PI * i as f32 / 4.0).sin_cos();
                f.bar(0, (-cos * 0.98, -sin * 0.98), (cos * 0.98, sin * 0.98), 0.32);
            }
            f.disk(0, (0.0, 0.0), 0.74);
            f.disk(1, (0.0, 0.0), 0.32);
        }
        Emblem::Heart => {
            f.disk(0, (-0.43, 0.3), 0.48);
            f.disk(0, (0.43, 0.3), 0.48);
            f.shape(0, &[(-0.85, 0.06), (0.0, -0.88), (0.85, 0.06), (0.0, 0.45)]);
        }
        Emblem::Key => {
            f.disk(0, (-0.5, 0.0), 0.5);
            f.disk(1, (-0.5, 0.0), 0.22);
            f.block(0, (-0.1, -0.13), (1.0, 0.13));
            f.block(0, (0.36, -0.5), (0.56, 0.0));
            f.block(0, (0.78, -0.6), (1.0, 0.0));
        }
        Emblem::Layers => {
            for y in [-0.5, 0.0, 0.5] {
                f.shape(if y > 0.0 { 2 } else { 0 }, &[(-0.95, y), (0.0, y - 0.36), (0.95, y), (0.0, y + 0.36)]);
                f.shape(1, &[(-0.95, y + 0.12), (0.0, y - 0.24), (0.95, y + 0.12), (0.0, y + 0.36)]);
            }
        }
        Emblem::Lock => {
            f.disk(0, (0.0, 0.28), 0.55);
            f.disk(1, (0.0, 0.28), 0.3);
            f.block(2, (-0.72, -0.85), (0.72, 0.2));
            f.block(3, (-0.1, -0.58), (0.1, -0.05));
        }
        Emblem::Nodes => {
            let around = [(-0.72, 0.55), (0.72, 0.55), (0.72, -0.6), (-0.72, -0.6)];
            for at in around {
                f.bar(0, (0.0, 0.0), at, 0.14);
                f.disk(0, at, 0.26);
            }
            f.disk(0, (0.0, 0.0), 0.36);
        }
        Emblem::People => {
            for (x, size) in [(-0.58, 0.8), (0.58, 0.8), (0.0, 1.1)] {
                let layer = if x == 0.0 { 2 } else { 0 };
                f.disk(layer, (x, 0.42 * size), 0.26 * size);
                f.sector(layer, (x, -0.75), (0.4 * size, 0.86 * size), (0.0, PI));
            }
        }
        Emblem::Plug => {
            f.block(0, (-0.48, 0.3), (-0.22, 0.95));
            f.block(0, (0.22, 0.3), (0.48, 0.95));
            f.block(0, (-0.7, 0.1), (0.7, 0.36));
            f.sector(0, (0.0, 0.12), (0.6, 0.66), (PI, TAU));
            f.block(0, (-0.12, -0.98), (0.12, -0.4));
        }
        Emblem::Rocket => {
            f.mirrored(0, &[(0.2, -0.5), (0.66, -0.78), (0.6, -0.15), (0.3, 0.1)]);
            f.shape(0, &[(-0.34, -0.55), (0.34, -0.55), (0.4, 0.2), (0.0, 1.0), (-0.4, 0.2)]);
            f.disk(1, (0.0, 0.18), 0.18);
            f.shape(0, &[(-0.16, -0.64), (0.0, -1.0), (0.16, -0.64)]);
        }
        Emblem::Scales => {
            f.bar(0, (0.0, -0.8), (0.0, 0.8), 0.16);
            f.bar(0, (-0.8, 0.55), (0.8, 0.55), 0.16);
            f.bar(0, (-0.45, -0.82), (0.45, -0.82), 0.18);
            for x in [-0.68, 0.68] {
                f.sector(0, (x, -0.1), (0.34, 0.36), (PI, TAU));
                f.bar(0, (x, -0.1), (x, 0.55), 0.09);
            }
        }
        Emblem::Screen => {
            f.block(0, (-0.98, -0.75), (0.98, 0.75));
            f.block(1, (-0.82, -0.6), (0.82, 0.3));
            f.disk(1, (-0.72, 0.52), 0.1);
            f.disk(1, (-0.42, 0.52), 0.1);
            f.block(2, (-0.62, -0.42), (-0.08, 0.1));
            f.block(2, (0.1, -0.05), (0.62, 0.1));
            f.block(2, (0.1, -0.42), (0.62, -0.2));
        }
        Emblem::Shield => {
            f.shape(
                0,
                &[(0.0, -0.98), (0.6, -0.45), (0.78, 0.1), (0.78, 0.75), (-0.78, 0.75), (-0.78, 0.1), (-0.6, -0.45)],
            );
            f.shape(1, &[(0.0, -0.68), (0.42, -0.28), (0.54, 0.12), (0.54, 0.52), (0.0, 0.52)]);
        }
        Emblem::Terminal => {
            f.bar(0, (-0.85, 0.62), (-0.2, 0.02), 0.28);
            f.bar(0, (-0.85, -0.62), (-0.2, 0.04), 0.28);
            f.block(0, (0.05, -0.72), (0.9, -0.46));
        }
    }
}
