//! What a presenter wants, done.

use super::record;
use super::show::{Aside, Beat, Running, Show};
use super::wish::Present;
use crate::domain::content::Pack;
use crate::domain::content::tour::At;
use crate::domain::id::BuildingId;
use crate::domain::save::Open;
use crate::view::intent::{Intent, Step};
use crate::view::journey;
use crate::view::reduce::Effect;
use crate::view::state::{Overlay, State};
use crate::view::words::Words;

/// Does what a presenter wants, and says what it asks of the world outside. Nothing of it counts as read.
pub fn present(state: &mut State, wish: &Present, pack: &Pack, words: &Words) -> Vec<Effect> {
    let mut presenter = Presenter { state, pack, words, effects: Vec::new() };
    presenter.run(wish);
    presenter.effects
}

/// Whoever wants something else while a tour is shown has strayed from it. What is about the window and not about the
/// city is no straying.
pub fn stray(state: &mut State, intent: &Intent) {
    let stays = matches!(
        intent,
        Intent::Present(_)
            | Intent::Follow(_)
            | Intent::Share(_)
            | Intent::Dismiss(_)
            | Intent::ToggleSettings
            | Intent::ToggleSound
            | Intent::ToggleMap
            | Intent::ToggleList
            | Intent::SetSound(_)
            | Intent::SetVolume(..)
            | Intent::SetText(_)
            | Intent::StepText(_)
            | Intent::SetMotion(_)
            | Intent::SetTheme(_)
            | Intent::SetQuality(_)
            | Intent::SetAmbience(_)
            | Intent::SkipMotion
    );
    let Some(show) = state.show.as_mut().filter(|show| !stays && show.running != Running::Strayed) else { return };
    show.was_auto = show.running == Running::Auto;
    show.running = Running::Strayed;
}

/// Whether the view may be another after an intent. One for the camera changes nothing of it, unless it strays from a
/// tour.
pub fn needs_view(intent: &Intent, state: &State) -> bool {
    let strays = || state.show.as_ref().is_some_and(|show| show.running != Running::Strayed);
    !intent.is_for_the_camera() || strays()
}

struct Presenter<'a> {
    state: &'a mut State,
    pack: &'a Pack,
    words: &'a Words,
    effects: Vec<Effect>,
}

impl Presenter<'_> {
    fn run(&mut self, wish: &Present) {
        match wish {
            Present::Choose => {
                let is_open = self.state.overlay == Some(Overlay::Tours);
                self.state.overlay = (!is_open).then_some(Overlay::Tours);
            }
            Present::Start(tour) => self.start(tour, None),
            Present::StartAt(tour, stop) => self.start(tour, Some(stop)),
            Present::Missing(city) => self.pass_over(city),
            Present::Record(wish) => {
                self.effects.extend(record::record(self.state, wish, self.pack, self.words));
            }
            Present::Projector => self.state.toggle_projector(),
            Present::Speaker => self.effects.push(Effect::ToggleSpeaker),
            _ => {
                // It is given back unless the showing ends.
                let Some(show) = self.state.show.take() else { return };
                self.lead(show, wish);
            }
        }
    }

    /// What there is to want of a running show.
    fn lead(&mut self, mut show: Show, wish: &Present) {
        let last = show.tour.stops.len() - 1;
        match wish {
            Present::Next => return self.next(show),
            Present::Previous => return self.previous(show),
            Present::First => return self.jump(show, 0),
            Present::Last => return self.jump(show, last),
            Present::Jump(number) if (1..=last + 1).contains(number) => return self.jump(show, number - 1),
            Present::Restart => {
                show.clear_hands();
                (show.began, show.blank, show.code) = (self.state.now, false, false);
                return self.jump(show, 0);
            }
            Present::Resume => {
                let (stop, beat) = self.nearest(&show);
                return self.go(show, stop, beat, Step::Next);
            }
            Present::Arrive if show.running != Running::Strayed => {
                self.head_for(&mut show);
            }
            Present::End => return self.end(&show),
            Present::Autoplay => {
                let auto = show.running == Running::Auto || (show.running == Running::Strayed && show.was_auto);
                let (stop, beat) = (show.stop, show.beat);
                let strayed = show.running == Running::Strayed;
                (show.running, show.beat_began) = (if auto { Running::Led } else { Running::Auto }, self.state.now);
                show.was_auto = !auto;
                self.state.say(self.words.get(if auto { "said-tour-led" } else { "said-tour-auto" }));
                if strayed {
                    show.running = Running::Strayed;
                    return self.go(show, stop, beat, Step::Next);
                }
            }
            Present::Blank => {
                show.blank ^= true;
                show.beat_began = self.state.now;
                self.state.say(self.words.get(if show.blank { "said-tour-dark" } else { "said-tour-light" }));
            }
            Present::Code => show.code ^= true,
            Present::Hands(answer, count) => {
                if let Some(hands) = show.hands[show.stop].get_mut(*answer) {
                    *hands = *count;
                }
            }
            _ => {}
        }
        self.state.show = Some(show);
    }

    fn start(&mut self, tour: &str, stop: Option<&str>) {
        let Some(tour) = self.pack.tour(tour).filter(|tour| !tour.stops.is_empty()) else { return };
        let at = stop.and_then(|id| tour.stops.iter().position(|stop| stop.id == id)).unwrap_or(0);
        let now = Aside { level: self.state.level, open: self.state.open.clone() };
        // Whoever goes from tour to tour comes back to what was before the first one.
        let aside = self.state.show.take().map_or(now, |show| show.aside);
        let mut show = Show::new(tour.clone(), self.pack.id(), aside, self.state.now);
        // Nobody is there yet.
        show.running = Running::Strayed;
        self.jump(show, at);
    }

    fn next(&mut self, mut show: Show) {
        if show.beat == Beat::Ask {
            let stop = show.stop;
            return self.go(show, stop, Beat::Told, Step::Next);
        }
        match show.reachable(show.stop + 1, Step::Next) {
            Some(stop) => self.jump(show, stop),
            // A tour that goes on by itself begins anew: somebody else stands there by then.
            None if show.running == Running::Auto => {
                show.clear_hands();
                self.jump(show, 0);
            }
            None => {
                let (stop, beat) = (show.stop, show.beat);
                self.go(show, stop, beat, Step::Next);
            }
        }
    }

    fn previous(&mut self, show: Show) {
        let (stop, beat) = (show.stop, show.beat);
        if beat != show.first_beat(stop) {
            return self.go(show, stop, Beat::Ask, Step::Previous);
        }
        match stop.checked_sub(1).and_then(|before| show.reachable(before, Step::Previous)) {
            Some(before) => self.go(show, before, Beat::Told, Step::Previous),
            None => self.go(show, stop, beat, Step::Previous),
        }
    }

    fn jump(&mut self, show: Show, stop: usize) {
        let beat = show.first_beat(stop);
        self.go(show, stop, beat, Step::Next);
    }

    /// To a beat of a stop, or to the nearest one that can be shown.
    fn go(&mut self, mut show: Show, stop: usize, beat: Beat, heading: Step) {
        let back = match heading {
            Step::Next => Step::Previous,
            Step::Previous => Step::Next,
        };
        let Some(to) = show.reachable(stop, heading).or_else(|| show.reachable(stop, back)) else {
            return self.end(&show);
        };
        let beat = if to == stop { beat } else { show.first_beat(to) };
        let is_there = show.stop == to && show.running != Running::Strayed;
        let stays = is_there && show.beat == beat;
        (show.stop, show.beat, show.heading) = (to, beat, heading);
        if show.running == Running::Strayed {
            show.running = if show.was_auto { Running::Auto } else { Running::Led };
        }
        self.close_all();
        if !stays {
            show.beat_began = self.state.now;
        }
        if is_there {
            self.say(&show);
        } else {
            show.code = false;
            self.head_for(&mut show);
        }
        self.state.show = Some(show);
    }

    /// To the present stop, through the gate of its city where that is another one.
    fn head_for(&mut self, show: &mut Show) {
        let city = show.city(show.stop);
        if city == self.pack.id() {
            self.arrive(show);
        } else {
            let arrive = Box::new(Intent::Present(Present::Arrive));
            self.effects.push(Effect::OpenCityFor(city.to_owned(), arrive));
        }
    }

    /// The city is left alone: what is shown has its own place.
    fn close_all(&mut self) {
        (self.state.overlay, self.state.search, self.state.open) = (None, None, Open::Nothing);
        self.effects.extend(journey::reduce::leave(self.state));
    }

    /// Shows the present stop in its city.
    fn arrive(&mut self, show: &mut Show) {
        show.beat_began = self.state.now;
        self.close_all();
        if let Some(level) = show.level(show.stop).and_then(|id| self.pack.level_index(id)) {
            self.state.level = level;
        }
        let stop = show.stop();
        let building = stop.at.as_ref().and_then(At::building);
        self.state.focus = building.and_then(|id| self.standing(id));
        self.effects.push(match (stop.view, &stop.at, building) {
            (Some(pose), ..) => Effect::FlyTo(pose),
            (_, _, Some(building)) => Effect::FlyToBuilding(building.clone()),
            (_, Some(At::District(district)), _) => Effect::FlyToDistrict(district.clone()),
            _ => Effect::FlyHome,
        });
        self.say(show);
    }

    fn standing(&self, id: &BuildingId) -> Option<BuildingId> {
        let building = self.pack.building(id)?;
        building.stands_at(self.state.level).then(|| id.clone())
    }

    fn say(&mut self, show: &Show) {
        let stop = show.stop();
        let said = match (&stop.question, show.beat) {
            (Some(question), Beat::Ask) => format!("{} {}", stop.caption, question.ask),
            (Some(question), Beat::Told) => question.reveal.clone(),
            (None, _) => stop.caption.clone(),
        };
        self.state.say(said);
    }

    /// A city that is not there, or cannot be opened.
    fn pass_over(&mut self, city: &str) {
        let Some(mut show) =
            self.state.show.take_if(|show| show.running != Running::Strayed && show.city(show.stop) == city)
        else {
            return;
        };
        if !show.missing.iter().any(|known| known == city) {
            show.missing.push(city.to_owned());
            self.state.notify(self.words.with("tour-city-missing", &[("name", city.into())]));
        }
        let (stop, beat, heading) = (show.stop, show.beat, show.heading);
        self.go(show, stop, beat, heading);
    }

    /// Back to how everything stood.
    fn end(&mut self, show: &Show) {
        self.close_all();
        self.state.level = show.aside.level.min(self.pack.levels().len() - 1);
        if self.state.knows(&show.aside.open, self.pack) {
            self.state.open = show.aside.open.clone();
        }
        self.state.lose_focus(self.pack);
        self.state.say(self.words.get("said-tour-end"));
        self.effects.push(Effect::Save);
        if show.pack != self.pack.id() {
            self.effects.push(Effect::OpenCity(show.pack.clone()));
        }
    }

    /// The stop nearest to where one has strayed, and its beat: of the same floor, building, district or level, in this
    /// order; where there is none, the present one.
    fn nearest(&self, show: &Show) -> (usize, Beat) {
        let (mut to, mut near) = (show.stop, (0, std::cmp::Reverse(0)));
        for stop in (0..show.tour.stops.len()).filter(|stop| show.city(*stop) == self.pack.id()) {
            let found = (self.likeness(show, stop), std::cmp::Reverse(stop.abs_diff(show.stop)));
            if found.0 > 0 && found > near {
                (to, near) = (stop, found);
            }
        }
        (to, if to == show.stop { show.beat } else { show.first_beat(to) })
    }

    /// How like a stop is to what is open now; 0 where they have nothing in common.
    fn likeness(&self, show: &Show, stop: usize) -> u8 {
        let open = self.state.open_building(self.pack);
        let building = show.tour.stops[stop].at.as_ref().and_then(At::building).and_then(|id| self.pack.building(id));
        let district = match (&show.tour.stops[stop].at, building) {
            (Some(At::District(id)), _) => Some(id),
            (_, Some(building)) => Some(&self.pack.district_of(building).id),
            _ => None,
        };
        let open_district = match (&self.state.open, open) {
            (Open::District(id), _) => Some(id),
            (_, Some(building)) => Some(&self.pack.district_of(building).id),
            _ => None,
        };
        let open_level = match &self.state.open {
            Open::Level(id) => id,
            _ => &self.pack.levels()[self.state.level].id,
        };
        let floor = self.state.open_floor(self.pack).map(|(_, floor)| &floor.id);
        let is_floor = matches!((&show.tour.stops[stop].at, floor), (Some(At::Floor(id)), Some(open)) if id == open);
        let is_building = open.is_some() && open.map(|one| &one.id) == building.map(|one| &one.id);
        match () {
            () if is_floor => 4,
            () if is_building => 3,
            () if open_district.is_some() && open_district == district => 2,
            () if show.level(stop) == Some(open_level) => 1,
            () => 0,
        }
    }
}
