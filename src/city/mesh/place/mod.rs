//! What stands around the buildings of a district and says at a glance what the district is about.
//!
//! A place is a pure function from the free ground of a district to triangles. Its large things go where the
//! pack leaves lots free; small ones fill the gaps. The ground of a taken lot, and what lies before its door,
//! stays free.

mod fair;
mod fortress;
mod harbor;
mod hill;
mod observatory;
mod park;
mod power;
pub mod shapes;
mod works;
mod workshops;
pub mod yard;

use super::Buffer;
use super::ground::{self, Paving};
use crate::city::look::palette::DistrictPaint;
use crate::domain::content::schema::Place;
use crate::domain::plan::{Lot, Site};
use bevy::math::Vec3;
use yard::{Block, Yard};

/// A district's ground with all that stands on it, and what of that throws shadows.
#[derive(Debug, Clone, PartialEq)]
pub struct Grounds {
    /// Upper things first.
    pub land: Buffer,
    /// What throws shadows.
    pub blocks: Vec<Block>,
}

/// Lays out a place on a site on which these lots are taken.
pub fn grounds(place: Place, site: &Site, taken: &[Lot], paint: DistrictPaint, seed: u32) -> Grounds {
    let mut yard = Yard::new(site, taken, paint, seed);
    let build = match place {
        Place::Fair => fair::build,
        Place::Workshops => workshops::build,
        Place::Fortress => fortress::build,
        Place::Harbor => harbor::build,
        Place::Works => works::build,
        Place::Observatory => observatory::build,
        Place::PowerStation => power::build,
        Place::Park => park::build,
        Place::Hill => hill::build,
    };
    build(&mut yard);
    let Yard { mut land, blocks, .. } = yard;
    land.append(&ground::terrace(site, paint.ground, paving(place)), Vec3::ZERO, 0.0);
    Grounds { land, blocks }
}

/// How the ground of a place is laid.
fn paving(place: Place) -> Paving {
    match place {
        Place::Fair => Paving::Rays,
        Place::Workshops | Place::Harbor => Paving::Planks,
        Place::Fortress | Place::PowerStation => Paving::Slabs,
        Place::Works => Paving::Checks,
        Place::Observatory => Paving::Rings,
        Place::Park | Place::Hill => Paving::Lawn,
    }
}

#[cfg(test)]
mod tests;
