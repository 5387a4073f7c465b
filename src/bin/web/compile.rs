//! Runs the cargo that builds the game's wasm.

use std::path::PathBuf;
use std::process::Command;

use crate::Fallible;
use crate::project::Project;
use crate::toolchain::{TARGET, Toolchain};

/// Set by the cargo that runs this tool, for its own toolchain; another toolchain must not see them.
const OUTER_CARGO: [&str; 8] = [
    "CARGO", "RUSTC", "RUSTDOC", "RUSTC_WRAPPER", "RUSTUP_TOOLCHAIN", "RUST_RECURSION_COUNT", "LD_LIBRARY_PATH",
    "CARGO_MANIFEST_DIR",
];

/// The function that runs all constructors, which `bindgen` takes out.
pub const CONSTRUCTORS: &str = "__wasm_call_ctors";

/// Builds the game and says where its wasm is.
pub fn compile(project: &Project, toolchain: &Toolchain, quick: bool) -> Fallible<PathBuf> {
    let profile = if quick { "web-quick" } else { "web" };
    let target_dir = project.web_target_dir()?;
    let mut cargo = cargo_of(toolchain);
    cargo
        .current_dir(project.path(""))
        .args(["rustc", "--profile", profile, "--bin", "laddertown", "--target", TARGET])
        .arg("--target-dir")
        .arg(&target_dir);
    if matches!(toolchain, Toolchain::Debian(_)) {
        cargo.arg("-Zbuild-std=std,panic_abort");
    }
    // Where nobody asks for the constructors, the linker has every call from JavaScript run all of them first:
    // thousands of types of Bevy that register themselves, a quarter of the time of a frame.
    cargo.args(["--", "-C", &format!("link-arg=--export={CONSTRUCTORS}")]);
    let status = cargo.status().map_err(|fault| format!("cargo does not start: {fault}"))?;
    if !status.success() {
        return Err("the game does not compile; cargo says why above".into());
    }
    Ok(target_dir.join(TARGET).join(profile).join("laddertown.wasm"))
}

fn cargo_of(toolchain: &Toolchain) -> Command {
    match toolchain {
        Toolchain::OnPath => Command::new("cargo"),
        Toolchain::Debian(rust) => {
            let mut cargo = Command::new(&rust.cargo);
            for name in OUTER_CARGO {
                cargo.env_remove(name);
            }
            // Building the standard library is a nightly option, and Debian ships no nightly.
            cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTC", &rust.rustc);
            cargo
        }
    }
}
