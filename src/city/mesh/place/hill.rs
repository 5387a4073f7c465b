//! A hill in terraces that raises the ground, with a lighthouse on it for those who come later.

use super::shapes::{at, flag, pane};
use super::yard::{Plot, Thing, Yard};
use crate::city::look::Paint;
use crate::city::look::palette::{GOLD, HEDGE, IRON, LAMP, LAWN, LEAVES, RED, SOIL, STONE, TRUNK, WHITE, WINDOW_LIT};
use crate::city::mesh::{Buffer, Dice, nature};
use bevy::math::Vec3;
use std::f32::consts::TAU;

/// Builds it.
pub fn build(yard: &mut Yard<'_>) {
    let accent = yard.paint.accent;
    yard.put(&hill(accent), (0.4, 1.15), (4.6, 0.4));
    yard.put(&vineyard(), (0.4, 1.1), (-3.6, -1.8));
    yard.put(&pavilion(accent), (0.55, 1.1), (3.0, -2.0));
    yard.put(&vineyard(), (0.4, 0.9), (-6.0, 1.0));
    for plot in yard.edge(0.38, 1.2, 0.3) {
        let short = Plot { half: plot.half * 0.96, ..plot };
        if yard.is_free(&short) && yard.dice.throw() < 0.72 {
            let mut wall = Thing::new(short.half.x * 2.0, 0.28);
            wall.mesh.cuboid(at(0.0, 0.24, 0.0), at(short.half.x * 2.0, 0.07, 0.3), STONE);
            wall.mesh.cuboid(Vec3::ZERO, at(short.half.x * 2.0, 0.24, 0.24), STONE.shaded(0.86));
            yard.set(&wall, short, 1.0);
        }
    }
    yard.scatter(5, cypress);
    yard.scatter(4, rock);
    yard.plant(6);
}

/// Steps of earth and lawn, a stair that winds up, a lighthouse on top.
fn hill(accent: Paint) -> Thing {
    let mut thing = Thing::new(4.0, 4.0);
    let b = &mut thing.mesh;
    lighthouse(b, 1.5, accent);
    let steps = [(1.95, 0.0), (1.5, 0.5), (1.02, 1.0)];
    for (i, (radius, y)) in steps.into_iter().enumerate() {
        let lawn = LAWN.mixed(LEAVES[0], 0.16 * i as f32);
        // Trees and vines at the brink.
        for j in 0..9 - 2 * i {
            let angle = TAU * (j as f32 + 0.5 * i as f32) / (9 - 2 * i) as f32 + 0.6;
            let (x, z) = ((radius - 0.2) * angle.cos(), (radius - 0.2) * angle.sin());
            if i < 2 && (angle - TAU / 4.0).sin().abs() > 0.3 {
                b.ball(at(x, y + 0.6, z), 0.17, |d| 0.1 * (d.x * 9.0).sin(), [HEDGE, LEAVES[3]][j % 2]);
            }
        }
        b.drum(at(0.0, y + 0.4, 0.0), (radius, radius - 0.05), 0.1, 14, lawn);
        b.drum(at(0.0, y, 0.0), (radius + 0.05, radius - 0.06), 0.42, 14, [SOIL, STONE, STONE][i].mixed(STONE, 0.35));
    }
    // The stair, straight up the front.
    for i in 0..9 {
        let y = 0.165 * i as f32;
        let z = 2.0 - 0.13 * i as f32;
        b.cuboid(at(0.0, 0.0, z - 0.12), at(0.52, y + 0.16, 0.26), if i % 2 == 0 { STONE } else { WHITE.shaded(0.94) });
    }
    thing.shade_round((0.0, 0.0), 1.9, 0.5);
    thing.shade_round((0.0, 0.0), 1.5, 1.0);
    thing.shade_round((0.0, 0.0), 1.0, 1.5);
    thing.shade_round((0.0, 0.0), 0.42, 4.1);
    thing
}

fn lighthouse(b: &mut Buffer, foot: f32, accent: Paint) {
    b.drum(at(0.0, foot + 3.0, 0.0), (0.44, 0.0), 0.42, 10, RED);
    b.drum(at(0.0, foot + 2.6, 0.0), (0.28, 0.28), 0.4, 8, LAMP.glowing(1.0));
    b.drum(at(0.0, foot + 2.48, 0.0), (0.5, 0.5), 0.12, 10, IRON);
    for i in 0..5 {
        let radius = 0.54 - 0.04 * i as f32;
        let paint = if i % 2 == 0 { WHITE } else { accent };
        b.drum(at(0.0, foot + 0.5 * i as f32, 0.0), (radius, radius - 0.04), 0.5, 12, paint);
    }
    for y in [0.75, 1.7] {
        pane(b, at(0.0, foot + y, 0.5 - 0.08 * y), 0.16, 0.3, WINDOW_LIT);
    }
    pane(b, at(0.0, foot + 0.24, 0.53), 0.26, 0.44, TRUNK);
}

/// Rows of vines with the earth between them.
fn vineyard() -> Thing {
    let mut thing = Thing::new(2.5, 2.1);
    let b = &mut thing.mesh;
    for i in 0..5 {
        let z = -0.8 + 0.4 * i as f32;
        b.cuboid(at(0.0, 0.08, z), at(2.2, 0.28, 0.14), [HEDGE, LEAVES[0]][i % 2]);
        for x in [-1.1, 1.1] {
            b.beam(at(x, 0.0, z), at(x, 0.46, z), 0.05, TRUNK);
        }
    }
    b.cuboid(Vec3::ZERO, at(2.46, 0.07, 2.06), SOIL);
    thing
}

/// Columns in a round, and a golden roof.
fn pavilion(accent: Paint) -> Thing {
    let mut thing = Thing::new(1.6, 1.6);
    let b = &mut thing.mesh;
    flag(b, at(0.0, 1.75, 0.0), 0.45, IRON, accent);
    b.dome(at(0.0, 1.3, 0.0), 0.66, 0.75, 12, GOLD);
    b.drum(at(0.0, 1.16, 0.0), (0.74, 0.74), 0.14, 12, WHITE);
    for i in 0..6 {
        let angle = TAU * i as f32 / 6.0;
        b.drum(at(0.58 * angle.cos(), 0.24, 0.58 * angle.sin()), (0.08, 0.07), 0.94, 6, WHITE);
    }
    b.drum(at(0.0, 0.12, 0.0), (0.7, 0.7), 0.12, 12, STONE);
    b.drum(Vec3::ZERO, (0.78, 0.78), 0.12, 12, STONE.shaded(0.92));
    thing.shade_round((0.0, 0.0), 0.66, 1.5);
    thing
}

fn cypress(dice: &mut Dice) -> Thing {
    let high = dice.between(1.1, 1.7);
    let mut thing = Thing::new(0.5, 0.5);
    thing.mesh.drum(Vec3::ZERO, (0.06, 0.06), 0.2, 5, TRUNK);
    thing.mesh.drum(at(0.0, 0.15, 0.0), (0.12, 0.2), high * 0.3, 7, LEAVES[2]);
    thing.mesh.drum(at(0.0, 0.15 + high * 0.3, 0.0), (0.2, 0.0), high * 0.7, 7, LEAVES[2]);
    thing.shade_round((0.0, 0.0), 0.2, high * 0.7);
    thing
}

fn rock(dice: &mut Dice) -> Thing {
    let scale = dice.between(0.6, 1.0);
    let mut thing = Thing::new(0.78 * scale, 0.78 * scale);
    thing.mesh.append_scaled(&nature::rock(dice), Vec3::ZERO, 0.0, scale * 0.6);
    thing
}
