//! Remembers between two visits.

mod aside;
mod autosave;
pub mod shelf;
#[cfg(not(target_arch = "wasm32"))]
pub mod files;
#[cfg(not(target_arch = "wasm32"))]
mod picture;
#[cfg(not(target_arch = "wasm32"))]
pub mod scheme;
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
pub mod store_fs;
#[cfg(target_arch = "wasm32")]
pub mod store_web;
pub mod visit;

pub use aside::{Aside, Stores};
pub use autosave::{Restored, Saves, find, restore};
pub use shelf::{Shelf, Shelves, library};
pub use store::{MemoryStore, SaveStore, StoreError};

/// Saves as soon as something changes, keeps what players bring, and knows the time.
pub fn plugin(app: &mut bevy::prelude::App) {
    app.add_plugins((aside::plugin, autosave::plugin, shelf::plugin, visit::plugin));
    #[cfg(not(target_arch = "wasm32"))]
    app.add_plugins(files::plugin);
}
