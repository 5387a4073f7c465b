//! One comes back and finds things as one left them, also when the pack has changed in between.

use super::{Draft, Intent, Panel, Player, State, floor, level};
use laddertown::domain::id::DistrictId;
use laddertown::domain::progress::{Deed, Record, Whole};
use laddertown::domain::save::{CameraPose, Lost, Open, Save, decode, encode, lost};
use laddertown::domain::settings::{Channel, Motion, Theme};

const POSE: CameraPose = CameraPose { target: [1.0, 2.0, 3.0], yaw: 0.5, pitch: 0.6, distance: 40.0 };

/// The state after a visit that was saved, read back from its text.
#[track_caller]
fn kept(player: &Player, before: &Save) -> Save {
    let save = player.state.save(&player.pack, POSE, before);
    let (read, _) = decode(&encode(&save, 1)).expect("what was written can be read");
    assert_eq!(read, save);
    read
}

#[test]
fn level_open_floor_camera_and_settings_come_back() {
    let mut player = Player::new();
    for intent in [
        level("l3"),
        floor("database/l2"),
        Intent::SetText(150),
        Intent::SetMotion(Motion::Reduced),
        Intent::SetTheme(Theme::Dark),
        Intent::ToggleList,
        Intent::ToggleSound,
        Intent::SetVolume(Channel::Ambience, 25),
    ] {
        player.wants(&intent);
    }
    let save = kept(&player, &Save::default());
    let back = State::restore(&save, &player.pack);
    assert_eq!((back.level, &back.open, back.settings), (3, &player.state.open, player.state.settings));
    assert_eq!(save.city(player.pack.id()).expect("a city").camera, Some(POSE));
    let back = Player { state: back, ..player };
    assert_eq!(back.reads().floor.id.to_string(), "database/l2");
}

#[test]
fn everything_that_can_be_open_comes_back() {
    for intent in [Intent::OpenItsLevel, Intent::OpenDistrict(DistrictId::new("security")), floor("auth/l0")] {
        let mut player = Player::new();
        player.wants(&intent);
        let back = State::restore(&kept(&player, &Save::default()), &player.pack);
        assert_eq!(back.open, player.state.open);
    }
}

#[test]
fn a_first_visit_restores_from_nothing() {
    let player = Player::new();
    assert_eq!(State::restore(&Save::default(), &player.pack), State::default());
}

#[test]
fn another_pack_keeps_its_own_place() {
    let mut player = Player::new();
    player.wants(&level("l2"));
    let mut elsewhere = Save::default();
    let cities = [("elsewhere".to_owned(), laddertown::domain::save::City::default())].into();
    elsewhere.profiles.insert(String::new(), cities);
    let save = kept(&player, &elsewhere);
    assert_eq!(save.profiles[""].keys().collect::<Vec<_>>(), ["beyond-vibe-coding", "elsewhere"]);
    assert_eq!(save.pack, "beyond-vibe-coding");
}

/// The small pack after its shed has lost the upper floor.
fn without_the_upper_floor() -> Draft {
    let draft = Draft::read("tests/fixtures/packs/small");
    let file = "yard/shed.ron";
    let text = draft.files[file].clone();
    let upper = text.rfind("        Floor(").expect("a floor");
    draft.edit(file, &text[upper..], "    ],\n)\n").edit(file, "related: [\"shed/l1\"]", "related: []")
}

#[test]
fn a_pack_that_lost_a_floor_restores_what_still_fits() {
    let pack = Draft::read("tests/fixtures/packs/small").check().pack.expect("a whole pack");
    let mut player = Player { pack, ..Player::new() };
    for intent in [level("l1"), floor("shed/l1"), Intent::SetText(175)] {
        player.wants(&intent);
    }
    let save = kept(&player, &Save::default());
    let smaller = without_the_upper_floor().check().pack.expect("still a whole pack");
    let back = State::restore(&save, &smaller);
    assert_eq!((back.level, back.settings.text_percent), (1, 175));
    assert!(back.knows(&back.open, &smaller), "{:?}", back.open);
    let back = Player { pack: smaller, state: back, words: player.words };
    assert!(!matches!(back.sees().panel, Panel::Level(_) | Panel::District(_)));
}

#[test]
fn a_pack_that_lost_a_level_begins_at_its_first() {
    let mut player = Player::new();
    player.wants(&level("l5"));
    player.wants(&Intent::OpenItsLevel);
    let mut save = kept(&player, &Save::default());
    let small = Draft::read("tests/fixtures/packs/small").check().pack.expect("a whole pack");
    let cities = save.profiles.get_mut("").expect("a profile");
    let city = cities.remove("beyond-vibe-coding").expect("a city");
    cities.insert("small".to_owned(), city);
    let back = State::restore(&save, &small);
    assert_eq!((back.level, back.open), (0, Open::Nothing));
}

#[test]
fn a_save_of_the_first_version_opens_and_keeps_what_was_read() {
    let (save, sequence) = decode(include_str!("../fixtures/saves/version-1.txt")).expect("it can be read");
    assert_eq!((sequence, save.pack.as_str(), save.settings.text_percent), (12, "beyond-vibe-coding", 150));
    assert_eq!(save.profiles[""].keys().collect::<Vec<_>>(), ["beyond-vibe-coding", "elsewhere"]);
    let mut player = Player::new();
    player.state = State::restore(&save, &player.pack);
    assert_eq!((player.state.level, player.reads().floor.id.to_string()), (3, "auth/l1".to_owned()));
    let read: Vec<_> = player.state.record.floors.iter().filter(|(_, floor)| floor.read.is_some()).collect();
    assert_eq!(read.iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>(), ["auth/l0", "auth/l1", "frontend/l0"]);
    let twice = kept(&player, &save);
    assert_eq!(twice.profiles[""]["beyond-vibe-coding"].log.len(), 3);
}

#[test]
fn what_two_devices_did_comes_together() {
    let mut one = Player::new();
    one.wants(&floor("auth/l0"));
    let mut two = Player::new();
    two.state.author = laddertown::domain::progress::Author(2);
    two.wants(&floor("testing/l2"));
    one.state.absorb(&kept(&two, &Save::default()), &one.pack);
    two.state.absorb(&kept(&one, &Save::default()), &two.pack);
    assert_eq!((&one.state.log, &one.state.record), (&two.state.log, &two.state.record));
    assert_eq!(one.state.record.floors.len(), 2);
}

#[test]
fn what_a_pack_has_lost_is_listed_and_kept() {
    let pack = Draft::read("tests/fixtures/packs/small").check().pack.expect("a whole pack");
    let mut player = Player { pack, ..Player::new() };
    for intent in [level("l1"), floor("shed/l0"), floor("shed/l1")] {
        player.wants(&intent);
    }
    player.state.add(Deed::Whole(Whole::Placed(laddertown::domain::id::LevelId::new("l9"))));
    let smaller = without_the_upper_floor().check().pack.expect("still a whole pack");
    let save = kept(&player, &Save::default());
    let city = save.city("small").expect("a city");
    let expected = Lost {
        floors: ["shed/l1".parse().expect("a floor")].into(),
        levels: [laddertown::domain::id::LevelId::new("l9")].into(),
    };
    assert_eq!(lost(city, &smaller), expected);
    let back = State::restore(&save, &smaller);
    assert_eq!(back.record, Record::of(&city.log), "an edit of the pack may bring it back");
}
