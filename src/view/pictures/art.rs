//! A drawing of flat faces, as SVG: neighbors of one color become one path.

use crate::view::palette::Paint;
use std::fmt::Write;

/// A point, in points from the upper left corner.
pub type Point = [f32; 2];

/// A drawing that grows from the hindmost face to the foremost.
#[derive(Debug, Default)]
pub struct Art {
    done: String,
    ink: Option<Ink>,
    path: String,
}

/// What a path is drawn with.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Ink {
    paint: [u8; 3],
    opacity: f32,
    /// The width of a line; a face has none.
    line: Option<f32>,
}

/// A color as SVG has it.
pub fn hex(paint: Paint) -> String {
    let [red, green, blue] = paint.rgb;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

impl Art {
    /// A face.
    pub fn face(&mut self, paint: Paint, points: &[Point]) {
        self.veil(paint, 1.0, points);
    }

    /// A face that one sees through.
    pub fn veil(&mut self, paint: Paint, opacity: f32, points: &[Point]) {
        self.with(Ink { paint: paint.rgb, opacity, line: None }, points);
        self.path.push('Z');
    }

    /// An upright rectangle.
    pub fn rect(&mut self, paint: Paint, opacity: f32, [x, y]: Point, [width, height]: Point) {
        self.veil(paint, opacity, &[[x, y], [x + width, y], [x + width, y + height], [x, y + height]]);
    }

    /// A disk, as a face of many corners.
    pub fn disk(&mut self, paint: Paint, opacity: f32, [x, y]: Point, radius: f32) {
        let corners = if radius < 6.0 { 8 } else { 40 };
        let corner = |i| (std::f32::consts::TAU * (i as f32 + 0.5) / corners as f32).sin_cos();
        let points: Vec<Point> = (0..corners).map(corner).map(|(s, c)| [x + s * radius, y + c * radius]).collect();
        self.veil(paint, opacity, &points);
    }

    /// A line through points.
    pub fn line(&mut self, paint: Paint, opacity: f32, width: f32, points: &[Point]) {
        self.with(Ink { paint: paint.rgb, opacity, line: Some(width) }, points);
    }

    /// What is drawn next, with these attributes around it, until [`Art::close`].
    pub fn open(&mut self, attributes: &str) {
        self.flush();
        let _ = write!(self.done, "<g {attributes}>");
    }

    /// Ends what was opened last.
    pub fn close(&mut self) {
        self.flush();
        self.done.push_str("</g>");
    }

    /// An element that is no path, written by us.
    pub fn element(&mut self, element: &str) {
        self.flush();
        self.done.push_str(element);
    }

    /// The drawing as elements of an SVG.
    pub fn finish(mut self) -> String {
        self.flush();
        self.done
    }

    fn with(&mut self, ink: Ink, points: &[Point]) {
        if self.ink != Some(ink) || ink.opacity < 1.0 {
            self.flush();
            self.ink = Some(ink);
        }
        // Steps from point to point are shorter to write; they are taken between what was written.
        let mut pen = [0; 2];
        for (index, point) in points.iter().enumerate() {
            let tenths = point.map(|axis| (axis * 10.0).round() as i64);
            self.path.push(if index == 0 { 'M' } else { 'l' });
            for axis in 0..2 {
                let step = tenths[axis] - pen[axis];
                if axis == 1 && step >= 0 {
                    self.path.push(' ');
                }
                number(&mut self.path, step);
            }
            pen = tenths;
        }
    }

    fn flush(&mut self) {
        let Some(Ink { paint, opacity, line }) = self.ink.take() else { return };
        let color = hex(Paint { rgb: paint, glow: 0 });
        let _ = match line {
            // A hair of its own color over its edge, as wide as the whole drawing says, so that no light comes through between two faces.
            None if opacity >= 1.0 => {
                write!(self.done, r#"<path fill="{color}" stroke="{color}""#)
            }
            None => write!(self.done, r#"<path fill="{color}" opacity="{opacity:.2}""#),
            Some(width) => write!(
                self.done,
                r#"<path fill="none" stroke="{color}" stroke-width="{width:.1}" stroke-linecap="round" opacity="{opacity:.2}""#
            ),
        };
        let _ = write!(self.done, r#" d="{}"/>"#, self.path);
        self.path.clear();
    }
}

/// A tenth of a point is finer than any picture.
fn number(text: &mut String, tenths: i64) {
    let (sign, whole, rest) = (if tenths < 0 { "-" } else { "" }, tenths.abs() / 10, tenths.abs() % 10);
    let _ = match (whole, rest) {
        (_, 0) => write!(text, "{sign}{whole}"),
        (0, _) => write!(text, "{sign}.{rest}"),
        _ => write!(text, "{sign}{whole}.{rest}"),
    };
}

/// A number from 0 to 1 that is always the same for the same place: chance that never changes.
pub fn chance(seed: u32, place: usize) -> f32 {
    let mut bits = seed ^ (place as u32).wrapping_mul(0x9E37_79B9);
    for shift in [16, 13, 16] {
        bits = (bits ^ bits >> shift).wrapping_mul(0x85EB_CA6B);
    }
    (bits >> 8) as f32 / (1 << 24) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbors_of_one_color_are_one_path() {
        let mut art = Art::default();
        let triangle = [[0.0, 0.0], [1.0, 0.25], [0.0, 1.0]];
        for _ in 0..2 {
            art.face(Paint::hex(0xFF0000), &triangle);
        }
        art.face(Paint::hex(0x00FF00), &triangle);
        let text = art.finish();
        assert_eq!(text.matches("<path").count(), 2);
        assert!(text.contains("M0 0l1 .3l-1 .7ZM0 0"), "{text}");
    }
}
