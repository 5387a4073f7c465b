//! Sections become levels, districts, buildings and floors.

use super::sections::{Is, Part, Section, fact};
use super::{Reader, Understanding, many};
use crate::domain::content::export::marks::{self, Kind};
use crate::domain::content::import::names::norm;
use crate::domain::content::limits::HELPFUL;
use crate::domain::content::load::options;
use crate::domain::content::schema::{self, Building, District, Floor, Folder, Glossary, Term};
use crate::domain::content::{Body, Criterion, Lesson, Recall};
use crate::domain::id::is_slug;
use std::collections::HashSet;

impl Reader {
    /// The levels, wherever they stand: floors name them.
    pub(super) fn levels(&mut self, sections: &[Section]) {
        for section in sections.iter().filter(|section| section.kind == Some(Kind::Level)) {
            let name = section.name();
            let id = self.id(section, &name, "level");
            self.places.insert(id.clone(), section.line);
            let name = if name.trim().is_empty() { "A level without a name".to_owned() } else { name };
            self.whole.pack.levels.push(schema::Level { id, name, epigraph: String::new(), portrait: String::new() });
        }
    }

    /// Everything, in the order of the document.
    pub(super) fn read(&mut self, sections: Vec<Section>) {
        let mut level = 0;
        // What a floor stands on: the last building, unless another district has begun.
        let mut is_open = false;
        for mut section in sections {
            match section.kind {
                Some(Kind::City) => self.city(&mut section),
                Some(Kind::Level) => {
                    self.level(&mut section, level);
                    level += 1;
                }
                Some(Kind::District) => {
                    self.district(&mut section);
                    is_open = false;
                }
                Some(Kind::Building) if self.whole.districts.is_empty() => {
                    self.keep_raw(&section, "no district stands above this building");
                }
                Some(Kind::Building) => {
                    self.building(&mut section);
                    is_open = true;
                }
                Some(Kind::Floor) if is_open => self.floor(&mut section),
                Some(Kind::Floor) => self.keep_raw(&section, "no building stands above this floor"),
                Some(Kind::Glossary) => self.glossary(&mut section),
                Some(Kind::Remarks) => self.remarks(&mut section),
                Some(Kind::Note) => {
                    let text = section.take(&Is::Text).unwrap_or_default();
                    let name = section.name();
                    if name.trim().is_empty() {
                        self.keep(section.line, "", &text, "this note has no name");
                    } else {
                        self.whole.pack.notes.push(schema::Note { heading: name, text });
                    }
                    self.unknown_facts(&section, &[]);
                }
                Some(Kind::Assessment | Kind::Scale | Kind::Step | Kind::Motivation | Kind::Questions) => {
                    self.rating.push(section);
                    continue;
                }
                None => {
                    self.keep_raw(&section, "this heading begins with none of the words for things");
                    continue;
                }
            }
            if section.kind != Some(Kind::Note) && !section.parts.is_empty() {
                self.keep_rest(&section);
            }
        }
        self.assessment();
        if self.whole.pack.id.is_empty() {
            let title = self.whole.pack.title.clone();
            self.whole.pack.id = self.ids.give(&title, "imported");
        }
        let (summary, title) = (std::mem::take(&mut self.whole.pack.summary), self.whole.pack.title.clone());
        self.whole.pack.summary = self.text(Some(summary), || format!("Made from the document \"{title}\"."));
    }

    fn city(&mut self, section: &mut Section) {
        let title = self.whole.pack.title.clone();
        self.whole.pack.id = self.id(section, &title, "imported");
        self.whole.pack.summary = section.take(&Is::Text).unwrap_or_default();
        if let Some(pack) = section.fact("crosswalk").filter(|pack| !is_slug(pack)) {
            self.guessed(section.line, format!("{pack} cannot be the id of a pack; there is no crosswalk"));
        }
        self.unknown_facts(section, &["id", "crosswalk"]);
    }

    fn level(&mut self, section: &mut Section, index: usize) {
        let (epigraph, portrait) = (section.take(&Is::Quote), section.take(&Is::Text));
        let count = self.whole.pack.levels.len();
        let epigraph = self.text(epigraph, || format!("Level {} of {count}.", index + 1));
        let name = self.whole.pack.levels.get(index).map(|level| level.name.clone()).unwrap_or_default();
        let portrait = self.text(portrait, || format!("The document has no portrait of {name}."));
        if let Some(level) = self.whole.pack.levels.get_mut(index) {
            (level.epigraph, level.portrait) = (epigraph, portrait);
        }
        self.unknown_facts(section, &["id"]);
    }

    /// The level of that id or name.
    fn level_of(&self, said: &str) -> Option<String> {
        let levels = &self.whole.pack.levels;
        let same = levels.iter().find(|level| level.id == said);
        let alike = || levels.iter().find(|level| [&level.id, &level.name].iter().any(|own| norm(own) == norm(said)));
        same.or_else(alike).map(|level| level.id.clone())
    }

    /// The level that founds something; empty until its first floor is known, if the document does not say.
    fn founded(&mut self, section: &Section) -> String {
        let said = section.fact("founded");
        let found = said.and_then(|said| self.level_of(said));
        if let (Some(said), None) = (said, &found) {
            self.guessed(
                section.line,
                format!("there is no level {said}; \"{}\" is founded with its first floor", section.heading),
            );
        }
        found.unwrap_or_default()
    }

    fn district(&mut self, section: &mut Section) {
        let name = section.name();
        let id = self.id(section, &name, "district");
        self.places.insert(id.clone(), section.line);
        let name = if name.trim().is_empty() { "A district without a name".to_owned() } else { name };
        let (tagline, why_now) = (section.take(&Is::Quote), section.take(&Is::Text));
        let tagline = self.text(tagline, || format!("{name}."));
        let why_now = self.text(why_now, || format!("The document does not say why {name} appears."));
        let founded = self.founded(section);
        let place = self.word(section, "place");
        let non_technical = section.fact("non-technical").is_some();
        let buildings = Vec::new();
        let district = District { id: id.clone(), name, founded, tagline, why_now, non_technical, place, buildings };
        self.whole.pack.districts.push(id);
        self.whole.districts.push(Folder { district, buildings: Vec::new() });
        self.unknown_facts(section, &["id", "founded", "place", "non-technical"]);
    }

    fn building(&mut self, section: &mut Section) {
        let name = section.name();
        let id = self.id(section, &name, "building");
        self.places.insert(id.clone(), section.line);
        let name = if name.trim().is_empty() { "A building without a name".to_owned() } else { name };
        let (subtitle, reason) = (section.take(&Is::Quote), section.take(&Is::Text));
        let building = Building {
            id,
            subtitle: subtitle.filter(|subtitle| !subtitle.trim().is_empty()),
            founded: self.founded(section),
            reason: self.text(reason, || format!("The document gives no reason for {name}.")),
            crown: self.word(section, "crown"),
            form: self.word(section, "form"),
            annex: self.word(section, "annex"),
            emblem: self.word(section, "emblem"),
            floors: Vec::new(),
            name,
        };
        self.unknown_facts(section, &["id", "founded", "crown", "form", "annex", "emblem"]);
        if let Some(folder) = self.whole.districts.last_mut() {
            folder.buildings.push(building);
        }
    }

    fn floor(&mut self, section: &mut Section) {
        let Some(heading) = FloorHeading::read(&section.heading) else {
            return self.not_a_floor(section, "it does not say at which level this floor is");
        };
        let Some(level) = self.level_of(&heading.level) else {
            return self.not_a_floor(section, "there is no such level");
        };
        let open = self.whole.districts.last().and_then(|folder| folder.buildings.last());
        let Some((building, count)) = open.map(|open| (open.id.clone(), open.floors.len())) else { return };
        let place = format!("{building}/{level}");
        if self.places.contains_key(&place) {
            return self.not_a_floor(section, "the building has a floor at this level already");
        }
        self.places.insert(place, section.line);
        for other in &heading.others {
            self.guessed(section.line, format!("\"{}\": {other} means nothing here", section.heading));
        }
        let body = self.body(section, &building, &level, &heading);
        // A number beyond all numbers stands for the one that mending counts.
        let number = heading.number.unwrap_or(u32::MAX);
        let floor = Floor { level, number, last: heading.last, body };
        self.unknown_facts(section, &[]);
        let open = self.whole.districts.last_mut().and_then(|folder| folder.buildings.last_mut());
        open.into_iter().for_each(|open| open.floors.insert(count, floor.clone()));
    }

    fn not_a_floor(&mut self, section: &mut Section, why: &str) {
        self.keep_raw(section, why);
        section.parts.clear();
    }

    fn body(&mut self, section: &mut Section, building: &str, level: &str, heading: &FloorHeading) -> Body {
        let is_lesson = |part: &Part| matches!(part.is, Is::Field(label) if !matches!(label, "Evidence" | "Helped by"));
        if section.parts.iter().any(is_lesson) {
            return Body::Lesson(Box::new(self.lesson(section)));
        }
        let criteria = self.criteria(section, building, level);
        if !criteria.is_empty() || heading.no_criteria {
            return Body::Criteria(criteria);
        }
        if !heading.unwritten {
            self.guessed(section.line, format!("\"{}\": this floor has no text yet", section.heading));
        }
        Body::Unwritten
    }

    fn lesson(&mut self, section: &mut Section) -> Lesson {
        let said =
            |section: &mut Section, label| section.take(&Is::Field(label)).filter(|text| !text.trim().is_empty());
        let mut read = |label| section.take(&Is::Field(label)).unwrap_or_default();
        let [why, know, assume, learn, prose] = ["Why", "Know", "Assume", "Learn", "Prose"].map(&mut read);
        let [claim, kind, breaks, related] = ["Claim", "Kind", "Breaks", "Related"].map(|label| said(section, label));
        let fails = kind.as_ref().and_then(|kind| options().from_str(kind.trim()).ok());
        if let (Some(kind), None) = (&kind, fails) {
            self.keep(section.line, &section.heading, kind, "a claim fails as Refute, Bound or Check");
        }
        let related = related.unwrap_or_default();
        let related = related.split(',').map(str::trim).filter(|link| !link.is_empty()).map(str::to_owned).collect();
        let recall = recalled(section).into_iter().map(|(ask, answer)| Recall { ask, answer }).collect();
        Lesson { why, know, assume, learn, prose, claim, kind: fails, breaks, recall, related }
    }

    fn criteria(&mut self, section: &mut Section, building: &str, level: &str) -> Vec<Criterion> {
        let mut criteria: Vec<Criterion> = Vec::new();
        let mut rest = Vec::new();
        for part in std::mem::take(&mut section.parts) {
            let is_empty = part.text.trim().is_empty();
            match (&part.is, criteria.last_mut()) {
                (Is::Entry(_), _) if !is_empty => {
                    let id = self.criterion_id(&part, &format!("{level}-{building}-{}", criteria.len() + 1));
                    if let Some(crosswalk) = &mut self.whole.crosswalk {
                        crosswalk.criteria.insert(id.clone(), Vec::new());
                    }
                    criteria.push(Criterion { id, text: part.text, evidence: None });
                }
                (Is::Field("Evidence"), Some(criterion)) if criterion.evidence.is_none() && !is_empty => {
                    criterion.evidence = Some(part.text);
                }
                (Is::Field("Helped by"), Some(criterion)) if self.helps(&criterion.id, &part) => {}
                _ => rest.push(part),
            }
        }
        section.parts = rest;
        criteria
    }

    fn criterion_id(&mut self, part: &Part, otherwise: &str) -> String {
        let said = fact(&part.facts, "id");
        for (name, value) in part.facts.iter().filter(|(name, _)| name != "id") {
            let says = format!("the comment says {name} {value}, which means nothing here");
            self.say(Understanding::LeftOut, part.line, says);
        }
        if let Some(said) = said.filter(|said| self.given_criteria.get(*said) == Some(&part.line)) {
            return said.to_owned();
        }
        let id = self.criteria.give(otherwise, "criterion");
        let said = said
            .map_or_else(|| "this criterion has no id".to_owned(), |said| format!("the id {said} cannot be its own"));
        self.guessed(part.line, format!("{said}; it became {id}"));
        id
    }

    /// Whether it could be noted which floors elsewhere help with a criterion.
    fn helps(&mut self, criterion: &str, part: &Part) -> bool {
        let floors = part.text.split(',').map(str::trim).filter(|floor| !floor.is_empty());
        let floors: Vec<String> = floors.map(marks::from_one_line).collect();
        let entry = self.whole.crosswalk.as_mut().and_then(|crosswalk| crosswalk.criteria.get_mut(criterion));
        let Some(entry) = entry.filter(|entry| entry.is_empty() && floors.len() <= HELPFUL.max) else { return false };
        *entry = floors;
        true
    }

    fn glossary(&mut self, section: &mut Section) {
        let glossary = self.whole.glossary.get_or_insert_with(Glossary::default);
        let spellings = |term: &Term| {
            [vec![term.term.to_lowercase()], term.also.iter().map(|one| one.to_lowercase()).collect()].concat()
        };
        let mut seen: HashSet<String> = glossary.0.iter().flat_map(spellings).collect();
        let mut rest = Vec::new();
        for part in std::mem::take(&mut section.parts) {
            let Is::Entry(lead) = &part.is else {
                rest.push(part);
                continue;
            };
            let mut names = lead.split(',').map(|name| marks::from_one_line(name.trim_matches(' ')));
            let term = Term { term: names.next().unwrap_or_default(), also: names.collect(), means: part.text.clone() };
            let own = spellings(&term);
            let is_whole = own.iter().chain([&term.means]).all(|text| !text.trim().is_empty());
            let is_new =
                own.iter().collect::<HashSet<_>>().len() == own.len() && !own.iter().any(|one| seen.contains(one));
            if is_whole && is_new {
                seen.extend(own);
                glossary.0.push(term);
            } else {
                rest.push(part);
            }
        }
        section.parts = rest;
        self.unknown_facts(section, &[]);
    }

    fn remarks(&mut self, section: &mut Section) {
        let is_remark = |part: &Part| matches!(part.is, Is::Entry(_)) && !part.text.trim().is_empty();
        let (remarks, rest) = std::mem::take(&mut section.parts).into_iter().partition(is_remark);
        section.parts = rest;
        let remarks: Vec<Part> = remarks;
        self.whole.pack.remarks.extend(remarks.into_iter().map(|part| part.text));
        self.unknown_facts(section, &[]);
        let count = self.whole.pack.remarks.len();
        self.say(Understanding::Understood, section.line, many(count, "remark", "remarks"));
    }
}

/// Questions, each with the answer behind it. What has no other half stays.
pub(super) fn recalled(section: &mut Section) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut rest = Vec::new();
    let mut parts = std::mem::take(&mut section.parts).into_iter().peekable();
    let keeps_empty = section.kind == Some(Kind::Questions);
    while let Some(part) = parts.next() {
        let is_answer = |next: &Part| next.is == Is::Field("Answer") && (keeps_empty || !next.text.trim().is_empty());
        let answer = if part.is == Is::Field("Ask") && (keeps_empty || !part.text.trim().is_empty()) {
            parts.next_if(is_answer)
        } else {
            None
        };
        match answer {
            Some(answer) => pairs.push((part.text, answer.text)),
            None => rest.push(part),
        }
    }
    section.parts = rest;
    pairs
}

/// `Floor 2 at l3, final`, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
struct FloorHeading {
    number: Option<u32>,
    level: String,
    last: bool,
    unwritten: bool,
    no_criteria: bool,
    others: Vec<String>,
}

impl FloorHeading {
    fn read(heading: &str) -> Option<Self> {
        let rest = heading.get("floor".len()..)?.trim_start();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = rest[..digits].parse().ok();
        let level = rest[digits..].trim_start().strip_prefix("at ")?;
        let mut pieces = level.split(',').map(str::trim);
        let mut read = Self { number, level: pieces.next()?.to_owned(), ..Self::default() };
        for piece in pieces {
            match piece {
                "final" | "last" => read.last = true,
                "unwritten" => read.unwritten = true,
                "no criteria" => read.no_criteria = true,
                other => read.others.push(other.to_owned()),
            }
        }
        Some(read)
    }
}
