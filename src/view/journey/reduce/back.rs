//! What is taken back or forgotten, and what one goes back to.

use super::{NAME_CHARS, Player};
use crate::domain::progress::{Act, Deed, Whole};
use crate::domain::save::Open;
use crate::view::journey::play::Reset;
use crate::view::journey::stage::Stage;
use crate::view::reduce::Effect;
use crate::view::state::Trail;

impl Player<'_> {
    pub(super) fn undo(&mut self) {
        match self.state.log.last_to_undo().map(|(stamp, _)| *stamp) {
            Some(stamp) => {
                self.state.add(Deed::Whole(Whole::TakenBack(stamp)));
                self.state.stage = Stage::City;
                self.state.lose_focus(self.pack);
                self.say("said-undone");
            }
            None => self.say("said-nothing-to-undo"),
        }
    }

    pub(super) fn reset(&mut self, reset: &Reset) {
        self.state.stage = Stage::City;
        match reset {
            Reset::Floor(floor) => self.act(floor, Act::Reset),
            Reset::Building(building) if self.pack.building(building).is_some() => {
                self.state.add(Deed::Whole(Whole::ResetBuilding(building.clone())));
            }
            Reset::Building(_) => {}
            Reset::Everything => self.state.add(Deed::Whole(Whole::ResetAll)),
        }
        self.state.lose_focus(self.pack);
        self.say("said-reset");
    }

    pub(super) fn play_as(&mut self, name: &str) {
        let name: String = name.trim().chars().filter(|c| !c.is_control()).take(NAME_CHARS).collect();
        if name == self.state.profile {
            return;
        }
        let camera = None;
        let city = self.state.city(self.pack, camera);
        let cities = self.state.profiles.entry(self.state.profile.clone()).or_default();
        cities.insert(self.pack.id().to_owned(), city);
        self.state.stage = Stage::City;
        self.state.trail = Trail::default();
        self.state.play_as(&name, self.pack);
        self.state.profiles.entry(name).or_default();
        self.state.tell_losses(self.pack, self.words);
        self.say("said-profile");
    }

    pub(super) fn travel(&mut self, back: bool) {
        let now = self.state.open.clone();
        let trail = &mut self.state.trail;
        let (from, to) =
            if back { (&mut trail.back, &mut trail.forward) } else { (&mut trail.forward, &mut trail.back) };
        let Some(open) = from.pop() else { return };
        to.push(now);
        if let Open::Building(building, _) = &open {
            self.effects.push(Effect::FlyToBuilding(building.clone()));
        }
        self.state.open = open;
        self.state.stage = Stage::City;
    }
}
