//! The small map in a corner of the picture, with its compass.

use crate::domain::id::BuildingId;
use crate::domain::save::CameraPose;
use crate::ui::tokens::{self, EDGE, MARK, TARGET, Theme, ink_on, size};
use crate::view::intent::CameraMove;
use crate::view::map::{self, Dot, Found, MapView, Point, Ward};
use crate::view::{Intent, Words};
use bevy_egui::egui::{
    self, Align2, Color32, CursorIcon, Id, Mesh, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, WidgetType,
};

/// Width of the rim on which north stands.
const RIM: f32 = 11.0;
/// How near to a dot a press opens it, in points.
const REACH: f32 = 6.0;
/// A city of more buildings than this has no room for a dot for each, and its wards need no edges.
const MOST_DOTS: usize = 300;

/// From where the map shows the city, and what is under the pointer there.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The camera.
    pub pose: CameraPose,
    /// Its vertical angle in radians.
    pub field: f32,
    /// Width over height of the picture.
    pub aspect: f32,
    /// The building under the pointer.
    pub hovered: Option<&'a BuildingId>,
}

/// Where the map lies in what panels leave free; nowhere if there is no room for it.
pub fn place(free: Rect, theme: &Theme) -> Option<Rect> {
    let edge = free.size().min_elem();
    let size = if edge > 430.0 { (edge * 0.22).clamp(140.0, 200.0) * theme.scale.sqrt() } else { 104.0 };
    (edge > 2.8 * size).then(|| {
        let at = free.right_bottom() - Vec2::splat(EDGE + size);
        Rect::from_min_size(at, Vec2::splat(size))
    })
}

/// Draws the map.
pub fn map_ui(
    ui: &Ui,
    view: &MapView,
    seen: Seen<'_>,
    rect: Rect,
    words: &Words,
    theme: &Theme,
    out: &mut Vec<Intent>,
) {
    let sheet = Sheet { view, seen, rect, scale: (rect.width() / 2.0 - RIM) / view.radius, theme };
    let response = ui.interact(rect, Id::new("map"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, words.get("action-map")));
    sheet.paint(ui.painter());
    let needle = sheet.needle();
    let compass = ui.interact(Rect::from_center_size(needle, Vec2::splat(TARGET)), Id::new("compass"), Sense::click());
    compass.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, words.get("action-north")));
    sheet.paint_compass(ui.painter(), needle, &words.get("compass-north"), &compass);
    let hint = |text: String| egui::RichText::new(text).font(theme.text(size::SMALL));
    if compass.clicked() {
        out.push(Intent::Move(CameraMove::North));
    }
    let is_over_compass = compass.hovered();
    compass.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint(words.get("action-north")));
    let clicked = response.clicked().then(|| response.interact_pointer_pos()).flatten();
    if let Some((_, intent)) = clicked.and_then(|at| sheet.find(at)) {
        out.push(intent);
    }
    if !is_over_compass && let Some((name, _)) = response.hover_pos().and_then(|at| sheet.find(at)) {
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text_at_pointer(hint(name));
    }
}

/// The map on the screen.
struct Sheet<'a> {
    view: &'a MapView,
    seen: Seen<'a>,
    rect: Rect,
    /// Points a meter.
    scale: f32,
    theme: &'a Theme,
}

impl Sheet<'_> {
    fn at(&self, point: Point) -> Pos2 {
        let [right, down] = map::turned(point, self.seen.pose.yaw);
        self.rect.center() + Vec2::new(right, down) * self.scale
    }

    /// What lies at a point of the screen: its name, and what a press on it wants.
    fn find(&self, at: Pos2) -> Option<(String, Intent)> {
        let from = (at - self.rect.center()) / self.scale;
        let found = self.view.find(map::unturned([from.x, from.y], self.seen.pose.yaw), REACH / self.scale)?;
        Some(match found {
            Found::Dot(dot) => (dot.name.clone(), dot.intent.clone()),
            Found::Ward(ward) => (ward.name.clone(), ward.intent.clone()),
        })
    }

    fn paint(&self, painter: &Painter) {
        let (theme, middle, radius) = (self.theme, self.rect.center(), self.rect.width() / 2.0);
        painter.circle(middle, radius, theme.veil(theme.paper), theme.hairline());
        for ward in &self.view.wards {
            self.paint_ward(painter, ward);
        }
        self.paint_seen(painter);
        let rank = |dot: &&Dot| (dot.open, dot.focused, self.is_hovered(dot));
        let is_seen = |dot: &&Dot| !self.is_crowded() || rank(dot) > (false, false, false);
        let mut dots: Vec<&Dot> = self.view.dots.iter().filter(is_seen).collect();
        dots.sort_by_key(rank);
        for dot in dots {
            self.paint_dot(painter, dot);
        }
    }

    fn is_crowded(&self) -> bool {
        self.view.dots.len() > MOST_DOTS
    }

    fn paint_ward(&self, painter: &Painter, ward: &Ward) {
        let theme = self.theme;
        if ward.founded {
            let mut mesh = Mesh::default();
            for (inner, outer) in ward.inner.iter().zip(&ward.outer) {
                for point in [inner, outer] {
                    mesh.colored_vertex(self.at(*point), tokens::ground(ward.district));
                }
            }
            for strip in 0..ward.inner.len().saturating_sub(1) as u32 {
                mesh.add_triangle(2 * strip, 2 * strip + 1, 2 * strip + 2);
                mesh.add_triangle(2 * strip + 1, 2 * strip + 3, 2 * strip + 2);
            }
            painter.add(mesh);
        }
        if self.is_crowded() && ward.founded && !ward.open {
            return;
        }
        let edge = match (ward.open, ward.founded) {
            (true, _) => theme.stroke(3.0, theme.accent),
            (false, true) => theme.stroke(1.2, tokens::district(ward.district)),
            (false, false) => Stroke::new(1.0, tokens::faded(theme.soft_ink, if theme.high { 1.0 } else { 0.55 })),
        };
        let outline = ward.outline().into_iter().map(|point| self.at(point)).collect();
        painter.add(Shape::closed_line(outline, edge));
    }

    /// What the camera sees.
    fn paint_seen(&self, painter: &Painter) {
        let Seen { pose, field, aspect, .. } = self.seen;
        let wedge: Vec<Pos2> =
            map::seen(&pose, field, aspect, self.view.radius).into_iter().map(|point| self.at(point)).collect();
        if wedge.len() > 2 {
            let fill = if self.theme.high { Color32::TRANSPARENT } else { tokens::faded(self.theme.accent, 0.16) };
            painter.add(Shape::convex_polygon(wedge, fill, self.theme.stroke(1.2, self.theme.accent)));
        }
    }

    fn is_hovered(&self, dot: &Dot) -> bool {
        self.seen.hovered == Some(&dot.id)
    }

    /// A dot; a diamond where it is open, two rings where it has the mark, a square under the pointer.
    fn paint_dot(&self, painter: &Painter, dot: &Dot) {
        let (at, color) = (self.at(dot.at), tokens::district(dot.district));
        let [dark, bright] = MARK;
        let unit = (self.rect.width() / 150.0).clamp(0.8, 1.3);
        if dot.open {
            let around = |reach: f32| [(0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)];
            let points = around(6.5 * unit).map(|(x, y)| at + Vec2::new(x, y)).to_vec();
            painter.add(Shape::convex_polygon(points, bright, Stroke::new(2.0, dark)));
        } else if dot.focused {
            painter.circle(at, 6.0 * unit, bright, Stroke::new(1.5, dark));
            painter.circle(at, 3.0 * unit, Color32::WHITE, Stroke::new(1.5, dark));
        } else if self.is_hovered(dot) {
            painter.rect(
                Rect::from_center_size(at, Vec2::splat(9.0 * unit)),
                0.0,
                bright,
                Stroke::new(1.5, dark),
                StrokeKind::Middle,
            );
        } else if dot.stands {
            ring(painter, at, 2.6 * unit, color, ink_on(color));
        } else {
            ring(painter, at, 1.3 * unit, self.theme.paper, self.theme.soft_ink);
        }
    }

    /// Where north stands on the rim.
    fn needle(&self) -> Pos2 {
        let [right, down] = map::turned([0.0, -1.0], self.seen.pose.yaw);
        self.rect.center() + Vec2::new(right, down) * (self.rect.width() / 2.0 - 2.0)
    }

    fn paint_compass(&self, painter: &Painter, at: Pos2, letter: &str, response: &Response) {
        let theme = self.theme;
        let outward = (at - self.rect.center()).normalized();
        let aside = outward.rot90();
        let tip = vec![at + outward * 17.0, at + outward * 8.0 + aside * 6.0, at + outward * 8.0 - aside * 6.0];
        painter.add(Shape::convex_polygon(tip, theme.accent, Stroke::new(1.0, theme.paper)));
        let fill = if response.hovered() { theme.accent } else { theme.paper };
        let ink = if response.hovered() { theme.on_accent } else { theme.ink };
        painter.circle(at, 10.0, fill, theme.stroke(1.5, theme.accent));
        painter.text(at, Align2::CENTER_CENTER, letter, egui::FontId { size: 13.0, ..theme.bold(size::BODY) }, ink);
    }
}

/// A disc with an edge of a point, as two discs: those come ready from egui's texture, and there is one for each building
/// in every frame.
fn ring(painter: &Painter, at: Pos2, radius: f32, fill: Color32, edge: Color32) {
    painter.circle_filled(at, radius + 0.5, edge);
    painter.circle_filled(at, radius - 0.5, fill);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings;

    #[test]
    fn the_map_lies_whole_in_the_picture_or_not_at_all() {
        for theme in [1.0, 2.0].map(|scale| Theme::new(settings::Theme::Light, scale)) {
            for (width, height, has_room) in [
                (1280.0, 670.0, true),
                (760.0, 670.0, true),
                (360.0, 540.0, true),
                (360.0, 190.0, false),
                (200.0, 600.0, false),
            ] {
                let free = Rect::from_min_size(Pos2::new(0.0, 50.0), Vec2::new(width, height));
                let place = place(free, &theme);
                assert_eq!(place.is_some(), has_room, "{width} {height}");
                assert!(place.is_none_or(|rect| free.contains_rect(rect)), "{place:?}");
            }
        }
    }
}
