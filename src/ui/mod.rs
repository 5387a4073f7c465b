//! What is drawn over the city with egui: labels, the level bar, the reading panel, keys and settings.
//!
//! The only place that knows egui. Panels are functions of a view that hand out intents.

pub mod tokens;
mod fonts;
mod paint;
pub mod widgets;
pub mod panels;
mod quiet;
mod screen;
mod showing;
#[cfg(not(target_arch = "wasm32"))]
mod speaker;

use bevy::prelude::*;

pub(crate) fn plugin(app: &mut App) {
    app.add_plugins((fonts::plugin, quiet::plugin, screen::plugin, paint::plugin));
    #[cfg(not(target_arch = "wasm32"))]
    app.add_plugins(speaker::plugin);
}
