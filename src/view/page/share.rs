//! A link to be shared, as HTML, and its code as a drawing.

use super::{button, pressed};
use crate::view::link::ShareView;
use crate::view::present::view::CodeView;
use crate::view::words::Words;
use maud::{Markup, html};
use std::fmt::Write;

/// The link, what stands in it, and its code.
pub(super) fn share(view: &ShareView, words: &Words) -> Markup {
    html! {
        section aria-label=(words.get("share-title")) {
            h2 { (words.get("share-title")) }
            p { label { (words.get("share-link")) " " input readonly value=(view.link); } }
            (button(&view.copy.label, &view.copy.intent))
            @if let Some(copied) = &view.copied { p role="status" { (copied) } }
            @for choice in &view.choices { (pressed(&choice.label, &choice.intent, choice.chosen)) }
            @for says in &view.says { p { (says) } }
            @if let Some(code) = &view.code { (self::code(code, &view.code_says)) } @else { p { (view.code_says) } }
        }
    }
}

/// A code with the quiet zone around it; `says` is read where it cannot be seen.
pub(super) fn code(code: &CodeView, says: &str) -> Markup {
    const QUIET: usize = 4;
    let mut dark = String::new();
    for (row, modules) in code.dark.chunks(code.width).enumerate() {
        for (column, _) in modules.iter().enumerate().filter(|(_, dark)| **dark) {
            // Writing into a string cannot fail.
            let _ = write!(dark, "M{} {}h1v1h-1z", column + QUIET, row + QUIET);
        }
    }
    let edge = code.width + 2 * QUIET;
    html! {
        figure {
            svg.code xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {edge} {edge}")) role="img" aria-label=(says) shape-rendering="crispEdges" {
                path d=(dark) {}
            }
            figcaption { (says) }
        }
    }
}
