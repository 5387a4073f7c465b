//! A tour that is being shown.

use crate::domain::content::Pack;
use crate::domain::content::tour::{At, Stop, Tour};
use crate::domain::id::LevelId;
use crate::domain::save::Open;
use crate::view::intent::Step;
use std::sync::Arc;

/// A tour that is being shown. It outlives the city that it began in, since its stops may lead to others.
#[derive(Debug, Clone, PartialEq)]
pub struct Show {
    /// What is shown.
    pub tour: Arc<Tour>,
    /// The pack that the tour belongs to, in whose city it begins and ends.
    pub pack: String,
    /// Index of the present stop.
    pub stop: usize,
    /// How far that stop is.
    pub beat: Beat,
    /// Whether it goes on by itself.
    pub running: Running,
    /// Whether it went on by itself before somebody did something else.
    pub was_auto: bool,
    /// The way that led to the present stop: what cannot be shown is passed over in the same direction.
    pub heading: Step,
    /// Whether the screen is dark.
    pub blank: bool,
    /// Whether the code of a link to this stop is shown.
    pub code: bool,
    /// Raised hands by stop and answer, as the presenter counted them.
    pub hands: Vec<Vec<u16>>,
    /// When it began, in seconds since 1970.
    pub began: u64,
    /// When the present beat began, in seconds since 1970.
    pub beat_began: u64,
    /// Cities that could not be opened: their stops are passed over.
    pub missing: Vec<String>,
    /// How the present city stood before the tour came to it.
    pub aside: Aside,
}

/// How a city stood before a tour came to it. It is what is kept meanwhile, and what one comes back to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aside {
    /// Index of the level.
    pub level: usize,
    /// What was open for reading.
    pub open: Open,
}

/// How far a stop is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Beat {
    /// The question is put; the room guesses.
    Ask,
    /// The answer is given; where there is no question, the stop is shown.
    #[default]
    Told,
}

/// Whether a tour goes on by itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Running {
    /// The presenter leads.
    #[default]
    Led,
    /// It goes on when a beat's time is up.
    Auto,
    /// Somebody did something else meanwhile: it waits to be resumed.
    Strayed,
}

impl Show {
    /// A tour of the pack of that id at its first stop, at `now` in seconds since 1970. A tour has at least one stop.
    pub fn new(tour: Arc<Tour>, pack: &str, aside: Aside, now: u64) -> Self {
        Self {
            hands: no_hands(&tour),
            beat: first_beat(&tour.stops[0]),
            tour,
            pack: pack.to_owned(),
            stop: 0,
            running: Running::Led,
            was_auto: false,
            heading: Step::Next,
            blank: false,
            code: false,
            began: now,
            beat_began: now,
            missing: Vec::new(),
            aside,
        }
    }

    /// The present stop.
    pub fn stop(&self) -> &Stop {
        &self.tour.stops[self.stop]
    }

    /// Index of the district that the present stop is about, unless somebody has strayed from it.
    pub fn district(&self, pack: &Pack) -> Option<usize> {
        match self.stop().at.as_ref().filter(|_| self.running != Running::Strayed)? {
            At::District(id) => pack.districts().iter().position(|district| district.id == *id),
            at => pack.building(at.building()?).map(|building| building.district),
        }
    }

    /// The id of the pack whose city is shown at a stop.
    pub fn city(&self, stop: usize) -> &str {
        self.tour.stops[stop].pack.as_ref().unwrap_or(&self.pack)
    }

    /// The level that the city stands at, at a stop: its own, or that of the last stop before it in the same city that
    /// has one. So it stands the same whichever way one came.
    pub fn level(&self, stop: usize) -> Option<&LevelId> {
        let city = self.city(stop);
        let before = (0..=stop).rev().filter(|at| self.city(*at) == city);
        before.into_iter().find_map(|at| self.tour.stops[at].level.as_ref())
    }

    /// The first beat of a stop.
    pub fn first_beat(&self, stop: usize) -> Beat {
        first_beat(&self.tour.stops[stop])
    }

    /// How long the present beat may take, in seconds: with a question, half of the stop's time.
    pub fn beat_secs(&self) -> u32 {
        let stop = self.stop();
        let beats = if stop.question.is_some() { 2 } else { 1 };
        (stop.dwell / beats).max(1)
    }

    /// Whether it is time to go on by itself: whoever drives the showing then wants [`super::Present::Next`].
    pub fn due(&self, now: u64) -> bool {
        let waits = self.blank || self.running != Running::Auto;
        !waits && now.saturating_sub(self.beat_began) >= u64::from(self.beat_secs())
    }

    /// The stop from `from` on that can be shown, in one direction.
    pub fn reachable(&self, from: usize, heading: Step) -> Option<usize> {
        let can = |stop: &usize| !self.missing.iter().any(|city| city == self.city(*stop));
        match heading {
            Step::Next => (from..self.tour.stops.len()).find(can),
            Step::Previous => (0..=from).rev().find(can),
        }
    }

    /// Takes up the tour as it is written now, at the same stop, if that is still there.
    pub fn renew(&mut self, tour: &Arc<Tour>) {
        if tour.stops.is_empty() || *tour == self.tour {
            return;
        }
        let stays = tour.stops.iter().position(|stop| stop.id == self.stop().id);
        self.stop = stays.unwrap_or(self.stop.min(tour.stops.len() - 1));
        self.tour = tour.clone();
        self.hands = no_hands(tour);
        self.beat = self.first_beat(self.stop);
    }

    /// Nobody has raised a hand yet.
    pub fn clear_hands(&mut self) {
        self.hands = no_hands(&self.tour);
    }
}

fn first_beat(stop: &Stop) -> Beat {
    if stop.question.is_some() { Beat::Ask } else { Beat::Told }
}

fn no_hands(tour: &Tour) -> Vec<Vec<u16>> {
    let answers = |stop: &Stop| stop.question.as_ref().map_or(0, |question| question.answers.len());
    tour.stops.iter().map(|stop| vec![0; answers(stop)]).collect()
}
