//! What of a player's progress a link can hold, if its maker chooses so: which floors were raised and which walls were
//! passed. Never a name, a note, an answer, a time or a rating.

use crate::domain::content::Pack;
use crate::domain::id::{BuildingId, FloorId, LevelId, is_slug};
use crate::domain::progress::{FloorRecord, Mode, Raised, Record, Wall, rules};
use std::collections::BTreeSet;

/// Somebody's progress, as a link holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// The last of the levels from the ground up whose wall was passed.
    pub passed: Option<LevelId>,
    /// Floors that were raised.
    pub raised: BTreeSet<FloorId>,
}

impl Progress {
    /// What follows from a record; nothing if nothing was raised.
    pub fn of(pack: &Pack, record: &Record) -> Option<Self> {
        let raised = rules::lessons(pack).filter(|(_, floor, _)| rules::raised(pack, record, floor).is_some());
        let raised: BTreeSet<FloorId> = raised.map(|(_, floor, _)| floor.id.clone()).collect();
        let at = rules::level(pack, record).unwrap_or(pack.levels().len());
        let passed = at.checked_sub(1).map(|index| pack.levels()[index].id.clone());
        (!raised.is_empty()).then_some(Self { passed, raised })
    }

    /// The record of whoever has come so far, as far as the pack still knows of it.
    pub fn record(&self, pack: &Pack) -> Record {
        let raised = self.raised.iter().filter(|floor| pack.floor(floor).is_some());
        let floor = FloorRecord { raised: Some((Raised::Played, 0)), read: Some(0), ..FloorRecord::default() };
        let passed = self.passed.as_ref().and_then(|level| pack.level_index(level)).map_or(0, |index| index + 1);
        Record {
            floors: raised.map(|id| (id.clone(), floor.clone())).collect(),
            walls: pack.levels()[..passed].iter().map(|level| (level.id.clone(), Wall::Played)).collect(),
            mode: Mode::Journey,
            ..Record::default()
        }
    }

    /// The floors as a link writes them, such as `auth.l0.l1,frontend.l0`.
    pub(super) fn floors(&self) -> Option<String> {
        let mut text = String::new();
        let mut last: Option<&BuildingId> = None;
        for floor in &self.raised {
            if last != Some(&floor.building) {
                text.push_str(if last.is_none() { "" } else { "," });
                text.push_str(floor.building.as_str());
                last = Some(&floor.building);
            }
            text.push('.');
            text.push_str(floor.level.as_str());
        }
        (!text.is_empty()).then_some(text)
    }
}

/// Reads what [`Progress::floors`] writes.
pub(super) fn floors(text: &str) -> Option<BTreeSet<FloorId>> {
    let mut floors = BTreeSet::new();
    for building in text.split(',') {
        let mut ids = building.split('.').map(|id| is_slug(id).then_some(id));
        let building = BuildingId::new(ids.next()??);
        for level in ids {
            floors.insert(FloorId { building: building.clone(), level: LevelId::new(level?) });
        }
    }
    (!floors.is_empty()).then_some(floors)
}
