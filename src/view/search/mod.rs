//! Search and commands: one line that finds every place, text and action.
//!
//! Results follow from the pack, the state and the query alone. They are made once for every change of the query, in
//! one pass over the pack's texts; nothing is kept in between that could grow stale.

mod actions;
mod codes;
mod rank;

pub use codes::codes;

use super::intent::Intent;
use super::journey::{Action, pages};
use super::markup;
use super::state::State;
use super::words::Words;
use crate::domain::content::schema::Term;
use crate::domain::content::{Body, Building, District, Floor, Level, Pack};
use crate::domain::id::FloorId;
use rank::{Fit, Query};
use std::cmp::Reverse;
use std::collections::HashMap;

/// The longest query, in characters.
pub const QUERY_CHARS: usize = 60;
/// How many results there are at most.
pub const MOST: usize = 12;

/// The open search.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchView {
    /// As it was typed.
    pub query: String,
    /// The best first; Enter chooses it.
    pub results: Vec<ResultRow>,
    /// What one can type, or how much was found.
    pub hint: String,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultRow {
    /// What it is.
    pub kind: Kind,
    /// That in words, such as "Floor".
    pub kind_name: String,
    /// Its name.
    pub label: String,
    /// One line about it; may be empty.
    pub detail: String,
    /// What choosing it wants.
    pub intent: Intent,
}

/// What can be found. Of two that fit equally well, the earlier kind comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "they are what their names say")]
pub enum Kind {
    Building,
    Level,
    District,
    Floor,
    Term,
    Note,
    Action,
    Text,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Building => "found-building",
            Self::Level => "found-level",
            Self::District => "found-district",
            Self::Floor => "found-floor",
            Self::Term => "found-term",
            Self::Note => "found-note",
            Self::Action => "found-action",
            Self::Text => "found-text",
        }
    }
}

/// A query as it is kept: short, and without what nobody can type.
pub fn bounded(query: &str) -> String {
    query.chars().filter(|c| !c.is_control()).take(QUERY_CHARS).collect()
}

/// The search, if it is open.
pub fn view(pack: &Pack, state: &State, words: &Words) -> Option<SearchView> {
    let query = state.search.clone()?;
    let results = results(pack, state, &query, words);
    let hint = if query.trim().is_empty() {
        let codes = codes(pack);
        let first = pack.floors().find_map(|(_, floor)| codes.get(&floor.id).cloned()).unwrap_or_default();
        words.with("search-hint", &[("example", first.into())])
    } else {
        words.with("search-found", &[("count", results.len().into())])
    };
    Some(SearchView { query, results, hint })
}

/// What fits a query, the best first. An empty one offers what there is to do.
pub fn results(pack: &Pack, state: &State, query: &str, words: &Words) -> Vec<ResultRow> {
    let searcher = Searcher { pack, state, words, query: Query::new(query), codes: codes(pack) };
    let mut found = searcher.found();
    found.sort_by_key(|(fit, what)| Reverse((*fit, Reverse(what.kind()))));
    found.into_iter().filter_map(|(_, what)| searcher.row(what)).take(MOST).collect()
}

/// Something that was found, before it is put into words.
enum What<'p> {
    Building(&'p Building),
    Level(&'p Level),
    District(&'p District),
    Floor(&'p Building, &'p Floor),
    Term(&'p Term),
    Note(&'p Building, &'p Floor, &'p str),
    Action(Action),
    Text(&'p Building, &'p Floor, &'p str),
}

impl What<'_> {
    fn kind(&self) -> Kind {
        match self {
            Self::Building(_) => Kind::Building,
            Self::Level(_) => Kind::Level,
            Self::District(_) => Kind::District,
            Self::Floor(..) => Kind::Floor,
            Self::Term(_) => Kind::Term,
            Self::Note(..) => Kind::Note,
            Self::Action(_) => Kind::Action,
            Self::Text(..) => Kind::Text,
        }
    }
}

struct Searcher<'p> {
    pack: &'p Pack,
    state: &'p State,
    words: &'p Words,
    query: Query,
    codes: HashMap<&'p FloorId, String>,
}

impl<'p> Searcher<'p> {
    fn found(&self) -> Vec<(Fit, What<'p>)> {
        let actions = actions::actions(self.pack, self.state, self.words).into_iter();
        if self.query.is_empty() {
            return actions.map(|action| (Fit::Start, What::Action(action))).collect();
        }
        let (pack, query) = (self.pack, &self.query);
        let best = |names: &[&str]| names.iter().filter_map(|name| query.fits_name(name)).max();
        let mut found = Vec::new();
        let mut add = |fit: Option<Fit>, what: What<'p>| found.extend(fit.map(|fit| (fit, what)));
        for building in pack.buildings() {
            let subtitle = building.subtitle.as_deref().unwrap_or_default();
            add(best(&[&building.name, building.id.as_str(), subtitle]), What::Building(building));
        }
        for level in pack.levels() {
            let step = self.level_name(level);
            add(best(&[&level.name, level.id.as_str(), &step]), What::Level(level));
        }
        for district in pack.districts() {
            add(best(&[&district.name, district.id.as_str()]), What::District(district));
        }
        for term in &pack.glossary().0 {
            let names: Vec<&str> = std::iter::once(&term.term).chain(&term.also).map(String::as_str).collect();
            add(best(&names), What::Term(term));
        }
        for (building, floor) in pack.floors() {
            add(self.fits_floor(building, floor), What::Floor(building, floor));
            if let Some(note) = &self.state.record.floor(&floor.id).note {
                add(query.fits_text(note), What::Note(building, floor, note));
            }
            let fits = texts(floor).filter_map(|text| Some((query.fits_text(text)?, text)));
            // Of a floor the one text that fits best, and of two the one that is read first.
            if let Some((fit, text)) = fits.reduce(|best, next| if next.0 > best.0 { next } else { best }) {
                add(Some(fit), What::Text(building, floor, text));
            }
        }
        for action in actions {
            add(query.fits_name(&action.label), What::Action(action));
        }
        found
    }

    fn fits_floor(&self, building: &Building, floor: &Floor) -> Option<Fit> {
        if self.codes.get(&floor.id).is_some_and(|code| self.query.is_code(code)) {
            return Some(Fit::Code);
        }
        let short = format!("{} {}", building.name, floor.number);
        let long = format!("{short} {}", self.pack.levels()[floor.level].name);
        let names = [short.as_str(), &long, &floor.id.to_string()].map(|name| self.query.fits_name(name));
        names.into_iter().flatten().max()
    }

    fn level_name(&self, level: &Level) -> String {
        let values = [("mark", super::level::mark(level).into()), ("name", level.name.as_str().into())];
        self.words.with("level-step", &values)
    }

    /// In words; nothing if it leads nowhere.
    fn row(&self, what: What<'p>) -> Option<ResultRow> {
        let kind = what.kind();
        let on_floor = |building: &Building, floor: &Floor, detail: String| {
            (pages::name_of(building, floor, self.words), detail, Intent::OpenFloor(floor.id.clone()))
        };
        let (label, detail, intent) = match what {
            What::Building(it) => {
                let district = &self.pack.district_of(it).name;
                let detail = it.subtitle.as_ref().unwrap_or(district).clone();
                (it.name.clone(), detail, Intent::OpenBuilding(it.id.clone()))
            }
            What::Level(it) => (self.level_name(it), it.epigraph.clone(), Intent::SetLevel(it.id.clone())),
            What::District(it) => (it.name.clone(), it.tagline.clone(), Intent::OpenDistrict(it.id.clone())),
            What::Floor(building, floor) => {
                let level = self.pack.levels()[floor.level].name.as_str();
                let detail = match self.codes.get(&floor.id) {
                    Some(code) => {
                        let values = [("level", level.into()), ("code", code.as_str().into())];
                        self.words.with("search-code", &values)
                    }
                    None => level.to_owned(),
                };
                on_floor(building, floor, detail)
            }
            What::Term(it) => {
                let (_, floor) = self.first_floor_with(it)?;
                (it.term.clone(), it.means.clone(), Intent::OpenFloor(floor.id.clone()))
            }
            What::Note(building, floor, note) => on_floor(building, floor, self.query.excerpt(note)),
            What::Text(building, floor, text) => on_floor(building, floor, self.query.excerpt(&plain(text))),
            What::Action(it) => (it.label, String::new(), it.intent),
        };
        Some(ResultRow { kind, kind_name: self.words.get(kind.name()), label, detail: plain(&detail), intent })
    }

    /// Where a term is met first.
    fn first_floor_with(&self, term: &Term) -> Option<(&'p Building, &'p Floor)> {
        let spellings = || std::iter::once(&term.term).chain(&term.also).map(|spelling| spelling.to_ascii_lowercase());
        let holds = |text: &str| {
            let text = text.to_ascii_lowercase();
            spellings().any(|spelling| text.contains(&spelling))
        };
        self.pack.floors().find(|(_, floor)| texts(floor).any(holds))
    }
}

/// Everything that stands on a floor, in reading order.
fn texts(floor: &Floor) -> impl Iterator<Item = &str> {
    let (lesson, criteria): (Vec<&str>, &[_]) = match &floor.body {
        Body::Lesson(lesson) => {
            let read = lesson.texts().into_iter().map(|(_, text)| text);
            (read.chain(lesson.claim.as_deref()).chain(lesson.breaks.as_deref()).collect(), &[])
        }
        Body::Criteria(criteria) => (Vec::new(), criteria),
        Body::Unwritten => (Vec::new(), &[]),
    };
    lesson.into_iter().chain(criteria.iter().map(|criterion| criterion.text.as_str()))
}

/// A text without its markup, on one line.
fn plain(text: &str) -> String {
    markup::plain(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
