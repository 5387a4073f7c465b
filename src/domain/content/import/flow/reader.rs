//! Walks through the blocks of a flow and collects what is unlocked, with its texts.

use super::super::document::{Block, Document, Kind};
use super::super::draft::{Draft, Level};
use super::super::labels::{Label, label};
use super::super::names::{named, norm};
use super::super::text::{Style, Text};
use super::event::numbered;
use super::{Event, Fields, Unlocks, field, is_event, unlocks};

/// Where blocks go at this moment.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Outside,
    Level,
    Event,
}

pub(super) struct Reader {
    pub(super) draft: Draft,
    pub(super) events: Vec<Event>,
    event_depth: usize,
    at: At,
    /// What notes are kept under.
    heading: String,
    /// The field that an unnamed paragraph goes on with.
    field: Option<&'static str>,
    /// Whether a rule has closed the section.
    closed: bool,
    /// The level that things are unlocked at.
    level: usize,
}

impl Reader {
    pub(super) fn new(document: &Document) -> Self {
        let depths = document.blocks.iter().filter_map(|block| match &block.kind {
            Kind::Heading(depth, text) if is_event(&text.plain()) => Some(*depth),
            _ => None,
        });
        let draft = Draft { title: document.title.clone(), ..Draft::default() };
        let event_depth = depths.min().unwrap_or(2);
        let heading = document.title.clone();
        Self { draft, events: Vec::new(), event_depth, at: At::Outside, heading, field: None, closed: false, level: 0 }
    }

    pub(super) fn block(&mut self, document: &Document, at: usize, block: &Block) {
        match &block.kind {
            Kind::Heading(depth, text) => {
                let next = document.blocks.get(at + 1).map(|next| &next.kind);
                self.heading(block, *depth, &text.plain(), matches!(next, Some(Kind::Quote(_))));
            }
            Kind::Rule => {
                self.closed = self.at != At::Outside;
                self.field = None;
            }
            Kind::Quote(text) if self.at == At::Level && !self.closed => self.level_text("epigraph", block, text),
            Kind::Paragraph(text) | Kind::Item { text, .. } if self.at != At::Outside && !self.closed => {
                self.texts(block, text);
            }
            _ => self.keep(block),
        }
    }

    fn keep(&mut self, block: &Block) {
        if let (Kind::Paragraph(text), None, true) = (&block.kind, &self.draft.summary, self.draft.levels.is_empty()) {
            self.draft.summary = Some(text.marked());
            self.draft.understood(block.line, format!("\"{}\" gives the city its summary", self.heading));
            return;
        }
        let heading = if self.closed && self.at != At::Outside { "Outside the sections" } else { &self.heading };
        self.draft.sections.keep(heading, block);
    }

    fn heading(&mut self, block: &Block, depth: usize, text: &str, before_quote: bool) {
        let below = self.at == At::Event && depth > self.event_depth;
        if let Some(field) = field(&norm(text)).filter(|_| below) {
            self.field = Some(field);
            self.closed = false;
            return;
        }
        (self.field, self.closed, self.heading) = (None, false, text.to_owned());
        let sure = label(text).filter(Label::is_sure);
        if let Some((what, name)) = unlocks(text) {
            self.event(block.line, what, text, &name);
        } else if sure.is_some() || (before_quote && depth <= self.event_depth) {
            self.level(block.line, text, sure);
        } else {
            self.at = At::Outside;
            self.draft.sections.open(block.line, text);
        }
    }

    fn level(&mut self, line: usize, text: &str, label: Option<Label>) {
        if label.is_none() {
            self.draft.guessed(line, format!("\"{text}\" is a level, since a quotation stands below it"));
        }
        let id = label.as_ref().map_or_else(|| text.to_owned(), |label| label.id.clone());
        let name = label.map_or_else(|| text.to_owned(), |label| label.name);
        self.at = At::Level;
        let known = self.draft.levels.iter().position(|level| level.id == id);
        if let Some(known) = known {
            self.draft.guessed(line, format!("{text} is here again, and goes on"));
            self.level = known;
            return;
        }
        self.level = self.draft.levels.len();
        self.draft.levels.push(Level { line, id, name, ..Level::default() });
    }

    fn level_text(&mut self, field: &'static str, block: &Block, text: &Text) {
        let Some(level) = self.draft.levels.get_mut(self.level) else { return };
        let slot = if field == "epigraph" { &mut level.epigraph } else { &mut level.portrait };
        match slot {
            Some(_) if field == "epigraph" => self.keep(block),
            Some(before) => {
                before.push_str("\n\n");
                before.push_str(&text.marked());
            }
            None => *slot = Some(text.marked()),
        }
    }

    fn event(&mut self, line: usize, what: Unlocks, heading: &str, name: &str) {
        if self.draft.levels.is_empty() {
            self.draft.guessed(line, "no level stands above this; it was given one of its own");
            self.draft.levels.push(Level { line, id: "l0".into(), name: "Level 0".into(), ..Level::default() });
        }
        let mut event = Event {
            line,
            what,
            level: self.level,
            heading: heading.to_owned(),
            name: String::new(),
            subtitle: None,
            home: None,
            number: None,
            last: false,
            repeats: false,
            non_technical: false,
            fields: Fields::new(),
        };
        let outer = named(name);
        let (name, number) = if what == Unlocks::Floor { numbered(&outer.name) } else { (outer.name.as_str(), None) };
        let inner = named(name);
        event.number = number;
        for aside in inner.asides.iter().chain(&outer.asides) {
            event.aside(aside);
        }
        event.name = inner.name;
        self.at = At::Event;
        self.events.push(event);
    }

    /// A paragraph or an entry, of which each line may name its field.
    fn texts(&mut self, block: &Block, text: &Text) {
        let mut lines = text.broken();
        let names_one = |line: &Text| line.label().is_some_and(|(name, _)| field(&name).is_some());
        if !lines.iter().any(|(_, line)| names_one(line)) {
            lines = vec![(Style::Gap, text.clone())];
        }
        for (mark, line) in lines {
            match line.label().and_then(|(name, rest)| Some((field(&name)?, rest))) {
                Some((field, rest)) => self.named(field, block, rest),
                None => self.unnamed(block, mark, line),
            }
        }
    }

    fn named(&mut self, field: &'static str, block: &Block, text: Text) {
        if self.at == At::Level {
            return self.level_text(field, block, &text);
        }
        self.field = Some(field);
        let Some(event) = self.events.last_mut() else { return };
        let texts = event.fields.entry(field).or_default();
        if texts.is_empty() || matches!(field, "ask" | "answer") {
            texts.push((block.line, text));
        } else {
            let heading = self.heading.clone();
            self.draft.sections.keep(&heading, block);
        }
    }

    /// What names no field goes on with the one before it.
    fn unnamed(&mut self, block: &Block, mark: Style, text: Text) {
        if self.at == At::Level {
            return match &block.kind {
                Kind::Paragraph(_) => self.level_text("portrait", block, &text),
                _ => self.keep(block),
            };
        }
        let texts =
            self.field.and_then(|field| self.events.last_mut().map(|event| event.fields.entry(field).or_default()));
        let Some(texts) = texts else { return self.keep(block) };
        match texts.last_mut() {
            Some((first, before)) => {
                let is_same = *first == block.line;
                before.push("", mark);
                before.0.extend(text.0);
                if !is_same && self.field.is_some_and(|field| field != "prose") {
                    let name = self.field.unwrap_or_default().replace('_', " ");
                    self.draft.guessed(block.line, format!("{}: this goes on with \"{name}\"", self.heading));
                }
            }
            None => texts.push((block.line, text)),
        }
    }
}
