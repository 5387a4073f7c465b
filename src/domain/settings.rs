//! What a player has chosen about how the game behaves.

use super::recall::RETENTION_PERCENT;
use serde::{Deserialize, Serialize};

/// The sizes of text that can be chosen, in percent.
pub const TEXT_PERCENT: std::ops::RangeInclusive<u16> = 100..=200;

/// How far one step of text size goes, in percent.
pub const TEXT_STEP: u16 = 25;

/// The volumes that can be chosen, in percent.
pub const VOLUME_PERCENT: std::ops::RangeInclusive<u16> = 0..=100;

/// How far one step of a volume goes, in percent.
pub const VOLUME_STEP: u16 = 25;

/// A player's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the settings")]
pub struct Settings {
    /// Size of text in percent, within [`TEXT_PERCENT`].
    pub text_percent: u16,
    /// Whether things move.
    pub motion: Motion,
    /// Light or dark panels.
    pub theme: Theme,
    /// How much the picture costs.
    pub quality: Quality,
    /// Whether there is life in the streets: birds, boats, smoke.
    pub ambience: bool,
    /// Whether the small map is shown where it has room.
    pub map: bool,
    /// Whether the city is shown as a list of text beside the picture.
    pub list: bool,
    /// Whether anything sounds.
    pub sound: bool,
    /// How loud each kind of sound is.
    pub volumes: Volumes,
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
            quality: Quality::Auto,
            ambience: true,
            map: true,
            list: false,
            sound: true,
            volumes: Volumes::default(),
            retention_percent: 90,
            hint: 0,
        }
    }
}

impl Settings {
    /// The same settings with every value in its range, as a save by hand may not be.
    #[must_use]
    pub fn clamped(self) -> Self {
        let mut clamped = Self {
            text_percent: self.text_percent.clamp(*TEXT_PERCENT.start(), *TEXT_PERCENT.end()),
            retention_percent: self.retention_percent.clamp(*RETENTION_PERCENT.start(), *RETENTION_PERCENT.end()),
            ..self
        };
        for channel in Channel::ALL {
            clamped.volumes.set(channel, self.volumes.of(channel));
        }
        clamped
    }
}

/// How loud each kind of sound is, in percent within [`VOLUME_PERCENT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Volumes {
    effects: u16,
    ambience: u16,
    interface: u16,
}

impl Default for Volumes {
    fn default() -> Self {
        Self { effects: 75, ambience: 75, interface: 75 }
    }
}

impl Volumes {
    /// The volume of a channel in percent.
    pub fn of(self, channel: Channel) -> u16 {
        match channel {
            Channel::Effects => self.effects,
            Channel::Ambience => self.ambience,
            Channel::Interface => self.interface,
        }
    }

    /// Sets the volume of a channel, to the nearest that there is.
    pub fn set(&mut self, channel: Channel, percent: u16) {
        let volume = match channel {
            Channel::Effects => &mut self.effects,
            Channel::Ambience => &mut self.ambience,
            Channel::Interface => &mut self.interface,
        };
        *volume = percent.clamp(*VOLUME_PERCENT.start(), *VOLUME_PERCENT.end());
    }
}

/// A kind of sound, with a volume of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Channel {
    /// What the city does: storeys rise, the day turns.
    Effects,
    /// The hour of the level, all the time.
    Ambience,
    /// What the player does: opening, marking, turning pages.
    Interface,
}

impl Channel {
    /// All channels.
    pub const ALL: [Self; 3] = [Self::Effects, Self::Ambience, Self::Interface];
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
    /// Black, white and yellow, with lines that cannot be missed.
    HighContrast,
}

/// How much the picture costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quality {
    /// As the machine can bear it.
    Auto,
    /// Everything there is.
    High,
    /// Without what is dear.
    Low,
    /// As little as will do.
    Lowest,
}
