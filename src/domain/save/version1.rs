//! The first version of a save, as it was, and how it becomes the present one.

use super::current::{CameraPose, City, Open, Save};
use crate::domain::id::{FloorId, LevelId};
use crate::domain::progress::{Act, Author, Deed, Log, Stamp};
use crate::domain::settings::Settings;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that was kept.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Save1 {
    pack: String,
    cities: BTreeMap<String, City1>,
    settings: Settings,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct City1 {
    level: Option<LevelId>,
    open: Open,
    read: BTreeSet<FloorId>,
    camera: Option<CameraPose>,
}

impl From<Save1> for Save {
    fn from(old: Save1) -> Self {
        let cities = old.cities.into_iter().map(|(pack, city)| (pack, City::from(city))).collect();
        let profile = String::new();
        Self { pack: old.pack, profiles: [(profile.clone(), cities)].into(), profile, settings: old.settings }
    }
}

impl From<City1> for City {
    /// Nobody wrote down when a floor was read. All get the same name in every copy of that save, so that two copies
    /// merge into one.
    fn from(old: City1) -> Self {
        let mut log = Log::default();
        for (number, floor) in (0..).zip(old.read) {
            log.insert(Stamp { at: 0, author: Author::default(), number }, Deed::Floor(floor, Act::Read));
        }
        Self { level: old.level, open: old.open, log, camera: old.camera, ..Self::default() }
    }
}
