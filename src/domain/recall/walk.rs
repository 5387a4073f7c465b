//! What is due, in the order of the streets.

use super::memory::{due_at, memory};
use crate::domain::content::{Building, Floor, Pack};
use crate::domain::progress::rules::lessons;
use crate::domain::progress::{FloorRecord, Record};

/// The most floors that one walk leads past. What is left is due tomorrow as well, and nobody counts it.
pub const MOST: usize = 10;

/// Whether a floor is due at `now`: it was recalled before, and the prediction has fallen below `percent`.
pub fn is_due(floor: &FloorRecord, now: u64, percent: u8) -> bool {
    memory(&floor.reviews).is_some_and(|memory| due_at(&memory, percent) <= now)
}

/// Every floor that is due, in the order of the streets.
pub fn due<'p>(
    pack: &'p Pack,
    record: &Record,
    now: u64,
    percent: u8,
) -> impl Iterator<Item = (&'p Building, &'p Floor)> {
    lessons(pack)
        .filter(move |(_, floor, _)| is_due(record.floor(&floor.id), now, percent))
        .map(|(building, floor, _)| (building, floor))
}
