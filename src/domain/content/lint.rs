//! Whether the texts of a pack are there, fit, and belong together.

use super::body::{Body, Criterion, Lesson};
use super::finding::{Finding, Severity};
use super::load::{Authored, File};
use super::schema;
use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

/// Words a minute of an attentive reader; Brysbaert 2019 gives 238 for silent reading of non-fiction.
const WORDS_PER_MINUTE: usize = 230;

/// How long a floor may take to read, in seconds.
const READING_SECS: RangeInclusive<usize> = 40..=95;

/// Looks at every text of a pack.
pub(super) fn lint(authored: &Authored, findings: &mut Vec<Finding>) {
    let mut linter = Linter { floors: floor_ids(authored), claims: HashMap::new(), breaks: HashMap::new(), findings };
    linter.pack(&authored.pack);
    let mut criteria = HashSet::new();
    for district in &authored.districts {
        linter.district(&district.district);
        for building in &district.buildings {
            linter.building(building, &mut criteria);
        }
    }
    if let Some(glossary) = &authored.glossary {
        linter.glossary(glossary);
    }
    if let Some(crosswalk) = &authored.crosswalk {
        linter.crosswalk(crosswalk, &criteria);
    }
}

fn floor_ids(authored: &Authored) -> HashSet<String> {
    let buildings = authored.districts.iter().flat_map(|district| &district.buildings);
    buildings
        .flat_map(|file| file.value.floors.iter().map(|floor| format!("{}/{}", file.value.id, floor.level)))
        .collect()
}

struct Linter<'a> {
    floors: HashSet<String>,
    claims: HashMap<String, String>,
    breaks: HashMap<String, String>,
    findings: &'a mut Vec<Finding>,
}

impl Linter<'_> {
    fn say<T>(&mut self, severity: Severity, file: &File<T>, anchors: &[&str], message: String, help: String) {
        self.findings.push(Finding { severity, place: Some(file.place(anchors)), message, help });
    }

    /// A text that is there, within `limits` characters, and without the marks of a draft. Only what a city cannot show
    /// is an error: a document that somebody else wrote keeps other limits.
    fn text<T>(&mut self, file: &File<T>, anchors: &[&str], text: &str, limits: RangeInclusive<usize>) {
        self.text_or(Severity::Error, file, anchors, text, limits);
    }

    /// The same, where an empty text is as bad as `missing`.
    fn text_or<T>(
        &mut self,
        missing: Severity,
        file: &File<T>,
        anchors: &[&str],
        text: &str,
        limits: RangeInclusive<usize>,
    ) {
        let field = anchors.last().copied().unwrap_or_default().trim_end_matches(':');
        let count = text.trim().chars().count();
        if !limits.contains(&count) {
            let help = format!("{} to {}", limits.start(), limits.end());
            let severity = if count == 0 { missing } else { Severity::Warning };
            self.say(severity, file, anchors, format!("{field} has {count} characters"), help);
        }
        if ["TODO", "FIXME", "lorem ipsum", "TBD", "\u{2026}"].iter().any(|mark| text.contains(mark)) {
            self.say(Severity::Warning, file, anchors, format!("{field} is a placeholder"), "a finished text".into());
        }
        if let Some(mark) = text.chars().find(|c| is_hidden(*c)) {
            let message = format!("{field} holds the invisible character U+{:04X}", mark as u32);
            self.say(Severity::Error, file, anchors, message, "visible text only".into());
        }
        if text.matches('`').count() % 2 == 1 {
            let help = "inline code stands between two".into();
            self.say(Severity::Warning, file, anchors, format!("{field} has a single backtick"), help);
        }
    }

    fn pack(&mut self, file: &File<schema::Pack>) {
        let pack = &file.value;
        self.text(file, &["title:"], &pack.title, 1..=60);
        self.text(file, &["summary:"], &pack.summary, 20..=320);
        for level in &pack.levels {
            let id = format!("\"{}\"", level.id);
            let at = ["levels:", id.as_str()];
            self.text(file, &[at[0], at[1], "name:"], &level.name, 1..=40);
            self.text(file, &[at[0], at[1], "epigraph:"], &level.epigraph, 1..=140);
            self.text(file, &[at[0], at[1], "portrait:"], &level.portrait, 40..=1000);
        }
        for note in &pack.notes {
            self.text(file, &["notes:", "heading:"], &note.heading, 1..=200);
            self.text(file, &["notes:", "text:"], &note.text, 0..=100_000);
        }
    }

    fn district(&mut self, file: &File<schema::District>) {
        self.text(file, &["name:"], &file.value.name, 1..=40);
        self.text(file, &["tagline:"], &file.value.tagline, 1..=120);
        self.text(file, &["why_now:"], &file.value.why_now, 60..=900);
    }

    fn building(&mut self, file: &File<schema::Building>, criteria: &mut HashSet<String>) {
        self.text(file, &["name:"], &file.value.name, 1..=40);
        if let Some(subtitle) = &file.value.subtitle {
            self.text(file, &["subtitle:"], subtitle, 1..=60);
        }
        self.text(file, &["reason:"], &file.value.reason, 40..=480);
        for floor in &file.value.floors {
            let level = format!("level: \"{}\"", floor.level);
            match &floor.body {
                Body::Lesson(lesson) => {
                    self.lesson(file, &level, lesson, &format!("{}/{}", file.value.id, floor.level));
                }
                Body::Criteria(list) => list.iter().for_each(|criterion| self.criterion(file, criterion, criteria)),
                Body::Unwritten => {}
            }
        }
    }

    fn lesson(&mut self, file: &File<schema::Building>, level: &str, lesson: &Lesson, id: &str) {
        let limits = [60..=420, 60..=420, 40..=360, 60..=480, 200..=1100];
        for ((field, text), limits) in lesson.texts().into_iter().zip(limits) {
            self.text_or(Severity::Warning, file, &[level, &format!("{field}:")], text, limits);
        }
        if let Some(claim) = &lesson.claim {
            self.text(file, &[level, "claim:"], claim, 12..=140);
        }
        if let Some(breaks) = &lesson.breaks {
            self.text(file, &[level, "breaks:"], breaks, 30..=160);
        }
        let missing = [("claim", lesson.claim.is_none()), ("kind", lesson.kind.is_none())];
        let missing: Vec<_> = missing.into_iter().chain([("breaks", lesson.breaks.is_none())]).collect();
        let names: Vec<_> = missing.into_iter().filter(|(_, is_missing)| *is_missing).map(|(name, _)| name).collect();
        if !names.is_empty() {
            let message = format!("the floor is played without its {}", names.join(", "));
            self.say(Severity::Warning, file, &[level], message, "what the journey asks".into());
        }
        for recall in &lesson.recall {
            self.text(file, &[level, "recall:", "ask:"], &recall.ask, 10..=140);
            self.text(file, &[level, "recall:", "answer:"], &recall.answer, 5..=200);
        }
        if !(2..=3).contains(&lesson.recall.len()) {
            let message = format!("{} questions to recall", lesson.recall.len());
            self.say(Severity::Warning, file, &[level, "recall:"], message, "2 or 3".into());
        }
        self.reading_time(file, level, lesson);
        self.links(file, level, lesson, id);
        self.unique(file, level, lesson, id);
    }

    fn reading_time(&mut self, file: &File<schema::Building>, level: &str, lesson: &Lesson) {
        let words: usize = lesson.texts().iter().map(|(_, text)| text.split_whitespace().count()).sum();
        let secs = words * 60 / WORDS_PER_MINUTE;
        if !READING_SECS.contains(&secs) {
            let help = format!("{} to {}", READING_SECS.start(), READING_SECS.end());
            self.say(Severity::Warning, file, &[level], format!("the floor takes {secs} seconds to read"), help);
        }
    }

    fn links(&mut self, file: &File<schema::Building>, level: &str, lesson: &Lesson, id: &str) {
        for link in &lesson.related {
            if link == id || !self.floors.contains(link) {
                let help = "another floor of this pack, as building/level".into();
                self.say(Severity::Error, file, &[level, "related:", link], format!("`{link}` leads nowhere"), help);
            }
        }
    }

    /// A refutation that fits two claims would make the question of which one it breaks unfair.
    fn unique(&mut self, file: &File<schema::Building>, level: &str, lesson: &Lesson, id: &str) {
        let claim = lesson.claim.as_ref().and_then(|text| self.claims.insert(text.to_lowercase(), id.to_owned()));
        let breaks = lesson.breaks.as_ref().and_then(|text| self.breaks.insert(text.to_lowercase(), id.to_owned()));
        for (field, other) in [("claim", claim), ("breaks", breaks)] {
            if let Some(other) = other {
                let anchors = [level, &format!("{field}:")];
                self.say(
                    Severity::Error,
                    file,
                    &anchors,
                    format!("{field} is that of {other}"),
                    "one of its own".into(),
                );
            }
        }
    }

    fn criterion(&mut self, file: &File<schema::Building>, criterion: &Criterion, seen: &mut HashSet<String>) {
        let id = format!("\"{}\"", criterion.id);
        self.text(file, &[&id, "text:"], &criterion.text, 20..=320);
        if let Some(evidence) = &criterion.evidence {
            self.text(file, &[&id, "evidence:"], evidence, 5..=200);
        }
        if !seen.insert(criterion.id.clone()) {
            let message = format!("the criterion {id} is here twice");
            self.say(Severity::Error, file, &[&id], message, "ids are unique in a pack".into());
        }
    }

    fn glossary(&mut self, file: &File<schema::Glossary>) {
        let mut seen = HashSet::new();
        for term in &file.value.0 {
            let quoted = format!("\"{}\"", term.term);
            self.text(file, &[&quoted, "means:"], &term.means, 20..=220);
            for spelling in std::iter::once(&term.term).chain(&term.also) {
                self.text(file, &[&quoted, "term:"], spelling, 1..=60);
                if !seen.insert(spelling.to_lowercase()) {
                    let message = format!("the term \"{spelling}\" is explained twice");
                    self.say(Severity::Error, file, &[&quoted], message, "one entry a term".into());
                }
            }
        }
    }

    fn crosswalk(&mut self, file: &File<schema::Crosswalk>, criteria: &HashSet<String>) {
        for (criterion, floors) in &file.value.criteria {
            let id = format!("\"{criterion}\"");
            if !criteria.contains(criterion) {
                let message = format!("there is no criterion {id}");
                self.say(Severity::Error, file, &[&id], message, "one of this pack's".into());
            }
            if floors.len() > 3 {
                let message = format!("{} floors for {id}", floors.len());
                self.say(Severity::Error, file, &[&id], message, "at most 3".into());
            }
        }
        let mut missing: Vec<_> = criteria.iter().filter(|id| !file.value.criteria.contains_key(*id)).collect();
        missing.sort();
        for id in missing {
            let message = format!("the criterion `{id}` is not in the crosswalk");
            self.say(Severity::Error, file, &["criteria:"], message, "an empty list if nothing helps".into());
        }
    }
}

/// Control characters, bidirectional overrides and zero-width marks: they can make a text lie.
pub(super) fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
