//! Everything that is on the screen besides the picture of the city.

use super::assess::{self, AssessCard};
use super::brought::{self, BroughtView};
use super::building::{self, BuildingView};
use super::cities::{self, CitiesView};
use super::district::{self, DistrictView};
use super::help::{self, HelpGroup};
use super::hints;
use super::intent::Intent;
use super::journey::{self, Action, StageView};
use super::legend::{self, LegendGroup};
use super::level::{self, LevelStep, LevelView};
use super::link::{self, ShareView};
use super::map::{self, MapView};
use super::outline::{self, DistrictRow};
use super::pictures::{self, PhotoView};
use super::preferences::{self, Choice};
use super::present::stand::{self, StandView};
use super::present::{self, ShowView, SpeakerView, ToursView};
use super::search::{self, SearchView};
use super::state::{Overlay, State};
use super::words::Words;
use crate::domain::content::Pack;
use crate::domain::save::Open;
use std::sync::Arc;

/// What is on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct CityView {
    /// The city's name.
    pub title: String,
    /// What this city is.
    pub summary: String,
    /// The level bar.
    pub levels: Vec<LevelStep>,
    /// Index of the present level in it.
    pub level: usize,
    /// The whole city as a tree. From one view to the next, districts that have not changed are the same ones.
    pub outline: Vec<Arc<DistrictRow>>,
    /// What is open for reading.
    pub panel: Panel,
    /// What is played, in front of what is open.
    pub stage: Option<StageView>,
    /// The one recommended next step, and its reason.
    pub advice: (Action, String),
    /// What else the journey offers.
    pub journey: Vec<Action>,
    /// Where an assessment stands; nothing where there is no ladder.
    pub assess: Option<AssessCard>,
    /// Back to one's own city, or to the one that one came from to read a floor of this one.
    pub way_back: Option<Action>,
    /// The list of keys, if it is open.
    pub help: Option<Vec<HelpGroup>>,
    /// The settings, if they are open.
    pub settings: Option<Vec<Choice>>,
    /// What the forms and colors of the city mean, if that is open.
    pub legend: Option<Vec<LegendGroup>>,
    /// The cities that can be chosen, if they are shown.
    pub cities: Option<CitiesView>,
    /// The tours that can be shown, if one is to be chosen.
    pub tours: Option<ToursView>,
    /// What a room sees of the tour that is shown.
    pub show: Option<ShowView>,
    /// What its speaker sees.
    pub speaker: Option<SpeakerView>,
    /// What is left of all this while one takes a photograph.
    pub photo: Option<PhotoView>,
    /// What became of a document that was brought, if that is open.
    pub brought: Option<BroughtView>,
    /// The link to what is seen, if it is shared.
    pub share: Option<ShareView>,
    /// What may be dropped, while a file is held over the window.
    pub drop: Option<String>,
    /// What a stand says over the city.
    pub stand: Option<StandView>,
    /// The small map, unless it is put away.
    pub map: Option<MapView>,
    /// The search, if it is open.
    pub search: Option<SearchView>,
    /// Whether the list of text is shown beside the picture.
    pub list: bool,
    /// Things that the player must know.
    pub notices: Vec<Notice>,
    /// What a screen reader says next; a new count says it again.
    pub said: (u64, String),
}

/// Something that the player must know.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// In words.
    pub text: String,
    /// What wants it gone.
    pub dismiss: Intent,
}

/// What is open for reading.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the views say what they are")]
pub enum Panel {
    None,
    Level(LevelView),
    District(DistrictView),
    Building(Box<BuildingView>),
}

/// The view of a state.
pub fn city(pack: &Pack, state: &State, words: &Words) -> CityView {
    city_after(None, pack, state, words)
}

/// The view of a state, with as much of the view before it as still holds: the work grows with what changes, and not
/// with the city.
pub fn city_after(before: Option<&CityView>, pack: &Pack, state: &State, words: &Words) -> CityView {
    let before = before.map_or(&[][..], |before| &before.outline);
    CityView {
        title: pack.title().to_owned(),
        summary: pack.summary().to_owned(),
        levels: level::steps(pack, state, words),
        level: state.level,
        outline: outline::tree(before, pack, state, words),
        panel: panel(pack, state, words),
        stage: journey::stage_view(pack, state, words),
        advice: journey::advised(pack, state, words),
        journey: [journey::menu(state, words), journey::more(state, words)].concat(),
        assess: assess::card::card(pack, state, words),
        way_back: way_back(state, words),
        help: (state.overlay == Some(Overlay::Help)).then(|| help::keys(words)),
        settings: (state.overlay == Some(Overlay::Settings)).then(|| preferences::choices(&state.settings, words)),
        legend: (state.overlay == Some(Overlay::Legend)).then(|| legend::groups(pack, words)),
        cities: (state.overlay == Some(Overlay::Cities)).then(|| cities::view(pack, state, words)),
        tours: present::choose::tours(pack, state, words),
        show: present::view::show(pack, state, words),
        speaker: present::view::speaker(state, words),
        photo: pictures::page::photo(state, words),
        brought: brought::view(pack, state, words),
        share: link::share::view(pack, state, words),
        drop: (state.dropping && state.visitor.is_none()).then(|| words.get("drop-hint")),
        stand: state.stand().and_then(|stand| stand::view(stand, words)),
        map: (state.settings.map && state.show.is_none()).then(|| map::of(pack, state)),
        search: search::view(pack, state, words),
        list: state.settings.list,
        notices: notices(pack, state, words),
        said: state.said.clone(),
    }
}

/// Back to one's own city, or to the one that one came from.
pub fn way_back(state: &State, words: &Words) -> Option<Action> {
    link::guest::way_back(state, words).or_else(|| assess::elsewhere::way_back(state, words))
}

/// What the player must know. A room that is shown a tour must know nothing: all of it waits.
fn notices(pack: &Pack, state: &State, words: &Words) -> Vec<Notice> {
    if state.show.is_some() {
        return Vec::new();
    }
    let all = state.notices.iter().enumerate().filter(|(_, text)| !hints::waits(pack, state, text, words));
    all.map(|(index, text)| Notice { text: text.clone(), dismiss: Intent::Dismiss(index) }).collect()
}

fn panel(pack: &Pack, state: &State, words: &Words) -> Panel {
    let panel = match &state.open {
        Open::Nothing => None,
        Open::Level(id) => pack.level_index(id).map(|index| Panel::Level(level::identity(pack, index, words))),
        Open::District(id) => pack.district(id).map(|found| Panel::District(district::sign(pack, found, state, words))),
        Open::Building(..) => building::open(pack, state, words).map(|view| Panel::Building(Box::new(view))),
    };
    panel.unwrap_or(Panel::None)
}
