//! Trees, rocks, lamps and boats.

use super::{Buffer, Dice};
use crate::city::look::palette::{BOAT, IRON, LAMP, LEAVES, ROCK, TRUNK};
use bevy::math::Vec3;

/// A tree about 1.4 high at scale 1; the dice decide its shape.
pub fn tree(dice: &mut Dice) -> Buffer {
    let mut buffer = Buffer::default();
    let leaves = dice.pick(&LEAVES).shaded(dice.between(0.94, 1.06));
    // It ends in its leaves, where nobody sees that it has no top.
    buffer.drum(Vec3::ZERO, (0.11, 0.0), 1.1, 4, TRUNK);
    if dice.throw() < 0.3 {
        // A fir.
        for (y, radius) in [(0.28, 0.46), (0.68, 0.34), (1.04, 0.22)] {
            buffer.drum(Vec3::Y * y, (radius, 0.0), 0.58, 6, leaves.shaded(0.86));
        }
    } else {
        let phase = dice.between(0.0, 6.0);
        let bumpy = move |d: Vec3| 0.12 * (d.x * 7.0 + d.y * 5.0 + d.z * 3.0 + phase).sin();
        buffer.ball(Vec3::Y * 0.86, 0.46, bumpy, leaves);
        buffer.ball(
            Vec3::new(dice.between(-0.24, 0.24), 1.2, dice.between(-0.2, 0.2)),
            0.3,
            bumpy,
            leaves.shaded(1.06),
        );
    }
    buffer
}

/// A boulder about 1 across.
pub fn rock(dice: &mut Dice) -> Buffer {
    let mut buffer = Buffer::default();
    let phase = dice.between(0.0, 6.0);
    let bumpy = move |d: Vec3| 0.25 * (d.x * 4.0 + d.y * 7.0 + d.z * 5.0 + phase).sin() - 0.3 * d.y.abs();
    buffer.ball(Vec3::Y * 0.2, 0.5, bumpy, ROCK.shaded(dice.between(0.9, 1.08)));
    buffer
}

/// A street lamp about 1 high.
pub fn lamp() -> Buffer {
    let mut buffer = Buffer::default();
    buffer.drum(Vec3::ZERO, (0.05, 0.0), 1.1, 4, IRON);
    buffer.cuboid(Vec3::Y * 0.84, Vec3::new(0.15, 0.17, 0.15), LAMP);
    buffer
}

/// A small freighter about 2.2 long, its water line at y = 0.
pub fn boat() -> Buffer {
    let mut buffer = Buffer::default();
    let [hull, cargo, cabin] = BOAT;
    buffer.cuboid(Vec3::new(0.0, -0.1, 0.0), Vec3::new(2.0, 0.42, 0.78), hull);
    buffer.face(&[Vec3::new(1.0, -0.1, 0.39), Vec3::new(1.5, 0.36, 0.0), Vec3::new(1.0, 0.32, 0.39)], hull);
    buffer.face(&[Vec3::new(1.0, 0.32, -0.39), Vec3::new(1.5, 0.36, 0.0), Vec3::new(1.0, -0.1, -0.39)], hull);
    buffer
        .face(&[Vec3::new(1.0, 0.32, 0.39), Vec3::new(1.5, 0.36, 0.0), Vec3::new(1.0, 0.32, -0.39)], hull.shaded(1.1));
    buffer.cuboid(Vec3::new(-0.6, 0.32, 0.0), Vec3::new(0.5, 0.5, 0.56), cabin);
    buffer.cuboid(Vec3::new(0.15, 0.32, 0.0), Vec3::new(0.7, 0.3, 0.58), cargo);
    buffer.cuboid(Vec3::new(0.15, 0.62, 0.1), Vec3::new(0.5, 0.2, 0.3), cabin.shaded(0.8));
    buffer
}
