//! The accessible mirror: the view as HTML, handed to the page whenever it changes.

use super::tell_page;
use crate::app::{AppSystems, Language, Session, Shown};
use crate::view::page;
use crate::view::present::Stand;
use bevy::prelude::*;
use wasm_bindgen::JsValue;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (mirror_view, announce).after(AppSystems::Project).run_if(resource_exists_and_changed::<Shown>),
    );
}

fn mirror_view(
    shown: Res<Shown>,
    session: Res<Session>,
    language: Res<Language>,
    mut mirror: Local<page::Mirror>,
    mut last: Local<String>,
    mut guest: Local<Option<u32>>,
) {
    let now = session.0.stand().map(Stand::forgotten);
    let before = std::mem::replace(&mut *guest, now);
    if before.is_some() && before != now {
        // What a guest was typing, or had unfolded, is the page's and not the game's: it goes as well.
        tell_page("forget", &JsValue::NULL);
        last.clear();
    }
    let html = mirror.html(&shown.0, &language.0);
    if *last != html {
        tell_page("mirror", &html.as_str().into());
        *last = html;
    }
    tell_page("list", &shown.list.into());
    tell_page("show", &(shown.show.is_some() || shown.tours.is_some()).into());
}

fn announce(shown: Res<Shown>, mut last: Local<u64>) {
    let (count, text) = &shown.said;
    if *count != *last {
        *last = *count;
        tell_page("announce", &text.as_str().into());
    }
}
