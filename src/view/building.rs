//! A building: its reason to be, its floors as a column, and the open floor's text.

use super::assess::{self, RatingRow};
use super::glossary::{self, TermView};
use super::intent::Intent;
use super::journey::{self, Action};
use super::state::State;
use super::words::Words;
use crate::domain::content::{Body, Building, Criterion, Floor, Lesson, Pack, Storey, storeys};
use crate::domain::id::FloorId;
use crate::domain::progress::rules;

/// A building, opened.
#[derive(Debug, Clone, PartialEq)]
pub struct BuildingView {
    /// The district, as a way back to it.
    pub district: String,
    /// What a press on the district wants.
    pub open_district: Intent,
    /// Such as "Frontend".
    pub name: String,
    /// Such as "UI Components".
    pub subtitle: Option<String>,
    /// Its reason to be.
    pub reason: String,
    /// How far it has risen, in words.
    pub status: String,
    /// Its storeys from the top down, as one sees them.
    pub column: Vec<StoreyView>,
    /// The open floor.
    pub floor: FloorView,
    /// Its criteria, to be rated; they stand in place of their list.
    pub ratings: Vec<RatingRow>,
    /// What one can do with it.
    pub actions: Vec<Action>,
}

/// One storey of the column.
#[derive(Debug, Clone, PartialEq)]
pub struct StoreyView {
    /// Such as "3", or empty for bare frame.
    pub number: String,
    /// Such as "Floor 3, raised by The Engineer".
    pub label: String,
    /// How it stands in the city.
    pub standing: Standing,
    /// Index of the level that raises it, for its color.
    pub level: usize,
    /// Whether its text is the open one.
    pub open: bool,
    /// What a press on it wants; nothing for bare frame.
    pub intent: Option<Intent>,
}

/// How a storey stands in the city.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Risen.
    Risen,
    /// Raised as read, and not recalled yet.
    Scaffold,
    /// Still to come; its text can be read all the same.
    Outline,
    /// Still to come, and part of a target of who rates.
    Wanted,
    /// A skipped number: bare frame, risen or not.
    Bare,
}

impl Standing {
    /// Whether there is more of it than lines.
    pub fn is_up(self) -> bool {
        matches!(self, Self::Risen | Self::Scaffold)
    }

    /// The name of the message that says it.
    fn words(self) -> &'static str {
        match self {
            Self::Risen => "storey-risen",
            Self::Scaffold => "storey-scaffold",
            Self::Outline => "storey-outline",
            Self::Wanted => "storey-wanted",
            Self::Bare => "storey-bare",
        }
    }
}

/// A floor's text.
#[derive(Debug, Clone, PartialEq)]
pub struct FloorView {
    /// Its id.
    pub id: FloorId,
    /// Such as "Floor 1, raised at level 1: The Apprentice".
    pub title: String,
    /// Said above the text where the floor has not risen, or stands behind a scaffold.
    pub note: Option<String>,
    /// Headed texts in reading order.
    pub sections: Vec<Section>,
    /// Said in place of a text that is still to come.
    pub unwritten: Option<String>,
    /// The floor below, if there is one.
    pub previous: Option<Intent>,
    /// The floor above, if there is one.
    pub next: Option<Intent>,
    /// Floors elsewhere that belong to this one.
    pub related: Vec<(String, Intent)>,
    /// Words of the text that a reader may not know.
    pub terms: Vec<TermView>,
}

/// A headed text.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// What kind of text it is.
    pub part: Part,
    /// Its heading.
    pub heading: String,
    /// Its text, with the markup of `markup.rs`; a list has several entries.
    pub entries: Vec<String>,
}

/// The parts of a floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are named as in the pack")]
pub enum Part {
    Why,
    Know,
    Assume,
    Learn,
    Prose,
    Criteria,
}

/// A building as the state has it open; `None` if nothing of the kind is open.
pub fn open(pack: &Pack, state: &State, words: &Words) -> Option<BuildingView> {
    let (building, floor) = state.open_floor(pack)?;
    let district = pack.district_of(building);
    Some(BuildingView {
        district: district.name.clone(),
        open_district: Intent::OpenDistrict(district.id.clone()),
        name: building.name.clone(),
        subtitle: building.subtitle.clone(),
        reason: building.reason.clone(),
        status: super::district::status(pack, building, state, words),
        column: column(pack, building, floor, state, words),
        floor: floor_view(pack, building, floor, state, words),
        ratings: assess::rows::of(pack, state, floor, words),
        actions: journey::actions_on(pack, state, floor, words),
    })
}

fn column(pack: &Pack, building: &Building, open: &Floor, state: &State, words: &Words) -> Vec<StoreyView> {
    let view = |storey: &Storey| match storey {
        Storey::Bare { level } => StoreyView {
            number: String::new(),
            label: words.get(Standing::Bare.words()),
            standing: Standing::Bare,
            level: *level,
            open: false,
            intent: None,
        },
        Storey::Floor(index) => {
            let floor = &building.floors[*index];
            storey_view(pack, floor, floor.id == open.id, state, words)
        }
    };
    storeys(building).iter().rev().map(view).collect()
}

/// A floor as a storey of the column or a row of the tree.
pub(super) fn storey_view(pack: &Pack, floor: &Floor, open: bool, state: &State, words: &Words) -> StoreyView {
    let values = [("number", floor.number.into()), ("name", pack.levels()[floor.level].name.as_str().into())];
    let standing = match assess::stands(pack, state, floor) {
        true if rules::has_scaffold(pack, &state.record, floor) => Standing::Scaffold,
        true => Standing::Risen,
        false if state.assess.floor(&floor.id).is_some_and(|rated| rated.wanted) => Standing::Wanted,
        false => Standing::Outline,
    };
    StoreyView {
        number: floor.number.to_string(),
        label: words.with(standing.words(), &values),
        standing,
        level: floor.level,
        open,
        intent: Some(Intent::OpenFloor(floor.id.clone())),
    }
}

/// A floor's text.
pub fn floor_view(pack: &Pack, building: &Building, floor: &Floor, state: &State, words: &Words) -> FloorView {
    let name = pack.levels()[floor.level].name.as_str();
    let mark = super::level::mark(&pack.levels()[floor.level]);
    let values = [("number", floor.number.into()), ("mark", mark.into()), ("name", name.into())];
    let at = building.floors.iter().position(|other| other.id == floor.id).unwrap_or(0);
    let go = |to: Option<&Floor>| to.map(|floor| Intent::OpenFloor(floor.id.clone()));
    let related = match &floor.body {
        Body::Lesson(lesson) => lesson.related.iter().filter_map(|id| related(pack, id, words)).collect(),
        _ => Vec::new(),
    };
    let stands = assess::stands(pack, state, floor);
    let has_come = floor.level <= state.level;
    let note = match stands {
        true => rules::has_scaffold(pack, &state.record, floor).then_some("floor-scaffold"),
        false if has_come => Some("floor-unraised"),
        false => Some("floor-ahead"),
    };
    let note = assess::rows::untopped(pack, state, floor, words).or_else(|| note.map(|note| words.with(note, &values)));
    let sections = sections(&floor.body, words);
    let texts = sections.iter().flat_map(|section| &section.entries).map(String::as_str);
    FloorView {
        terms: glossary::terms_in(pack.glossary(), texts),
        id: floor.id.clone(),
        title: words.with(if floor.last { "floor-title-last" } else { "floor-title" }, &values),
        note,
        sections,
        unwritten: (floor.body == Body::Unwritten).then(|| words.get("floor-unwritten")),
        previous: go(at.checked_sub(1).map(|below| &building.floors[below])),
        next: go(building.floors.get(at + 1)),
        related,
    }
}

fn related(pack: &Pack, id: &str, words: &Words) -> Option<(String, Intent)> {
    let id: FloorId = id.parse().ok()?;
    let (building, floor) = pack.floor(&id)?;
    let values = [("name", building.name.as_str().into()), ("number", floor.number.into())];
    Some((words.with("floor-link", &values), Intent::OpenFloor(id)))
}

fn sections(body: &Body, words: &Words) -> Vec<Section> {
    match body {
        Body::Lesson(lesson) => lesson_sections(lesson, words),
        Body::Criteria(criteria) => vec![Section {
            part: Part::Criteria,
            heading: words.get("part-criteria"),
            entries: criteria.iter().map(criterion).collect(),
        }],
        Body::Unwritten => Vec::new(),
    }
}

/// A criterion with what one would see of it, if the pack says so.
fn criterion(criterion: &Criterion) -> String {
    match &criterion.evidence {
        Some(evidence) => format!("{}\n\n*{evidence}*", criterion.text),
        None => criterion.text.clone(),
    }
}

fn lesson_sections(lesson: &Lesson, words: &Words) -> Vec<Section> {
    let parts = [
        (Part::Why, "part-why", &lesson.why),
        (Part::Know, "part-know", &lesson.know),
        (Part::Assume, "part-assume", &lesson.assume),
        (Part::Learn, "part-learn", &lesson.learn),
        (Part::Prose, "part-prose", &lesson.prose),
    ];
    let section = |(part, heading, text): (Part, &str, &String)| Section {
        part,
        heading: words.get(heading),
        entries: vec![text.clone()],
    };
    parts.into_iter().filter(|(.., text)| !text.trim().is_empty()).map(section).collect()
}
