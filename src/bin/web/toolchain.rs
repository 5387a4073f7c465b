//! Decides which Rust builds for the browser: facts in, the next step out.

use std::path::{Path, PathBuf};

/// The game's target.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian 12's own Rust with the library's source, and the linker it leaves out. `lld-22` is the one that
/// `rustc-web` was built with; without it `rust-lld` is a dangling link.
pub const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// A Rust that can build the game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The cargo and rustc found on PATH, with the target installed.
    OnPath,
    /// Debian's, which builds the standard library along with the game.
    Debian(DebianRust),
}

/// Debian's programs, by their full paths: rustup's come first on PATH.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DebianRust {
    pub cargo: PathBuf,
    pub rustc: PathBuf,
}

/// What is known about this machine so far.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, not a state of one thing")]
pub struct Facts {
    /// The rustc on PATH has the target's standard library.
    pub target_installed: bool,
    pub rustup: bool,
    pub rustup_tried: bool,
    /// All of Debian's packages are there, and new enough.
    pub debian: Option<DebianRust>,
    pub apt: bool,
    pub apt_tried: bool,
}

/// What to do next; after an attempt, look again and ask again.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    BuildWith(Toolchain),
    AddRustupTarget,
    InstallDebianPackages,
    GiveUp,
}

/// The ordinary way first; Debian's where the ordinary way cannot be had.
pub fn next_step(facts: &Facts) -> Step {
    if facts.target_installed {
        return Step::BuildWith(Toolchain::OnPath);
    }
    if facts.rustup && !facts.rustup_tried {
        return Step::AddRustupTarget;
    }
    if let Some(rust) = &facts.debian {
        return Step::BuildWith(Toolchain::Debian(rust.clone()));
    }
    if facts.apt && !facts.apt_tried {
        return Step::InstallDebianPackages;
    }
    Step::GiveUp
}

/// What to tell someone whose machine has neither.
pub fn how_to_install() -> String {
    format!(
        "no Rust here can build for the browser. Either install rustup and run\n    \
         rustup target add {TARGET}\nor, on Debian 12 with its security updates,\n    \
         apt-get install {}\nand run this again",
        DEBIAN_PACKAGES.join(" ")
    )
}

/// The program in what `dpkg -L` lists: packages also hold wrappers of the same name, deeper down.
pub fn program_in<'a>(listing: &'a str, name: &str) -> Option<&'a Path> {
    listing
        .lines()
        .map(Path::new)
        .filter(|path| path.ends_with(Path::new("bin").join(name)))
        .min_by_key(|path| path.components().count())
}

/// Whether what `rustc --version` prints is at least `wanted` ("1.95").
pub fn is_at_least(version_line: &str, wanted: &str) -> bool {
    let Some(version) = version_line.split_whitespace().nth(1) else { return false };
    let numbers = |text: &str| -> Vec<u32> { text.split(['.', '-']).map_while(|part| part.parse().ok()).collect() };
    numbers(version) >= numbers(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn debian() -> DebianRust {
        DebianRust { cargo: "/usr/bin/cargo".into(), rustc: "/usr/bin/rustc".into() }
    }

    #[track_caller]
    fn check(facts: Facts, step: Step) {
        assert_eq!(next_step(&facts), step, "{facts:?}");
    }

    #[test]
    fn an_installed_target_is_used_before_anything_else() {
        let facts =
            Facts { target_installed: true, rustup: true, debian: Some(debian()), apt: true, ..Facts::default() };
        check(facts, Step::BuildWith(Toolchain::OnPath));
    }

    #[test]
    fn rustup_is_asked_once() {
        let facts = Facts { rustup: true, apt: true, ..Facts::default() };
        check(facts.clone(), Step::AddRustupTarget);
        check(Facts { rustup_tried: true, ..facts }, Step::InstallDebianPackages);
    }

    #[test]
    fn debians_rust_is_used_where_rustup_cannot_help() {
        let facts = Facts { debian: Some(debian()), apt: true, ..Facts::default() };
        check(facts.clone(), Step::BuildWith(Toolchain::Debian(debian())));
        check(Facts { rustup: true, rustup_tried: true, ..facts }, Step::BuildWith(Toolchain::Debian(debian())));
    }

    #[test]
    fn apt_is_asked_once() {
        let facts = Facts { apt: true, ..Facts::default() };
        check(facts.clone(), Step::InstallDebianPackages);
        check(Facts { apt_tried: true, ..facts }, Step::GiveUp);
    }

    #[test]
    fn a_bare_machine_gets_words() {
        check(Facts::default(), Step::GiveUp);
        assert!(how_to_install().contains("rustup target add") && how_to_install().contains("lld-22"));
    }

    #[test]
    fn the_program_is_found_among_wrappers_and_manuals() {
        let listing = "/.\n/usr/share/cargo/bin/cargo\n/usr/bin/cargo\n/usr/share/doc/cargo\n/usr/bin/cargo-x\n";
        assert_eq!(program_in(listing, "cargo"), Some(Path::new("/usr/bin/cargo")));
        assert_eq!(program_in(listing, "rustc"), None);
    }

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(is_at_least("rustc 1.96.0 (Debian 1.96.0)", "1.95"));
        assert!(is_at_least("rustc 1.100.0-nightly", "1.95"));
        assert!(is_at_least("rustc 1.95.0", "1.95"));
        assert!(!is_at_least("rustc 1.78.0 (abc 2024)", "1.95"));
        assert!(!is_at_least("", "1.95"));
    }
}
