//! From city to city, and what players bring.

use super::{level, open, run, standing, visit_with, want};
use bevy::prelude::*;
use laddertown::app::{Content, Drafted, Dropped, Handed, Library, Session, Shown};
use laddertown::city::BuildingOf;
use laddertown::domain::content::Files;
use laddertown::domain::content::bundle;
use laddertown::domain::save::Open;
use laddertown::packs::{self, generated_files};
use laddertown::storage::{MemoryStore, Shelf};
use laddertown::view::assess::{Assess, Document, Page};
use laddertown::view::journey::Stage;
use laddertown::view::{Intent, Panel};

const LADDER: &str = "elixir-otp-ladder";
const LADDER_DOCUMENT: &str = include_str!("../fixtures/import/ladder-table-rows.md");

fn visit(store: &MemoryStore) -> App {
    visit_with(store, None)
}

fn choose(game: &mut App, id: &str) {
    want(game, Intent::ChooseCity(id.to_owned()));
    run(game, 0.5);
}

fn pack_id(game: &App) -> &str {
    game.world().resource::<Content>().pack.id()
}

fn drop_file(game: &mut App, name: &str, text: &str) {
    game.world_mut().write_message(Dropped { name: name.to_owned(), text: Ok(text.to_owned()) });
    run(game, 0.3);
}

fn notices(game: &App) -> String {
    game.world().resource::<Session>().0.notices.join("\n")
}

fn mine() -> Files {
    generated_files(20)
}

#[test]
fn another_city_stands_at_once_and_the_first_is_found_as_it_was_left() {
    let mut game = visit(&MemoryStore::default());
    want(&mut game, level("l3"));
    want(&mut game, Intent::OpenFloor("database/l2".parse().expect("a floor")));
    run(&mut game, 8.0);
    let (before, left, log) =
        (standing(&mut game), open(&game).clone(), game.world().resource::<Session>().0.log.clone());
    choose(&mut game, LADDER);
    assert_eq!(standing(&mut game), (3, 3));
    assert_eq!(pack_id(&game), LADDER);
    assert_eq!(*open(&game), Open::Nothing);
    assert_eq!(game.world().resource::<Shown>().title, "Elixir/OTP Ladder");
    want(&mut game, Intent::NextLevel);
    run(&mut game, 6.0);
    assert_eq!(standing(&mut game), (3, 6), "floors rise there, too");
    choose(&mut game, packs::FIRST);
    assert_eq!((standing(&mut game), open(&game)), (before, &left));
    assert_eq!(game.world().resource::<Session>().0.log, log);
    assert!(matches!(game.world().resource::<Shown>().panel, Panel::Building(_)));
    choose(&mut game, LADDER);
    assert_eq!(game.world().resource::<Session>().0.level, 1);
}

#[test]
fn a_visit_begins_in_the_city_in_which_the_last_one_ended() {
    let store = MemoryStore::default();
    let mut game = visit(&store);
    want(&mut game, level("l2"));
    choose(&mut game, LADDER);
    want(&mut game, Intent::NextLevel);
    drop(game);
    let saved = laddertown::storage::find(Box::new(store.clone()));
    assert_eq!(saved.city(), LADDER);
    let mut game = visit_with(&store, Some(LADDER));
    assert_eq!(game.world().resource::<Session>().0.level, 1);
    choose(&mut game, packs::FIRST);
    assert_eq!(game.world().resource::<Session>().0.level, 2);
}

#[test]
fn ten_changes_of_city_leave_no_more_behind_than_one() {
    let mut game = visit(&MemoryStore::default());
    let count = |game: &App| game.world().entities().count_spawned();
    choose(&mut game, LADDER);
    choose(&mut game, packs::FIRST);
    let once = count(&game);
    for _ in 0..10 {
        choose(&mut game, LADDER);
        choose(&mut game, packs::FIRST);
    }
    assert_eq!(count(&game), once);
    let mut buildings = game.world_mut().query::<&BuildingOf>();
    assert_eq!(buildings.iter(game.world()).count(), 28);
}

#[test]
fn a_city_that_nobody_knows_is_not_entered() {
    let mut game = visit(&MemoryStore::default());
    choose(&mut game, "atlantis");
    assert_eq!(pack_id(&game), packs::FIRST);
}

#[test]
fn what_is_dropped_is_entered_kept_renamed_and_found_again() {
    let store = MemoryStore::default();
    let mut game = visit(&store);
    drop_file(&mut game, "mine.ron", &bundle::write(&mine()));
    let id = pack_id(&game).to_owned();
    assert_eq!((id.as_str(), store.ids()), ("imported.generated", Ok(vec![id.clone()])));
    assert!(notices(&game).contains("A large city"), "{}", notices(&game));
    want(&mut game, Intent::NextLevel);
    want(&mut game, Intent::RenameCity(id.clone(), "My city".to_owned()));
    run(&mut game, 0.3);
    assert_eq!(game.world().resource::<Shown>().title, "My city");
    assert_eq!(game.world().resource::<Session>().0.level, 1, "a new name changes nothing else");
    drop(game);
    let mut game = visit_with(&store, Some(&id));
    assert_eq!(game.world().resource::<Content>().pack.title(), "My city");
    assert_eq!(game.world().resource::<Session>().0.level, 1);
    want(&mut game, Intent::ShowCities);
    run(&mut game, 0.1);
    for _ in 0..2 {
        want(&mut game, Intent::RemoveCity(id.clone()));
        run(&mut game, 0.1);
    }
    assert_eq!((pack_id(&game), store.ids()), (packs::FIRST, Ok(Vec::new())));
    let profiles = &game.world().resource::<Session>().0.profiles;
    assert!(profiles[""].contains_key(&id), "what was done there stays");
}

#[test]
fn what_is_not_meant_is_not_removed() {
    let mut game = visit(&MemoryStore::default());
    drop_file(&mut game, "mine.ron", &bundle::write(&mine()));
    let id = pack_id(&game).to_owned();
    want(&mut game, Intent::ShowCities);
    run(&mut game, 0.1);
    for intent in [Intent::RemoveCity(id.clone()), Intent::NextLevel, Intent::RemoveCity(id.clone())] {
        want(&mut game, intent);
        run(&mut game, 0.1);
    }
    want(&mut game, Intent::RemoveCity(LADDER.to_owned()));
    want(&mut game, Intent::RemoveCity(LADDER.to_owned()));
    let library = game.world().resource::<Library>();
    assert!(library.has(&id) && library.has(LADDER));
}

#[test]
fn what_cannot_be_taken_in_is_told_and_changes_nothing() {
    let mut game = visit(&MemoryStore::default());
    let mut broken = mine();
    broken.0.insert("d0/b0-0.ron".to_owned(), "Building(\n  id: 7,\n)".to_owned());
    drop_file(&mut game, "broken.ron", &bundle::write(&broken));
    drop_file(&mut game, "photo.png", "\u{89}PNG");
    let told = notices(&game);
    assert!(told.contains("broken.ron") && told.contains("d0/b0-0.ron:2:") && told.contains("photo.png"), "{told}");
    assert_eq!(pack_id(&game), packs::FIRST);
}

#[test]
fn a_document_becomes_a_city_at_once_and_its_report_is_found_again_on_a_later_visit() {
    let store = MemoryStore::default();
    let mut game = visit(&store);
    drop_file(&mut game, "sails.md", LADDER_DOCUMENT);
    let id = pack_id(&game).to_owned();
    assert_eq!(id, "imported.sailmakers");
    let report = game.world().resource::<Shown>().brought.clone().expect("one reads what became of it");
    assert_eq!(report.title, "Your document has become a city");
    assert_eq!(notices(&game), "", "and is not told twice");
    want(&mut game, Intent::Close);
    run(&mut game, 0.1);
    assert_eq!(game.world().resource::<Shown>().brought, None);
    assert_eq!(pack_id(&game), id);
    drop(game);
    let mut game = visit_with(&store, Some(&id));
    want(&mut game, Intent::ShowCities);
    run(&mut game, 0.1);
    want(&mut game, Intent::ShowReport(id));
    run(&mut game, 0.1);
    assert_eq!(game.world().resource::<Shown>().brought.as_ref().map(|view| &view.passages), Some(&report.passages));
}

#[test]
fn a_document_of_no_family_leaves_everything_as_it_was_and_says_what_was_looked_for() {
    let mut game = visit(&MemoryStore::default());
    drop_file(&mut game, "rain.md", "# On rain\n\nIt falls.\n");
    let answer = game.world().resource::<Shown>().brought.clone().expect("one reads why");
    assert_eq!(answer.title, "Nothing was made of rain.md");
    assert_eq!((pack_id(&game), notices(&game).as_str()), (packs::FIRST, ""));
}

#[test]
fn what_was_damaged_is_listed_and_taken_away_and_is_gone_for_good() {
    let store = MemoryStore::default();
    store.put("imported.sails", "(title:None,files:{\"pack.").expect("there is room");
    let mut game = visit(&store);
    assert_eq!(notices(&game), "", "nobody is told at every start");
    want(&mut game, Intent::ShowCities);
    run(&mut game, 0.1);
    let rows = game.world().resource::<Shown>().cities.clone().expect("shown").rows;
    assert!(rows.last().is_some_and(|row| row.title == "sails" && row.choose.is_none()));
    for _ in 0..2 {
        want(&mut game, Intent::RemoveCity("imported.sails".to_owned()));
        run(&mut game, 0.1);
    }
    assert_eq!(store.ids(), Ok(Vec::new()));
    assert_eq!(game.world().resource::<Shown>().cities.clone().expect("shown").rows.len(), rows.len() - 1);
}

#[test]
fn what_is_taken_away_as_a_file_bears_the_name_that_the_player_gave_it() {
    let mut game = visit(&MemoryStore::default());
    drop_file(&mut game, "mine.ron", &bundle::write(&mine()));
    let id = pack_id(&game).to_owned();
    want(&mut game, Intent::RenameCity(id.clone(), "My city".to_owned()));
    run(&mut game, 0.3);
    want(&mut game, Intent::ExportCity(id));
    let text = game.world_mut().resource_mut::<Messages<Handed>>().drain().last().expect("a file").text;
    let files = bundle::read(&text).expect("a pack");
    let pack = files.checked().expect("it loads").pack.expect("it plays");
    assert_eq!((pack.title(), pack.id()), ("My city", "generated"));
}

#[test]
fn where_there_is_no_room_the_city_is_played_all_the_same_and_the_player_is_told() {
    let mut game = visit(&MemoryStore::broken("the browser's storage is full"));
    drop_file(&mut game, "mine.ron", &bundle::write(&mine()));
    assert_eq!(pack_id(&game), "imported.generated");
    assert!(notices(&game).contains("not be kept"), "{}", notices(&game));
    assert!(notices(&game).contains("the browser's storage is full"));
}

#[test]
fn a_save_that_is_dropped_adds_to_what_was_done() {
    let elsewhere = MemoryStore::default();
    let mut other = visit(&elsewhere);
    want(&mut other, Intent::OpenFloor("auth/l0".parse().expect("a floor")));
    choose(&mut other, LADDER);
    want(&mut other, Intent::NextLevel);
    let texts = (0..2).filter_map(|slot| laddertown::storage::SaveStore::load(&elsewhere, slot).ok().flatten());
    let newest = texts.max_by_key(|text| laddertown::domain::save::decode(text).map_or(0, |(_, sequence)| sequence));
    let mut game = visit(&MemoryStore::default());
    drop_file(&mut game, "save-0.txt", &newest.expect("it was saved"));
    assert_eq!(game.world().resource::<Session>().0.record.floors.len(), 1);
    choose(&mut game, LADDER);
    assert_eq!(game.world().resource::<Session>().0.level, 1);
}

fn draft(game: &mut App, files: Result<Files, String>) {
    game.world_mut().write_message(Drafted(files));
    run(game, 0.2);
}

#[test]
fn a_draft_is_followed_and_a_fault_in_it_leaves_the_last_good_one() {
    let mut game = visit(&MemoryStore::default());
    draft(&mut game, Ok(generated_files(20)));
    assert_eq!(pack_id(&game), "draft.generated");
    let floor = game.world().resource::<Content>().pack.buildings()[1].floors[0].id.clone();
    want(&mut game, Intent::OpenFloor(floor.clone()));
    let mut files = generated_files(40);
    let pack = files.0["pack.ron"].replace("A large city", "A larger city");
    files.0.insert("pack.ron".to_owned(), pack);
    draft(&mut game, Ok(files.clone()));
    assert_eq!(game.world().resource::<Shown>().title, "A larger city");
    assert_eq!(*open(&game), Open::Building(floor.building.clone(), Some(floor.clone())), "the open floor stays");
    let good = files.clone();
    files.0.insert("d0/district.ron".to_owned(), "District(\n\n  id: ,".to_owned());
    draft(&mut game, Ok(files));
    assert!(notices(&game).contains("d0/district.ron:3:"), "{}", notices(&game));
    assert_eq!(game.world().resource::<Shown>().title, "A larger city");
    draft(&mut game, Ok(good));
    assert!(!notices(&game).contains("district.ron"), "what was mended is told no more");
}

#[test]
fn a_gap_leads_to_the_floor_that_helps_and_back_to_the_page() {
    let mut game = visit(&MemoryStore::default());
    choose(&mut game, "engineering-levels");
    want(&mut game, Intent::Assess(Assess::Open(Page::Missing)));
    want(&mut game, Intent::Visit(packs::FIRST.to_owned(), "mentorship/l5".parse().expect("a floor")));
    run(&mut game, 0.5);
    assert_eq!(pack_id(&game), packs::FIRST);
    assert!(matches!(open(&game), Open::Building(building, _) if building.as_str() == "mentorship"));
    want(&mut game, Intent::Return);
    run(&mut game, 0.5);
    assert_eq!(pack_id(&game), "engineering-levels");
    assert_eq!(game.world().resource::<Session>().0.stage, Stage::Assess(Page::Missing));

    want(&mut game, Intent::Visit("nowhere".to_owned(), "a/l0".parse().expect("a floor")));
    run(&mut game, 0.5);
    assert_eq!(pack_id(&game), "engineering-levels");
    assert_eq!(game.world().resource::<Session>().0.way_back, None);
}

#[test]
fn a_record_goes_out_as_a_file_and_is_the_same_where_it_is_dropped() {
    let handed = |game: &mut App, document: Document| {
        want(game, Intent::Assess(Assess::Export(document)));
        let handed = game.world_mut().resource_mut::<Messages<Handed>>().drain().last().expect("a file");
        (handed.name, handed.text)
    };
    let kept = |game: &App| game.world().resource::<Session>().0.assess.kept.clone();
    let mut own = visit(&MemoryStore::default());
    choose(&mut own, "engineering-levels");
    want(&mut own, Intent::Assess(Assess::Example));
    let (name, text) = handed(&mut own, Document::Json);

    let mut other = visit(&MemoryStore::default());
    choose(&mut other, "engineering-levels");
    drop_file(&mut other, &name, &text);
    assert_eq!(kept(&other), kept(&own));
    drop_file(&mut other, &name, &text);
    assert_eq!(kept(&other), kept(&own), "a second time nothing is added");
    assert_eq!(handed(&mut other, Document::Json), (name, text));
}
