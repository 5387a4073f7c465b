//! A level's identity.

use super::top::top_ui;
use crate::ui::tokens::{GAP, Theme, size};
use crate::ui::widgets::{line_ui, prose_ui};
use crate::view::level::LevelView;
use crate::view::{Intent, Words};
use bevy_egui::egui::{ScrollArea, Ui};

/// Draws a level's identity.
pub fn level_ui(ui: &mut Ui, view: &LevelView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    top_ui(ui, (&view.kicker, &view.name, size::TITLE), words, theme, out);
    ScrollArea::vertical().id_salt(("level", &view.name)).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(theme.measure(ui));
        line_ui(ui, &view.epigraph, theme.italic(size::LEAD), theme.accent);
        ui.add_space(GAP);
        prose_ui(ui, &view.portrait, theme, size::BODY, theme.ink);
        ui.add_space(GAP);
        for line in &view.brings {
            line_ui(ui, line, theme.text(size::SMALL), theme.soft_ink);
        }
        ui.add_space(GAP * 2.0);
    });
}
