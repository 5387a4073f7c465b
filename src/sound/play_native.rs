//! Plays on the desktop. A machine without sound stays silent, and says so once in the log.

use super::mixer::Mixer;
use super::player::Player;
use super::repertoire::{Cue, Hour, Sound};
use super::synth::{Clip, render};
use bevy::platform::collections::HashMap;
use bevy::prelude::*;
use bevy::tasks::IoTaskPool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A mixer that two threads hold: ours, and the one that the sound leaves by.
#[derive(Clone, Default)]
pub(super) struct Shared(Arc<Mutex<Mixer>>);

impl Shared {
    pub(super) fn lock(&self) -> MutexGuard<'_, Mixer> {
        // A sum of samples is never left half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Plays on the desktop.
#[derive(Default)]
pub struct NativePlayer {
    mixer: Shared,
    clips: HashMap<Sound, Arc<Clip>>,
    awake: bool,
}

impl NativePlayer {
    fn clip(&mut self, sound: Sound) -> Arc<Clip> {
        Arc::clone(self.clips.entry(sound).or_insert_with(|| Arc::new(render(sound))))
    }
}

impl Player for NativePlayer {
    fn wake(&mut self) {
        self.awake = true;
        let mixer = self.mixer.clone();
        // The way to the device may take a while, and no frame is to wait for it.
        IoTaskPool::get().spawn(connect(mixer)).detach();
    }

    fn is_awake(&self) -> bool {
        self.awake
    }

    fn hush(&mut self, hushed: bool) {
        self.mixer.lock().hush(hushed);
    }

    fn play(&mut self, cue: Cue, gain: f32) {
        if !self.mixer.lock().deaf {
            let clip = self.clip(Sound::Cue(cue));
            self.mixer.lock().play(clip, gain);
        }
    }

    fn surround(&mut self, hour: Hour, gain: f32) {
        if self.mixer.lock().deaf {
            return;
        }
        if !self.mixer.lock().holds(hour) {
            let clip = self.clip(Sound::Hour(hour));
            self.mixer.lock().add(hour, clip);
        }
        self.mixer.lock().surround(hour, gain);
    }
}

/// Lets the sound out for as long as there is a way.
async fn connect(mixer: Shared) {
    #[cfg(any(target_os = "linux", windows, target_os = "macos"))]
    let silent_because = match super::device::play(mixer.clone()).await {
        Ok(()) => return,
        Err(error) => error.to_string(),
    };
    #[cfg(not(any(target_os = "linux", windows, target_os = "macos")))]
    let silent_because = "no way to play is known here";
    mixer.lock().deaf = true;
    info!("no sound: {silent_because}");
}
