//! The marks of Laddertown's own Markdown: what of a line is structure, and how a text that looks like it is told apart.
//!
//! Writer and reader share them, so that every text comes back as it was:
//! - structure is a heading, a label in bold that the heading knows, an entry of a list and a quotation below a heading;
//! - a line of a text that looks like one of these, and a blank line at its edge, stands behind one more backslash;
//! - a name on one line writes what would break it as `&#10;` and the like, which Markdown shows as the character.

use std::fmt::Write;

/// How a document in this form begins.
pub const MARKER: &str = "<!-- Laddertown's own Markdown";

/// What a heading is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    City,
    Level,
    District,
    Building,
    Floor,
    Glossary,
    Assessment,
    Scale,
    Step,
    Motivation,
    Questions,
    Note,
    Remarks,
}

impl Kind {
    /// The labels that name texts below such a heading.
    pub fn labels(self) -> &'static [&'static str] {
        match self {
            Self::Floor => &[
                "Why", "Know", "Assume", "Learn", "Prose", "Claim", "Kind", "Breaks", "Ask", "Answer", "Related",
                "Evidence", "Helped by",
            ],
            Self::Assessment => &["Rhythm", "Satisfied from", "Targets", "Hold", "Reach"],
            Self::Questions => &["Ask", "Answer"],
            _ => &[],
        }
    }

    /// Whether a quotation below the heading is its one line: epigraph, tagline, subtitle.
    pub fn has_quote(self) -> bool {
        matches!(self, Self::Level | Self::District | Self::Building)
    }

    /// Whether entries of lists are things below it, and not part of a text.
    pub fn has_items(self) -> bool {
        matches!(self, Self::Floor | Self::Glossary | Self::Scale | Self::Step | Self::Motivation | Self::Remarks)
    }

    /// Whether its entries begin with names in bold.
    pub fn has_leads(self) -> bool {
        matches!(self, Self::Glossary | Self::Scale)
    }
}

/// Where a text begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// On a line of its own.
    Line,
    /// Behind a label or the bullet of a list.
    Inline,
}

/// The depth of a heading and its words.
pub fn heading(line: &str) -> Option<(usize, &str)> {
    let rest = line.trim_start_matches('#');
    let depth = line.len() - rest.len();
    ((1..=6).contains(&depth) && (rest.is_empty() || rest.starts_with(' '))).then(|| (depth, rest.trim_matches(' ')))
}

/// The label that a line begins with, and what comes behind it.
pub fn label(kind: Kind, line: &str) -> Option<(&'static str, &str)> {
    let line = line.trim_start_matches(' ');
    let inner = line.strip_prefix("- ").unwrap_or(line).strip_prefix("**")?;
    let (name, rest) = inner.split_once("**")?;
    let (name, rest) = match name.strip_suffix(':') {
        Some(name) => (name, rest),
        None => (name, rest.strip_prefix(':')?),
    };
    let known = kind.labels().iter().find(|label| label.eq_ignore_ascii_case(name.trim()))?;
    Some((known, rest))
}

/// Whether there is nothing on a line but spaces.
pub fn is_blank(line: &str) -> bool {
    line.trim_matches(' ').is_empty()
}

fn is_structure(kind: Kind, line: &str) -> bool {
    heading(line).is_some() || label(kind, line).is_some()
}

/// What a backslash in front of it is for.
fn is_hidden_by_backslash(kind: Kind, line: &str) -> bool {
    is_structure(kind, line) || is_blank(line) || line.starts_with([' ', '>'])
}

/// The lines of a text, as they stand in the document.
pub fn escaped(kind: Kind, start: Start, text: &str) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let last = lines.len() - 1;
    let line = |(at, line): (usize, &&str)| {
        let rest = line.trim_start_matches('\\');
        let looks_alike = if rest.len() < line.len() {
            is_hidden_by_backslash(kind, rest)
        } else {
            let is_edge = at == 0 || at == last;
            let is_start = at == 0
                && match start {
                    Start::Line => kind.has_quote() && line.starts_with('>'),
                    Start::Inline => line.starts_with(' '),
                };
            is_structure(kind, line) || (is_blank(line) && (is_edge || !line.is_empty())) || is_start
        };
        if looks_alike { format!("\\{line}") } else { (*line).to_owned() }
    };
    lines.iter().enumerate().map(line).collect()
}

/// A line of a text without the backslash that told it apart.
pub fn unescaped(kind: Kind, line: &str) -> &str {
    let rest = line.trim_start_matches('\\');
    let is_told_apart = rest.len() < line.len() && is_hidden_by_backslash(kind, rest);
    if is_told_apart { &line[1..] } else { line }
}

/// A text on one line, in which none of `others` stands.
pub fn one_line(text: &str, others: &[char]) -> String {
    let last = text.chars().count().saturating_sub(1);
    let mut written = String::with_capacity(text.len());
    for (at, (byte, c)) in text.char_indices().enumerate() {
        let rest = &text[byte..];
        let is_told_apart = match c {
            '\n' => true,
            ' ' => at == 0 || at == last,
            '<' => rest.starts_with("<!--"),
            '&' => numbered(rest).is_some(),
            c => others.contains(&c),
        };
        if is_told_apart {
            let _ = write!(written, "&#{};", c as u32);
        } else {
            written.push(c);
        }
    }
    written
}

/// The text that stands on one line.
pub fn from_one_line(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let (c, length) = numbered(rest).unwrap_or((c, c.len_utf8()));
        text.push(c);
        rest = &rest[length..];
    }
    text
}

/// The character that a text begins with as `&#10;`, and how long that is.
fn numbered(text: &str) -> Option<(char, usize)> {
    let inner = text.strip_prefix("&#")?;
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let code = inner[..digits].parse::<u8>().ok().filter(u8::is_ascii)?;
    let c = char::from(code);
    let can_be = digits <= 3 && inner[digits..].starts_with(';') && (c == '\n' || !c.is_control());
    can_be.then_some((c, digits + 3))
}

/// What a comment at the end of a line says, as `<!-- id: gate, founded: l0 -->`.
pub fn comment(facts: &[(&str, String)]) -> String {
    let fact =
        |(name, value): &(&str, String)| if value.is_empty() { (*name).to_owned() } else { format!("{name}: {value}") };
    let facts: Vec<String> = facts.iter().map(fact).collect();
    if facts.is_empty() { String::new() } else { format!(" <!-- {} -->", facts.join(", ")) }
}

/// A line without the comment at its end, and the facts in it.
pub fn from_comment(line: &str) -> (&str, Vec<(String, String)>) {
    let found = line.trim_end_matches(' ').strip_suffix("-->").and_then(|front| front.rsplit_once("<!--"));
    let Some((front, inner)) = found else { return (line, Vec::new()) };
    let fact = |fact: &str| {
        let (name, value) = fact.split_once(':').unwrap_or((fact, ""));
        (name.trim().to_lowercase(), value.trim().to_owned())
    };
    (front.strip_suffix(' ').unwrap_or(front), inner.split(',').map(fact).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_looks_like_structure_is_told_apart() {
        let text = "A line.\n# no heading\n- an entry\n**Why:** no label\n\\# a backslash\n\\n stays\n";
        let lines = escaped(Kind::Floor, Start::Line, text);
        let expected =
            ["A line.", "\\# no heading", "- an entry", "\\**Why:** no label", "\\\\# a backslash", "\\n stays", "\\"];
        assert_eq!(lines, expected);
    }

    #[test]
    fn names_stay_readable() {
        assert_eq!(one_line("R&D: C & C++", &['*']), "R&D: C & C++");
        assert_eq!(one_line(" a\nb* &#10; &amp;", &['*']), "&#32;a&#10;b&#42; &#38;#10; &amp;");
    }

    proptest! {
        #[test]
        fn any_line_comes_back(text in "[ a\n&#0-9;*,<!:-]{0,20}|\\PC{0,20}") {
            let line = one_line(&text, &['*', ',']);
            prop_assert!(!line.contains(['\n', '*', ',']) && line.trim_matches(' ') == line);
            prop_assert_eq!(from_one_line(&line), text);
        }
    }
}
