//! What a player sees and can do, as plain values.
//!
//! Invariant: the panels of the game and the page's accessible mirror render the same view and send the
//! same [`Intent`]s, so what is tested here holds for both.

pub mod words;
pub mod palette;
pub mod markup;
pub mod difference;
pub mod glossary;
pub mod journey;
pub mod assess;
pub mod intent;
pub mod state;
pub mod reduce;
pub mod level;
pub mod district;
pub mod building;
pub mod outline;
pub mod help;
pub mod preferences;
pub mod legend;
pub mod map;
pub mod city;
pub mod page;
pub mod windows;
pub mod face;
pub mod search;
pub mod hints;
pub mod cities;
pub mod brought;
pub mod present;
pub mod link;
pub mod whereabouts;
pub mod pictures;
pub mod visitor;

pub use city::{CityView, Panel, city, city_after};
pub use intent::Intent;
pub use reduce::{Effect, reduce};
pub use state::State;
pub use whereabouts::Whereabouts;
pub use windows::{Traces, Windows};
pub use words::Words;
