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

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests look at the files that the store leaves")]
mod tests {
    use super::*;

    /// A folder of its own, gone before and after.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("laddertown-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn what_is_stored_is_loaded_and_a_second_write_replaces_the_first() {
        let folder = folder("replaced");
        let store = FileStore::new(Some(folder.clone())).expect("a folder was named");
        assert_eq!(store.load(0), Ok(None));
        store.store(0, "a longer first text").expect("the folder can be made");
        store.store(0, "second").expect("the file can be replaced");
        assert_eq!(store.load(0), Ok(Some("second".to_owned())));
        assert_eq!(std::fs::read_dir(&folder).expect("a folder").count(), 1, "nothing else is left behind");
        std::fs::remove_dir_all(folder).expect("it can be removed");
    }

    #[test]
    fn a_place_that_cannot_be_written_is_named_in_the_fault() {
        let file = folder("in-the-way");
        std::fs::write(&file, "a file where a folder should be").expect("the temporary folder can be written");
        let store = FileStore::new(Some(file.clone())).expect("a folder was named");
        let fault = store.store(1, "text").expect_err("a file is no folder").to_string();
        assert!(fault.contains("in-the-way") && fault.contains("save-1"), "{fault}");
        std::fs::remove_file(file).expect("it can be removed");
    }
}
