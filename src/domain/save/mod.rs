//! What is kept between two visits, as text.
//!
//! The same bytes serve the browser and the desktop. Two slots are written in turn, so that a write that
//! was cut off leaves the one before it.

pub mod codec;
pub mod current;
pub mod fit;
pub mod version1;

pub use codec::{SaveError, decode, encode, newest, seal};
pub use current::{CameraPose, Cities, City, Open, Save, merge_profiles};
pub use fit::{Lost, lost};
