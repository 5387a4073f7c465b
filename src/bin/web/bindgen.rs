//! Turns the compiler's wasm into one that a page can load, and writes the JavaScript beside it.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::Fallible;

/// The game as the page gets it.
pub struct Game {
    pub wasm: Vec<u8>,
    pub js: String,
    /// JavaScript that crates brought along: path below `snippets/`, text.
    pub snippets: Vec<(String, String)>,
}

/// Runs wasm-bindgen as a library, so that its version is always the one in `Cargo.lock`.
///
/// A quick build keeps function names, so that a panic's stack can be read.
pub fn bind(compiled: &Path, quick: bool) -> Fallible<Game> {
    let mut output = Bindgen::new()
        .input_path(compiled)
        .out_name("laddertown")
        .web(true)?
        .typescript(false)
        // The page names the wasm itself: its name carries a hash that this script cannot know.
        .omit_default_module_path(true)
        .remove_name_section(!quick)
        .remove_producers_section(true)
        .generate_output()?;
    if let Some(package) = output.npm_dependencies().keys().next() {
        return Err(format!("a crate asks for the npm package {package}; the page loads no such thing").into());
    }
    let inline = output.snippets().iter().flat_map(|(folder, texts)| {
        texts.iter().enumerate().map(move |(n, text)| (format!("{folder}/inline{n}.js"), text.clone()))
    });
    let local = output.local_modules().iter().map(|(path, text)| (path.clone(), text.clone()));
    let snippets = inline.chain(local).collect();
    let js = output.js().to_owned();
    Ok(Game { wasm: output.wasm_mut().emit_wasm(), js, snippets })
}
