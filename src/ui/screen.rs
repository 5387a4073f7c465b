//! Puts the panels on the screen and hands what they want to the game.

use super::fonts::FontsReady;
use super::panels::{bar, building, help, labels, level, notices, settings, sign};
use super::tokens::{GAP, NARROW, ROUND, Theme, icon};
use super::widgets::{Look, icon_button, line_ui};
use crate::app::{Covered, Language, Pace, Picture, Session, Shown, Wanted};
use crate::view::{CityView, Intent, Panel, Words};
use bevy::prelude::*;
use bevy_egui::egui::{self, Align, Align2, Frame, Id, LayerId, Layout, Margin, Rect, ScrollArea, UiBuilder};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        EguiPrimaryContextPass,
        draw_screen.run_if(resource_equals(FontsReady(true)).and_then(resource_exists::<Shown>)),
    );
}

fn draw_screen(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    session: Res<Session>,
    language: Res<Language>,
    picture: Res<Picture>,
    mut covered: ResMut<Covered>,
    mut pace: ResMut<Pace>,
    mut wanted: MessageWriter<Wanted>,
    mut applied: Local<Option<Theme>>,
) -> Result {
    let context = contexts.ctx_mut()?;
    let settings = &session.0.settings;
    let dark = match settings.theme {
        crate::domain::settings::Theme::System => session.0.system_is_dark,
        crate::domain::settings::Theme::Light => false,
        crate::domain::settings::Theme::Dark => true,
    };
    let theme = Theme::new(dark, f32::from(settings.text_percent) / 100.0);
    if *applied != Some(theme) {
        apply(context, &theme);
        *applied = Some(theme);
    }
    let mut out = Vec::new();
    let screen = Screen { view: &shown.0, words: &language.0, theme: &theme };
    let now = screen.ui(context, &picture, &mut out);
    covered.set_if_neq(now);
    if !out.is_empty() {
        // They are reduced in the next frame, and there must be one.
        pace.settle();
    }
    wanted.write_batch(out.into_iter().map(Wanted));
    Ok(())
}

/// Our colors where egui draws by itself.
fn apply(context: &egui::Context, theme: &Theme) {
    context.all_styles_mut(|style| {
        let visuals = &mut style.visuals;
        *visuals = if theme.dark { egui::Visuals::dark() } else { egui::Visuals::light() };
        visuals.panel_fill = theme.paper;
        visuals.window_fill = theme.paper;
        visuals.window_stroke = theme.hairline();
        visuals.window_corner_radius = ROUND;
        visuals.override_text_color = Some(theme.ink);
        visuals.selection.bg_fill = theme.accent.gamma_multiply(0.35);
        visuals.widgets.hovered.bg_stroke = theme.hairline();
        visuals.interact_cursor = Some(egui::CursorIcon::PointingHand);
        style.text_styles.values_mut().for_each(|font| *font = theme.text(1.0));
        style.spacing.scroll = egui::style::ScrollStyle::thin();
        style.interaction.selectable_labels = true;
    });
}

/// What is drawn in a frame.
struct Screen<'a> {
    view: &'a CityView,
    words: &'a Words,
    theme: &'a Theme,
}

impl Screen<'_> {
    fn ui(&self, context: &egui::Context, picture: &Picture, out: &mut Vec<Intent>) -> Covered {
        let whole = context.viewport_rect();
        let mut root = egui::Ui::new(
            context.clone(),
            Id::new("screen"),
            UiBuilder::new().layer_id(LayerId::background()).max_rect(whole),
        );
        let card = Frame::new().fill(self.theme.paper).inner_margin(Margin::symmetric(14, 8));
        let bar =
            egui::Panel::top("bar").frame(card).resizable(false).show_separator_line(false).show(&mut root, |ui| {
                bar::bar_ui(ui, self.view, self.words, self.theme, out);
            });
        let mut covered = Covered { top: bar.response.rect.height(), ..Covered::default() };
        let mut areas = vec![bar.response.rect];
        if self.view.panel != Panel::None {
            areas.push(self.reading_ui(&mut root, whole, &mut covered, out));
        }
        let free = root.available_rect_before_wrap();
        areas.extend(labels::labels_ui(&mut root, &picture.labels, free, self.theme, out));
        areas.extend(self.notices_ui(context, free, out));
        if self.overlay_ui(context, out) {
            areas = vec![whole];
        }
        covered.areas = areas.into_iter().map(to_bevy).collect();
        covered.keyboard = context.egui_wants_keyboard_input();
        covered
    }

    /// Beside the city, or below it on a narrow window.
    fn reading_ui(&self, root: &mut egui::Ui, whole: Rect, covered: &mut Covered, out: &mut Vec<Intent>) -> Rect {
        let frame =
            Frame::new().fill(self.theme.paper).stroke(self.theme.hairline()).inner_margin(Margin::symmetric(16, 12));
        let contents = |ui: &mut egui::Ui| match &self.view.panel {
            Panel::None => {}
            Panel::Level(view) => level::level_ui(ui, view, self.words, self.theme, out),
            Panel::District(view) => sign::sign_ui(ui, view, self.words, self.theme, out),
            Panel::Building(view) => building::building_ui(ui, view, self.words, self.theme, out),
        };
        let (panel, size) = if whole.width() < NARROW {
            covered.bottom = (whole.height() * 0.56).round();
            (egui::Panel::bottom("reading"), covered.bottom)
        } else {
            // Wide enough for 45 to 75 characters at every size of text, and never the larger half of a wide screen.
            covered.right = (120.0 + 400.0 * self.theme.scale).min(whole.width() * 0.58).round();
            (egui::Panel::right("reading"), covered.right)
        };
        let panel = panel.frame(frame).resizable(false).show_separator_line(false).exact_size(size);
        panel.show(root, contents).response.rect
    }

    /// Keys or settings over everything; whether one of them is open.
    fn overlay_ui(&self, context: &egui::Context, out: &mut Vec<Intent>) -> bool {
        let (title, toggle) = match (&self.view.help, &self.view.settings) {
            (Some(_), _) => ("help-title", Intent::ToggleHelp),
            (_, Some(_)) => ("settings-title", Intent::ToggleSettings),
            _ => return false,
        };
        let whole = context.viewport_rect();
        egui::Modal::new(Id::new(title))
            .frame(Frame::new().fill(self.theme.paper).corner_radius(ROUND).inner_margin(Margin::same(20)))
            .show(context, |ui| {
                ui.set_width((whole.width() - 60.0).min(620.0 * self.theme.scale.sqrt()));
                ui.horizontal(|ui| {
                    line_ui(ui, &self.words.get(title), self.theme.display(1.5), self.theme.ink);
                    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                        if icon_button(ui, icon::CLOSE, &self.words.get("action-close"), self.theme, Look::Quiet)
                            .clicked()
                        {
                            out.push(toggle);
                        }
                    });
                });
                ui.add_space(GAP);
                let high = whole.height() - 150.0;
                ScrollArea::vertical().max_height(high).min_scrolled_height(high).show(ui, |ui| {
                    if let Some(groups) = &self.view.help {
                        help::help_ui(ui, groups, self.theme);
                    } else if let Some(choices) = &self.view.settings {
                        settings::settings_ui(ui, choices, self.theme, out);
                    }
                });
            });
        true
    }

    fn notices_ui(&self, context: &egui::Context, free: Rect, out: &mut Vec<Intent>) -> Option<Rect> {
        if self.view.notices.is_empty() {
            return None;
        }
        let width = (free.width() - 24.0).min(480.0);
        let area = egui::Area::new(Id::new("notices"))
            .anchor(Align2::LEFT_BOTTOM, egui::vec2(12.0, free.bottom() - context.viewport_rect().bottom() - 12.0))
            .show(context, |ui| {
                ui.set_width(width);
                notices::notices_ui(ui, &self.view.notices, self.words, self.theme, out);
            });
        Some(area.response.rect)
    }
}

fn to_bevy(rect: Rect) -> bevy::math::Rect {
    bevy::math::Rect::new(rect.min.x, rect.min.y, rect.max.x, rect.max.y)
}
