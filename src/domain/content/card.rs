//! What is told of a city before one enters it.

use super::pack::Pack;
use crate::domain::id::LevelId;

/// A city that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The id of its pack, as saves know it.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it is.
    pub summary: String,
    /// Its levels with their names, from the lowest up.
    pub levels: Vec<(LevelId, String)>,
    /// The names of its buildings.
    pub buildings: Vec<String>,
    /// How many floors it has.
    pub floors: usize,
    /// From where it is.
    pub origin: Origin,
    /// Why it cannot be entered, if it cannot.
    pub fault: Option<String>,
}

/// From where a city is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It came with the game.
    Shipped,
    /// The player brought it.
    Imported,
    /// Somebody is writing it, in a folder that is watched.
    Draft,
}

impl Card {
    /// The card of a pack.
    pub fn of(pack: &Pack, origin: Origin) -> Self {
        Self {
            id: pack.id().to_owned(),
            title: pack.title().to_owned(),
            summary: pack.summary().to_owned(),
            levels: pack.levels().iter().map(|level| (level.id.clone(), level.name.clone())).collect(),
            buildings: pack.buildings().iter().map(|building| building.name.clone()).collect(),
            floors: pack.floors().count(),
            origin,
            fault: None,
        }
    }
}
