//! Laddertown: a city whose floors rise as you learn.
//!
//! `domain` says what a city is, `view` what a player sees of it and can do; both are plain Rust. With the
//! feature `game`, `app` runs them in Bevy and the other modules draw, listen and remember.
//! `ARCHITECTURE.md` beside this file has the map.

pub mod domain;
pub mod packs;
pub mod view;
