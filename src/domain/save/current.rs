//! The present version of a save.

use crate::domain::assess::Kept;
use crate::domain::id::{BuildingId, DistrictId, FloorId, LevelId};
use crate::domain::progress::Log;
use crate::domain::settings::Settings;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Written into every save; a change of this type's shape raises it and adds a migration.
pub const VERSION: u32 = 3;

/// Everything that is kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Save {
    /// The pack that was open.
    pub pack: String,
    /// The name of the profile that was played; the first one has none.
    pub profile: String,
    /// By their names.
    pub profiles: BTreeMap<String, Cities>,
    /// For all packs and profiles.
    pub settings: Settings,
}

/// One player's cities, by the ids of their packs.
pub type Cities = BTreeMap<String, City>;

impl Save {
    /// The city of a pack, in the profile that was played.
    pub fn city(&self, pack: &str) -> Option<&City> {
        self.profiles.get(&self.profile)?.get(pack)
    }

    /// Adds what another save holds and this one does not: profiles, cities, and events of each. Where one was and
    /// what one chose stays as it is here.
    pub fn merge(&mut self, other: &Self) {
        merge_profiles(&mut self.profiles, &other.profiles);
    }
}

/// Adds profiles, cities and events to those that are here.
pub fn merge_profiles(into: &mut BTreeMap<String, Cities>, from: &BTreeMap<String, Cities>) {
    for (name, cities) in from {
        let profile = into.entry(name.clone()).or_default();
        for (pack, city) in cities {
            match profile.get_mut(pack) {
                Some(there) => {
                    there.log.merge(&city.log);
                    there.assess.merge(&city.assess);
                }
                None => _ = profile.insert(pack.clone(), city.clone()),
            }
        }
    }
}

/// Where a player was in one city.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct City {
    /// The level that the city stood at.
    pub level: Option<LevelId>,
    /// What was being read.
    pub open: Open,
    /// What was done there.
    pub log: Log,
    /// How its criteria were rated, in a ladder.
    pub assess: Kept,
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
