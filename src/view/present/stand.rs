//! A city that is left alone on a table at a fair: it attracts, is played by a guest, asks whether somebody is still
//! there, and forgets.
//!
//! Time is an argument, in seconds since whenever; what follows from it does not depend on how often it is told.

use super::timers::Timers;
use crate::view::intent::Intent;
use crate::view::journey::Action;
use crate::view::words::Words;

/// What goes on at a stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Phase {
    /// Nobody plays: the city shows itself.
    Attract,
    /// A guest plays.
    Playing {
        /// When the guest did something last.
        last_input: f64,
    },
    /// The guest is asked whether somebody is still there.
    Asking {
        /// From when on.
        since: f64,
    },
}

/// What has come of the time that passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The guest is asked whether somebody is still there.
    Asks,
    /// Somebody was, and goes on.
    GoesOn,
    /// Nobody was: the guest is forgotten, and the city shows itself.
    Forgets,
    /// Somebody has come: a guest begins of whom nothing is known.
    Begins,
}

/// A stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Stand {
    timers: Timers,
    phase: Phase,
    /// What time it was when it was told last.
    now: f64,
    /// How often whoever was there was forgotten: who remembers something for a guest forgets it when this changes.
    forgotten: u32,
}

impl Stand {
    /// A stand that nobody has come to.
    pub fn new(timers: Timers) -> Self {
        Self { timers, phase: Phase::Attract, now: 0.0, forgotten: 0 }
    }

    /// What goes on.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// How often whoever was there was forgotten.
    pub fn forgotten(&self) -> u32 {
        self.forgotten
    }

    /// It is `now`, and somebody has just done something or not. Of what has happened the last is told.
    pub fn pass(&mut self, now: f64, stirs: bool) -> Option<Turn> {
        // A clock that is set back must not keep anybody waiting, or playing.
        self.now = now.max(self.now);
        let by_time = self.wait();
        let by_hand = if stirs { self.stir() } else { None };
        by_hand.or(by_time)
    }

    fn wait(&mut self) -> Option<Turn> {
        let Timers { idle_secs, countdown_secs } = self.timers;
        let mut turn = None;
        if let Phase::Playing { last_input } = self.phase {
            let since = last_input + f64::from(idle_secs);
            if self.now >= since {
                (self.phase, turn) = (Phase::Asking { since }, Some(Turn::Asks));
            }
        }
        if let Phase::Asking { since } = self.phase
            && self.now >= since + f64::from(countdown_secs)
        {
            (self.phase, turn) = (Phase::Attract, Some(Turn::Forgets));
            self.forgotten += 1;
        }
        turn
    }

    /// Somebody does something.
    fn stir(&mut self) -> Option<Turn> {
        let before = std::mem::replace(&mut self.phase, Phase::Playing { last_input: self.now });
        match before {
            Phase::Attract => {
                self.forgotten += 1;
                Some(Turn::Begins)
            }
            Phase::Asking { .. } => Some(Turn::GoesOn),
            Phase::Playing { .. } => None,
        }
    }

    /// Whole seconds that are left to answer, while the guest is asked.
    pub fn left(&self) -> Option<u32> {
        let Phase::Asking { since } = self.phase else { return None };
        Some((since + f64::from(self.timers.countdown_secs) - self.now).ceil().max(0.0) as u32)
    }

    /// In how many seconds the time must be told again, if nothing happens before.
    pub fn next(&self) -> Option<f64> {
        match self.phase {
            Phase::Attract => None,
            Phase::Playing { last_input } => Some(last_input + f64::from(self.timers.idle_secs) - self.now),
            Phase::Asking { since } => {
                let end = since + f64::from(self.timers.countdown_secs);
                // When another number is to be shown.
                Some(end - self.now - f64::from(self.left()?.saturating_sub(1)))
            }
        }
    }
}

/// What a stand says over the city.
#[derive(Debug, Clone, PartialEq)]
pub enum StandView {
    /// Whoever passes by is told that the city can be had.
    Invites(String),
    /// Whoever played is asked whether somebody is still there.
    Asks {
        /// The question.
        question: String,
        /// How many seconds are left.
        left: u32,
        /// What comes then.
        then: String,
        /// The answer.
        stay: Action,
    },
}

/// What a stand says; nothing while a guest plays.
pub fn view(stand: &Stand, words: &Words) -> Option<StandView> {
    match (stand.phase, stand.left()) {
        (Phase::Attract, _) => Some(StandView::Invites(words.get("stand-invites"))),
        (_, Some(left)) => Some(StandView::Asks {
            question: words.get("stand-question"),
            left,
            then: words.with("stand-then", &[("secs", left.into())]),
            stay: Action { label: words.get("action-stay-here"), intent: Intent::Stay },
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TIMERS: Timers = Timers { idle_secs: 60, countdown_secs: 20 };

    /// A stand with a guest who did something at second 100 for the first and the last time.
    fn played() -> Stand {
        let mut stand = Stand::new(TIMERS);
        assert_eq!(stand.pass(100.0, true), Some(Turn::Begins));
        stand
    }

    #[test]
    fn nobody_is_asked_before_somebody_has_come() {
        let mut stand = Stand::new(TIMERS);
        assert_eq!((stand.pass(1e6, false), stand.phase(), stand.next()), (None, Phase::Attract, None));
    }

    #[test]
    fn a_guest_who_does_nothing_is_asked_counted_down_and_forgotten() {
        let mut stand = played();
        assert_eq!((stand.pass(159.0, false), stand.left()), (None, None));
        assert_eq!((stand.pass(160.0, false), stand.left()), (Some(Turn::Asks), Some(20)));
        assert_eq!((stand.pass(160.5, false), stand.left()), (None, Some(20)));
        assert_eq!((stand.pass(161.0, false), stand.left()), (None, Some(19)));
        assert_eq!((stand.pass(179.9, false), stand.left()), (None, Some(1)));
        let guest = stand.forgotten();
        assert_eq!((stand.pass(180.0, false), stand.left()), (Some(Turn::Forgets), None));
        assert_eq!(stand.phase(), Phase::Attract);
        assert_ne!(stand.forgotten(), guest);
        assert_eq!(stand.pass(181.0, true), Some(Turn::Begins));
    }

    #[test]
    fn whatever_the_guest_does_keeps_the_session() {
        let mut stand = played();
        let guest = stand.forgotten();
        assert_eq!(stand.pass(150.0, true), None);
        assert_eq!(stand.pass(209.0, false), None, "the time counts from the last input");
        assert_eq!(stand.pass(215.0, false), Some(Turn::Asks));
        assert_eq!(stand.pass(229.9, true), Some(Turn::GoesOn));
        assert_eq!(stand.pass(289.0, false), None);
        assert_eq!(stand.forgotten(), guest);
    }

    #[test]
    fn who_comes_after_a_long_sleep_is_not_the_one_who_left() {
        assert_eq!(played().pass(1000.0, true), Some(Turn::Begins));
    }

    #[test]
    fn a_clock_that_is_set_back_changes_nothing() {
        let mut stand = played();
        assert_eq!((stand.pass(-1e9, false), stand.pass(-1e9, true)), (None, None));
        assert_eq!(stand.pass(160.0, false), Some(Turn::Asks));
    }

    #[test]
    fn it_asks_to_be_told_the_time_when_something_is_to_change_and_not_before() {
        let mut stand = played();
        let mut changes = Vec::new();
        while let Some(secs) = stand.next() {
            assert!(secs > 0.0, "{stand:?}");
            let (at, before) = (stand.now + secs, (stand.phase, stand.left()));
            stand.clone().pass(at - 0.01, false);
            stand.pass(at, false);
            assert_ne!(before, (stand.phase, stand.left()));
            changes.push(at);
        }
        let expected: Vec<f64> = (160..=180).map(f64::from).collect();
        assert_eq!(changes, expected);
    }

    proptest! {
        #[test]
        fn what_becomes_of_a_guest_does_not_depend_on_how_often_the_time_is_told(
            mut moments in prop::collection::vec((0..4000u32, any::<bool>()), 1..30),
        ) {
            moments.sort_unstable();
            let (mut seldom, mut often) = (Stand::new(TIMERS), Stand::new(TIMERS));
            let mut at = 0;
            for (moment, stirs) in moments {
                (at..moment).for_each(|tenth| _ = often.pass(f64::from(tenth) / 10.0, false));
                let now = f64::from(moment) / 10.0;
                seldom.pass(now, stirs);
                often.pass(now, stirs);
                at = moment;
                prop_assert_eq!(seldom.phase(), often.phase());
                prop_assert_eq!(seldom.left(), often.left());
            }
        }
    }
}
