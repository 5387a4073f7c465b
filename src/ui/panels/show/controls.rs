//! What the presenter presses: small, at the upper edge, and away while nobody reaches for it.

use crate::ui::tokens::{EDGE, GAP, NARROW, Theme, icon, size};
use crate::ui::widgets::{Look, wide_button};
use crate::view::Intent;
use crate::view::journey::Action;
use crate::view::present::{Present, ShowView};
use bevy_egui::egui::{
    Event, FontId, Id, Rect, Response, RichText, Sense, Ui, UiBuilder, Vec2, WidgetInfo, WidgetType,
};

/// The controls are there while the pointer is nearer to the upper edge than this, in shares of the picture's height.
const NEAR: f32 = 0.2;
/// Edge of a control, in shares of the least size of text.
const SIZE: f32 = 1.25;

/// Draws the controls, and the way back of who has strayed; tells where they are.
pub fn controls_ui(root: &mut Ui, view: &ShowView, free: Rect, theme: &Theme, out: &mut Vec<Intent>) -> Vec<Rect> {
    let mut areas = Vec::new();
    if let Some(resume) = &view.resume {
        areas.push(resume_ui(root, resume, free, theme, out));
    }
    if is_reached_for(root, free) {
        areas.push(row_ui(root, &view.controls, free, theme, out));
    }
    areas
}

/// Whether a pointer is near, or fingers are used: they come near to nothing before they press.
fn is_reached_for(ui: &Ui, free: Rect) -> bool {
    let id = Id::new("show touched");
    let (touches, moves) = ui.input(|input| {
        let touches = input.events.iter().any(|event| matches!(event, Event::Touch { .. }));
        let moves = input.events.iter().any(|event| matches!(event, Event::PointerMoved(_)));
        (touches, moves && !touches && !input.any_touches())
    });
    let by_touch = ui.data_mut(|data| {
        let kept = data.get_temp_mut_or(id, false);
        *kept = touches || (*kept && !moves);
        *kept
    });
    // A telephone has no pointer at all, and must not wait for a first press.
    let is_small = ui.ctx().viewport_rect().width() < NARROW;
    let near = free.with_max_y(free.top() + free.height() * NEAR);
    by_touch || is_small || ui.input(|input| input.pointer.hover_pos()).is_some_and(|at| near.contains(at))
}

fn row_ui(root: &mut Ui, controls: &[Action], free: Rect, theme: &Theme, out: &mut Vec<Intent>) -> Rect {
    let count = controls.len().max(1) as f32;
    let edge = (theme.least * SIZE).max(theme.target().min(44.0));
    let edge = edge.min((free.width() - 2.0 * EDGE) / count - GAP * 0.5);
    let wide = count * (edge + GAP * 0.5);
    let at = Rect::from_min_size(free.left_top() + Vec2::splat(EDGE), Vec2::new(wide, edge));
    root.scope_builder(UiBuilder::new().max_rect(at), |ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(GAP * 0.5);
        ui.horizontal(|ui| {
            for action in controls {
                if circle_ui(ui, edge, action, theme).clicked() {
                    out.push(action.intent.clone());
                }
            }
        });
    });
    at
}

/// A round button with an icon in its very middle.
fn circle_ui(ui: &mut Ui, edge: f32, action: &Action, theme: &Theme) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(edge), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &action.label));
    let fill = if response.hovered() { theme.hover } else { theme.paper };
    let line = if response.has_focus() { theme.stroke(3.0, theme.accent) } else { theme.hairline() };
    ui.painter().circle(rect.center(), edge / 2.0 - line.width, fill, line);
    let font = FontId { size: edge * 0.52, ..theme.text(size::BODY) };
    let icon = ui.painter().layout_no_wrap(sign(&action.intent).to_owned(), font, theme.ink);
    let at = rect.center() - icon.mesh_bounds.center().to_vec2();
    ui.painter().galley(at, icon, theme.ink);
    response.on_hover_text(RichText::new(&action.label).font(theme.text(size::SMALL)))
}

/// The icon of a control.
pub fn sign(intent: &Intent) -> &'static str {
    let Intent::Present(wish) = intent else { return icon::DOT };
    match wish {
        Present::Next => icon::RIGHT,
        Present::Previous => icon::LEFT,
        Present::First => icon::FIRST,
        Present::Last => icon::LAST,
        Present::Blank => icon::BLANK,
        Present::Autoplay => icon::PLAY,
        Present::Restart => icon::RESTART,
        Present::Resume => icon::BACK,
        Present::End => icon::CLOSE,
        Present::Code => icon::CODE,
        Present::Speaker => icon::SPEAKER,
        Present::Projector => icon::LIGHT,
        _ => icon::DOT,
    }
}

/// Below on the left, as large as a caption: it is the one thing to do.
fn resume_ui(root: &mut Ui, resume: &Action, free: Rect, theme: &Theme, out: &mut Vec<Intent>) -> Rect {
    let font = theme.text(size::BODY);
    let words = root.painter().layout_no_wrap(resume.label.clone(), font, theme.ink).size();
    let wide = (words.x + theme.leading(1.0) + GAP * 6.0).min(free.width() - 2.0 * EDGE);
    let high = words.y + GAP * 3.0;
    let at = Rect::from_min_size(free.left_bottom() + Vec2::new(EDGE, -EDGE - high), Vec2::new(wide, high));
    let button = root.scope_builder(UiBuilder::new().max_rect(at), |ui| {
        wide_button(ui, Some(icon::BACK), &resume.label, theme, Look::Primary)
    });
    if button.inner.clicked() {
        out.push(resume.intent.clone());
    }
    button.inner.rect
}
