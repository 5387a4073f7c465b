//! Remembers between two visits.

mod autosave;
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
pub mod store_fs;
#[cfg(target_arch = "wasm32")]
pub mod store_web;

pub use autosave::{Restored, Saves, plugin, restore};
pub use store::{MemoryStore, SaveStore, StoreError};
