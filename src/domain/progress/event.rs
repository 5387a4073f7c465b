//! What a player can have done. The one-letter names are those of saves.

use crate::domain::id::{BuildingId, FloorId, LevelId};
use crate::domain::log::Stamp;
use crate::domain::recall::Grade;
use serde::{Deserialize, Serialize};

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// On one floor.
    Floor(FloorId, Act),
    /// To the city as a whole.
    Whole(Whole),
}

/// What was done on one floor.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Act {
    /// A guess at the door, and whether it was right.
    #[serde(rename = "g")]
    Guessed(bool),
    /// Its text was opened.
    #[serde(rename = "r")]
    Read,
    /// What the reader thought of its claim, before it was broken.
    #[serde(rename = "b")]
    Believed(Belief),
    /// What breaks the claim was opened without an answer.
    #[serde(rename = "e")]
    OpenedEarly,
    /// The refutation was picked among several, and whether it was the right one.
    #[serde(rename = "p")]
    Picked(bool),
    /// It was recalled, and how well by the player's own judgement.
    #[serde(rename = "m")]
    Recalled(Grade),
    /// It was raised.
    #[serde(rename = "u")]
    Raised(Raised),
    /// A line in the player's own words; an empty one removes it.
    #[serde(rename = "n")]
    Noted(String),
    /// Whether it has a bookmark.
    #[serde(rename = "k")]
    Bookmarked(bool),
    /// Whether the player keeps it among those that the wall waits for.
    #[serde(rename = "c")]
    Kept(bool),
    /// Everything before is to count no more.
    #[serde(rename = "x")]
    Reset,
}

/// What was done to the city as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Whole {
    /// A level's wall was passed.
    #[serde(rename = "w")]
    Wall(LevelId, Wall),
    /// The placement check found that the player stands at this level.
    #[serde(rename = "l")]
    Placed(LevelId),
    /// How the city is played.
    #[serde(rename = "m")]
    Mode(Mode),
    /// Everything before in a building is to count no more.
    #[serde(rename = "x")]
    ResetBuilding(BuildingId),
    /// Everything before is to count no more.
    #[serde(rename = "a")]
    ResetAll,
    /// An earlier event is taken back.
    #[serde(rename = "t")]
    TakenBack(Stamp),
}

/// An answer to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Belief {
    /// Whether the reader agreed.
    pub agree: bool,
    /// Whether the reader was sure.
    pub sure: bool,
}

/// How a floor was raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Raised {
    /// As read; it keeps its scaffold until it is recalled.
    #[serde(rename = "r")]
    Read,
    /// By play.
    #[serde(rename = "p")]
    Played,
}

/// How a wall was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Wall {
    /// Around it.
    #[serde(rename = "a")]
    Around,
    /// By play.
    #[serde(rename = "p")]
    Played,
}

/// How the city is played.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Mode {
    /// Everything up to the chosen level stands.
    #[default]
    #[serde(rename = "e")]
    Explore,
    /// Floors rise by play.
    #[serde(rename = "j")]
    Journey,
}

impl Deed {
    /// Whether a player who undoes something means this: what was raised, written or removed. That a text was opened
    /// or an answer given has happened.
    pub fn can_be_undone(&self) -> bool {
        match self {
            Self::Floor(_, act) => !matches!(
                act,
                Act::Guessed(_) | Act::Read | Act::Believed(_) | Act::OpenedEarly | Act::Picked(_) | Act::Recalled(_)
            ),
            Self::Whole(whole) => !matches!(whole, Whole::Mode(_) | Whole::TakenBack(_)),
        }
    }
}
