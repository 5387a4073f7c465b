//! Names of levels: "L1 - Learning", "E1", "IC3: Senior", "Level 2", "Senior Engineer (L5)", "Staff".

use super::names::{norm, slug};

/// The name of a level, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// The same for two spellings of one level.
    pub(super) key: String,
    /// What its id is made of.
    pub(super) id: String,
    /// As shown.
    pub(super) name: String,
    /// What it is counted in, such as `ic`; `title` for a name without a number.
    pub(super) series: String,
    /// Where it stands in its series, in tenths.
    pub(super) rank: Option<u32>,
}

impl Label {
    /// Whether it can hardly be anything else: a number alone can.
    pub(super) fn is_sure(&self) -> bool {
        self.series != "number" && self.series != "title"
    }
}

/// Words in front of a number that count levels.
const LEVELS: [&str; 8] = ["level", "lvl", "grade", "band", "tier", "stage", "rank", "rung"];
/// Letters in front of a number that count something else.
const OTHERS: [&str; 36] = [
    "appendix", "chapter", "class", "css", "day", "ecma", "es", "example", "fig", "figure", "h", "html", "http", "iso",
    "item", "ipv", "k", "lesson", "module", "month", "no", "note", "oauth", "part", "phase", "python", "q", "question",
    "rfc", "s", "section", "sha", "step", "table", "utf", "v",
];
/// Titles from the lowest to the highest; those of one line are alike.
const TITLES: [&[&str]; 9] = [
    &["intern", "trainee", "novice", "apprentice", "awareness"],
    &["graduate", "entry", "beginner", "beginning", "foundational"],
    &["junior", "associate", "working"],
    &["mid", "midlevel", "intermediate", "competent", "journeyman", "practitioner", "developing"],
    &["senior", "proficient", "advanced"],
    &["lead", "staff", "expert", "master"],
    &["principal", "architect"],
    &["distinguished", "director"],
    &["fellow", "vp", "cto"],
];
/// The place in [`TITLES`] of those who are neither junior nor senior.
const MIDDLE: usize = 3;
const TRADES: [&str; 8] = ["engineer", "developer", "designer", "analyst", "scientist", "programmer", "swe", "manager"];

/// The level that a heading, a bold line or a cell names, if it names one.
pub(super) fn label(text: &str) -> Option<Label> {
    let text = text.trim().trim_end_matches(':').trim();
    let words = text.split_whitespace().count();
    if text.is_empty() || words > 12 || text.chars().count() > 90 {
        return None;
    }
    code(text).or_else(|| code_behind(text)).or_else(|| title(text))
}

fn counted(series: &str, number: &str, name: &str, whole: &str) -> Option<Label> {
    let rank = rank(number)?;
    let short = if series == "level" || series == "number" { "l" } else { series };
    let digits = slug(number);
    let digits = if number.chars().all(|c| c.is_ascii_digit()) { digits } else { rank_id(rank) };
    let name = match (series, name) {
        ("number", "") => format!("Level {whole}"),
        (_, "") => whole.to_owned(),
        (_, name) => name.to_owned(),
    };
    Some(Label {
        key: format!("{short}{rank}"),
        id: format!("{}{digits}", slug(short)),
        name,
        series: series.to_owned(),
        rank: Some(rank),
    })
}

fn rank_id(rank: u32) -> String {
    if rank.is_multiple_of(10) { (rank / 10).to_string() } else { format!("{}-{}", rank / 10, rank % 10) }
}

/// A code in front, with a name behind it or none.
fn code(text: &str) -> Option<Label> {
    let letters: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    let behind = &text[letters.len()..];
    let series = letters.to_lowercase();
    let is_word = LEVELS.contains(&series.as_str());
    if series.is_empty() {
        let (number, rest) = number(behind)?;
        // A number alone, or one with a name behind a dash or a colon: "3. Results" is a chapter.
        let name = separated(rest)?;
        let is_chapter = rest.trim_start().starts_with(['.', ')']);
        return if is_chapter { None } else { counted("number", number, name, text) };
    }
    if OTHERS.contains(&series.as_str()) || (!is_word && series.len() > 4) {
        return None;
    }
    let joined = behind.strip_prefix(['-', ' ', '.']).unwrap_or(behind);
    if is_word {
        let (number, rest) = number(joined.trim_start()).or_else(|| spelled(joined.trim_start()))?;
        return counted("level", number, separated(rest)?, text);
    }
    let is_code = letters.chars().all(|c| c.is_ascii_uppercase()) || letters.len() == 1;
    let (number, rest) = number(joined).filter(|_| is_code && (joined.len() == behind.len() || letters.len() > 1))?;
    let is_digit = number.starts_with(|c: char| c.is_ascii_digit());
    (is_digit || joined.len() < behind.len()).then_some(())?;
    let name =
        if rest.starts_with(' ') || rest.is_empty() { separated(rest).or(Some(rest.trim())) } else { separated(rest) };
    counted(&series, number, name?, text)
}

/// A name with a code behind it: "Senior Engineer (L5)".
fn code_behind(text: &str) -> Option<Label> {
    let (name, behind) = match text.strip_suffix(')') {
        Some(open) => open.rsplit_once('(')?,
        None => text.rsplit_once([',', '\u{2013}', '\u{2014}', '|', ':']).or_else(|| text.rsplit_once(" - "))?,
    };
    let inner = code(behind.trim()).filter(|label| label.is_sure() && label.name == behind.trim())?;
    (name.split_whitespace().count() <= 6).then(|| Label { name: name.trim().to_owned(), ..inner })
}

/// A title, or a trade with a number: "Senior Engineer", "Engineer II".
fn title(text: &str) -> Option<Label> {
    let name = super::names::named(text).name;
    let normal = norm(&name);
    let words: Vec<&str> = normal.split(' ').collect();
    if words.len() > 5 || text.contains(['.', '?', '!', ';']) {
        return None;
    }
    let last = *words.last()?;
    let trade = words.iter().any(|word| TRADES.contains(word));
    if trade && words.len() > 1 && (last.parse::<u32>().is_ok() || roman(last).is_some()) {
        let number = name.split_whitespace().last()?;
        let series = words[..words.len() - 1].join("-");
        return counted(&series, number, text, text);
    }
    let rank = words.iter().filter_map(|word| TITLES.iter().position(|titles| titles.contains(word))).max();
    // A trade without a title is the level between junior and senior.
    let plain = (TRADES.contains(&last) && words.len() <= 3).then_some(MIDDLE);
    let rank = rank.or(plain)?;
    let is_short = words.len() <= 2 || trade;
    is_short.then(|| Label {
        key: normal.clone(),
        id: slug(&name),
        name: text.to_owned(),
        series: "title".to_owned(),
        rank: Some(rank as u32 * 10),
    })
}

/// Splits a number from the front of a text: digits, with half steps, or a Roman one.
fn number(text: &str) -> Option<(&str, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits) {
        let tenth = text[digits..].strip_prefix('.').and_then(|rest| rest.bytes().next());
        let end = if tenth.is_some_and(|byte| byte.is_ascii_digit()) { digits + 2 } else { digits };
        let is_end = !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '%');
        return is_end.then(|| text.split_at(end));
    }
    let letters = text.bytes().take_while(|byte| b"IVX".contains(byte)).count();
    let is_end = !text[letters..].starts_with(char::is_alphanumeric);
    (letters > 0 && is_end && roman(&text[..letters].to_lowercase()).is_some()).then(|| text.split_at(letters))
}

/// Splits a spelled number from the front of a text.
fn spelled(text: &str) -> Option<(&str, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    SPELLED.contains(&text[..end].to_lowercase().as_str()).then(|| text.split_at(end))
}

const SPELLED: [&str; 11] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

fn roman(text: &str) -> Option<u32> {
    ROMAN.iter().position(|roman| *roman == text).map(|at| at as u32 + 1)
}

/// A number in tenths.
fn rank(number: &str) -> Option<u32> {
    let lower = number.to_lowercase();
    if let Some(whole) = roman(&lower) {
        return Some(whole * 10);
    }
    if let Some(at) = SPELLED.iter().position(|spelled| *spelled == lower) {
        return Some(at as u32 * 10);
    }
    let (whole, tenth) = number.split_once('.').unwrap_or((number, "0"));
    Some(whole.parse::<u32>().ok()? * 10 + tenth.parse::<u32>().ok()?)
}

/// What stands behind a code and its dash, colon or bracket; `None` if something else follows.
fn separated(rest: &str) -> Option<&str> {
    let rest = rest.trim();
    if rest.is_empty() {
        return Some("");
    }
    let name =
        rest.trim_start_matches([':', '-', '\u{2013}', '\u{2014}', '\u{2212}', '|', '/', '.', ')', ',', '\u{b7}']);
    if name.len() < rest.len() {
        return Some(name.trim());
    }
    rest.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).map(str::trim)
}

/// What a name begins with, up to a colon or a dash, if that names a level; and the rest.
pub(super) fn leading(text: &str) -> Option<(Label, String)> {
    let (front, rest) =
        text.split_once(':').or_else(|| text.split_once(" \u{2013} ")).or_else(|| text.split_once(" \u{2014} "))?;
    Some((label(front).filter(|label| label.series != "number")?, rest.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, id: &str, name: &str) {
        let label = label(text).unwrap_or_else(|| panic!("{text:?} names no level"));
        assert_eq!((label.id.as_str(), label.name.as_str()), (id, name), "{text}");
    }

    #[test]
    fn levels_are_named_in_many_ways() {
        check("L1 - Learning", "l1", "Learning");
        check("L0: The Magician", "l0", "The Magician");
        check("L2 \u{2014} Builder", "l2", "Builder");
        check("E1", "e1", "E1");
        check("IC3: Senior", "ic3", "Senior");
        check("IC-4 (Staff)", "ic4", "Staff");
        check("Level 2", "l2", "Level 2");
        check("Level III: Deep", "l3", "Deep");
        check("Level Four", "l4", "Level Four");
        check("Senior Engineer (L5)", "l5", "Senior Engineer");
        check("Software Engineer II", "software-engineer2", "Software Engineer II");
        check("Senior", "senior", "Senior");
        check("Staff Engineer:", "staff-engineer", "Staff Engineer");
        check("Programmer", "programmer", "Programmer");
        check("L4.5 Bridge", "l4-5", "Bridge");
        check("3", "l3", "Level 3");
    }

    #[test]
    fn other_headings_name_none() {
        for text in [
            "FAQ",
            "Motivation",
            "HTML5",
            "Chapter 2",
            "1. Introduction",
            "Leadership",
            "Technical",
            "S3",
            "",
            ":",
            "Senior people are expected to write and to review most of the code.",
            "Step 1",
            "Q1 2024",
            "IVY",
            "50%",
        ] {
            assert_eq!(label(text), None, "{text}");
        }
    }

    #[test]
    fn one_level_has_one_key() {
        let key = |text| label(text).expect("a level").key;
        assert_eq!(key("L1 - Learning"), key("L1"));
        assert_eq!(key("Level 1"), key("l1: Learning"));
        assert_ne!(key("L1"), key("L1.5"));
    }
}
