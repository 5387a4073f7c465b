//! The page around the game: what it says to us, and what we say to it.
//!
//! The page calls the exported functions of `channel`; we answer with events on the window, so that no
//! game logic lives in JavaScript and no JavaScript in the game.

mod address;
mod channel;
mod mirror;
mod lifecycle;
mod speaker;
mod testing;
mod whereabouts;

pub use lifecycle::{complain, report_panics};

use bevy::prelude::*;

pub(crate) fn plugin(app: &mut App) {
    app.add_plugins((
        address::plugin,
        channel::plugin,
        mirror::plugin,
        lifecycle::plugin,
        speaker::plugin,
        testing::plugin,
        whereabouts::plugin,
    ));
}

/// Tells the page something: an event `laddertown:<name>` on the window.
pub(crate) fn tell_page(name: &str, detail: &wasm_bindgen::JsValue) {
    let options = web_sys::CustomEventInit::new();
    options.set_detail(detail);
    let event = web_sys::CustomEvent::new_with_event_init_dict(&format!("laddertown:{name}"), &options);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        // A listener that throws is the page's affair; it has logged its own error.
        let _ = window.dispatch_event(&event);
    }
}
