//! What is played: blocks below each other, and what one can do at their end.

use super::plot::plot_ui;
use super::settings::settings_ui;
use crate::ui::tokens::{GAP, ROUND, Theme, icon, size};
use crate::ui::widgets::{Look, icon_button, line_ui, prose_ui, text_button, unstretched, wide_button};
use crate::view::difference::{Change, Piece};
use crate::view::journey::blocks::written;
use crate::view::journey::{Action, Block, Calibration, Choosable, Columns, Play, StageView, Verdict};
use crate::view::{Intent, Words};
use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{
    self, Frame, Id, Key, Margin, Rect, ScrollArea, Sense, StrokeKind, TextFormat, Ui, Vec2, WidgetInfo,
};

/// Below this width in points two texts stand below each other.
const TWO_COLUMNS: f32 = 420.0;

/// Below this height of the window in points there is room for what matters alone.
const LOW: f32 = 680.0;

/// From a dot of the progress to the next.
const DOT: f32 = 14.0;

/// Draws what is played.
pub fn stage_ui(ui: &mut Ui, view: &StageView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing = Vec2::splat(GAP);
    top_ui(ui, view, words, theme, out);
    // What comes next begins at its top.
    let place = ("stage", &view.kicker, &view.title, view.progress.map(|(step, _)| step));
    let foot = foot_height(view, theme);
    let high = ui.available_height() - foot;
    let mut draft = None;
    ScrollArea::vertical().id_salt(place).max_height(high).auto_shrink([false, foot > 0.0]).show(ui, |ui| {
        ui.set_max_width(theme.measure(ui));
        scroll_by_keys(ui, theme);
        for (index, block) in view.blocks.iter().enumerate() {
            let next = Id::new(place).with(index);
            let written = block_ui(ui, block, next, is_last_step(view), words, theme, out);
            draft = written.or(draft.take());
        }
        ui.add_space(GAP);
        if foot == 0.0 {
            actions_ui(ui, view, draft.take(), words, theme, out);
            ui.add_space(GAP * 2.0);
        }
    });
    if foot > 0.0 {
        ui.set_max_width(theme.measure(ui));
        actions_ui(ui, view, draft, words, theme, out);
    }
}

/// How high what one can do stands below the text, always in sight: where it is one thing, which may take two lines, and
/// a row of what is aside. 0 where there is more to choose from: that comes behind the text.
fn foot_height(view: &StageView, theme: &Theme) -> f32 {
    if view.actions.iter().filter(|action| !action.is_aside()).count() != 1 {
        return 0.0;
    }
    2.0 * theme.leading(size::BODY) + theme.target() + 4.0 * GAP
}

/// Whether going on keeps what stands in the line.
fn is_last_step(view: &StageView) -> bool {
    view.actions.first().is_some_and(|action| action.intent == Intent::Play(Play::Continue))
}

/// Where one is, how far, and the way out.
fn top_ui(ui: &mut Ui, view: &StageView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        // Large text must not run below what stands beside it.
        let dots = view.progress.map_or(0.0, |(_, of)| of as f32 * DOT + GAP);
        let room = (ui.available_width() - theme.target() - GAP - dots).max(0.0);
        ui.vertical(|ui| {
            ui.set_max_width(room);
            line_ui(ui, &view.kicker, theme.bold(size::SMALL), theme.accent);
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if icon_button(ui, icon::CLOSE, &words.get("action-close"), theme, Look::Quiet).clicked() {
                out.push(Intent::Play(Play::Leave));
            }
            if let Some((step, of)) = view.progress {
                progress_ui(ui, step, of, theme);
            }
        });
    });
    line_ui(ui, &view.title, theme.display(size::HEADING), theme.ink);
}

/// A dot a step; those that are done are filled.
fn progress_ui(ui: &mut Ui, step: usize, of: usize, theme: &Theme) {
    let radius = 4.0;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(of as f32 * DOT, theme.target()), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::WidgetType::ProgressIndicator, true, format!("{step} / {of}")));
    for index in 0..of {
        let at = rect.left_center() + Vec2::new((index as f32 + 0.5) * DOT, 0.0);
        if index < step {
            ui.painter().circle_filled(at, radius, theme.accent);
        } else {
            ui.painter().circle_stroke(at, radius - 0.5, theme.stroke(1.0, theme.soft_ink));
        }
    }
}

/// The arrows up and down and the space bar scroll what is read.
pub fn scroll_by_keys(ui: &Ui, theme: &Theme) {
    if ui.ctx().memory(|memory| memory.focused().is_some()) {
        return;
    }
    let line = theme.leading(size::BODY) * 3.0;
    let keys = [(Key::ArrowDown, line), (Key::ArrowUp, -line), (Key::Space, ui.clip_rect().height() * 0.8)];
    for (key, way) in keys {
        let times = ui.input(|input| input.num_presses(key));
        if times > 0 {
            ui.scroll_with_delta(Vec2::new(0.0, -way * times as f32));
        }
    }
}

/// Draws a block; hands back what a line wants that is still being written.
pub(super) fn block_ui(
    ui: &mut Ui,
    block: &Block,
    id: Id,
    goes_on: bool,
    words: &Words,
    theme: &Theme,
    out: &mut Vec<Intent>,
) -> Option<Intent> {
    match block {
        Block::Heading(text) => {
            ui.add_space(GAP * 0.5);
            line_ui(ui, text, theme.bold(size::LESS), theme.accent);
        }
        Block::Text(text) => prose_ui(ui, text, theme, size::BODY, theme.ink),
        Block::Claim(text) => claim_ui(ui, text, theme),
        Block::Verdict(verdict, text) => verdict_ui(ui, *verdict, text, theme),
        Block::Options(options) => options_ui(ui, options, theme, out),
        Block::List(lines) => {
            for (text, intent) in lines {
                match intent {
                    Some(intent) if text_button(ui, text, theme, Look::Quiet).clicked() => out.push(intent.clone()),
                    Some(_) => {}
                    None => prose_ui(ui, text, theme, size::BODY, theme.ink),
                }
            }
        }
        Block::Columns(columns) => columns_ui(ui, columns, theme),
        Block::Change(pieces) => change_ui(ui, pieces, theme),
        Block::Line { label, text, wants } => {
            let line = Line { id, label, kept: text, wants, goes_on };
            return line.ui(ui, theme, out);
        }
        Block::Choice(choice) => settings_ui(ui, std::slice::from_ref(choice), theme, out),
        Block::Plot(plot) => plot_ui(ui, plot, theme),
        Block::Calibration(counts) => calibration_ui(ui, *counts, words, theme),
    }
    None
}

/// A claim: large, on a card, with a bar of color before it as if somebody said it.
fn claim_ui(ui: &mut Ui, text: &str, theme: &Theme) {
    let margin = Margin { left: 18, right: 14, top: 12, bottom: 12 };
    let card = Frame::new().fill(theme.card).stroke(theme.hairline()).corner_radius(ROUND).inner_margin(margin);
    let rect = card
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            prose_ui(ui, text, theme, size::LEAD, theme.ink);
        })
        .response
        .rect;
    let bar = Rect::from_min_size(rect.min + Vec2::new(7.0, 10.0), Vec2::new(4.0, rect.height() - 20.0));
    ui.painter().rect_filled(bar, 2.0, theme.accent);
}

fn verdict_ui(ui: &mut Ui, verdict: Verdict, text: &str, theme: &Theme) {
    let (sign, color) = sign(verdict, theme);
    ui.horizontal(|ui| {
        ui.label(egui::RichText::new(sign).font(theme.text(size::LEAD)).color(color));
        line_ui(ui, text, theme.bold(size::LEAD), color);
    });
}

fn sign(verdict: Verdict, theme: &Theme) -> (&'static str, egui::Color32) {
    match verdict {
        Verdict::Right => (icon::CHECK, theme.ink),
        Verdict::Wrong => (icon::CLOSE, theme.accent),
    }
}

/// The options of a question, each with its number, which is its key; afterwards with what came of it.
fn options_ui(ui: &mut Ui, options: &[Choosable], theme: &Theme, out: &mut Vec<Intent>) {
    for (index, option) in options.iter().enumerate() {
        let number = (index + 1).to_string();
        let Some(intent) = &option.intent else {
            answered_ui(ui, option, &number, theme);
            continue;
        };
        if wide_button(ui, Some(&number), &option.label, theme, Look::Quiet).clicked() {
            out.push(intent.clone());
        }
    }
}

/// An option that can no longer be chosen. Right and chosen differ in form, not in color alone.
fn answered_ui(ui: &mut Ui, option: &Choosable, number: &str, theme: &Theme) {
    let (mark, ink) = option.verdict.map_or((number, theme.soft_ink), |verdict| sign(verdict, theme));
    let edge = match option.verdict {
        Some(Verdict::Right) => theme.stroke(2.0, theme.ink),
        Some(Verdict::Wrong) => theme.stroke(2.0, theme.accent),
        None => theme.hairline(),
    };
    Frame::new().stroke(edge).corner_radius(ROUND).inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.label(egui::RichText::new(mark).font(theme.bold(size::BODY)).color(ink));
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                prose_ui(ui, &option.label, theme, size::BODY, if option.verdict.is_some() { theme.ink } else { ink });
            });
        });
    });
}

fn columns_ui(ui: &mut Ui, columns: &Columns, theme: &Theme) {
    let text = |ui: &mut Ui, (head, text): &(String, String)| {
        line_ui(ui, head, theme.bold(size::SMALL), theme.soft_ink);
        prose_ui(ui, text, theme, size::LESS, theme.ink);
    };
    if ui.available_width() < TWO_COLUMNS * theme.scale {
        text(ui, &columns.left);
        text(ui, &columns.right);
    } else {
        ui.columns_const(|[left, right]| {
            unstretched(left, |ui| text(ui, &columns.left));
            unstretched(right, |ui| text(ui, &columns.right));
        });
    }
    ui.add_space(GAP);
}

/// What became of a text: struck out what is gone, underlined what is new.
fn change_ui(ui: &mut Ui, pieces: &[Piece], theme: &Theme) {
    let mut job = LayoutJob::default();
    for piece in pieces {
        let plain = TextFormat {
            font_id: theme.text(size::BODY),
            color: theme.ink,
            line_height: Some(theme.leading(size::BODY)),
            ..TextFormat::default()
        };
        let format = match piece.change {
            Change::Kept => plain,
            Change::Gone => {
                TextFormat { color: theme.soft_ink, strikethrough: theme.stroke(1.0, theme.soft_ink), ..plain }
            }
            Change::New => TextFormat { underline: theme.stroke(1.5, theme.accent), ..plain },
        };
        let gap = if piece.change == Change::New && !job.text.ends_with(char::is_whitespace) { 6.0 } else { 0.0 };
        job.append(&piece.text, if job.text.is_empty() { 0.0 } else { gap }, format);
    }
    ui.add(egui::Label::new(job).wrap());
}

/// A line that is written.
pub(super) struct Line<'a> {
    pub id: Id,
    pub label: &'a str,
    pub kept: &'a str,
    pub wants: &'a str,
    /// Whether the next step keeps it, so that leaving the line must not.
    pub goes_on: bool,
}

impl Line<'_> {
    /// Draws it; hands back what it wants as it stands.
    pub fn ui(&self, ui: &mut Ui, theme: &Theme, out: &mut Vec<Intent>) -> Option<Intent> {
        let label = line_ui(ui, self.label, theme.bold(size::SMALL), theme.soft_ink);
        let draft = ui.data(|data| data.get_temp::<String>(self.id));
        let is_new = draft.is_none();
        let mut text = draft.unwrap_or_else(|| self.kept.to_owned());
        let edit = egui::TextEdit::singleline(&mut text)
            .font(theme.text(size::BODY))
            .desired_width(f32::INFINITY)
            .margin(Margin::symmetric(10, 8));
        let response = ui.add(edit).labelled_by(label.id);
        if is_new && self.goes_on {
            response.request_focus();
        }
        let wanted = written(self.wants, &text);
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let is_left = response.lost_focus() && !self.goes_on && text != self.kept;
        if is_entered || is_left {
            out.extend(wanted.clone());
            ui.data_mut(|data| data.remove::<String>(self.id));
        } else {
            ui.data_mut(|data| data.insert_temp(self.id, text.clone()));
        }
        wanted.filter(|_| text != self.kept)
    }
}

/// How often one was right when sure and when not: a bar each, filled as far as one was right, and its count in words.
fn calibration_ui(ui: &mut Ui, counts: Calibration, words: &Words, theme: &Theme) {
    line_ui(ui, &words.get("calibration-heading"), theme.bold(size::LESS), theme.accent);
    for (name, (right, wrong)) in [("calibration-sure", counts.sure), ("calibration-unsure", counts.unsure)] {
        let text = words.with(name, &[("right", right.into()), ("wrong", wrong.into())]);
        line_ui(ui, &text, theme.text(size::SMALL), theme.ink);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 14.0), Sense::hover());
        ui.painter().rect(rect, 4.0, theme.card, theme.stroke(1.0, theme.soft_ink), StrokeKind::Inside);
        if right > 0 {
            let share = right as f32 / (right + wrong) as f32;
            let filled = rect.with_max_x(rect.left() + rect.width() * share);
            ui.painter().rect_filled(filled.shrink(1.0), 3.0, theme.accent);
        }
    }
}

/// What one can do: what comes next as a wide button each, what is aside in a row below. Digits mean them where no
/// question is asked.
fn actions_ui(
    ui: &mut Ui,
    view: &StageView,
    draft: Option<Intent>,
    words: &Words,
    theme: &Theme,
    out: &mut Vec<Intent>,
) {
    let digits = view.asked().is_none();
    let wanted = |action: &Action| {
        let goes_on = action.intent == Intent::Play(Play::Continue);
        draft.clone().filter(|_| goes_on).unwrap_or_else(|| action.intent.clone())
    };
    let on_enter = view.on_enter();
    for (index, action) in view.actions.iter().filter(|action| !action.is_aside()).enumerate() {
        let is_first = index == 0 && on_enter == Some(&action.intent);
        let number = (index + 1).to_string();
        let key = if is_first { Some(icon::ENTER) } else { Some(number.as_str()).filter(|_| digits && index < 9) };
        let look = if is_first && digits { Look::Primary } else { Look::Quiet };
        if wide_button(ui, key, &action.label, theme, look).clicked() {
            out.push(wanted(action));
        }
    }
    // Where there is little height, the sign at the top is enough to leave by.
    let is_low = ui.ctx().viewport_rect().height() < LOW;
    let leaves = |action: &Action| action.intent == Intent::Play(Play::Leave);
    ui.horizontal_wrapped(|ui| {
        for action in view.actions.iter().filter(|action| action.is_aside() && !(is_low && leaves(action))) {
            let keyed = |letter: &str| {
                words.with(
                    "action-keyed",
                    &[("label", action.label.as_str().into()), ("key", letter.to_uppercase().into())],
                )
            };
            let label = action.letter().map_or_else(|| action.label.clone(), keyed);
            if text_button(ui, &label, theme, Look::Quiet).clicked() {
                out.push(action.intent.clone());
            }
        }
    });
}
