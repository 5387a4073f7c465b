//! What the city is and how it behaves, as plain values and functions.
//!
//! Invariant: no clock, files, threads, Bevy or egui in here. Time and randomness are arguments.

pub mod assess;
pub mod content;
pub mod id;
pub mod likeness;
pub mod log;
pub mod plan;
pub mod progress;
pub mod recall;
pub mod save;
pub mod settings;
