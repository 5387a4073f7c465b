//! Listens to the keyboard, unless a panel does.

use super::bindings::{on_press, while_held};
use super::modifiers::{command, shift};
use crate::app::{AppSystems, Content, Covered, Pace, Wanted};
use crate::view::Intent;
use bevy::input::keyboard::KeyboardInput;
use bevy::prelude::*;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (press_keys, hold_keys).in_set(AppSystems::RecordInput));
}

fn press_keys(
    mut keys: MessageReader<KeyboardInput>,
    held: Res<ButtonInput<KeyCode>>,
    covered: Res<Covered>,
    content: Res<Content>,
    mut wanted: MessageWriter<Wanted>,
) {
    for key in keys.read().filter(|key| key.state.is_pressed() && !command(&held)) {
        match on_press(&key.logical_key, shift(&held), &content.pack) {
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
