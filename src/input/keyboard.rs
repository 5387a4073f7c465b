//! Listens to the keyboard, unless a panel does.

use super::bindings::{on_command, on_press, on_way, while_held};
use super::modifiers::{alt, command, shift};
use crate::app::{AppSystems, Content, Covered, Language, Pace, Session, Wanted};
use crate::view::journey::{self, Stage};
use crate::view::{Intent, assess};
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::prelude::*;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (press_keys, hold_keys).in_set(AppSystems::RecordInput));
}

fn press_keys(
    mut keys: MessageReader<KeyboardInput>,
    held: Res<ButtonInput<KeyCode>>,
    covered: Res<Covered>,
    content: Res<Content>,
    session: Res<Session>,
    language: Res<Language>,
    mut wanted: MessageWriter<Wanted>,
) {
    let is_playing = session.0.stage != Stage::City;
    let played = |key: &Key| match key {
        Key::Enter => journey::on_key(&content.pack, &session.0, None, &language.0),
        Key::Character(text) if is_playing => journey::on_key(&content.pack, &session.0, Some(text), &language.0),
        Key::Character(text) => {
            let rated = text.parse().ok().and_then(|digit| assess::on_key(&content.pack, &session.0, digit));
            rated.or_else(|| journey::on_key(&content.pack, &session.0, Some(text), &language.0))
        }
        _ => None,
    };
    for key in keys.read().filter(|key| key.state.is_pressed()) {
        let key = &key.logical_key;
        let wish = if command(&held) {
            on_command(key)
        } else if let Some(way) = on_way(key, alt(&held), session.0.way_back.is_some()) {
            Some(way)
        } else if is_playing && matches!(key, Key::ArrowUp | Key::ArrowDown | Key::Space) {
            // They scroll what is played.
            None
        } else {
            let on_stage = played(key);
            let is_kept = is_playing && on_stage.is_none() && is_for_stage(key);
            if is_kept { None } else { on_stage.or_else(|| on_press(key, shift(&held), &content.pack)) }
        };
        match wish {
            // A panel that has the keyboard gives it back on Esc.
            Some(intent) if !covered.keyboard || intent == Intent::Close => {
                wanted.write(Wanted(intent));
            }
            _ => {}
        }
    }
}

/// Whether a key answers what is played, so that it must not reach the city behind it by mistake.
fn is_for_stage(key: &Key) -> bool {
    match key {
        Key::Enter => true,
        Key::Character(text) => text.parse::<u8>().is_ok(),
        _ => false,
    }
}

fn hold_keys(
    held: Res<ButtonInput<KeyCode>>,
    covered: Res<Covered>,
    time: Res<Time>,
    mut pace: ResMut<Pace>,
    mut wanted: MessageWriter<Wanted>,
) {
    if covered.keyboard || command(&held) {
        return;
    }
    let shift = shift(&held);
    for intent in held.get_pressed().filter_map(|key| while_held(*key, shift, time.delta_secs().min(0.1))) {
        wanted.write(Wanted(intent));
        pace.keep_going();
    }
}
