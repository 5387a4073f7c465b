//! Whether there are no more things in a pack than can be checked, shown and built in good time.

use super::Body;
use super::finding::{Finding, Place, Severity, has_room};
use super::limits::{self, Limit};
use super::load::{Authored, File};
use super::schema::{Building, Rule};
use super::tour::Tour;
use super::tours::stop_anchor;

/// Every list of a pack that is too long.
pub(super) fn count(authored: &Authored) -> Vec<Finding> {
    let mut counter = Counter::default();
    counter.pack(authored);
    for district in &authored.districts {
        for building in &district.buildings {
            counter.building(building);
        }
    }
    if let Some(file) = &authored.glossary {
        counter.list(file, &[], "terms", file.value.0.len(), limits::TERMS);
        for term in &file.value.0 {
            counter.list(file, &["also:"], "spellings of a term", term.also.len(), limits::SPELLINGS);
        }
    }
    if let Some(file) = &authored.crosswalk {
        counter.list(file, &["criteria:"], "criteria", file.value.criteria.len(), limits::CROSSWALK);
    }
    for file in &authored.tours {
        counter.tour(file);
    }
    counter.totals(&authored.pack)
}

#[derive(Default)]
struct Counter {
    floors: usize,
    criteria: usize,
    findings: Vec<Finding>,
}

impl Counter {
    fn list<T>(&mut self, file: &File<T>, anchors: &[&str], what: &str, count: usize, limit: Limit) {
        if count > limit.max {
            self.error(|| file.place(anchors), format!("{count} {what}"), limit.max);
        }
    }

    fn error(&mut self, place: impl FnOnce() -> Place, message: String, most: usize) {
        if has_room(&self.findings, Severity::Error) {
            let (severity, place, help) = (Severity::Error, Some(place()), format!("at most {most}"));
            self.findings.push(Finding { severity, place, message, help });
        }
    }

    fn pack(&mut self, authored: &Authored) {
        let (file, pack) = (&authored.pack, &authored.pack.value);
        self.list(file, &["levels:"], "levels", pack.levels.len(), limits::LEVELS);
        self.list(file, &["districts:"], "districts", pack.districts.len(), limits::DISTRICTS);
        self.list(file, &["remarks:"], "remarks", pack.remarks.len(), limits::REMARKS);
        self.list(file, &["notes:"], "notes", pack.notes.len(), limits::NOTES);
        let Some(assessment) = &pack.assessment else { return };
        self.list(file, &["scale:"], "steps of the scale", assessment.scale.len(), limits::SCALE);
        self.list(file, &["target_months:"], "targets", assessment.target_months.len(), limits::TARGETS);
        self.list(file, &["motivation:"], "motives", assessment.motivation.len(), limits::MOTIVES);
        self.list(file, &["questions:"], "questions", assessment.questions.len(), limits::QUESTIONS);
        if let Rule::Milestones(milestones) = &assessment.rule {
            self.list(file, &["Milestones"], "milestones", milestones.len(), limits::MILESTONES);
            for milestone in milestones {
                self.list(file, &["Milestones", "also:"], "tasks", milestone.also.len(), limits::TASKS);
            }
        }
    }

    fn tour(&mut self, file: &File<Tour>) {
        self.list(file, &["stops:"], "stops", file.value.stops.len(), limits::STOPS);
        for stop in &file.value.stops {
            let anchor = stop_anchor(stop);
            let answers = stop.question.as_ref().map_or(0, |question| question.answers.len());
            self.list(file, &["stops:", &anchor, "answers:"], "answers", answers, limits::ROOM_ANSWERS);
            self.list(file, &["stops:", &anchor, "texts:"], "texts", stop.texts.len(), limits::STOP_TEXTS);
        }
    }

    fn building(&mut self, file: &File<Building>) {
        let floors = &file.value.floors;
        self.list(file, &["floors:"], "floors", floors.len(), limits::FLOORS);
        self.floors += floors.len();
        for floor in floors {
            match &floor.body {
                Body::Lesson(lesson) => {
                    self.list(file, &["related:"], "links of a floor", lesson.related.len(), limits::LINKS);
                    let asked = lesson.recall.len();
                    self.list(file, &["recall:"], "questions to recall", asked, limits::QUESTIONS_TO_RECALL);
                }
                Body::Criteria(criteria) => {
                    self.list(file, &["Criteria"], "criteria of a floor", criteria.len(), limits::CRITERIA);
                    self.criteria += criteria.len();
                }
                Body::Unwritten => {}
            }
        }
    }

    fn totals<T>(mut self, pack: &File<T>) -> Vec<Finding> {
        let totals =
            [(self.floors, "floors", limits::FLOORS_IN_ALL), (self.criteria, "criteria", limits::CRITERIA_IN_ALL)];
        for (count, what, most) in totals {
            if count > most {
                self.error(|| pack.place(&["districts:"]), format!("{count} {what} in all buildings"), most);
            }
        }
        self.findings
    }
}
