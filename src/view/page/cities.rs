//! The choice of a city, as HTML.

use super::{button, pressed, running};
use crate::view::cities::{Beside, CitiesView, CityRow};
use crate::view::words::Words;
use maud::{Markup, html};

/// Every city with its buttons.
pub(super) fn cities(view: &CitiesView, words: &Words) -> Markup {
    html! {
        h2 { (words.get("cities-title")) }
        @if let Some(both) = &view.beside {
            (beside(both))
        } @else {
            @if let Some((hint, pick)) = &view.bring { p { (hint) } (button(&pick.label, &pick.intent)) }
            @for row in &view.rows { (city(row)) }
        }
    }
}

fn beside(both: &Beside) -> Markup {
    html! {
        table {
            thead { tr { td {} @for title in &both.titles { th scope="col" { (title) } } } }
            tbody {
                @for (what, texts) in &both.rows {
                    tr { th scope="row" { (what) } @for text in texts { td { (running(text)) } } }
                }
            }
        }
        (button(&both.back.label, &both.back.intent))
    }
}

fn city(row: &CityRow) -> Markup {
    html! {
        h3 { (row.title) }
        @if let Some(note) = &row.note { p { (note) } }
        @if row.choose.is_some() {
            p { (row.summary) }
            p { (row.ladder) }
            p { (row.size) }
            p { (row.done) }
        }
        @if let Some(choose) = &row.choose { (pressed(&format!("{}: {}", choose.label, row.title), &choose.intent, row.open)) }
        @for action in &row.actions { (button(&format!("{}: {}", action.label, row.title), &action.intent)) }
        @if let Some((label, wants)) = &row.name {
            label { (label) " " input type="text" value=(row.title) data-intent-set=(wants); }
        }
    }
}
