//! What is kept between two visits, as text.
//!
//! The same bytes serve the browser and the desktop. Two slots are written in turn, so that a write that
//! was cut off leaves the one before it.

pub mod codec;
pub mod current;

pub use codec::{SaveError, decode, encode, newest};
pub use current::{CameraPose, City, Open, Save};
