//! The rules of the journey, as functions of a pack and a record.

use super::event::{Mode, Raised};
use super::record::Record;
use crate::domain::content::{Body, Building, District, Floor, Lesson, Pack};

/// What a floor teaches, if it is one that can be played.
pub fn lesson(floor: &Floor) -> Option<&Lesson> {
    match &floor.body {
        Body::Lesson(lesson) => Some(lesson),
        Body::Criteria(_) | Body::Unwritten => None,
    }
}

/// Every floor that can be played, in the order of the streets.
pub fn lessons(pack: &Pack) -> impl Iterator<Item = (&Building, &Floor, &Lesson)> {
    pack.floors().filter_map(|(building, floor)| Some((building, floor, lesson(floor)?)))
}

/// How a floor was raised, if it was: in play, as read, or by the placement check, which counts as read.
pub fn raised(pack: &Pack, record: &Record, floor: &Floor) -> Option<Raised> {
    let placed = record.placed.as_ref().and_then(|level| pack.level_index(level)).unwrap_or(0);
    let reported = (floor.level < placed).then_some(Raised::Read);
    record.floor(&floor.id).raised.map(|(raised, _)| raised).or(reported)
}

/// Whether a floor stands behind a scaffold: raised, but nobody has recalled it yet.
pub fn has_scaffold(pack: &Pack, record: &Record, floor: &Floor) -> bool {
    raised(pack, record, floor) == Some(Raised::Read) && !record.floor(&floor.id).is_recalled()
}

/// Whether a floor stands in the city that is shown at `level`. On the journey a floor stands when it was raised; what
/// cannot be played stands with its level.
pub fn stands(pack: &Pack, record: &Record, floor: &Floor, level: usize) -> bool {
    match record.mode {
        Mode::Journey if lesson(floor).is_some() => raised(pack, record, floor).is_some(),
        Mode::Explore | Mode::Journey => floor.level <= level,
    }
}

/// Whether a building is founded in the city that is shown at `level`: its level has come, or something of it was raised
/// ahead of its level, or before the level was stepped back.
pub fn is_founded(pack: &Pack, record: &Record, building: &Building, level: usize) -> bool {
    building.stands_at(level)
        || (record.mode == Mode::Journey
            && building.floors.iter().any(|floor| lesson(floor).is_some() && raised(pack, record, floor).is_some()))
}

/// Whether a district has cleared its wood: its level has come, or one of its buildings stands.
pub fn is_cleared(pack: &Pack, record: &Record, district: &District, level: usize) -> bool {
    let stands = |building| is_founded(pack, record, building, level);
    district.founded <= level || (record.mode == Mode::Journey && pack.buildings_of(district).iter().any(stands))
}

/// Whether everything stands that the wall of a level waits for.
pub fn wall_is_met(pack: &Pack, record: &Record, level: usize) -> bool {
    missing(pack, record, level).next().is_none()
}

/// What the wall of a level still waits for.
pub fn missing<'p>(
    pack: &'p Pack,
    record: &'p Record,
    level: usize,
) -> impl Iterator<Item = (&'p Building, &'p Floor)> {
    let of_level = lessons(pack).filter(move |(_, floor, _)| floor.level == level);
    let missing =
        of_level.filter(|(_, floor, _)| raised(pack, record, floor).is_none() && !record.floor(&floor.id).left_out);
    missing.map(|(building, floor, _)| (building, floor))
}

/// The level that the journey is at: the first whose wall is still to be passed. `None` behind the last.
pub fn level(pack: &Pack, record: &Record) -> Option<usize> {
    let placed = record.placed.as_ref().and_then(|level| pack.level_index(level)).unwrap_or(0);
    (placed..pack.levels().len()).find(|index| !record.walls.contains_key(&pack.levels()[*index].id))
}
