//! What one sees of the stage.

use super::advice::{Advice, Reason, advice};
use super::blocks::{Action, Block, Choosable, StageView, Verdict};
use super::by_mode;
use super::pages;
use super::play::{Page, Play, Reset};
use super::quiz::{self, Quiz};
use super::reduce::CHECK_CLAIMS;
use super::stage::{At, AtWall, Check, Stage, Visit, WallStep};
use crate::domain::content::{Building, Floor, Kind, Lesson, Pack};
use crate::domain::id::FloorId;
use crate::domain::progress::{Belief, FloorRecord, Mode, rules};
use crate::domain::recall::{Grade, due_at, memory};
use crate::view::assess;
use crate::view::hints;
use crate::view::intent::Intent;
use crate::view::state::State;
use crate::view::words::Words;

/// How many steps a visit has, as one counts them.
const STEPS: usize = 5;

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

/// What one can do with a floor that is open for reading.
pub fn actions_on(pack: &Pack, state: &State, floor: &Floor, words: &Words) -> Vec<Action> {
    let action = |name: &str, play| Action { label: words.get(name), intent: Intent::Play(play) };
    let (id, record) = (|| floor.id.clone(), state.record.floor(&floor.id));
    let mut actions = Vec::new();
    if rules::lesson(floor).is_some() {
        let stands = rules::raised(pack, &state.record, floor).is_some();
        actions.push(action(if stands { "action-recall" } else { "action-begin" }, Play::Begin(id())));
        if !stands {
            let name = by_mode(state, "action-raise-as-read", "action-take-as-read");
            actions.push(action(name, Play::RaiseAsRead(id())));
            let name = if record.left_out { "action-keep" } else { "action-leave-out" };
            actions.push(action(name, Play::Keep(id(), record.left_out)));
        }
        actions.push(action("page-column", Play::Open(Page::Column(floor.id.building.clone()))));
        actions.push(action("page-slice", Play::Open(Page::Slice(floor.id.level.clone()))));
        actions.push(action("page-difference", Play::Open(Page::Difference(id()))));
    }
    let name = if record.bookmark { "action-bookmark-off" } else { "action-bookmark-on" };
    actions.push(action(name, Play::Bookmark(id(), !record.bookmark)));
    if record.last > 0 {
        actions.push(action("action-reset-floor", Play::Open(Page::Reset(Reset::Floor(id())))));
    }
    let building = &floor.id.building;
    if state.record.floors.keys().any(|id| id.building == *building) {
        actions.push(action("action-reset-building", Play::Open(Page::Reset(Reset::Building(building.clone())))));
    }
    actions
}

/// What the menu of the journey offers, with a digit each.
pub fn menu(state: &State, words: &Words) -> Vec<Action> {
    let action = |name: &str, play| Action { label: words.get(name), intent: Intent::Play(play) };
    let mode = match state.record.mode {
        Mode::Explore => action("action-journey", Play::SetMode(Mode::Journey)),
        Mode::Journey => action("action-explore", Play::SetMode(Mode::Explore)),
    };
    vec![
        mode,
        action("action-walk", Play::Walk),
        action("action-check", Play::Check),
        action("action-walk-around", Play::WalkAround),
        action("page-unlearned", Play::Open(Page::Unlearned)),
        action("page-notes", Play::Open(Page::Notes)),
        action("page-achievements", Play::Open(Page::Achievements)),
        action("action-undo", Play::Undo),
        action("page-more", Play::Open(Page::More)),
    ]
}

/// What it offers behind that, for what one wants less often.
pub fn more(state: &State, words: &Words) -> Vec<Action> {
    let action = |name: &str, play| Action { label: words.get(name), intent: Intent::Play(play) };
    let hints = hints::is_shown(state, words);
    vec![
        action("page-profiles", Play::Open(Page::Profiles)),
        action("page-source", Play::Open(Page::Source)),
        action("action-back", Play::Back),
        action("action-forward", Play::Forward),
        action(if hints { "action-hints-skip" } else { "action-hints-again" }, Play::Hints(!hints)),
        action("action-reset", Play::Open(Page::Reset(Reset::Everything))),
    ]
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

    fn visit(&self, visit: &Visit) -> Option<StageView> {
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

    fn wall(&self, wall: &AtWall) -> Option<StageView> {
        let level = self.pack.levels().get(wall.level)?;
        let steps = wall.claims.len() + 2;
        let (step, blocks, mut actions) = match wall.step {
            WallStep::Portrait => {
                let mut blocks = vec![Block::Text(level.epigraph.clone()), Block::Text(level.portrait.clone())];
                if !wall.claims.is_empty() {
                    let values = [("count", wall.claims.len().into())];
                    blocks.push(Block::Text(self.words.with("wall-question", &values)));
                }
                (1, blocks, vec![self.action("action-continue", Play::Continue)])
            }
            WallStep::Claim(place, chosen) => {
                let floor = wall.claims.get(place)?;
                let (.., lesson) = self.lesson(floor)?;
                let quiz = quiz::pick(self.pack, floor, wall.seed)?;
                let (blocks, actions) = self.refutations(&quiz, lesson, chosen);
                (place + 2, blocks, actions)
            }
            WallStep::Sum => {
                let values = [("right", wall.right.into()), ("count", wall.claims.len().into())];
                let mut blocks = Vec::new();
                if !wall.claims.is_empty() {
                    blocks.push(Block::Text(self.words.with("wall-sum", &values)));
                }
                blocks.push(pages::unlearned_at(self.pack, self.state, wall.level, self.words));
                (steps, blocks, vec![self.action("action-pass", Play::Continue)])
            }
            WallStep::Dawn => return Some(self.dawn(wall.level)),
        };
        if !matches!(wall.step, WallStep::Sum) {
            actions.push(self.action("action-walk-around", Play::WalkAround));
        }
        actions.push(self.action("action-leave", Play::Leave));
        let kicker = self.words.with("wall-kicker", &[("name", level.name.as_str().into())]);
        let count = wall.claims.len();
        let title = match wall.step {
            WallStep::Claim(place, _) => {
                self.words.with("wall-claim", &[("number", (place + 1).into()), ("count", count.into())])
            }
            WallStep::Sum => self.get("page-unlearned"),
            WallStep::Portrait | WallStep::Dawn => level.name.clone(),
        };
        Some(StageView { kicker, title, progress: Some((step, steps)), blocks, actions })
    }

    /// What comes behind the wall of a level.
    fn dawn(&self, level: usize) -> StageView {
        let Some(next) = self.pack.levels().get(level + 1) else {
            return StageView {
                kicker: self.get("dawn-kicker"),
                title: self.get("dawn-last"),
                progress: None,
                blocks: vec![self.text("dawn-last-text")],
                actions: vec![self.action("action-continue", Play::Continue)],
            };
        };
        let mut blocks = vec![Block::Text(next.epigraph.clone()), Block::Text(next.portrait.clone())];
        for district in self.pack.districts().iter().filter(|district| district.founded == level + 1) {
            blocks.extend([Block::Heading(district.name.clone()), Block::Text(district.why_now.clone())]);
        }
        StageView {
            kicker: self.get("dawn-kicker"),
            title: next.name.clone(),
            progress: None,
            blocks,
            actions: vec![self.action("action-continue", Play::Continue)],
        }
    }

    fn check(&self, check: &Check) -> Option<StageView> {
        let floor = check.claim()?;
        let (.., lesson) = self.lesson(floor)?;
        let quiz = quiz::pick(self.pack, floor, check.seed)?;
        let text =
            |floor| self.lesson(floor).and_then(|(_, _, lesson)| lesson.refutation()).unwrap_or_default().to_owned();
        let mut labels: Vec<String> = quiz.options.iter().map(text).collect();
        labels.push(self.get("check-agree"));
        let mut blocks = vec![self.question("check-question", &quiz, check.chosen)];
        blocks.extend(claim(lesson));
        blocks.push(Block::Options(choosable(labels, quiz.right, check.chosen)));
        let mut actions = Vec::new();
        if check.chosen.is_some() {
            actions.push(self.action("action-continue", Play::Continue));
        }
        actions.push(self.action("action-leave", Play::Leave));
        let level = &self.pack.levels()[check.level()];
        Some(StageView {
            kicker: self.get("check-kicker"),
            title: level.name.clone(),
            progress: Some((check.score.0 + check.score.1 + 1, CHECK_CLAIMS.0)),
            blocks,
            actions,
        })
    }
}

/// Step, title, blocks and actions.
type Part = (usize, String, Vec<Block>, Vec<Action>);

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

/// Whether a text begins with what a line would say before it.
fn says_already(text: &str, line: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    words(text).first().is_some_and(|first| words(line).contains(first))
}

/// What a lesson claims, if it claims anything.
fn claim(lesson: &Lesson) -> impl Iterator<Item = Block> {
    lesson.claim().map(|claim| Block::Claim(claim.to_owned())).into_iter()
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Refute => "kind-refute",
        Kind::Bound => "kind-bound",
        Kind::Check => "kind-check",
    }
}
