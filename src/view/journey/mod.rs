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
pub use view::{actions_on, advised, menu, on_key, stage_view};

use super::state::State;
use crate::domain::content::Pack;
use crate::domain::id::FloorId;
use crate::domain::progress::rules;
use std::collections::BTreeSet;

/// The floors that stand in the city, in either way to play.
pub fn risen_floors(pack: &Pack, state: &State) -> BTreeSet<FloorId> {
    let risen = pack.floors().filter(|(_, floor)| rules::stands(pack, &state.record, floor, state.level));
    risen.map(|(_, floor)| floor.id.clone()).collect()
}

/// The floors behind a scaffold: raised as read, or by the placement check, and not recalled yet.
pub fn scaffolded_floors(pack: &Pack, state: &State) -> BTreeSet<FloorId> {
    let behind = rules::lessons(pack).filter(|(_, floor, _)| rules::has_scaffold(pack, &state.record, floor));
    behind.map(|(_, floor, _)| floor.id.clone()).collect()
}
