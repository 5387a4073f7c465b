//! What one sees of the wall of a level, and of what comes behind it.

use super::Viewer;
use crate::view::journey::blocks::{Block, StageView};
use crate::view::journey::pages;
use crate::view::journey::play::Play;
use crate::view::journey::quiz;
use crate::view::journey::stage::{AtWall, WallStep};

impl Viewer<'_> {
    pub(super) fn wall(&self, wall: &AtWall) -> Option<StageView> {
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
}
