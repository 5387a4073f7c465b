//! Keys, pointer and fingers become intents.

pub mod bindings;
mod gestures;
mod keyboard;
mod modifiers;
pub mod showing;

pub use keyboard::plugin as keyboard_plugin;

use bevy::prelude::*;

pub(crate) fn plugin(app: &mut App) {
    app.add_plugins((keyboard::plugin, gestures::plugin));
}
