//! A fortress: a wall with battlements around the ward, towers at its corners, a gatehouse on its street.

use super::shapes::{at, flag, merlons, pane};
use super::yard::{Plot, Thing, Yard};
use crate::city::look::Paint;
use crate::city::look::palette::{EMBER, GOLD, IRON, SLATE, STONE, TRUNK, WINDOW_LIT};
use bevy::math::{Vec2, Vec3};

/// Height of the wall's walk.
const WALL: f32 = 0.95;

/// Builds it.
pub fn build(yard: &mut Yard<'_>) {
    let accent = yard.paint.accent;
    // The gate first, and the wall around what is left.
    let outer = yard.site.outer - yard.site.middle();
    yard.put(&gatehouse(accent), (0.6, 1.1), (5.6, outer));
    let corners = corners(yard);
    for corner in corners {
        yard.put_at(&tower(accent), corner, 0.0);
    }
    for plot in yard.edge(0.42, 1.3, 0.4) {
        let half = Vec2::new(plot.half.x - 0.06, plot.half.y);
        let narrow = Plot { half: Vec2::new(plot.half.x * 0.5, plot.half.y), ..plot };
        if yard.spares_lots(&plot) && yard.is_free(&Plot { half, ..plot }) {
            yard.set(&wall(plot.half.x * 2.0), Plot { half, ..plot }, 1.0);
        } else if yard.is_free(&narrow) {
            yard.set(&wall(plot.half.x), narrow, 1.0);
        }
    }
    yard.put(&keep(accent), (0.55, 1.2), (-4.4, 0.0));
    yard.put(&keep(accent), (0.5, 0.8), (4.0, -1.0));
    yard.scatter(2, |_| brazier());
    yard.scatter(3, |_| target_stand());
    yard.plant(3);
}

/// Where the edges of a ward meet; on the disk, eight points around.
fn corners(yard: &Yard<'_>) -> Vec<Vec2> {
    let site = yard.site;
    if site.ring == 0 {
        return yard.edge(0.62, 5.0, 0.4).iter().map(|plot| plot.middle).collect();
    }
    let half = (site.to - site.from) / 2.0;
    let point = |radius: f32, side: f32| {
        let off = side * (half - 0.6 / radius) * radius;
        yard.world(off, radius - site.middle())
    };
    let (inner, outer) = (site.inner + 0.62, site.outer - 0.6);
    vec![point(outer, 1.0), point(outer, -1.0), point(inner, 1.0), point(inner, -1.0)]
}

fn wall(length: f32) -> Thing {
    let mut thing = Thing::new(length, 0.4);
    let b = &mut thing.mesh;
    for z in [-0.12, 0.12] {
        merlons(b, at(0.0, WALL, z), length, 0.1, STONE);
    }
    b.cuboid(Vec3::ZERO, at(length, WALL, 0.34), STONE);
    b.cuboid(Vec3::ZERO, at(length, 0.2, 0.4), STONE.shaded(0.86));
    thing.shade((0.0, 0.0), (length, 0.36), WALL + 0.1);
    thing
}

fn tower(accent: Paint) -> Thing {
    let mut thing = Thing::new(0.8, 0.8);
    let b = &mut thing.mesh;
    b.drum(Vec3::ZERO, (0.46, 0.4), 1.75, 9, STONE.shaded(0.96));
    b.drum(at(0.0, 1.7, 0.0), (0.47, 0.47), 0.2, 9, STONE);
    b.drum(at(0.0, 1.9, 0.0), (0.54, 0.0), 0.85, 9, accent);
    flag(b, at(0.0, 2.66, 0.0), 0.45, IRON, GOLD);
    pane(b, at(0.0, 1.25, 0.42), 0.1, 0.3, WINDOW_LIT);
    thing.shade_round((0.0, 0.0), 0.42, 2.1);
    thing
}

/// Two towers with the street between them, which comes from the front and goes on behind.
fn gatehouse(accent: Paint) -> Thing {
    let mut thing = Thing::new(3.0, 1.5);
    let b = &mut thing.mesh;
    for x in [-0.98, 0.98] {
        b.drum(at(x, 0.0, 0.0), (0.56, 0.5), 2.3, 10, STONE.shaded(0.96));
        b.drum(at(x, 2.25, 0.0), (0.58, 0.58), 0.22, 10, STONE);
        b.drum(at(x, 2.47, 0.0), (0.64, 0.0), 1.05, 10, accent);
        flag(b, at(x, 3.45, 0.0), 0.5, IRON, GOLD);
        for z in [-0.54, 0.54] {
            let slit = if z > 0.0 { pane } else { super::shapes::back_pane };
            slit(b, at(x, 1.55, z), 0.12, 0.36, WINDOW_LIT);
        }
    }
    merlons(b, at(0.0, 2.0, 0.3), 1.2, 0.12, STONE);
    merlons(b, at(0.0, 2.0, -0.3), 1.2, 0.12, STONE);
    b.cuboid(at(0.0, 1.3, 0.0), at(1.1, 0.7, 0.72), STONE.shaded(0.92));
    // A portcullis, drawn up so far that its points show.
    for i in 0..5 {
        let x = -0.4 + 0.2 * i as f32;
        b.beam(at(x, 0.86, 0.0), at(x, 1.34, 0.0), 0.05, IRON);
    }
    b.beam(at(-0.5, 1.06, 0.0), at(0.5, 1.06, 0.0), 0.05, IRON);
    pane(b, at(0.0, 1.68, 0.38), 0.42, 0.46, accent);
    pane(b, at(0.0, 1.68, 0.41), 0.2, 0.24, GOLD);
    b.cuboid(Vec3::ZERO, at(0.92, 0.04, 1.48), TRUNK);
    for x in [-0.5, 0.5] {
        b.ball(at(x, 1.1, 0.58), 0.09, |_| 0.0, EMBER);
    }
    thing.shade((0.0, 0.0), (2.6, 0.8), 2.3);
    thing
}

/// The strong house in the yard.
fn keep(accent: Paint) -> Thing {
    let mut thing = Thing::new(2.2, 2.2);
    let b = &mut thing.mesh;
    for z in [-0.82, 0.82] {
        merlons(b, at(0.0, 2.0, z), 1.8, 0.14, STONE);
    }
    for x in [-0.7, 0.7] {
        pane(b, at(x * 0.6, 1.35, 0.88), 0.16, 0.4, WINDOW_LIT);
        super::shapes::back_pane(b, at(x * 0.6, 1.35, -0.88), 0.16, 0.4, WINDOW_LIT);
    }
    pane(b, at(0.0, 0.36, 0.88), 0.46, 0.7, TRUNK);
    b.cuboid(at(0.0, 1.86, 0.0), at(1.9, 0.14, 1.9), STONE.shaded(0.92));
    b.cuboid(Vec3::ZERO, at(1.76, 1.86, 1.76), STONE);
    b.cuboid(Vec3::ZERO, at(1.96, 0.24, 1.96), STONE.shaded(0.84));
    super::shapes::pyramid(b, at(0.0, 2.0, 0.0), at(1.3, 1.1, 1.3), SLATE);
    flag(b, at(0.0, 3.0, 0.0), 0.7, IRON, accent);
    thing.shade((0.0, 0.0), (1.76, 1.76), 2.2);
    thing
}

fn brazier() -> Thing {
    let mut thing = Thing::new(0.5, 0.5);
    thing.mesh.drum(Vec3::ZERO, (0.16, 0.05), 0.36, 5, IRON);
    thing.mesh.drum(at(0.0, 0.34, 0.0), (0.1, 0.2), 0.16, 7, IRON);
    thing.mesh.drum(at(0.0, 0.48, 0.0), (0.16, 0.0), 0.34, 5, EMBER);
    thing
}

/// Spears, leant together.
fn target_stand() -> Thing {
    let mut thing = Thing::new(0.5, 0.5);
    for (x, z) in [(0.16, 0.1), (-0.16, 0.1), (0.0, -0.18)] {
        thing.mesh.beam(at(x, 0.0, z), at(-x * 0.3, 0.9, -z * 0.3), 0.04, TRUNK);
    }
    thing
}
