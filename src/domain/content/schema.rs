//! A pack as its files say it, before anybody has checked it.
//!
//! One file `pack.ron`; a folder per district with `district.ron` and one file per building; beside
//! `pack.ron`, optional `glossary.ron`, `crosswalk.ron` and `tours/<name>.ron`. All of it is RON.

use super::body::Body;
use super::tour::Tour;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format that this version reads, as `format:` in `pack.ron`.
pub const FORMAT: u32 = 1;

/// A whole pack in one value, as `pack export --to json` writes it: of each file what it says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Whole {
    /// `pack.ron`.
    pub pack: Pack,
    /// In the order of the sites.
    pub districts: Vec<Folder>,
    /// `glossary.ron`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub glossary: Option<Glossary>,
    /// `crosswalk.ron`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crosswalk: Option<Crosswalk>,
    /// `tours/<name>.ron`, in the order in which they are offered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tours: Vec<Tour>,
}

/// The files of a district's folder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Folder {
    /// `<district>/district.ron`.
    pub district: District,
    /// `<district>/<building>.ron`, in the order of the lots.
    pub buildings: Vec<Building>,
}

/// `pack.ron`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// The format of these files: 1.
    pub format: u32,
    /// Unique among packs, and the name of the folder.
    pub id: String,
    /// As shown.
    pub title: String,
    /// What this city is, for someone who has just opened it.
    pub summary: String,
    /// From the lowest to the highest.
    pub levels: Vec<Level>,
    /// Folders, in the order in which the city grows outward. A district's place in this list is its
    /// site in the city: append, do not insert.
    pub districts: Vec<String>,
    /// Where the source contradicts itself and what the pack does about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
    /// What the source says besides, in its order: how one moves up, answers to questions, what had no place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// How the criteria of a ladder are rated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<Assessment>,
    /// Names of files in `tours`, in the order in which they are offered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tours: Vec<String>,
}

/// A passage of the source that stands beside the city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What it is about.
    pub heading: String,
    /// Paragraphs, with blank lines between them.
    pub text: String,
}

/// A level and the person who stands on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Unique in the pack.
    pub id: String,
    /// As shown.
    pub name: String,
    /// One line.
    pub epigraph: String,
    /// A person at a moment.
    pub portrait: String,
}

/// `<district>/district.ron`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct District {
    /// The name of its folder.
    pub id: String,
    /// As shown.
    pub name: String,
    /// The level that founds it.
    pub founded: String,
    /// One line.
    pub tagline: String,
    /// Why it appears at its level.
    pub why_now: String,
    /// Whether it is about people and not about machines.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub non_technical: bool,
    /// What its ground looks like; matched to its words where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Files, in the order of their lots. A building's place in this list is its address: append.
    pub buildings: Vec<String>,
}

/// What a district is: what stands around its buildings and how its ground is laid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Place {
    /// A bright square with a carousel and striped tents, where no seam shows.
    Fair,
    /// Sheds with sawtooth roofs, a smithy, timber.
    Workshops,
    /// Walls with battlements, and a gatehouse.
    Fortress,
    /// A quay with ships, a crane and containers.
    Harbor,
    /// An aqueduct, pipes and masts.
    Works,
    /// A dome with a telescope, instruments and targets.
    Observatory,
    /// A cooling tower, a turbine hall, pylons and a control tower.
    PowerStation,
    /// A town hall, a fountain, benches and trees.
    Park,
    /// A terraced hill with a lighthouse.
    Hill,
}

/// `<district>/<building>.ron`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Building {
    /// The name of its file.
    pub id: String,
    /// As shown on labels.
    pub name: String,
    /// A more exact name, shown beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// The level that founds it.
    pub founded: String,
    /// Its reason to be.
    pub reason: String,
    /// What stands on its roof. This and the next three are chosen from its name where they are left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crown: Option<Crown>,
    /// Its ground plan and silhouette.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// What stands at its foot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annex: Option<Annex>,
    /// The sign over its door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emblem: Option<Emblem>,
    /// From the lowest to the highest.
    pub floors: Vec<Floor>,
}

/// Words that a pack can choose from, each kind with all of its words.
macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident { $($word:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        #[expect(missing_docs, reason = "the shapes are what their names say")]
        pub enum $name { $($word),+ }

        impl $name {
            /// Every one of them.
            pub const ALL: &'static [Self] = &[$(Self::$word),+];
        }
    )+};
}

vocabulary! {
    /// What stands on the roof and tells a building from its neighbors.
    Crown { Antenna, Bell, Billboard, Braces, Chimneys, Clock, Cloud, Crane, Dome, Flag, Gable, Globe, Key, Lamp, Pediment, Shield, Spire, Stack, Tank, Telescope, Terrace, Windmill }

    /// Ground plan and silhouette.
    Form { Square, Slab, Round, Hexagon, Octagon, Cross, Stepped, Tapered, Twin }

    /// What stands at the foot of a building, within its lot.
    Annex { None, Porch, Stairs, Wing, Tanks, Silo, Arcade, Greenhouse, Yard }

    /// The sign over the door.
    Emblem { Book, Branch, Braces, Bug, Chart, Check, Clock, Cloud, Cylinders, Eye, Gauge, Gear, Heart, Key, Layers, Lock, Nodes, People, Plug, Rocket, Scales, Screen, Shield, Terminal }
}

/// A floor of a building.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Floor {
    /// The level that raises it.
    pub level: String,
    /// As the source counts: usually the level minus the founding level.
    pub number: u32,
    /// Whether the source calls it the building's final floor.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub last: bool,
    /// What stands on it.
    pub body: Body,
}

/// How the criteria of a ladder are rated, and what holding a level means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// From the lowest score to the highest.
    pub scale: Vec<ScaleStep>,
    /// The lowest score that counts as satisfied.
    pub satisfied_from: u8,
    /// How often one rates.
    pub rhythm: Rhythm,
    /// For when targets are set, in months from now.
    pub target_months: Vec<u8>,
    /// What reaching a level takes.
    pub rule: Rule,
    /// Why the ladder exists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub motivation: Vec<String>,
    /// Questions that people ask about the ladder.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Answered>,
}

/// One step of the rating scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScaleStep {
    /// From 1.
    pub score: u8,
    /// As shown on the button.
    pub label: String,
    /// One sentence.
    pub means: String,
}

/// How often one rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Rhythm {
    /// Four times a year.
    Quarterly,
}

/// What reaching a level takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Rule {
    /// Each step has phases to complete and things to have done.
    Milestones(Vec<Milestone>),
    /// Shares of criteria, from 0 to 1.
    Share {
        /// Of a level's criteria, to hold it.
        hold: f32,
        /// Of the next level's criteria, to reach it with all of the present level's satisfied.
        reach: f32,
    },
}

/// What leads from one level to the next.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// The level before.
    pub from: String,
    /// The level after.
    pub to: String,
    /// First and last phase to complete.
    pub phases: (u32, u32),
    /// What goes with them.
    pub also: Vec<String>,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// The question.
    pub ask: String,
    /// The answer.
    pub answer: String,
}

/// `glossary.ron`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Glossary(pub Vec<Term>);

/// A word that a reader may not know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// As it stands in the texts.
    pub term: String,
    /// Other spellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// One sentence.
    pub means: String,
}

/// `crosswalk.ron`: which floors of another pack help with which criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Crosswalk {
    /// The pack that the floors stand in.
    pub pack: String,
    /// Criterion to floors; an empty list says that nothing there helps.
    pub criteria: BTreeMap<String, Vec<String>>,
}
