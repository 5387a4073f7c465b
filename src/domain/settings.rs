//! What a player has chosen about how the game behaves.

use super::recall::RETENTION_PERCENT;
use serde::{Deserialize, Serialize};

/// The sizes of text that can be chosen, in percent.
pub const TEXT_PERCENT: std::ops::RangeInclusive<u16> = 100..=200;

/// How far one step of text size goes, in percent.
pub const TEXT_STEP: u16 = 25;

/// A player's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Size of text in percent, within [`TEXT_PERCENT`].
    pub text_percent: u16,
    /// Whether things move.
    pub motion: Motion,
    /// Light or dark panels.
    pub theme: Theme,
    /// Whether the city is shown as a list of text beside the picture.
    pub list: bool,
    /// The share of floors that one wants to recall, in percent, within [`RETENTION_PERCENT`].
    pub retention_percent: u8,
    /// Which of the hints for a first visit comes next; past the last, none.
    pub hint: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            text_percent: *TEXT_PERCENT.start(),
            motion: Motion::System,
            theme: Theme::System,
            list: false,
            retention_percent: 90,
            hint: 0,
        }
    }
}

impl Settings {
    /// The same settings with every value in its range, as a save by hand may not be.
    #[must_use]
    pub fn clamped(self) -> Self {
        Self {
            text_percent: self.text_percent.clamp(*TEXT_PERCENT.start(), *TEXT_PERCENT.end()),
            retention_percent: self.retention_percent.clamp(*RETENTION_PERCENT.start(), *RETENTION_PERCENT.end()),
            ..self
        }
    }
}

/// Whether things move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motion {
    /// As the system asks for.
    System,
    /// Always.
    Full,
    /// Cuts instead of flights; floors are simply there.
    Reduced,
}

/// Light or dark panels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system asks for.
    System,
    /// Dark text on light paper.
    Light,
    /// Light text on dark slate.
    Dark,
}
