//! Founds districts and buildings, and raises floors on them, also where a heading names what was never founded.

use super::super::document::{Block, Kind};
use super::super::draft::{Building, District, Draft, Floor};
use super::super::names::norm;
use super::super::text::{Style, Text};
use super::{Event, Unlocks};
use crate::domain::content::Body;

pub(super) struct City<'a> {
    pub(super) draft: &'a mut Draft,
    pub(super) district: Option<usize>,
}

impl City<'_> {
    pub(super) fn found(&mut self, event: &Event) {
        if event.what == Unlocks::District {
            return self.found_district(event);
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
            return self.floor(at, event);
        }
        self.build(district, event);
    }

    /// Puts up the building that an event names, with the floor that comes with it.
    fn build(&mut self, district: usize, event: &Event) {
        self.draft.districts[district].buildings.push(Building {
            line: event.line,
            name: event.name.clone(),
            subtitle: event.subtitle.clone(),
            founded: event.level,
            reason: event.text("reason"),
            floors: Vec::new(),
        });
        let at = (district, self.draft.districts[district].buildings.len() - 1);
        self.floor(at, event);
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

    pub(super) fn raise(&mut self, event: &Event) {
        let found = self.building_named(&event.name, event.subtitle.as_deref());
        let Some(at) = found else { return self.raise_unfounded(event) };
        if event.repeats && event.fields.is_empty() {
            let level = self.level_name(event.level);
            self.draft.understood(event.line, format!("{} at {level} stands already, as the heading says", event.name));
            return;
        }
        if !self.is_at(at, &event.name) {
            let own = self.draft.districts[at.0].buildings[at.1].name.clone();
            self.draft.guessed(event.line, format!("{} is {own}", event.name));
        }
        self.floor(at, event);
    }

    /// A floor of a building that was never founded: it is founded with it, in the district that speaks of it most.
    fn raise_unfounded(&mut self, event: &Event) {
        let district = event.home.as_ref().and_then(|home| self.district_named(home));
        let district =
            district.or_else(|| self.likeliest(event)).unwrap_or_else(|| self.street(event.line, event.level));
        let (name, home) = (&event.name, self.draft.districts[district].name.clone());
        let says = format!("{name} is never founded; it appears with this floor, in {home}");
        self.draft.remark(event.line, says);
        self.build(district, event);
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
