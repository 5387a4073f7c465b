//! The accessible mirror: the view as HTML, handed to the page whenever it changes.

use super::tell_page;
use crate::app::{AppSystems, Language, Shown};
use crate::view::page;
use bevy::prelude::*;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (mirror_view, announce).after(AppSystems::Project).run_if(resource_exists_and_changed::<Shown>),
    );
}

fn mirror_view(shown: Res<Shown>, language: Res<Language>, mut mirror: Local<page::Mirror>, mut last: Local<String>) {
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
