//! What an intent asks of the world outside the state.

use crate::domain::id::{BuildingId, DistrictId};
use crate::domain::save::CameraPose;
use crate::view::assess;
use crate::view::intent::{CameraMove, Intent};

/// What an intent asks of the world outside the state.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// The camera flies to a building.
    FlyToBuilding(BuildingId),
    /// The camera flies to a district.
    FlyToDistrict(DistrictId),
    /// The camera shows the whole city.
    FlyHome,
    /// The camera looks from here.
    FlyTo(CameraPose),
    /// The camera moves.
    MoveCamera(CameraMove),
    /// What is on its way up or down is there at once.
    SkipMotion,
    /// Something that is saved has changed.
    Save,
    /// The cities that can be chosen are to be listed.
    ListCities,
    /// The city of this id is entered.
    OpenCity(String),
    /// The city of this id is entered, and there one wants this.
    OpenCityFor(String, Box<Intent>),
    /// An imported city is called otherwise.
    RenameCity(String, String),
    /// An imported city is taken away. What was done there stays in the save.
    RemoveCity(String),
    /// An imported city is written into a file.
    ExportCity(String),
    /// The player chooses a file.
    PickFile,
    /// The speaker's window, or away with it.
    ToggleSpeaker,
    /// A text is to be put where the player can paste it from; [`Share::Copied`](crate::view::link::Share::Copied) answers.
    Copy(String),
    /// What the camera sees is to be handed to the player as a file of this name.
    Photograph(String),
    /// From where the city is seen, for a recording: the answer is [`crate::view::present::Record::AddFrom`].
    RecordView,
    /// A file is to be handed to the player.
    WriteFile(assess::document::File),
    /// A visitor of whom nothing is known begins.
    BeginAnew,
    /// The visitor's visit ends, and what was kept before it is taken up again.
    EndVisit,
}

impl Effect {
    /// Whether a file comes in or goes out.
    pub fn is_about_files(&self) -> bool {
        matches!(self, Self::PickFile | Self::WriteFile(_) | Self::ExportCity(_) | Self::Photograph(_))
    }
}
