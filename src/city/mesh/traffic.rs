//! What moves by itself when nobody does anything: boats, gulls, carts and smoke. Each around its own middle.

use super::Buffer;
use crate::city::look::Paint;
use crate::city::look::palette::{BOAT, IRON, SAIL, TRUNK, WHITE};
use bevy::math::Vec3;

/// A sailing boat about 1.4 long that sails along +x, its water line at y = 0.
pub fn sailboat(stripe: Paint) -> Buffer {
    let mut buffer = Buffer::default();
    let at = Vec3::new;
    let (deck, keel) = (0.22, -0.08);
    let bow = at(0.8, deck + 0.06, 0.0);
    for side in [-1.0_f32, 1.0] {
        let mut hull = vec![at(-0.6, keel, 0.22 * side), at(0.45, keel, 0.22 * side), bow, at(-0.6, deck, 0.3 * side)];
        if side < 0.0 {
            hull.reverse();
        }
        buffer.face(&hull, TRUNK.mixed(WHITE, 0.3));
    }
    buffer.face(&[at(-0.6, deck, 0.3), bow, at(-0.6, deck, -0.3)], TRUNK.mixed(WHITE, 0.6));
    buffer.face(&[at(-0.6, keel, -0.22), at(-0.6, keel, 0.22), at(-0.6, deck, 0.3), at(-0.6, deck, -0.3)], TRUNK);
    buffer.beam(at(0.1, deck, 0.0), at(0.1, 1.55, 0.0), 0.045, TRUNK);
    let main = [at(0.06, 0.4, 0.0), at(0.06, 1.5, 0.0), at(-0.62, 0.45, 0.16)];
    let fore = [at(0.14, 1.35, 0.0), at(0.14, 0.45, 0.0), at(0.7, 0.36, 0.08)];
    for (sail, paint) in [(main, SAIL), (fore, stripe)] {
        buffer.face(&sail, paint);
        buffer.face(&[sail[2], sail[1], sail[0]], paint);
    }
    buffer
}

/// A gull about 0.6 wide that flies along +x.
pub fn gull() -> Buffer {
    let mut buffer = Buffer::default();
    let at = Vec3::new;
    for side in [-1.0_f32, 1.0] {
        let wing = [
            at(0.08, 0.0, 0.03 * side),
            at(-0.02, 0.1, 0.22 * side),
            at(-0.1, 0.04, 0.42 * side),
            at(-0.1, 0.0, 0.03 * side),
        ];
        buffer.face(&wing, WHITE.glowing(0.15));
        buffer.face(&[wing[3], wing[2], wing[1], wing[0]], WHITE.shaded(0.94));
    }
    buffer.cuboid(at(0.02, -0.03, 0.0), at(0.26, 0.06, 0.07), WHITE);
    buffer
}

/// A cart about 0.5 long that drives along +x.
pub fn cart(load: Paint) -> Buffer {
    let mut buffer = Buffer::default();
    let at = Vec3::new;
    buffer.cuboid(at(-0.06, 0.07, 0.0), at(0.34, 0.2, 0.24), load);
    buffer.cuboid(at(0.2, 0.07, 0.0), at(0.16, 0.24, 0.24), WHITE);
    buffer.cuboid(at(0.0, 0.0, 0.0), at(0.46, 0.07, 0.2), IRON);
    buffer
}

/// A freighter is `nature::boat`; this is what a chimney breathes out.
pub fn puff() -> Buffer {
    let mut buffer = Buffer::default();
    buffer.ball(Vec3::ZERO, 0.26, |d| 0.1 * (d.x * 6.0 + d.y * 4.0).sin(), BOAT[2].glowing(0.2));
    buffer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traffic_is_small() {
        for part in [sailboat(SAIL), gull(), cart(SAIL), puff()] {
            assert!(part.triangles() < 60);
            assert!(part.positions().iter().all(|p| p.iter().all(|x| x.abs() < 1.6)));
        }
    }
}
