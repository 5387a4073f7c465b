//! What the system knows of this visit: the time, and a name that no other visit has.

use crate::app::{AppSystems, Asked, Content, Language, Session, Wanted};
use crate::domain::progress::Author;
use crate::view::{Effect, assess};
use bevy::prelude::*;

#[cfg(target_arch = "wasm32")]
use super::store_web::chance;
#[cfg(target_arch = "wasm32")]
pub use super::store_web::now;

/// Seconds since 1970.
#[cfg(not(target_arch = "wasm32"))]
pub fn now() -> u64 {
    std::time::SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs())
}

/// A number that no other visit draws.
#[cfg(not(target_arch = "wasm32"))]
fn chance() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    std::hash::RandomState::new().build_hasher().finish()
}

/// Tells the session who writes, and before every intent what time it is. At rest no clock ticks, but for that of a show.
pub fn plugin(app: &mut App) {
    app.add_systems(Startup, (name_the_visit, tell_the_time, remind).chain()).add_systems(
        Update,
        tell_the_time
            .after(AppSystems::RecordInput)
            .before(AppSystems::Reduce)
            .run_if(on_message::<Wanted>.or_else(|session: Res<Session>| session.0.show.is_some())),
    );
}

fn name_the_visit(mut session: ResMut<Session>) {
    session.0.author = Author(chance());
}

/// A quarter that has begun since the last visit is said once.
fn remind(
    mut session: ResMut<Session>,
    content: Res<Content>,
    language: Res<Language>,
    mut asked: MessageWriter<Asked>,
) {
    if assess::remind(&mut session.0, &content.pack, &language.0) {
        asked.write(Asked(Effect::Save));
    }
}

fn tell_the_time(mut session: ResMut<Session>) {
    // An intent for the camera must not have the view made anew; any other marks the session by itself.
    session.bypass_change_detection().0.now = now();
}
