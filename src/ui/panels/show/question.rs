//! A question to the room: its answers as bars that grow with the hands that are raised.

use super::Memory;
use crate::ui::panels::labels::Moment;
use crate::ui::tokens::{GAP, ROUND, Theme, icon};
use crate::ui::widgets::line_ui;
use crate::view::present::view::AnswerView;
use crate::view::present::view::QuestionView;
use crate::view::{Intent, Words};
use bevy_egui::egui::{
    Align2, Color32, CursorIcon, Galley, Id, Pos2, Rect, Sense, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
};
use std::sync::Arc;

/// Seconds in which a bar has come nine tenths of its way.
const GROW_SECS: f32 = 0.35;

/// How far the bars have grown.
#[derive(Debug, Default)]
pub struct Bars {
    of: String,
    shares: Vec<f32>,
}

impl Bars {
    /// Lets them grow for a moment. Whether any is still on its way.
    fn grow(&mut self, view: &QuestionView, moment: Moment) -> bool {
        if self.of != view.ask || self.shares.len() != view.answers.len() {
            self.of.clone_from(&view.ask);
            self.shares = view.answers.iter().map(|_| 0.0).collect();
        }
        let mut is_moving = false;
        for (share, answer) in self.shares.iter_mut().zip(&view.answers) {
            let way = answer.share - *share;
            if moment.cut || way.abs() < 0.003 {
                *share = answer.share;
            } else {
                *share += way * (1.0 - 0.1_f32.powf(moment.secs / GROW_SECS));
                is_moving = true;
            }
        }
        is_moving
    }
}

/// A question as it is laid out for a width.
pub struct Laid {
    ask: Arc<Galley>,
    rows: Vec<Arc<Galley>>,
    pad: Vec2,
    /// Width of what stands before an answer, and of what stands behind it.
    around: (f32, f32),
}

impl Laid {
    /// Lays it out at `factor` of the least size, with so much of the usual air around an answer.
    pub fn new(ui: &Ui, view: &QuestionView, width: f32, (factor, air): (f32, f32), theme: &Theme) -> Self {
        let pad = Vec2::new(theme.least * 0.4, theme.least * 0.22 * air);
        let line = |text: &str, font, wide: f32| ui.painter().layout(text.to_owned(), font, Color32::PLACEHOLDER, wide);
        let most = view.answers.iter().map(|answer| answer.hands).max().unwrap_or(0).max(10);
        let count = line(&most.to_string(), theme.bold(factor), f32::INFINITY).size().x;
        let around = (theme.least * factor * 1.15, count + pad.x);
        let wide = width - around.0 - around.1 - 2.0 * pad.x;
        Self {
            ask: line(&view.ask, theme.bold(factor), width),
            rows: view.answers.iter().map(|answer| line(&answer.text, theme.text(factor), wide)).collect(),
            pad,
            around,
        }
    }

    /// Height of all of it.
    pub fn high(&self) -> f32 {
        let rows: f32 = self.rows.iter().map(|row| GAP + self.row(row)).sum();
        self.ask.size().y + rows
    }

    fn row(&self, row: &Galley) -> f32 {
        row.size().y + 2.0 * self.pad.y
    }
}

/// Draws the question and its answers; a press on one is one hand more. Whether a bar still grows.
pub fn question_ui(
    ui: &mut Ui,
    view: &QuestionView,
    (factor, air): (f32, f32),
    memory: &mut Memory,
    moment: Moment,
    words: &Words,
    theme: &Theme,
    out: &mut Vec<Intent>,
) -> bool {
    let is_moving = memory.bars.grow(view, moment);
    let laid = Laid::new(ui, view, ui.available_width(), (factor, air), theme);
    line_ui(ui, &view.ask, theme.bold(factor), theme.ink);
    for (index, (answer, galley)) in view.answers.iter().zip(&laid.rows).enumerate() {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), laid.row(galley)), Sense::hover());
        let row = Row { index, answer, galley, laid: &laid, share: memory.bars.shares[index], factor };
        row.ui(ui, rect, words, theme, out);
    }
    is_moving
}

struct Row<'a> {
    index: usize,
    answer: &'a AnswerView,
    galley: &'a Arc<Galley>,
    laid: &'a Laid,
    share: f32,
    factor: f32,
}

impl Row<'_> {
    fn ui(&self, ui: &Ui, rect: Rect, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
        let Self { answer, laid, .. } = self;
        let asks = answer.right.is_none();
        let response = ui.interact(rect, Id::new(("answer", self.index)), Sense::click());
        let name = format!("{}: {}", answer.text, words.with("tour-hands", &[("hands", answer.hands.into())]));
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &name));
        if response.clicked() {
            out.push(answer.more.clone());
        }
        // What takes one back lies under the number, for the presenter's mouse.
        if response.secondary_clicked() {
            out.push(answer.fewer.clone());
        }
        let painter = ui.painter();
        let holds = answer.right == Some(true);
        let edge = match (holds, response.hovered()) {
            (true, _) => theme.stroke(theme.least * 0.12, theme.accent),
            (false, true) => theme.stroke(2.0, theme.accent),
            (false, false) => theme.hairline(),
        };
        painter.rect_filled(rect, ROUND, theme.card);
        let filled = rect.with_max_x(rect.left() + rect.width() * self.share.clamp(0.0, 1.0));
        painter.with_clip_rect(filled.intersect(painter.clip_rect())).rect_filled(rect, ROUND, theme.bar());
        painter.rect_stroke(rect, ROUND, edge, StrokeKind::Inside);
        let ink = if asks || holds { theme.ink } else { theme.soft_ink };
        let (sign, color) = match answer.right {
            Some(true) => (icon::CHECK.to_owned(), theme.accent),
            Some(false) => (icon::CLOSE.to_owned(), theme.soft_ink),
            None => ((self.index + 1).to_string(), theme.accent),
        };
        let middle = rect.center().y;
        let before = Pos2::new(rect.left() + laid.pad.x + laid.around.0 * 0.4, middle);
        painter.text(before, Align2::CENTER_CENTER, sign, theme.bold(self.factor), color);
        let at = Pos2::new(rect.left() + laid.pad.x + laid.around.0, middle - self.galley.size().y / 2.0);
        painter.galley(at, self.galley.clone(), ink);
        if answer.hands > 0 {
            let behind = Pos2::new(rect.right() - laid.pad.x, middle);
            painter.text(behind, Align2::RIGHT_CENTER, answer.hands.to_string(), theme.bold(self.factor), ink);
        }
        response.on_hover_cursor(CursorIcon::PointingHand);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::present::Present;

    fn view(shares: &[f32]) -> QuestionView {
        let hand = Intent::Present(Present::Hands(0, 0));
        let answer = |share: &f32| AnswerView {
            text: String::new(),
            hands: 1,
            share: *share,
            right: None,
            more: hand.clone(),
            fewer: hand.clone(),
        };
        QuestionView { ask: "?".to_owned(), answers: shares.iter().map(answer).collect() }
    }

    #[test]
    fn bars_grow_until_they_are_there_and_then_rest() {
        let mut bars = Bars::default();
        let moment = Moment { secs: 0.05, cut: false };
        let frames = (0..200).take_while(|_| bars.grow(&view(&[0.5, 0.25]), moment)).count();
        assert!((5..60).contains(&frames), "{frames}");
        assert_eq!(bars.shares, [0.5, 0.25]);
    }

    #[test]
    fn who_wants_no_motion_sees_them_grown() {
        let mut bars = Bars::default();
        assert!(!bars.grow(&view(&[0.5, 0.25]), Moment { secs: 0.05, cut: true }));
        assert_eq!(bars.shares, [0.5, 0.25]);
    }
}
