//! Visits of which nothing is kept: guests at a stand, and demonstrations.

use super::{Effect, Intent, Player, State, floor};
use laddertown::domain::assess::example;
use laddertown::domain::settings::Theme;
use laddertown::packs;
use laddertown::view::assess::{Assess, Document};
use laddertown::view::journey::{Page, Play, Stage};
use laddertown::view::present::{Stand, StandView, Timers};
use laddertown::view::visitor::{self, Visitor};
use laddertown::view::{page, search};

const TIMERS: Timers = Timers { idle_secs: 60, countdown_secs: 20 };

/// Whoever plays in place of `player` from now on.
fn begin(player: &mut Player, stand: Option<Stand>) {
    let visitor = Visitor { home: player.pack.id().to_owned(), stand };
    player.state = visitor::begin(visitor, &player.state, &player.pack, &player.words);
}

/// The stand after somebody has come to it, and so many seconds after that.
fn stand(secs: f64) -> Stand {
    let mut stand = Stand::new(TIMERS);
    stand.pass(0.0, true);
    stand.pass(secs, false);
    stand
}

fn guest() -> Player {
    let mut player = Player::new();
    begin(&mut player, Some(stand(1.0)));
    player
}

fn demo() -> Player {
    let mut player = Player::new();
    begin(&mut player, None);
    player
}

/// A player who has done a little of everything that is kept.
fn busy(mut player: Player) -> Player {
    for intent in [
        floor("database/l2"),
        Intent::Play(Play::RaiseAsRead("frontend/l0".parse().expect("a floor"))),
        Intent::Play(Play::Note("frontend/l0".parse().expect("a floor"), "my own words".to_owned())),
        Intent::SetTheme(Theme::Dark),
        Intent::SetText(150),
        Intent::NextLevel,
        Intent::SetSearch("secret".to_owned()),
    ] {
        player.wants(&intent);
    }
    player.state.notify("A notice about me");
    player
}

#[test]
fn of_whoever_played_before_a_guest_finds_nothing() {
    let mut player = busy(guest());
    assert!(page::mirror(&player.sees(), &player.words).contains("A notice about me"));
    begin(&mut player, Some(stand(1.0)));
    let State { said, .. } = player.state.clone();
    let fresh = State { said, ..guest().state };
    assert_eq!(player.state, fresh);
}

#[test]
fn what_the_system_asks_for_holds_for_every_guest() {
    let mut player = Player::new();
    (player.state.system_reduces_motion, player.state.system_is_dark) = (true, true);
    begin(&mut player, Some(stand(1.0)));
    assert!(player.state.reduces_motion());
    assert_eq!(player.state.theme(), Theme::Dark);
}

#[test]
fn what_is_said_is_said_again_to_the_next_guest() {
    let mut player = busy(guest());
    let (count, _) = player.state.said;
    begin(&mut player, Some(stand(1.0)));
    assert_eq!(player.state.said, (count + 1, player.pack.title().to_owned()));
}

/// Whether the way to other profiles stands anywhere.
fn offers_profiles(player: &Player) -> bool {
    let intent = Intent::Play(Play::Open(Page::Profiles));
    let name = player.words.get("page-profiles");
    let found = search::results(&player.pack, &player.state, &name, &player.words);
    let is_found = found.iter().any(|row| row.intent == intent);
    is_found || player.sees().journey.iter().any(|action| action.intent == intent)
}

#[test]
fn nobody_gets_at_other_profiles_nor_files() {
    assert!(offers_profiles(&Player::new()));
    for mut player in [guest(), demo()] {
        player.wants(&Intent::ShowCities);
        assert_eq!(player.sees().cities.expect("open").bring, None);
        assert!(!offers_profiles(&player));
        player.wants(&Intent::Play(Play::Open(Page::Profiles)));
        assert_eq!(player.state.stage, Stage::City);
        for intent in [Intent::PickFile, Intent::ExportCity("imported.mine".to_owned())] {
            assert_eq!(player.wants(&intent), []);
        }
        player.state.dropping = true;
        assert_eq!(player.sees().drop, None);
        let told = player.words.get("visitor-no-files");
        assert_eq!(player.state.notices.iter().filter(|notice| **notice == told).count(), 1);
    }
}

#[test]
fn what_was_rated_stays_within_the_visit() {
    let (mut player, pack) = (guest(), packs::shipped("elixir-otp-ladder").expect("playable"));
    player.pack = pack;
    let effects = player.wants(&Intent::Assess(Assess::Export(Document::Json)));
    assert!(effects.iter().all(|effect| !effect.is_about_files()), "{effects:?}");
    assert!(player.state.notices.contains(&player.words.get("visitor-no-files")));
}

#[test]
fn the_way_out_is_there_for_visitors_alone() {
    assert_eq!(guest().wants(&Intent::EndVisit), [Effect::EndVisit]);
    assert_eq!(demo().wants(&Intent::EndVisit), [Effect::EndVisit]);
    assert_eq!(Player::new().wants(&Intent::EndVisit), []);
    let seen = page::mirror(&guest().sees(), &guest().words);
    assert!(!seen.contains("EndVisit"), "nobody stumbles over it");
}

#[test]
fn a_stand_invites_asks_and_is_silent_while_one_plays() {
    let mut player = Player::new();
    assert_eq!(player.sees().stand, None);
    begin(&mut player, Some(Stand::new(TIMERS)));
    assert!(matches!(player.sees().stand, Some(StandView::Invites(_))));
    begin(&mut player, Some(stand(1.0)));
    assert_eq!(player.sees().stand, None);
    begin(&mut player, Some(stand(65.5)));
    let Some(StandView::Asks { left, stay, .. }) = player.sees().stand else { panic!("it asks") };
    assert_eq!((left, stay.intent), (15, Intent::Stay));
    let html = page::mirror(&player.sees(), &player.words);
    assert!(html.contains("Still there?") && html.contains("In 15 seconds") && html.contains("data-intent=\"Stay\""));
}

#[test]
fn a_city_that_attracts_stands_whole_and_a_guest_begins_at_its_first_level() {
    let mut player = Player::new();
    begin(&mut player, Some(Stand::new(TIMERS)));
    assert_eq!((player.state.level, player.state.notices.len()), (player.pack.levels().len() - 1, 0));
    begin(&mut player, Some(stand(1.0)));
    assert_eq!((player.state.level, player.state.notices.len()), (0, 1), "with the first hint");
}

#[test]
fn a_demonstration_shows_the_whole_city_and_hints_at_nothing() {
    let mut player = demo();
    assert_eq!(player.state.level, player.pack.levels().len() - 1);
    for intent in [floor("auth/l0"), Intent::NextLevel, Intent::Close] {
        player.wants(&intent);
        assert_eq!(player.state.notices, [""; 0]);
    }
}

#[test]
fn in_a_demonstration_made_up_people_have_rated_every_ladder() {
    const YEAR: u64 = 1_790_000_000;
    for id in packs::ids() {
        let mut player = demo();
        player.state.now = YEAR;
        player.pack = packs::shipped(id).expect("playable");
        player.state.enter(&player.pack);
        visitor::furnish(&mut player.state, &player.pack);
        let desk = &player.state.assess;
        let people: Vec<_> = desk.sheets.raters().map(|rater| rater.name.as_str()).collect();
        if player.pack.assessment().is_some() {
            assert_eq!(people, [example::OWN, example::LEAD]);
            assert_eq!(desk.sheets.quarters(&desk.kept.rater).count(), 4);
            assert_eq!(player.state.profile, example::OWN);
        } else {
            assert!(people.is_empty(), "{id}");
        }
        let before = player.state.clone();
        visitor::furnish(&mut player.state, &player.pack);
        assert_eq!(player.state, before, "what one changes in it stays changed");
    }
    let mut player = guest();
    player.pack = packs::shipped("elixir-otp-ladder").expect("playable");
    visitor::furnish(&mut player.state, &player.pack);
    assert!(player.state.assess.kept.log.is_empty(), "a guest finds an empty desk");
}

#[test]
fn a_demonstration_begins_with_the_first_tour_if_there_is_one() {
    let mut player = Player::presenter();
    let tour = player.pack.tours()[0].clone();
    begin(&mut player, None);
    let stop = visitor::first_stop(&player.pack).expect("there is a tour");
    player.wants(&Intent::Follow(stop));
    let show = player.state.show.as_ref().expect("it is shown");
    assert_eq!((&show.tour, show.stop), (&tour, 0));
    assert_eq!(player.state.notices, [""; 0]);
    let without = packs::generated(20).expect("playable");
    assert_eq!(visitor::first_stop(&without), None);
}
