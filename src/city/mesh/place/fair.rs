//! A bright fair in which no seam shows: a carousel, a wheel, striped tents, a balloon, bunting everywhere.

use super::shapes::{at, bunting, flag, sheet, striped};
use super::yard::{Thing, Yard};
use crate::city::look::Paint;
use crate::city::look::palette::{GOLD, LAMP, TEAL, WHITE, YELLOW};
use bevy::math::{Quat, Vec2, Vec3};
use std::f32::consts::TAU;

/// Builds it.
pub fn build(yard: &mut Yard<'_>) {
    let pink = yard.paint.accent;
    yard.put(&wheel(pink), (0.8, 1.5), (-3.5, 4.0));
    yard.put(&carousel(pink), (0.7, 1.45), (3.5, 4.0));
    yard.put(&balloon(pink), (0.6, 1.0), (5.0, -1.0));
    for (near, colors) in [((-5.0, 0.0), [pink, WHITE]), ((0.0, 5.6), [TEAL, WHITE]), ((0.0, -5.6), [YELLOW, WHITE])] {
        yard.put(&tent(colors), (0.55, 1.1), near);
    }
    string_bunting(yard, [pink, WHITE, YELLOW, TEAL]);
    yard.scatter(5, |dice| booth([pink, TEAL, YELLOW][(dice.throw() * 3.0) as usize % 3]));
    yard.trees(5);
}

/// Poles around the square with pennants from each to the next.
fn string_bunting(yard: &mut Yard<'_>, colors: [Paint; 4]) {
    let mut pole = Thing::new(0.14, 0.14);
    pole.mesh.drum(Vec3::ZERO, (0.04, 0.03), 1.5, 5, WHITE);
    pole.mesh.drum(at(0.0, 1.5, 0.0), (0.09, 0.0), 0.16, 5, LAMP);
    sheet(&mut pole.mesh, &[at(0.0, 1.44, 0.0), at(0.0, 1.12, 0.0), at(0.36, 1.28, 0.05)], colors[0]);
    let mut before: Option<Vec2> = None;
    for plot in yard.edge(0.26, 1.75, 0.1) {
        if !yard.put_at(&pole, plot.middle, 0.0) {
            before = None;
            continue;
        }
        if let Some(before) =
            before.filter(|before| before.distance(plot.middle) < 2.6 && yard.can_string(*before, plot.middle))
        {
            let high = |p: Vec2| Vec3::new(p.x, 1.5, p.y);
            bunting(&mut yard.land, high(before), high(plot.middle), 0.14, &colors);
        }
        before = Some(plot.middle);
    }
}

fn carousel(pink: Paint) -> Thing {
    let mut thing = Thing::new(2.0, 2.0);
    let b = &mut thing.mesh;
    b.drum(Vec3::ZERO, (0.98, 0.98), 0.16, 16, GOLD);
    b.drum(at(0.0, 0.16, 0.0), (0.9, 0.9), 0.06, 16, WHITE);
    b.drum(at(0.0, 0.2, 0.0), (0.24, 0.24), 1.0, 8, pink);
    for i in 0..8 {
        let angle = TAU * i as f32 / 8.0;
        let (x, z) = (0.66 * angle.cos(), 0.66 * angle.sin());
        b.beam(at(x, 0.2, z), at(x, 1.2, z), 0.045, GOLD);
        let lift = 0.42 + 0.16 * (i % 2) as f32;
        let color = [WHITE, pink.mixed(WHITE, 0.4), YELLOW, TEAL][i % 4];
        let ahead = at(-angle.sin(), 0.0, angle.cos());
        b.beam(at(x, lift, z) - ahead * 0.17, at(x, lift, z) + ahead * 0.17, 0.14, color);
        b.beam(at(x, lift, z) + ahead * 0.14, at(x, lift + 0.24, z) + ahead * 0.22, 0.1, color);
        let (out_x, out_z) = (1.0 * angle.cos(), 1.0 * angle.sin());
        b.drum(at(out_x, 1.1, out_z), (0.03, 0.07), 0.1, 5, LAMP);
    }
    striped(b, at(0.0, 1.2, 0.0), (1.05, 1.05), 0.2, 16, [WHITE, pink]);
    striped(b, at(0.0, 1.4, 0.0), (1.05, 0.0), 0.75, 16, [pink, WHITE]);
    b.ball(at(0.0, 2.18, 0.0), 0.12, |_| 0.0, GOLD);
    thing.shade_round((0.0, 0.0), 0.95, 1.6);
    thing
}

/// It turns about an axle that lies across.
fn wheel(pink: Paint) -> Thing {
    let mut thing = Thing::new(2.5, 1.0);
    let b = &mut thing.mesh;
    let (radius, hub) = (1.12, 1.5);
    b.ring(at(0.0, hub, 0.0), radius, 0.06, Quat::IDENTITY, pink);
    for z in [-0.2, 0.2] {
        for side in [-0.75, 0.75] {
            b.beam(at(side, 0.0, z * 1.8), at(0.0, hub, z * 1.3), 0.09, WHITE);
        }
        for i in 0..8 {
            let angle = TAU * i as f32 / 8.0;
            let rim = at(radius * angle.cos(), hub + radius * angle.sin(), 0.0);
            if (i % 2 == 0) == (z > 0.0) {
                b.beam(at(0.0, hub, z), rim, 0.035, WHITE);
            }
        }
    }
    for i in 0..8 {
        let angle = TAU * i as f32 / 8.0;
        let rim = at(radius * angle.cos(), hub + radius * angle.sin(), 0.0);
        let color = [YELLOW, TEAL, pink, WHITE][i % 4];
        b.cuboid(rim - Vec3::Y * 0.3, at(0.26, 0.2, 0.3), color);
        b.drum(rim - Vec3::Y * 0.08, (0.2, 0.0), 0.12, 4, color.shaded(0.9));
        b.drum(rim + at(0.0, 0.04, 0.0), (0.07, 0.0), 0.12, 4, LAMP);
    }
    b.beam(at(0.0, hub, -0.34), at(0.0, hub, 0.34), 0.22, GOLD);
    b.cuboid(Vec3::ZERO, at(1.9, 0.1, 0.95), WHITE);
    thing.shade((0.0, 0.0), (1.9, 0.3), 2.3);
    thing
}

fn tent(colors: [Paint; 2]) -> Thing {
    let mut thing = Thing::new(2.0, 2.0);
    let b = &mut thing.mesh;
    striped(b, Vec3::ZERO, (0.86, 0.92), 0.72, 14, colors);
    striped(b, at(0.0, 0.72, 0.0), (1.0, 0.42), 0.4, 14, colors);
    striped(b, at(0.0, 1.12, 0.0), (0.42, 0.0), 0.55, 14, colors);
    sheet(b, &[at(-0.2, 0.0, 0.9), at(0.2, 0.0, 0.9), at(0.0, 0.62, 0.95)], LAMP);
    flag(b, at(0.0, 1.6, 0.0), 0.5, GOLD, colors[0]);
    thing.shade_round((0.0, 0.0), 0.85, 1.2);
    thing
}

/// Tethered, and about to leave.
fn balloon(pink: Paint) -> Thing {
    let mut thing = Thing::new(1.5, 1.5);
    let b = &mut thing.mesh;
    b.cuboid(at(0.0, 1.15, 0.0), at(0.34, 0.28, 0.34), GOLD.shaded(0.8));
    for (x, z) in [(0.5, 0.5), (-0.5, 0.5), (0.5, -0.5), (-0.5, -0.5)] {
        b.beam(at(x, 0.0, z), at(x * 0.3, 1.2, z * 0.3), 0.02, WHITE);
        b.beam(at(x * 0.3, 1.4, z * 0.3), at(x * 0.6, 2.0, z * 0.6), 0.02, WHITE);
    }
    b.ball(at(0.0, 1.55, 0.0), 0.1, |_| 0.0, LAMP);
    let rings = [(1.85, 0.3), (2.25, 0.72), (2.75, 0.9), (3.25, 0.72), (3.55, 0.3), (3.62, 0.0)];
    for pair in rings.windows(2) {
        let [(low, wide), (high, narrow)] = [pair[0], pair[1]];
        striped(b, at(0.0, low, 0.0), (wide, narrow), high - low, 12, [pink, WHITE]);
    }
    thing.shade_round((0.0, 0.0), 0.5, 1.4);
    thing
}

fn booth(color: Paint) -> Thing {
    let mut thing = Thing::new(0.8, 0.7);
    let b = &mut thing.mesh;
    b.cuboid(Vec3::ZERO, at(0.62, 0.3, 0.42), WHITE);
    for x in [-0.27, 0.27] {
        b.beam(at(x, 0.0, -0.18), at(x, 0.74, -0.18), 0.05, GOLD);
    }
    for i in 0..4 {
        let x = -0.32 + 0.16 * i as f32;
        let stripe = [color, WHITE][i % 2];
        let (back, front) = (at(0.0, 0.78, -0.24), at(0.0, 0.6, 0.32));
        let wide = Vec3::X * 0.16;
        sheet(
            b,
            &[front + Vec3::X * x, front + Vec3::X * x + wide, back + Vec3::X * x + wide, back + Vec3::X * x],
            stripe,
        );
    }
    thing.shade((0.0, 0.0), (0.6, 0.4), 0.6);
    thing
}
