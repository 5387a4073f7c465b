//! The settings.

use crate::ui::tokens::{GAP, Theme, size};
use crate::ui::widgets::{Look, line_ui, text_button};
use crate::view::Intent;
use crate::view::preferences::Choice;
use bevy_egui::egui::Ui;

/// Draws the settings.
pub fn settings_ui(ui: &mut Ui, choices: &[Choice], theme: &Theme, out: &mut Vec<Intent>) {
    for choice in choices {
        line_ui(ui, &choice.label, theme.bold(size::LESS), theme.ink);
        ui.horizontal_wrapped(|ui| {
            for option in &choice.options {
                let look = if option.chosen { Look::Chosen } else { Look::Quiet };
                if text_button(ui, &option.label, theme, look).clicked() {
                    out.push(option.intent.clone());
                }
            }
        });
        ui.add_space(GAP);
    }
}
