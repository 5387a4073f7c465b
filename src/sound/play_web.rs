//! Plays in the browser, which mixes by itself and beside the game.

use super::player::Player;
use super::repertoire::{Cue, Hour, Sound};
use super::synth::{RATE, render};
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    AudioBuffer, AudioBufferSourceNode, AudioContext, AudioContextState, AudioScheduledSourceNode, EventTarget,
    GainNode,
};

/// What browsers take for a player's wish, and listen to: the end of a touch, and the beginning of anything else.
const GESTURES: [&str; 4] = ["mousedown", "pointerup", "touchend", "keydown"];

/// Seconds in which a change of loudness is mostly done, and after which it is done.
const FADE_SECS: f64 = 0.9;
const FADED_SECS: f64 = 8.0;

/// So many cues may wait until the browser lets them be heard.
const MOST_WAITING: u32 = 2;

/// Everything that sound needs. There is one, because what the page does changes it, too.
#[derive(Default)]
struct Desk {
    /// Made by the first gesture.
    context: Option<AudioContext>,
    buffers: HashMap<Sound, AudioBuffer>,
    hour: Option<Surrounding>,
    hushed: bool,
    waiting: u32,
}

/// An hour that sounds.
struct Surrounding {
    hour: Hour,
    source: AudioBufferSourceNode,
    gain: GainNode,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

impl Desk {
    /// A gesture has come: what sounds may begin with it, or go on.
    fn wake(&mut self) {
        if self.context.is_none() {
            // Without sound one plays on.
            self.context = AudioContext::new().ok();
        }
        self.settle();
    }

    /// Runs while it is to be heard, and otherwise costs nothing.
    fn settle(&self) {
        let Some(context) = &self.context else { return };
        let hidden = web_sys::window().and_then(|window| window.document()).is_some_and(|document| document.hidden());
        // A browser that does not want to will be asked again with the next gesture. Its state is of no help here:
        // it says `running` for a while after it was asked to stop.
        let _ = if self.hushed || hidden { context.suspend() } else { context.resume() };
    }

    fn buffer(&mut self, context: &AudioContext, sound: Sound) -> Result<AudioBuffer, JsValue> {
        if let Some(buffer) = self.buffers.get(&sound) {
            return Ok(buffer.clone());
        }
        let clip = render(sound);
        let buffer = context.create_buffer(2, clip.left.len() as u32, RATE as f32)?;
        buffer.copy_to_channel(&clip.left, 0)?;
        buffer.copy_to_channel(&clip.right, 1)?;
        self.buffers.insert(sound, buffer.clone());
        Ok(buffer)
    }

    /// A source of a sound, so loud; not begun.
    fn source(&mut self, sound: Sound, gain: f32) -> Result<Option<(AudioBufferSourceNode, GainNode)>, JsValue> {
        let Some(context) = self.context.clone() else { return Ok(None) };
        let buffer = self.buffer(&context, sound)?;
        let (source, volume) = (context.create_buffer_source()?, context.create_gain()?);
        source.set_buffer(Some(&buffer));
        volume.gain().set_value(gain);
        source.connect_with_audio_node(&volume)?;
        volume.connect_with_audio_node(&context.destination())?;
        Ok(Some((source, volume)))
    }

    fn play(&mut self, cue: Cue, gain: f32) -> Result<(), JsValue> {
        let running = self.context.as_ref().is_some_and(|context| context.state() == AudioContextState::Running);
        // What a stopped clock is given would all sound at once when it goes on.
        self.waiting = if running { 0 } else { self.waiting + 1 };
        if self.waiting <= MOST_WAITING
            && let Some((source, _)) = self.source(Sound::Cue(cue), gain)?
        {
            source.start()?;
        }
        Ok(())
    }

    fn surround(&mut self, hour: Hour, gain: f32) -> Result<(), JsValue> {
        let Some(now) = self.context.as_ref().map(AudioContext::current_time) else { return Ok(()) };
        if self.hour.as_ref().is_none_or(|held| held.hour != hour) {
            if let Some(held) = self.hour.take() {
                held.gain.gain().set_target_at_time(0.0, now, FADE_SECS)?;
                // The source's own way to stop is deprecated; this one it has from its parent.
                let source: &AudioScheduledSourceNode = &held.source;
                source.stop_with_when(now + FADED_SECS)?;
            }
            if let Some((source, gain)) = self.source(Sound::Hour(hour), 0.0)? {
                source.set_loop(true);
                source.start()?;
                self.hour = Some(Surrounding { hour, source, gain });
            }
        }
        if let Some(held) = &self.hour {
            held.gain.gain().set_target_at_time(gain, now, FADE_SECS)?;
        }
        Ok(())
    }
}

/// Plays in the browser.
pub struct WebPlayer;

impl WebPlayer {
    /// Listens to the page for the first gesture, and for its being hidden.
    pub fn listening() -> Self {
        if let Some(window) = web_sys::window() {
            for gesture in GESTURES {
                listen(&window, gesture, || DESK.with_borrow_mut(Desk::wake));
            }
            if let Some(document) = window.document() {
                listen(&document, "visibilitychange", || DESK.with_borrow(Desk::settle));
            }
        }
        Self
    }
}

/// Calls `then` before anybody else hears of the event, for as long as the page is there.
fn listen(target: &EventTarget, event: &str, then: impl FnMut() + 'static) {
    let then = Closure::<dyn FnMut()>::new(then).into_js_value();
    // It fails for no name of an event.
    let _ = target.add_event_listener_with_callback_and_bool(event, then.unchecked_ref(), true);
}

impl Player for WebPlayer {
    fn wake(&mut self) {
        // Only inside of a gesture may sound begin, and by now it is over: see `listening`.
    }

    fn is_awake(&self) -> bool {
        DESK.with_borrow(|desk| desk.context.is_some())
    }

    fn hush(&mut self, hushed: bool) {
        DESK.with_borrow_mut(|desk| {
            desk.hushed = hushed;
            desk.settle();
        });
    }

    fn play(&mut self, cue: Cue, gain: f32) {
        // What a browser refuses to play is not heard.
        let _ = DESK.with_borrow_mut(|desk| desk.play(cue, gain));
    }

    fn surround(&mut self, hour: Hour, gain: f32) {
        let _ = DESK.with_borrow_mut(|desk| desk.surround(hour, gain));
    }
}
