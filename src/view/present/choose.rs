//! The tours of a pack, to choose one.

use super::record;
use super::wish::Present;
use crate::domain::content::{Pack, Tour};
use crate::view::intent::Intent;
use crate::view::journey::Action;
use crate::view::state::{Overlay, State};
use crate::view::words::Words;

/// The choice of a tour.
#[derive(Debug, Clone, PartialEq)]
pub struct ToursView {
    /// The tours, or why there is none.
    pub rows: Vec<TourRow>,
    /// What a tour is, or that there is none.
    pub hint: String,
    /// A tour of one's own.
    pub record: Action,
}

/// A tour that can be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct TourRow {
    /// Its title.
    pub title: String,
    /// What it shows, in one line.
    pub summary: String,
    /// How long it is, in stops and minutes.
    pub length: String,
    /// What begins it.
    pub start: Action,
}

/// The choice, while it is open.
pub fn tours(pack: &Pack, state: &State, words: &Words) -> Option<ToursView> {
    (state.overlay == Some(Overlay::Tours)).then(|| ToursView {
        rows: pack.tours().iter().map(|tour| row(tour, words)).collect(),
        hint: words.get(if pack.tours().is_empty() { "tours-none" } else { "tours-hint" }),
        record: record::action(state, words),
    })
}

/// Every tour as an action, the choice of one, and the recording of another.
pub fn actions(pack: &Pack, state: &State, words: &Words) -> Vec<Action> {
    let start = |name: &str, tour: &Tour| Action {
        label: words.with(name, &[("title", tour.title.as_str().into())]),
        intent: Intent::Present(Present::Start(tour.id.clone())),
    };
    let choose = Action { label: words.get("action-tours"), intent: Intent::Present(Present::Choose) };
    let tours = pack.tours().iter().map(|tour| start("action-tour", tour));
    std::iter::once(choose).chain(tours).chain([record::action(state, words)]).collect()
}

fn row(tour: &Tour, words: &Words) -> TourRow {
    let minutes = tour.stops.iter().map(|stop| stop.dwell).sum::<u32>().div_ceil(60);
    TourRow {
        title: tour.title.clone(),
        summary: tour.summary.clone(),
        length: words.with("tour-length", &[("stops", tour.stops.len().into()), ("minutes", minutes.into())]),
        start: Action { label: words.get("tour-start"), intent: Intent::Present(Present::Start(tour.id.clone())) },
    }
}
