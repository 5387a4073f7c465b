//! The level in words, a sentence a line.

use super::Pager;
use crate::domain::assess::{Next, Rating, Verdict};
use crate::view::assess::names;

impl Pager<'_> {
    pub(super) fn verdict(&self, found: &Verdict) -> Vec<String> {
        let from = self.state.assess.kept.satisfied_from(self.rules);
        let counted = Rating::At(from);
        let satisfied = names::rating(self.rules, counted, self.words);
        let name = names::level(self.pack, found.level, self.words);
        let mut lines = vec![match found.level {
            Some(_) => self.words.with("verdict-level", &[("name", name.as_str().into())]),
            None => self.get("verdict-none"),
        }];
        lines.push(self.words.with("verdict-satisfied", &[("rating", satisfied.into())]));
        if let (Some(level), Some(holds)) = (found.level, found.holds) {
            let count = found.counts[level];
            let values = [
                ("name", name.as_str().into()),
                ("satisfied", count.satisfied.into()),
                ("of", count.of.into()),
                ("holds", holds.into()),
            ];
            lines.push(self.words.with("verdict-holds", &values));
        }
        lines.push(match &found.next {
            None => self.get("verdict-top"),
            Some(Next::Share { level, missing, needed }) => {
                let count = found.counts[*level];
                let next = self.level_name(*level);
                let values = [
                    ("next", next.as_str().into()),
                    ("name", name.as_str().into()),
                    ("missing", (*missing).into()),
                    ("satisfied", count.satisfied.into()),
                    ("of", count.of.into()),
                    ("needed", (*needed).into()),
                ];
                let is_first = found.level.is_none();
                self.words.with(if is_first { "verdict-first" } else { "verdict-next" }, &values)
            }
            Some(Next::Milestones { level, phases, also }) => {
                let next = self.level_name(*level);
                let values = [("next", next.into()), ("phases", phases.len().into()), ("also", also.len().into())];
                self.words.with("verdict-milestones", &values)
            }
        });
        if found.before > found.level {
            let before = names::level(self.pack, found.before, self.words);
            lines.push(self.words.with("verdict-before", &[("name", before.into())]));
        }
        lines
    }
}
