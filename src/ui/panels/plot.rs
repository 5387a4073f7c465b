//! A plot: the shapes as they are, as large as there is room for, and what they say for who does not see them.

use crate::ui::tokens::{Theme, faded, from_paint, size};
use crate::ui::widgets::{line_ui, prose_ui};
use crate::view::assess::plot::{Ink, Plot, Shape, Side, TEXT};
use bevy_egui::egui::{
    Align2, Color32, FontFamily, FontId, Painter, Pos2, Rect, ScrollArea, Sense, Shape as Painted, Ui, Vec2,
    WidgetInfo, WidgetType,
};

/// A plot is drawn no smaller than this share; where that is too wide one scrolls.
const SMALLEST: f32 = 0.8;

/// Draws a plot.
pub fn plot_ui(ui: &mut Ui, plot: &Plot, theme: &Theme) {
    line_ui(ui, &plot.title, theme.bold(size::LESS), theme.ink);
    let [width, height] = plot.drawing.size;
    let scale = (ui.available_width() / width).clamp(SMALLEST, theme.scale.max(1.0));
    ScrollArea::horizontal().id_salt(&plot.title).auto_shrink([false, true]).show(ui, |ui| {
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height) * scale, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, in_words(plot)));
        let artist = Artist { painter: ui.painter_at(rect), rect, scale, theme };
        let seen = ui.clip_rect();
        plot.drawing.shapes.iter().filter(|shape| artist.is_seen(shape, seen)).for_each(|shape| artist.draw(shape));
    });
    prose_ui(ui, &plot.note, theme, size::SMALL, theme.soft_ink);
}

/// The table of a plot, a row a sentence.
fn in_words(plot: &Plot) -> String {
    let row = |row: &Vec<String>| {
        let cells = plot.table.head.iter().zip(row).skip(1).map(|(head, cell)| format!("{head}: {cell}"));
        let name = row.first().map_or("", String::as_str);
        format!("{name}. {}", cells.collect::<Vec<_>>().join(", "))
    };
    let rows: Vec<String> = plot.table.rows.iter().map(row).collect();
    format!("{}. {}", plot.title, rows.join(". "))
}

struct Artist<'a> {
    painter: Painter,
    rect: Rect,
    scale: f32,
    theme: &'a Theme,
}

impl Artist<'_> {
    fn at(&self, [x, y]: [f32; 2]) -> Pos2 {
        self.rect.min + Vec2::new(x, y) * self.scale
    }

    fn color(&self, ink: Ink) -> Color32 {
        match ink {
            Ink::Text => self.theme.ink,
            Ink::Soft => self.theme.soft_ink,
            // Where lines stand out, these would be as loud as what is plotted.
            Ink::Faint if self.theme.high => faded(self.theme.line, 0.4),
            Ink::Faint => self.theme.line,
            // On dark paper a person's color would sink in.
            Ink::Person(_) if self.theme.dark => {
                ink.paint().map_or(self.theme.ink, |paint| from_paint(paint.mixed(crate::view::palette::WHITE, 0.35)))
            }
            Ink::Person(_) | Ink::Share(_) | Ink::OnShare(_) => ink.paint().map_or(self.theme.ink, from_paint),
        }
    }

    /// Of a long plot only what is in view is laid out.
    fn is_seen(&self, shape: &Shape, seen: Rect) -> bool {
        let [low, high] = match shape {
            Shape::Line([_, y1], [_, y2], ..) => [y1.min(*y2), y1.max(*y2)],
            Shape::Rect([_, y], [_, height], _) => [*y, y + height],
            Shape::Disk([_, y], ..)
            | Shape::Ring([_, y], ..)
            | Shape::Diamond([_, y], ..)
            | Shape::Text([_, y], ..) => [y - TEXT, y + TEXT],
            Shape::Outline(..) => return true,
        };
        self.at([0.0, high]).y >= seen.top() && self.at([0.0, low]).y <= seen.bottom()
    }

    fn draw(&self, shape: &Shape) {
        let painter = &self.painter;
        let fine = |ink| self.theme.stroke(1.6 * self.scale, self.color(ink));
        match shape {
            Shape::Line(from, to, width, ink) => {
                let stroke = self.theme.stroke(width * self.scale, self.color(*ink));
                painter.line_segment([self.at(*from), self.at(*to)], stroke);
            }
            Shape::Rect(at, size, ink) => {
                let rect = Rect::from_min_size(self.at(*at), Vec2::from(*size) * self.scale);
                painter.rect_filled(rect, 0.0, self.color(*ink));
            }
            Shape::Disk(at, radius, ink) => {
                painter.circle_filled(self.at(*at), radius * self.scale, self.color(*ink));
            }
            Shape::Ring(at, radius, ink) => {
                painter.circle_stroke(self.at(*at), radius * self.scale, fine(*ink));
            }
            Shape::Diamond([x, y], half, ink) => {
                let points = [[x - half, *y], [*x, y - half], [x + half, *y], [*x, y + half]];
                painter.add(Painted::closed_line(points.map(|at| self.at(at)).to_vec(), fine(*ink)));
            }
            Shape::Outline(points, ink) => {
                painter.add(Painted::closed_line(points.iter().map(|at| self.at(*at)).collect(), fine(*ink)));
            }
            Shape::Text(at, side, text, ink) => {
                let align = match side {
                    Side::Left => Align2::LEFT_CENTER,
                    Side::Middle => Align2::CENTER_CENTER,
                    Side::Right => Align2::RIGHT_CENTER,
                };
                let font = FontId::new(TEXT * self.scale, FontFamily::Proportional);
                painter.text(self.at(*at), align, text, font, self.color(*ink));
            }
        }
    }
}
