//! What players bring is kept beside the saves, each in a place of its own, wherever that is.

use super::store::StoreError;
use crate::app::{Language, Library, Session, Shelved};
use crate::packs::{self, Kept};
use bevy::prelude::*;
use std::collections::BTreeMap;

/// Keeps texts by their ids.
pub trait Shelf: Send + Sync {
    /// All ids.
    ///
    /// # Errors
    /// If the place where they are kept cannot be read.
    fn ids(&self) -> Result<Vec<String>, StoreError>;

    /// The text of an id.
    ///
    /// # Errors
    /// If it cannot be read.
    fn read(&self, id: &str) -> Result<String, StoreError>;

    /// Replaces the text of an id, whole or not at all.
    ///
    /// # Errors
    /// If it cannot be written, for want of room or otherwise.
    fn put(&self, id: &str, text: &str) -> Result<(), StoreError>;

    /// Forgets an id.
    ///
    /// # Errors
    /// If it cannot be removed.
    fn remove(&self, id: &str) -> Result<(), StoreError>;
}

/// Where imported cities are kept.
#[derive(Resource)]
pub struct Shelves(pub Box<dyn Shelf>);

/// Everything that was kept, with what of it can no longer be read; that stays where it is until the player takes it
/// away.
pub fn library(shelf: &dyn Shelf) -> packs::Library {
    let (mut kept, mut damaged) = (BTreeMap::new(), BTreeMap::new());
    for id in shelf.ids().unwrap_or_default() {
        let read = shelf.read(&id).map_err(|error| error.to_string());
        match read.and_then(|text| Kept::from_text(&text)) {
            Ok(found) => _ = kept.insert(id, found),
            Err(reason) => _ = damaged.insert(id, reason),
        }
    }
    packs::Library::new(kept, damaged)
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Last, keep_shelved.run_if(resource_exists::<Shelves>.and_then(on_message::<Shelved>)));
}

fn keep_shelved(
    mut shelved: MessageReader<Shelved>,
    library: Res<Library>,
    shelves: Res<Shelves>,
    language: Res<Language>,
    mut session: ResMut<Session>,
) {
    for Shelved(id) in shelved.read() {
        let done = match library.kept(id) {
            Some(kept) => shelves.0.put(id, &kept.to_text()),
            None => shelves.0.remove(id),
        };
        if let Err(error) = done {
            let values = [("name", packs::bare(id).to_owned().into()), ("reason", error.to_string().into())];
            session.0.notify(language.0.with("city-not-kept", &values));
        }
    }
}
