//! What one hears: short sounds for what happens, and the hour of the level all the time.
//!
//! Sounds are made by code when they are first wanted, and kept. `cues` decides what is heard, a [`Player`] plays it.

pub mod repertoire;
pub mod synth;
mod player;
mod cues;
#[cfg(not(target_arch = "wasm32"))]
mod mixer;
#[cfg(target_os = "linux")]
#[path = "device_pulse.rs"]
mod device;
#[cfg(any(windows, target_os = "macos"))]
#[path = "device_cpal.rs"]
mod device;
#[cfg(not(target_arch = "wasm32"))]
mod play_native;
#[cfg(target_arch = "wasm32")]
mod play_web;

pub use cues::plugin;
pub use player::{Player, Speaker};
