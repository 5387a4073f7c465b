//! The tours of a city, to choose one.

use crate::ui::tokens::{GAP, ROUND, Theme, icon, size};
use crate::ui::widgets::{Look, line_ui, wide_button};
use crate::view::Intent;
use crate::view::present::ToursView;
use bevy_egui::egui::{Frame, Margin, Ui};

/// Draws the choice. The first one is what a clicker begins.
pub fn tours_ui(ui: &mut Ui, view: &ToursView, theme: &Theme, out: &mut Vec<Intent>) {
    line_ui(ui, &view.hint, theme.text(size::BODY), theme.soft_ink);
    for (index, row) in view.rows.iter().enumerate() {
        ui.add_space(GAP);
        let card = Frame::new().fill(theme.card).stroke(theme.hairline()).corner_radius(ROUND);
        card.inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            line_ui(ui, &row.title, theme.display(size::LEAD), theme.ink);
            line_ui(ui, &row.summary, theme.text(size::BODY), theme.ink);
            line_ui(ui, &row.length, theme.text(size::SMALL), theme.soft_ink);
            let number = (index + 1).to_string();
            let (key, look) = if index == 0 { (icon::ENTER, Look::Primary) } else { (number.as_str(), Look::Quiet) };
            let key = Some(key).filter(|_| index < 9);
            if wide_button(ui, key, &row.start.label, theme, look).clicked() {
                out.push(row.start.intent.clone());
            }
        });
    }
    ui.add_space(GAP);
    if wide_button(ui, None, &view.record.label, theme, Look::Quiet).clicked() {
        out.push(view.record.intent.clone());
    }
}
