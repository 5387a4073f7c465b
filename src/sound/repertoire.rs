//! Everything that can be heard, by name.

use crate::domain::settings::Channel;

/// A sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sound {
    /// Something happens, once.
    Cue(Cue),
    /// What is in the air at an hour, over and over.
    Hour(Hour),
}

/// A short sound for something that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cue {
    /// A storey settles, at this step of the scale.
    Rise(u8),
    /// A building is founded.
    Found,
    /// Something is marked or opened.
    Select,
    /// The open text changes.
    Turn,
    /// The city steps up to the level of this hour.
    LevelUp(Hour),
    /// The city steps back to the level of this hour.
    LevelDown(Hour),
}

/// The highest step of the scale that a storey sounds at.
pub const TOP_STEP: u8 = 12;

/// The hour of a level: dreamlike morning, after the storm, harbor noon, blueprint afternoon, night shift, golden hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hour(u8);

impl Hour {
    /// How many there are.
    pub const COUNT: u8 = 6;

    /// The hour of a level; packs with more levels begin the next day.
    pub fn of_level(level: usize) -> Self {
        Self((level % usize::from(Self::COUNT)) as u8)
    }

    /// Its place in the day, from 0.
    pub fn index(self) -> usize {
        self.0.into()
    }
}

impl Cue {
    /// Whose volume it has.
    pub fn channel(self) -> Channel {
        match self {
            Self::Rise(_) | Self::Found | Self::LevelUp(_) | Self::LevelDown(_) => Channel::Effects,
            Self::Select | Self::Turn => Channel::Interface,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Every sound there is.
    pub fn all() -> Vec<Sound> {
        let hours = (0..Hour::COUNT).map(Hour);
        let rises = (0..=TOP_STEP).map(Cue::Rise);
        let cues = rises.chain([Cue::Found, Cue::Select, Cue::Turn]);
        let cues = cues.chain(hours.clone().flat_map(|hour| [Cue::LevelUp(hour), Cue::LevelDown(hour)]));
        cues.map(Sound::Cue).chain(hours.map(Sound::Hour)).collect()
    }
}
