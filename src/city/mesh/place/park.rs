//! A park: a town hall with steps and a clock, a fountain, a bandstand, benches, hedges and trees.

use super::shapes::{at, back_pane, flag, gable, pane, pyramid};
use super::yard::{Plot, Thing, Yard};
use crate::city::look::Paint;
use crate::city::look::palette::{
    FOAM, GOLD, HEDGE, IRON, LAMP, LEAVES, RED, STONE, TIMBER, WATER, WHITE, WINDOW_LIT, YELLOW,
};
use crate::city::mesh::Dice;
use bevy::math::Vec3;
use std::f32::consts::TAU;

/// Builds it.
pub fn build(yard: &mut Yard<'_>) {
    let accent = yard.paint.accent;
    yard.put(&town_hall(accent), (0.5, 1.25), (4.6, 0.4));
    yard.put(&fountain(), (0.55, 1.25), (-4.4, 1.0));
    yard.put(&bandstand(accent), (0.5, 1.1), (-3.6, -1.4));
    yard.put(&fountain(), (0.45, 0.7), (0.0, 0.0));
    for plot in yard.edge(0.36, 1.3, 0.26) {
        let short = Plot { half: plot.half * 0.94, ..plot };
        // A gap now and then lets people in.
        if yard.dice.throw() < 0.8 && yard.is_free(&short) {
            yard.set(&hedge(short.half.x * 2.0), short, 1.0);
        }
    }
    yard.scatter(6, |_| bench());
    yard.scatter(7, flowers);
    yard.plant(14);
}

fn town_hall(accent: Paint) -> Thing {
    let mut thing = Thing::new(3.3, 2.9);
    let b = &mut thing.mesh;
    // The clock turret.
    flag(b, at(0.0, 3.75, -0.3), 0.45, IRON, RED);
    pyramid(b, at(0.0, 3.0, -0.3), at(0.9, 0.8, 0.9), accent);
    for z in [0.08, -0.68] {
        let face = if z > 0.0 { pane } else { back_pane };
        face(b, at(0.0, 2.68, z), 0.4, 0.4, WINDOW_LIT);
    }
    b.cuboid(at(0.0, 1.9, -0.3), at(0.74, 1.12, 0.74), WHITE);
    // The hall, and the portico before it.
    gable(b, at(0.0, 1.64, 0.82), at(1.5, 0.01, 0.5), accent, WHITE);
    let (w, e, top) = (at(-0.85, 1.56, 1.0), at(0.85, 1.56, 1.0), at(0.0, 2.05, 1.0));
    b.face(&[w, e, top], WHITE);
    let back = |p: Vec3| at(p.x, p.y, 0.2);
    b.face(&[e, back(e), back(top), top], accent);
    b.face(&[w, top, back(top), back(w)], accent);
    b.cuboid(at(0.0, 1.4, 0.76), at(1.7, 0.16, 0.5), WHITE.shaded(0.96));
    for i in 0..4 {
        b.drum(at(-0.7 + 0.467 * i as f32, 0.36, 0.88), (0.09, 0.075), 1.06, 7, WHITE);
    }
    pyramid(b, at(0.0, 1.5, -0.3), at(3.2, 0.75, 2.0), accent);
    for x in [-1.15, 1.15] {
        pane(b, at(x, 0.92, 0.55), 0.32, 0.6, WINDOW_LIT.glowing(0.8));
    }
    for x in [-1.1, -0.4, 0.4, 1.1] {
        back_pane(b, at(x, 0.92, -1.15), 0.32, 0.6, WINDOW_LIT.glowing(0.8));
    }
    pane(b, at(0.0, 0.8, 0.55), 0.4, 0.9, TIMBER.shaded(0.7));
    b.cuboid(at(0.0, 0.36, -0.3), at(3.0, 1.16, 1.7), STONE.mixed(WHITE, 0.5));
    // Steps down to the square.
    for i in 0..3 {
        let deep = 1.5 + 0.22 * (2 - i) as f32;
        let z = deep / 2.0 - 0.5;
        b.cuboid(at(0.0, 0.12 * i as f32, z), at(2.0 + 0.14 * (2 - i) as f32, 0.12, deep), STONE);
    }
    b.cuboid(at(0.0, 0.0, -0.3), at(3.16, 0.36, 1.9), STONE.shaded(0.9));
    thing.shade((0.0, -0.3), (3.0, 1.7), 1.7);
    thing.shade((0.0, 0.7), (1.6, 0.6), 1.6);
    thing.shade((0.0, -0.3), (0.74, 0.74), 3.2);
    thing
}

fn fountain() -> Thing {
    let mut thing = Thing::new(2.2, 2.2);
    let b = &mut thing.mesh;
    b.drum(at(0.0, 1.0, 0.0), (0.05, 0.0), 0.5, 6, FOAM);
    b.drum(at(0.0, 0.92, 0.0), (0.3, 0.42), 0.1, 10, STONE);
    for i in 0..8 {
        let angle = TAU * i as f32 / 8.0;
        let (x, z) = (angle.cos(), angle.sin());
        b.beam(at(0.06 * x, 1.3, 0.06 * z), at(0.4 * x, 1.06, 0.4 * z), 0.035, FOAM);
        b.beam(at(0.42 * x, 1.02, 0.42 * z), at(0.62 * x, 0.2, 0.62 * z), 0.035, FOAM);
    }
    b.drum(at(0.0, 0.18, 0.0), (0.16, 0.1), 0.76, 8, STONE);
    for i in 0..12 {
        let (a, c) = (TAU * i as f32 / 12.0, TAU * (i + 1) as f32 / 12.0);
        let p = |angle: f32, radius: f32, y: f32| at(radius * angle.cos(), y, -radius * angle.sin());
        let rim = [p(a, 0.84, 0.3), p(a, 1.02, 0.3), p(c, 1.02, 0.3), p(c, 0.84, 0.3)];
        b.face(&rim, STONE);
        b.face(&[p(c, 0.84, 0.1), p(a, 0.84, 0.1), p(a, 0.84, 0.3), p(c, 0.84, 0.3)], STONE.shaded(0.9));
        b.face(&[p(a, 1.06, 0.0), p(c, 1.06, 0.0), p(c, 1.02, 0.3), p(a, 1.02, 0.3)], STONE.shaded(0.92));
    }
    b.drum(Vec3::ZERO, (0.86, 0.86), 0.18, 12, WATER);
    thing.shade_round((0.0, 0.0), 0.2, 1.0);
    thing
}

fn bandstand(accent: Paint) -> Thing {
    let mut thing = Thing::new(2.0, 2.0);
    let b = &mut thing.mesh;
    b.ball(at(0.0, 1.96, 0.0), 0.1, |_| 0.0, GOLD);
    super::shapes::striped(b, at(0.0, 1.2, 0.0), (1.0, 0.0), 0.7, 8, [accent, WHITE]);
    b.drum(at(0.0, 1.12, 0.0), (0.94, 0.94), 0.09, 8, WHITE);
    for i in 0..8 {
        let angle = TAU * i as f32 / 8.0;
        let (x, z) = (0.84 * angle.cos(), 0.84 * angle.sin());
        b.beam(at(x, 0.2, z), at(x, 1.14, z), 0.07, WHITE);
    }
    b.ball(at(0.0, 1.02, 0.0), 0.1, |_| 0.0, LAMP);
    b.drum(Vec3::ZERO, (0.96, 0.94), 0.22, 8, STONE);
    thing.shade_round((0.0, 0.0), 0.85, 1.4);
    thing
}

fn hedge(length: f32) -> Thing {
    let mut thing = Thing::new(length, 0.26);
    thing.mesh.cuboid(Vec3::ZERO, at(length, 0.34, 0.24), HEDGE);
    thing.mesh.cuboid(at(0.0, 0.34, 0.0), at(length * 0.96, 0.05, 0.16), HEDGE.shaded(1.12));
    thing.shade((0.0, 0.0), (length, 0.24), 0.34);
    thing
}

fn bench() -> Thing {
    let mut thing = Thing::new(0.7, 0.4);
    let b = &mut thing.mesh;
    b.cuboid(at(0.0, 0.16, 0.02), at(0.6, 0.05, 0.24), TIMBER);
    b.cuboid(at(0.0, 0.2, -0.12), at(0.6, 0.22, 0.05), TIMBER);
    for x in [-0.22, 0.22] {
        b.cuboid(at(x, 0.0, 0.0), at(0.05, 0.18, 0.22), IRON);
    }
    thing
}

/// A round bed in bloom.
fn flowers(dice: &mut Dice) -> Thing {
    let mut thing = Thing::new(0.7, 0.7);
    let b = &mut thing.mesh;
    b.drum(Vec3::ZERO, (0.33, 0.28), 0.1, 8, LEAVES[1]);
    let color = *dice.pick(&[RED, YELLOW, WHITE]);
    for i in 0..5 {
        let angle = TAU * i as f32 / 5.0;
        b.drum(at(0.18 * angle.cos(), 0.09, 0.18 * angle.sin()), (0.08, 0.0), 0.14, 4, color);
    }
    thing
}
