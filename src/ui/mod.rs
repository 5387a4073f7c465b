//! What is drawn over the city with egui: labels, the level bar, the reading panel, keys and settings.
//!
//! The only place that knows egui. Panels are functions of a view that hand out intents.

pub mod tokens;
mod fonts;
pub mod widgets;
pub mod panels;
mod quiet;
mod screen;
mod showing;
#[cfg(not(target_arch = "wasm32"))]
mod speaker;

use crate::app::{CityPicture, PictureSystems};
use bevy::prelude::*;
use bevy::render::RenderApp;
use bevy_egui::render::{egui_pass, prepare_egui_pass};

pub(crate) fn plugin(app: &mut App) {
    app.add_plugins((fonts::plugin, quiet::plugin, screen::plugin));
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        render.add_systems(CityPicture, (prepare_egui_pass, egui_pass).chain().in_set(PictureSystems::Panels));
    }
    #[cfg(not(target_arch = "wasm32"))]
    app.add_plugins(speaker::plugin);
}
