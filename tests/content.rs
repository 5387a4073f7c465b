//! What the packs say: counted, complete, true to their source and spelled right; and what a broken one is told.

mod common;
#[path = "content/facts.rs"]
mod facts;
#[path = "content/faults.rs"]
mod faults;
#[path = "content/limits.rs"]
mod limits;
#[path = "content/shipped_tours.rs"]
mod shipped_tours;
#[path = "content/spelling.rs"]
mod spelling;
#[path = "content/texts.rs"]
mod texts;
#[path = "content/tours.rs"]
mod tours;

use common::Draft;
use laddertown::domain::content::{Body, Pack, Severity};
use laddertown::domain::id::FloorId;
use laddertown::packs;

const SHIPPED: [&str; 3] = ["beyond-vibe-coding", "elixir-otp-ladder", "engineering-levels"];

/// The pack of that name, which must have no finding worse than a note.
#[track_caller]
fn clean(id: &str) -> (Pack, Vec<String>) {
    let checked = Draft::read(&format!("assets/packs/{id}")).check();
    let bad: Vec<_> = checked.findings.iter().filter(|finding| finding.severity > Severity::Note).collect();
    assert!(bad.is_empty(), "{bad:#?}");
    let notes = checked.findings.into_iter().map(|finding| finding.message).collect();
    (checked.pack.expect("a pack without errors"), notes)
}

#[test]
fn three_packs_come_with_the_game() {
    assert_eq!(packs::ids(), SHIPPED);
}

#[test]
fn the_shipped_packs_are_counted() {
    #[track_caller]
    fn check(id: &str, [levels, districts, buildings, floors, criteria]: [usize; 5]) {
        let (pack, _) = clean(id);
        assert_eq!(pack.id(), id);
        assert_eq!(pack.levels().len(), levels, "levels");
        assert_eq!(pack.districts().len(), districts, "districts");
        assert_eq!(pack.buildings().len(), buildings, "buildings");
        assert_eq!(pack.floors().count(), floors, "floors");
        assert_eq!(pack.criteria().count(), criteria, "criteria");
    }
    check("beyond-vibe-coding", [6, 9, 28, 85, 0]);
    check("elixir-otp-ladder", [5, 1, 3, 15, 60]);
    check("engineering-levels", [6, 1, 5, 29, 155]);
}

#[test]
fn no_floor_is_left_unwritten() {
    for id in SHIPPED {
        let (pack, _) = clean(id);
        let unwritten = pack.floors().filter(|(_, floor)| floor.body == Body::Unwritten).map(|(_, floor)| &floor.id);
        assert_eq!(unwritten.collect::<Vec<_>>(), Vec::<&FloorId>::new(), "{id}");
    }
}

/// Each contradiction of the source, by words that its note must hold.
#[test]
fn the_contradictions_of_the_source_are_notes() {
    #[track_caller]
    fn check(notes: &[String], words: &[&str]) {
        assert!(notes.iter().any(|note| words.iter().all(|word| note.contains(word))), "no note says {words:?}");
    }
    let (_, notes) = clean("beyond-vibe-coding");
    check(&notes, &["counts 8 districts", "describes 9"]);
    check(&notes, &["27 buildings", "Code Quality", "28"]);
    check(&notes, &["Code Quality", "never founded", "number 3", "level 5", "Testing & QA", "bare"]);
    check(&notes, &["number is its level minus the founding level", "missing number is a level without a lesson"]);
    check(&notes, &["Terminal & Shell", "two floors numbered 2", "level 3", "level 5"]);
    check(&notes, &["Version Control", "number 3"]);
    check(&notes, &["Threat Modeling", "founded at level 3", "Security"]);
    check(&notes, &["The People and The Leadership", "non-technical"]);
    for endless in ["Frontend", "REST API", "Server Runtime", "Debugging", "Cloud & Environments"] {
        check(&notes, &[&format!("{endless} has no floor marked as its last")]);
    }
    // What the check sees by itself, without being told by a remark.
    check(&notes, &["Code Quality begins with floor 3: its 3 lower storeys stand bare"]);
    check(&notes, &["Terminal & Shell has two floors numbered 2: they stand one on the other"]);
    check(&notes, &["Version Control's floor 3 would be 4"]);
}

#[test]
fn a_crosswalk_names_every_criterion_and_only_floors_that_stand() {
    let (city, _) = clean("beyond-vibe-coding");
    for id in ["elixir-otp-ladder", "engineering-levels"] {
        let (ladder, _) = clean(id);
        let crosswalk = ladder.crosswalk().expect("a ladder has a crosswalk");
        assert_eq!(crosswalk.pack, city.id());
        assert!(ladder.criteria().all(|criterion| crosswalk.criteria.contains_key(&criterion.id)), "{id}");
        assert_eq!(crosswalk.criteria.len(), ladder.criteria().count(), "{id}");
        for floor in crosswalk.criteria.values().flatten() {
            let stands = floor.parse().is_ok_and(|floor| city.floor(&floor).is_some());
            assert!(stands, "{id}: there is no floor `{floor}` in {}", city.id());
        }
    }
}

#[test]
fn a_term_of_the_glossary_is_used_somewhere() {
    let draft = Draft::read("assets/packs/beyond-vibe-coding");
    let texts: Vec<_> = draft.files.iter().filter(|(path, _)| *path != "glossary.ron").collect();
    let texts = texts.iter().map(|(_, text)| text.to_lowercase()).collect::<String>();
    let (pack, _) = clean("beyond-vibe-coding");
    let is_used = |spelling: &String| texts.contains(&spelling.to_lowercase());
    let unused = pack.glossary().0.iter().filter(|term| !std::iter::once(&term.term).chain(&term.also).any(is_used));
    assert_eq!(unused.map(|term| &term.term).collect::<Vec<_>>(), Vec::<&String>::new());
}
