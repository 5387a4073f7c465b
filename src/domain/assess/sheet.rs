//! What follows from a log of entries: for every person and quarter a sheet.
//!
//! A rating stands until it is given anew: a quarter begins with what stood in the one before, and every cell says in
//! which quarter it was rated. A closed quarter counts what its closing had seen and nothing else.

use super::entry::{Act, Entry, Log, On, Whole};
use super::quarter::Quarter;
use super::rater::Rater;
use super::rating::Rating;
use crate::domain::id::{CriterionId, LevelId};
use crate::domain::log::{Author, Stamp};
use std::collections::{BTreeMap, BTreeSet};

/// All sheets, by person and quarter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheets {
    of: BTreeMap<Rater, BTreeMap<Quarter, Sheet>>,
}

/// What a person has said by the end of a quarter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// When the quarter was closed, in seconds since 1970.
    pub closed: Option<u64>,
    /// By criterion.
    pub cells: BTreeMap<CriterionId, Cell>,
    /// The level that the person thinks to be at.
    pub believed: Option<LevelId>,
    /// By the months to them.
    pub targets: BTreeMap<u8, Target>,
    /// Phases that are complete.
    pub phases: BTreeSet<u32>,
    /// What else is done of the steps: the level that it leads to, and its place in the pack's list.
    pub also: BTreeSet<(LevelId, usize)>,
}

/// What a person has said about one criterion.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// The rating, and the quarter in which it was given.
    pub rated: Option<(Rating, Quarter)>,
    /// What stood before it, from an earlier quarter.
    pub before: Option<(Rating, Quarter)>,
    /// Evidence in words.
    pub comment: Option<String>,
    /// Evidence elsewhere.
    pub links: BTreeSet<String>,
    /// What came when the quarter was closed. It changes nothing in it.
    pub corrections: Vec<Correction>,
}

/// A rating that came when its quarter was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// When, in seconds since 1970.
    pub at: u64,
    /// The rating.
    pub rating: Rating,
    /// Why; empty where it merely came late, from another copy.
    pub why: String,
}

/// A level that a person wants to be at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The level.
    pub level: LevelId,
    /// The quarter in which it was set.
    pub set: Quarter,
}

/// The entries of every author that a closing had seen.
type Seen = BTreeMap<Author, u32>;

impl Sheets {
    /// What follows from a log.
    pub fn of(log: &Log) -> Self {
        let mut by_rater: BTreeMap<&Rater, Vec<(&Stamp, &Entry)>> = BTreeMap::new();
        for (stamp, entry) in log.events() {
            by_rater.entry(&entry.by).or_default().push((stamp, entry));
        }
        let of = by_rater.into_iter().map(|(rater, entries)| (rater.clone(), sheets(entries)));
        Self { of: of.filter(|(_, sheets)| !sheets.is_empty()).collect() }
    }

    /// Everyone who has rated.
    pub fn raters(&self) -> impl Iterator<Item = &Rater> {
        self.of.keys()
    }

    /// The quarters into which a person has written.
    pub fn quarters(&self, rater: &Rater) -> impl DoubleEndedIterator<Item = (Quarter, &Sheet)> {
        self.of.get(rater).into_iter().flatten().map(|(quarter, sheet)| (*quarter, sheet))
    }

    /// What stands in a quarter: its own sheet, or the one before it.
    pub fn standing(&self, rater: &Rater, quarter: Quarter) -> &Sheet {
        const EMPTY: &Sheet = &Sheet::empty();
        let before = self.of.get(rater).and_then(|sheets| sheets.range(..=quarter).next_back());
        before.map_or(EMPTY, |(_, sheet)| sheet)
    }

    /// Whether a person has closed a quarter.
    pub fn is_closed(&self, rater: &Rater, quarter: Quarter) -> bool {
        self.of.get(rater).and_then(|sheets| sheets.get(&quarter)).is_some_and(|sheet| sheet.closed.is_some())
    }
}

/// What a closing of everything in a log has seen.
pub fn seen(log: &Log) -> Whole {
    let mut seen = Seen::new();
    for (stamp, _) in log.events() {
        let last = seen.entry(stamp.author).or_default();
        *last = (*last).max(stamp.number);
    }
    Whole::Closed(seen)
}

/// The sheets of one person.
fn sheets(mut entries: Vec<(&Stamp, &Entry)>) -> BTreeMap<Quarter, Sheet> {
    entries.sort_by_key(|(stamp, entry)| (entry.quarter, **stamp));
    let mut closings: BTreeMap<Quarter, (&Stamp, &Seen)> = BTreeMap::new();
    for (stamp, entry) in &entries {
        if let On::Whole(Whole::Closed(seen)) = &entry.on {
            // Closed twice, in two copies: the first one counts.
            closings.entry(entry.quarter).or_insert((stamp, seen));
        }
    }
    let is_told = |entry: &Entry| entry.on != On::Whole(Whole::Reminded);
    let quarters: BTreeSet<Quarter> = entries.iter().filter(|(_, e)| is_told(e)).map(|(_, e)| e.quarter).collect();
    let sheet = |quarter: Quarter| {
        let closing = closings.get(&quarter);
        let counts = |stamp: &Stamp| {
            closing.is_none_or(|(_, seen)| seen.get(&stamp.author).is_some_and(|last| stamp.number <= *last))
        };
        let mut sheet = Sheet { closed: closing.map(|(stamp, _)| stamp.at), ..Sheet::default() };
        for (stamp, entry) in entries.iter().take_while(|(_, entry)| entry.quarter <= quarter) {
            if counts(stamp) {
                sheet.apply(entry);
            } else if entry.quarter == quarter {
                sheet.correct(stamp.at, entry);
            }
        }
        sheet
    };
    quarters.into_iter().map(|quarter| (quarter, sheet(quarter))).collect()
}

impl Cell {
    fn rate(&mut self, rating: Rating, quarter: Quarter) {
        if self.rated.is_some_and(|(_, given)| given < quarter) {
            self.before = self.rated;
        }
        self.rated = Some((rating, quarter));
    }

    fn unrate(&mut self, quarter: Quarter) {
        if self.rated.is_some_and(|(_, given)| given == quarter) {
            self.rated = self.before.take();
        }
    }

    /// The rating that was given in this quarter, and not merely still stands.
    pub fn rated_in(&self, quarter: Quarter) -> Option<Rating> {
        self.rated.filter(|(_, given)| *given == quarter).map(|(rating, _)| rating)
    }
}

impl Sheet {
    const fn empty() -> Self {
        Self {
            closed: None,
            cells: BTreeMap::new(),
            believed: None,
            targets: BTreeMap::new(),
            phases: BTreeSet::new(),
            also: BTreeSet::new(),
        }
    }

    /// What was said about a criterion.
    pub fn cell(&self, criterion: &str) -> Option<&Cell> {
        self.cells.get(&CriterionId::new(criterion))
    }

    /// The rating of a criterion.
    pub fn rating(&self, criterion: &str) -> Option<Rating> {
        self.cell(criterion)?.rated.map(|(rating, _)| rating)
    }

    /// The same sheet with other ratings tried on.
    #[must_use]
    pub fn with(&self, tried: &BTreeMap<CriterionId, Rating>, quarter: Quarter) -> Self {
        let mut sheet = self.clone();
        for (criterion, rating) in tried {
            sheet.cells.entry(criterion.clone()).or_default().rated = Some((*rating, quarter));
        }
        sheet
    }

    fn apply(&mut self, entry: &Entry) {
        match &entry.on {
            On::Criterion(criterion, act) => {
                let cell = self.cells.entry(criterion.clone()).or_default();
                match act {
                    Act::Rated(rating) | Act::Corrected(rating, _) => cell.rate(*rating, entry.quarter),
                    Act::Unrated => cell.unrate(entry.quarter),
                    Act::Commented(text) => cell.comment = Some(text.clone()).filter(|text| !text.is_empty()),
                    Act::Linked(link) => _ = cell.links.insert(link.clone()),
                    Act::Unlinked(link) => _ = cell.links.remove(link),
                }
            }
            On::Whole(Whole::Believed(level)) => self.believed = Some(level.clone()),
            On::Whole(Whole::Target(months, level)) => match level {
                Some(level) => {
                    self.targets.insert(*months, Target { level: level.clone(), set: entry.quarter });
                }
                None => _ = self.targets.remove(months),
            },
            On::Whole(Whole::Phase(phase, true)) => _ = self.phases.insert(*phase),
            On::Whole(Whole::Phase(phase, false)) => _ = self.phases.remove(phase),
            On::Whole(Whole::Also(level, place, true)) => _ = self.also.insert((level.clone(), *place)),
            On::Whole(Whole::Also(level, place, false)) => _ = self.also.remove(&(level.clone(), *place)),
            On::Whole(Whole::Closed(_) | Whole::Reminded) => {}
        }
    }

    fn correct(&mut self, at: u64, entry: &Entry) {
        let On::Criterion(criterion, act) = &entry.on else { return };
        let correction = match act {
            Act::Rated(rating) => Correction { at, rating: *rating, why: String::new() },
            Act::Corrected(rating, why) => Correction { at, rating: *rating, why: why.clone() },
            Act::Unrated | Act::Commented(_) | Act::Linked(_) | Act::Unlinked(_) => return,
        };
        self.cells.entry(criterion.clone()).or_default().corrections.push(correction);
    }
}
