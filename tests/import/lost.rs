//! Whether any word of a document is lost: every line stands in the pack or in the report.

use laddertown::domain::content::import::Imported;

/// Words as letters and digits, in lower case.
fn words(text: &str) -> Vec<String> {
    let text = text.replace("&amp;", "&").replace("&#39;", "'").replace(['\u{2019}', '\''], "");
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// A line of Markdown without what marks it: fields, brackets of events, cells apart.
fn pieces(line: &str) -> Vec<String> {
    let line = line.trim().trim_start_matches('\u{feff}');
    if line.starts_with('|') {
        let cells = line.replace("\\|", " ").replace("<br>", "|");
        return cells.split('|').map(str::to_owned).collect();
    }
    let line = line.replace("- [ ]", "").replace("- [x]", "");
    if let Some((_, name)) = line.split_once("unlocked]") {
        return name.split(['(', ')', '\u{2014}']).map(str::to_owned).collect();
    }
    // A label goes where its text goes: `**know:** You can ...`, `**Rope**: throws ...`.
    if line.contains("](") {
        return line.split("](").map(str::to_owned).collect();
    }
    match line.split_once("**") {
        Some((_, rest)) if !line.contains("\u{2192}") && !line.contains("->") => {
            rest.split("**").map(|piece| piece.trim_matches([':', ' ']).to_owned()).collect()
        }
        _ => vec![line],
    }
}

/// Words that say what a piece is, and need not be said again.
const LABELS: [&str; 14] = [
    "tagline", "why now", "rationale", "why this progression", "know", "assume", "learn", "prose", "final",
    "already above", "non technical", "n a", "floor", "in quay district",
];

#[track_caller]
pub fn check(name: &str, document: &str, imported: &Imported) {
    let mut kept = imported.report.to_string();
    for text in imported.files.0.values() {
        kept.push('\n');
        kept.push_str(&text.replace("\\\"", "\"").replace("\\n", "\n"));
    }
    let kept = format!(" {} ", words(&kept).join(" "));
    let mut lost = Vec::new();
    for (index, line) in document.lines().enumerate() {
        for piece in pieces(line) {
            let own = words(&piece);
            let all = own.join(" ");
            // A number in a list is that of the list in the pack, too.
            let own = if own.len() > 1 && piece.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
                own[1..].to_vec()
            } else {
                own
            };
            let is_home = all.starts_with("in ") && all.ends_with(" district");
            let is_label = is_home || LABELS.contains(&all.as_str()) || own.first().is_some_and(|word| word == "floor");
            // A level is split into its id and its name, an item loses its number.
            let is_there = |from: usize| kept.contains(&format!(" {} ", own[from..].join(" ")));
            let is_level = own.len() > 1 && own[0].len() <= 5 && is_there(1)
                || (own.len() > 2 && own[0] == "level" && is_there(2));
            let is_cell = own.len() == 2 && own.iter().all(|word| kept.contains(&format!(" {word} ")));
            if !own.is_empty() && !is_label && !is_there(0) && !is_level && !is_cell {
                lost.push(format!("{}: {piece}", index + 1));
            }
        }
    }
    assert!(lost.is_empty(), "{name} lost\n{}", lost.join("\n"));
}
