//! When frames are drawn: while something moves, and not otherwise.

use super::session::Session;
use bevy::prelude::*;

/// Who still moves.
#[derive(Resource, Debug, Default)]
pub struct Pace {
    /// Frames that are still to be drawn although nothing has asked for them: panels and textures settle.
    settling: u32,
    moving: bool,
}

impl Pace {
    /// Asks for the next frame.
    pub fn keep_going(&mut self) {
        self.moving = true;
    }

    /// Asks for a few frames, after something has changed at once.
    pub fn settle(&mut self) {
        self.settling = self.settling.max(4);
    }

    /// Whether another frame is due. Asked once a frame; forgets what was asked for.
    pub fn take(&mut self) -> bool {
        let due = self.moving || self.settling > 0;
        self.moving = false;
        self.settling = self.settling.saturating_sub(1);
        due
    }
}

/// Why nothing is to move by itself, if there is a reason.
#[derive(Resource, Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Calm {
    /// The game was asked to, for its whole time.
    pub asked: bool,
    /// The machine is too slow for more than what the player does.
    pub spare: bool,
}

impl Calm {
    /// Whether nothing is to move by itself.
    pub fn holds(self) -> bool {
        self.asked || self.spare
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Pace>()
        .init_resource::<Calm>()
        .add_systems(Last, settle_after_change.run_if(resource_changed::<Session>));
}

fn settle_after_change(mut pace: ResMut<Pace>) {
    pace.settle();
}
