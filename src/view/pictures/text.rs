//! Texts of a picture: in a browser, in a viewer and in our rasterizer they stay within their bounds.

use super::art::{Point, hex};
use crate::view::palette::CARD;
use maud::{Markup, html};

/// A face; each with what stands for it where it is not installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Font {
    /// Of titles.
    Title,
    /// Of all that is not a title.
    Text,
    /// Of what matters of it.
    Strong,
}

impl Font {
    /// As SVG and CSS name it.
    pub fn family(self) -> &'static str {
        match self {
            Self::Title => "'Fraunces SemiBold', Fraunces, Georgia, serif",
            Self::Text | Self::Strong => "'Atkinson Hyperlegible Next', Verdana, sans-serif",
        }
    }
}

/// A line of text.
#[derive(Debug, Clone)]
pub struct Line {
    text: String,
    font: Font,
    size: f32,
    at: Point,
    /// Which of its ends is at its point: 0 for the left, 1 for the right.
    end: f32,
}

/// A line is made smaller to this share of its size, and then cut.
const SMALLEST: f32 = 0.55;

impl Line {
    /// A text of this size on this line.
    pub fn new(text: &str, font: Font, size: f32, at: Point, end: f32) -> Self {
        // What one cannot see may not move what one can.
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { text, font, size, at, end }
    }

    /// The same, not wider than this.
    #[must_use]
    pub fn within(mut self, room: f32) -> Self {
        let wide = |text: &str| text.chars().map(em).sum::<f32>();
        let smallest = self.size * SMALLEST;
        self.size = self.size.min(room / wide(&self.text).max(0.1)).max(smallest);
        if wide(&self.text) * self.size > room {
            while !self.text.is_empty() && (wide(&self.text) + 1.0) * self.size > room {
                self.text.pop();
            }
            self.text = format!("{}\u{2026}", self.text.trim_end());
        }
        self
    }

    /// As an element of an SVG.
    pub fn element(&self) -> Markup {
        let anchor = ["start", "middle", "end"][(self.end * 2.0) as usize];
        let weight = if self.font == Font::Text { "400" } else { "600" };
        let ink = if self.font == Font::Text { CARD.soft } else { CARD.ink };
        html! {
            text x=(self.at[0]) y=(self.at[1]) text-anchor=(anchor) font-family=(self.font.family())
                font-size=(format!("{:.1}", self.size)) font-weight=(weight) stroke="none" fill=(hex(ink)) { (self.text) }
        }
    }
}

/// How wide a letter is at most in any of the faces that may stand for ours, in shares of its height.
fn em(letter: char) -> f32 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | '\'' | '|' => 0.36,
        ' ' | 'f' | 't' | 'r' | 'I' | '-' | '(' | ')' => 0.44,
        'm' | 'M' | 'w' | 'W' | '@' | '%' | '&' => 1.04,
        'A'..='Z' => 0.8,
        ' '..='~' => 0.64,
        '\u{a0}'..='\u{24f}' => 0.84,
        _ => 1.1,
    }
}

/// XML has no place for these letters, not even as numbers.
pub fn readable(svg: &str) -> String {
    svg.chars()
        .filter(|c| matches!(c, '\t' | '\n' | '\r') || (*c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}')))
        .collect()
}
