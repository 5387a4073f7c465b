//! What a wish on the journey does.

mod back;
mod check;
mod visit;
mod wall;

use super::advice::advice;
use super::play::{Page, Play, Reset};
use super::quiz;
use super::stage::{At, Stage};
use crate::domain::content::Pack;
use crate::domain::id::FloorId;
use crate::domain::progress::{Act, Deed, Mode, Raised, Whole, rules};
use crate::domain::recall::RETENTION_PERCENT;
use crate::view::hints;
use crate::view::reduce::Effect;
use crate::view::state::State;
use crate::view::words::Words;

/// The longest note, in characters: a line in one's own words.
pub const NOTE_CHARS: usize = 280;
/// The longest name of a profile, in characters.
pub const NAME_CHARS: usize = 40;
/// How many claims a wall asks.
pub const WALL_CLAIMS: usize = 5;
/// How many claims of a level the placement check asks, and how many of them hold it.
pub const CHECK_CLAIMS: (usize, usize) = (3, 2);

/// Does what the player wants on the journey. What cannot be done does nothing.
pub fn play(state: &mut State, wanted: &Play, pack: &Pack, words: &Words) -> Vec<Effect> {
    let (log, level, place) = (state.log.len(), state.level, (state.open.clone(), state.profile.clone()));
    let settings = state.settings;
    let mut effects = Vec::new();
    Player { state, pack, words, effects: &mut effects }.wants(wanted);
    let changed = log != state.log.len()
        || level != state.level
        || place != (state.open.clone(), state.profile.clone())
        || settings != state.settings;
    if changed {
        effects.push(Effect::Save);
    }
    effects
}

struct Player<'a> {
    state: &'a mut State,
    pack: &'a Pack,
    words: &'a Words,
    effects: &'a mut Vec<Effect>,
}

impl Player<'_> {
    fn wants(&mut self, wanted: &Play) {
        match wanted {
            Play::SetMode(mode) => self.set_mode(*mode),
            Play::Next => self.wants(&advice(self.pack, self.state).play),
            Play::Begin(floor) => self.begin(floor, Vec::new(), false),
            Play::Choose(option) => self.choose(*option),
            Play::Believe(belief) => self.believe(Some(*belief)),
            Play::Unfold => self.believe(None),
            Play::Continue => self.go_on(),
            Play::Grade(grade) => self.grade(*grade),
            Play::Note(floor, note) => self.note(floor, note),
            Play::RaiseAsRead(floor) => self.raise_as_read(floor),
            Play::Keep(floor, kept) if self.state.record.floor(floor).left_out == *kept => {
                self.act(floor, Act::Kept(*kept));
            }
            Play::Bookmark(floor, set) if self.state.record.floor(floor).bookmark != *set => {
                self.act(floor, Act::Bookmarked(*set));
            }
            Play::Keep(..) | Play::Bookmark(..) => {}
            Play::MeetWall => self.meet_wall(),
            Play::WalkAround => self.walk_around(),
            Play::Walk => self.walk(),
            Play::Check if !quiz::can_ask(self.pack) => self.say("said-nothing-to-ask"),
            Play::Check => self.check(0, self.pack.levels().len()),
            Play::Open(page) => self.open(page),
            Play::Leave => self.leave(),
            Play::Undo => self.undo(),
            Play::Reset(reset) => self.reset(reset),
            Play::PlayAs(name) => self.play_as(name),
            Play::SetRetention(percent) => {
                self.state.settings.retention_percent =
                    (*percent).clamp(*RETENTION_PERCENT.start(), *RETENTION_PERCENT.end());
            }
            Play::Hints(again) => hints::replay(self.state, *again, self.words),
            Play::Back => self.travel(true),
            Play::Forward => self.travel(false),
        }
    }

    fn say(&mut self, name: &str) {
        self.state.say(self.words.get(name));
    }

    /// Writes down what was done on a floor that the pack knows.
    fn act(&mut self, floor: &FloorId, act: Act) {
        if self.pack.floor(floor).is_some() {
            self.state.add(Deed::Floor(floor.clone(), act));
        }
    }

    fn read(&mut self, floor: &FloorId) {
        if self.state.record.floor(floor).read.is_none() {
            self.act(floor, Act::Read);
        }
    }

    fn set_mode(&mut self, mode: Mode) {
        if self.state.record.mode != mode {
            self.state.add(Deed::Whole(Whole::Mode(mode)));
            if mode == Mode::Journey {
                self.go_to_the_level();
            }
            self.say(if mode == Mode::Journey { "said-journey" } else { "said-explore" });
        }
    }

    /// The city at the level of the journey.
    fn go_to_the_level(&mut self) {
        let last = self.pack.levels().len() - 1;
        self.state.level = rules::level(self.pack, &self.state.record).unwrap_or(last);
        self.state.lose_focus(self.pack);
    }

    fn choose(&mut self, option: usize) {
        match self.state.stage.clone() {
            Stage::Floor(visit) => self.choose_at_floor(&visit, option),
            Stage::Wall(wall) => self.choose_at_wall(wall, option),
            Stage::Check(check) => self.choose_at_check(check, option),
            Stage::City | Stage::Page(_) | Stage::Assess(_) | Stage::Recording => {}
        }
    }

    fn go_on(&mut self) {
        match self.state.stage.clone() {
            Stage::Floor(visit) => self.go_on_at_floor(visit),
            Stage::Wall(wall) => self.go_on_at_wall(wall),
            Stage::Check(check) => self.go_on_at_check(check),
            Stage::City | Stage::Page(_) | Stage::Assess(_) | Stage::Recording => {}
        }
    }

    fn open(&mut self, page: &Page) {
        let is_known = match page {
            Page::Column(building) | Page::Reset(Reset::Building(building)) => self.pack.building(building).is_some(),
            Page::Slice(level) => self.pack.level_index(level).is_some(),
            Page::Difference(floor) | Page::Reset(Reset::Floor(floor)) => self.pack.floor(floor).is_some(),
            _ => true,
        };
        if is_known {
            self.leave();
            self.state.overlay = None;
            self.state.stage = Stage::Page(page.clone());
        }
    }

    fn leave(&mut self) {
        // Whatever a play has changed is saved behind it.
        _ = leave(self.state);
    }
}

/// Leaves the stage. Whoever leaves a floor at the last step has raised it, and that is to be saved.
#[must_use]
pub fn leave(state: &mut State) -> Option<Effect> {
    match std::mem::take(&mut state.stage) {
        Stage::Floor(visit) if visit.at == At::Note => {
            state.add(Deed::Floor(visit.floor, Act::Raised(Raised::Played)));
            Some(Effect::Save)
        }
        _ => None,
    }
}
