//! The ground that people made: streets with curbs, and the paved ground of districts.
//!
//! Upper things come first in a mesh: what they hide is then not shaded at all.

use super::Buffer;
use crate::city::look::Paint;
use crate::city::look::palette::{CURB, LAWN, ROAD, SAND, WHITE};
use crate::domain::plan::{CityPlan, Site, layout};
use bevy::math::{Vec2, Vec3};
use std::f32::consts::TAU;

/// Height of streets above the meadow; enough to keep apart at the farthest zoom.
pub const STREET: f32 = 0.05;
/// Height of a district's ground above the meadow.
pub const TERRACE: f32 = 0.12;
/// What is left free on either side of a street.
pub const VERGE: f32 = 0.12;

/// What of a street is curb, on either side.
const CURB_WIDTH: f32 = 0.1;

/// How the ground of a district is laid, in two tones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paving {
    /// From the middle outward, with a twist.
    Rays,
    /// Long boards.
    Planks,
    /// Large stones, no two alike.
    Slabs,
    /// Square by square.
    Checks,
    /// Ring by ring, quartered.
    Rings,
    /// Grass, mown in stripes, and paths through it.
    Lawn,
}

impl Paving {
    fn paint(self, paint: Paint, (band, bands): (usize, usize), (column, columns): (usize, usize)) -> Paint {
        let dark = |share: bool| paint.shaded(if share { 0.9 } else { 1.0 });
        match self {
            Self::Rays => dark((column + band / 2).is_multiple_of(2)),
            Self::Planks => dark((band + column / 6).is_multiple_of(2)),
            Self::Slabs => paint.shaded([1.0, 0.93, 0.97, 0.9][(band * 7 + column * 5 + band * column) % 4]),
            Self::Checks => dark((band + column).is_multiple_of(2)),
            Self::Rings => dark((band + 4 * column / columns).is_multiple_of(2)),
            Self::Lawn => {
                let path = band == bands / 2 || (column + 1) % (columns / 3).max(2) == 0;
                let grass = paint.mixed(LAWN, 0.7).shaded(if column.is_multiple_of(2) { 0.96 } else { 1.0 });
                if path { paint.mixed(SAND, 0.6) } else { grass }
            }
        }
    }
}

/// The ground of a district, standing on the meadow.
pub fn terrace(site: &Site, paint: Paint, paving: Paving) -> Buffer {
    let mut buffer = Buffer::default();
    let side = paint.shaded(0.78);
    let inset = 0.14;
    let disk = site.ring == 0;
    let turn = if disk { 0.0 } else { inset / site.middle() };
    let radii = (if disk { 0.0 } else { site.inner + inset }, site.outer - inset);
    let angles = (site.from + turn, site.to - turn);
    let (bands, columns) =
        (8, if disk { 36 } else { (site.to * site.middle() - site.from * site.middle()) as usize * 4 / 3 });
    let point = |band: usize, column: usize| {
        let radius = radii.0 + (radii.1 - radii.0) * band as f32 / bands as f32;
        let at = polar(radius, angles.0 + (angles.1 - angles.0) * column as f32 / columns as f32);
        Vec3::new(at.x, TERRACE, at.y)
    };
    for (band, column) in (0..bands).flat_map(|band| (0..columns).map(move |column| (band, column))) {
        let (a, d) = (point(band, column), point(band, column + 1));
        let (b, c) = (point(band + 1, column), point(band + 1, column + 1));
        let corners = [b, c, d, a];
        let paint = paving.paint(paint, (band, bands), (column, columns));
        buffer.face(if a == d { &corners[..3] } else { &corners }, paint);
    }
    let (inner, outer) = arcs(radii, angles, columns);
    skirt(&mut buffer, &inner, &outer, (TERRACE * 0.5, TERRACE), side);
    // The curb around it.
    let (inner, outer) = arcs((site.inner, site.outer), (site.from, site.to), columns);
    buffer.strip(&inner, &outer, (0.0, TERRACE * 0.6), paint.mixed(CURB, 0.7).shaded(0.9), side);
    buffer
}

/// The sides of a plate whose top is drawn otherwise.
fn skirt(buffer: &mut Buffer, inner: &[Vec2], outer: &[Vec2], (bottom, top): (f32, f32), paint: Paint) {
    let lift = |p: Vec2, y: f32| Vec3::new(p.x, y, p.y);
    let mut wall = |from: Vec2, to: Vec2| {
        buffer.face(&[lift(from, bottom), lift(to, bottom), lift(to, top), lift(from, top)], paint);
    };
    outer.windows(2).for_each(|pair| wall(pair[0], pair[1]));
    inner.windows(2).for_each(|pair| wall(pair[1], pair[0]));
    if let (Some(a), Some(b), Some(c), Some(d)) = (inner.first(), outer.first(), outer.last(), inner.last()) {
        wall(*a, *b);
        wall(*c, *d);
    }
}

/// Ring roads around every ring in use, and the roads between wards.
pub fn streets(plan: &CityPlan) -> Buffer {
    let mut buffer = Buffer::default();
    let rings = plan.sites.iter().map(|site| site.ring).max().unwrap_or(0);
    for ring in 0..=rings {
        let outer = plan.sites.iter().find(|site| site.ring == ring).map_or(0.0, |site| site.outer);
        road(&mut buffer, (outer + VERGE, outer + layout::ROAD - VERGE), (0.0, TAU), STREET);
        dashes(&mut buffer, outer + layout::ROAD / 2.0);
    }
    let mut laid: Vec<(usize, f32)> = Vec::new();
    for site in plan.sites.iter().filter(|site| site.ring > 0) {
        let half = (layout::ROAD / 2.0 - VERGE) / site.middle();
        for angle in beside(site) {
            let whole = angle.rem_euclid(TAU);
            if laid.iter().any(|(ring, other)| *ring == site.ring && (other - whole).abs() < 0.01) {
                continue;
            }
            laid.push((site.ring, whole));
            // It lies over the curbs of the roads that it joins.
            let radii = (site.inner - VERGE - CURB_WIDTH, site.outer + VERGE + CURB_WIDTH);
            road(&mut buffer, radii, (angle - half, angle + half), STREET + 0.03);
        }
    }
    buffer
}

/// Angles of the two roads beside a ward.
pub fn beside(site: &Site) -> [f32; 2] {
    let gap = layout::ROAD / 2.0 / site.middle();
    [site.from - gap, site.to + gap]
}

/// A street with a curb on either side, which is where its color begins and not where it is high.
pub fn road(buffer: &mut Buffer, radii: (f32, f32), angles: (f32, f32), top: f32) {
    let curb = CURB.shaded(0.9);
    let around = (angles.1 - angles.0 - TAU).abs() < 0.01;
    let steps = if around { 72 } else { 1 };
    // Along a ring the curbs are arcs; along a ray they are its sides.
    let (long, turn) = if around { (CURB_WIDTH, 0.0) } else { (0.0, CURB_WIDTH / f32::midpoint(radii.0, radii.1)) };
    let (inner, outer) = arcs((radii.0 + long, radii.1 - long), (angles.0 + turn, angles.1 - turn), steps);
    buffer.strip(&inner, &outer, (top, top), ROAD, curb);
    let mut side = |radii: (f32, f32), angles: (f32, f32)| {
        let (inner, outer) = arcs(radii, angles, steps);
        buffer.strip(&inner, &outer, (0.0, top), curb, curb.shaded(0.9));
    };
    if around {
        side((radii.0, radii.0 + long), angles);
        side((radii.1 - long, radii.1), angles);
    } else {
        side(radii, (angles.0, angles.0 + turn));
        side(radii, (angles.1 - turn, angles.1));
    }
}

/// What divides a ring road's two lanes.
fn dashes(buffer: &mut Buffer, radius: f32) {
    let count = (TAU * radius / 1.5) as usize;
    for i in 0..count {
        let angle = TAU * i as f32 / count as f32;
        let (inner, outer) = arcs((radius - 0.04, radius + 0.04), (angle, angle + 0.62 / radius), 1);
        buffer.strip(&inner, &outer, (STREET + 0.03, STREET + 0.03), WHITE, WHITE);
    }
}

fn arcs(radii: (f32, f32), angles: (f32, f32), steps: usize) -> (Vec<Vec2>, Vec<Vec2>) {
    let angle = |i: usize| angles.0 + (angles.1 - angles.0) * i as f32 / steps as f32;
    let arc = |radius: f32| (0..=steps).map(|i| polar(radius, angle(i))).collect();
    (arc(radii.0), arc(radii.1))
}

/// A point of the city at a radius and an angle.
pub fn polar(radius: f32, angle: f32) -> Vec2 {
    Vec2::from(layout::polar(radius, angle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ground_looks_up() {
        let plan =
            CityPlan { sites: vec![layout::site(0), layout::site(1)], lots: vec![], storeys: vec![], radius: 14.0 };
        let paving = [Paving::Rays, Paving::Planks, Paving::Slabs, Paving::Checks, Paving::Rings, Paving::Lawn];
        let terraces = paving.into_iter().flat_map(|of| [0, 1, 7].map(|i| terrace(&layout::site(i), CURB, of)));
        for part in terraces.chain([streets(&plan)]) {
            assert!(part.positions().iter().all(|p| p.iter().all(|x| x.is_finite())));
            assert!(part.faces_up() > 0.99, "{}", part.faces_up());
        }
    }
}
