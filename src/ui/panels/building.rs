//! A building: its floors as a column, and the open floor's text beside it.

use super::assess::ratings_ui;
use crate::ui::tokens::{self, GAP, ROUND, Theme, icon, size};
use crate::ui::widgets::{
    Look, heading_ui, icon_button, line_ui, pressable, prose_ui, prose_with_terms_ui, text_button,
};
use crate::view::building::{BuildingView, FloorView, Part, Standing, StoreyView};
use crate::view::intent::Step;
use crate::view::journey::Action;
use crate::view::palette;
use crate::view::{Intent, Words};
use bevy_egui::egui::{self, Align2, Color32, Frame, Margin, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2};

/// Draws a building.
pub fn building_ui(ui: &mut Ui, view: &BuildingView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing = Vec2::splat(GAP);
    // Where there is little height, as on a phone, the name goes the way of the text when one reads on.
    let is_low = ui.available_height() < 360.0 + 150.0 * (theme.scale - 1.0);
    buttons_ui(ui, view, words, theme, out);
    if !is_low {
        name_ui(ui, view, size::NAME, theme);
        ui.add_space(2.0);
    }
    let column_width = theme.target() + 12.0;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(column_width);
            ScrollArea::vertical()
                .id_salt("column")
                .max_width(column_width)
                .show(ui, |ui| column_ui(ui, view, theme, out));
        });
        ui.vertical(|ui| {
            // A floor that opens begins at its top.
            ScrollArea::vertical().id_salt(("floor", view.floor.id.to_string())).auto_shrink([false, false]).show(
                ui,
                |ui| {
                    ui.set_max_width(theme.measure(ui));
                    if is_low {
                        name_ui(ui, view, size::HEADING, theme);
                    }
                    floor_ui(ui, view, words, theme, out);
                    ui.add_space(GAP);
                    heading_ui(ui, &words.get("building-reason"), theme, theme.line);
                    prose_ui(ui, &view.reason, theme, size::LESS, theme.soft_ink);
                    ui.add_space(GAP * 2.0);
                },
            );
        });
    });
}

fn buttons_ui(ui: &mut Ui, view: &BuildingView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        let district =
            egui::RichText::new(&view.district).font(theme.bold(size::SMALL)).color(theme.accent).underline();
        // With large text on a phone there is no room for the whole of it beside three buttons.
        let room = Vec2::new((ui.available_width() - 3.0 * (theme.target() + GAP)).max(0.0), theme.target());
        let link = egui::Button::new(district).frame(false).truncate();
        let at = egui::Layout::left_to_right(egui::Align::Min);
        if ui.allocate_ui_with_layout(room, at, |ui| ui.add(link)).inner.clicked() {
            out.push(view.open_district.clone());
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
            if icon_button(ui, icon::CLOSE, &words.get("action-close"), theme, Look::Quiet).clicked() {
                out.push(Intent::Close);
            }
            if icon_button(ui, icon::PLUS, &words.get("action-text-larger"), theme, Look::Quiet).clicked() {
                out.push(Intent::StepText(Step::Next));
            }
            if icon_button(ui, icon::MINUS, &words.get("action-text-smaller"), theme, Look::Quiet).clicked() {
                out.push(Intent::StepText(Step::Previous));
            }
        });
    });
}

fn name_ui(ui: &mut Ui, view: &BuildingView, scale: f32, theme: &Theme) {
    ui.horizontal_wrapped(|ui| {
        line_ui(ui, &view.name, theme.display(scale), theme.ink);
        if let Some(subtitle) = &view.subtitle {
            line_ui(ui, subtitle, theme.text(size::LESS), theme.soft_ink);
        }
    });
    line_ui(ui, &view.status, theme.text(size::SMALL), theme.soft_ink);
}

fn column_ui(ui: &mut Ui, view: &BuildingView, theme: &Theme, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing.y = 3.0;
    for storey in &view.column {
        if storey_ui(ui, storey, theme) {
            out.extend(storey.intent.clone());
        }
    }
}

/// One storey of the column; `true` if it was pressed.
fn storey_ui(ui: &mut Ui, storey: &StoreyView, theme: &Theme) -> bool {
    let size = Vec2::new(theme.target() + 8.0, theme.target());
    if storey.intent.is_none() {
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let stroke = theme.stroke(1.5, theme.soft_ink);
        ui.painter().rect_stroke(rect.shrink(2.0), 0.0, stroke, StrokeKind::Inside);
        ui.painter()
            .line_segment([rect.left_bottom() + Vec2::new(2.0, -2.0), rect.right_top() + Vec2::new(-2.0, 2.0)], stroke);
        response.on_hover_text(egui::RichText::new(&storey.label).font(theme.text(size::SMALL)));
        return false;
    }
    let look = if storey.open { Look::Chosen } else { Look::Quiet };
    let response = pressable(ui, size, &storey.label, theme, look);
    let inner = response.rect.shrink(4.0);
    let wall = tokens::stratum(storey.level);
    let (fill, ink, edge) = match storey.standing {
        Standing::Risen | Standing::Scaffold => (wall, tokens::ink_on(wall), Stroke::NONE),
        Standing::Outline | Standing::Wanted | Standing::Bare => (
            Color32::TRANSPARENT,
            if storey.open { theme.on_accent } else { theme.soft_ink },
            theme.stroke(1.0, theme.soft_ink),
        ),
    };
    ui.painter().rect(inner, 4.0, fill, edge, StrokeKind::Inside);
    match storey.standing {
        Standing::Scaffold => scaffold_ui(ui.painter(), inner),
        Standing::Wanted => {
            let line = Stroke::new(2.0, tokens::from_paint(palette::TARGET));
            ui.painter().rect_stroke(inner, 4.0, line, StrokeKind::Inside);
        }
        Standing::Risen | Standing::Outline | Standing::Bare => {}
    }
    ui.painter().text(inner.center(), Align2::CENTER_CENTER, &storey.number, theme.bold(size::LESS), ink);
    response.on_hover_text(egui::RichText::new(&storey.label).font(theme.text(size::SMALL))).clicked()
}

/// Poles at both sides, joined by planks above and below the number.
fn scaffold_ui(painter: &egui::Painter, rect: egui::Rect) {
    let (pole, plank) = (tokens::from_paint(palette::POLE), tokens::from_paint(palette::PLANK));
    for y in [rect.top() + 3.0, rect.bottom() - 3.0] {
        painter.hline(rect.x_range(), y, Stroke::new(3.0, plank));
    }
    for x in [rect.left() + 3.0, rect.right() - 3.0] {
        painter.vline(x, rect.y_range(), Stroke::new(3.0, pole));
    }
}

/// So many of a floor's actions stand above its text, and the others behind it.
const FIRST_ACTIONS: usize = 2;

/// Actions on the open floor; the first of all is the likeliest.
fn actions_ui(ui: &mut Ui, actions: &[Action], first: Option<&Action>, theme: &Theme, out: &mut Vec<Intent>) {
    ui.horizontal_wrapped(|ui| {
        for action in actions {
            let is_first = first.is_some_and(|first| first == action);
            let look = if is_first { Look::Primary } else { Look::Quiet };
            if text_button(ui, &action.label, theme, look).clicked() {
                out.push(action.intent.clone());
            }
        }
    });
}

fn floor_ui(ui: &mut Ui, view: &BuildingView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    let floor = &view.floor;
    // Where one rates, the criteria come first.
    let most = if view.ratings.is_empty() { FIRST_ACTIONS } else { 0 };
    let (first, others) = view.actions.split_at(view.actions.len().min(most));
    line_ui(ui, &floor.title, theme.bold(size::BODY), theme.ink);
    actions_ui(ui, first, first.first().filter(|_| !others.is_empty()), theme, out);
    if let Some(note) = &floor.note {
        Frame::new().fill(theme.card).stroke(theme.hairline()).corner_radius(ROUND).inner_margin(Margin::same(8)).show(
            ui,
            |ui| {
                line_ui(ui, note, theme.text(size::SMALL), theme.soft_ink);
            },
        );
    }
    if let Some(unwritten) = &floor.unwritten {
        line_ui(ui, unwritten, theme.italic(size::BODY), theme.soft_ink);
    }
    for section in floor.sections.iter().filter(|section| section.part != Part::Criteria || view.ratings.is_empty()) {
        ui.add_space(2.0);
        heading_ui(ui, &section.heading, theme, part_color(section.part, theme));
        let color = if section.part == Part::Why { theme.soft_ink } else { theme.ink };
        for entry in &section.entries {
            prose_with_terms_ui(ui, entry, &floor.terms, theme, size::BODY, color);
        }
    }
    ratings_ui(ui, &view.ratings, words, theme, out);
    terms_ui(ui, floor, words, theme);
    ui.add_space(GAP);
    ui.horizontal_wrapped(|ui| {
        if floor.previous.is_some() && text_button(ui, &words.get("action-floor-below"), theme, Look::Quiet).clicked() {
            out.push(Intent::StepFloor(Step::Previous));
        }
        if floor.next.is_some() && text_button(ui, &words.get("action-floor-above"), theme, Look::Quiet).clicked() {
            out.push(Intent::StepFloor(Step::Next));
        }
    });
    ui.add_space(GAP);
    actions_ui(ui, others, None, theme, out);
    if !floor.related.is_empty() {
        heading_ui(ui, &words.get("floor-related"), theme, theme.line);
        ui.horizontal_wrapped(|ui| {
            for (label, intent) in &floor.related {
                if text_button(ui, label, theme, Look::Quiet).clicked() {
                    out.push(intent.clone());
                }
            }
        });
    }
}

/// The meanings of words, for those who cannot or do not hover.
fn terms_ui(ui: &mut Ui, floor: &FloorView, words: &Words, theme: &Theme) {
    if floor.terms.is_empty() {
        return;
    }
    ui.add_space(GAP);
    heading_ui(ui, &words.get("floor-terms"), theme, theme.line);
    for term in &floor.terms {
        ui.horizontal_wrapped(|ui| {
            line_ui(ui, &term.term, theme.bold(size::SMALL), theme.ink);
            line_ui(ui, &term.means, theme.text(size::SMALL), theme.soft_ink);
        });
    }
}

/// The color of a part: what one knows, what one assumes, what breaks it.
fn part_color(part: Part, theme: &Theme) -> Color32 {
    match part {
        Part::Why | Part::Criteria => theme.line,
        Part::Know => tokens::district(5),
        Part::Assume => tokens::district(8),
        Part::Learn => tokens::district(0),
        Part::Prose => tokens::district(3),
    }
}
