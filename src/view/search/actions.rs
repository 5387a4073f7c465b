//! What one can do from the search, by the names that it has elsewhere.

use crate::domain::content::Pack;
use crate::view::assess;
use crate::view::intent::{Intent, Step};
use crate::view::journey::{self, Action};
use crate::view::link::Share;
use crate::view::pictures;
use crate::view::present;
use crate::view::state::State;
use crate::view::words::Words;

/// Everything there is to do now: the recommended step first, then what the open floor and the journey offer.
pub fn actions(pack: &Pack, state: &State, words: &Words) -> Vec<Action> {
    let (next, _) = journey::advised(pack, state, words);
    let next = Action { label: words.with("action-next", &[("name", next.label.into())]), intent: next.intent };
    let everywhere = [
        ("action-next-level", Intent::NextLevel),
        ("action-previous-level", Intent::PreviousLevel),
        ("level-portrait", Intent::OpenItsLevel),
        ("action-settings", Intent::ToggleSettings),
        ("action-cities", Intent::ShowCities),
        ("action-share", Intent::Share(Share::Toggle)),
        ("action-help", Intent::ToggleHelp),
        ("action-legend", Intent::ToggleLegend),
        ("action-map", Intent::ToggleMap),
        ("action-list", Intent::ToggleList),
        ("action-home", Intent::Home),
        ("action-text-larger", Intent::StepText(Step::Next)),
        ("action-text-smaller", Intent::StepText(Step::Previous)),
    ];
    let everywhere = everywhere.map(|(name, intent)| Action { label: words.get(name), intent });
    let on_floor = state.open_floor(pack).map(|(_, floor)| journey::actions_on(pack, state, floor, words));
    let of_journey = assess::rows::menu(pack, state, words).into_iter().chain(journey::menu(state, words));
    let of_journey = of_journey.chain(journey::more(state, words));
    let back = crate::view::city::way_back(state, words);
    let first = back.into_iter().chain([next]).chain(on_floor.into_iter().flatten());
    let apart =
        present::choose::actions(pack, state, words).into_iter().chain(pictures::page::actions(pack, state, words));
    first.chain(everywhere).chain(of_journey).chain(apart).collect()
}
