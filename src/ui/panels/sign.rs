//! A district's sign.

use super::top::top_ui;
use crate::ui::tokens::{GAP, Theme, size};
use crate::ui::widgets::{Look, heading_ui, line_ui, prose_ui, text_button};
use crate::view::district::DistrictView;
use crate::view::{Intent, Words};
use bevy_egui::egui::{ScrollArea, Ui};

/// Draws a district's sign.
pub fn sign_ui(ui: &mut Ui, view: &DistrictView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    top_ui(ui, (&view.kicker, &view.name, size::NAME), words, theme, out);
    ScrollArea::vertical().id_salt(("sign", &view.name)).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(theme.measure(ui));
        prose_ui(ui, &view.tagline, theme, size::LEAD, theme.accent);
        heading_ui(ui, &words.get("district-why-now"), theme, theme.line);
        prose_ui(ui, &view.why_now, theme, size::BODY, theme.ink);
        ui.add_space(GAP);
        heading_ui(ui, &words.get("district-buildings"), theme, theme.line);
        for building in &view.buildings {
            ui.horizontal_wrapped(|ui| {
                if text_button(ui, &building.name, theme, Look::Quiet).clicked() {
                    out.push(building.intent.clone());
                }
                line_ui(ui, &building.status, theme.text(size::SMALL), theme.soft_ink);
            });
        }
        ui.add_space(GAP * 2.0);
    });
}
