//! The house as `src/ARCHITECTURE.md` draws it: who may use whom, and what has only one home.

#[path = "architecture/paths.rs"]
mod paths;

use paths::{Path, paths};

/// Who may use whom, in reading order. Siblings, from `browser` to `window`, never use each other.
const MAY_USE: [(&str, &[&str]); 16] = [
    ("domain", &[]),
    ("view", &["domain"]),
    ("packs", &["domain"]),
    ("app", &["domain", "view", "packs"]),
    ("browser", SIBLING),
    ("camera", SIBLING),
    ("city", SIBLING),
    ("input", SIBLING),
    ("sound", SIBLING),
    ("storage", SIBLING),
    ("ui", SIBLING),
    ("window", SIBLING),
    ("game", EVERYTHING),
    ("lib", EVERYTHING),
    ("main", EVERYTHING),
    ("bin", &["domain", "view", "packs"]),
];
const SIBLING: &[&str] = &["domain", "view", "packs", "app"];
const EVERYTHING: &[&str] = &["everything"];

/// Where a sibling uses a sibling all the same: file, whom, and what would end it.
type Exception = (&'static str, &'static str, &'static str);
const EXCEPTIONS: [Exception; 0] = [];

/// Pure folders know no engine, clock, files, threads or surroundings.
const PURE: [&str; 3] = ["src/domain/", "src/packs/", "src/view/"];
const IMPURE: [&str; 9] =
    ["bevy", "bevy_egui", "egui", "std::env", "std::fs", "std::net", "std::process", "std::thread", "std::time"];

/// Names that stand in few places, where those are, and why.
const HOMES: [(&[&str], &[&str], &str); 2] = [
    (&["bevy_egui", "egui", "egui_kittest"], &["src/ui/", "src/game.rs"], "`ui` alone knows egui"),
    (
        &["js_sys", "wasm_bindgen", "web_sys"],
        &["src/browser/", "src/sound/play_web.rs", "src/storage/store_web.rs", "src/window/launch.rs"],
        "few places speak to the browser",
    ),
];

/// Everything that is wrong with files, given as path and text.
fn faults(files: &[(String, String)], exceptions: &[Exception]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut used = Vec::new();
    for (file, text) in files {
        let Some((user, may_use)) = MAY_USE.iter().find(|(name, _)| *name == module_of(file)) else {
            faults.push(format!("{file}:1: this module has no line in MAY_USE of tests/architecture.rs"));
            continue;
        };
        if !text.starts_with("//! ") {
            faults.push(format!("{file}:1: a file opens with `//!` and a sentence that says what it is for"));
        }
        for path in paths(file, text).unwrap_or_else(|error| panic!("{file}: {error}")) {
            let excepted = exceptions.iter().find(|(at, whom, _)| at == file && path.starts_with(&["crate", whom]));
            used.extend(excepted);
            let layer = if excepted.is_some() { None } else { layer_fault(user, may_use, &path) };
            let found = [layer, purity_fault(file, &path), home_fault(file, &path)];
            faults.extend(found.into_iter().flatten().map(|fault| format!("{file}:{}: {fault}", path.line)));
        }
    }
    let unused = exceptions.iter().filter(|exception| !used.contains(exception));
    faults.extend(unused.map(|(file, whom, _)| format!("{file}: the exception for `{whom}` is not used: remove it")));
    faults
}

/// The folder or file under `src` that a file belongs to.
fn module_of(file: &str) -> &str {
    file.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default()
}

fn layer_fault(user: &str, may_use: &[&str], path: &Path) -> Option<String> {
    let [root, used, ..] = path.segments.as_slice() else { return None };
    let used = used.as_str();
    let is_allowed = used == user || may_use == EVERYTHING || may_use.contains(&used);
    // Tests inside a folder may read the content that ships.
    let is_allowed = is_allowed || (path.in_test && used == "packs");
    let allowed = if may_use.is_empty() { "nobody".to_owned() } else { may_use.join(", ") };
    (root == "crate" && !is_allowed)
        .then(|| format!("`{user}` uses `{path}`: it may use {allowed}; a fact that both need moves there"))
}

fn purity_fault(file: &str, path: &Path) -> Option<String> {
    let is_pure = PURE.iter().any(|folder| file.starts_with(folder)) && !path.in_test;
    let is_impure = IMPURE.iter().any(|name| path.starts_with(&name.split("::").collect::<Vec<_>>()));
    (is_pure && is_impure).then(|| format!("`{path}` in a pure folder: take what it gives as an argument"))
}

fn home_fault(file: &str, path: &Path) -> Option<String> {
    let strays = |(names, homes, _): &&(&[&str], &[&str], &str)| {
        names.iter().any(|name| path.starts_with(&[name])) && !homes.iter().any(|home| file.starts_with(home))
    };
    let (_, homes, why) = HOMES.iter().find(strays)?;
    Some(format!("`{path}`: {why}: {}", homes.join(", ")))
}

#[expect(clippy::disallowed_methods, reason = "it reads the source, on a machine that has it")]
fn source(folder: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = format!("{folder}/{}", entry.file_name().display());
        if entry.path().is_dir() {
            files.extend(source(&path));
        } else if entry.path().extension().is_some_and(|extension| extension == "rs") {
            files.push((path, std::fs::read_to_string(entry.path()).expect("a text")));
        }
    }
    files.sort();
    files
}

#[test]
fn the_house_stands_as_it_is_drawn() {
    // Tests run in the folder of the manifest.
    let faults = faults(&source("src"), &EXCEPTIONS);
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Plants a file and expects these faults in it, each with its line.
#[track_caller]
fn check(file: &str, text: &str, expected: &[&str]) {
    let text = format!("//! Planted.\n{text}");
    let found = faults(&[(file.to_owned(), text)], &[]);
    let is_expected = |(found, expected): (&String, &&str)| found.starts_with(&format!("{file}:{expected}"));
    assert!(found.len() == expected.len() && found.iter().zip(expected).all(is_expected), "{found:#?}");
}

#[test]
fn siblings_never_use_each_other() {
    check("src/city/pick.rs", "use crate::camera::Rig;", &["2: `city` uses `crate::camera::Rig`: it may use domain, "]);
    check("src/city/pick.rs", "\nfn f(at: crate::camera::Rig) {}", &["3: `city` uses `crate::camera::Rig`"]);
    check("src/city/pick.rs", "use crate::{app, camera::{Rig}};", &["2: `city` uses `crate::camera::Rig`"]);
    check("src/city/mod.rs", "use super::camera;", &["2: `city` uses `crate::camera`"]);
    check("src/city/look/hour.rs", "use super::super::super::ui::tokens;", &["2: `city` uses `crate::ui::tokens`"]);
    check("src/city/pick.rs", "use crate::app::Picture; use super::look; use crate::city::rise;", &[]);
    check("src/game.rs", "use crate::{camera, city};", &[]);
}

#[test]
fn nobody_uses_a_layer_above() {
    check(
        "src/domain/plan/mod.rs",
        "use crate::view::Words;",
        &["2: `domain` uses `crate::view::Words`: it may use nobody"],
    );
    check("src/view/city.rs", "use crate::app::Session;", &["2: `view` uses `crate::app::Session`"]);
    check("src/view/city.rs", "use crate::packs::FIRST;", &["2: `view` uses `crate::packs::FIRST`"]);
    check("src/packs/mod.rs", "use crate::view::State;", &["2: `packs` uses `crate::view::State`: it may use domain;"]);
    check("src/bin/pack.rs", "use laddertown::app::Session;", &["2: `bin` uses `crate::app::Session`"]);
    check("src/bin/web/serve.rs", "use crate::cache::Cache; use laddertown::domain::id;", &[]);
}

#[test]
fn tests_inside_a_folder_may_read_the_shipped_packs() {
    check("src/view/city.rs", "#[cfg(test)]\nmod tests { use crate::packs; }\nuse crate::packs;", &["4: `view` uses"]);
    check("src/view/city.rs", "#[cfg(test)]\nmod tests { use crate::city; }", &["3: `view` uses `crate::city`"]);
    check("src/ui/panels/tests.rs", "use crate::packs;", &[]);
}

#[test]
fn comments_and_strings_use_nobody() {
    check(
        "src/domain/id.rs",
        "/// See [`crate::view`].\nconst A: &str = \"crate::view::Words\"; // crate::app::X",
        &[],
    );
}

#[test]
fn a_pure_folder_has_no_engine_clock_files_or_threads() {
    check("src/domain/plan/mod.rs", "use bevy::math::Vec2;", &["2: `bevy::math::Vec2` in a pure folder"]);
    check("src/domain/plan/mod.rs", "use std::{fs, fmt};", &["2: `std::fs` in a pure folder"]);
    check(
        "src/view/words.rs",
        "fn f() { std::thread::yield_now() }",
        &["2: `std::thread::yield_now` in a pure folder"],
    );
    check("src/view/words.rs", "use std::time::Instant;", &["2: `std::time::Instant` in a pure folder"]);
    check("src/view/words.rs", "#[cfg(test)]\nmod tests { use std::fs; }", &[]);
    check("src/storage/store_fs.rs", "use std::fs;", &[]);
}

#[test]
fn egui_is_known_to_ui_alone() {
    check(
        "src/camera/fly.rs",
        "use bevy_egui::EguiContexts;",
        &["2: `bevy_egui::EguiContexts`: `ui` alone knows egui"],
    );
    check("src/ui/screen.rs", "use bevy_egui::egui::Ui;", &[]);
}

#[test]
fn few_places_speak_to_the_browser() {
    check("src/window/pacing.rs", "fn f() { web_sys::window(); }", &["2: `web_sys::window`: few places speak"]);
    check("src/ui/fonts.rs", "use js_sys::Date;", &["2: `js_sys::Date`: few places speak"]);
    check("src/browser/channel.rs", "use wasm_bindgen::prelude::*;", &[]);
}

#[test]
fn every_file_says_what_it_is_for_and_every_module_has_its_line() {
    let plant = |file: &str, text: &str| faults(&[(file.to_owned(), text.to_owned())], &[]);
    assert_eq!(plant("src/city/new.rs", "use bevy::prelude::*;").len(), 1);
    assert!(plant("src/radio/mod.rs", "//! Music.")[0].starts_with("src/radio/mod.rs:1: this module has no line"));
}

#[test]
fn an_exception_that_nothing_needs_is_a_fault() {
    let file = [("src/city/pick.rs".to_owned(), "//! Planted.\nuse crate::camera::Rig;".to_owned())];
    assert_eq!(faults(&file, &[("src/city/pick.rs", "camera", "planted")]), Vec::<String>::new());
    let found = faults(&file, &[("src/city/pick.rs", "camera", ""), ("src/city/pick.rs", "ui", "")]);
    assert_eq!(found, ["src/city/pick.rs: the exception for `ui` is not used: remove it"]);
}
