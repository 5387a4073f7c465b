//! What the windows of a floor say about its reader.

use super::state::State;
use crate::domain::id::FloorId;

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

/// The windows of a floor.
pub fn of(state: &State, floor: &FloorId) -> Windows {
    if state.read.contains(floor) { Windows::Lit } else { Windows::Dark }
}

#[cfg(test)]
mod tests {
    use super::*;
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
}
