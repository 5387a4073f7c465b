//! What stands on a roof and names the building from afar: legible at 40 pixels.

use super::Buffer;
use crate::city::look::Paint;
use crate::city::look::palette::{GOLD, IRON, LAMP, LEAVES, STEEL, TRUNK, WHITE, WINDOW_LIT};
use crate::domain::content::schema::Crown;
use bevy::math::{Quat, Vec2, Vec3};
use std::f32::consts::TAU;

/// Builds a crown that stands on y = 0 around the middle of a roof of this size along x and z.
pub fn crown(crown: Crown, roof: Vec2, accent: Paint) -> Buffer {
    let mut buffer = Buffer::default();
    let build: fn(&mut Buffer, f32, Paint) = match crown {
        Crown::Antenna => antenna,
        Crown::Bell => bell,
        Crown::Billboard => billboard,
        Crown::Braces => braces,
        Crown::Chimneys => chimneys,
        Crown::Clock => clock,
        Crown::Cloud => cloud,
        Crown::Crane => crane,
        Crown::Dome => dome,
        Crown::Flag => flag,
        Crown::Gable => {
            gable_roof(&mut buffer, roof, accent);
            return buffer;
        }
        Crown::Globe => globe,
        Crown::Key => key,
        Crown::Lamp => lamp,
        Crown::Pediment => pediment,
        Crown::Shield => shield,
        Crown::Spire => spire,
        Crown::Stack => stack,
        Crown::Tank => tank,
        Crown::Telescope => telescope,
        Crown::Terrace => {
            terrace(&mut buffer, roof, accent);
            return buffer;
        }
        Crown::Windmill => windmill,
    };
    build(&mut buffer, roof.min_element(), accent);
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
    b.beam(at(-0.7, 1.6, 0.0), at(1.36, 1.6, 0.0), 0.13, accent);
    b.beam(at(0.0, 2.05, 0.0), at(1.28, 1.66, 0.0), 0.04, IRON);
    b.beam(at(0.0, 2.05, 0.0), at(-0.65, 1.66, 0.0), 0.04, IRON);
    b.cuboid(at(0.0, 1.7, 0.0), at(0.09, 0.4, 0.09), IRON);
    b.cuboid(at(-0.62, 1.22, 0.0), at(0.32, 0.34, 0.3), IRON);
    b.beam(at(1.1, 0.95, 0.0), at(1.1, 1.6, 0.0), 0.035, IRON);
    b.cuboid(at(1.1, 0.62, 0.0), at(0.46, 0.34, 0.34), GOLD);
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

fn billboard(b: &mut Buffer, _: f32, accent: Paint) {
    for x in [-0.62, 0.62] {
        b.cuboid(at(x, 0.0, -0.1), at(0.1, 0.6, 0.1), IRON);
        b.beam(at(x, 0.0, -0.42), at(x, 0.7, -0.12), 0.06, IRON);
    }
    b.cuboid(at(0.0, 0.42, -0.06), at(1.9, 1.16, 0.16), accent);
    for z in [1.0, -1.0] {
        let mut pane = |(west, low): (f32, f32), (east, high): (f32, f32), out: f32, paint: Paint| {
            let z = -0.06 + z * (0.08 + out);
            let mut corners = [at(west, low, z), at(east, low, z), at(east, high, z), at(west, high, z)];
            if z < -0.06 {
                corners.reverse();
            }
            b.face(&corners, paint);
        };
        pane((-0.86, 0.5), (0.86, 1.3), 0.025, WINDOW_LIT.mixed(WHITE, 0.5).glowing(0.6));
        pane((-0.74, 0.62), (-0.1, 1.18), 0.05, accent.glowing(0.3));
        pane((0.06, 1.02), (0.74, 1.18), 0.05, accent.shaded(0.7));
        pane((0.06, 0.82), (0.6, 0.92), 0.05, accent.shaded(0.7));
        pane((0.06, 0.62), (0.68, 0.72), 0.05, accent.shaded(0.7));
    }
}

/// The pair of signs that programs are fenced with.
fn braces(b: &mut Buffer, w: f32, accent: Paint) {
    b.cuboid(Vec3::ZERO, at(w * 0.72, 0.14, w * 0.4), accent);
    for side in [-1.0, 1.0] {
        let line = [(0.28, 1.74), (0.5, 1.66), (0.5, 1.12), (0.78, 0.94), (0.5, 0.76), (0.5, 0.22), (0.28, 0.14)];
        for pair in line.windows(2) {
            let lift = |(x, y): (f32, f32)| at(x * side, y, 0.0);
            b.beam(lift(pair[0]), lift(pair[1]), 0.19, GOLD);
        }
    }
}

fn cloud(b: &mut Buffer, w: f32, accent: Paint) {
    b.drum(Vec3::ZERO, (w * 0.3, w * 0.26), 0.16, 12, accent);
    b.drum(at(0.0, 0.16, 0.0), (0.07, 0.07), 0.5, 6, IRON);
    for (x, y, z, r) in
        [(0.0, 1.18, 0.0, 0.52), (-0.52, 0.98, 0.1, 0.38), (0.54, 0.96, -0.06, 0.42), (0.12, 0.92, 0.4, 0.32)]
    {
        b.ball(at(x, y, z), r, |_| 0.0, WHITE.glowing(0.08));
    }
}

fn globe(b: &mut Buffer, w: f32, accent: Paint) {
    b.drum(Vec3::ZERO, (w * 0.28, w * 0.2), 0.22, 12, WHITE);
    b.drum(at(0.0, 0.22, 0.0), (0.09, 0.07), 0.2, 8, IRON);
    b.ball(at(0.0, 1.0, 0.0), 0.6, |_| 0.0, accent);
    b.ring(at(0.0, 1.0, 0.0), 0.8, 0.05, Quat::from_rotation_x(TAU * 0.2), GOLD);
}

fn spire(b: &mut Buffer, w: f32, accent: Paint) {
    b.cuboid(Vec3::ZERO, at(w * 0.62, 0.34, w * 0.62), WHITE);
    b.cuboid(at(0.0, 0.34, 0.0), at(w * 0.42, 0.3, w * 0.42), WHITE.shaded(0.95));
    b.drum(at(0.0, 0.64, 0.0), (w * 0.26, 0.0), 1.3, 8, accent);
    b.ball(at(0.0, 1.95, 0.0), 0.1, |_| 0.0, GOLD);
}

fn windmill(b: &mut Buffer, w: f32, accent: Paint) {
    b.drum(Vec3::ZERO, (w * 0.24, w * 0.15), 1.05, 10, WHITE);
    b.drum(at(0.0, 1.05, 0.0), (w * 0.19, 0.0), 0.4, 10, accent);
    b.beam(at(0.0, 1.06, 0.2), at(0.0, 1.06, 0.5), 0.1, IRON);
    for i in 0..4 {
        let turn = Quat::from_rotation_z(TAU / 4.0 * i as f32 + 0.4);
        let sail = |z: f32| {
            [(0.02, 0.14), (0.26, 0.14), (0.26, 0.88), (0.02, 0.88)]
                .map(|(x, y)| turn * at(x, y, 0.0) + at(0.0, 1.06, z))
        };
        let mut back = sail(0.45);
        back.reverse();
        b.face(&sail(0.47), accent);
        b.face(&back, accent);
        b.beam(at(0.0, 1.06, 0.46), turn * at(0.0, 0.9, 0.0) + at(0.0, 1.06, 0.46), 0.05, IRON);
    }
}

fn gable_roof(b: &mut Buffer, roof: Vec2, accent: Paint) {
    let (size, high) = (roof * 1.14, roof.min_element() * 0.5);
    if roof.x > roof.y {
        // Along the longer side.
        let mut turned = Buffer::default();
        gable(&mut turned, Vec3::ZERO, (size.y, size.x), high, accent);
        b.append(&turned, Vec3::ZERO, TAU / 4.0);
    } else {
        gable(b, Vec3::ZERO, (size.x, size.y), high, accent);
    }
    b.cuboid(at(roof.x * 0.3, 0.1, roof.y * 0.22), at(0.26, high * 0.95, 0.26), WHITE.shaded(0.9));
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

fn terrace(b: &mut Buffer, roof: Vec2, accent: Paint) {
    let [lawn, leaves] = [LEAVES[3], LEAVES[0]];
    b.cuboid(Vec3::ZERO, at(roof.x * 0.88, 0.1, roof.y * 0.88), lawn);
    let (x, z) = (roof.x * 0.26, roof.y * 0.26);
    for (x, z, r) in [(-x, z, 0.3), (x, -z, 0.36), (x, z, 0.24)] {
        b.drum(at(x, 0.1, z), (0.05, 0.04), 0.3, 5, TRUNK);
        b.ball(at(x, 0.3 + r, z), r, |_| 0.0, leaves);
    }
    b.cuboid(at(-x * 0.8, 0.1, -z * 0.8), at(0.75, 0.6, 0.6), WHITE);
    b.cuboid(at(-x * 0.8, 0.7, -z * 0.8), at(0.9, 0.1, 0.75), accent);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::city::mesh::outline::roof;
    use crate::domain::content::schema::Form;

    #[test]
    fn every_crown_stays_over_the_lot_of_every_form() {
        for (of, form) in Crown::ALL.iter().flat_map(|of| Form::ALL.iter().map(move |form| (*of, *form))) {
            let crown = crown(of, roof(form, 2.9 * 0.78), Paint::hex(0));
            let reach = crown.positions().iter().flat_map(|p| [p[0].abs(), p[2].abs()]).fold(0.0, f32::max);
            let top = crown.positions().iter().map(|p| p[1]).fold(0.0, f32::max);
            assert!(reach <= 1.45 && top < 2.15, "{of:?} on {form:?}: {reach}, {top}");
            assert!(crown.triangles() < 600, "{of:?}: {}", crown.triangles());
        }
    }
}
