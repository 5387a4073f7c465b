//! The bar at the top: the city's name, the levels, and what is always at hand.

use crate::ui::tokens::{GAP, Theme, icon, size};
use crate::ui::widgets::{Look, icon_button_within, line_ui};
use crate::view::journey::{Page, Play};
use crate::view::level::LevelPlace;
use crate::view::link::Share;
use crate::view::{CityView, Intent, Words};
use bevy_egui::egui::{self, Align, FontId, Layout, Ui, Vec2};

/// Space between the buttons of the bar, in points.
const BETWEEN: f32 = GAP * 0.75;
/// The level's name may be written so much smaller to fit, before it is cut off.
const SMALLEST_NAME: f32 = 0.62;

/// Draws the bar: one row with the city's name, one without it, or two rows, by what there is room for.
pub fn bar_ui(ui: &mut Ui, view: &CityView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing = Vec2::splat(BETWEEN);
    let width =
        |text: &str| ui.painter().layout_no_wrap(text.to_owned(), name_font(theme), theme.ink).size().x + 2.0 * GAP;
    let (title, name) = (width(&view.title), width(&view.levels[view.level].name));
    let button = theme.target() + BETWEEN;
    let mut tools = tools(view);
    let buttons = |tools: &[Tool]| (view.levels.len() + 3 + tools.len()) as f32 * button;
    let available = ui.available_width();
    let fits = |tools: &[Tool]| available >= buttons(tools) + name * SMALLEST_NAME + 2.0 * GAP;
    if !fits(&tools) {
        // Where it is narrow, the menu has it.
        tools.retain(|(.., intent)| *intent != Intent::Share(Share::Toggle));
    }
    let one_row = fits(&tools);
    let buttons = buttons(&tools);
    let with_title = available >= buttons + title + name + 4.0 * GAP;
    if one_row {
        ui.horizontal(|ui| {
            ui.set_min_height(theme.target());
            if with_title {
                ui.spacing_mut().item_spacing.x = GAP * 2.0;
                line_ui(ui, &view.title, name_font(theme), theme.ink);
                ui.spacing_mut().item_spacing.x = BETWEEN;
            }
            levels_ui(ui, theme.target(), view, words, theme, out);
            name_ui(ui, available - buttons - if with_title { title + 2.0 * GAP } else { GAP }, view, theme, out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                tools_ui(ui, theme.target(), &tools, words, theme, out);
                search_ui(ui, theme.target(), view, words, theme, out);
            });
        });
    } else {
        // The tools may take the larger half of a phone, and the name what they leave.
        let count = tools.len() as f32;
        let edge = (available * 0.68 / count - BETWEEN).min(theme.target());
        ui.horizontal(|ui| {
            name_ui(ui, available - count * (edge + BETWEEN), view, theme, out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| tools_ui(ui, edge, &tools, words, theme, out));
        });
        ui.horizontal(|ui| {
            let edge = ui.available_width() / (view.levels.len() as f32 + 3.0) - BETWEEN;
            levels_ui(ui, edge, view, words, theme, out);
            // Here it is large enough for a finger; among the tools there is no room left.
            search_ui(ui, edge, view, words, theme, out);
        });
    }
}

fn name_font(theme: &Theme) -> FontId {
    theme.display(size::LEAD)
}

fn levels_ui(ui: &mut Ui, edge: f32, view: &CityView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
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

fn search_ui(ui: &mut Ui, edge: f32, view: &CityView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    let look = if view.search.is_some() { Look::Chosen } else { Look::Quiet };
    if icon_button_within(ui, edge, icon::SEARCH, &words.get("landmark-search"), theme, look).clicked() {
        out.push(Intent::OpenSearch);
    }
}

/// The level's name, which opens its identity: as large as it can be within `room`.
fn name_ui(ui: &mut Ui, room: f32, view: &CityView, theme: &Theme, out: &mut Vec<Intent>) {
    let name = &view.levels[view.level].name;
    let font = name_font(theme);
    let wide = ui.painter().layout_no_wrap(name.clone(), font.clone(), theme.ink).size().x + 2.0 * GAP;
    let font = FontId { size: font.size * (room / wide).clamp(SMALLEST_NAME, 1.0), ..font };
    let text = egui::RichText::new(name).font(font).color(theme.accent).underline();
    ui.scope(|ui| {
        ui.set_max_width(room.max(GAP));
        let link = egui::Button::new(text).frame(false).truncate().min_size(Vec2::new(0.0, theme.target()));
        if ui.add(link).clicked() {
            out.push(Intent::OpenItsLevel);
        }
    });
}

/// A button that is always at hand: icon, name, whether it is on, and what it wants.
type Tool = (&'static str, &'static str, bool, Intent);

/// What is always at hand, from the right to the left.
fn tools(view: &CityView) -> Vec<Tool> {
    let mut tools = vec![
        (icon::QUESTION, "action-help", view.help.is_some(), Intent::ToggleHelp),
        (icon::GEAR, "action-settings", view.settings.is_some(), Intent::ToggleSettings),
        (icon::LEGEND, "action-legend", view.legend.is_some(), Intent::ToggleLegend),
        (icon::JOURNEY, "page-menu", false, Intent::Play(Play::Open(Page::Menu))),
        (icon::MAP, "action-map", view.map.is_some(), Intent::ToggleMap),
        (icon::CITIES, "action-cities", view.cities.is_some(), Intent::ShowCities),
        (icon::HOUSE, "action-home", false, Intent::Home),
        (icon::SHARE, "action-share", view.share.is_some(), Intent::Share(Share::Toggle)),
    ];
    if cfg!(target_arch = "wasm32") {
        tools.push((icon::LIST, "action-list", view.list, Intent::ToggleList));
    }
    tools
}

fn tools_ui(ui: &mut Ui, edge: f32, tools: &[Tool], words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    for (icon, name, on, intent) in tools {
        let look = if *on { Look::Chosen } else { Look::Quiet };
        if icon_button_within(ui, edge, icon, &words.get(name), theme, look).clicked() {
            out.push(intent.clone());
        }
    }
}
