//! What the city looks like: an architect's model on a table.
//!
//! Matt, flat-shaded, few colors, no textures; one soft sun that stands where the hour wants it. The city
//! is a clearing in a wood on an island: land that is not founded yet is forest. A tower shows the levels
//! that raised it as strata, and its crown names it. Colors and hours live here and nowhere else.

pub mod hour;

pub use crate::view::palette::{self, Paint};
pub use hour::Hour;
