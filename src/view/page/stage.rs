//! What is played, as HTML: the same blocks as in the panel.

use super::{button, paragraphs, running};
use crate::view::city::CityView;
use crate::view::difference::{Change, Piece};
use crate::view::journey::{Block, Calibration, Choosable, StageView, Verdict};
use crate::view::words::Words;
use maud::{Markup, html};

/// The next step with its reason, and what else there is to do.
pub(super) fn journey(view: &CityView, words: &Words) -> Markup {
    let (next, why) = &view.advice;
    html! {
        section aria-label=(words.get("landmark-journey")) {
            h2 { (words.get("advice-heading")) }
            p { (button(&next.label, &next.intent)) " " (why) }
            ul { @for action in &view.journey { li { (button(&action.label, &action.intent)) } } }
        }
    }
}

/// What is played.
pub(super) fn stage(stage: &StageView, words: &Words) -> Markup {
    html! {
        section aria-label=(words.get("landmark-stage")) {
            h2 { span.kicker { (stage.kicker) } " " (stage.title) }
            @if let Some((step, of)) = stage.progress { progress value=(step) max=(of) { (step) "/" (of) } }
            @for place in &stage.blocks { (block(place, words)) }
            @for action in &stage.actions { (button(&action.label, &action.intent)) }
        }
    }
}

pub(super) fn block(block: &Block, words: &Words) -> Markup {
    html! {
        @match block {
            Block::Heading(text) => h3 { (text) },
            Block::Text(text) => (paragraphs(text)),
            Block::Claim(text) => blockquote { (running(text)) },
            Block::Verdict(_, text) => p role="status" { (text) },
            Block::Options(options) => ol { @for choosable in options { li { (option(choosable, words)) } } },
            Block::List(lines) => ul {
                @for (text, intent) in lines {
                    li { @match intent { Some(intent) => (button(text, intent)), None => (text) } }
                }
            },
            Block::Columns(columns) => dl {
                @for (head, text) in [&columns.left, &columns.right] { dt { (head) } dd { (running(text)) } }
            },
            Block::Change(pieces) => p { @for piece in pieces { (change(piece)) } },
            Block::Line { label, text, wants } => label {
                (label) " " input type="text" value=(text) data-intent-set=(wants);
            },
            Block::Choice(choice) => (super::choice(choice)),
            Block::Plot(plot) => {
                h3 { (plot.title) }
                p { (plot.note) }
                (plot.table.element(&plot.title))
            },
            Block::Calibration(counts) => (calibration(counts, words)),
        }
    }
}

fn change(piece: &Piece) -> Markup {
    html! {
        @match piece.change {
            Change::Kept => (piece.text),
            Change::Gone => { del { (piece.text) } " " },
            Change::New => ins { (piece.text) },
        }
    }
}

fn option(option: &Choosable, words: &Words) -> Markup {
    html! {
        @match &option.intent {
            Some(intent) => button type="button" data-intent=(intent.to_text()) { (running(&option.label)) },
            None => (running(&option.label)),
        }
        @match option.verdict {
            Some(Verdict::Right) => { " " strong { (words.get("verdict-right")) } },
            Some(Verdict::Wrong) => { " " em { (words.get("verdict-wrong")) } },
            None => {},
        }
    }
}

/// The plot's twin in words.
fn calibration(counts: &Calibration, words: &Words) -> Markup {
    let row =
        |name, (right, wrong): (usize, usize)| words.with(name, &[("right", right.into()), ("wrong", wrong.into())]);
    html! {
        h3 { (words.get("calibration-heading")) }
        ul {
            li { (row("calibration-sure", counts.sure)) }
            li { (row("calibration-unsure", counts.unsure)) }
        }
    }
}
