//! A tour: what a presenter shows stop by stop, asks the room, and says to it.
//!
//! `tours/<name>.ron` in a pack's folder; `pack.ron` names them. A stop is named by its id and not by its place in the
//! list, since links and copies hold on to it.

use crate::domain::id::{BuildingId, DistrictId, FloorId, LevelId};
use crate::domain::save::CameraPose;
use serde::{Deserialize, Serialize};

/// A tour as its file says it, and as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tour {
    /// The name of its file.
    pub id: String,
    /// As shown.
    pub title: String,
    /// One line for who chooses a tour.
    pub summary: String,
    /// In the order in which they are shown; never empty.
    pub stops: Vec<Stop>,
}

/// A stop of a tour.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// Unique in the tour.
    pub id: String,
    /// The pack whose city is shown; the tour's own where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<String>,
    /// The level that the city stands at; as it stood at the stop before where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<LevelId>,
    /// What is looked at; the whole city where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<At>,
    /// From where it is seen, where the usual view of it will not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<CameraPose>,
    /// What the room reads, in large letters.
    pub caption: String,
    /// What only the speaker reads.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// What the room guesses before it is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// Which texts of the floor are shown; where there is a question, behind its answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<Text>,
    /// Seconds that it stays in a tour that goes on by itself; with a question, half before the answer, half behind it.
    pub dwell: u32,
}

/// What a stop looks at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum At {
    /// A level's identity.
    Level(LevelId),
    /// A district.
    District(DistrictId),
    /// A building.
    Building(BuildingId),
    /// A floor of a building.
    Floor(FloorId),
}

impl At {
    /// The building that it is about.
    pub fn building(&self) -> Option<&BuildingId> {
        match self {
            Self::Building(id) => Some(id),
            Self::Floor(floor) => Some(&floor.building),
            Self::Level(_) | Self::District(_) => None,
        }
    }
}

/// A text of a floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "as in the pack")]
pub enum Text {
    Know,
    Assume,
    Learn,
    Prose,
}

/// A question to the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// What is asked.
    pub ask: String,
    /// What hands are raised for, two to four.
    pub answers: Vec<String>,
    /// The place in `answers` of the one that holds, from 0; where there is none, it was a question of opinion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right: Option<usize>,
    /// What the room is told then, in large letters.
    pub reveal: String,
}
