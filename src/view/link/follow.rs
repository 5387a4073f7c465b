//! Where a link leads from here, as what one would have wanted step by step.

use super::{Ignored, Link, Over, Tour, guest};
use crate::domain::content::Pack;
use crate::domain::save::Open;
use crate::view::intent::Intent;
use crate::view::journey::{self, Stage};
use crate::view::present::Present;
use crate::view::reduce::Effect;
use crate::view::state::State;
use crate::view::words::Words;

/// What one wants who follows a link.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Way {
    /// One after another.
    pub intents: Vec<Intent>,
    /// Behind them.
    pub effects: Vec<Effect>,
}

/// The way to where `text` leads. What of it is not known is told in one notice, and the rest is followed; a link that
/// names another city is followed there.
pub fn follow(state: &mut State, text: &str, pack: &Pack, words: &Words) -> Way {
    let (link, mut ignored) = Link::read(text);
    let way = match &link.pack {
        _ if let Some(jump) = within_show(state, &link) => {
            (state.overlay, state.search) = (None, None);
            Way { intents: vec![jump], ..Way::default() }
        }
        Some(city) if city != pack.id() => elsewhere(state, city.clone(), &link),
        _ if Link { pack: None, ..link.clone() } == Link::default() => Way::default(),
        _ => here(state, &link, pack, words, &mut ignored),
    };
    tell(state, &ignored, words);
    way
}

/// The way within the tour that is being shown, whatever city it is in: it goes on, with its clock and its hands.
fn within_show(state: &State, link: &Link) -> Option<Intent> {
    let (show, tour) = (state.show.as_ref()?, link.tour.as_ref()?);
    let is_same = show.tour.id == tour.id && link.pack.as_ref().is_none_or(|pack| *pack == show.pack);
    let stop = show.tour.stops.iter().position(|stop| Some(&stop.id) == tour.stop.as_ref())?;
    is_same.then_some(Intent::Present(Present::Jump(stop + 1)))
}

/// Has the city stand at a link's level from the first: nothing need rise for whoever comes by the link.
pub fn begin(state: &mut State, text: &str, pack: &Pack) {
    let link = Link::read(text).0;
    let is_here = link.pack.is_none_or(|city| city == pack.id());
    if let Some(level) = link.level.and_then(|id| pack.level_index(&id)).filter(|_| is_here && link.with.is_none()) {
        state.level = level;
        state.lose_focus(pack);
    }
}

fn elsewhere(state: &mut State, city: String, link: &Link) -> Way {
    let raised = journey::reduce::leave(state);
    (state.overlay, state.search, state.way_back) = (None, None, None);
    let rest = Intent::Follow(Link { pack: None, ..link.clone() }.write());
    let effects = [Effect::OpenCityFor(city, Box::new(rest))].into_iter().chain(raised).collect();
    Way { intents: Vec::new(), effects }
}

fn here(state: &mut State, link: &Link, pack: &Pack, words: &Words, ignored: &mut Vec<Ignored>) -> Way {
    (state.overlay, state.search) = (None, None);
    let mut way = Way::default();
    if let Some(progress) = &link.with {
        guest::call(state, progress, pack, words);
        way.effects.push(Effect::Save);
    } else if guest::go_home(state, pack, words) {
        way.effects.push(Effect::Save);
    }
    if let Some(level) = &link.level {
        if pack.level_index(level).is_some() {
            way.intents.push(Intent::SetLevel(level.clone()));
        } else {
            ignored.push(Ignored::part("level", level));
        }
    }
    way.intents.extend(open(state, &link.open, pack, ignored));
    way.intents.extend(link.tour.as_ref().and_then(|tour| start(tour, pack, ignored)));
    way.intents.extend(link.overlay.map(over));
    way.effects.extend(link.view.map(Effect::FlyTo));
    way
}

fn open(state: &State, open: &Open, pack: &Pack, ignored: &mut Vec<Ignored>) -> Vec<Intent> {
    if !state.knows(open, pack) {
        let part = Link { open: open.clone(), ..Link::default() }.write();
        ignored.extend(part.split_once('=').map(|(key, value)| Ignored::part(key, value)));
    }
    match open {
        // Whatever is played is closed first, and then what is open.
        Open::Nothing => {
            let closes = usize::from(state.stage != Stage::City) + usize::from(state.open != Open::Nothing);
            vec![Intent::Close; closes]
        }
        Open::Level(level) => vec![Intent::OpenLevel(level.clone())],
        Open::District(district) => vec![Intent::OpenDistrict(district.clone())],
        Open::Building(_, Some(floor)) if pack.floor(floor).is_some() => vec![Intent::OpenFloor(floor.clone())],
        // A floor that the pack has lost leads to its building.
        Open::Building(building, _) => vec![Intent::OpenBuilding(building.clone())],
    }
}

/// From its stop; one that the tour has lost leads to its first.
fn start(tour: &Tour, pack: &Pack, ignored: &mut Vec<Ignored>) -> Option<Intent> {
    let Some(found) = pack.tour(&tour.id) else {
        ignored.push(Ignored::part("tour", &tour.id));
        return None;
    };
    let has = |stop: &&String| found.stops.iter().any(|there| there.id == **stop);
    let stop = tour.stop.as_ref().filter(has);
    if let (Some(lost), None) = (&tour.stop, stop) {
        ignored.push(Ignored::part("stop", lost));
    }
    let id = tour.id.clone();
    Some(Intent::Present(stop.map_or(Present::Start(id.clone()), |stop| Present::StartAt(id, stop.clone()))))
}

fn over(over: Over) -> Intent {
    match over {
        Over::Help => Intent::ToggleHelp,
        Over::Settings => Intent::ToggleSettings,
        Over::Legend => Intent::ToggleLegend,
        Over::Cities => Intent::ShowCities,
        Over::Tours => Intent::Present(Present::Choose),
    }
}

/// Says once what was passed over.
fn tell(state: &mut State, ignored: &[Ignored], words: &Words) {
    const NAMED: usize = 5;
    let mut parts: Vec<&str> = Vec::new();
    for ignored in ignored {
        match ignored {
            Ignored::Part(part) => parts.push(part),
            Ignored::Length(bytes) => state.notify(words.with("link-too-long", &[("bytes", (*bytes).into())])),
        }
    }
    if parts.len() > NAMED {
        parts.truncate(NAMED);
        parts.push("\u{2026}");
    }
    if !parts.is_empty() {
        state.notify(words.with("link-ignored", &[("parts", parts.join(", ").into())]));
    }
}
