//! A player's whole story, as values: what one wants, what becomes of the state, and what one then sees.

mod common;
#[path = "story/any.rs"]
mod any;
#[path = "story/brought.rs"]
mod brought;
#[path = "story/cities.rs"]
mod cities;
#[path = "story/keeping.rs"]
mod keeping;
#[path = "story/mirror.rs"]
mod mirror;
#[path = "story/search.rs"]
mod search;
#[path = "story/telling.rs"]
mod telling;
#[path = "story/tours.rs"]
mod tours;
#[path = "story/visitor.rs"]
mod visitor;

use common::Draft;
use laddertown::domain::content::Pack;
use laddertown::domain::id::{BuildingId, DistrictId, LevelId};
use laddertown::domain::settings::{Quality, Theme};
use laddertown::packs;
use laddertown::view::building::BuildingView;
use laddertown::view::building::Standing::{Bare, Outline, Risen};
use laddertown::view::intent::Step;
use laddertown::view::level::LevelPlace::{Ahead, Current, Reached};
use laddertown::view::state::Overlay;
use laddertown::view::{CityView, Effect, Intent, Panel, State, Words, city, reduce};
use std::sync::LazyLock;

/// Loading it takes longer than any story in it.
static CITY: LazyLock<Pack> = LazyLock::new(|| packs::shipped(packs::FIRST).expect("the shipped pack is playable"));

/// A player in a city.
struct Player {
    pack: Pack,
    words: Words,
    state: State,
}

impl Player {
    /// On a first visit to the city that a first visit opens.
    fn new() -> Self {
        Self { pack: CITY.clone(), words: Words::english(), state: State::default() }
    }

    fn wants(&mut self, intent: &Intent) -> Vec<Effect> {
        reduce(&mut self.state, intent, &self.pack, &self.words)
    }

    fn sees(&self) -> CityView {
        city(&self.pack, &self.state, &self.words)
    }

    #[track_caller]
    fn reads(&self) -> BuildingView {
        match self.sees().panel {
            Panel::Building(building) => *building,
            other => panic!("no building is open: {other:?}"),
        }
    }

    fn focus(&self) -> Option<&str> {
        self.state.focus.as_ref().map(BuildingId::as_str)
    }
}

fn level(id: &str) -> Intent {
    Intent::SetLevel(LevelId::new(id))
}

fn building(id: &str) -> Intent {
    Intent::OpenBuilding(BuildingId::new(id))
}

fn floor(id: &str) -> Intent {
    Intent::OpenFloor(id.parse().expect("building/level"))
}

#[test]
fn a_first_visit_begins_at_the_first_level_with_nothing_open() {
    let view = Player::new().sees();
    assert_eq!(view.level, 0);
    assert_eq!(view.panel, Panel::None);
    assert_eq!(view.outline.iter().filter(|district| district.ahead.is_none()).count(), 1, "The Build alone");
}

#[test]
fn levels_step_up_and_down_and_stop_at_both_ends() {
    let mut player = Player::new();
    let mut at = |intent: &Intent| {
        player.wants(intent);
        player.sees().level
    };
    assert_eq!(at(&Intent::PreviousLevel), 0);
    assert_eq!((0..7).map(|_| at(&Intent::NextLevel)).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 5, 5]);
    assert_eq!(at(&level("l2")), 2);
    assert_eq!(at(&Intent::PreviousLevel), 1);
}

#[test]
fn each_level_shows_more_of_the_city_and_stepping_back_takes_it_away() {
    let mut player = Player::new();
    let risen = |view: &CityView| {
        let floors = view.outline.iter().flat_map(|district| &district.buildings).flat_map(|building| &building.floors);
        floors.filter(|floor| floor.standing.is_up()).count()
    };
    let counts: Vec<usize> = (0..6)
        .map(|index| {
            player.wants(&level(&format!("l{index}")));
            risen(&player.sees())
        })
        .collect();
    assert_eq!(counts.last(), Some(&85));
    assert!(counts.is_sorted_by(|below, above| below < above), "{counts:?}");
    player.wants(&level("l0"));
    assert_eq!(risen(&player.sees()), counts[0]);
}

#[test]
fn the_level_bar_shows_one_present_level() {
    let mut player = Player::new();
    player.wants(&level("l3"));
    let places: Vec<_> = player.sees().levels.iter().map(|step| step.place).collect();
    assert_eq!(places, [Reached, Reached, Reached, Current, Ahead, Ahead]);
}

#[test]
fn a_building_opens_at_its_ground_floor_and_is_flown_to() {
    let mut player = Player::new();
    let effects = player.wants(&building("frontend"));
    assert!(effects.contains(&Effect::FlyToBuilding(BuildingId::new("frontend"))), "{effects:?}");
    let view = player.reads();
    assert_eq!((view.name.as_str(), view.floor.id.to_string()), ("Frontend", "frontend/l0".to_owned()));
    assert_eq!(view.floor.sections.len(), 5);
    assert_eq!(player.focus(), Some("frontend"));
}

#[test]
fn a_districts_sign_and_a_levels_identity_open() {
    let mut player = Player::new();
    player.wants(&Intent::OpenDistrict(DistrictId::new("security")));
    assert!(
        matches!(player.sees().panel, Panel::District(sign) if sign.name == "Security" && sign.buildings.len() == 3)
    );
    player.wants(&Intent::OpenLevel(LevelId::new("l4")));
    assert!(matches!(player.sees().panel, Panel::Level(level) if level.name == "The Founder"));
    player.wants(&Intent::OpenItsLevel);
    assert!(matches!(player.sees().panel, Panel::Level(level) if level.name == "The Magician"));
    player.wants(&building("testing"));
    player.wants(&Intent::OpenItsDistrict);
    assert!(matches!(player.sees().panel, Panel::District(sign) if sign.name == "Testing & QA"));
}

#[test]
fn reading_is_never_locked() {
    let mut player = Player::new();
    let all: Vec<_> = player.pack.floors().map(|(_, floor)| (floor.id.clone(), floor.level)).collect();
    for (id, raised_at) in all {
        player.wants(&Intent::OpenFloor(id.clone()));
        let view = player.reads().floor;
        assert_eq!(view.id, id);
        assert!(!view.sections.is_empty() && view.unwritten.is_none(), "{id}");
        assert_eq!(view.note.is_some(), raised_at > 0, "{id}: a note says that it has not risen");
    }
}

#[test]
fn a_note_goes_when_its_floor_has_risen() {
    let mut player = Player::new();
    player.wants(&floor("javascript/l2"));
    assert!(player.reads().floor.note.is_some_and(|note| note.contains("level 2")));
    player.wants(&level("l2"));
    assert_eq!(player.reads().floor.note, None);
}

#[test]
fn floors_are_stepped_through_from_the_ground_to_the_top_and_no_farther() {
    let mut player = Player::new();
    player.wants(&building("javascript"));
    let mut up = Vec::new();
    for _ in 0..6 {
        up.push(player.reads().floor.id.level.to_string());
        player.wants(&Intent::StepFloor(Step::Next));
    }
    assert_eq!(up, ["l0", "l1", "l2", "l3", "l5", "l5"], "level 4 adds no floor");
    assert_eq!(player.reads().floor.next, None);
    for _ in 0..6 {
        player.wants(&Intent::StepFloor(Step::Previous));
    }
    assert_eq!(player.reads().floor.id.to_string(), "javascript/l0");
    assert_eq!(player.reads().floor.previous, None);
}

#[test]
fn a_column_shows_risen_outlined_and_bare_storeys_from_the_top_down() {
    let mut player = Player::new();
    player.wants(&level("l1"));
    player.wants(&building("javascript"));
    let column = player.reads().column;
    let standing: Vec<_> = column.iter().map(|storey| storey.standing).collect();
    assert_eq!(standing, [Outline, Bare, Outline, Outline, Risen, Risen]);
    assert!(column.iter().all(|storey| storey.intent.is_some() != (storey.standing == Bare)), "bare frame is not read");
    assert_eq!(column.iter().filter(|storey| storey.open).count(), 1);
}

#[test]
fn related_floors_lead_to_floors_that_open() {
    let mut player = Player::new();
    player.wants(&floor("testing/l2"));
    let related = player.reads().floor.related;
    assert!(!related.is_empty());
    for (label, intent) in related {
        player.wants(&intent);
        assert!(label.starts_with(&player.reads().name), "{label}");
    }
}

#[test]
fn close_takes_the_overlay_first_then_the_panel_then_nothing() {
    let mut player = Player::new();
    player.wants(&building("auth"));
    player.wants(&Intent::ToggleHelp);
    assert!(player.sees().help.is_some());
    player.wants(&Intent::Close);
    assert!(player.sees().help.is_none() && player.reads().name == "Auth");
    player.wants(&Intent::Close);
    assert_eq!(player.sees().panel, Panel::None);
    let before = player.state.clone();
    assert_eq!(player.wants(&Intent::Close), []);
    assert_eq!(player.state, before);
}

#[test]
fn one_overlay_is_open_at_a_time_and_its_key_closes_it() {
    let mut player = Player::new();
    player.wants(&Intent::ToggleHelp);
    player.wants(&Intent::ToggleSettings);
    assert_eq!(player.state.overlay, Some(Overlay::Settings));
    assert!(player.sees().help.is_none() && player.sees().settings.is_some());
    player.wants(&Intent::ToggleSettings);
    assert_eq!(player.state.overlay, None);
}

#[test]
fn the_mark_goes_around_the_standing_buildings() {
    let mut player = Player::new();
    let standing: Vec<_> =
        player.pack.buildings().iter().filter(|b| b.stands_at(0)).map(|b| b.id.to_string()).collect();
    assert_eq!(standing.len(), 7);
    let mut marked = Vec::new();
    for _ in 0..8 {
        player.wants(&Intent::Focus(Step::Next));
        marked.extend(player.focus().map(str::to_owned));
    }
    assert_eq!(marked[..7], standing);
    assert_eq!(marked[7], standing[0], "around");
    player.wants(&Intent::Focus(Step::Previous));
    assert_eq!(player.focus(), Some(&*standing[6]));
    player.wants(&Intent::OpenFocused);
    assert_eq!(player.focus(), Some(&*standing[6]));
    assert!(matches!(player.sees().panel, Panel::Building(_)));
}

#[test]
fn the_mark_never_stays_on_a_building_that_has_gone() {
    let mut player = Player::new();
    player.wants(&level("l5"));
    player.wants(&Intent::Focus(Step::Previous));
    let last = player.pack.buildings().last().expect("a building").id.to_string();
    assert_eq!(player.focus(), Some(&*last));
    player.wants(&level("l0"));
    assert_eq!(player.focus(), None);
    let before = player.state.clone();
    player.wants(&Intent::OpenFocused);
    assert_eq!(player.state, before, "nothing is marked, so nothing opens");
}

#[test]
fn what_the_pack_does_not_know_does_nothing() {
    let mut player = Player::new();
    player.wants(&building("auth"));
    let before = player.state.clone();
    for intent in [
        level("l9"),
        Intent::OpenLevel(LevelId::new("")),
        Intent::OpenDistrict(DistrictId::new("atlantis")),
        building("the-build"),
        floor("auth/l9"),
        floor("atlantis/l0"),
        Intent::Dismiss(0),
    ] {
        assert_eq!(player.wants(&intent), [], "{intent:?}");
        assert_eq!(player.state, before, "{intent:?}");
    }
}

#[test]
fn the_map_and_what_it_costs_to_draw_are_choices_that_are_kept() {
    let mut player = Player::new();
    assert!(player.sees().map.is_some());
    for intent in [Intent::ToggleMap, Intent::SetQuality(Quality::Lowest), Intent::SetAmbience(false)] {
        assert_eq!(player.wants(&intent), [Effect::Save], "{intent:?}");
    }
    assert!(player.sees().map.is_none());
    let settings = player.state.settings;
    assert_eq!((settings.quality, settings.ambience), (Quality::Lowest, false));
}

#[test]
fn panels_look_as_chosen_and_otherwise_as_the_system_asks() {
    let mut state = State { system_is_dark: true, ..State::default() };
    assert_eq!(state.theme(), Theme::Dark);
    state.system_wants_contrast = true;
    assert_eq!(state.theme(), Theme::HighContrast);
    state.settings.theme = Theme::Light;
    assert_eq!(state.theme(), Theme::Light);
}

#[test]
fn who_will_not_wait_asks_the_city_to_be_there_at_once() {
    assert_eq!(Player::new().wants(&Intent::SkipMotion), [Effect::SkipMotion]);
}

#[test]
fn text_grows_in_steps_within_its_limits() {
    let mut player = Player::new();
    let mut size = |intent: &Intent| {
        player.wants(intent);
        player.state.settings.text_percent
    };
    let (larger, smaller) = (Intent::StepText(Step::Next), Intent::StepText(Step::Previous));
    assert_eq!(size(&smaller), 100);
    assert_eq!((0..6).map(|_| size(&larger)).collect::<Vec<_>>(), [125, 150, 175, 200, 200, 200]);
    assert_eq!((size(&Intent::SetText(0)), size(&Intent::SetText(u16::MAX))), (100, 200));
}

#[test]
fn a_notice_stays_until_it_is_dismissed_and_is_not_said_twice() {
    let mut player = Player::new();
    for notice in ["first", "second", "first"] {
        player.state.notify(notice);
    }
    let told = |player: &Player| player.sees().notices.into_iter().map(|notice| notice.text).collect::<Vec<_>>();
    assert_eq!(told(&player), ["first", "second"]);
    player.wants(&Intent::Dismiss(0));
    assert_eq!(told(&player), ["second"]);
}

#[test]
fn everything_that_happens_is_said_and_equal_words_are_said_again() {
    let mut player = Player::new();
    let mut said = vec![player.sees().said];
    for intent in [Intent::NextLevel, building("auth"), Intent::StepFloor(Step::Next), Intent::Close, building("auth")]
    {
        player.wants(&intent);
        let now = player.sees().said;
        assert!(now.0 > said[said.len() - 1].0 && !now.1.is_empty(), "{intent:?}: {now:?}");
        said.push(now);
    }
    assert_eq!(said[2].1, said[5].1);
}
