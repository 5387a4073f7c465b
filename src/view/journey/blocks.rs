//! What stands on the stage, as blocks that a panel or a page puts below each other.

use super::play::Play;
use crate::view::Intent;
use crate::view::assess::{Assess, Plot};
use crate::view::difference::Piece;
use crate::view::preferences::Choice;
use crate::view::present::{Present, Record};

/// What is played, as one sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct StageView {
    /// What it is part of, such as "Frontend, floor 0".
    pub kicker: String,
    /// Its heading.
    pub title: String,
    /// How far one is: the step, of how many.
    pub progress: Option<(usize, usize)>,
    /// From top to bottom.
    pub blocks: Vec<Block>,
    /// What one can do, the likeliest first; Enter means that one.
    pub actions: Vec<Action>,
}

impl StageView {
    /// The question that waits for an answer; a digit means the option of that place, and an action only without one.
    pub fn asked(&self) -> Option<&[Choosable]> {
        self.blocks.iter().find_map(|block| match block {
            Block::Options(options) if options.iter().any(|option| option.intent.is_some()) => Some(options.as_slice()),
            _ => None,
        })
    }

    /// What Enter means: the first action, unless that is an answer about oneself, which nobody gives by going on.
    pub fn on_enter(&self) -> Option<&Intent> {
        let first = &self.actions.first()?.intent;
        // Whoever is asked does not mean to raise the floor as read, or to walk around the wall.
        let waits = self.asked().is_some() && *first != Intent::Play(Play::Continue);
        let is_answer = matches!(first, Intent::Play(Play::Believe(_) | Play::Grade(_)));
        (!waits && !is_answer).then_some(first)
    }

    /// What a letter means that is not one of the city's.
    pub fn on_letter(&self, letter: &str) -> Option<&Intent> {
        let meant = |action: &&Action| action.letter().is_some_and(|own| own.eq_ignore_ascii_case(letter));
        self.actions.iter().find(meant).map(|action| &action.intent)
    }

    /// What a digit means, counted from 0: an option of the question, or else one of the actions that are not aside.
    pub fn on_digit(&self, place: usize) -> Option<&Intent> {
        match self.asked() {
            Some(options) => options.get(place)?.intent.as_ref(),
            None => self.actions.iter().filter(|action| !action.is_aside()).nth(place).map(|action| &action.intent),
        }
    }
}

/// What has been written in a line wants.
pub fn written(wants: &str, value: &str) -> Option<Intent> {
    Intent::from_text(&wants.replace("{value}", &value.escape_default().to_string())).ok()
}

/// One block.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A text with the markup of `markup.rs`.
    Text(String),
    /// A claim, to be agreed with or not.
    Claim(String),
    /// A verdict on what was answered.
    Verdict(Verdict, String),
    /// Options, of which one is chosen; the keys 1 to 9 mean them.
    Options(Vec<Choosable>),
    /// Lines, some of which lead somewhere.
    List(Vec<(String, Option<Intent>)>),
    /// Two texts beside each other, or below each other where it is narrow.
    Columns(Columns),
    /// What became of a text.
    Change(Vec<Piece>),
    /// A line to write: its label, what stands in it, and what becomes of it.
    Line {
        /// What it is for.
        label: String,
        /// What stands in it.
        text: String,
        /// What writing wants, with the text in place of `{value}`.
        wants: String,
    },
    /// Options of which any can be chosen at any time; no key means them.
    Choice(Choice),
    /// A plot with its table.
    Plot(Box<Plot>),
    /// Answers by how sure and how right they were, for a plot.
    Calibration(Calibration),
}

/// Whether an answer was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are what their names say")]
pub enum Verdict {
    Right,
    Wrong,
}

/// An option of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Choosable {
    /// Its text.
    pub label: String,
    /// Whether it was chosen.
    pub chosen: bool,
    /// Whether it is right, once something was chosen.
    pub verdict: Option<Verdict>,
    /// What a press on it wants; nothing once something was chosen.
    pub intent: Option<Intent>,
}

/// Two texts beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// Above the left one, and it.
    pub left: (String, String),
    /// Above the right one, and it.
    pub right: (String, String),
}

/// Something that one can do.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// As it stands on the button.
    pub label: String,
    /// What it wants.
    pub intent: Intent,
}

impl Action {
    /// Whether it leads away from what is played, or cannot be undone: it stands apart, and no digit means it by mistake.
    pub fn is_aside(&self) -> bool {
        let is_final = matches!(
            &self.intent,
            Intent::Play(Play::Leave)
                | Intent::Assess(Assess::CloseQuarter)
                | Intent::Present(Present::Record(Record::Close))
        );
        is_final || self.letter().is_some()
    }

    /// The letter that means it, for what no digit means.
    pub fn letter(&self) -> Option<&'static str> {
        match &self.intent {
            Intent::Play(Play::RaiseAsRead(_)) => Some("r"),
            Intent::Play(Play::Unfold) => Some("u"),
            Intent::Play(Play::WalkAround) => Some("o"),
            _ => None,
        }
    }
}

/// How many claims were answered how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Calibration {
    /// Sure and right, sure and wrong.
    pub sure: (usize, usize),
    /// Unsure and right, unsure and wrong.
    pub unsure: (usize, usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_wanted_as_it_was_written() {
        let floor: crate::domain::id::FloorId = "auth/l0".parse().expect("a floor");
        let wants = Intent::Play(Play::Note(floor.clone(), "{value}".to_owned())).to_text();
        for text in ["", "a \"token\" is no user", "\\ ( {", "l\u{e4}uft \u{1F600}"] {
            let expected = Intent::Play(Play::Note(floor.clone(), text.to_owned()));
            assert_eq!(written(&wants, text), Some(expected), "{text}");
        }
    }
}
