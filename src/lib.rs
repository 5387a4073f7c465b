//! Laddertown: a city whose floors rise as you learn.
//!
//! `domain` says what a city is, `view` what a player sees of it and can do; both are plain Rust. With the
//! feature `game`, `app` runs them in Bevy and the other modules draw, listen and remember.
//! `ARCHITECTURE.md` beside this file has the map.

pub mod domain;
pub mod packs;
pub mod view;

#[cfg(feature = "game")]
pub mod app;
#[cfg(all(feature = "game", target_arch = "wasm32"))]
pub mod browser;
#[cfg(feature = "game")]
pub mod camera;
#[cfg(feature = "game")]
pub mod city;
#[cfg(feature = "game")]
pub mod game;
#[cfg(feature = "game")]
pub mod input;
#[cfg(feature = "game")]
pub mod sound;
#[cfg(feature = "game")]
pub mod storage;
#[cfg(feature = "game")]
pub mod ui;
#[cfg(feature = "game")]
pub mod window;

#[cfg(feature = "game")]
pub use game::run;
