//! The speaker's window as HTML: nothing else is on its page. Its script fills in the times.

use super::{button, paragraphs, show};
use crate::view::present::SpeakerView;
use crate::view::words::Words;
use maud::html;

/// The whole content of the speaker's page.
pub fn speaker(view: &SpeakerView, words: &Words) -> String {
    let (number, of) = view.place;
    let (began, secs) = view.beat;
    let page = html! {
        header {
            h1 { (view.title) }
            p.place { (words.with("tour-place", &[("number", number.into()), ("of", of.into())])) }
            p.clock {
                (words.get("tour-elapsed")) " "
                time data-began=(view.began) data-beat-began=(began) data-beat-secs=(secs) {}
            }
        }
        main {
            @if view.blank { p role="status" { (words.get("tour-is-dark")) } }
            h2 { (view.caption) }
            section.notes aria-label=(words.get("tour-notes")) { (paragraphs(&view.notes)) }
            @if let Some(asked) = &view.question { section.question { (show::question(asked, words)) } }
            @if let Some(told) = &view.told { p.told { strong { (words.get("tour-told")) } " " (told) } }
            p.next {
                @match &view.next {
                    Some(next) => { strong { (words.get("tour-then")) } " " (next) },
                    None => (words.get("tour-at-last")),
                }
            }
        }
        nav.controls aria-label=(words.get("landmark-actions")) {
            @for action in &view.controls { (button(&action.label, &action.intent)) }
        }
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
    };
    page.into_string()
}
