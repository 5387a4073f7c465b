//! Pictures of the city for others: a card of its skyline, posters, photographs.

pub mod art;
pub mod card;
pub mod crown;
pub mod land;
pub mod scene;
pub mod sky;
pub mod solid;
pub mod text;
pub mod tower;

pub use card::{Format, card};
