//! The island: meadow, fields, cliffs in strata and beaches, jetties where roads end; and the sea around it.
//!
//! Upper things come first in a mesh: what they hide is then not shaded at all.

use super::ground::{self, STREET, polar};
use super::place::shapes::{arcade, at};
use super::{Buffer, Dice, nature};
use crate::city::look::Paint;
use crate::city::look::palette::{
    CLIFF, FOAM, LAWN, LEAVES, MEADOW, ROCK, SAND, SHALLOWS, SOIL, STONE, TIMBER, TRUNK, WHEAT,
};
use crate::domain::plan::{CityPlan, layout};
use bevy::math::{Vec2, Vec3};
use std::f32::consts::TAU;

/// Height of the meadow above the sea.
pub const SEA_DEPTH: f32 = 0.85;
/// How far the island reaches beyond the outermost ring.
const RIM: f32 = 2.6;
/// Corners of the coast, all around.
const AROUND: usize = 96;

/// Radius of the meadow at an angle: an island and not a coin.
pub fn coast(plan: &CityPlan, angle: f32) -> f32 {
    let wave = 0.45 * (3.0 * angle + 0.6).sin() + 0.3 * (5.0 * angle + 2.0).sin() + 0.16 * (11.0 * angle).sin();
    plan.radius + RIM + wave
}

/// How much the shore at an angle is a beach, from 0 for a cliff to 1.
fn beach(angle: f32) -> f32 {
    ((2.0 * angle + 0.4).sin() * 2.2 + (5.0 * angle + 1.0).sin() - 0.9).clamp(0.0, 1.0)
}

/// From the meadow down to below the water: how far out, and how high.
const CLIFFS: [(f32, f32); 6] = [(0.0, 0.0), (0.07, -0.17), (0.24, -0.21), (0.34, -0.5), (0.54, -0.55), (0.66, -0.95)];
const BEACH: [(f32, f32); 6] = [(-0.3, 0.0), (0.05, -0.1), (0.5, -0.3), (0.95, -0.53), (1.4, -0.75), (1.8, -0.95)];

/// The corner of the shore at a step of its profile.
fn shore(plan: &CityPlan, step: usize, i: usize) -> Vec3 {
    let angle = TAU * i as f32 / AROUND as f32;
    let share = beach(angle);
    let ((cliff_out, cliff_high), (beach_out, beach_high)) = (CLIFFS[step], BEACH[step]);
    // Rock is rough; the first step is the meadow's edge, and the last lies under water.
    let rough = (1.0 - share) * 0.11 * ((i * 7 + step * 3) as f32 * 1.7).sin();
    let out = cliff_out + (beach_out - cliff_out) * share + if step == 0 { 0.0 } else { rough };
    let p = polar(coast(plan, angle) + out, angle);
    Vec3::new(p.x, cliff_high + (beach_high - cliff_high) * share, p.y)
}

/// How far out of the coast the water begins.
fn water_line(angle: f32) -> f32 {
    0.62 + (1.6 - 0.62) * beach(angle)
}

/// A ring of water around the island, from `inner` to `outer` of the water's edge.
fn water(buffer: &mut Buffer, plan: &CityPlan, (inner, outer): (f32, f32), high: f32, paint: Paint) {
    let line = |grow: f32, wave: f32| -> Vec<Vec2> {
        let angles = (0..=AROUND).map(|i| TAU * (i % AROUND) as f32 / AROUND as f32);
        angles.map(|a| polar(coast(plan, a) + water_line(a) + grow + wave * (31.0 * a).sin(), a)).collect()
    };
    let y = high - SEA_DEPTH;
    buffer.strip(&line(inner, 0.0), &line(outer, 0.05), (y, y), paint, paint);
}

/// Meadow and coast; the meadow lies at y = 0.
pub fn island(plan: &CityPlan) -> Buffer {
    let mut buffer = Buffer::default();
    fields(&mut buffer, plan);
    for i in 0..AROUND {
        let (a, b) = (shore(plan, 0, i), shore(plan, 0, i + 1));
        buffer.face(&[Vec3::ZERO, a, b], MEADOW);
    }
    let strata = [SOIL.mixed(CLIFF, 0.4), MEADOW.shaded(0.9), CLIFF, CLIFF.mixed(SAND, 0.5), ROCK];
    for (step, i) in (0..5).flat_map(|step| (0..AROUND).map(move |i| (step, i))) {
        let share = beach(TAU * (i as f32 + 0.5) / AROUND as f32);
        let sand = SAND.shaded([1.0, 1.04, 1.0, 0.96, 0.9][step]);
        let tone = 1.0 - 0.05 * ((i * 5 + step) % 3) as f32 * (1.0 - share);
        let corners =
            [shore(plan, step, i), shore(plan, step + 1, i), shore(plan, step + 1, i + 1), shore(plan, step, i + 1)];
        // Both halves are flat: the four corners need not lie in one plane.
        buffer.face(&corners[..3], strata[step].mixed(sand, share).shaded(tone));
        buffer.face(&[corners[0], corners[2], corners[3]], strata[step].mixed(sand, share).shaded(tone));
    }
    water(&mut buffer, plan, (-0.22, 0.13), 0.07, FOAM);
    water(&mut buffer, plan, (0.42, 0.5), 0.06, SHALLOWS.mixed(FOAM, 0.6));
    water(&mut buffer, plan, (-0.4, 1.0), 0.03, SHALLOWS);
    buffer
}

/// The sea from the shore to the horizon, in rings that lie closer where its haze changes faster.
pub fn sea(plan: &CityPlan) -> Buffer {
    const RINGS: [f32; 9] = [4.0, 10.0, 19.0, 32.0, 50.0, 76.0, 118.0, 200.0, 420.0];
    let mut buffer = Buffer::default();
    let angle = |i: usize| TAU * i as f32 / AROUND as f32;
    let mut inner: Vec<Vec2> = (0..=AROUND).map(angle).map(|a| polar(coast(plan, a) + 0.7, a)).collect();
    for out in RINGS {
        let radius = plan.radius + RIM + out;
        let outer: Vec<Vec2> = (0..=AROUND).map(|i| polar(radius, angle(i))).collect();
        buffer.strip(&inner, &outer, (-SEA_DEPTH, -SEA_DEPTH), SHALLOWS, SHALLOWS);
        inner = outer;
    }
    buffer
}

/// Where roads leave the outermost ring for the coast.
pub fn road_ends(plan: &CityPlan) -> Vec<f32> {
    let last = plan.sites.iter().map(|site| site.ring).max().unwrap_or(0);
    let outermost = plan.sites.iter().filter(|site| site.ring == last && last > 0);
    let mut ends: Vec<f32> = outermost.flat_map(ground::beside).map(|angle| angle.rem_euclid(TAU)).collect();
    if ends.is_empty() {
        ends.extend([5.3, 2.2]);
    }
    ends.sort_by(f32::total_cmp);
    ends.dedup_by(|a, b| (*a - *b).abs() < 0.05);
    ends
}

/// Whether nothing but fields and roads is to stand on the rim at an angle.
pub fn is_tilled(plan: &CityPlan, angle: f32) -> bool {
    let near = |other: f32, reach: f32| {
        let off = (angle - other + TAU / 2.0).rem_euclid(TAU) - TAU / 2.0;
        off.abs() * plan.radius < reach
    };
    road_ends(plan).into_iter().any(|end| near(end, 0.9)) || plots(plan).any(|(middle, half)| near(middle, half + 0.5))
}

/// Angle of the middle, and half the length, of each field on the rim.
fn plots(plan: &CityPlan) -> impl Iterator<Item = (f32, f32)> {
    let ends = road_ends(plan);
    let count = (TAU * plan.radius / 6.5) as usize;
    let plots: Vec<(f32, f32)> = (0..count)
        .map(|i| (TAU * (i as f32 + 0.35) / count as f32, 1.3 + 0.5 * (i as f32 * 2.3).sin()))
        .filter(|(angle, _)| coast(plan, *angle) - plan.radius > 2.45 && beach(*angle) < 0.4)
        .filter(|(angle, half)| {
            ends.iter().all(|end| {
                let off = (angle - end + TAU / 2.0).rem_euclid(TAU) - TAU / 2.0;
                off.abs() * plan.radius > half + 0.9
            })
        })
        .collect();
    plots.into_iter()
}

/// Rows of wheat and of turned earth.
fn fields(buffer: &mut Buffer, plan: &CityPlan) {
    const ROWS: usize = 7;
    for (index, (middle, half)) in plots(plan).enumerate() {
        let [light, dark] =
            [[WHEAT, WHEAT.shaded(0.9)], [SOIL, SOIL.mixed(LEAVES[1], 0.6)], [LAWN, LEAVES[3]]][index % 3];
        let radius = plan.radius + layout::ROAD;
        for row in 0..ROWS {
            let angle = |i: usize| middle + (i as f32 / ROWS as f32 - 0.5) * 2.0 * half / radius;
            let edge = |i: usize| (polar(radius + 0.3, angle(i)), polar(coast(plan, angle(i)) - 0.35, angle(i)));
            let ((a, b), (d, c)) = (edge(row), edge(row + 1));
            buffer.strip(&[a, d], &[b, c], (0.04, 0.04), [light, dark][row % 2], dark);
        }
    }
}

/// Roads to the coast and what they lead to: jetties, and one causeway to an islet.
pub fn landings(plan: &CityPlan) -> Buffer {
    let mut buffer = Buffer::default();
    for (index, angle) in road_ends(plan).into_iter().enumerate() {
        let edge = coast(plan, angle) - 0.3 * beach(angle);
        let from = plan.radius + layout::ROAD - ground::VERGE - 0.1;
        let mut way = Buffer::default();
        if index == 0 {
            causeway(&mut way);
        } else {
            jetty(&mut way, 2.6 + 0.7 * (index % 3) as f32);
        }
        let p = polar(edge - 0.25, angle);
        buffer.append(&way, Vec3::new(p.x, 0.0, p.y), angle);
        let half = 0.43 / edge;
        ground::road(&mut buffer, (from, edge - 0.05), (angle - half, angle + half), STREET + 0.03);
    }
    buffer
}

/// Boards on posts along x, from the land at 0 outward, with a head to moor at.
fn jetty(b: &mut Buffer, length: f32) {
    let boards = (length / 0.3) as usize;
    let mut lamp = Buffer::default();
    lamp.append_scaled(&nature::lamp(), Vec3::ZERO, 0.0, 0.8);
    for z in [-0.26, 0.26] {
        b.append(&lamp, at(length - 0.1, STREET, z), 0.0);
    }
    b.cuboid(at(length + 0.2, -0.07, 0.0), at(0.6, 0.1, 1.5), TIMBER.shaded(1.06));
    for i in 0..boards {
        let x = (i as f32 + 0.5) * length / boards as f32;
        b.cuboid(at(x, -0.04, 0.0), at(length / boards as f32, 0.08, 0.72), TIMBER.shaded([1.1, 0.98][i % 2]));
    }
    for (x, z) in (1..=4).flat_map(|i| [-0.36, 0.36].map(|z| (length * i as f32 / 4.0, z))) {
        b.drum(at(x, -SEA_DEPTH - 0.1, z), (0.08, 0.07), SEA_DEPTH + 0.28, 6, TRUNK);
    }
    for z in [-0.68, 0.68] {
        b.drum(at(length + 0.44, -SEA_DEPTH - 0.1, z), (0.09, 0.08), SEA_DEPTH + 0.3, 6, TRUNK);
    }
}

/// Arches over the water along x to an islet with a beacon.
fn causeway(b: &mut Buffer) {
    const LONG: f32 = 4.6;
    let mut islet = Buffer::default();
    let mut dice = Dice::new(77);
    for (x, z, scale) in [(0.0, -0.7, 0.8), (-0.6, 0.8, 0.7)] {
        islet.append_scaled(&nature::tree(&mut dice), at(x, 0.9, z), 0.0, scale);
    }
    islet.drum(at(0.5, 0.95, 0.1), (0.3, 0.22), 1.2, 9, STONE);
    islet.drum(at(0.5, 2.15, 0.1), (0.17, 0.17), 0.26, 8, crate::city::look::palette::LAMP);
    islet.drum(at(0.5, 2.41, 0.1), (0.28, 0.0), 0.28, 8, TRUNK.mixed(CLIFF, 0.4));
    islet.drum(at(0.0, 0.78, 0.0), (1.3, 1.22), 0.14, 11, MEADOW);
    islet.drum(at(0.0, 0.3, 0.0), (1.5, 1.3), 0.5, 11, CLIFF);
    islet.drum(at(0.0, -0.1, 0.0), (1.75, 1.55), 0.42, 11, ROCK);
    islet.drum(at(0.0, -0.1, 0.0), (2.0, 2.0), 0.15, 18, FOAM);
    b.append(&islet, at(LONG + 1.0, -SEA_DEPTH, 0.0), 0.0);
    let mut arches = Buffer::default();
    arcade(&mut arches, LONG, 0.7, SEA_DEPTH + 0.1, 4, STONE);
    for z in [-0.38, 0.38] {
        b.cuboid(at(LONG / 2.0, -0.02, z), at(LONG, 0.22, 0.1), STONE);
    }
    b.cuboid(at(LONG / 2.0, -0.04, 0.0), at(LONG, 0.1, 0.72), STONE.shaded(0.9));
    b.append(&arches, at(LONG / 2.0, -SEA_DEPTH - 0.1, 0.0), 0.0);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plans() -> [CityPlan; 3] {
        [(1, 6.7), (2, 14.0), (9, 20.9)].map(|(count, radius)| CityPlan {
            sites: (0..count).map(layout::site).collect(),
            lots: vec![],
            storeys: vec![],
            radius,
        })
    }

    #[test]
    fn the_island_looks_up_and_is_finite() {
        for plan in plans() {
            for part in [island(&plan), sea(&plan), landings(&plan)] {
                assert!(part.positions().iter().all(|p| p.iter().all(|x| x.is_finite())));
                // Arches have an underside.
                assert!(part.faces_up() > 0.8, "{}", part.faces_up());
            }
            assert!(island(&plan).faces_up() > 0.99);
            assert!(island(&plan).triangles() < 3_000, "{}", island(&plan).triangles());
        }
    }

    #[test]
    fn every_road_that_ends_at_the_coast_is_kept_clear() {
        for plan in plans() {
            let ends = road_ends(&plan);
            assert!(ends.len() >= 2);
            assert!(ends.iter().all(|end| is_tilled(&plan, *end)));
            let clear = (0..100).filter(|i| is_tilled(&plan, TAU * *i as f32 / 100.0)).count();
            assert!(clear < 80, "most of the rim is left to the woods: {clear}");
        }
    }
}
