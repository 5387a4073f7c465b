//! A district's sign.

use crate::ui::tokens::{GAP, Theme, icon};
use crate::ui::widgets::{Look, heading_ui, icon_button, line_ui, prose_ui, text_button};
use crate::view::district::DistrictView;
use crate::view::{Intent, Words};
use bevy_egui::egui::{Align, Layout, ScrollArea, Ui, Vec2};

/// Draws a district's sign.
pub fn sign_ui(ui: &mut Ui, view: &DistrictView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing = Vec2::splat(GAP);
    ui.horizontal(|ui| {
        line_ui(ui, &view.kicker, theme.text(0.85), theme.soft_ink);
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if icon_button(ui, icon::CLOSE, &words.get("action-close"), theme, Look::Quiet).clicked() {
                out.push(Intent::Close);
            }
        });
    });
    line_ui(ui, &view.name, theme.display(1.75), theme.ink);
    ScrollArea::vertical().id_salt(("sign", &view.name)).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(theme.measure(ui));
        prose_ui(ui, &view.tagline, theme, 1.15, theme.accent);
        heading_ui(ui, &words.get("district-why-now"), theme, theme.line);
        prose_ui(ui, &view.why_now, theme, 1.0, theme.ink);
        ui.add_space(GAP);
        heading_ui(ui, &words.get("district-buildings"), theme, theme.line);
        for building in &view.buildings {
            ui.horizontal_wrapped(|ui| {
                if text_button(ui, &building.name, theme, Look::Quiet).clicked() {
                    out.push(building.intent.clone());
                }
                line_ui(ui, &building.status, theme.text(0.85), theme.soft_ink);
            });
        }
        ui.add_space(GAP * 2.0);
    });
}
