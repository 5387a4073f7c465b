//! Everything that a player can want, in one type.
//!
//! Mouse, keys, touch, buttons of the panels, buttons of the mirror and tests all send these.

use super::assess::Assess;
use super::journey::Play;
use super::link::Share;
use super::pictures::{Photo, Picture};
use super::present::Present;
use crate::domain::id::{BuildingId, DistrictId, FloorId, LevelId};
use crate::domain::settings::{Channel, Motion, Quality, Theme};
use serde::{Deserialize, Serialize};

/// What a player wants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Intent {
    /// The city at this level.
    SetLevel(LevelId),
    /// The city one level further.
    NextLevel,
    /// The city one level back.
    PreviousLevel,
    /// A level's identity.
    OpenLevel(LevelId),
    /// A district's sign.
    OpenDistrict(DistrictId),
    /// A building, at the floor that was read last or its lowest.
    OpenBuilding(BuildingId),
    /// A floor of a building.
    OpenFloor(FloorId),
    /// The floor above or below the open one.
    StepFloor(Step),
    /// Back to the city alone; first closes an overlay if one is open.
    Close,
    /// The keyboard's mark on the next or previous building.
    Focus(Step),
    /// Opens the building that has the mark.
    OpenFocused,
    /// The sign of the district around the marked or open building.
    OpenItsDistrict,
    /// The identity of the present level.
    OpenItsLevel,
    /// The list of keys, or away with it.
    ToggleHelp,
    /// The settings, or away with them.
    ToggleSettings,
    /// What the forms and colors of the city mean, or away with it.
    ToggleLegend,
    /// The small map, or away with it.
    ToggleMap,
    /// The city as a list of text, or away with it.
    ToggleList,
    /// Text of this size in percent.
    SetText(u16),
    /// Text one step larger or smaller.
    StepText(Step),
    /// Whether things move.
    SetMotion(Motion),
    /// Light or dark panels.
    SetTheme(Theme),
    /// How much the picture costs.
    SetQuality(Quality),
    /// Whether there is life in the streets.
    SetAmbience(bool),
    /// What rises is there at once.
    SkipMotion,
    /// Sound, or none.
    SetSound(bool),
    /// Sound where there is none, and none where there is.
    ToggleSound,
    /// A kind of sound as loud as this, in percent.
    SetVolume(Channel, u16),
    /// The whole city in view.
    Home,
    /// A movement of the camera.
    Move(CameraMove),
    /// Closes the notice at this place in the list.
    Dismiss(usize),
    /// The search.
    OpenSearch,
    /// The search with this query.
    SetSearch(String),
    /// What stands at this place of the search's results.
    ChooseResult(usize),
    /// All cities that can be chosen, or away with them.
    ShowCities,
    /// The city of this id, as it was left.
    ChooseCity(String),
    /// A floor of another city, from where [`Intent::Return`] leads back.
    Visit(String, FloorId),
    /// Back to the city, and the page, from where a floor of this one was visited.
    Return,
    /// The levels of a city beside those of the open one, or away with them.
    CompareCity(String),
    /// An imported city under another name.
    RenameCity(String, String),
    /// An imported city taken away: asks first, and does it when it is wanted again.
    RemoveCity(String),
    /// An imported city as a file.
    ExportCity(String),
    /// What became of the document that the city of this id was made of.
    ShowReport(String),
    /// A file to be chosen that holds a city or a save.
    PickFile,
    /// Something on the journey.
    Play(Play),
    /// Something about an assessment.
    Assess(Assess),
    /// Something about a showing in front of a room.
    Present(Present),
    /// Something about the link to what is seen.
    Share(Share),
    /// Something about a photograph of the city.
    Photo(Photo),
    /// A picture of the city to take away.
    Draw(Picture),
    /// The place that a link leads to, as `view::link` writes it.
    Follow(String),
    /// Somebody is still there, at a stand.
    Stay,
    /// The way out of a visit of which nothing is kept: back to the city of whose machine it is.
    EndVisit,
}

/// Forward or back in a sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// To the next.
    Next,
    /// To the one before.
    Previous,
}

/// A movement of the camera.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum CameraMove {
    /// Around the point looked at, in radians to the left and upward.
    Orbit(f32, f32),
    /// Across the ground, in shares of the view's height to the right and away.
    Pan(f32, f32),
    /// The distance times this factor.
    Zoom(f32),
    /// Around the point looked at until north lies ahead.
    North,
}

impl CameraMove {
    /// Whether the movement leads anywhere: text from outside may hold `NaN`.
    pub fn is_finite(self) -> bool {
        match self {
            Self::Orbit(a, b) | Self::Pan(a, b) => a.is_finite() && b.is_finite(),
            Self::Zoom(factor) => factor.is_finite() && factor > 0.0,
            Self::North => true,
        }
    }
}

impl Intent {
    /// Whether it leaves the state as it is, and asks something of the camera only.
    pub fn is_for_the_camera(&self) -> bool {
        matches!(self, Self::Home | Self::Move(_))
    }

    /// The intent as text, for attributes of the page.
    pub fn to_text(&self) -> String {
        ron::to_string(self).unwrap_or_default()
    }

    /// Reads an intent from text.
    ///
    /// # Errors
    /// If the text is no intent.
    pub fn from_text(text: &str) -> Result<Self, ron::error::SpannedError> {
        ron::from_str(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_intent_survives_being_an_attribute() {
        let floor = "frontend/l0".parse().expect("a floor");
        for intent in [
            Intent::NextLevel,
            Intent::OpenFloor(floor),
            Intent::Move(CameraMove::Orbit(0.25, -0.5)),
            Intent::SetTheme(Theme::Dark),
            Intent::SetVolume(Channel::Ambience, 25),
        ] {
            assert_eq!(Intent::from_text(&intent.to_text()).expect("readable"), intent);
        }
    }

    #[test]
    fn any_other_text_is_refused() {
        for text in ["", "NextLevel()x", "OpenFloor(\"frontend\")", "Explode"] {
            assert!(Intent::from_text(text).is_err(), "{text}");
        }
    }
}
