//! What holds for every place, on every kind of site, at every number of taken lots.

use super::yard::Plot;
use super::*;
use crate::city::look::palette;
use crate::city::mesh::ground::TERRACE;
use crate::domain::plan::{LOTS_PER_DISTRICT, lot, site};
use bevy::math::Vec2;

const ALL: [Place; 9] = [
    Place::Fair,
    Place::Workshops,
    Place::Fortress,
    Place::Harbor,
    Place::Works,
    Place::Observatory,
    Place::PowerStation,
    Place::Park,
    Place::Hill,
];

/// The disk, wards of the two inner rings, and one far out.
const SITES: [usize; 4] = [0, 2, 7, 40];

fn laid_out(place: Place, index: usize, taken: usize) -> (Site, Vec<Lot>, Grounds) {
    let site = site(index);
    let lots: Vec<Lot> = (0..taken).map(|i| lot(&site, i)).collect();
    let grounds = grounds(place, &site, &lots, palette::of_district(index), 41 + index as u32);
    (site, lots, grounds)
}

fn for_all(mut check: impl FnMut(&str, Site, &[Lot], &Grounds)) {
    for place in ALL {
        for (index, taken) in SITES.into_iter().flat_map(|i| [0, 2, 3, 5, LOTS_PER_DISTRICT].map(|t| (i, t))) {
            let (site, lots, grounds) = laid_out(place, index, taken);
            check(&format!("{place:?} on site {index} with {taken} buildings"), site, &lots, &grounds);
        }
    }
}

#[test]
fn taken_lots_and_their_doors_stay_free() {
    for_all(|what, _, lots, grounds| {
        let kept: Vec<Plot> = lots.iter().flat_map(|lot| [Plot::of_lot(lot), Plot::before(lot)]).collect();
        for point in grounds.land.samples().filter(|p| (TERRACE + 0.02..1.35).contains(&p.y)) {
            let at = Plot { middle: Vec2::new(point.x, point.z), half: Vec2::splat(0.001), turn: 0.0 };
            assert!(kept.iter().all(|lot| !lot.touches(&at)), "{what}: something at {point}");
        }
    });
}

#[test]
fn a_place_stays_on_its_land_and_within_its_budget() {
    for_all(|what, site, _, grounds| {
        let land = &grounds.land;
        // The disk is nearly twice as large as a ward.
        let most = if site.ring == 0 { 4_200 } else { 3_600 };
        assert!(land.triangles() <= most, "{what}: {} triangles", land.triangles());
        for [x, y, z] in land.positions() {
            assert!(x.is_finite() && y.is_finite() && z.is_finite(), "{what}");
            assert!((-0.1..6.0).contains(y), "{what}: {y} high");
            let radius = x.hypot(*z);
            assert!(radius < site.outer + 0.8 && radius > site.inner - 0.8, "{what}: at radius {radius}");
        }
    });
}

#[test]
fn ground_looks_up_and_what_is_high_throws_a_shadow() {
    for_all(|what, _, lots, grounds| {
        assert!(grounds.land.faces_up() > 0.7, "{what}: {}", grounds.land.faces_up());
        assert!(lots.len() > 3 || grounds.blocks.iter().any(|block| block.height > 0.9), "{what}");
        assert!(grounds.blocks.iter().all(|block| block.height.is_finite() && block.height < 6.0), "{what}");
    });
}

#[test]
fn the_same_district_is_laid_out_alike_every_time() {
    for place in ALL {
        assert_eq!(laid_out(place, 3, 3).2, laid_out(place, 3, 3).2, "{place:?}");
    }
}

#[test]
fn a_place_has_its_large_things_where_lots_are_free() {
    for place in ALL {
        for (index, taken) in [(0, 3), (2, 2), (2, 3), (7, 3), (8, 4)] {
            let large = laid_out(place, index, taken).2.blocks.iter().filter(|block| block.height > 1.2).count();
            assert!(large >= 2, "{place:?} on site {index} with {taken} buildings: {large}");
        }
    }
}
