//! Frames are drawn while something moves; at rest the game sleeps until a key, the pointer, the page or a clock wakes it.

use super::Launch;
use super::quality::Measured;
use crate::app::{Due, Pace, Session};
use crate::domain::settings::Quality;
use bevy::prelude::*;
use bevy::winit::{UpdateMode, WinitSettings};
use std::time::Duration;

/// At rest the game looks up so often by itself.
const REST: Duration = Duration::from_hours(1);
/// So many frames a second are enough for a room, and a shared screen shows no more: steady is better than many.
const SHOW_FPS: u16 = 30;

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(settings(Due::Now, None)).add_systems(Last, set_pace);
}

fn settings(due: Due, most_fps: Option<u16>) -> WinitSettings {
    let mode = match (due, most_fps) {
        (Due::Now, None) => UpdateMode::Continuous,
        // The clock alone wakes it: a frame more for every move of the pointer would be none that is steady.
        (Due::Now, Some(fps)) => UpdateMode::Reactive {
            wait: Duration::from_secs(1) / u32::from(fps.max(1)),
            react_to_device_events: false,
            react_to_user_events: false,
            react_to_window_events: false,
        },
        (Due::Within(rest), _) => UpdateMode::reactive_low_power(rest),
        (Due::AtRest, _) => UpdateMode::reactive_low_power(REST),
    };
    WinitSettings { focused_mode: mode, unfocused_mode: mode }
}

/// How many frames a second there are at most: as was asked for, and no more in a show than a room needs.
fn most_fps(asked: Option<u16>, is_show: bool) -> Option<u16> {
    let own = is_show.then_some(SHOW_FPS);
    asked.into_iter().chain(own).min()
}

pub(super) fn set_pace(
    mut pace: ResMut<Pace>,
    mut winit: ResMut<WinitSettings>,
    session: Res<Session>,
    measured: Res<Measured>,
    launch: Res<Launch>,
    mut before: Local<Option<(Due, Option<u16>)>>,
) {
    // Whoever is timed runs as fast as they can, or a fast machine would count as a slow one.
    let is_timed = !measured.settled && session.0.settings.quality == Quality::Auto;
    let most = most_fps(launch.max_fps, session.0.show.is_some()).filter(|_| !is_timed);
    let now = (pace.bypass_change_detection().take(), most);
    if before.replace(now) != Some(now) {
        *winit = settings(now.0, now.1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cap_holds_while_something_moves_and_nothing_is_drawn_at_rest() {
        let mode = |due, fps| settings(due, fps).focused_mode;
        assert_eq!(mode(Due::Now, None), UpdateMode::Continuous);
        let UpdateMode::Reactive { wait, .. } = mode(Due::Now, Some(30)) else { panic!("it is capped") };
        assert_eq!(wait.as_millis(), 33);
        assert_eq!(mode(Due::AtRest, Some(30)), UpdateMode::reactive_low_power(REST));
        let second = Duration::from_secs(1);
        assert_eq!(mode(Due::Within(second), None), UpdateMode::reactive_low_power(second));
    }

    #[test]
    fn a_show_has_a_cap_of_its_own_which_nobody_can_raise() {
        assert_eq!(most_fps(None, false), None);
        assert_eq!(most_fps(None, true), Some(SHOW_FPS));
        assert_eq!(most_fps(Some(24), true), Some(24));
        assert_eq!(most_fps(Some(60), true), Some(SHOW_FPS));
        assert_eq!(most_fps(Some(60), false), Some(60));
    }
}
