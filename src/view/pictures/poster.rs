//! Posters to print: one level with everything that rises at it, or one building from the ground up.

use super::art::{Art, hex};
use super::card::picture;
use super::solid::Stage;
use super::text::readable;
use super::tower::{Tower, WIDTH};
use crate::domain::content::{Body, Building, Floor, Pack};
use crate::domain::id::{BuildingId, LevelId};
use crate::domain::progress::Mode;
use crate::view::assess::Desk;
use crate::view::face;
use crate::view::journey::pages::name_of;
use crate::view::level::mark;
use crate::view::markup::plain;
use crate::view::palette::hours::Hour;
use crate::view::palette::{self, CARD, Paint};
use crate::view::state::State;
use crate::view::words::Words;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The poster of a level; `None` where the pack does not know it.
pub fn of_level(pack: &Pack, state: &State, id: &LevelId, words: &Words) -> Option<String> {
    let index = pack.level_index(id)?;
    let level = &pack.levels()[index];
    // The city as it is drawn has come to this level, however far the player is.
    let mut shown = state.clone();
    (shown.level, shown.record.mode, shown.assess) = (index, Mode::Explore, Desk::default());
    let poster = Poster { pack, words };
    let body = html! {
        header {
            p.kicker { (pack.title()) " \u{b7} " (words.with("level-kicker", &[("mark", mark(level).into())])) }
            h1 { (level.name) }
            p.lead { (plain(&level.epigraph)) }
        }
        (PreEscaped(picture(pack, &shown, words)))
        div.columns { @if pack.assessment().is_some() { (poster.areas(index)) } @else { (poster.districts(index)) } }
    };
    Some(page(words, &level.name, &body))
}

/// The poster of a building; `None` where the pack does not know it.
pub fn of_building(pack: &Pack, state: &State, id: &BuildingId, words: &Words) -> Option<String> {
    let place = pack.place_of(id)?;
    let building = &pack.buildings()[place];
    let poster = Poster { pack, words };
    let body = html! {
        header {
            p.kicker { (pack.title()) " \u{b7} " (pack.district_of(building).name) }
            h1 { (building.name) }
            @if let Some(subtitle) = &building.subtitle { p.kicker { (subtitle) } }
            p.lead { (plain(&building.reason)) }
        }
        div.beside {
            (PreEscaped(tower(pack, state, place, words)))
            div { @for floor in &building.floors { (poster.floor(floor, &poster.at_level(floor))) } }
        }
    };
    Some(page(words, &building.name, &body))
}

struct Poster<'a> {
    pack: &'a Pack,
    words: &'a Words,
}

impl Poster<'_> {
    fn districts(&self, level: usize) -> Markup {
        html! {
            @for (index, district) in self.pack.districts().iter().enumerate() {
                @let floors: Vec<_> = rising(level, self.pack.buildings_of(district)).collect();
                @if !floors.is_empty() {
                    section.group style=(colored("border-top-color", palette::of_district(index).accent)) {
                        h2 { (district.name) }
                        @for (building, floor) in floors {
                            (self.floor(floor, &name_of(building, floor, self.words)))
                        }
                    }
                }
            }
        }
    }

    /// Of a ladder: what is expected at a level, area by area.
    fn areas(&self, level: usize) -> Markup {
        html! {
            @for (building, floor) in rising(level, self.pack.buildings()) {
                section.group style=(colored("border-top-color", palette::of_district(building.district).accent)) {
                    h2 { (building.name) }
                    (self.floor(floor, ""))
                }
            }
        }
    }

    fn at_level(&self, floor: &Floor) -> String {
        let level = &self.pack.levels()[floor.level].name;
        self.words.with("poster-floor", &[("number", floor.number.into()), ("level", level.as_str().into())])
    }

    /// What is claimed on a floor and what breaks it, or what is expected there.
    fn floor(&self, floor: &Floor, heading: &str) -> Markup {
        html! {
            article.floor style=(colored("border-left-color", CARD.strata[floor.level % CARD.strata.len()])) {
                @if !heading.is_empty() { h3 { (heading) } }
                @match &floor.body {
                    Body::Lesson(lesson) => {
                        @if let Some(claim) = lesson.claim() { p.claim { (plain(claim)) } }
                        @if let Some(breaks) = lesson.refutation() {
                            p { strong { (self.words.get("poster-breaks")) } " " (plain(breaks)) }
                        }
                    }
                    Body::Criteria(criteria) => { ul { @for criterion in criteria { li { (plain(&criterion.text)) } } } }
                    Body::Unwritten => { p { (self.words.get("poster-unwritten")) } }
                }
            }
        }
    }
}

/// What rises at a level, of these buildings.
fn rising(level: usize, of: &[Building]) -> impl Iterator<Item = (&Building, &Floor)> {
    let floors = of.iter().flat_map(|building| building.floors.iter().map(move |floor| (building, floor)));
    floors.filter(move |(_, floor)| floor.level == level)
}

fn colored(what: &str, paint: Paint) -> String {
    format!("{what}:{}", hex(paint))
}

/// A building with all its floors, whatever the player has raised, by the light of noon.
fn tower(pack: &Pack, state: &State, place: usize, words: &Words) -> String {
    let mut complete = state.clone();
    (complete.level, complete.record.mode, complete.assess) = (pack.levels().len() - 1, Mode::Explore, Desk::default());
    let building = &pack.buildings()[place];
    let Some(tower) = Tower::of(pack, &complete, building, face::of(pack)[place]) else { return String::new() };
    let scale = 60.0;
    let [wide, high] = [WIDTH * 1.9 * scale, (tower.height() + 1.6) * scale];
    let mut art = Art::default();
    let stage = Stage { at: [wide / 2.0, high - 0.9 * scale], scale, hour: Hour::Noon.paint(), haze: 0.0 };
    tower.draw(&mut art, &stage, true);
    let label = words.with("poster-described", &[("name", building.name.as_str().into())]);
    html! {
        svg viewBox=(format!("0 0 {wide} {high}")) width=(wide) height=(high) role="img" stroke-width=".4" stroke-linejoin="round" {
            title { (label) }
            (PreEscaped(art.finish()))
        }
    }
    .into_string()
}

/// A page of its own: nothing is fetched, nothing runs.
fn page(words: &Words, title: &str, body: &Markup) -> String {
    let ink = format!("html{{color:{};background:{}}}", hex(CARD.ink), hex(CARD.paper));
    let page = html! {
        (DOCTYPE)
        html lang=(words.get("language")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (title) }
                style { (PreEscaped(include_str!("poster.css"))) (PreEscaped(ink)) }
            }
            body { main { (body) } }
        }
    };
    readable(&page.into_string())
}
