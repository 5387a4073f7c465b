//! A pack that is written as Markdown and imported again is the same pack; one that was edited in between is near it.

use super::{SHAPES, document, pack};
use laddertown::domain::content::export::{files, markdown};
use laddertown::domain::content::import::{Family, Imported, Understanding, import};
use laddertown::domain::content::schema::{
    Annex, Answered, Assessment, Building, Crosswalk, Crown, District, Emblem, Floor, Folder, Form, Glossary, Level,
    Milestone, Note, Pack, Place, Rhythm, Rule, ScaleStep, Term, Whole,
};
use laddertown::domain::content::{Body, Criterion, Files, Kind, Lesson, Recall};
use laddertown::packs;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// All that the files say but for the tours: they show it to a room, and a document has nothing to read in them.
fn whole(loaded: &Files) -> Whole {
    let mut whole = loaded.loaded().expect("files that can be read").whole();
    (whole.tours, whole.pack.tours) = (Vec::new(), Vec::new());
    whole
}

/// Written and read again, all that the files say is the same but for the tours, and nothing was guessed.
#[track_caller]
fn comes_back(before: &Files) {
    let before = &files(&whole(before));
    let text = markdown(&whole(before));
    let again = import(&text, "city.md", None).unwrap_or_else(|fault| panic!("{fault}\n{text}"));
    assert_eq!(again.report.family, Family::Own);
    assert_eq!(whole(&again.files), whole(before), "{}\n{text}", again.report);
    assert_eq!(pack(&again), before.checked().expect("readable").pack.expect("playable"));
    let guesses: Vec<_> = again.report.lines.iter().filter(|line| line.became != Understanding::Understood).collect();
    assert!(guesses.is_empty(), "{guesses:#?}\n{text}");
    assert_eq!(markdown(&whole(&again.files)), text, "the same pack is the same document");
}

#[expect(clippy::disallowed_methods, reason = "it reads the packs, on a machine that has them")]
fn folder(path: &str) -> Files {
    let files = std::cell::RefCell::new(Files::default());
    let read = |name: &str| {
        let text = std::fs::read_to_string(format!("{path}/{name}")).ok()?;
        files.borrow_mut().0.insert(name.to_owned(), text.clone());
        Some(text)
    };
    laddertown::domain::content::load(&read).expect("a pack");
    files.into_inner()
}

#[test]
fn every_shipped_pack_comes_back() {
    for id in packs::ids() {
        comes_back(&folder(&format!("assets/packs/{id}")));
    }
    comes_back(&folder("tests/fixtures/packs/small"));
    comes_back(&packs::generated_files(60));
}

#[test]
fn every_imported_document_comes_back() {
    for name in SHAPES {
        let imported = import(&document(name), name, None).expect(name);
        comes_back(&imported.files);
    }
}

fn edited(from: &[(&str, &str)]) -> Imported {
    let mut text = markdown(&whole(&folder("tests/fixtures/packs/small")));
    for (from, to) in from {
        assert!(text.contains(from), "{from:?} is not in\n{text}");
        text = text.replacen(from, to, 1);
    }
    import(&text, "small.md", None).unwrap_or_else(|fault| panic!("{fault}\n{text}"))
}

/// What the report guessed and left out.
fn said(imported: &Imported) -> Vec<String> {
    let lines = imported.report.lines.iter().filter(|line| line.became != Understanding::Understood);
    lines.map(|line| format!("{} {line}", line.became.word())).collect()
}

#[test]
fn a_sentence_that_was_changed_is_changed_and_nothing_else() {
    let imported = edited(&[("One begins somewhere.", "One begins *here*, `now`.")]);
    assert_eq!(said(&imported), Vec::<String>::new());
    let mut expected = whole(&folder("tests/fixtures/packs/small"));
    expected.pack.levels[0].epigraph = "One begins *here*, `now`.".to_owned();
    assert_eq!(whole(&imported.files), expected);
}

#[test]
fn a_building_that_was_added_by_hand_gets_what_it_lacks_and_the_report_says_so() {
    let added = "### Building: Ladder Rack\n\n#### Floor at The Second\n\n**know:** You can hang up a ladder.\n**Assume**: It hangs.\n\n\
                 And it does.\n\n#### Floor 0 at l0\n\n- Hangs up the ladder alone.\n\n### Building: Board <!--";
    let imported = edited(&[("### Building: Board <!--", added)]);
    let pack = pack(&imported);
    let rack = pack.buildings().iter().find(|building| building.id.as_str() == "ladder-rack").expect("the rack");
    assert_eq!((rack.founded, rack.floors.len(), rack.floors[1].number), (0, 2, 1));
    let Body::Lesson(lesson) = &rack.floors[1].body else { panic!("a lesson") };
    assert_eq!(lesson.know, "You can hang up a ladder.");
    assert_eq!(lesson.assume, "It hangs.\n\nAnd it does.");
    let Body::Criteria(criteria) = &rack.floors[0].body else { panic!("criteria") };
    assert_eq!(criteria[0].id, "l0-ladder-rack-1");
    let said = said(&imported).join("\n");
    for part in [
        "\"Building: Ladder Rack\": this has no id; it became ladder-rack",
        "the floors of ladder-rack stand in the order of their levels",
        "ladder-rack is founded at l0, with its first floor",
        "ladder-rack at l1: this floor has no number; it is floor 1",
        "this criterion has no id; it became l0-ladder-rack-1",
        "1 text that the document lacks was written",
    ] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
}

#[test]
fn what_no_longer_fits_is_kept_as_a_note_and_the_report_says_why() {
    let imported = edited(&[
        ("#### Floor 1 at l1, final", "#### Floor 1 at l9, final"),
        ("**Related:** shed/l1", "**Related:** shed/l1, attic/l0"),
        ("## Glossary", "## Thoughts\n\nA thought.\n\n## Glossary"),
        ("<!-- id: board,", "<!-- id: shed, color: red, crown: Hat,"),
    ]);
    let pack = pack(&imported);
    let notes: Vec<_> = pack.notes().iter().map(|note| note.heading.as_str()).collect();
    assert_eq!(notes, ["Floor 1 at l9, final", "Thoughts"]);
    assert!(pack.notes()[0].text.contains("Other people have keys now"));
    let said = said(&imported).join("\n");
    for part in [
        "\"Floor 1 at l9, final\": there is no such level",
        "\"Thoughts\": this heading begins with none of the words for things",
        "shed/l0 names shed/l1 as related, which leads nowhere",
        "shed/l0 names attic/l0 as related, which leads nowhere",
        "\"Building: Board\": the id shed is there already; it became board",
        "there is no crown called Hat",
        "the comment says color red, which means nothing here",
    ] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
}

#[test]
fn a_document_of_this_form_without_a_city_is_told_so() {
    let fault = import("- a\n", "x.md", Some(Family::Own)).expect_err("no city").to_string();
    assert!(fault.contains("not Laddertown's own Markdown"), "{fault}");
}

#[test]
fn a_scale_without_end_is_refused() {
    let text = markdown(&whole(&folder("tests/fixtures/packs/small")));
    let text = format!("{text}\n## Assessment\n\n### Scale\n\n{}", "- **Step:** One more.\n".repeat(300));
    let fault = import(&text, "x.md", None).expect_err("too many steps").to_string();
    assert!(fault.contains("steps of the scale (at most 10)"), "{fault}");
}

/// Texts that are full of what Markdown, and this form of it, is made of.
fn text() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "# ", "## Level: x", "#### Floor 1 at l0", "- ", "- **Why:** ", "**Why:** ", "**Ask:**", "**Evidence:** x",
        "> ", "1. ", "  ", "    ", "\n", "\n\n", "\n\n\n", "\\", "\\\\", "\\#", "`", "```\n", "*", "**", "_", "&amp;",
        "&#10;", "&#38;", "&", "<!-- id: x -->", "<!--", "-->", "<b>", "\"", "'", "é", "日本", "🏙", "|", ",", ":",
        "word", "a b", " ", "---", "\u{a0}", "!", "[x](y)", "~", "**Helped by:** a/b", "Floor", "\n- ",
        "\n  - **Evidence:** y", "\n#", "\n>", "\n\\\n",
    ]);
    // A text without a letter is none.
    prop::collection::vec(parts, 0..9)
        .prop_map(|parts| parts.concat())
        .prop_map(|text| if text.trim().is_empty() { format!("{text}x") } else { text })
}

/// The same, or nothing at all, where a pack may have that.
fn maybe() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 3 => text()]
}

fn lesson() -> impl Strategy<Value = Body> {
    let texts = prop::collection::vec(maybe(), 5);
    let asked = (prop::option::of(text()), prop::option::of(text()), prop::collection::vec((text(), text()), 0..3));
    let kind = prop::sample::select(vec![None, Some(Kind::Refute), Some(Kind::Bound), Some(Kind::Check)]);
    (texts, asked, kind, any::<bool>()).prop_map(|(texts, (claim, breaks, recall), kind, is_related)| {
        let [why, know, assume, learn, prose] = texts.try_into().expect("five");
        let recall = recall.into_iter().map(|(ask, answer)| Recall { ask, answer }).collect();
        let related = if is_related { vec!["b0-0/l0".to_owned()] } else { Vec::new() };
        Body::Lesson(Box::new(Lesson { why, know, assume, learn, prose, claim, kind, breaks, recall, related }))
    })
}

fn body() -> impl Strategy<Value = Body> {
    let criterion = (text(), prop::option::of(text()));
    let criterion = criterion.prop_map(|(text, evidence)| Criterion { id: String::new(), text, evidence });
    let criteria = prop::collection::vec(criterion, 0..4).prop_map(Body::Criteria);
    prop_oneof![3 => lesson(), 3 => criteria, 1 => Just(Body::Unwritten)]
}

fn pick<T: Copy + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = Option<T>> + use<T> {
    prop::option::of(prop::sample::select(all.to_vec()))
}

fn building() -> impl Strategy<Value = Building> {
    let shapes = (pick(Crown::ALL), pick(Form::ALL), pick(Annex::ALL), pick(Emblem::ALL));
    let floors = prop::collection::vec((body(), any::<bool>(), 0..3_u32), 1..3);
    (text(), prop::option::of(text()), text(), shapes, floors).prop_map(|(name, subtitle, reason, shapes, floors)| {
        let (crown, form, annex, emblem) = shapes;
        let mut number = 0;
        let floor = |(at, (body, last, more)): (usize, (Body, bool, u32))| {
            number += more;
            Floor { level: format!("l{at}"), number, last, body }
        };
        let floors = floors.into_iter().enumerate().map(floor).collect();
        let (id, founded) = (String::new(), "l0".to_owned());
        Building { id, name, subtitle, founded, reason, crown, form, annex, emblem, floors }
    })
}

fn folders() -> impl Strategy<Value = Vec<Folder>> {
    let place = pick(&[Place::Fair, Place::PowerStation, Place::Hill]);
    let folder = (text(), text(), text(), any::<bool>(), place, prop::collection::vec(building(), 0..3));
    let folder = folder.prop_map(|(name, tagline, why_now, non_technical, place, buildings)| {
        let (id, founded) = (String::new(), "l0".to_owned());
        let district = District { id, name, founded, tagline, why_now, non_technical, place, buildings: Vec::new() };
        Folder { district, buildings }
    });
    prop::collection::vec(folder, 1..3)
}

fn assessment() -> impl Strategy<Value = Assessment> {
    let scale = prop::collection::vec((maybe(), maybe()), 1..4);
    let rule = prop_oneof![
        (0.0..=1.0_f32, 0.0..=1.0_f32).prop_map(|(hold, reach)| Rule::Share { hold, reach }),
        prop::collection::vec((0..4_u32, prop::collection::vec(maybe(), 0..3)), 0..3).prop_map(|steps| {
            let step = |(phase, also)| Milestone { from: "l0".into(), to: "l1".into(), phases: (phase, 7), also };
            Rule::Milestones(steps.into_iter().map(step).collect())
        }),
    ];
    let more = (prop::collection::vec(maybe(), 0..3), prop::collection::vec((maybe(), maybe()), 0..3));
    (scale, rule, more, prop::collection::vec(any::<u8>(), 0..3)).prop_map(|(scale, rule, more, target_months)| {
        let step = |((label, means), score)| ScaleStep { score, label, means };
        Assessment {
            satisfied_from: scale.len() as u8,
            scale: scale.into_iter().zip(1..).map(step).collect(),
            rhythm: Rhythm::Quarterly,
            target_months,
            rule,
            motivation: more.0,
            questions: more.1.into_iter().map(|(ask, answer)| Answered { ask, answer }).collect(),
        }
    })
}

/// A line that somebody adds.
fn addition() -> impl Strategy<Value = String> {
    let forms = vec![
        "word",
        "  word",
        "- word",
        "  - word",
        "> word",
        "**Why:** word",
        "**Evidence:** word",
        "  - **Helped by:** word",
        "**Kind:** word",
        "**Related:** word/l0",
        "**Ask:** word",
        "**Answer:** word",
        "**Hold:** word",
        "**Targets:** word",
        "**Rhythm:** word",
        "# word",
        "## word",
        "## Level: word",
        "## District: word <!-- founded: word -->",
        "### Building: word <!-- crown: word -->",
        "### Building: word <!-- id: word -->\n\n#### Floor 0 at l0\n",
        "#### Floor 3 at word",
        "#### Floor 3 at l1, word",
        "#### Floor 3: word",
        "## Note: word",
        "## Glossary <!-- word -->",
        "- **word:**",
        "- **a:** word",
        "### Step from word to l1, phases 0 to 1",
        "<!-- word -->",
        "- a <!-- id: word -->",
        "- a <!-- word -->",
        "```\nword\n```",
        "| word |",
        "### Scale word",
        "#### Floor 3 at l1 <!-- word -->",
    ];
    prop::sample::select(forms).prop_map(str::to_owned)
}

/// A small pack with any texts, of which some may be too much for the check.
fn any_pack() -> impl Strategy<Value = Whole> {
    let levels = prop::collection::vec((text(), text(), text()), 2);
    let notes = prop::collection::vec((text(), maybe()), 0..3);
    let terms = prop::option::of(prop::collection::vec((text(), prop::collection::vec(text(), 0..2), text()), 0..3));
    let helped = prop::option::of(0..3_usize);
    let head = (text(), text(), levels, notes, prop::collection::vec(text(), 0..3));
    (head, folders(), prop::option::of(assessment()), terms, helped).prop_map(
        |((title, summary, levels, notes, remarks), mut folders, assessment, terms, helped)| {
            let mut criteria = BTreeMap::new();
            for (at, folder) in folders.iter_mut().enumerate() {
                folder.district.id = format!("d{at}");
                for (lot, building) in folder.buildings.iter_mut().enumerate() {
                    building.id = format!("b{at}-{lot}");
                    for floor in &mut building.floors {
                        let Body::Criteria(list) = &mut floor.body else { continue };
                        for (n, criterion) in list.iter_mut().enumerate() {
                            criterion.id = format!("{}-{}-{n}", building.id, floor.level);
                            let floors = (0..helped.unwrap_or(0)).map(|floor| format!("x/l{floor}")).collect();
                            criteria.insert(criterion.id.clone(), floors);
                        }
                    }
                    folder.district.buildings.push(building.id.clone());
                }
            }
            let level = |((name, epigraph, portrait), at)| Level { id: format!("l{at}"), name, epigraph, portrait };
            let term = |(term, also, means)| Term { term, also, means };
            let pack = Pack {
                format: 1,
                id: "any".into(),
                title,
                summary,
                levels: levels.into_iter().zip(0..).map(level).collect(),
                districts: folders.iter().map(|folder| folder.district.id.clone()).collect(),
                remarks,
                notes: notes.into_iter().map(|(heading, text)| Note { heading, text }).collect(),
                assessment,
                tours: Vec::new(),
            };
            let glossary = terms.map(|terms| Glossary(terms.into_iter().map(term).collect()));
            let crosswalk = helped.map(|_| Crosswalk { pack: "other".into(), criteria });
            Whole { pack, districts: folders, glossary, crosswalk, tours: Vec::new() }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn any_pack_comes_back(before in any_pack()) {
        let files = files(&before);
        prop_assert_eq!(whole(&files), before, "what is written to files is what is read");
        let checked = files.checked().expect("readable");
        // Two equal claims, a link to a floor that is not there: such a pack cannot be played.
        prop_assume!(checked.pack.is_some());
        comes_back(&files);
    }

    /// A word in any place of a document, and it is in the pack or in the report.
    #[test]
    fn any_addition_is_kept(before in any_pack(), added in prop::collection::vec((addition(), any::<prop::sample::Index>()), 1..6)) {
        let text = markdown(&before);
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for (n, (form, at)) in added.iter().enumerate() {
            lines.insert(at.index(lines.len()).max(1), form.replace("word", &format!("word{n}x")));
        }
        let text = lines.join("\n");
        if let Ok(imported) = import(&text, "any.md", None) {
            let kept = imported.files.0.values().cloned().collect::<String>() + &imported.report.to_string();
            for n in 0..added.len() {
                prop_assert!(kept.to_lowercase().contains(&format!("word{n}x")), "word{n}x of\n{text}\n{}", imported.report);
            }
        }
    }

    /// Lines of a document left out, twice there, or in another order.
    #[test]
    fn any_edit_is_answered(before in any_pack(), edits in prop::collection::vec((0..3_usize, any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..9)) {
        let text = markdown(&before);
        let mut lines: Vec<&str> = text.lines().collect();
        for (edit, from, to) in edits {
            let last = lines.len() - 1;
            let (from, to) = (from.index(lines.len()), to.index(lines.len()));
            match edit {
                0 if from > 0 => drop(lines.remove(from)),
                1 => lines.insert(to.max(1), lines[from]),
                _ => lines.swap(from.max(1).min(last), to.max(1).min(last)),
            }
        }
        super::any::answers(&lines.join("\n"), None);
    }
}
