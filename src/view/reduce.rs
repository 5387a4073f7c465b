//! What an intent does to the state, and what it asks of the world.

use super::assess;
use super::brought;
use super::cities;
use super::hints;
use super::intent::{CameraMove, Intent, Step};
use super::journey::{self, Stage};
use super::link;
use super::pictures::{self, Photo};
use super::present;
use super::search;
use super::state::{Overlay, State};
use super::visitor;
use super::words::Words;
use crate::domain::content::{Building, Card, Pack};
use crate::domain::id::{BuildingId, DistrictId, FloorId, LevelId};
use crate::domain::progress::{Act, Deed, rules};
use crate::domain::save::{CameraPose, Open};
use crate::domain::settings::{TEXT_PERCENT, TEXT_STEP};

/// What an intent asks of the world outside the state.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// The camera flies to a building.
    FlyToBuilding(BuildingId),
    /// The camera flies to a district.
    FlyToDistrict(DistrictId),
    /// The camera shows the whole city.
    FlyHome,
    /// The camera looks from here.
    FlyTo(CameraPose),
    /// The camera moves.
    MoveCamera(CameraMove),
    /// What is on its way up or down is there at once.
    SkipMotion,
    /// Something that is saved has changed.
    Save,
    /// The cities that can be chosen are to be listed.
    ListCities,
    /// The city of this id is entered.
    OpenCity(String),
    /// The city of this id is entered, and there one wants this.
    OpenCityFor(String, Box<Intent>),
    /// An imported city is called otherwise.
    RenameCity(String, String),
    /// An imported city is taken away. What was done there stays in the save.
    RemoveCity(String),
    /// An imported city is written into a file.
    ExportCity(String),
    /// The player chooses a file.
    PickFile,
    /// The speaker's window, or away with it.
    ToggleSpeaker,
    /// A text is to be put where the player can paste it from; [`link::Share::Copied`] answers.
    Copy(String),
    /// What the camera sees is to be handed to the player as a file of this name.
    Photograph(String),
    /// A file is to be handed to the player.
    WriteFile(assess::document::File),
    /// A visitor of whom nothing is known begins.
    BeginAnew,
    /// The visitor's visit ends, and what was kept before it is taken up again.
    EndVisit,
}

impl Effect {
    /// Whether a file comes in or goes out.
    pub fn is_about_files(&self) -> bool {
        matches!(self, Self::PickFile | Self::WriteFile(_) | Self::ExportCity(_))
    }
}

/// Does what the player wants. What cannot be done does nothing: an id that the pack does not know,
/// a level beyond the last.
pub fn reduce(state: &mut State, intent: &Intent, pack: &Pack, words: &Words) -> Vec<Effect> {
    present::reduce::stray(state, intent);
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
        if self.state.photo && !pictures::wish::leaves_photo(intent) {
            return self.photo(Photo::End);
        }
        present::reduce::stray(self.state, intent);
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
            Intent::ToggleMap => self.set(|settings| settings.map ^= true),
            Intent::ToggleList => self.set(|settings| settings.list ^= true),
            Intent::SetText(percent) => {
                let percent = (*percent).clamp(*TEXT_PERCENT.start(), *TEXT_PERCENT.end());
                self.set(|settings| settings.text_percent = percent);
            }
            Intent::StepText(step) => {
                let now = self.state.settings.text_percent;
                let to = match step {
                    Step::Next => now + TEXT_STEP,
                    Step::Previous => now - TEXT_STEP,
                };
                self.run(&Intent::SetText(to));
            }
            Intent::SetMotion(motion) => self.set(|settings| settings.motion = *motion),
            Intent::SetTheme(theme) => self.set(|settings| settings.theme = *theme),
            Intent::SetQuality(quality) => self.set(|settings| settings.quality = *quality),
            Intent::SetAmbience(on) => self.set(|settings| settings.ambience = *on),
            Intent::SkipMotion => self.effects.push(Effect::SkipMotion),
            Intent::SetSound(on) => self.set_sound(*on),
            Intent::ToggleSound => self.set_sound(!self.state.settings.sound),
            Intent::SetVolume(channel, percent) => self.set(|settings| settings.volumes.set(*channel, *percent)),
            Intent::Home => self.effects.push(Effect::FlyHome),
            Intent::Move(movement) if movement.is_finite() => self.effects.push(Effect::MoveCamera(*movement)),
            Intent::Dismiss(index) => self.dismiss(*index),
            Intent::OpenSearch => self.open_search(),
            Intent::SetSearch(query) => self.state.search = Some(search::bounded(query)),
            Intent::ChooseResult(place) => self.choose_result(*place),
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

    /// Back from somebody's city to one's own; tells whether one was away.
    fn go_home(&mut self) -> bool {
        let was_away = link::guest::go_home(self.state, self.pack, self.words);
        if was_away {
            self.effects.push(Effect::Save);
        }
        was_away
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

    fn set(&mut self, change: impl FnOnce(&mut crate::domain::settings::Settings)) {
        change(&mut self.state.settings);
        self.effects.push(Effect::Save);
    }

    fn set_sound(&mut self, on: bool) {
        self.set(|settings| settings.sound = on);
        // Its key has no button that would say so.
        self.state.say(self.words.get(if on { "said-sound-on" } else { "said-sound-off" }));
    }

    fn set_level(&mut self, level: usize) {
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

    fn leave_stage(&mut self) {
        let done = self.state.log.len();
        journey::reduce::leave(self.state);
        if self.state.log.len() != done {
            self.effects.push(Effect::Save);
        }
    }

    fn open(&mut self, open: Open, said: String) {
        self.state.overlay = None;
        self.leave_stage();
        if self.state.open != open {
            self.state.visit(open);
            self.effects.push(Effect::Save);
        }
        self.state.say(said);
    }

    fn open_level(&mut self, id: &LevelId) {
        if let Some(index) = self.pack.level_index(id) {
            let said = self.pack.levels()[index].name.clone();
            self.open(Open::Level(id.clone()), said);
        }
    }

    fn open_district(&mut self, id: &DistrictId) {
        if let Some(district) = self.pack.district(id) {
            self.effects.push(Effect::FlyToDistrict(id.clone()));
            self.open(Open::District(id.clone()), district.name.clone());
        }
    }

    fn open_its_district(&mut self) {
        let building = self.state.open_building(self.pack);
        let building = building.or_else(|| self.state.focus.as_ref().and_then(|id| self.pack.building(id)));
        let district = building.map_or(&self.pack.districts()[0], |building| self.pack.district_of(building));
        self.open_district(&district.id);
    }

    fn open_building(&mut self, id: &BuildingId) {
        if let Some(building) = self.pack.building(id) {
            let floor = building.top_floor_at(self.state.level).unwrap_or(&building.floors[0]);
            // One begins at the ground: the story of a building reads upward.
            let floor = if building.floors[0].level <= self.state.level { &building.floors[0] } else { floor };
            self.open_at(building, &floor.id);
        }
    }

    fn open_floor(&mut self, id: &FloorId) {
        if let Some((building, _)) = self.pack.floor(id) {
            self.open_at(building, id);
        }
    }

    fn open_at(&mut self, building: &Building, floor: &FloorId) {
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

    fn read(&mut self, floor: &FloorId) {
        if self.state.record.floor(floor).read.is_none() {
            self.state.add(Deed::Floor(floor.clone(), Act::Read));
            self.effects.push(Effect::Save);
        }
    }

    fn step_floor(&mut self, step: Step) {
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

    fn focus(&mut self, step: Step) {
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

    fn toggle(&mut self, overlay: Overlay) {
        self.state.overlay = if self.state.overlay == Some(overlay) { None } else { Some(overlay) };
    }
}
