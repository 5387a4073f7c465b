//! Turns an authored pack into a checked one, or says everything that stands in the way.

use super::finding::{Finding, Place, Severity, has_room, tidy};
use super::load::{Authored, AuthoredDistrict, File};
use super::pack::{Building, District, Floor, Level, Pack};
use super::{Body, count, lint, place, schema, storey, tours};
use crate::domain::id::{BuildingId, DistrictId, FloorId, LevelId, is_slug};
use crate::domain::plan::LOTS_PER_DISTRICT;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The most storeys a tower can have: more would leave the camera's view, and a crown on top of them the
/// range of the shade map.
pub const MAX_STOREYS: u32 = 20;

/// The result of a check: a pack if it can be played, and everything there is to say about it.
#[derive(Debug)]
pub struct Checked {
    /// `None` if any finding is an error.
    pub pack: Option<Pack>,
    /// From the top of the first file to the end of the last.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// The worst there is.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }
}

/// Checks a pack; never stops at the first fault.
pub fn check(authored: &Authored) -> Checked {
    let too_many = count::count(authored);
    if !too_many.is_empty() {
        // What follows takes its time for each of them.
        return Checked { pack: None, findings: tidy(too_many) };
    }
    let mut checker = Checker::new(authored);
    checker.pack_file();
    let mut districts = Vec::new();
    let mut buildings = Vec::new();
    for authored_district in &authored.districts {
        checker.district(authored_district, &mut districts, &mut buildings);
    }
    let mut findings = checker.findings;
    lint::lint(authored, &mut findings);
    tours::check(authored, &mut findings);
    sort(authored, &mut findings);
    let playable = findings.iter().all(|finding| finding.severity < Severity::Error);
    let pack = playable.then(|| assemble(authored, districts, buildings));
    Checked { pack, findings: tidy(findings) }
}

/// By file in the order in which they are read, and within a file from its top to its end.
fn sort(authored: &Authored, findings: &mut [Finding]) {
    let districts = authored.districts.iter().flat_map(|district| {
        std::iter::once(&district.district.path).chain(district.buildings.iter().map(|building| &building.path))
    });
    let order: HashMap<&str, usize> = std::iter::once(&authored.pack.path)
        .chain(districts)
        .chain(authored.glossary.iter().map(|file| &file.path))
        .chain(authored.crosswalk.iter().map(|file| &file.path))
        .chain(authored.tours.iter().map(|file| &file.path))
        .enumerate()
        .map(|(index, path)| (path.as_str(), index))
        .collect();
    findings.sort_by_key(|finding| {
        let place = finding.place.as_ref();
        let file = place.map(|place| order.get(place.file.as_str()).copied().unwrap_or(usize::MAX));
        (file, place.map(|place| place.span.start))
    });
}

fn assemble(authored: &Authored, districts: Vec<District>, buildings: Vec<Building>) -> Pack {
    let raw = &authored.pack.value;
    let level = |level: &schema::Level| Level {
        id: LevelId::new(&level.id),
        name: level.name.clone(),
        epigraph: level.epigraph.clone(),
        portrait: level.portrait.clone(),
    };
    Pack {
        id: raw.id.clone(),
        title: raw.title.clone(),
        summary: raw.summary.clone(),
        levels: raw.levels.iter().map(level).collect(),
        building_index: buildings.iter().enumerate().map(|(index, b)| (b.id.clone(), index)).collect(),
        districts,
        buildings,
        assessment: raw.assessment.clone(),
        notes: raw.notes.clone(),
        glossary: authored.glossary.as_ref().map(|file| file.value.clone()).unwrap_or_default(),
        crosswalk: authored.crosswalk.as_ref().map(|file| file.value.clone()),
        tours: authored.tours.iter().map(|file| Arc::new(tours::at_home(&file.value, &raw.id))).collect(),
    }
}

struct Checker<'a> {
    authored: &'a Authored,
    levels: HashMap<&'a str, usize>,
    seen: HashSet<&'a str>,
    findings: Vec<Finding>,
}

impl<'a> Checker<'a> {
    fn new(authored: &'a Authored) -> Self {
        let levels = authored.pack.value.levels.iter().enumerate().map(|(index, level)| (level.id.as_str(), index));
        Self { authored, levels: levels.collect(), seen: HashSet::new(), findings: Vec::new() }
    }

    fn say(&mut self, severity: Severity, place: Place, message: impl Into<String>, help: impl Into<String>) {
        if has_room(&self.findings, severity) {
            self.findings.push(Finding { severity, place: Some(place), message: message.into(), help: help.into() });
        }
    }

    fn error(&mut self, place: Place, message: impl Into<String>, help: impl Into<String>) {
        self.say(Severity::Error, place, message, help);
    }

    fn note(&mut self, place: Place, message: impl Into<String>) {
        self.say(Severity::Note, place, message, "");
    }

    /// An id that is well formed and seen for the first time.
    fn id(&mut self, id: &'a str, what: &str, place: Place) {
        if !is_slug(id) {
            self.error(
                place.clone(),
                format!("`{id}` is no id"),
                "lower-case letters, digits and single hyphens, 1 to 64",
            );
        }
        if !self.seen.insert(id) {
            self.error(place, format!("{what} `{id}` is here twice"), "ids are unique in a pack");
        }
    }

    /// Whoever looks for an id must find its file.
    fn named_like<T>(&mut self, file: &File<T>, id: &str, path: &str) {
        if file.path != path {
            let message = format!("the id `{id}` stands in {}", file.path);
            self.error(file.place(&["id:"]), message, format!("in {path}"));
        }
    }

    fn level(&mut self, id: &str, place: Place) -> Option<usize> {
        let found = self.levels.get(id).copied();
        if found.is_none() {
            let known = self.authored.pack.value.levels.iter().map(|level| level.id.as_str());
            let help = format!("one of {}", known.collect::<Vec<_>>().join(", "));
            self.error(place, format!("there is no level `{id}`"), help);
        }
        found
    }

    fn pack_file(&mut self) {
        let file = &self.authored.pack;
        let pack = &file.value;
        if pack.format != schema::FORMAT {
            let message = format!("the pack has format {}", pack.format);
            self.error(file.place(&["format:"]), message, format!("this version reads format {}", schema::FORMAT));
        }
        self.id(&pack.id, "the pack", file.place(&["id:"]));
        if pack.levels.is_empty() {
            self.error(file.place(&["levels:"]), "the pack has no levels", "at least one");
        }
        if pack.districts.is_empty() {
            self.error(file.place(&["districts:"]), "the pack has no districts", "at least one");
        }
        for level in &pack.levels {
            self.id(&level.id, "the level", file.place(&["levels:", &format!("\"{}\"", level.id)]));
        }
        if let Some(assessment) = &pack.assessment {
            self.assessment(file, assessment);
        }
        for remark in &pack.remarks {
            // Up to where the text may be written otherwise in the file.
            let start = remark.split(['"', '\\']).next().unwrap_or(remark);
            self.note(file.place(&["remarks:", start]), remark);
        }
    }

    fn assessment(&mut self, file: &File<schema::Pack>, assessment: &schema::Assessment) {
        let scores: Vec<u8> = assessment.scale.iter().map(|step| step.score).collect();
        if scores.is_empty() || !scores.iter().copied().eq(1..=scores.len() as u8) {
            self.error(
                file.place(&["assessment:", "scale:"]),
                "the scale does not count up from 1",
                "1, 2, 3 and so on",
            );
        } else if !scores.contains(&assessment.satisfied_from) {
            let message = format!("a score of {} is not on the scale", assessment.satisfied_from);
            self.error(file.place(&["assessment:", "satisfied_from:"]), message, format!("1 to {}", scores.len()));
        }
        match &assessment.rule {
            schema::Rule::Milestones(milestones) => milestones.iter().for_each(|step| self.milestone(file, step)),
            schema::Rule::Share { hold, reach } => {
                if ![hold, reach].into_iter().all(|share| (0.0..=1.0).contains(share)) {
                    self.error(file.place(&["Share"]), "a share is not between 0 and 1", "0.6 for sixty percent");
                }
            }
        }
    }

    fn milestone(&mut self, file: &File<schema::Pack>, milestone: &schema::Milestone) {
        let place = file.place(&["Milestones", &format!("from: \"{}\"", milestone.from)]);
        let (from, to) = (self.level(&milestone.from, place.clone()), self.level(&milestone.to, place.clone()));
        if from.is_some() && to.is_some() && from >= to {
            self.error(place.clone(), "the milestone does not lead upward", "from a level to a higher one");
        }
        if milestone.phases.0 > milestone.phases.1 {
            self.error(place, "the phases run backward", "the first phase and the last");
        }
    }

    fn district(
        &mut self,
        authored: &'a AuthoredDistrict,
        districts: &mut Vec<District>,
        buildings: &mut Vec<Building>,
    ) {
        let file = &authored.district;
        let raw = &file.value;
        self.id(&raw.id, "the district", file.place(&["id:"]));
        self.named_like(file, &raw.id, &format!("{}/district.ron", raw.id));
        let founded = self.level(&raw.founded, file.place(&["founded:"]));
        if authored.buildings.len() > LOTS_PER_DISTRICT {
            let message = format!("the district has {} buildings", authored.buildings.len());
            self.error(
                file.place(&["buildings:"]),
                message,
                format!("at most {LOTS_PER_DISTRICT}; found another district"),
            );
        }
        let first = buildings.len();
        for (lot, building) in authored.buildings.iter().enumerate() {
            if let Some(building) = self.building(building, districts.len(), lot, founded.unwrap_or(0)) {
                buildings.push(building);
            }
        }
        districts.push(District {
            id: DistrictId::new(&raw.id),
            name: raw.name.clone(),
            founded: founded.unwrap_or(0),
            tagline: raw.tagline.clone(),
            why_now: raw.why_now.clone(),
            non_technical: raw.non_technical,
            place: raw.place.unwrap_or_else(|| place::matching(&raw.id, &raw.name, &raw.tagline)),
            buildings: first..buildings.len(),
        });
    }

    fn building(
        &mut self,
        file: &'a File<schema::Building>,
        district: usize,
        lot: usize,
        district_founded: usize,
    ) -> Option<Building> {
        let raw = &file.value;
        self.id(&raw.id, "the building", file.place(&["id:"]));
        let folder = file.path.split('/').next().unwrap_or_default();
        self.named_like(file, &raw.id, &format!("{folder}/{}.ron", raw.id));
        let founded = self.level(&raw.founded, file.place(&["founded:"]))?;
        if founded < district_founded {
            self.error(
                file.place(&["founded:"]),
                "the building is founded before its district",
                "at the same level or later",
            );
        }
        if raw.floors.is_empty() {
            self.error(file.place(&["floors:"]), "the building has no floors", "at least one");
        }
        let levels: Vec<Option<usize>> = raw
            .floors
            .iter()
            .map(|floor| self.level(&floor.level, file.place(&["floors:", &format!("level: \"{}\"", floor.level)])))
            .collect();
        let levels: Vec<usize> = levels.into_iter().collect::<Option<_>>()?;
        self.floor_order(file, &levels, founded);
        self.oddities(file, &levels, founded);

        let positions = storey::positions(raw.floors.iter().map(|floor| floor.number.min(MAX_STOREYS)));
        let floor = |((floor, level), storey): ((&schema::Floor, usize), usize)| Floor {
            id: FloorId { building: BuildingId::new(&raw.id), level: LevelId::new(&floor.level) },
            level,
            number: floor.number,
            storey,
            last: floor.last,
            body: floor.body.clone(),
        };
        Some(Building {
            id: BuildingId::new(&raw.id),
            name: raw.name.clone(),
            subtitle: raw.subtitle.clone(),
            district,
            lot,
            founded,
            reason: raw.reason.clone(),
            crown: raw.crown,
            form: raw.form,
            annex: raw.annex,
            emblem: raw.emblem,
            floors: raw.floors.iter().zip(levels).zip(positions).map(floor).collect(),
        })
    }

    fn floor_order(&mut self, file: &File<schema::Building>, levels: &[usize], founded: usize) {
        for (floor, &level) in file.value.floors.iter().zip(levels) {
            let place = file.place(&["floors:", &format!("level: \"{}\"", floor.level)]);
            if level < founded {
                self.error(
                    place.clone(),
                    "the floor rises before its building is founded",
                    "at the same level or later",
                );
            }
            if floor.number > MAX_STOREYS {
                self.error(place, format!("floor number {}", floor.number), format!("at most {MAX_STOREYS}"));
            }
        }
        let last = file.value.floors.last().map(|floor| format!("level: \"{}\"", floor.level)).unwrap_or_default();
        if !levels.is_sorted_by(|a, b| a < b) {
            let help = "one floor a level, from the lowest to the highest";
            self.error(file.place(&["floors:", &last]), "the floors are out of order or share a level", help);
        }
        if !file.value.floors.is_sorted_by(|a, b| a.number <= b.number) {
            self.error(file.place(&["floors:", &last]), "the floor numbers go down", "numbers grow with the levels");
        }
    }

    /// What a reader of the source would trip over, as notes.
    fn oddities(&mut self, file: &File<schema::Building>, levels: &[usize], founded: usize) {
        let raw = &file.value;
        for (index, (floor, &level)) in raw.floors.iter().zip(levels).enumerate() {
            let place = file.place(&["floors:", &format!("level: \"{}\"", floor.level)]);
            let expected = level.saturating_sub(founded);
            let name = &raw.name;
            if index == 0 && floor.number > 0 {
                let bare = floor.number;
                self.note(place, format!("{name} begins with floor {bare}: its {bare} lower storeys stand bare"));
            } else if index > 0 && raw.floors[index - 1].number == floor.number {
                self.note(
                    place,
                    format!("{name} has two floors numbered {}: they stand one on the other", floor.number),
                );
            } else if floor.number as usize != expected {
                let number = floor.number;
                self.note(place, format!("{name}'s floor {number} would be {expected} by level minus founding level"));
            }
        }
        if !raw.floors.iter().any(|floor| floor.last) {
            self.note(file.place(&["name:"]), format!("{} has no floor marked as its last", raw.name));
        }
        let unwritten = raw.floors.iter().filter(|floor| floor.body == Body::Unwritten).count();
        if unwritten > 0 {
            self.note(file.place(&["Unwritten"]), format!("{}: {unwritten} floors are not written yet", raw.name));
        }
    }
}
