//! The link to what is seen: its code for the cameras of a room, and how to have it elsewhere.

use super::show::code::square_ui;
use crate::ui::tokens::{GAP, Theme, size};
use crate::ui::widgets::{Look, line_ui, text_button};
use crate::view::Intent;
use crate::view::link::ShareView;
use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{Label, Rect, Ui, Vec2};

/// Narrower than this, at 100 %, the code stands below the words.
const BESIDE: f32 = 640.0;
/// So much of the width is the code's where both stand side by side.
const SHARE: f32 = 0.56;

/// Draws the link with its code, which is as large as `high` and the width allow.
pub fn share_ui(ui: &mut Ui, view: &ShareView, high: f32, theme: &Theme, out: &mut Vec<Intent>) {
    let wide = ui.available_width();
    if wide < BESIDE * theme.scale.sqrt() || view.code.is_none() {
        words_ui(ui, view, theme, out);
        code_ui(ui, view, wide.min(high));
        return;
    }
    let edge = (wide * SHARE).min(high);
    ui.horizontal_top(|ui| {
        code_ui(ui, view, edge);
        ui.add_space(GAP * 2.0);
        ui.vertical(|ui| words_ui(ui, view, theme, out));
    });
}

fn code_ui(ui: &mut Ui, view: &ShareView, edge: f32) {
    if let Some(code) = &view.code {
        let at = Rect::from_min_size(ui.cursor().min, Vec2::splat(edge));
        square_ui(ui, code, at);
    }
}

fn words_ui(ui: &mut Ui, view: &ShareView, theme: &Theme, out: &mut Vec<Intent>) {
    let mut link = LayoutJob::simple(view.link.clone(), theme.code(size::SMALL), theme.ink, ui.available_width());
    link.wrap.break_anywhere = true;
    ui.add(Label::new(link).selectable(true));
    ui.add_space(GAP);
    if text_button(ui, &view.copy.label, theme, Look::Primary).clicked() {
        out.push(view.copy.intent.clone());
    }
    if let Some(copied) = &view.copied {
        line_ui(ui, copied, theme.bold(size::LESS), theme.accent);
    }
    ui.add_space(GAP);
    for choice in &view.choices {
        let look = if choice.chosen { Look::Chosen } else { Look::Quiet };
        if text_button(ui, &choice.label, theme, look).clicked() {
            out.push(choice.intent.clone());
        }
    }
    ui.add_space(GAP);
    for says in view.says.iter().chain([&view.code_says]) {
        line_ui(ui, says, theme.text(size::LESS), theme.ink);
        ui.add_space(GAP * 0.5);
    }
}
