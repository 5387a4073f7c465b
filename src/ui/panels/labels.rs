//! Names over the city: never one over another, the important ones first.

use crate::app::{Label, LabelKind};
use crate::ui::tokens::{self, Theme};
use crate::view::Intent;
use bevy_egui::egui::{
    self, Align2, Color32, CornerRadius, FontId, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    WidgetType,
};

/// Space around the words of a label, in points.
const PADDING: Vec2 = Vec2::new(9.0, 4.0);

/// Draws the labels that have room in `free`, in their order, and tells where they are.
pub fn labels_ui(ui: &mut Ui, labels: &[Label], free: Rect, theme: &Theme, out: &mut Vec<Intent>) -> Vec<Rect> {
    let sizes: Vec<Vec2> = labels.iter().map(|label| size(ui, label, theme)).collect();
    let wanted: Vec<Rect> = labels.iter().zip(&sizes).map(|(label, size)| place(label, *size)).collect();
    let placed = without_overlap(&wanted, free);
    for &(index, rect) in &placed {
        if label_ui(ui, &labels[index], rect, theme) {
            out.push(labels[index].intent.clone());
        }
    }
    placed.into_iter().map(|(_, rect)| rect).collect()
}

/// The rectangles that lie whole within `free` and over none before them, with their indices.
pub fn without_overlap(wanted: &[Rect], free: Rect) -> Vec<(usize, Rect)> {
    let mut placed: Vec<(usize, Rect)> = Vec::new();
    for (index, rect) in wanted.iter().enumerate() {
        let clear = placed.iter().all(|(_, other)| !other.expand(3.0).intersects(*rect));
        if clear && free.contains_rect(*rect) {
            placed.push((index, *rect));
        }
    }
    placed
}

fn font(label: &Label, theme: &Theme) -> FontId {
    match label.kind {
        LabelKind::District => theme.display(0.98),
        LabelKind::Chosen => theme.bold(0.92),
        LabelKind::Building => theme.text(0.82),
    }
}

fn size(ui: &Ui, label: &Label, theme: &Theme) -> Vec2 {
    let layout = |text: &str, font: FontId| ui.painter().layout_no_wrap(text.to_owned(), font, Color32::BLACK).size();
    let mut size = layout(&label.text, font(label, theme));
    if let Some(more) = &label.more {
        let more = layout(more, theme.text(0.75));
        size = Vec2::new(size.x.max(more.x), size.y + more.y);
    }
    size + 2.0 * PADDING
}

/// Above its point; a district's sign below, where its ground is.
fn place(label: &Label, size: Vec2) -> Rect {
    let at = Pos2::new(label.at.x.round(), label.at.y.round());
    let middle = if label.kind == LabelKind::District { size.y / 2.0 } else { -size.y / 2.0 - 6.0 };
    Rect::from_center_size(at + Vec2::new(0.0, middle), size)
}

fn label_ui(ui: &mut Ui, label: &Label, rect: Rect, theme: &Theme) -> bool {
    let response = ui.interact(rect, Id::new(("label", &label.text, label.district)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &label.text));
    let painter = ui.painter();
    let accent = tokens::district(label.district);
    let round = CornerRadius::same(if label.kind == LabelKind::District { 4 } else { 12 });
    let (paper, ink, edge) = match label.kind {
        LabelKind::District => (accent, Color32::WHITE, Stroke::new(1.0, theme.label_paper)),
        LabelKind::Chosen => (theme.label_paper, theme.ink, Stroke::new(2.0, theme.accent)),
        LabelKind::Building => (theme.label_paper.gamma_multiply(0.9), theme.ink, Stroke::new(1.0, theme.line)),
    };
    let edge = if response.hovered() { Stroke::new(2.0, theme.accent) } else { edge };
    painter.rect(rect, round, paper, edge, StrokeKind::Inside);
    if label.kind != LabelKind::District {
        let foot = Pos2::new(rect.center().x, rect.bottom());
        painter.line_segment([foot, foot + Vec2::new(0.0, 5.0)], Stroke::new(1.5, edge.color));
    }
    let top = rect.center_top() + Vec2::new(0.0, PADDING.y);
    let drawn = painter.text(top, Align2::CENTER_TOP, &label.text, font(label, theme), ink);
    if let Some(more) = &label.more {
        painter.text(drawn.center_bottom(), Align2::CENTER_TOP, more, theme.text(0.75), theme.soft_ink);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: f32, y: f32) -> Rect {
        Rect::from_min_size(Pos2::new(x, y), Vec2::new(50.0, 20.0))
    }

    #[test]
    fn labels_never_overlap_and_the_first_ones_win() {
        let free = Rect::from_min_size(Pos2::ZERO, Vec2::new(400.0, 300.0));
        let placed = without_overlap(&[rect(10.0, 10.0), rect(40.0, 15.0), rect(100.0, 10.0), rect(380.0, 10.0)], free);
        assert_eq!(placed.iter().map(|(index, _)| *index).collect::<Vec<_>>(), [0, 2]);
    }
}
