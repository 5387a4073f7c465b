//! Where the sources, the build products and the caches are.

use std::env;
use std::path::{Path, PathBuf, absolute};

use crate::Fallible;
use crate::args::BuildArgs;

/// The folder with `Cargo.toml`, and what is found from there.
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Cargo tells a program it runs where its `Cargo.toml` is; run by hand, it is the current folder.
    pub fn here() -> Fallible<Self> {
        let root = env::var_os("CARGO_MANIFEST_DIR").map_or_else(env::current_dir, |root| Ok(root.into()))?;
        Ok(Self { root })
    }

    /// A file or folder of the sources.
    pub fn path(&self, below: impl AsRef<Path>) -> PathBuf {
        self.root.join(below)
    }

    /// The folder that is written and served.
    pub fn out_dir(&self, args: &BuildArgs) -> PathBuf {
        args.out.clone().unwrap_or_else(|| self.path("dist"))
    }

    /// Apart from the native build's folder: two cargo versions may take turns here.
    pub fn web_target_dir(&self) -> Fallible<PathBuf> {
        Ok(self.target_dir()?.join("web"))
    }

    /// Holds what is dear to make again, named by what it was made from.
    pub fn cache_dir(&self) -> Fallible<PathBuf> {
        match env::var_os("XDG_CACHE_HOME") {
            Some(home) => Ok(absolute(home)?.join("laddertown-web")),
            None => Ok(self.target_dir()?.join("web-cache")),
        }
    }

    fn target_dir(&self) -> Fallible<PathBuf> {
        Ok(env::var_os("CARGO_TARGET_DIR").map_or_else(|| Ok(self.path("target")), absolute)?)
    }
}
