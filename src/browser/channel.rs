//! What the page says to the game: intents, and what the system asks for.

use crate::app::{AppSystems, Session, Wanted};
use crate::view::Intent;
use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// Something that the page said.
enum Said {
    Intent(Intent),
    ReducesMotion(bool),
    IsDark(bool),
    WantsContrast(bool),
}

thread_local! {
    static INBOX: RefCell<Vec<Said>> = const { RefCell::new(Vec::new()) };
    static WAKE: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

fn say(said: Said) {
    INBOX.with_borrow_mut(|inbox| inbox.push(said));
    // The game may be asleep.
    WAKE.with_borrow(|wake| wake.iter().for_each(|wake| wake()));
}

/// Sends an intent, written as in `data-intent`; returns what is wrong with it, or nothing.
#[wasm_bindgen]
pub fn send_intent(text: &str) -> Option<String> {
    match Intent::from_text(text) {
        Ok(intent) => {
            say(Said::Intent(intent));
            None
        }
        Err(error) => Some(format!("`{text}` is no intent: {error}")),
    }
}

/// Says what the system asks for: less motion, dark windows, more contrast.
#[wasm_bindgen]
pub fn set_preferences(reduces_motion: bool, is_dark: bool, wants_contrast: bool) {
    say(Said::ReducesMotion(reduces_motion));
    say(Said::IsDark(is_dark));
    say(Said::WantsContrast(wants_contrast));
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, keep_wake).add_systems(Update, read_inbox.in_set(AppSystems::RecordInput));
}

fn keep_wake(proxy: Res<EventLoopProxyWrapper>) {
    let proxy = (*proxy).clone();
    WAKE.set(Some(Box::new(move || {
        // It fails only when the loop has ended, and then nobody is left to wake.
        let _ = proxy.send_event(WinitUserEvent::WakeUp);
    })));
}

fn read_inbox(mut session: ResMut<Session>, mut wanted: MessageWriter<Wanted>) {
    for said in INBOX.take() {
        match said {
            Said::Intent(intent) => {
                wanted.write(Wanted(intent));
            }
            Said::ReducesMotion(on) => session.0.system_reduces_motion = on,
            Said::IsDark(on) => session.0.system_is_dark = on,
            Said::WantsContrast(on) => session.0.system_wants_contrast = on,
        }
    }
}
