//! Levels, districts, buildings and floors: which one is open, and which has the mark.

use super::{Effect, Reducer};
use crate::domain::content::Building;
use crate::domain::id::{BuildingId, DistrictId, FloorId, LevelId};
use crate::domain::progress::{Act, Deed, rules};
use crate::domain::save::Open;
use crate::view::intent::Step;

impl Reducer<'_> {
    pub(super) fn set_level(&mut self, level: usize) {
        if level == self.state.level {
            return;
        }
        self.state.level = level;
        // The mark must not stay on a building that has gone.
        self.state.lose_focus(self.pack);
        let (pack, record) = (self.pack, &self.state.record);
        let name = &pack.levels()[level].name;
        let standing = pack.buildings().iter().filter(|building| self.state.has_founded(pack, building)).count();
        let floors = pack.floors().filter(|(_, floor)| rules::stands(pack, record, floor, level)).count();
        let values = [("name", name.as_str().into()), ("buildings", standing.into()), ("floors", floors.into())];
        self.state.say(self.words.with("said-level", &values));
        self.effects.push(Effect::Save);
    }

    pub(super) fn open(&mut self, open: Open, said: String) {
        self.state.overlay = None;
        self.leave_stage();
        if self.state.open != open {
            self.state.visit(open);
            self.effects.push(Effect::Save);
        }
        self.state.say(said);
    }

    pub(super) fn open_level(&mut self, id: &LevelId) {
        if let Some(index) = self.pack.level_index(id) {
            let said = self.pack.levels()[index].name.clone();
            self.open(Open::Level(id.clone()), said);
        }
    }

    pub(super) fn open_district(&mut self, id: &DistrictId) {
        if let Some(district) = self.pack.district(id) {
            self.effects.push(Effect::FlyToDistrict(id.clone()));
            self.open(Open::District(id.clone()), district.name.clone());
        }
    }

    pub(super) fn open_its_district(&mut self) {
        let building = self.state.open_building(self.pack);
        let building = building.or_else(|| self.state.focus.as_ref().and_then(|id| self.pack.building(id)));
        let district = building.map_or(&self.pack.districts()[0], |building| self.pack.district_of(building));
        self.open_district(&district.id);
    }

    pub(super) fn open_building(&mut self, id: &BuildingId) {
        if let Some(building) = self.pack.building(id) {
            let floor = building.top_floor_at(self.state.level).unwrap_or(&building.floors[0]);
            // One begins at the ground: the story of a building reads upward.
            let floor = if building.floors[0].level <= self.state.level { &building.floors[0] } else { floor };
            self.open_at(building, &floor.id);
        }
    }

    pub(super) fn open_floor(&mut self, id: &FloorId) {
        if let Some((building, _)) = self.pack.floor(id) {
            self.open_at(building, id);
        }
    }

    pub(super) fn open_at(&mut self, building: &Building, floor: &FloorId) {
        if self.pack.crosswalk().is_some() && self.state.cities.is_empty() {
            // The floors of the other city that help are called by their names.
            self.effects.push(Effect::ListCities);
        }
        let same = matches!(&self.state.open, Open::Building(open, _) if *open == building.id);
        if !same {
            self.effects.push(Effect::FlyToBuilding(building.id.clone()));
        }
        self.state.focus = self.state.has_founded(self.pack, building).then(|| building.id.clone());
        let number = building.floors.iter().find(|f| f.id == *floor).map_or(0, |f| f.number);
        self.read(floor);
        let said = self.words.with("said-floor", &[("name", building.name.as_str().into()), ("number", number.into())]);
        self.open(Open::Building(building.id.clone(), Some(floor.clone())), said);
    }

    pub(super) fn read(&mut self, floor: &FloorId) {
        if self.state.record.floor(floor).read.is_none() {
            self.state.add(Deed::Floor(floor.clone(), Act::Read));
            self.effects.push(Effect::Save);
        }
    }

    pub(super) fn step_floor(&mut self, step: Step) {
        let Some((building, open)) = self.state.open_floor(self.pack) else { return };
        let Some(now) = building.floors.iter().position(|floor| floor.id == open.id) else { return };
        let to = match step {
            Step::Next => now + 1,
            Step::Previous => now.wrapping_sub(1),
        };
        if let Some(floor) = building.floors.get(to) {
            self.open_at(building, &floor.id);
        }
    }

    pub(super) fn focus(&mut self, step: Step) {
        let standing: Vec<&Building> =
            self.pack.buildings().iter().filter(|building| self.state.has_founded(self.pack, building)).collect();
        let now = self.state.focus.as_ref().and_then(|id| standing.iter().position(|b| b.id == *id));
        let to = match (now, step) {
            (None, Step::Next) => 0,
            (None, Step::Previous) => standing.len().saturating_sub(1),
            (Some(now), Step::Next) => (now + 1) % standing.len(),
            (Some(now), Step::Previous) => (now + standing.len() - 1) % standing.len(),
        };
        if let Some(building) = standing.get(to) {
            self.state.focus = Some(building.id.clone());
            self.state.say(building.name.clone());
        }
    }
}
