//! The one home of the interface's colors, sizes and faces.
#![expect(missing_docs, reason = "colors, icons and faces are what their names say")]
#![expect(clippy::disallowed_methods, reason = "this is the home of the interface's colors")]

use bevy_egui::egui::{Color32, CornerRadius, FontFamily, FontId, Stroke};

/// Families besides the text face, which is egui's proportional one.
pub const DISPLAY: &str = "display";
pub const BOLD: &str = "bold";
pub const ITALIC: &str = "italic";

/// Icons of the symbol font, by name as in `assets/fonts/icons.txt`.
pub mod icon {
    pub const HOUSE: &str = "\u{E2C2}";
    pub const QUESTION: &str = "\u{E3E8}";
    pub const GEAR: &str = "\u{E270}";
    pub const CLOSE: &str = "\u{E4F6}";
    pub const LEFT: &str = "\u{E138}";
    pub const RIGHT: &str = "\u{E13A}";
    pub const UP: &str = "\u{E13C}";
    pub const DOWN: &str = "\u{E136}";
    pub const LIST: &str = "\u{E2F0}";
    pub const PLUS: &str = "\u{E3D4}";
    pub const MINUS: &str = "\u{E32A}";
    pub const TEXT: &str = "\u{E6EE}";
}

/// Size of body text in points at 100 %.
const BODY: f32 = 16.5;
/// Smallest edge of anything that is pressed, in points.
pub const TARGET: f32 = 32.0;
/// Below this width in points the reading panel lies at the bottom.
pub const NARROW: f32 = 760.0;
/// Space between things, in points.
pub const GAP: f32 = 8.0;
/// Corners of cards.
pub const ROUND: CornerRadius = CornerRadius::same(10);

/// Colors and sizes of this moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    pub dark: bool,
    /// 1 for 100 %.
    pub scale: f32,
    pub paper: Color32,
    pub card: Color32,
    pub line: Color32,
    pub ink: Color32,
    pub soft_ink: Color32,
    pub accent: Color32,
    pub on_accent: Color32,
    pub label_paper: Color32,
}

const fn hex(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// sRGB of the model as a color of the interface.
pub fn from_paint(paint: crate::view::palette::Paint) -> Color32 {
    let [r, g, b] = paint.rgb;
    Color32::from_rgb(r, g, b)
}

/// Color of the stratum that a level raises, for floors in the column.
pub fn stratum(level: usize) -> Color32 {
    let strata = &crate::view::palette::STRATA;
    from_paint(strata[level % strata.len()].wall)
}

/// Color of a district's sign.
pub fn district(index: usize) -> Color32 {
    from_paint(crate::view::palette::of_district(index).accent)
}

impl Theme {
    /// The theme in light or dark at a size of text.
    pub fn new(dark: bool, scale: f32) -> Self {
        if dark {
            Self {
                dark,
                scale,
                paper: hex(0x1C2233),
                card: hex(0x262D42),
                line: hex(0x3D4662),
                ink: hex(0xF2EDE2),
                soft_ink: hex(0xB9BED0),
                accent: hex(0xF2C14E),
                on_accent: hex(0x1C2233),
                label_paper: hex(0x262D42),
            }
        } else {
            Self {
                dark,
                scale,
                paper: hex(0xFFFBF2),
                card: hex(0xF6EEDF),
                line: hex(0xDCCFB8),
                ink: hex(0x2B2A33),
                soft_ink: hex(0x63606B),
                accent: hex(0x9C3B54),
                on_accent: hex(0xFFFBF2),
                label_paper: hex(0xFFFBF2),
            }
        }
    }

    /// Body text, `factor` of its size.
    pub fn text(&self, factor: f32) -> FontId {
        FontId::proportional(BODY * factor * self.scale)
    }

    /// The display face, `factor` of body size.
    pub fn display(&self, factor: f32) -> FontId {
        FontId::new(BODY * factor * self.scale, FontFamily::Name(DISPLAY.into()))
    }

    /// The bold face, `factor` of body size.
    pub fn bold(&self, factor: f32) -> FontId {
        FontId::new(BODY * factor * self.scale, FontFamily::Name(BOLD.into()))
    }

    /// The italic face, `factor` of body size.
    pub fn italic(&self, factor: f32) -> FontId {
        FontId::new(BODY * factor * self.scale, FontFamily::Name(ITALIC.into()))
    }

    /// The face of code, `factor` of body size.
    pub fn code(&self, factor: f32) -> FontId {
        FontId::monospace(BODY * factor * 0.94 * self.scale)
    }

    /// Space from line to line of running text.
    pub fn leading(&self, factor: f32) -> f32 {
        (BODY * factor * 1.5 * self.scale).round()
    }

    /// Width of running text: what there is, but no more than about 68 characters.
    pub fn measure(&self, ui: &bevy_egui::egui::Ui) -> f32 {
        (BODY * self.scale * 34.0).min(ui.available_width() - GAP)
    }

    /// A thin line.
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }

    /// Edge of buttons: grows with the text, but not as fast, so that bars stay bars.
    pub fn target(&self) -> f32 {
        TARGET * (1.0 + (self.scale - 1.0) * 0.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color32) -> f32 {
        let channel = |c: u8| {
            let c = f32::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_stands_out_from_what_it_lies_on() {
        for theme in [Theme::new(false, 1.0), Theme::new(true, 1.0)] {
            for (ink, paper) in [
                (theme.ink, theme.paper),
                (theme.ink, theme.card),
                (theme.soft_ink, theme.paper),
                (theme.soft_ink, theme.card),
                (theme.accent, theme.paper),
                (theme.on_accent, theme.accent),
            ] {
                assert!(contrast(ink, paper) >= 4.5, "{ink:?} on {paper:?}: {}", contrast(ink, paper));
            }
        }
    }
}
