//! A pack as it lies on disk: a folder, or one file made by `pack export --to ron`.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "a tool of the command line reads files")]

use laddertown::domain::content::limits::{FILE_BYTES, PACK_BYTES};
use laddertown::domain::content::{Checked, Files, Finding, Pack, bundle, load};
use std::cell::RefCell;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::{Answer, Outcome};

/// What was read, and from where.
pub struct Source {
    /// As it was asked for.
    pub path: PathBuf,
    /// The pack's own files.
    pub files: Files,
    /// The text of the one file, where it is one.
    bundle: Option<String>,
    /// What already the reading came upon.
    findings: Vec<Finding>,
}

impl Source {
    /// Reads a pack. Only what its lists name is opened, no link is followed, and nothing endless is read.
    pub fn open(path: &Path) -> Result<Self, String> {
        let kind = std::fs::metadata(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let path = path.to_owned();
        if kind.is_dir() {
            let files = folder(&path);
            return Ok(Self { path, files, bundle: None, findings: Vec::new() });
        }
        let text = text(&path, PACK_BYTES).ok_or_else(|| format!("{}: this is no text", path.display()))?;
        Ok(match bundle::read(&text) {
            Ok(files) => Self { path, files, bundle: Some(text), findings: Vec::new() },
            Err(finding) => Self { path, files: Files::default(), bundle: Some(text), findings: vec![*finding] },
        })
    }

    /// Everything there is to say about it.
    pub fn checked(&self) -> Checked {
        if !self.findings.is_empty() {
            return Checked { pack: None, findings: self.findings.clone() };
        }
        self.files.checked().unwrap_or_else(|findings| Checked { pack: None, findings })
    }

    /// The pack, if it can be played.
    pub fn pack(&self) -> Result<Pack, Answer> {
        self.checked().pack.ok_or_else(|| {
            let path = self.path.display();
            let err = format!("{path}: this pack has errors; `pack check {path}` names them\n");
            Answer { outcome: Outcome::Found, out: String::new(), err }
        })
    }

    /// Whether it is a single file.
    pub fn is_bundle(&self) -> bool {
        self.bundle.is_some()
    }

    /// The text that a finding is about.
    pub fn text(&self, file: &str) -> &str {
        let own = self.files.0.get(file).map(String::as_str);
        own.or(self.bundle.as_deref().filter(|_| file == bundle::NAME)).unwrap_or_default()
    }
}

/// The files of a folder that `load` asks for.
fn folder(path: &Path) -> Files {
    let files = RefCell::new(Files::default());
    let read = |name: &str| {
        let text = inside(path, name)?;
        files.borrow_mut().0.insert(name.to_owned(), text.clone());
        Some(text)
    };
    // What is wrong with them is said when they are checked.
    let _ = load(&read);
    files.into_inner()
}

/// A file within a folder, if no part of the way to it is a link.
fn inside(folder: &Path, name: &str) -> Option<String> {
    let mut path = folder.to_owned();
    for part in name.split('/') {
        path.push(part);
        if std::fs::symlink_metadata(&path).ok()?.is_symlink() {
            return None;
        }
    }
    text(&path, FILE_BYTES)
}

/// The text of a file, and of a larger one a little more than `most` bytes, so that it is refused. Pipes and devices
/// could go on for ever.
fn text(path: &Path, most: usize) -> Option<String> {
    if !std::fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path).ok()?.take(most as u64 + 1).read_to_end(&mut bytes).ok()?;
    let is_cut = bytes.len() > most;
    match String::from_utf8(bytes) {
        Ok(text) => Some(text),
        // The cut may have gone through a character.
        Err(error) if is_cut => Some(" ".repeat(error.as_bytes().len())),
        Err(_) => None,
    }
}
