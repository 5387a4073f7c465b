//! Things that the player must know, until they are dismissed.

use crate::ui::tokens::{GAP, ROUND, Theme, icon, size};
use crate::ui::widgets::{Look, icon_button, line_ui};
use crate::view::city::Notice;
use crate::view::{Intent, Words};
use bevy_egui::egui::{Frame, Margin, Ui};

/// Draws the notices.
pub fn notices_ui(ui: &mut Ui, notices: &[Notice], words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    for notice in notices {
        Frame::new()
            .fill(theme.paper)
            .stroke(theme.hairline())
            .corner_radius(ROUND)
            .inner_margin(Margin::same(10))
            .show(ui, |ui| {
                ui.horizontal_top(|ui| {
                    if icon_button(ui, icon::CLOSE, &words.get("action-dismiss"), theme, Look::Quiet).clicked() {
                        out.push(notice.dismiss.clone());
                    }
                    ui.vertical(|ui| line_ui(ui, &notice.text, theme.text(size::SMALL), theme.ink));
                });
            });
        ui.add_space(GAP);
    }
}
