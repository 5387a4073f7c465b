//! What is missing on the way to the nearest target.

use super::{Pager, chosen};
use crate::domain::assess::{Missing, Next, Rating, Verdict, gap, missing};
use crate::view::assess::{elsewhere, names};
use crate::view::intent::Intent;
use crate::view::journey::Block;
use crate::view::preferences::Choice;

impl Pager<'_> {
    /// The nearest target, or the level that comes next.
    fn target(&self, found: &Verdict) -> usize {
        let sheet = self.state.assess.sheet(self.state.now);
        let targets = sheet.targets.values().filter_map(|target| self.pack.level_index(&target.level));
        let ahead = targets.filter(|target| Some(*target) > found.level).min();
        let last = self.pack.levels().len() - 1;
        ahead.or(found.next.as_ref().map(Next::level)).unwrap_or(last)
    }

    pub(super) fn missing(&self) -> Vec<Block> {
        let (desk, found) = (&self.state.assess, self.found());
        let (sheet, target) = (desk.sheet(self.state.now), self.target(&found));
        let from = desk.kept.satisfied_from(self.rules);
        let list = missing(self.pack, self.rules, &sheet, from, &found, target);
        let to = self.level_name(target);
        let values = [("name", to.into()), ("count", list.len().into())];
        let mut blocks = vec![Block::Text(self.words.with("missing-count", &values))];
        for missing in &list {
            blocks.push(Block::Heading(self.place(missing.floor)));
            let open = Intent::OpenFloor(missing.floor.id.clone());
            blocks.push(Block::List(vec![(missing.criterion.text.clone(), Some(open))]));
            blocks.push(Block::Text(self.short(missing)));
            if let Some((label, helps)) = elsewhere::helps(self.pack, self.state, missing.criterion, self.words) {
                let options = helps.into_iter().map(|help| chosen(help, false));
                blocks.push(Block::Choice(Choice { label, options: options.collect() }));
            }
        }
        blocks
    }

    /// How much is missing, and what it opens.
    fn short(&self, missing: &Missing<'_>) -> String {
        let rating = names::maybe_rating(self.rules, missing.rating, self.words);
        let opens = self.get(match missing.unlocks {
            gap::Unlocks::Level => "unlocks-level",
            gap::Unlocks::Floor => "unlocks-floor",
            gap::Unlocks::Required => "unlocks-required",
            gap::Unlocks::Share => "unlocks-share",
        });
        let values = [("rating", rating.into()), ("steps", missing.steps.into()), ("opens", opens.into())];
        let is_scored = missing.rating.and_then(Rating::score).is_some();
        self.words.with(if is_scored { "missing-steps" } else { "missing-unrated" }, &values)
    }
}
