//! A city as it was found in a document; finished, it has ids, lots, numbers and files.

use super::names::{Ids, norm};
use super::report::{Counts, Line, Report, Understanding, many};
use super::sections::Sections;
use super::{Family, Imported};
use crate::domain::content::check::MAX_STOREYS;
use crate::domain::content::{Body, export, schema};
use crate::domain::plan::LOTS_PER_DISTRICT;
use std::collections::HashSet;

/// The longest name that a label can carry, in characters; a longer one stands whole beside it.
const NAME_CHARS: usize = 40;

/// A city as it was found.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) title: String,
    pub(super) summary: Option<String>,
    pub(super) levels: Vec<Level>,
    pub(super) districts: Vec<District>,
    pub(super) remarks: Vec<String>,
    pub(super) assessment: Option<schema::Assessment>,
    pub(super) sections: Sections,
    pub(super) lines: Vec<Line>,
}

/// A level; its place in the list is its index.
#[derive(Debug, Default)]
pub(super) struct Level {
    pub(super) line: usize,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) epigraph: Option<String>,
    pub(super) portrait: Option<String>,
}

/// A district.
#[derive(Debug, Default)]
pub(super) struct District {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) founded: usize,
    pub(super) tagline: Option<String>,
    pub(super) why_now: Option<String>,
    pub(super) non_technical: bool,
    pub(super) buildings: Vec<Building>,
}

/// A building.
#[derive(Debug, Default)]
pub(super) struct Building {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) subtitle: Option<String>,
    pub(super) founded: usize,
    pub(super) reason: Option<String>,
    pub(super) floors: Vec<Floor>,
}

/// A floor.
#[derive(Debug)]
pub(super) struct Floor {
    pub(super) line: usize,
    pub(super) level: usize,
    /// As the source counts, where it does.
    pub(super) number: Option<u32>,
    pub(super) last: bool,
    pub(super) body: Body,
}

impl Draft {
    pub(super) fn say(&mut self, became: Understanding, line: usize, says: impl Into<String>) {
        self.lines.push(Line { became, line, says: says.into() });
    }

    pub(super) fn understood(&mut self, line: usize, says: impl Into<String>) {
        self.say(Understanding::Understood, line, says);
    }

    pub(super) fn guessed(&mut self, line: usize, says: impl Into<String>) {
        self.say(Understanding::Guessed, line, says);
    }

    /// A contradiction of the source, for the report and for the pack's remarks.
    pub(super) fn remark(&mut self, line: usize, says: impl Into<String>) {
        let says = says.into();
        self.remarks.push(format!("{says}."));
        self.guessed(line, says);
    }

    /// The pack and its report.
    pub(super) fn finish(mut self, family: Family) -> Imported {
        self.districts.retain(|district| district.buildings.iter().any(|building| !building.floors.is_empty()));
        for building in self.districts.iter_mut().flat_map(|district| &mut district.buildings) {
            building.floors.sort_by_key(|floor| floor.level);
            building.founded =
                building.floors.first().map_or(building.founded, |floor| floor.level.min(building.founded));
        }
        self.name_all();
        self.number_floors();
        self.split_districts();
        let mut ids = Ids::default();
        let pack_id = ids.give(&self.title, "imported");
        let levels: Vec<String> = self.levels.iter().map(|level| ids.give(&level.id, "level")).collect();
        let (notes, kept) = std::mem::take(&mut self.sections).finish();
        self.lines.extend(kept);
        let mut districts = Vec::new();
        let counts = self.counts(notes.len());
        let written = self.fill_in(counts);
        let mut streets = Vec::new();
        for district in std::mem::take(&mut self.districts) {
            // A district that is called as the city is cannot have its id.
            let id = ids.give(if district.name == self.title { "ladder" } else { &district.name }, "district");
            districts.push(id.clone());
            streets.push(street(id, district, &levels, &mut ids));
        }
        self.mend(&mut streets);
        if written > 0 {
            let texts = many(written, "text that the document lacks was", "texts that the document lacks were");
            let says =
                format!("{texts} written from its counts, so that no panel is empty (epigraphs, reasons and such)");
            self.guessed(0, says);
        }
        let pack = schema::Pack {
            format: schema::FORMAT,
            id: pack_id.clone(),
            title: self.title.clone(),
            summary: self.summary.take().unwrap_or_default(),
            levels: std::mem::take(&mut self.levels)
                .into_iter()
                .zip(&levels)
                .map(|(level, id)| schema_level(level, id))
                .collect(),
            districts,
            remarks: std::mem::take(&mut self.remarks),
            notes,
            assessment: self.assessment.take(),
            tours: Vec::new(),
        };
        let folders = streets.into_iter().map(|(district, buildings)| schema::Folder { district, buildings });
        let whole =
            schema::Whole { pack, districts: folders.collect(), glossary: None, crosswalk: None, tours: Vec::new() };
        let files = export::files(&whole);
        self.lines.sort_by_key(|line| (line.line == 0, line.line));
        Imported { files, report: Report { family, id: pack_id, title: self.title, counts, lines: self.lines } }
    }

    /// Links lead to floors that are there, and no two floors claim the same.
    fn mend(&mut self, streets: &mut [(schema::District, Vec<schema::Building>)]) {
        let all = streets.iter().flat_map(|(_, buildings)| buildings);
        let floors = all.flat_map(|one| one.floors.iter().map(move |floor| format!("{}/{}", one.id, floor.level)));
        let floors: HashSet<String> = floors.collect();
        let (mut claims, mut breaks) = (HashSet::new(), HashSet::new());
        for building in streets.iter_mut().flat_map(|(_, buildings)| buildings) {
            for floor in &mut building.floors {
                let own = format!("{}/{}", building.id, floor.level);
                let Body::Lesson(lesson) = &mut floor.body else { continue };
                let is_lost = |link: &String| *link == own || !floors.contains(link);
                for link in lesson.related.iter().filter(|link| is_lost(link)) {
                    self.remarks.push(format!("{own} names {link} as related, which leads nowhere."));
                }
                lesson.related.retain(|link| !is_lost(link));
                for (text, known) in [(&mut lesson.claim, &mut claims), (&mut lesson.breaks, &mut breaks)] {
                    if text.as_ref().is_some_and(|text| !known.insert(text.to_lowercase())) {
                        let says = text.take().unwrap_or_default();
                        self.remarks
                            .push(format!("{own} says what another floor says, and so it is left out there: {says}"));
                    }
                }
            }
        }
    }

    /// Everything has a name that one can see.
    fn name_all(&mut self) {
        let name = |name: &mut String, otherwise: &str| {
            if name.trim().is_empty() {
                otherwise.clone_into(name);
            }
        };
        self.levels.iter_mut().for_each(|level| name(&mut level.name, "A level without a name"));
        for district in &mut self.districts {
            name(&mut district.name, "A district without a name");
            for building in &mut district.buildings {
                name(&mut building.name, "A building without a name");
                building.subtitle.take_if(|subtitle| subtitle.trim().is_empty());
            }
        }
        self.sections.0.iter_mut().for_each(|section| name(&mut section.heading, &self.title));
    }

    fn counts(&self, notes: usize) -> Counts {
        let buildings = || self.districts.iter().flat_map(|district| &district.buildings);
        let floors = || buildings().flat_map(|building| &building.floors);
        let criteria = |floor: &Floor| match &floor.body {
            Body::Criteria(criteria) => criteria.len(),
            _ => 0,
        };
        Counts {
            levels: self.levels.len(),
            districts: self.districts.len(),
            buildings: buildings().count(),
            floors: floors().count(),
            criteria: floors().map(criteria).sum(),
            notes,
        }
    }

    /// Numbers that grow with the levels: those of the source, or the level minus the founding one.
    fn number_floors(&mut self) {
        let mut remarks = Vec::new();
        for building in self.districts.iter_mut().flat_map(|district| &mut district.buildings) {
            let mut before: Option<u32> = None;
            for floor in &mut building.floors {
                let counted = (floor.level - building.founded) as u32;
                let said = floor.number;
                let number = said.unwrap_or(counted).max(before.unwrap_or(0)).min(MAX_STOREYS);
                if said.is_some_and(|said| said != number) {
                    let says = format!("{}: floor {} stands as floor {number}", building.name, said.unwrap_or(0));
                    remarks.push((floor.line, says + ", since numbers grow with the levels"));
                } else if before == Some(number) && said.is_some() {
                    remarks
                        .push((floor.line, format!("{} has two floors numbered {number}; both stand", building.name)));
                } else if before.is_none() && number > counted {
                    let says = format!("{} begins with floor {number}", building.name);
                    remarks.push((floor.line, says + "; its lower storeys stand bare"));
                } else if said.is_some() && number != counted {
                    let says = format!("{}: floor {number} would be {counted} by its level", building.name);
                    remarks.push((floor.line, says + "; the document's number stays"));
                }
                floor.number = Some(number);
                before = Some(number);
            }
        }
        for (line, says) in remarks {
            self.remark(line, says);
        }
    }

    /// A district has so many lots; what is left founds another one beside it.
    fn split_districts(&mut self) {
        let mut split = Vec::new();
        for mut district in std::mem::take(&mut self.districts) {
            let count = district.buildings.len();
            let mut rest = district.buildings.split_off(count.min(LOTS_PER_DISTRICT));
            if !rest.is_empty() {
                let line = rest[0].line;
                let parts = count.div_ceil(LOTS_PER_DISTRICT);
                let says = format!("{} has {count} buildings, and a district {LOTS_PER_DISTRICT} lots", district.name);
                self.guessed(line, format!("{says}: it was split into {parts} districts"));
            }
            let name = district.name.clone();
            let mut more = District { buildings: std::mem::take(&mut rest), ..District::default() };
            let (tagline, why_now) = (district.tagline.clone(), district.why_now.clone());
            let technical = district.non_technical;
            split.push(district);
            let mut part = 2;
            while !more.buildings.is_empty() {
                let behind = more.buildings.split_off(more.buildings.len().min(LOTS_PER_DISTRICT));
                split.push(District {
                    name: format!("{name}, part {part}"),
                    tagline: tagline.clone(),
                    why_now: why_now.clone(),
                    non_technical: technical,
                    ..more
                });
                more = District { buildings: behind, ..District::default() };
                part += 1;
            }
        }
        for district in &mut split {
            let founded = district.buildings.iter().map(|building| building.founded).min().unwrap_or(0);
            // Districts that the source founds earlier stay empty ground until then.
            district.founded = if district.name.contains(", part ") { founded } else { district.founded.min(founded) };
        }
        self.districts = split;
    }

    /// Plain facts where the source says nothing, so that no panel is empty; how many of them there are.
    fn fill_in(&mut self, counts: Counts) -> usize {
        let mut written = 0;
        let mut fill = |text: &mut Option<String>, fact: String| {
            if text.as_ref().is_none_or(|text| text.trim().is_empty()) {
                *text = Some(fact);
                written += 1;
            }
        };
        let Counts { levels, buildings, floors, criteria, .. } = counts;
        let floors = many(floors, "floor", "floors");
        let holds = if criteria > 0 { many(criteria, "criterion", "criteria") } else { floors };
        let title = self.title.clone();
        fill(
            &mut self.summary,
            format!(
                "Made from the document \"{title}\": {} and {holds} in {}.",
                many(levels, "level", "levels"),
                many(buildings, "building", "buildings")
            ),
        );
        let names: Vec<String> = self.levels.iter().map(|level| level.name.clone()).collect();
        for (index, level) in self.levels.iter_mut().enumerate() {
            let floors = self.districts.iter().flat_map(|district| &district.buildings).flat_map(|one| &one.floors);
            let floors = floors.filter(|floor| floor.level == index).count();
            fill(&mut level.epigraph, format!("Level {} of {levels}.", index + 1));
            let floors = many(floors, "floor rises", "floors rise");
            let says = format!("The document has no portrait of {}. At this level {floors}.", level.name);
            fill(&mut level.portrait, says);
        }
        let level_name = |index: usize| names.get(index).cloned().unwrap_or_default();
        for district in &mut self.districts {
            let count = district.buildings.len();
            let buildings = many(count, "building", "buildings");
            fill(&mut district.tagline, format!("{buildings}, from {} on.", level_name(district.founded)));
            let says =
                format!("The document does not say why {} appears at {}", district.name, level_name(district.founded));
            fill(&mut district.why_now, says + ". What it asks for there begins on these lots.");
            for building in &mut district.buildings {
                let (first, last) = (building.floors.first(), building.floors.last());
                let [first, last] = [first, last].map(|floor| level_name(floor.map_or(0, |floor| floor.level)));
                let floors = many(building.floors.len(), "floor", "floors");
                let span = if first == last { format!("at {first}") } else { format!("from {first} to {last}") };
                let says = format!("The document gives no reason for {}. It has {floors} here, {span}.", building.name);
                fill(&mut building.reason, says);
            }
        }
        written
    }
}

fn schema_level(level: Level, id: &str) -> schema::Level {
    let Level { name, epigraph, portrait, .. } = level;
    let (epigraph, portrait) = (epigraph.unwrap_or_default(), portrait.unwrap_or_default());
    schema::Level { id: id.to_owned(), name, epigraph, portrait }
}

fn street(
    id: String,
    district: District,
    levels: &[String],
    ids: &mut Ids,
) -> (schema::District, Vec<schema::Building>) {
    let level = |index: usize| levels.get(index).cloned().unwrap_or_default();
    let mut buildings = Vec::new();
    for building in district.buildings {
        let building_id = ids.give(&building.name, "building");
        let (name, subtitle) = shortened(building.name, building.subtitle);
        let top = building.floors.len().saturating_sub(1);
        let is_ladder = building.floors.iter().any(|floor| matches!(floor.body, Body::Criteria(_)));
        let floor = |(index, floor): (usize, Floor)| schema::Floor {
            level: level(floor.level),
            number: floor.number.unwrap_or(0),
            last: floor.last || (is_ladder && index == top),
            body: floor.body,
        };
        let value = schema::Building {
            id: building_id,
            name,
            subtitle,
            founded: level(building.founded),
            reason: building.reason.unwrap_or_default(),
            crown: None,
            form: None,
            annex: None,
            emblem: None,
            floors: building.floors.into_iter().enumerate().map(floor).collect(),
        };
        buildings.push(value);
    }
    let value = schema::District {
        id,
        name: district.name,
        founded: level(district.founded),
        tagline: district.tagline.unwrap_or_default(),
        why_now: district.why_now.unwrap_or_default(),
        non_technical: district.non_technical,
        place: None,
        buildings: buildings.iter().map(|building| building.id.clone()).collect(),
    };
    (value, buildings)
}

/// A name that fits on a label, and the whole of it beside it.
fn shortened(name: String, subtitle: Option<String>) -> (String, Option<String>) {
    if name.chars().count() <= NAME_CHARS || subtitle.is_some() {
        return (name, subtitle);
    }
    let mut short = String::new();
    for word in name.split(' ') {
        if !short.is_empty() && short.chars().count() + word.chars().count() + 1 > NAME_CHARS {
            break;
        }
        short.push_str(if short.is_empty() { "" } else { " " });
        short.extend(word.chars().take(NAME_CHARS));
    }
    let short = short.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')').to_owned();
    if norm(&short).is_empty() { (name, None) } else { (short, Some(name)) }
}
