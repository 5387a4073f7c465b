//! What is missing on the way to a level.

use super::count::{criteria, needed, on};
use super::level::Verdict;
use super::rating::{Rating, Score};
use super::sheet::Sheet;
use super::{count, level};
use crate::domain::content::schema::{Assessment, Rule};
use crate::domain::content::{Criterion, Floor, Pack};
use crate::domain::id::FloorId;

/// A criterion that is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Missing<'p> {
    /// The criterion.
    pub criterion: &'p Criterion,
    /// The floor that it stands on.
    pub floor: &'p Floor,
    /// What stands.
    pub rating: Option<Rating>,
    /// How many steps of the scale it is short of being satisfied.
    pub steps: u8,
    /// What it opens.
    pub unlocks: Unlocks,
    /// Floors of the other city that help.
    pub helps: Vec<FloorId>,
}

/// What a criterion opens once it is satisfied, by itself: the more the later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unlocks {
    /// One more of those of which most are enough.
    Share,
    /// One of those that the next level waits for, all of them.
    Required,
    /// It tops its floor.
    Floor,
    /// It is the last one before the next level.
    Level,
}

/// What is missing between the level that follows from a sheet and `target`: least missing first, then by what it
/// opens, then by the order of the ladder.
pub fn missing<'p>(
    pack: &'p Pack,
    rating: &Assessment,
    sheet: &Sheet,
    from: Score,
    verdict: &Verdict,
    target: usize,
) -> Vec<Missing<'p>> {
    let start = verdict.level.unwrap_or(0);
    let unlocks = |floor: &Floor| unlocks(rating, sheet, from, verdict, floor);
    let mut missing: Vec<Missing<'p>> = criteria(pack)
        .filter(|(_, floor, _)| (start..=target).contains(&floor.level))
        .filter_map(|(_, floor, criterion)| {
            let rating = sheet.rating(&criterion.id);
            let score = rating.map_or(0, Rating::number);
            let steps = from.number().checked_sub(score).filter(|steps| *steps > 0)?;
            Some(Missing { criterion, floor, rating, steps, unlocks: unlocks(floor), helps: helps(pack, criterion) })
        })
        .collect();
    // It keeps the order of the ladder among equals.
    missing.sort_by_key(|missing| (missing.steps, std::cmp::Reverse(missing.unlocks), missing.floor.level));
    missing
}

fn unlocks(rating: &Assessment, sheet: &Sheet, from: Score, verdict: &Verdict, floor: &Floor) -> Unlocks {
    let Rule::Share { hold, reach } = &rating.rule else { return Unlocks::Share };
    let of_level = verdict.counts[floor.level];
    let of_floor = count::count(on(floor), sheet, from);
    let one_short = |satisfied: usize, needed: usize| satisfied + 1 == needed;
    let is_last = match &verdict.next {
        Some(level::Next::Share { level, missing, needed }) => {
            let of_next = verdict.counts[*level];
            let own = Some(floor.level) == verdict.level && *missing == 1 && of_next.satisfied >= *needed;
            let next = floor.level == *level && *missing == 0 && one_short(of_next.satisfied, *needed);
            own || next
        }
        _ => false,
    };
    let is_whole_by_rule =
        verdict.level.is_some_and(|level| floor.level <= level) || of_level.satisfied >= needed(*reach, of_level.of);
    if is_last {
        Unlocks::Level
    } else if one_short(of_floor.satisfied, needed(*hold, of_floor.of)) {
        Unlocks::Floor
    } else if is_whole_by_rule {
        Unlocks::Required
    } else {
        Unlocks::Share
    }
}

/// The floors of the other city that help with a criterion.
pub fn helps(pack: &Pack, criterion: &Criterion) -> Vec<FloorId> {
    let floors = pack.crosswalk().and_then(|crosswalk| crosswalk.criteria.get(&criterion.id));
    floors.into_iter().flatten().filter_map(|floor| floor.parse().ok()).collect()
}
