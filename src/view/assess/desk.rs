//! What lies before a person who rates.

use crate::domain::assess::count::{self, Count};
use crate::domain::assess::{
    Entry, Kept, On, Quarter, Rater, Rating, Score, Sheet, Sheets, Verdict, is_topped, level, verdict,
};
use crate::domain::content::schema::Assessment;
use crate::domain::content::{Floor, Pack};
use crate::domain::id::{CriterionId, FloorId};
use crate::domain::log::Author;
use crate::view::windows::Windows;
use std::collections::BTreeMap;

/// What lies before a person who rates; [`Desk::refresh`] keeps together what follows from each other.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Desk {
    /// What is kept.
    pub kept: Kept,
    /// What follows from it.
    pub sheets: Sheets,
    /// The quarter that is shown, where it is not the present one.
    pub shown: Option<Quarter>,
    /// What is tried without being written down.
    pub tried: Option<BTreeMap<CriterionId, Rating>>,
    /// The criterion that the keys rate.
    pub marked: Option<CriterionId>,
    /// Whose ratings stand beside.
    pub beside: Option<Rater>,
    /// Whether the whole ladder stands.
    pub whole: bool,
    /// What the city shows of it, once something was rated.
    pub standing: Option<Standing>,
}

/// What the city shows of a quarter.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The sheet, with what is tried.
    pub sheet: Sheet,
    /// The level.
    pub verdict: Verdict,
    /// Index of the highest level that one wants to be at.
    pub target: Option<usize>,
    /// Every floor of the ladder.
    pub floors: BTreeMap<FloorId, RatedFloor>,
}

/// How a floor stands by its ratings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RatedFloor {
    /// Whether it has risen.
    pub topped: bool,
    /// How its windows look.
    pub windows: Windows,
    /// Whether it is part of a target and still to come.
    pub wanted: bool,
}

impl Desk {
    /// The desk as it was left.
    pub fn of(kept: Kept, now: u64, pack: &Pack) -> Self {
        let mut desk = Self { kept, ..Self::default() };
        desk.refresh(now, pack);
        desk
    }

    /// The present quarter: that of today, but never before what was written.
    pub fn today(&self, now: u64) -> Quarter {
        let last = self.sheets.quarters(&self.kept.rater).next_back().map(|(quarter, _)| quarter);
        let today = Quarter::at(now, self.kept.start);
        last.map_or(today, |last| last.max(today))
    }

    /// The first quarter that anybody has written into.
    pub fn first_quarter(&self) -> Option<Quarter> {
        let first = |rater| self.sheets.quarters(rater).next().map(|(quarter, _)| quarter);
        self.sheets.raters().filter_map(first).min()
    }

    /// The quarter that is shown.
    pub fn quarter(&self, now: u64) -> Quarter {
        self.shown.unwrap_or_else(|| self.today(now))
    }

    /// Everything anew that follows from what is kept and chosen.
    pub fn refresh(&mut self, now: u64, pack: &Pack) {
        self.sheets = Sheets::of(&self.kept.log);
        self.look(now, pack);
    }

    /// What the city shows anew: of another quarter, or with something tried.
    pub fn look(&mut self, now: u64, pack: &Pack) {
        self.standing = pack.assessment().and_then(|rules| self.standing(now, pack, rules));
    }

    /// Writes something down.
    pub fn write(&mut self, author: Author, now: u64, quarter: Quarter, on: On, pack: &Pack) {
        let entry = Entry { by: self.kept.rater.clone(), quarter, on };
        if let Some(entry) = entry.kept() {
            self.kept.log.add(author, now, entry);
            self.refresh(now, pack);
        }
    }

    /// What the person who rates has said by the quarter that is shown, and what is tried.
    pub fn sheet(&self, now: u64) -> Sheet {
        let quarter = self.quarter(now);
        let sheet = self.sheets.standing(&self.kept.rater, quarter);
        self.tried.as_ref().map_or_else(|| sheet.clone(), |tried| sheet.with(tried, quarter))
    }

    /// Whether the quarter that is shown is closed.
    pub fn is_closed(&self, now: u64) -> bool {
        self.sheets.is_closed(&self.kept.rater, self.quarter(now))
    }

    /// The level that follows for a quarter, and what it rests on.
    pub fn verdict(&self, now: u64, pack: &Pack, rules: &Assessment) -> Verdict {
        let (quarter, from) = (self.quarter(now), self.kept.satisfied_from(rules));
        let history = level::history(pack, rules, &self.sheets, &self.kept.rater, from);
        let before = history.iter().take_while(|(of, _)| *of < quarter).last().and_then(|(_, verdict)| verdict.level);
        verdict(pack, rules, &self.sheet(now), from, before)
    }

    fn standing(&self, now: u64, pack: &Pack, rules: &Assessment) -> Option<Standing> {
        let is_begun = self.sheets.quarters(&self.kept.rater).next().is_some() || self.tried.is_some();
        if self.whole || !is_begun {
            return None;
        }
        let (sheet, from) = (self.sheet(now), self.kept.satisfied_from(rules));
        let verdict = self.verdict(now, pack, rules);
        let target = sheet.targets.values().filter_map(|target| pack.level_index(&target.level)).max();
        let of = |floor: &Floor| {
            let topped = is_topped(rules, &verdict, &sheet, from, floor);
            let wanted = !topped && target.is_some_and(|target| floor.level <= target);
            (floor.id.clone(), RatedFloor { topped, windows: windows(&sheet, from, topped, floor), wanted })
        };
        let floors = pack.floors().map(|(_, floor)| of(floor)).collect();
        Some(Standing { sheet, verdict, target, floors })
    }

    /// The floors that have risen by their ratings; `None` where the city does not show them.
    pub fn topped(&self) -> Option<Vec<FloorId>> {
        let floors = self.standing.as_ref()?.floors.iter();
        Some(floors.filter(|(_, floor)| floor.topped).map(|(id, _)| id.clone()).collect())
    }

    /// Index of the highest level that one wants to be at; `None` where the city does not show it.
    pub fn target(&self) -> Option<usize> {
        self.standing.as_ref()?.target
    }

    /// How a floor stands by its ratings; `None` where the city does not show them.
    pub fn floor(&self, floor: &FloorId) -> Option<&RatedFloor> {
        self.standing.as_ref()?.floors.get(floor)
    }
}

/// Dark where nothing was rated, half down while too little is satisfied, lit once the floor is topped, and warm when
/// all of it is satisfied.
fn windows(sheet: &Sheet, from: Score, topped: bool, floor: &Floor) -> Windows {
    let Count { satisfied, rated, of, .. } = count::count(count::on(floor), sheet, from);
    match () {
        () if rated == 0 => Windows::Dark,
        () if satisfied == of => Windows::Warm,
        () if topped && satisfied > 0 => Windows::Lit,
        () => Windows::Dim,
    }
}
