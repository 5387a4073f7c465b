//! Two people side by side, the farthest apart first.

use super::Pager;
use crate::domain::assess::{Difference, Pair, Rater, compare};
use crate::view::assess::names;
use crate::view::assess::wish::{Assess, Document};
use crate::view::intent::Intent;
use crate::view::journey::{Action, Block, Columns};
use crate::view::preferences::{Choice, Choosable};

impl Pager<'_> {
    fn others(&self) -> impl Iterator<Item = (usize, &Rater)> {
        let desk = &self.state.assess;
        desk.sheets.raters().enumerate().filter(|(_, rater)| **rater != desk.kept.rater)
    }

    pub(super) fn beside(&self) -> Vec<Block> {
        let desk = &self.state.assess;
        let options = self.others().map(|(place, rater)| Choosable {
            label: names::rater(rater, self.words),
            chosen: desk.beside.as_ref() == Some(rater),
            intent: Intent::Assess(Assess::Beside(place)),
        });
        let choice = Choice { label: self.get("beside-label"), options: options.collect() };
        if choice.options.is_empty() {
            return vec![self.text("beside-nobody")];
        }
        let mut blocks = vec![Block::Choice(choice)];
        let Some(other) = desk.beside.as_ref().filter(|other| **other != desk.kept.rater) else { return blocks };
        let quarter = desk.quarter(self.state.now);
        let sheets = [&desk.sheet(self.state.now), desk.sheets.standing(other, quarter)];
        let pairs = compare(self.pack, sheets[0], sheets[1]);
        let counted = |wanted: fn(Difference) -> bool| pairs.iter().filter(|pair| wanted(pair.difference)).count();
        let values = [
            ("equal", counted(|d| d == Difference::Equal).into()),
            ("far", counted(|d| matches!(d, Difference::Far(_))).into()),
        ];
        blocks.push(Block::Text(self.words.with("beside-count", &values)));
        let mut apart: Vec<&Pair<'_>> = pairs.iter().filter(|pair| pair.difference > Difference::Equal).collect();
        apart.sort_by_key(|pair| std::cmp::Reverse(pair.difference));
        for pair in apart {
            blocks.push(Block::Heading(self.place(pair.floor)));
            let open = Intent::OpenFloor(pair.floor.id.clone());
            blocks.push(Block::List(vec![(pair.criterion.text.clone(), Some(open))]));
            let says = |side: usize| {
                let rating = names::maybe_rating(self.rules, pair.ratings[side], self.words);
                let comment = sheets[side].cell(&pair.criterion.id).and_then(|cell| cell.comment.as_deref());
                comment.map_or_else(|| rating.clone(), |comment| format!("{rating}\n\n{comment}"))
            };
            let left = (names::rater(&desk.kept.rater, self.words), says(0));
            blocks.push(Block::Columns(Columns { left, right: (names::rater(other, self.words), says(1)) }));
            if matches!(pair.difference, Difference::Far(_)) {
                blocks.push(Block::Claim(self.get("read-together")));
                blocks.extend(pair.criterion.evidence.clone().map(Block::Text));
            }
        }
        blocks
    }

    /// The page to print, once there is somebody to talk to.
    pub(super) fn talking(&self) -> Vec<Action> {
        let desk = &self.state.assess;
        let is_there = desk.beside.as_ref().is_some_and(|other| *other != desk.kept.rater);
        if is_there { self.files(&[Document::Conversation]) } else { Vec::new() }
    }
}
