//! The map.

use super::{WIDE, light, press, view_after};
use crate::domain::save::CameraPose;
use crate::domain::settings as settings_of_player;
use crate::ui::panels::map;
use crate::ui::tokens::Theme;
use crate::view::Intent;
use crate::view::intent::CameraMove;
use bevy_egui::egui::{Rect, Vec2};
use egui_kittest::Harness;

/// Draws the map of a city as it is seen from the south.
fn map_harness() -> (crate::view::map::MapView, Rect, Harness<'static, Vec<Intent>>) {
    let (view, words) = view_after(&[]);
    let view = view.map.expect("the map is shown");
    let free = Rect::from_min_size(bevy_egui::egui::Pos2::ZERO, WIDE);
    let place = map::place(free, &Theme::new(settings_of_player::Theme::Light, 1.0)).expect("there is room");
    let shown = view.clone();
    let harness = light(WIDE, move |ui, theme, out| {
        let pose = CameraPose { target: [0.0; 3], yaw: 0.0, pitch: 0.5, distance: 60.0 };
        let seen = map::Seen { pose, field: 0.49, aspect: 1.6, hovered: None };
        map::map_ui(ui, &shown, seen, place, &words, theme, out);
    });
    (view, place, harness)
}

#[test]
fn a_press_on_the_map_opens_the_building_or_district_that_lies_there() {
    let (view, place, mut harness) = map_harness();
    let scale = (place.width() / 2.0 - 11.0) / view.radius;
    let mut press_at = |[east, south]: [f32; 2], expected: &Intent| {
        harness.state_mut().clear();
        let at = place.center() + Vec2::new(east, south) * scale;
        harness.drag_at(at);
        harness.run_steps(1);
        harness.drop_at(at);
        harness.run_steps(3);
        assert_eq!(harness.state(), std::slice::from_ref(expected));
    };
    press_at(view.dots[0].at, &view.dots[0].intent);
    let (x, z) = crate::domain::plan::site(3).center();
    press_at([x, z], &view.wards[3].intent);
}

#[test]
fn the_compass_turns_the_view_to_the_north() {
    let (_, _, mut harness) = map_harness();
    press(&mut harness, "North ahead", &Intent::Move(CameraMove::North));
}
