//! How much a pack may hold. A pack may come from a stranger, so every list and every text has an end: the check
//! reports what lies beyond it, the schema states it, and what is generated keeps to it.

use std::ops::RangeInclusive;

/// All files of a pack together, in bytes.
pub const PACK_BYTES: usize = 8 * 1024 * 1024;
/// One file of a pack, in bytes.
pub const FILE_BYTES: usize = 1024 * 1024;
/// How deep parentheses, lists and maps may be nested in a file. The format itself needs 9.
pub const DEPTH: usize = 32;
/// Floors of all buildings together.
pub const FLOORS_IN_ALL: usize = 20_000;
/// Criteria of all floors together.
pub const CRITERIA_IN_ALL: usize = 20_000;
/// Characters of an id.
pub const ID: usize = 64;
/// Characters of a text of one line. More than [`Limit::max`] reads badly; more than this is refused.
pub const LINE: usize = 400;
/// Characters of any other text.
pub const TEXT: usize = 100_000;
/// Names of buildings that are looked for in one district; more than its lots only to say that they are too many.
pub const NAMES: usize = 64;
/// So many findings of one severity are told; who has more has enough to do.
pub const FINDINGS: usize = 500;
/// Seconds that a stop of a tour may stay before it goes on by itself.
pub const DWELL_SECS: RangeInclusive<u32> = 1..=3600;
/// Characters of one finding's message: some of it may be the pack's own words.
pub const MESSAGE: usize = 1200;

/// How long a text or a list may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The type that it is a field of, such as `Level`.
    pub of: &'static str,
    /// The name of the field.
    pub field: &'static str,
    /// So many entries there are at least; a text of fewer characters is warned of.
    pub min: usize,
    /// So many entries there are at most; a text of more characters is warned of.
    pub max: usize,
}

impl Limit {
    /// Characters of a text that are taken at most.
    pub fn end(self) -> usize {
        if LINES.contains(&self) { LINE } else { TEXT }
    }

    /// From the least to the most.
    pub fn range(self) -> RangeInclusive<usize> {
        self.min..=self.max
    }
}

macro_rules! limits {
    ($(#[$doc:meta])* $all:ident: $($name:ident = $of:ident.$field:ident $min:literal..=$max:literal;)+) => {
        $(
            #[doc = concat!("`", stringify!($of), ".", stringify!($field), "`: ", $min, " to ", $max, ".")]
            pub const $name: Limit =
                Limit { of: stringify!($of), field: stringify!($field), min: $min, max: $max };
        )+
        $(#[$doc])*
        pub const $all: &[Limit] = &[$($name),+];
    };
}

limits! {
    /// Texts of one line, in characters.
    LINES:
    TITLE = Pack.title 1..=60;
    LEVEL_NAME = Level.name 1..=40;
    EPIGRAPH = Level.epigraph 1..=140;
    DISTRICT_NAME = District.name 1..=40;
    TAGLINE = District.tagline 1..=120;
    BUILDING_NAME = Building.name 1..=40;
    SUBTITLE = Building.subtitle 1..=60;
    CLAIM = Lesson.claim 12..=140;
    BREAKS = Lesson.breaks 30..=160;
    ASK = Recall.ask 10..=140;
    TERM = Term.term 1..=60;
    SPELLING = Term.also 1..=60;
    LABEL = ScaleStep.label 1..=40;
    HEADING = Note.heading 1..=200;
    TOUR_TITLE = Tour.title 1..=60;
    TOUR_SUMMARY = Tour.summary 1..=160;
    CAPTION = Stop.caption 1..=120;
    ROOM_ASK = Question.ask 1..=140;
    ROOM_ANSWER = Question.answers 1..=60;
    REVEAL = Question.reveal 1..=200;
}

limits! {
    /// Texts that may have several paragraphs, in characters.
    TEXTS:
    SUMMARY = Pack.summary 20..=320;
    REMARK = Pack.remarks 1..=1000;
    NOTE = Note.text 0..=100_000;
    PORTRAIT = Level.portrait 40..=1000;
    WHY_NOW = District.why_now 60..=900;
    REASON = Building.reason 40..=480;
    WHY = Lesson.why 60..=420;
    KNOW = Lesson.know 60..=420;
    ASSUME = Lesson.assume 40..=360;
    LEARN = Lesson.learn 60..=480;
    PROSE = Lesson.prose 200..=1100;
    ANSWER = Recall.answer 5..=200;
    CRITERION = Criterion.text 20..=320;
    EVIDENCE = Criterion.evidence 5..=200;
    MEANS = Term.means 20..=220;
    SCORE_MEANS = ScaleStep.means 1..=200;
    TASK = Milestone.also 1..=400;
    MOTIVE = Assessment.motivation 1..=400;
    QUESTION = Answered.ask 1..=200;
    REPLY = Answered.answer 1..=1000;
    SPEAKER_NOTES = Stop.notes 0..=4000;
}

/// As many questions to recall as a floor should have.
pub const RECALLED: Limit = Limit { of: "Lesson", field: "recall", min: 2, max: 3 };

limits! {
    /// Lists, in entries.
    LISTS:
    LEVELS = Pack.levels 1..=24;
    DISTRICTS = Pack.districts 1..=1000;
    REMARKS = Pack.remarks 0..=100;
    NOTES = Pack.notes 0..=1000;
    BUILDINGS = District.buildings 0..=7;
    FLOORS = Building.floors 1..=24;
    QUESTIONS_TO_RECALL = Lesson.recall 0..=20;
    LINKS = Lesson.related 0..=16;
    CRITERIA = Body.Criteria 0..=1000;
    SCALE = Assessment.scale 1..=10;
    TARGETS = Assessment.target_months 0..=12;
    MOTIVES = Assessment.motivation 0..=20;
    QUESTIONS = Assessment.questions 0..=50;
    MILESTONES = Rule.Milestones 0..=24;
    TASKS = Milestone.also 0..=20;
    TERMS = Glossary.terms 0..=500;
    SPELLINGS = Term.also 0..=8;
    CROSSWALK = Crosswalk.criteria 0..=20_000;
    HELPFUL = Crosswalk.floors 0..=3;
    TOURS = Pack.tours 0..=50;
    STOPS = Tour.stops 1..=200;
    ROOM_ANSWERS = Question.answers 2..=4;
    STOP_TEXTS = Stop.texts 0..=4;
}

/// Fields that hold ids or names made of ids, so that the schema can state their shape.
pub const IDS: &[(&str, &str)] = &[
    ("Pack", "id"),
    ("Pack", "districts"),
    ("Level", "id"),
    ("District", "id"),
    ("District", "founded"),
    ("District", "buildings"),
    ("Building", "id"),
    ("Building", "founded"),
    ("Floor", "level"),
    ("Criterion", "id"),
    ("Milestone", "from"),
    ("Milestone", "to"),
    ("Crosswalk", "pack"),
    ("Pack", "tours"),
    ("Tour", "id"),
    ("Stop", "id"),
    ("Stop", "pack"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::LOTS_PER_DISTRICT;

    #[test]
    fn limits_agree_with_each_other() {
        assert_eq!(BUILDINGS.max, LOTS_PER_DISTRICT);
        assert_eq!(FLOORS.max, LEVELS.max, "a building may have a floor at every level");
        for limit in LINES.iter().chain(TEXTS).chain(LISTS) {
            assert!(limit.min <= limit.max, "{limit:?}");
        }
    }
}
