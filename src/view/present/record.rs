//! A tour recorded by walking: what is seen becomes a stop, and the stops become a file that a pack can hold.

use super::wish::{Present, Record};
use crate::domain::content::tour::{At, Stop, Tour};
use crate::domain::content::{Pack, export, hidden::is_hidden, import::Ids, limits};
use crate::domain::save::{CameraPose, Open};
use crate::view::assess::document::File;
use crate::view::intent::{Intent, Step};
use crate::view::journey::{Action, Block, Stage, StageView};
use crate::view::reduce::Effect;
use crate::view::state::State;
use crate::view::words::Words;

/// A tour that is being recorded. Its stops have no ids yet: those follow from their captions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recording {
    /// The pack in whose city it began.
    pub pack: String,
    /// As it will be shown.
    pub title: String,
    /// What was added, in order.
    pub stops: Vec<Stop>,
    /// Whether all of it has been saved.
    pub saved: bool,
    /// Whether it is asked if it is to be put away unsaved.
    pub closing: bool,
}

/// How long a stop stays, in seconds.
const DWELL: u32 = 30;

/// Does what somebody wants who records.
pub fn record(state: &mut State, wish: &Record, pack: &Pack, words: &Words) -> Vec<Effect> {
    if *wish == Record::Open {
        if state.show.is_none() {
            let title = words.get("recording-title");
            let new = || Recording { pack: pack.id().to_owned(), title, saved: true, ..Recording::default() };
            state.recording.get_or_insert_with(new);
            state.overlay = None;
            state.stage = Stage::Recording;
        }
        return Vec::new();
    }
    let Some(mut recording) = state.recording.take() else { return Vec::new() };
    let asked = std::mem::take(&mut recording.closing);
    if *wish == Record::Close && (recording.saved || asked) {
        if state.stage == Stage::Recording {
            state.stage = Stage::City;
        }
        state.say(words.get("said-closed"));
        return Vec::new();
    }
    let before = (recording.title.clone(), recording.stops.clone());
    let mut effects = Vec::new();
    match wish {
        Record::Open => {}
        Record::Add => effects.push(Effect::RecordView),
        Record::AddFrom(pose) if recording.stops.len() < limits::STOPS.max => {
            let stop = seen(state, *pose, pack, &recording);
            state.say(words.with("said-recorded", &[("caption", stop.caption.as_str().into())]));
            recording.stops.push(stop);
        }
        Record::AddFrom(_) => state.say(words.get("said-recording-full")),
        Record::Title(text) => recording.title = bounded(text, limits::TOUR_TITLE.max),
        Record::Caption(place, text) => {
            if let Some(stop) = recording.stops.get_mut(*place) {
                stop.caption = bounded(text, limits::CAPTION.max);
            }
        }
        Record::Notes(place, text) => {
            if let Some(stop) = recording.stops.get_mut(*place) {
                stop.notes = bounded(text, limits::SPEAKER_NOTES.max);
            }
        }
        Record::Move(place, step) => {
            let to = match step {
                Step::Next => place.checked_add(1),
                Step::Previous => place.checked_sub(1),
            };
            if let Some(to) = to.filter(|to| (*to).max(*place) < recording.stops.len()) {
                recording.stops.swap(*place, to);
            }
        }
        Record::Remove(place) => {
            if *place < recording.stops.len() {
                recording.stops.remove(*place);
            }
        }
        Record::Save => {
            if let Some(tour) = tour(&recording, words) {
                effects.push(Effect::WriteFile(File {
                    name: format!("{}.ron", tour.id),
                    text: export::files::tour(&tour),
                }));
                recording.saved = true;
            }
        }
        Record::Close => {
            recording.closing = true;
            state.say(words.get("recording-unsaved"));
        }
    }
    recording.saved &= before == (recording.title.clone(), recording.stops.clone());
    state.recording = Some(recording);
    effects
}

/// What is seen now as a stop.
fn seen(state: &State, pose: CameraPose, pack: &Pack, recording: &Recording) -> Stop {
    let (at, name) = match &state.open {
        Open::Nothing => (None, pack.title().to_owned()),
        Open::Level(id) => {
            let name = pack.level_index(id).map_or(String::new(), |index| pack.levels()[index].name.clone());
            (Some(At::Level(id.clone())), name)
        }
        Open::District(id) => {
            (Some(At::District(id.clone())), pack.district(id).map_or(String::new(), |district| district.name.clone()))
        }
        Open::Building(id, floor) => {
            let name = pack.building(id).map_or(String::new(), |building| building.name.clone());
            (Some(floor.clone().map_or_else(|| At::Building(id.clone()), At::Floor)), name)
        }
    };
    Stop {
        id: String::new(),
        // A city that was brought has a dot in its id: what stands behind it is the pack's own.
        pack: (recording.pack != pack.id()).then(|| pack.id().rsplit('.').next().unwrap_or_default().to_owned()),
        level: Some(pack.levels()[state.level].id.clone()),
        at,
        view: pose.is_finite().then_some(pose),
        caption: bounded(&name, limits::CAPTION.max),
        notes: String::new(),
        question: None,
        texts: Vec::new(),
        dwell: DWELL,
    }
}

/// A text as a tour can hold it: of visible characters, and no longer than it reads well.
fn bounded(text: &str, most: usize) -> String {
    let text: String = text.chars().filter(|c| !is_hidden(*c) && *c != '\n').collect();
    text.trim().chars().take(most).collect::<String>().trim_end().to_owned()
}

/// The tour as it is saved; nothing while it has no stops.
fn tour(recording: &Recording, words: &Words) -> Option<Tour> {
    if recording.stops.is_empty() {
        return None;
    }
    let given = |text: &str, otherwise: &str| if text.is_empty() { words.get(otherwise) } else { text.to_owned() };
    let title = given(&recording.title, "recording-title");
    let mut ids = Ids::default();
    let stops = recording.stops.iter().map(|stop| Stop {
        id: ids.give(&stop.caption, "stop"),
        caption: given(&stop.caption, "recording-no-caption"),
        ..stop.clone()
    });
    Some(Tour {
        id: Ids::default().give(&title, "tour"),
        summary: words.with("recording-summary", &[("stops", recording.stops.len().into())]),
        stops: stops.collect(),
        title,
    })
}

/// What is recorded, as a page: every stop with its lines to write.
pub fn view(state: &State, words: &Words) -> Option<StageView> {
    let recording = state.recording.as_ref()?;
    let line = |label: String, text: &str, wants: Record| Block::Line {
        label,
        text: text.to_owned(),
        wants: intent(wants).to_text(),
    };
    let value = || "{value}".to_owned();
    let mut blocks =
        vec![Block::Text(words.get(if recording.closing { "recording-unsaved" } else { "recording-hint" }))];
    blocks.push(line(words.get("recording-of-title"), &recording.title, Record::Title(value())));
    let last = recording.stops.len().saturating_sub(1);
    for (place, stop) in recording.stops.iter().enumerate() {
        let number = [("number", (place + 1).into())];
        let named = |name: &str| words.with(name, &number);
        blocks.push(Block::Heading(named("recording-stop")));
        blocks.push(line(named("recording-caption"), &stop.caption, Record::Caption(place, value())));
        blocks.push(line(named("recording-notes"), &stop.notes, Record::Notes(place, value())));
        let moves = [
            (place > 0, "recording-earlier", Record::Move(place, Step::Previous)),
            (place < last, "recording-later", Record::Move(place, Step::Next)),
            (true, "recording-remove", Record::Remove(place)),
        ];
        let moves = moves.into_iter().filter(|(is, ..)| *is);
        blocks.push(Block::List(moves.map(|(_, name, wish)| (named(name), Some(intent(wish)))).collect()));
    }
    let close = if recording.closing { "recording-close-now" } else { "recording-close" };
    let actions = [
        (true, "recording-add", Record::Add),
        (!recording.stops.is_empty(), "recording-save", Record::Save),
        (true, close, Record::Close),
    ];
    let actions = actions.into_iter().filter(|(is, ..)| *is);
    Some(StageView {
        kicker: words.get("tours-title"),
        title: words.get("recording-heading"),
        progress: None,
        blocks,
        actions: actions.map(|(_, name, wish)| Action { label: words.get(name), intent: intent(wish) }).collect(),
    })
}

/// What begins a recording, or leads back to it.
pub fn action(state: &State, words: &Words) -> Action {
    let name = if state.recording.is_some() { "action-recording" } else { "action-record" };
    Action { label: words.get(name), intent: intent(Record::Open) }
}

fn intent(wish: Record) -> Intent {
    Intent::Present(Present::Record(wish))
}
