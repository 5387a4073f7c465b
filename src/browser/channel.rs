//! What the page says to the game: intents, files, and what the system asks for. And what the game asks of the page.

use super::tell_page;
use crate::app::{AppSystems, Asked, Dropped, Handed, Photographed, Session, Stirred, Wanted};
use crate::domain::content::limits::PACK_BYTES;
use crate::view::{Effect, Intent};
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
    Dragging(bool),
    File(Dropped),
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

/// How large a file may be, in bytes, to be read at all.
#[wasm_bindgen]
pub fn largest_file() -> f64 {
    PACK_BYTES as f64
}

/// Takes a file that was dropped or chosen, of so many bytes; without its text where it could not be read.
#[wasm_bindgen]
pub fn take_file(name: String, text: Option<String>, bytes: f64) {
    let fault = || {
        if bytes > PACK_BYTES as f64 {
            format!("{name}: {bytes} bytes, and at most {PACK_BYTES} are read")
        } else {
            format!("{name}: the browser could not read it")
        }
    };
    let text = text.ok_or_else(fault);
    say(Said::File(Dropped { name, text }));
}

/// Says whether a file is held over the page.
#[wasm_bindgen]
pub fn set_dragging(is: bool) {
    say(Said::Dragging(is));
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, keep_wake)
        .add_systems(Update, read_inbox.in_set(AppSystems::RecordInput))
        .add_systems(Last, (ask_for_file, copy, hand_out, hand_out_photos));
}

fn keep_wake(proxy: Res<EventLoopProxyWrapper>) {
    let proxy = (*proxy).clone();
    WAKE.set(Some(Box::new(move || {
        // It fails only when the loop has ended, and then nobody is left to wake.
        let _ = proxy.send_event(WinitUserEvent::WakeUp);
    })));
}

fn read_inbox(
    mut session: ResMut<Session>,
    mut stirred: MessageWriter<Stirred>,
    mut wanted: MessageWriter<Wanted>,
    mut dropped: MessageWriter<Dropped>,
) {
    for said in INBOX.take() {
        match said {
            Said::Intent(intent) => {
                stirred.write(Stirred);
                wanted.write(Wanted(intent));
            }
            Said::ReducesMotion(on) => session.0.system_reduces_motion = on,
            Said::IsDark(on) => session.0.system_is_dark = on,
            Said::WantsContrast(on) => session.0.system_wants_contrast = on,
            Said::Dragging(is) => session.0.dropping = is,
            Said::File(file) => {
                dropped.write(file);
            }
        }
    }
}

fn ask_for_file(mut asked: MessageReader<Asked>) {
    if asked.read().any(|asked| asked.0 == Effect::PickFile) {
        tell_page("pick", &JsValue::NULL);
    }
}

fn copy(mut asked: MessageReader<Asked>) {
    for Asked(effect) in asked.read() {
        if let Effect::Copy(text) = effect {
            tell_page("copy", &text.as_str().into());
        }
    }
}

fn hand_out_photos(mut photographed: MessageReader<Photographed>) {
    for Photographed { name, size, rgba } in photographed.read() {
        let pixels = js_sys::Uint8ClampedArray::from(rgba.as_slice());
        let detail = js_sys::Array::of4(&name.as_str().into(), &pixels.into(), &size.x.into(), &size.y.into());
        tell_page("photo", &detail);
    }
}

fn hand_out(mut handed: MessageReader<Handed>) {
    for Handed { name, text } in handed.read() {
        tell_page("file", &js_sys::Array::of2(&name.as_str().into(), &text.as_str().into()));
    }
}
