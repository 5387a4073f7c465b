//! The level: why, what one thinks oneself, and where one wants to be.

use super::Pager;
use crate::domain::assess::level;
use crate::domain::content::Level;
use crate::domain::content::schema::{Milestone, Rule};
use crate::domain::id::LevelId;
use crate::view::assess::wish::{Assess, Chart};
use crate::view::assess::{charts, names};
use crate::view::intent::Intent;
use crate::view::journey::Block;
use crate::view::preferences::{Choice, Choosable};

impl Pager<'_> {
    pub(super) fn level(&self) -> Vec<Block> {
        let found = self.found();
        let mut blocks: Vec<Block> = self.verdict(&found).into_iter().map(Block::Text).collect();
        if self.state.assess.tried.is_some() {
            blocks.insert(0, self.text("trying"));
        }
        blocks.extend(
            charts::plot(self.pack, self.state, Chart::Strip, self.words).map(|plot| Block::Plot(Box::new(plot))),
        );
        if let Rule::Milestones(steps) = &self.rules.rule {
            blocks.extend(steps.iter().flat_map(|step| self.step(step)));
        }
        blocks.push(self.heading("believe-heading"));
        blocks.push(self.text("believe-question"));
        let sheet = self.state.assess.sheet(self.state.now);
        let levels = |label: String, chosen: Option<&str>, intent: &dyn Fn(&Level) -> Assess| {
            let options = self.pack.levels().iter().map(|level| Choosable {
                label: level.name.clone(),
                chosen: chosen == Some(level.id.as_str()),
                intent: Intent::Assess(intent(level)),
            });
            Choice { label, options: options.collect() }
        };
        let believed = sheet.believed.as_ref().map(LevelId::as_str);
        let believe = levels(self.get("believe-label"), believed, &|level| Assess::Believe(level.id.clone()));
        blocks.push(Block::Choice(believe));
        for months in &self.rules.target_months {
            let label = self.words.with("target-label", &[("months", (*months).into())]);
            let target = sheet.targets.get(months).map(|target| target.level.as_str());
            let mut choice = levels(label, target, &|level| Assess::Target(*months, Some(level.id.clone())));
            choice.options.push(Choosable {
                label: self.get("target-none"),
                chosen: target.is_none(),
                intent: Intent::Assess(Assess::Target(*months, None)),
            });
            blocks.push(Block::Choice(choice));
        }
        blocks
    }

    /// A step of the ladder with what there is to do for it.
    fn step(&self, step: &Milestone) -> Vec<Block> {
        let sheet = self.state.assess.sheet(self.state.now);
        let id = LevelId::new(&step.to);
        let to = names::level(self.pack, self.pack.level_index(&id), self.words);
        let phases = level::phases(step).map(|phase| {
            let done = sheet.phases.contains(&phase);
            Choosable { label: phase.to_string(), chosen: done, intent: Intent::Assess(Assess::Phase(phase, !done)) }
        });
        let also = step.also.iter().enumerate().map(|(place, text)| {
            let done = sheet.also.contains(&(id.clone(), place));
            let intent = Intent::Assess(Assess::Also(id.clone(), place, !done));
            Choosable { label: text.clone(), chosen: done, intent }
        });
        let phases = Choice { label: self.get("step-phases"), options: phases.collect() };
        let also = Choice { label: self.get("step-also"), options: also.collect() };
        let heading = self.words.with("step-heading", &[("name", to.into())]);
        vec![Block::Heading(heading), Block::Choice(phases), Block::Choice(also)]
    }
}
