//! Criteria to be rated, as HTML: the same rows as in the panel.

use super::{button, pressed, running};
use crate::view::assess::{AssessCard, RatingRow};
use crate::view::words::Words;
use maud::{Markup, html};

/// Where an assessment stands, and what one can do with it.
pub(super) fn card(card: &AssessCard, words: &Words) -> Markup {
    html! {
        section aria-label=(words.get("landmark-assess")) {
            h2 { (words.get("landmark-assess")) }
            p { @if let Some(who) = &card.who { (who) " " } (card.quarter) " " (card.level) }
            @for step in card.steps.iter().flatten() { (button(&step.label, &step.intent)) }
            ul { @for action in &card.actions { li { (button(&action.label, &action.intent)) } } }
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
        @if let Some(step) = row.steps.iter().find(|step| step.chosen) { p { (step.label) ". " (step.means) } }
        @if let Some(note) = &row.note { p { (note) } }
        @for correction in &row.corrections { p { (correction) } }
        @if let Some(comment) = &row.comment { p { (comment) } }
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
        @if let Some((label, helps)) = &row.helps {
            p { (label) }
            ul { @for action in helps { li { (button(&action.label, &action.intent)) } } }
        }
        @if let Some(unrate) = &row.unrate { (button(&unrate.label, &unrate.intent)) }
    }
}
