//! The search: a line to write in, and below it what was found.

use crate::ui::tokens::{GAP, Theme, icon, size};
use crate::ui::widgets::{Look, icon_button, line_ui, pressable};
use crate::view::search::{QUERY_CHARS, ResultRow, SearchView};
use crate::view::{Intent, Words};
use bevy_egui::egui::{
    self, Align, Color32, Context, FontId, Id, Key, Layout, Margin, Modifiers, Pos2, Response, ScrollArea, Ui, Vec2,
    WidgetInfo, WidgetType, text::LayoutJob,
};

/// Space between a row's edge and its words, in points.
const PAD: f32 = GAP * 1.25;

/// The row that Enter chooses, among the results of a query.
#[derive(Clone, Default)]
struct Chosen {
    query: String,
    row: usize,
}

fn kept_at() -> Id {
    Id::new("search-chosen")
}

/// Forgets the chosen row, so that the next search begins anew and takes the keyboard.
pub fn forget(context: &Context) {
    context.data_mut(|data| data.remove::<Chosen>(kept_at()));
}

/// Draws the search within `high` points.
pub fn search_ui(ui: &mut Ui, high: f32, view: &SearchView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    let top = ui.cursor().top();
    let kept = ui.data(|data| data.get_temp::<Chosen>(kept_at()));
    let is_new = kept.is_none();
    let mut chosen = kept.filter(|kept| kept.query == view.query).unwrap_or_default();
    let last = view.results.len().saturating_sub(1);
    let line = Id::new("search-line");
    let (step, is_entered) = keys(ui, line);
    let row = chosen.row.saturating_add_signed(step).min(last);
    let has_moved = row != chosen.row;
    chosen = Chosen { query: view.query.clone(), row };
    line_and_close_ui(ui, line, is_new, view, words, theme, out);
    let hint =
        if view.results.is_empty() { view.hint.clone() } else { format!("{} {}", view.hint, words.get("search-keys")) };
    line_ui(ui, &hint, theme.text(size::SMALL), theme.soft_ink);
    let high = (high - (ui.cursor().top() - top)).max(2.0 * theme.target());
    ScrollArea::vertical().max_height(high).min_scrolled_height(high).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = GAP * 0.5;
        for (place, found) in view.results.iter().enumerate() {
            let response = row_ui(ui, found, place == row, theme);
            if place == row && has_moved {
                response.scroll_to_me(None);
            }
            if response.clicked() || (is_entered && place == row) {
                out.push(Intent::ChooseResult(place));
            }
        }
    });
    ui.data_mut(|data| data.insert_temp(kept_at(), chosen));
}

/// How many rows the arrows go on, and whether Enter was pressed. Whoever came to another button by Tab means that.
fn keys(ui: &Ui, line: Id) -> (isize, bool) {
    if ui.memory(|memory| memory.focused().is_some_and(|focused| focused != line)) {
        return (0, false);
    }
    ui.input_mut(|input| {
        let mut count = |key| input.count_and_consume_key(Modifiers::NONE, key).cast_signed();
        (count(Key::ArrowDown) - count(Key::ArrowUp), count(Key::Enter) > 0)
    })
}

fn line_and_close_ui(
    ui: &mut Ui,
    line: Id,
    is_new: bool,
    view: &SearchView,
    words: &Words,
    theme: &Theme,
    out: &mut Vec<Intent>,
) {
    ui.horizontal(|ui| {
        // As high as the line, so that what stands beside it stands at its middle.
        let within = Margin::symmetric(10, 8);
        let font = theme.text(size::LEAD);
        ui.set_min_height(ui.fonts_mut(|fonts| fonts.row_height(&font)) + within.sum().y);
        let name = words.get("search-label");
        let label = ui.label(egui::RichText::new(icon::SEARCH).font(font.clone()).color(theme.soft_ink));
        label.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &name));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, icon::CLOSE, &words.get("action-close"), theme, Look::Quiet).clicked() {
                out.push(Intent::Close);
            }
            let mut text = view.query.clone();
            let edit = egui::TextEdit::singleline(&mut text)
                .id(line)
                .font(font)
                .char_limit(QUERY_CHARS)
                .desired_width(f32::INFINITY)
                .margin(within);
            let response = ui.add(edit).labelled_by(label.id);
            if is_new {
                // From the next frame on: the key that opened the search is not part of the query.
                response.request_focus();
            }
            // Nor is that key while it is still held.
            if text != view.query && text != "/" {
                out.push(Intent::SetSearch(text));
            }
        });
    });
}

/// A result: what it is called and what it is, and below that a line about it.
fn row_ui(ui: &mut Ui, found: &ResultRow, is_chosen: bool, theme: &Theme) -> Response {
    let look = if is_chosen { Look::Chosen } else { Look::Quiet };
    let soft = if is_chosen { theme.on_accent } else { theme.soft_ink };
    let width = ui.available_width();
    let one_line = |text: &str, font: FontId, color: Color32, width: f32| {
        let mut job = LayoutJob::simple(text.to_owned(), font, color, width);
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        ui.painter().layout_job(job)
    };
    let kind = one_line(&found.kind_name, theme.text(size::SMALL), soft, width);
    let room = width - 2.0 * PAD;
    let label = one_line(&found.label, theme.bold(size::BODY), look.ink(theme), room - kind.size().x - PAD);
    let detail = (!found.detail.is_empty()).then(|| one_line(&found.detail, theme.text(size::SMALL), soft, room));
    let text_high = label.size().y + detail.as_ref().map_or(0.0, |detail| detail.size().y);
    let high = (text_high + 2.0 * GAP).max(theme.target() * 1.25);
    let name = format!("{}: {}", found.kind_name, found.label);
    let response = pressable(ui, Vec2::new(width, high), &name, theme, look);
    let (rect, painter) = (response.rect, ui.painter());
    let at = Pos2::new(rect.left() + PAD, rect.center().y - text_high / 2.0);
    let below = at + Vec2::new(0.0, label.size().y);
    let beside = Pos2::new(rect.right() - PAD - kind.size().x, at.y + (label.size().y - kind.size().y) / 2.0);
    painter.galley(at, label, look.ink(theme));
    painter.galley(beside, kind, soft);
    if let Some(detail) = detail {
        painter.galley(below, detail, soft);
    }
    response
}
