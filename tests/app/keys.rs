//! The journey by the keyboard alone: every key is taken, whatever still moves.

use super::{MemoryStore, run, visit, want};
use bevy::input::keyboard::{Key, KeyboardInput, NativeKeyCode};
use bevy::input::{ButtonState, InputPlugin};
use bevy::prelude::*;
use laddertown::app::{Content, Session, Shown};
use laddertown::city::Growth;
use laddertown::domain::progress::Mode;
use laddertown::input::keyboard_plugin;
use laddertown::view::Intent;
use laddertown::view::journey::{At, Play, Stage, risen_floors};

/// On the journey, with a keyboard; what stood in Explore has gone.
fn keyboard_visit() -> App {
    let mut game = visit(&MemoryStore::default());
    game.add_plugins((InputPlugin, keyboard_plugin));
    want(&mut game, Intent::Play(Play::SetMode(Mode::Journey)));
    run(&mut game, 6.0);
    assert!(!is_growing(&mut game));
    game
}

fn event(key: &str, repeat: bool) -> KeyboardInput {
    KeyboardInput {
        key_code: KeyCode::Unidentified(NativeKeyCode::Unidentified),
        logical_key: if key == "Enter" { Key::Enter } else { Key::Character(key.into()) },
        state: ButtonState::Pressed,
        text: None,
        repeat,
        window: Entity::PLACEHOLDER,
    }
}

fn press(game: &mut App, key: &str) {
    game.world_mut().write_message(event(key, false));
    game.update();
}

/// What one would press next: the recommended step, the first answer, or on.
fn next_key(game: &App) -> &'static str {
    match &game.world().resource::<Shown>().stage {
        None => "g",
        Some(stage) if stage.asked().is_some() || stage.on_enter().is_none() => "1",
        Some(_) => "Enter",
    }
}

fn stage(game: &App) -> Stage {
    game.world().resource::<Session>().0.stage.clone()
}

fn is_growing(game: &mut App) -> bool {
    let mut growths = game.world_mut().query::<&Growth>();
    growths.iter(game.world()).any(|growth| !growth.is_at_rest())
}

fn risen(game: &App) -> usize {
    risen_floors(&game.world().resource::<Content>().pack, &game.world().resource::<Session>().0).len()
}

/// Issue 5: ten floors in a row without getting in one's way. Each key comes in the frame after the one before it.
#[test]
fn ten_floors_in_a_row_never_have_a_key_wait() {
    let mut game = keyboard_visit();
    let (mut keys, mut while_growing, mut before_rest) = (0, 0, 0);
    while risen(&game) < 10 {
        assert!(keys < 200, "{keys} keys, and {} floors", risen(&game));
        let (before, grows, key) = (stage(&game), is_growing(&mut game), next_key(&game));
        press(&mut game, key);
        assert_ne!(stage(&game), before, "{key} does nothing");
        let is_next_floor = matches!(&before, Stage::Floor(visit) if visit.at == At::Risen);
        keys += 1;
        while_growing += usize::from(grows);
        before_rest += usize::from(grows && is_next_floor);
    }
    println!("{keys} keys for ten floors, {while_growing} of them while something rose");
    assert_eq!(before_rest, 9, "one goes on to the next floor while this one rises");
    assert!(keys <= 150, "{keys} keys, with those of a wall");
}

#[test]
fn keys_in_one_slow_frame_are_understood_one_after_the_other() {
    let mut slow = keyboard_visit();
    let mut quick = keyboard_visit();
    let mut keys = Vec::new();
    for _ in 0..12 {
        keys.push(next_key(&quick));
        press(&mut quick, keys[keys.len() - 1]);
    }
    for key in &keys {
        slow.world_mut().write_message(event(key, false));
    }
    for _ in 0..keys.len() {
        slow.update();
    }
    let Stage::Floor(expected) = stage(&quick) else { panic!("a floor is played") };
    assert!(matches!(stage(&slow), Stage::Floor(visit) if (&visit.floor, visit.at) == (&expected.floor, expected.at)));
    assert_eq!(risen(&slow), risen(&quick));
}

#[test]
fn a_key_that_is_held_answers_once() {
    let mut game = keyboard_visit();
    press(&mut game, "g");
    press(&mut game, "1");
    press(&mut game, "Enter");
    let read = stage(&game);
    assert!(matches!(&read, Stage::Floor(visit) if visit.at == At::Read));
    press(&mut game, "1");
    let learn = stage(&game);
    for key in ["1", "Enter"] {
        game.world_mut().write_message(event(key, true));
        game.update();
    }
    assert_eq!(stage(&game), learn);
}
