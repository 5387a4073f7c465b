//! How large everything is written so that all of it has room: by layout, and never below the least size.

use super::{margin, question};
use crate::ui::tokens::{GAP, Theme, room};
use crate::view::present::ShowView;
use bevy_egui::egui::{Color32, FontId, Rect, Ui};

/// Above and below the caption there is so much of the margin.
pub const LESS_ABOVE: f32 = 0.6;

/// The sizes of the caption and of all else that are tried, the largest first, in shares of the least; behind them how
/// much air there is around an answer.
const SIZES: [(f32, f32, f32); 5] =
    [(1.5, 1.15, 1.0), (1.3, 1.0, 1.0), (1.15, 1.0, 1.0), (1.0, 1.0, 1.0), (1.0, 1.0, 0.4)];
/// The shares of the picture's width that the side is tried at: the city comes before large letters.
const SIDES: [f32; 3] = [0.42, 0.5, 0.56];
/// So many lines of a floor's texts are seen at once.
const TEXT_LINES: f32 = 4.0;
/// The share of the height that the band may take beside a side, and where there is none.
const BAND: (f32, f32) = (0.46, 0.6);
/// The share of the height that is left to the city where everything lies below it.
const CITY: f32 = 0.3;

/// How the show lies on the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    /// Height of the band below.
    pub band: f32,
    /// Width of the side where it stands beside the city, height where it lies below it; 0 where there is nothing to say.
    pub side: f32,
    /// Whether the side stands beside the city.
    pub beside: bool,
    /// Size of the caption.
    pub caption: f32,
    /// Size of what is told, asked and answered.
    pub text: f32,
    /// How much air there is around an answer.
    pub air: f32,
    /// Space around it all.
    pub margin: f32,
}

impl Setting {
    /// Where the band lies and where the side does.
    pub fn areas(&self, whole: Rect) -> [Option<Rect>; 2] {
        let band = (self.band > 0.0).then(|| whole.with_min_y(whole.bottom() - self.band));
        let rest = whole.with_max_y(whole.bottom() - self.band);
        let side = (self.side > 0.0).then(|| {
            if self.beside {
                rest.with_min_x(rest.right() - self.side)
            } else {
                rest.with_min_y(rest.bottom() - self.side)
            }
        });
        [band, side]
    }
}

/// The width of the bar before what is told, and how far its words are set in.
pub fn told_indent(theme: &Theme) -> (f32, f32) {
    let bar = (theme.least * 0.2).max(4.0);
    (bar, bar * 3.0)
}

/// The largest setting in which everything has room; where none is large enough, what is beside the city scrolls.
pub fn setting(ui: &Ui, view: &ShowView, whole: Rect, theme: &Theme) -> Setting {
    let has_side = view.code.is_some() || view.question.is_some() || !view.texts.is_empty();
    let measure = Measure { ui, view, whole, theme, margin: margin(whole) };
    let beside = measure.is_wide();
    let settings = SIDES.into_iter().flat_map(|share| SIZES.map(|sizes| (sizes, share)));
    let mut last = None;
    for ((caption, text, air), share) in settings {
        let caption = measure.caption(caption);
        let band = measure.band(caption, text);
        let setting = Setting { band, side: 0.0, beside, caption, text, air, margin: measure.margin };
        let (setting, fits) = match (has_side, beside) {
            (false, _) => (setting, band <= whole.height() * BAND.1),
            (true, true) => {
                let side = (whole.width() * share).round();
                let high = measure.side(side, (text, air), whole.height() - band);
                let fits = band <= whole.height() * BAND.0 && high <= whole.height() - band;
                (Setting { side, ..setting }, fits)
            }
            (true, false) => {
                let most = (whole.height() * (1.0 - CITY) - band).max(whole.height() * 0.2);
                let high = measure.side(whole.width(), (text, air), most);
                (Setting { side: high.min(most), ..setting }, high <= most)
            }
        };
        if fits {
            return setting;
        }
        last = Some(setting);
    }
    last.unwrap_or_else(|| unreachable!("there are sizes"))
}

struct Measure<'a> {
    ui: &'a Ui,
    view: &'a ShowView,
    whole: Rect,
    theme: &'a Theme,
    margin: f32,
}

impl Measure<'_> {
    /// Whether there is room beside the city.
    fn is_wide(&self) -> bool {
        self.whole.width() > self.whole.height() * 1.1
    }

    fn text(&self, text: &str, font: FontId, width: f32) -> f32 {
        self.ui.painter().layout(text.to_owned(), font, Color32::PLACEHOLDER, width).size().y
    }

    /// The size of the caption: up to `most`, but rather smaller than with a second line.
    fn caption(&self, most: f32) -> f32 {
        let width = self.whole.width() - 2.0 * self.margin;
        let rows = |size: f32| {
            let font = self.theme.display(size);
            self.ui.painter().layout(self.view.caption.clone(), font, Color32::PLACEHOLDER, width).rows.len()
        };
        let smaller = SIZES.map(|(size, ..)| size).into_iter().filter(|size| *size <= most);
        smaller.clone().find(|size| rows(*size) == 1).unwrap_or(most)
    }

    /// Height of the band with the caption and what is told.
    fn band(&self, caption: f32, text: f32) -> f32 {
        let width = self.whole.width() - 2.0 * self.margin;
        let mut high = self.text(&self.view.caption, self.theme.display(caption), width);
        if let Some(told) = self.view.told.as_ref().filter(|_| self.view.code.is_none()) {
            high += GAP + self.text(told, self.theme.bold(text), width - told_indent(self.theme).1);
        }
        (high + 2.0 * self.margin * LESS_ABOVE).ceil()
    }

    /// Height that the side needs at this width; `most` where it takes what it gets.
    fn side(&self, width: f32, (text, air): (f32, f32), most: f32) -> f32 {
        let inner = width - 2.0 * self.margin;
        if self.view.code.is_some() {
            // From the wall it must be read; in the hand it takes what there is.
            let least = self.whole.width() * room::CODE;
            return match (self.is_wide(), inner >= least) {
                (true, true) => least + 2.0 * self.margin,
                (true, false) => f32::INFINITY,
                (false, _) => width.min(most),
            };
        }
        let asked = self.view.question.as_ref();
        let high = asked.map_or(0.0, |view| question::Laid::new(self.ui, view, inner, (text, air), self.theme).high());
        // Texts scroll, but something of them is to be seen at once.
        let texts = if self.view.texts.is_empty() { 0.0 } else { TEXT_LINES * self.theme.leading(1.0) };
        (high + texts + 2.0 * self.margin).ceil()
    }
}
