//! Ladders: levels with criteria in areas, as headings, bold lines, lists or tables, and either way around.

use super::assessment::assessment;
use super::document::{Block, Document, Kind};
use super::draft::{Building, District, Draft, Floor, Level};
use super::labels::{Label, label, leading};
use super::names::{Ids, norm, slug};
use super::report::many;
use super::table::{self, Shape};
use super::text::{Style, Text};
use crate::domain::content::{Body, Criterion};
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

/// The blocks of a document, with lines that stand for headings taken out of their paragraphs.
fn parts(document: &Document) -> Vec<Part<'_>> {
    let is_heading = |block: &Block| matches!(block.kind, Kind::Heading(..));
    let bare = !document.blocks.iter().any(is_heading);
    let mut parts = Vec::new();
    for (at, block) in document.blocks.iter().enumerate() {
        let next = document.blocks.get(at + 1).map(|block| &block.kind);
        match &block.kind {
            Kind::Heading(depth, text) => parts.push(Part { block, is: Is::Heading(*depth, text.plain()) }),
            Kind::Paragraph(text) => {
                paragraph(block, text, bare, matches!(next, Some(Kind::Item { .. })), &mut parts);
            }
            Kind::Item { depth, text, .. } => {
                let has_children = matches!(next, Some(Kind::Item { depth: below, .. }) if below > depth);
                let before_list = matches!(next, Some(Kind::Item { .. }));
                let (text, head) = if bare { without_head(text, before_list) } else { (text.clone(), None) };
                parts.push(Part { block, is: Is::Entry { depth: *depth, text, has_children } });
                parts.extend(head.map(|head| Part { block, is: Is::Bold(head) }));
            }
            Kind::Quote(text) => parts.push(Part { block, is: Is::Quote(text.clone()) }),
            Kind::Table(_) => parts.push(Part { block, is: Is::Table }),
            Kind::Aside(_) | Kind::Rule => parts.push(Part { block, is: Is::Other }),
        }
    }
    parts
}

fn paragraph<'d>(block: &'d Block, text: &Text, bare: bool, before_list: bool, parts: &mut Vec<Part<'d>>) {
    let lines = text.lines();
    let count = lines.len();
    let is_head = |(at, line): (usize, &Text)| {
        let plain = line.plain();
        let words = plain.split(' ').count();
        let is_bold = line.lead().is_some_and(|(_, rest)| rest.is_empty()) && words <= 12;
        let is_level = label(&plain).is_some_and(|label| label.is_sure()) && words <= NAME_WORDS;
        let is_last = at + 1 == count && before_list;
        let is_name =
            !plain.ends_with(['.', ',', ';', '?', '!']) && (plain.ends_with(':') && words <= 3 || bare && words <= 5);
        is_bold || is_level && (count == 1 || bare) || is_last && is_name
    };
    let heads = lines.iter().enumerate().take_while(|line| is_head(*line)).count();
    let last = lines.last().filter(|line| heads < count && is_head((count - 1, line)));
    for line in &lines[..heads] {
        parts.push(Part { block, is: Is::Bold(line.plain().trim_end_matches(':').trim_end().to_owned()) });
    }
    let rest = &lines[heads..count - usize::from(last.is_some())];
    if !rest.is_empty() {
        parts.push(Part { block, is: Is::Text(joined(rest)) });
    }
    if let Some(line) = last {
        parts.push(Part { block, is: Is::Bold(line.plain().trim_end_matches(':').trim_end().to_owned()) });
    }
}

/// An entry of a plain text, and the heading of the next ones that follows it without a blank line.
fn without_head(text: &Text, before_list: bool) -> (Text, Option<String>) {
    let mut lines = text.lines();
    let is_head = |line: &Text| {
        let plain = line.plain();
        let is_short = plain.split(' ').count() <= 4 && plain.starts_with(char::is_uppercase);
        before_list && is_short && !plain.ends_with(['.', ',', ';', '?', '!'])
    };
    if lines.len() < 2 || !lines.last().is_some_and(is_head) {
        return (text.clone(), None);
    }
    let head = lines.pop().map(|line| line.plain().trim_end_matches(':').trim_end().to_owned());
    (joined(&lines), head)
}

/// Lines as one text.
fn joined(lines: &[Text]) -> Text {
    let mut text = Text::default();
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            text.push("", Style::Break);
        }
        text.0.extend(line.0.iter().cloned());
    }
    text
}

/// The name that an entry begins with, bold or before a colon.
fn entry_label(text: &Text) -> Option<(Label, Text)> {
    if let Some((lead, rest)) = text.lead() {
        return Some((label(&lead)?, rest));
    }
    let (label, _) = leading(&text.plain())?;
    let (_, rest) = text.label().or_else(|| {
        let mut rest = text.clone();
        let run = rest.0.first_mut()?;
        let (_, behind) = run.text.split_once([':', '\u{2013}', '\u{2014}'])?;
        run.text = behind.trim_start().to_owned();
        Some((String::new(), rest))
    })?;
    Some((label, rest))
}

/// What names the levels, and the level that each part names.
fn classify(parts: &[Part<'_>], least: usize, draft: &mut Draft) -> Option<(Class, Vec<Option<Label>>)> {
    let of = |class: Class| -> Vec<Option<Label>> {
        let found = parts.iter().map(|part| match (&part.is, class) {
            (Is::Heading(depth, text), Class::Heading(of)) if *depth == of => Some(label(text)),
            (Is::Bold(text), Class::Bold) => Some(label(text)),
            (Is::Entry { depth: 0, text, .. }, Class::Entry) => Some(entry_label(text).map(|(label, _)| label)),
            _ => None,
        });
        let found: Vec<Option<Option<Label>>> = found.collect();
        let all = found.iter().flatten().count();
        let labels: Vec<Option<Label>> = found.into_iter().map(Option::flatten).collect();
        trusted(labels, all, class)
    };
    let mut classes: Vec<Class> = (1..=6).map(Class::Heading).collect();
    classes.extend([Class::Bold, Class::Entry]);
    let mut best: Option<(usize, Class, Vec<Option<Label>>)> = None;
    for class in classes {
        let labels = of(class);
        let keys = labels.iter().flatten().map(|label| &label.key).collect::<BTreeSet<_>>().len();
        if keys >= least && best.as_ref().is_none_or(|(most, ..)| keys > *most) {
            best = Some((keys, class, labels));
        }
    }
    if let Some((_, class, labels)) = best {
        return Some((class, labels));
    }
    let has_table =
        parts.iter().any(|part| matches!(&part.block.kind, Kind::Table(rows) if table::shape(rows).is_some()));
    if has_table {
        return Some((Class::Table, parts.iter().map(|_| None).collect()));
    }
    let (depth, labels) = by_repetition(parts)?;
    let line = parts.iter().zip(&labels).find(|(_, label)| label.is_some()).map_or(0, |(part, _)| part.block.line);
    draft.guessed(line, "these headings are taken for levels, since the same areas stand below each of them");
    Some((Class::Heading(depth), labels))
}

/// Those labels that belong together: of a series with two members, or titles where most of the class are some.
fn trusted(labels: Vec<Option<Label>>, all: usize, class: Class) -> Vec<Option<Label>> {
    let members = |series: &str| {
        let keys = labels.iter().flatten().filter(|label| label.series == series).map(|label| &label.key);
        keys.collect::<BTreeSet<_>>().len()
    };
    let labelled = labels.iter().flatten().count();
    let is_trusted = |label: &Label| match label.series.as_str() {
        "number" => members("number") >= 3 && labelled * 2 >= all,
        "title" => members("title") >= 2 && (labelled * 3 >= all || (class != Class::Entry && members("title") >= 3)),
        _ => true,
    };
    labels.iter().map(|label| label.clone().filter(is_trusted)).collect()
}

/// Headings of one depth below which the same names come again and again: levels with names of their own.
fn by_repetition(parts: &[Part<'_>]) -> Option<(usize, Vec<Option<Label>>)> {
    (1..=5).find_map(|of| {
        let mut parents: Vec<(usize, BTreeSet<String>)> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            match &part.is {
                Is::Heading(depth, _) if *depth == of => parents.push((at, BTreeSet::new())),
                Is::Heading(depth, _) if *depth < of => parents.push((usize::MAX, BTreeSet::new())),
                Is::Heading(_, text) | Is::Bold(text) => {
                    parents.last_mut().map(|(_, names)| names.insert(norm(text)));
                }
                _ => {}
            }
        }
        parents.retain(|(at, _)| *at != usize::MAX);
        let shared = |names: &BTreeSet<String>| {
            let others = |name: &&String| parents.iter().filter(|(_, names)| names.contains(*name)).count() > 1;
            names.iter().filter(others).count()
        };
        let levels: Vec<usize> = parents.iter().filter(|(_, names)| shared(names) >= 2).map(|(at, _)| *at).collect();
        let labels = parts.iter().enumerate().map(|(at, part)| match &part.is {
            Is::Heading(_, text) if levels.contains(&at) => Some(Label {
                key: norm(text),
                id: slug(text),
                name: text.clone(),
                series: "title".to_owned(),
                rank: None,
            }),
            _ => None,
        });
        (levels.len() >= 2).then(|| (of, labels.collect()))
    })
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

    fn table(&mut self, block: &Block) {
        let Kind::Table(rows) = &block.kind else { return };
        let shape = table::shape(rows);
        // The headings above a table are its areas, unless it stands within a level.
        let before = self.transposed;
        self.transposed = before || self.level.is_none();
        match (shape, self.level) {
            (Some(Shape::Columns(labels)), _) => self.columns(block, rows, &labels),
            (Some(Shape::Rows(labels)), _) => self.rows(block, rows, &labels),
            (None, Some(_)) if rows.first().is_some_and(|head| head.len() == 2) => {
                for row in &rows[1..] {
                    let Some([area, cell]) = row.get(..2) else { continue };
                    let mut path = self.area_path();
                    path.push(area.plain());
                    for text in table::criteria(cell) {
                        self.add(block.line, path.clone(), text);
                    }
                }
            }
            _ => self.keep(block),
        }
        self.transposed = before;
    }

    /// Levels as columns: a row is an area.
    fn columns(&mut self, block: &Block, rows: &[Vec<Text>], labels: &[Option<Label>]) {
        let levels: Vec<Option<usize>> =
            labels.iter().map(|label| label.as_ref().map(|label| self.index_of(block.line, label))).collect();
        let mut area = String::new();
        for (at, row) in rows.iter().enumerate().skip(1) {
            let line = block.line + at + 1;
            let front = row.first().map(Text::plain).unwrap_or_default();
            area = if front.is_empty() { area } else { front };
            for (column, cell) in row.iter().enumerate().skip(1) {
                let mut path = self.area_path();
                path.push(area.clone());
                path.retain(|name| !name.is_empty());
                match levels.get(column).copied().flatten() {
                    Some(level) => {
                        table::criteria(cell).into_iter().for_each(|text| self.add_at(level, line, path.clone(), text));
                    }
                    None => self.keep_cell(line, &rows[0], column, &area, cell),
                }
            }
        }
    }

    /// Levels as rows: a column is an area.
    fn rows(&mut self, block: &Block, rows: &[Vec<Text>], labels: &[Option<Label>]) {
        for (at, (row, label)) in rows.iter().zip(labels).enumerate().skip(1) {
            let line = block.line + at + 1;
            let level = label.as_ref().map(|label| self.index_of(line, label));
            for (column, cell) in row.iter().enumerate().skip(1) {
                let area = rows[0].get(column).map(Text::plain).unwrap_or_default();
                let mut path = self.area_path();
                path.push(area.clone());
                path.retain(|name| !name.is_empty());
                match level {
                    Some(level) => {
                        table::criteria(cell).into_iter().for_each(|text| self.add_at(level, line, path.clone(), text));
                    }
                    None => self.keep_cell(line, &rows[0], column, &row[0].plain(), cell),
                }
            }
        }
    }

    /// A cell that belongs to no level.
    fn keep_cell(&mut self, line: usize, head: &[Text], column: usize, row: &str, cell: &Text) {
        if cell.is_empty() {
            return;
        }
        let mut text = Text::default();
        let head = head.get(column).map(Text::plain).unwrap_or_default();
        text.push(&format!("{row}, {head}: "), Style::Plain);
        text.0.extend(cell.0.iter().cloned());
        self.keep(&Block { line, kind: Kind::Paragraph(text) });
    }

    fn finish(mut self, document: &Document, least: usize) -> Option<Draft> {
        let rated = self.areas.iter().flat_map(|area| area.criteria.keys()).collect::<BTreeSet<_>>().len();
        if rated < least {
            return None;
        }
        if document.title_line > 0 {
            let says = format!("the title, {}", document.title);
            self.draft.understood(document.title_line, says);
        }
        let order = self.order();
        let mut reasons: BTreeMap<usize, String> = BTreeMap::new();
        for (path, block, text) in std::mem::take(&mut self.reasons) {
            match self.areas.iter().position(|area| area.path == path) {
                Some(area) => {
                    let before = reasons.remove(&area).map(|before| before + "\n\n").unwrap_or_default();
                    reasons.insert(area, before + &text.marked());
                }
                None => {
                    let heading = path.last().cloned().unwrap_or_default();
                    let block = Block { kind: Kind::Paragraph(text), ..block };
                    self.draft.sections.keep(&heading, &block);
                }
            }
        }
        self.tell(&order);
        let levels: Vec<(String, String)> =
            order.iter().map(|at| (self.levels[*at].1.key.clone(), self.levels[*at].1.id.clone())).collect();
        let Self { mut draft, levels: labels, mut portraits, areas, .. } = self;
        draft.assessment = Some(assessment(&mut draft.sections, &levels, &mut draft.lines));
        for at in &order {
            let (epigraph, portrait) = portraits.remove(at).unwrap_or_default();
            let (line, Label { id, name, .. }) = labels[*at].clone();
            draft.levels.push(Level { line, id, name, epigraph, portrait });
        }
        let place = |level: usize| order.iter().position(|at| *at == level).unwrap_or(0);
        let ids: Vec<String> = order.iter().map(|at| labels[*at].1.id.clone()).collect();
        let mut criteria_ids = Ids::default();
        for (at, (group, mut building)) in buildings(areas, place, &ids, &mut criteria_ids).into_iter().enumerate() {
            building.reason = reasons.remove(&at);
            let name = group.unwrap_or_else(|| draft.title.clone());
            let founded = building.floors.iter().map(|floor| floor.level).min().unwrap_or(0);
            building.founded = founded;
            let known = draft.districts.iter().position(|district| district.name == name);
            let at = known.unwrap_or_else(|| {
                draft.districts.push(District { name, founded, ..District::default() });
                draft.districts.len() - 1
            });
            draft.districts[at].buildings.push(building);
        }
        Some(draft)
    }

    /// The levels from the lowest to the highest, as places in their list.
    fn order(&mut self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.levels.len()).collect();
        let series: BTreeSet<&String> = self.levels.iter().map(|(_, label)| &label.series).collect();
        let ranks: Option<Vec<u32>> = self.levels.iter().map(|(_, label)| label.rank).collect();
        let Some(ranks) = ranks.filter(|_| series.len() == 1) else { return order };
        let is_titled = series.iter().any(|series| *series == "title");
        let falls = ranks.windows(2).all(|pair| pair[0] > pair[1]) && ranks.len() > 1;
        if (is_titled && falls) || (!is_titled && !ranks.is_sorted()) {
            order.sort_by_key(|at| ranks[*at]);
            let line = self.levels[0].0;
            self.draft.guessed(line, "the levels are put in order, from the lowest to the highest");
        }
        order
    }

    fn tell(&mut self, order: &[usize]) {
        for at in order {
            let of: Vec<usize> = self.areas.iter().filter_map(|area| area.criteria.get(at)).map(Vec::len).collect();
            let (line, Label { name, id, .. }) = self.levels[*at].clone();
            let name = if slug(&name) == id { name } else { format!("{}, {name}", id.to_uppercase()) };
            let criteria = many(of.iter().sum::<usize>(), "criterion", "criteria");
            let says = format!("level {name}: {criteria} in {}", many(of.len(), "area", "areas"));
            self.draft.understood(line, says);
        }
        let mut nameless = Vec::new();
        for area in &self.areas {
            let count: usize = area.criteria.values().map(Vec::len).sum();
            let name = area.path.join(", ");
            let levels = many(area.criteria.len(), "level", "levels");
            let says = format!("area {name}: {} at {levels}", many(count, "criterion", "criteria"));
            if area.path.is_empty() {
                nameless.push((area.line, format!("{count} criteria stand in no area; theirs is called {NAMELESS}")));
            } else {
                nameless.push((area.line, says));
            }
        }
        for (line, says) in nameless {
            let is_guess = says.ends_with(NAMELESS);
            if is_guess { self.draft.guessed(line, says) } else { self.draft.understood(line, says) }
        }
    }
}

/// The area of criteria that stand in none.
const NAMELESS: &str = "Criteria";

fn is_name(text: &str) -> bool {
    text.split(' ').count() <= NAME_WORDS
}

/// A building for every area, with the group that it stands in: what is above its name, if areas differ there.
fn buildings(
    areas: Vec<Area>,
    place: impl Fn(usize) -> usize,
    levels: &[String],
    ids: &mut Ids,
) -> Vec<(Option<String>, Building)> {
    let groups: BTreeSet<Vec<String>> = areas.iter().map(|area| above(&area.path)).collect();
    let is_grouped = groups.len() > 1;
    let mut buildings = Vec::new();
    for area in areas {
        let group = Some(above(&area.path).join(", ")).filter(|group| is_grouped && !group.is_empty());
        let name = area.path.last().cloned().unwrap_or_else(|| NAMELESS.to_owned());
        let mut floors = Vec::new();
        for (level, criteria) in area.criteria {
            let level = place(level);
            let line = criteria.first().map_or(area.line, |(line, _)| *line);
            let criterion = |(at, (_, text)): (usize, (usize, Text))| Criterion {
                id: ids.give(&format!("{}-{}-{}", levels[level], short(&name), at + 1), "criterion"),
                text: text.marked(),
                evidence: None,
            };
            let body = Body::Criteria(criteria.into_iter().enumerate().map(criterion).collect());
            floors.push(Floor { line, level, number: None, last: false, body });
        }
        floors.sort_by_key(|floor| floor.level);
        buildings.push((group, Building { line: area.line, name, floors, ..Building::default() }));
    }
    buildings
}

fn above(path: &[String]) -> Vec<String> {
    path.split_last().map(|(_, above)| above.to_vec()).unwrap_or_default()
}

/// The first words of a name, for ids.
fn short(name: &str) -> String {
    slug(name).split('-').take(3).collect::<Vec<_>>().join("-")
}
