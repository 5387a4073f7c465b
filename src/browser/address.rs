//! The page's address says what is seen.

use super::tell_page;
use crate::app::{AppSystems, Content, Session, Wanted};
use crate::view::Intent;
use crate::view::link::{self, Link};
use crate::view::present::Running;
use bevy::prelude::*;
use js_sys::Array;

/// Whoever goes on so soon has only passed by, in seconds.
const QUICK: f64 = 1.0;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, tell_address.after(AppSystems::Project));
}

fn tell_address(
    mut wanted: MessageReader<Wanted>,
    session: Res<Session>,
    content: Res<Content>,
    time: Res<Time<Real>>,
    mut last: Local<Option<(Link, f64)>>,
) {
    // Whoever follows a link is there already, as far as the browser knows: the address is only put right.
    let is_followed = wanted.read().filter(|Wanted(intent)| matches!(intent, Intent::Follow(_))).count() > 0;
    if !is_followed && !session.is_changed() && !content.is_changed() {
        return;
    }
    let now = time.elapsed_secs_f64();
    let link = Link::of(&content.pack, &session.0, None);
    let by_itself = session.0.show.as_ref().is_some_and(|show| show.running == Running::Auto);
    let is_step = match &*last {
        Some((before, _)) if *before == link && !is_followed => return,
        Some((before, at)) if !is_followed => link::is_step(before, &link, now - at < QUICK, by_itself),
        _ => false,
    };
    // The browser's way back leads no guest to where another was.
    let is_step = is_step && session.0.stand().is_none();
    tell_page("address", &Array::of2(&link.write().as_str().into(), &is_step.into()));
    *last = Some((link, now));
}
