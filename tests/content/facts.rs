//! The source's facts, floor by floor: numbers, commands, names and the turn of each story.
//!
//! They were extracted once, into `tests/fixtures/facts`, and every one of them stands in our own words.

use super::{Body, Pack, clean};
use laddertown::domain::content::Floor;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The facts of a building, by level; or those of a whole ladder, by floor.
#[derive(Deserialize)]
struct Facts {
    building: String,
    floors: BTreeMap<String, Vec<String>>,
}

#[expect(clippy::disallowed_methods, reason = "it reads the fact lists, on a machine that has them")]
fn all_facts() -> Vec<Facts> {
    let options = laddertown::domain::content::load::options();
    let files = std::fs::read_dir("tests/fixtures/facts").expect("a folder").flatten();
    let parse = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a text");
        options.from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    files.map(|file| parse(file.path())).collect()
}

/// The facts of a pack by floor.
fn facts_of(pack: &Pack) -> BTreeMap<String, Vec<String>> {
    let mut by_floor = BTreeMap::new();
    for facts in all_facts() {
        let is_building = pack.buildings().iter().any(|building| building.id.as_str() == facts.building);
        for (floor, list) in facts.floors {
            if is_building {
                by_floor.insert(format!("{}/{floor}", facts.building), list);
            } else if facts.building == pack.id() {
                by_floor.insert(floor, list);
            }
        }
    }
    by_floor
}

/// Everything that a floor says, in lower case.
fn said_on(floor: &Floor) -> String {
    let texts: Vec<&str> = match &floor.body {
        Body::Lesson(lesson) => lesson.texts().iter().map(|(_, text)| *text).collect(),
        Body::Criteria(criteria) => {
            criteria.iter().flat_map(|one| std::iter::once(&*one.text).chain(one.evidence.as_deref())).collect()
        }
        Body::Unwritten => Vec::new(),
    };
    texts.join("\n").to_lowercase()
}

#[track_caller]
fn check(id: &str) {
    let (pack, _) = clean(id);
    let facts = facts_of(&pack);
    let floors: BTreeSet<String> = pack.floors().map(|(_, floor)| floor.id.to_string()).collect();
    assert_eq!(facts.keys().cloned().collect::<BTreeSet<_>>(), floors, "every floor has facts, and facts a floor");
    let mut missing = Vec::new();
    for (_, floor) in pack.floors() {
        let (id, said) = (floor.id.to_string(), said_on(floor));
        assert!(!facts[&id].is_empty(), "{id} has an empty list");
        let lost = facts[&id].iter().filter(|fact| !said.contains(&fact.to_lowercase()));
        missing.extend(lost.map(|fact| format!("{id}: {fact}")));
    }
    assert!(missing.is_empty(), "{} facts are lost\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn every_fact_of_the_city_stands_on_its_floor() {
    check("beyond-vibe-coding");
}

#[test]
fn every_fact_of_the_ladders_stands_on_its_floor() {
    check("elixir-otp-ladder");
    check("engineering-levels");
}

#[test]
fn every_fact_list_belongs_to_a_building_or_a_ladder() {
    let packs = super::SHIPPED.map(|id| clean(id).0);
    for Facts { building, .. } in all_facts() {
        let is_known =
            |pack: &Pack| pack.id() == building || pack.buildings().iter().any(|one| one.id.as_str() == building);
        assert!(packs.iter().any(is_known), "{building}");
    }
}
