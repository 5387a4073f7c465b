//! Keys that change what others mean.

use bevy::input::ButtonInput;
use bevy::input::keyboard::KeyCode;

/// Whether a shift key is held.
pub(super) fn shift(held: &ButtonInput<KeyCode>) -> bool {
    held.any_pressed([KeyCode::ShiftLeft, KeyCode::ShiftRight])
}

/// Whether an alt key is held.
pub(super) fn alt(held: &ButtonInput<KeyCode>) -> bool {
    held.any_pressed([KeyCode::AltLeft, KeyCode::AltRight])
}

/// Whether a key is held with which others belong to the system or the browser.
pub(super) fn command(held: &ButtonInput<KeyCode>) -> bool {
    held.any_pressed([KeyCode::ControlLeft, KeyCode::ControlRight, KeyCode::SuperLeft, KeyCode::SuperRight])
}
