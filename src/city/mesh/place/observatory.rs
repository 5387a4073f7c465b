//! A proving ground: a dome with its telescope, a dish, a golden sphere of rings, targets to be hit.

use super::shapes::{at, pane};
use super::yard::{Thing, Yard};
use crate::city::look::Paint;
use crate::city::look::palette::{CONCRETE, GOLD, IRON, RED, SLATE, STEEL, STONE, TRUNK, WHITE, WINDOW_LIT};
use crate::city::mesh::Buffer;
use bevy::math::{Quat, Vec3};
use std::f32::consts::TAU;

/// Builds it.
pub fn build(yard: &mut Yard<'_>) {
    let accent = yard.paint.accent;
    yard.put(&dome(accent), (0.5, 1.2), (4.4, 0.3));
    yard.put(&dish(), (0.5, 1.15), (-4.4, 0.5));
    yard.put(&rings(), (0.55, 1.1), (0.0, -1.8));
    yard.put(&tripod(), (0.6, 1.1), (-3.0, -2.0));
    for near in [(2.2, -1.6), (-2.2, -1.6), (5.5, 2.0), (-5.5, 2.2), (3.0, 0.0)] {
        yard.put(&target(accent), (0.6, 1.0), near);
    }
    yard.scatter(3, |_| target(RED));
    yard.scatter(4, |_| gauge());
    yard.plant(6);
}

/// A round house; its roof is slit open, and the telescope looks out.
fn dome(accent: Paint) -> Thing {
    let mut thing = Thing::new(3.2, 3.2);
    let b = &mut thing.mesh;
    // The roof is left open towards the front, over an eighth of its round.
    let (radius, foot) = (1.32, 1.3);
    let point = |ring: usize, i: usize| {
        let up = TAU / 4.0 * ring as f32 / 5.0;
        let around = TAU * (i as f32 + 0.5) / 16.0 - TAU / 4.0;
        at(around.cos() * up.cos(), up.sin() * 0.94, -around.sin() * up.cos()) * radius + Vec3::Y * foot
    };
    for (ring, i) in (0..5).flat_map(|ring| (0..16).map(move |i| (ring, i))) {
        let slit = i == 15 && ring > 0;
        let paint = if slit { SLATE.shaded(0.5) } else { WHITE.shaded(1.0 - 0.03 * (i % 2) as f32) };
        b.face(&[point(ring, i), point(ring, i + 1), point(ring + 1, i + 1), point(ring + 1, i)], paint);
    }
    let (eye, out) = (at(0.0, 1.7, 0.3), at(0.0, 2.9, 1.5));
    b.beam(eye, out, 0.3, accent);
    b.beam(eye.lerp(out, 0.82), eye.lerp(out, 1.06), 0.38, GOLD);
    b.beam(eye.lerp(out, 1.03), eye.lerp(out, 1.07), 0.26, WINDOW_LIT);
    b.drum(at(0.0, 1.16, 0.0), (1.42, 1.42), 0.16, 16, accent);
    b.drum(Vec3::ZERO, (1.3, 1.3), 1.2, 16, CONCRETE);
    b.drum(Vec3::ZERO, (1.55, 1.5), 0.16, 16, STONE);
    for i in 0..7 {
        let angle = TAU * i as f32 / 7.0;
        let mut window = Buffer::default();
        let lit = if i == 0 { TRUNK } else { WINDOW_LIT.glowing(0.8) };
        pane(&mut window, at(0.0, if i == 0 { 0.5 } else { 0.68 }, 1.29), 0.3, if i == 0 { 0.7 } else { 0.4 }, lit);
        b.append(&window, Vec3::ZERO, angle);
    }
    thing.shade_round((0.0, 0.0), 1.25, 1.5);
    thing.shade_round((0.0, 0.0), 0.85, 2.3);
    thing
}

/// A dish that listens.
fn dish() -> Thing {
    let mut thing = Thing::new(2.6, 2.6);
    let turn = Quat::from_rotation_x(0.85);
    let middle = at(0.0, 1.75, 0.1);
    let b = &mut thing.mesh;
    let rim = |radius: f32, depth: f32, i: usize| {
        let angle = TAU * i as f32 / 14.0;
        middle + turn * at(radius * angle.cos(), depth, -radius * angle.sin())
    };
    let rings = [(0.0, 0.0), (0.7, 0.14), (1.25, 0.5)];
    for pair in rings.windows(2) {
        let [(inner, low), (outer, high)] = [pair[0], pair[1]];
        for i in 0..14 {
            let corners = [rim(inner, low, i), rim(outer, high, i), rim(outer, high, i + 1), rim(inner, low, i + 1)];
            let corners = if inner > 0.0 { &corners[..] } else { &corners[1..] };
            super::shapes::sheet(b, corners, WHITE.shaded(1.0 - 0.04 * (i % 2) as f32));
        }
    }
    let focus = middle + turn * Vec3::Y * 1.1;
    for i in [0, 5, 9] {
        b.beam(rim(1.2, 0.47, i), focus, 0.04, IRON);
    }
    b.ball(focus, 0.12, |_| 0.0, RED.glowing(0.6));
    b.beam(at(0.0, 1.2, -0.2), middle, 0.3, STEEL);
    b.drum(at(0.0, 0.3, -0.2), (0.44, 0.22), 1.1, 8, STEEL);
    b.cuboid(at(0.0, 0.0, -0.2), at(1.4, 0.34, 1.4), CONCRETE);
    thing.shade_round((0.0, 0.1), 0.9, 1.8);
    thing
}

/// The heavens, as far as known.
fn rings() -> Thing {
    let mut thing = Thing::new(1.6, 1.6);
    let b = &mut thing.mesh;
    let middle = Vec3::Y * 1.3;
    for (turn, radius) in
        [(Quat::IDENTITY, 0.74), (Quat::from_rotation_y(1.4), 0.66), (Quat::from_rotation_x(1.15), 0.58)]
    {
        b.ring(middle, radius, 0.05, turn, GOLD);
    }
    b.ball(middle, 0.2, |_| 0.0, WINDOW_LIT);
    b.drum(at(0.0, 0.2, 0.0), (0.3, 0.12), 0.4, 8, STONE);
    b.drum(Vec3::ZERO, (0.7, 0.62), 0.2, 10, STONE.shaded(0.94));
    thing.shade_round((0.0, 0.0), 0.5, 1.4);
    thing
}

/// A small telescope for whoever comes by.
fn tripod() -> Thing {
    let mut thing = Thing::new(1.0, 1.0);
    let b = &mut thing.mesh;
    for i in 0..3 {
        let angle = TAU * i as f32 / 3.0 + 0.5;
        b.beam(at(0.36 * angle.cos(), 0.0, 0.36 * angle.sin()), at(0.0, 0.74, 0.0), 0.05, TRUNK);
    }
    b.beam(at(0.0, 0.62, -0.36), at(0.0, 1.06, 0.42), 0.14, GOLD);
    b.beam(at(0.0, 1.0, 0.32), at(0.0, 1.1, 0.5), 0.2, IRON);
    thing
}

/// Rings of two colors on an easel, and what has hit them.
fn target(color: Paint) -> Thing {
    let mut thing = Thing::new(0.9, 0.84);
    let b = &mut thing.mesh;
    let middle = at(0.0, 0.72, 0.0);
    let plate = |b: &mut Buffer, radius: f32, z: f32, paint: Paint| {
        let corner = |i: usize| {
            let angle = TAU * i as f32 / 12.0;
            middle + at(radius * angle.cos(), radius * angle.sin(), z)
        };
        let front: Vec<Vec3> = (0..12).map(corner).collect();
        super::shapes::sheet(b, &front, paint);
    };
    plate(b, 0.1, 0.12, GOLD);
    plate(b, 0.21, 0.09, WHITE);
    plate(b, 0.32, 0.06, color);
    plate(b, 0.42, 0.03, WHITE);
    for x in [-0.26, 0.26] {
        b.beam(at(x, 0.0, 0.12), at(x * 0.4, 1.25, -0.06), 0.05, TRUNK);
    }
    b.beam(at(0.0, 0.0, -0.28), at(0.0, 1.2, -0.06), 0.05, TRUNK);
    b.beam(at(0.06, 0.76, 0.1), at(0.26, 0.9, 0.4), 0.03, RED);
    thing.shade((0.0, 0.0), (0.7, 0.2), 0.9);
    thing
}

/// A post with a dial.
fn gauge() -> Thing {
    let mut thing = Thing::new(0.4, 0.4);
    let b = &mut thing.mesh;
    b.drum(Vec3::ZERO, (0.06, 0.05), 0.6, 5, IRON);
    b.cuboid(at(0.0, 0.56, 0.0), at(0.28, 0.28, 0.12), STEEL);
    pane(b, at(0.0, 0.7, 0.06), 0.2, 0.18, WINDOW_LIT);
    thing
}
