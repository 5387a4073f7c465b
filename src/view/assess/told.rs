//! What comes of itself: a quarter begins, and a file is dropped in.

use super::names;
use crate::domain::assess::{Entry, On, Quarter, Whole, json};
use crate::domain::content::Pack;
use crate::view::state::State;
use crate::view::words::Words;

/// Says once that a quarter has begun, if the last one was rated and this one is not.
pub fn remind(state: &mut State, pack: &Pack, words: &Words) -> bool {
    // By now it is known what day it is.
    let now = state.now;
    state.assess.look(now, pack);
    let quarter = state.assess.today(now);
    let desk = &state.assess;
    let mine: Vec<Quarter> = desk.sheets.quarters(&desk.kept.rater).map(|(quarter, _)| quarter).collect();
    let is_due = mine.last().is_some_and(|last| *last < quarter);
    let told = |entry: &Entry| {
        entry.quarter == quarter && entry.by == desk.kept.rater && entry.on == On::Whole(Whole::Reminded)
    };
    if pack.assessment().is_none() || !is_due || desk.kept.log.events().any(|(_, entry)| told(entry)) {
        return false;
    }
    let name = names::quarter(quarter, desk.kept.start, words);
    state.notify(words.with("quarter-begins", &[("quarter", name.into())]));
    let author = state.author;
    state.assess.write(author, now, quarter, On::Whole(Whole::Reminded), pack);
    true
}

/// Takes in what a file holds, if it is an assessment of this ladder, and says what came of it.
pub fn take_in(state: &mut State, text: &str, pack: &Pack, words: &Words) {
    match json::import(text, pack.id()) {
        Ok(other) => {
            let before = state.assess.kept.log.len();
            if state.assess.kept.log.is_empty() {
                state.assess.kept = other;
            } else {
                state.assess.kept.merge(&other);
            }
            let now = state.now;
            state.assess.refresh(now, pack);
            let added = state.assess.kept.log.len().saturating_sub(before);
            state.notify(words.with("assessment-merged", &[("count", added.into())]));
        }
        Err(error) => state.notify(words.with("assessment-refused", &[("reason", error.to_string().into())])),
    }
}
