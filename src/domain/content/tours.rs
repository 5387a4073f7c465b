//! Whether what a tour names is there: in its own pack, and in the others that it leads to.

use super::body::Body;
use super::finding::{Finding, Severity, has_room};
use super::limits::{self, DWELL_SECS};
use super::load::{Authored, File};
use super::pack::Pack;
use super::tour::{At, Question, Stop, Tour};
use crate::domain::id::is_slug;
use crate::domain::likeness::nearest;
use std::collections::{BTreeMap, HashSet};

/// The stop's place in its file, for [`File::place`].
pub(super) fn stop_anchor(stop: &Stop) -> String {
    format!("id: \"{}\"", stop.id)
}

/// Every fault of the tours of a pack that can be seen in the pack itself.
pub(super) fn check(authored: &Authored, findings: &mut Vec<Finding>) {
    if authored.tours.is_empty() {
        return;
    }
    let (own, places) = (&authored.pack.value.id, Places::authored(authored));
    for file in &authored.tours {
        let mut checker = Checker { file, findings };
        checker.tour();
        for stop in &file.value.stops {
            checker.stop(stop);
            if stop.pack.as_ref().is_none_or(|pack| pack == own) {
                checker.places(stop, &places);
            }
        }
    }
}

/// Every fault of its stops in other packs, as far as `known` has those; of the others, that nobody looked.
pub fn check_abroad(authored: &Authored, known: &BTreeMap<String, Pack>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = BTreeMap::new();
    for file in &authored.tours {
        let mut checker = Checker { file, findings: &mut findings };
        for stop in &file.value.stops {
            let Some(other) = stop.pack.as_ref().filter(|pack| **pack != authored.pack.value.id) else { continue };
            let places = seen.entry(other).or_insert_with(|| known.get(other).map(Places::checked));
            match places {
                Some(places) => checker.places(stop, places),
                None => checker.unseen(stop, other),
            }
        }
    }
    findings
}

/// The tour as its pack has it: a stop that names this very pack names none, so that it stays there under whatever name
/// a player brings it.
pub(super) fn at_home(tour: &Tour, pack: &str) -> Tour {
    let mut tour = tour.clone();
    tour.stops.iter_mut().for_each(|stop| _ = stop.pack.take_if(|named| named == pack));
    tour
}

/// The other packs that a pack's tours lead to.
pub fn abroad(authored: &Authored) -> impl Iterator<Item = &String> {
    let stops = authored.tours.iter().flat_map(|file| &file.value.stops);
    stops.filter_map(|stop| stop.pack.as_ref()).filter(|pack| **pack != authored.pack.value.id)
}

/// All that a stop can name.
struct Places {
    pack: String,
    levels: Vec<String>,
    districts: Vec<String>,
    buildings: Vec<String>,
    /// Whether each is a lesson.
    floors: BTreeMap<String, bool>,
}

impl Places {
    fn authored(authored: &Authored) -> Self {
        let pack = &authored.pack.value;
        let buildings = || authored.districts.iter().flat_map(|district| &district.buildings).map(|file| &file.value);
        let floors = buildings().flat_map(|building| building.floors.iter().map(move |floor| (building, floor)));
        Self {
            pack: pack.id.clone(),
            levels: pack.levels.iter().map(|level| level.id.clone()).collect(),
            districts: authored.districts.iter().map(|district| district.district.value.id.clone()).collect(),
            buildings: buildings().map(|building| building.id.clone()).collect(),
            floors: floors
                .map(|(building, floor)| (format!("{}/{}", building.id, floor.level), is_lesson(&floor.body)))
                .collect(),
        }
    }

    fn checked(pack: &Pack) -> Self {
        Self {
            pack: pack.id().to_owned(),
            levels: pack.levels().iter().map(|level| level.id.to_string()).collect(),
            districts: pack.districts().iter().map(|district| district.id.to_string()).collect(),
            buildings: pack.buildings().iter().map(|building| building.id.to_string()).collect(),
            floors: pack.floors().map(|(_, floor)| (floor.id.to_string(), is_lesson(&floor.body))).collect(),
        }
    }
}

fn is_lesson(body: &Body) -> bool {
    matches!(body, Body::Lesson(_))
}

struct Checker<'a> {
    file: &'a File<Tour>,
    findings: &'a mut Vec<Finding>,
}

impl Checker<'_> {
    fn error(&mut self, anchors: &[&str], message: impl Into<String>, help: impl Into<String>) {
        if has_room(self.findings, Severity::Error) {
            let place = Some(self.file.place(anchors));
            let (message, help) = (message.into(), help.into());
            self.findings.push(Finding { severity: Severity::Error, place, message, help });
        }
    }

    fn unseen(&mut self, stop: &Stop, pack: &str) {
        if has_room(self.findings, Severity::Note) {
            let place = Some(self.file.place(&["stops:", &stop_anchor(stop), "pack:", pack]));
            let message = format!("whether {pack} has what the stop `{}` names was not looked at", stop.id);
            self.findings.push(Finding {
                severity: Severity::Note,
                place,
                message,
                help: "check both packs at once".into(),
            });
        }
    }

    fn tour(&mut self) {
        let (file, tour) = (self.file, &self.file.value);
        if file.path != format!("tours/{}.ron", tour.id) {
            let help = format!("in tours/{}.ron, or another id", tour.id);
            self.error(&["id:"], format!("the id `{}` stands in {}", tour.id, file.path), help);
        }
        if tour.stops.is_empty() {
            self.error(&["stops:"], "the tour has no stops", "at least one");
        }
        let mut seen = HashSet::new();
        for stop in &tour.stops {
            let id = stop_anchor(stop);
            if !is_slug(&stop.id) {
                let help = format!("lower-case letters, digits and single hyphens, 1 to {}", limits::ID);
                self.error(&["stops:", &id], format!("`{}` is no id", stop.id), help);
            }
            if !seen.insert(&stop.id) {
                let message = format!("the stop `{}` is here twice", stop.id);
                self.error(&["stops:", &id, &id], message, "ids are unique in a tour");
            }
        }
    }

    /// What can be said of a stop without its city.
    fn stop(&mut self, stop: &Stop) {
        let id = stop_anchor(stop);
        if let Some(pack) = stop.pack.as_ref().filter(|pack| !is_slug(pack)) {
            let message = format!("`{pack}` is no id of a pack");
            self.error(&["stops:", &id, "pack:"], message, "such as `beyond-vibe-coding`");
        }
        if stop.view.is_some_and(|view| !view.is_finite()) {
            self.error(&["stops:", &id, "view:"], "nobody can look from there", "finite numbers");
        }
        if !DWELL_SECS.contains(&stop.dwell) {
            let help = format!("{} to {}", DWELL_SECS.start(), DWELL_SECS.end());
            self.error(&["stops:", &id, "dwell:"], format!("it stays for {} seconds", stop.dwell), help);
        }
        if let Some(question) = &stop.question {
            self.question(&id, question);
        }
    }

    fn question(&mut self, id: &str, question: &Question) {
        let count = question.answers.len();
        let (min, max) = (limits::ROOM_ANSWERS.min, limits::ROOM_ANSWERS.max);
        if !limits::ROOM_ANSWERS.range().contains(&count) {
            let help = format!("{min} to {max}");
            self.error(&["stops:", id, "answers:"], format!("the question has {count} answers"), help);
        }
        if let Some(right) = question.right.filter(|right| *right >= count) {
            let help = format!("0 to {}: places in `answers`, counted from 0", count.saturating_sub(1));
            self.error(&["stops:", id, "right:"], format!("there is no answer at place {right}"), help);
        }
    }

    /// Whether what a stop names is in its city.
    fn places(&mut self, stop: &Stop, places: &Places) {
        let id = stop_anchor(stop);
        if let Some(level) = &stop.level {
            self.known("level", level.as_str(), &places.levels, &["stops:", &id, "level:"], places);
        }
        let floors = || places.floors.keys().cloned().collect::<Vec<_>>();
        let at = |word| ["stops:", id.as_str(), "at:", word];
        match &stop.at {
            None => {}
            Some(At::Level(level)) => self.known("level", level.as_str(), &places.levels, &at("Level"), places),
            Some(At::District(district)) => {
                self.known("district", district.as_str(), &places.districts, &at("District"), places);
            }
            Some(At::Building(building)) => {
                self.known("building", building.as_str(), &places.buildings, &at("Building"), places);
            }
            Some(At::Floor(floor)) => self.known("floor", &floor.to_string(), &floors(), &at("Floor"), places),
        }
        let has_texts = match &stop.at {
            Some(At::Floor(floor)) => places.floors.get(&floor.to_string()).copied().unwrap_or(true),
            _ => false,
        };
        if !stop.texts.is_empty() && !has_texts {
            let message = format!("the stop `{}` shows texts, but looks at no lesson", stop.id);
            self.error(&["stops:", &id, "texts:"], message, "`at: Floor(...)`, with a floor that is a lesson");
        }
    }

    fn known(&mut self, what: &str, id: &str, known: &[String], anchors: &[&str], places: &Places) {
        if known.iter().any(|known| known == id) {
            return;
        }
        let help = match nearest(id, known.iter().map(String::as_str)) {
            Some(near) => format!("perhaps `{near}`"),
            None => format!("one of that pack's {what}s"),
        };
        let anchors: Vec<&str> = anchors.iter().copied().chain([id]).collect();
        self.error(&anchors, format!("there is no {what} `{id}` in {}", places.pack), help);
    }
}
