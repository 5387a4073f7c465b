//! Floors of another city that help with a criterion: their names, the way there, and the way back.

use super::wish::Page;
use crate::domain::assess::gap;
use crate::domain::content::{Card, Criterion, Pack};
use crate::domain::id::FloorId;
use crate::view::intent::Intent;
use crate::view::journey::Action;
use crate::view::state::State;
use crate::view::words::Words;

/// The city that one came from to read a floor of this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayBack {
    /// The id of its pack.
    pub city: String,
    /// Its name.
    pub title: String,
    /// The page that was open there.
    pub page: Option<Page>,
}

/// The name of the city whose floors help, and a way to each floor; none where nothing there does.
pub fn helps(pack: &Pack, state: &State, criterion: &Criterion, words: &Words) -> Option<(String, Vec<Action>)> {
    let city = &pack.crosswalk()?.pack;
    // Only once the cities have been listed are the names of another one known.
    let card = state.cities.iter().find(|card| card.id == *city);
    let action =
        |floor: FloorId| Action { label: name(card, &floor, words), intent: Intent::Visit(city.clone(), floor) };
    let actions: Vec<Action> = gap::helps(pack, criterion).into_iter().map(action).collect();
    let title = card.map_or(city.as_str(), |card| card.title.as_str());
    (!actions.is_empty()).then(|| (words.with("missing-helps", &[("title", title.into())]), actions))
}

fn name(card: Option<&Card>, floor: &FloorId, words: &Words) -> String {
    let building = card.and_then(|card| card.buildings.iter().find(|(id, _)| *id == floor.building));
    let level = card.and_then(|card| card.levels.iter().find(|level| level.id == floor.level));
    let (Some((_, area)), Some(level)) = (building, level) else { return floor.to_string() };
    words.with("area-at-level", &[("area", area.as_str().into()), ("level", level.name.as_str().into())])
}

/// Back to where one came from.
pub fn way_back(state: &State, words: &Words) -> Option<Action> {
    let way = state.way_back.as_ref()?;
    let label = words.with("action-return", &[("title", way.title.as_str().into())]);
    Some(Action { label, intent: Intent::Return })
}
