//! Somebody's city, looked at as their link shows it. One's own is put aside and nothing is written into it.

use super::Progress;
use crate::domain::content::Pack;
use crate::domain::progress::Record;
use crate::domain::save::Open;
use crate::view::Intent;
use crate::view::journey::{self, Action};
use crate::view::state::State;
use crate::view::words::Words;

/// A look at somebody's city.
#[derive(Debug, Clone, PartialEq)]
pub struct Guest {
    /// How far they have come.
    pub progress: Progress,
    /// The level that one's own city stands at.
    pub level: usize,
    /// What was open there.
    pub open: Open,
}

/// Shows somebody's progress instead of one's own, and says so.
pub(super) fn call(state: &mut State, progress: &Progress, pack: &Pack, words: &Words) {
    let (level, open) = match state.guest.take() {
        Some(before) => (before.level, before.open),
        None => (state.level, state.open.clone()),
    };
    // Whoever calls saves in any case.
    _ = journey::reduce::leave(state);
    state.record = progress.record(pack);
    state.guest = Some(Guest { progress: progress.clone(), level, open });
    state.lose_focus(pack);
    state.notify(words.get("guest-notice"));
    state.say(words.get("guest-notice"));
}

/// Back to one's own city, as it was left. Tells whether one was away.
pub fn go_home(state: &mut State, pack: &Pack, words: &Words) -> bool {
    let Some(guest) = state.guest.take() else { return false };
    state.record = Record::of(&state.log);
    state.level = guest.level;
    state.open = if state.knows(&guest.open, pack) { guest.open } else { Open::Nothing };
    state.lose_focus(pack);
    let notice = words.get("guest-notice");
    state.notices.retain(|there| *there != notice);
    true
}

/// Back to one's own city.
pub fn way_back(state: &State, words: &Words) -> Option<Action> {
    state.guest.as_ref()?;
    Some(Action { label: words.get("action-guest-end"), intent: Intent::Return })
}
