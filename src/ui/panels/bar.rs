//! The bar at the top: the city's name, the levels, and what is always at hand.

use crate::ui::tokens::{GAP, NARROW, Theme, icon};
use crate::ui::widgets::{Look, icon_button, icon_button_within, line_ui};
use crate::view::level::LevelPlace;
use crate::view::{CityView, Intent, Words};
use bevy_egui::egui::{self, Align, Layout, Ui, Vec2};

/// Draws the bar.
pub fn bar_ui(ui: &mut Ui, view: &CityView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    // Larger text needs a wider window for one row.
    let narrow = ui.available_width() < NARROW * (0.2 + 0.8 * theme.scale);
    ui.spacing_mut().item_spacing = Vec2::splat(GAP * 0.75);
    if narrow {
        ui.horizontal(|ui| {
            name_ui(ui, view, theme, out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| tools_ui(ui, view, words, theme, out));
        });
        ui.horizontal(|ui| levels_ui(ui, view, words, theme, out));
    } else {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP * 2.0;
            line_ui(ui, &view.title, theme.display(1.15), theme.ink);
            ui.spacing_mut().item_spacing.x = GAP * 0.75;
            levels_ui(ui, view, words, theme, out);
            name_ui(ui, view, theme, out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| tools_ui(ui, view, words, theme, out));
        });
    }
}

fn levels_ui(ui: &mut Ui, view: &CityView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    let buttons = view.levels.len() as f32 + 2.0;
    let edge = ui.available_width() / buttons - ui.spacing().item_spacing.x;
    let button = |ui: &mut Ui, icon: &str, name: &str, look| icon_button_within(ui, edge, icon, name, theme, look);
    if button(ui, icon::LEFT, &words.get("action-previous-level"), Look::Quiet).clicked() {
        out.push(Intent::PreviousLevel);
    }
    for step in &view.levels {
        let look = if step.place == LevelPlace::Current { Look::Chosen } else { Look::Quiet };
        if button(ui, &step.mark, &step.label, look).clicked() {
            out.push(step.intent.clone());
        }
    }
    if button(ui, icon::RIGHT, &words.get("action-next-level"), Look::Quiet).clicked() {
        out.push(Intent::NextLevel);
    }
}

/// The level's name, which opens its identity.
fn name_ui(ui: &mut Ui, view: &CityView, theme: &Theme, out: &mut Vec<Intent>) {
    let name = &view.levels[view.level].name;
    let text = egui::RichText::new(name).font(theme.display(1.15)).color(theme.accent).underline();
    let link = ui.add(egui::Button::new(text).frame(false).min_size(Vec2::new(0.0, theme.target())));
    if link.clicked() {
        out.push(Intent::OpenItsLevel);
    }
}

fn tools_ui(ui: &mut Ui, view: &CityView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    let look = |on: bool| if on { Look::Chosen } else { Look::Quiet };
    let mut tool = |icon: &str, name: &str, on: bool, intent: Intent| {
        if icon_button(ui, icon, &words.get(name), theme, look(on)).clicked() {
            out.push(intent);
        }
    };
    tool(icon::QUESTION, "action-help", view.help.is_some(), Intent::ToggleHelp);
    tool(icon::GEAR, "action-settings", view.settings.is_some(), Intent::ToggleSettings);
    tool(icon::HOUSE, "action-home", false, Intent::Home);
    if cfg!(target_arch = "wasm32") {
        tool(icon::LIST, "action-list", view.list, Intent::ToggleList);
    }
}
