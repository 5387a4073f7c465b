//! The city as a small map: wards as shapes, buildings as dots, and what the camera sees as a wedge.
//!
//! Points are `[east, south]` of the middle of the city, in meters of the model.

use super::intent::Intent;
use super::state::State;
use crate::domain::content::{Building, District, Pack};
use crate::domain::plan::layout::{polar, site};
use crate::domain::plan::{CityPlan, Site, plan};
use crate::domain::save::{CameraPose, Open};

/// A point of the map.
pub type Point = [f32; 2];

/// The map of a city.
#[derive(Debug, Clone, PartialEq)]
pub struct MapView {
    /// From the middle to the edge of the land.
    pub radius: f32,
    /// The districts.
    pub wards: Vec<Ward>,
    /// The buildings.
    pub dots: Vec<Dot>,
}

/// A district on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Ward {
    /// Its name.
    pub name: String,
    /// Index in the pack, for its color.
    pub district: usize,
    /// Whether it has been founded; it is an outline before.
    pub founded: bool,
    /// Whether its sign is open.
    pub open: bool,
    /// Points along its inner edge.
    pub inner: Vec<Point>,
    /// As many points along its outer edge.
    pub outer: Vec<Point>,
    /// What a press on it wants.
    pub intent: Intent,
}

/// A building on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// Its name.
    pub name: String,
    /// Its id, to find the one under the pointer.
    pub id: crate::domain::id::BuildingId,
    /// Where it stands.
    pub at: Point,
    /// Index of its district, for its color.
    pub district: usize,
    /// Whether it stands already.
    pub stands: bool,
    /// Whether it is open.
    pub open: bool,
    /// Whether it has the keyboard's mark.
    pub focused: bool,
    /// What a press on it wants.
    pub intent: Intent,
}

/// The map of a state.
pub fn of(pack: &Pack, state: &State) -> MapView {
    let plan = plan(pack);
    MapView {
        // Some wood around the outermost ward.
        radius: plan.radius + 1.5,
        wards: pack.districts().iter().enumerate().map(|(index, found)| ward(pack, found, index, state)).collect(),
        dots: pack
            .buildings()
            .iter()
            .enumerate()
            .map(|(index, building)| dot(pack, building, index, &plan, state))
            .collect(),
    }
}

fn ward(pack: &Pack, district: &District, index: usize, state: &State) -> Ward {
    let (inner, outer) = edges(&site(index));
    Ward {
        name: district.name.clone(),
        district: index,
        founded: state.has_cleared(pack, district),
        open: state.open == Open::District(district.id.clone()),
        inner,
        outer,
        intent: Intent::OpenDistrict(district.id.clone()),
    }
}

/// The inner and the outer edge of a site, side by side; the inner edge of the disk is its middle.
fn edges(site: &Site) -> (Vec<Point>, Vec<Point>) {
    let steps = if site.ring == 0 { 36 } else { 12 };
    let along = |radius: f32| {
        let at = |step: usize| polar(radius, site.from + (site.to - site.from) * step as f32 / steps as f32);
        (0..=steps).map(at).map(|(x, z)| [x, z]).collect()
    };
    (along(site.inner), along(site.outer))
}

fn dot(pack: &Pack, building: &Building, index: usize, plan: &CityPlan, state: &State) -> Dot {
    let lot = &plan.lots[index];
    Dot {
        name: building.name.clone(),
        id: building.id.clone(),
        at: [lot.x, lot.z],
        district: building.district,
        stands: state.has_founded(pack, building),
        open: matches!(&state.open, Open::Building(open, _) if *open == building.id),
        focused: state.focus.as_ref() == Some(&building.id),
        intent: Intent::OpenBuilding(building.id.clone()),
    }
}

impl Ward {
    /// Its whole outline, once around; the middle of the disk is no edge of it.
    pub fn outline(&self) -> Vec<Point> {
        let is_disk = self.inner.first() == self.inner.last();
        let inner = if is_disk { &[] } else { self.inner.as_slice() };
        let outer = if is_disk { &self.outer[1..] } else { self.outer.as_slice() };
        outer.iter().chain(inner.iter().rev()).copied().collect()
    }

    /// Whether a point lies on it.
    pub fn holds(&self, at: Point) -> bool {
        holds(&self.outline(), at)
    }
}

/// What lies at a point: a building within `reach` of it, or else a ward.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found<'a> {
    /// A building.
    Dot(&'a Dot),
    /// A district.
    Ward(&'a Ward),
}

impl MapView {
    /// What a press at this point is on. A building that is still to come does not stand in its district's way.
    pub fn find(&self, at: Point, reach: f32) -> Option<Found<'_>> {
        let away = |dot: &&Dot| (dot.at[0] - at[0]).hypot(dot.at[1] - at[1]);
        let standing = self.dots.iter().filter(|dot| dot.stands);
        let nearest = standing.min_by(|a, b| away(a).total_cmp(&away(b))).filter(|dot| away(dot) <= reach);
        let ward = || self.wards.iter().find(|ward| ward.holds(at)).map(Found::Ward);
        nearest.map(Found::Dot).or_else(ward)
    }
}

/// Whether a point lies within a polygon: a ray from it meets the outline an odd number of times.
fn holds(polygon: &[Point], [x, y]: Point) -> bool {
    let edges = polygon.iter().zip(polygon.iter().cycle().skip(1));
    let crossed =
        |([ax, ay], [bx, by]): &(&Point, &Point)| (*ay > y) != (*by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax);
    edges.filter(crossed).count() % 2 == 1
}

/// A point as one sees it on a map whose upper edge is what the camera looks towards: `[right, down]`.
pub fn turned([east, south]: Point, yaw: f32) -> Point {
    let (sin, cos) = yaw.sin_cos();
    [east * cos - south * sin, east * sin + south * cos]
}

/// The point of the city that [`turned`] brings here.
pub fn unturned([right, down]: Point, yaw: f32) -> Point {
    turned([right, down], -yaw)
}

/// The ground that the camera sees, as far as it lies within `radius` of the middle; empty where it sees none of it.
/// `field` is the vertical angle of the picture in radians, `aspect` its width over its height.
pub fn seen(pose: &CameraPose, field: f32, aspect: f32, radius: f32) -> Vec<Point> {
    let half = field / 2.0;
    let (back, high) = (pose.distance * pose.pitch.cos(), pose.target[1] + pose.distance * pose.pitch.sin());
    // The lower and the upper edge of the picture meet the ground so far before the eye; the upper may never.
    let near = high / (pose.pitch + half).tan().max(0.01);
    let near = if pose.pitch + half >= std::f32::consts::FRAC_PI_2 { 0.0 } else { near };
    let far = if pose.pitch - half > 0.02 { (high / (pose.pitch - half).tan()).min(1e4) } else { 1e4 };
    let wide = |ahead: f32| ahead.hypot(high) * half.tan() * aspect;
    let corner = |right: f32, ahead: f32| {
        let [east, south] = unturned([right, back - ahead], pose.yaw);
        [pose.target[0] + east, pose.target[2] + south]
    };
    let wedge = [corner(-wide(near), near), corner(-wide(far), far), corner(wide(far), far), corner(wide(near), near)];
    within_circle(&wedge, radius)
}

/// The part of a convex polygon, clockwise on the map, that lies within a circle of 48 sides around the middle.
fn within_circle(polygon: &[Point], radius: f32) -> Vec<Point> {
    const SIDES: usize = 48;
    let mut kept = polygon.to_vec();
    for side in 0..SIDES {
        let (sin, cos) = (std::f32::consts::TAU * side as f32 / SIDES as f32).sin_cos();
        let beyond = |p: &Point| p[0] * cos + p[1] * sin - radius;
        let mut next = Vec::new();
        for (a, b) in kept.iter().zip(kept.iter().cycle().skip(1)) {
            let (from, to) = (beyond(a), beyond(b));
            if from <= 0.0 {
                next.push(*a);
            }
            if (from <= 0.0) != (to <= 0.0) {
                let share = from / (from - to);
                next.push([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]);
            }
        }
        kept = next;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs;
    use std::f32::consts::{FRAC_PI_2, PI};

    fn map() -> (Pack, MapView) {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        let map = of(&pack, &State::default());
        (pack, map)
    }

    #[test]
    fn every_building_lies_on_the_ward_of_its_district_and_on_no_other() {
        let (_, map) = map();
        for dot in &map.dots {
            let wards: Vec<_> = map.wards.iter().filter(|ward| ward.holds(dot.at)).map(|ward| ward.district).collect();
            assert_eq!(wards, [dot.district], "{}", dot.name);
        }
    }

    #[test]
    fn wards_keep_within_the_map_and_apart() {
        let (_, map) = map();
        for ward in &map.wards {
            assert_eq!(ward.inner.len(), ward.outer.len());
            for at in ward.outline() {
                assert!(at[0].hypot(at[1]) <= map.radius, "{}: {at:?}", ward.name);
                let others = map.wards.iter().filter(|other| other.district != ward.district);
                assert!(others.into_iter().all(|other| !other.holds(at)), "{}: {at:?}", ward.name);
            }
        }
    }

    #[test]
    fn no_outline_touches_itself() {
        let (_, map) = map();
        for ward in &map.wards {
            let outline = ward.outline();
            for (index, a) in outline.iter().enumerate() {
                let near = outline[..index].iter().any(|b| (a[0] - b[0]).hypot(a[1] - b[1]) < 0.1);
                assert!(!near, "{}: {a:?}", ward.name);
            }
        }
    }

    #[test]
    fn only_founded_districts_are_filled() {
        let (pack, map) = map();
        let founded: Vec<_> = map.wards.iter().map(|ward| ward.founded).collect();
        assert_eq!(founded, pack.districts().iter().map(|district| district.founded == 0).collect::<Vec<_>>());
    }

    #[test]
    fn a_press_finds_the_building_before_its_ward_and_the_wood_is_nothing() {
        let (_, map) = map();
        let dot = &map.dots[0];
        assert_eq!(map.find([dot.at[0] + 0.4, dot.at[1]], 1.0), Some(Found::Dot(dot)));
        let (x, z) = site(1).center();
        assert!(matches!(map.find([x, z], 0.0), Some(Found::Ward(ward)) if ward.district == 1));
        assert_eq!(map.find([map.radius, map.radius], 1.0), None);
    }

    #[test]
    fn what_the_camera_looks_towards_lies_above() {
        // From the south one looks north; from the east, west.
        let close = |found: Point, expected: Point| {
            assert!((found[0] - expected[0]).abs() + (found[1] - expected[1]).abs() < 1e-4, "{found:?}");
        };
        close(turned([0.0, -1.0], 0.0), [0.0, -1.0]);
        close(turned([-1.0, 0.0], FRAC_PI_2), [0.0, -1.0]);
        close(unturned(turned([3.0, 4.0], 0.7), 0.7), [3.0, 4.0]);
    }

    #[test]
    fn the_wedge_holds_what_the_camera_looks_at_and_not_what_lies_behind_it() {
        for yaw in [0.0, 1.0, PI, 5.0] {
            let pose = CameraPose { target: [3.0, 0.5, -4.0], yaw, pitch: 0.5, distance: 14.0 };
            let wedge = seen(&pose, 0.49, 1.6, 30.0);
            assert!(holds(&wedge, [3.0, -4.0]), "{yaw}");
            let [east, south] = unturned([0.0, 15.0], yaw);
            assert!(!holds(&wedge, [3.0 + east, -4.0 + south]), "{yaw}");
            assert!(wedge.iter().all(|at| at[0].hypot(at[1]) <= 30.1), "{wedge:?}");
        }
    }

    #[test]
    fn a_camera_that_sees_nothing_of_the_city_has_no_wedge() {
        let pose = CameraPose { target: [0.0, 0.0, 500.0], yaw: PI, pitch: 0.5, distance: 14.0 };
        assert_eq!(seen(&pose, 0.49, 1.6, 30.0), Vec::<Point>::new());
    }
}
