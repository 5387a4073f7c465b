//! A pack that is put together wrongly is told what is wrong, and where: file, line and column.

use super::{Draft, Severity};
use laddertown::domain::content::load;
use std::cell::RefCell;

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
    broken(SHED, "    know:", "    // know:", &["yard/shed.ron:25:13: error: Unexpected missing field named `know`"]);
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
        &["yard/shed.ron:6:5: warning: reason is a placeh", "yard/board.ron:5:5: error: there is no level `l7`"],
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
    let stands =
        |id: &str| format!("yard/board.ron:3:5: error: the id `{id}` stands in yard/board.ron (in yard/{id}.ron)");
    let twice = "yard/board.ron:3:5: error: the building `shed` is here twice";
    let texts = "tours/round.ron:24:13: error: the stop `hammer` shows texts, but looks at no lesson";
    broken(BOARD, "id: \"board\"", "id: \"shed\"", &[twice, &stands("shed"), texts]);
    let no_id = "yard/board.ron:3:5: error: `The Board` is no id";
    broken(BOARD, "id: \"board\"", "id: \"The Board\"", &[no_id, &stands("The Board")]);
    let district = "yard/district.ron:3:5: error: the district `yard` is here twice";
    let floor = "yard/shed.ron:28:13: error: there is no level `l1`";
    let stop = "tours/round.ron:29:21: error: there is no level `l1`";
    broken(PACK, "id: \"l1\"", "id: \"yard\"", &[district, floor, stop]);
    let criterion = "yard/board.ron:13:31: error: the criterion \"l0-board-1\" is here twice";
    broken(BOARD, "-2\"", "-1\"", &[criterion, "crosswalk.ron:6:9: error: there is no criterion \"l0-board-2\""]);
}

#[test]
fn an_id_is_the_name_of_its_file() {
    let building = "yard/board.ron:3:5: error: the id `bored` stands in yard/board.ron (in yard/bored.ron)";
    broken(BOARD, "id: \"board\"", "id: \"bored\"", &[building]);
    let district = "yard/district.ron:3:5: error: the id `court` stands in yard/district.ron (in court/district.ron)";
    broken(YARD, "id: \"yard\"", "id: \"court\"", &[district]);
}

#[test]
fn names_of_files_never_lead_out_of_the_pack() {
    #[track_caller]
    fn check(file: &str, name: &str, bad: &str, place: &str) {
        let expected = format!("{place}: error: `{bad}` cannot be the name of a file of the pack");
        broken(file, &format!("{name:?}]"), &format!("{bad:?}]"), &[&expected]);
        let draft = small().edit(file, &format!("{name:?}]"), &format!("{bad:?}]"));
        let asked = RefCell::new(Vec::new());
        let read = |path: &str| {
            asked.borrow_mut().push(path.to_owned());
            draft.files.get(path).cloned()
        };
        assert!(load(&read).is_err());
        assert!(asked.borrow().iter().all(|path| draft.files.contains_key(path)), "{asked:?}");
    }
    check(PACK, "yard", "../../../etc", "pack.ron:21:18");
    check(PACK, "yard", "/etc", "pack.ron:21:18");
    check(PACK, "yard", "", "pack.ron:1:1");
    check(YARD, "board", "../board", "yard/district.ron:8:26");
    check(YARD, "board", "B2", "yard/district.ron:8:26");
}

#[test]
fn findings_come_from_the_top_to_the_end() {
    let draft = small().edit(BOARD, "founded: \"l0\"", "founded: \"l7\"").edit(PACK, "title: \"Small\"", "title: \"\"");
    let draft = draft.edit(SHED, "A roof", "TODO: a roof").edit(SHED, "[\"shed/l0\"]", "[\"attic\"]");
    let draft = draft.edit(YARD, "\"The Yard\"", "\" \"").edit("glossary.ron", "\"hammers\"", "\"\"");
    check(
        &draft,
        &[
            "pack.ron:5:5: error: title has 0 characters", "yard/district.ron:4:5: error: name has 0 characters",
            "yard/shed.ron:6:5: warning: reason is a placeholder", "yard/shed.ron:44:28: error: `attic` leads nowhere",
            "yard/board.ron:5:5: error: there is no level `l7`", "glossary.ron:3:16: error: term has 0 characters",
        ],
    );
}

/// Gives the small pack an assessment.
#[track_caller]
fn assessed(scores: &[u8], satisfied_from: u8, rule: &str, expected: &[&str]) {
    let step = |score: &u8| format!("ScaleStep(score: {score}, label: \"A\", means: \"B.\")");
    let scale = scores.iter().map(step).collect::<Vec<_>>().join(", ");
    let rest = "rhythm: Quarterly, target_months: []";
    let lines =
        [format!("scale: [{scale}],"), format!("satisfied_from: {satisfied_from}, {rest},"), format!("rule: {rule})")];
    broken(PACK, "districts:", &format!("assessment: Assessment(\n{},\n    districts:", lines.join("\n")), expected);
}

#[test]
fn a_scale_counts_up_from_one_and_has_the_score_that_satisfies() {
    let share = "Share(hold: 0.6, reach: 1.0)";
    let scale = "pack.ron:22:1: error: the scale does not count up from 1 (1, 2, 3 and so on)";
    assessed(&[1, 2, 3], 3, share, &[]);
    assessed(&[], 1, share, &[scale]);
    assessed(&[0, 1, 2], 1, share, &[scale]);
    assessed(&[1, 1, 2], 1, share, &[scale]);
    assessed(&[2, 1], 1, share, &[scale]);
    assessed(&[1, 2, 3], 4, share, &["pack.ron:23:1: error: a score of 4 is not on the scale (1 to 3)"]);
    assessed(&[1, 2, 3], 0, share, &["pack.ron:23:1: error: a score of 0 is not on the scale (1 to 3)"]);
}

#[test]
fn a_share_is_between_nothing_and_all() {
    let share = "pack.ron:24:7: error: a share is not between 0 and 1 (0.6 for sixty percent)";
    assessed(&[1], 1, "Share(hold: 0.0, reach: 1.0)", &[]);
    assessed(&[1], 1, "Share(hold: 60.0, reach: 0.6)", &[share]);
    assessed(&[1], 1, "Share(hold: 0.6, reach: -0.1)", &[share]);
    assessed(&[1], 1, "Share(hold: NaN, reach: 0.6)", &[share]);
}

#[test]
fn a_milestone_leads_upward_between_levels_that_there_are() {
    let rule = |from: &str, to: &str, phases: &str| {
        format!("Milestones([Milestone(from: {from:?}, to: {to:?}, phases: {phases}, also: [])])")
    };
    let at = |what: &str| format!("pack.ron:24:29: error: {what}");
    let (upward, backward) = (at("the milestone does not lead upward"), at("the phases run backward"));
    let (x, y) = (at("there is no level `x` (one of l0, l1)"), at("there is no level `y` (one of l0, l1)"));
    assessed(&[1], 1, &rule("l0", "l1", "(1, 1)"), &[]);
    assessed(&[1], 1, &rule("x", "l1", "(1, 9)"), &[&x]);
    assessed(&[1], 1, &rule("l0", "y", "(1, 9)"), &[&y]);
    assessed(&[1], 1, &rule("l1", "l0", "(1, 9)"), &[&upward]);
    assessed(&[1], 1, &rule("l1", "l1", "(1, 9)"), &[&upward]);
    assessed(&[1], 1, &rule("l0", "l1", "(9, 1)"), &[&backward]);
    let scale = "pack.ron:22:1: error: the scale does not count up from 1";
    assessed(&[], 9, &rule("x", "y", "(9, 1)"), &[scale, &x, &y, &backward]);
}

#[test]
fn a_level_is_one_of_the_packs() {
    let level = "there is no level `l7` (one of l0, l1)";
    broken(BOARD, "founded: \"l0\"", "founded: \"l7\"", &[&format!("yard/board.ron:5:5: error: {level}")]);
    let link = "yard/shed.ron:24:28: error: `shed/l1` leads nowhere";
    broken(SHED, "level: \"l1\"", "level: \"l7\"", &[link, &format!("yard/shed.ron:28:13: error: {level}")]);
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
    check(&swapped, &[links[0], "yard/shed.ron:28:13: error: the floors are out of order", links[1]]);
    broken(SHED, "number: 0", "number: 2", &["yard/shed.ron:28:13: error: the floor numbers go down"]);
    broken(SHED, "number: 1", "number: 21", &["yard/shed.ron:28:13: error: floor number 21 (at most 20)"]);
    broken(SHED, "number: 1", "number: 20", &[]);
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
