//! What became of a document that was brought.

use crate::ui::tokens::{GAP, ROUND, Theme, size};
use crate::ui::widgets::{Look, line_ui, text_button};
use crate::view::Intent;
use crate::view::brought::{BroughtView, Passage};
use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{Frame, Label, Margin, TextFormat, Ui};

/// Draws all of it but the title.
pub fn brought_ui(ui: &mut Ui, view: &BroughtView, theme: &Theme, out: &mut Vec<Intent>) {
    for text in &view.lead {
        line_ui(ui, text, theme.text(size::BODY), theme.ink);
    }
    ui.add_space(GAP);
    ui.horizontal_wrapped(|ui| {
        for (index, action) in view.actions.iter().enumerate() {
            let look = if index == 0 { Look::Primary } else { Look::Quiet };
            if text_button(ui, &action.label, theme, look).clicked() {
                out.push(action.intent.clone());
            }
        }
    });
    for passage in &view.passages {
        passage_ui(ui, passage, theme);
    }
}

fn passage_ui(ui: &mut Ui, passage: &Passage, theme: &Theme) {
    match passage {
        Passage::Heading(text) => {
            ui.add_space(GAP);
            line_ui(ui, text, theme.display(size::LEAD), theme.accent);
        }
        Passage::Lines(lines) => {
            for (place, says) in lines {
                ui.add(Label::new(told(place.as_deref(), says, theme)).wrap());
            }
        }
        Passage::Example(text) => {
            let card = Frame::new().fill(theme.card).stroke(theme.hairline()).corner_radius(ROUND);
            card.inner_margin(Margin::same(12)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                line_ui(ui, text, theme.code(size::SMALL), theme.ink);
            });
        }
    }
}

/// A line, its place in bold before it.
fn told(place: Option<&str>, says: &str, theme: &Theme) -> LayoutJob {
    let format = |font_id| TextFormat {
        font_id,
        color: theme.ink,
        line_height: Some(theme.leading(size::LESS)),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    if let Some(place) = place {
        job.append(place, 0.0, format(theme.bold(size::LESS)));
    }
    job.append(says, if place.is_some() { GAP } else { 0.0 }, format(theme.text(size::LESS)));
    job
}
