//! What is kept of an assessment between two visits.

use super::entry::Log;
use super::quarter::StartMonth;
use super::rater::Rater;
use super::rating::Score;
use crate::domain::content::schema::Assessment;
use serde::{Deserialize, Serialize};

/// What is kept of one ladder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Everything that was written, by everyone.
    pub log: Log,
    /// Who rates here.
    pub rater: Rater,
    /// The lowest score that counts as satisfied, where it is not the pack's.
    pub satisfied_from: Option<u8>,
    /// When a year starts.
    pub start: StartMonth,
    /// Whether own ratings are held against what was recalled.
    pub calibrates: bool,
}

impl Kept {
    /// Adds what another copy holds and this one does not. What was chosen here stays.
    pub fn merge(&mut self, other: &Self) {
        self.log.merge(&other.log);
    }

    /// The lowest score that counts as satisfied: as chosen, or as the pack says.
    pub fn satisfied_from(&self, assessment: &Assessment) -> Score {
        let chosen = self.satisfied_from.filter(|chosen| usize::from(*chosen) <= assessment.scale.len());
        let score = chosen.and_then(Score::new).or(Score::new(assessment.satisfied_from));
        // A checked pack names a step of its scale.
        score.unwrap_or(Score::LOWEST)
    }
}
