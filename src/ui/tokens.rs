//! The one home of the interface's colors, sizes and faces.
#![expect(missing_docs, reason = "colors, icons and faces are what their names say")]
#![expect(clippy::disallowed_methods, reason = "this is the home of the interface's colors")]

use crate::domain::settings;
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
    pub const SEARCH: &str = "\u{E30C}";
    pub const PLUS: &str = "\u{E3D4}";
    pub const MINUS: &str = "\u{E32A}";
    pub const TEXT: &str = "\u{E6EE}";
    pub const LEGEND: &str = "\u{E2CE}";
    pub const MAP: &str = "\u{E31A}";
    pub const JOURNEY: &str = "\u{E466}";
    pub const CHECK: &str = "\u{E182}";
    pub const CITIES: &str = "\u{E102}";
    pub const ENTER: &str = "\u{E044}";
    pub const SHARE: &str = "\u{E08E}";
    pub const PLAY: &str = "\u{E3D0}";
    pub const PAUSE: &str = "\u{E39E}";
    pub const BLANK: &str = "\u{E330}";
    pub const BACK: &str = "\u{E08A}";
    pub const SPEAKER: &str = "\u{E34E}";
    pub const LIGHT: &str = "\u{E246}";
    pub const FIRST: &str = "\u{E5A4}";
    pub const LAST: &str = "\u{E5A6}";
    pub const RESTART: &str = "\u{E038}";
    pub const CODE: &str = "\u{E3E6}";
    pub const DOT: &str = "\u{E18A}";
}

/// The scale of type, in shares of body text.
pub mod size {
    pub const TINY: f32 = 0.78;
    pub const SMALL: f32 = 0.87;
    pub const LESS: f32 = 0.94;
    pub const BODY: f32 = 1.0;
    pub const LEAD: f32 = 1.15;
    pub const HEADING: f32 = 1.5;
    pub const NAME: f32 = 1.75;
    pub const TITLE: f32 = 2.1;
}

/// What a room full of people needs of a picture that a projector throws: the look of a show.
pub mod room {
    /// Who sits in the last row sits so far from the picture, in meters.
    pub const FARTHEST: f32 = 8.0;
    /// The picture is so wide, in meters: what a projector throws in a meeting room.
    pub const PICTURE: f32 = 2.0;
    /// A capital letter is seen under this angle at least, in minutes of arc: the least that ISO 9241-303 allows for reading.
    pub const LEAST_ANGLE: f32 = 16.0;
    /// The window for which all this is reckoned, in points.
    pub const WINDOW: (f32, f32) = (1280.0, 720.0);
    /// The height of a capital letter, in shares of the text face's size (the display face has 0.70).
    pub const CAPITAL: f32 = 0.668;
    /// The least size of text in that window: the height of a capital letter that the last row sees under the least angle
    /// is 37 mm, 23.8 points of the picture, and that is the capital letter of a face of this size in points: 35.7.
    pub const LEAST: f32 =
        FARTHEST * LEAST_ANGLE * (std::f32::consts::PI / (180.0 * 60.0)) / PICTURE * WINDOW.0 / CAPITAL;
    /// The least edge of a code that telephones in the last row read, in shares of the picture's width: a tenth of the
    /// distance, as is the rule for such codes.
    pub const CODE: f32 = FARTHEST / 10.0 / PICTURE;

    /// The least size of text in a window of this size. It is the whole picture, whatever its points are.
    pub fn least(width: f32, height: f32) -> f32 {
        LEAST * (width / WINDOW.0).min(height / WINDOW.1)
    }
}

/// Size of body text in points at 100 %.
const BODY: f32 = 16.5;
/// Smallest edge of anything that is pressed, in points.
pub const TARGET: f32 = 32.0;
/// Below this width in points the reading panel lies at the bottom.
pub const NARROW: f32 = 760.0;
/// Space between things, in points.
pub const GAP: f32 = 8.0;
/// Space between what floats over the picture and the picture's edge, in points.
pub const EDGE: f32 = 12.0;
/// Seconds in which a label appears or goes.
pub const FADE_SECS: f32 = 0.15;
/// Corners of cards.
pub const ROUND: CornerRadius = CornerRadius::same(10);

/// Colors and sizes of this moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    pub dark: bool,
    /// Whether everything is to be told apart by those who see little: nothing is translucent.
    pub high: bool,
    /// Width of lines.
    pub line_width: f32,
    /// 1 for 100 %.
    pub scale: f32,
    /// No text is smaller, in points.
    pub least: f32,
    pub paper: Color32,
    pub card: Color32,
    pub line: Color32,
    /// What lies under the pointer.
    pub hover: Color32,
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

/// The colors of the frame around a marked building: bright on dark, so that it shows on any picture.
pub const MARK: [Color32; 2] = [hex(0x16161C), hex(0xFFDF5A)];
/// The screen that the presenter has made dark.
pub const BLANK: Color32 = hex(0x000000);
/// The modules of a code, and what lies between and around them: telephones read no other colors as well.
pub const CODE: [Color32; 2] = [hex(0x000000), hex(0xFFFFFF)];

/// A color with `share` of its strength. The picture is blended as light is, and not by its numbers: `gamma_multiply`
/// would leave a dark veil.
pub fn faded(color: Color32, share: f32) -> Color32 {
    let share = share.clamp(0.0, 1.0);
    let dimmed = |channel: u8| (f32::from(channel) * share.powf(1.0 / 2.2)).round() as u8;
    let [r, g, b, a] = color.to_array();
    Color32::from_rgba_premultiplied(dimmed(r), dimmed(g), dimmed(b), (f32::from(a) * share).round() as u8)
}

/// Black or white, whichever stands out from the paper more.
pub fn ink_on(paper: Color32) -> Color32 {
    if contrast(Color32::BLACK, paper) > contrast(Color32::WHITE, paper) { Color32::BLACK } else { Color32::WHITE }
}

fn luminance(color: Color32) -> f32 {
    let channel = |c: u8| {
        let c = f32::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
}

/// How far two colors stand apart, from 1 to 21, as the WCAG reckon it.
pub fn contrast(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Color of a district's ground on the map.
pub fn ground(index: usize) -> Color32 {
    from_paint(crate::view::palette::of_district(index).ground)
}

/// Color of a district's sign.
pub fn district(index: usize) -> Color32 {
    from_paint(crate::view::palette::of_district(index).accent)
}

impl Theme {
    /// A theme at a size of text. Who asks for the system's has asked it before: see `State::theme`.
    pub fn new(theme: settings::Theme, scale: f32) -> Self {
        match theme {
            settings::Theme::HighContrast => Self {
                dark: true,
                high: true,
                line_width: 2.0,
                scale,
                least: 0.0,
                paper: hex(0x000000),
                card: hex(0x000000),
                line: hex(0xFFFFFF),
                hover: hex(0x4A4A00),
                ink: hex(0xFFFFFF),
                soft_ink: hex(0xFFFFFF),
                accent: hex(0xFFE600),
                on_accent: hex(0x000000),
                label_paper: hex(0x000000),
            },
            settings::Theme::Dark => Self {
                dark: true,
                high: false,
                line_width: 1.0,
                scale,
                least: 0.0,
                paper: hex(0x1C2233),
                card: hex(0x262D42),
                line: hex(0x3D4662),
                hover: hex(0x3D4662),
                ink: hex(0xF2EDE2),
                soft_ink: hex(0xB9BED0),
                accent: hex(0xF2C14E),
                on_accent: hex(0x1C2233),
                label_paper: hex(0x262D42),
            },
            settings::Theme::System | settings::Theme::Light => Self {
                dark: false,
                high: false,
                line_width: 1.0,
                scale,
                least: 0.0,
                paper: hex(0xFFFBF2),
                card: hex(0xF6EEDF),
                line: hex(0xDCCFB8),
                hover: hex(0xDCCFB8),
                ink: hex(0x2B2A33),
                soft_ink: hex(0x63606B),
                accent: hex(0x9C3B54),
                on_accent: hex(0xFFFBF2),
                label_paper: hex(0xFFFBF2),
            },
        }
    }

    /// The same for a room: in a window of this size (in points) nobody misses a word, and nothing is translucent. Where
    /// that would be small, the window is held in a hand, and is no picture on a wall.
    #[must_use]
    pub fn for_room(self, width: f32, height: f32) -> Self {
        let least = room::least(width, height).max(BODY * self.scale * size::LEAD);
        let stage = Self { high: true, line_width: 2.0, scale: least / BODY, least, ..self };
        match (self.high, self.dark) {
            (true, _) => stage,
            (false, true) => Self {
                paper: hex(0x0E121D),
                card: hex(0x1C2233),
                line: hex(0x8C93AC),
                ink: hex(0xFFFFFF),
                soft_ink: hex(0xD9DCE6),
                accent: hex(0xF7CE63),
                on_accent: hex(0x0E121D),
                label_paper: hex(0x0E121D),
                ..stage
            },
            (false, false) => Self {
                line: hex(0x6B6572),
                ink: hex(0x14131A),
                soft_ink: hex(0x3D3A44),
                accent: hex(0x7A1F3D),
                ..stage
            },
        }
    }

    /// Size of text in points, `factor` of body size.
    fn sized(&self, factor: f32) -> f32 {
        (BODY * factor * self.scale).max(self.least)
    }

    /// Body text, `factor` of its size.
    pub fn text(&self, factor: f32) -> FontId {
        FontId::proportional(self.sized(factor))
    }

    /// The display face, `factor` of body size.
    pub fn display(&self, factor: f32) -> FontId {
        FontId::new(self.sized(factor), FontFamily::Name(DISPLAY.into()))
    }

    /// The bold face, `factor` of body size.
    pub fn bold(&self, factor: f32) -> FontId {
        FontId::new(self.sized(factor), FontFamily::Name(BOLD.into()))
    }

    /// The italic face, `factor` of body size.
    pub fn italic(&self, factor: f32) -> FontId {
        FontId::new(self.sized(factor), FontFamily::Name(ITALIC.into()))
    }

    /// The face of code, `factor` of body size.
    pub fn code(&self, factor: f32) -> FontId {
        FontId::monospace(self.sized(factor * 0.94))
    }

    /// Space from line to line of running text.
    pub fn leading(&self, factor: f32) -> f32 {
        (self.sized(factor) * if self.least > 0.0 { 1.3 } else { 1.5 }).round()
    }

    /// Width of running text: what there is, but no more than about 68 characters.
    pub fn measure(&self, ui: &bevy_egui::egui::Ui) -> f32 {
        (BODY * self.scale * 34.0).min(ui.available_width() - GAP)
    }

    /// What a bar is filled with that has words on it: the card with a share of the accent.
    pub fn bar(&self) -> Color32 {
        const SHARE: f32 = 0.26;
        self.card.lerp_to_gamma(self.accent, SHARE)
    }

    /// A thin line.
    pub fn hairline(&self) -> Stroke {
        self.stroke(1.0, self.line)
    }

    /// A line of this width, or of the theme's where that is wider.
    pub fn stroke(&self, width: f32, color: Color32) -> Stroke {
        Stroke::new(width.max(self.line_width), color)
    }

    /// Paper that lets a little of the picture through, where the theme allows it.
    pub fn veil(&self, paper: Color32) -> Color32 {
        if self.high { paper } else { faded(paper, 0.92) }
    }

    /// Edge of buttons: grows with the text, but not as fast, so that bars stay bars.
    pub fn target(&self) -> f32 {
        TARGET * (1.0 + (self.scale - 1.0) * 0.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::Theme as Choice;

    #[test]
    fn text_stands_out_from_what_it_lies_on() {
        for (choice, least) in [(Choice::Light, 4.5), (Choice::Dark, 4.5), (Choice::HighContrast, 7.0)] {
            let theme = Theme::new(choice, 1.0);
            for (ink, paper) in [
                (theme.ink, theme.paper),
                (theme.ink, theme.card),
                (theme.ink, theme.label_paper),
                (theme.soft_ink, theme.paper),
                (theme.soft_ink, theme.card),
                (theme.soft_ink, theme.label_paper),
                (theme.ink, theme.hover),
                (theme.accent, theme.paper),
                (theme.on_accent, theme.accent),
            ] {
                assert!(contrast(ink, paper) >= least, "{choice:?}: {ink:?} on {paper:?}: {}", contrast(ink, paper));
            }
        }
    }

    #[test]
    fn signs_and_storeys_can_be_read_on_every_color_of_the_model() {
        let papers = (0..9).map(district).chain((0..6).map(stratum));
        for paper in papers {
            assert!(contrast(ink_on(paper), paper) >= 4.5, "{paper:?}");
        }
    }

    #[test]
    fn in_high_contrast_lines_are_thick_and_nothing_is_translucent() {
        let theme = Theme::new(Choice::HighContrast, 1.0);
        assert!(theme.hairline().width >= 2.0 && contrast(theme.line, theme.paper) >= 7.0);
        assert_eq!(theme.veil(theme.paper), theme.paper);
        assert!(theme.paper.is_opaque() && theme.card.is_opaque() && theme.label_paper.is_opaque());
    }

    #[test]
    fn the_last_row_reads_every_size_of_text() {
        // From the derivation in `room`: at 8 m, 16 minutes of arc are 37 mm, and the picture has 640 points a meter.
        assert!((35.0..36.5).contains(&room::LEAST), "{}", room::LEAST);
        for (width, height) in [room::WINDOW, (1024.0, 768.0), (1920.0, 1080.0), (3840.0, 2160.0)] {
            let theme = Theme::new(Choice::Light, 1.0).for_room(width, height);
            for factor in [size::TINY, size::BODY, size::TITLE] {
                let sizes = [theme.text(factor), theme.display(factor), theme.bold(factor), theme.code(factor)];
                for font in sizes {
                    // On a picture of that width, seen from the last row.
                    let capital = font.size * room::CAPITAL / width * room::PICTURE;
                    let minutes = (capital / room::FARTHEST).atan().to_degrees() * 60.0;
                    assert!(minutes >= room::LEAST_ANGLE - 0.01, "{width}: {minutes} minutes of arc");
                }
            }
        }
    }

    #[test]
    fn on_a_telephone_a_show_is_read_from_the_hand() {
        let theme = Theme::new(Choice::Light, 1.0).for_room(360.0, 640.0);
        assert!((BODY..BODY * 1.3).contains(&theme.text(size::TINY).size));
    }

    #[test]
    fn in_a_room_everything_stands_out_more() {
        for choice in [Choice::Light, Choice::Dark, Choice::HighContrast] {
            let theme = Theme::new(choice, 1.0).for_room(1280.0, 720.0);
            for (ink, paper) in [
                (theme.ink, theme.paper),
                (theme.ink, theme.card),
                (theme.ink, theme.label_paper),
                (theme.ink, theme.bar()),
                (theme.soft_ink, theme.paper),
                (theme.soft_ink, theme.card),
                (theme.accent, theme.paper),
                (theme.on_accent, theme.accent),
            ] {
                assert!(contrast(ink, paper) >= 7.0, "{choice:?}: {ink:?} on {paper:?}: {}", contrast(ink, paper));
            }
            assert_eq!(theme.veil(theme.paper), theme.paper);
        }
    }

    #[test]
    fn a_mark_shows_on_bright_and_on_dark() {
        assert!(contrast(MARK[0], MARK[1]) >= 7.0);
    }
}
