//! What became of a document that a player brought: read line by line, or of no use, and why.

use super::intent::Intent;
use super::journey::{Action, Page, Play};
use super::state::{Overlay, State};
use super::words::Words;
use crate::domain::content::Pack;
use crate::domain::content::import::{Family, Report, SMALLEST_FLOW, SMALLEST_LADDER, Understanding, Unknown};

/// So many lines of each kind are shown: a book has more than anybody reads here.
const MOST: usize = 300;

/// What was brought last, while that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Brought {
    /// The city of this id, among the cities that can be chosen.
    City(String),
    /// Nothing: the file of this name holds neither levels nor a flow.
    Nothing(String, Unknown),
}

/// What became of it, as one sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct BroughtView {
    /// In one sentence.
    pub title: String,
    /// What matters of it, in a few sentences.
    pub lead: Vec<String>,
    /// What one can do now.
    pub actions: Vec<Action>,
    /// All the rest, from top to bottom.
    pub passages: Vec<Passage>,
}

/// A passage. All of it is plain text: a stranger may have written it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are what their names say")]
pub enum Passage {
    Heading(String),
    /// Lines of the document, each with its place if it has one.
    Lines(Vec<(Option<String>, String)>),
    /// A document to begin with, as one would write it.
    Example(String),
}

/// Shows what became of the document that the city of this id was made of; whether that is known.
pub fn show(state: &mut State, id: &str, words: &Words) -> bool {
    let is_known = state.cities.iter().any(|card| card.id == id && card.report.is_some());
    if is_known {
        open(state, Brought::City(id.to_owned()), words);
    }
    is_known
}

/// Says why nothing was made of a document.
pub fn refuse(state: &mut State, name: &str, unknown: Unknown, words: &Words) {
    open(state, Brought::Nothing(name.to_owned(), unknown), words);
}

fn open(state: &mut State, brought: Brought, words: &Words) {
    let title = title(&brought, words);
    (state.brought, state.overlay) = (Some(brought), Some(Overlay::Brought));
    state.say(title);
}

/// What became of what was brought last, if that is open.
pub fn view(pack: &Pack, state: &State, words: &Words) -> Option<BroughtView> {
    let brought = state.brought.as_ref().filter(|_| state.overlay == Some(Overlay::Brought))?;
    let action = |name: &str, intent| Action { label: words.get(name), intent };
    let (lead, passages, actions) = match brought {
        Brought::City(id) => {
            let card = state.cities.iter().find(|card| card.id == *id)?;
            let report = card.report.as_ref()?;
            let mut actions = vec![if card.id == pack.id() {
                action("action-look-around", Intent::Close)
            } else {
                action("action-enter-city", Intent::ChooseCity(id.clone()))
            }];
            if card.id == pack.id() && report.counts.notes > 0 {
                actions.push(action("page-source", Intent::Play(Play::Open(Page::Source))));
            }
            (lead(&card.title, report, words), passages(report, words), actions)
        }
        Brought::Nothing(_, unknown) => {
            let pick = action("action-pick-file", Intent::PickFile);
            (excuse(unknown, words), examples(words), vec![pick])
        }
    };
    let actions = actions.into_iter().chain([action("action-cities-all", Intent::ShowCities)]).collect();
    Some(BroughtView { title: title(brought, words), lead, actions, passages })
}

fn title(brought: &Brought, words: &Words) -> String {
    match brought {
        Brought::City(_) => words.get("brought-city"),
        Brought::Nothing(name, _) => words.with("brought-nothing", &[("name", name.as_str().into())]),
    }
}

/// What the document was read as, and how well.
fn lead(title: &str, report: &Report, words: &Words) -> Vec<String> {
    let counts = &report.counts;
    let family = match report.family {
        Family::Flow => "report-flow",
        Family::Ladder => "report-ladder",
        Family::Own => "report-own",
    };
    let size =
        [("levels", counts.levels.into()), ("buildings", counts.buildings.into()), ("floors", counts.floors.into())];
    let count = |became| report.that(became).count();
    let sum = [("guesses", count(Understanding::Guessed).into()), ("kept", count(Understanding::LeftOut).into())];
    let read = words.with(family, &[("title", title.into())]);
    vec![read, words.with("city-size", &size), words.with("report-sum", &sum)]
}

/// What is to be looked at stands first: what was guessed, then what was left out.
fn passages(report: &Report, words: &Words) -> Vec<Passage> {
    use Understanding::{Guessed, LeftOut, Understood};
    let mut passages = Vec::new();
    for (became, name) in [(Guessed, "report-guessed"), (LeftOut, "report-left-out"), (Understood, "report-understood")]
    {
        let place = |line: usize| (line > 0).then(|| words.with("report-line", &[("line", line.into())]));
        let mut lines: Vec<_> =
            report.that(became).map(|line| (place(line.line), line.says.clone())).take(MOST).collect();
        let more = report.that(became).count() - lines.len();
        if more > 0 {
            lines.push((None, words.with("report-more", &[("count", more.into())])));
        }
        if !lines.is_empty() {
            passages.extend([Passage::Heading(words.get(name)), Passage::Lines(lines)]);
        }
    }
    passages
}

/// What was looked for, and what there was.
fn excuse(unknown: &Unknown, words: &Words) -> Vec<String> {
    let counts = [("headings", unknown.headings.into()), ("entries", unknown.entries.into())];
    vec![words.with("unknown-found", &counts), words.get("unknown-looked")]
}

/// The smallest documents of which something would have been made.
fn examples(words: &Words) -> Vec<Passage> {
    let example =
        |name: &str, text: &str| [Passage::Heading(words.get(name)), Passage::Example(text.trim_end().to_owned())];
    let both = [example("unknown-ladder", SMALLEST_LADDER), example("unknown-flow", SMALLEST_FLOW)];
    both.into_iter().flatten().collect()
}
