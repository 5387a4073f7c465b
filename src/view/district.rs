//! A district's sign.

use super::assess;
use super::intent::Intent;
use super::state::State;
use super::words::Words;
use crate::domain::content::{Building, District, Pack};

/// A district's sign, opened.
#[derive(Debug, Clone, PartialEq)]
pub struct DistrictView {
    /// Such as "District, founded at level 0".
    pub kicker: String,
    /// Such as "The Build".
    pub name: String,
    /// One line.
    pub tagline: String,
    /// Why it appears at its level.
    pub why_now: String,
    /// Its buildings.
    pub buildings: Vec<BuildingLink>,
}

/// A building as a line to press.
#[derive(Debug, Clone, PartialEq)]
pub struct BuildingLink {
    /// Such as "Frontend".
    pub name: String,
    /// How far it has risen, in words.
    pub status: String,
    /// What a press on it wants.
    pub intent: Intent,
}

/// The sign of a district.
pub fn sign(pack: &Pack, district: &District, state: &State, words: &Words) -> DistrictView {
    let mark = super::level::mark(&pack.levels()[district.founded]);
    let kicker = if district.non_technical { "district-kicker-people" } else { "district-kicker" };
    DistrictView {
        kicker: words.with(kicker, &[("mark", mark.into())]),
        name: district.name.clone(),
        tagline: district.tagline.clone(),
        why_now: district.why_now.clone(),
        buildings: pack.buildings_of(district).iter().map(|b| link(pack, b, state, words)).collect(),
    }
}

/// A building as a line to press.
pub fn link(pack: &Pack, building: &Building, state: &State, words: &Words) -> BuildingLink {
    BuildingLink {
        name: building.name.clone(),
        status: status(pack, building, state, words),
        intent: Intent::OpenBuilding(building.id.clone()),
    }
}

/// How far a building has risen, in words.
pub fn status(pack: &Pack, building: &Building, state: &State, words: &Words) -> String {
    if !state.has_founded(pack, building) {
        let mark = super::level::mark(&pack.levels()[building.founded]);
        return words.with("building-ahead", &[("mark", mark.into())]);
    }
    let risen = building.floors.iter().filter(|floor| assess::stands(pack, state, floor)).count();
    words.with("building-risen", &[("risen", risen.into()), ("count", building.floors.len().into())])
}
