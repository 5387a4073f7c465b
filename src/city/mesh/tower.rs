//! A building as a whole: plinth, storeys from the ground up, and the crown on the topmost.

use super::crown::{chosen_for, crown};
use super::storey::{HEIGHT, bare, storey};
use super::{Buffer, seed};
use crate::city::look::Paint;
use crate::city::look::palette::{FOUNDATION, PLINTH};
use crate::domain::content::{Building, Storey};
use bevy::math::Vec3;

/// Height of the plinth that a building stands on.
pub const PLINTH_HEIGHT: f32 = 0.16;

/// Width of a tower on a lot of a given width.
pub const SHARE_OF_LOT: f32 = 0.78;

/// What of a building is built once and moved many times.
#[derive(Debug, Clone)]
pub struct Parts {
    /// Plinth and foundation, standing on y = 0.
    pub foot: Buffer,
    /// From the ground up, each standing on y = 0.
    pub storeys: Vec<Buffer>,
    /// Standing on y = 0.
    pub crown: Buffer,
}

/// Builds the parts of a building.
pub fn parts(building: &Building, storeys: &[Storey], lot_width: f32, accent: Paint) -> Parts {
    let width = lot_width * SHARE_OF_LOT;
    let seed = seed(building.id.as_str());
    let part = |(index, of): (usize, &Storey)| match of {
        Storey::Bare { .. } => bare(width),
        Storey::Floor(floor) => {
            storey(building.floors[*floor].level, width, accent, seed.wrapping_add(977 * index as u32))
        }
    };
    let mut foot = Buffer::default();
    foot.cuboid(Vec3::ZERO, Vec3::new(lot_width * 0.98, PLINTH_HEIGHT * 0.6, lot_width * 0.98), PLINTH);
    foot.cuboid(Vec3::ZERO, Vec3::new(width * 1.12, PLINTH_HEIGHT, width * 1.12), FOUNDATION);
    Parts {
        foot,
        storeys: storeys.iter().enumerate().map(part).collect(),
        crown: crown(building.crown.unwrap_or_else(|| chosen_for(building.id.as_str())), width, accent),
    }
}

impl Parts {
    /// The building at rest with so many storeys.
    pub fn standing(&self, risen: usize) -> Buffer {
        let mut tower = self.foot.clone();
        for (index, storey) in self.storeys.iter().take(risen).enumerate() {
            tower.append(storey, Vec3::Y * (PLINTH_HEIGHT + HEIGHT * index as f32), 0.0);
        }
        if risen > 0 {
            tower.append(&self.crown, Vec3::Y * roof(risen), 0.0);
        }
        tower
    }
}

/// Height of the roof of a building with so many storeys.
pub fn roof(risen: usize) -> f32 {
    PLINTH_HEIGHT + HEIGHT * risen as f32
}

/// What a crown adds to a building's height, about.
pub const CROWN_HEIGHT: f32 = 1.6;
