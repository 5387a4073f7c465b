//! Pictures of the city for others: a card of its skyline, posters, photographs.
//!
//! `card` and `poster` are what is handed out. A card is drawn with `scene` (the composition), `sky`, `land`, `tower`
//! and `crown`; those with `solid` (bodies in the light of an hour) and `art` (faces as SVG).

pub mod art;
pub mod card;
pub mod crown;
pub mod land;
pub mod page;
pub mod poster;
pub mod scene;
pub mod sky;
pub mod solid;
pub mod text;
pub mod tower;
pub mod wish;

pub use card::{Format, card};
pub use page::PhotoView;
pub use wish::{Kind, Photo, Picture};
