//! The quarters that were rated, and how to close one.

use super::{Pager, chosen};
use crate::domain::assess::{Quarter, Verdict, level};
use crate::view::assess::wish::{Assess, Chart};
use crate::view::assess::{charts, names};
use crate::view::intent::{Intent, Step};
use crate::view::journey::{Action, Block};
use crate::view::preferences::Choice;

impl Pager<'_> {
    pub(super) fn quarters(&self) -> Vec<Block> {
        let desk = &self.state.assess;
        let from = desk.kept.satisfied_from(self.rules);
        let history = level::history(self.pack, self.rules, &desk.sheets, &desk.kept.rater, from);
        let mut blocks = vec![self.text("quarters-text")];
        let line = |(quarter, found): &(Quarter, Verdict)| {
            let name = names::quarter(*quarter, desk.kept.start, self.words);
            let level = names::level(self.pack, found.level, self.words);
            let is_closed = desk.sheets.is_closed(&desk.kept.rater, *quarter);
            let message = if is_closed { "quarter-closed" } else { "quarter-open" };
            let text = self.words.with(message, &[("quarter", name.into()), ("level", level.into())]);
            let action = Action { label: text, intent: Intent::Assess(Assess::ShowQuarter(*quarter)) };
            chosen(action, *quarter == desk.quarter(self.state.now))
        };
        let label = self.get("quarters-label");
        blocks.push(Block::Choice(Choice { label, options: history.iter().map(line).collect() }));
        blocks.extend(
            charts::plot(self.pack, self.state, Chart::Quarters, self.words).map(|plot| Block::Plot(Box::new(plot))),
        );
        blocks
    }

    pub(super) fn closing(&self) -> Vec<Action> {
        let mut actions = Vec::new();
        actions.push(self.action("action-quarter-before", Assess::StepQuarter(Step::Previous)));
        actions.push(self.action("action-quarter-after", Assess::StepQuarter(Step::Next)));
        actions.push(self.action("action-quarter-now", Assess::ShowNow));
        if !self.state.assess.is_closed(self.state.now) && self.state.assess.tried.is_none() {
            actions.push(self.action("action-close-quarter", Assess::CloseQuarter));
        }
        actions
    }
}
