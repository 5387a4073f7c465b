//! Where the city is, told to the page whenever that changes.

use super::tell_page;
use crate::app::{AppSystems, Content, Session, Shown};
use crate::view::Whereabouts;
use bevy::prelude::*;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, tell_whereabouts.after(AppSystems::Project).run_if(resource_exists_and_changed::<Shown>));
}

fn tell_whereabouts(session: Res<Session>, content: Res<Content>, mut last: Local<Option<Whereabouts>>) {
    let now = Whereabouts::of(&session.0, &content.pack);
    if last.as_ref() != Some(&now) {
        tell_page("whereabouts", &now.to_json().as_str().into());
        *last = Some(now);
    }
}
