//! What is the case at this moment: which level, what is open, what is marked.

use super::assess::{Desk, WayBack};
use super::brought::Brought;
use super::journey::Stage;
use super::link::{Guest, Sharing};
use super::present::{Recording, Show, show::Aside};
use super::visitor::Visitor;
use super::words::Words;
use crate::domain::content::{Building, Card, District, Floor, Pack};
use crate::domain::id::BuildingId;
use crate::domain::progress::{Author, Deed, Log, Mode, Record, rules};
use crate::domain::save::{CameraPose, Cities, City, Open, Save, lost, merge_profiles};
use crate::domain::settings::{Motion, Settings, Theme};
use std::collections::BTreeMap;

/// The state of a game in one city.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is something that the system says")]
pub struct State {
    /// Index of the level that the city stands at.
    pub level: usize,
    /// What is open for reading.
    pub open: Open,
    /// The building that has the keyboard's mark.
    pub focus: Option<BuildingId>,
    /// What was done in this city, by the profile that is played.
    pub log: Log,
    /// What follows from it; [`State::add`] keeps the two together.
    pub record: Record,
    /// How it was rated, if it is a ladder.
    pub assess: Desk,
    /// The name of the profile that is played; the first one has none.
    pub profile: String,
    /// Every profile as it was saved last, with its other cities.
    pub profiles: BTreeMap<String, Cities>,
    /// What is played in front of the city.
    pub stage: Stage,
    /// What was open before.
    pub trail: Trail,
    /// Seconds since 1970, as the system says.
    pub now: u64,
    /// Who writes during this visit: drawn by the system, so that two tabs differ.
    pub author: Author,
    /// The cities that can be chosen, as they were when they were last asked for.
    pub cities: Vec<Card>,
    /// The imported city that is to be taken away, while that is asked.
    pub removing: Option<String>,
    /// The city that one came from to read a floor of this one.
    pub way_back: Option<WayBack>,
    /// The city that is looked at beside the open one.
    pub beside: Option<String>,
    /// Somebody's city, while one looks at it; one's own waits.
    pub guest: Option<Guest>,
    /// What is chosen while one shares what is seen.
    pub sharing: Sharing,
    /// The tour that is being recorded.
    pub recording: Option<Recording>,
    /// The tour that is being shown.
    pub show: Option<Show>,
    /// Whether it is all large and bright enough for a room; where nobody has said so, it is while a tour is shown.
    pub projector: Option<bool>,
    /// Whether nothing lies over the city, so that it can be photographed.
    pub photo: bool,
    /// Who plays, if nothing of the visit is kept.
    pub visitor: Option<Visitor>,
    /// The document that was brought last, while one reads what became of it.
    pub brought: Option<Brought>,
    /// Whether a file is held over the window.
    pub dropping: bool,
    /// What lies over everything else.
    pub overlay: Option<Overlay>,
    /// The query, while the search is open.
    pub search: Option<String>,
    /// The player's choices.
    pub settings: Settings,
    /// From where the city is seen, as the system said before the last wish.
    pub sight: Option<CameraPose>,
    /// What links begin with: the page's own address, or a scheme, as the system says.
    pub home: String,
    /// Whether the system asks for less motion.
    pub system_reduces_motion: bool,
    /// Whether the system asks for dark windows.
    pub system_is_dark: bool,
    /// Whether the system asks for more contrast.
    pub system_wants_contrast: bool,
    /// Things that the player must know, oldest first.
    pub notices: Vec<String>,
    /// What a screen reader says next, and the count of such messages: equal ones are said again.
    pub said: (u64, String),
}

/// What was open before, and what is to be gone back to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail {
    /// The nearest last.
    pub back: Vec<Open>,
    /// The nearest last.
    pub forward: Vec<Open>,
}

/// How far one can go back.
const TRAIL: usize = 50;

/// What lies over everything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// The list of keys.
    Help,
    /// The settings.
    Settings,
    /// What the forms and colors of the city mean.
    Legend,
    /// All cities that can be chosen.
    Cities,
    /// What became of a document that was brought.
    Brought,
    /// The tours that can be shown.
    Tours,
    /// The link to what is seen.
    Share,
}

impl State {
    /// The state as it was saved, as far as the pack still knows of it.
    pub fn restore(save: &Save, pack: &Pack) -> Self {
        let mut state = Self { settings: save.settings, profiles: save.profiles.clone(), ..Self::default() };
        state.play_as(&save.profile, pack);
        state
    }

    /// Takes up where a profile was left in this city; one that is not known begins anew.
    pub fn play_as(&mut self, profile: &str, pack: &Pack) {
        let city = self.profiles.get(profile).and_then(|cities| cities.get(pack.id())).cloned().unwrap_or_default();
        let level = city.level.as_ref().and_then(|id| pack.level_index(id)).unwrap_or(0);
        let state = self;
        (state.profile, state.level) = (profile.to_owned(), level);
        (state.record, state.log, state.guest) = (Record::of(&city.log), city.log, None);
        state.assess = Desk::of(city.assess, state.now, pack);
        let whole_building = match &city.open {
            Open::Building(building, _) => Open::Building(building.clone(), None),
            _ => Open::Nothing,
        };
        // A floor that the pack has lost leaves its building open.
        state.open = [city.open, whole_building].into_iter().find(|open| state.knows(open, pack)).unwrap_or_default();
        let open = state.open_building(pack).filter(|building| state.has_founded(pack, building));
        state.focus = open.map(|building| building.id.clone());
        if let Some(show) = &mut state.show {
            show.aside = Aside { level, open: state.open.clone() };
        }
    }

    /// How the city is played. On a tour everything stands, whoever shows it: a room looks at the pack and not at what
    /// the presenter has done.
    pub fn mode(&self) -> Mode {
        if self.show.is_some() { Mode::Explore } else { self.record.mode }
    }

    /// Whether a building stands in the city, or at least its plinth.
    pub fn has_founded(&self, pack: &Pack, building: &Building) -> bool {
        building.stands_at(self.level)
            || (self.show.is_none() && rules::is_founded(pack, &self.record, building, self.level))
    }

    /// Whether a district has cleared its wood.
    pub fn has_cleared(&self, pack: &Pack, district: &District) -> bool {
        district.founded <= self.level
            || (self.show.is_none() && rules::is_cleared(pack, &self.record, district, self.level))
    }

    /// The keyboard's mark must not stay on a building that has gone.
    pub fn lose_focus(&mut self, pack: &Pack) {
        let stands = |id| pack.building(id).is_some_and(|building| self.has_founded(pack, building));
        if !self.focus.as_ref().is_some_and(stands) {
            self.focus = None;
        }
    }

    /// Leaves the city of `pack`: what was done there, and where one was, is kept for the next time.
    pub fn leave(&mut self, pack: &Pack, camera: Option<CameraPose>) {
        let city = self.city(pack, camera);
        self.profiles.entry(self.profile.clone()).or_default().insert(pack.id().to_owned(), city);
    }

    /// Enters the city of `pack`, as it was left.
    pub fn enter(&mut self, pack: &Pack) {
        let profile = self.profile.clone();
        self.play_as(&profile, pack);
        (self.stage, self.trail) = (Stage::City, Trail::default());
        (self.search, self.removing, self.beside) = (None, None, None);
        if let Some(show) = &mut self.show {
            // What is shown has its own place.
            self.open = Open::Nothing;
            if let Some(tour) = pack.tour(&show.tour.id).filter(|_| show.pack == pack.id()) {
                show.renew(tour);
            }
        }
        self.photo = false;
    }

    /// From where a city was seen last by the profile that is played.
    pub fn sight_of(&self, pack: &str) -> Option<CameraPose> {
        self.profiles.get(&self.profile)?.get(pack)?.camera
    }

    /// Says once what the pack has lost of what was done in this city.
    pub fn tell_losses(&mut self, pack: &Pack, words: &Words) {
        const NAMED: usize = 5;
        let city = self.profiles.get(&self.profile).and_then(|cities| cities.get(pack.id()));
        let Some(lost) = city.map(|city| lost(city, pack)).filter(|lost| !lost.is_empty()) else { return };
        let floors = lost.floors.iter().map(ToString::to_string);
        let mut names: Vec<String> = floors.chain(lost.levels.iter().map(ToString::to_string)).collect();
        let count = names.len();
        if count > NAMED {
            names.truncate(NAMED);
            names.push("\u{2026}".to_owned());
        }
        self.notify(words.with("save-lost", &[("count", count.into()), ("names", names.join(", ").into())]));
    }

    /// Opens something for reading, and remembers what was open.
    pub fn visit(&mut self, open: Open) {
        if self.open == open {
            return;
        }
        let before = std::mem::replace(&mut self.open, open);
        if before != Open::Nothing {
            self.trail.back.push(before);
            let over = self.trail.back.len().saturating_sub(TRAIL);
            self.trail.back.drain(..over);
        }
        self.trail.forward.clear();
    }

    /// Writes down what was done; in somebody's city nothing is one's own doing.
    pub fn add(&mut self, deed: Deed) {
        if self.guest.is_some() {
            return;
        }
        self.log.add(self.author, self.now, deed);
        self.record = Record::of(&self.log);
    }

    /// Adds what another tab or device has saved meanwhile.
    pub fn absorb(&mut self, save: &Save, pack: &Pack) {
        merge_profiles(&mut self.profiles, &save.profiles);
        if let Some(city) = save.profiles.get(&self.profile).and_then(|cities| cities.get(pack.id())) {
            self.log.merge(&city.log);
            if self.guest.is_none() {
                self.record = Record::of(&self.log);
            }
            self.assess.kept.merge(&city.assess);
            self.assess.refresh(self.now, pack);
        }
    }

    /// The city as it is, to be kept.
    pub fn city(&self, pack: &Pack, camera: Option<CameraPose>) -> City {
        // During a show, and in somebody's city, one's own is as it was left.
        let (level, open) = match (&self.guest, &self.show) {
            (Some(guest), _) => (guest.level, &guest.open),
            (None, Some(show)) => (show.aside.level, &show.aside.open),
            (None, None) => (self.level, &self.open),
        };
        let level = pack.levels().get(level).map(|level| level.id.clone());
        City { level, open: open.clone(), log: self.log.clone(), assess: self.assess.kept.clone(), camera }
    }

    /// What is to be saved, with `camera` as it stands, into a copy of `before`.
    pub fn save(&self, pack: &Pack, camera: CameraPose, before: &Save) -> Save {
        let mut save = Save { pack: pack.id().to_owned(), settings: self.settings, ..before.clone() };
        save.profiles = self.profiles_beside(&before.profiles);
        save.profile.clone_from(&self.profile);
        let cities = save.profiles.entry(self.profile.clone()).or_default();
        cities.insert(pack.id().to_owned(), self.city(pack, Some(camera)));
        save
    }

    /// Every profile with its cities, and of what was saved before all that is not among them.
    fn profiles_beside(&self, before: &BTreeMap<String, Cities>) -> BTreeMap<String, Cities> {
        let mut profiles = self.profiles.clone();
        merge_profiles(&mut profiles, before);
        for (name, cities) in before {
            for (pack, was) in cities {
                if let Some(city) = profiles.get_mut(name).and_then(|cities| cities.get_mut(pack)) {
                    city.camera = city.camera.or(was.camera);
                }
            }
        }
        profiles
    }

    /// Whether everything that `open` names is in the pack.
    pub fn knows(&self, open: &Open, pack: &Pack) -> bool {
        match open {
            Open::Nothing => true,
            Open::Level(level) => pack.level_index(level).is_some(),
            Open::District(district) => pack.district(district).is_some(),
            Open::Building(building, None) => pack.building(building).is_some(),
            Open::Building(building, Some(floor)) => floor.building == *building && pack.floor(floor).is_some(),
        }
    }

    /// The open building.
    pub fn open_building<'p>(&self, pack: &'p Pack) -> Option<&'p Building> {
        match &self.open {
            Open::Building(building, _) => pack.building(building),
            _ => None,
        }
    }

    /// The open floor with its building; a building that is open without a chosen floor is open at its lowest.
    pub fn open_floor<'p>(&self, pack: &'p Pack) -> Option<(&'p Building, &'p Floor)> {
        let building = self.open_building(pack)?;
        let chosen = match &self.open {
            Open::Building(_, Some(id)) => building.floors.iter().find(|floor| floor.id == *id),
            _ => None,
        };
        Some((building, chosen.or(building.floors.first())?))
    }

    /// Whether the look is that for a projector.
    pub fn projects(&self) -> bool {
        self.projector.unwrap_or(self.show.is_some())
    }

    /// The look for a projector, or the usual one.
    pub fn toggle_projector(&mut self) {
        let now = !self.projects();
        self.projector = (now != self.show.is_some()).then_some(now);
    }

    /// Whether things are to stand still.
    pub fn reduces_motion(&self) -> bool {
        match self.settings.motion {
            Motion::System => self.system_reduces_motion,
            Motion::Full => false,
            Motion::Reduced => true,
        }
    }

    /// How panels look: as chosen, or as the system asks for. Never [`Theme::System`].
    pub fn theme(&self) -> Theme {
        match self.settings.theme {
            Theme::System if self.system_wants_contrast => Theme::HighContrast,
            Theme::System if self.system_is_dark => Theme::Dark,
            Theme::System => Theme::Light,
            chosen => chosen,
        }
    }

    /// Adds a notice, unless it is there already.
    pub fn notify(&mut self, notice: impl Into<String>) {
        let notice = notice.into();
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    /// Adds a notice in place of the one that was told `before` about the same thing; nothing where that has been mended.
    pub fn notify_anew(&mut self, before: &mut Option<String>, notice: Option<String>) {
        let before = std::mem::replace(before, notice.clone());
        self.notices.retain(|there| Some(there) != before.as_ref());
        if let Some(notice) = notice {
            self.notify(notice);
        }
    }

    /// Has a screen reader say something.
    pub fn say(&mut self, text: impl Into<String>) {
        self.said = (self.said.0 + 1, text.into());
    }
}
