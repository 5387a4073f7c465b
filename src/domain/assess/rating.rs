//! What one says about a criterion.

use serde::{Deserialize, Serialize};

/// A step of a pack's scale, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// The highest score that any scale can have: a digit is its key.
    pub const MOST: u8 = 9;

    /// The lowest.
    pub const LOWEST: Self = Self(1);

    /// The score of that number, if there is one.
    pub fn new(number: u8) -> Option<Self> {
        (1..=Self::MOST).contains(&number).then_some(Self(number))
    }

    /// Its number.
    pub fn number(self) -> u8 {
        self.0
    }
}

/// What one says about a criterion. There is no default: a criterion that nobody rated has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Rating {
    /// There was nothing to be seen of it. That is not the same as a low score.
    NotObserved,
    /// So far.
    At(Score),
}

/// The number is no rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no rating: expected 0 for not observed, or a score from 1 to 9")]
pub struct NotARating(u8);

impl Rating {
    /// A rating with this score, or none observed for 0.
    pub fn new(number: u8) -> Option<Self> {
        if number == 0 { Some(Self::NotObserved) } else { Score::new(number).map(Self::At) }
    }

    /// The score, if something was observed.
    pub fn score(self) -> Option<Score> {
        match self {
            Self::NotObserved => None,
            Self::At(score) => Some(score),
        }
    }

    /// The score, or 0 for not observed.
    pub fn number(self) -> u8 {
        self.score().map_or(0, Score::number)
    }

    /// Whether it counts as satisfied where `from` is the lowest score that does.
    pub fn satisfies(self, from: Score) -> bool {
        self.score().is_some_and(|score| score >= from)
    }
}

impl TryFrom<u8> for Rating {
    type Error = NotARating;

    fn try_from(number: u8) -> Result<Self, NotARating> {
        Self::new(number).ok_or(NotARating(number))
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.number()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_observed_is_no_low_score() {
        let from = Score::new(1).expect("a score");
        assert!(!Rating::NotObserved.satisfies(from), "it satisfies nothing");
        assert_eq!(Rating::NotObserved.score(), None, "and counts as no score at all");
    }

    #[test]
    fn at_least_four_counts_as_satisfied() {
        let four = Score::new(4).expect("a score");
        let satisfied: Vec<u8> = (0..=5).filter(|n| Rating::new(*n).is_some_and(|r| r.satisfies(four))).collect();
        assert_eq!(satisfied, [4, 5]);
    }

    #[test]
    fn only_digits_are_ratings() {
        assert_eq!(Rating::new(10), None);
        assert!((0..=9).all(|number| Rating::new(number).map(Rating::number) == Some(number)));
    }
}
