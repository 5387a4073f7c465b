//! Criteria to be rated, and the card that says where an assessment stands.

use super::stage::Line;
use crate::domain::id::CriterionId;
use crate::ui::tokens::{GAP, ROUND, Theme, icon, size};
use crate::ui::widgets::{Look, heading_ui, icon_button, line_ui, pressable, prose_ui, text_button};
use crate::view::assess::{Assess, AssessCard, RatingRow, RatingStep};
use crate::view::journey::Action;
use crate::view::{Intent, Words};
use bevy_egui::egui::{self, Align2, Frame, Id, Margin, Ui, UiBuilder, Vec2};

/// So many of the ways into an assessment stand on the card; the others are found by the search and on its pages.
const ON_CARD: usize = 4;
/// So many where the text is large: the card must leave room for the city and for notices.
const ON_CARD_LARGE: usize = 2;

/// Draws the card.
pub fn card_ui(ui: &mut Ui, card: &AssessCard, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    line_ui(ui, &words.get("landmark-assess"), theme.bold(size::SMALL), theme.accent);
    if let Some(who) = &card.who {
        line_ui(ui, who, theme.text(size::SMALL), theme.ink);
    }
    ui.horizontal(|ui| {
        for (step, icon) in card.steps.iter().zip([icon::LEFT, icon::RIGHT]) {
            match step {
                Some(step) if icon_button(ui, icon, &step.label, theme, Look::Quiet).clicked() => {
                    out.push(step.intent.clone());
                }
                // Its room stays: who steps on and on must not press the other one at the end.
                None if card.steps.iter().any(Option::is_some) => ui.add_space(theme.target() + GAP * 0.75),
                _ => {}
            }
        }
        line_ui(ui, &card.quarter, theme.bold(size::BODY), theme.ink);
    });
    line_ui(ui, &card.level, theme.text(size::SMALL), theme.soft_ink);
    ui.horizontal_wrapped(|ui| {
        let most = if theme.scale > 1.5 { ON_CARD_LARGE } else { ON_CARD };
        let is_begun = card.steps.iter().any(Option::is_some);
        let is_example = |action: &&Action| action.intent == Intent::Assess(Assess::Example);
        let example = card.actions.iter().find(is_example).filter(|_| !is_begun);
        for action in card.actions.iter().take(most).chain(example) {
            if text_button(ui, &action.label, theme, Look::Quiet).clicked() {
                out.push(action.intent.clone());
            }
        }
    });
}

/// Draws the criteria of a floor.
pub fn ratings_ui(ui: &mut Ui, rows: &[RatingRow], words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    if rows.is_empty() {
        return;
    }
    heading_ui(ui, &words.get("part-criteria"), theme, theme.line);
    let rated = |row: &RatingRow| row.steps.iter().find(|step| step.chosen).map(|step| step.number);
    let marked = rows.iter().find(|row| row.marked).map(|row| (row.id.clone(), rated(row)));
    let before = ui.data_mut(|data| {
        let last: &mut Option<(CriterionId, Option<u8>)> = data.get_temp_mut_or_default(Id::new("marked-criterion"));
        std::mem::replace(last, marked.clone())
    });
    // The keys move the mark and rate what it is on: one looks there. On a floor that was just opened one begins at its
    // top.
    let is_here = |id: &CriterionId| rows.iter().any(|row| row.id == *id);
    let has_moved = before != marked && before.is_some_and(|(id, _)| is_here(&id));
    for row in rows {
        let edge = if row.marked { theme.stroke(2.0, theme.accent) } else { theme.hairline() };
        let frame = Frame::new().fill(theme.card).stroke(edge).corner_radius(ROUND).inner_margin(Margin::same(10));
        // It lies below its buttons: what is pressed beside them marks the criterion.
        let sense = UiBuilder::new().id_salt(row.id.as_str()).sense(egui::Sense::click());
        let card = ui.scope_builder(sense, |ui| {
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                row_ui(ui, row, theme, out);
            });
        });
        if !row.marked && card.response.clicked() {
            out.push(row.mark.clone());
        }
        if row.marked && has_moved {
            let rect = card.response.rect;
            let is_too_high = rect.height() > ui.clip_rect().height();
            ui.scroll_to_rect(rect, is_too_high.then_some(egui::Align::Min));
        }
    }
}

fn row_ui(ui: &mut Ui, row: &RatingRow, theme: &Theme, out: &mut Vec<Intent>) {
    prose_ui(ui, &row.text, theme, size::BODY, theme.ink);
    if let Some(evidence) = &row.evidence {
        line_ui(ui, evidence, theme.italic(size::LESS), theme.soft_ink);
    }
    ui.horizontal_wrapped(|ui| {
        for step in &row.steps {
            if step_ui(ui, step, theme) {
                out.push(step.intent.clone());
            }
        }
    });
    let chosen = row.steps.iter().find(|step| step.chosen);
    if row.marked {
        let scale: Vec<String> = row.steps.iter().map(|step| format!("{}\u{a0}{}", step.number, step.label)).collect();
        line_ui(ui, &scale.join(" · "), theme.text(size::SMALL), theme.soft_ink);
    }
    if let Some(step) = chosen {
        line_ui(ui, &format!("{}. {}", step.label, step.means), theme.text(size::SMALL), theme.ink);
    }
    if let Some(unrate) = row.unrate.as_ref().filter(|_| row.marked)
        && text_button(ui, &unrate.label, theme, Look::Quiet).clicked()
    {
        out.push(unrate.intent.clone());
    }
    for text in row.note.iter().chain(&row.corrections) {
        line_ui(ui, text, theme.text(size::SMALL), theme.soft_ink);
    }
    if let Some(comment) = &row.comment {
        line_ui(ui, comment, theme.italic(size::SMALL), theme.ink);
    }
    for (link, unlink) in &row.links {
        ui.horizontal_wrapped(|ui| {
            line_ui(ui, link, theme.text(size::SMALL), theme.ink);
            if text_button(ui, &unlink.label, theme, Look::Quiet).clicked() {
                out.push(unlink.intent.clone());
            }
        });
    }
    // What is written stands everywhere; the lines to write only where one is.
    if !row.marked {
        for line in row.lines.iter().filter(|line| !line.text.is_empty()) {
            line_ui(ui, &line.text, theme.italic(size::SMALL), theme.ink);
        }
        return;
    }
    for (index, line) in row.lines.iter().enumerate() {
        let id = Id::new(("evidence", row.id.as_str(), index));
        Line { id, label: &line.label, kept: &line.text, wants: &line.wants, goes_on: false }.ui(ui, theme, out);
    }
    if let Some((label, helps)) = &row.helps {
        line_ui(ui, label, theme.text(size::SMALL), theme.soft_ink);
        ui.horizontal_wrapped(|ui| {
            for action in helps {
                if text_button(ui, &action.label, theme, Look::Quiet).clicked() {
                    out.push(action.intent.clone());
                }
            }
        });
    }
    ui.add_space(GAP * 0.5);
}

/// A step of the scale: its number, with its words under the pointer and for who does not see it.
fn step_ui(ui: &mut Ui, step: &RatingStep, theme: &Theme) -> bool {
    let look = if step.chosen { Look::Chosen } else { Look::Quiet };
    let name = format!("{}, {}", step.number, step.label);
    let response = pressable(ui, Vec2::splat(theme.target()), &name, theme, look);
    let (at, font) = (response.rect.center(), theme.bold(size::LESS));
    ui.painter().text(at, Align2::CENTER_CENTER, step.number.to_string(), font, look.ink(theme));
    let hint = format!("{}. {}", step.label, step.means);
    response.on_hover_text(egui::RichText::new(hint).font(theme.text(size::SMALL))).clicked()
}
