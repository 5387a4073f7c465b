//! The present version of a save.

use crate::domain::id::{BuildingId, DistrictId, FloorId, LevelId};
use crate::domain::settings::Settings;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Written into every save; a change of this type's shape raises it and adds a migration.
pub const VERSION: u32 = 1;

/// Everything that is kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Save {
    /// The pack that was open.
    pub pack: String,
    /// One entry a pack, by its id.
    pub cities: BTreeMap<String, City>,
    /// For all packs.
    pub settings: Settings,
}

/// Where a player was in one city.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct City {
    /// The level that the city stood at.
    pub level: Option<LevelId>,
    /// What was being read.
    pub open: Open,
    /// Floors whose text was opened.
    pub read: BTreeSet<FloorId>,
    /// From where the city was seen.
    pub camera: Option<CameraPose>,
}

/// What is open for reading. By ids, so that it survives a pack that was edited.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Open {
    /// Nothing: the city alone.
    #[default]
    Nothing,
    /// A level's identity.
    Level(LevelId),
    /// A district's sign.
    District(DistrictId),
    /// A building, with its lowest floor or the one that was chosen.
    Building(BuildingId, Option<FloorId>),
}

/// From where the city is seen: around a point on the ground, from an angle and a distance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct CameraPose {
    /// The point looked at, `[x, y, z]` in meters of the model.
    pub target: [f32; 3],
    /// Radians about the vertical.
    pub yaw: f32,
    /// Radians above the horizon.
    pub pitch: f32,
    /// Meters of the model.
    pub distance: f32,
}

impl CameraPose {
    /// Whether one can look from there: a damaged or hand-made save may say otherwise.
    pub fn is_finite(&self) -> bool {
        self.target.into_iter().chain([self.yaw, self.pitch, self.distance]).all(f32::is_finite)
    }
}
