//! What became of a document that was brought, as HTML.

use super::button;
use crate::view::brought::{BroughtView, Passage};
use crate::view::words::Words;
use maud::{Markup, html};

/// All of it, with what one can do now.
pub(super) fn brought(view: &BroughtView, words: &Words) -> Markup {
    html! {
        section aria-label=(words.get("landmark-brought")) {
            h2 { (view.title) }
            @for text in &view.lead { p { (text) } }
            @for action in &view.actions { (button(&action.label, &action.intent)) }
            @for part in &view.passages { (passage(part)) }
        }
    }
}

fn passage(passage: &Passage) -> Markup {
    html! {
        @match passage {
            Passage::Heading(text) => h3 { (text) },
            Passage::Lines(lines) => ul {
                @for (place, says) in lines {
                    li { @if let Some(place) = place { strong { (place) } " " } (says) }
                }
            },
            Passage::Example(text) => pre { (text) },
        }
    }
}
