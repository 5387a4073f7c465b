//! Criteria to be rated, as HTML: the same rows as in the panel.

use super::{button, pressed, running};
use crate::view::assess::RatingRow;
use crate::view::city::CityView;
use crate::view::words::Words;
use maud::{Markup, html};

/// What one can do with an assessment.
pub(super) fn menu(view: &CityView, words: &Words) -> Markup {
    html! {
        section aria-label=(words.get("landmark-assess")) {
            ul { @for action in &view.assess { li { (button(&action.label, &action.intent)) } } }
        }
    }
}

/// The criteria of a floor.
pub(super) fn ratings(rows: &[RatingRow], words: &Words) -> Markup {
    html! {
        h4 { (words.get("part-criteria")) }
        ol { @for row in rows { li { (rating(row, words)) } } }
    }
}

fn rating(row: &RatingRow, words: &Words) -> Markup {
    html! {
        p { (pressed(&row.text, &row.mark, row.marked)) }
        @if let Some(evidence) = &row.evidence { p { em { (running(evidence)) } } }
        fieldset {
            legend { (words.get("rating-label")) }
            @for step in &row.steps {
                (pressed(&format!("{} {}", step.number, step.label), &step.intent, step.chosen))
            }
        }
        @if let Some(note) = &row.note { p { (note) } }
        @for correction in &row.corrections { p { (correction) } }
        @for line in &row.lines {
            label { (line.label) " " input type="text" value=(line.text) data-intent-set=(line.wants); }
        }
        @if !row.links.is_empty() {
            ul {
                @for (link, unlink) in &row.links {
                    li { a href=(link) rel="noreferrer" { (link) } " " (button(&unlink.label, &unlink.intent)) }
                }
            }
        }
        @if let Some(unrate) = &row.unrate { (button(&unrate.label, &unrate.intent)) }
    }
}
