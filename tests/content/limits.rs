//! A pack from a stranger has an end: what is larger is refused in words that say the limit and what was found.

use super::Draft;
use super::faults::{BOARD, PACK, SHED, YARD, broken, check, small};
use laddertown::domain::content::limits::{DEPTH, FILE_BYTES, FINDINGS, LEVELS, LINE, MESSAGE, PACK_BYTES, TEXT};

#[test]
fn a_file_has_an_end() {
    let padded = small().edit(SHED, "Building(", &format!("/*{}*/Building(", "x".repeat(FILE_BYTES)));
    let bytes = padded.files[SHED].len();
    check(&padded, &[&format!("yard/shed.ron:1:1: error: the file has {bytes} bytes (at most 1048576)")]);
}

#[test]
fn a_pack_has_an_end() {
    let mut draft = small();
    let names: Vec<String> = (0..20).map(|index| format!("d{index}")).collect();
    let districts = format!("{names:?}");
    draft = draft.edit(PACK, "[\"yard\"]", &districts);
    for name in &names {
        let text = format!("/*{}*/", "x".repeat(FILE_BYTES / 2));
        draft.files.insert(format!("{name}/district.ron"), draft.files[YARD].clone() + &text);
    }
    let found = draft.check().findings;
    let found: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with(&format!("error: the pack has more than {PACK_BYTES} bytes: ")), "{found:?}");
}

#[test]
fn a_file_is_nested_no_deeper_than_it_needs() {
    let deep = format!("floors: {}", "[".repeat(DEPTH + 1));
    broken(BOARD, "floors: [", &deep, &["yard/board.ron:7:14: error: Expected opening `(`"]);
    // Nothing that is nested without end brings the reader down.
    for piece in ["Some(", "(", "[", "{", "/*", "r#", "#![enable(implicit_some)]", "-", "\"\\\""] {
        for before in ["title: ", "Pack("] {
            let nested = format!("{before}{}", piece.repeat(FILE_BYTES / 10 / piece.len()));
            let found = small().edit(PACK, before, &nested).check().findings;
            assert!(found[0].to_string().starts_with("pack.ron:"), "{}", found[0]);
        }
    }
}

#[test]
fn lists_have_an_end() {
    let level = "Level(id: \"x\", name: \"X\", epigraph: \"X.\", portrait: \"X.\"),";
    let levels = level.repeat(LEVELS.max - 1);
    broken(PACK, "levels: [", &format!("levels: [{levels}"), &["pack.ron:7:5: error: 25 levels (at most 24)"]);
    let remarks = format!("districts: [\"yard\"], remarks: {:?}", vec!["Odd."; 101]);
    broken(PACK, "districts: [\"yard\"]", &remarks, &["pack.ron:21:26: error: 101 remarks (at most 100)"]);
    let criterion = "Criterion(id: \"x\", text: \"x\"),".repeat(999);
    broken(
        BOARD,
        "Criteria([",
        &format!("Criteria([{criterion}"),
        &["yard/board.ron:12:19: error: 1001 criteria of a floor (at most 1000)"],
    );
}

#[test]
fn texts_have_an_end() {
    let name = "n".repeat(LINE + 1);
    broken(
        BOARD,
        "name: \"Board\"",
        &format!("name: {name:?}"),
        &["yard/board.ron:4:5: error: name has 401 characters (at most 400; 1 to 40 read well)"],
    );
    broken(
        BOARD,
        "What the yard",
        &"w".repeat(TEXT),
        &["yard/board.ron:6:5: error: reason has 100061 characters (at most 100000; 40 to 480 read well)"],
    );
}

#[test]
fn a_name_has_one_line() {
    broken(
        BOARD,
        "name: \"Board\"",
        "name: \"Bo\\nard\"",
        &["yard/board.ron:4:5: warning: name has several lines (one line)"],
    );
}

#[test]
fn findings_have_an_end_and_none_hides_an_error() {
    let criterion = |index: usize| format!("Criterion(id: \"c-{index}\", text: \"`Does what has to be done here.\"),");
    let floors = |district: usize, lot: usize| {
        (0..150).map(|index| criterion(district * 10_000 + lot * 1000 + index)).collect::<String>()
    };
    let mut draft = small();
    draft.files.remove("crosswalk.ron");
    draft = draft.edit(PACK, "tours: [\"round\"],", "");
    let names: Vec<String> = (1..=6).map(|lot| format!("b{lot}")).collect();
    for (lot, name) in names.iter().enumerate() {
        let board = draft.files[BOARD].replace("\"board\"", &format!("{name:?}"));
        let board = board.replace("-board-", &format!("-{name}-"));
        draft
            .files
            .insert(format!("yard/{name}.ron"), board.replace("Criteria([", &format!("Criteria([{}", floors(1, lot))));
    }
    draft = draft.edit(YARD, "[\"shed\", \"board\"]", &format!("{names:?}"));
    draft = draft.edit("yard/b6.ron", "name: \"Board\"", "name: \"\"");
    let checked = draft.check();
    assert_eq!(checked.findings.len(), FINDINGS + 1, "all of them are warnings but one");
    assert!(checked.pack.is_none());
}

#[test]
fn what_a_finding_says_has_an_end() {
    let long: Draft = small().edit(BOARD, "founded: \"l0\"", &format!("founded: {:?}", "l\u{202E}".repeat(5000)));
    let found = long.check().findings;
    let found = &found.iter().find(|finding| finding.message.starts_with("there is no level")).expect("found").message;
    assert!(found.chars().count() < MESSAGE + 10 && found.contains("l<U+202E>l"), "{found}");
}

#[test]
fn ids_of_criteria_and_packs_are_ids() {
    let board = "yard/board.ron:13:31: error: `L0 board` is no id";
    let crosswalk = [
        "crosswalk.ron:4:5: error: the criterion `L0 board` is not in the crosswalk",
        "crosswalk.ron:5:9: error: there is no criterion \"l0-board-1\"",
    ];
    broken(BOARD, "id: \"l0-board-1\"", "id: \"L0 board\"", &[board, crosswalk[0], crosswalk[1]]);
    broken(
        "crosswalk.ron",
        "\"beyond-vibe-coding\"",
        "\"../x\"",
        &["crosswalk.ron:3:5: error: `../x` is no id of a pack"],
    );
}

#[test]
fn lists_of_files_have_an_end() {
    let list = |count: usize| (0..count).map(|index| format!("x{index}")).collect::<Vec<_>>();
    let names = format!("districts: {:?}", list(1001));
    broken(PACK, "districts: [\"yard\"]", &names, &["pack.ron:21:5: error: 1001 names of files (at most 1000)"]);
    let names = format!("{:?}", list(65));
    broken(YARD, "[\"shed\", \"board\"]", &names, &["yard/district.ron:8:5: error: 65 names of files (at most 64)"]);
    let bad = small().edit(PACK, "[\"yard\"]", &format!("{:?}", vec!["../x"; 1000]));
    assert_eq!(bad.check().findings.len(), FINDINGS);
    let missing = small().edit(PACK, "[\"yard\"]", &format!("{:?}", list(1000)));
    assert_eq!(missing.check().findings.len(), FINDINGS);
}
