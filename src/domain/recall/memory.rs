//! What a series of reviews has left in memory.

use fsrs::{DEFAULT_PARAMETERS, FSRS, FSRS6_DEFAULT_DECAY, FSRSItem, FSRSReview, MemoryState, current_retrievability};
use serde::{Deserialize, Serialize};

/// The shares of recalled floors that one can aim at, in percent.
pub const RETENTION_PERCENT: std::ops::RangeInclusive<u8> = 80..=95;

const SECONDS_A_DAY: u64 = 86_400;

/// How well something was recalled, by the player's own judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Not at all.
    #[serde(rename = "a")]
    Again,
    /// With effort.
    #[serde(rename = "h")]
    Hard,
    /// As one should.
    #[serde(rename = "g")]
    Good,
    /// At once.
    #[serde(rename = "e")]
    Easy,
}

/// One time that something was recalled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Review {
    /// Seconds since 1970.
    pub at: u64,
    /// How well.
    pub grade: Grade,
}

/// What the reviews have left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// Days until nine of ten would still recall it.
    pub stability: f32,
    /// From 1, easy, to 10.
    pub difficulty: f32,
    /// The last review, in seconds since 1970.
    pub last: u64,
}

/// What reviews, oldest first, have left; nothing without a review.
pub fn memory(reviews: &[Review]) -> Option<Memory> {
    let last = reviews.last()?.at;
    let before = reviews.first().into_iter().chain(reviews).map(|review| review.at);
    let item = reviews.iter().zip(before).map(|(review, before)| FSRSReview {
        rating: match review.grade {
            Grade::Again => 1,
            Grade::Hard => 2,
            Grade::Good => 3,
            Grade::Easy => 4,
        },
        delta_t: u32::try_from(review.at.saturating_sub(before) / SECONDS_A_DAY).unwrap_or(u32::MAX),
    });
    let scheduler = FSRS::new(&DEFAULT_PARAMETERS).ok()?;
    let MemoryState { stability, difficulty } =
        scheduler.memory_state(FSRSItem { reviews: item.collect() }, None).ok()?;
    Some(Memory { stability, difficulty, last })
}

/// How likely it is recalled at `now`, from 0 to 1.
pub fn predicted(memory: &Memory, now: u64) -> f32 {
    let days = now.saturating_sub(memory.last) as f32 / SECONDS_A_DAY as f32;
    let state = MemoryState { stability: memory.stability, difficulty: memory.difficulty };
    current_retrievability(state, days, FSRS6_DEFAULT_DECAY)
}

/// When it is due, in seconds since 1970: as soon as the prediction falls below `percent`.
pub fn due_at(memory: &Memory, percent: u8) -> u64 {
    let percent = percent.clamp(*RETENTION_PERCENT.start(), *RETENTION_PERCENT.end());
    let scheduler = FSRS::new(&DEFAULT_PARAMETERS).unwrap_or_default();
    let days = scheduler.next_interval(Some(memory.stability), f32::from(percent) / 100.0, 3);
    memory.last.saturating_add((f64::from(days.max(0.0)) * SECONDS_A_DAY as f64) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DAY: u64 = SECONDS_A_DAY;

    fn reviews(graded: &[(u64, Grade)]) -> Vec<Review> {
        graded.iter().map(|(day, grade)| Review { at: day * DAY, grade: *grade }).collect()
    }

    fn stability(graded: &[(u64, Grade)]) -> f32 {
        memory(&reviews(graded)).expect("it was reviewed").stability
    }

    #[test]
    fn nothing_is_remembered_of_what_was_never_recalled() {
        assert_eq!(memory(&[]), None);
    }

    #[test]
    fn a_better_grade_lasts_longer() {
        let first = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy].map(|grade| stability(&[(0, grade)]));
        assert!(first.is_sorted_by(|a, b| a < b), "{first:?}");
    }

    #[test]
    fn recalling_in_time_makes_it_last_and_failing_shortens_it() {
        let once = stability(&[(0, Grade::Good)]);
        let twice = stability(&[(0, Grade::Good), (3, Grade::Good)]);
        assert!(twice > 2.0 * once, "{once} {twice}");
        assert!(stability(&[(0, Grade::Good), (3, Grade::Good), (14, Grade::Again)]) < twice);
    }

    #[test]
    fn the_prediction_falls_with_time_and_meets_the_due_date() {
        let memory = memory(&reviews(&[(100, Grade::Good), (103, Grade::Good)])).expect("reviewed");
        assert!((predicted(&memory, memory.last) - 1.0).abs() < 1e-6);
        for percent in [80u8, 90, 95] {
            let at_due = predicted(&memory, due_at(&memory, percent));
            assert!((at_due - f32::from(percent) / 100.0).abs() < 0.005, "{percent} {at_due}");
        }
        assert!(due_at(&memory, 95) < due_at(&memory, 90));
    }

    #[test]
    fn a_clock_that_was_set_back_does_no_harm() {
        let memory = memory(&[Review { at: 10 * DAY, grade: Grade::Good }, Review { at: 2 * DAY, grade: Grade::Good }]);
        let memory = memory.expect("reviewed");
        assert!(predicted(&memory, 0) <= 1.0);
    }

    proptest! {
        #[test]
        fn any_reviews_at_any_time_give_a_prediction(
            times in prop::collection::vec((any::<u64>(), 0..4usize), 1..30),
            now: u64,
            percent: u8,
        ) {
            let grade = |index: usize| [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy][index];
            let mut reviews: Vec<_> =
                times.into_iter().map(|(at, index)| Review { at, grade: grade(index) }).collect();
            reviews.sort_by_key(|review| review.at);
            if let Some(memory) = memory(&reviews) {
                prop_assert!((0.0..=1.0).contains(&predicted(&memory, now)));
                prop_assert!(due_at(&memory, percent) >= memory.last);
            }
        }
    }
}
