//! From where the city is seen: an orbit around a point on the ground.

mod fly;
pub use fly::{CityCamera, StartFrom};
pub mod rig;

pub use rig::{Rig, Target};

use bevy::prelude::*;

/// Field of view of a long lens: a thing that one wants to pick up.
pub const FIELD_OF_VIEW: f32 = 0.49;

pub(crate) fn plugin(app: &mut App) {
    fly::plugin(app);
}
