//! `cargo pack` as its users meet it: arguments in, words and an exit code out.
#![expect(clippy::disallowed_methods, reason = "it makes packs on disk, on a machine that has one")]

use laddertown::domain::content::limits;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

const SMALL: &str = "tests/fixtures/packs/small";
const CITY: &str = "assets/packs/beyond-vibe-coding";

/// What the tool said, and how it ended.
struct Said {
    out: String,
    err: String,
    code: i32,
}

#[track_caller]
fn pack(arguments: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_pack")).args(arguments).output().expect("the tool runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    Said { out: text(output.stdout), err: text(output.stderr), code: output.status.code().expect("it ended by itself") }
}

/// An empty folder of that name, for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The small pack in a folder of its own, with one file changed.
fn edited(name: &str, file: &str, from: &str, to: &str) -> String {
    let folder = folder(name);
    for within in ["yard", "tours"] {
        std::fs::create_dir(folder.join(within)).expect("a folder");
    }
    for file in [
        "pack.ron", "glossary.ron", "crosswalk.ron", "tours/round.ron", "yard/district.ron", "yard/shed.ron",
        "yard/board.ron",
    ] {
        std::fs::copy(Path::new(SMALL).join(file), folder.join(file)).expect("copied");
    }
    let text = std::fs::read_to_string(folder.join(file)).expect("a text");
    assert!(text.contains(from), "{file} has no {from:?}");
    std::fs::write(folder.join(file), text.replacen(from, to, 1)).expect("written");
    folder.display().to_string()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_clean_pack_ends_well() {
    let said = pack(&["check", SMALL]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.contains("0 errors, 0 warnings"), "{}", said.out);
    assert!(said.out.ends_with("small: 2 levels, 1 districts, 2 buildings, 3 floors, 2 criteria\n"), "{}", said.out);
}

#[test]
fn a_fault_shows_its_line() {
    let broken = edited("fault", "yard/shed.ron", "number: 1", "number: 21");
    let said = pack(&["check", "--quiet", &broken]);
    assert_eq!(said.code, 1);
    let expected = format!(
        "error: floor number 21\n  --> {broken}/yard/shed.ron:28:13\n   |\n28 |             level: \"l1\",\n   |             \
         ^^^^^^^^^^^ at most 20\n"
    );
    assert!(said.out.starts_with(&expected), "{}", said.out);
}

#[test]
fn a_stop_in_another_pack_is_looked_for_there() {
    let there =
        |name: &str, from: &str, to: &str| pack(&["check", "--quiet", &edited(name, "tours/round.ron", from, to)]);
    let said = there("abroad", "the-build", "the-built");
    assert_eq!(said.code, 1);
    assert!(said.out.starts_with("error: there is no district `the-built` in beyond-vibe-coding\n"), "{}", said.out);
    assert!(said.out.contains("perhaps `the-build`"), "{}", said.out);
    // Nobody knows what is in a pack that is neither shipped nor checked with it.
    assert_eq!(there("unseen", "beyond-vibe-coding", "another").code, 0);
}

#[test]
fn programs_get_the_same_as_json() {
    let broken = edited("json", "yard/shed.ron", "number: 1", "number: 21");
    let said = pack(&["check", "--format", "json", SMALL, &broken]);
    assert_eq!(said.code, 1);
    let packs = json(&said.out);
    assert_eq!(
        (&packs[0]["id"], &packs[0]["playable"], &packs[1]["playable"]),
        (&"small".into(), &true.into(), &false.into())
    );
    let finding = &packs[1]["findings"][0];
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["message"], "floor number 21");
    assert_eq!((&finding["place"]["file"], &finding["place"]["line"]), (&"yard/shed.ron".into(), &28.into()));
}

#[test]
fn github_gets_commands_that_no_pack_can_forge() {
    let broken = edited("github", "yard/board.ron", "founded: \"l0\"", "founded: \"%0A\\n::error::x\"");
    let said = pack(&["check", "--format", "github", "--quiet", &broken]);
    let expected = format!(
        "::error file={broken}/yard/board.ron,line=5,col=5::there is no level `%250A<U+000A>::error::x` (one of l0, l1)\n"
    );
    assert_eq!((said.code, said.out), (1, expected));
}

#[test]
fn warnings_fail_where_they_are_told_to() {
    let short = edited("strict", "yard/shed.ron", "why: \"The first thing that anybody needs", "why: \"x\", //");
    assert_eq!(pack(&["check", &short]).code, 0, "{}", pack(&["check", &short]).out);
    assert_eq!(pack(&["check", "--strict", &short]).code, 1);
}

#[test]
fn what_cannot_be_read_is_no_finding() {
    for arguments in
        [&["check", "nothing/here"][..], &["check"], &["chek"], &["stats", "nothing"], &["diff", SMALL, "x"]]
    {
        let said = pack(arguments);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!said.err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn what_a_stranger_hid_is_shown() {
    let tricky = edited("hidden", "yard/board.ron", "name: \"Board\"", "name: \"Bo\u{202E}ard\\u{1B}[31m\"");
    let said = pack(&["check", &tricky]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("name holds the invisible character U+202E"), "{}", said.out);
    assert!(!said.out.contains(['\u{202E}', '\u{1B}']), "{:?}", said.out);
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let linked = edited("link", "pack.ron", "Pack(", "Pack(");
    let board = Path::new(&linked).join("yard/board.ron");
    std::fs::rename(&board, Path::new(&linked).join("board.ron")).expect("moved");
    std::os::unix::fs::symlink("../board.ron", &board).expect("a link");
    let said = pack(&["check", &linked]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("this file is missing"), "{}", said.out);
}

#[test]
fn a_new_pack_has_nothing_wrong_with_it() {
    let place = folder("new").display().to_string();
    let said = pack(&["new", "my-city", "--in", &place]);
    assert_eq!(said.code, 0, "{}", said.err);
    let made = format!("{place}/my-city");
    let said = pack(&["check", "--strict", &made]);
    assert_eq!(said.code, 0, "{}", said.out);
    assert!(said.out.starts_with(&format!("{made}: 0 errors, 0 warnings, 0 notes\n")), "{}", said.out);
    let again = pack(&["new", "my-city", "--in", &place]);
    assert_eq!((again.code, again.out.as_str()), (2, ""), "nothing is overwritten");
    assert_eq!(pack(&["new", "../escape", "--in", &place]).code, 2);
}

#[test]
fn one_file_is_the_same_pack() {
    let file = folder("bundle").join("city.ron").display().to_string();
    assert_eq!(pack(&["export", CITY, "--to", "ron", "--out", &file]).code, 0);
    let counts = |path: &str| pack(&["check", "--quiet", path]).out.lines().last().map(str::to_owned);
    assert_eq!(counts(&file), counts(CITY));
    let said = pack(&["diff", CITY, &file]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
}

#[test]
fn the_page_needs_nothing_and_runs_nothing() {
    let evil = edited("page", "yard/shed.ron", "On Monday", "<script src='//evil.example'>x</script> On Monday");
    let page = pack(&["export", &evil, "--to", "html"]).out;
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">"), "{}", &page[..80]);
    for outside in ["<script", "<img", "@import", "url(", "href=\"http", "<link", "<button"] {
        assert!(!page.contains(outside), "{outside}");
    }
    for inside in
        ["<title>Small</title>", "<main>", "<nav aria-label=", "href=\"#shed\"", "id=\"shed\"", "@media print"]
    {
        assert!(page.contains(inside), "{inside}");
    }
    assert!(!page.contains("<details id=\"shed/l0\">"), "on paper nothing can be unfolded");
}

#[test]
fn the_schema_states_an_end_to_everything() {
    #[track_caller]
    fn walk(value: &Value, path: &str) {
        let is = |kind: &str| {
            value["type"] == kind || value["type"].as_array().is_some_and(|kinds| kinds.contains(&kind.into()))
        };
        let has = |key: &str| value.get(key).is_some();
        if value.is_object() && !path.ends_with("/properties") {
            assert!(!is("string") || has("maxLength") || has("enum") || has("const"), "no end to the text {path}");
            assert!(!is("array") || has("maxItems"), "no end to the list {path}");
        }
        for (key, inner) in value.as_object().into_iter().flatten() {
            walk(inner, &format!("{path}/{key}"));
        }
        for (index, inner) in value.as_array().into_iter().flatten().enumerate() {
            walk(inner, &format!("{path}/{index}"));
        }
    }
    let said = pack(&["schema"]);
    let schema = json(&said.out);
    walk(&schema, "");
    assert!(schema["description"].as_str().is_some_and(|text| text.contains(&limits::PACK_BYTES.to_string())));
    let undescribed = |fields: &Value| -> Vec<String> {
        let fields = fields["properties"].as_object().into_iter().flatten();
        fields.filter(|(_, field)| field.get("description").is_none()).map(|(name, _)| name.clone()).collect()
    };
    for (name, of) in schema["$defs"].as_object().expect("types") {
        assert_eq!(undescribed(of), Vec::<String>::new(), "{name}");
    }
}

/// Not a validator: it looks only at names, which is where types and schema would part.
#[test]
fn a_pack_goes_through_markdown_and_comes_back_but_for_its_tours() {
    let folder = folder("markdown");
    let (file, again) = (folder.join("city.md").display().to_string(), folder.join("again").display().to_string());
    assert_eq!(pack(&["export", CITY, "--to", "md", "--out", &file]).code, 0);
    let said = pack(&["import", &file, "-o", &again]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("read as Laddertown's own Markdown"), "{}", said.out);
    let differences = pack(&["diff", CITY, &again]).out;
    assert_eq!(differences.lines().filter(|line| !line.starts_with("- tour ")).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn what_is_exported_is_what_the_schema_describes() {
    fn known<'a>(schema: &'a Value, of: &'a Value) -> &'a Value {
        let reference = of["$ref"].as_str().or_else(|| of["anyOf"][0]["$ref"].as_str());
        reference.map_or(of, |reference| &schema["$defs"][reference.trim_start_matches("#/$defs/")])
    }
    #[track_caller]
    fn compare(schema: &Value, of: &Value, value: &Value, path: &str) {
        let of = known(schema, of);
        if let Some(list) = value.as_array() {
            for value in list {
                compare(schema, &of["items"], value, path);
            }
        }
        let variants = of["oneOf"].as_array().into_iter().flatten();
        for (name, value) in value.as_object().into_iter().flatten() {
            let path = format!("{path}/{name}");
            let mut places = variants.clone().chain([of]);
            let field = places.find_map(|of| of["properties"].get(name)).or_else(|| of.get("additionalProperties"));
            let field = field.unwrap_or_else(|| panic!("the schema has no {path}"));
            assert_ne!(field, &Value::Bool(false), "the schema has no {path}");
            compare(schema, field, value, &path);
        }
    }
    let schema = json(&pack(&["schema"]).out);
    for path in [CITY, "assets/packs/engineering-levels", "assets/packs/elixir-otp-ladder"] {
        compare(&schema, &schema, &json(&pack(&["export", path, "--to", "json"]).out), "");
    }
}

#[test]
fn a_difference_is_told_by_what_it_means() {
    #[track_caller]
    fn check(name: &str, file: &str, from: &str, to: &str, expected: &str) {
        let said = pack(&["diff", SMALL, &edited(name, file, from, to)]);
        assert_eq!((said.out.as_str(), said.code), (expected, 1), "{}", said.err);
    }
    check(
        "diff-name", "yard/shed.ron", "name: \"Shed\"", "name: \"Barn\"",
        "~ building shed Barn\n    name: [-Shed-]{+Barn+}\n",
    );
    let text = "~ floor shed/l0\n    assume: A tool that hangs in its place is a tool that [-works.-]{+helps.+}\n";
    check("diff-text", "yard/shed.ron", "is a tool that works.", "is a tool that helps.", text);
    let lots = "~ building board Board\n    lot: 2 -> 1\n~ building shed Shed\n    lot: 1 -> 2\n";
    check("diff-lot", "yard/district.ron", "[\"shed\", \"board\"]", "[\"board\", \"shed\"]", lots);
    check("diff-number", "yard/shed.ron", "number: 1", "number: 4", "~ floor shed/l1\n    number: 1 -> 4\n");
    check("diff-gone", "glossary.ron", "Term(", "// Term(", "- term hammer\n");
    check("diff-tour", "pack.ron", "tours: [\"round\"],", "", "- tour round Once around\n");
    let stop = "~ stop round/gate Seen from the gate.\n    name: [-A yard, seen-]{+Seen+} from the gate.\n";
    check("diff-stop", "tours/round.ron", "A yard, seen from", "Seen from", stop);
    // Without the tour that shows it.
    let gone = "~ building board Board\n    lot: 2 -> 1\n- building shed Shed\n- tour round Once around\n";
    let alone = edited("diff-building", "yard/district.ron", "[\"shed\", \"board\"]", "[\"board\"]");
    let file = Path::new(&alone).join("pack.ron");
    let text = std::fs::read_to_string(&file).expect("a text").replace("tours: [\"round\"],", "");
    std::fs::write(&file, text).expect("written");
    assert_eq!(pack(&["diff", SMALL, &alone]).out, gone);
}

#[test]
fn a_pack_is_counted() {
    let stats = json(&pack(&["stats", CITY, "--json"]).out);
    assert_eq!((&stats["total"]["floors"], &stats["total"]["lessons"]), (&85.into(), &85.into()));
    let levels = stats["levels"].as_array().expect("levels");
    let floors: u64 = levels.iter().filter_map(|level| level["floors"].as_u64()).sum();
    assert_eq!((levels.len(), floors), (6, 85));
    assert_eq!(stats["without_recall"], Value::Array(Vec::new()));
    let said = pack(&["stats", SMALL]);
    assert!(said.out.contains("  yard The Yard"), "{}", said.out);
    assert_eq!(said.code, 0);
}
