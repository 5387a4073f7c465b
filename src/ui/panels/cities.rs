//! The choice of a city: a card for each, and what to do with those that one brought.

use super::stage::Line;
use crate::ui::tokens::{GAP, ROUND, Theme, size};
use crate::ui::widgets::{Look, line_ui, prose_ui, text_button, unstretched};
use crate::view::Intent;
use crate::view::cities::{Beside, CitiesView, CityRow};
use crate::view::journey::Action;
use bevy_egui::egui::{Align, Align2, Area, Frame, Id, Layout, Margin, Order, Ui, Vec2};

/// From this width of a card in points on, a button stands beside its name.
const ROOMY: f32 = 420.0;

/// Draws the choice.
pub fn cities_ui(ui: &mut Ui, view: &CitiesView, theme: &Theme, out: &mut Vec<Intent>) {
    if let Some(both) = &view.beside {
        beside_ui(ui, both, theme, out);
        return;
    }
    if let Some((hint, pick)) = &view.bring {
        line_ui(ui, hint, theme.text(size::SMALL), theme.soft_ink);
        action_ui(ui, pick, Look::Quiet, theme, out);
        ui.add_space(GAP);
    }
    for row in &view.rows {
        let edge = if row.open { theme.stroke(2.0, theme.accent) } else { theme.hairline() };
        let card = Frame::new().fill(theme.card).stroke(edge).corner_radius(ROUND).inner_margin(Margin::same(14));
        card.show(ui, |ui| {
            ui.set_width(ui.available_width());
            city_ui(ui, row, theme, out);
        });
        ui.add_space(GAP);
    }
}

fn beside_ui(ui: &mut Ui, both: &Beside, theme: &Theme, out: &mut Vec<Intent>) {
    ui.columns(2, |columns| {
        for (column, title) in columns.iter_mut().zip(&both.titles) {
            unstretched(column, |ui| _ = line_ui(ui, title, theme.display(size::LEAD), theme.ink));
        }
    });
    for (what, texts) in &both.rows {
        ui.add_space(GAP);
        ui.separator();
        line_ui(ui, what, theme.bold(size::SMALL), theme.accent);
        ui.columns(2, |columns| {
            for (column, text) in columns.iter_mut().zip(texts) {
                unstretched(column, |ui| prose_ui(ui, text, theme, size::LESS, theme.ink));
            }
        });
    }
    ui.add_space(GAP);
    action_ui(ui, &both.back, Look::Primary, theme, out);
}

fn city_ui(ui: &mut Ui, row: &CityRow, theme: &Theme, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing = Vec2::new(GAP, GAP * 0.5);
    let look = if row.open { Look::Chosen } else { Look::Primary };
    // Beside its name where there is room for both, else with what else there is to do.
    let (beside, below) = row.choose.iter().partition::<Vec<_>, _>(|_| ui.available_width() > ROOMY * theme.scale);
    ui.horizontal(|ui| {
        line_ui(ui, &row.title, theme.display(size::LEAD), theme.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for choose in beside {
                action_ui(ui, choose, look, theme, out);
            }
        });
    });
    if let Some(note) = &row.note {
        line_ui(ui, note, theme.bold(size::SMALL), theme.accent);
    }
    if !row.summary.is_empty() {
        prose_ui(ui, &row.summary, theme, size::LESS, theme.ink);
        line_ui(ui, &format!("{}: {}", row.size, row.ladder), theme.text(size::SMALL), theme.soft_ink);
    }
    if !row.done.is_empty() {
        line_ui(ui, &row.done, theme.bold(size::SMALL), theme.ink);
    }
    if !row.actions.is_empty() || !below.is_empty() {
        ui.horizontal_wrapped(|ui| {
            for choose in below {
                action_ui(ui, choose, look, theme, out);
            }
            for action in &row.actions {
                action_ui(ui, action, Look::Quiet, theme, out);
            }
        });
    }
    if let Some((label, wants)) = &row.name {
        // A name that was taken shows what is kept and no longer what was typed.
        let id = Id::new((wants, &row.title));
        Line { id, label, kept: &row.title, wants, goes_on: false }.ui(ui, theme, out);
    }
}

fn action_ui(ui: &mut Ui, action: &Action, look: Look, theme: &Theme, out: &mut Vec<Intent>) {
    if text_button(ui, &action.label, theme, look).clicked() {
        out.push(action.intent.clone());
    }
}

/// Says what may be dropped, while a file is held over the window.
pub fn drop_ui(ui: &Ui, hint: &str, theme: &Theme) {
    Area::new(Id::new("drop")).order(Order::Foreground).anchor(Align2::CENTER_CENTER, Vec2::ZERO).show(
        ui.ctx(),
        |ui| {
            let card = Frame::new().fill(theme.paper).stroke(theme.stroke(3.0, theme.accent)).corner_radius(ROUND);
            card.inner_margin(Margin::same(28)).show(ui, |ui| {
                ui.set_max_width(460.0);
                line_ui(ui, hint, theme.display(size::LEAD), theme.ink);
            });
        },
    );
}
