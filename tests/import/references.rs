//! The three reference documents import with nothing lost. They are read where they are there.

use super::{lost, pack};
use laddertown::domain::content::import::{Family, Imported, import};
use laddertown::domain::content::{Body, Pack};
use laddertown::view::markup::plain;

/// A reference, if this machine has it.
#[expect(clippy::disallowed_methods, reason = "it reads a document, on a machine that has it")]
fn reference(name: &str) -> Option<(String, Imported)> {
    let path = format!("../shared/reference/{name}");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("{path} is not here: nothing was tested");
        return None;
    };
    let imported = import(&text, &path, None).expect("a reference can be imported");
    lost::check(name, &text, &imported);
    Some((text, imported))
}

/// Levels, districts, buildings, floors, criteria.
fn counts(pack: &Pack) -> [usize; 5] {
    let (floors, criteria) = (pack.floors().count(), pack.criteria().count());
    [pack.levels().len(), pack.districts().len(), pack.buildings().len(), floors, criteria]
}

fn unescaped(text: &str) -> String {
    text.trim().replace("&amp;", "&").replace("&#39;", "'")
}

/// Criteria by level and area, as the lines of a document have them.
fn by_lines(text: &str, is_level: fn(&str) -> bool) -> Vec<(String, String, String)> {
    let (mut level, mut area) = (String::new(), String::new());
    let mut found = Vec::new();
    for line in text.lines() {
        if line.starts_with('#') {
            let name = line.trim_start_matches('#').trim();
            level = if is_level(name) { name.rsplit(" - ").next().unwrap_or(name).to_owned() } else { String::new() };
        } else if let Some(name) = line.strip_prefix("**") {
            area = unescaped(name.trim_end_matches("**"));
        } else if let Some(text) = line.strip_prefix("- ").filter(|_| !level.is_empty()) {
            found.push((level.clone(), area.clone(), unescaped(text)));
        }
    }
    found.sort();
    found
}

fn by_pack(pack: &Pack) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for (building, floor) in pack.floors() {
        let Body::Criteria(criteria) = &floor.body else { panic!("{} has no criteria", floor.id) };
        let level = pack.levels()[floor.level].name.clone();
        found.extend(criteria.iter().map(|one| (level.clone(), building.name.clone(), plain(&one.text))));
    }
    found.sort();
    found
}

#[test]
fn the_elixir_ladder_is_whole() {
    let Some((text, imported)) = reference("000_154018b889b38a4c.txt") else { return };
    let pack = pack(&imported);
    assert_eq!(imported.report.family, Family::Ladder);
    assert_eq!(counts(&pack), [5, 1, 3, 15, 60]);
    assert_eq!(by_pack(&pack), by_lines(&text, |name| name.starts_with('L') && name.contains(" - ")));
    let ids: Vec<_> = pack.levels().iter().map(|level| level.id.as_str()).collect();
    assert_eq!(ids, ["l1", "l2", "l3", "l4", "l5"]);
    let assessment = pack.assessment().expect("it is rated");
    assert_eq!((assessment.scale.len(), assessment.satisfied_from, assessment.target_months.len()), (5, 4, 2));
}

#[test]
fn the_company_ladder_is_whole() {
    let Some((text, imported)) = reference("003_f070437fb1d573a0.txt") else { return };
    let pack = pack(&imported);
    assert_eq!(counts(&pack), [6, 1, 5, 29, 155]);
    assert_eq!(by_pack(&pack), by_lines(&text, |name| name.starts_with('E') && name.len() == 2));
    let assessment = pack.assessment().expect("it is rated");
    assert_eq!((assessment.questions.len(), assessment.motivation.len()), (3, 3));
    let headings: Vec<_> = pack.notes().iter().map(|note| note.heading.as_str()).collect();
    assert_eq!(headings, ["Motivation", "FAQ", "Inspiration"]);
}

#[test]
fn the_unlock_flow_is_whole() {
    let Some((text, imported)) = reference("004_0a8b3846cbe7cdf0.txt") else { return };
    let pack = pack(&imported);
    assert_eq!(imported.report.family, Family::Flow);
    assert_eq!(counts(&pack), [6, 9, 28, 85, 0]);
    // Each labelled text of the source, word for word and as often as it stands there.
    let mut said: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let line = line.strip_prefix("- ").unwrap_or(line);
        let Some((label, rest)) = line.strip_prefix("**").and_then(|rest| rest.split_once(":** ")) else { continue };
        said.push((label.to_lowercase(), plain(&unescaped(rest))));
    }
    said.retain(|(label, _)| label != "level identities");
    let mut read: Vec<(String, String)> = Vec::new();
    for district in pack.districts() {
        read.push(("tagline".into(), plain(&district.tagline)));
        read.push(("why now".into(), plain(&district.why_now)));
    }
    for building in pack.buildings().iter().filter(|building| building.name != "Code Quality") {
        read.push(("rationale".into(), plain(&building.reason)));
    }
    for (_, floor) in pack.floors() {
        let Body::Lesson(lesson) = &floor.body else { panic!("{} has no lesson", floor.id) };
        for (name, text) in lesson.texts().into_iter().filter(|(_, text)| !text.is_empty()) {
            let label = if name == "why" { "why this progression" } else { name };
            read.push((label.to_owned(), plain(text)));
        }
    }
    said.sort();
    read.sort();
    assert_eq!(said.len(), 85 * 4 + 58 + 27 + 18);
    assert_eq!(read, said);
    // Levels and buildings as the shipped pack has them, which people made of the same document.
    let shipped = laddertown::packs::shipped(laddertown::packs::FIRST).expect("shipped");
    let shape = |pack: &Pack| {
        let floors = pack.floors().map(|(building, floor)| {
            let district = pack.district_of(building).name.clone();
            (district, building.name.clone(), floor.level, floor.number, floor.last)
        });
        let mut floors: Vec<_> = floors.collect();
        floors.sort();
        floors
    };
    assert_eq!(shape(&pack), shape(&shipped));
}
