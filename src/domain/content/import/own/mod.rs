//! Laddertown's own Markdown, as `pack export --to md` writes it and as somebody has edited it since.
//!
//! What is as it was written comes back as it was. What was added by hand may lack ids, numbers and texts: they are
//! made up and reported. What has no place becomes a note.

mod assessment;
mod city;
mod floor;
mod lists;
mod mend;
mod sections;

use super::names::Ids;
use super::report::{Counts, Line, Report, Understanding, many};
use super::{Family, Imported};
use crate::domain::content::Body;
use crate::domain::content::export::files;
use crate::domain::content::export::marks::{Kind, MARKER};
use crate::domain::content::hidden::visible;
use crate::domain::content::limits::LEVELS;
use crate::domain::content::load::options;
use crate::domain::content::schema::{Crosswalk, FORMAT, Note, Pack, Whole};
use crate::domain::id::is_slug;
use sections::{Section, sections};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, HashMap};

/// So many times the levels that a pack may have are read, so that the check can say how many there are.
const MANY: usize = 10;

/// Whether a document is in this form.
pub(super) fn is_own(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with(MARKER)
}

/// The pack of such a document; `None` if it has no level or no district, or far too many levels.
pub(super) fn read(text: &str, name: &str) -> Option<Imported> {
    let (sections, above) = sections(text);
    let levels = sections.iter().filter(|section| section.kind == Some(Kind::Level)).count();
    if levels > MANY * LEVELS.max {
        return None;
    }
    let mut reader = Reader::new(&sections, name);
    if !above.parts.is_empty() {
        reader.keep_raw(&above, "it stands above the title");
    }
    reader.levels(&sections);
    reader.read(sections);
    if reader.whole.pack.levels.is_empty() || reader.whole.districts.is_empty() {
        return None;
    }
    reader.mend();
    reader.tell();
    let Reader { whole, mut lines, .. } = reader;
    lines.sort_by_key(|line| (line.line == 0, line.line));
    let (id, title) = (whole.pack.id.clone(), visible(&whole.pack.title).into_owned());
    let report = Report { family: Family::Own, id, title, counts: counts(&whole), lines };
    Some(Imported { files: files(&whole), report })
}

struct Reader {
    whole: Whole,
    ids: Ids,
    /// Ids that the document gives, and the line of the first that gives each.
    given: HashMap<String, usize>,
    /// The same for criteria, which have names of their own.
    criteria: Ids,
    given_criteria: HashMap<String, usize>,
    /// Where buildings and floors stand in the document, by id and by `building/level`.
    places: HashMap<String, usize>,
    /// The parts of the assessment, which are put together at the end.
    rating: Vec<Section>,
    /// Texts that were made up.
    written: usize,
    lines: Vec<Line>,
}

impl Reader {
    fn new(sections: &[Section], name: &str) -> Self {
        let mut given = HashMap::new();
        let mut given_criteria = HashMap::new();
        for section in sections {
            if let (Some(Kind::City | Kind::Level | Kind::District | Kind::Building), Some(id)) =
                (section.kind, section.fact("id").filter(|id| is_slug(id)))
            {
                given.entry(id.to_owned()).or_insert(section.line);
            }
            for part in section.parts.iter().filter(|_| section.kind == Some(Kind::Floor)) {
                if let Some(id) = sections::fact(&part.facts, "id").filter(|id| is_slug(id)) {
                    given_criteria.entry(id.to_owned()).or_insert(part.line);
                }
            }
        }
        let mut ids = Ids::default();
        for id in given.keys() {
            ids.take(id);
        }
        let mut criteria = Ids::default();
        for id in given_criteria.keys() {
            criteria.take(id);
        }
        let city = sections.iter().find(|section| section.kind == Some(Kind::City));
        let other = city.and_then(|city| city.fact("crosswalk")).filter(|pack| is_slug(pack));
        let crosswalk = other.map(|pack| Crosswalk { pack: pack.to_owned(), criteria: BTreeMap::new() });
        let title = city
            .map(Section::name)
            .filter(|title| !title.trim().is_empty())
            .unwrap_or_else(|| super::document::titled(name));
        let pack = Pack {
            format: FORMAT,
            id: String::new(),
            title,
            summary: String::new(),
            levels: Vec::new(),
            districts: Vec::new(),
            remarks: Vec::new(),
            notes: Vec::new(),
            assessment: None,
            tours: Vec::new(),
        };
        let whole = Whole { pack, districts: Vec::new(), glossary: None, crosswalk, tours: Vec::new() };
        let (places, rating) = (HashMap::new(), Vec::new());
        Self { whole, ids, given, criteria, given_criteria, places, rating, written: 0, lines: Vec::new() }
    }

    fn say(&mut self, became: Understanding, line: usize, says: impl Into<String>) {
        self.lines.push(Line { became, line, says: says.into() });
    }

    fn guessed(&mut self, line: usize, says: impl Into<String>) {
        self.say(Understanding::Guessed, line, says);
    }

    /// Keeps what has no place as a note.
    fn keep(&mut self, line: usize, heading: &str, text: &str, why: &str) {
        let heading = if heading.trim().is_empty() { self.whole.pack.title.clone() } else { heading.to_owned() };
        self.say(Understanding::LeftOut, line, format!("\"{}\": {why}", visible(&heading)));
        self.whole.pack.notes.push(Note { heading, text: text.to_owned() });
    }

    fn keep_raw(&mut self, section: &Section, why: &str) {
        let text = section.raw.join("\n");
        let text = format!("{}\n\n{}", facts(&section.facts).trim(), text.trim_matches(['\n', ' ']));
        self.keep(section.line, &section.heading, text.trim(), why);
    }

    /// Keeps what is left of a section.
    fn keep_rest(&mut self, section: &Section) {
        for part in &section.parts {
            let label = match &part.is {
                sections::Is::Field(label) => format!("**{label}:** "),
                sections::Is::Entry(lead) if !lead.is_empty() => format!("**{lead}:** "),
                _ => String::new(),
            };
            let text = format!("{label}{}{}", part.text, facts(&part.facts));
            if !text.trim().is_empty() {
                self.keep(part.line, &section.heading, text.trim(), "this has no place there");
            }
        }
    }

    /// What the document says, or what can be said without it.
    fn text(&mut self, text: Option<String>, otherwise: impl FnOnce() -> String) -> String {
        text.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| {
            self.written += 1;
            otherwise()
        })
    }

    /// The id that a section gives, if it is the first to give it, or one made of its name.
    fn id(&mut self, section: &Section, name: &str, otherwise: &str) -> String {
        let said = section.fact("id");
        if let Some(said) = said.filter(|said| self.given.get(*said) == Some(&section.line)) {
            return said.to_owned();
        }
        let id = self.ids.give(name, otherwise);
        let says = match said {
            Some(said) if self.given.contains_key(said) => format!("the id {said} is there already"),
            Some(said) => format!("{said} cannot be an id"),
            None => "this has no id".to_owned(),
        };
        self.guessed(section.line, format!("\"{}\": {says}; it became {id}", section.heading));
        id
    }

    /// A word for a shape, if the section has one that packs know.
    fn word<T: DeserializeOwned>(&mut self, section: &Section, name: &str) -> Option<T> {
        let said = section.fact(name)?;
        let word = options().from_str(said).ok();
        if word.is_none() {
            self.guessed(section.line, format!("there is no {name} called {said}; it is chosen by the name"));
        }
        word
    }

    /// Facts in a comment that mean nothing.
    fn unknown_facts(&mut self, section: &Section, known: &[&str]) {
        for (name, value) in section.facts.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            let says = format!("\"{}\": the comment says {name} {value}, which means nothing here", section.heading);
            self.say(Understanding::LeftOut, section.line, says);
        }
    }

    /// What was understood, level by level and district by district.
    fn tell(&mut self) {
        let pack = &self.whole.pack;
        let mut told = vec![(1, format!("the title, {}", visible(&pack.title)))];
        let line = |places: &HashMap<String, usize>, id: &str| places.get(id).copied().unwrap_or(0);
        let floors: Vec<&str> = (self.whole.districts.iter().flat_map(|folder| &folder.buildings))
            .flat_map(|building| building.floors.iter().map(|floor| floor.level.as_str()))
            .collect();
        for level in &pack.levels {
            let count = floors.iter().filter(|id| **id == level.id).count();
            let says = format!("level {}, {}: {}", level.id, visible(&level.name), many(count, "floor", "floors"));
            told.push((line(&self.places, &level.id), says));
        }
        for folder in &self.whole.districts {
            let names: Vec<_> = folder.buildings.iter().map(|building| visible(&building.name)).collect();
            let says = format!("district {}: {}", visible(&folder.district.name), names.join(", "));
            told.push((line(&self.places, &folder.district.id), says));
        }
        if let Some(glossary) = &self.whole.glossary {
            told.push((0, format!("a glossary of {}", many(glossary.0.len(), "term", "terms"))));
        }
        if pack.assessment.is_some() {
            told.push((0, "how the criteria are rated".to_owned()));
        }
        for (line, says) in told {
            self.say(Understanding::Understood, line, says);
        }
        if self.written > 0 {
            let texts = many(self.written, "text that the document lacks was", "texts that the document lacks were");
            self.guessed(0, format!("{texts} written, so that no panel is empty"));
        }
    }
}

/// What a comment says, where it is no comment any more.
fn facts(facts: &[(String, String)]) -> String {
    let facts: Vec<String> = facts.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) }
}

fn counts(whole: &Whole) -> Counts {
    let buildings = || whole.districts.iter().flat_map(|folder| &folder.buildings);
    let floors = || buildings().flat_map(|building| &building.floors);
    let criteria = floors().map(|floor| match &floor.body {
        Body::Criteria(criteria) => criteria.len(),
        _ => 0,
    });
    Counts {
        levels: whole.pack.levels.len(),
        districts: whole.districts.len(),
        buildings: buildings().count(),
        floors: floors().count(),
        criteria: criteria.sum(),
        notes: whole.pack.notes.len(),
    }
}
