//! Names that links, saves and packs use for the things of a city.
//!
//! An id never changes once published: links made today must work after the content has grown.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A number that is always the same for the same name, for choosing between equals (FNV-1a).
pub fn seed(name: &str) -> u32 {
    name.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps an id as authored; [`is_slug`] tells whether it is well formed.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The id as it stands in packs, links and saves.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// A level of the pack, such as `l0`.
    LevelId
);
id!(
    /// A district, such as `the-build`.
    DistrictId
);
id!(
    /// A building, unique in the whole pack, such as `frontend`.
    BuildingId
);
id!(
    /// A criterion of a ladder, such as `e2-technical-3`.
    CriterionId
);

/// A floor: the building and the level that raises it, written `frontend/l0`.
///
/// The floor's *number* would not do: a building may have two floors of one number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct FloorId {
    /// The building the floor belongs to.
    pub building: BuildingId,
    /// The level that raises it.
    pub level: LevelId,
}

impl fmt::Display for FloorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.building, self.level)
    }
}

/// The text is not `building/level`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a floor: expected building/level, such as frontend/l0")]
pub struct NotAFloor(String);

impl FromStr for FloorId {
    type Err = NotAFloor;

    fn from_str(text: &str) -> Result<Self, NotAFloor> {
        match text.split_once('/') {
            Some((building, level)) if is_slug(building) && is_slug(level) => {
                Ok(Self { building: BuildingId::new(building), level: LevelId::new(level) })
            }
            _ => Err(NotAFloor(text.to_owned())),
        }
    }
}

impl TryFrom<String> for FloorId {
    type Error = NotAFloor;

    fn try_from(text: String) -> Result<Self, NotAFloor> {
        text.parse()
    }
}

impl From<FloorId> for String {
    fn from(id: FloorId) -> Self {
        id.to_string()
    }
}

/// Whether `text` can be an id: lower-case letters, digits and single hyphens, 1 to 64 of them.
pub fn is_slug(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_floor_is_written_building_slash_level() {
        let floor: FloorId = "version-control/l3".parse().expect("well formed");
        assert_eq!(floor.building.as_str(), "version-control");
        assert_eq!(floor.to_string(), "version-control/l3");
    }

    #[test]
    fn anything_else_is_not_a_floor() {
        for text in ["", "frontend", "/l0", "frontend/", "Front End/l0", "a/b/c", "-a/l0", "a--b/l0"] {
            assert!(text.parse::<FloorId>().is_err(), "{text:?}");
        }
    }
}
