//! How the ladder is meant.

use super::Pager;
use crate::view::journey::Block;

impl Pager<'_> {
    pub(super) fn about(&self) -> Vec<Block> {
        let mut blocks = vec![self.text("about-meant")];
        if !self.rules.motivation.is_empty() {
            blocks.push(self.heading("about-motivation"));
            blocks.push(Block::List(self.rules.motivation.iter().map(|line| (line.clone(), None)).collect()));
        }
        for question in &self.rules.questions {
            blocks.extend([Block::Heading(question.ask.clone()), Block::Text(question.answer.clone())]);
        }
        blocks.push(self.heading("about-scale"));
        let steps = self.rules.scale.iter().map(|step| {
            let values = [
                ("score", step.score.into()),
                ("label", step.label.as_str().into()),
                ("means", step.means.as_str().into()),
            ];
            (self.words.with("about-step", &values), None)
        });
        blocks.push(Block::List(steps.collect()));
        blocks
    }
}
