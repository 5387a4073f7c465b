//! Slots in the browser's local storage, which may be blocked or full.

use super::shelf::Shelf;
use super::store::{SaveStore, StoreError};
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// Keeps the slots in local storage.
pub struct WebStore;

fn storage() -> Result<Storage, StoreError> {
    let window = web_sys::window().ok_or_else(|| StoreError("there is no window".to_owned()))?;
    let blocked = || StoreError("the browser blocks storage for this page".to_owned());
    window.local_storage().map_err(|_| blocked())?.ok_or_else(blocked)
}

fn key(slot: usize) -> String {
    format!("laddertown-save-{slot}")
}

/// Seconds since 1970.
pub fn now() -> u64 {
    (js_sys::Date::now() / 1000.0) as u64
}

/// A number that no other visit draws.
pub fn chance() -> u64 {
    (js_sys::Math::random() * u64::MAX as f64) as u64
}

fn in_words(error: &JsValue) -> StoreError {
    let said = js_sys::Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    StoreError(said.unwrap_or_else(|| "the browser's storage is full or blocked".to_owned()))
}

impl SaveStore for WebStore {
    fn load(&self, slot: usize) -> Result<Option<String>, StoreError> {
        storage()?.get_item(&key(slot)).map_err(|error| in_words(&error))
    }

    fn store(&self, slot: usize, text: &str) -> Result<(), StoreError> {
        storage()?.set_item(&key(slot), text).map_err(|error| in_words(&error))
    }
}

/// What the keys of imported cities begin with.
const SHELF: &str = "laddertown-pack-";

impl Shelf for WebStore {
    fn ids(&self) -> Result<Vec<String>, StoreError> {
        let storage = storage()?;
        let count = storage.length().map_err(|error| in_words(&error))?;
        let keys = (0..count).filter_map(|index| storage.key(index).ok().flatten());
        Ok(keys.filter_map(|key| key.strip_prefix(SHELF).map(str::to_owned)).collect())
    }

    fn read(&self, id: &str) -> Result<String, StoreError> {
        let text = storage()?.get_item(&format!("{SHELF}{id}")).map_err(|error| in_words(&error))?;
        text.ok_or_else(|| StoreError(format!("{id} is not here")))
    }

    fn put(&self, id: &str, text: &str) -> Result<(), StoreError> {
        storage()?.set_item(&format!("{SHELF}{id}"), text).map_err(|error| in_words(&error))
    }

    fn remove(&self, id: &str) -> Result<(), StoreError> {
        storage()?.remove_item(&format!("{SHELF}{id}")).map_err(|error| in_words(&error))
    }
}
