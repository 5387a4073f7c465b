//! What a storey says about its reader: by its windows, and by a scaffold around it.

use super::journey::scaffolds;
use super::state::State;
use crate::domain::content::{Building, Pack, Storey, storeys};
use crate::domain::id::FloorId;
use crate::domain::recall::{due_at, memory};

/// How the windows of a floor look. Each differs in form as well as in light, so that no state is color alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Windows {
    /// Shuttered: not read yet.
    #[default]
    Dark,
    /// Lit: read.
    Lit,
    /// Warm, with flowers: recalled.
    Warm,
    /// Blinds half down: due for another look.
    Dim,
}

/// What a storey says about its reader.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Traces {
    /// How its windows look.
    pub windows: Windows,
    /// Whether it stands behind a scaffold.
    pub scaffold: bool,
    /// Whether it is part of a target of who rates, and still to come.
    pub wanted: bool,
    /// Whether nothing but its frame is there, even where a floor stands on it: by its ratings it is not topped.
    pub bare: bool,
}

/// What the storeys of a building say, from the ground up.
pub fn traces(pack: &Pack, state: &State, building: &Building) -> Vec<Traces> {
    let scaffolds = scaffolds(pack, state, building);
    let of = |storey: &Storey| match storey {
        Storey::Bare { .. } => Traces::default(),
        Storey::Floor(floor) => {
            let id = &building.floors[*floor].id;
            let rated = state.assess.floor(id).filter(|_| state.show.is_none());
            Traces {
                windows: of(state, id),
                scaffold: scaffolds.get(*floor).copied().unwrap_or_default(),
                wanted: rated.is_some_and(|rated| rated.wanted),
                bare: rated.is_some_and(|rated| !rated.topped),
            }
        }
    };
    storeys(building).iter().map(of).collect()
}

/// The windows of a floor.
pub fn of(state: &State, floor: &FloorId) -> Windows {
    if state.show.is_some() {
        // A room is no reader.
        return Windows::Lit;
    }
    if let Some(rated) = state.assess.floor(floor) {
        return rated.windows;
    }
    let floor = state.record.floor(floor);
    match memory(&floor.reviews) {
        Some(memory) if due_at(&memory, state.settings.retention_percent) <= state.now => Windows::Dim,
        Some(_) if floor.is_recalled() => Windows::Warm,
        _ if floor.read.is_some() || floor.raised.is_some() => Windows::Lit,
        _ => Windows::Dark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::{Act, Deed};
    use crate::domain::recall::Grade;
    use crate::packs;
    use crate::view::{Intent, Words, reduce};

    #[test]
    fn a_floor_that_was_opened_is_lit_and_stays_so() {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        let (mut state, floor) = (State::default(), pack.buildings()[0].floors[0].id.clone());
        assert_eq!(of(&state, &floor), Windows::Dark);
        for intent in [Intent::OpenFloor(floor.clone()), Intent::Close] {
            reduce(&mut state, &intent, &pack, &Words::english());
        }
        assert_eq!(of(&state, &floor), Windows::Lit);
    }

    #[test]
    fn a_floor_that_was_recalled_is_warm_until_it_is_due() {
        let (mut state, floor): (State, FloorId) = (State::default(), "auth/l0".parse().expect("a floor"));
        state.now = 1_800_000_000;
        state.add(Deed::Floor(floor.clone(), Act::Recalled(Grade::Good)));
        assert_eq!(of(&state, &floor), Windows::Warm);
        state.now += 30 * 86_400;
        assert_eq!(of(&state, &floor), Windows::Dim);
        state.add(Deed::Floor(floor.clone(), Act::Recalled(Grade::Again)));
        assert_eq!(of(&state, &floor), Windows::Warm, "it was known once, and is fresh again for a while");
    }
}
