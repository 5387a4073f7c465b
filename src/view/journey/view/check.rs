//! What one sees of the placement check.

use super::{Viewer, choosable, claim};
use crate::view::journey::blocks::{Block, StageView};
use crate::view::journey::play::Play;
use crate::view::journey::quiz;
use crate::view::journey::reduce::CHECK_CLAIMS;
use crate::view::journey::stage::Check;

impl Viewer<'_> {
    pub(super) fn check(&self, check: &Check) -> Option<StageView> {
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
