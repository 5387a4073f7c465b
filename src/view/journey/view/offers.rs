//! What is offered as a row of buttons: on a floor that is open, and in the menu.

use crate::domain::content::{Body, Floor, Pack};
use crate::domain::progress::{Mode, rules};
use crate::view::hints;
use crate::view::intent::Intent;
use crate::view::journey::blocks::Action;
use crate::view::journey::by_mode;
use crate::view::journey::play::{Page, Play, Reset};
use crate::view::link::Share;
use crate::view::state::State;
use crate::view::words::Words;

/// What one can do with a floor that is open for reading.
pub fn actions_on(pack: &Pack, state: &State, floor: &Floor, words: &Words) -> Vec<Action> {
    let action = |name: &str, play| Action { label: words.get(name), intent: Intent::Play(play) };
    let (id, record) = (|| floor.id.clone(), state.record.floor(&floor.id));
    let mut actions = Vec::new();
    if rules::lesson(floor).is_some() {
        let stands = rules::raised(pack, &state.record, floor).is_some();
        actions.push(action(if stands { "action-recall" } else { "action-begin" }, Play::Begin(id())));
        if !stands {
            let name = by_mode(state, "action-raise-as-read", "action-take-as-read");
            actions.push(action(name, Play::RaiseAsRead(id())));
            let name = if record.left_out { "action-keep" } else { "action-leave-out" };
            actions.push(action(name, Play::Keep(id(), record.left_out)));
        }
        actions.push(action("page-column", Play::Open(Page::Column(floor.id.building.clone()))));
        actions.push(action("page-slice", Play::Open(Page::Slice(floor.id.level.clone()))));
        actions.push(action("page-difference", Play::Open(Page::Difference(id()))));
    }
    let name = if record.bookmark { "action-bookmark-off" } else { "action-bookmark-on" };
    actions.push(action(name, Play::Bookmark(id(), !record.bookmark)));
    // What is rated is kept for good, quarter by quarter; there is nothing else to begin anew.
    if matches!(floor.body, Body::Criteria(_)) {
        return actions;
    }
    if record.last > 0 {
        actions.push(action("action-reset-floor", Play::Open(Page::Reset(Reset::Floor(id())))));
    }
    let building = &floor.id.building;
    if state.record.floors.keys().any(|id| id.building == *building) {
        actions.push(action("action-reset-building", Play::Open(Page::Reset(Reset::Building(building.clone())))));
    }
    actions
}

/// What the menu of the journey offers, with a digit each.
pub fn menu(state: &State, words: &Words) -> Vec<Action> {
    let action = |name: &str, play| Action { label: words.get(name), intent: Intent::Play(play) };
    let mode = match state.record.mode {
        Mode::Explore => action("action-journey", Play::SetMode(Mode::Journey)),
        Mode::Journey => action("action-explore", Play::SetMode(Mode::Explore)),
    };
    vec![
        mode,
        action("action-walk", Play::Walk),
        action("action-check", Play::Check),
        action("action-walk-around", Play::WalkAround),
        action("page-unlearned", Play::Open(Page::Unlearned)),
        action("page-notes", Play::Open(Page::Notes)),
        action("page-achievements", Play::Open(Page::Achievements)),
        action("action-undo", Play::Undo),
        action("page-more", Play::Open(Page::More)),
    ]
}

/// What it offers behind that, for what one wants less often.
pub fn more(state: &State, words: &Words) -> Vec<Action> {
    let action = |name: &str, play| Action { label: words.get(name), intent: Intent::Play(play) };
    let hints = hints::is_shown(state, words);
    let share = Action { label: words.get("action-share"), intent: Intent::Share(Share::Toggle) };
    let profiles = state.visitor.is_none().then(|| action("page-profiles", Play::Open(Page::Profiles)));
    let others = [
        action("page-pictures", Play::Open(Page::Pictures)),
        action("page-source", Play::Open(Page::Source)),
        action("action-back", Play::Back),
        action("action-forward", Play::Forward),
        action(if hints { "action-hints-skip" } else { "action-hints-again" }, Play::Hints(!hints)),
        action("action-reset", Play::Open(Page::Reset(Reset::Everything))),
    ];
    [share].into_iter().chain(profiles).chain(others).collect()
}
