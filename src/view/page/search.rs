//! The search, as HTML: a line to write in, and a button for every result.

use super::button;
use crate::view::city::CityView;
use crate::view::intent::Intent;
use crate::view::words::Words;
use maud::{Markup, html};

/// The search; its line stands there even while it is closed, and writing in it opens it.
pub(super) fn search(view: &CityView, words: &Words) -> Markup {
    // A text that survives being written as RON; the page puts what was typed in its place.
    let wants = Intent::SetSearch("{value}".to_owned()).to_text();
    let query = view.search.as_ref().map_or("", |search| search.query.as_str());
    html! {
        section role="search" aria-label=(words.get("landmark-search")) {
            label { (words.get("search-label")) " " input type="search" value=(query) data-intent-set=(wants); }
            @if let Some(search) = &view.search {
                p role="status" { (search.hint) }
                ol {
                    @for (place, row) in search.results.iter().enumerate() {
                        li { (row.kind_name) ": " (button(&row.label, &Intent::ChooseResult(place))) " " (row.detail) }
                    }
                }
                (button(&words.get("action-close"), &Intent::Close))
            }
        }
    }
}
