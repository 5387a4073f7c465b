//! What one can want of pictures, and what becomes of it.

use super::{Format, card, poster};
use crate::domain::content::Pack;
use crate::domain::id::{BuildingId, LevelId};
use crate::view::assess::document::File;
use crate::view::intent::Intent;
use crate::view::reduce::Effect;
use crate::view::state::State;
use crate::view::words::Words;
use serde::{Deserialize, Serialize};

/// A picture that is drawn and handed out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Picture {
    /// The skyline of the city as it stands.
    Card(Format, Kind),
    /// The poster of a level.
    Level(LevelId),
    /// The poster of a building.
    Building(BuildingId),
}

/// How a picture is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// As pixels.
    Png,
    /// As shapes, sharp at any size.
    Svg,
}

/// The city alone, to be photographed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Photo {
    /// Away with everything that lies over it.
    Begin,
    /// All of it back.
    End,
    /// A picture of what is seen.
    Take,
}

impl Picture {
    /// Every picture of a city at a level, and of the building that is open or marked there.
    pub fn all(pack: &Pack, state: &State) -> Vec<Self> {
        let cards =
            Format::ALL.into_iter().flat_map(|format| [Kind::Png, Kind::Svg].map(|kind| Self::Card(format, kind)));
        let level = Self::Level(pack.levels()[state.level].id.clone());
        let building = state.open_building(pack).map(|building| &building.id).or(state.focus.as_ref());
        cards.chain([level]).chain(building.cloned().map(Self::Building)).collect()
    }

    /// The file; `None` where the pack does not know what it is of.
    pub fn file(&self, pack: &Pack, state: &State, words: &Words) -> Option<File> {
        let (part, ending, text) = match self {
            Self::Card(format, kind) => {
                let part = match format {
                    Format::Landscape => "skyline".to_owned(),
                    Format::Story => "skyline-story".to_owned(),
                };
                let ending = match kind {
                    Kind::Png => "png",
                    Kind::Svg => "svg",
                };
                (part, ending, card::card(pack, state, words, *format))
            }
            Self::Level(id) => (id.to_string(), "html", poster::of_level(pack, state, id, words)?),
            Self::Building(id) => (id.to_string(), "html", poster::of_building(pack, state, id, words)?),
        };
        Some(File { name: format!("{}-{part}.{ending}", pack.id()), text })
    }
}

/// Draws a picture for the player to take away.
pub fn draw(picture: &Picture, pack: &Pack, state: &State, words: &Words) -> Option<Effect> {
    picture.file(pack, state, words).map(Effect::WriteFile)
}

/// Whether an intent can be followed while one takes photographs: what changes the picture can, and anything else only
/// brings back what was hidden.
pub fn leaves_photo(intent: &Intent) -> bool {
    matches!(
        intent,
        Intent::Photo(_)
            | Intent::SetLevel(_)
            | Intent::NextLevel
            | Intent::PreviousLevel
            | Intent::SkipMotion
            | Intent::ToggleSound
            | Intent::Dismiss(_)
    ) || intent.is_for_the_camera()
}

/// Does what somebody wants who takes photographs.
pub fn photo(state: &mut State, wanted: Photo, pack: &Pack, words: &Words) -> Option<Effect> {
    match wanted {
        Photo::Begin => {
            state.photo = true;
            state.say(words.get("photo-begun"));
        }
        Photo::End if state.photo => {
            state.photo = false;
            state.say(words.get("photo-ended"));
        }
        Photo::Take if state.photo => {
            return Some(Effect::Photograph(format!("{}-{}.png", pack.id(), state.now)));
        }
        Photo::End | Photo::Take => {}
    }
    None
}
