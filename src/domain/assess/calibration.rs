//! Own ratings held against what was recalled in the other city. For oneself, and only if one asks for it.

use super::count::criteria;
use super::gap::helps;
use super::rating::Score;
use super::sheet::Sheet;
use crate::domain::content::Pack;
use crate::domain::progress::Record;
use std::collections::BTreeMap;

/// For one score: how many criteria got it that floors elsewhere belong to, and how many of those floors are recalled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Recalled {
    /// Criteria with that score.
    pub criteria: usize,
    /// Floors that were recalled.
    pub recalled: usize,
    /// Floors that belong to those criteria.
    pub floors: usize,
}

/// By score. `elsewhere` is what was done in the city that the crosswalk leads to.
pub fn calibration(pack: &Pack, sheet: &Sheet, elsewhere: &Record) -> BTreeMap<Score, Recalled> {
    let mut by_score: BTreeMap<Score, Recalled> = BTreeMap::new();
    for (.., criterion) in criteria(pack) {
        let floors = helps(pack, criterion);
        let score = sheet.rating(&criterion.id).and_then(super::Rating::score);
        if let Some(score) = score.filter(|_| !floors.is_empty()) {
            let of = by_score.entry(score).or_default();
            of.criteria += 1;
            of.floors += floors.len();
            of.recalled += floors.iter().filter(|floor| elsewhere.floor(floor).is_recalled()).count();
        }
    }
    by_score
}
