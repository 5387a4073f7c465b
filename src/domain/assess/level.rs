//! The level that follows from a sheet, by the pack's own rule, with what it rests on.

use super::count::{self, Count, needed};
use super::rating::Score;
use super::sheet::{Sheet, Sheets};
use super::{Quarter, Rater};
use crate::domain::content::schema::{Assessment, Milestone, Rule};
use crate::domain::content::{Floor, Pack};

/// The level that follows, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Index of the level, or none yet.
    pub level: Option<usize>,
    /// The level of the quarter before.
    pub before: Option<usize>,
    /// How many criteria of every level are satisfied.
    pub counts: Vec<Count>,
    /// How many satisfied criteria hold the level, where that decides.
    pub holds: Option<usize>,
    /// What the next level takes; none at the top.
    pub next: Option<Next>,
}

/// What the next level takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    /// All criteria of the present level and so many of the next one.
    Share {
        /// Index of the next level.
        level: usize,
        /// How many criteria of the present level are missing.
        missing: usize,
        /// How many satisfied criteria of the next level it takes.
        needed: usize,
    },
    /// The milestones of the step.
    Milestones {
        /// Index of the next level.
        level: usize,
        /// Phases that are not complete.
        phases: Vec<u32>,
        /// Places of what else is not done, in the pack's list.
        also: Vec<usize>,
    },
}

impl Next {
    /// Index of the next level.
    pub fn level(&self) -> usize {
        match self {
            Self::Share { level, .. } | Self::Milestones { level, .. } => *level,
        }
    }
}

/// The level of a sheet. `before` is the level of the quarter before: to hold a level takes most of it, to reach the
/// next one all of it and most of the next.
pub fn verdict(pack: &Pack, rating: &Assessment, sheet: &Sheet, from: Score, before: Option<usize>) -> Verdict {
    let counts = count::levels(pack, sheet, from);
    match &rating.rule {
        Rule::Share { hold, reach } => {
            let level = by_share(&counts, *hold, *reach, before);
            let next = level.map_or(0, |level| level + 1);
            let next = counts.get(next).map(|of_next| Next::Share {
                level: next,
                missing: level.map_or(0, |level| counts[level].of - counts[level].satisfied),
                needed: needed(*reach, of_next.of),
            });
            let holds = level.map(|level| needed(*hold, counts[level].of));
            Verdict { level, before, counts, holds, next }
        }
        Rule::Milestones(milestones) => {
            let next = by_milestones(pack, milestones, sheet);
            let top = pack.levels().len() - 1;
            let level = next.as_ref().map_or(top, |next| next.level().saturating_sub(1));
            Verdict { level: Some(level), before, counts, holds: None, next }
        }
    }
}

/// Down while a level is not held, then up while the next one is reached.
fn by_share(counts: &[Count], hold: f32, reach: f32, before: Option<usize>) -> Option<usize> {
    let holds = |level: &usize| counts[*level].satisfied >= needed(hold, counts[*level].of);
    let mut level = before.and_then(|before| (0..counts.len().min(before + 1)).rev().find(holds));
    loop {
        let next = level.map_or(0, |level| level + 1);
        let is_whole = level.is_none_or(|level| counts[level].satisfied == counts[level].of);
        let share = if level.is_none() { hold } else { reach };
        let is_reached = counts.get(next).is_some_and(|count| count.satisfied >= needed(share, count.of));
        if !(is_whole && is_reached) {
            return level;
        }
        level = Some(next);
    }
}

/// The lowest step that is not done.
fn by_milestones(pack: &Pack, milestones: &[Milestone], sheet: &Sheet) -> Option<Next> {
    let index = |id: &str| pack.levels().iter().position(|level| level.id.as_str() == id);
    let open = |step: &Milestone| {
        let (level, id) = (index(&step.to)?, crate::domain::id::LevelId::new(&step.to));
        let phases: Vec<u32> = phases(step).filter(|phase| !sheet.phases.contains(phase)).collect();
        let is_open = |place: &usize| !sheet.also.contains(&(id.clone(), *place));
        let also: Vec<usize> = (0..step.also.len()).filter(is_open).collect();
        let is_done = phases.is_empty() && also.is_empty();
        (!is_done).then_some(Next::Milestones { level, phases, also })
    };
    milestones.iter().filter_map(open).min_by_key(Next::level)
}

/// The most phases a step can have: a pack may come from a stranger.
const MOST_PHASES: usize = 100;

/// The phases of a step.
pub fn phases(step: &Milestone) -> impl Iterator<Item = u32> {
    (step.phases.0..=step.phases.1).take(MOST_PHASES)
}

/// How many satisfied criteria top a floor; none where the level decides.
pub fn tops(rating: &Assessment, floor: &Floor) -> Option<usize> {
    let of = count::on(floor).len();
    match &rating.rule {
        Rule::Share { hold, .. } => (of > 0).then(|| needed(*hold, of)),
        Rule::Milestones(_) => None,
    }
}

/// Whether a floor is topped: most of its criteria are satisfied, or its level is reached by its milestones.
pub fn is_topped(rating: &Assessment, verdict: &Verdict, sheet: &Sheet, from: Score, floor: &Floor) -> bool {
    match tops(rating, floor) {
        Some(needed) => count::count(count::on(floor), sheet, from).satisfied >= needed,
        None => verdict.level.is_some_and(|level| floor.level <= level),
    }
}

/// The level of every quarter into which a person has written, each with the one before it in mind.
pub fn history(
    pack: &Pack,
    rating: &Assessment,
    sheets: &Sheets,
    rater: &Rater,
    from: Score,
) -> Vec<(Quarter, Verdict)> {
    let mut before = None;
    let verdicts = sheets.quarters(rater).map(|(quarter, sheet)| {
        let verdict = verdict(pack, rating, sheet, from, before);
        before = verdict.level;
        (quarter, verdict)
    });
    verdicts.collect()
}
