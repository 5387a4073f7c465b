//! Shrinks the wasm with the binaryen that works, from npm, where npm is there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Fallible;
use crate::args::WasmOpt;
use crate::cache::{Cache, hash};
use crate::project::Project;

/// Older ones (Debian has 108) write a wasm that dies in the page.
const BINARYEN: &str = "132.0.0";

/// What rustc's wasm uses. `--all-features` would let binaryen use what browsers do not have yet.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-mutable-globals",
    "--enable-reference-types", "--enable-multivalue",
];

/// The same wasm, smaller; or the same wasm where that cannot be had.
pub fn optimise(project: &Project, wasm: Vec<u8>, passes: WasmOpt) -> Fallible<Vec<u8>> {
    let Some(flag) = passes.flag() else { return Ok(wasm) };
    let cache_dir = project.cache_dir()?;
    let cache = Cache::open(&cache_dir.join("wasm-opt"))?;
    let Some(wasm_opt) = find_or_fetch(&cache_dir.join(format!("binaryen-{BINARYEN}"))) else {
        eprintln!("npm is missing or cannot fetch binaryen {BINARYEN}: going on without {flag}.");
        return Ok(wasm);
    };
    let flags = [&[flag], &FEATURES[..], &["--strip-debug", "--strip-producers"]].concat();
    let key = hash(&[&wasm, BINARYEN.as_bytes(), flags.join(" ").as_bytes()]);
    cache.get_or_make(&format!("{key}.wasm"), || {
        println!("wasm-opt {flag} takes minutes the first time…");
        run(&wasm_opt, &flags, &wasm, &cache_dir)
    })
}

fn run(wasm_opt: &Path, flags: &[&str], wasm: &[u8], folder: &Path) -> Fallible<Vec<u8>> {
    let input = folder.join(format!("wasm-opt-in-{}", std::process::id()));
    let output = folder.join(format!("wasm-opt-out-{}", std::process::id()));
    fs::write(&input, wasm)?;
    let status = Command::new("node").arg(wasm_opt).args(flags).arg(&input).arg("-o").arg(&output).status()?;
    let small = fs::read(&output);
    let _ = (fs::remove_file(&input), fs::remove_file(&output));
    if !status.success() {
        return Err(format!("wasm-opt failed ({status})").into());
    }
    Ok(small?)
}

fn find_or_fetch(folder: &Path) -> Option<PathBuf> {
    let wasm_opt = folder.join("node_modules/binaryen/bin/wasm-opt");
    if wasm_opt.is_file() {
        return Some(wasm_opt);
    }
    fs::create_dir_all(folder).ok()?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let fetched = Command::new(npm)
        .args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
        .arg(folder)
        .arg(format!("binaryen@{BINARYEN}"))
        .status();
    (fetched.is_ok_and(|status| status.success()) && wasm_opt.is_file()).then_some(wasm_opt)
}
