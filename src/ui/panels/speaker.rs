//! What only the speaker sees: notes in large letters, what comes next, the clock, and all that can be done.

use super::show::sign;
use crate::ui::tokens::{EDGE, GAP, NARROW, ROUND, Theme, icon, size};
use crate::ui::widgets::{Look, icon_button, line_ui, prose_ui, text_button};
use crate::view::present::view::QuestionView;
use crate::view::present::{Present, SpeakerView};
use crate::view::{Intent, Words};
use bevy_egui::egui::{Align, Frame, Layout, Margin, ScrollArea, Ui, UiBuilder, Vec2};

/// The notes' share of a wide window.
const NOTES: f32 = 0.58;

/// Draws the speaker's window at this time, in seconds since 1970.
pub fn speaker_ui(ui: &mut Ui, view: &SpeakerView, now: u64, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, theme.paper);
    let inner = whole.shrink(EDGE * 1.5);
    let is_wide = inner.width() >= NARROW * 0.8;
    let part = |ui: &mut Ui, area, name: &str, contents: &mut dyn FnMut(&mut Ui)| {
        ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(GAP);
            ui.set_clip_rect(area);
            ScrollArea::vertical()
                .id_salt((name, view.place.0))
                .auto_shrink([false, false])
                .show(ui, |ui| contents(ui));
        });
    };
    if is_wide {
        let split = (inner.width() * NOTES).round();
        let left = inner.with_max_x(inner.left() + split - EDGE);
        let right = inner.with_min_x(inner.left() + split + EDGE);
        part(ui, left, "notes", &mut |ui| {
            place_ui(ui, view, words, theme);
            notes_ui(ui, view, theme);
        });
        part(ui, right, "aside", &mut |ui| {
            clock_ui(ui, view, now, words, theme);
            controls_ui(ui, view, theme, out);
            question_ui(ui, view, words, theme, out);
            next_ui(ui, view, words, theme);
            stops_ui(ui, view, words, theme, out);
        });
    } else {
        part(ui, inner, "all", &mut |ui| {
            clock_ui(ui, view, now, words, theme);
            controls_ui(ui, view, theme, out);
            place_ui(ui, view, words, theme);
            notes_ui(ui, view, theme);
            question_ui(ui, view, words, theme, out);
            next_ui(ui, view, words, theme);
            stops_ui(ui, view, words, theme, out);
        });
    }
}

/// Which tour, which stop of it, and what the room reads there.
fn place_ui(ui: &mut Ui, view: &SpeakerView, words: &Words, theme: &Theme) {
    let (number, of) = view.place;
    line_ui(ui, &view.title, theme.text(size::SMALL), theme.soft_ink);
    let values = [("number", number.into()), ("of", of.into())];
    line_ui(ui, &words.with("tour-place", &values), theme.bold(size::SMALL), theme.accent);
    line_ui(ui, &view.caption, theme.display(size::HEADING), theme.ink);
    if view.blank {
        line_ui(ui, &words.get("tour-is-dark"), theme.bold(size::BODY), theme.accent);
    }
}

fn notes_ui(ui: &mut Ui, view: &SpeakerView, theme: &Theme) {
    prose_ui(ui, &view.notes, theme, size::LEAD, theme.ink);
    if let Some(told) = &view.told {
        ui.add_space(GAP);
        Frame::new().fill(theme.card).corner_radius(ROUND).inner_margin(Margin::symmetric(12, 10)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            prose_ui(ui, told, theme, size::BODY, theme.ink);
        });
    }
}

/// How long it has taken, and what is left for this beat.
fn clock_ui(ui: &mut Ui, view: &SpeakerView, now: u64, words: &Words, theme: &Theme) {
    let (began, dwell) = view.beat;
    let left = began as i64 + i64::from(dwell) - now as i64;
    ui.horizontal(|ui| {
        let gone = clock(now.saturating_sub(view.began) as i64);
        line_ui(ui, &gone, theme.display(size::TITLE), theme.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (name, color) =
                if left < 0 { ("speaker-over", theme.accent) } else { ("speaker-left", theme.soft_ink) };
            let text = words.with(name, &[("time", clock(left).into())]);
            line_ui(ui, &text, theme.bold(size::LEAD), color);
        });
    });
}

/// Has the digits of the clock ready: one that is new would be seen only a frame later, and at rest that is a second.
pub fn prepare(ui: &Ui, theme: &Theme) {
    for font in [theme.display(size::TITLE), theme.bold(size::LEAD)] {
        let _ = ui.painter().layout_no_wrap("0123456789:".to_owned(), font, theme.ink);
    }
}

/// Minutes and seconds, without a sign.
fn clock(secs: i64) -> String {
    let secs = secs.abs();
    format!("{}:{:02}", secs / 60, secs % 60)
}

fn controls_ui(ui: &mut Ui, view: &SpeakerView, theme: &Theme, out: &mut Vec<Intent>) {
    ui.horizontal_wrapped(|ui| {
        for action in &view.controls {
            let is_next = action.intent == Intent::Present(Present::Next);
            let look = if is_next { Look::Primary } else { Look::Quiet };
            if icon_button(ui, sign(&action.intent), &action.label, theme, look).clicked() {
                out.push(action.intent.clone());
            }
        }
    });
}

/// The question with its hands, to be counted one by one.
fn question_ui(ui: &mut Ui, view: &SpeakerView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    let Some(QuestionView { ask, answers }) = &view.question else { return };
    ui.add_space(GAP);
    line_ui(ui, ask, theme.bold(size::BODY), theme.ink);
    for answer in answers {
        ui.horizontal_top(|ui| {
            let values = || [("answer", answer.text.as_str().into())];
            if icon_button(ui, icon::MINUS, &words.with("tour-hand-fewer", &values()), theme, Look::Quiet).clicked() {
                out.push(answer.fewer.clone());
            }
            ui.scope(|ui| {
                ui.set_width(theme.leading(size::LEAD) * 1.3);
                line_ui(ui, &answer.hands.to_string(), theme.bold(size::LEAD), theme.ink);
            });
            if icon_button(ui, icon::PLUS, &words.with("tour-hand-more", &values()), theme, Look::Quiet).clicked() {
                out.push(answer.more.clone());
            }
            let text = if answer.right == Some(true) {
                format!("{} {}", icon::CHECK, answer.text)
            } else {
                answer.text.clone()
            };
            ui.vertical(|ui| line_ui(ui, &text, theme.text(size::BODY), theme.ink));
        });
    }
}

fn next_ui(ui: &mut Ui, view: &SpeakerView, words: &Words, theme: &Theme) {
    ui.add_space(GAP);
    line_ui(ui, &words.get("tour-then"), theme.bold(size::SMALL), theme.soft_ink);
    let next = view.next.clone().unwrap_or_else(|| words.get("tour-at-last"));
    line_ui(ui, &next, theme.text(size::LEAD), theme.ink);
}

/// Every stop, to jump to.
fn stops_ui(ui: &mut Ui, view: &SpeakerView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    ui.add_space(GAP);
    line_ui(ui, &words.get("tour-stops"), theme.bold(size::SMALL), theme.soft_ink);
    for (action, is_present) in &view.stops {
        let look = if *is_present { Look::Chosen } else { Look::Quiet };
        if text_button(ui, &action.label, theme, look).clicked() {
            out.push(action.intent.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_counts_minutes_and_seconds() {
        assert_eq!((clock(0), clock(61), clock(-5)), ("0:00".to_owned(), "1:01".to_owned(), "0:05".to_owned()));
    }
}
