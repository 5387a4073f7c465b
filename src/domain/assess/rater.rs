//! Who rates.

use serde::{Deserialize, Serialize};

/// In what role one rates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Oneself.
    #[default]
    #[serde(rename = "self")]
    Own,
    /// As the lead of the person who is rated.
    #[serde(rename = "lead")]
    Lead,
    /// As the mentor of the person who is rated.
    #[serde(rename = "mentor")]
    Mentor,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Own, Self::Lead, Self::Mentor];
}

/// A person who rates. Two entries are by the same person if role and name are the same: a file that was merged in
/// stays apart from what one has rated oneself.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Rater {
    /// The role.
    pub role: Role,
    /// The name, as the person wrote it; oneself needs none.
    #[serde(default)]
    pub name: String,
}

impl Rater {
    /// The longest name, in characters.
    pub const NAME_CHARS: usize = 40;

    /// A person of that role and name.
    pub fn new(role: Role, name: &str) -> Self {
        Self { role, name: super::entry::bounded(name, Self::NAME_CHARS) }
    }
}
