//! One looks at all cities, chooses another, and cares for those that one brought.

use super::{CITY, Intent, Player, floor, level};
use laddertown::domain::content::{Card, Origin};
use laddertown::domain::save::{CameraPose, Open, Save};
use laddertown::packs::{self, Library};
use laddertown::view::state::Overlay;
use laddertown::view::{Effect, State, page};

const LADDER: &str = "elixir-otp-ladder";
const POSE: CameraPose = CameraPose { target: [1.0, 0.0, 2.0], yaw: 0.1, pitch: 0.5, distance: 33.0 };

/// A player who looks at all cities, one of which is their own.
fn chooser() -> (Player, String) {
    let mut library = Library::default();
    let (mine, _) = library.add(packs::generated_files(20)).expect("playable");
    let mut player = Player::new();
    assert!(player.wants(&Intent::ShowCities).contains(&Effect::ListCities));
    player.state.cities = library.cards();
    (player, mine)
}

#[test]
fn all_cities_are_shown_with_their_size_and_what_was_done_there() {
    let (mut player, _) = chooser();
    player.wants(&level("l3"));
    player.wants(&floor("auth/l0"));
    player.wants(&Intent::ShowCities);
    let rows = player.sees().cities.expect("they are shown").rows;
    assert_eq!(rows.len(), packs::ids().len() + 1);
    let here = &rows[0];
    assert!(here.open && here.done.contains("The Engineer") && here.done.contains("1 read"), "{}", here.done);
    assert_eq!(here.size, "6 levels, 28 buildings, 85 floors");
    assert!(rows[1..].iter().all(|row| !row.open && row.done == "You have not been there yet"));
    assert_eq!(rows.iter().filter(|row| row.name.is_some()).count(), 1, "what one brought has a name of its own");
}

#[test]
fn a_city_is_entered_and_the_one_that_is_open_is_stayed_in() {
    let (mut player, mine) = chooser();
    let id = |id: &str| Intent::ChooseCity(id.to_owned());
    assert!(player.wants(&id(&mine)).contains(&Effect::OpenCity(mine.clone())));
    assert_eq!(player.state.overlay, None);
    player.wants(&Intent::ShowCities);
    assert_eq!(player.wants(&id(CITY.id())), []);
    assert_eq!(player.state.overlay, None);
}

#[test]
fn nothing_is_lost_on_the_way_from_city_to_city_and_back() {
    let (mut player, _) = chooser();
    player.wants(&level("l3"));
    player.wants(&floor("auth/l1"));
    player.wants(&Intent::SetText(150));
    let before = player.state.clone();
    let ladder = packs::shipped(LADDER).expect("shipped");
    player.state.leave(&player.pack, Some(POSE));
    player.state.enter(&ladder);
    assert_eq!((player.state.level, &player.state.open, player.state.log.len()), (0, &Open::Nothing, 0));
    assert_eq!(player.state.settings.text_percent, 150, "settings are for all cities");
    let mut there = Player { pack: ladder, ..player };
    there.wants(&Intent::NextLevel);
    there.state.leave(&there.pack, None);
    there.state.enter(&CITY);
    let state = &there.state;
    assert_eq!((state.level, &state.open, &state.log), (before.level, &before.open, &before.log));
    assert_eq!((&state.record, state.sight_of(CITY.id())), (&before.record, Some(POSE)));
    assert_eq!(there.state.profiles[""][LADDER].level, Some(there.pack.levels()[1].id.clone()));
}

#[test]
fn every_city_is_saved_as_it_was_left() {
    let mut player = Player::new();
    player.wants(&level("l1"));
    let first = player.state.save(&player.pack, POSE, &Save::default());
    player.wants(&level("l4"));
    let ladder = packs::shipped(LADDER).expect("shipped");
    player.state.leave(&player.pack, None);
    player.state.enter(&ladder);
    let save = player.state.save(&ladder, POSE, &first);
    assert_eq!(save.pack, LADDER);
    let city = &save.profiles[""][CITY.id()];
    assert_eq!((city.level.as_ref().map(ToString::to_string).as_deref(), city.camera), (Some("l4"), Some(POSE)));
    assert_eq!(State::restore(&save, &CITY).level, 4);
}

#[test]
fn what_one_brought_is_renamed_exported_and_after_a_question_removed() {
    let (mut player, mine) = chooser();
    let rename = |name: &str| Intent::RenameCity(mine.clone(), name.to_owned());
    assert_eq!(player.wants(&rename(" My \n city ")), [Effect::RenameCity(mine.clone(), "My  city".to_owned())]);
    assert_eq!(player.wants(&rename("   ")), []);
    assert_eq!(player.wants(&Intent::ExportCity(mine.clone())), [Effect::ExportCity(mine.clone())]);
    let remove = Intent::RemoveCity(mine.clone());
    assert_eq!(player.wants(&remove), [], "it asks first");
    assert!(page::mirror(&player.sees(), &player.words).contains("Yes, remove it"));
    player.wants(&Intent::ToggleMap);
    assert_eq!(player.wants(&remove), [], "whoever did something else is asked again");
    assert_eq!(player.wants(&remove), [Effect::RemoveCity(mine)]);
}

#[test]
fn what_came_with_the_game_cannot_be_removed() {
    let (mut player, _) = chooser();
    for _ in 0..3 {
        assert_eq!(player.wants(&Intent::RemoveCity(LADDER.to_owned())), []);
    }
}

#[test]
fn a_city_that_cannot_be_entered_says_why_and_can_still_be_taken_away() {
    let mut player = Player::new();
    let fault = Some("pack.ron:3:1: error: no such field".to_owned());
    player.state.cities = vec![Card { fault, ..Card::of(&CITY, Origin::Imported) }];
    player.state.cities[0].id = "imported.broken".to_owned();
    player.state.overlay = Some(Overlay::Cities);
    let row = &player.sees().cities.expect("shown").rows[0];
    assert!(row.choose.is_none() && row.actions.len() == 2);
    assert!(row.note.as_ref().is_some_and(|note| note.contains("pack.ron:3:1")), "{:?}", row.note);
}

#[test]
fn what_was_damaged_says_why_and_can_only_be_taken_away() {
    let id = "imported.sails".to_owned();
    let mut library = Library::new([].into(), [(id.clone(), "line 4: expected a string".to_owned())].into());
    let mut player = Player::new();
    player.wants(&Intent::ShowCities);
    player.state.cities = library.cards();
    let row = player.sees().cities.expect("shown").rows.pop().expect("the last one");
    assert_eq!(row.title, "sails");
    let note = "What was kept of it can no longer be read: line 4: expected a string";
    assert_eq!(row.note.as_deref(), Some(note));
    assert!(row.choose.is_none() && row.name.is_none());
    let remove = Intent::RemoveCity(id.clone());
    assert_eq!(row.actions.iter().map(|action| &action.intent).collect::<Vec<_>>(), [&remove]);
    assert_eq!(player.wants(&remove), [], "it asks first");
    assert_eq!(player.wants(&remove), [Effect::RemoveCity(id)]);
}

#[test]
fn the_mirror_shows_the_same_choice() {
    let (player, mine) = chooser();
    let html = page::mirror(&player.sees(), &player.words);
    let buttons = super::mirror::buttons(&html);
    for id in packs::ids().into_iter().chain([mine.as_str()]) {
        assert!(buttons.contains(&Intent::ChooseCity(id.to_owned())), "{id}");
    }
    for intent in [Intent::ExportCity(mine.clone()), Intent::RemoveCity(mine.clone()), Intent::PickFile] {
        assert!(buttons.contains(&intent), "{intent:?}");
    }
    assert!(html.contains("RenameCity"), "and a line for its name");
}

#[test]
fn while_a_file_is_held_over_the_window_one_reads_what_may_be_dropped() {
    let mut player = Player::new();
    assert_eq!(player.sees().drop, None);
    player.state.dropping = true;
    let hint = player.sees().drop.expect("a hint");
    assert!(page::mirror(&player.sees(), &player.words).contains(&hint));
}

#[test]
fn two_ladders_stand_side_by_side_level_by_level() {
    let (mut player, _) = chooser();
    player.wants(&Intent::CompareCity(LADDER.to_owned()));
    let both = player.sees().cities.expect("shown").beside.expect("side by side");
    assert_eq!(both.titles, ["Beyond Vibe Coding", "Elixir/OTP Ladder"]);
    assert_eq!(both.rows.len(), 1 + 6, "the buildings, and as many steps as the higher one has");
    let (step, [left, right]) = &both.rows[1];
    assert!(step == "Step 1" && left.starts_with("**The Magician.**") && right.starts_with("**Learning.**"));
    assert_eq!(both.rows[6].1[1], "", "the lower ladder ends here");
    assert!(page::mirror(&player.sees(), &player.words).contains("<table>"));
    player.wants(&both.back.intent);
    assert_eq!(player.sees().cities.expect("shown").beside, None);
    player.wants(&Intent::CompareCity("nowhere".to_owned()));
    assert_eq!(player.sees().cities.expect("shown").beside, None);
}
