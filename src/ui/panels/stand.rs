//! What a stand says: an invitation while nobody plays, and the question whether somebody is still there.

use crate::ui::tokens::{EDGE, GAP, ROUND, Theme, size};
use crate::ui::widgets::{Look, line_ui, wide_button};
use crate::view::Intent;
use crate::view::present::StandView;
use bevy_egui::egui::{Align2, Area, Context, Frame, Id, Layout, Margin, Modal, Order, Ui, Vec2};

/// Letters that are read by whoever passes by, as a share of the usual ones.
const LARGE: f32 = 1.6;
/// The seconds that are left, seen from some steps away.
const HUGE: f32 = 4.5;

/// Draws it over the city; tells whether it is a question, which takes every press.
pub fn stand_ui(context: &Context, top: f32, view: &StandView, theme: &Theme, out: &mut Vec<Intent>) -> bool {
    match view {
        StandView::Invites(text) => {
            let offset = Vec2::new(0.0, top + EDGE);
            let area = Area::new(Id::new("stand")).order(Order::Foreground).interactable(false);
            area.anchor(Align2::CENTER_TOP, offset).show(context, |ui| invitation_ui(ui, text, theme));
            false
        }
        StandView::Asks { .. } => {
            let frame = Frame::new().fill(theme.paper).corner_radius(ROUND).inner_margin(Margin::same(28));
            Modal::new(Id::new("stand")).frame(frame).show(context, |ui| {
                ui.set_width((context.viewport_rect().width() - 80.0).min(520.0 * theme.scale.sqrt()));
                question_ui(ui, view, theme, out);
            });
            true
        }
    }
}

fn invitation_ui(ui: &mut Ui, text: &str, theme: &Theme) {
    let card = Frame::new().fill(theme.paper).stroke(theme.stroke(2.0, theme.accent)).corner_radius(ROUND);
    card.inner_margin(Margin::symmetric(24, 14)).show(ui, |ui| {
        line_ui(ui, text, theme.display(size::LEAD * LARGE), theme.ink);
    });
}

/// Draws the question, how long one has, and the answer.
pub fn question_ui(ui: &mut Ui, view: &StandView, theme: &Theme, out: &mut Vec<Intent>) {
    let StandView::Asks { question, left, then, stay } = view else { return };
    ui.with_layout(Layout::top_down(bevy_egui::egui::Align::Center), |ui| {
        line_ui(ui, question, theme.display(size::TITLE), theme.ink);
        line_ui(ui, &left.to_string(), theme.display(HUGE), theme.accent);
        line_ui(ui, then, theme.text(size::LEAD), theme.ink);
        ui.add_space(GAP * 2.0);
        if wide_button(ui, None, &stay.label, theme, Look::Primary).clicked() {
            out.push(stay.intent.clone());
        }
    });
}
