//! A visit of which nothing is kept: a guest at a stand, and a demonstration.
//!
//! A visitor's state lives in memory alone. Nothing of whose machine it is comes into it, and nothing of it goes out.

use super::assess::Desk;
use super::hints;
use super::intent::Intent;
use super::journey::{Page, Play};
use super::link::{self, Link};
use super::present::stand::{Phase, Stand};
use super::reduce::Effect;
use super::state::State;
use super::words::Words;
use crate::domain::assess::example;
use crate::domain::content::Pack;

/// Whose visit it is, if nothing of it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Visitor {
    /// The id of the city in which every visitor begins.
    pub home: String,
    /// The stand that it is at; a demonstration has none.
    pub stand: Option<Stand>,
}

impl Visitor {
    /// Whether somebody shows the city who knows it, and needs no hints.
    pub fn is_demo(&self) -> bool {
        self.stand.is_none()
    }

    /// Whether nobody plays.
    pub fn attracts(&self) -> bool {
        self.stand.as_ref().is_some_and(|stand| stand.phase() == Phase::Attract)
    }
}

impl State {
    /// The stand that the city is left alone at.
    pub fn stand(&self) -> Option<&Stand> {
        self.visitor.as_ref()?.stand.as_ref()
    }
}

/// The state of a visitor who begins in the city of `pack`: of whoever was there before nothing is in it.
pub fn begin(visitor: Visitor, before: &State, pack: &Pack, words: &Words) -> State {
    let shows_all = visitor.is_demo() || visitor.attracts();
    // In a demonstration one plays the made-up person, whose name says in every ladder that she is one.
    let profile = if visitor.is_demo() { example::OWN.to_owned() } else { words.get("profile-guest") };
    let mut state = State {
        profile,
        level: if shows_all { pack.levels().len() - 1 } else { 0 },
        visitor: Some(visitor),
        ..under_the_same_sky(before, State::default())
    };
    hints::replay(&mut state, !shows_all, words);
    furnish(&mut state, pack);
    state.say(pack.title());
    state
}

/// What was kept, as it is taken up again behind a visitor of the city of `pack`.
pub fn end(kept: State, visitor: &State, pack: &Pack) -> State {
    let mut state = under_the_same_sky(visitor, kept);
    state.assess.refresh(state.now, pack);
    state.say(pack.title());
    state
}

/// What is the case whoever plays: the time, what the system says, and the count of what was said.
fn under_the_same_sky(before: &State, state: State) -> State {
    State {
        now: before.now,
        author: before.author,
        home: before.home.clone(),
        system_reduces_motion: before.system_reduces_motion,
        system_is_dark: before.system_is_dark,
        system_wants_contrast: before.system_wants_contrast,
        said: before.said.clone(),
        ..state
    }
}

/// Where a demonstration begins: a link to the first tour of a pack, if it has one.
pub fn first_stop(pack: &Pack) -> Option<String> {
    let tour = link::Tour { id: pack.tours().first()?.id.clone(), stop: None };
    Some(Link { tour: Some(tour), ..Link::default() }.write())
}

/// In a demonstration a ladder has been rated by its made-up people.
pub fn furnish(state: &mut State, pack: &Pack) {
    let is_demo = state.visitor.as_ref().is_some_and(Visitor::is_demo);
    if is_demo && pack.assessment().is_some() && state.assess.kept.log.is_empty() {
        state.assess = Desk::of(example::year(pack, state.now), state.now, pack);
    }
}

/// Whether a visitor may not have that: the way to other profiles.
pub(super) fn is_barred(state: &State, intent: &Intent) -> bool {
    state.visitor.is_some() && *intent == Intent::Play(Play::Open(Page::Profiles))
}

/// Takes out of what is asked for what would leave something of a visitor behind, and says so. One way leads out.
pub(super) fn keep_within(state: &mut State, intent: &Intent, effects: &mut Vec<Effect>, words: &Words) {
    if state.visitor.is_none() {
        return;
    }
    if *intent == Intent::EndVisit {
        effects.push(Effect::EndVisit);
    }
    let (asked, is_stand) = (effects.len(), state.stand().is_some());
    // What one guest has copied the next one could paste, and a second window would outlive them.
    let outlives = |effect: &Effect| is_stand && matches!(effect, Effect::Copy(_) | Effect::ToggleSpeaker);
    effects.retain(|effect| !(effect.is_about_files() || outlives(effect)));
    if effects.len() < asked {
        state.notify(words.get("visitor-no-files"));
    }
}
