//! How floors become storeys: a number that the source skips is an open storey of bare frame.

use super::pack::Building;

/// One storey of a tower, counted from the ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Storey {
    /// The floor at this index of the building.
    Floor(usize),
    /// A skipped number: bare frame, raised together with the floor above it.
    Bare {
        /// Index of the level that raises the floor above.
        level: usize,
    },
}

impl Storey {
    /// Index of the level that raises this storey.
    pub fn level(self, building: &Building) -> usize {
        match self {
            Self::Floor(index) => building.floors[index].level,
            Self::Bare { level } => level,
        }
    }
}

/// All storeys of a building when it is complete, from the ground up.
///
/// ```text
/// numbers 0 1 2 3 5  ->  floor floor floor floor bare floor
/// numbers 0 2 2      ->  floor bare floor floor
/// number  3          ->  bare bare bare floor
/// ```
pub fn storeys(building: &Building) -> Vec<Storey> {
    let mut storeys = Vec::new();
    for (index, floor) in building.floors.iter().enumerate() {
        while storeys.len() < floor.storey {
            storeys.push(Storey::Bare { level: floor.level });
        }
        storeys.push(Storey::Floor(index));
    }
    storeys
}

/// How many of the storeys have risen at a level: those of its floors, and the bare ones below them.
pub fn risen(building: &Building, level: usize) -> usize {
    building.top_floor_at(level).map_or(0, |floor| floor.storey + 1)
}

/// The storey on which each floor stands, given their numbers in order.
///
/// A floor stands at its number, or directly on the floor before it where two share a number.
pub(super) fn positions(numbers: impl IntoIterator<Item = u32>) -> Vec<usize> {
    let mut next = 0;
    numbers
        .into_iter()
        .map(|number| {
            let at = next.max(number as usize);
            next = at + 1;
            at
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(numbers: &[u32], expected: &[usize]) {
        assert_eq!(positions(numbers.iter().copied()), expected);
    }

    #[test]
    fn floors_stand_at_their_number_and_never_in_one_place() {
        check(&[0, 1, 2], &[0, 1, 2]);
        check(&[0, 1, 2, 3, 5], &[0, 1, 2, 3, 5]);
        check(&[0, 2, 2], &[0, 2, 3]);
        check(&[3], &[3]);
        check(&[], &[]);
    }
}
