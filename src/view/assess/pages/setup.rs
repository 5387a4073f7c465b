//! Who rates, what counts as satisfied, when a year begins, and files.

use super::{Pager, chosen};
use crate::domain::assess::{Role, StartMonth};
use crate::view::assess::names;
use crate::view::assess::wish::{Assess, Document};
use crate::view::intent::Intent;
use crate::view::journey::{Action, Block};
use crate::view::preferences::{Choice, Choosable};

impl Pager<'_> {
    pub(super) fn setup(&self) -> Vec<Block> {
        let kept = &self.state.assess.kept;
        let roles = Role::ALL.map(|role| Choosable {
            label: self.get(names::role(role)),
            chosen: kept.rater.role == role,
            intent: Intent::Assess(Assess::RateAs(role, kept.rater.name.clone())),
        });
        let from = kept.satisfied_from(self.rules);
        let scores = self.rules.scale.iter().map(|step| Choosable {
            label: step.score.to_string(),
            chosen: step.score == from.number(),
            intent: Intent::Assess(Assess::SetSatisfied(step.score)),
        });
        let months = (1..=12i8).map(|month| Choosable {
            label: names::month(month, self.words),
            chosen: kept.start.month() == month,
            intent: Intent::Assess(Assess::SetStart(StartMonth::new(month))),
        });
        let choice = |name: &str, options: Vec<Choosable>| Block::Choice(Choice { label: self.get(name), options });
        let wants = Intent::Assess(Assess::RateAs(kept.rater.role, "{value}".to_owned())).to_text();
        let mut files = self.files(&[Document::Json, Document::Csv, Document::Markdown, Document::Html]);
        files.push(Action { label: self.get("action-pick-file"), intent: Intent::PickFile });
        vec![
            self.text("setup-text"),
            choice("setup-role", roles.to_vec()),
            Block::Line { label: self.get("setup-name"), text: kept.rater.name.clone(), wants },
            choice("setup-satisfied", scores.collect()),
            choice("setup-start", months.collect()),
            self.text("setup-files-text"),
            choice("setup-files", files.into_iter().map(|file| chosen(file, false)).collect()),
        ]
    }
}
