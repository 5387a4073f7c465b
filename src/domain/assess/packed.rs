//! A log of entries as saves hold it: people, quarters and criteria by number, times as distances.

use super::entry::{Act, Entry, Log, On, Whole};
use super::quarter::Quarter;
use super::rater::Rater;
use crate::domain::id::CriterionId;
use crate::domain::log::{Author, Numbered, Stamp};
use serde::{Deserialize, Serialize};

/// A log, small. What does not fit together is left out when it is read.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Packed {
    authors: Vec<Author>,
    raters: Vec<Rater>,
    quarters: Vec<String>,
    criteria: Vec<CriterionId>,
    entries: Vec<PackedEntry>,
}

/// Seconds since the entry before, author, number, rater, quarter, and what it is about.
type PackedEntry = (u64, usize, u32, usize, usize, PackedOn);

#[derive(Debug, Clone, Serialize, Deserialize)]
enum PackedOn {
    #[serde(rename = "c")]
    Criterion(usize, Act),
    #[serde(rename = "w")]
    Whole(Whole),
}

impl From<Log> for Packed {
    fn from(log: Log) -> Self {
        let (mut authors, mut raters, mut before) = (Numbered::default(), Numbered::default(), 0);
        let (mut quarters, mut criteria) = (Numbered::default(), Numbered::default());
        let mut entries = Vec::with_capacity(log.len());
        for (stamp, entry) in log.events() {
            let on = match &entry.on {
                On::Criterion(criterion, act) => PackedOn::Criterion(criteria.number(criterion), act.clone()),
                On::Whole(whole) => PackedOn::Whole(whole.clone()),
            };
            let (author, rater) = (authors.number(&stamp.author), raters.number(&entry.by));
            let quarter = quarters.number(&entry.quarter);
            entries.push((stamp.at - before, author, stamp.number, rater, quarter, on));
            before = stamp.at;
        }
        Self {
            authors: authors.into_things(),
            raters: raters.into_things(),
            quarters: quarters.into_things().iter().map(Quarter::to_string).collect(),
            criteria: criteria.into_things(),
            entries,
        }
    }
}

impl From<Packed> for Log {
    fn from(packed: Packed) -> Self {
        let quarters: Vec<Option<Quarter>> = packed.quarters.iter().map(|quarter| quarter.parse().ok()).collect();
        let (mut log, mut at) = (Self::default(), 0u64);
        for (since, author, number, rater, quarter, on) in packed.entries {
            at = at.saturating_add(since);
            let on = match on {
                PackedOn::Criterion(criterion, act) => {
                    packed.criteria.get(criterion).map(|criterion| On::Criterion(criterion.clone(), act))
                }
                PackedOn::Whole(whole) => Some(On::Whole(whole)),
            };
            let author = packed.authors.get(author).copied();
            let (by, quarter) = (packed.raters.get(rater).cloned(), quarters.get(quarter).copied().flatten());
            if let (Some(author), Some(by), Some(quarter), Some(on)) = (author, by, quarter, on) {
                log.insert(Stamp { at, author, number }, Entry { by, quarter, on });
            }
        }
        log
    }
}
