//! What is done at the wall of a level.

use super::{Player, WALL_CLAIMS};
use crate::domain::progress::{Act, Deed, Wall, Whole, rules};
use crate::view::journey::quiz;
use crate::view::journey::stage::{AtWall, Stage, WallStep};
use crate::view::reduce::Effect;

impl Player<'_> {
    pub(super) fn meet_wall(&mut self) {
        let Some(level) = rules::level(self.pack, &self.state.record) else { return };
        if !rules::wall_is_met(self.pack, &self.state.record, level) {
            return;
        }
        let seed = self.state.now ^ self.state.log.len() as u64;
        let claims = quiz::claims_of(self.pack, level, WALL_CLAIMS, seed);
        let claims = claims.into_iter().filter(|floor| quiz::pick(self.pack, floor, seed).is_some()).collect();
        self.state.overlay = None;
        self.state.stage = Stage::Wall(AtWall { level, step: WallStep::Portrait, claims, seed, right: 0 });
        self.say("said-wall");
    }

    pub(super) fn choose_at_wall(&mut self, mut wall: AtWall, option: usize) {
        let WallStep::Claim(place, None) = wall.step else { return };
        let Some(floor) = wall.claims.get(place).cloned() else { return };
        let quiz = quiz::pick(self.pack, &floor, wall.seed).filter(|quiz| option < quiz.options.len());
        let Some(quiz) = quiz else { return };
        let is_right = option == quiz.right;
        wall.step = WallStep::Claim(place, Some(option));
        wall.right += usize::from(is_right);
        self.state.stage = Stage::Wall(wall);
        self.act(&floor, Act::Picked(is_right));
        self.say(if is_right { "verdict-right" } else { "verdict-wrong" });
    }

    pub(super) fn go_on_at_wall(&mut self, mut wall: AtWall) {
        let next = match wall.step {
            WallStep::Portrait => 0,
            WallStep::Claim(_, None) => return,
            WallStep::Claim(place, Some(_)) => place + 1,
            WallStep::Sum => return self.pass(wall.level, Wall::Played),
            WallStep::Dawn => {
                self.state.stage = Stage::City;
                return;
            }
        };
        wall.step = if next < wall.claims.len() { WallStep::Claim(next, None) } else { WallStep::Sum };
        self.state.stage = Stage::Wall(wall);
    }

    pub(super) fn walk_around(&mut self) {
        if let Some(level) = rules::level(self.pack, &self.state.record) {
            self.pass(level, Wall::Around);
        }
    }

    /// Behind the wall of a level the next one dawns.
    fn pass(&mut self, level: usize, how: Wall) {
        let Some(id) = self.pack.levels().get(level).map(|level| level.id.clone()) else { return };
        self.state.add(Deed::Whole(Whole::Wall(id, how)));
        if level + 1 < self.pack.levels().len() {
            self.state.level = level + 1;
        }
        let at = AtWall { level, step: WallStep::Dawn, claims: Vec::new(), seed: 0, right: 0 };
        self.state.stage = Stage::Wall(at);
        self.state.overlay = None;
        self.effects.push(Effect::FlyHome);
        self.say("said-dawn");
    }
}
