//! Workshops: sheds under sawtooth roofs, a smithy with its fire, stacks of timber.

use super::shapes::{at, back_pane, gable, pane, sawtooth};
use super::yard::{Thing, Yard};
use crate::city::look::Paint;
use crate::city::look::palette::{BRICK, EMBER, IRON, LAMP, SLATE, STONE, TIMBER, TRUNK, WINDOW_LIT};
use bevy::math::{Quat, Vec3};
use std::f32::consts::TAU;

/// Builds it.
pub fn build(yard: &mut Yard<'_>) {
    let accent = yard.paint.accent;
    yard.put(&shed(accent), (0.45, 1.25), (4.2, 0.5));
    yard.put(&smithy(accent), (0.5, 1.25), (-4.2, -0.5));
    yard.put(&shed(SLATE), (0.4, 0.9), (-4.8, 1.5));
    yard.put(&mill(accent), (0.5, 1.0), (3.0, -2.0));
    for near in [(1.5, 0.0), (-1.5, 0.0), (3.0, -1.5), (-3.0, -1.5)] {
        yard.put(&timber(), (0.5, 1.0), near);
    }
    yard.scatter(5, |_| trestle());
    yard.scatter(9, |dice| barrel(dice.between(0.8, 1.1)));
    yard.plant(5);
}

/// Three teeth; light from the north is what one works by.
fn shed(roof: Paint) -> Thing {
    let mut thing = Thing::new(3.3, 2.5);
    let b = &mut thing.mesh;
    b.cuboid(Vec3::ZERO, at(3.2, 0.16, 2.4), STONE.shaded(0.9));
    b.cuboid(Vec3::ZERO, at(3.1, 1.1, 2.3), BRICK);
    for i in 0..3 {
        let z = -0.78 + 0.78 * i as f32;
        sawtooth(b, at(0.0, 1.1, z), at(3.2, 0.6, 0.78), [roof, WINDOW_LIT.glowing(0.55), BRICK]);
    }
    for i in 0..4 {
        let x = -1.2 + 0.6 * i as f32;
        if i != 1 {
            pane(b, at(x, 0.66, 1.15), 0.36, 0.42, WINDOW_LIT.glowing(0.6));
        }
        back_pane(b, at(x, 0.66, -1.15), 0.36, 0.42, WINDOW_LIT.glowing(0.6));
    }
    pane(b, at(-0.6, 0.4, 1.15), 0.5, 0.8, TRUNK);
    b.cuboid(at(1.2, 1.0, -0.3), at(0.3, 1.2, 0.3), BRICK.shaded(0.85));
    thing.shade((0.0, 0.0), (3.1, 2.3), 1.35);
    thing
}

fn smithy(roof: Paint) -> Thing {
    let mut thing = Thing::new(2.6, 2.4);
    let b = &mut thing.mesh;
    // The house, open to the front, where the fire shows.
    b.cuboid(at(-0.3, 0.0, -0.4), at(1.9, 1.0, 1.4), STONE.shaded(0.88));
    pane(b, at(-0.3, 0.42, 0.3), 0.8, 0.7, EMBER);
    for x in [-1.15, 0.55] {
        b.beam(at(x, 0.0, 0.85), at(x, 1.0, 0.85), 0.1, TRUNK);
    }
    gable(b, at(-0.3, 1.0, -0.1), at(2.2, 0.8, 2.2), roof, TIMBER);
    for x in [-0.8, 0.2] {
        back_pane(b, at(x, 0.55, -1.1), 0.34, 0.4, EMBER.glowing(0.8));
    }
    // The chimney is what one sees from afar.
    b.drum(at(0.95, 0.0, -0.6), (0.36, 0.24), 3.3, 8, BRICK);
    b.drum(at(0.95, 3.3, -0.6), (0.31, 0.31), 0.16, 8, STONE);
    b.drum(at(0.95, 3.46, -0.6), (0.2, 0.2), 0.03, 8, EMBER.glowing(0.7));
    // An anvil on its block.
    b.drum(at(0.0, 0.0, 0.95), (0.15, 0.13), 0.24, 6, TRUNK);
    b.cuboid(at(0.0, 0.24, 0.95), at(0.14, 0.1, 0.1), IRON);
    b.cuboid(at(0.03, 0.33, 0.95), at(0.36, 0.09, 0.16), IRON);
    thing.shade((-0.3, -0.1), (2.1, 2.0), 1.4);
    thing.shade_round((0.95, -0.6), 0.3, 3.4);
    thing
}

/// A saw mill's wheel against its gable.
fn mill(roof: Paint) -> Thing {
    let mut thing = Thing::new(2.2, 1.8);
    let b = &mut thing.mesh;
    b.cuboid(at(-0.3, 0.0, 0.0), at(1.3, 0.9, 1.3), TIMBER);
    gable(b, at(-0.3, 0.9, 0.0), at(1.5, 0.7, 1.6), roof, TIMBER.shaded(0.9));
    pane(b, at(-0.3, 0.4, 0.65), 0.4, 0.6, TRUNK);
    let turn = Quat::from_rotation_y(TAU / 4.0);
    for x in [0.5, 0.8] {
        b.ring(at(x, 0.78, 0.0), 0.7, 0.05, turn, TRUNK);
    }
    for i in 0..8 {
        let angle = TAU * i as f32 / 8.0;
        let rim = at(0.65, 0.78 + 0.68 * angle.sin(), 0.68 * angle.cos());
        b.beam(at(0.65, 0.78, 0.0), rim, 0.06, TRUNK);
        b.cuboid(rim - Vec3::Y * 0.06, at(0.34, 0.12, 0.12), TIMBER.shaded(0.8));
    }
    thing.shade((-0.3, 0.0), (1.4, 1.4), 1.2);
    thing
}

/// Logs, stacked.
fn timber() -> Thing {
    let mut thing = Thing::new(1.3, 0.8);
    for (row, count) in [(0, 3), (1, 2), (2, 1)] {
        for i in 0..count {
            let z = (i as f32 - (count - 1) as f32 / 2.0) * 0.24;
            let y = 0.12 + 0.2 * row as f32;
            let long = 1.16 - 0.1 * ((row + i) % 2) as f32;
            let (from, to) = (at(-long / 2.0, y, z), at(long / 2.0, y, z));
            thing.mesh.beam(from, to, 0.19, TRUNK.mixed(TIMBER, 0.4));
            thing.mesh.beam(from - Vec3::X * 0.02, to + Vec3::X * 0.02, 0.13, TIMBER.shaded(1.2));
        }
    }
    thing.shade((0.0, 0.0), (1.1, 0.6), 0.5);
    thing
}

/// A plank on trestles, with a lamp to work by.
fn trestle() -> Thing {
    let mut thing = Thing::new(0.9, 0.5);
    let b = &mut thing.mesh;
    for x in [-0.26, 0.26] {
        for z in [-0.16, 0.16] {
            b.beam(at(x, 0.0, z), at(x, 0.36, 0.0), 0.05, TRUNK);
        }
    }
    b.cuboid(at(0.0, 0.34, 0.0), at(0.84, 0.06, 0.2), TIMBER.shaded(1.1));
    b.ball(at(0.3, 0.46, 0.0), 0.06, |_| 0.0, LAMP);
    thing
}

fn barrel(scale: f32) -> Thing {
    let mut thing = Thing::new(0.34, 0.34);
    let b = &mut thing.mesh;
    b.drum(Vec3::ZERO, (0.12 * scale, 0.15 * scale), 0.16 * scale, 7, TRUNK.mixed(TIMBER, 0.5));
    b.drum(at(0.0, 0.16 * scale, 0.0), (0.15 * scale, 0.11 * scale), 0.16 * scale, 7, TIMBER);
    thing
}
