//! What is done at the placement check.

use super::{CHECK_CLAIMS, Player};
use crate::domain::progress::{Deed, Whole};
use crate::view::journey::quiz;
use crate::view::journey::stage::{Check, Stage};

impl Player<'_> {
    /// Asks the level between the two, or says what was found.
    pub(super) fn check(&mut self, low: usize, high: usize) {
        let seed = self.state.now ^ self.state.log.len() as u64;
        let mut check = Check { low, high, claims: Vec::new(), score: (0, 0), chosen: None, seed };
        while check.low < check.high && check.low < self.pack.levels().len() {
            let claims = quiz::claims_of(self.pack, check.level(), CHECK_CLAIMS.0, seed);
            check.claims = claims.into_iter().filter(|floor| quiz::pick(self.pack, floor, seed).is_some()).collect();
            if check.claims.len() >= CHECK_CLAIMS.1 {
                self.state.overlay = None;
                self.state.stage = Stage::Check(check);
                return;
            }
            // A level without claims says nothing; the one below decides.
            check.high = check.level();
        }
        self.place(check.low.min(self.pack.levels().len() - 1));
    }

    fn place(&mut self, level: usize) {
        self.state.add(Deed::Whole(Whole::Placed(self.pack.levels()[level].id.clone())));
        self.state.stage = Stage::City;
        self.go_to_the_level();
        let name = self.pack.levels()[level].name.as_str();
        self.state.say(self.words.with("said-placed", &[("name", name.into())]));
    }

    /// The options of a check are those of its question, and behind them one that agrees with the claim.
    pub(super) fn choose_at_check(&mut self, mut check: Check, option: usize) {
        let Some(floor) = check.claim().filter(|_| check.chosen.is_none()) else { return };
        let Some(quiz) = quiz::pick(self.pack, floor, check.seed) else { return };
        if option <= quiz.options.len() {
            check.chosen = Some(option);
            self.say(if option == quiz.right { "verdict-right" } else { "verdict-wrong" });
            self.state.stage = Stage::Check(check);
        }
    }

    pub(super) fn go_on_at_check(&mut self, mut check: Check) {
        let (Some(option), Some(floor)) = (check.chosen.take(), check.claim()) else { return };
        let is_right = quiz::pick(self.pack, floor, check.seed).is_some_and(|quiz| quiz.right == option);
        check.score.0 += usize::from(is_right);
        check.score.1 += usize::from(!is_right);
        let (holds, fails) = (check.score.0 >= CHECK_CLAIMS.1, check.score.1 > CHECK_CLAIMS.0 - CHECK_CLAIMS.1);
        let level = check.level();
        match (holds, fails) {
            (true, _) => self.check(level + 1, check.high),
            (_, true) => self.check(check.low, level),
            _ if check.claim().is_none() => self.check(check.low, level),
            _ => self.state.stage = Stage::Check(check),
        }
    }
}
