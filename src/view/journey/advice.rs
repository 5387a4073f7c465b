//! The one recommended next step, with its reason.

use super::play::{Page, Play};
use crate::domain::content::Pack;
use crate::domain::id::FloorId;
use crate::domain::progress::rules;
use crate::domain::recall::{MOST, due};
use crate::view::state::State;

/// From how many due floors on a walk comes before new floors.
const WORTH_A_WALK: usize = 5;

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Why.
    pub reason: Reason,
    /// What.
    pub play: Play,
}

/// Why something comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It is the first floor of all.
    First(FloorId),
    /// It was begun.
    Begun(FloorId),
    /// It is the next floor of the present level.
    NextFloor(FloorId),
    /// The level's floors stand.
    Wall(usize),
    /// So many floors are due.
    Due(usize),
    /// It stands behind a scaffold.
    Scaffold(FloorId),
    /// There is nothing to play, and it has not been read.
    Unread(FloorId),
    /// There is nothing to play, and everything has been read.
    AllRead,
    /// Everything stands and nothing is due.
    Done,
}

/// The next step.
pub fn advice(pack: &Pack, state: &State) -> Advice {
    if rules::lessons(pack).next().is_none() {
        return to_read(pack, state);
    }
    let record = &state.record;
    let due = due(pack, record, state.now, state.settings.retention_percent).take(MOST).count();
    let walk = |due| Advice { reason: Reason::Due(due), play: Play::Walk };
    if due >= WORTH_A_WALK {
        return walk(due);
    }
    let begin = |reason: fn(FloorId) -> Reason, floor: &FloorId| Advice {
        reason: reason(floor.clone()),
        play: Play::Begin(floor.clone()),
    };
    if let Some(level) = rules::level(pack, record) {
        let missing = || rules::missing(pack, record, level).map(|(_, floor)| &floor.id);
        let begun = missing().filter(|floor| record.floors.contains_key(*floor));
        if let Some(floor) = begun.max_by_key(|floor| record.floor(floor).last) {
            return begin(Reason::Begun, floor);
        }
        let is_first = record.placed.is_none() && record.floors.is_empty();
        return match missing().next() {
            Some(floor) if is_first => begin(Reason::First, floor),
            Some(floor) => begin(Reason::NextFloor, floor),
            None => Advice { reason: Reason::Wall(level), play: Play::MeetWall },
        };
    }
    if due > 0 {
        return walk(due);
    }
    let scaffold = rules::lessons(pack).find(|(_, floor, _)| rules::has_scaffold(pack, record, floor));
    match scaffold {
        Some((_, floor, _)) => begin(Reason::Scaffold, &floor.id),
        None => Advice { reason: Reason::Done, play: Play::Open(Page::Unlearned) },
    }
}

/// Where there are criteria and no lessons, one reads: what stands at the level that is shown, then what stands at all,
/// from the lowest level up.
fn to_read(pack: &Pack, state: &State) -> Advice {
    let unread = pack.floors().map(|(_, floor)| floor).filter(|floor| state.record.floor(&floor.id).read.is_none());
    match unread.min_by_key(|floor| (floor.level != state.level, floor.level)) {
        Some(floor) => Advice { reason: Reason::Unread(floor.id.clone()), play: Play::Begin(floor.id.clone()) },
        None => Advice { reason: Reason::AllRead, play: Play::Open(Page::Source) },
    }
}
