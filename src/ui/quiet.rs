//! Keeps from egui what would keep it awake or mislead it.

use bevy::ecs::entity::EntityHashMap;
use bevy::prelude::*;
use bevy_egui::egui::{Event, Key, Modifiers};
use bevy_egui::{EguiInput, EguiPreUpdateSet};

pub(super) fn plugin(app: &mut App) {
    let after_input = drop_noise.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass);
    app.add_systems(PreUpdate, after_input);
}

/// `bevy_egui` 0.42 reports the modifier keys in every frame, and egui asks for a new frame after every
/// event: the two would draw for ever.
fn drop_noise(mut inputs: Query<(Entity, &mut EguiInput)>, mut known: Local<EntityHashMap<Modifiers>>) {
    for (window, mut input) in &mut inputs {
        input.events.retain(|event| match event {
            Event::ModifiersChanged(now) => known.insert(window, *now) != Some(*now),
            // In the browser Tab leaves the canvas for the page.
            Event::Key { key: Key::Tab, .. } => !cfg!(target_arch = "wasm32"),
            _ => true,
        });
    }
}
