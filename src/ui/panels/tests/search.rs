//! The search.

use super::{Player, light, pack};
use crate::ui::panels::search;
use crate::view::{Intent, State, Words, city, reduce};
use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Key, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::cell::RefCell;
use std::rc::Rc;

/// Draws the search, and does what is wanted in it.
fn search_harness() -> (Rc<RefCell<Player>>, Harness<'static, Vec<Intent>>) {
    let mut player = Player { state: State::default(), pack: pack(), words: Words::english() };
    reduce(&mut player.state, &Intent::OpenSearch, &player.pack, &player.words);
    let player = Rc::new(RefCell::new(player));
    let drawn = player.clone();
    let harness = light(Vec2::new(560.0, 700.0), move |ui, theme, out| {
        let player = &mut *drawn.borrow_mut();
        let Some(view) = city(&player.pack, &player.state, &player.words).search else { return };
        let mut wanted = Vec::new();
        search::search_ui(ui, 680.0, &view, &player.words, theme, &mut wanted);
        for intent in wanted {
            reduce(&mut player.state, &intent, &player.pack, &player.words);
            out.push(intent);
        }
    });
    (player, harness)
}

#[test]
fn two_letters_and_a_number_typed_into_the_search_open_a_floor_by_enter() {
    let (player, mut harness) = search_harness();
    for letter in ["/", "a", "u", "2"] {
        // The slash is the key that opened it; the line has the keyboard without a press on it.
        harness.event(bevy_egui::egui::Event::Text(letter.to_owned()));
        harness.run_steps(2);
    }
    assert_eq!(player.borrow().state.search.as_deref(), Some("au2"));
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().last(), Some(&Intent::ChooseResult(0)));
    let floor = player.borrow().state.open_floor(&pack()).map(|(_, floor)| floor.id.to_string());
    assert_eq!(floor.as_deref(), Some("auth/l2"));
}

#[test]
fn arrows_and_presses_choose_among_the_results() {
    let (player, mut harness) = search_harness();
    harness.get_by_role_and_label(Role::TextInput, "Find").type_text("auth");
    harness.run_steps(3);
    let place = harness.get_by_role_and_label(Role::Button, "Building: Auth").rect();
    assert!(place.height() >= 40.0 && place.right() <= 560.0, "{place:?}");
    for key in [Key::ArrowUp, Key::ArrowDown, Key::ArrowDown, Key::ArrowUp, Key::ArrowDown, Key::Enter] {
        harness.key_press(key);
        harness.run_steps(2);
    }
    assert_eq!(harness.state().last(), Some(&Intent::ChooseResult(2)));
    assert_eq!(player.borrow().state.search, None);

    let (player, mut harness) = search_harness();
    harness.get_by_role_and_label(Role::Button, "Do: Settings").click();
    harness.run_steps(3);
    assert!(city(&pack(), &player.borrow().state, &Words::english()).settings.is_some());
}
