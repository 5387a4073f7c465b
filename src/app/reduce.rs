//! Writes the session, with `cities.rs` alone beside it.

use super::picture::Sight;
use super::session::{Asked, Content, Language, Session, Wanted};
use super::sets::AppSystems;
use crate::view;
use bevy::prelude::*;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, reduce_intents.in_set(AppSystems::Reduce).run_if(on_message::<Wanted>));
}

pub(super) fn reduce_intents(
    mut wanted: MessageReader<Wanted>,
    mut asked: MessageWriter<Asked>,
    mut session: ResMut<Session>,
    content: Res<Content>,
    language: Res<Language>,
    sight: Res<Sight>,
) {
    session.bypass_change_detection().0.sight = Some(sight.goal);
    for Wanted(intent) in wanted.read() {
        // While the camera is dragged such an intent comes in every frame, and must not have the whole view made anew.
        let has_view = view::present::reduce::needs_view(intent, &session.0);
        let state = if has_view { &mut session.0 } else { &mut session.bypass_change_detection().0 };
        let effects = view::reduce(state, intent, &content.pack, &language.0);
        asked.write_batch(effects.into_iter().map(Asked));
    }
}
