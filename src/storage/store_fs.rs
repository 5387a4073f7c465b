//! Slots as files in the platform's data folder, replaced atomically.

use super::store::{SaveStore, StoreError};
use etcetera::BaseStrategy;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

/// Keeps the slots in a folder.
pub struct FileStore {
    folder: PathBuf,
}

impl FileStore {
    /// In `folder`, or in the platform's data folder; `None` if it has none.
    pub fn new(folder: Option<PathBuf>) -> Option<Self> {
        let platform = || Some(etcetera::choose_base_strategy().ok()?.data_dir().join("laddertown"));
        folder.or_else(platform).map(|folder| Self { folder })
    }

    fn path(&self, slot: usize) -> PathBuf {
        self.folder.join(format!("save-{slot}.txt"))
    }

    fn fault(&self, slot: usize, error: &std::io::Error) -> StoreError {
        StoreError(format!("{}: {error}", self.path(slot).display()))
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place of the game that touches files")]
impl SaveStore for FileStore {
    fn load(&self, slot: usize) -> Result<Option<String>, StoreError> {
        match std::fs::read_to_string(self.path(slot)) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.fault(slot, &error)),
        }
    }

    fn store(&self, slot: usize, text: &str) -> Result<(), StoreError> {
        let write = || {
            std::fs::create_dir_all(&self.folder)?;
            let mut file = atomic_write_file::AtomicWriteFile::open(self.path(slot))?;
            file.write_all(text.as_bytes())?;
            file.commit()
        };
        write().map_err(|error| self.fault(slot, &error))
    }
}
