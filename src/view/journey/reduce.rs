//! What a wish on the journey does.

use super::advice::advice;
use super::by_mode;
use super::play::{Page, Play, Reset};
use super::quiz;
use super::stage::{At, AtWall, Check, Stage, Visit, WallStep};
use crate::domain::content::Pack;
use crate::domain::id::FloorId;
use crate::domain::progress::{Act, Belief, Deed, Mode, Raised, Wall, Whole, rules};
use crate::domain::recall::{Grade, MOST, RETENTION_PERCENT, due};
use crate::domain::save::Open;
use crate::view::hints;
use crate::view::reduce::Effect;
use crate::view::state::{State, Trail};
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

    /// Goes to a floor, with `rest` behind it on a walk.
    fn begin(&mut self, id: &FloorId, rest: Vec<FloorId>, walks: bool) {
        let Some((building, floor)) = self.pack.floor(id) else { return };
        if !matches!(&self.state.open, Open::Building(open, _) if *open == building.id) {
            self.effects.push(Effect::FlyToBuilding(building.id.clone()));
        }
        self.state.overlay = None;
        self.state.visit(Open::Building(building.id.clone(), Some(id.clone())));
        self.state.focus = self.state.has_founded(self.pack, building).then(|| building.id.clone());
        let Some(lesson) = rules::lesson(floor) else {
            // There is nothing to play on it; one reads it.
            self.leave();
            self.read(id);
            return;
        };
        let record = self.state.record.floor(id);
        let questions = lesson.questions();
        // A walk asks one question a floor, another one each time.
        let asks = if walks { vec![record.reviews.len() % questions.max(1)] } else { (0..questions).collect() };
        let asks: Vec<usize> = asks.into_iter().filter(|ask| *ask < questions).collect();
        let seed = self.state.now ^ self.state.log.len() as u64;
        let at = if rules::raised(self.pack, &self.state.record, floor).is_some() {
            match (asks.is_empty(), quiz::pick(self.pack, id, seed)) {
                (false, _) => At::Recall(0, false),
                (true, Some(_)) => At::Pick(None),
                (true, None) => At::Learn,
            }
        } else if record.read.is_some() || record.guess.is_some() || quiz::door(self.pack, id, seed).is_none() {
            At::Read
        } else {
            At::Door(None)
        };
        self.state.stage = Stage::Floor(Visit { floor: id.clone(), at, seed, grade: None, asks, rest, walks });
        if at == At::Read {
            self.read(id);
        }
        let values = [("name", building.name.as_str().into()), ("number", floor.number.into())];
        self.state.say(self.words.with("said-floor", &values));
    }

    /// Goes on to `at` in the visit.
    fn to(&mut self, at: At) {
        if let Stage::Floor(visit) = &mut self.state.stage {
            visit.at = at;
            if at == At::Read {
                let floor = visit.floor.clone();
                self.read(&floor);
            }
        }
    }

    fn choose(&mut self, option: usize) {
        match self.state.stage.clone() {
            Stage::Floor(visit) => self.choose_at_floor(&visit, option),
            Stage::Wall(wall) => self.choose_at_wall(wall, option),
            Stage::Check(check) => self.choose_at_check(check, option),
            Stage::City | Stage::Page(_) | Stage::Assess(_) => {}
        }
    }

    fn choose_at_floor(&mut self, visit: &Visit, option: usize) {
        let (quiz, to, act): (_, _, fn(bool) -> Act) = match visit.at {
            At::Door(None) => (quiz::door(self.pack, &visit.floor, visit.seed), At::Door(Some(option)), Act::Guessed),
            At::Pick(None) => (quiz::pick(self.pack, &visit.floor, visit.seed), At::Pick(Some(option)), Act::Picked),
            _ => return,
        };
        let Some(quiz) = quiz.filter(|quiz| option < quiz.options.len()) else { return };
        let is_right = option == quiz.right;
        self.to(to);
        self.act(&visit.floor, act(is_right));
        if let (Stage::Floor(visit), At::Pick(_), false) = (&mut self.state.stage, to, is_right) {
            visit.grade = Some(Grade::Again);
        }
        self.say(if is_right { "verdict-right" } else { "verdict-wrong" });
    }

    fn believe(&mut self, belief: Option<Belief>) {
        let Stage::Floor(visit) = &self.state.stage else { return };
        if visit.at != At::Read {
            return;
        }
        let floor = visit.floor.clone();
        self.act(&floor, belief.map_or(Act::OpenedEarly, Act::Believed));
        self.to(At::Learn);
    }

    fn go_on(&mut self) {
        match self.state.stage.clone() {
            Stage::Floor(visit) => self.go_on_at_floor(visit),
            Stage::Wall(wall) => self.go_on_at_wall(wall),
            Stage::Check(check) => self.go_on_at_check(check),
            Stage::City | Stage::Page(_) | Stage::Assess(_) => {}
        }
    }

    fn go_on_at_floor(&mut self, visit: Visit) {
        match visit.at {
            At::Door(_) => self.to(At::Read),
            At::Read => self.believe(None),
            At::Learn if visit.asks.is_empty() => self.go_to_pick(&visit),
            At::Learn => self.to(At::Recall(0, false)),
            At::Recall(ask, false) => self.to(At::Recall(ask, true)),
            At::Recall(_, true) | At::Pick(None) => {}
            At::Pick(Some(_)) => self.settle(&visit.floor),
            At::Note => self.raise(&visit.floor),
            At::Risen => self.go_home(visit),
        }
    }

    fn grade(&mut self, grade: Grade) {
        let Stage::Floor(visit) = &mut self.state.stage else { return };
        let At::Recall(ask, true) = visit.at else { return };
        visit.grade = Some(visit.grade.map_or(grade, |before| before.min(grade)));
        if ask + 1 < visit.asks.len() {
            self.to(At::Recall(ask + 1, false));
        } else {
            let visit = visit.clone();
            self.go_to_pick(&visit);
        }
    }

    fn go_to_pick(&mut self, visit: &Visit) {
        if quiz::pick(self.pack, &visit.floor, visit.seed).is_some() {
            self.to(At::Pick(None));
        } else {
            self.settle(&visit.floor);
        }
    }

    /// All questions are answered: what was recalled is written down, and a floor that does not stand by play rises.
    fn settle(&mut self, id: &FloorId) {
        let Stage::Floor(visit) = &self.state.stage else { return };
        let grade = visit.grade.unwrap_or(Grade::Good);
        self.act(id, Act::Recalled(grade));
        let is_played = self.state.record.floor(id).raised.is_some_and(|(raised, _)| raised == Raised::Played);
        self.to(if is_played { At::Risen } else { At::Note });
    }

    fn raise(&mut self, id: &FloorId) {
        self.act(id, Act::Raised(Raised::Played));
        self.to(At::Risen);
        self.say(by_mode(self.state, "said-risen", "said-played"));
    }

    /// On from a floor that stands: to the next one of a walk, or back to the city.
    fn go_home(&mut self, visit: Visit) {
        let mut rest = visit.rest.into_iter();
        self.state.stage = Stage::City;
        if let Some(next) = rest.next() {
            self.begin(&next, rest.collect(), true);
        }
    }

    fn note(&mut self, floor: &FloorId, note: &str) {
        let note: String = note.trim().chars().filter(|c| !c.is_control()).take(NOTE_CHARS).collect();
        if self.state.record.floor(floor).note.as_deref().unwrap_or_default() != note {
            self.act(floor, Act::Noted(note));
        }
        if matches!(&self.state.stage, Stage::Floor(visit) if visit.floor == *floor && visit.at == At::Note) {
            self.raise(floor);
        }
    }

    fn raise_as_read(&mut self, id: &FloorId) {
        let Some((_, floor)) = self.pack.floor(id) else { return };
        if rules::lesson(floor).is_none() || rules::raised(self.pack, &self.state.record, floor).is_some() {
            return;
        }
        self.read(id);
        self.act(id, Act::Raised(Raised::Read));
        if matches!(&self.state.stage, Stage::Floor(visit) if visit.floor == *id) {
            self.to(At::Risen);
        }
        self.say(by_mode(self.state, "said-raised-as-read", "said-taken-as-read"));
    }

    fn walk(&mut self) {
        let percent = self.state.settings.retention_percent;
        let due = due(self.pack, &self.state.record, self.state.now, percent).take(MOST);
        let mut due = due.map(|(_, floor)| floor.id.clone()).collect::<Vec<_>>().into_iter();
        match due.next() {
            Some(first) => self.begin(&first, due.collect(), true),
            None => self.say("said-nothing-due"),
        }
    }

    fn meet_wall(&mut self) {
        let Some(level) = rules::level(self.pack, &self.state.record) else { return };
        if !rules::wall_is_met(self.pack, &self.state.record, level) {
            return;
        }
        let seed = self.state.now ^ self.state.log.len() as u64;
        let claims = quiz::claims_of(self.pack, level, WALL_CLAIMS, seed);
        let claims = claims.into_iter().filter(|floor| quiz::pick(self.pack, floor, seed).is_some()).collect();
        self.state.overlay = None;
        self.state.stage = Stage::Wall(AtWall { level, step: WallStep::Portrait, claims, seed, right: 0 });
        self.say("said-wall");
    }

    fn choose_at_wall(&mut self, mut wall: AtWall, option: usize) {
        let WallStep::Claim(place, None) = wall.step else { return };
        let Some(floor) = wall.claims.get(place).cloned() else { return };
        let quiz = quiz::pick(self.pack, &floor, wall.seed).filter(|quiz| option < quiz.options.len());
        let Some(quiz) = quiz else { return };
        let is_right = option == quiz.right;
        wall.step = WallStep::Claim(place, Some(option));
        wall.right += usize::from(is_right);
        self.state.stage = Stage::Wall(wall);
        self.act(&floor, Act::Picked(is_right));
        self.say(if is_right { "verdict-right" } else { "verdict-wrong" });
    }

    fn go_on_at_wall(&mut self, mut wall: AtWall) {
        let next = match wall.step {
            WallStep::Portrait => 0,
            WallStep::Claim(_, None) => return,
            WallStep::Claim(place, Some(_)) => place + 1,
            WallStep::Sum => return self.pass(wall.level, Wall::Played),
            WallStep::Dawn => {
                self.state.stage = Stage::City;
                return;
            }
        };
        wall.step = if next < wall.claims.len() { WallStep::Claim(next, None) } else { WallStep::Sum };
        self.state.stage = Stage::Wall(wall);
    }

    fn walk_around(&mut self) {
        if let Some(level) = rules::level(self.pack, &self.state.record) {
            self.pass(level, Wall::Around);
        }
    }

    /// Behind the wall of a level the next one dawns.
    fn pass(&mut self, level: usize, how: Wall) {
        let Some(id) = self.pack.levels().get(level).map(|level| level.id.clone()) else { return };
        self.state.add(Deed::Whole(Whole::Wall(id, how)));
        if level + 1 < self.pack.levels().len() {
            self.state.level = level + 1;
        }
        let at = AtWall { level, step: WallStep::Dawn, claims: Vec::new(), seed: 0, right: 0 };
        self.state.stage = Stage::Wall(at);
        self.state.overlay = None;
        self.effects.push(Effect::FlyHome);
        self.say("said-dawn");
    }

    /// Asks the level between the two, or says what was found.
    fn check(&mut self, low: usize, high: usize) {
        let seed = self.state.now ^ self.state.log.len() as u64;
        let mut check = Check { low, high, claims: Vec::new(), score: (0, 0), chosen: None, seed };
        while check.low < check.high && check.low < self.pack.levels().len() {
            let claims = quiz::claims_of(self.pack, check.level(), CHECK_CLAIMS.0, seed);
            check.claims = claims.into_iter().filter(|floor| quiz::pick(self.pack, floor, seed).is_some()).collect();
            if check.claims.len() >= CHECK_CLAIMS.1 {
                self.state.overlay = None;
                self.state.stage = Stage::Check(check);
                return;
            }
            // A level without claims says nothing; the one below decides.
            check.high = check.level();
        }
        self.place(check.low.min(self.pack.levels().len() - 1));
    }

    fn place(&mut self, level: usize) {
        self.state.add(Deed::Whole(Whole::Placed(self.pack.levels()[level].id.clone())));
        self.state.stage = Stage::City;
        self.go_to_the_level();
        let name = self.pack.levels()[level].name.as_str();
        self.state.say(self.words.with("said-placed", &[("name", name.into())]));
    }

    /// The options of a check are those of its question, and behind them one that agrees with the claim.
    fn choose_at_check(&mut self, mut check: Check, option: usize) {
        let Some(floor) = check.claim().filter(|_| check.chosen.is_none()) else { return };
        let Some(quiz) = quiz::pick(self.pack, floor, check.seed) else { return };
        if option <= quiz.options.len() {
            check.chosen = Some(option);
            self.say(if option == quiz.right { "verdict-right" } else { "verdict-wrong" });
            self.state.stage = Stage::Check(check);
        }
    }

    fn go_on_at_check(&mut self, mut check: Check) {
        let (Some(option), Some(floor)) = (check.chosen.take(), check.claim()) else { return };
        let is_right = quiz::pick(self.pack, floor, check.seed).is_some_and(|quiz| quiz.right == option);
        check.score.0 += usize::from(is_right);
        check.score.1 += usize::from(!is_right);
        let (holds, fails) = (check.score.0 >= CHECK_CLAIMS.1, check.score.1 > CHECK_CLAIMS.0 - CHECK_CLAIMS.1);
        let level = check.level();
        match (holds, fails) {
            (true, _) => self.check(level + 1, check.high),
            (_, true) => self.check(check.low, level),
            _ if check.claim().is_none() => self.check(check.low, level),
            _ => self.state.stage = Stage::Check(check),
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
        leave(self.state);
    }

    fn undo(&mut self) {
        match self.state.log.last_to_undo().map(|(stamp, _)| *stamp) {
            Some(stamp) => {
                self.state.add(Deed::Whole(Whole::TakenBack(stamp)));
                self.state.stage = Stage::City;
                self.state.lose_focus(self.pack);
                self.say("said-undone");
            }
            None => self.say("said-nothing-to-undo"),
        }
    }

    fn reset(&mut self, reset: &Reset) {
        self.state.stage = Stage::City;
        match reset {
            Reset::Floor(floor) => self.act(floor, Act::Reset),
            Reset::Building(building) if self.pack.building(building).is_some() => {
                self.state.add(Deed::Whole(Whole::ResetBuilding(building.clone())));
            }
            Reset::Building(_) => {}
            Reset::Everything => self.state.add(Deed::Whole(Whole::ResetAll)),
        }
        self.state.lose_focus(self.pack);
        self.say("said-reset");
    }

    fn play_as(&mut self, name: &str) {
        let name: String = name.trim().chars().filter(|c| !c.is_control()).take(NAME_CHARS).collect();
        if name == self.state.profile {
            return;
        }
        let camera = None;
        let city = self.state.city(self.pack, camera);
        let cities = self.state.profiles.entry(self.state.profile.clone()).or_default();
        cities.insert(self.pack.id().to_owned(), city);
        self.state.stage = Stage::City;
        self.state.trail = Trail::default();
        self.state.play_as(&name, self.pack);
        self.state.profiles.entry(name).or_default();
        self.state.tell_losses(self.pack, self.words);
        self.say("said-profile");
    }

    fn travel(&mut self, back: bool) {
        let now = self.state.open.clone();
        let trail = &mut self.state.trail;
        let (from, to) =
            if back { (&mut trail.back, &mut trail.forward) } else { (&mut trail.forward, &mut trail.back) };
        let Some(open) = from.pop() else { return };
        to.push(now);
        if let Open::Building(building, _) = &open {
            self.effects.push(Effect::FlyToBuilding(building.clone()));
        }
        self.state.open = open;
        self.state.stage = Stage::City;
    }
}

/// Leaves the stage. Whoever leaves a floor at the last step has raised it.
pub fn leave(state: &mut State) {
    if let Stage::Floor(visit) = &state.stage
        && visit.at == At::Note
    {
        let floor = visit.floor.clone();
        state.add(Deed::Floor(floor, Act::Raised(Raised::Played)));
    }
    state.stage = Stage::City;
}
