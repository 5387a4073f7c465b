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
use std::cell::RefCell;
use std::rc::Rc;

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
fn the_criterion_that_the_keys_rate_comes_into_sight() {
    let pack = packs::shipped("engineering-levels").expect("shipped");
    let mut state = State { now: 1_795_272_556, ..State::default() };
    reduce(&mut state, &floor("technical/e5"), &pack, &Words::english());
    let open = |state: &State| match city(&pack, state, &Words::english()).panel {
        Panel::Building(view) => *view,
        other => panic!("no building is open: {other:?}"),
    };
    let shown = Rc::new(RefCell::new(open(&state)));
    let (drawn, size) = (Rc::clone(&shown), Vec2::new(420.0, 500.0));
    let mut harness = light(size, move |ui, theme, out| {
        building::building_ui(ui, &drawn.borrow(), &Words::english(), theme, out);
    });
    for _ in 0..6 {
        reduce(&mut state, &Intent::Assess(Assess::MarkNext), &pack, &Words::english());
        *shown.borrow_mut() = open(&state);
        harness.run_steps(60);
        let view = shown.borrow();
        let row = view.ratings.iter().find(|row| row.marked).expect("one is marked");
        let text = harness.get_by_label(&row.text).rect();
        assert!(text.top() >= 0.0 && text.bottom() <= size.y, "{}: {text:?}", row.text);
    }
}

#[test]
fn the_marked_criterion_has_the_words_of_every_step() {
    let (view, words) = ladder_after(&[floor("technical/e1")]);
    let Panel::Building(view) = view.panel else { panic!("no building is open") };
    let harness = light(PANEL, move |ui, theme, out| building::building_ui(ui, &view, &words, theme, out));
    harness.get_by_label_contains("4\u{a0}Can do independently · 5\u{a0}Can teach others");
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
