//! One comes back and finds things as one left them, also when the pack has changed in between.

use super::{Draft, Intent, Panel, Player, State, floor, level};
use laddertown::domain::id::DistrictId;
use laddertown::domain::save::{CameraPose, Open, Save, decode, encode};
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
    assert_eq!(save.cities[player.pack.id()].camera, Some(POSE));
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
    elsewhere.cities.insert("elsewhere".to_owned(), laddertown::domain::save::City::default());
    let save = kept(&player, &elsewhere);
    assert_eq!(save.cities.keys().collect::<Vec<_>>(), ["beyond-vibe-coding", "elsewhere"]);
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
    let city = save.cities.remove("beyond-vibe-coding").expect("a city");
    save.cities.insert("small".to_owned(), city);
    let back = State::restore(&save, &small);
    assert_eq!((back.level, back.open), (0, Open::Nothing));
}
