//! A building as a whole: plinth, storeys from the ground up, the crown on the topmost, and what is still to come.

use super::annex::annex;
use super::crown::crown;
use super::outline::{Outline, roof as roof_of, shares};
use super::promise::promise;
use super::storey::{Brief, HEIGHT, storey};
use super::{Buffer, Detail};
use crate::city::look::Paint;
use crate::city::look::palette::{FOUNDATION, PLINTH};
use crate::domain::content::{Building, Storey};
use crate::view::Traces;
use crate::view::face::Face;
use bevy::math::Vec3;

/// Height of the plinth that a building stands on.
pub const PLINTH_HEIGHT: f32 = 0.16;

/// Width of a tower on a lot of a given width.
pub const SHARE_OF_LOT: f32 = 0.78;

/// What a crown adds to a building's height, about.
pub const CROWN_HEIGHT: f32 = 1.6;

/// What of a building is built once and moved many times.
#[derive(Debug, Clone)]
pub struct Parts {
    /// Plinth, foundation and annex, standing on y = 0.
    pub foot: Buffer,
    /// From the ground up, each standing on y = 0.
    pub storeys: Vec<Buffer>,
    /// The fine lines of each storey, each standing on y = 0.
    pub promises: Vec<Buffer>,
    /// Standing on y = 0.
    pub crown: Buffer,
    /// What all of it keeps to.
    pub shape: Shape,
}

/// How wide a building is, storey by storey.
#[derive(Debug, Clone)]
pub struct Shape {
    /// The ground plan.
    outline: Outline,
    /// Of the ground plan, at the foot and at the top of each storey.
    pub shares: Vec<(f32, f32)>,
}

/// The shape of a building of so many storeys.
pub fn shape(face: Face, storeys: usize, lot_width: f32) -> Shape {
    let outline = Outline::of(face.form, lot_width * SHARE_OF_LOT);
    Shape { outline, shares: (0..storeys).map(|index| shares(face.form, index, storeys)).collect() }
}

/// Builds the parts of a building whose storeys say this about their reader.
pub fn parts(
    building: &Building,
    storeys: &[Storey],
    face: Face,
    traces: &[Traces],
    lot_width: f32,
    accent: Paint,
    detail: Detail,
) -> Parts {
    let shape = shape(face, storeys.len(), lot_width);
    let Shape { outline, shares } = &shape;
    let count = storeys.len();
    // Fine lines would be the first to go, and they are what is still to come.
    let promise = |index: usize| {
        if detail == Detail::Block {
            return Buffer::default();
        }
        let wanted = traces.get(index).is_some_and(|traces| traces.wanted);
        promise(outline, shares[index], index + 1 == count, wanted)
    };
    let part = |(index, of): (usize, &Storey)| {
        let (low, high) = shares[index];
        let traces = traces.get(index).copied().unwrap_or_default();
        let brief = Brief {
            // One that steps back is built to its measure; one that narrows is drawn in afterwards.
            outline: if low > high { outline.clone() } else { outline.scaled(low) },
            level: match of {
                Storey::Bare { .. } => None,
                Storey::Floor(_) if traces.bare => None,
                Storey::Floor(floor) => Some(building.floors[*floor].level),
            },
            accent,
            windows: traces.windows,
            scaffold: traces.scaffold,
            emblem: (index == 0).then_some(face.emblem),
            topmost: index + 1 == count,
            detail,
        };
        let mut part = storey(&brief);
        if low > high {
            part.narrow((low, high), HEIGHT);
        }
        if traces.bare && traces.wanted {
            part.append(&promise(index), Vec3::ZERO, 0.0);
        }
        // A block has nothing to leave out.
        if detail == Detail::Block { part } else { detail.of(part) }
    };
    let mut foot = annex(face.annex, outline, lot_width, PLINTH_HEIGHT, accent);
    let plinth = outline.grown(0.1);
    plinth.raise(&mut foot, (0.0, PLINTH_HEIGHT), FOUNDATION);
    plinth.lid(&mut foot, PLINTH_HEIGHT, FOUNDATION);
    foot.cuboid(Vec3::ZERO, Vec3::new(lot_width * 0.98, PLINTH_HEIGHT * 0.4, lot_width * 0.98), PLINTH);
    Parts {
        foot: detail.of(foot),
        storeys: storeys.iter().enumerate().map(part).collect(),
        promises: (0..count).map(promise).collect(),
        crown: detail.of(crown(face.crown, roof_of(face.form, lot_width * SHARE_OF_LOT), accent)),
        shape,
    }
}

impl Parts {
    /// The building at rest with so many storeys, and the lines of those to come.
    pub fn standing(&self, risen: usize) -> Buffer {
        let mut tower = self.foot.clone();
        for (index, storey) in self.storeys.iter().take(risen).enumerate() {
            tower.append(storey, Vec3::Y * roof(index), 0.0);
        }
        if risen > 0 {
            tower.append_scaled(&self.crown, Vec3::Y * roof(risen), 0.0, self.shape.crown_scale(risen));
        }
        for (index, promise) in self.promises.iter().enumerate().skip(risen) {
            tower.append(promise, Vec3::Y * roof(index), 0.0);
        }
        tower
    }
}

impl Shape {
    /// The size of the crown on so many storeys: a narrow roof carries a smaller one.
    pub fn crown_scale(&self, risen: usize) -> f32 {
        let top = risen.checked_sub(1).and_then(|top| self.shares.get(top));
        top.map_or(1.0, |(_, share)| *share)
    }

    /// The ground plan at the foot of a storey.
    pub fn plan_of(&self, storey: usize) -> Outline {
        self.outline.scaled(self.shares.get(storey).map_or(1.0, |(share, _)| *share))
    }
}

/// Height of the roof of a building with so many storeys.
pub fn roof(risen: usize) -> f32 {
    PLINTH_HEIGHT + HEIGHT * risen as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::content::storeys;
    use crate::packs;
    use crate::view::{Windows, face};

    #[test]
    fn a_real_city_is_cheap_enough_for_a_machine_without_a_graphics_card() {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        for windows in [Windows::Dark, Windows::Lit, Windows::Warm, Windows::Dim] {
            let traces = Traces { windows, ..Traces::default() };
            let faces = face::of(&pack);
            let build = |(building, face): (&Building, &face::Face)| {
                let storeys = storeys(building);
                parts(building, &storeys, *face, &vec![traces; storeys.len()], 2.9, Paint::hex(0), Detail::Fine).storeys
            };
            let all: Vec<usize> =
                pack.buildings().iter().zip(&faces).flat_map(build).map(|storey| storey.triangles()).collect();
            let mean = all.iter().sum::<usize>() / all.len();
            assert!(mean <= 450, "{windows:?}: {mean} triangles a storey");
        }
    }

    #[test]
    fn what_stands_and_what_is_promised_is_as_tall_at_every_level() {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        let (building, face) = (&pack.buildings()[0], face::of(&pack)[0]);
        let storeys = storeys(building);
        let parts = parts(building, &storeys, face, &[], 2.9, Paint::hex(0), Detail::Fine);
        for risen in 0..storeys.len() {
            let tower = parts.standing(risen);
            let top = tower.positions().iter().map(|p| p[1]).fold(0.0, f32::max);
            assert!(top > roof(storeys.len()) - 0.01, "{risen} risen: {top}");
        }
    }
}
