//! The window or canvas: its shape, when it draws, and what happens when drawing fails.

#[cfg(not(target_arch = "wasm32"))]
mod clipboard;
pub mod launch;
mod pacing;
mod quality;

pub use launch::Launch;

use crate::app::{Content, Language};
use crate::view::Words;
use bevy::prelude::*;
use bevy::window::{PresentMode, PrimaryWindow, WindowResolution};

/// The window that the game opens in.
pub(crate) fn primary(title: String) -> Window {
    Window {
        title,
        name: Some("laddertown".to_owned()),
        resolution: WindowResolution::new(1280, 720),
        present_mode: PresentMode::AutoVsync,
        canvas: Some("#laddertown".to_owned()),
        fit_canvas_to_parent: true,
        // The page decides which keys it keeps from the browser; Tab must leave the canvas.
        prevent_default_event_handling: false,
        ..default()
    }
}

pub(crate) fn plugin(app: &mut App) {
    app.add_plugins((pacing::plugin, launch::plugin, quality::plugin))
        .add_systems(Update, name_window.run_if(resource_changed::<Content>));
    #[cfg(not(target_arch = "wasm32"))]
    app.add_plugins(clipboard::plugin);
}

/// What a window is called that shows this city.
pub(crate) fn title(content: &Content, words: &Words) -> String {
    format!("{}: {}", words.get("app-name"), content.pack.title())
}

fn name_window(content: Res<Content>, language: Res<Language>, mut windows: Query<&mut Window, With<PrimaryWindow>>) {
    for mut window in &mut windows {
        let title = title(&content, &language.0);
        if window.title != title {
            window.title = title;
        }
    }
}
