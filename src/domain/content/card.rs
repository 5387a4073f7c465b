//! What is told of a city before one enters it.

use super::import::Report;
use super::pack::{Level, Pack};
use crate::domain::id::{BuildingId, LevelId};
use std::sync::Arc;

/// A city that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The id of its pack, as saves know it.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it is.
    pub summary: String,
    /// Its levels, from the lowest up.
    pub levels: Vec<Rung>,
    /// Its buildings, each with its name.
    pub buildings: Vec<(BuildingId, String)>,
    /// How many floors it has.
    pub floors: usize,
    /// From where it is.
    pub origin: Origin,
    /// Why it cannot be entered, if it cannot.
    pub fault: Option<String>,
    /// What became of the document that it was made of, if it was made of one.
    pub report: Option<Arc<Report>>,
}

/// A level of a city, as one sees it from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// Its id.
    pub id: LevelId,
    /// As shown.
    pub name: String,
    /// One line.
    pub epigraph: String,
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
    /// The player brought it, and what was kept of it can no longer be read.
    Damaged,
}

impl Origin {
    /// Whether the player brought it, and may take it away.
    pub fn is_brought(self) -> bool {
        matches!(self, Self::Imported | Self::Damaged)
    }
}

impl Rung {
    fn of(level: &Level) -> Self {
        Self { id: level.id.clone(), name: level.name.clone(), epigraph: level.epigraph.clone() }
    }
}

impl Card {
    /// The card of a pack.
    pub fn of(pack: &Pack, origin: Origin) -> Self {
        Self {
            id: pack.id().to_owned(),
            title: pack.title().to_owned(),
            summary: pack.summary().to_owned(),
            levels: pack.levels().iter().map(Rung::of).collect(),
            buildings: pack.buildings().iter().map(|one| (one.id.clone(), one.name.clone())).collect(),
            floors: pack.floors().count(),
            origin,
            fault: None,
            report: None,
        }
    }
}
