//! A tour that goes on by itself, and the clock of who leads one.

use super::pace::Pace;
use super::session::{Session, Wanted};
use super::sets::AppSystems;
use crate::view::Intent;
use crate::view::present::{Present, Running};
use bevy::prelude::*;
use std::time::Duration;

/// How often a show looks at the clock.
const TICK: Duration = Duration::from_secs(1);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, go_on.in_set(AppSystems::Animate));
}

/// The time of the session has been told in this frame, and what is wanted now is reduced in the next one.
fn go_on(session: Res<Session>, mut pace: ResMut<Pace>, mut wanted: MessageWriter<Wanted>) {
    let Some(show) = session.0.show.as_ref().filter(|show| show.running == Running::Auto) else { return };
    pace.wake_within(TICK);
    if show.due(session.0.now) {
        wanted.write(Wanted(Intent::Present(Present::Next)));
        pace.settle();
    }
}
