//! From where the city is seen: an orbit around a point on the ground.

mod fly;
pub use fly::CityCamera;
mod photo;
pub mod rig;

pub use rig::{Rig, Target};

use bevy::prelude::*;

pub(crate) fn plugin(app: &mut App) {
    app.add_plugins((fly::plugin, photo::plugin));
}
