//! What is being played at this moment.

use super::play::Page;
use crate::domain::id::FloorId;
use crate::domain::recall::Grade;
use crate::view::assess;

/// What is being played, in front of the city.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nothing: the city and what is open in it.
    #[default]
    City,
    /// A floor.
    Floor(Visit),
    /// A level's wall.
    Wall(AtWall),
    /// The placement check.
    Check(Check),
    /// A page.
    Page(Page),
    /// A page of an assessment.
    Assess(assess::Page),
    /// The tour that is being recorded.
    Recording,
}

/// A visit to a floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Where.
    pub floor: FloorId,
    /// How far.
    pub at: At,
    /// What its questions are drawn by.
    pub seed: u64,
    /// The worst grade so far.
    pub grade: Option<Grade>,
    /// Which questions are asked, as places in the lesson's list.
    pub asks: Vec<usize>,
    /// The floors behind this one, on a walk.
    pub rest: Vec<FloorId>,
    /// Whether this is a walk.
    pub walks: bool,
}

/// How far a visit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// At the door, with the option that was chosen.
    Door(Option<usize>),
    /// Reading, in front of the claim.
    Read,
    /// Behind the claim: what breaks it.
    Learn,
    /// At a question, and whether its answer is shown.
    Recall(usize, bool),
    /// At the question of what breaks the claim, with the option that was chosen.
    Pick(Option<usize>),
    /// At the line in one's own words.
    Note,
    /// The floor has risen, or was recalled.
    Risen,
}

/// A visit to a wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtWall {
    /// Index of its level.
    pub level: usize,
    /// How far.
    pub step: WallStep,
    /// The claims that are asked.
    pub claims: Vec<FloorId>,
    /// What its questions are drawn by.
    pub seed: u64,
    /// How many were answered rightly.
    pub right: usize,
}

/// How far a visit to a wall is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WallStep {
    /// At the level's portrait.
    Portrait,
    /// At the claim of that place, with the option that was chosen.
    Claim(usize, Option<usize>),
    /// At the sum of what was unlearned.
    Sum,
    /// Behind it: the next level and what comes with it.
    Dawn,
}

/// The placement check: it closes in on the lowest level that one does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// All levels below are held.
    pub low: usize,
    /// This level and those above are not; the number of levels at first.
    pub high: usize,
    /// Claims of the level that is asked.
    pub claims: Vec<FloorId>,
    /// How many of them were answered rightly, and wrongly.
    pub score: (usize, usize),
    /// The option that was chosen; the one behind the last agrees with the claim.
    pub chosen: Option<usize>,
    /// What its questions are drawn by.
    pub seed: u64,
}

impl Check {
    /// The level that is asked.
    pub fn level(&self) -> usize {
        usize::midpoint(self.low, self.high)
    }

    /// The claim that is asked.
    pub fn claim(&self) -> Option<&FloorId> {
        self.claims.get(self.score.0 + self.score.1)
    }
}
