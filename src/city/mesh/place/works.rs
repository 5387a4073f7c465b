//! Works: an aqueduct on arches, pipes with wheels to turn, masts with wires from one to the next.

use super::shapes::{arcade, at, wire};
use super::yard::{Thing, Yard};
use crate::city::look::Paint;
use crate::city::look::palette::{GOLD, IRON, LAMP, RED, STEEL, STONE, TEAL, WATER, WHITE};
use crate::city::mesh::Buffer;
use bevy::math::{Vec2, Vec3};
use std::f32::consts::TAU;

/// Builds it.
pub fn build(yard: &mut Yard<'_>) {
    let accent = yard.paint.accent;
    yard.put(&aqueduct(), (0.5, 1.15), (4.6, -0.5));
    if yard.site.ring > 0 {
        yard.put(&aqueduct(), (0.45, 1.1), (-4.6, -0.5));
    }
    yard.put(&tank(accent), (0.6, 1.15), (-4.4, 1.6));
    yard.put(&pipes(accent), (0.5, 1.1), (4.4, 1.5));
    masts(yard);
    yard.scatter(4, valve);
    yard.trees(4);
}

/// Masts along the edge, with wires between neighbors: word goes round.
fn masts(yard: &mut Yard<'_>) {
    let mut mast = Thing::new(0.34, 0.34);
    let b = &mut mast.mesh;
    for (x, z) in [(0.13, 0.13), (-0.13, 0.13), (0.0, -0.15)] {
        b.beam(at(x, 0.0, z), at(x * 0.2, 2.6, z * 0.2), 0.045, STEEL);
    }
    b.beam(at(-0.32, 2.2, 0.0), at(0.32, 2.2, 0.0), 0.05, IRON);
    b.drum(at(0.0, 1.6, 0.0), (0.12, 0.12), 0.14, 6, LAMP);
    b.drum(at(0.0, 2.58, 0.0), (0.08, 0.0), 0.2, 5, RED.glowing(0.9));
    let mut before: Option<Vec2> = None;
    for plot in yard.edge(0.4, 3.2, 0.2) {
        if !yard.put_at(&mast, plot.middle, 0.0) {
            continue;
        }
        if let Some(before) =
            before.filter(|before| before.distance(plot.middle) < 5.2 && yard.can_string(*before, plot.middle))
        {
            for (height, sag) in [(2.3, 0.28), (2.02, 0.28)] {
                let high = |p: Vec2| Vec3::new(p.x, height, p.y);
                wire(&mut yard.land, high(before), high(plot.middle), sag, 0.03, IRON);
            }
        }
        before = Some(plot.middle);
    }
}

/// Two rows of arches; the water runs on top.
fn aqueduct() -> Thing {
    let mut thing = Thing::new(4.4, 0.9);
    let b = &mut thing.mesh;
    b.cuboid(at(0.0, 2.06, 0.0), at(4.1, 0.05, 0.24), WATER);
    for z in [-0.2, 0.2] {
        b.cuboid(at(0.0, 2.0, z), at(4.2, 0.22, 0.14), STONE);
    }
    let mut upper = Buffer::default();
    arcade(&mut upper, 3.9, 0.44, 0.82, 6, STONE);
    b.append(&upper, Vec3::Y * 1.2, 0.0);
    b.cuboid(at(0.0, 1.14, 0.0), at(4.1, 0.09, 0.62), STONE.shaded(0.92));
    arcade(b, 3.8, 0.56, 1.16, 3, STONE.shaded(0.97));
    thing.shade((0.0, 0.0), (4.0, 0.5), 2.1);
    thing
}

/// Water kept high, on four legs.
fn tank(accent: Paint) -> Thing {
    let mut thing = Thing::new(1.8, 1.8);
    let b = &mut thing.mesh;
    b.drum(at(0.0, 1.5, 0.0), (0.8, 0.8), 0.85, 12, accent);
    b.drum(at(0.0, 2.35, 0.0), (0.86, 0.0), 0.5, 12, WHITE);
    b.drum(at(0.0, 1.82, 0.0), (0.82, 0.82), 0.12, 12, WHITE);
    for i in 0..4 {
        let angle = TAU * (i as f32 + 0.5) / 4.0;
        let (x, z) = (angle.cos(), angle.sin());
        b.beam(at(x * 0.85, 0.0, z * 0.85), at(x * 0.6, 1.52, z * 0.6), 0.1, IRON);
        let (next_x, next_z) = (-z, x);
        b.beam(at(x * 0.78, 0.5, z * 0.78), at(next_x * 0.66, 1.2, next_z * 0.66), 0.04, STEEL);
    }
    b.drum(Vec3::ZERO, (0.12, 0.12), 1.5, 7, STEEL);
    b.ball(at(0.0, 2.92, 0.0), 0.09, |_| 0.0, LAMP);
    thing.shade_round((0.0, 0.0), 0.8, 2.4);
    thing
}

/// Three pipes that rise, turn and go on, with gauges.
fn pipes(accent: Paint) -> Thing {
    let mut thing = Thing::new(2.9, 1.9);
    let b = &mut thing.mesh;
    for (i, color) in [accent, TEAL, GOLD].into_iter().enumerate() {
        let z = -0.6 + 0.5 * i as f32;
        let high = 0.95 - 0.25 * i as f32;
        let points = [at(-1.3, 0.22, z), at(-0.5, 0.22, z), at(-0.5, high, z), at(0.7, high, z), at(0.7, 0.0, z)];
        for pair in points.windows(2) {
            b.beam(pair[0], pair[1], 0.2, color);
        }
        for corner in &points[1..4] {
            b.ball(*corner, 0.19, |_| 0.0, color.shaded(0.9));
        }
        b.beam(at(-1.34, 0.22, z), at(-1.24, 0.22, z), 0.32, color.shaded(0.8));
        b.drum(at(0.7, 0.0, z), (0.2, 0.2), 0.1, 8, color.shaded(0.8));
        b.drum(at(0.1, high + 0.2, z), (0.17, 0.17), 0.05, 8, RED);
        b.beam(at(0.1, high, z), at(0.1, high + 0.22, z), 0.05, IRON);
    }
    b.drum(at(1.1, 0.0, -0.3), (0.26, 0.26), 1.2, 10, STEEL);
    b.dome(at(1.1, 1.2, -0.3), 0.26, 1.0, 8, STEEL);
    thing.shade((0.0, -0.1), (1.6, 1.2), 0.7);
    thing.shade_round((1.1, -0.3), 0.26, 1.4);
    thing
}

fn valve(_: &mut crate::city::mesh::Dice) -> Thing {
    let mut thing = Thing::new(0.5, 0.5);
    let b = &mut thing.mesh;
    b.drum(Vec3::ZERO, (0.16, 0.16), 0.1, 8, STEEL);
    b.drum(at(0.0, 0.1, 0.0), (0.08, 0.08), 0.34, 6, TEAL);
    b.drum(at(0.0, 0.44, 0.0), (0.17, 0.17), 0.05, 8, RED);
    thing
}
