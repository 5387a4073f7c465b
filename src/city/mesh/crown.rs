//! What stands on a roof and names the building from afar: legible at 40 pixels.

use super::{Buffer, seed};
use crate::city::look::Paint;
use crate::city::look::palette::{GOLD, IRON, LAMP, STEEL, WHITE, WINDOW_LIT};
use crate::domain::content::schema::Crown;
use bevy::math::{Quat, Vec3};
use std::f32::consts::TAU;

/// The crown of a building whose pack names none: always the same for the same id.
pub fn chosen_for(id: &str) -> Crown {
    const ALL: [Crown; 16] = [
        Crown::Antenna,
        Crown::Bell,
        Crown::Chimneys,
        Crown::Clock,
        Crown::Crane,
        Crown::Dome,
        Crown::Flag,
        Crown::Gable,
        Crown::Key,
        Crown::Lamp,
        Crown::Pediment,
        Crown::Shield,
        Crown::Stack,
        Crown::Tank,
        Crown::Telescope,
        Crown::Terrace,
    ];
    ALL[seed(id) as usize % ALL.len()]
}

/// Builds a crown that stands on y = 0 around the middle of a roof that is `width` wide.
pub fn crown(crown: Crown, width: f32, accent: Paint) -> Buffer {
    let mut buffer = Buffer::default();
    let build = match crown {
        Crown::Antenna => antenna,
        Crown::Bell => bell,
        Crown::Chimneys => chimneys,
        Crown::Clock => clock,
        Crown::Crane => crane,
        Crown::Dome => dome,
        Crown::Flag => flag,
        Crown::Gable => gable_roof,
        Crown::Key => key,
        Crown::Lamp => lamp,
        Crown::Pediment => pediment,
        Crown::Shield => shield,
        Crown::Stack => stack,
        Crown::Tank => tank,
        Crown::Telescope => telescope,
        Crown::Terrace => terrace,
    };
    build(&mut buffer, width, accent);
    buffer
}

fn at(x: f32, y: f32, z: f32) -> Vec3 {
    Vec3::new(x, y, z)
}

fn antenna(b: &mut Buffer, w: f32, accent: Paint) {
    b.drum(Vec3::ZERO, (w * 0.2, 0.05), 1.7, 4, STEEL);
    for (i, radius) in [0.24, 0.42, 0.6].into_iter().enumerate() {
        b.ring(
            at(0.0, 1.15 + 0.26 * i as f32, 0.0),
            radius,
            0.035,
            Quat::from_rotation_x(TAU / 4.0),
            accent.glowing(0.35),
        );
    }
    b.ball(at(0.0, 1.82, 0.0), 0.11, |_| 0.0, LAMP);
}

fn bell(b: &mut Buffer, _: f32, accent: Paint) {
    for x in [-0.42, 0.42] {
        b.cuboid(at(x, 0.0, 0.0), at(0.13, 1.05, 0.4), WHITE);
    }
    gable(b, at(0.0, 1.05, 0.0), (1.15, 0.75), 0.42, accent);
    b.drum(at(0.0, 0.34, 0.0), (0.3, 0.12), 0.42, 10, GOLD);
    b.ball(at(0.0, 0.32, 0.0), 0.08, |_| 0.0, IRON);
}

fn chimneys(b: &mut Buffer, w: f32, accent: Paint) {
    for (x, z, high) in [(-0.42, 0.25, 1.5), (0.38, -0.25, 1.85)] {
        b.drum(at(x, 0.0, z), (0.32, 0.2), high, 12, WHITE.shaded(0.92));
        b.drum(at(x, high - 0.32, z), (0.26, 0.25), 0.2, 12, accent);
    }
    b.cuboid(at(0.0, 0.0, 0.0), at(w * 0.8, 0.14, w * 0.8), accent);
}

fn clock(b: &mut Buffer, _: f32, accent: Paint) {
    b.cuboid(Vec3::ZERO, at(0.95, 1.15, 0.95), WHITE);
    for side in 0..4 {
        let turn = Quat::from_rotation_y(TAU / 4.0 * side as f32);
        let disk: Vec<Vec3> = (0..12)
            .map(|i| turn * at(0.34 * (TAU * i as f32 / 12.0).cos(), 0.62 + 0.34 * (TAU * i as f32 / 12.0).sin(), 0.49))
            .collect();
        b.face(&disk, WINDOW_LIT.glowing(0.7));
        b.beam(turn * at(0.0, 0.62, 0.5), turn * at(0.0, 0.88, 0.5), 0.05, IRON);
        b.beam(turn * at(0.0, 0.62, 0.5), turn * at(0.17, 0.7, 0.5), 0.05, IRON);
    }
    b.drum(at(0.0, 1.15, 0.0), (0.78, 0.0), 0.75, 4, accent);
}

fn crane(b: &mut Buffer, _: f32, accent: Paint) {
    b.cuboid(Vec3::ZERO, at(0.2, 1.75, 0.2), accent);
    b.beam(at(-0.7, 1.6, 0.0), at(1.45, 1.6, 0.0), 0.13, accent);
    b.beam(at(0.0, 2.05, 0.0), at(1.35, 1.66, 0.0), 0.04, IRON);
    b.beam(at(0.0, 2.05, 0.0), at(-0.65, 1.66, 0.0), 0.04, IRON);
    b.cuboid(at(0.0, 1.7, 0.0), at(0.09, 0.4, 0.09), IRON);
    b.cuboid(at(-0.62, 1.22, 0.0), at(0.32, 0.34, 0.3), IRON);
    b.beam(at(1.2, 0.95, 0.0), at(1.2, 1.6, 0.0), 0.035, IRON);
    b.cuboid(at(1.2, 0.62, 0.0), at(0.46, 0.34, 0.34), GOLD);
}

fn dome(b: &mut Buffer, w: f32, accent: Paint) {
    b.drum(Vec3::ZERO, (w * 0.44, w * 0.44), 0.24, 20, WHITE);
    b.dome(at(0.0, 0.24, 0.0), w * 0.42, 0.95, 16, accent);
    b.drum(at(0.0, 0.2 + w * 0.4, 0.0), (0.12, 0.1), 0.26, 8, GOLD);
    b.drum(at(0.0, 0.46 + w * 0.4, 0.0), (0.13, 0.0), 0.34, 8, GOLD);
}

fn flag(b: &mut Buffer, w: f32, accent: Paint) {
    b.cuboid(Vec3::ZERO, at(w * 0.55, 0.3, w * 0.55), WHITE);
    b.drum(at(0.0, 0.3, 0.0), (0.05, 0.04), 1.75, 6, IRON);
    for z in [0.0, 0.03] {
        let flag = [at(0.04, 1.4, z), at(0.95, 1.5, z), at(0.8, 1.72, z), at(0.95, 1.95, z), at(0.04, 2.02, z)];
        let mut flag = flag.to_vec();
        if z == 0.0 {
            flag.reverse();
        }
        b.face(&flag, accent);
    }
}

fn gable_roof(b: &mut Buffer, w: f32, accent: Paint) {
    gable(b, Vec3::ZERO, (w * 1.12, w * 1.06), w * 0.46, accent);
    b.cuboid(at(w * 0.26, 0.1, w * 0.2), at(0.26, w * 0.42, 0.26), WHITE.shaded(0.9));
}

fn key(b: &mut Buffer, w: f32, accent: Paint) {
    b.cuboid(Vec3::ZERO, at(w * 0.5, 0.16, w * 0.5), accent);
    b.cuboid(at(0.0, 0.16, 0.0), at(0.16, 0.95, 0.16), GOLD);
    b.cuboid(at(0.22, 0.3, 0.0), at(0.34, 0.13, 0.14), GOLD);
    b.cuboid(at(0.18, 0.56, 0.0), at(0.26, 0.13, 0.14), GOLD);
    b.ring(at(0.0, 1.45, 0.0), 0.38, 0.11, Quat::IDENTITY, GOLD);
}

fn lamp(b: &mut Buffer, _: f32, accent: Paint) {
    b.drum(Vec3::ZERO, (0.62, 0.44), 1.0, 12, WHITE);
    b.drum(at(0.0, 0.36, 0.0), (0.575, 0.53), 0.26, 12, accent);
    b.drum(at(0.0, 1.0, 0.0), (0.56, 0.56), 0.09, 12, IRON);
    b.drum(at(0.0, 1.09, 0.0), (0.34, 0.34), 0.42, 10, LAMP);
    b.drum(at(0.0, 1.51, 0.0), (0.54, 0.0), 0.48, 12, accent);
}

fn pediment(b: &mut Buffer, w: f32, accent: Paint) {
    for i in -2..=2 {
        b.drum(at(i as f32 * w * 0.21, 0.0, w * 0.42), (0.1, 0.085), 0.72, 7, WHITE);
        b.drum(at(i as f32 * w * 0.21, 0.0, -w * 0.42), (0.1, 0.085), 0.72, 7, WHITE);
    }
    b.cuboid(Vec3::ZERO, at(w * 0.7, 0.72, w * 0.66), WHITE.shaded(0.88));
    b.cuboid(at(0.0, 0.72, 0.0), at(w * 1.06, 0.11, w * 1.06), WHITE);
    gable(b, at(0.0, 0.83, 0.0), (w * 1.06, w * 1.06), 0.55, accent);
}

fn shield(b: &mut Buffer, w: f32, accent: Paint) {
    let reach = w * 0.4;
    for i in 0..12 {
        let side = Quat::from_rotation_y(TAU / 4.0 * (i / 3) as f32);
        let along = ((i % 3) as f32 - 1.0) * reach;
        b.cuboid(side * at(along, 0.0, w * 0.45), at(0.36, 0.42, 0.36), WHITE.shaded(0.9));
    }
    b.cuboid(Vec3::ZERO, at(w * 0.62, 0.35, w * 0.62), accent);
    let shield = [at(-0.5, 1.55, 0.0), at(-0.5, 0.95, 0.0), at(0.0, 0.4, 0.0), at(0.5, 0.95, 0.0), at(0.5, 1.55, 0.0)];
    for (z, scale, paint) in [(0.1, 1.0, GOLD), (0.13, 0.76, accent)] {
        let middle = at(0.0, 1.02, 0.0);
        let front: Vec<Vec3> = shield.iter().map(|p| middle + (*p - middle) * scale + Vec3::Z * z).collect();
        let back: Vec<Vec3> = front.iter().rev().map(|p| *p - Vec3::Z * 2.0 * z).collect();
        b.face(&front, paint);
        b.face(&back, paint);
    }
    b.cuboid(at(0.0, 0.35, 0.0), at(0.1, 0.5, 0.1), IRON);
}

fn stack(b: &mut Buffer, w: f32, accent: Paint) {
    for i in 0..3 {
        let y = 0.42 * i as f32;
        b.drum(at(0.0, y, 0.0), (w * 0.38, w * 0.38), 0.33, 20, accent);
        b.drum(at(0.0, y + 0.33, 0.0), (w * 0.4, w * 0.4), 0.09, 20, WHITE);
    }
}

fn tank(b: &mut Buffer, _: f32, accent: Paint) {
    for (x, z) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
        b.beam(at(0.46 * x, 0.0, 0.46 * z), at(0.34 * x, 0.75, 0.34 * z), 0.09, IRON);
    }
    b.drum(at(0.0, 0.72, 0.0), (0.56, 0.56), 0.72, 16, accent);
    b.drum(at(0.0, 1.44, 0.0), (0.64, 0.0), 0.4, 16, WHITE);
}

fn telescope(b: &mut Buffer, w: f32, accent: Paint) {
    b.drum(Vec3::ZERO, (w * 0.4, w * 0.4), 0.3, 20, WHITE.shaded(0.94));
    b.dome(at(0.0, 0.3, 0.0), w * 0.39, 0.9, 16, WHITE);
    let (from, to) = (at(0.0, 0.75, 0.0), at(0.75, 1.75, 0.55));
    b.beam(from, to, 0.34, accent);
    b.beam(from.lerp(to, 0.86), from.lerp(to, 1.02), 0.44, IRON);
}

fn terrace(b: &mut Buffer, w: f32, accent: Paint) {
    b.cuboid(Vec3::ZERO, at(w * 0.9, 0.1, w * 0.9), Paint::hex(0x8FB566));
    for (x, z, r) in [(-0.5, 0.45, 0.32), (0.55, -0.5, 0.4), (0.5, 0.5, 0.24)] {
        b.ball(at(x, 0.1 + r, z), r, |_| 0.0, Paint::hex(0x5F9A5B));
    }
    b.cuboid(at(-0.35, 0.1, -0.4), at(0.85, 0.6, 0.7), WHITE);
    b.cuboid(at(-0.35, 0.7, -0.4), at(1.0, 0.1, 0.85), accent);
}

/// A gabled roof on `foot`: `size` along x and z, `high` at the ridge, which runs along z.
fn gable(b: &mut Buffer, foot: Vec3, size: (f32, f32), high: f32, paint: Paint) {
    let (x, z) = (size.0 / 2.0, size.1 / 2.0);
    let at = |x: f32, y: f32, z: f32| foot + Vec3::new(x, y, z);
    b.face(&[at(-x, 0.0, z), at(x, 0.0, z), at(0.0, high, z)], paint.shaded(0.9));
    b.face(&[at(x, 0.0, -z), at(-x, 0.0, -z), at(0.0, high, -z)], paint.shaded(0.9));
    b.face(&[at(x, 0.0, z), at(x, 0.0, -z), at(0.0, high, -z), at(0.0, high, z)], paint);
    b.face(&[at(-x, 0.0, -z), at(-x, 0.0, z), at(0.0, high, z), at(0.0, high, -z)], paint);
}
