//! What of a city a pack no longer knows. It stays in the save: the next edit of the pack may bring it back.

use super::current::City;
use crate::domain::content::Pack;
use crate::domain::id::{FloorId, LevelId};
use crate::domain::progress::Record;
use std::collections::BTreeSet;

/// What does not fit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lost {
    /// Floors with which something was done.
    pub floors: BTreeSet<FloorId>,
    /// Levels at which the city stood, was placed, or passed a wall.
    pub levels: BTreeSet<LevelId>,
}

impl Lost {
    /// Whether everything fits.
    pub fn is_empty(&self) -> bool {
        self.floors.is_empty() && self.levels.is_empty()
    }
}

/// What of `city` is not in `pack`.
pub fn lost(city: &City, pack: &Pack) -> Lost {
    let record = Record::of(&city.log);
    let floors = record.floors.into_keys().filter(|floor| pack.floor(floor).is_none());
    let levels = record.walls.into_keys().chain(record.placed).chain(city.level.clone());
    let levels = levels.filter(|level| pack.level_index(level).is_none());
    Lost { floors: floors.collect(), levels: levels.collect() }
}
