//! What one sees of the stage.

mod check;
mod offers;
mod visit;
mod wall;

pub use offers::{actions_on, menu, more};

use super::advice::{Advice, Reason, advice};
use super::blocks::{Action, Block, Choosable, StageView, Verdict};
use super::pages;
use super::play::Play;
use super::quiz::Quiz;
use super::stage::Stage;
use crate::domain::content::{Building, Floor, Lesson, Pack};
use crate::domain::id::FloorId;
use crate::domain::progress::rules;
use crate::view::assess;
use crate::view::intent::Intent;
use crate::view::present;
use crate::view::state::State;
use crate::view::words::Words;

/// What is played, if anything is.
pub fn stage_view(pack: &Pack, state: &State, words: &Words) -> Option<StageView> {
    let viewer = Viewer { pack, state, words };
    match &state.stage {
        Stage::City => None,
        Stage::Floor(visit) => viewer.visit(visit),
        Stage::Wall(wall) => viewer.wall(wall),
        Stage::Check(check) => viewer.check(check),
        Stage::Page(page) => Some(pages::page(pack, state, page, words)),
        Stage::Assess(page) => Some(assess::pages::page(pack, state, page, words)),
        Stage::Recording => present::record::view(state, words),
    }
}

/// The recommended next step as a button, and its reason in words.
pub fn advised(pack: &Pack, state: &State, words: &Words) -> (Action, String) {
    let Advice { reason, play } = advice(pack, state);
    let name = |floor: &FloorId| pages::name(pack, floor, words);
    let level = |index: &usize| pack.levels()[*index].name.clone();
    let (label, why) = match &reason {
        Reason::First(floor) => (name(floor), words.get("reason-first")),
        Reason::Begun(floor) => (name(floor), words.get("reason-begun")),
        Reason::NextFloor(floor) => {
            let (building, floor) = (&floor.building, floor);
            let level = pack.floor(floor).map_or(0, |(_, floor)| floor.level);
            let left = rules::missing(pack, &state.record, level).count();
            let is_new = !state.record.floors.keys().any(|id| id.building == *building);
            let reason = if is_new { "reason-new-building" } else { "reason-next" };
            (name(floor), words.with(reason, &[("left", left.into())]))
        }
        Reason::Wall(index) => {
            (words.get("action-meet-wall"), words.with("reason-wall", &[("name", level(index).into())]))
        }
        Reason::Due(count) => (words.get("action-walk"), words.with("reason-due", &[("count", (*count).into())])),
        Reason::Scaffold(floor) => (name(floor), words.get("reason-scaffold")),
        Reason::Unread(id) => {
            let (building, index) = pack.floor(id).map_or(("", 0), |(building, floor)| (&building.name, floor.level));
            let values = [("building", building.into()), ("level", level(&index).into())];
            (words.with("advice-read", &values), words.with("reason-unread", &values))
        }
        Reason::AllRead => (words.get("page-source"), words.get("reason-all-read")),
        Reason::Done => (words.get("page-unlearned"), words.get("reason-done")),
    };
    (Action { label, intent: Intent::Play(play) }, why)
}

/// What a key wants of what is played: a digit, a letter, or Enter without either.
pub fn on_key(pack: &Pack, state: &State, character: Option<&str>, words: &Words) -> Option<Intent> {
    let stage = stage_view(pack, state, words)?;
    let Some(character) = character else { return stage.on_enter().cloned() };
    match character.parse::<usize>() {
        Ok(digit) => stage.on_digit(digit.checked_sub(1)?).cloned(),
        Err(_) => stage.on_letter(character).cloned(),
    }
}

struct Viewer<'a> {
    pack: &'a Pack,
    state: &'a State,
    words: &'a Words,
}

impl Viewer<'_> {
    fn get(&self, name: &str) -> String {
        self.words.get(name)
    }

    fn action(&self, name: &str, play: Play) -> Action {
        Action { label: self.get(name), intent: Intent::Play(play) }
    }

    fn text(&self, name: &str) -> Block {
        Block::Text(self.get(name))
    }

    fn lesson(&self, floor: &FloorId) -> Option<(&Building, &Floor, &Lesson)> {
        let (building, floor) = self.pack.floor(floor)?;
        Some((building, floor, rules::lesson(floor)?))
    }

    /// Options, each with the text that `of` takes from its lesson.
    fn options(&self, quiz: &Quiz, chosen: Option<usize>, of: fn(&Lesson) -> &str) -> Vec<Choosable> {
        let text = |floor| self.lesson(floor).map(|(_, _, lesson)| of(lesson).to_owned()).unwrap_or_default();
        let labels = quiz.options.iter().map(text).collect();
        choosable(labels, quiz.right, chosen)
    }

    /// The question, or in its place the verdict on what was answered.
    fn question(&self, name: &str, quiz: &Quiz, chosen: Option<usize>) -> Block {
        chosen.map_or_else(|| self.text(name), |chosen| self.verdict(chosen == quiz.right))
    }

    fn verdict(&self, is_right: bool) -> Block {
        let (verdict, name) =
            if is_right { (Verdict::Right, "verdict-right") } else { (Verdict::Wrong, "verdict-wrong") };
        Block::Verdict(verdict, self.get(name))
    }

    /// Which refutation belongs to a claim: the question, and once it is answered the verdict and the way on.
    fn refutations(&self, quiz: &Quiz, lesson: &Lesson, chosen: Option<usize>) -> (Vec<Block>, Vec<Action>) {
        let mut blocks = vec![self.question("pick-question", quiz, chosen)];
        blocks.extend(claim(lesson));
        blocks.push(Block::Options(self.options(quiz, chosen, |lesson| lesson.refutation().unwrap_or_default())));
        let mut actions = Vec::new();
        if chosen.is_some() {
            actions.push(self.action("action-continue", Play::Continue));
        }
        (blocks, actions)
    }
}

/// The options of a question; once it is answered, those that have come to matter: the right one and the chosen one.
fn choosable(labels: Vec<String>, right: usize, chosen: Option<usize>) -> Vec<Choosable> {
    let option = |(place, label)| Choosable {
        label,
        chosen: chosen == Some(place),
        verdict: match chosen {
            Some(_) if place == right => Some(Verdict::Right),
            Some(chosen) if place == chosen => Some(Verdict::Wrong),
            _ => None,
        },
        intent: chosen.is_none().then_some(Intent::Play(Play::Choose(place))),
    };
    let options = labels.into_iter().enumerate().map(option);
    options.filter(|option| chosen.is_none() || option.verdict.is_some()).collect()
}

/// What a lesson claims, if it claims anything.
fn claim(lesson: &Lesson) -> impl Iterator<Item = Block> {
    lesson.claim().map(|claim| Block::Claim(claim.to_owned())).into_iter()
}
