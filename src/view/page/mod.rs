//! The city as HTML: all of its text for the page before the game has started, and the accessible mirror
//! of the running game. Both are made of the same pieces.

mod assess;
mod brought;
mod cities;
mod document;
mod search;
mod show;
mod speaker;
mod share;
mod stage;
mod stand;

pub use document::document;
pub use speaker::speaker;

use crate::domain::content::Pack;
use crate::view::building::{BuildingView, FloorView, Part, Section};
use crate::view::city::{CityView, Panel};
use crate::view::district::DistrictView;
use crate::view::intent::{CameraMove, Intent, Step};
use crate::view::legend::LegendGroup;
use crate::view::level::{LevelPlace, LevelView};
use crate::view::link::Share;
use crate::view::markup::{self, Style};
use crate::view::outline::{BuildingRow, DistrictRow};
use crate::view::preferences::Choice;
use crate::view::present::Present;
use crate::view::state::State;
use crate::view::words::Words;
use maud::{Markup, html};
use std::sync::Arc;

/// All of a pack's text as the inside of `<main>`: readable without the game and without scripts.
pub fn static_city(pack: &Pack, words: &Words) -> String {
    html! { (opening(pack)) (city_text(pack, words, false)) }.into_string()
}

fn opening(pack: &Pack) -> Markup {
    html! {
        h1 { (pack.title()) }
        p.summary { (pack.summary()) }
    }
}

/// Levels, districts and buildings. Floors are open where they are to be read through, or printed.
fn city_text(pack: &Pack, words: &Words, open: bool) -> Markup {
    let top = pack.levels().len() - 1;
    let whole = State { level: top, ..State::default() };
    html! {
        section aria-label=(words.get("landmark-levels")) {
            @for index in 0..=top { (level_view(&crate::view::level::identity(pack, index, words), words)) }
        }
        @for district in pack.districts() {
            section.district id=(district.id) {
                (district_view(&crate::view::district::sign(pack, district, &whole, words), words, false))
                @for building in pack.buildings_of(district) {
                    article.building id=(building.id) {
                        h3 { (building.name) @if let Some(subtitle) = &building.subtitle { " " small { (subtitle) } } }
                        p { (running(&building.reason)) }
                        @for floor in &building.floors {
                            @let view = crate::view::building::floor_view(pack, building, floor, &whole, words);
                            details id=(floor.id) open[open] {
                                summary { (view.title) }
                                (sections(&view, words))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The mirror: the same view as the panels show, with a button for every action.
pub fn mirror(view: &CityView, words: &Words) -> String {
    Mirror::default().html(view, words)
}

/// Makes the mirror again and again, and of the tree only those districts that have changed.
#[derive(Default)]
pub struct Mirror {
    outline: Vec<(Arc<DistrictRow>, Markup)>,
}

impl Mirror {
    /// The mirror of a view.
    pub fn html(&mut self, view: &CityView, words: &Words) -> String {
        let mut before = std::mem::take(&mut self.outline).into_iter();
        let row = |row: &Arc<DistrictRow>| {
            let kept = before.next().filter(|(before, _)| Arc::ptr_eq(before, row));
            kept.unwrap_or_else(|| (row.clone(), district_row(row, words)))
        };
        self.outline = view.outline.iter().map(row).collect();
        mirror_with(view, &self.outline, words)
    }
}

fn mirror_with(view: &CityView, rows: &[(Arc<DistrictRow>, Markup)], words: &Words) -> String {
    if let Some(photo) = &view.photo {
        let page = html! {
            h1 { (view.title) }
            p { (photo.hint) }
            (button(&photo.take.label, &photo.take.intent))
            (button(&photo.end.label, &photo.end.intent))
        };
        return page.into_string();
    }
    let page = html! {
        h1 { (view.title) }
        p.summary { (view.summary) }
        @if let Some(hint) = &view.drop { p role="status" { (hint) } }
        @if let Some(stand) = &view.stand { (stand::stand(stand, words)) }
        @if !view.notices.is_empty() {
            section aria-label=(words.get("landmark-notices")) {
                @for notice in &view.notices {
                    p role="alert" { (notice.text) " " (button(&words.get("action-dismiss"), &notice.dismiss)) }
                }
            }
        }
        @if let Some(back) = &view.way_back { p { (button(&back.label, &back.intent)) } }
        @if let Some(brought) = &view.brought { (brought::brought(brought, words)) }
        @if let Some(show) = &view.show { (show::show(show, words)) }
        (search::search(view, words))
        (levels(view, words))
        (stage::journey(view, words))
        @if let Some(card) = &view.assess { (assess::card(card, words)) }
        @if let Some(played) = &view.stage { (stage::stage(played, words)) }
        (reading(view, words))
        (outline(rows, words))
        (actions(view, words))
    };
    page.into_string()
}

fn button(label: &str, intent: &Intent) -> Markup {
    html! { button type="button" data-intent=(intent.to_text()) { (label) } }
}

fn pressed(label: &str, intent: &Intent, pressed: bool) -> Markup {
    html! {
        button type="button" data-intent=(intent.to_text()) aria-pressed=(if pressed { "true" } else { "false" }) { (label) }
    }
}

fn levels(view: &CityView, words: &Words) -> Markup {
    html! {
        nav aria-label=(words.get("landmark-levels")) {
            (button(&words.get("action-previous-level"), &Intent::PreviousLevel))
            (button(&words.get("action-next-level"), &Intent::NextLevel))
            ol {
                @for step in &view.levels {
                    li {
                        @let current = step.place == LevelPlace::Current;
                        button type="button" data-intent=(step.intent.to_text()) aria-current=[current.then_some("step")] { (step.label) }
                    }
                }
            }
            (button(&words.with("level-portrait", &[]), &Intent::OpenItsLevel))
        }
    }
}

fn reading(view: &CityView, words: &Words) -> Markup {
    html! {
        section aria-label=(words.get("landmark-reading")) {
            @match &view.panel {
                Panel::None => {}
                Panel::Level(level) => (level_view(level, words)),
                Panel::District(district) => (district_view(district, words, true)),
                Panel::Building(building) => (building_view(building, words)),
            }
            @if view.panel != Panel::None { (button(&words.get("action-close"), &Intent::Close)) }
        }
    }
}

fn level_view(level: &LevelView, words: &Words) -> Markup {
    html! {
        article.level {
            h2 { span.kicker { (level.kicker) } " " (level.name) }
            p.epigraph { (running(&level.epigraph)) }
            (paragraphs(&level.portrait))
            ul aria-label=(words.get("landmark-levels")) { @for line in &level.brings { li { (line) } } }
        }
    }
}

fn district_view(district: &DistrictView, words: &Words, links: bool) -> Markup {
    html! {
        h2 { (district.name) }
        p.kicker { (district.kicker) }
        p.tagline { (district.tagline) }
        h3 { (words.get("district-why-now")) }
        (paragraphs(&district.why_now))
        @if links {
            h3 { (words.get("district-buildings")) }
            ul { @for building in &district.buildings { li { (button(&building.name, &building.intent)) " " (building.status) } } }
        }
    }
}

fn building_view(building: &BuildingView, words: &Words) -> Markup {
    html! {
        h2 id=(building.floor.id.building) { (building.name) @if let Some(subtitle) = &building.subtitle { " " small { (subtitle) } } }
        p { (button(&building.district, &building.open_district)) " " (building.status) }
        h3 { (words.get("building-reason")) }
        p { (running(&building.reason)) }
        h3 { (words.get("building-floors")) }
        ul {
            @for storey in &building.column {
                li {
                    @match &storey.intent {
                        Some(intent) => (pressed(&storey.label, intent, storey.open)),
                        None => (storey.label),
                    }
                }
            }
        }
        h3 id=(building.floor.id) { (building.floor.title) }
        @if let Some(note) = &building.floor.note { p { (note) } }
        (sections_of(&building.floor, building.ratings.is_empty(), words))
        @if !building.ratings.is_empty() { (assess::ratings(&building.ratings, words)) }
        @for action in &building.actions { (button(&action.label, &action.intent)) }
        @if building.floor.previous.is_some() { (button(&words.get("action-floor-below"), &Intent::StepFloor(Step::Previous))) }
        @if building.floor.next.is_some() { (button(&words.get("action-floor-above"), &Intent::StepFloor(Step::Next))) }
        @if !building.floor.related.is_empty() {
            h4 { (words.get("floor-related")) }
            ul { @for (label, intent) in &building.floor.related { li { (button(label, intent)) } } }
        }
    }
}

fn sections(floor: &FloorView, words: &Words) -> Markup {
    sections_of(floor, true, words)
}

/// A floor's text; criteria that are rated stand elsewhere.
fn sections_of(floor: &FloorView, with_criteria: bool, words: &Words) -> Markup {
    html! {
        @if let Some(unwritten) = &floor.unwritten { p { (unwritten) } }
        @for section in floor.sections.iter().filter(|section| with_criteria || section.part != Part::Criteria) {
            (section_view(section))
        }
        @if !floor.terms.is_empty() {
            h4 { (words.get("floor-terms")) }
            dl { @for term in &floor.terms { dt { dfn { (term.term) } } dd { (term.means) } } }
        }
    }
}

fn section_view(section: &Section) -> Markup {
    html! {
        h4 { (section.heading) }
        @if section.part == Part::Criteria {
            ul { @for entry in &section.entries { li { (running(entry)) } } }
        } @else {
            @for entry in &section.entries { (paragraphs(entry)) }
        }
    }
}

fn outline(districts: &[(Arc<DistrictRow>, Markup)], words: &Words) -> Markup {
    html! {
        nav aria-label=(words.get("landmark-outline")) {
            ul { @for (_, html) in districts { (html) } }
        }
    }
}

fn district_row(district: &DistrictRow, words: &Words) -> Markup {
    html! {
        li {
            (button(&district.name, &district.intent))
            @if let Some(ahead) = &district.ahead { " " span { (ahead) } }
            @if !district.buildings.is_empty() {
                ul { @for building in &district.buildings { (building_row(building, words)) } }
            }
        }
    }
}

fn building_row(building: &BuildingRow, words: &Words) -> Markup {
    html! {
        li {
            (pressed(&building.name, &building.intent, building.open))
            " " span { (building.status) }
            details {
                summary { (words.get("building-floors")) span.hidden { ": " (building.name) } }
                ul {
                    @for floor in &building.floors {
                        @if let Some(intent) = &floor.intent {
                            li.(if floor.standing.is_up() { "risen" } else { "outline" }) {
                                (pressed(&floor.label, intent, floor.open))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn actions(view: &CityView, words: &Words) -> Markup {
    const TURN: f32 = 0.4;
    let camera = [
        ("action-home", Intent::Home),
        ("action-zoom-in", Intent::Move(CameraMove::Zoom(0.8))),
        ("action-zoom-out", Intent::Move(CameraMove::Zoom(1.25))),
        ("action-orbit-left", Intent::Move(CameraMove::Orbit(TURN, 0.0))),
        ("action-orbit-right", Intent::Move(CameraMove::Orbit(-TURN, 0.0))),
        ("action-north", Intent::Move(CameraMove::North)),
        ("action-skip", Intent::SkipMotion),
    ];
    html! {
        section aria-label=(words.get("landmark-view")) {
            @for (label, intent) in &camera { (button(&words.get(label), intent)) }
            (pressed(&words.get("action-map"), &Intent::ToggleMap, view.map.is_some()))
        }
        section aria-label=(words.get("landmark-actions")) {
            (button(&words.get("action-text-larger"), &Intent::StepText(Step::Next)))
            (button(&words.get("action-text-smaller"), &Intent::StepText(Step::Previous)))
            (pressed(&words.get("action-list"), &Intent::ToggleList, view.list))
            (pressed(&words.get("action-help"), &Intent::ToggleHelp, view.help.is_some()))
            (pressed(&words.get("action-cities"), &Intent::ShowCities, view.cities.is_some()))
            (pressed(&words.get("action-tours"), &Intent::Present(Present::Choose), view.tours.is_some()))
            (pressed(&words.get("action-share"), &Intent::Share(Share::Toggle), view.share.is_some()))
            (pressed(&words.get("action-legend"), &Intent::ToggleLegend, view.legend.is_some()))
            (pressed(&words.get("action-settings"), &Intent::ToggleSettings, view.settings.is_some()))
            @if let Some(shared) = &view.share { (share::share(shared, words)) }
            @if let Some(choice) = &view.cities { (cities::cities(choice, words)) }
            @if let Some(choice) = &view.tours { (show::tours(choice, words)) }
            @for group in view.legend.iter().flatten() { (legend(group)) }
            @if let Some(groups) = &view.help {
                @for group in groups {
                    h2 { (group.heading) }
                    dl { @for (keys, does) in &group.rows { dt { (keys) } dd { (does) } } }
                }
            }
            @for setting in view.settings.iter().flatten() { (choice(setting)) }
        }
    }
}

fn choice(choice: &Choice) -> Markup {
    html! {
        fieldset {
            legend { (choice.label) }
            @for option in &choice.options { (pressed(&option.label, &option.intent, option.chosen)) }
        }
    }
}

fn legend(group: &LegendGroup) -> Markup {
    html! {
        h2 { (group.heading) }
        ul { @for row in &group.rows { li { (row.text) } } }
    }
}

fn paragraphs(text: &str) -> Markup {
    html! { @for paragraph in markup::paragraphs(text) { p { (runs(&paragraph)) } } }
}

fn running(text: &str) -> Markup {
    html! { @for paragraph in markup::paragraphs(text) { (runs(&paragraph)) " " } }
}

fn runs(runs: &[markup::Run]) -> Markup {
    html! {
        @for run in runs {
            @match run.style {
                Style::Plain => (run.text),
                Style::Emphasis => em { (run.text) },
                Style::Strong => strong { (run.text) },
                Style::Code => code { (run.text) },
            }
        }
    }
}
