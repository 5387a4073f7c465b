//! The bar on top.

use super::{WIDE, harness, light, pack, press, view_after};
use crate::domain::settings as settings_of_player;
use crate::ui::panels::bar;
use crate::ui::tokens::Theme;
use crate::view::Intent;
use crate::view::journey::{Page, Play};
use crate::view::link::Share;
use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Ui, Vec2};
use egui_kittest::kittest::Queryable;

#[test]
fn the_bar_has_a_button_for_every_level_and_every_tool() {
    let (view, words) = view_after(&[]);
    let mut harness = light(WIDE, move |ui, theme, out| bar::bar_ui(ui, &view, &words, theme, out));
    for (mark, level) in pack().levels().iter().enumerate() {
        let name = format!("Level {mark}, {}", level.name);
        press(&mut harness, &name, &Intent::SetLevel(level.id.clone()));
    }
    press(&mut harness, "Next level", &Intent::NextLevel);
    press(&mut harness, "Previous level", &Intent::PreviousLevel);
    press(&mut harness, "The Magician", &Intent::OpenItsLevel);
    press(&mut harness, "Keys", &Intent::ToggleHelp);
    press(&mut harness, "Settings", &Intent::ToggleSettings);
    press(&mut harness, "Legend", &Intent::ToggleLegend);
    press(&mut harness, "Map", &Intent::ToggleMap);
    press(&mut harness, "Journey", &Intent::Play(Play::Open(Page::Menu)));
    press(&mut harness, "Cities", &Intent::ShowCities);
    press(&mut harness, "Whole city", &Intent::Home);
    press(&mut harness, "Share this view", &Intent::Share(Share::Toggle));
    press(&mut harness, "Search", &Intent::OpenSearch);
}

#[test]
fn the_bar_fits_a_phone_at_every_size_of_text() {
    for scale in [1.0, 2.0] {
        let (view, words) = view_after(&[]);
        let draw = move |ui: &mut Ui, theme: &Theme, out: &mut Vec<Intent>| bar::bar_ui(ui, &view, &words, theme, out);
        let harness = harness(Vec2::new(360.0, 640.0), Theme::new(settings_of_player::Theme::Light, scale), draw);
        for name in ["Level 0, The Magician", "Level 5, The Architect", "Next level", "Keys", "Settings"] {
            let place = harness.get_by_role_and_label(Role::Button, name).rect();
            assert!(place.left() >= 0.0 && place.right() <= 360.0, "{name} at {scale}: {place:?}");
        }
    }
}

#[test]
fn nothing_in_the_bar_lies_over_another_thing() {
    for (width, scale) in [
        (360.0, 1.0),
        (360.0, 2.0),
        (640.0, 1.0),
        (640.0, 2.0),
        (760.0, 1.0),
        (800.0, 1.5),
        (1180.0, 2.0),
        (1280.0, 2.0),
        (1400.0, 2.0),
    ] {
        let (view, words) = view_after(&[Intent::SetLevel(pack().levels()[1].id.clone())]);
        let draw = move |ui: &mut Ui, theme: &Theme, out: &mut Vec<Intent>| bar::bar_ui(ui, &view, &words, theme, out);
        let harness = harness(Vec2::new(width, 400.0), Theme::new(settings_of_player::Theme::Light, scale), draw);
        let places: Vec<_> = harness.get_all_by_role(Role::Button).map(|button| button.rect()).collect();
        assert!(places.len() > 10, "{width} at {scale}");
        for (index, place) in places.iter().enumerate() {
            let over = places[..index].iter().find(|other| other.shrink(1.0).intersects(place.shrink(1.0)));
            assert!(over.is_none(), "{width} at {scale}: {place:?} over {over:?}");
        }
    }
}
