//! The code of a link, large enough for the last row.

use crate::ui::tokens::{self, GAP, ROUND, Theme, room, size};
use crate::view::present::view::CodeView;
use bevy_egui::egui::epaint::RectShape;
use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{Color32, Pos2, Rect, Sense, Shape, Ui, Vec2, WidgetInfo, WidgetType};

/// Modules of white around a code: fewer, and telephones do not find it.
const QUIET: usize = 4;

/// Draws a code as large as there is room, with its link below where there is room for that as well.
pub fn code_ui(ui: &mut Ui, view: &CodeView, theme: &Theme) {
    let area = ui.max_rect();
    let mut job = LayoutJob::simple(view.link.clone(), theme.text(size::BODY), theme.ink, area.width());
    job.wrap.break_anywhere = true;
    let link = ui.painter().layout_job(job);
    let below = link.size().y + GAP;
    let whole = area.width().min(area.height());
    // The words are for who has no camera: they never make the code small.
    let least = (room::CODE * ui.ctx().viewport_rect().width()).min(whole);
    let has_words = area.height() - below >= least;
    let edge = if has_words { whole.min(area.height() - below) } else { whole };
    let at = Rect::from_min_size(Pos2::new(area.center().x - edge / 2.0, area.top()), Vec2::splat(edge));
    square_ui(ui, view, at);
    if has_words {
        let left = area.center().x - link.size().x / 2.0;
        ui.painter().galley(Pos2::new(left, at.bottom() + GAP), link, theme.ink);
    }
}

/// Draws a code, white around it, into a square.
pub fn square_ui(ui: &mut Ui, view: &CodeView, at: Rect) {
    let response = ui.allocate_rect(at, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &view.link));
    let [dark, light] = tokens::CODE;
    ui.painter().rect_filled(at, ROUND, light);
    ui.painter().extend(squares(view, at, dark));
}

/// The dark modules, those beside each other as one: between two there would be a hair of light.
fn squares(view: &CodeView, at: Rect, color: Color32) -> Vec<Shape> {
    let module = at.width() / (view.width + 2 * QUIET) as f32;
    let corner = at.min + Vec2::splat(module * QUIET as f32);
    let mut shapes = Vec::new();
    for (row, dark) in view.dark.chunks(view.width.max(1)).enumerate() {
        let mut from = 0;
        while from < dark.len() {
            let run = dark[from..].iter().take_while(|is| **is).count();
            if run > 0 {
                let min = corner + Vec2::new(from as f32, row as f32) * module;
                // A touch higher than a module, for the same reason.
                let rect = Rect::from_min_size(min, Vec2::new(run as f32 * module, module * 1.02));
                shapes.push(Shape::Rect(RectShape::filled(rect, 0.0, color)));
            }
            from += run.max(1);
        }
    }
    shapes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_covered_and_no_light_one() {
        let dark = [true, true, false, false, true, false, true, false, true].to_vec();
        let view = CodeView { link: String::new(), width: 3, dark: dark.clone() };
        let at = Rect::from_min_size(Pos2::ZERO, Vec2::splat((3 + 2 * QUIET) as f32 * 10.0));
        let shapes = squares(&view, at, Color32::BLACK);
        for (index, is_dark) in dark.into_iter().enumerate() {
            let (x, y) = (index % 3, index / 3);
            let middle = Pos2::new((QUIET + x) as f32 * 10.0 + 5.0, (QUIET + y) as f32 * 10.0 + 5.0);
            let is_covered = shapes.iter().any(|shape| shape.visual_bounding_rect().contains(middle));
            assert_eq!(is_covered, is_dark, "{x} {y}");
        }
    }
}
