//! The journey: floors that rise because the player did something with their head.
//!
//! [`Stage`] says what is being played, [`Play`] what one can want there, `reduce` how one changes the other, and
//! [`StageView`] what one sees of it, for panels and mirror alike.

pub mod advice;
pub mod blocks;
pub mod pages;
pub mod play;
pub mod quiz;
pub mod reduce;
pub mod stage;
pub mod view;

pub use advice::{Advice, Reason, advice};
pub use blocks::{Action, Block, Calibration, Choosable, Columns, StageView, Verdict};
pub use play::{Page, Play, Reset};
pub use stage::{At, AtWall, Check, Stage, Visit, WallStep};
pub use view::{actions_on, advised, menu, more, on_key, stage_view};

use super::assess;
use super::state::State;
use crate::domain::content::storey::risen;
use crate::domain::content::{Building, Floor, Pack};
use crate::domain::id::{FloorId, LevelId};
use crate::domain::progress::{Mode, rules};
use std::collections::BTreeSet;

/// The one message or the other: on the journey a floor rises by play, in Explore it stands already.
pub fn by_mode(state: &State, journey: &'static str, explore: &'static str) -> &'static str {
    match state.record.mode {
        Mode::Journey => journey,
        Mode::Explore => explore,
    }
}

/// The floors that stand in the city, in either way to play.
pub fn risen_floors(pack: &Pack, state: &State) -> BTreeSet<FloorId> {
    let risen = pack.floors().filter(|(_, floor)| assess::stands(pack, state, floor));
    risen.map(|(_, floor)| floor.id.clone()).collect()
}

/// How many storeys of a building stand, from the ground up; `None` before it is founded. On the journey a tower has as
/// many floors as were raised, in whichever order: a floor never hangs in the air above one that is still to come. In a
/// ladder a topped floor stands at its own height, and those below it that are not topped as bare frame.
pub fn storeys_standing(pack: &Pack, state: &State, building: &Building) -> Option<usize> {
    let up_to = |floor: Option<&Floor>| floor.map_or(0, |floor| floor.storey + 1);
    let mut standing = building.floors.iter().filter(|floor| assess::stands(pack, state, floor));
    state.has_founded(pack, building).then(|| match state.mode() {
        _ if state.show.is_none() && state.assess.standing.is_some() => up_to(standing.next_back()),
        Mode::Explore => risen(building, state.level),
        Mode::Journey => up_to(standing.count().checked_sub(1).map(|top| &building.floors[top])),
    })
}

/// Which floors of a building show a scaffold, from the ground up. On the journey these are the storeys that stand, as
/// above: whatever was raised first stands lowest.
pub fn scaffolds(pack: &Pack, state: &State, building: &Building) -> Vec<bool> {
    if state.show.is_some() {
        return Vec::new();
    }
    let record = &state.record;
    let stands = |floor: &&Floor| record.mode == Mode::Explore || rules::stands(pack, record, floor, state.level);
    let standing = building.floors.iter().filter(stands);
    standing.map(|floor| rules::has_scaffold(pack, record, floor)).collect()
}

/// What decides which floors stand. As long as it stays the same, so does the city.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ascent {
    /// Index of the level.
    pub level: usize,
    /// How the city is played.
    pub mode: Mode,
    placed: Option<LevelId>,
    raised: Vec<FloorId>,
    topped: Option<Vec<FloorId>>,
}

impl Ascent {
    /// As a state has it. Its cost grows with what was played, not with the city.
    pub fn of(state: &State) -> Self {
        let record = &state.record;
        let topped = if state.show.is_some() { None } else { state.assess.topped() };
        let ascent = Self { level: state.level, mode: state.mode(), topped, ..Self::default() };
        if ascent.mode == Mode::Explore {
            return ascent;
        }
        let raised = record.floors.iter().filter(|(_, floor)| floor.raised.is_some());
        Self { placed: record.placed.clone(), raised: raised.map(|(id, _)| id.clone()).collect(), ..ascent }
    }
}

/// The floors behind a scaffold: raised as read, or by the placement check, and not recalled yet.
pub fn scaffolded_floors(pack: &Pack, state: &State) -> BTreeSet<FloorId> {
    let behind = rules::lessons(pack).filter(|(_, floor, _)| rules::has_scaffold(pack, &state.record, floor));
    behind.map(|(_, floor, _)| floor.id.clone()).collect()
}
