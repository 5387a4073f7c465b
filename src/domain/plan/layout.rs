//! The arithmetic of rings, wards and lots.

use std::f32::consts::TAU;

/// A ward has room for so many buildings.
pub const LOTS_PER_DISTRICT: usize = 7;

/// Radius of the middle district.
const CENTRE: f32 = 6.7;
/// Radial depth of a ring of wards.
const DEPTH: f32 = 6.0;
/// Width of the ring roads between rings and of the roads between wards.
pub const ROAD: f32 = 1.1;
/// Wards in the two inner rings; those of later rings follow from the arc that seven lots need.
const INNER_RINGS: [usize; 2] = [5, 6];
/// Length of the middle line of a ward with seven lots, and the road beside it.
const ARC: f32 = 13.6;

/// The land of a district: the middle disk, or a ward of a ring.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Site {
    /// 0 for the disk in the middle.
    pub ring: usize,
    /// Distance of its inner edge from the middle.
    pub inner: f32,
    /// Distance of its outer edge from the middle.
    pub outer: f32,
    /// Angle at which it begins, counter-clockwise from +x, seen from above.
    pub from: f32,
    /// Angle at which it ends; a full turn later for the disk.
    pub to: f32,
}

/// The ground of a building.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lot {
    /// East of the middle of the city.
    pub x: f32,
    /// South of the middle of the city.
    pub z: f32,
    /// Rotation about the vertical in radians: the front faces the nearest ring road.
    pub turn: f32,
    /// Edge of the square of ground.
    pub width: f32,
}

impl Site {
    /// Distance of its middle line from the middle of the city; 0 for the disk.
    pub fn middle(&self) -> f32 {
        if self.ring == 0 { 0.0 } else { f32::midpoint(self.inner, self.outer) }
    }

    /// Angle of its middle.
    pub fn angle(&self) -> f32 {
        f32::midpoint(self.from, self.to)
    }

    /// Its middle as `(x, z)`.
    pub fn center(&self) -> (f32, f32) {
        polar(self.middle(), self.angle())
    }
}

/// `(x, z)` of a point at `radius` and `angle`; angles turn counter-clockwise seen from above.
pub fn polar(radius: f32, angle: f32) -> (f32, f32) {
    (radius * angle.cos(), -radius * angle.sin())
}

/// The site of the district at `index` in its pack.
pub fn site(index: usize) -> Site {
    if index == 0 {
        return Site { ring: 0, inner: 0.0, outer: CENTRE, from: 0.0, to: TAU };
    }
    let (mut ring, mut within) = (1, index - 1);
    while within >= wards(ring) {
        within -= wards(ring);
        ring += 1;
    }
    let inner = inner_edge(ring);
    let share = TAU / wards(ring) as f32;
    // The first ward lies towards the viewer's right, so that the first city to appear has depth.
    let start = -0.35 + spread(within, wards(ring)) as f32 * share;
    let half_road = ROAD / 2.0 / (inner + DEPTH / 2.0);
    Site { ring, inner, outer: inner + DEPTH, from: start + half_road, to: start + share - half_road }
}

/// Distance of a ring's inner edge from the middle.
fn inner_edge(ring: usize) -> f32 {
    CENTRE + ROAD + (ring - 1) as f32 * (DEPTH + ROAD)
}

/// How many wards a ring has; an even number behind the first.
fn wards(ring: usize) -> usize {
    let room = TAU * (inner_edge(ring) + DEPTH / 2.0) / ARC;
    INNER_RINGS.get(ring - 1).copied().unwrap_or(room as usize / 2 * 2)
}

/// The order in which the wards of a ring are filled. The first ring is filled around; in outer rings
/// every second ward is left for later, so that a few districts still surround the city.
fn spread(within: usize, count: usize) -> usize {
    if count == INNER_RINGS[0] {
        return within;
    }
    let half = count / 2;
    if within < half { within * 2 } else { (within - half) * 2 + 1 }
}

/// Lots of a ward, as (along the arc, outward) from its middle.
///
/// Two buildings face a square; a third closes it; more line the street on both sides.
const WARD_LOTS: [(f32, f32); LOTS_PER_DISTRICT] =
    [(-1.7, 1.5), (1.7, 1.5), (0.0, -1.5), (-4.8, 1.5), (4.8, 1.5), (-3.1, -1.5), (3.1, -1.5)];

/// The lot at `index` of a site.
///
/// # Panics
/// Never for `index < LOTS_PER_DISTRICT`, which the check of a pack makes sure of.
pub fn lot(site: &Site, index: usize) -> Lot {
    if site.ring == 0 {
        return centre_lot(index);
    }
    let (along, outward) = WARD_LOTS[index % LOTS_PER_DISTRICT];
    let radius = site.middle() + outward;
    let angle = site.angle() + along / radius;
    let (x, z) = polar(radius, angle);
    Lot { x, z, turn: angle + TAU / 4.0, width: 2.9 }
}

/// Three buildings stand evenly around, two more between them and in the middle, the rest fills up.
const AROUND: [usize; LOTS_PER_DISTRICT] = [0, 2, 4, 1, 6, 3, 5];

/// One in the middle of the disk and six around it.
fn centre_lot(index: usize) -> Lot {
    let index = index % LOTS_PER_DISTRICT;
    let place = AROUND[index];
    if place == 6 {
        return Lot { x: 0.0, z: 0.0, turn: 0.0, width: 3.2 };
    }
    let angle = -1.05 + place as f32 * TAU / 6.0;
    let (x, z) = polar(4.35, angle);
    Lot { x, z, turn: angle + TAU / 4.0, width: 2.9 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(a: Lot, b: Lot) -> f32 {
        (a.x - b.x).hypot(a.z - b.z)
    }

    #[test]
    fn no_two_lots_of_a_large_city_touch() {
        let lots: Vec<Lot> = (0..60).flat_map(|s| (0..LOTS_PER_DISTRICT).map(move |i| lot(&site(s), i))).collect();
        for (i, a) in lots.iter().enumerate() {
            for b in &lots[i + 1..] {
                assert!(distance(*a, *b) > 2.6, "{a:?} and {b:?}");
            }
        }
    }

    #[test]
    fn every_lot_lies_within_its_site() {
        for index in 1..40 {
            let site = site(index);
            for lot in (0..LOTS_PER_DISTRICT).map(|i| lot(&site, i)) {
                let radius = lot.x.hypot(lot.z);
                assert!(radius > site.inner + 0.6 && radius < site.outer - 0.6, "{index}: {radius}");
            }
        }
    }

    #[test]
    fn later_districts_lie_farther_out() {
        let rings: Vec<usize> = (0..40).map(|index| site(index).ring).collect();
        assert!(rings.is_sorted());
        assert_eq!((rings[0], rings[1], rings[5], rings[6]), (0, 1, 1, 2));
    }

    #[test]
    fn sites_do_not_overlap() {
        for (a, b) in (1..40).flat_map(|a| (1..a).map(move |b| (site(a), site(b)))) {
            let apart = |a: &Site, b: &Site| {
                (0..=8).all(|i| {
                    let angle = a.from + (a.to - a.from) * i as f32 / 8.0;
                    let turn = (angle - b.from).rem_euclid(TAU);
                    turn > b.to - b.from
                })
            };
            assert!(a.ring != b.ring || (apart(&a, &b) && apart(&b, &a)), "{a:?} {b:?}");
        }
    }
}
