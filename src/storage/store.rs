//! Two slots of text, wherever they are kept.

use super::shelf::Shelf;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How many slots there are; they are written in turn.
pub const SLOTS: usize = 2;

/// Why a slot could not be read or written, in words for the player.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct StoreError(pub String);

/// Keeps the slots.
pub trait SaveStore: Send + Sync {
    /// The text of a slot; `None` if it was never written.
    ///
    /// # Errors
    /// If the place where slots are kept cannot be read.
    fn load(&self, slot: usize) -> Result<Option<String>, StoreError>;

    /// Replaces the text of a slot, whole or not at all.
    ///
    /// # Errors
    /// If the place where slots are kept cannot be written.
    fn store(&self, slot: usize, text: &str) -> Result<(), StoreError>;
}

/// Keeps the slots in memory, for tests and for when nothing else can be had.
#[derive(Debug, Default, Clone)]
pub struct MemoryStore {
    slots: Arc<Mutex<[Option<String>; SLOTS]>>,
    shelf: Arc<Mutex<BTreeMap<String, String>>>,
    /// Why writing fails, if it is to fail.
    broken: Option<String>,
}

impl MemoryStore {
    /// A store that cannot be written, with the reason why.
    pub fn broken(reason: &str) -> Self {
        Self { broken: Some(reason.to_owned()), ..Self::default() }
    }
}

impl SaveStore for MemoryStore {
    fn load(&self, slot: usize) -> Result<Option<String>, StoreError> {
        Ok(self.slots.lock().unwrap_or_else(PoisonError::into_inner)[slot % SLOTS].clone())
    }

    fn store(&self, slot: usize, text: &str) -> Result<(), StoreError> {
        if let Some(reason) = &self.broken {
            return Err(StoreError(reason.clone()));
        }
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)[slot % SLOTS] = Some(text.to_owned());
        Ok(())
    }
}

impl Shelf for MemoryStore {
    fn ids(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.shelf.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect())
    }

    fn read(&self, id: &str) -> Result<String, StoreError> {
        let shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.get(id).cloned().ok_or_else(|| StoreError(format!("{id} is not here")))
    }

    fn put(&self, id: &str, text: &str) -> Result<(), StoreError> {
        if let Some(reason) = &self.broken {
            return Err(StoreError(reason.clone()));
        }
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, id: &str) -> Result<(), StoreError> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
        Ok(())
    }
}
