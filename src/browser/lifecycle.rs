//! The game's beginning and its worst end, as the page learns of them.

use super::tell_page;
use crate::app::{Pace, Shown};
use bevy::prelude::*;

/// Frames until what is on the canvas is the city: shaders compile in the first ones.
const FIRST_FRAMES: u32 = 4;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Last, tell_ready.run_if(resource_exists::<Shown>));
}

fn tell_ready(mut frames: Local<u32>, mut pace: ResMut<Pace>) {
    if *frames > FIRST_FRAMES {
        return;
    }
    *frames += 1;
    pace.keep_going();
    if *frames == FIRST_FRAMES {
        if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
            // A mark can fail only for names that the browser itself uses.
            let _ = performance.mark("city-interactive");
        }
        tell_page("ready", &true.into());
    }
}

/// A line in the browser's console, for whoever mends the game.
pub fn complain(fault: &str) {
    web_sys::console::error_1(&fault.into());
}

/// Has the page show a panic: in the browser the program cannot go on after one.
pub fn report_panics() {
    let log = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        log(panic);
        tell_page("panic", &panic.to_string().into());
    }));
}
