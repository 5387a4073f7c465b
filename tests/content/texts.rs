//! A text that is missing, unfinished, too long or leads nowhere is told so, and where: file, line and column.

use super::faults::{BOARD, PACK, SHED, YARD, broken, check, small};

#[test]
fn a_link_leads_to_another_floor() {
    let nowhere =
        "yard/shed.ron:24:39: error: `attic/l1` leads nowhere (another floor of this pack, as building/level)";
    broken(SHED, "[\"shed/l1\"]", "[\"shed/l1\", \"attic/l1\"]", &[nowhere]);
    broken(SHED, "[\"shed/l0\"]", "[\"shed/l1\"]", &["yard/shed.ron:44:28: error: `shed/l1` leads nowhere"]);
}

#[test]
fn a_claim_and_its_refutation_belong_to_one_floor() {
    let copied = |field: &str, expected: &str| {
        let text = small().files[SHED].clone();
        let mut lines = text.lines().filter(|line| line.trim_start().starts_with(field));
        let (first, second) = (lines.next().expect("a line"), lines.next().expect("another"));
        broken(SHED, second, first, &[expected]);
    };
    copied("claim:", "yard/shed.ron:37:17: error: claim is that of shed/l0");
    copied("breaks:", "yard/shed.ron:39:17: error: breaks is that of shed/l0");
}

#[test]
fn a_text_keeps_its_limits() {
    let know = "You can hang up a hammer";
    let long = format!("{}{know}", "x".repeat(329));
    broken(SHED, know, &long, &["yard/shed.ron:13:17: warning: know has 421 characters (60 to 420)"]);
    broken(SHED, know, &long[1..], &[]);
    broken(PACK, "title: \"Small\"", "title: \"\"", &["pack.ron:5:5: error: title has 0 characters (1 to 60)"]);
    broken(PACK, "One goes on.", &"y".repeat(141), &["pack.ron:17:13: warning: epigraph has 141 characters"]);
    broken(
        BOARD,
        "Puts each tool back where it was.",
        "Puts it.",
        &["yard/board.ron:13:45: warning: text has 8 characters"],
    );
    broken(
        "glossary.ron",
        "A weight on a stick",
        &"w".repeat(200),
        &["glossary.ron:3:45: warning: means has 239 char"],
    );
}

#[test]
fn a_name_is_not_blank() {
    let blank = |place: &str| format!("{place}: error: name has 0 characters (1 to 40)");
    broken(PACK, "\"The First\"", "\"   \"", &[&blank("pack.ron:10:13")]);
    broken(YARD, "\"The Yard\"", "\"\"", &[&blank("yard/district.ron:4:5")]);
    broken(BOARD, "name: \"Board\"", "name: \"   \"", &[&blank("yard/board.ron:4:5")]);
    broken(PACK, "title: \"Small\"", "title: \"  \"", &["pack.ron:5:5: error: title has 0 characters (1 to 60)"]);
}

#[test]
fn a_subtitle_is_a_text_like_others() {
    #[track_caller]
    fn check(subtitle: &str, expected: &[&str]) {
        let expected: Vec<_> = expected.iter().map(|expected| format!("yard/board.ron:5:5: {expected}")).collect();
        let expected: Vec<_> = expected.iter().map(String::as_str).collect();
        broken(BOARD, "founded:", &format!("subtitle: \"{subtitle}\",\n    founded:"), &expected);
    }
    check("Of the Yard", &[]);
    check(" ", &["error: subtitle has 0 characters (1 to 60)"]);
    check(
        "TODO\u{202E}",
        &["warning: subtitle is a placeholder", "error: subtitle holds the invisible character U+202E"],
    );
}

#[test]
fn a_lesson_asks_two_or_three_questions() {
    let text = small().files[SHED].clone();
    let question = text.lines().find(|line| line.contains("Recall(")).expect("a question");
    broken(SHED, question, "", &["yard/shed.ron:20:17: warning: 1 questions to recall (2 or 3)"]);
    broken(SHED, question, &question.repeat(3), &["yard/shed.ron:20:17: warning: 4 questions to recall (2 or 3)"]);
}

/// An imported floor has none of it, and plays all the same.
#[test]
fn a_lesson_without_claim_and_questions_plays_and_is_told_so() {
    let mut draft = small();
    let text = draft.files[SHED].clone();
    let is_asked = |line: &&str| ["claim:", "kind:", "breaks:"].iter().any(|field| line.trim().starts_with(field));
    let lines: Vec<&str> = text.lines().filter(|line| !is_asked(line) && !line.contains("Recall(")).collect();
    draft.files.insert(SHED.to_owned(), lines.join("\n"));
    let told = |place: &str| format!("{place}: warning: the floor is played without its claim, kind, breaks");
    let asked = |place: &str| format!("{place}: warning: 0 questions to recall");
    let expected = [told("yard/shed.ron:9:13"), asked("yard/shed.ron:17:17")];
    let again = [told("yard/shed.ron:23:13"), asked("yard/shed.ron:32:17")];
    let expected: Vec<&str> = expected.iter().chain(&again).map(String::as_str).collect();
    check(&draft, &expected);
}

#[test]
fn a_floor_takes_a_minute_to_read() {
    let text = small().files[SHED].clone();
    let prose = text.lines().find(|line| line.contains("prose:")).expect("a story");
    let short = format!("prose: \"{}\",", "It is a short story about nothing. ".repeat(8));
    broken(SHED, prose, &short, &["yard/shed.ron:9:13: warning: the floor takes 34 seconds to read (40 to 95)"]);
}

#[test]
fn a_text_is_finished_and_visible() {
    #[track_caller]
    fn check(to: &str, expected: &str) {
        broken(SHED, "On Monday", to, &[&format!("yard/shed.ron:16:17: {expected}")]);
    }
    check("TODO Monday", "warning: prose is a placeholder (a finished text)");
    check("On Monday\u{2026}", "warning: prose is a placeholder");
    check("On Mon\u{200B}day", "error: prose holds the invisible character U+200B (visible text only)");
    check("On \u{202E}Monday", "error: prose holds the invisible character U+202E");
    check("On `Monday", "warning: prose has a single backtick (inline code stands between two)");
}

#[test]
fn a_term_is_explained_once() {
    let twice = "glossary.ron:3:16: error: the term \"Hammer\" is explained twice (one entry a term)";
    broken("glossary.ron", "[\"hammers\"]", "[\"Hammer\"]", &[twice]);
}

#[test]
fn a_term_is_not_empty() {
    let empty = "term has 0 characters (1 to 60)";
    broken("glossary.ron", "term: \"hammer\"", "term: \"\"", &[&format!("glossary.ron:3:16: error: {empty}")]);
    broken("glossary.ron", "[\"hammers\"]", "[\" \"]", &[&format!("glossary.ron:3:16: error: {empty}")]);
}

#[test]
fn a_crosswalk_names_the_criteria_that_there_are() {
    let missing =
        "crosswalk.ron:4:5: error: the criterion `l0-board-1` is not in the crosswalk (an empty list if nothing";
    broken("crosswalk.ron", "        \"l0-board-1\": [],\n", "", &[missing]);
    let unknown = "crosswalk.ron:5:9: error: there is no criterion \"l0-board-9\"";
    broken("crosswalk.ron", "l0-board-1", "l0-board-9", &[missing, unknown]);
    let many = "[\"a/l0\", \"b/l0\", \"c/l0\", \"d/l0\"]";
    broken("crosswalk.ron", "[\"debugging/l1\"]", many, &["crosswalk.ron:6:9: error: 4 floors for \"l0-board-2\""]);
}
