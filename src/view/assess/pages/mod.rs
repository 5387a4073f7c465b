//! The pages of an assessment, as blocks: a file a page.

mod about;
mod beside;
mod calibration;
mod chart;
mod level;
mod missing;
mod quarters;
mod setup;
mod verdict;

use super::wish::{Assess, Document, Page};
use super::{names, rows};
use crate::domain::assess::Verdict;
use crate::domain::content::schema::Assessment;
use crate::domain::content::{Floor, Pack};
use crate::view::intent::Intent;
use crate::view::journey::{Action, Block, Play, StageView};
use crate::view::preferences::{Choice, Choosable};
use crate::view::state::State;
use crate::view::words::Words;

/// A page; without a ladder it is empty, and only the way back is left.
pub fn page(pack: &Pack, state: &State, page: &Page, words: &Words) -> StageView {
    let pager = pack.assessment().map(|rules| Pager { pack, state, rules, words });
    let (name, mut blocks, mut actions) = match (page, &pager) {
        (_, None) => ("page-level", Vec::new(), Vec::new()),
        (Page::Level, Some(pager)) => ("page-level", pager.level(), Vec::new()),
        (Page::Missing, Some(pager)) => ("page-missing", pager.missing(), Vec::new()),
        (Page::Quarters, Some(pager)) => ("page-quarters", pager.quarters(), pager.closing()),
        (Page::Beside, Some(pager)) => ("page-beside", pager.beside(), pager.talking()),
        (Page::Chart(chart), Some(pager)) => ("page-chart", pager.chart(*chart), pager.drawings(*chart)),
        (Page::Calibration, Some(pager)) => ("page-calibration", pager.calibration(), pager.calibrate()),
        (Page::About, Some(pager)) => ("page-about", pager.about(), Vec::new()),
        (Page::Setup, Some(pager)) => ("page-setup", pager.setup(), Vec::new()),
    };
    blocks.extend(pager.as_ref().map(|pager| pager.others_pages(page)));
    actions.push(Action { label: words.get("action-leave"), intent: Intent::Play(Play::Leave) });
    let quarter = names::quarter(state.assess.quarter(state.now), state.assess.kept.start, words);
    let kicker = words.with("assess-kicker", &[("title", pack.title().into()), ("quarter", quarter.into())]);
    StageView { kicker, title: words.get(name), progress: None, blocks, actions }
}

/// The verdict in words, a sentence a line.
pub fn verdict(pack: &Pack, state: &State, verdict: &Verdict, words: &Words) -> Vec<String> {
    let Some(rules) = pack.assessment() else { return Vec::new() };
    Pager { pack, state, rules, words }.verdict(verdict)
}

struct Pager<'a> {
    pack: &'a Pack,
    state: &'a State,
    rules: &'a Assessment,
    words: &'a Words,
}

impl Pager<'_> {
    fn get(&self, name: &str) -> String {
        self.words.get(name)
    }

    fn text(&self, name: &str) -> Block {
        Block::Text(self.get(name))
    }

    fn heading(&self, name: &str) -> Block {
        Block::Heading(self.get(name))
    }

    fn action(&self, name: &str, wish: Assess) -> Action {
        Action { label: self.get(name), intent: Intent::Assess(wish) }
    }

    fn level_name(&self, index: usize) -> String {
        names::level(self.pack, Some(index), self.words)
    }

    fn found(&self) -> Verdict {
        self.state.assess.verdict(self.state.now, self.pack, self.rules)
    }

    /// The other pages, and what else one can do.
    fn others_pages(&self, page: &Page) -> Block {
        let here = Intent::Assess(Assess::Open(page.clone()));
        let is_here = |action: &Action| match (page, &action.intent) {
            (Page::Chart(_), Intent::Assess(Assess::Open(Page::Chart(_)))) => true,
            (_, intent) => *intent == here,
        };
        let others = rows::menu(self.pack, self.state, self.words).into_iter().filter(|action| !is_here(action));
        Block::Choice(Choice {
            label: self.get("pages-label"),
            options: others.map(|one| chosen(one, false)).collect(),
        })
    }

    fn place(&self, floor: &Floor) -> String {
        let area = self.pack.building(&floor.id.building).map_or("", |building| building.name.as_str());
        let level = self.level_name(floor.level);
        self.words.with("area-at-level", &[("area", area.into()), ("level", level.into())])
    }

    fn files(&self, documents: &[Document]) -> Vec<Action> {
        let name = |document: Document| match document {
            Document::Json => "action-file-json",
            Document::Csv => "action-file-csv",
            Document::Markdown => "action-file-markdown",
            Document::Html => "action-file-html",
            Document::Conversation => "action-file-conversation",
            Document::Svg(_) => "action-file-svg",
            Document::Png(_) => "action-file-png",
        };
        documents.iter().map(|document| self.action(name(*document), Assess::Export(*document))).collect()
    }
}

/// An action among others, of which one may be chosen.
fn chosen(action: Action, chosen: bool) -> Choosable {
    Choosable { label: action.label, chosen, intent: action.intent }
}
