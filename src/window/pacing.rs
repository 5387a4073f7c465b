//! Frames are drawn while something moves; at rest the game sleeps until a key, the pointer or the page wakes it.

use crate::app::Pace;
use bevy::prelude::*;
use bevy::winit::{UpdateMode, WinitSettings};
use std::time::Duration;

/// At rest the game looks up so often by itself.
const REST: Duration = Duration::from_hours(1);

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(settings(true)).add_systems(Last, set_pace);
}

fn settings(moving: bool) -> WinitSettings {
    let mode = if moving { UpdateMode::Continuous } else { UpdateMode::reactive_low_power(REST) };
    WinitSettings { focused_mode: mode, unfocused_mode: mode }
}

pub(super) fn set_pace(mut pace: ResMut<Pace>, mut winit: ResMut<WinitSettings>, mut was_moving: Local<Option<bool>>) {
    let moving = pace.bypass_change_detection().take();
    if *was_moving != Some(moving) {
        *was_moving = Some(moving);
        *winit = settings(moving);
    }
}
