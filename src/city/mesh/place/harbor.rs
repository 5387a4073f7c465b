//! A harbor: basins with ships in them, a quay with a crane, containers in stacks, a harbor light.

use super::shapes::{at, pane, sheet};
use super::yard::{Thing, Yard};
use crate::city::look::Paint;
use crate::city::look::palette::{
    BOAT, CONCRETE, FOAM, IRON, LAMP, RED, STEEL, STONE, TEAL, TIMBER, TRUNK, WATER, WHITE, WINDOW_LIT, YELLOW,
};
use crate::city::mesh::Buffer;
use bevy::math::Vec3;

const BOXES: [Paint; 5] = [RED, TEAL, YELLOW, BOAT[1], CONCRETE];

/// Builds it.
pub fn build(yard: &mut Yard<'_>) {
    let accent = yard.paint.accent;
    yard.put(&freight_quay(accent), (0.45, 1.05), (-4.6, 0.0));
    yard.put(&sailing_quay(accent), (0.45, 1.05), (4.6, 0.5));
    yard.put(&slipway(), (0.5, 1.0), (-3.0, -2.0));
    yard.put(&light(), (0.7, 1.15), (4.0, -2.4));
    yard.put(&light(), (0.6, 0.9), (-6.0, 2.5));
    for near in [(1.6, -1.5), (-1.6, -1.5), (3.0, -1.5)] {
        yard.put(&containers(3), (0.45, 0.9), near);
    }
    yard.scatter(5, |_| containers(1));
    yard.scatter(6, |_| bollard());
    yard.plant(3);
}

/// Water between walls, so that it seems to lie deep.
fn basin(b: &mut Buffer, middle: (f32, f32), size: (f32, f32)) {
    let (x, z) = middle;
    let (wide, deep) = size;
    for side in [-1.0, 1.0] {
        b.cuboid(at(x + side * (wide / 2.0 - 0.1), 0.0, z), at(0.2, 0.22, deep), STONE);
        b.cuboid(at(x, 0.0, z + side * (deep / 2.0 - 0.1)), at(wide - 0.4, 0.22, 0.2), STONE.shaded(0.95));
    }
    for (dx, dz, long) in [(-0.2, 0.26, 0.5), (0.22, -0.3, 0.4), (0.05, 0.0, 0.3)] {
        let p = |px: f32, pz: f32| at(x + dx * wide + px, 0.1, z + dz * deep + pz);
        b.face(&[p(-long / 2.0, 0.03), p(long / 2.0, 0.03), p(long / 2.0, -0.03), p(-long / 2.0, -0.03)], FOAM);
    }
    b.cuboid(at(x, 0.0, z), at(wide - 0.4, 0.06, deep - 0.4), WATER);
}

/// A hull along x, its bow to +x, floating with its water line at y = 0.
fn hull(b: &mut Buffer, length: f32, beam: f32, height: f32, paint: Paint, deck: Paint) {
    let (stern, shoulder, bow) = (-length / 2.0, length * 0.28, length / 2.0);
    let low = [(stern, 0.4), (shoulder, 0.4), (bow - 0.1, 0.0), (shoulder, -0.4), (stern, -0.4)];
    let high = [(stern - 0.06, 0.5), (shoulder, 0.5), (bow + 0.08, 0.0), (shoulder, -0.5), (stern - 0.06, -0.5)];
    let lift = |(x, z): (f32, f32), y: f32| at(x, y, z * beam);
    for i in 0..5 {
        let j = (i + 1) % 5;
        let middle = |points: &[(f32, f32); 5], i: usize| lift(points[i], 0.0).lerp(lift(high[i], height), 0.34);
        b.face(&[middle(&low, i), middle(&low, j), lift(high[j], height), lift(high[i], height)], paint);
        b.face(&[lift(low[i], 0.0), lift(low[j], 0.0), middle(&low, j), middle(&low, i)], RED.shaded(0.8));
    }
    let top: Vec<Vec3> = high.iter().map(|p| lift(*p, height)).collect();
    b.face(&top, deck);
}

fn freighter(b: &mut Buffer, paint: Paint) {
    let mut ship = Buffer::default();
    for (i, x) in [-0.42, 0.0, 0.42].into_iter().enumerate() {
        for (j, z) in [-0.15, 0.15].into_iter().enumerate() {
            let stacked = 1 + (i + j) % 2;
            for level in 0..stacked {
                let color = BOXES[(i * 2 + j + level * 3) % 5];
                ship.cuboid(at(x, 0.42 + 0.2 * level as f32, z), at(0.38, 0.19, 0.26), color);
            }
        }
    }
    ship.cuboid(at(-0.98, 0.42, 0.0), at(0.34, 0.62, 0.56), WHITE);
    ship.cuboid(at(-0.98, 1.04, 0.0), at(0.42, 0.16, 0.64), WINDOW_LIT.glowing(0.6));
    ship.drum(at(-1.08, 1.2, 0.0), (0.1, 0.1), 0.3, 7, RED);
    hull(&mut ship, 2.7, 0.78, 0.42, paint, CONCRETE.shaded(0.8));
    b.append(&ship, Vec3::Y * 0.07, 0.0);
}

/// A basin with a freighter under a crane that spans it.
fn freight_quay(accent: Paint) -> Thing {
    let mut thing = Thing::new(3.8, 3.4);
    let b = &mut thing.mesh;
    crane(b, accent);
    let mut ship = Buffer::default();
    freighter(&mut ship, BOAT[1].shaded(0.8));
    b.append(&ship, at(0.1, 0.0, 0.75), 0.0);
    for i in 0..5 {
        let x = -1.45 + 0.66 * i as f32;
        for level in 0..[2, 1, 3, 2, 1][i] {
            b.cuboid(at(x, 0.02 + 0.27 * level as f32, -1.3), at(0.6, 0.26, 0.32), BOXES[(i + 2 * level) % 5]);
        }
    }
    basin(b, (0.0, 0.72), (3.7, 1.9));
    thing.shade((0.0, -1.3), (3.2, 0.36), 0.6);
    thing.shade((0.1, 0.75), (2.4, 0.6), 0.6);
    thing.shade((-0.98 + 0.1, 0.75), (0.4, 0.6), 1.2);
    thing
}

/// Four legs, a bridge over the water, and a box on its way down.
fn crane(b: &mut Buffer, accent: Paint) {
    for x in [0.1, 0.9] {
        b.beam(at(x, 0.0, -0.32), at(x, 2.5, -0.32), 0.13, accent);
        b.beam(at(x, 0.0, -0.98), at(x, 2.5, -0.98), 0.13, accent);
        b.beam(at(x, 1.1, -0.98), at(x, 1.1, -0.32), 0.1, accent);
        b.beam(at(x, 2.5, -1.6), at(x, 2.5, 1.75), 0.14, accent);
        b.beam(at(x, 3.3, -0.65), at(x, 2.55, 1.6), 0.05, STEEL);
        b.beam(at(x, 3.3, -0.65), at(x, 2.55, -1.5), 0.05, STEEL);
        b.beam(at(x, 2.5, -0.65), at(x, 3.3, -0.65), 0.1, accent);
    }
    b.cuboid(at(0.5, 2.3, -0.65), at(1.0, 0.3, 0.5), WHITE);
    b.cuboid(at(0.5, 2.42, 0.8), at(1.0, 0.16, 0.3), IRON);
    for x in [0.35, 0.65] {
        b.beam(at(x, 1.6, 0.8), at(x, 2.45, 0.8), 0.03, IRON);
    }
    b.cuboid(at(0.5, 1.36, 0.8), at(0.6, 0.26, 0.3), YELLOW);
    b.ball(at(0.5, 3.36, -0.65), 0.09, |_| 0.0, LAMP);
}

/// A basin with two sailing boats, and a warehouse behind it.
fn sailing_quay(accent: Paint) -> Thing {
    let mut thing = Thing::new(3.6, 3.4);
    let b = &mut thing.mesh;
    for (x, paint) in [(-0.85, accent), (0.75, RED)] {
        let mut boat = Buffer::default();
        sheet(&mut boat, &[at(0.06, 0.42, 0.0), at(0.6, 0.42, 0.0), at(0.06, 1.75, 0.0)], WHITE);
        sheet(&mut boat, &[at(-0.06, 0.42, 0.0), at(-0.06, 1.85, 0.0), at(-0.62, 0.5, 0.0)], WHITE.shaded(0.97));
        boat.drum(at(0.0, 0.2, 0.0), (0.04, 0.03), 1.75, 5, TRUNK);
        hull(&mut boat, 1.4, 0.46, 0.26, paint, TIMBER);
        b.append(&boat, at(x, 0.07, 0.85), 1.57);
    }
    // A jetty between them.
    b.cuboid(at(0.0, 0.2, 0.55), at(0.4, 0.07, 1.5), TIMBER);
    super::shapes::gable(b, at(0.0, 0.95, -1.05), at(3.1, 0.62, 1.3), accent, CONCRETE);
    for i in 0..4 {
        pane(b, at(-1.05 + 0.7 * i as f32, 0.42, -0.5), 0.44, 0.66, if i == 1 { WINDOW_LIT } else { TRUNK });
    }
    b.cuboid(at(0.0, 0.0, -1.05), at(2.9, 0.95, 1.1), CONCRETE);
    basin(b, (0.0, 0.82), (3.5, 1.7));
    thing.shade((0.0, -1.05), (2.9, 1.1), 1.3);
    thing
}

/// A hull on its rails, still without a deck.
fn slipway() -> Thing {
    let mut thing = Thing::new(2.2, 1.3);
    let b = &mut thing.mesh;
    let mut keel = Buffer::default();
    hull(&mut keel, 1.6, 0.62, 0.5, TIMBER, TIMBER.shaded(0.6));
    b.append(&keel, at(0.0, 0.3, 0.0), 0.0);
    for x in [-0.6, 0.0, 0.5] {
        for z in [-0.42, 0.42] {
            b.beam(at(x, 0.0, z * 1.2), at(x, 0.75, z * 0.8), 0.06, TRUNK);
        }
        b.cuboid(at(x, 0.0, 0.0), at(0.12, 0.3, 0.5), TRUNK);
    }
    for z in [-0.22, 0.22] {
        b.cuboid(at(0.0, 0.0, z), at(2.1, 0.05, 0.06), IRON);
    }
    thing.shade((0.0, 0.0), (1.4, 0.6), 0.7);
    thing
}

fn light() -> Thing {
    let mut thing = Thing::new(1.0, 1.0);
    let b = &mut thing.mesh;
    b.drum(Vec3::ZERO, (0.46, 0.42), 0.2, 10, STONE);
    for (i, y) in [0.2, 0.72, 1.24].into_iter().enumerate() {
        let radius = 0.32 - 0.04 * i as f32;
        b.drum(at(0.0, y, 0.0), (radius, radius - 0.04), 0.52, 10, [WHITE, RED, WHITE][i]);
    }
    b.drum(at(0.0, 1.76, 0.0), (0.29, 0.29), 0.07, 10, IRON);
    b.drum(at(0.0, 1.83, 0.0), (0.15, 0.15), 0.24, 8, LAMP.glowing(1.0));
    b.drum(at(0.0, 2.07, 0.0), (0.22, 0.0), 0.2, 8, RED);
    thing.shade_round((0.0, 0.0), 0.3, 2.1);
    thing
}

/// Stacks of boxes, so many side by side.
fn containers(count: usize) -> Thing {
    let mut thing = Thing::new(0.8, 0.42 * count as f32);
    for i in 0..count {
        let z = (i as f32 - (count - 1) as f32 / 2.0) * 0.4;
        for level in 0..=(i * 2 + 1) % 3 {
            let shift = 0.05 * (level % 2) as f32;
            let color = BOXES[(i * 3 + level * 2 + count) % 5];
            thing.mesh.cuboid(at(shift, 0.3 * level as f32, z), at(0.7, 0.29, 0.34), color);
        }
    }
    thing.shade((0.0, 0.0), (0.7, 0.38 * count as f32), 0.5);
    thing
}

fn bollard() -> Thing {
    let mut thing = Thing::new(0.3, 0.3);
    thing.mesh.drum(Vec3::ZERO, (0.08, 0.06), 0.2, 6, IRON);
    thing.mesh.drum(at(0.0, 0.18, 0.0), (0.1, 0.1), 0.06, 6, IRON);
    thing
}
