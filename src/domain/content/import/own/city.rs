//! Sections become levels, districts and buildings.

use super::Reader;
use super::sections::{Is, Section};
use crate::domain::content::export::marks::Kind;
use crate::domain::content::import::names::norm;
use crate::domain::content::schema::{self, Building, District, Folder};
use crate::domain::id::is_slug;

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
    pub(super) fn level_of(&self, said: &str) -> Option<String> {
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
}
