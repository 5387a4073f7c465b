//! What is read: a building, the sign of a district, a level.

use super::{PANEL, floor, harness, light, pack, press, view_after};
use crate::domain::settings as settings_of_player;
use crate::ui::panels::{building, level, sign};
use crate::ui::tokens::Theme;
use crate::view::intent::Step;
use crate::view::{Intent, Panel};
use bevy_egui::egui::{Ui, Vec2};
use egui_kittest::kittest::Queryable;

#[test]
fn a_building_shows_its_floors_and_the_open_text() {
    let (view, words) = view_after(&[floor("frontend/l0")]);
    let Panel::Building(view) = view.panel else { panic!("no building is open") };
    let know = view.floor.sections[1].entries[0].clone();
    let mut harness = light(PANEL, move |ui, theme, out| building::building_ui(ui, &view, &words, theme, out));
    for heading in ["Why now", "You know", "You assume", "You learn", "The story", "Reason to be"] {
        harness.get_by_label(heading);
    }
    harness.get_by_label(&know);
    press(&mut harness, "Floor 1, to be raised by The Apprentice", &floor("frontend/l1"));
    press(&mut harness, "Floor above", &Intent::StepFloor(Step::Next));
    press(&mut harness, "Larger text", &Intent::StepText(Step::Next));
    press(&mut harness, "Smaller text", &Intent::StepText(Step::Previous));
    press(&mut harness, "Close", &Intent::Close);
    assert!(harness.query_by_label("Floor below").is_none(), "there is nothing below the ground floor");
}

#[test]
fn a_floor_that_has_not_risen_can_be_read_and_says_so() {
    let (view, words) = view_after(&[floor("frontend/l3")]);
    let Panel::Building(view) = view.panel else { panic!("no building is open") };
    let harness = light(PANEL, move |ui, theme, out| building::building_ui(ui, &view, &words, theme, out));
    harness.get_by_label_contains("Not risen yet");
    harness.get_by_label("The story");
}

#[test]
fn the_text_keeps_within_the_panel_at_every_size() {
    for scale in [1.0, 1.5, 2.0] {
        let (view, words) = view_after(&[floor("database/l1")]);
        let Panel::Building(view) = view.panel else { panic!("no building is open") };
        let story = crate::view::markup::paragraphs(&view.floor.sections[4].entries[0]);
        let first: String = story[0].iter().map(|run| run.text.as_str()).collect();
        let draw = move |ui: &mut Ui, theme: &Theme, out: &mut Vec<Intent>| {
            building::building_ui(ui, &view, &words, theme, out);
        };
        let harness = harness(Vec2::new(520.0, 4000.0), Theme::new(settings_of_player::Theme::Dark, scale), draw);
        let place = harness.get_by_label(&first).rect();
        assert!(place.right() <= 520.0 && place.width() > 300.0, "{scale}: {place:?}");
    }
}

#[test]
fn a_sign_says_why_now_and_leads_to_its_buildings() {
    let (view, words) = view_after(&[Intent::OpenItsDistrict]);
    let Panel::District(view) = view.panel else { panic!("no sign is open") };
    let tagline = view.tagline.clone();
    let mut harness = light(PANEL, move |ui, theme, out| sign::sign_ui(ui, &view, &words, theme, out));
    harness.get_by_label(&tagline);
    harness.get_by_label("Why now");
    for building in pack().buildings_of(&pack().districts()[0]) {
        press(&mut harness, &building.name, &Intent::OpenBuilding(building.id.clone()));
    }
    press(&mut harness, "Close", &Intent::Close);
}

#[test]
fn a_level_has_its_epigraph_and_portrait() {
    let (view, words) = view_after(&[Intent::OpenItsLevel]);
    let Panel::Level(view) = view.panel else { panic!("no level is open") };
    let (epigraph, brings) = (view.epigraph.clone(), view.brings.clone());
    let mut harness = light(PANEL, move |ui, theme, out| level::level_ui(ui, &view, &words, theme, out));
    harness.get_by_label(&epigraph);
    for line in &brings {
        harness.get_by_label(line);
    }
    press(&mut harness, "Close", &Intent::Close);
}
