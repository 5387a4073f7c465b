//! A player brings a document, and reads what became of it.

use super::{CITY, Intent, Overlay, Player};
use laddertown::domain::content::import::Unknown;
use laddertown::domain::content::{Imported, import};
use laddertown::packs::{self, Library, Refusal};
use laddertown::view::brought::{self, BroughtView, Passage};
use laddertown::view::{Effect, page};

const LADDER: &str = include_str!("../fixtures/import/ladder-table-rows.md");
const NEITHER: &str = include_str!("../fixtures/import/neither.md");

/// A player who has just brought a ladder, and its id.
fn bringer() -> (Player, String) {
    let mut library = Library::default();
    let Imported { files, report } = import(LADDER, "sails.md", None).expect("a ladder");
    let (id, _) = library.add(files).expect("playable");
    library.keep_report(&id, report);
    let mut player = Player::new();
    player.state.cities = library.cards();
    (player, id)
}

#[track_caller]
fn told(player: &Player) -> BroughtView {
    player.sees().brought.expect("it is told")
}

fn lines(view: &BroughtView) -> Vec<(Option<&str>, &str)> {
    let all = view.passages.iter().filter_map(|passage| match passage {
        Passage::Lines(lines) => Some(lines),
        _ => None,
    });
    all.flatten().map(|(place, says)| (place.as_deref(), says.as_str())).collect()
}

#[test]
fn the_report_of_a_document_is_read_with_its_lines_and_what_was_guessed_first() {
    let (mut player, id) = bringer();
    player.wants(&Intent::ShowReport(id.clone()));
    let view = told(&player);
    assert_eq!(view.title, "Your document has become a city");
    assert_eq!(player.state.said.1, view.title, "a screen reader hears of it");
    let [family, size, sum] = view.lead.as_slice() else { panic!("{:?}", view.lead) };
    assert_eq!(family, "Sailmakers was read as a ladder.");
    assert_eq!(size, "3 levels, 2 buildings, 5 floors");
    assert_eq!(sum, "4 things were guessed. Nothing was left out.");
    let headings: Vec<_> = view.passages.iter().filter(|passage| matches!(passage, Passage::Heading(_))).collect();
    assert_eq!(headings[0], &Passage::Heading("Guessed: look here first".to_owned()));
    assert_eq!(headings.len(), 2, "nothing is said of what is not there");
    let lines = lines(&view);
    assert_eq!(lines[0].0, None, "it is about the whole document");
    assert!(lines.contains(&(Some("Line 5"), "a table: Level | Needle | Cloth")), "{lines:?}");
    let html = page::mirror(&player.sees(), &player.words);
    assert!(html.contains("<strong>Line 5</strong> a table: Level | Needle | Cloth"));
    assert!(super::mirror::buttons(&html).contains(&Intent::ChooseCity(id)), "from another city one enters it");
}

#[test]
fn a_report_is_closed_by_the_key_that_closes_everything_and_opened_again_from_its_card() {
    let (mut player, id) = bringer();
    player.wants(&Intent::ShowCities);
    let row = player.sees().cities.expect("shown").rows.into_iter().last().expect("the one that was brought");
    let report = row.actions.into_iter().find(|action| action.label == "Report").expect("it has one");
    for _ in 0..2 {
        player.wants(&report.intent);
        assert!(player.sees().brought.is_some() && player.sees().cities.is_none());
        player.wants(&Intent::Close);
        assert!(player.sees().brought.is_none());
    }
    player.wants(&report.intent);
    let all = told(&player).actions.pop().expect("the way back");
    assert!(player.wants(&all.intent).contains(&Effect::ListCities));
    assert!(player.sees().cities.is_some());
    player.wants(&Intent::ShowReport(CITY.id().to_owned()));
    assert!(player.sees().brought.is_none(), "no document was brought for it");
    player.wants(&Intent::ShowReport(id));
    player.state.cities.clear();
    assert!(player.sees().brought.is_none(), "it is gone");
}

#[test]
fn in_the_new_city_one_looks_around_or_reads_what_had_no_place_in_it() {
    let flow = include_str!("../fixtures/import/flow.md");
    let mut library = Library::default();
    let Imported { files, report } = import(flow, "flow.md", None).expect("a flow");
    let (id, _) = library.add(files).expect("playable");
    library.keep_report(&id, report);
    let mut player = Player { pack: library.open(&id).expect("playable"), ..Player::new() };
    player.state.cities = library.cards();
    player.wants(&Intent::ShowReport(id));
    let labels: Vec<_> = told(&player).actions.into_iter().map(|action| action.label).collect();
    assert_eq!(labels, ["Look around", "About this city", "All cities"]);
    let about = told(&player).actions[1].intent.clone();
    player.wants(&about);
    assert_eq!(player.state.overlay, None);
    assert!(player.sees().stage.is_some());
}

#[test]
fn a_book_is_not_told_line_by_line() {
    let mut library = Library::default();
    let Imported { files, mut report } = import(LADDER, "long.md", None).expect("a ladder");
    report.lines = vec![report.lines[0].clone(); 1000];
    let (id, _) = library.add(files).expect("playable");
    library.keep_report(&id, report);
    let mut player = Player::new();
    player.state.cities = library.cards();
    player.wants(&Intent::ShowReport(id));
    let last = player.sees().brought.map(|view| lines(&view).last().map(|(_, says)| says.to_string()));
    assert_eq!(last.flatten().as_deref(), Some("And 700 more."));
}

#[test]
fn a_document_of_no_family_is_answered_with_what_was_looked_for_and_the_smallest_documents() {
    let Err(Refusal::NoFamily(unknown)) = packs::read_dropped("rain.md", NEITHER) else { panic!("it is none") };
    let mut player = Player::new();
    brought::refuse(&mut player.state, "rain.md", unknown, &player.words);
    let view = told(&player);
    assert_eq!(view.title, "Nothing was made of rain.md");
    let examples: Vec<_> = view
        .passages
        .iter()
        .filter_map(|passage| match passage {
            Passage::Example(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(examples.len(), 2);
    for text in examples {
        assert!(import(text, "x.md", None).is_ok(), "what is shown to begin with is a document: {text}");
    }
    let html = page::mirror(&player.sees(), &player.words);
    assert!(html.contains("<pre>## L1 - Learning\n\n**Technical**"), "line by line");
    assert_eq!(view.actions[0].intent, Intent::PickFile);
}

#[test]
fn what_was_found_instead_is_told_in_numbers() {
    let mut player = Player::new();
    let found = |player: &mut Player, headings, entries| {
        let unknown = Unknown { asked: None, headings, entries };
        brought::refuse(&mut player.state, "x.md", unknown, &player.words);
        told(player).lead.swap_remove(0)
    };
    let none = "It is neither a ladder nor an unlock flow. It has no headings and no entries of lists or tables.";
    assert_eq!(found(&mut player, 0, 0), none);
    assert!(found(&mut player, 1, 1).ends_with("one heading and one entry of a list or table."));
    assert!(found(&mut player, 7, 12).ends_with("7 headings and 12 entries of lists and tables."));
    assert_eq!(player.state.overlay, Some(Overlay::Brought));
}
