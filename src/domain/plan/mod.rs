//! Where everything stands: a pack becomes sites for districts and lots for buildings.
//!
//! Invariant: a lot depends on nothing but the place of its district in the pack and the place of its
//! building in the district. Editing a text, adding a floor or appending a building moves nothing.
//!
//! The city is a clearing in a wood: the first district in the middle, later ones in rings around it.

pub mod layout;

pub use layout::{LOTS_PER_DISTRICT, Lot, Site, lot, site};

use super::content::Pack;
use super::content::storey::storeys;

/// Height of a storey: what the city is measured by.
pub const STOREY_HEIGHT: f32 = 1.05;

/// The ground plan of a whole city. Lengths are in meters of the model, about one storey each.
#[derive(Debug, Clone, PartialEq)]
pub struct CityPlan {
    /// One a district, in the pack's order.
    pub sites: Vec<Site>,
    /// One a building, in the pack's order.
    pub lots: Vec<Lot>,
    /// Storeys of each building when it is complete.
    pub storeys: Vec<usize>,
    /// From the middle to the outer edge of the outermost ring in use.
    pub radius: f32,
}

/// Plans a city.
pub fn plan(pack: &Pack) -> CityPlan {
    let sites: Vec<Site> = (0..pack.districts().len()).map(site).collect();
    let lots = pack.buildings().iter().map(|building| lot(&sites[building.district], building.lot)).collect();
    let storeys = pack.buildings().iter().map(|building| storeys(building).len()).collect();
    let radius = sites.iter().map(|site| site.outer).fold(0.0, f32::max);
    CityPlan { sites, lots, storeys, radius }
}
