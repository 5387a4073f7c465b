//! What one hears: short sounds for what happens, and the hour of the level all the time.

pub mod repertoire;
pub mod synth;
