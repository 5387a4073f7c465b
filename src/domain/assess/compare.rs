//! Two people's ratings of one person, side by side.

use super::count::criteria;
use super::rating::Rating;
use super::sheet::Sheet;
use crate::domain::content::{Criterion, Floor, Pack};

/// From this difference on the two read the definition together.
pub const READ_TOGETHER: u8 = 2;

/// A criterion with what two people say about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair<'p> {
    /// The floor that it stands on.
    pub floor: &'p Floor,
    /// The criterion.
    pub criterion: &'p Criterion,
    /// What each says.
    pub ratings: [Option<Rating>; 2],
    /// How far apart they are.
    pub difference: Difference,
}

/// How far two ratings are apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// Nobody has said anything.
    Unrated,
    /// The same.
    Equal,
    /// A step.
    Near,
    /// One of the two has not rated it, or saw nothing of it.
    OneSided,
    /// Two steps or more: read the definition together.
    Far(u8),
}

/// How far two ratings are apart.
pub fn difference(ratings: [Option<Rating>; 2]) -> Difference {
    match ratings.map(|rating| rating.map(Rating::score)) {
        [None, None] => Difference::Unrated,
        [one, other] if one == other => Difference::Equal,
        [Some(Some(one)), Some(Some(other))] => match one.number().abs_diff(other.number()) {
            steps if steps >= READ_TOGETHER => Difference::Far(steps),
            _ => Difference::Near,
        },
        _ => Difference::OneSided,
    }
}

/// Every criterion of the ladder with what two sheets say, in its order.
pub fn compare<'p>(pack: &'p Pack, one: &Sheet, other: &Sheet) -> Vec<Pair<'p>> {
    let pair = |(_, floor, criterion): (_, &'p Floor, &'p Criterion)| {
        let ratings = [one.rating(&criterion.id), other.rating(&criterion.id)];
        Pair { floor, criterion, ratings, difference: difference(ratings) }
    };
    criteria(pack).map(pair).collect()
}
