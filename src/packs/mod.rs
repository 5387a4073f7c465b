//! The packs that come with the game, built into the program: nothing is fetched after the first load. One that
//! is made up, as large as one likes. And the library of them all, with what a player brings.

mod dropped;
mod generated;
mod library;

pub use dropped::{Dropped, Refusal, read_dropped};
pub use generated::{files as generated_files, generated};
pub use library::{Kept, Library, bare};

use crate::domain::content::{Checked, Finding, Pack, check, load};
use include_dir::{Dir, include_dir};

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/packs");

/// The pack that a first visit opens.
pub const FIRST: &str = "beyond-vibe-coding";

/// Ids of the packs that come with the game.
pub fn ids() -> Vec<&'static str> {
    let names = SHIPPED.dirs().filter_map(|dir| dir.path().file_name());
    let mut names: Vec<_> = names.filter_map(|name| name.to_str()).collect();
    names.sort_unstable();
    names
}

/// Loads a pack that comes with the game.
///
/// # Errors
/// What is wrong with it, which the tests keep empty for every shipped pack.
pub fn shipped(id: &str) -> Result<Pack, Vec<Finding>> {
    let Checked { pack, findings } = checked(id)?;
    pack.ok_or(findings)
}

/// Loads and checks a pack that comes with the game, with every finding.
///
/// # Errors
/// What is wrong with its files.
pub fn checked(id: &str) -> Result<Checked, Vec<Finding>> {
    let read = |path: &str| SHIPPED.get_file(format!("{id}/{path}"))?.contents_utf8().map(str::to_owned);
    load(&read).map(|authored| check(&authored))
}
