//! The game without a window: level steps, selection and saving, as systems and messages.
#![cfg(feature = "game")]

#[path = "app/cities.rs"]
mod cities;
#[path = "app/keys.rs"]
mod keys;
#[path = "app/show.rs"]
mod show;
#[path = "app/sound.rs"]
mod sound;
#[path = "app/stand.rs"]
mod stand;

use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use laddertown::app::{Content, Language, Library, Session, Shown, Wanted};
use laddertown::city::{BuildingOf, Growth};
use laddertown::domain::id::{BuildingId, LevelId};
use laddertown::domain::progress::Mode;
use laddertown::domain::save::Open;
use laddertown::domain::settings::Motion;
use laddertown::storage::{MemoryStore, SaveStore, Shelves, restore};
use laddertown::view::intent::CameraMove;
use laddertown::view::journey::Play;
use laddertown::view::{Intent, Panel, Words};
use laddertown::{app, city, packs, storage};
use std::time::Duration;

/// A visit: the game with its saves in `store`.
fn visit(store: &MemoryStore) -> App {
    visit_with(store, None)
}

/// A visit that begins in this city.
fn visit_with(store: &MemoryStore, id: Option<&str>) -> App {
    let words = Words::english();
    let library = storage::library(store);
    let pack = library.open(id.unwrap_or(packs::FIRST)).expect("the pack is playable");
    let restored = restore(Box::new(store.clone()), &pack, &words);
    let mut game = App::new();
    game.add_plugins(MinimalPlugins)
        .insert_resource(TimeUpdateStrategy::ManualDuration(Duration::from_millis(50)))
        .insert_resource(restored.saves)
        .insert_resource(Session(restored.state))
        .insert_resource(Content::new(pack))
        .insert_resource(Language(words))
        .insert_resource(Library(library))
        .insert_resource(Shelves(Box::new(store.clone())))
        .add_plugins((app::plugin, city::model_plugin, storage::plugin));
    game.update();
    game
}

fn want(game: &mut App, intent: Intent) {
    game.world_mut().write_message(Wanted(intent));
    game.update();
}

fn level(id: &str) -> Intent {
    Intent::SetLevel(LevelId::new(id))
}

fn run(game: &mut App, secs: f32) {
    for _ in 0..(secs / 0.05) as usize {
        game.update();
    }
}

/// Buildings and storeys that stand.
fn standing(game: &mut App) -> (usize, usize) {
    let mut growths = game.world_mut().query::<&Growth>();
    let growths: Vec<_> = growths.iter(game.world()).collect();
    let buildings = growths.iter().filter(|growth| growth.foot >= 1.0).count();
    (buildings, growths.iter().flat_map(|growth| &growth.storeys).filter(|share| **share >= 1.0).count())
}

fn open(game: &App) -> &Open {
    &game.world().resource::<Session>().0.open
}

#[test]
fn a_city_begins_with_the_buildings_of_its_first_level() {
    assert_eq!(standing(&mut visit(&MemoryStore::default())), (7, 7));
}

#[test]
fn floors_rise_level_by_level_until_all_eighty_five_and_the_bare_storeys_stand() {
    let mut game = visit(&MemoryStore::default());
    let mut floors = Vec::new();
    for index in 0..6 {
        want(&mut game, level(&format!("l{index}")));
        run(&mut game, 8.0);
        floors.push(standing(&mut game));
    }
    assert_eq!(floors.iter().map(|(buildings, _)| *buildings).collect::<Vec<_>>(), [7, 11, 17, 18, 23, 28]);
    // 85 floors and the storeys of bare frame under those whose number was skipped.
    let bare: usize = {
        let content = game.world().resource::<Content>();
        content.plan.storeys.iter().sum::<usize>() - content.pack.floors().count()
    };
    assert_eq!(floors[5].1, 85 + bare);
}

#[test]
fn floors_rise_one_by_one_and_not_at_once() {
    let mut game = visit(&MemoryStore::default());
    want(&mut game, level("l5"));
    let mut counts = vec![standing(&mut game).1];
    for _ in 0..200 {
        game.update();
        counts.push(standing(&mut game).1);
    }
    assert!(counts.is_sorted());
    counts.dedup();
    assert!(counts.len() > 20, "{counts:?}");
}

#[test]
fn stepping_back_takes_floors_down_again() {
    let mut game = visit(&MemoryStore::default());
    want(&mut game, level("l4"));
    run(&mut game, 10.0);
    want(&mut game, level("l0"));
    run(&mut game, 10.0);
    assert_eq!(standing(&mut game), (7, 7));
}

#[test]
fn with_reduced_motion_floors_are_simply_there() {
    let mut game = visit(&MemoryStore::default());
    want(&mut game, Intent::SetMotion(Motion::Reduced));
    want(&mut game, level("l5"));
    game.update();
    assert_eq!(standing(&mut game).0, 28);
    let mut growths = game.world_mut().query::<&Growth>();
    assert!(growths.iter(game.world()).all(Growth::is_at_rest));
}

#[test]
fn opening_a_building_shows_its_panel_and_closing_hides_it() {
    let mut game = visit(&MemoryStore::default());
    want(&mut game, Intent::OpenBuilding(BuildingId::new("auth")));
    assert!(matches!(&game.world().resource::<Shown>().panel, Panel::Building(view) if view.name == "Auth"));
    want(&mut game, Intent::Close);
    assert_eq!(game.world().resource::<Shown>().panel, Panel::None);
}

#[test]
fn a_visit_goes_on_where_the_last_one_ended() {
    let store = MemoryStore::default();
    let mut game = visit(&store);
    want(&mut game, level("l3"));
    want(&mut game, Intent::OpenFloor("database/l2".parse().expect("a floor")));
    want(&mut game, Intent::SetText(150));
    drop(game);

    let mut game = visit(&store);
    let state = &game.world().resource::<Session>().0;
    assert_eq!((state.level, state.settings.text_percent), (3, 150));
    let expected = Open::Building(BuildingId::new("database"), "database/l2".parse().ok());
    assert_eq!(open(&game), &expected);
    assert_eq!(standing(&mut game).0, 18, "the city stands as it was left, without rising again");
}

#[test]
fn a_torn_save_costs_one_step_and_not_the_city() {
    let store = MemoryStore::default();
    let mut game = visit(&store);
    want(&mut game, level("l2"));
    want(&mut game, level("l3"));
    drop(game);
    let newest = (0..2).max_by_key(|slot| {
        let text = store.load(*slot).ok().flatten().unwrap_or_default();
        laddertown::domain::save::decode(&text).map_or(0, |(_, sequence)| sequence)
    });
    let slot = newest.expect("a slot");
    let text = store.load(slot).ok().flatten().expect("a save");
    store.store(slot, &text[..text.len() / 2]).expect("memory can be written");

    let game = visit(&store);
    assert_eq!(game.world().resource::<Session>().0.level, 2);
}

#[test]
fn a_save_that_cannot_be_read_is_reported_and_left_in_place() {
    let store = MemoryStore::default();
    store.store(0, "not a save").expect("memory can be written");
    let mut game = visit(&store);
    let notices = &game.world().resource::<Session>().0.notices;
    assert!(notices.iter().any(|notice| notice.contains("could not be read")), "{notices:?}");
    for index in 1..4 {
        want(&mut game, level(&format!("l{index}")));
    }
    assert_eq!(store.load(0), Ok(Some("not a save".to_owned())));
    assert_eq!(visit(&store).world().resource::<Session>().0.level, 3);
}

#[test]
fn when_saving_fails_the_player_is_told_once_and_play_goes_on() {
    let mut game = visit(&MemoryStore::broken("the disk is full"));
    want(&mut game, level("l1"));
    want(&mut game, level("l2"));
    let state = &game.world().resource::<Session>().0;
    let told: Vec<_> = state.notices.iter().filter(|notice| notice.contains("the disk is full")).collect();
    assert_eq!((told.len(), state.level), (1, 2));
}

#[test]
fn every_building_of_the_pack_is_an_entity_with_its_name() {
    let mut game = visit(&MemoryStore::default());
    let mut buildings = game.world_mut().query::<(&Name, &BuildingOf)>();
    let names: Vec<String> = buildings.iter(game.world()).map(|(name, _)| name.to_string()).collect();
    assert_eq!(names.len(), 28);
    assert!(names.contains(&"Threat Modeling".to_owned()));
}

#[test]
fn a_turn_of_the_camera_does_not_have_the_view_made_anew() {
    let mut game = visit(&MemoryStore::default());
    run(&mut game, 0.5);
    let made = |game: &App| game.world().resource_ref::<Shown>().last_changed();
    let before = made(&game);
    for intent in [Intent::Move(CameraMove::Orbit(0.1, 0.0)), Intent::Home] {
        want(&mut game, intent);
        assert_eq!(made(&game), before);
    }
    want(&mut game, Intent::ToggleHelp);
    assert_ne!(made(&game), before);
}

/// How many storeys of each building stand whole.
fn towers(game: &mut App) -> Vec<usize> {
    let mut growths = game.world_mut().query::<(&BuildingOf, &Growth)>();
    let mut towers: Vec<_> = growths.iter(game.world()).map(|(of, growth)| (of.0, growth.standing())).collect();
    towers.sort_unstable();
    towers.into_iter().map(|(_, standing)| standing).collect()
}

#[test]
fn on_the_journey_a_floor_that_is_raised_moves_its_building_and_no_other() {
    let mut game = visit(&MemoryStore::default());
    want(&mut game, Intent::Play(Play::SetMode(Mode::Journey)));
    run(&mut game, 6.0);
    assert_eq!(standing(&mut game), (7, 0), "the sites are there, and nothing on them");
    let floor = game.world().resource::<Content>().pack.buildings()[0].floors[0].id.clone();
    want(&mut game, Intent::Play(Play::RaiseAsRead(floor)));
    let mut growths = game.world_mut().query::<(&BuildingOf, &Growth)>();
    let moving: Vec<_> =
        growths.iter(game.world()).filter(|(_, growth)| !growth.is_at_rest()).map(|(of, _)| of.0).collect();
    assert_eq!(moving, [0]);
    run(&mut game, 3.0);
    let mut expected = vec![0; 28];
    expected[0] = 1;
    assert_eq!(towers(&mut game), expected);
}

#[test]
fn what_was_raised_is_kept_while_one_explores() {
    let mut game = visit(&MemoryStore::default());
    let explored = towers(&mut game);
    let floor = game.world().resource::<Content>().pack.buildings()[2].floors[0].id.clone();
    want(&mut game, Intent::Play(Play::SetMode(Mode::Journey)));
    want(&mut game, Intent::Play(Play::RaiseAsRead(floor)));
    run(&mut game, 6.0);
    let raised = towers(&mut game);
    assert_eq!(raised.iter().sum::<usize>(), 1);
    for (mode, expected) in [(Mode::Explore, explored), (Mode::Journey, raised)] {
        want(&mut game, Intent::Play(Play::SetMode(mode)));
        run(&mut game, 6.0);
        assert_eq!(towers(&mut game), expected, "{mode:?}");
    }
}
