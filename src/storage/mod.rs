//! Remembers between two visits.

mod autosave;
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
pub mod store_fs;
#[cfg(target_arch = "wasm32")]
pub mod store_web;
pub mod visit;

pub use autosave::{Restored, Saves, restore};
pub use store::{MemoryStore, SaveStore, StoreError};

/// Saves as soon as something changes, and knows the time.
pub fn plugin(app: &mut bevy::prelude::App) {
    app.add_plugins((autosave::plugin, visit::plugin));
}
