//! Woods and the wild rim of the island, thrown by dice that always fall alike.

use super::{Buffer, Dice, coast, nature};
use crate::domain::plan::{CityPlan, Site, layout, site};
use bevy::math::{Vec2, Vec3};

/// A tree, as the shade map sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stem {
    /// East and south of the middle of the city.
    pub at: Vec2,
    /// Of its crown.
    pub radius: f32,
    /// Of its top.
    pub height: f32,
}

/// Trees on the land of a district, denser for a `density` nearer to 1, with where they stand.
pub fn wood(site: &Site, seed: u32, density: f32) -> (Buffer, Vec<Stem>) {
    let mut dice = Dice::new(seed);
    let (mut buffer, mut stems) = (Buffer::default(), Vec::new());
    let inner = if site.ring == 0 { 0.8 } else { site.inner + 0.5 };
    let area = (site.outer.powi(2) - inner.powi(2)) * (site.to - site.from) / 2.0;
    for _ in 0..(area * density) as usize {
        // The square root spreads them evenly over the ground and not along the radius.
        let outer = site.outer - 0.4;
        let radius = dice.between(inner * inner, outer * outer).sqrt();
        let (x, z) = layout::polar(radius, dice.between(site.from, site.to));
        plant(&mut buffer, &mut stems, Vec2::new(x, z), &mut dice);
    }
    (buffer, stems)
}

fn plant(buffer: &mut Buffer, stems: &mut Vec<Stem>, at: Vec2, dice: &mut Dice) {
    if stems.iter().any(|other| other.at.distance(at) < 0.62) {
        return;
    }
    let scale = dice.between(0.7, 1.25);
    buffer.append_scaled(&nature::tree(dice), Vec3::new(at.x, 0.0, at.y), dice.between(0.0, 6.0), scale);
    stems.push(Stem { at, radius: 0.42 * scale, height: 1.2 * scale });
}

/// Everything that always stands: trees at the rim and on land that no district will take, and boats.
pub fn wilderness(scenery: &mut Buffer, plan: &CityPlan, seed: u32) -> Vec<Stem> {
    let mut dice = Dice::new(seed);
    let mut stems = Vec::new();
    let rings = plan.sites.iter().map(|site| site.ring).max().unwrap_or(0);
    let unused = (plan.sites.len()..).map(site).take_while(|site| site.ring <= rings);
    for (index, site) in unused.enumerate() {
        let (trees, more) = wood(&site, 31 + index as u32, 0.5);
        scenery.append(&trees, Vec3::ZERO, 0.0);
        stems.extend(more);
    }
    for _ in 0..(plan.radius * 7.0) as usize {
        let angle = dice.between(0.0, std::f32::consts::TAU);
        let radius = dice.between(plan.radius + layout::ROAD + 0.4, coast::coast(plan, angle) - 0.35);
        if !coast::is_tilled(plan, angle) {
            plant(scenery, &mut stems, Vec2::from(layout::polar(radius, angle)), &mut dice);
        }
    }
    // Boulders at the water's edge, a few of them out in the shallows.
    for _ in 0..(plan.radius * 3.0) as usize {
        let angle = dice.between(0.0, std::f32::consts::TAU);
        let (x, z) = layout::polar(coast::coast(plan, angle) + dice.between(0.45, 1.5), angle);
        let scale = dice.between(0.3, 0.85);
        let foot = Vec3::new(x, -coast::SEA_DEPTH - 0.05, z);
        scenery.append_scaled(&nature::rock(&mut dice), foot, dice.between(0.0, 6.0), scale);
    }
    for (angle, out, turn) in [(3.35, 5.0, 0.7), (3.75, 8.0, 1.0), (5.6, 6.5, 2.2), (0.9, 9.0, 0.3)] {
        let (x, z) = layout::polar(plan.radius + out, angle);
        scenery.append(&nature::boat(), Vec3::new(x, -coast::SEA_DEPTH, z), turn);
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wood_stays_on_its_land_and_its_trees_apart() {
        let site = site(1);
        let (_, stems) = wood(&site, 7, 0.6);
        assert!(stems.len() > 20);
        for (index, stem) in stems.iter().enumerate() {
            assert!((site.inner..site.outer).contains(&stem.at.length()), "{stem:?}");
            assert!(stems[..index].iter().all(|other| other.at.distance(stem.at) > 0.6));
        }
        assert_eq!(wood(&site, 7, 0.6).1, stems, "the same seed grows the same wood");
    }
}
