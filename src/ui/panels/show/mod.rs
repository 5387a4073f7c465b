//! A show, as the room sees it: the city, a calm band with the caption below it, and beside it what is asked.

pub mod code;
mod controls;
mod fit;
mod light;
mod question;

use super::labels::Moment;
use super::stage;
use crate::ui::tokens::{self, EDGE, GAP, Theme};
use crate::ui::widgets::line_ui;
use crate::view::present::{Present, ShowView};
use crate::view::{Intent, Words};
use bevy_egui::egui::scroll_area::ScrollBarVisibility;
use bevy_egui::egui::{Color32, FontId, Id, Key, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2};
pub use controls::sign;
use fit::Setting;
pub use light::Light;

/// What moves by itself in a show, from frame to frame.
#[derive(Debug, Default)]
pub struct Memory {
    bars: question::Bars,
}

/// What a show takes of the picture.
#[derive(Debug, Clone, Default)]
pub struct Taken {
    /// On the right.
    pub right: f32,
    /// At the bottom.
    pub bottom: f32,
    /// Everything that takes presses.
    pub areas: Vec<Rect>,
    /// Whether something is still on its way.
    pub is_moving: bool,
}

/// Space around what is written, in points.
fn margin(whole: Rect) -> f32 {
    (whole.width().min(whole.height()) * 0.035).clamp(EDGE, 60.0).round()
}

/// Draws what the room reads, and tells what it takes of the picture.
pub fn show_ui(
    root: &mut Ui,
    view: &ShowView,
    whole: Rect,
    memory: &mut Memory,
    moment: Moment,
    words: &Words,
    theme: &Theme,
    out: &mut Vec<Intent>,
) -> Taken {
    let mut taken = Taken::default();
    // Whoever strays looks at the city, and not at a caption that is about something else.
    if view.resume.is_none() {
        let setting = fit::setting(root, view, whole, theme);
        let [band, side] = setting.areas(whole);
        if let Some(band) = band {
            paper_ui(root, band, theme);
            band_ui(root, view, band, &setting, theme);
            taken.bottom = band.height();
            taken.areas.push(band);
        }
        if let Some(side) = side {
            paper_ui(root, side, theme);
            taken.is_moving = side_ui(root, view, side, &setting, memory, moment, words, theme, out);
            taken.areas.push(side);
            if side.left() > whole.left() {
                taken.right = side.width();
            } else {
                taken.bottom += side.height();
            }
        }
    }
    let free = whole.with_max_x(whole.right() - taken.right).with_max_y(whole.bottom() - taken.bottom);
    taken.areas.extend(controls::controls_ui(root, view, free, theme, out));
    taken
}

/// The dark screen: a press anywhere brings the picture back.
pub fn blank_ui(root: &Ui, out: &mut Vec<Intent>) -> Rect {
    let whole = root.max_rect();
    root.painter().rect_filled(whole, 0.0, tokens::BLANK);
    if root.interact(whole, Id::new("blank"), Sense::click()).clicked() {
        out.push(Intent::Present(Present::Blank));
    }
    whole
}

fn paper_ui(ui: &Ui, area: Rect, theme: &Theme) {
    ui.painter().rect_filled(area, 0.0, theme.paper);
}

/// Puts something into a part of the picture.
fn within<R>(ui: &mut Ui, area: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(GAP);
        ui.set_clip_rect(area);
        contents(ui)
    })
    .inner
}

/// The caption, and what the room is told below it.
fn band_ui(root: &mut Ui, view: &ShowView, band: Rect, setting: &Setting, theme: &Theme) {
    let inner = band.shrink2(Vec2::new(setting.margin, setting.margin * fit::LESS_ABOVE));
    within(root, inner, |ui| {
        let width = balanced(ui, &view.caption, theme.display(setting.caption), inner.width());
        ui.scope(|ui| {
            ui.set_max_width(width);
            line_ui(ui, &view.caption, theme.display(setting.caption), theme.ink);
        });
        // Whoever takes out a telephone reads nothing else meanwhile.
        if let Some(told) = view.told.as_ref().filter(|_| view.code.is_none()) {
            told_ui(ui, told, setting.text, theme);
        }
    });
}

/// The arrows up and down scroll what does not fit; all else that would scroll leads the show.
fn scroll_by_arrows(ui: &Ui, theme: &Theme) {
    let presses = |key| ui.input(|input| input.num_presses(key)) as f32;
    let lines = presses(Key::ArrowUp) - presses(Key::ArrowDown);
    if lines != 0.0 {
        ui.scroll_with_delta(Vec2::new(0.0, lines * 2.0 * theme.leading(1.0)));
    }
}

/// The least width in which a text takes no more lines: so none of them is a word alone.
fn balanced(ui: &Ui, text: &str, font: FontId, most: f32) -> f32 {
    let rows = |width: f32| ui.painter().layout(text.to_owned(), font.clone(), Color32::PLACEHOLDER, width).rows.len();
    let least = rows(most);
    let narrower = (0..12_u8).map(|step| most * (1.0 - f32::from(step) * 0.04));
    narrower.take_while(|width| rows(*width) == least).last().unwrap_or(most).ceil()
}

/// The answer: as loud as the caption, with a bar of color before it.
fn told_ui(ui: &mut Ui, told: &str, factor: f32, theme: &Theme) {
    let (bar, indent) = fit::told_indent(theme);
    let top = ui.cursor().top();
    let left = ui.cursor().left();
    let inner = Rect::from_min_max(ui.cursor().min + Vec2::new(indent, 0.0), ui.max_rect().max);
    let response = ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
        line_ui(ui, told, theme.bold(factor), theme.ink);
    });
    let bottom = response.response.rect.bottom();
    let edge = Rect::from_min_max([left, top].into(), [left + bar, bottom].into());
    ui.painter().rect_filled(edge, bar / 2.0, theme.accent);
}

/// What is asked, what a code leads to, or what stands on the floor. Whether a bar still grows.
fn side_ui(
    root: &mut Ui,
    view: &ShowView,
    side: Rect,
    setting: &Setting,
    memory: &mut Memory,
    moment: Moment,
    words: &Words,
    theme: &Theme,
    out: &mut Vec<Intent>,
) -> bool {
    let inner = side.shrink2(Vec2::splat(setting.margin));
    within(root, inner, |ui| {
        if let Some(code) = &view.code {
            code::code_ui(ui, code, theme);
            return false;
        }
        let mut is_moving = false;
        // A bar would cut off the edge of the answers.
        let area = ScrollArea::vertical().scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
        area.id_salt(("show", &view.caption, view.told.is_some())).auto_shrink([false, false]).show(ui, |ui| {
            scroll_by_arrows(ui, theme);
            ui.set_width(inner.width());
            if let Some(question) = &view.question {
                is_moving =
                    question::question_ui(ui, question, (setting.text, setting.air), memory, moment, words, theme, out);
            }
            for (index, block) in view.texts.iter().enumerate() {
                stage::block_ui(ui, block, Id::new(("show text", index)), false, words, theme, out);
            }
        });
        is_moving
    })
}
