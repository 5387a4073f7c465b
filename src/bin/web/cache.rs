//! Keeps results that are dear to make, each under the hash of what it was made from.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sha2::{Digest, Sha256};

use crate::Fallible;

/// Long enough for work on two branches, short enough that the folder does not grow for ever.
const KEPT_FOR: Duration = Duration::from_hours(14 * 24);

/// The sha-256 of the parts, as 64 hexadecimal digits.
pub fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        // The length goes first, so that ("ab", "c") and ("a", "bc") differ.
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    format!("{:x}", hasher.finalize())
}

/// A folder of results.
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// Opens the folder and forgets what was not asked for in two weeks.
    pub fn open(folder: &Path) -> Fallible<Self> {
        fs::create_dir_all(folder).map_err(|fault| format!("cannot write to {}: {fault}", folder.display()))?;
        for entry in fs::read_dir(folder)?.flatten() {
            let used = entry.metadata().and_then(|about| about.modified());
            let age = used.ok().and_then(|used| SystemTime::now().duration_since(used).ok());
            if age.is_some_and(|age| age > KEPT_FOR) {
                // Another build may have been faster; either way the file is gone.
                let _ = fs::remove_file(entry.path());
            }
        }
        Ok(Self { folder: folder.to_owned() })
    }

    /// The result under this key, made now if it is not there.
    pub fn get_or_make(&self, key: &str, make: impl FnOnce() -> Fallible<Vec<u8>>) -> Fallible<Vec<u8>> {
        let path = self.folder.join(key);
        if let Ok(found) = fs::read(&path) {
            // Only a younger date is lost when this fails, and then the result is made again some day.
            let _ = fs::File::open(&path).and_then(|file| file.set_modified(SystemTime::now()));
            return Ok(found);
        }
        let result = make()?;
        // Written aside and renamed, so that no reader ever sees half a file.
        let aside = self.folder.join(format!("{key}.{}", std::process::id()));
        fs::write(&aside, &result)?;
        fs::rename(&aside, &path)?;
        Ok(result)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_tells_where_one_part_ends() {
        assert_ne!(hash(&[b"ab", b"c"]), hash(&[b"a", b"bc"]));
        assert_eq!(hash(&[b"ab"]).len(), 64);
    }

    #[test]
    fn a_result_is_made_once() -> Fallible<()> {
        let folder = std::env::temp_dir().join(format!("laddertown-cache-{}", std::process::id()));
        let cache = Cache::open(&folder)?;
        assert_eq!(cache.get_or_make("key", || Ok(b"made".to_vec()))?, b"made");
        assert_eq!(cache.get_or_make("key", || Err("made twice".into()))?, b"made");
        Ok(fs::remove_dir_all(&folder)?)
    }
}
