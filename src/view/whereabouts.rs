//! Where the city is, for the page that has it in a frame: nothing of what anybody did, rated or wrote.

use super::journey::Stage;
use super::state::State;
use crate::domain::content::Pack;
use crate::domain::id::{BuildingId, FloorId, LevelId};
use crate::domain::save::Open;
use serde::Serialize;

/// Where the city is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Whereabouts {
    /// The id of the pack whose city is open.
    pub pack: String,
    /// The level that the city stands at.
    pub level: LevelId,
    /// The building that is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub building: Option<BuildingId>,
    /// The floor that is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor: Option<FloorId>,
    /// The tour that is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tour: Option<String>,
    /// The stop that it is at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop: Option<String>,
    /// Whether there is nothing to close: to whoever has come in from a page around, Esc is then the way out.
    pub at_rest: bool,
}

impl Whereabouts {
    /// Where the city of this state is.
    pub fn of(state: &State, pack: &Pack) -> Self {
        let show = state.show.as_ref();
        Self {
            pack: pack.id().to_owned(),
            level: pack.levels()[state.level].id.clone(),
            building: state.open_building(pack).map(|building| building.id.clone()),
            floor: state.open_floor(pack).map(|(_, floor)| floor.id.clone()),
            tour: show.map(|show| show.tour.id.clone()),
            stop: show.map(|show| show.stop().id.clone()),
            at_rest: state.open == Open::Nothing
                && state.stage == Stage::City
                && state.overlay.is_none()
                && state.search.is_none()
                && show.is_none(),
        }
    }

    /// As an object in JSON.
    pub fn to_json(&self) -> String {
        // Ids and a flag always serialize.
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs;
    use crate::view::{Intent, Words, reduce};

    fn after(intents: &[Intent]) -> String {
        let pack = packs::shipped(packs::FIRST).expect("the shipped pack is playable");
        let (mut state, words) = (State::default(), Words::english());
        for intent in intents {
            reduce(&mut state, intent, &pack, &words);
        }
        Whereabouts::of(&state, &pack).to_json()
    }

    #[test]
    fn a_city_at_rest_is_told_by_pack_and_level() {
        assert_eq!(after(&[Intent::NextLevel]), r#"{"pack":"beyond-vibe-coding","level":"l1","atRest":true}"#);
    }

    #[test]
    fn what_is_read_is_told_by_its_ids() {
        let floor = Intent::OpenFloor("auth/l1".parse().expect("a floor"));
        assert_eq!(
            after(&[floor]),
            r#"{"pack":"beyond-vibe-coding","level":"l0","building":"auth","floor":"auth/l1","atRest":false}"#
        );
    }

    #[test]
    fn with_something_to_close_there_is_no_rest() {
        for intent in [Intent::OpenSearch, Intent::ToggleHelp, Intent::ShowCities, Intent::OpenItsLevel] {
            assert!(after(std::slice::from_ref(&intent)).contains(r#""atRest":false"#), "{intent:?}");
            assert!(after(&[intent.clone(), Intent::Close]).contains(r#""atRest":true"#), "{intent:?}");
        }
    }
}
