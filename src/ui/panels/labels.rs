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
    let wanted: Vec<Vec<Rect>> = labels.iter().zip(&sizes).map(|(label, size)| places(label, *size)).collect();
    let placed = without_overlap(&wanted, free);
    for &(index, rect) in &placed {
        if label_ui(ui, &labels[index], rect, theme) {
            out.push(labels[index].intent.clone());
        }
    }
    placed.into_iter().map(|(_, rect)| rect).collect()
}

/// For each label the first of its places that lies whole within `free` and over none before it, with its index.
pub fn without_overlap(wanted: &[Vec<Rect>], free: Rect) -> Vec<(usize, Rect)> {
    let mut placed: Vec<(usize, Rect)> = Vec::new();
    for (index, places) in wanted.iter().enumerate() {
        let clear = |rect: &Rect| placed.iter().all(|(_, other)| !other.expand(3.0).intersects(*rect));
        if let Some(rect) = places.iter().find(|rect| free.contains_rect(**rect) && clear(rect)) {
            placed.push((index, *rect));
        }
    }
    placed
}

fn font(label: &Label, theme: &Theme) -> FontId {
    match label.kind {
        LabelKind::District => theme.display(0.98),
        LabelKind::Chosen => theme.bold(0.92),
        LabelKind::Building => theme.text(0.78),
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

/// Where a label may stand, best first: above its point, and a little higher or to a side where that is taken.
/// A district's sign stands below its point, where its ground is.
fn places(label: &Label, size: Vec2) -> Vec<Rect> {
    let at = Pos2::new(label.at.x.round(), label.at.y.round());
    if label.kind == LabelKind::District {
        return vec![Rect::from_center_size(at + Vec2::new(0.0, size.y / 2.0), size)];
    }
    let aside = size.x * 0.42;
    let shifts = [(0.0, 0.0), (0.0, -1.2), (-aside, -0.4), (aside, -0.4), (-aside, -1.6), (aside, -1.6), (0.0, -2.4)];
    let above = at - Vec2::new(0.0, size.y / 2.0 + 6.0);
    shifts.iter().map(|(x, lines)| Rect::from_center_size(above + Vec2::new(*x, lines * size.y), size)).collect()
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
        let at = Pos2::new(label.at.x, label.at.y);
        let foot = Pos2::new(at.x.clamp(rect.left() + 8.0, rect.right() - 8.0), rect.bottom());
        painter.line_segment([foot, at], Stroke::new(1.5, edge.color));
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

    fn rects(places: &[(f32, f32)]) -> Vec<Rect> {
        places.iter().map(|(x, y)| Rect::from_min_size(Pos2::new(*x, *y), Vec2::new(50.0, 20.0))).collect()
    }

    #[track_caller]
    fn check(wanted: &[&[(f32, f32)]], expected: &[(usize, f32, f32)]) {
        let free = Rect::from_min_size(Pos2::ZERO, Vec2::new(400.0, 300.0));
        let wanted: Vec<_> = wanted.iter().map(|places| rects(places)).collect();
        let placed: Vec<_> = without_overlap(&wanted, free).iter().map(|(i, r)| (*i, r.left(), r.top())).collect();
        assert_eq!(placed, expected);
    }

    #[test]
    fn labels_never_overlap_and_the_first_ones_win() {
        check(&[&[(10.0, 10.0)], &[(40.0, 15.0)], &[(100.0, 10.0)]], &[(0, 10.0, 10.0), (2, 100.0, 10.0)]);
    }

    #[test]
    fn a_label_gives_way_to_its_next_place() {
        check(&[&[(10.0, 10.0)], &[(40.0, 15.0), (40.0, 50.0)]], &[(0, 10.0, 10.0), (1, 40.0, 50.0)]);
    }

    #[test]
    fn a_label_that_would_be_cut_off_is_left_out() {
        check(&[&[(380.0, 10.0)]], &[]);
    }
}
