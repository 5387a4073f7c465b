//! What the speaker sees, as HTML for a page of its own, and that page opened and closed.

use super::tell_page;
use crate::app::{AppSystems, Asked, Language, Shown};
use crate::view::{Effect, page};
use bevy::prelude::*;
use wasm_bindgen::JsValue;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, tell_speaker.after(AppSystems::Project).run_if(resource_exists_and_changed::<Shown>))
        .add_systems(Last, toggle);
}

fn tell_speaker(shown: Res<Shown>, language: Res<Language>, mut last: Local<Option<String>>) {
    let html = shown.speaker.as_ref().map(|view| page::speaker(view, &language.0));
    if *last != html {
        tell_page("speaker", &html.as_deref().map_or(JsValue::NULL, JsValue::from));
        *last = html;
    }
}

fn toggle(mut asked: MessageReader<Asked>) {
    for _ in asked.read().filter(|asked| asked.0 == Effect::ToggleSpeaker) {
        tell_page("toggle-speaker", &JsValue::NULL);
    }
}
