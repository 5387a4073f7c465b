//! A whole pack as text: for what is imported, kept in a save, or made up.

use super::{Authored, Checked, Finding, check, load};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The files of a pack by their paths within it, such as `pack.ron` or `the-build/frontend.ron`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Files(pub BTreeMap<String, String>);

impl Files {
    /// Reads the pack, as its authors wrote it.
    ///
    /// # Errors
    /// What is wrong with its files.
    pub fn loaded(&self) -> Result<Authored, Vec<Finding>> {
        load(&|path| self.0.get(path).cloned())
    }

    /// Loads and checks the pack, with every finding.
    ///
    /// # Errors
    /// What is wrong with its files.
    pub fn checked(&self) -> Result<Checked, Vec<Finding>> {
        self.loaded().map(|authored| check(&authored))
    }
}
