//! Puts the panels on the screen and hands what they want to the game.

use super::fonts::FontsReady;
use super::panels::{
    advice, bar, brought, building, cities, help, labels, legend, level, map, marks, notices, photo, search, settings,
    share, show, sign, stage, stand, tours,
};
use super::tokens::{EDGE, GAP, NARROW, ROUND, Theme, icon, size};
use super::widgets::{Look, icon_button, line_ui, text_button};
use crate::app::{Covered, FIELD_OF_VIEW, Language, Pace, Picture, Session, Shown, Sight, Wanted};
use crate::view::link::Share;
use crate::view::present::{Present, Stand};
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
    (picture, sight): (Res<Picture>, Res<Sight>),
    time: Res<Time>,
    mut covered: ResMut<Covered>,
    mut pace: ResMut<Pace>,
    mut wanted: MessageWriter<Wanted>,
    (mut applied, mut guest): (Local<Option<Theme>>, Local<Option<u32>>),
    mut memory: Local<Memory>,
) -> Result {
    let context = contexts.ctx_mut()?;
    let now = session.0.stand().map(Stand::forgotten);
    if std::mem::replace(&mut *guest, now) != now {
        // What a guest typed, or how far it was scrolled, is nothing for the next one.
        context.memory_mut(|memory| memory.data.clear());
    }
    let mut theme = Theme::new(session.0.theme(), f32::from(session.0.settings.text_percent) / 100.0);
    if session.0.projects() || shown.show.is_some() {
        let whole = context.viewport_rect();
        theme = theme.for_room(whole.width(), whole.height());
    }
    if *applied != Some(theme) {
        apply(context, &theme);
        *applied = Some(theme);
    }
    let mut out = Vec::new();
    let cut = session.0.reduces_motion();
    // A frame after a rest must not be a leap.
    let moment = labels::Moment { secs: time.delta_secs().min(0.05), cut };
    let has_light = session.0.projects();
    let (view, words) = (&shown.0, &language.0);
    let screen = Screen { view, words, theme: &theme, picture: &picture, sight: *sight, moment, has_light };
    if view.photo.is_none() {
        memory.photo = photo::Memory::default();
    }
    let (mut now, is_moving) = match &view.show {
        _ if let Some(photo) = &view.photo => screen.photo_ui(context, photo, &mut memory.photo, &mut out),
        Some(show) => screen.show_ui(context, show, &mut memory, &mut out),
        None => screen.ui(context, &mut memory, &mut out),
    };
    if let Some(says) = &view.stand
        && stand::stand_ui(context, now.top, says, &theme, &mut out)
    {
        now.areas = vec![to_bevy(context.viewport_rect())];
    }
    covered.set_if_neq(now);
    if is_moving {
        pace.keep_going();
    }
    if !out.is_empty() {
        // They are reduced in the next frame, and there must be one.
        pace.settle();
    }
    wanted.write_batch(out.into_iter().map(Wanted));
    Ok(())
}

/// Our colors where egui draws by itself.
pub(super) fn apply(context: &egui::Context, theme: &Theme) {
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
        style.text_styles.values_mut().for_each(|font| *font = theme.text(size::BODY));
        style.spacing.scroll = egui::style::ScrollStyle::thin();
        style.interaction.selectable_labels = true;
    });
}

/// What moves by itself, from frame to frame.
#[derive(Default)]
pub(super) struct Memory {
    pub(super) labels: labels::Memory,
    pub(super) show: show::Memory,
    pub(super) light: show::Light,
    pub(super) photo: photo::Memory,
}

/// What is drawn in a frame.
pub(super) struct Screen<'a> {
    pub(super) view: &'a CityView,
    pub(super) words: &'a Words,
    pub(super) theme: &'a Theme,
    pub(super) picture: &'a Picture,
    sight: Sight,
    pub(super) moment: labels::Moment,
    /// Whether there is a light around the pointer.
    has_light: bool,
}

impl Screen<'_> {
    /// What everything is drawn in, and its area.
    pub(super) fn root(context: &egui::Context) -> (egui::Ui, Rect) {
        let whole = context.viewport_rect();
        let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(whole);
        (egui::Ui::new(context.clone(), Id::new("screen"), builder), whole)
    }

    /// Draws everything; tells what it covers, and whether any of it is still on its way in or out.
    fn ui(&self, context: &egui::Context, memory: &mut Memory, out: &mut Vec<Intent>) -> (Covered, bool) {
        let (mut root, whole) = Self::root(context);
        let card = Frame::new().fill(self.theme.paper).inner_margin(Margin::symmetric(14, 8));
        let bar =
            egui::Panel::top("bar").frame(card).resizable(false).show_separator_line(false).show(&mut root, |ui| {
                bar::bar_ui(ui, self.view, self.words, self.theme, out);
            });
        let mut covered = Covered { top: bar.response.rect.height(), ..Covered::default() };
        let mut areas = vec![bar.response.rect];
        if self.view.panel != Panel::None || self.view.stage.is_some() {
            areas.push(self.reading_ui(&mut root, whole, &mut covered, out));
        }
        let free = root.available_rect_before_wrap();
        let map = self.view.map.as_ref().filter(|_| covered.bottom == 0.0).zip(map::place(free, self.theme));
        let mut taken: Vec<Rect> = map.iter().map(|(_, rect)| *rect).collect();
        let card = self.advice_ui(context, free, taken.first().copied(), &covered, out);
        taken.extend(card);
        let free_above = card.map_or(free, |card| free.with_max_y(card.top()));
        let map_beside = taken.first().copied().filter(|_| map.is_some());
        taken.extend(self.notices_ui(context, free_above, map_beside, out));
        taken.extend(self.skip_ui(&mut root, free, out));
        let (names, is_moving) = self.names_ui(&mut root, free, &taken, memory, out);
        if let Some((view, rect)) = map {
            let hovered = self.picture.hovered.as_ref();
            let aspect = whole.width() / whole.height().max(1.0);
            let seen = map::Seen { pose: self.sight.now, field: FIELD_OF_VIEW, aspect, hovered };
            map::map_ui(&root, view, seen, rect, self.words, self.theme, out);
        }
        areas.extend(taken);
        areas.extend(names);
        if let Some(hint) = &self.view.drop {
            cities::drop_ui(&root, hint, self.theme);
        }
        if self.overlay_ui(context, out) || self.search_ui(context, covered.top, out) {
            areas = vec![whole];
        }
        self.cover(context, &mut covered, areas);
        (covered, is_moving)
    }

    /// Frames and names over what is free of the city, and the light over both. Where the names are, and whether any of
    /// it still moves.
    pub(super) fn names_ui(
        &self,
        root: &mut egui::Ui,
        free: Rect,
        taken: &[Rect],
        memory: &mut Memory,
        out: &mut Vec<Intent>,
    ) -> (Vec<Rect>, bool) {
        marks::marks_ui(&root.painter().with_clip_rect(free), &self.picture.marks);
        let room = labels::Room { free, taken, most: labels::most_in(free, self.theme) };
        let (names, fade) = memory.labels.ui(root, &self.picture.labels, room, self.moment, self.theme, out);
        let shines = self.has_light && memory.light.ui(root, free, self.moment, self.theme);
        (names, fade || shines)
    }

    /// Says what takes presses, and whether a panel has the keyboard.
    pub(super) fn cover(&self, context: &egui::Context, covered: &mut Covered, areas: Vec<Rect>) {
        covered.areas = areas.into_iter().map(to_bevy).collect();
        covered.keyboard = context.egui_wants_keyboard_input() || self.view.search.is_some();
    }

    /// While floors rise, a way to have them there at once.
    fn skip_ui(&self, root: &mut egui::Ui, free: Rect, out: &mut Vec<Intent>) -> Option<Rect> {
        if !self.picture.growing || self.moment.cut {
            return None;
        }
        let top = Rect::from_min_max(free.left_top() + egui::vec2(EDGE, EDGE), free.right_bottom());
        let button = root.scope_builder(UiBuilder::new().max_rect(top), |ui| {
            text_button(ui, &self.words.get("action-skip-short"), self.theme, Look::Quiet)
        });
        if button.inner.clicked() {
            out.push(Intent::SkipMotion);
        }
        Some(button.inner.rect)
    }

    /// Beside the city, or below it on a narrow window.
    pub(super) fn reading_ui(
        &self,
        root: &mut egui::Ui,
        whole: Rect,
        covered: &mut Covered,
        out: &mut Vec<Intent>,
    ) -> Rect {
        let frame =
            Frame::new().fill(self.theme.paper).stroke(self.theme.hairline()).inner_margin(Margin::symmetric(16, 12));
        let contents = |ui: &mut egui::Ui| {
            // On a phone the card that has it, too, gives way to what is read.
            if let (Some(back), None) = (&self.view.way_back, &self.view.stage)
                && text_button(ui, &back.label, self.theme, Look::Quiet).clicked()
            {
                out.push(back.intent.clone());
            }
            match &self.view.panel {
                _ if let Some(view) = &self.view.stage => stage::stage_ui(ui, view, self.words, self.theme, out),
                Panel::None => {}
                Panel::Level(view) => level::level_ui(ui, view, self.words, self.theme, out),
                Panel::District(view) => sign::sign_ui(ui, view, self.words, self.theme, out),
                Panel::Building(view) => building::building_ui(ui, view, self.words, self.theme, out),
            }
        };
        // A phone that lies on its side has no height to give away.
        let (panel, size) = if whole.width() < NARROW && whole.height() > whole.width() * 0.8 {
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
    pub(super) fn overlay_ui(&self, context: &egui::Context, out: &mut Vec<Intent>) -> bool {
        let view = self.view;
        let named = |name| (Id::new(name), self.words.get(name));
        if let Some(tours) = &view.tours {
            let toggle = Intent::Present(Present::Choose);
            self.modal_ui(context, named("tours-title"), toggle, out, |ui, out| {
                tours::tours_ui(ui, tours, self.theme, out);
            });
            return true;
        }
        if let Some(shared) = &view.share {
            let high = context.viewport_rect().height() - 170.0;
            self.modal_ui(context, named("share-title"), Intent::Share(Share::Toggle), out, |ui, out| {
                share::share_ui(ui, shared, high.max(200.0), self.theme, out);
            });
            return true;
        }
        let ((id, title), toggle) = match (&view.help, &view.settings, &view.legend, &view.cities, &view.brought) {
            (Some(_), ..) => (named("help-title"), Intent::ToggleHelp),
            (_, Some(_), ..) => (named("settings-title"), Intent::ToggleSettings),
            (_, _, Some(_), ..) => (named("legend-title"), Intent::ToggleLegend),
            (.., Some(_), _) => (named("cities-title"), Intent::ShowCities),
            (.., Some(brought)) => ((Id::new("brought"), brought.title.clone()), Intent::Close),
            _ => return false,
        };
        self.modal_ui(context, (id, title), toggle, out, |ui, out| {
            if let Some(groups) = &view.help {
                help::help_ui(ui, groups, self.theme);
            } else if let Some(choices) = &view.settings {
                settings::settings_ui(ui, choices, self.theme, out);
            } else if let Some(groups) = &view.legend {
                legend::legend_ui(ui, groups, self.theme);
            } else if let Some(choice) = &view.cities {
                cities::cities_ui(ui, choice, self.theme, out);
            } else if let Some(view) = &view.brought {
                brought::brought_ui(ui, view, self.theme, out);
            }
        });
        true
    }

    /// A sheet over everything: its title with the way out, and what it holds, which scrolls.
    fn modal_ui(
        &self,
        context: &egui::Context,
        (id, title): (Id, String),
        toggle: Intent,
        out: &mut Vec<Intent>,
        contents: impl FnOnce(&mut egui::Ui, &mut Vec<Intent>),
    ) {
        let whole = context.viewport_rect();
        egui::Modal::new(id)
            .frame(Frame::new().fill(self.theme.paper).corner_radius(ROUND).inner_margin(Margin::same(20)))
            .show(context, |ui| {
                // A code is as large as there is room.
                let most = if self.view.share.is_some() { 980.0 } else { 620.0 };
                ui.set_width((whole.width() - 60.0).min(most * self.theme.scale.sqrt()));
                ui.horizontal_top(|ui| {
                    let room = ui.available_width() - self.theme.target() - GAP;
                    ui.vertical(|ui| {
                        ui.set_max_width(room);
                        line_ui(ui, &title, self.theme.display(size::HEADING), self.theme.ink);
                    });
                    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                        if icon_button(ui, icon::CLOSE, &self.words.get("action-close"), self.theme, Look::Quiet)
                            .clicked()
                        {
                            out.push(toggle);
                        }
                    });
                });
                ui.add_space(GAP);
                // What the title leaves, with the modal's own margin and some of the picture around it.
                let high = (whole.height() - ui.min_rect().height() - 60.0).max(80.0);
                ScrollArea::vertical().auto_shrink([false, true]).max_height(high).min_scrolled_height(high).show(
                    ui,
                    |ui| {
                        stage::scroll_by_keys(ui, self.theme);
                        contents(ui, out);
                    },
                );
            });
    }

    /// The search at the top of the picture; whether it is open. A press beside it closes it.
    pub(super) fn search_ui(&self, context: &egui::Context, top: f32, out: &mut Vec<Intent>) -> bool {
        const MARGIN: f32 = 12.0;
        let Some(view) = &self.view.search else {
            search::forget(context);
            return false;
        };
        let id = Id::new("search");
        let whole = context.viewport_rect();
        let all = whole.width() - 2.0 * (EDGE + MARGIN);
        let width = if whole.width() < NARROW { all } else { all.min(560.0 * self.theme.scale.sqrt()) };
        let area = egui::Modal::default_area(id).anchor(Align2::CENTER_TOP, egui::vec2(0.0, top + EDGE));
        let frame = Frame::new().fill(self.theme.paper).stroke(self.theme.hairline()).corner_radius(ROUND);
        let modal = egui::Modal::new(id).area(area).frame(frame.inner_margin(MARGIN)).show(context, |ui| {
            ui.set_width(width);
            let high = whole.height() - top - 2.0 * (EDGE + MARGIN);
            search::search_ui(ui, high, view, self.words, self.theme, out);
        });
        if modal.backdrop_response.clicked() {
            out.push(Intent::Close);
        }
        true
    }

    /// The next step, below on the left, unless something is played already or a phone has no room for it.
    fn advice_ui(
        &self,
        context: &egui::Context,
        free: Rect,
        map: Option<Rect>,
        covered: &Covered,
        out: &mut Vec<Intent>,
    ) -> Option<Rect> {
        if self.view.stage.is_some() || covered.bottom > 0.0 || self.has_room_for_notices_alone(context, free) {
            return None;
        }
        let width = map.map_or(free.right(), |map| map.left()) - free.left() - 2.0 * EDGE;
        let area = egui::Area::new(Id::new("advice"))
            .anchor(Align2::LEFT_BOTTOM, egui::vec2(EDGE, free.bottom() - EDGE - context.viewport_rect().bottom()))
            .show(context, |ui| {
                ui.set_width(width.min(250.0 * self.theme.scale.sqrt()));
                advice::advice_ui(ui, self.view, self.words, self.theme, out);
            });
        Some(area.response.rect)
    }

    /// Whether what must be known and the card are together higher than the picture, as with large text on a phone: then
    /// the card waits until the notices are dismissed.
    fn has_room_for_notices_alone(&self, context: &egui::Context, free: Rect) -> bool {
        let height =
            |name: &str| context.memory(|memory| memory.area_rect(Id::new(name))).map_or(0.0, |rect| rect.height());
        !self.view.notices.is_empty() && height("advice") + height("notices") + 3.0 * EDGE > free.height()
    }

    /// Below, beside the map; in a narrow picture above, where there is sky and no city.
    fn notices_ui(
        &self,
        context: &egui::Context,
        free: Rect,
        map: Option<Rect>,
        out: &mut Vec<Intent>,
    ) -> Option<Rect> {
        /// As wide as this or narrower a picture is a phone's, held upright.
        const NARROW: f32 = 480.0;
        if self.view.notices.is_empty() {
            return None;
        }
        let screen = context.viewport_rect();
        let (align, right, down) = if free.width() > NARROW {
            let right = map.map_or(free.right(), |map| map.left());
            (Align2::LEFT_BOTTOM, right, free.bottom() - EDGE - screen.bottom())
        } else {
            (Align2::LEFT_TOP, free.right(), free.top() + EDGE - screen.top())
        };
        let width = (right - free.left() - 2.0 * EDGE).min(NARROW);
        // They never cover the bar.
        let high = (free.height() - 2.0 * EDGE).max(self.theme.target());
        let area = egui::Area::new(Id::new("notices")).anchor(align, egui::vec2(EDGE, down)).show(context, |ui| {
            ui.set_width(width);
            ScrollArea::vertical().max_height(high).min_scrolled_height(high).show(ui, |ui| {
                notices::notices_ui(ui, &self.view.notices, self.words, self.theme, out);
            });
        });
        Some(area.response.rect)
    }
}

fn to_bevy(rect: Rect) -> bevy::math::Rect {
    bevy::math::Rect::new(rect.min.x, rect.min.y, rect.max.x, rect.max.y)
}
