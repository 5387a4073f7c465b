//! Ratings, the card of a ladder, and plots.

use super::{PANEL, floor, light, press, press_nth};
use crate::packs;
use crate::ui::panels::{advice, building, stage};
use crate::view::assess::{self, Assess, Chart, Document};
use crate::view::intent::Step;
use crate::view::{CityView, Intent, Panel, State, Words, city, reduce};
use bevy_egui::egui::Vec2;
use bevy_egui::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

/// The view after some wishes in a ladder's city.
fn ladder_after(intents: &[Intent]) -> (CityView, Words) {
    let (pack, words) = (packs::shipped("engineering-levels").expect("shipped"), Words::english());
    let mut state = State { now: 1_795_272_556, ..State::default() };
    for intent in intents {
        reduce(&mut state, intent, &pack, &words);
    }
    (city(&pack, &state, &words), words)
}

#[test]
fn a_criterion_is_rated_by_a_button_for_every_step_of_the_scale() {
    let (view, words) = ladder_after(&[floor("technical/e1")]);
    let Panel::Building(view) = view.panel else { panic!("no building is open") };
    let steps = view.ratings[1].steps.clone();
    let mut harness = light(PANEL, move |ui, theme, out| building::building_ui(ui, &view, &words, theme, out));
    assert_eq!(steps.len(), 6);
    for step in steps {
        press_nth(&mut harness, &format!("{}, {}", step.number, step.label), 1, &step.intent);
    }
}

#[test]
fn the_marked_criterion_has_lines_for_evidence() {
    let (view, words) = ladder_after(&[floor("technical/e1")]);
    let Panel::Building(view) = view.panel else { panic!("no building is open") };
    let harness = light(PANEL, move |ui, theme, out| building::building_ui(ui, &view, &words, theme, out));
    assert_eq!(harness.get_all_by_role(Role::TextInput).count(), 2, "a comment and a link, of one criterion of three");
}

#[test]
fn the_card_of_a_ladder_says_where_one_stands_and_leads_back() {
    let (view, words) = ladder_after(&[Intent::Assess(Assess::Example)]);
    let mut harness = light(PANEL, move |ui, theme, out| advice::advice_ui(ui, &view, &words, theme, out));
    harness.get_by_label("Q4 2026");
    harness.get_by_label("By the ladder's rule: E2.");
    press(&mut harness, "The quarter before", &Intent::Assess(Assess::StepQuarter(Step::Previous)));
    press(&mut harness, "My level", &Intent::Assess(Assess::Open(assess::Page::Level)));
}

#[test]
fn a_plot_is_painted_and_read_out_as_its_table() {
    for chart in Chart::ALL {
        let open = Intent::Assess(Assess::Open(assess::Page::Chart(chart)));
        let (view, words) = ladder_after(&[Intent::Assess(Assess::Example), open]);
        let view = view.stage.expect("a page");
        // Tall enough for a row a criterion.
        let tall = Vec2::new(PANEL.x, 5000.0);
        let mut harness = light(tall, move |ui, theme, out| stage::stage_ui(ui, &view, &words, theme, out));
        let images: Vec<String> =
            harness.get_all_by_role(Role::Image).filter_map(|image| image.accesskit_node().label()).collect();
        assert!(images.len() == 1 && images[0].contains("Technical"), "{images:?}");
        press(&mut harness, "Save as drawing (SVG)", &Intent::Assess(Assess::Export(Document::Svg(chart))));
    }
}
