//! The speaker's window as HTML: nothing else is on its page. Its script fills in the times.

use super::{button, paragraphs, pressed, show};
use crate::view::intent::Intent;
use crate::view::journey::Action;
use crate::view::present::{Present, SpeakerView};
use crate::view::words::Words;
use maud::{Markup, html};

/// The whole content of the speaker's page.
pub fn speaker(view: &SpeakerView, words: &Words) -> String {
    let (number, of) = view.place;
    let (began, secs) = view.beat;
    let page = html! {
        header {
            h1 { (view.title) }
            p.place { (words.with("tour-place", &[("number", number.into()), ("of", of.into())])) }
            p.clock { (words.get("tour-elapsed")) " " time data-began=(view.began) {} }
            p.clock { (words.get("tour-left")) " " time data-began=(began) data-takes=(secs) {} }
        }
        main {
            div.say {
                @if view.blank { p role="status" { (words.get("tour-is-dark")) } }
                h2 { (view.caption) }
                section.notes aria-label=(words.get("tour-notes")) { (paragraphs(&view.notes)) }
            }
            div.beside {
                @if let Some(asked) = &view.question {
                    section.question aria-label=(words.get("tour-question")) { (show::question(asked, words)) }
                }
                @if let Some(told) = &view.told { p.told { strong { (words.get("tour-told")) } " " (told) } }
                p.next {
                    @match &view.next {
                        Some(next) => { strong { (words.get("tour-then")) } " " (next) },
                        None => (words.get("tour-at-last")),
                    }
                }
                (stops(view, words))
            }
        }
        nav.controls aria-label=(words.get("landmark-actions")) {
            @for action in &view.controls { (control(view, action)) }
        }
    };
    page.into_string()
}

/// The one for the dark screen tells by being pressed, too, whether it is dark.
fn control(view: &SpeakerView, action: &Action) -> Markup {
    match &action.intent {
        Intent::Present(Present::Blank) => pressed(&action.label, &action.intent, view.blank),
        intent => button(&action.label, intent),
    }
}

fn stops(view: &SpeakerView, words: &Words) -> Markup {
    html! {
        nav.stops aria-label=(words.get("tour-stops")) {
            ol {
                @for (action, is_present) in &view.stops {
                    li {
                        button type="button" data-intent=(action.intent.to_text()) aria-current=[is_present.then_some("step")] {
                            (action.label)
                        }
                    }
                }
            }
        }
    }
}
