//! What plays sounds, whatever the machine.

use super::repertoire::{Cue, Hour};
use bevy::prelude::*;

/// Plays sounds. Nobody waits for it, and what it cannot play is not heard: that is never a fault.
pub trait Player: Send + Sync {
    /// The player has pressed something: from here on there may be sound.
    fn wake(&mut self);

    /// Whether there may be sound.
    fn is_awake(&self) -> bool;

    /// Stops everything that sounds, or lets it go on.
    fn hush(&mut self, hushed: bool);

    /// Plays a cue, so loud: 1 is as it was made.
    fn play(&mut self, cue: Cue, gain: f32);

    /// Goes over to this hour, so loud, and stays with it.
    fn surround(&mut self, hour: Hour, gain: f32);
}

/// What plays the sounds of this game.
#[derive(Resource)]
pub struct Speaker(pub(super) Box<dyn Player>);

impl Speaker {
    /// A player of one's own, as tests have.
    pub fn new(player: impl Player + 'static) -> Self {
        Self(Box::new(player))
    }

    /// What this machine has.
    pub fn of_this_machine() -> Self {
        #[cfg(target_arch = "wasm32")]
        return Self::new(super::play_web::WebPlayer::listening());
        #[cfg(not(target_arch = "wasm32"))]
        Self::new(super::play_native::NativePlayer::default())
    }
}
