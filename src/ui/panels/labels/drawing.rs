//! What a name looks like: its words, its paper, and the line down to its thing.

use super::Kept;
use super::placing::{AIR, point};
use crate::app::{Label, LabelKind};
use crate::ui::tokens::{self, Theme, size};
use bevy_egui::egui::{
    self, Align, Color32, FontId, Galley, Id, Pos2, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, WidgetType,
    epaint::{PathShape, PathStroke},
    text::LayoutJob,
};
use std::f32::consts::FRAC_PI_2;
use std::sync::Arc;

/// Space around the words of a label, in points.
const PADDING: Vec2 = Vec2::new(9.0, 4.0);

/// The words of a label, laid out, and what they need.
pub struct Texts {
    name: Arc<Galley>,
    more: Option<Arc<Galley>>,
    /// With the space around them.
    pub size: Vec2,
}

impl Texts {
    /// Lays them out for the room that is free.
    pub fn new(ui: &Ui, label: &Label, free: Rect, theme: &Theme) -> Self {
        let wide = (free.width() - 2.0 * PADDING.x - 2.0 * AIR).max(40.0);
        let layout = |text: &str, font: FontId| {
            let mut job = LayoutJob::simple(text.to_owned(), font, Color32::PLACEHOLDER, wide);
            job.halign = Align::Center;
            ui.painter().layout_job(job)
        };
        let font = match label.kind {
            LabelKind::District => theme.display(size::BODY),
            LabelKind::Chosen => theme.bold(size::LESS),
            LabelKind::Building => theme.text(size::TINY),
        };
        let name = layout(&label.text, font);
        let more = label.more.as_ref().map(|more| layout(more, theme.text(size::TINY)));
        let mut size = name.size();
        if let Some(more) = &more {
            size = Vec2::new(size.x.max(more.size().x), size.y + more.size().y);
        }
        Self { name, more, size: size + 2.0 * PADDING }
    }
}

/// A line from a name down to its thing.
pub(super) fn draw_stem(ui: &Ui, kept: &Kept, rect: Rect, free: Rect, theme: &Theme) {
    let at = point(&kept.label);
    let foot = Pos2::new(at.x.clamp(rect.left() + 8.0, rect.right() - 8.0), rect.bottom());
    let color = if kept.label.kind == LabelKind::Chosen { theme.accent } else { theme.line };
    if at.y > foot.y {
        let share = if theme.high { kept.share } else { kept.share * kept.label.ink };
        let stroke = theme.stroke(1.5, tokens::faded(color, share));
        ui.painter().with_clip_rect(free).line_segment([foot, at], stroke);
    }
}

/// Draws a label at its place, and tells whether it was pressed.
pub(super) fn draw(ui: &Ui, kept: &Kept, texts: &Texts, rect: Rect, free: Rect, theme: &Theme) -> bool {
    let label = &kept.label;
    let sense = if kept.has_room { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, Id::new(("label", label.of)), sense);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &*label.text));
    let ink_share = if theme.high { 1.0 } else { label.ink };
    let painter = ui.painter().with_clip_rect(free);
    let fade = |color: Color32, share: f32| tokens::faded(color, kept.share * share);
    let accent = tokens::district(label.district);
    let round = if label.kind == LabelKind::District { 4.0 } else { 12.0 };
    let (paper, ink, edge) = match label.kind {
        LabelKind::District => (accent, tokens::ink_on(accent), theme.stroke(1.0, theme.label_paper)),
        LabelKind::Chosen => (theme.label_paper, theme.ink, theme.stroke(2.0, theme.accent)),
        LabelKind::Building => (theme.veil(theme.label_paper), theme.ink, theme.hairline()),
    };
    let edge = if response.hovered() { theme.stroke(2.0, theme.accent) } else { edge };
    let edge = Stroke::new(edge.width, fade(edge.color, ink_share));
    painter.add(paper_of(rect, round, fade(paper, ink_share), edge));
    // Paper grows pale sooner than words, or the far ones could not be read.
    let words = fade(ink, ink_share.sqrt());
    let top = rect.center_top() + Vec2::new(0.0, PADDING.y);
    painter.galley(top, texts.name.clone(), words);
    if let Some(more) = &texts.more {
        painter.galley(top + Vec2::new(0.0, texts.name.size().y), more.clone(), fade(theme.soft_ink, 1.0));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// A rectangle with round corners of five points each: egui takes nine, and triangles for their smooth edges are most of
/// what it draws in a city full of names.
fn paper_of(rect: Rect, round: f32, fill: Color32, edge: Stroke) -> PathShape {
    const STEPS: u8 = 4;
    let inner = rect.shrink(round);
    let corners = [inner.right_bottom(), inner.left_bottom(), inner.left_top(), inner.right_top()];
    let points = corners.into_iter().zip(0u8..).flat_map(|(corner, quarter)| {
        (0..=STEPS).map(move |step| {
            let turn = f32::from(quarter * STEPS + step) * FRAC_PI_2 / f32::from(STEPS);
            corner + round * Vec2::angled(turn)
        })
    });
    let stroke = PathStroke::new(edge.width, edge.color).inside();
    PathShape { points: points.collect(), closed: true, fill, stroke }
}
