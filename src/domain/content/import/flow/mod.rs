//! Unlock flows: levels, and below them headings that unlock districts, buildings and floors.

mod city;
mod event;
mod reader;

use super::document::{Block, Document, Kind};
use super::draft::{District, Draft};
use super::report::many;
use super::text::Text;
use city::City;
use reader::Reader;
use std::collections::BTreeMap;

/// What a heading unlocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unlocks {
    District,
    Building,
    Floor,
}

/// Whether a heading unlocks something.
pub(super) fn is_event(heading: &str) -> bool {
    unlocks(heading).is_some()
}

/// Whether a document has such headings.
pub(super) fn is_flow(document: &Document) -> bool {
    let is_one = |block: &Block| matches!(&block.kind, Kind::Heading(_, text) if is_event(&text.plain()));
    document.blocks.iter().any(is_one)
}

/// `[new floor unlocked] Auth, floor 1`: what is unlocked, and its name.
fn unlocks(heading: &str) -> Option<(Unlocks, String)> {
    let trimmed = heading.trim();
    let bracketed = trimmed.starts_with('[');
    let (front, name) = if bracketed { trimmed[1..].split_once(']')? } else { trimmed.split_once(':')? };
    let front = front.to_lowercase();
    let words: Vec<&str> = front.split_whitespace().collect();
    let is_new = words.iter().any(|word| matches!(*word, "new" | "unlocked" | "unlock"));
    let what = words.iter().find_map(|word| match *word {
        "district" => Some(Unlocks::District),
        "building" => Some(Unlocks::Building),
        "floor" => Some(Unlocks::Floor),
        _ => None,
    })?;
    let name = name.trim_start_matches([':', '-', ' ', '\u{2013}', '\u{2014}']).trim();
    (is_new && words.len() <= 3 && !name.is_empty()).then(|| (what, name.to_owned()))
}

/// The fields that items and paragraphs of a section can name.
const FIELDS: [(&str, &[&str]); 18] = [
    ("tagline", &["tagline", "tag line", "motto"]),
    ("why_now", &["why now"]),
    ("reason", &["rationale", "reason"]),
    ("why", &["why this progression", "why", "progression"]),
    ("know", &["know", "knows", "you know", "you can"]),
    ("assume", &["assume", "assumes", "you assume", "assumption"]),
    ("learn", &["learn", "learns", "you learn"]),
    ("prose", &["prose", "story", "scene"]),
    ("epigraph", &["epigraph"]),
    ("portrait", &["portrait"]),
    ("claim", &["claim"]),
    ("kind", &["kind"]),
    ("breaks", &["breaks"]),
    ("ask", &["ask"]),
    ("answer", &["answer"]),
    ("related", &["related"]),
    ("subtitle", &["subtitle"]),
    ("founded", &["founded"]),
];

fn field(name: &str) -> Option<&'static str> {
    let name = name.trim().trim_end_matches(':');
    FIELDS.iter().find(|(_, names)| names.contains(&name)).map(|(field, _)| *field)
}

/// The texts of a section by field, each with its line; several for what can be there several times.
type Fields = BTreeMap<&'static str, Vec<(usize, Text)>>;

/// Something unlocked.
struct Event {
    line: usize,
    what: Unlocks,
    level: usize,
    heading: String,
    name: String,
    subtitle: Option<String>,
    /// The district that the heading names.
    home: Option<String>,
    number: Option<u32>,
    last: bool,
    repeats: bool,
    non_technical: bool,
    fields: Fields,
}

/// The city of an unlock flow; `None` if nothing is founded.
pub(super) fn read(document: &Document) -> Option<Draft> {
    let mut reader = Reader::new(document);
    document.blocks.iter().enumerate().for_each(|(at, block)| reader.block(document, at, block));
    let Reader { mut draft, events, .. } = reader;
    if events.is_empty() {
        return None;
    }
    let mut city = City { draft: &mut draft, district: None };
    let (founding, raising): (Vec<Event>, Vec<Event>) =
        events.into_iter().partition(|event| event.what != Unlocks::Floor);
    for event in founding {
        city.found(&event);
    }
    for event in raising {
        city.raise(&event);
    }
    tell(&mut draft, document);
    let is_founded = draft.districts.iter().any(|district| !district.buildings.is_empty());
    is_founded.then_some(draft)
}

/// What was understood, level by level and district by district; and where the document counts otherwise.
fn tell(draft: &mut Draft, document: &Document) {
    let buildings = |district: &District| {
        let names = district.buildings.iter().map(|building| building.name.clone());
        names.collect::<Vec<_>>().join(", ")
    };
    let mut lines = Vec::new();
    if document.title_line > 0 {
        lines.push((document.title_line, format!("the title, {}", document.title)));
    }
    for (index, level) in draft.levels.iter().enumerate() {
        let floors = draft.districts.iter().flat_map(|one| &one.buildings).flat_map(|one| &one.floors);
        let floors = floors.filter(|floor| floor.level == index).count();
        lines.push((
            level.line,
            format!("level {}, {}: {}", level.id.to_uppercase(), level.name, many(floors, "floor", "floors")),
        ));
    }
    for district in &draft.districts {
        lines.push((district.line, format!("district {}: {}", district.name, buildings(district))));
    }
    for (line, says) in lines {
        draft.understood(line, says);
    }
    let counts = [
        ("level", draft.levels.len()),
        ("district", draft.districts.len()),
        ("building", draft.districts.iter().map(|district| district.buildings.len()).sum()),
    ];
    let mut said = Vec::new();
    for block in &document.blocks {
        let (Kind::Paragraph(text) | Kind::Quote(text)) = &block.kind else { continue };
        for (what, count) in counts {
            if let Some(claimed) = counted(&text.plain(), what).filter(|claimed| *claimed != count) {
                let says = format!("the document counts {claimed} {what}s, and describes {count}");
                if !said.contains(&says) {
                    said.push(says.clone());
                    draft.remark(block.line, says);
                }
            }
        }
    }
}

/// The number in front of a word such as "district" or "districts", with a blank or a hyphen between them.
fn counted(text: &str, what: &str) -> Option<usize> {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || matches!(c, '-' | ',' | '.')).collect();
    let is_it = |word: &str| word.eq_ignore_ascii_case(what) || word.to_lowercase() == format!("{what}s");
    words.windows(2).filter(|pair| is_it(pair[1])).find_map(|pair| pair[0].parse().ok())
}
