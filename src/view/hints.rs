//! What a first visit is told, one line at a time. A hint goes when it is dismissed or when one does what it says.

use super::intent::Intent;
use super::journey::{Page, Play, Stage};
use super::state::State;
use super::words::Words;
use crate::domain::content::Pack;
use crate::domain::progress::rules;
use crate::domain::save::Open;

const JOURNEY: &str = "hint-journey";

/// Message names of the hints in their order, each with what it hopes for.
const HINTS: [(&str, fn(&Intent) -> bool); 5] = [
    ("hint-open", |intent| {
        matches!(
            intent,
            Intent::OpenBuilding(_)
                | Intent::OpenFloor(_)
                | Intent::OpenFocused
                | Intent::OpenDistrict(_)
                | Intent::OpenItsDistrict
        )
    }),
    ("hint-level", |intent| matches!(intent, Intent::SetLevel(_) | Intent::NextLevel | Intent::PreviousLevel)),
    (JOURNEY, |intent| {
        matches!(intent, Intent::Play(Play::Next | Play::Begin(_) | Play::SetMode(_) | Play::Open(Page::Menu)))
    }),
    ("hint-search", |intent| matches!(intent, Intent::OpenSearch | Intent::SetSearch(_))),
    ("hint-help", |intent| matches!(intent, Intent::ToggleHelp)),
];

/// Shows the next hint, if one is left.
pub fn show(state: &mut State, words: &Words) {
    if let Some((name, _)) = next(state) {
        state.notify(words.get(name));
    }
}

/// Whether a hint stands among the notices.
pub fn is_shown(state: &State, words: &Words) -> bool {
    next(state).is_some_and(|(name, _)| state.notices.contains(&words.get(name)))
}

/// Whether a notice is the hint that comes next.
pub fn is_hint(state: &State, notice: &str, words: &Words) -> bool {
    next(state).is_some_and(|(name, _)| words.get(name) == notice)
}

/// Whether a notice is a hint that has to wait until nothing is read or played: it is about the city, and would stand
/// before the little of it that a phone shows. The one about the journey waits for a city that can be played.
pub fn waits(pack: &Pack, state: &State, notice: &str, words: &Words) -> bool {
    let is_busy = state.stage != Stage::City || state.open != Open::Nothing;
    let is_about_nothing = || notice == words.get(JOURNEY) && rules::lessons(pack).next().is_none();
    is_hint(state, notice, words) && (is_busy || is_about_nothing())
}

/// The hints from the first one on, or no more of them.
pub fn replay(state: &mut State, again: bool, words: &Words) {
    hide(state, words);
    state.settings.hint = if again { 0 } else { HINTS.len() as u8 };
    show(state, words);
}

/// On to the next hint if `intent` is what the shown one hopes for. Says whether it was.
pub(super) fn follow(state: &mut State, intent: &Intent, words: &Words) -> bool {
    let is_done = is_shown(state, words) && next(state).is_some_and(|(_, hopes_for)| hopes_for(intent));
    if is_done {
        go_on(state, words);
    }
    is_done
}

/// On to the next hint if `notice` is the shown one, which was dismissed. Says whether it was.
pub(super) fn dismissed(state: &mut State, notice: &str, words: &Words) -> bool {
    let is_hint = is_hint(state, notice, words);
    if is_hint {
        go_on(state, words);
    }
    is_hint
}

fn next(state: &State) -> Option<&'static (&'static str, fn(&Intent) -> bool)> {
    HINTS.get(usize::from(state.settings.hint))
}

fn go_on(state: &mut State, words: &Words) {
    hide(state, words);
    state.settings.hint = state.settings.hint.saturating_add(1);
    show(state, words);
}

fn hide(state: &mut State, words: &Words) {
    if let Some((name, _)) = next(state) {
        let hint = words.get(name);
        state.notices.retain(|notice| *notice != hint);
    }
}
