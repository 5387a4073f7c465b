//! What is done on a floor, and on a walk from floor to floor.

use super::{NOTE_CHARS, Player};
use crate::domain::id::FloorId;
use crate::domain::progress::{Act, Belief, Raised, rules};
use crate::domain::recall::{Grade, MOST, due};
use crate::domain::save::Open;
use crate::view::journey::by_mode;
use crate::view::journey::quiz;
use crate::view::journey::stage::{At, Stage, Visit};
use crate::view::reduce::Effect;

impl Player<'_> {
    /// Goes to a floor, with `rest` behind it on a walk.
    pub(super) fn begin(&mut self, id: &FloorId, rest: Vec<FloorId>, walks: bool) {
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

    pub(super) fn walk(&mut self) {
        let percent = self.state.settings.retention_percent;
        let due = due(self.pack, &self.state.record, self.state.now, percent).take(MOST);
        let mut due = due.map(|(_, floor)| floor.id.clone()).collect::<Vec<_>>().into_iter();
        match due.next() {
            Some(first) => self.begin(&first, due.collect(), true),
            None => self.say("said-nothing-due"),
        }
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

    pub(super) fn choose_at_floor(&mut self, visit: &Visit, option: usize) {
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

    pub(super) fn believe(&mut self, belief: Option<Belief>) {
        let Stage::Floor(visit) = &self.state.stage else { return };
        if visit.at != At::Read {
            return;
        }
        let floor = visit.floor.clone();
        self.act(&floor, belief.map_or(Act::OpenedEarly, Act::Believed));
        self.to(At::Learn);
    }

    pub(super) fn go_on_at_floor(&mut self, visit: Visit) {
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

    pub(super) fn grade(&mut self, grade: Grade) {
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

    pub(super) fn note(&mut self, floor: &FloorId, note: &str) {
        let note: String = note.trim().chars().filter(|c| !c.is_control()).take(NOTE_CHARS).collect();
        if self.state.record.floor(floor).note.as_deref().unwrap_or_default() != note {
            self.act(floor, Act::Noted(note));
        }
        if matches!(&self.state.stage, Stage::Floor(visit) if visit.floor == *floor && visit.at == At::Note) {
            self.raise(floor);
        }
    }

    pub(super) fn raise_as_read(&mut self, id: &FloorId) {
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
}
