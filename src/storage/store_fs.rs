//! Slots as files in the platform's data folder, replaced atomically.

use super::shelf::Shelf;
use super::store::{SaveStore, StoreError};
use etcetera::BaseStrategy;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Keeps the slots in a folder, and what players bring in a folder within it.
#[derive(Clone)]
pub struct FileStore {
    folder: PathBuf,
}

impl FileStore {
    /// In `folder`, or in the platform's data folder; `None` if it has none.
    pub fn new(folder: Option<PathBuf>) -> Option<Self> {
        let platform = || Some(etcetera::choose_base_strategy().ok()?.data_dir().join("laddertown"));
        folder.or_else(platform).map(|folder| Self { folder })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn path(&self, slot: usize) -> PathBuf {
        self.folder.join(format!("save-{slot}.txt"))
    }

    fn shelf(&self) -> PathBuf {
        self.folder.join("packs")
    }

    fn place(&self, id: &str) -> PathBuf {
        self.shelf().join(format!("{id}.ron"))
    }
}

fn fault(path: &Path, error: &std::io::Error) -> StoreError {
    StoreError(format!("{}: {error}", path.display()))
}

/// Replaces a file whole or not at all.
#[expect(clippy::disallowed_methods, reason = "it makes the folder of the file")]
pub(super) fn replace(path: &Path, text: &str) -> Result<(), StoreError> {
    let write = || {
        std::fs::create_dir_all(path.parent().unwrap_or(path))?;
        let mut file = atomic_write_file::AtomicWriteFile::open(path)?;
        file.write_all(text.as_bytes())?;
        file.commit()
    };
    write().map_err(|error| fault(path, &error))
}

#[expect(clippy::disallowed_methods, reason = "the store touches files")]
impl SaveStore for FileStore {
    fn load(&self, slot: usize) -> Result<Option<String>, StoreError> {
        match std::fs::read_to_string(self.path(slot)) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(fault(&self.path(slot), &error)),
        }
    }

    fn store(&self, slot: usize, text: &str) -> Result<(), StoreError> {
        replace(&self.path(slot), text)
    }
}

#[expect(clippy::disallowed_methods, reason = "the store touches files")]
impl Shelf for FileStore {
    fn ids(&self) -> Result<Vec<String>, StoreError> {
        let entries = match std::fs::read_dir(self.shelf()) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(fault(&self.shelf(), &error)),
        };
        let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        Ok(names.filter_map(|name| name.strip_suffix(".ron").map(str::to_owned)).collect())
    }

    fn read(&self, id: &str) -> Result<String, StoreError> {
        std::fs::read_to_string(self.place(id)).map_err(|error| fault(&self.place(id), &error))
    }

    fn put(&self, id: &str, text: &str) -> Result<(), StoreError> {
        replace(&self.place(id), text)
    }

    fn remove(&self, id: &str) -> Result<(), StoreError> {
        match std::fs::remove_file(self.place(id)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(fault(&self.place(id), &error)),
            _ => Ok(()),
        }
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
    fn what_is_put_on_the_shelf_is_found_by_its_id_until_it_is_removed() {
        let folder = folder("shelf");
        let store = FileStore::new(Some(folder.clone())).expect("a folder was named");
        assert_eq!(store.ids(), Ok(Vec::new()));
        store.put("imported.mine", "text").expect("the folder can be made");
        assert_eq!(
            (store.ids(), store.read("imported.mine")),
            (Ok(vec!["imported.mine".to_owned()]), Ok("text".to_owned()))
        );
        store.remove("imported.mine").expect("it can be removed");
        store.remove("imported.mine").expect("what is gone is gone");
        assert_eq!(store.ids(), Ok(Vec::new()));
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
