//! What is fuzzed: each target takes any bytes and has to come back, whatever they say.

use laddertown::domain::content::hidden::is_hidden;
use laddertown::domain::content::import::{Family, ImportError, import};
use laddertown::domain::content::{Finding, Pack, bundle, diff::diff, stats::stats};
use laddertown::domain::plan::plan;
use laddertown::domain::save::{decode, encode, lost, seal};
use laddertown::packs;
use laddertown::view::link::Link;
use laddertown::view::page::static_city;
use laddertown::view::words::Words;
use laddertown::view::{Intent, State, reduce};
use std::sync::LazyLock;

static CITY: LazyLock<Pack> = LazyLock::new(|| packs::shipped(packs::FIRST).expect("shipped"));

static WORDS: LazyLock<Words> = LazyLock::new(Words::english);

/// By the names of their folders in `corpus`.
pub const ALL: [(&str, fn(&[u8])); 4] = [("importer", importer), ("link", link), ("loader", loader), ("save", save)];

/// Runs a target.
pub fn run(name: &str, data: &[u8]) {
    ALL.iter().filter(|(target, _)| *target == name).for_each(|(_, target)| target(data));
}

/// A document of any kind: what becomes a pack is one that can be played.
fn importer(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    for family in [None, Some(Family::Flow), Some(Family::Ladder), Some(Family::Own)] {
        match import(text, "document.md", family) {
            Ok(imported) => {
                let checked = imported.files.checked().expect("what the importer writes can be read");
                assert!(checked.pack.is_some(), "what the importer makes passes its check");
                assert!(!imported.report.to_string().contains(is_hidden));
            }
            // Who has more than a pack may hold is told how much that is.
            Err(ImportError::Unfit(fault)) => assert!(fault.contains("(at most "), "{fault}"),
            Err(_) => {}
        }
    }
}

/// A link that somebody sent: what is read can be written, and following it leaves the city whole.
fn link(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (link, _) = Link::read(text);
    assert_eq!(Link::read(&link.write()), (link, vec![]), "what is written is what is read");
    let mut state = State::default();
    reduce(&mut state, &Intent::Follow(text.to_owned()), &CITY, &WORDS);
    assert!(state.knows(&state.open, &CITY) && state.level < CITY.levels().len());
    assert!(!state.notices.iter().any(|notice| notice.contains(is_hidden)));
}

/// A pack in one file from a stranger: read, checked and, if it can be played, planned and made a page.
fn loader(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let files = match bundle::read(text) {
        Ok(files) => files,
        Err(finding) => return can_be_shown(&[*finding]),
    };
    assert_eq!(bundle::read(&bundle::write(&files)).as_ref(), Ok(&files), "what is written is what is read");
    let checked = match files.checked() {
        Ok(checked) => checked,
        Err(findings) => return can_be_shown(&findings),
    };
    can_be_shown(&checked.findings);
    if let Some(pack) = checked.pack {
        assert_eq!(plan(&pack).lots.len(), pack.buildings().len());
        assert_eq!(stats(&pack).total.floors, pack.floors().count());
        assert_eq!(diff(&pack, &pack), [], "a pack does not differ from itself");
        let page = static_city(&pack, &Words::english());
        assert!(!page.contains("<script"), "what a pack says is text");
    }
}

/// A save that somebody sent: as it is, and with the header of a sound one, behind which no checksum helps.
fn save(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let _ = decode(text);
    let (header, body) = text.split_once('\n').unwrap_or(("", text));
    let version = if header.contains("version=1") { 1 } else { 3 };
    let sound = seal(version, 1, body);
    let Ok((save, sequence)) = decode(&sound) else { return };
    assert_eq!(decode(&encode(&save, sequence)), Ok((save.clone(), sequence)), "what is written is what is read");
    let mut merged = save.clone();
    merged.merge(&save);
    assert_eq!(merged, save, "a save adds nothing to itself");
    if let Ok(pack) = packs::generated(3) {
        for city in save.profiles.values().flat_map(|cities| cities.values()) {
            let _ = lost(city, &pack);
        }
    }
}

/// Nothing that a finding says plays tricks on whoever reads it.
fn can_be_shown(findings: &[Finding]) {
    for finding in findings {
        let words = finding.to_string();
        assert!(!words.contains(is_hidden), "{words:?}");
    }
}
