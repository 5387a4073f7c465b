//! When frames are drawn: while something moves, and not otherwise.

use super::session::Session;
use bevy::prelude::*;
use std::time::Duration;

/// Who still moves.
#[derive(Resource, Debug, Default)]
pub struct Pace {
    /// Frames that are still to be drawn although nothing has asked for them: panels and textures settle.
    settling: u32,
    moving: bool,
    /// The longest rest that somebody can bear.
    rest: Option<Duration>,
}

/// When the next frame is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// At once.
    Now,
    /// After this long, if nothing happens before.
    Within(Duration),
    /// When something happens.
    AtRest,
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

    /// Asks for a frame after this long at the latest: a clock ticks, though nothing moves.
    pub fn wake_within(&mut self, rest: Duration) {
        self.rest = Some(self.rest.map_or(rest, |before| before.min(rest)));
    }

    /// When another frame is due. Asked once a frame; forgets what was asked for.
    pub fn take(&mut self) -> Due {
        let is_now = self.moving || self.settling > 0;
        let rest = self.rest.take();
        self.moving = false;
        self.settling = self.settling.saturating_sub(1);
        if is_now { Due::Now } else { rest.map_or(Due::AtRest, Due::Within) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_wakes_only_who_rests_and_the_most_impatient_decides() {
        let mut pace = Pace::default();
        assert_eq!(pace.take(), Due::AtRest);
        pace.wake_within(Duration::from_secs(5));
        pace.wake_within(Duration::from_secs(1));
        pace.keep_going();
        assert_eq!(pace.take(), Due::Now);
        assert_eq!(pace.take(), Due::AtRest, "it is to be asked for in every frame");
        pace.wake_within(Duration::from_secs(1));
        pace.wake_within(Duration::from_secs(5));
        assert_eq!(pace.take(), Due::Within(Duration::from_secs(1)));
    }
}
