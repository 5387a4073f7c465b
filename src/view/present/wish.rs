//! What a presenter wants.

use crate::domain::save::CameraPose;
use crate::view::intent::Step;
use serde::{Deserialize, Serialize};

/// What a presenter wants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Present {
    /// The tours that can be shown, or away with them.
    Choose,
    /// The tour of this id, from its first stop.
    Start(String),
    /// The tour of this id, from the stop of that id.
    StartAt(String, String),
    /// The answer to the question, or the next stop.
    Next,
    /// Before the answer, or the stop before.
    Previous,
    /// The first stop.
    First,
    /// The last stop.
    Last,
    /// The stop of this number, counted from 1.
    Jump(usize),
    /// A dark screen, or the picture again.
    Blank,
    /// The tour goes on by itself, or stays.
    Autoplay,
    /// From the first stop, with the clock at nought and no hands raised.
    Restart,
    /// From the stop nearest to where one has strayed.
    Resume,
    /// The end of the showing, wherever it is.
    End,
    /// The city of the present stop has been entered: the world's answer to a stop in another city.
    Arrive,
    /// The city of this id cannot be entered: the world's other answer.
    Missing(String),
    /// So many hands are raised for the answer at this place.
    Hands(usize, u16),
    /// The code of a link to this stop, large, or away with it.
    Code,
    /// The speaker's window, or away with it.
    Speaker,
    /// Large letters, high contrast and a light around the pointer, or the usual look.
    Projector,
    /// Something about the tour that is recorded.
    Record(Record),
}

/// What somebody wants who records a tour by walking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Record {
    /// A new tour, or the one that is being recorded.
    Open,
    /// What is seen now as a further stop.
    Add,
    /// The answer to [`Record::Add`] by the camera: from where it sees.
    AddFrom(CameraPose),
    /// The title of the tour.
    Title(String),
    /// What the room reads at the stop of this place.
    Caption(usize, String),
    /// What the speaker reads there.
    Notes(usize, String),
    /// The stop of this place, one further or back in the list.
    Move(usize, Step),
    /// The stop of this place, taken away.
    Remove(usize),
    /// The tour as a file that a pack can hold.
    Save,
    /// The recording put away.
    Close,
}
