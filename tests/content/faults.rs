//! A pack that is put together wrongly is told what is wrong, and where: file, line and column.

use super::{Draft, Severity};

pub const PACK: &str = "pack.ron";
pub const YARD: &str = "yard/district.ron";
pub const SHED: &str = "yard/shed.ron";
pub const BOARD: &str = "yard/board.ron";

/// The smallest pack that has one of everything.
pub fn small() -> Draft {
    Draft::read("tests/fixtures/packs/small")
}

/// Expects exactly these findings worse than a note, each by how it begins.
#[track_caller]
pub fn check(draft: &Draft, expected: &[&str]) {
    let checked = draft.check();
    let bad = checked.findings.iter().filter(|finding| finding.severity > Severity::Note);
    let found: Vec<String> = bad.map(ToString::to_string).collect();
    let is_expected = |(found, expected): (&String, &&str)| found.starts_with(expected);
    assert!(found.len() == expected.len() && found.iter().zip(expected).all(is_expected), "{found:#?}");
    assert_eq!(checked.pack.is_some(), checked.worst() < Some(Severity::Error), "a pack with errors is not played");
}

/// Breaks the small pack in one place.
#[track_caller]
pub fn broken(file: &str, from: &str, to: &str, expected: &[&str]) {
    check(&small().edit(file, from, to), expected);
}

#[test]
fn the_small_pack_is_whole() {
    check(&small(), &[]);
}

#[test]
fn a_missing_file_is_named() {
    let mut draft = small();
    draft.files.remove(SHED);
    check(&draft, &["yard/shed.ron:1:1: error: this file is missing"]);
    draft.files.remove(PACK);
    check(&draft, &["pack.ron:1:1: error: this file is missing"]);
}

#[test]
fn a_file_that_cannot_be_read_says_where() {
    broken(YARD, "id: \"yard\",", "id: \"yard\"", &["yard/district.ron:4:5: error: Expected comma"]);
    broken(PACK, "format: 1", "format: one", &["pack.ron:3:12: error: Expected integer"]);
    broken(PACK, "summary:", "sumary:", &["pack.ron:6:5: error: Unexpected field named `sumary` in `Pack`"]);
    broken(BOARD, "floors: [", "floors: [], old: [", &["yard/board.ron:7:17: error: Unexpected field named `old`"]);
    broken(SHED, "kind: Refute", "kind: Refuted", &["yard/shed.ron:18:23: error: Unexpected variant named `Refuted`"]);
    broken(
        SHED,
        "    breaks:",
        "    // breaks:",
        &["yard/shed.ron:25:13: error: Unexpected missing field named `breaks`"],
    );
}

#[test]
fn faults_of_several_files_come_together() {
    let unreadable = small().edit(BOARD, "name:", "title:").edit(SHED, "number: 0", "number: none");
    check(
        &unreadable,
        &["yard/shed.ron:10:20: error: Expected integer", "yard/board.ron:4:5: error: Unexpected field"],
    );
    let wrong = small().edit(BOARD, "founded: \"l0\"", "founded: \"l7\"").edit(SHED, "A roof", "TODO: a roof");
    check(
        &wrong,
        &["yard/board.ron:5:5: error: there is no level `l7`", "yard/shed.ron:6:5: error: reason is a placeh"],
    );
}

#[test]
fn a_newer_format_is_refused() {
    broken(
        PACK,
        "format: 1",
        "format: 2",
        &["pack.ron:3:5: error: the pack has format 2 (this version reads format 1)"],
    );
}

#[test]
fn an_id_stands_once_and_is_well_formed() {
    broken(BOARD, "id: \"board\"", "id: \"shed\"", &["yard/board.ron:3:5: error: the building `shed` is here twice"]);
    broken(BOARD, "id: \"board\"", "id: \"The Board\"", &["yard/board.ron:3:5: error: `The Board` is no id"]);
    let district = "yard/district.ron:3:5: error: the district `yard` is here twice";
    broken(PACK, "id: \"l1\"", "id: \"yard\"", &[district, "yard/shed.ron:28:13: error: there is no level `l1`"]);
    let criterion = "yard/board.ron:13:31: error: the criterion \"l0-board-1\" is here twice";
    broken(BOARD, "-2\"", "-1\"", &[criterion, "crosswalk.ron:6:9: error: there is no criterion \"l0-board-2\""]);
}

#[test]
fn a_level_is_one_of_the_packs() {
    let level = "there is no level `l7` (one of l0, l1)";
    broken(BOARD, "founded: \"l0\"", "founded: \"l7\"", &[&format!("yard/board.ron:5:5: error: {level}")]);
    let link = "yard/shed.ron:24:28: error: `shed/l1` leads nowhere";
    broken(SHED, "level: \"l1\"", "level: \"l7\"", &[&format!("yard/shed.ron:28:13: error: {level}"), link]);
}

#[test]
fn nothing_rises_before_what_it_stands_on() {
    let before =
        ["shed", "board"].map(|name| format!("yard/{name}.ron:5:5: error: the building is founded before its"));
    broken(YARD, "founded: \"l0\"", "founded: \"l1\"", &[&before[0], &before[1]]);
    let floor = "yard/shed.ron:9:13: error: the floor rises before its building";
    broken(SHED, "founded: \"l0\"", "founded: \"l1\"", &[floor]);
}

#[test]
fn floors_stand_in_order() {
    let links = ["yard/shed.ron:24:28: error: `shed/l1` leads", "yard/shed.ron:44:28: error: `shed/l0` leads"];
    let shared = small().edit(SHED, "level: \"l1\"", "level: \"l0\"");
    check(&shared, &["yard/shed.ron:9:13: error: the floors are out of order or share a level", links[0], links[1]]);
    let swapped = small().edit(SHED, "level: \"l0\"", "level: \"x\"").edit(SHED, "level: \"l1\"", "level: \"l0\"");
    let swapped = swapped.edit(SHED, "level: \"x\"", "level: \"l1\"");
    check(&swapped, &["yard/shed.ron:28:13: error: the floors are out of order", links[0], links[1]]);
    broken(SHED, "number: 0", "number: 2", &["yard/shed.ron:28:13: error: the floor numbers go down"]);
    broken(SHED, "number: 1", "number: 41", &["yard/shed.ron:28:13: error: floor number 41 (at most 40)"]);
}

#[test]
fn a_district_has_room_for_seven_buildings() {
    let names = ["shed", "board", "b3", "b4", "b5", "b6", "b7", "b8"];
    let with = |count: usize| {
        let mut draft = small().edit(YARD, "[\"shed\", \"board\"]", &format!("{:?}", &names[..count]));
        for name in &names[2..count] {
            let board = draft.files[BOARD].replace("\"board\"", &format!("{name:?}"));
            let board = board.replace("-board-", &format!("-{name}-"));
            draft.files.insert(format!("yard/{name}.ron"), board);
            let entries = format!("criteria: {{ \"l0-{name}-1\": [], \"l0-{name}-2\": [],");
            draft = draft.edit("crosswalk.ron", "criteria: {", &entries);
        }
        draft
    };
    check(&with(7), &[]);
    check(
        &with(8),
        &["yard/district.ron:8:5: error: the district has 8 buildings (at most 7; found another district)"],
    );
}
