//! The pages of the journey: what was unlearned, what belongs together, who plays.

use super::blocks::{Action, Block, Calibration, Columns, StageView};
use super::play::{Page, Play, Reset};
use super::view;
use crate::domain::content::{Building, Floor, Lesson, Pack};
use crate::domain::id::FloorId;
use crate::domain::progress::{Belief, FloorRecord, Record, Wall, rules};
use crate::view::difference;
use crate::view::intent::Intent;
use crate::view::markup;
use crate::view::pictures;
use crate::view::state::State;
use crate::view::words::Words;

/// For how long a belief must have stayed broken to count, in seconds.
const MONTH: u64 = 30 * 86_400;

/// A floor's name, such as "Auth, floor 1".
pub fn name(pack: &Pack, floor: &FloorId, words: &Words) -> String {
    pack.floor(floor).map_or_else(|| floor.to_string(), |(building, floor)| name_of(building, floor, words))
}

/// A floor's name, such as "Auth, floor 1".
pub fn name_of(building: &Building, floor: &Floor, words: &Words) -> String {
    words.with("floor-link", &[("name", building.name.as_str().into()), ("number", floor.number.into())])
}

/// What was answered to a claim, in words.
pub fn belief_name(belief: Belief) -> &'static str {
    match (belief.agree, belief.sure) {
        (true, true) => "believed-agree-sure",
        (true, false) => "believed-agree-unsure",
        (false, true) => "believed-disagree-sure",
        (false, false) => "believed-disagree-unsure",
    }
}

/// The line in one's own words, to be written.
pub fn note_line(floor: &FloorId, record: &FloorRecord, words: &Words) -> Block {
    // A text that survives being written as RON; the page puts what was typed in its place.
    let wants = Intent::Play(Play::Note(floor.clone(), "{value}".to_owned())).to_text();
    Block::Line { label: words.get("note-label"), text: record.note.clone().unwrap_or_default(), wants }
}

/// How sure and how right one was, of every claim that was answered. Every claim of a pack breaks.
pub fn calibration(record: &Record) -> Calibration {
    let mut counts = Calibration::default();
    for belief in record.floors.values().filter_map(|floor| floor.belief) {
        let of = if belief.sure { &mut counts.sure } else { &mut counts.unsure };
        *(if belief.agree { &mut of.1 } else { &mut of.0 }) += 1;
    }
    counts
}

/// What was unlearned at a level: a line a claim.
pub fn unlearned_at(pack: &Pack, state: &State, level: usize, words: &Words) -> Block {
    let of_level = rules::lessons(pack).filter(|(_, floor, _)| floor.level == level);
    let lines = of_level.filter_map(|(_, floor, lesson)| unlearned_line(state.record.floor(&floor.id), lesson, words));
    Block::List(lines.map(|line| (line, None)).collect())
}

fn unlearned_line(record: &FloorRecord, lesson: &Lesson, words: &Words) -> Option<String> {
    let claim = lesson.claim().filter(|_| record.belief.is_some() || !record.picks.is_empty())?;
    let state = if record.is_broken() { "unlearned-broken" } else { "unlearned-holds" };
    Some(words.with(state, &[("claim", claim.into())]))
}

/// A page.
pub fn page(pack: &Pack, state: &State, page: &Page, words: &Words) -> StageView {
    let (title, blocks, mut actions) = match page {
        Page::Menu => (words.get("page-menu"), menu_blocks(pack, state, words), view::menu(state, words)),
        Page::More => (words.get("page-more"), Vec::new(), view::more(state, words)),
        Page::Unlearned => (words.get("page-unlearned"), unlearned(pack, state, words), Vec::new()),
        Page::Column(id) => {
            let building = pack.building(id);
            let title = building.map_or_else(|| id.to_string(), |building| building.name.clone());
            (title, building.map_or_else(Vec::new, |building| column(building, words)), Vec::new())
        }
        Page::Slice(id) => {
            let index = pack.level_index(id).unwrap_or(0);
            let floors = pack.floors().filter(|(_, floor)| floor.level == index);
            (pack.levels()[index].name.clone(), beliefs(floors, words), Vec::new())
        }
        Page::Difference(id) => (name(pack, id, words), beside_next(pack, id, words), Vec::new()),
        Page::Notes => (words.get("page-notes"), notes(pack, state, words), Vec::new()),
        Page::Source => (words.get("page-source"), source(pack, words), Vec::new()),
        Page::Pictures => (words.get("page-pictures"), pictures::page::blocks(pack, state, words), Vec::new()),
        Page::Achievements => (words.get("page-achievements"), achievements(pack, state, words), Vec::new()),
        Page::Profiles => (words.get("page-profiles"), profiles(state, words), Vec::new()),
        Page::Reset(reset) => {
            let what = match reset {
                Reset::Floor(floor) => name(pack, floor, words),
                Reset::Building(id) => pack.building(id).map_or_else(String::new, |building| building.name.clone()),
                Reset::Everything => words.get("reset-everything"),
            };
            let blocks = vec![Block::Text(words.with("reset-question", &[("what", what.into())]))];
            let action =
                Action { label: words.get("action-reset-now"), intent: Intent::Play(Play::Reset(reset.clone())) };
            (words.get("action-reset"), blocks, vec![action])
        }
    };
    actions.push(Action { label: words.get("action-leave"), intent: Intent::Play(Play::Leave) });
    StageView { kicker: words.get("page-kicker"), title, progress: None, blocks, actions }
}

fn menu_blocks(pack: &Pack, state: &State, words: &Words) -> Vec<Block> {
    let (next, why) = view::advised(pack, state, words);
    vec![Block::Text(why), Block::List(vec![(next.label, Some(next.intent))])]
}

fn unlearned(pack: &Pack, state: &State, words: &Words) -> Vec<Block> {
    let mut blocks = vec![Block::Calibration(calibration(&state.record))];
    for (building, floor, lesson) in rules::lessons(pack) {
        let record = state.record.floor(&floor.id);
        if let Some(line) = unlearned_line(record, lesson, words) {
            blocks.push(Block::Heading(name_of(building, floor, words)));
            blocks.push(Block::Text(line));
            blocks.extend(record.belief.map(|belief| Block::Text(words.get(belief_name(belief)))));
            blocks.extend(lesson.refutation().map(|text| Block::Text(text.to_owned())));
        }
    }
    if blocks.len() == 1 {
        blocks.push(Block::Text(words.get("unlearned-nothing")));
    }
    blocks
}

/// How the belief changes from floor to floor of a building, and what breaks it on each.
fn column(building: &Building, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut below: Option<&Lesson> = None;
    for floor in &building.floors {
        let Some(lesson) = rules::lesson(floor) else { continue };
        let link = (name_of(building, floor, words), Some(Intent::OpenFloor(floor.id.clone())));
        let before = below.replace(lesson).unwrap_or(lesson);
        blocks.extend([
            Block::List(vec![link]),
            Block::Heading(words.get("part-assume")),
            became(before, lesson),
            Block::Heading(words.get("part-learn")),
            Block::Text(lesson.refutation().unwrap_or(&lesson.learn).to_owned()),
        ]);
    }
    blocks
}

/// What became of the belief between two floors.
fn became(old: &Lesson, new: &Lesson) -> Block {
    let claim = |lesson: &Lesson| markup::plain(lesson.claim().unwrap_or(&lesson.assume));
    Block::Change(difference::difference(&claim(old), &claim(new)))
}

/// What is believed on floors, and what breaks it.
fn beliefs<'p>(floors: impl Iterator<Item = (&'p Building, &'p Floor)>, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (building, floor) in floors {
        let Some(lesson) = rules::lesson(floor) else { continue };
        let link = (name_of(building, floor, words), Some(Intent::OpenFloor(floor.id.clone())));
        blocks.extend([Block::List(vec![link]), Block::Columns(beside(lesson, words))]);
    }
    blocks
}

fn beside(lesson: &Lesson, words: &Words) -> Columns {
    Columns {
        left: (words.get("part-assume"), lesson.claim().unwrap_or_default().to_owned()),
        right: (words.get("part-learn"), lesson.refutation().unwrap_or_default().to_owned()),
    }
}

/// A floor beside the one above it, or the one below where it is the highest.
fn beside_next(pack: &Pack, id: &FloorId, words: &Words) -> Vec<Block> {
    let Some((building, floor)) = pack.floor(id) else { return Vec::new() };
    let at = building.floors.iter().position(|other| other.id == floor.id).unwrap_or(0);
    let lower = if at + 1 < building.floors.len() { at } else { at.saturating_sub(1) };
    let Some([below, above]) = building.floors.get(lower..lower + 2) else {
        return vec![Block::Text(words.get("difference-alone"))];
    };
    let (Some(old), Some(new)) = (rules::lesson(below), rules::lesson(above)) else {
        return vec![Block::Text(words.get("difference-alone"))];
    };
    let parts: [(&str, &String, &String); 3] = [
        ("part-know", &old.know, &new.know),
        ("part-assume", &old.assume, &new.assume),
        ("part-learn", &old.learn, &new.learn),
    ];
    let names = [name_of(building, below, words), name_of(building, above, words)];
    let belief = [Block::Heading(words.get("difference-belief")), became(old, new)];
    let columns = parts.into_iter().flat_map(|(part, old, new)| {
        let [left, right] = names.clone();
        [
            Block::Heading(words.get(part)),
            Block::Columns(Columns { left: (left, old.clone()), right: (right, new.clone()) }),
        ]
    });
    belief.into_iter().chain(columns).collect()
}

/// What the city is, and what its document says besides.
fn source(pack: &Pack, words: &Words) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(pack.title().to_owned()), Block::Text(pack.summary().to_owned())];
    for note in pack.notes() {
        blocks.push(Block::Heading(note.heading.clone()));
        blocks.extend((!note.text.trim().is_empty()).then(|| Block::Text(note.text.clone())));
    }
    if pack.notes().is_empty() {
        blocks.push(Block::Text(words.get("source-nothing")));
    }
    blocks
}

fn notes(pack: &Pack, state: &State, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (building, floor) in pack.floors() {
        let record = state.record.floor(&floor.id);
        if record.bookmark || record.note.is_some() {
            let link = (name_of(building, floor, words), Some(Intent::OpenFloor(floor.id.clone())));
            blocks.push(Block::List(vec![link]));
            blocks.extend(record.note.is_some().then(|| note_line(&floor.id, record, words)));
        }
    }
    if blocks.is_empty() {
        blocks.push(Block::Text(words.get("notes-nothing")));
    }
    blocks
}

/// Something reached, and how far: so many of so many.
type Reached = (&'static str, usize, usize);

/// What can be reached: depth and breadth, nothing for clicking.
pub fn reached(pack: &Pack, record: &Record) -> Vec<Reached> {
    let is_recalled = |floor: &Floor| record.floor(&floor.id).is_recalled();
    let most = |groups: &mut dyn Iterator<Item = Vec<&Floor>>| {
        let counts = groups
            .filter(|group| group.len() > 1)
            .map(|group| (group.iter().filter(|floor| is_recalled(floor)).count(), group.len()));
        counts.max_by(|a, b| (a.0 * b.1).cmp(&(b.0 * a.1)).then(b.1.cmp(&a.1))).unwrap_or((0, 1))
    };
    let playable = |building: &'_ Building| building.floors.iter().all(|floor| rules::lesson(floor).is_some());
    let crown =
        most(&mut pack.buildings().iter().filter(|building| playable(building)).map(|b| b.floors.iter().collect()));
    let whole =
        most(&mut (0..pack.levels().len()).map(|level| {
            rules::lessons(pack).map(|(_, floor, _)| floor).filter(|floor| floor.level == level).collect()
        }));
    let districts = pack
        .districts()
        .iter()
        .filter(|district| pack.buildings_of(district).iter().flat_map(|building| &building.floors).any(is_recalled));
    let month = record.floors.values().any(|floor| floor.broken_for() >= MONTH);
    let walls = record.walls.values().filter(|wall| **wall == Wall::Played).count();
    vec![
        ("achievement-crown", crown.0, crown.1),
        ("achievement-level", whole.0, whole.1),
        ("achievement-districts", districts.count(), pack.districts().len()),
        ("achievement-month", usize::from(month), 1),
        ("achievement-walls", walls, pack.levels().len()),
    ]
}

fn achievements(pack: &Pack, state: &State, words: &Words) -> Vec<Block> {
    let lines = reached(pack, &state.record).into_iter().map(|(name, done, of)| {
        let what = words.get(name);
        let values = [("what", what.into()), ("done", done.into()), ("of", of.into())];
        (words.with(if done >= of { "achievement-done" } else { "achievement-open" }, &values), None)
    });
    vec![Block::List(lines.collect())]
}

fn profiles(state: &State, words: &Words) -> Vec<Block> {
    let mut names: Vec<&String> = state.profiles.keys().chain([&state.profile]).collect();
    names.sort();
    names.dedup();
    let line = |name: &String| {
        let shown = if name.is_empty() { words.get("profile-first") } else { name.clone() };
        let is_played = *name == state.profile;
        let label = if is_played { words.with("profile-played", &[("name", shown.into())]) } else { shown };
        (label, (!is_played).then(|| Intent::Play(Play::PlayAs(name.clone()))))
    };
    let wants = Intent::Play(Play::PlayAs("{value}".to_owned())).to_text();
    vec![
        Block::List(names.into_iter().map(line).collect()),
        Block::Line { label: words.get("profile-new"), text: String::new(), wants },
    ]
}
