//! A pack that has been checked: every reference resolves and every list is in order.
//!
//! [`Pack`] has no public constructor: only [`super::check()`] makes one.

use super::body::{Body, Criterion};
use super::schema::{Annex, Assessment, Crosswalk, Crown, Emblem, Form, Glossary, Note, Place};
use super::tour::Tour;
use crate::domain::id::{BuildingId, DistrictId, FloorId, LevelId};
use std::collections::HashMap;
use std::sync::Arc;

/// A checked pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) levels: Vec<Level>,
    pub(super) districts: Vec<District>,
    pub(super) buildings: Vec<Building>,
    pub(super) building_index: HashMap<BuildingId, usize>,
    pub(super) assessment: Option<Assessment>,
    pub(super) notes: Vec<Note>,
    pub(super) glossary: Glossary,
    pub(super) crosswalk: Option<Crosswalk>,
    pub(super) tours: Vec<Arc<Tour>>,
}

/// A level; its place in [`Pack::levels`] is its index.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Its id.
    pub id: LevelId,
    /// As shown.
    pub name: String,
    /// One line.
    pub epigraph: String,
    /// A person at a moment.
    pub portrait: String,
}

/// A district; its place in [`Pack::districts`] is its site in the city.
#[derive(Debug, Clone, PartialEq)]
pub struct District {
    /// Its id.
    pub id: DistrictId,
    /// As shown.
    pub name: String,
    /// Index of the level that founds it.
    pub founded: usize,
    /// One line.
    pub tagline: String,
    /// Why it appears at its level.
    pub why_now: String,
    /// Whether it is about people and not about machines.
    pub non_technical: bool,
    /// What it looks like: as the pack says, or matched to its words.
    pub place: Place,
    /// Indices into [`Pack::buildings`], in the order of the lots.
    pub buildings: std::ops::Range<usize>,
}

/// A building.
#[derive(Debug, Clone, PartialEq)]
pub struct Building {
    /// Its id.
    pub id: BuildingId,
    /// As shown on labels.
    pub name: String,
    /// A more exact name, shown beside it.
    pub subtitle: Option<String>,
    /// Index into [`Pack::districts`].
    pub district: usize,
    /// Index of its lot in the district.
    pub lot: usize,
    /// Index of the level that founds it.
    pub founded: usize,
    /// Its reason to be.
    pub reason: String,
    /// What stands on its roof, where the pack says so.
    pub crown: Option<Crown>,
    /// Its ground plan and silhouette, where the pack says so.
    pub form: Option<Form>,
    /// What stands at its foot, where the pack says so.
    pub annex: Option<Annex>,
    /// The sign over its door, where the pack says so.
    pub emblem: Option<Emblem>,
    /// From the lowest to the highest; never empty.
    pub floors: Vec<Floor>,
}

/// A floor.
#[derive(Debug, Clone, PartialEq)]
pub struct Floor {
    /// Its id.
    pub id: FloorId,
    /// Index of the level that raises it.
    pub level: usize,
    /// As the source counts.
    pub number: u32,
    /// How many storeys stand below it.
    pub storey: usize,
    /// Whether it is the building's final floor.
    pub last: bool,
    /// What stands on it.
    pub body: Body,
}

impl Pack {
    /// The same pack under another id and, if one is given, another title: players keep what they brought under names
    /// of their own.
    #[must_use]
    pub fn called(self, id: &str, title: Option<String>) -> Self {
        Self { id: id.to_owned(), title: title.unwrap_or(self.title), ..self }
    }

    /// The pack's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The city's name.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What this city is.
    pub fn summary(&self) -> &str {
        &self.summary
    }

    /// From the lowest to the highest; never empty.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// In the order in which the city grows outward; never empty.
    pub fn districts(&self) -> &[District] {
        &self.districts
    }

    /// By district and lot.
    pub fn buildings(&self) -> &[Building] {
        &self.buildings
    }

    /// How criteria are rated, in a ladder.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.assessment.as_ref()
    }

    /// What the source says besides, in its order.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Words that a reader may not know.
    pub fn glossary(&self) -> &Glossary {
        &self.glossary
    }

    /// Which floors of another pack help with which criterion.
    pub fn crosswalk(&self) -> Option<&Crosswalk> {
        self.crosswalk.as_ref()
    }

    /// What can be shown to a room, in the order in which it is offered.
    pub fn tours(&self) -> &[Arc<Tour>] {
        &self.tours
    }

    /// The tour of that id.
    pub fn tour(&self, id: &str) -> Option<&Arc<Tour>> {
        self.tours.iter().find(|tour| tour.id == id)
    }

    /// The index of a level.
    pub fn level_index(&self, id: &LevelId) -> Option<usize> {
        self.levels.iter().position(|level| &level.id == id)
    }

    /// The district of that id.
    pub fn district(&self, id: &DistrictId) -> Option<&District> {
        self.districts.iter().find(|district| &district.id == id)
    }

    /// The building of that id.
    pub fn building(&self, id: &BuildingId) -> Option<&Building> {
        self.place_of(id).map(|index| &self.buildings[index])
    }

    /// The index of a building.
    pub fn place_of(&self, id: &BuildingId) -> Option<usize> {
        self.building_index.get(id).copied()
    }

    /// The district that a building stands in.
    pub fn district_of(&self, building: &Building) -> &District {
        &self.districts[building.district]
    }

    /// The buildings of a district, in the order of the lots.
    pub fn buildings_of(&self, district: &District) -> &[Building] {
        &self.buildings[district.buildings.clone()]
    }

    /// The floor of that id, with its building.
    pub fn floor(&self, id: &FloorId) -> Option<(&Building, &Floor)> {
        let building = self.building(&id.building)?;
        building.floors.iter().find(|floor| floor.id == *id).map(|floor| (building, floor))
    }

    /// Every floor with its building.
    pub fn floors(&self) -> impl Iterator<Item = (&Building, &Floor)> {
        self.buildings.iter().flat_map(|building| building.floors.iter().map(move |floor| (building, floor)))
    }

    /// Every criterion of a ladder.
    pub fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.floors().flat_map(|(_, floor)| match &floor.body {
            Body::Criteria(criteria) => criteria.as_slice(),
            _ => &[],
        })
    }
}

impl Building {
    /// Whether the building stands at a level.
    pub fn stands_at(&self, level: usize) -> bool {
        self.founded <= level
    }

    /// The highest floor that has risen at a level.
    pub fn top_floor_at(&self, level: usize) -> Option<&Floor> {
        self.floors.iter().rev().find(|floor| floor.level <= level)
    }
}
