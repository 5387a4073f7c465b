//! The few things that panels are made of.

use super::tokens::{GAP, ROUND, Theme, size};
use crate::view::glossary::{TermView, marks};
use crate::view::markup::{self, Paragraph, Style};
use bevy_egui::egui::text_selection::LabelSelectionState;
use bevy_egui::egui::{
    self, Align2, Color32, FontId, Pos2, Rect, Response, Sense, Stroke, StrokeKind, TextFormat, Ui, Vec2, WidgetInfo,
    WidgetType, text::LayoutJob,
};
use std::ops::Range;

/// A line or a few in one font.
pub fn line_ui(ui: &mut Ui, text: &str, font: FontId, color: Color32) -> Response {
    ui.add(egui::Label::new(egui::RichText::new(text).font(font).color(color)).wrap())
}

/// Text in a column, which would stretch its lines to both edges.
pub fn unstretched(column: &mut Ui, text: impl FnOnce(&mut Ui)) {
    column.with_layout(egui::Layout::top_down(egui::Align::Min), text);
}

/// Running text with its markup, set for reading; one label a paragraph.
pub fn prose_ui(ui: &mut Ui, text: &str, theme: &Theme, factor: f32, color: Color32) {
    prose_with_terms_ui(ui, text, &[], theme, factor, color);
}

/// The same with words underlined that a reader may not know; the pointer on one shows its meaning.
pub fn prose_with_terms_ui(ui: &mut Ui, text: &str, terms: &[TermView], theme: &Theme, factor: f32, color: Color32) {
    for (index, paragraph) in markup::paragraphs(text).iter().enumerate() {
        if index > 0 {
            ui.add_space(theme.leading(factor) * 0.45);
        }
        let (job, marks) = paragraph_job(paragraph, terms, theme, factor, color);
        let (at, galley, response) = egui::Label::new(job).wrap().layout_in_ui(ui);
        LabelSelectionState::label_text_selection(ui, &response, at, galley.clone(), color, Stroke::NONE);
        let plain: String = paragraph.iter().map(|run| run.text.as_str()).collect();
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &plain));
        let under_pointer = response.hover_pos().map(|pointer| galley.cursor_from_pos(pointer - at).index.0);
        let term = under_pointer.and_then(|here| marks.iter().find(|(range, _)| range.contains(&here)));
        if let Some((_, term)) = term {
            response.on_hover_text(egui::RichText::new(&terms[*term].means).font(theme.text(size::SMALL)));
        }
    }
}

/// A paragraph to be laid out, and where its terms stand, in characters.
fn paragraph_job(
    paragraph: &Paragraph,
    terms: &[TermView],
    theme: &Theme,
    factor: f32,
    color: Color32,
) -> (LayoutJob, Vec<(Range<usize>, usize)>) {
    let mut job = LayoutJob::default();
    let mut places = Vec::new();
    for run in paragraph {
        let font_id = match run.style {
            Style::Plain => theme.text(factor),
            Style::Emphasis => theme.italic(factor),
            Style::Strong => theme.bold(factor),
            Style::Code => theme.code(factor),
        };
        let mut format =
            TextFormat { font_id, color, line_height: Some(theme.leading(factor)), ..TextFormat::default() };
        if run.style == Style::Code {
            format.background = theme.card;
            format.expand_bg = 2.0;
        }
        let marked = TextFormat { underline: theme.stroke(1.0, theme.soft_ink), ..format.clone() };
        let mut end = 0;
        for (range, term) in marks(&run.text, terms) {
            job.append(&run.text[end..range.start], 0.0, format.clone());
            let start = job.text.chars().count();
            job.append(&run.text[range.clone()], 0.0, marked.clone());
            places.push((start..job.text.chars().count(), term));
            end = range.end;
        }
        job.append(&run.text[end..], 0.0, format);
    }
    (job, places)
}

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A quiet one.
    Quiet,
    /// The chosen one of several.
    Chosen,
    /// The likeliest thing to do.
    Primary,
}

impl Look {
    /// The color of what stands on it.
    pub fn ink(self, theme: &Theme) -> Color32 {
        if self == Self::Quiet { theme.ink } else { theme.on_accent }
    }
}

/// A button of one or a few letters, with a name for those who cannot see it.
pub fn icon_button(ui: &mut Ui, icon: &str, name: &str, theme: &Theme, look: Look) -> Response {
    icon_button_within(ui, theme.target(), icon, name, theme, look)
}

/// The same no larger than `edge`, for rows that must fit a phone.
pub fn icon_button_within(ui: &mut Ui, edge: f32, icon: &str, name: &str, theme: &Theme, look: Look) -> Response {
    let size = Vec2::splat(theme.target().min(edge));
    let response = pressable(ui, size, name, theme, look);
    let color = look.ink(theme);
    let font = theme.text(size::LEAD);
    // Where a phone leaves a button less room than the text would like, its icon keeps within it.
    let font = FontId { size: font.size.min(response.rect.width() * 0.64), ..font };
    ui.painter().text(response.rect.center(), Align2::CENTER_CENTER, icon, font, color);
    response.on_hover_text(egui::RichText::new(name).font(theme.text(size::SMALL)))
}

/// A button with words.
pub fn text_button(ui: &mut Ui, text: &str, theme: &Theme, look: Look) -> Response {
    let color = look.ink(theme);
    let galley =
        ui.painter().layout(text.to_owned(), theme.text(size::LESS), color, (ui.available_width() - 24.0).max(40.0));
    let size = Vec2::new(galley.size().x + 24.0, (galley.size().y + 10.0).max(theme.target()));
    let response = pressable(ui, size, text, theme, look);
    let at = response.rect.center() - galley.size() / 2.0;
    ui.painter().galley(Pos2::new(at.x, at.y), galley, color);
    response
}

/// A wide button with words over several lines, and before them the key that means the same.
pub fn wide_button(ui: &mut Ui, key: Option<&str>, text: &str, theme: &Theme, look: Look) -> Response {
    let pad = GAP * 1.5;
    let badge = if key.is_some() { theme.leading(1.0) + GAP } else { 0.0 };
    let width = ui.available_width();
    let job = LayoutJob::simple(text.to_owned(), theme.text(size::BODY), look.ink(theme), width - badge - 2.0 * pad);
    let galley = ui.painter().layout_job(job);
    let high = (galley.size().y + 2.0 * GAP).max(theme.target() * 1.25);
    let response = pressable(ui, Vec2::new(width, high), text, theme, look);
    let rect = response.rect;
    if let Some(key) = key {
        let at = Rect::from_center_size(
            Pos2::new(rect.left() + pad + theme.leading(1.0) * 0.5, rect.center().y),
            Vec2::splat(theme.leading(1.0) * 0.95),
        );
        ui.painter().rect(at, 5.0, Color32::TRANSPARENT, theme.stroke(1.0, look.ink(theme)), StrokeKind::Inside);
        ui.painter().text(at.center(), Align2::CENTER_CENTER, key, theme.bold(size::SMALL), look.ink(theme));
    }
    let at = Pos2::new(rect.left() + pad + badge, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, look.ink(theme));
    response
}

/// A surface that can be pressed, with a visible focus.
pub fn pressable(ui: &mut Ui, size: Vec2, name: &str, theme: &Theme, look: Look) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| match look {
        Look::Chosen => WidgetInfo::selected(WidgetType::Button, true, true, name),
        Look::Quiet | Look::Primary => WidgetInfo::labeled(WidgetType::Button, true, name),
    });
    if ui.is_rect_visible(rect) {
        paint_surface(ui, rect, &response, theme, look);
    }
    response
}

fn paint_surface(ui: &Ui, rect: Rect, response: &Response, theme: &Theme, look: Look) {
    let painter = ui.painter();
    let fill = match (look, response.hovered()) {
        (Look::Chosen | Look::Primary, _) => theme.accent,
        (Look::Quiet, true) => theme.hover,
        (Look::Quiet, false) => theme.card,
    };
    painter.rect(rect, ROUND, fill, theme.hairline(), StrokeKind::Inside);
    if response.has_focus() {
        painter.rect_stroke(rect.expand(2.0), ROUND, theme.stroke(2.5, theme.accent), StrokeKind::Outside);
    }
}

/// A heading of a part of a text: small, bold, with a dab of color before it.
pub fn heading_ui(ui: &mut Ui, text: &str, theme: &Theme, dab: Color32) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(theme.leading(1.0) * 0.45), Sense::hover());
        ui.painter().circle(rect.center(), rect.width() * 0.36, dab, theme.stroke(1.0, theme.soft_ink));
        let label = line_ui(ui, text, theme.bold(size::LESS), theme.ink);
        label.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    });
}
