//! Listens to the keyboard, unless a panel does.

use super::bindings::{on_command, on_press, while_held};
use super::modifiers::{command, shift};
use crate::app::{AppSystems, Content, Covered, Language, Pace, Session, Wanted};
use crate::view::{Intent, journey};
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
    let played = |key: &Key| match key {
        Key::Enter => journey::on_key(&content.pack, &session.0, None, &language.0),
        Key::Character(text) => journey::on_key(&content.pack, &session.0, Some(text.parse().ok()?), &language.0),
        _ => None,
    };
    for key in keys.read().filter(|key| key.state.is_pressed()) {
        let wish = if command(&held) {
            on_command(&key.logical_key)
        } else {
            played(&key.logical_key).or_else(|| on_press(&key.logical_key, shift(&held), &content.pack))
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
