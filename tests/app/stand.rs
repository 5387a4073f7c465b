//! Visits of which nothing is kept: a stand with its guests, and the way back to whose city it is.

use super::{level, open, run, visit, want};
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput, NativeKeyCode};
use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use laddertown::app::{self, Asked, Content, Dropped, Due, Language, Library, Pace, Session, Shown};
use laddertown::domain::content::{Pack, bundle};
use laddertown::domain::id::BuildingId;
use laddertown::domain::save::Open;
use laddertown::domain::settings::{Motion, Settings, Theme};
use laddertown::packs::{self, generated_files};
use laddertown::storage::{Aside, MemoryStore, SaveStore, Saves, Shelf, Stores};
use laddertown::view::intent::CameraMove;
use laddertown::view::journey::Play;
use laddertown::view::present::stand::Phase;
use laddertown::view::present::{Running, Stand, StandView, Timers};
use laddertown::view::visitor::{self, Visitor};
use laddertown::view::{Effect, Intent, State, Words, page};
use laddertown::{city, storage};
use std::path::Path;
use std::time::Duration;

const TIMERS: Timers = Timers { idle_secs: 2, countdown_secs: 2 };
const NOTE: &str = "Nobody else is to read this.";

/// The game at a stand, on the machine of whoever has played into `store`.
fn stand(store: &MemoryStore) -> App {
    visit_as(store, Some(Stand::new(TIMERS)), packs::shipped(packs::FIRST).expect("playable"))
}

fn visit_as(store: &MemoryStore, stand: Option<Stand>, pack: Pack) -> App {
    let words = Words::english();
    let visitor = Visitor { home: pack.id().to_owned(), stand };
    let state = visitor::begin(visitor, &State::default(), &pack, &words);
    let stores = Stores {
        saves: Box::new(store.clone()),
        shelf: Box::new(store.clone()),
        handout: std::env::temp_dir().join("laddertown-no-guest-writes-here"),
    };
    let mut game = App::new();
    game.add_plugins(MinimalPlugins)
        .insert_resource(TimeUpdateStrategy::ManualDuration(Duration::from_millis(50)))
        .insert_resource(Session(state))
        .insert_resource(Content::new(pack))
        .insert_resource(Language(words))
        .insert_resource(Library::default())
        .insert_resource(Aside::new(stores))
        .add_plugins((app::plugin, city::model_plugin, storage::plugin));
    game.update();
    game
}

/// An owner's machine: some levels, a floor, larger text and a city of their own.
fn owned() -> MemoryStore {
    let store = MemoryStore::default();
    let mut game = visit(&store);
    for intent in [level("l3"), Intent::OpenFloor("database/l2".parse().expect("a floor")), Intent::SetText(150)] {
        want(&mut game, intent);
    }
    store.put("imported.mine", "whatever it is").expect("memory can be written");
    store
}

/// Every byte that is kept.
fn kept(store: &MemoryStore) -> Vec<Option<String>> {
    let slots = (0..2).map(|slot| store.load(slot).expect("memory can be read"));
    let shelf = store.ids().expect("memory can be read").into_iter().map(|id| store.read(&id).ok());
    slots.chain(shelf).collect()
}

/// Somebody touches a key that means nothing.
fn stir(game: &mut App) {
    game.world_mut().write_message(KeyboardInput {
        key_code: KeyCode::Unidentified(NativeKeyCode::Unidentified),
        logical_key: Key::F12,
        state: ButtonState::Pressed,
        text: None,
        repeat: false,
        window: Entity::PLACEHOLDER,
    });
    game.update();
}

fn state(game: &App) -> &State {
    &game.world().resource::<Session>().0
}

fn phase(game: &App) -> Phase {
    state(game).stand().expect("a stand").phase()
}

fn says(game: &App) -> Option<&StandView> {
    game.world().resource::<Shown>().stand.as_ref()
}

fn html(game: &App) -> String {
    page::mirror(game.world().resource::<Shown>(), &game.world().resource::<Language>().0)
}

/// A guest who does a little of everything, and brings a file.
fn play(game: &mut App) {
    let floor = || "frontend/l0".parse().expect("a floor");
    stir(game);
    for intent in [
        Intent::Play(Play::RaiseAsRead(floor())),
        Intent::Play(Play::Note(floor(), NOTE.to_owned())),
        Intent::SetTheme(Theme::Dark),
        Intent::SetText(200),
        level("l2"),
        Intent::OpenFloor("auth/l1".parse().expect("a floor")),
        Intent::SetSearch("my secret".to_owned()),
    ] {
        want(game, intent);
    }
    let text = Ok(bundle::write(&generated_files(20)));
    game.world_mut().write_message(Dropped { name: "mine.ron".to_owned(), text });
    game.update();
}

#[test]
fn of_a_guest_who_leaves_nothing_remains_and_what_is_kept_is_not_touched() {
    let store = owned();
    let before = kept(&store);
    let mut game = stand(&store);
    assert!(matches!(says(&game), Some(StandView::Invites(_))));
    play(&mut game);
    assert_eq!(says(&game), None);
    assert_eq!((state(&game).settings.text_percent, state(&game).level), (200, 2));
    let mine = game.world_mut().resource_mut::<Library>().cards().len();
    assert_eq!(mine, packs::ids().len(), "no file is taken in");
    run(&mut game, 2.2);
    assert!(matches!(says(&game), Some(StandView::Asks { left: 1 | 2, .. })), "{:?}", says(&game));
    assert!(html(&game).contains("my secret"));
    run(&mut game, 2.2);
    assert_eq!(phase(&game), Phase::Attract);
    let now = state(&game);
    assert!(now.log.is_empty() && now.profiles.is_empty() && now.notices.is_empty());
    assert_eq!((&now.open, &now.search), (&Open::Nothing, &None));
    assert_eq!(Settings { hint: 0, ..now.settings }, Settings::default());
    for trace in [NOTE, "my secret"] {
        assert!(!html(&game).contains(trace) && !format!("{now:?}").contains(trace), "{trace}");
    }
    assert_eq!(kept(&store), before);
    assert!(!game.world().contains_resource::<Saves>());
}

#[test]
fn whoever_answers_goes_on() {
    let mut game = stand(&owned());
    play(&mut game);
    run(&mut game, 3.0);
    assert!(matches!(says(&game), Some(StandView::Asks { .. })));
    stir(&mut game);
    assert_eq!(says(&game), None);
    run(&mut game, 1.5);
    assert!(matches!(phase(&game), Phase::Playing { .. }));
    assert_eq!(state(&game).settings.text_percent, 200);
}

#[test]
fn the_next_guest_begins_anew() {
    let mut game = stand(&owned());
    play(&mut game);
    run(&mut game, 4.5);
    stir(&mut game);
    assert_eq!((state(&game).level, state(&game).log.is_empty()), (0, true));
    assert!(matches!(phase(&game), Phase::Playing { .. }));
}

#[test]
fn the_way_out_leads_to_the_city_as_its_owner_left_it() {
    let store = owned();
    let before = kept(&store);
    let mut game = stand(&store);
    play(&mut game);
    want(&mut game, Intent::EndVisit);
    game.update();
    let now = state(&game);
    assert_eq!((now.visitor.clone(), now.level, now.settings.text_percent), (None, 3, 150));
    let expected = Open::Building(BuildingId::new("database"), "database/l2".parse().ok());
    assert_eq!(open(&game), &expected);
    assert!(!html(&game).contains(NOTE) && !html(&game).contains("my secret"));
    // A guest's last wish to save is heard behind it, and finds the owner's state.
    run(&mut game, 0.5);
    let again = visit(&store);
    let expected = state(&visit_from(&before)).clone();
    assert_eq!((&state(&again).log, &state(&again).open), (&expected.log, &expected.open));
    assert!(!format!("{:?}", kept(&store)).contains("Nobody else"));
    drop(again);
    want(&mut game, level("l4"));
    assert_eq!(state(&visit(&store)).level, 4, "from now on it is kept again");
}

/// A visit to what was kept once.
fn visit_from(kept: &[Option<String>]) -> App {
    let store = MemoryStore::default();
    for (slot, text) in kept.iter().take(2).enumerate() {
        if let Some(text) = text {
            store.store(slot, text).expect("memory can be written");
        }
    }
    visit(&store)
}

#[test]
fn a_demonstration_leaves_nothing_behind_either() {
    let store = owned();
    let before = kept(&store);
    let mut game = visit_as(&store, None, packs::shipped(packs::FIRST).expect("playable"));
    play(&mut game);
    want(&mut game, Intent::ChooseCity("elixir-otp-ladder".to_owned()));
    run(&mut game, 1.0);
    assert!(!state(&game).assess.kept.log.is_empty(), "made-up people have rated it");
    assert_eq!((kept(&store), says(&game)), (before, None));
}

/// A city that has a tour, and what it is opened from.
fn with_tour() -> (Pack, Library) {
    let files = storage::files::read_pack(Path::new("tests/fixtures/packs/small")).expect("readable");
    let mut library = packs::Library::default();
    let id = library.set_draft(files).expect("playable");
    (library.open(&id).expect("playable"), Library(library))
}

#[test]
fn a_city_with_a_tour_shows_it_again_and_again_until_somebody_comes() {
    let (pack, library) = with_tour();
    let tour = pack.tours()[0].id.clone();
    let mut game = visit_as(&MemoryStore::default(), Some(Stand::new(TIMERS)), pack);
    game.insert_resource(library);
    game.update();
    let show = state(&game).show.as_ref().expect("a tour is shown");
    assert_eq!((&show.tour.id, show.running), (&tour, Running::Auto));
    run(&mut game, 5.0);
    assert_eq!(phase(&game), Phase::Attract, "nobody has touched it");
    stir(&mut game);
    game.update();
    assert!(state(&game).show.is_none());
    assert!(matches!(phase(&game), Phase::Playing { .. }));
}

#[test]
fn when_a_guest_has_gone_the_tour_begins_again() {
    let (pack, library) = with_tour();
    let mut game = visit_as(&MemoryStore::default(), Some(Stand::new(TIMERS)), pack);
    game.insert_resource(library);
    stir(&mut game);
    run(&mut game, 4.5);
    assert_eq!(phase(&game), Phase::Attract);
    assert_eq!(state(&game).show.as_ref().map(|show| show.running), Some(Running::Auto));
}

/// How often the camera was asked to turn.
fn turns(game: &mut App) -> usize {
    let mut asked = game.world_mut().resource_mut::<Messages<Asked>>();
    asked.drain().filter(|asked| matches!(asked.0, Effect::MoveCamera(CameraMove::Orbit(..)))).count()
}

#[test]
fn a_city_without_tours_turns_slowly_until_somebody_comes_unless_motion_is_not_wanted() {
    let pack = packs::generated(20).expect("playable");
    let mut game = visit_as(&MemoryStore::default(), Some(Stand::new(TIMERS)), pack.clone());
    turns(&mut game);
    game.update();
    assert_eq!(turns(&mut game), 1);
    want(&mut game, Intent::SetMotion(Motion::Reduced));
    game.update();
    turns(&mut game);
    game.update();
    assert_eq!(turns(&mut game), 0);
    let mut game = visit_as(&MemoryStore::default(), Some(Stand::new(TIMERS)), pack);
    stir(&mut game);
    game.update();
    turns(&mut game);
    game.update();
    assert_eq!(turns(&mut game), 0);
}

#[test]
fn the_sleeping_game_is_woken_when_the_guest_is_to_be_asked() {
    let mut game = stand(&MemoryStore::default());
    stir(&mut game);
    run(&mut game, 1.0);
    let mut pace = game.world_mut().resource_mut::<Pace>();
    while pace.take() == Due::Now {}
    // Nothing but the clock asks for the next frame.
    game.update();
    let due = game.world_mut().resource_mut::<Pace>().take();
    assert!(matches!(due, Due::Within(rest) if rest <= Duration::from_secs(1)), "{due:?}");
}
