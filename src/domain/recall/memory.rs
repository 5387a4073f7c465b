//! What a series of reviews has left in memory.

use rs_fsrs::{Parameters, Rating};
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

impl From<Grade> for Rating {
    fn from(grade: Grade) -> Self {
        match grade {
            Grade::Again => Self::Again,
            Grade::Hard => Self::Hard,
            Grade::Good => Self::Good,
            Grade::Easy => Self::Easy,
        }
    }
}

/// What reviews, oldest first, have left; nothing without a review.
pub fn memory(reviews: &[Review]) -> Option<Memory> {
    let scheduler = Parameters::default();
    reviews.iter().fold(None, |before, review| Some(reviewed(&scheduler, before, *review)))
}

/// The memory after one more review, as FSRS has it; a second look on the same day counts less.
fn reviewed(scheduler: &Parameters, before: Option<Memory>, Review { at, grade }: Review) -> Memory {
    let rating = Rating::from(grade);
    let Some(before) = before else {
        let (stability, difficulty) = (scheduler.init_stability(rating), scheduler.init_difficulty(rating));
        return Memory { stability: stability as f32, difficulty: difficulty as f32, last: at };
    };
    let (stability, difficulty) = (f64::from(before.stability), f64::from(before.difficulty));
    let recall = f64::from(predicted(&before, at));
    let stability = if at.saturating_sub(before.last) < SECONDS_A_DAY {
        scheduler.short_term_stability(stability, rating)
    } else if grade == Grade::Again {
        // Who forgets does not remember longer for it.
        scheduler.next_forget_stability(difficulty, stability, recall).min(stability)
    } else {
        scheduler.next_recall_stability(difficulty, stability, recall, rating)
    };
    let stability = stability.clamp(SHORTEST_DAYS, f64::from(scheduler.maximum_interval));
    let difficulty = scheduler.next_difficulty(difficulty, rating);
    Memory { stability: stability as f32, difficulty: difficulty as f32, last: at.max(before.last) }
}

/// Nothing is forgotten faster, in days.
const SHORTEST_DAYS: f64 = 0.01;

/// How likely it is recalled at `now`, from 0 to 1.
pub fn predicted(memory: &Memory, now: u64) -> f32 {
    let days = now.saturating_sub(memory.last) as f64 / SECONDS_A_DAY as f64;
    Parameters::forgetting_curve(days, memory.stability.into()) as f32
}

/// When it is due, in seconds since 1970: as soon as the prediction falls below `percent`.
pub fn due_at(memory: &Memory, percent: u8) -> u64 {
    let percent = percent.clamp(*RETENTION_PERCENT.start(), *RETENTION_PERCENT.end());
    // The forgetting curve, solved for time. The crate's own interval is rounded to whole days.
    let share = (f64::from(percent) / 100.0).powf(1.0 / Parameters::DECAY) - 1.0;
    let days = f64::from(memory.stability) / Parameters::FACTOR * share;
    memory.last.saturating_add((days.max(0.0) * SECONDS_A_DAY as f64) as u64)
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
