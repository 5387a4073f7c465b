//! The whole city as a tree: districts, their buildings, their floors.

use super::building::{StoreyView, storey_view};
use super::intent::Intent;
use super::state::State;
use super::words::Words;
use crate::domain::content::{Building, District, Floor, Pack};
use crate::domain::id::{FloorId, LevelId};
use crate::domain::progress::{FloorRecord, Mode};
use crate::domain::save::Open;
use std::sync::Arc;

/// A city of more districts than this lists the buildings of the open one only; the signs of the others list theirs.
const MOST_LISTED: usize = 40;

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
    /// Its buildings, or none in a large city where the district is not the open one.
    pub buildings: Vec<BuildingRow>,
    shows: Shows,
}

/// What a row shows of the state. As long as it stays the same, so does the row.
#[derive(Debug, Clone, PartialEq)]
struct Shows {
    level: usize,
    /// The open floor, if it is in this district.
    open: Option<FloorId>,
    /// Whether it lists its buildings.
    listed: bool,
    /// How it is played.
    mode: Mode,
    /// Whether it is shown on a tour.
    toured: bool,
    /// Which of its floors were raised.
    raised: Raised,
    /// Which of its floors are topped by their ratings; `None` where those do not decide.
    topped: Option<Vec<FloorId>>,
    /// Up to which level its floors are part of a target.
    target: Option<usize>,
}

/// What was raised of a district, and recalled: floors one by one, and all below the level that was found by a check.
#[derive(Debug, Clone, Default, PartialEq)]
struct Raised {
    floors: Vec<(FloorId, bool)>,
    placed: Option<LevelId>,
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

/// The tree of a city, with those rows of the tree before it that still hold.
pub fn tree(before: &[Arc<DistrictRow>], pack: &Pack, state: &State, words: &Words) -> Vec<Arc<DistrictRow>> {
    let open = state.open_floor(pack);
    let is_large = pack.districts().len() > MOST_LISTED;
    let mut raised = raised(pack, state);
    let mut topped = topped(pack, state);
    let (target, toured) = (state.assess.target(), state.show.is_some());
    let row = |(index, district): (usize, &District)| {
        let open = open.filter(|(building, _)| building.district == index).map(|(_, floor)| floor.id.clone());
        let listed = !is_large || open.is_some() || matches!(&state.open, Open::District(id) if *id == district.id);
        let raised = std::mem::take(&mut raised[index]);
        let topped = topped.as_mut().and_then(|topped| topped.get_mut(index)).map(std::mem::take);
        let shows = Shows { level: state.level, open, listed, mode: state.mode(), toured, raised, topped, target };
        let kept = before.get(index).filter(|row| row.shows == shows).cloned();
        kept.unwrap_or_else(|| Arc::new(district_row(pack, district, shows, state, words)))
    };
    pack.districts().iter().enumerate().map(row).collect()
}

/// What was raised, by district. Its cost grows with what was played, not with the city.
fn raised(pack: &Pack, state: &State) -> Vec<Raised> {
    let placed = state.record.placed.clone();
    let mut districts = vec![Raised { floors: Vec::new(), placed }; pack.districts().len()];
    let is_shown = |floor: &FloorRecord| floor.raised.is_some() || floor.is_recalled();
    for (id, floor) in state.record.floors.iter().filter(|(_, floor)| is_shown(floor)) {
        if let Some(building) = pack.building(&id.building) {
            districts[building.district].floors.push((id.clone(), floor.is_recalled()));
        }
    }
    districts
}

/// What is topped by its ratings, by district.
fn topped(pack: &Pack, state: &State) -> Option<Vec<Vec<FloorId>>> {
    let mut districts = vec![Vec::new(); pack.districts().len()];
    for floor in state.assess.topped()? {
        if let Some(building) = pack.building(&floor.building) {
            districts[building.district].push(floor);
        }
    }
    Some(districts)
}

fn district_row(pack: &Pack, district: &District, shows: Shows, state: &State, words: &Words) -> DistrictRow {
    let mark = super::level::mark(&pack.levels()[district.founded]);
    let ahead = !state.has_cleared(pack, district);
    let buildings = if shows.listed { pack.buildings_of(district) } else { &[] };
    DistrictRow {
        name: district.name.clone(),
        tagline: district.tagline.clone(),
        ahead: ahead.then(|| words.with("district-ahead", &[("mark", mark.into())])),
        intent: Intent::OpenDistrict(district.id.clone()),
        buildings: buildings.iter().map(|b| building_row(pack, b, &shows, state, words)).collect(),
        shows,
    }
}

fn building_row(pack: &Pack, building: &Building, shows: &Shows, state: &State, words: &Words) -> BuildingRow {
    let open = shows.open.as_ref().filter(|open| open.building == building.id);
    let floor = |floor: &Floor| storey_view(pack, floor, open == Some(&floor.id), state, words);
    BuildingRow {
        name: building.name.clone(),
        status: super::district::status(pack, building, state, words),
        open: open.is_some(),
        intent: Intent::OpenBuilding(building.id.clone()),
        floors: building.floors.iter().map(floor).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs;
    use crate::view::journey::Play;
    use crate::view::{Intent, reduce};

    /// How many districts are made anew by an intent.
    fn made_anew(floors: usize, intent: &Intent) -> usize {
        let (pack, words) = (packs::generated(floors).expect("playable"), Words::english());
        let mut state = State::default();
        reduce(&mut state, &Intent::OpenFloor(pack.buildings()[0].floors[0].id.clone()), &pack, &words);
        let before = tree(&[], &pack, &state, &words);
        reduce(&mut state, intent, &pack, &words);
        let after = tree(&before, &pack, &state, &words);
        assert_eq!(after, tree(&[], &pack, &state, &words));
        before.iter().zip(&after).filter(|(before, after)| !Arc::ptr_eq(before, after)).count()
    }

    #[test]
    fn a_large_city_lists_the_buildings_of_the_open_district_alone() {
        let (pack, words) = (packs::generated(5000).expect("playable"), Words::english());
        let mut state = State::default();
        let listed = |state: &State| -> Vec<usize> {
            let rows = tree(&[], &pack, state, &words);
            (0..rows.len()).filter(|index| !rows[*index].buildings.is_empty()).collect()
        };
        assert_eq!(listed(&state), Vec::<usize>::new());
        reduce(&mut state, &Intent::OpenDistrict(pack.districts()[3].id.clone()), &pack, &words);
        assert_eq!(listed(&state), [3]);
        reduce(&mut state, &Intent::OpenBuilding(pack.buildings()[0].id.clone()), &pack, &words);
        assert_eq!(listed(&state), [0]);
    }

    #[test]
    fn what_is_made_anew_does_not_grow_with_the_city() {
        for floors in [100, 1000, 5000] {
            let other = Intent::OpenFloor("b2-1/l3".parse().expect("a floor"));
            assert_eq!(made_anew(floors, &other), 2, "{floors}");
            assert_eq!(made_anew(floors, &Intent::StepFloor(crate::view::intent::Step::Next)), 1);
            assert_eq!(made_anew(floors, &Intent::ToggleHelp), 0);
            // Of a fresh journey nothing stands: every district changes once, and none by what changes no floor.
            assert_eq!(made_anew(floors, &Intent::Play(Play::Next)), 0);
        }
    }
}
