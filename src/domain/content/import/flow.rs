//! Unlock flows: levels, and below them headings that unlock districts, buildings and floors.

use super::document::{Block, Document, Kind};
use super::draft::{Building, District, Draft, Floor, Level};
use super::labels::{Label, label};
use super::names::{named, norm};
use super::report::many;
use super::text::{Style, Text};
use crate::domain::content::{Body, Kind as Fails, Lesson, Recall};
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
    founding.into_iter().for_each(|event| city.found(event));
    raising.into_iter().for_each(|event| city.raise(event));
    tell(&mut draft, document);
    let is_founded = draft.districts.iter().any(|district| !district.buildings.is_empty());
    is_founded.then_some(draft)
}

/// Where blocks go at this moment.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Outside,
    Level,
    Event,
}

struct Reader {
    draft: Draft,
    events: Vec<Event>,
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
    fn new(document: &Document) -> Self {
        let depths = document.blocks.iter().filter_map(|block| match &block.kind {
            Kind::Heading(depth, text) if is_event(&text.plain()) => Some(*depth),
            _ => None,
        });
        let draft = Draft { title: document.title.clone(), ..Draft::default() };
        let event_depth = depths.min().unwrap_or(2);
        let heading = document.title.clone();
        Self { draft, events: Vec::new(), event_depth, at: At::Outside, heading, field: None, closed: false, level: 0 }
    }

    fn block(&mut self, document: &Document, at: usize, block: &Block) {
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

impl Event {
    /// What stands in brackets behind a name.
    fn aside(&mut self, aside: &str) {
        let normal = norm(aside);
        match normal.as_str() {
            "final" | "last" | "final floor" => self.last = true,
            "non technical" | "nontechnical" => self.non_technical = true,
            _ if normal.contains("above") || normal.starts_with("already") => self.repeats = true,
            _ if normal.starts_with("in ") && (normal.ends_with(" district") || self.what != Unlocks::District) => {
                let home = normal.trim_start_matches("in ").trim_start_matches("the ").trim_end_matches(" district");
                self.home = Some(home.to_owned());
            }
            _ => {
                let before = self.subtitle.take().map(|before| before + ", ").unwrap_or_default();
                self.subtitle = Some(before + aside);
            }
        }
    }

    fn text(&self, field: &str) -> Option<String> {
        let texts = self.fields.get(field)?;
        let text = texts.first()?.1.marked();
        (!text.is_empty()).then_some(text)
    }

    fn plain(&self, field: &str) -> Option<String> {
        self.fields.get(field)?.first().map(|(_, text)| text.plain()).filter(|text| !text.is_empty())
    }

    fn body(&self) -> Body {
        let read = |field| self.text(field).unwrap_or_default();
        let lesson = Lesson {
            why: read("why"),
            know: read("know"),
            assume: read("assume"),
            learn: read("learn"),
            prose: read("prose"),
            claim: self.text("claim"),
            kind: self.plain("kind").and_then(|kind| fails(&kind)),
            breaks: self.text("breaks"),
            recall: self.recall(),
            related: self.related(),
        };
        let is_empty = lesson.texts().iter().all(|(_, text)| text.is_empty());
        if is_empty { Body::Unwritten } else { Body::Lesson(Box::new(lesson)) }
    }

    fn recall(&self) -> Vec<Recall> {
        let texts = |field| self.fields.get(field).map(Vec::as_slice).unwrap_or_default();
        let pairs = texts("ask").iter().zip(texts("answer"));
        pairs.map(|((_, ask), (_, answer))| Recall { ask: ask.marked(), answer: answer.marked() }).collect()
    }

    /// Floors that it names, as `building/level`; whether they are there is seen to later.
    fn related(&self) -> Vec<String> {
        let all = self.plain("related").unwrap_or_default();
        all.split(',').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
    }
}

fn fails(kind: &str) -> Option<Fails> {
    Some(match kind.trim().to_lowercase().as_str() {
        "refute" => Fails::Refute,
        "bound" => Fails::Bound,
        "check" => Fails::Check,
        _ => return None,
    })
}

/// `REST API — Floor 2`: the name and the number.
fn numbered(name: &str) -> (&str, Option<u32>) {
    let lower = name.to_ascii_lowercase();
    let Some(at) = lower.rfind("floor") else { return (name, None) };
    let number = lower[at + 5..].trim().trim_start_matches(['#', ':']).trim().parse().ok();
    let front =
        name[..at].trim_end().trim_end_matches(['-', '\u{2013}', '\u{2014}', ':', ',', '\u{b7}', '|']).trim_end();
    if number.is_none() || front.is_empty() { (name, None) } else { (front, number) }
}

struct City<'a> {
    draft: &'a mut Draft,
    district: Option<usize>,
}

impl City<'_> {
    fn found(&mut self, event: Event) {
        if event.what == Unlocks::District {
            return self.found_district(&event);
        }
        let named = event.home.as_ref().and_then(|home| self.district_named(home));
        if let (Some(home), None) = (&event.home, named) {
            self.draft
                .guessed(event.line, format!("there is no district {home}; {} stands where it is founded", event.name));
        }
        let district = named.or(self.district).unwrap_or_else(|| self.street(event.line, event.level));
        if let Some(at) =
            self.building_named(&event.name, event.subtitle.as_deref()).filter(|at| self.is_at(*at, &event.name))
        {
            self.draft
                .remark(event.line, format!("{} is founded a second time; its text is one more floor", event.name));
            return self.floor(at, &event);
        }
        self.draft.districts[district].buildings.push(Building {
            line: event.line,
            name: event.name.clone(),
            subtitle: event.subtitle.clone(),
            founded: event.level,
            reason: event.text("reason"),
            floors: Vec::new(),
        });
        let at = (district, self.draft.districts[district].buildings.len() - 1);
        self.floor(at, &event);
    }

    fn found_district(&mut self, event: &Event) {
        if let Some(known) = self.district_named(&norm(&event.name)) {
            self.draft.guessed(event.line, format!("the district {} is unlocked a second time", event.name));
            self.district = Some(known);
            return;
        }
        let subtitle = event.subtitle.as_ref().map(|subtitle| format!(" ({subtitle})")).unwrap_or_default();
        self.district = Some(self.draft.districts.len());
        self.draft.districts.push(District {
            line: event.line,
            name: format!("{}{subtitle}", event.name),
            founded: event.level,
            tagline: event.text("tagline"),
            why_now: event.text("why_now"),
            non_technical: event.non_technical,
            buildings: Vec::new(),
        });
        for field in ["reason", "why", "know", "assume", "learn", "prose", "epigraph", "portrait", "founded"] {
            self.keep_field(event, field);
        }
    }

    /// A district for buildings that are founded in none.
    fn street(&mut self, line: usize, level: usize) -> usize {
        let name = self.draft.title.clone();
        self.draft.guessed(line, format!("no district is unlocked above this; one was named \"{name}\""));
        self.draft.districts.push(District { line, name, founded: level, ..District::default() });
        self.district = Some(self.draft.districts.len() - 1);
        self.draft.districts.len() - 1
    }

    fn district_named(&self, name: &str) -> Option<usize> {
        let short = |name: &str| norm(name).trim_start_matches("the ").to_owned();
        self.draft.districts.iter().position(|district| short(&district.name) == short(name))
    }

    fn is_at(&self, (district, building): (usize, usize), name: &str) -> bool {
        norm(&self.draft.districts[district].buildings[building].name) == norm(name)
    }

    /// The building of that name: exactly, with what is beside it, or as the only one that begins so.
    fn building_named(&self, name: &str, subtitle: Option<&str>) -> Option<(usize, usize)> {
        let wanted = norm(name);
        let whole = subtitle.map(|subtitle| norm(&format!("{name} {subtitle}")));
        let all = || {
            let districts = self.draft.districts.iter().enumerate();
            districts.flat_map(|(at, district)| {
                district.buildings.iter().enumerate().map(move |(lot, building)| ((at, lot), building))
            })
        };
        let exact = all().find(|(_, building)| {
            let own = norm(&building.name);
            own == wanted || whole.as_ref() == Some(&own)
        });
        if let Some((at, _)) = exact {
            return Some(at);
        }
        let begins = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
        let mut near = all().filter(|(_, building)| {
            let own = norm(&building.name);
            begins(&own, &wanted) || begins(&wanted, &own)
        });
        let first = near.next();
        if near.next().is_some() { None } else { first.map(|(at, _)| at) }
    }

    fn raise(&mut self, event: Event) {
        let found = self.building_named(&event.name, event.subtitle.as_deref());
        let Some(at) = found else { return self.raise_unfounded(&event) };
        if event.repeats && event.fields.is_empty() {
            let level = self.level_name(event.level);
            self.draft.understood(event.line, format!("{} at {level} stands already, as the heading says", event.name));
            return;
        }
        if !self.is_at(at, &event.name) {
            let own = self.draft.districts[at.0].buildings[at.1].name.clone();
            self.draft.guessed(event.line, format!("{} is {own}", event.name));
        }
        self.floor(at, &event);
    }

    /// A floor of a building that was never founded: it is founded with it, in the district that speaks of it most.
    fn raise_unfounded(&mut self, event: &Event) {
        let district = event.home.as_ref().and_then(|home| self.district_named(home));
        let district =
            district.or_else(|| self.likeliest(event)).unwrap_or_else(|| self.street(event.line, event.level));
        let (name, home) = (&event.name, self.draft.districts[district].name.clone());
        let says = format!("{name} is never founded; it appears with this floor, in {home}");
        self.draft.remark(event.line, says);
        self.draft.districts[district].buildings.push(Building {
            line: event.line,
            name: name.clone(),
            subtitle: event.subtitle.clone(),
            founded: event.level,
            reason: event.text("reason"),
            floors: Vec::new(),
        });
        let at = (district, self.draft.districts[district].buildings.len() - 1);
        self.floor(at, event);
    }

    /// The district, of those that are founded by then, whose words are nearest to the floor's.
    fn likeliest(&self, event: &Event) -> Option<usize> {
        let things = |text: &str| -> std::collections::BTreeSet<String> {
            let words = norm(text);
            let long = words.split(' ').filter(|word| word.chars().count() > 4);
            long.map(|word| word.chars().take(6).collect()).collect()
        };
        let mut own = things(&event.name);
        own.extend(event.fields.values().flatten().flat_map(|(_, text)| things(&text.plain())));
        let score = |district: &District| {
            let buildings = district.buildings.iter().map(|building| {
                let texts = building.floors.iter().filter_map(|floor| match &floor.body {
                    Body::Lesson(lesson) => Some(lesson.texts().map(|(_, text)| text).join(" ")),
                    _ => None,
                });
                let all = texts.collect::<Vec<_>>().join(" ");
                let words = things(&format!("{} {} {all}", building.name, building.reason.as_deref().unwrap_or("")));
                1000 * words.intersection(&own).count() / (words.len() + 20)
            });
            buildings.max().unwrap_or(0)
        };
        let has_room = |district: &District| district.buildings.len() < crate::domain::plan::LOTS_PER_DISTRICT;
        let open = || {
            let all = self.draft.districts.iter().enumerate();
            all.filter(move |(_, district)| district.founded <= event.level && has_room(district))
        };
        // A floor of number 3 at level 5 belongs to what was founded at level 2.
        let founded = event.number.map(|number| event.level.saturating_sub(number as usize));
        let of_its_time: Vec<_> = open().filter(|(_, district)| Some(district.founded) == founded).collect();
        let open = if of_its_time.is_empty() { open().collect() } else { of_its_time };
        open.into_iter().max_by_key(|(at, district)| (score(district), std::cmp::Reverse(*at))).map(|(at, _)| at)
    }

    fn level_name(&self, index: usize) -> String {
        self.draft.levels.get(index).map(|level| level.name.clone()).unwrap_or_default()
    }

    /// Puts a floor onto a building. A second one of the same level is kept as a note.
    fn floor(&mut self, (district, lot): (usize, usize), event: &Event) {
        let building = &mut self.draft.districts[district].buildings[lot];
        if let Some(aside) = event.subtitle.as_ref().filter(|aside| building.subtitle.as_ref() != Some(aside)) {
            let says = format!("{} is called \"{aside}\" in this heading, and not where it is founded", building.name);
            self.draft.remark(event.line, says);
        }
        let building = &mut self.draft.districts[district].buildings[lot];
        let number = event.number.or((event.what == Unlocks::Building && building.floors.is_empty()).then_some(0));
        if building.floors.iter().any(|floor| floor.level == event.level) {
            let says = format!("{} has a floor at this level already; the second one is a note", building.name);
            self.draft.remark(event.line, says);
            for (name, texts) in &event.fields {
                for (line, text) in texts {
                    let mut whole = Text::default();
                    whole.push(&format!("{}: ", name.replace('_', " ")), Style::Plain);
                    whole.0.extend(text.0.iter().cloned());
                    let block = Block { line: *line, kind: Kind::Paragraph(whole) };
                    self.draft.sections.keep(&event.heading, &block);
                }
            }
            return;
        }
        let body = event.body();
        let missing: Vec<&str> = match &body {
            Body::Lesson(lesson) => {
                let texts = lesson.texts().into_iter();
                texts.filter(|(name, text)| *name != "why" && text.is_empty()).map(|(name, _)| name).collect()
            }
            _ => vec!["text"],
        };
        building.floors.push(Floor { line: event.line, level: event.level, number, last: event.last, body });
        if !missing.is_empty() {
            let name = building.name.clone();
            self.draft.guessed(event.line, format!("{name}: this floor has no {}", missing.join(", ")));
        }
        self.unplaced(event);
    }

    /// Fields that a heading of this kind has no place for.
    fn unplaced(&mut self, event: &Event) {
        for field in ["tagline", "why_now", "epigraph", "portrait", "subtitle", "founded"] {
            self.keep_field(event, field);
        }
        if event.what == Unlocks::Floor {
            self.keep_field(event, "reason");
        }
    }

    fn keep_field(&mut self, event: &Event, field: &'static str) {
        for (line, text) in event.fields.get(field).into_iter().flatten() {
            let block = Block { line: *line, kind: Kind::Paragraph(text.clone()) };
            self.draft.sections.keep(&event.heading, &block);
        }
    }
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
    lines.into_iter().for_each(|(line, says)| draft.understood(line, says));
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
