//! Any text at all: the importer answers, and always the same.

use super::pack;
use laddertown::domain::content::import::{Family, import};
use proptest::prelude::*;
use std::fmt::Write;

/// Fragments that documents are made of, and some that break readers.
fn fragment() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "# ", "## ", "### ", "L1", "L2: Name", "Level 3", "Senior Engineer", "Technical", "**Technical**", "\n",
        "\n\n", "- ", "  - ", "* ", "1. ", "> ", "---\n", "***", "`", "``",
        "| a | L1 | L2 |\n|---|---|---|\n| b | c | d |\n", "|", "&amp;", "&#8203;", "&#x202E;", "<br>", "<b>",
        "<!-- x", "-->", "[new district unlocked] The Yard\n", "## [new building unlocked] Shed\n",
        "## [new floor unlocked] Shed \u{2014} Floor 99 (Final)\n", "(in Yard district)", "- **know:** ",
        "- **assume:** x\n", "**Tagline:** ", "\t", "    ", "\r\n", "\r", "\u{feff}", "\u{0}", "\u{200b}", "\u{2026}",
        "\\", "\"", "'", "TODO", "Q: why? A: so", "L1 \u{2192} L2: phases 1-2", "```\n", "~~~",
        "\u{1F469}\u{200D}\u{1F4BB}", "a very ordinary sentence that ends. ", "[x](y)", "![x](y)", "^", "_", "__", "I",
        "IV", "9999999999", "0", "## Level: A <!-- id: l1 -->\n", "## District: Yard <!-- founded: l1 -->\n",
        "### Building: Shed\n", "#### Floor 1 at l1, final\n", "**Why:** ", "## Glossary\n\n- **a, b:** ",
        "## Assessment\n", "### Scale\n\n- **x:** ", "**Hold:** 0.5", "**Ask:** ", "**Answer:** ",
        "  - **Evidence:** ", "## Note: ", "## Remarks\n", "<!-- id: l1 -->",
    ]);
    prop_oneof![6 => words.prop_map(str::to_owned), 1 => any::<String>()]
}

/// What an importer owes to any text.
pub fn answers(text: &str, family: Option<Family>) {
    let first = import(text, "any.md", family);
    assert_eq!(first, import(text, "any.md", family), "the same text becomes the same pack");
    match first {
        Ok(imported) => {
            pack(&imported);
        }
        Err(fault) => {
            let said = fault.to_string();
            assert!(!said.contains("does not pass"), "{said}");
        }
    }
}

/// A ladder of a random shape: its text, and each criterion with its level and area.
fn ladder() -> impl Strategy<Value = (String, usize)> {
    let area = prop::collection::vec("[A-Z][a-z]{2,9}( [a-z]{2,8}){1,5}\\.", 1..4);
    let level = prop::collection::vec(area, 1..4);
    let style = (0..3_usize, prop::sample::select(vec!["L", "E", "IC", "Level "]), any::<bool>(), any::<bool>());
    (prop::collection::vec(level, 2..5), style).prop_map(|(levels, (areas, series, crlf, named))| {
        let names = ["Craft", "Care", "Courage"];
        let mut text = "# Some ladder\n\n".to_owned();
        let mut count = 0;
        for (at, level) in levels.iter().enumerate() {
            let name = if named { ": Known by name" } else { "" };
            let _ = write!(text, "## {series}{}{name}\n\n", at + 1);
            for (area, criteria) in names.iter().zip(level) {
                let _ = match areas {
                    0 => write!(text, "### {area}\n\n"),
                    1 => writeln!(text, "**{area}**"),
                    _ => writeln!(text, "#### *{area}*:"),
                };
                for criterion in criteria {
                    count += 1;
                    let _ = writeln!(text, "- {criterion}");
                }
                text.push('\n');
            }
        }
        (if crlf { text.replace('\n', "\r\n") } else { text }, count)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_text_is_answered(parts in prop::collection::vec(fragment(), 0..60), forced in 0..4_usize) {
        let family = [None, Some(Family::Flow), Some(Family::Ladder), Some(Family::Own)][forced];
        answers(&parts.concat(), family);
    }

    /// A word in each place of a text, and each of them is in the pack or in its report.
    #[test]
    fn any_text_keeps_its_words(parts in prop::collection::vec(fragment(), 0..90), forced in 0..4_usize) {
        let family = [None, Some(Family::Flow), Some(Family::Ladder), Some(Family::Own)][forced];
        let marked = parts.iter().enumerate().map(|(at, part)| format!("{part}word{at}x "));
        let text: String = marked.collect();
        if let Ok(imported) = import(&text, "any.md", family) {
            let kept = imported.files.0.values().cloned().collect::<String>() + &imported.report.to_string();
            let kept = kept.to_lowercase();
            for at in 0..parts.len() {
                prop_assert!(kept.contains(&format!("word{at}x")), "word{at}x of {text:?}\n{}", imported.report);
            }
        }
    }

    #[test]
    fn any_ladder_keeps_every_criterion((text, count) in ladder()) {
        let imported = import(&text, "any.md", None).expect("a ladder");
        let pack = pack(&imported);
        prop_assert_eq!(pack.criteria().count(), count);
        prop_assert!(pack.criteria().all(|one| text.contains(&one.text)));
        prop_assert_eq!(imported.report.that(laddertown::domain::content::import::Understanding::LeftOut).count(), 0);
        answers(&text, None);
    }
}
