//! What an intent does to the state, and what it asks of the world.

mod effect;
mod cities;
mod places;
mod settings;

pub use effect::Effect;

use super::assess;
use super::hints;
use super::intent::Intent;
use super::journey::{self, Stage};
use super::link;
use super::pictures::{self, Photo};
use super::present;
use super::search;
use super::state::{Overlay, State};
use super::visitor;
use super::words::Words;
use crate::domain::content::Pack;
use crate::domain::save::Open;

/// Does what the player wants. What cannot be done does nothing: an id that the pack does not know,
/// a level beyond the last.
pub fn reduce(state: &mut State, intent: &Intent, pack: &Pack, words: &Words) -> Vec<Effect> {
    let mut reducer = Reducer { state, pack, words, effects: Vec::new() };
    if !visitor::is_barred(reducer.state, intent) {
        reducer.run(intent);
    }
    visitor::keep_within(reducer.state, intent, &mut reducer.effects, words);
    if hints::follow(reducer.state, intent, words) {
        reducer.effects.push(Effect::Save);
    }
    reducer.effects
}

struct Reducer<'a> {
    state: &'a mut State,
    pack: &'a Pack,
    words: &'a Words,
    effects: Vec<Effect>,
}

impl Reducer<'_> {
    fn run(&mut self, intent: &Intent) {
        present::reduce::stray(self.state, intent);
        if self.state.photo && !pictures::wish::leaves_photo(intent) {
            return self.photo(Photo::End);
        }
        self.leave_search(intent);
        self.leave_question(intent);
        if matches!(intent, Intent::Play(_) | Intent::Assess(_)) {
            // Whoever plays does so in their own city.
            self.go_home();
        }
        let last = self.pack.levels().len() - 1;
        match intent {
            Intent::SetLevel(level) => {
                if let Some(index) = self.pack.level_index(level) {
                    self.set_level(index);
                }
            }
            Intent::NextLevel => self.set_level((self.state.level + 1).min(last)),
            Intent::PreviousLevel => self.set_level(self.state.level.saturating_sub(1)),
            Intent::OpenLevel(level) => self.open_level(level),
            Intent::OpenItsLevel => self.open_level(&self.pack.levels()[self.state.level].id.clone()),
            Intent::OpenDistrict(district) => self.open_district(district),
            Intent::OpenItsDistrict => self.open_its_district(),
            Intent::OpenBuilding(building) => self.open_building(building),
            Intent::OpenFocused => {
                if let Some(building) = self.state.focus.clone() {
                    self.open_building(&building);
                }
            }
            Intent::OpenFloor(floor) => self.open_floor(floor),
            Intent::StepFloor(step) => self.step_floor(*step),
            Intent::Close => self.close(),
            Intent::Focus(step) => self.focus(*step),
            Intent::ToggleHelp => self.toggle(Overlay::Help),
            Intent::ToggleSettings => self.toggle(Overlay::Settings),
            Intent::ToggleLegend => self.toggle(Overlay::Legend),
            Intent::ToggleMap
            | Intent::ToggleList
            | Intent::SetText(_)
            | Intent::StepText(_)
            | Intent::SetMotion(_)
            | Intent::SetTheme(_)
            | Intent::SetQuality(_)
            | Intent::SetAmbience(_)
            | Intent::SetSound(_)
            | Intent::ToggleSound
            | Intent::SetVolume(..) => self.change_setting(intent),
            Intent::SkipMotion => self.effects.push(Effect::SkipMotion),
            Intent::Home => self.effects.push(Effect::FlyHome),
            Intent::Move(movement) if movement.is_finite() => self.effects.push(Effect::MoveCamera(*movement)),
            Intent::Dismiss(index) => self.dismiss(*index),
            Intent::OpenSearch => self.open_search(),
            Intent::SetSearch(query) => self.state.search = Some(search::bounded(query)),
            Intent::ChooseResult(place) => self.choose_result(*place),
            Intent::ShowCities
            | Intent::ChooseCity(_)
            | Intent::Visit(..)
            | Intent::Return
            | Intent::CompareCity(_)
            | Intent::RenameCity(..)
            | Intent::RemoveCity(_)
            | Intent::ExportCity(_)
            | Intent::ShowReport(_) => self.tend_cities(intent),
            Intent::PickFile => self.effects.push(Effect::PickFile),
            Intent::Play(play) => {
                self.effects.extend(journey::reduce::play(self.state, play, self.pack, self.words));
            }
            Intent::Assess(wish) => {
                self.effects.extend(assess::reduce::assess(self.state, wish, self.pack, self.words));
            }
            Intent::Follow(text) => self.follow(text),
            Intent::Share(share) => {
                self.effects.extend(link::share::reduce(self.state, *share, self.pack, self.words));
            }
            Intent::Present(wish) => {
                self.effects.extend(present::reduce::present(self.state, wish, self.pack, self.words));
            }
            Intent::Photo(wish) => self.photo(*wish),
            Intent::Draw(picture) => {
                self.effects.extend(pictures::wish::draw(picture, self.pack, self.state, self.words));
            }
            Intent::Stay | Intent::EndVisit | Intent::Move(_) => {}
        }
    }

    fn photo(&mut self, wish: Photo) {
        if wish == Photo::Begin {
            self.state.overlay = None;
            self.leave_stage();
        }
        self.effects.extend(pictures::wish::photo(self.state, wish, self.pack, self.words));
    }

    /// Whoever wants something else is done searching. Notices and the camera are beside it.
    fn leave_search(&mut self, intent: &Intent) {
        let stays = matches!(
            intent,
            Intent::OpenSearch | Intent::SetSearch(_) | Intent::ChooseResult(_) | Intent::Close | Intent::Dismiss(_)
        );
        if !stays && !intent.is_for_the_camera() {
            self.state.search = None;
        }
    }

    /// Whoever wants something else does not mean to take a city away.
    fn leave_question(&mut self, intent: &Intent) {
        if !matches!(intent, Intent::RemoveCity(_) | Intent::Dismiss(_)) && !intent.is_for_the_camera() {
            self.state.removing = None;
        }
    }

    fn dismiss(&mut self, index: usize) {
        if index < self.state.notices.len() {
            let notice = self.state.notices.remove(index);
            if hints::dismissed(self.state, &notice, self.words) {
                self.effects.push(Effect::Save);
            }
        }
    }

    /// Back from somebody's city to one's own; tells whether one was away.
    fn go_home(&mut self) -> bool {
        let was_away = link::guest::go_home(self.state, self.pack, self.words);
        if was_away {
            self.effects.push(Effect::Save);
        }
        was_away
    }

    fn follow(&mut self, link: &str) {
        let way = link::follow(self.state, link, self.pack, self.words);
        way.intents.iter().for_each(|intent| self.run(intent));
        self.effects.extend(way.effects);
    }

    fn open_search(&mut self) {
        self.state.overlay = None;
        self.state.search.get_or_insert_default();
        self.state.say(self.words.get("landmark-search"));
    }

    fn choose_result(&mut self, place: usize) {
        let Some(query) = &self.state.search else { return };
        let results = search::results(self.pack, self.state, query, self.words);
        if let Some(row) = results.into_iter().nth(place) {
            self.state.search = None;
            self.run(&row.intent);
        }
    }

    fn leave_stage(&mut self) {
        self.effects.extend(journey::reduce::leave(self.state));
    }

    fn close(&mut self) {
        if self.state.search.take().is_some() || self.state.overlay.take().is_some() {
            return;
        }
        if self.state.stage != Stage::City {
            self.leave_stage();
            self.state.say(self.words.get("said-closed"));
        } else if self.state.open != Open::Nothing {
            self.state.visit(Open::Nothing);
            self.state.say(self.words.get("said-closed"));
            self.effects.push(Effect::Save);
        }
    }

    fn toggle(&mut self, overlay: Overlay) {
        self.state.overlay = if self.state.overlay == Some(overlay) { None } else { Some(overlay) };
    }
}
