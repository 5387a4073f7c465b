//! The top of a panel: a small line, the way out, and the name.

use crate::ui::tokens::{GAP, Theme, icon, size};
use crate::ui::widgets::{Look, icon_button, line_ui};
use crate::view::{Intent, Words};
use bevy_egui::egui::{Align, Layout, Ui, Vec2};

/// Draws the top of a panel, its name `size` times as large as body text.
pub fn top_ui(
    ui: &mut Ui,
    (kicker, name, size): (&str, &str, f32),
    words: &Words,
    theme: &Theme,
    out: &mut Vec<Intent>,
) {
    ui.spacing_mut().item_spacing = Vec2::splat(GAP);
    ui.horizontal(|ui| {
        line_ui(ui, kicker, theme.text(size::SMALL), theme.soft_ink);
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if icon_button(ui, icon::CLOSE, &words.get("action-close"), theme, Look::Quiet).clicked() {
                out.push(Intent::Close);
            }
        });
    });
    line_ui(ui, name, theme.display(size), theme.ink);
}
