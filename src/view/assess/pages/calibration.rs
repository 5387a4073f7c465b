//! Own ratings against what was recalled in the city, for who asks for it.

use super::Pager;
use crate::domain::assess::{Rating, calibration};
use crate::domain::progress::Record;
use crate::view::assess::names;
use crate::view::assess::wish::Assess;
use crate::view::journey::{Action, Block};

impl Pager<'_> {
    pub(super) fn calibration(&self) -> Vec<Block> {
        let desk = &self.state.assess;
        let mut blocks = vec![self.text("calibration-text")];
        let Some(other) = self.pack.crosswalk().filter(|_| desk.kept.calibrates) else { return blocks };
        let cities = self.state.profiles.get(&self.state.profile);
        let elsewhere = cities.and_then(|cities| cities.get(&other.pack)).map(|city| Record::of(&city.log));
        let by_score = calibration::calibration(self.pack, &desk.sheet(self.state.now), &elsewhere.unwrap_or_default());
        let lines = by_score.iter().map(|(score, recalled)| {
            let rating = names::rating(self.rules, Rating::At(*score), self.words);
            let values = [
                ("rating", rating.into()),
                ("criteria", recalled.criteria.into()),
                ("recalled", recalled.recalled.into()),
                ("floors", recalled.floors.into()),
            ];
            (self.words.with("calibration-line", &values), None)
        });
        blocks.push(Block::List(lines.collect()));
        blocks
    }

    pub(super) fn calibrate(&self) -> Vec<Action> {
        let on = self.state.assess.kept.calibrates;
        vec![self.action(if on { "action-calibrate-off" } else { "action-calibrate-on" }, Assess::Calibrate(!on))]
    }
}
