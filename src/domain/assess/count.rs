//! How many criteria are satisfied, of how many.

use super::rating::Score;
use super::sheet::Sheet;
use crate::domain::content::{Body, Building, Criterion, Floor, Pack};

/// How many criteria are satisfied, of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Rated at least as high as counts.
    pub satisfied: usize,
    /// With a score at all.
    pub rated: usize,
    /// Said not to have been observed.
    pub not_observed: usize,
    /// All there are.
    pub of: usize,
}

/// The criteria of a floor; none on a floor that is read.
pub fn on(floor: &Floor) -> &[Criterion] {
    match &floor.body {
        Body::Criteria(criteria) => criteria,
        Body::Lesson(_) | Body::Unwritten => &[],
    }
}

/// Every criterion with where it stands, in the order of the ladder.
pub fn criteria(pack: &Pack) -> impl Iterator<Item = (&Building, &Floor, &Criterion)> {
    pack.floors().flat_map(|(building, floor)| on(floor).iter().map(move |criterion| (building, floor, criterion)))
}

/// Counts some criteria.
pub fn count<'p>(criteria: impl IntoIterator<Item = &'p Criterion>, sheet: &Sheet, from: Score) -> Count {
    let mut count = Count::default();
    for criterion in criteria {
        count.of += 1;
        if let Some(rating) = sheet.rating(&criterion.id) {
            count.satisfied += usize::from(rating.satisfies(from));
            count.rated += usize::from(rating.score().is_some());
            count.not_observed += usize::from(rating.score().is_none());
        }
    }
    count
}

/// Counts the criteria of every level. A building without a floor at a level adds nothing to it.
pub fn levels(pack: &Pack, sheet: &Sheet, from: Score) -> Vec<Count> {
    let of = |level| criteria(pack).filter(move |(_, floor, _)| floor.level == level).map(|(.., criterion)| criterion);
    (0..pack.levels().len()).map(|level| count(of(level), sheet, from)).collect()
}

/// How many of so many criteria make up a share. A share such as 0.6 has no exact number: it is taken to a thousandth.
pub fn needed(share: f32, of: usize) -> usize {
    let thousandths = (f64::from(share) * 1000.0).round() as usize;
    (of * thousandths).div_ceil(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_is_the_packs_share_and_not_a_criterion_more() {
        assert_eq!([5, 10, 26, 36].map(|of| needed(0.6, of)), [3, 6, 16, 22]);
        assert_eq!((needed(1.0, 7), needed(0.0, 7), needed(0.6, 0)), (7, 0, 0));
    }
}
