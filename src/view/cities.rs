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
    /// Two of them side by side, if one wants to see them so.
    pub beside: Option<Beside>,
    /// What can be brought and how, and the button that does so; a visitor brings nothing.
    pub bring: Option<(String, Action)>,
}

/// The open city and another one, level by level.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// The names of both.
    pub titles: [String; 2],
    /// What they are about, and then their levels from the lowest up: what it is, and how both have it.
    pub rows: Vec<(String, [String; 2])>,
    /// Back to all cities.
    pub back: Action,
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
    /// What was done there; nothing if nobody can go there.
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
        beside: beside(pack, state, words),
        rows: state.cities.iter().map(|card| row(card, pack, state, words)).collect(),
        bring: state.visitor.is_none().then(|| {
            let pick = Action { label: words.get("action-pick-file"), intent: Intent::PickFile };
            (words.get("cities-hint"), pick)
        }),
    }
}

fn row(card: &Card, pack: &Pack, state: &State, words: &Words) -> CityRow {
    let open = card.id == pack.id();
    let action = |name: &str, intent| Action { label: words.get(name), intent };
    let enter = action(if open { "action-stay" } else { "action-enter-city" }, Intent::ChooseCity(card.id.clone()));
    let names: Vec<&str> = card.levels.iter().map(|level| level.name.as_str()).collect();
    let size = [
        ("levels", card.levels.len().into()),
        ("buildings", card.buildings.len().into()),
        ("floors", card.floors.into()),
    ];
    let (is_mine, is_brought) = (card.origin == Origin::Imported, card.origin.is_brought());
    let origin = match card.origin {
        Origin::Imported => Some(words.get("city-imported")),
        Origin::Draft => Some(words.get("city-draft")),
        Origin::Shipped | Origin::Damaged => None,
    };
    let fault = card.fault.as_ref().map(|fault| match card.origin {
        Origin::Damaged => words.with("city-damaged", &[("reason", fault.as_str().into())]),
        _ => words.with("fault-pack", &[("finding", fault.as_str().into())]),
    });
    let asked = state.removing.as_ref() == Some(&card.id);
    let remove = if asked { "action-remove-city-now" } else { "action-remove-city" };
    let offered = [
        (!open && card.fault.is_none(), "action-compare", Intent::CompareCity(card.id.clone())),
        (card.report.is_some(), "action-report", Intent::ShowReport(card.id.clone())),
        (is_mine, "action-export-city", Intent::ExportCity(card.id.clone())),
        (is_brought, remove, Intent::RemoveCity(card.id.clone())),
    ];
    let actions = offered.into_iter().filter(|(is, ..)| *is).map(|(_, name, intent)| action(name, intent)).collect();
    CityRow {
        title: card.title.clone(),
        summary: card.summary.clone(),
        ladder: names.join(", "),
        size: words.with("city-size", &size),
        done: if card.origin == Origin::Damaged { String::new() } else { done(card, pack, state, words) },
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

/// The open city beside the one that was asked for. Levels of two ladders mean different things; they stand in one row
/// because they are equally many steps from the ground.
fn beside(pack: &Pack, state: &State, words: &Words) -> Option<Beside> {
    let card = |id: &str| state.cities.iter().find(|card| card.id == id);
    let other = state.beside.as_ref()?;
    let both = [card(pack.id())?, card(other)?];
    let named = |card: &Card| card.buildings.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
    let areas = (words.get("beside-areas"), both.map(named));
    let steps = both.map(|card| card.levels.len()).into_iter().max().unwrap_or(0);
    let level = |card: &Card, step: usize| {
        card.levels.get(step).map(|rung| format!("**{}.** {}", rung.name, rung.epigraph)).unwrap_or_default()
    };
    let step =
        |step: usize| (words.with("beside-step", &[("step", (step + 1).into())]), both.map(|card| level(card, step)));
    Some(Beside {
        titles: both.map(|card| card.title.clone()),
        rows: std::iter::once(areas).chain((0..steps).map(step)).collect(),
        back: Action { label: words.get("action-cities-all"), intent: Intent::CompareCity(other.clone()) },
    })
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
    let name = card.levels.iter().find(|rung| Some(&rung.id) == level.as_ref()).map(|rung| rung.name.as_str());
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
