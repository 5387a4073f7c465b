//! A pack as its author has it on disk, to be edited and checked.

use laddertown::domain::content::{Checked, check, load};
use std::collections::BTreeMap;
use std::path::Path;

/// The files of a pack: their paths, such as `the-build/frontend.ron`, and their texts.
#[derive(Debug, Clone)]
pub struct Draft {
    /// As they are on disk, until they are edited.
    pub files: BTreeMap<String, String>,
}

impl Draft {
    /// The pack in a folder of this repository.
    pub fn read(folder: &str) -> Self {
        let mut draft = Self { files: BTreeMap::new() };
        draft.read_folder(Path::new(folder), "");
        assert!(draft.files.contains_key("pack.ron"), "{folder} is no pack");
        draft
    }

    #[expect(clippy::disallowed_methods, reason = "it reads what authors write, on a machine that has it")]
    fn read_folder(&mut self, folder: &Path, within: &str) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = format!("{within}{}", entry.file_name().display());
            if entry.path().is_dir() {
                self.read_folder(&entry.path(), &format!("{path}/"));
            } else {
                self.files.insert(path, std::fs::read_to_string(entry.path()).expect("a text"));
            }
        }
    }

    /// Replaces the first `from` in a file, which must be there.
    #[track_caller]
    pub fn edit(mut self, file: &str, from: &str, to: &str) -> Self {
        let text = self.files.get_mut(file).expect("a file of the pack");
        assert!(text.contains(from), "{file} has no {from:?}");
        *text = text.replacen(from, to, 1);
        self
    }

    /// Loads and checks it.
    pub fn check(&self) -> Checked {
        match load(&|path| self.files.get(path).cloned()) {
            Ok(authored) => check(&authored),
            Err(findings) => Checked { pack: None, findings },
        }
    }
}
