//! The document cut at its headings, and each section into its quotation, texts, labeled texts and entries.

use crate::domain::content::export::marks::{self, Kind, MARKER};
use crate::domain::content::lint::is_hidden;

/// A heading with what stands below it.
#[derive(Debug)]
pub(super) struct Section {
    /// Counted from 1.
    pub(super) line: usize,
    /// `None` if the heading begins with none of the words that say what it is.
    pub(super) kind: Option<Kind>,
    /// As it stands there, without its comment.
    pub(super) heading: String,
    pub(super) facts: Vec<(String, String)>,
    pub(super) parts: Vec<Part>,
    /// The lines below the heading, as they stand there.
    pub(super) raw: Vec<String>,
    /// Whether an entry of a list has begun.
    is_listed: bool,
}

/// A stretch of a section.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) line: usize,
    pub(super) is: Is,
    pub(super) text: String,
    pub(super) facts: Vec<(String, String)>,
    /// Its lines; `None` where the document has a blank one.
    lines: Vec<Option<String>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Is {
    Quote,
    Text,
    Field(&'static str),
    /// An entry of a list, with the names in bold before its text.
    Entry(String),
}

impl Section {
    /// What stands behind the colon of its heading, or the whole heading.
    pub(super) fn name(&self) -> String {
        let has_word = !matches!(self.kind, None | Some(Kind::City));
        let behind = self.heading.split_once(':').filter(|_| has_word);
        marks::from_one_line(behind.map_or(self.heading.as_str(), |(_, name)| name).trim_matches(' '))
    }

    pub(super) fn fact(&self, name: &str) -> Option<&str> {
        fact(&self.facts, name)
    }

    /// The only part of that sort, taken out.
    pub(super) fn take(&mut self, is: &Is) -> Option<String> {
        let at = self.parts.iter().position(|part| part.is == *is)?;
        Some(self.parts.remove(at).text)
    }
}

pub(super) fn fact<'f>(facts: &'f [(String, String)], name: &str) -> Option<&'f str> {
    facts.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
}

/// What a heading is about.
fn kind(heading: &str) -> Option<Kind> {
    let lower = heading.to_lowercase();
    let word = lower.split_once(':').map(|(word, _)| word.trim_end());
    let floor = lower.strip_prefix("floor ").map(str::trim_start);
    Some(match (word, lower.as_str()) {
        (Some("level"), _) => Kind::Level,
        (Some("district"), _) => Kind::District,
        (Some("building"), _) => Kind::Building,
        (Some("note"), _) => Kind::Note,
        (_, "glossary") => Kind::Glossary,
        (_, "assessment") => Kind::Assessment,
        (_, "scale") => Kind::Scale,
        (_, "motivation") => Kind::Motivation,
        (_, "questions") => Kind::Questions,
        (_, "remarks") => Kind::Remarks,
        (_, lower) if lower.starts_with("step from ") => Kind::Step,
        _ if floor.is_some_and(|rest| rest.starts_with("at ") || rest.starts_with(|c: char| c.is_ascii_digit())) => {
            Kind::Floor
        }
        _ => return None,
    })
}

/// Every section, and what stands above the first.
pub(super) fn sections(text: &str) -> (Vec<Section>, Section) {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let seen = |c: char| if c == '\t' { Some(' ') } else { (!is_hidden(c)).then_some(c) };
    let text: String = text.chars().filter_map(seen).collect();
    let mut above = Section::new(0, Some(Kind::Note), String::new(), Vec::new());
    let mut sections: Vec<Section> = Vec::new();
    let mut has_city = false;
    for (at, line) in text.split('\n').enumerate() {
        let number = at + 1;
        let Some((depth, words)) = marks::heading(line) else {
            let section = sections.last_mut().unwrap_or(&mut above);
            if !line.starts_with(MARKER) {
                section.push(number, line);
            }
            continue;
        };
        let (words, facts) = marks::from_comment(words);
        let kind = if depth == 1 && !has_city { Some(Kind::City) } else { kind(words) };
        has_city |= kind == Some(Kind::City);
        sections.push(Section::new(number, kind, words.to_owned(), facts));
    }
    sections.iter_mut().chain([&mut above]).for_each(Section::finish);
    (sections, above)
}

impl Section {
    fn new(line: usize, kind: Option<Kind>, heading: String, facts: Vec<(String, String)>) -> Self {
        Self { line, kind, heading, facts, parts: Vec::new(), raw: Vec::new(), is_listed: false }
    }

    fn push(&mut self, number: usize, line: &str) {
        self.raw.push(line.to_owned());
        let kind = self.kind.unwrap_or(Kind::Note);
        if marks::is_blank(line) {
            return self.parts.iter_mut().last().into_iter().for_each(|part| part.lines.push(None));
        }
        let is_quote = matches!(self.parts.last(), None | Some(Part { is: Is::Quote, .. }));
        if let Some(quoted) = line.strip_prefix('>').filter(|_| kind.has_quote() && is_quote) {
            let quoted = quoted.strip_prefix(' ').unwrap_or(quoted).to_owned();
            return self.going_on(number, &Is::Quote).lines.push(Some(quoted));
        }
        if let Some((label, rest)) = marks::label(kind, line) {
            return self.begin(number, Is::Field(label), rest);
        }
        let may_list =
            kind.has_items() && (self.is_listed || !matches!(self.parts.last(), Some(Part { is: Is::Field(_), .. })));
        if let Some(rest) = line.strip_prefix("- ").or_else(|| (line == "-").then_some("")).filter(|_| may_list) {
            let (rest, facts) = match marks::from_comment(rest) {
                (rest, facts) if kind == Kind::Floor && fact(&facts, "id").is_some() => (rest, facts),
                _ => (rest, Vec::new()),
            };
            let (lead, rest) = if kind.has_leads() { lead(rest) } else { (String::new(), rest) };
            self.is_listed = true;
            self.begin(number, Is::Entry(lead), rest);
            return self.parts.iter_mut().last().into_iter().for_each(|part| part.facts.clone_from(&facts));
        }
        let indent = match self.parts.last() {
            Some(Part { is: Is::Entry(_), .. }) => 2,
            Some(Part { is: Is::Field(_), .. }) if self.is_listed => 4,
            _ => 0,
        };
        let blanks = line.len() - line.trim_start_matches(' ').len();
        let is_behind = self.parts.last().is_some_and(|part| part.lines.last() == Some(&None));
        let is_new = matches!(self.parts.last(), None | Some(Part { is: Is::Quote, .. }))
            || (indent > 0 && blanks == 0 && is_behind);
        if is_new {
            self.parts.push(Part::new(number, Is::Text));
        }
        let line = marks::unescaped(kind, if is_new { line } else { &line[blanks.min(indent)..] });
        self.parts.iter_mut().last().into_iter().for_each(|part| part.lines.push(Some(line.to_owned())));
    }

    /// The last part, if it is of that sort, or a new one.
    fn going_on(&mut self, number: usize, is: &Is) -> &mut Part {
        if self.parts.last().is_none_or(|part| part.is != *is) {
            self.parts.push(Part::new(number, is.clone()));
        }
        let last = self.parts.len() - 1;
        &mut self.parts[last]
    }

    /// A part that begins behind a label or a bullet.
    fn begin(&mut self, number: usize, is: Is, rest: &str) {
        let rest = rest.trim_start_matches(' ');
        let line = (!rest.is_empty()).then(|| marks::unescaped(self.kind.unwrap_or(Kind::Note), rest).to_owned());
        self.parts.push(Part { lines: vec![line], ..Part::new(number, is) });
    }

    fn finish(&mut self) {
        for part in &mut self.parts {
            let lines = std::mem::take(&mut part.lines);
            let first = lines.iter().position(Option::is_some).unwrap_or(lines.len());
            let end = lines.iter().rposition(Option::is_some).map_or(first, |last| last + 1);
            let lines: Vec<String> = lines[first..end].iter().cloned().map(Option::unwrap_or_default).collect();
            part.text = lines.join("\n");
        }
    }
}

impl Part {
    fn new(line: usize, is: Is) -> Self {
        Self { line, is, text: String::new(), facts: Vec::new(), lines: Vec::new() }
    }
}

/// Names in bold at the beginning of an entry, and what comes behind them.
fn lead(entry: &str) -> (String, &str) {
    let inner = entry.trim_start_matches(' ').strip_prefix("**");
    let found = inner.and_then(|inner| inner.split_once("**"));
    match found {
        Some((lead, rest)) if lead.ends_with(':') => (lead[..lead.len() - 1].to_owned(), rest),
        Some((lead, rest)) => (lead.to_owned(), rest.strip_prefix(':').unwrap_or(rest)),
        None => (String::new(), entry),
    }
}
