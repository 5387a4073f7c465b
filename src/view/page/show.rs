//! What a room sees of a tour, and the choice of one, as HTML.

use super::{button, stage};
use crate::view::present::view::{AnswerView, QuestionView};
use crate::view::present::{ShowView, ToursView};
use crate::view::words::Words;
use maud::{Markup, html};

/// The tour that is shown.
pub(super) fn show(view: &ShowView, words: &Words) -> Markup {
    html! {
        section aria-label=(words.get("landmark-show")) {
            @if view.blank { p role="status" { (words.get("tour-is-dark")) } }
            h2 { (view.caption) }
            @if let Some(asked) = &view.question { (question(asked, words)) }
            @if let Some(told) = &view.told { p role="status" { (told) } }
            @for text in &view.texts { (stage::block(text, words)) }
            @if let Some(code) = &view.code { (super::share::code(code, &code.link)) }
            @for action in view.resume.iter().chain(&view.controls) { (button(&action.label, &action.intent)) }
        }
    }
}

/// A question with its hands.
pub(super) fn question(view: &QuestionView, words: &Words) -> Markup {
    html! {
        p { (view.ask) }
        ol { @for (index, one) in view.answers.iter().enumerate() { li { (answer(index + 1, one, words)) } } }
    }
}

/// What its buttons want changes with every hand: by their ids they keep the focus, and keys find them.
fn answer(number: usize, view: &AnswerView, words: &Words) -> Markup {
    let named = |name| words.with(name, &[("answer", view.text.as_str().into())]);
    html! {
        span.answer { (view.text) }
        @match view.right {
            Some(true) => { " " strong { (words.get("verdict-right")) } },
            Some(false) => { " " em { (words.get("verdict-wrong")) } },
            None => {},
        }
        " " span { (words.with("tour-hands", &[("hands", view.hands.into())])) }
        @for (id, name, sign, intent) in [
            ("more", "tour-hand-more", "+", &view.more),
            ("fewer", "tour-hand-fewer", "\u{2212}", &view.fewer),
        ] {
            button #{ (id) "-" (number) } type="button" aria-label=(named(name)) data-intent=(intent.to_text()) { (sign) }
        }
    }
}

/// The choice of a tour.
pub(super) fn tours(view: &ToursView, words: &Words) -> Markup {
    html! {
        h2 { (words.get("tours-title")) }
        p { (view.hint) }
        @for row in &view.rows {
            h3 { (row.title) }
            p { (row.summary) }
            p { (row.length) }
            (button(&format!("{}: {}", row.start.label, row.title), &row.start.intent))
        }
        (button(&view.record.label, &view.record.intent))
    }
}
