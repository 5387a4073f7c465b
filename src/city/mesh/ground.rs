//! The island: coast, meadow, streets and the ground of districts; and the sea around it.
//!
//! Upper things come first in a mesh: what they hide is then not shaded at all.

use super::Buffer;
use crate::city::look::Paint;
use crate::city::look::palette::{CLIFF, CURB, MEADOW, ROAD, SAND, SHALLOWS};
use crate::domain::plan::{CityPlan, Site, layout};
use bevy::math::Vec2;
use std::f32::consts::TAU;

/// Height of the meadow above the sea.
pub const SEA_DEPTH: f32 = 0.85;
/// How far the island reaches beyond the outermost ring.
const RIM: f32 = 2.6;
/// Height of streets above the meadow; enough to keep apart at the farthest zoom.
pub const STREET: f32 = 0.05;
/// Height of a district's ground above the meadow.
pub const TERRACE: f32 = 0.12;

/// Radius of the meadow at an angle: an island and not a coin.
pub fn coast(plan: &CityPlan, angle: f32) -> f32 {
    let wave = 0.45 * (3.0 * angle + 0.6).sin() + 0.3 * (5.0 * angle + 2.0).sin() + 0.16 * (11.0 * angle).sin();
    plan.radius + RIM + wave
}

/// Corners of the coast, all around.
const AROUND: usize = 96;

/// Meadow and coast; the meadow lies at y = 0.
pub fn island(plan: &CityPlan) -> Buffer {
    let mut buffer = Buffer::default();
    let edge = |grow: f32| shore(plan, grow);
    let middle = vec![Vec2::ZERO; AROUND + 1];
    buffer.strip(&middle, &edge(0.0), (-0.12, 0.0), MEADOW, MEADOW.shaded(0.86));
    buffer.strip(&edge(-0.1), &edge(0.25), (-SEA_DEPTH, -0.12), SAND, CLIFF);
    buffer.strip(&edge(0.2), &edge(1.0), (-SEA_DEPTH - 0.1, -SEA_DEPTH + 0.16), SAND, SAND);
    buffer.strip(&edge(0.9), &edge(1.7), (-SEA_DEPTH + 0.02, -SEA_DEPTH + 0.02), SHALLOWS, SHALLOWS);
    buffer
}

/// The sea from the shore to the horizon, in rings that lie closer where its haze changes faster.
pub fn sea(plan: &CityPlan) -> Buffer {
    const RINGS: [f32; 12] = [4.0, 9.0, 16.0, 25.0, 36.0, 50.0, 66.0, 84.0, 110.0, 150.0, 220.0, 420.0];
    let mut buffer = Buffer::default();
    let mut inner = shore(plan, 0.9);
    for out in RINGS {
        let radius = plan.radius + RIM + out;
        let outer: Vec<Vec2> = (0..=AROUND).map(|i| polar(radius, TAU * i as f32 / AROUND as f32)).collect();
        buffer.strip(&inner, &outer, (-SEA_DEPTH, -SEA_DEPTH), SHALLOWS, SHALLOWS);
        inner = outer;
    }
    buffer
}

fn shore(plan: &CityPlan, grow: f32) -> Vec<Vec2> {
    (0..=AROUND).map(|i| TAU * i as f32 / AROUND as f32).map(|a| polar(coast(plan, a) + grow, a)).collect()
}

/// Ring roads around every ring in use, and the roads between wards, leading to the coast in one place.
pub fn streets(plan: &CityPlan) -> Buffer {
    let mut buffer = Buffer::default();
    let rings = plan.sites.iter().map(|site| site.ring).max().unwrap_or(0);
    for ring in 0..=rings {
        let outer = plan.sites.iter().find(|site| site.ring == ring).map_or(0.0, |site| site.outer);
        road(&mut buffer, (outer + 0.12, outer + layout::ROAD - 0.12), (0.0, TAU), 96);
    }
    for site in plan.sites.iter().filter(|site| site.ring > 0) {
        let half = (layout::ROAD / 2.0 - 0.12) / site.middle();
        let gap = layout::ROAD / 2.0 / site.middle();
        for angle in [site.from - gap, site.to + gap] {
            let (inner, outer) = (site.inner - layout::ROAD + 0.3, site.outer + 0.3);
            road(&mut buffer, (inner, outer), (angle - half, angle + half), 2);
        }
    }
    buffer
}

fn road(buffer: &mut Buffer, radii: (f32, f32), angles: (f32, f32), steps: usize) {
    let (inner, outer) = arcs(radii, angles, steps);
    buffer.strip(&inner, &outer, (0.0, STREET), ROAD, CURB);
}

/// The ground of a district, standing on the meadow.
pub fn terrace(site: &Site, paint: Paint) -> Buffer {
    let mut buffer = Buffer::default();
    let side = paint.shaded(0.84);
    let inset = 0.14;
    let turn = if site.ring == 0 { 0.0 } else { inset / site.middle() };
    let radii = ((site.inner + inset).min(site.outer), site.outer - inset);
    let radii = if site.ring == 0 { (0.0, radii.1) } else { radii };
    let (inner, outer) = arcs(radii, (site.from + turn, site.to - turn), 40);
    buffer.strip(&inner, &outer, (TERRACE * 0.5, TERRACE), paint, side);
    let (inner, outer) = arcs((site.inner, site.outer), (site.from, site.to), 40);
    buffer.strip(&inner, &outer, (0.0, TERRACE * 0.7), side, side);
    buffer
}

fn arcs(radii: (f32, f32), angles: (f32, f32), steps: usize) -> (Vec<Vec2>, Vec<Vec2>) {
    let angle = |i: usize| angles.0 + (angles.1 - angles.0) * i as f32 / steps as f32;
    let arc = |radius: f32| (0..=steps).map(|i| polar(radius, angle(i))).collect();
    (arc(radii.0), arc(radii.1))
}

fn polar(radius: f32, angle: f32) -> Vec2 {
    Vec2::from(layout::polar(radius, angle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ground_looks_up() {
        let plan =
            CityPlan { sites: vec![layout::site(0), layout::site(1)], lots: vec![], storeys: vec![], radius: 14.0 };
        for part in
            [island(&plan), streets(&plan), terrace(&layout::site(1), MEADOW), terrace(&layout::site(0), MEADOW)]
        {
            assert!(part.positions().iter().all(|p| p.iter().all(|x| x.is_finite())));
            assert!(part.faces_up() > 0.99, "{}", part.faces_up());
        }
    }
}
