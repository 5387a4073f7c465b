//! From city to city, and what becomes of imported ones.

use super::{Effect, Reducer};
use crate::domain::content::Card;
use crate::domain::id::FloorId;
use crate::view::intent::Intent;
use crate::view::journey::Stage;
use crate::view::state::Overlay;
use crate::view::{assess, brought, cities};

impl Reducer<'_> {
    /// Does what the intent wants of a city, if it is about one.
    pub(super) fn tend_cities(&mut self, intent: &Intent) {
        match intent {
            Intent::ShowCities => {
                self.state.beside = None;
                self.toggle(Overlay::Cities);
                self.effects.push(Effect::ListCities);
            }
            Intent::ChooseCity(id) => self.choose_city(id),
            Intent::Visit(city, floor) => self.visit(city, floor),
            Intent::Return => self.go_back(),
            Intent::CompareCity(id) => {
                let is_shown = self.state.beside.as_ref() == Some(id);
                self.state.beside = (!is_shown).then(|| id.clone());
            }
            Intent::RenameCity(id, name) => {
                if let Some(name) = cities::named(name) {
                    self.effects.push(Effect::RenameCity(id.clone(), name));
                }
            }
            Intent::RemoveCity(id) if self.state.removing.as_ref() == Some(id) => {
                self.state.removing = None;
                self.effects.push(Effect::RemoveCity(id.clone()));
            }
            Intent::RemoveCity(id) => self.ask_to_remove(id),
            Intent::ExportCity(id) => self.effects.push(Effect::ExportCity(id.clone())),
            Intent::ShowReport(id) => _ = brought::show(self.state, id, self.words),
            _ => {}
        }
    }

    fn ask_to_remove(&mut self, id: &str) {
        let is_mine = |card: &&Card| card.id == id && card.origin.is_brought();
        self.state.removing = self.state.cities.iter().find(is_mine).map(|card| card.id.clone());
        if self.state.removing.is_some() {
            self.state.say(self.words.get("city-remove-question"));
        }
    }

    fn choose_city(&mut self, id: &str) {
        self.state.overlay = None;
        if id != self.pack.id() {
            self.state.way_back = None;
            self.leave_stage();
            self.effects.push(Effect::OpenCity(id.to_owned()));
        }
    }

    /// A floor of another city. Where one came from is remembered.
    fn visit(&mut self, city: &str, floor: &FloorId) {
        if city == self.pack.id() {
            return self.open_floor(floor);
        }
        let page = match &self.state.stage {
            Stage::Assess(page) => Some(page.clone()),
            _ => None,
        };
        self.state.overlay = None;
        self.leave_stage();
        let (id, title) = (self.pack.id().to_owned(), self.pack.title().to_owned());
        self.state.way_back = Some(assess::WayBack { city: id, title, page });
        self.effects.push(Effect::OpenCityFor(city.to_owned(), Box::new(Intent::OpenFloor(floor.clone()))));
    }

    fn go_back(&mut self) {
        if self.go_home() {
            return;
        }
        let Some(way) = self.state.way_back.take() else { return };
        self.state.overlay = None;
        self.leave_stage();
        self.effects.push(match way.page {
            Some(page) => Effect::OpenCityFor(way.city, Box::new(Intent::Assess(assess::Assess::Open(page)))),
            None => Effect::OpenCity(way.city),
        });
    }
}
