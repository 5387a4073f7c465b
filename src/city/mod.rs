//! The city: meshes, light, floors that rise, and what the pointer meets.

pub mod look;
pub mod mesh;
pub mod shade;
mod material;
mod detail;
mod spawn;
mod loose;
mod dust;
mod weather;
mod life;
mod bridges;
mod marker;
mod light;
mod motion;
mod rise;
mod pick;
mod labels;

use bevy::prelude::*;

/// The city as entities, without a picture: what headless tests run.
pub fn model_plugin(app: &mut App) {
    app.add_plugins(rise::plugin);
}

pub(crate) fn plugin(app: &mut App) {
    app.add_plugins((
        model_plugin,
        material::plugin,
        detail::plugin,
        spawn::plugin,
        loose::plugin,
        dust::plugin,
        weather::plugin,
        life::plugin,
        bridges::plugin,
        marker::plugin,
        light::plugin,
        pick::plugin,
        labels::plugin,
    ));
}

pub use rise::{BuildingOf, Clearing, DistrictOf, Growth};
