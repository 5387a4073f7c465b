//! Keys, pointer and fingers become intents.

pub mod bindings;
mod gestures;
mod keyboard;
mod modifiers;

use bevy::prelude::*;

pub(crate) fn plugin(app: &mut App) {
    app.add_plugins((keyboard::plugin, gestures::plugin));
}
