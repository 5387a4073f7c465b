//! The search finds every place, text and action, and goes away when something was chosen.

use super::mirror::buttons;
use super::{Intent, Player, building, floor, level};
use laddertown::domain::progress::{Act, Deed};
use laddertown::domain::save::Open;
use laddertown::view::page;
use laddertown::view::search::{Kind, MOST, QUERY_CHARS, ResultRow, SearchView, codes};
use laddertown::view::state::Overlay;

impl Player {
    #[track_caller]
    fn searches(&mut self, query: &str) -> SearchView {
        self.wants(&Intent::SetSearch(query.to_owned()));
        self.sees().search.expect("the search is open")
    }

    #[track_caller]
    fn finds_first(&mut self, query: &str) -> ResultRow {
        self.searches(query).results.into_iter().next().unwrap_or_else(|| panic!("nothing fits {query}"))
    }
}

#[test]
fn every_floor_is_three_keystrokes_and_enter_away() {
    let mut player = Player::new();
    let pack = player.pack.clone();
    for (id, code) in codes(&pack) {
        assert!(code.chars().count() <= 3);
        player.wants(&Intent::OpenSearch);
        player.wants(&Intent::SetSearch(code.clone()));
        player.wants(&Intent::ChooseResult(0));
        assert_eq!(player.reads().floor.id, *id, "{code}");
    }
    assert_eq!(codes(&pack).len(), pack.floors().count());
}

#[test]
fn a_place_is_found_by_its_name_its_number_its_level_and_its_id() {
    let mut player = Player::new();
    assert_eq!(player.finds_first("auth").intent, building("auth"));
    for query in ["Auth 2", "auth/l2", "au 2", "AU2", "auth builder", "ath2"] {
        assert_eq!(player.finds_first(query).intent, floor("auth/l2"), "{query}");
    }
    assert_eq!(player.finds_first("javscript").intent, building("javascript"));
    assert_eq!(player.finds_first("security").kind, Kind::District);
    assert_eq!(player.finds_first("level 3").intent, level("l3"));
    assert_eq!(player.finds_first("the engineer").intent, level("l3"));
}

#[test]
fn a_text_is_found_by_its_words_and_shown_around_them() {
    let mut player = Player::new();
    let pack = player.pack.clone();
    let lesson =
        pack.floors().find_map(|(_, floor)| Some((floor, laddertown::domain::progress::rules::lesson(floor)?)));
    let (floor, lesson) = lesson.expect("a lesson");
    let words: Vec<&str> = lesson.claim().expect("a claim").split_whitespace().collect();
    let phrase = words[1..words.len().min(6)].join(" ");
    let found = player.searches(&phrase).results;
    let row = found.iter().find(|row| row.intent == Intent::OpenFloor(floor.id.clone())).expect("the floor");
    assert_eq!(row.kind, Kind::Text);
    assert!(row.detail.contains(words[1]) && row.detail.chars().count() < 200, "{}", row.detail);
}

#[test]
fn words_of_the_glossary_and_notes_lead_to_a_floor() {
    let mut player = Player::new();
    let terms = player.pack.glossary().0.clone();
    for term in &terms {
        let found = player.searches(&term.term).results;
        assert!(found.iter().any(|row| row.kind == Kind::Term && row.detail.len() > 3), "{}", term.term);
    }
    let id = "auth/l1".parse().expect("a floor");
    player.state.add(Deed::Floor(id, Act::Noted("Zebras ask first".to_owned())));
    let row = player.finds_first("zebra");
    assert_eq!((row.kind, row.detail.as_str()), (Kind::Note, "Zebras ask first"));
    assert_eq!(row.intent, floor("auth/l1"));
}

#[test]
fn actions_are_found_and_done() {
    let mut player = Player::new();
    player.searches("settings");
    player.wants(&Intent::ChooseResult(0));
    assert_eq!((player.state.overlay, player.state.search.clone()), (Some(Overlay::Settings), None));
    player.searches("next level");
    player.wants(&Intent::ChooseResult(0));
    assert_eq!(player.state.level, 1);
    let offered = player.searches("  ");
    assert!(!offered.results.is_empty() && offered.results.iter().all(|row| row.kind == Kind::Action));
    assert!(offered.hint.contains("fr0"), "{}", offered.hint);
}

#[test]
fn the_search_is_closed_first_and_by_everything_else() {
    let mut player = Player::new();
    player.wants(&building("auth"));
    player.wants(&Intent::OpenSearch);
    assert_eq!(player.sees().search.expect("it is open").query, "");
    player.wants(&Intent::Close);
    assert!(player.state.search.is_none() && player.state.open != Open::Nothing);
    for other in [Intent::ToggleHelp, floor("auth/l1"), Intent::NextLevel] {
        player.wants(&Intent::OpenSearch);
        assert_eq!(player.state.overlay, None, "the search lies over nothing");
        player.wants(&other);
        assert_eq!(player.state.search, None, "{other:?}");
    }
}

#[test]
fn a_result_that_is_not_there_does_nothing() {
    let mut player = Player::new();
    player.wants(&Intent::ChooseResult(0));
    assert!(player.searches("qqqqxxxx").results.is_empty());
    let before = player.state.clone();
    player.wants(&Intent::ChooseResult(0));
    assert_eq!(player.state, before);
}

#[test]
fn queries_and_results_are_bounded() {
    let mut player = Player::new();
    assert_eq!(player.searches(&"x\n".repeat(500)).query.chars().count(), QUERY_CHARS);
    for query in ["a", "e", "the", "level"] {
        assert_eq!(player.searches(query).results.len(), MOST, "{query}");
    }
}

#[test]
fn the_mirror_has_the_line_and_a_button_for_every_result() {
    let mut player = Player::new();
    let line = |html: &str| html.contains("role=\"search\"") && html.contains("data-intent-set=\"SetSearch(");
    assert!(line(&page::mirror(&player.sees(), &player.words)), "it is there before it is opened");
    let found = player.searches("auth").results;
    let html = page::mirror(&player.sees(), &player.words);
    assert!(line(&html) && html.contains("value=\"auth\""));
    let chosen = buttons(&html).into_iter().filter(|intent| matches!(intent, Intent::ChooseResult(_)));
    assert_eq!(chosen.count(), found.len());
}
