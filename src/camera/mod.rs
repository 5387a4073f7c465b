//! From where the city is seen: an orbit around a point on the ground.

mod fly;
pub use fly::CityCamera;
pub mod rig;

pub use rig::{Rig, Target};

use bevy::prelude::*;

pub(crate) fn plugin(app: &mut App) {
    fly::plugin(app);
}
