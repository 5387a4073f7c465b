//! Two slots of text, wherever they are kept.

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
