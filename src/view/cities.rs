//! All cities that can be chosen, and what was done in each.

use super::intent::Intent;
use super::journey::Action;
use super::state::State;
use super::words::Words;
use crate::domain::content::{Card, Origin, Pack};
use crate::domain::progress::Record;

/// The longest name of a city, in characters.
pub const NAME_CHARS: usize = 60;

/// The choice of a city.
#[derive(Debug, Clone, PartialEq)]
pub struct CitiesView {
    /// The cities.
    pub rows: Vec<CityRow>,
    /// What can be brought, and how.
    pub hint: String,
    /// The button that does so.
    pub pick: Action,
}

/// A city that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct CityRow {
    /// Its name.
    pub title: String,
    /// What it is.
    pub summary: String,
    /// Its levels, such as "Learning, Building, Leading".
    pub ladder: String,
    /// How large it is.
    pub size: String,
    /// What was done there.
    pub done: String,
    /// From where it is, unless it came with the game; or why it cannot be entered.
    pub note: Option<String>,
    /// Whether it is the one that is open.
    pub open: bool,
    /// What entering it wants; nothing if it cannot be entered.
    pub choose: Option<Action>,
    /// What one can do with it besides.
    pub actions: Vec<Action>,
    /// A line to write its name in: its label, and what writing wants, with the text in place of `{value}`.
    pub name: Option<(String, String)>,
}

/// The choice as one sees it.
pub fn view(pack: &Pack, state: &State, words: &Words) -> CitiesView {
    CitiesView {
        rows: state.cities.iter().map(|card| row(card, pack, state, words)).collect(),
        hint: words.get("cities-hint"),
        pick: Action { label: words.get("action-pick-file"), intent: Intent::PickFile },
    }
}

fn row(card: &Card, pack: &Pack, state: &State, words: &Words) -> CityRow {
    let open = card.id == pack.id();
    let action = |name: &str, intent| Action { label: words.get(name), intent };
    let enter = action(if open { "action-stay" } else { "action-enter-city" }, Intent::ChooseCity(card.id.clone()));
    let names: Vec<&str> = card.levels.iter().map(|(_, name)| name.as_str()).collect();
    let size = [
        ("levels", card.levels.len().into()),
        ("buildings", card.buildings.len().into()),
        ("floors", card.floors.into()),
    ];
    let is_mine = card.origin == Origin::Imported;
    let origin = match card.origin {
        Origin::Shipped => None,
        Origin::Imported => Some(words.get("city-imported")),
        Origin::Draft => Some(words.get("city-draft")),
    };
    let fault = card.fault.as_ref().map(|fault| words.with("fault-pack", &[("finding", fault.as_str().into())]));
    let asked = state.removing.as_ref() == Some(&card.id);
    let actions = if is_mine {
        let remove = if asked { "action-remove-city-now" } else { "action-remove-city" };
        vec![
            action("action-export-city", Intent::ExportCity(card.id.clone())),
            action(remove, Intent::RemoveCity(card.id.clone())),
        ]
    } else {
        Vec::new()
    };
    CityRow {
        title: card.title.clone(),
        summary: card.summary.clone(),
        ladder: names.join(", "),
        size: words.with("city-size", &size),
        done: done(card, pack, state, words),
        note: if asked { Some(words.get("city-remove-question")) } else { fault.or(origin) },
        open,
        choose: card.fault.is_none().then_some(enter),
        actions,
        name: is_mine.then(|| {
            let wants = Intent::RenameCity(card.id.clone(), "{value}".to_owned()).to_text();
            (words.get("city-name"), wants)
        }),
    }
}

/// What was done in a city: the level at which one stands there, and how much was read and raised.
fn done(card: &Card, pack: &Pack, state: &State, words: &Words) -> String {
    let kept = state.profiles.get(&state.profile).and_then(|cities| cities.get(&card.id));
    let (level, record) = if card.id == pack.id() {
        (Some(pack.levels()[state.level].id.clone()), state.record.clone())
    } else {
        (kept.and_then(|city| city.level.clone()), kept.map(|city| Record::of(&city.log)).unwrap_or_default())
    };
    let read = record.floors.values().filter(|floor| floor.read.is_some()).count();
    let raised = record.floors.values().filter(|floor| floor.raised.is_some()).count();
    let name = card.levels.iter().find(|(id, _)| Some(id) == level.as_ref()).map(|(_, name)| name.as_str());
    match name {
        Some(name) => {
            words.with("city-done", &[("level", name.into()), ("read", read.into()), ("raised", raised.into())])
        }
        None => words.get("city-untouched"),
    }
}

/// A name as it is kept: short, and without what nobody can type. Nothing if nothing is left of it.
pub fn named(name: &str) -> Option<String> {
    let name: String = name.trim().chars().filter(|c| !c.is_control()).take(NAME_CHARS).collect();
    (!name.is_empty()).then_some(name)
}
