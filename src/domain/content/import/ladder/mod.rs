//! Ladders: levels with criteria in areas, as headings, bold lines, lists or tables, and either way around.

mod classify;
mod finish;
mod parts;
mod tables;

use super::document::{Block, Document, Kind};
use super::draft::Draft;
use super::labels::Label;
use super::names::norm;
use super::text::{Style, Text};
use classify::classify;
use parts::{entry_label, parts};
use std::collections::{BTreeMap, BTreeSet};

/// The depth of bold lines and of entries that are levels: below all headings.
const BOLD: u32 = 70;
const ENTRY: u32 = 75;
const BELOW: u32 = 80;
/// A name of more words is a sentence.
const NAME_WORDS: usize = 6;

/// What names the levels of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Heading(usize),
    Bold,
    Entry,
    /// Nothing but tables.
    Table,
}

/// Something to read: a block, or a part of one.
#[derive(Debug)]
struct Part<'d> {
    block: &'d Block,
    is: Is,
}

#[derive(Debug)]
enum Is {
    /// A heading, by its depth.
    Heading(usize, String),
    /// A line that stands for one.
    Bold(String),
    Entry {
        depth: usize,
        text: Text,
        has_children: bool,
    },
    Text(Text),
    Quote(Text),
    Table,
    Other,
}

/// The city of a ladder; `None` if there are no two levels with criteria, or not even one where it is `forced`.
pub(super) fn read(document: &Document, forced: bool) -> Option<Draft> {
    let parts = parts(document);
    let least = if forced { 1 } else { 2 };
    let mut draft = Draft { title: document.title.clone(), ..Draft::default() };
    let (class, labels) = classify(&parts, least, &mut draft)?;
    let counts = |key: &String| labels.iter().flatten().filter(|label| label.key == *key).count();
    let keys: BTreeSet<&String> = labels.iter().flatten().map(|label| &label.key).collect();
    let again = keys.iter().filter(|key| counts(key) > 1).count();
    let transposed = !keys.is_empty() && again * 2 >= keys.len();
    let mut reader = Reader {
        draft,
        class,
        transposed,
        entries_are_areas: false,
        leads_are_areas: false,
        levels: Vec::new(),
        portraits: BTreeMap::new(),
        areas: Vec::new(),
        path: Vec::new(),
        level: None,
        entry: Vec::new(),
        reasons: Vec::new(),
        closed: false,
        list_before: false,
    };
    reader.look_ahead(&parts, &labels);
    for (at, (part, label)) in parts.iter().zip(&labels).enumerate() {
        let next = parts.get(at + 1).map(|part| &part.is);
        reader.part(part, label.as_ref(), matches!(next, Some(Is::Entry { .. })));
    }
    reader.pop(0);
    reader.finish(document, least)
}

/// A heading that is open.
struct Open {
    depth: u32,
    name: String,
    line: usize,
    /// Whether anything was put below it.
    used: bool,
}

/// An area and its criteria by level.
struct Area {
    line: usize,
    path: Vec<String>,
    criteria: BTreeMap<usize, Vec<(usize, Text)>>,
}

#[expect(clippy::struct_excessive_bools, reason = "each says how one thing stands in this document")]
struct Reader {
    draft: Draft,
    class: Class,
    transposed: bool,
    /// Entries with entries below them are areas.
    entries_are_areas: bool,
    /// Bold words in front of entries are areas.
    leads_are_areas: bool,
    levels: Vec<(usize, Label)>,
    /// Epigraph and portrait of a level.
    portraits: BTreeMap<usize, (Option<String>, Option<String>)>,
    areas: Vec<Area>,
    path: Vec<Open>,
    /// The depth at which the level stands, and its index.
    level: Option<(u32, usize)>,
    /// The entries that the present one lies below: their areas or the words that introduce it.
    entry: Vec<(usize, Over)>,
    /// What is said of areas before their levels.
    reasons: Vec<(Vec<String>, Block, Text)>,
    closed: bool,
    list_before: bool,
}

/// What an entry is to those below it.
#[derive(Clone)]
enum Over {
    Area(String),
    Words(Text),
    Nothing,
}

impl Reader {
    /// How entries stand in levels that have no headings for their areas.
    fn look_ahead(&mut self, parts: &[Part<'_>], labels: &[Option<Label>]) {
        let (mut level, mut in_area) = (None, false);
        let (mut tops, mut parents) = (0, 0);
        let mut leads: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut bold = 0;
        for (part, label) in parts.iter().zip(labels) {
            if let Some(label) = label {
                (level, in_area) = (Some(label.key.clone()), false);
                continue;
            }
            match (&part.is, &level) {
                (Is::Heading(depth, _), _) if matches!(self.class, Class::Heading(of) if *depth <= of) => level = None,
                (Is::Heading(..) | Is::Bold(_), _) => in_area = true,
                (Is::Entry { depth: 0, text, has_children }, Some(key)) if !in_area => {
                    let words = text.plain().split(' ').count();
                    tops += 1;
                    parents += usize::from(*has_children && words <= NAME_WORDS);
                    if let Some((lead, rest)) = text.lead()
                        && (!rest.is_empty() || *has_children)
                    {
                        bold += 1;
                        leads.entry(norm(&lead)).or_default().insert(key.clone());
                    }
                }
                _ => {}
            }
        }
        let shared = leads.values().filter(|levels| levels.len() > 1).count();
        self.entries_are_areas = !self.transposed && tops > 0 && parents * 2 >= tops;
        self.leads_are_areas = !self.transposed && bold > 0 && shared * 2 >= leads.len();
    }

    /// Closes everything from `depth` on.
    fn pop(&mut self, depth: u32) {
        while self.path.last().is_some_and(|open| open.depth >= depth) {
            if let Some(open) = self.path.pop().filter(|open| !open.used) {
                let heading = self.heading_of(&open.name);
                self.draft.sections.open(open.line, &heading);
            }
        }
        if self.level.is_some_and(|(at, _)| at >= depth) {
            self.level = None;
        }
    }

    /// What a note is kept under: the name, with its level.
    fn heading_of(&self, name: &str) -> String {
        match self.level {
            Some((_, index)) if self.levels[index].1.name != name => format!("{}: {name}", self.levels[index].1.name),
            _ => name.to_owned(),
        }
    }

    fn keep(&mut self, block: &Block) {
        let name = match (self.path.last(), self.level) {
            (Some(open), Some((depth, _))) if open.depth > depth => open.name.clone(),
            (_, Some((_, index))) => self.levels[index].1.name.clone(),
            (Some(open), None) => open.name.clone(),
            (None, None) => self.draft.title.clone(),
        };
        if let Some(open) = self.path.last_mut() {
            open.used = true;
        }
        let heading = self.heading_of(&name);
        self.draft.sections.keep(&heading, block);
    }

    fn part(&mut self, part: &Part<'_>, label: Option<&Label>, before_list: bool) {
        let line = part.block.line;
        match &part.is {
            Is::Heading(depth, text) => self.head(*depth as u32 * 10, line, text, label),
            Is::Bold(text) => {
                let above = self.transposed && self.class == Class::Bold;
                let depth = if label.is_some() {
                    BOLD
                } else if above {
                    BOLD - 5
                } else {
                    BELOW
                };
                self.head(depth, line, text, label);
            }
            Is::Entry { depth, text, has_children } => self.entry(part.block, *depth, text, *has_children, label),
            Is::Text(text) => self.text(part.block, text, before_list),
            Is::Quote(text) => self.quote(part.block, text),
            Is::Table => self.table(part.block),
            Is::Other if part.block.kind == Kind::Rule => self.closed = true,
            Is::Other => self.keep(part.block),
        }
        self.list_before = matches!(part.is, Is::Entry { .. } | Is::Table);
    }

    fn head(&mut self, depth: u32, line: usize, text: &str, label: Option<&Label>) {
        self.entry.clear();
        self.closed = false;
        self.pop(depth);
        match label {
            Some(label) => {
                // What stands above a level holds it, or is its area.
                self.path.iter_mut().for_each(|open| open.used = true);
                let index = self.index_of(line, label);
                self.level = Some((depth, index));
            }
            None => self.path.push(Open { depth, name: text.to_owned(), line, used: false }),
        }
    }

    fn index_of(&mut self, line: usize, label: &Label) -> usize {
        if let Some(at) = self.levels.iter().position(|(_, known)| known.key == label.key) {
            // "L1" in one place and "L1 - Learning" in another.
            let known = &mut self.levels[at].1;
            if label.name.len() > known.name.len() {
                known.name.clone_from(&label.name);
            }
            return at;
        }
        self.levels.push((line, label.clone()));
        self.levels.len() - 1
    }

    /// The names of the area that stands here.
    fn area_path(&mut self) -> Vec<String> {
        let level_depth = self.level.map_or(0, |(depth, _)| depth);
        let transposed = self.transposed;
        let opens = self.path.iter_mut().filter(|open| transposed || open.depth > level_depth);
        let mut path: Vec<String> = Vec::new();
        for open in opens {
            open.used = true;
            path.push(open.name.clone());
        }
        path
    }

    fn add(&mut self, line: usize, path: Vec<String>, text: Text) {
        let Some((_, level)) = self.level else { return };
        self.add_at(level, line, path, text);
    }

    fn add_at(&mut self, level: usize, line: usize, path: Vec<String>, text: Text) {
        let key = |path: &[String]| path.iter().map(|name| norm(name)).collect::<Vec<_>>();
        let wanted = key(&path);
        let at = self.areas.iter().position(|area| key(&area.path) == wanted).unwrap_or_else(|| {
            self.areas.push(Area { line, path, criteria: BTreeMap::new() });
            self.areas.len() - 1
        });
        self.areas[at].criteria.entry(level).or_default().push((line, text));
    }

    fn entry(&mut self, block: &Block, depth: usize, text: &Text, has_children: bool, named: Option<&Label>) {
        while self.entry.last().is_some_and(|(above, _)| *above >= depth) {
            self.entry.pop();
        }
        if depth == 0 && self.level.is_some_and(|(at, _)| at == ENTRY) {
            self.level = None;
        }
        let mut text = text.clone();
        if let Some(label) = named {
            self.path.iter_mut().for_each(|open| open.used = true);
            let index = self.index_of(block.line, label);
            self.level = Some((ENTRY, index));
            text = entry_label(&text).map(|(_, rest)| rest).unwrap_or_default();
            if text.is_empty() {
                self.entry.push((depth, Over::Nothing));
                return;
            }
        }
        if self.level.is_none() {
            return self.keep(block);
        }
        let mut path = self.area_path();
        path.extend(self.entry.iter().filter_map(|(_, over)| match over {
            Over::Area(name) => Some(name.clone()),
            _ => None,
        }));
        let plain = text.plain();
        let is_name = plain.split(' ').count() <= NAME_WORDS || plain.ends_with(':');
        if depth == 0 && path.is_empty() && named.is_none() {
            if let Some((lead, rest)) = text.lead().filter(|_| self.leads_are_areas) {
                self.entry.push((depth, Over::Area(lead.clone())));
                if !rest.is_empty() {
                    self.add(block.line, vec![lead], rest);
                }
                return;
            }
            if self.entries_are_areas && has_children && is_name {
                self.entry.push((depth, Over::Area(plain.trim_end_matches(':').to_owned())));
                return;
            }
        }
        let over = if has_children && plain.ends_with(':') { Over::Words(text.clone()) } else { Over::Nothing };
        let is_intro = matches!(over, Over::Words(_));
        let mut whole = Text::default();
        if let Some((_, Over::Words(words))) = self.entry.last() {
            whole.0.extend(words.0.iter().cloned());
            whole.push(" ", Style::Plain);
        }
        whole.0.extend(text.0);
        if is_intro {
            self.entry.push((depth, Over::Words(whole)));
        } else if !whole.is_empty() {
            self.entry.push((depth, over));
            self.add(block.line, path, whole);
        }
    }

    fn text(&mut self, block: &Block, text: &Text, before_list: bool) {
        let Some((depth, index)) = self.level else {
            // The first words of all say what this is.
            if self.levels.is_empty() && self.draft.summary.is_none() && text.lead().is_none() {
                self.draft.summary = Some(text.marked());
                let heading = self.path.last().map_or(self.draft.title.as_str(), |open| open.name.as_str());
                let says = format!("\"{heading}\" gives the city its summary");
                self.draft.understood(block.line, says);
                self.path.iter_mut().for_each(|open| open.used = true);
                return;
            }
            if self.transposed && !self.path.is_empty() && !self.closed {
                let path = self.area_path();
                self.reasons.push((path, block.clone(), text.clone()));
                return;
            }
            return self.keep_part(block, text);
        };
        if self.closed {
            return self.keep_part(block, text);
        }
        let in_area = self.path.last().is_some_and(|open| open.depth > depth);
        if let Some((lead, rest)) = text.lead().filter(|(lead, rest)| !rest.is_empty() && is_name(lead)) {
            let mut path = self.area_path();
            path.push(lead);
            self.add(block.line, path, rest);
        } else if (in_area || self.transposed) && !before_list && !self.list_before {
            let path = self.area_path();
            self.draft.guessed(block.line, "a paragraph is taken for a criterion, since no list stands here");
            self.add(block.line, path, text.clone());
        } else if in_area || self.transposed || self.list_before {
            self.keep_part(block, text);
        } else {
            let (_, portrait) = self.portraits.entry(index).or_default();
            let before = portrait.take().map(|before| before + "\n\n").unwrap_or_default();
            *portrait = Some(before + &text.marked());
        }
    }

    /// Keeps what is left of a paragraph.
    fn keep_part(&mut self, block: &Block, text: &Text) {
        self.keep(&Block { line: block.line, kind: Kind::Paragraph(text.clone()) });
    }

    fn quote(&mut self, block: &Block, text: &Text) {
        let in_area = |depth| self.path.last().is_some_and(|open| open.depth > depth);
        match self.level {
            Some((depth, index)) if !in_area(depth) && !self.closed && !self.list_before => {
                let (epigraph, _) = self.portraits.entry(index).or_default();
                if epigraph.is_none() {
                    *epigraph = Some(text.marked());
                } else {
                    self.keep(block);
                }
            }
            _ => self.keep(block),
        }
    }
}

fn is_name(text: &str) -> bool {
    text.split(' ').count() <= NAME_WORDS
}
