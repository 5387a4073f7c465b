//! A show led by keys as clickers send them, and one that goes on by itself.

use super::{MemoryStore, run, visit, want};
use bevy::input::keyboard::{Key, KeyboardInput, NativeKeyCode};
use bevy::input::{ButtonState, InputPlugin};
use bevy::prelude::*;
use laddertown::app::Session;
use laddertown::input::keyboard_plugin;
use laddertown::view::Intent;
use laddertown::view::present::{Beat, Present, Running, Show};

fn keyboard_visit() -> App {
    let mut game = visit(&MemoryStore::default());
    game.add_plugins((InputPlugin, keyboard_plugin));
    game
}

fn press(game: &mut App, logical_key: Key) {
    game.world_mut().write_message(KeyboardInput {
        key_code: KeyCode::Unidentified(NativeKeyCode::Unidentified),
        logical_key,
        state: ButtonState::Pressed,
        text: None,
        repeat: false,
        window: Entity::PLACEHOLDER,
    });
    game.update();
}

fn show(game: &App) -> Option<&Show> {
    game.world().resource::<Session>().0.show.as_ref()
}

#[test]
fn a_clicker_leads_a_tour_from_its_choice_to_its_end() {
    let mut game = keyboard_visit();
    press(&mut game, Key::F5);
    assert!(show(&game).is_none(), "it is chosen first");
    press(&mut game, Key::F5);
    let stops = show(&game).expect("the first tour").tour.stops.len();
    let mut seen = vec![(0, show(&game).expect("a show").beat)];
    for _ in 0..2 * stops {
        press(&mut game, Key::PageDown);
        let show = show(&game).expect("it ends only by Esc");
        if seen.last() != Some(&(show.stop, show.beat)) {
            seen.push((show.stop, show.beat));
        }
    }
    assert!((0..stops).all(|stop| seen.contains(&(stop, Beat::Told))), "{seen:?}");
    assert!(seen.is_sorted_by_key(|(stop, _)| *stop), "{seen:?}");
    press(&mut game, Key::PageUp);
    assert_ne!(show(&game).map(|show| (show.stop, show.beat)), seen.last().copied());
    press(&mut game, Key::Character(".".into()));
    assert!(show(&game).is_some_and(|show| show.blank));
    let before = show(&game).map(|show| (show.stop, show.beat));
    press(&mut game, Key::PageDown);
    assert!(show(&game).is_some_and(|show| !show.blank));
    assert_eq!(show(&game).map(|show| (show.stop, show.beat)), before, "it brings back what was there");
    press(&mut game, Key::Escape);
    assert!(show(&game).is_none());
}

#[test]
fn digits_and_enter_jump_to_the_stop_of_that_number() {
    let mut game = keyboard_visit();
    press(&mut game, Key::Character("v".into()));
    press(&mut game, Key::Character("1".into()));
    press(&mut game, Key::Character("3".into()));
    assert_eq!(show(&game).map(|show| show.stop), Some(0));
    press(&mut game, Key::Enter);
    assert_eq!(show(&game).map(|show| show.stop), Some(2));
}

#[test]
fn another_key_strays_and_r_comes_back() {
    let mut game = keyboard_visit();
    press(&mut game, Key::F5);
    press(&mut game, Key::F5);
    press(&mut game, Key::Character("i".into()));
    assert_eq!(show(&game).map(|show| show.running), Some(Running::Strayed));
    press(&mut game, Key::Character("r".into()));
    assert_eq!(show(&game).map(|show| show.running), Some(Running::Led));
}

#[test]
fn a_tour_goes_on_by_itself_when_its_time_is_up_and_not_before() {
    let mut game = keyboard_visit();
    press(&mut game, Key::F5);
    press(&mut game, Key::F5);
    want(&mut game, Intent::Present(Present::Autoplay));
    run(&mut game, 0.5);
    let place = |game: &App| show(game).map(|show| (show.stop, show.beat));
    let before = place(&game);
    let secs = u64::from(show(&game).expect("a show").beat_secs());
    game.world_mut().resource_mut::<Session>().0.show.as_mut().expect("a show").beat_began -= secs + 1;
    run(&mut game, 0.5);
    assert_ne!(place(&game), before, "its time is up");
    let after = place(&game);
    run(&mut game, 0.5);
    assert_eq!(place(&game), after, "the next beat has its own time");
}
