//! Looks at the machine, and carries out what `toolchain` decides.

use std::io::{IsTerminal, Write, stdin, stdout};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Fallible;
use crate::toolchain::{
    DEBIAN_PACKAGES, DebianRust, Facts, Step, TARGET, Toolchain, how_to_install, is_at_least, next_step, program_in,
};

/// Debian's rustc must know the edition and the library that the game is written for.
const OLDEST_RUST: &str = env!("CARGO_PKG_RUST_VERSION");

/// A toolchain that can build the game, set up here and now if need be.
pub fn find_or_install(yes: bool) -> Fallible<Toolchain> {
    let mut facts = look_around();
    loop {
        match next_step(&facts) {
            Step::BuildWith(toolchain) => return Ok(toolchain),
            Step::AddRustupTarget => {
                facts.rustup_tried = true;
                let added = Command::new("rustup").args(["target", "add", TARGET]).status();
                if !added.is_ok_and(|status| status.success()) {
                    eprintln!("rustup cannot fetch {TARGET} here; trying Debian's Rust instead.");
                }
                facts.target_installed = target_installed();
            }
            Step::InstallDebianPackages => {
                facts.apt_tried = true;
                if agreed(yes)? && install_debian_packages() {
                    facts.debian = find_debian_rust();
                }
            }
            Step::GiveUp => return Err(how_to_install().into()),
        }
    }
}

fn look_around() -> Facts {
    Facts {
        target_installed: target_installed(),
        rustup: output_of("rustup", &["--version"]).is_some(),
        debian: find_debian_rust(),
        apt: output_of("apt-get", &["--version"]).is_some(),
        ..Facts::default()
    }
}

fn target_installed() -> bool {
    output_of("rustc", &["--print", "target-libdir", "--target", TARGET])
        .and_then(|folder| Path::new(folder.trim()).read_dir().ok())
        .is_some_and(|mut files| files.next().is_some())
}

fn find_debian_rust() -> Option<DebianRust> {
    let listings =
        DEBIAN_PACKAGES.iter().map(|package| output_of("dpkg", &["-L", package])).collect::<Option<String>>()?;
    let cargo = program_in(&listings, "cargo")?.to_owned();
    let rustc = program_in(&listings, "rustc")?.to_owned();
    let version = output_of(rustc.to_str()?, &["--version"])?;
    is_at_least(&version, OLDEST_RUST).then_some(DebianRust { cargo, rustc })
}

fn install_debian_packages() -> bool {
    // `id -u` rather than a crate for one number.
    let is_root = output_of("id", &["-u"]).is_some_and(|uid| uid.trim() == "0");
    let apt = |words: &[&str]| {
        let mut command = if is_root { Command::new("apt-get") } else { Command::new("sudo") };
        if !is_root {
            command.arg("apt-get");
        }
        command.args(words).status().is_ok_and(|status| status.success())
    };
    let install = [&["install", "--yes", "--no-install-recommends"], &DEBIAN_PACKAGES[..]].concat();
    // A fresh machine has no package lists; one with lists need not fetch them again.
    apt(&install) || (apt(&["update"]) && apt(&install))
}

fn agreed(yes: bool) -> Fallible<bool> {
    if yes {
        return Ok(true);
    }
    if !stdin().is_terminal() {
        return Ok(false);
    }
    print!("Install Debian's {}? [y/N] ", DEBIAN_PACKAGES.join(" "));
    stdout().flush()?;
    let mut answer = String::new();
    stdin().read_line(&mut answer)?;
    Ok(answer.trim().eq_ignore_ascii_case("y"))
}

/// What the program printed, if it is there and succeeded.
fn output_of(program: &str, words: &[&str]) -> Option<String> {
    let output = Command::new(program).args(words).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
