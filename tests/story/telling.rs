//! What a player is told without having asked: hints for a first visit, and what an edited pack has lost.

use super::{Draft, Effect, Intent, Player, State, building, floor, level};
use laddertown::domain::id::LevelId;
use laddertown::domain::progress::{Deed, Whole};
use laddertown::domain::save::{CameraPose, Save, decode, encode};
use laddertown::view::hints;
use laddertown::view::journey::{Page, Play, Reset};

const POSE: CameraPose = CameraPose { target: [0.0; 3], yaw: 0.0, pitch: 0.5, distance: 40.0 };

/// On a first visit.
fn greeted() -> Player {
    let mut player = Player::new();
    hints::show(&mut player.state, &player.words);
    player
}

#[test]
fn a_hint_goes_when_it_is_dismissed_or_done_and_there_are_five() {
    let mut player = greeted();
    let mut seen = Vec::new();
    while let [hint] = player.state.notices.as_slice() {
        seen.push(hint.clone());
        assert_eq!(player.wants(&Intent::Dismiss(0)), [Effect::Save]);
    }
    assert_eq!((seen.len(), player.state.notices.len()), (5, 0));
    assert!(seen.iter().all(|hint| !hint.starts_with("hint-")), "{seen:?}");

    let mut player = greeted();
    let done =
        [building("auth"), level("l1"), Intent::Play(Play::Open(Page::Menu)), Intent::OpenSearch, Intent::ToggleHelp];
    for (intent, hint) in done.iter().zip(&seen) {
        assert_eq!(player.state.notices, [hint.as_str()]);
        assert!(player.wants(intent).contains(&Effect::Save));
    }
    assert!(player.state.notices.is_empty());
}

#[test]
fn hints_can_be_skipped_and_had_again() {
    let mut player = greeted();
    let first = player.state.notices.clone();
    player.state.notify("Not saved.");
    player.wants(&Intent::NextLevel);
    assert_eq!(player.state.notices[..1], first, "only the shown one is followed");
    let offered = |player: &Player, again| {
        player.sees().journey.iter().any(|action| action.intent == Intent::Play(Play::Hints(again)))
    };
    assert!(offered(&player, false) && !offered(&player, true));
    assert!(player.wants(&Intent::Play(Play::Hints(false))).contains(&Effect::Save));
    assert_eq!(player.state.notices, ["Not saved."]);
    assert!(offered(&player, true));
    player.wants(&Intent::Dismiss(0));
    player.wants(&Intent::Play(Play::Hints(true)));
    assert_eq!(player.state.notices, first);
}

#[test]
fn the_next_hint_is_kept() {
    let mut player = greeted();
    player.wants(&Intent::Dismiss(0));
    let save = player.state.save(&player.pack, POSE, &Save::default());
    let (save, _) = decode(&encode(&save, 1)).expect("readable");
    let mut back = State::restore(&save, &player.pack);
    hints::show(&mut back, &player.words);
    assert_eq!(back.notices, player.state.notices);
}

#[test]
fn what_an_edited_pack_has_lost_is_told_once() {
    let pack = Draft::read("tests/fixtures/packs/small").check().pack.expect("a whole pack");
    let mut player = Player { pack, ..Player::new() };
    player.wants(&floor("shed/l0"));
    let restored = |player: &Player| {
        let save = player.state.save(&player.pack, POSE, &Save::default());
        let mut back = State::restore(&save, &player.pack);
        back.tell_losses(&player.pack, &player.words);
        back.tell_losses(&player.pack, &player.words);
        back.notices
    };
    assert!(restored(&player).is_empty());
    for lost in ["l7", "l8"] {
        player.state.add(Deed::Whole(Whole::Wall(LevelId::new(lost), laddertown::domain::progress::Wall::Played)));
    }
    let notices = restored(&player);
    assert!(notices.len() == 1 && notices[0].contains("l7, l8") && notices[0].contains("2 places"), "{notices:?}");
    for lost in 1..=9 {
        let deed = laddertown::domain::progress::Act::Bookmarked(true);
        player.state.add(Deed::Floor(format!("gone/l{lost}").parse().expect("a floor"), deed));
    }
    let notices = restored(&player);
    assert!(notices[0].contains("11 places") && notices[0].contains("gone/l5, \u{2026}"), "{notices:?}");
}

#[test]
fn a_building_that_one_was_in_can_be_begun_anew() {
    let mut player = Player::new();
    player.wants(&building("auth"));
    let page = Intent::Play(Play::Open(Page::Reset(Reset::Building(laddertown::domain::id::BuildingId::new("auth")))));
    assert!(player.reads().actions.iter().any(|action| action.intent == page));
    player.wants(&page);
    let stage = player.sees().stage.expect("the question is asked");
    player.wants(&stage.actions[0].intent);
    assert!(player.state.record.floors.is_empty());
}

#[test]
fn a_hint_waits_until_nothing_is_read_or_played() {
    let mut player = Player::new();
    laddertown::view::hints::show(&mut player.state, &player.words);
    player.state.notify("Not saved.".to_owned());
    let told = |player: &Player| player.sees().notices.iter().map(|notice| notice.dismiss.clone()).collect::<Vec<_>>();
    assert_eq!(told(&player), [Intent::Dismiss(0), Intent::Dismiss(1)]);
    player.wants(&building("auth"));
    assert_eq!(told(&player), [Intent::Dismiss(0)], "the hint that followed waits");
    player.wants(&Intent::Dismiss(0));
    assert_eq!(told(&player), []);
    player.wants(&Intent::Close);
    assert_eq!(told(&player), [Intent::Dismiss(0)]);
}

#[test]
fn what_is_told_anew_takes_the_place_of_what_was_told_before_and_of_nothing_else() {
    let mut state = State::default();
    let mut before = None;
    state.notify("Not saved.");
    for name in ["one.csv", "one.csv", "one.png"] {
        state.notify_anew(&mut before, Some(name.to_owned()));
    }
    assert_eq!(state.notices, ["Not saved.", "one.png"]);
    state.notices.clear();
    state.notify_anew(&mut before, Some("two.csv".to_owned()));
    assert_eq!(state.notices, ["two.csv"], "it was dismissed in between");
    state.notify_anew(&mut before, None);
    assert!(state.notices.is_empty());
}
