//! What one sees of a visit to a floor.

use super::{Viewer, advised, claim};
use crate::domain::content::{Floor, Kind, Lesson};
use crate::domain::progress::{Belief, FloorRecord, rules};
use crate::domain::recall::{Grade, due_at, memory};
use crate::view::intent::Intent;
use crate::view::journey::blocks::{Action, Block, StageView};
use crate::view::journey::by_mode;
use crate::view::journey::pages;
use crate::view::journey::play::Play;
use crate::view::journey::quiz;
use crate::view::journey::stage::{At, Visit};

/// How many steps a visit has, as one counts them.
const STEPS: usize = 5;

/// Step, title, blocks and actions.
type Part = (usize, String, Vec<Block>, Vec<Action>);

impl Viewer<'_> {
    pub(super) fn visit(&self, visit: &Visit) -> Option<StageView> {
        let (building, floor, lesson) = self.lesson(&visit.floor)?;
        let record = self.state.record.floor(&visit.floor);
        let (step, title, blocks, mut actions) = match visit.at {
            At::Door(chosen) => self.door(visit, chosen)?,
            At::Read => self.read(lesson),
            At::Learn => self.learn(lesson, record),
            At::Recall(ask, shown) => self.recall(lesson, visit.asks.get(ask).copied()?, shown)?,
            At::Pick(chosen) => self.pick(visit, lesson, chosen)?,
            At::Note => self.note(visit, record),
            At::Risen => self.risen(visit, floor, record),
        };
        if rules::raised(self.pack, &self.state.record, floor).is_none() {
            let name = by_mode(self.state, "action-raise-as-read", "action-take-as-read");
            actions.push(self.action(name, Play::RaiseAsRead(floor.id.clone())));
        }
        actions.push(self.action("action-leave", Play::Leave));
        let kicker = pages::name_of(building, floor, self.words);
        Some(StageView { kicker, title, progress: Some((step, STEPS)), blocks, actions })
    }

    fn door(&self, visit: &Visit, chosen: Option<usize>) -> Option<Part> {
        let quiz = quiz::door(self.pack, &visit.floor, visit.seed)?;
        let mut blocks = vec![self.question("door-question", &quiz, chosen)];
        blocks.push(Block::Options(self.options(&quiz, chosen, |lesson| lesson.claim().unwrap_or_default())));
        let name = if chosen.is_some() { "action-go-in" } else { "action-go-in-unguessed" };
        Some((1, self.get("step-door"), blocks, vec![self.action(name, Play::Continue)]))
    }

    fn read(&self, lesson: &Lesson) -> Part {
        let parts = [
            ("part-why", &lesson.why),
            ("part-know", &lesson.know),
            ("part-assume", &lesson.assume),
            ("part-prose", &lesson.prose),
        ];
        let mut blocks: Vec<Block> = parts
            .into_iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .flat_map(|(name, text)| [Block::Heading(self.get(name)), Block::Text(text.clone())])
            .collect();
        let Some(claim) = lesson.claim() else {
            return (2, self.get("step-read"), blocks, vec![self.action("action-continue", Play::Continue)]);
        };
        blocks.extend([self.text("read-question"), Block::Claim(claim.to_owned())]);
        let believe = |name, agree, sure| self.action(name, Play::Believe(Belief { agree, sure }));
        let actions = vec![
            believe("believe-agree-sure", true, true),
            believe("believe-agree-unsure", true, false),
            believe("believe-disagree-unsure", false, false),
            believe("believe-disagree-sure", false, true),
            self.action("action-unfold", Play::Unfold),
        ];
        (2, self.get("step-read"), blocks, actions)
    }

    fn learn(&self, lesson: &Lesson, record: &FloorRecord) -> Part {
        let mut blocks: Vec<Block> = claim(lesson).collect();
        if let Some(belief) = record.belief {
            blocks.push(Block::Text(self.get(pages::belief_name(belief))));
        }
        let kind = lesson.kind.map(|kind| self.get(kind_name(kind)));
        let breaks = lesson.breaks.clone();
        let is_said = |kind: &String| breaks.as_ref().is_some_and(|breaks| says_already(breaks, kind));
        blocks.extend(kind.filter(|kind| !is_said(kind)).map(Block::Text));
        blocks.extend(breaks.clone().map(Block::Text));
        if !lesson.learn.trim().is_empty() {
            blocks.extend([Block::Heading(self.get("part-learn")), Block::Text(lesson.learn.clone())]);
        }
        let action = if lesson.questions() > 0 { "action-recall-it" } else { "action-continue" };
        (3, self.get("step-learn"), blocks, vec![self.action(action, Play::Continue)])
    }

    fn recall(&self, lesson: &Lesson, ask: usize, shown: bool) -> Option<Part> {
        let recall = lesson.recall.get(ask);
        if ask >= lesson.questions() {
            return None;
        }
        let (mut blocks, answer) = if let Some(recall) = recall {
            (vec![Block::Text(recall.ask.clone())], recall.answer.as_str())
        } else {
            let asked = claim(lesson).chain([self.text("recall-claim")]);
            (asked.collect(), lesson.refutation().unwrap_or_default())
        };
        if !shown {
            blocks.push(self.text("recall-question"));
            return Some((4, self.get("step-recall"), blocks, vec![self.action("action-show", Play::Continue)]));
        }
        blocks.extend([Block::Heading(self.get("recall-answer")), Block::Text(answer.to_owned())]);
        let grades = [
            ("grade-again", Grade::Again),
            ("grade-hard", Grade::Hard),
            ("grade-good", Grade::Good),
            ("grade-easy", Grade::Easy),
        ];
        let actions = grades.into_iter().map(|(name, grade)| self.action(name, Play::Grade(grade)));
        Some((4, self.get("step-recall"), blocks, actions.collect()))
    }

    fn pick(&self, visit: &Visit, lesson: &Lesson, chosen: Option<usize>) -> Option<Part> {
        let quiz = quiz::pick(self.pack, &visit.floor, visit.seed)?;
        let (blocks, actions) = self.refutations(&quiz, lesson, chosen);
        Some((4, self.get("step-recall"), blocks, actions))
    }

    fn note(&self, visit: &Visit, record: &FloorRecord) -> Part {
        let line = pages::note_line(&visit.floor, record, self.words);
        let blocks = vec![self.text("note-question"), line];
        let name = by_mode(self.state, "action-raise", "action-done");
        (5, self.get("step-note"), blocks, vec![self.action(name, Play::Continue)])
    }

    /// What was just read is not said again.
    fn risen(&self, visit: &Visit, floor: &Floor, record: &FloorRecord) -> Part {
        let behind_scaffold = rules::has_scaffold(self.pack, &self.state.record, floor);
        let how = if behind_scaffold {
            by_mode(self.state, "risen-scaffold", "risen-scaffold-explore")
        } else {
            by_mode(self.state, "risen-played", "risen-played-explore")
        };
        let mut blocks = vec![self.text(how)];
        if record.guess == Some(false) && record.is_broken() {
            blocks.push(self.text("risen-guessed-wrong"));
        }
        if let Some(memory) = memory(&record.reviews) {
            let due = due_at(&memory, self.state.settings.retention_percent);
            let days = due.saturating_sub(self.state.now).div_ceil(86_400);
            blocks.push(Block::Text(self.words.with("risen-due", &[("days", days.into())])));
        }
        let mut actions = Vec::new();
        if visit.rest.is_empty() {
            let (next, why) = advised(self.pack, self.state, self.words);
            let label = self.words.with("action-next", &[("name", next.label.into())]);
            actions.push(Action { label, intent: Intent::Play(Play::Next) });
            blocks.push(Block::Text(why));
        } else {
            let values = [("count", visit.rest.len().into())];
            blocks.push(Block::Text(self.words.with("walk-left", &values)));
            actions.push(self.action("action-walk-on", Play::Continue));
        }
        (5, self.get(by_mode(self.state, "step-risen", "step-played")), blocks, actions)
    }
}

/// Whether a text begins with what a line would say before it.
fn says_already(text: &str, line: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    words(text).first().is_some_and(|first| words(line).contains(first))
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Refute => "kind-refute",
        Kind::Bound => "kind-bound",
        Kind::Check => "kind-check",
    }
}
