//! The one recommended next step, as a card over the picture.

use super::assess::card_ui;
use crate::domain::progress::Mode;
use crate::ui::tokens::{GAP, ROUND, Theme, icon, size};
use crate::ui::widgets::{Look, line_ui, wide_button};
use crate::view::journey::Play;
use crate::view::{CityView, Intent, Panel, Words};
use bevy_egui::egui::{Frame, Margin, Ui, Vec2};

/// Draws the card: on a ladder where the assessment stands, and elsewhere the step, why, and, for whoever only looks around so far, the way into the journey.
pub fn advice_ui(ui: &mut Ui, view: &CityView, words: &Words, theme: &Theme, out: &mut Vec<Intent>) {
    let card = Frame::new().fill(theme.veil(theme.paper)).stroke(theme.hairline()).corner_radius(ROUND);
    card.inner_margin(Margin::same(10)).show(ui, |ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(GAP * 0.75);
        if let (Some(back), Panel::None) = (&view.way_back, &view.panel)
            && wide_button(ui, Some(icon::LEFT), &back.label, theme, Look::Quiet).clicked()
        {
            out.push(back.intent.clone());
        }
        if let Some(card) = &view.assess {
            return card_ui(ui, card, words, theme, out);
        }
        let (action, why) = &view.advice;
        line_ui(ui, &words.get("advice-heading"), theme.bold(size::SMALL), theme.accent);
        if wide_button(ui, Some(&words.get("keys-next")), &action.label, theme, Look::Primary).clicked() {
            out.push(action.intent.clone());
        }
        line_ui(ui, why, theme.text(size::SMALL), theme.soft_ink);
        let into = view.journey.iter().find(|action| action.intent == Intent::Play(Play::SetMode(Mode::Journey)));
        if let Some(action) = into
            && wide_button(ui, None, &words.get("action-journey-short"), theme, Look::Quiet)
                .on_hover_text(&action.label)
                .clicked()
        {
            out.push(action.intent.clone());
        }
    });
}
