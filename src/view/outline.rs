//! The whole city as a tree: districts, their buildings, their floors.

use super::building::{StoreyView, storey_view};
use super::intent::Intent;
use super::state::State;
use super::words::Words;
use crate::domain::content::{Building, District, Floor, Pack};

/// A district of the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct DistrictRow {
    /// Such as "The Build".
    pub name: String,
    /// One line.
    pub tagline: String,
    /// Said where the district is still forest.
    pub ahead: Option<String>,
    /// What a press on it wants.
    pub intent: Intent,
    /// Its buildings.
    pub buildings: Vec<BuildingRow>,
}

/// A building of the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct BuildingRow {
    /// Such as "Frontend".
    pub name: String,
    /// How far it has risen, in words.
    pub status: String,
    /// Whether it is the open one.
    pub open: bool,
    /// What a press on it wants.
    pub intent: Intent,
    /// Its floors from the ground up.
    pub floors: Vec<StoreyView>,
}

/// The tree of a city.
pub fn tree(pack: &Pack, state: &State, words: &Words) -> Vec<DistrictRow> {
    pack.districts().iter().map(|district| district_row(pack, district, state, words)).collect()
}

fn district_row(pack: &Pack, district: &District, state: &State, words: &Words) -> DistrictRow {
    let mark = super::level::mark(&pack.levels()[district.founded]);
    let ahead = district.founded > state.level;
    DistrictRow {
        name: district.name.clone(),
        tagline: district.tagline.clone(),
        ahead: ahead.then(|| words.with("district-ahead", &[("mark", mark.into())])),
        intent: Intent::OpenDistrict(district.id.clone()),
        buildings: pack.buildings_of(district).iter().map(|b| building_row(pack, b, state, words)).collect(),
    }
}

fn building_row(pack: &Pack, building: &Building, state: &State, words: &Words) -> BuildingRow {
    let open_floor = state.open_floor(pack).filter(|(open, _)| open.id == building.id).map(|(_, floor)| &floor.id);
    let floor = |floor: &Floor| storey_view(pack, floor, open_floor == Some(&floor.id), state, words);
    BuildingRow {
        name: building.name.clone(),
        status: super::district::status(pack, building, state, words),
        open: state.open_building(pack).is_some_and(|open| open.id == building.id),
        intent: Intent::OpenBuilding(building.id.clone()),
        floors: building.floors.iter().map(floor).collect(),
    }
}
