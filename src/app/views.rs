//! The view of the session, made anew whenever the session changes.

use super::session::{Content, Language, Session};
use super::sets::AppSystems;
use crate::view::{self, CityView};
use bevy::prelude::*;

/// What panels and mirror show.
#[derive(Resource, Deref)]
pub struct Shown(pub CityView);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, project_view.in_set(AppSystems::Project).run_if(resource_exists_and_changed::<Session>));
}

fn project_view(
    mut commands: Commands,
    session: Res<Session>,
    content: Res<Content>,
    language: Res<Language>,
    before: Option<Res<Shown>>,
) {
    // Of another city nothing still holds.
    let before = before.as_ref().filter(|_| !content.is_changed()).map(|before| &before.0);
    commands.insert_resource(Shown(view::city_after(before, &content.pack, &session.0, &language.0)));
}
