//! Gathers everything the page needs, under the names it is served by, and writes the folder.

use std::fs;
use std::path::Path;

use crate::Fallible;
use crate::bindgen::Game;
use crate::cache::hash;
use crate::city::city;
use crate::compress::Compressed;
use crate::headers::META_POLICY;
use crate::project::Project;
use crate::template::{escape, fill};

/// Marks a folder as ours, so that no other folder is ever emptied.
const MARKER: &str = ".made-by-cargo-web";

/// One file of the folder.
pub struct Asset {
    /// Path below the folder, with forward slashes.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// All files, in the order of their names. Texts of the page keep their names; wasm and JavaScript of the game
/// are named by their content, so that a browser may keep them for ever.
pub fn assemble(project: &Project, game: Game) -> Fallible<Vec<Asset>> {
    let mut files = folder(&project.path("web"), "")?;
    let template = files.iter().position(|file| file.name == "index.html").ok_or("web/index.html is missing")?;
    let template = String::from_utf8(files.remove(template).bytes)?;
    state_policy(&mut files)?;
    files.extend(fonts(project, &files)?);
    files.extend(game.snippets.into_iter().map(|(path, text)| asset(format!("snippets/{path}"), text)));

    let wasm_bytes = game.wasm.len().to_string();
    let wasm = named_by_content("wasm", game.wasm);
    let js = named_by_content("js", game.js.into_bytes());
    let city = city()?;
    let build = hash(&[wasm.name.as_bytes(), js.name.as_bytes(), template.as_bytes(), city.html.as_bytes()]);
    let page = fill(
        &template,
        &[
            ("csp", META_POLICY),
            ("title", &escape(&city.title)),
            ("city", &city.html),
            ("wasm", &wasm.name),
            ("js", &js.name),
            ("wasm_bytes", &wasm_bytes),
            ("build", &build[..8]),
        ],
    )?;
    files.extend([wasm, js, asset("index.html", page)]);
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn is_page(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|kind| kind == "html")
}

/// The other pages of ours state the same policy as the game's page; one without a place for it brings its own.
fn state_policy(files: &mut [Asset]) -> Fallible<()> {
    for page in files.iter_mut().filter(|file| is_page(&file.name)) {
        let text = str::from_utf8(&page.bytes)?;
        if text.contains("{{") {
            page.bytes = fill(text, &[("csp", META_POLICY)]).map_err(|fault| format!("{}: {fault}", page.name))?.into();
        }
    }
    Ok(())
}

/// Empties the folder if it is ours, and writes the files with their compressed forms beside them.
pub fn write_folder(out: &Path, files: &[Compressed]) -> Fallible<()> {
    let is_empty = fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    if !is_empty && !out.join(MARKER).exists() {
        return Err(format!("{} holds other files; name another folder with --out, or empty it", out.display()).into());
    }
    fs::create_dir_all(out)?;
    for entry in fs::read_dir(out)? {
        let path = entry?.path();
        if path.is_dir() { fs::remove_dir_all(&path)? } else { fs::remove_file(&path)? }
    }
    fs::write(out.join(MARKER), "This folder is emptied by every `cargo web`.\n")?;
    for file in files {
        let path = out.join(&file.asset.name);
        fs::create_dir_all(path.parent().unwrap_or(out))?;
        fs::write(&path, &file.asset.bytes)?;
        for (ending, small) in [(".br", &file.brotli), (".gz", &file.gzip)] {
            if let Some(bytes) = small {
                fs::write(out.join(format!("{}{ending}", file.asset.name)), bytes)?;
            }
        }
    }
    Ok(())
}

/// Only the faces that the style sheet names, and all licences: a face must not travel without its own.
fn fonts(project: &Project, page: &[Asset]) -> Fallible<Vec<Asset>> {
    let sheet = page.iter().find(|file| file.name == "style.css").ok_or("web/style.css is missing")?;
    let sheet = String::from_utf8_lossy(&sheet.bytes);
    let mut shelf = folder(&project.path("assets/fonts"), "fonts/")?;
    for face in sheet.split("fonts/").skip(1).filter_map(|rest| rest.split_once(".woff2")).map(|(face, _)| face) {
        if !shelf.iter().any(|file| file.name == format!("fonts/{face}.woff2")) {
            return Err(format!("web/style.css asks for {face}.woff2, which is not in assets/fonts").into());
        }
    }
    shelf.retain(|file| match file.name.rsplit_once('.') {
        Some((_, "woff2")) => sheet.contains(&file.name),
        Some((name, "txt")) => name.contains("OFL") || name.contains("LICENSE"),
        _ => false,
    });
    Ok(shelf)
}

/// Every file below a folder, hidden ones aside.
fn folder(path: &Path, prefix: &str) -> Fallible<Vec<Asset>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(|fault| format!("cannot read {}: {fault}", path.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            files.extend(folder(&path, &format!("{prefix}{name}/"))?);
        } else {
            files.push(asset(format!("{prefix}{name}"), fs::read(&path)?));
        }
    }
    Ok(files)
}

fn named_by_content(ending: &str, bytes: Vec<u8>) -> Asset {
    let digits = hash(&[&bytes]);
    asset(format!("laddertown-{}.{ending}", &digits[..8]), bytes)
}

fn asset(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Asset {
    Asset { name: name.into(), bytes: bytes.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_name_follows_the_content() {
        let [one, same, other] = [b"1", b"1", b"2"].map(|bytes| named_by_content("wasm", bytes.to_vec()).name);
        assert_eq!(one, same);
        assert_ne!(one, other);
        assert!(crate::headers::is_named_by_content(&format!("/{one}")), "{one}");
    }

    #[test]
    fn every_page_has_a_policy() -> Fallible<()> {
        let mut files = folder(Path::new("web"), "")?;
        files.retain(|file| file.name != "index.html");
        state_policy(&mut files)?;
        for page in files.iter().filter(|file| is_page(&file.name)) {
            let text = str::from_utf8(&page.bytes)?;
            assert!(text.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src"), "{}", page.name);
        }
        Ok(())
    }

    /// What a script of the page imports, and what that imports in turn.
    fn imported(script: &str, found: &mut BTreeSet<String>) -> Fallible<()> {
        let text = fs::read_to_string(Path::new("web").join(script))?;
        for name in text.split("from \"./").skip(1).filter_map(|rest| rest.split_once('"')).map(|(name, _)| name) {
            if found.insert(name.to_owned()) {
                imported(name, found)?;
            }
        }
        Ok(())
    }

    #[test]
    fn pages_ask_for_all_their_modules_at_once() -> Fallible<()> {
        for (page, script) in [("web/index.html", "boot.js"), ("web/speaker.html", "speaker.js")] {
            let (text, mut modules) = (fs::read_to_string(page)?, BTreeSet::new());
            imported(script, &mut modules)?;
            let preloads = text.split("rel=\"modulepreload\" href=\"").skip(1);
            let preloaded: BTreeSet<_> =
                preloads.filter_map(|rest| rest.split_once('"')).map(|(name, _)| name.to_owned()).collect();
            assert_eq!(preloaded, modules, "{page}");
        }
        Ok(())
    }

    #[test]
    fn a_folder_that_is_not_ours_is_never_emptied() -> Fallible<()> {
        let out = std::env::temp_dir().join(format!("laddertown-out-{}", std::process::id()));
        fs::create_dir_all(&out)?;
        fs::write(out.join("thesis.txt"), "years of work")?;
        assert!(write_folder(&out, &[]).is_err());
        assert!(out.join("thesis.txt").exists());
        Ok(fs::remove_dir_all(&out)?)
    }
}
