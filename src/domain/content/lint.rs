//! Whether the texts of a pack are there, fit, and belong together.

use super::body::{Body, Criterion, Lesson, reading_secs};
use super::finding::{Finding, Severity, has_room};
use super::hidden;
pub(super) use super::hidden::is_hidden;
use super::limits::{self, Limit};
use super::load::{Authored, File};
use super::schema;
use super::tour::Tour;
use super::tours::stop_anchor;
use crate::domain::id::is_slug;
use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

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
    authored.tours.iter().for_each(|file| linter.tour(file));
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
        if has_room(self.findings, severity) {
            self.findings.push(Finding { severity, place: Some(file.place(anchors)), message, help });
        }
    }

    /// A text that is there, within its limit of characters, and without the marks of a draft. Only what a city cannot
    /// show is an error: a document that somebody else wrote keeps other limits.
    fn text<T>(&mut self, file: &File<T>, anchors: &[&str], text: &str, limit: Limit) {
        self.text_or(Severity::Error, file, anchors, text, limit);
    }

    /// The same, where an empty text is as bad as `missing`.
    fn text_or<T>(&mut self, missing: Severity, file: &File<T>, anchors: &[&str], text: &str, limit: Limit) {
        let field = anchors.last().copied().unwrap_or_default().trim_end_matches(':');
        let count = text.trim().chars().count();
        if count > limit.end() {
            let help = format!("at most {}; {} to {} read well", limit.end(), limit.min, limit.max);
            self.say(Severity::Error, file, anchors, format!("{field} has {count} characters"), help);
        } else if !limit.range().contains(&count) {
            let help = format!("{} to {}", limit.min, limit.max);
            let severity = if count == 0 { missing } else { Severity::Warning };
            self.say(severity, file, anchors, format!("{field} has {count} characters"), help);
        }
        if ["TODO", "FIXME", "lorem ipsum", "TBD", "\u{2026}"].iter().any(|mark| text.contains(mark)) {
            self.say(Severity::Warning, file, anchors, format!("{field} is a placeholder"), "a finished text".into());
        }
        if let Some(mark) = text.chars().find(|c| is_hidden(*c)) {
            let message = format!("{field} holds the invisible character {}", hidden::name(mark));
            self.say(Severity::Error, file, anchors, message, "visible text only".into());
        }
        if limits::LINES.contains(&limit) && text.contains('\n') {
            self.say(Severity::Warning, file, anchors, format!("{field} has several lines"), "one line".into());
        }
        if text.matches('`').count() % 2 == 1 {
            let help = "inline code stands between two".into();
            self.say(Severity::Warning, file, anchors, format!("{field} has a single backtick"), help);
        }
    }

    fn pack(&mut self, file: &File<schema::Pack>) {
        let pack = &file.value;
        self.text(file, &["title:"], &pack.title, limits::TITLE);
        self.text(file, &["summary:"], &pack.summary, limits::SUMMARY);
        for level in &pack.levels {
            let id = format!("\"{}\"", level.id);
            let at = ["levels:", id.as_str()];
            self.text(file, &[at[0], at[1], "name:"], &level.name, limits::LEVEL_NAME);
            self.text(file, &[at[0], at[1], "epigraph:"], &level.epigraph, limits::EPIGRAPH);
            self.text(file, &[at[0], at[1], "portrait:"], &level.portrait, limits::PORTRAIT);
        }
        for remark in &pack.remarks {
            self.text(file, &["remarks:"], remark, limits::REMARK);
        }
        for note in &pack.notes {
            self.text(file, &["notes:", "heading:"], &note.heading, limits::HEADING);
            self.text(file, &["notes:", "text:"], &note.text, limits::NOTE);
        }
        if let Some(assessment) = &pack.assessment {
            self.assessment(file, assessment);
        }
    }

    /// What is said around the ratings of a ladder.
    fn assessment(&mut self, file: &File<schema::Pack>, assessment: &schema::Assessment) {
        // Without one of them one rates all the same.
        let say = |linter: &mut Self, anchors: &[&str], text: &str, limit: Limit| {
            linter.text_or(Severity::Warning, file, anchors, text, limit);
        };
        for step in &assessment.scale {
            let score = format!("score: {}", step.score);
            say(self, &["scale:", &score, "label:"], &step.label, limits::LABEL);
            say(self, &["scale:", &score, "means:"], &step.means, limits::SCORE_MEANS);
        }
        if let schema::Rule::Milestones(milestones) = &assessment.rule {
            for task in milestones.iter().flat_map(|milestone| &milestone.also) {
                say(self, &["Milestones", "also:"], task, limits::TASK);
            }
        }
        for motive in &assessment.motivation {
            say(self, &["motivation:"], motive, limits::MOTIVE);
        }
        for question in &assessment.questions {
            say(self, &["questions:", "ask:"], &question.ask, limits::QUESTION);
            say(self, &["questions:", "answer:"], &question.answer, limits::REPLY);
        }
    }

    fn district(&mut self, file: &File<schema::District>) {
        self.text(file, &["name:"], &file.value.name, limits::DISTRICT_NAME);
        self.text(file, &["tagline:"], &file.value.tagline, limits::TAGLINE);
        self.text(file, &["why_now:"], &file.value.why_now, limits::WHY_NOW);
    }

    fn building(&mut self, file: &File<schema::Building>, criteria: &mut HashSet<String>) {
        self.text(file, &["name:"], &file.value.name, limits::BUILDING_NAME);
        if let Some(subtitle) = &file.value.subtitle {
            self.text(file, &["subtitle:"], subtitle, limits::SUBTITLE);
        }
        self.text(file, &["reason:"], &file.value.reason, limits::REASON);
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
        let limits = [limits::WHY, limits::KNOW, limits::ASSUME, limits::LEARN, limits::PROSE];
        for ((field, text), limit) in lesson.texts().into_iter().zip(limits) {
            self.text_or(Severity::Warning, file, &[level, &format!("{field}:")], text, limit);
        }
        if let Some(claim) = &lesson.claim {
            self.text(file, &[level, "claim:"], claim, limits::CLAIM);
        }
        if let Some(breaks) = &lesson.breaks {
            self.text(file, &[level, "breaks:"], breaks, limits::BREAKS);
        }
        let missing = [("claim", lesson.claim.is_none()), ("kind", lesson.kind.is_none())];
        let missing: Vec<_> = missing.into_iter().chain([("breaks", lesson.breaks.is_none())]).collect();
        let names: Vec<_> = missing.into_iter().filter(|(_, is_missing)| *is_missing).map(|(name, _)| name).collect();
        if !names.is_empty() {
            let message = format!("the floor is played without its {}", names.join(", "));
            self.say(Severity::Warning, file, &[level], message, "what the journey asks".into());
        }
        for recall in &lesson.recall {
            self.text(file, &[level, "recall:", "ask:"], &recall.ask, limits::ASK);
            self.text(file, &[level, "recall:", "answer:"], &recall.answer, limits::ANSWER);
        }
        let Limit { min, max, .. } = limits::RECALLED;
        if !(min..=max).contains(&lesson.recall.len()) {
            let message = format!("{} questions to recall", lesson.recall.len());
            self.say(Severity::Warning, file, &[level, "recall:"], message, format!("{min} or {max}"));
        }
        self.reading_time(file, level, lesson);
        self.links(file, level, lesson, id);
        self.unique(file, level, lesson, id);
    }

    fn reading_time(&mut self, file: &File<schema::Building>, level: &str, lesson: &Lesson) {
        let secs = reading_secs(lesson.words());
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
        self.text(file, &[&id, "text:"], &criterion.text, limits::CRITERION);
        if let Some(evidence) = &criterion.evidence {
            self.text(file, &[&id, "evidence:"], evidence, limits::EVIDENCE);
        }
        if !is_slug(&criterion.id) {
            let help = format!("lower-case letters, digits and single hyphens, 1 to {}", limits::ID);
            self.say(Severity::Error, file, &[&id], format!("`{}` is no id", criterion.id), help);
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
            self.text(file, &[&quoted, "means:"], &term.means, limits::MEANS);
            for spelling in std::iter::once(&term.term).chain(&term.also) {
                self.text(file, &[&quoted, "term:"], spelling, limits::TERM);
                if !seen.insert(spelling.to_lowercase()) {
                    let message = format!("the term \"{spelling}\" is explained twice");
                    self.say(Severity::Error, file, &[&quoted], message, "one entry a term".into());
                }
            }
        }
    }

    fn tour(&mut self, file: &File<Tour>) {
        self.text(file, &["title:"], &file.value.title, limits::TOUR_TITLE);
        self.text(file, &["summary:"], &file.value.summary, limits::TOUR_SUMMARY);
        for stop in &file.value.stops {
            let id = stop_anchor(stop);
            let at = |field| ["stops:", id.as_str(), field];
            self.text(file, &at("caption:"), &stop.caption, limits::CAPTION);
            self.text(file, &at("notes:"), &stop.notes, limits::SPEAKER_NOTES);
            let Some(question) = &stop.question else { continue };
            self.text(file, &at("ask:"), &question.ask, limits::ROOM_ASK);
            for answer in &question.answers {
                self.text(file, &at("answers:"), answer, limits::ROOM_ANSWER);
            }
            self.text(file, &at("reveal:"), &question.reveal, limits::REVEAL);
        }
    }

    fn crosswalk(&mut self, file: &File<schema::Crosswalk>, criteria: &HashSet<String>) {
        if !is_slug(&file.value.pack) {
            let message = format!("`{}` is no id of a pack", file.value.pack);
            self.say(Severity::Error, file, &["pack:"], message, "such as `beyond-vibe-coding`".into());
        }
        for (criterion, floors) in &file.value.criteria {
            let id = format!("\"{criterion}\"");
            if !criteria.contains(criterion) {
                let message = format!("there is no criterion {id}");
                self.say(Severity::Error, file, &[&id], message, "one of this pack's".into());
            }
            if floors.len() > limits::HELPFUL.max {
                let message = format!("{} floors for {id}", floors.len());
                self.say(Severity::Error, file, &[&id], message, format!("at most {}", limits::HELPFUL.max));
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
