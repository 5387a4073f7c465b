//! Floors: their headings, their lessons and their criteria.

use super::sections::{Is, Part, Section, fact};
use super::{Reader, Understanding};
use crate::domain::content::export::marks::{self, Kind};
use crate::domain::content::limits::HELPFUL;
use crate::domain::content::load::options;
use crate::domain::content::schema::Floor;
use crate::domain::content::{Body, Criterion, Lesson, Recall};

impl Reader {
    pub(super) fn floor(&mut self, section: &mut Section) {
        let Some(heading) = FloorHeading::read(&section.heading) else {
            return self.not_a_floor(section, "it does not say at which level this floor is");
        };
        let Some(level) = self.level_of(&heading.level) else {
            return self.not_a_floor(section, "there is no such level");
        };
        let open = self.whole.districts.last().and_then(|folder| folder.buildings.last());
        let Some(building) = open.map(|open| open.id.clone()) else { return };
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
        if let Some(open) = open {
            open.floors.push(floor);
        }
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
