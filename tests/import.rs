//! Documents become packs: nothing is lost, nothing is guessed without a word, and no text brings the importer down.

#[path = "import/any.rs"]
mod any;
#[path = "import/lost.rs"]
mod lost;
#[path = "import/own.rs"]
mod own;
#[path = "import/play.rs"]
mod play;
#[path = "import/references.rs"]
mod references;

use laddertown::domain::content::import::{Family, ImportError, Imported, Understanding, import};
use laddertown::domain::content::{Body, Pack, Severity};

/// The pack of an imported document, which has no finding that keeps it from being played.
#[track_caller]
fn pack(imported: &Imported) -> Pack {
    let checked = imported.files.checked().expect("files that can be read");
    let bad: Vec<_> = checked.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    assert!(bad.is_empty(), "{bad:#?}");
    checked.pack.expect("a pack without errors")
}

#[expect(clippy::disallowed_methods, reason = "it reads documents, on a machine that has them")]
fn document(name: &str) -> String {
    std::fs::read_to_string(format!("tests/fixtures/import/{name}")).expect("a document")
}

#[track_caller]
fn imported(name: &str) -> Imported {
    import(&document(name), name, None).unwrap_or_else(|fault| panic!("{name}: {fault}"))
}

/// Every shape of documents, each with the report that its reader gets.
const SHAPES: [&str; 13] = [
    "flow.md", "ladder-bold.md", "ladder-descending.md", "ladder-entries.md", "ladder-headings.md", "ladder-leads.md",
    "ladder-lists.md", "ladder-many-areas.md", "ladder-plain.txt", "ladder-table-columns.md", "ladder-table-rows.md",
    "ladder-transposed.md", "ladder-unnamed.md",
];

/// To accept a new report, delete the old one and run the test twice.
#[test]
#[expect(clippy::disallowed_methods, reason = "it reads and writes reports, on a machine that has them")]
fn every_shape_is_reported_as_expected() {
    let mut new = Vec::new();
    for name in SHAPES {
        let report = imported(name).report.to_string();
        let path = format!("tests/fixtures/import/{name}.report");
        if let Ok(expected) = std::fs::read_to_string(&path) {
            assert_eq!(report, expected, "{name}");
        } else {
            std::fs::write(&path, report).expect("a file");
            new.push(path);
        }
    }
    assert!(new.is_empty(), "these were not there and have been written; read them: {new:?}");
}

#[test]
fn every_shape_is_a_pack_that_plays_and_loses_no_word() {
    for name in SHAPES {
        let imported = imported(name);
        let pack = pack(&imported);
        let counts = imported.report.counts;
        let counted = [pack.levels().len(), pack.districts().len(), pack.buildings().len()];
        assert_eq!(counted, [counts.levels, counts.districts, counts.buildings], "{name}");
        assert_eq!([pack.floors().count(), pack.criteria().count()], [counts.floors, counts.criteria], "{name}");
        lost::check(name, &document(name), &imported);
    }
}

#[test]
fn entities_marks_of_order_and_quotation_marks_are_read_as_one_reads_them() {
    let pack = pack(&imported("flow.md"));
    assert_eq!(
        pack.levels()[0].portrait,
        "The Deckhand coils ropes & looks at the water.\n\nA second paragraph about the same morning."
    );
    let Body::Lesson(lesson) = &pack.buildings()[0].floors[0].body else { panic!("a lesson") };
    assert_eq!(lesson.know, "You can tie a bowline with `two` hands.");
    assert_eq!(lesson.prose, "The line slips at night. Nobody hears it.\n\nIn the morning the ship is *elsewhere*.");
    assert_eq!((lesson.claim(), lesson.breaks.as_deref()), (Some("A knot that looks right is right."), None));
}

#[test]
fn what_stands_behind_a_name_is_understood() {
    let pack = pack(&imported("flow.md"));
    let [quay, bridge] = pack.districts() else { panic!("two districts") };
    assert!(bridge.non_technical && !quay.non_technical);
    let names = pack.buildings_of(quay).iter().map(|building| (building.name.as_str(), building.subtitle.as_deref()));
    assert_eq!(names.collect::<Vec<_>>(), [("Knots", Some("Bowline")), ("Lookout", None), ("Tides", None)]);
    let numbers = |name: &str| {
        let building = pack.buildings().iter().find(|building| building.name == name).expect(name);
        building.floors.iter().map(|floor| (floor.level, floor.number, floor.last)).collect::<Vec<_>>()
    };
    assert_eq!(numbers("Knots"), [(0, 0, false), (1, 1, false), (2, 1, true)]);
    assert_eq!(numbers("Tides"), [(2, 2, true)]);
    assert_eq!(numbers("Charts"), [(1, 0, false), (2, 1, true)]);
}

/// Criteria of a document by level and area, in its order.
#[track_caller]
fn check(name: &str, expected: &[(&str, &str, &[&str])]) {
    let pack = pack(&imported(name));
    for (level, area, texts) in expected {
        let at = pack.levels().iter().position(|one| one.name == *level).unwrap_or_else(|| panic!("{name}: {level}"));
        let building =
            pack.buildings().iter().find(|one| one.name == *area).unwrap_or_else(|| panic!("{name}: {area}"));
        let floor = building.floors.iter().find(|floor| floor.level == at);
        let Some(Body::Criteria(criteria)) = floor.map(|floor| &floor.body) else { panic!("{name}: {level}, {area}") };
        assert_eq!(criteria.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), *texts, "{name}: {level}, {area}");
    }
}

#[test]
fn criteria_are_found_wherever_they_stand() {
    check(
        "ladder-bold.md",
        &[
            ("B1", "Dough", &["Weighs flour & water as they're written.", "Asks before the dough is a brick."]),
            ("B2", "Shop", &["Says good morning first."]),
        ],
    );
    let tools = ["Looks after tools: cleans the spade", "Looks after tools: oils the shears"];
    check(
        "ladder-headings.md",
        &[
            (
                "Seedling",
                "Ground",
                &["Digs where the string is.", tools[0], tools[1], "Waters in the evening", "and not at noon"],
            ),
            ("Grower", "People", &["Shows somebody else the string.", "Says `no` to a hedge."]),
        ],
    );
    check("ladder-transposed.md", &[("Lens", "Lamp", &["Cleans each prism.", "Knows the clockwork."])]);
    check(
        "ladder-table-columns.md",
        &[
            ("Apprentice", "Breath", &["Blows a bubble.", "Stops in time."]),
            ("Master", "Fire", &["Knows its color | its sound."]),
        ],
    );
    check("ladder-table-rows.md", &[("Level 2", "Needle", &["Threads it in wind."])]);
    check("ladder-lists.md", &[("P1", "Letters", &["Reads the address.", "Finds the door."])]);
    check(
        "ladder-leads.md",
        &[("Senior", "Rope", &["lands without it."]), ("Principal", "Passengers", &["knows them by name."])],
    );
    check("ladder-plain.txt", &[("Gate", "Ears", &["Hears the bell."])]);
    check("ladder-entries.md", &[("Expert", "Baskets", &["leaves some for the birds."])]);
    check("ladder-unnamed.md", &[("Ridge", "Sky", &["Turns back in time."])]);
}

#[test]
fn levels_stand_from_the_lowest_to_the_highest() {
    let pack = pack(&imported("ladder-descending.md"));
    let names: Vec<_> = pack.levels().iter().map(|level| level.name.as_str()).collect();
    assert_eq!(names, ["Junior Clockmaker", "Senior Clockmaker", "Principal Clockmaker"]);
}

#[test]
fn more_areas_than_lots_make_another_district_and_the_report_says_so() {
    let imported = imported("ladder-many-areas.md");
    let pack = pack(&imported);
    assert_eq!(pack.districts().iter().map(|district| district.buildings.len()).collect::<Vec<_>>(), [7, 2]);
    assert!(imported.report.that(Understanding::Guessed).any(|line| line.says.contains("split into 2 districts")));
}

#[test]
fn scale_and_questions_are_read_and_stay_notes() {
    let pack = pack(&imported("ladder-headings.md"));
    let assessment = pack.assessment().expect("a ladder is rated");
    let labels: Vec<_> = assessment.scale.iter().map(|step| (step.label.as_str(), step.means.as_str())).collect();
    assert_eq!(labels[2], ("Always", "alone, on bad days too"));
    assert_eq!((assessment.satisfied_from, assessment.target_months.as_slice()), (2, [9].as_slice()));
    assert!(pack.notes().iter().any(|note| note.heading == "Rating" && note.text.contains("1. Never: not seen yet")));
    let bakers = self::pack(&imported("ladder-bold.md"));
    let asked = &bakers.assessment().expect("a ladder is rated").questions;
    assert_eq!((asked[1].ask.as_str(), asked[1].answer.as_str()), ("Who decides?", "You do, and then we talk."));
}

#[test]
fn a_document_of_no_family_is_told_what_was_looked_for() {
    let fault = import(&document("neither.md"), "neither.md", None).expect_err("an essay");
    let said = fault.to_string();
    for part in ["neither an unlock flow nor a ladder", "1 headings", "[new building unlocked]", "L2 - Building"] {
        assert!(said.contains(part), "{said}");
    }
    assert!(matches!(import(" \n", "x", None), Err(ImportError::Empty)));
    let flow = import(&document("ladder-bold.md"), "x", Some(Family::Flow)).expect_err("it is a ladder");
    assert!(flow.to_string().contains("no unlock flow"), "{flow}");
}

#[test]
fn the_smallest_examples_of_the_message_can_be_imported() {
    use laddertown::domain::content::import::{SMALLEST_FLOW, SMALLEST_LADDER, SMALLEST_OWN};
    for (text, floors) in [(SMALLEST_FLOW, 1), (SMALLEST_LADDER, 2), (SMALLEST_OWN, 1)] {
        let imported = import(text, "small.md", None).expect("the smallest");
        assert_eq!(pack(&imported).floors().count(), floors);
    }
}

#[test]
fn one_level_is_enough_where_a_ladder_was_asked_for() {
    let text = "## L1\n\n- Asks.\n";
    assert!(import(text, "x.md", None).is_err());
    assert_eq!(pack(&import(text, "x.md", Some(Family::Ladder)).expect("forced")).criteria().count(), 1);
}
