//! A level's identity.

use crate::ui::tokens::{GAP, Theme, icon};
use crate::ui::widgets::{Look, icon_button, line_ui, prose_ui};
use crate::view::level::LevelView;
use crate::view::{Intent, Words};
use bevy_egui::egui::{Align, Layout, ScrollArea, Ui, Vec2};

/// Draws a level's identity.
pub fn level_ui(ui: &mut Ui, view: &LevelView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing = Vec2::splat(GAP);
    ui.horizontal(|ui| {
        line_ui(ui, &view.kicker, theme.text(0.85), theme.soft_ink);
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if icon_button(ui, icon::CLOSE, &words.get("action-close"), theme, Look::Quiet).clicked() {
                out.push(Intent::Close);
            }
        });
    });
    line_ui(ui, &view.name, theme.display(2.1), theme.ink);
    ScrollArea::vertical().id_salt(("level", &view.name)).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(theme.measure(ui));
        line_ui(ui, &view.epigraph, theme.italic(1.2), theme.accent);
        ui.add_space(GAP);
        prose_ui(ui, &view.portrait, theme, 1.05, theme.ink);
        ui.add_space(GAP);
        for line in &view.brings {
            line_ui(ui, line, theme.text(0.9), theme.soft_ink);
        }
        ui.add_space(GAP * 2.0);
    });
}
