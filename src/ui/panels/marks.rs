//! Frames around marked buildings, over every roof that stands before them: each kind has its own form.

use crate::app::{Mark, MarkKind};
use crate::ui::tokens::MARK;
use crate::view::legend::Sample;
use bevy_egui::egui::{Painter, Pos2, Rect, Shape, Stroke};

/// Draws the frames.
pub fn marks_ui(painter: &Painter, marks: &[Mark]) {
    for mark in marks {
        let (low, high) = (mark.around.min, mark.around.max);
        let around = Rect::from_min_max(Pos2::new(low.x, low.y), Pos2::new(high.x, high.y)).expand(7.0);
        mark_ui(painter, mark.kind, around);
    }
}

/// Draws one frame: solid corners, dashes all around, or thin corners.
pub fn mark_ui(painter: &Painter, kind: MarkKind, around: Rect) {
    let width = if kind == MarkKind::Hovered { 1.5 } else { 3.0 };
    // Bright on dark: it shows by day and by night.
    for (more, color) in [(2.5, MARK[0]), (0.0, MARK[1])] {
        let stroke = Stroke::new(width + more, color);
        match kind {
            MarkKind::Focused => painter.extend(Shape::dashed_line(&around_once(around), stroke, 8.0, 7.0)),
            MarkKind::Open => corners(painter, around, 0.3, stroke),
            MarkKind::Hovered => corners(painter, around, 0.16, stroke),
        }
    }
}

/// The kind that a sample of the legend shows.
pub fn kind_of(sample: Sample) -> Option<MarkKind> {
    match sample {
        Sample::Open => Some(MarkKind::Open),
        Sample::Focused => Some(MarkKind::Focused),
        Sample::Hovered => Some(MarkKind::Hovered),
        _ => None,
    }
}

fn around_once(rect: Rect) -> [Pos2; 5] {
    [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()]
}

/// The four corners, each `share` of the shorter side long.
fn corners(painter: &Painter, rect: Rect, share: f32, stroke: Stroke) {
    let long = rect.size().min_elem() * share;
    for corner in [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()] {
        let inward = rect.center() - corner;
        let aside = Pos2::new(corner.x + long * inward.x.signum(), corner.y);
        let along = Pos2::new(corner.x, corner.y + long * inward.y.signum());
        painter.line(vec![aside, corner, along], stroke);
    }
}
