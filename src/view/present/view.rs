//! What a room sees of a showing, and what its speaker sees.

use crate::view::intent::Intent;
use crate::view::journey::{Action, Block};

/// What the room sees over the city. No text of it is small print.
#[derive(Debug, Clone, PartialEq)]
pub struct ShowView {
    /// The dark screen: nothing else is drawn.
    pub blank: bool,
    /// In large letters.
    pub caption: String,
    /// What the room guesses.
    pub question: Option<QuestionView>,
    /// What the room is told once it has guessed.
    pub told: Option<String>,
    /// Texts of the floor, behind the answer.
    pub texts: Vec<Block>,
    /// A link to this stop as a code, and in words.
    pub code: Option<CodeView>,
    /// Back to the stop nearest to where one has strayed.
    pub resume: Option<Action>,
    /// For the mouse and for touch: small, at the edge.
    pub controls: Vec<Action>,
}

/// A question to the room.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionView {
    /// What is asked.
    pub ask: String,
    /// What hands are raised for.
    pub answers: Vec<AnswerView>,
}

/// An answer to a question, and who raised a hand for it.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerView {
    /// What it says.
    pub text: String,
    /// Raised hands.
    pub hands: u16,
    /// Of all hands raised for any answer, from 0 to 1; 0 while there are none.
    pub share: f32,
    /// Whether it holds; not known before the room is told, nor of an opinion.
    pub right: Option<bool>,
    /// One hand more.
    pub more: Intent,
    /// One hand less.
    pub fewer: Intent,
}

/// A link as a code.
#[derive(Debug, Clone, PartialEq)]
pub struct CodeView {
    /// The link.
    pub link: String,
    /// Modules an edge, without the quiet zone around them.
    pub width: usize,
    /// Row by row, whether a module is dark; `width` times `width` of them.
    pub dark: Vec<bool>,
}

/// What the speaker sees, in a window of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct SpeakerView {
    /// The tour's title.
    pub title: String,
    /// The number of the present stop, from 1, and how many there are.
    pub place: (usize, usize),
    /// What the room reads.
    pub caption: String,
    /// What to say, in paragraphs with the markup of `markup.rs`.
    pub notes: String,
    /// What the room guesses, with its hands.
    pub question: Option<QuestionView>,
    /// What the room is, or will be, told.
    pub told: Option<String>,
    /// The caption of the next stop; nothing at the last one.
    pub next: Option<String>,
    /// When the showing began, in seconds since 1970: a clock counts from there.
    pub began: u64,
    /// When the present beat began and how long it may take, in seconds.
    pub beat: (u64, u32),
    /// Whether the room's screen is dark.
    pub blank: bool,
    /// All that can be done.
    pub controls: Vec<Action>,
    /// Every stop, to jump to: its caption, and whether it is the present one.
    pub stops: Vec<(Action, bool)>,
}
