//! What follows from a log: where a player stands on every floor.

use super::event::{Act, Belief, Deed, Mode, Raised, Wall, Whole};
use super::log::Log;
use crate::domain::id::{FloorId, LevelId};
use crate::domain::recall::{Grade, Review};
use std::collections::BTreeMap;

/// Where a player stands in one city.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    /// Floors with which anything was done.
    pub floors: BTreeMap<FloorId, FloorRecord>,
    /// Walls that were passed.
    pub walls: BTreeMap<LevelId, Wall>,
    /// What the placement check found.
    pub placed: Option<LevelId>,
    /// How the city is played.
    pub mode: Mode,
}

/// Where a player stands on one floor. A time is in seconds since 1970.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FloorRecord {
    /// Whether the last guess at the door was right.
    pub guess: Option<bool>,
    /// When its text was first opened.
    pub read: Option<u64>,
    /// What the reader first thought of its claim.
    pub belief: Option<Belief>,
    /// Whether what breaks the claim was opened without an answer.
    pub opened_early: bool,
    /// When its refutation was picked, and whether it was the right one.
    pub picks: Vec<(u64, bool)>,
    /// When it was recalled, and how well.
    pub reviews: Vec<Review>,
    /// How and when it was raised.
    pub raised: Option<(Raised, u64)>,
    /// A line in the player's own words.
    pub note: Option<String>,
    /// Whether it has a bookmark.
    pub bookmark: bool,
    /// Whether the wall need not wait for it.
    pub left_out: bool,
    /// When anything was last done here.
    pub last: u64,
}

impl Record {
    /// What follows from a log.
    pub fn of(log: &Log) -> Self {
        let taken = log.taken_back();
        let mut record = Self::default();
        for (stamp, deed) in log.events().filter(|(stamp, _)| !taken.contains(stamp)) {
            match deed {
                Deed::Floor(floor, Act::Reset) => _ = record.floors.remove(floor),
                Deed::Floor(floor, act) => record.floors.entry(floor.clone()).or_default().apply(stamp.at, act),
                Deed::Whole(whole) => record.apply(whole),
            }
        }
        record
    }

    fn apply(&mut self, whole: &Whole) {
        match whole {
            Whole::Wall(level, wall) => {
                // Having played it outlasts having walked around it.
                let passed = self.walls.entry(level.clone()).or_insert(*wall);
                *passed = (*passed).max(*wall);
            }
            Whole::Placed(level) => self.placed = Some(level.clone()),
            Whole::Mode(mode) => self.mode = *mode,
            Whole::ResetBuilding(building) => self.floors.retain(|floor, _| floor.building != *building),
            Whole::ResetAll => *self = Self { mode: self.mode, ..Self::default() },
            Whole::TakenBack(_) => {}
        }
    }

    /// Where a player stands on a floor.
    pub fn floor(&self, floor: &FloorId) -> &FloorRecord {
        const UNTOUCHED: &FloorRecord = &FloorRecord::untouched();
        self.floors.get(floor).unwrap_or(UNTOUCHED)
    }
}

impl FloorRecord {
    const fn untouched() -> Self {
        Self {
            guess: None,
            read: None,
            belief: None,
            opened_early: false,
            picks: Vec::new(),
            reviews: Vec::new(),
            raised: None,
            note: None,
            bookmark: false,
            left_out: false,
            last: 0,
        }
    }

    fn apply(&mut self, at: u64, act: &Act) {
        self.last = at;
        match act {
            Act::Guessed(right) => self.guess = Some(*right),
            Act::Read => self.read = self.read.or(Some(at)),
            Act::Believed(belief) => self.belief = self.belief.or(Some(*belief)),
            Act::OpenedEarly => self.opened_early = true,
            Act::Picked(right) => self.picks.push((at, *right)),
            Act::Recalled(grade) => self.reviews.push(Review { at, grade: *grade }),
            Act::Raised(raised) => {
                let now = (*raised, at);
                // Raised by play outlasts raised as read.
                self.raised = Some(self.raised.map_or(now, |before| if before.0 >= *raised { before } else { now }));
            }
            Act::Noted(note) => self.note = Some(note.clone()).filter(|note| !note.is_empty()),
            Act::Bookmarked(bookmark) => self.bookmark = *bookmark,
            Act::Kept(kept) => self.left_out = !kept,
            Act::Reset => *self = Self::default(),
        }
    }

    /// Whether it was ever recalled with success.
    pub fn is_recalled(&self) -> bool {
        self.reviews.iter().any(|review| review.grade != Grade::Again)
    }

    /// Whether the belief is broken: whoever picked last picked the refutation that belongs to it.
    pub fn is_broken(&self) -> bool {
        self.picks.last().is_some_and(|(_, right)| *right)
    }

    /// For how many seconds the belief has stayed broken: from the first right pick behind the last wrong one to the
    /// last right one.
    pub fn broken_for(&self) -> u64 {
        let since = self.picks.iter().rposition(|(_, right)| !right).map_or(0, |wrong| wrong + 1);
        match self.picks.get(since..).unwrap_or_default() {
            [(first, _), .., (last, _)] => last.saturating_sub(*first),
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::log::Author;

    fn record(deeds: &[(u64, Deed)]) -> Record {
        let mut log = Log::default();
        for (at, deed) in deeds {
            log.add(Author(1), *at, deed.clone());
        }
        Record::of(&log)
    }

    fn floor(id: &str) -> FloorId {
        id.parse().expect("a floor")
    }

    #[test]
    fn the_first_reading_and_the_first_belief_stay() {
        let auth = floor("auth/l0");
        let on = |act| Deed::Floor(auth.clone(), act);
        let (naive, wiser) = (Belief { agree: true, sure: true }, Belief { agree: false, sure: true });
        let record = record(&[
            (5, on(Act::Read)),
            (6, on(Act::Believed(naive))),
            (7, on(Act::Read)),
            (8, on(Act::Believed(wiser))),
        ]);
        assert_eq!((record.floor(&auth).read, record.floor(&auth).belief), (Some(5), Some(naive)));
    }

    #[test]
    fn what_was_raised_by_play_is_not_lowered_to_read() {
        let auth = floor("auth/l0");
        let raised = |raised| Deed::Floor(auth.clone(), Act::Raised(raised));
        let record = record(&[(5, raised(Raised::Read)), (6, raised(Raised::Played)), (7, raised(Raised::Read))]);
        assert_eq!(record.floor(&auth).raised, Some((Raised::Played, 6)));
    }

    #[test]
    fn a_reset_building_leaves_the_others() {
        let read = |id| Deed::Floor(floor(id), Act::Read);
        let reset = Deed::Whole(Whole::ResetBuilding(crate::domain::id::BuildingId::new("auth")));
        let record = record(&[(1, read("auth/l0")), (2, read("auth/l1")), (3, read("testing/l1")), (4, reset)]);
        assert_eq!(record.floors.keys().map(ToString::to_string).collect::<Vec<_>>(), ["testing/l1"]);
    }

    #[test]
    fn a_belief_stays_broken_until_a_wrong_pick() {
        let auth = floor("auth/l0");
        let pick = |at, right| (at, Deed::Floor(auth.clone(), Act::Picked(right)));
        let after = |picks: &[(u64, Deed)]| {
            let record = record(picks);
            (record.floor(&auth).is_broken(), record.floor(&auth).broken_for())
        };
        assert_eq!(after(&[]), (false, 0));
        assert_eq!(after(&[pick(10, true)]), (true, 0));
        assert_eq!(after(&[pick(10, true), pick(40, true)]), (true, 30));
        assert_eq!(after(&[pick(10, true), pick(40, false)]), (false, 0));
        assert_eq!(after(&[pick(10, true), pick(40, false), pick(50, true), pick(55, true)]), (true, 5));
    }
}
