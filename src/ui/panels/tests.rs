//! Every panel as a player meets it: by role and label, never by pixel.

use super::{advice, bar, brought, building, cities, help, legend, level, map, notices, search, settings, sign, stage};
use crate::domain::content::Pack;
use crate::domain::progress::Mode;
use crate::domain::save::CameraPose;
use crate::domain::settings as settings_of_player;
use crate::packs;
use crate::ui::fonts;
use crate::ui::tokens::Theme;
use crate::view::assess::{self, Assess, Chart, Document};
use crate::view::intent::{CameraMove, Step};
use crate::view::journey::{Action, Block, Page, Play, Stage, StageView};
use crate::view::{CityView, Intent, Panel, State, Words, city, reduce};
use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Key, Rect, Ui, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::cell::RefCell;
use std::rc::Rc;

/// The view after some intents on a fresh city.
fn view_after(intents: &[Intent]) -> (CityView, Words) {
    let (pack, words) = (pack(), Words::english());
    let mut state = State::default();
    for intent in intents {
        reduce(&mut state, intent, &pack, &words);
    }
    (city(&pack, &state, &words), words)
}

fn pack() -> Pack {
    packs::shipped(packs::FIRST).expect("the shipped pack is playable")
}

fn floor(id: &str) -> Intent {
    Intent::OpenFloor(id.parse().expect("a floor"))
}

/// Draws a panel and hands its intents to the test.
fn harness<'a>(
    size: Vec2,
    theme: Theme,
    mut draw: impl FnMut(&mut Ui, &Theme, &mut Vec<Intent>) + 'a,
) -> Harness<'a, Vec<Intent>> {
    let mut ready = 0;
    let mut harness = Harness::builder().with_size(size).build_ui_state(
        move |ui, out: &mut Vec<Intent>| {
            // The faces are there from the pass after the one in which they were set.
            if ready == 0 {
                fonts::install(ui.ctx());
            }
            if ready > 0 {
                draw(ui, &theme, out);
            }
            ready += 1;
        },
        Vec::new(),
    );
    harness.run_steps(3);
    harness
}

fn light(size: Vec2, draw: impl FnMut(&mut Ui, &Theme, &mut Vec<Intent>) + 'static) -> Harness<'static, Vec<Intent>> {
    harness(size, Theme::new(settings_of_player::Theme::Light, 1.0), draw)
}

/// Presses the button of that name and expects exactly that intent.
#[track_caller]
fn press(harness: &mut Harness<'_, Vec<Intent>>, name: &str, expected: &Intent) {
    press_nth(harness, name, 0, expected);
}

/// Presses the button that so many of its name stand before.
#[track_caller]
fn press_nth(harness: &mut Harness<'_, Vec<Intent>>, name: &str, before: usize, expected: &Intent) {
    harness.state_mut().clear();
    harness.get_all_by_role_and_label(Role::Button, name).nth(before).expect(name).click();
    harness.run_steps(3);
    assert_eq!(harness.state(), std::slice::from_ref(expected), "{name}");
}

const WIDE: Vec2 = Vec2::new(1280.0, 900.0);
const PANEL: Vec2 = Vec2::new(560.0, 2400.0);

#[test]
fn the_bar_has_a_button_for_every_level_and_every_tool() {
    let (view, words) = view_after(&[]);
    let mut harness = light(WIDE, move |ui, theme, out| bar::bar_ui(ui, &view, &words, theme, out));
    for (mark, level) in pack().levels().iter().enumerate() {
        let name = format!("Level {mark}, {}", level.name);
        press(&mut harness, &name, &Intent::SetLevel(level.id.clone()));
    }
    press(&mut harness, "Next level", &Intent::NextLevel);
    press(&mut harness, "Previous level", &Intent::PreviousLevel);
    press(&mut harness, "The Magician", &Intent::OpenItsLevel);
    press(&mut harness, "Keys", &Intent::ToggleHelp);
    press(&mut harness, "Settings", &Intent::ToggleSettings);
    press(&mut harness, "Legend", &Intent::ToggleLegend);
    press(&mut harness, "Map", &Intent::ToggleMap);
    press(&mut harness, "Journey", &Intent::Play(Play::Open(Page::Menu)));
    press(&mut harness, "Cities", &Intent::ShowCities);
    press(&mut harness, "Whole city", &Intent::Home);
    press(&mut harness, "Search", &Intent::OpenSearch);
}

#[test]
fn the_bar_fits_a_phone_at_every_size_of_text() {
    for scale in [1.0, 2.0] {
        let (view, words) = view_after(&[]);
        let draw = move |ui: &mut Ui, theme: &Theme, out: &mut Vec<Intent>| bar::bar_ui(ui, &view, &words, theme, out);
        let harness = harness(Vec2::new(360.0, 640.0), Theme::new(settings_of_player::Theme::Light, scale), draw);
        for name in ["Level 0, The Magician", "Level 5, The Architect", "Next level", "Keys", "Settings"] {
            let place = harness.get_by_role_and_label(Role::Button, name).rect();
            assert!(place.left() >= 0.0 && place.right() <= 360.0, "{name} at {scale}: {place:?}");
        }
    }
}

#[test]
fn nothing_in_the_bar_lies_over_another_thing() {
    for (width, scale) in [
        (360.0, 1.0),
        (360.0, 2.0),
        (640.0, 1.0),
        (640.0, 2.0),
        (760.0, 1.0),
        (800.0, 1.5),
        (1180.0, 2.0),
        (1280.0, 2.0),
        (1400.0, 2.0),
    ] {
        let (view, words) = view_after(&[Intent::SetLevel(pack().levels()[1].id.clone())]);
        let draw = move |ui: &mut Ui, theme: &Theme, out: &mut Vec<Intent>| bar::bar_ui(ui, &view, &words, theme, out);
        let harness = harness(Vec2::new(width, 400.0), Theme::new(settings_of_player::Theme::Light, scale), draw);
        let places: Vec<_> = harness.get_all_by_role(Role::Button).map(|button| button.rect()).collect();
        assert!(places.len() > 10, "{width} at {scale}");
        for (index, place) in places.iter().enumerate() {
            let over = places[..index].iter().find(|other| other.shrink(1.0).intersects(place.shrink(1.0)));
            assert!(over.is_none(), "{width} at {scale}: {place:?} over {over:?}");
        }
    }
}

#[test]
fn a_building_shows_its_floors_and_the_open_text() {
    let (view, words) = view_after(&[floor("frontend/l0")]);
    let Panel::Building(view) = view.panel else { panic!("no building is open") };
    let know = view.floor.sections[1].entries[0].clone();
    let mut harness = light(PANEL, move |ui, theme, out| building::building_ui(ui, &view, &words, theme, out));
    for heading in ["Why now", "You know", "You assume", "You learn", "The story", "Reason to be"] {
        harness.get_by_label(heading);
    }
    harness.get_by_label(&know);
    press(&mut harness, "Floor 1, to be raised by The Apprentice", &floor("frontend/l1"));
    press(&mut harness, "Floor above", &Intent::StepFloor(Step::Next));
    press(&mut harness, "Larger text", &Intent::StepText(Step::Next));
    press(&mut harness, "Smaller text", &Intent::StepText(Step::Previous));
    press(&mut harness, "Close", &Intent::Close);
    assert!(harness.query_by_label("Floor below").is_none(), "there is nothing below the ground floor");
}

#[test]
fn a_floor_that_has_not_risen_can_be_read_and_says_so() {
    let (view, words) = view_after(&[floor("frontend/l3")]);
    let Panel::Building(view) = view.panel else { panic!("no building is open") };
    let harness = light(PANEL, move |ui, theme, out| building::building_ui(ui, &view, &words, theme, out));
    harness.get_by_label_contains("Not risen yet");
    harness.get_by_label("The story");
}

#[test]
fn the_text_keeps_within_the_panel_at_every_size() {
    for scale in [1.0, 1.5, 2.0] {
        let (view, words) = view_after(&[floor("database/l1")]);
        let Panel::Building(view) = view.panel else { panic!("no building is open") };
        let story = crate::view::markup::paragraphs(&view.floor.sections[4].entries[0]);
        let first: String = story[0].iter().map(|run| run.text.as_str()).collect();
        let draw = move |ui: &mut Ui, theme: &Theme, out: &mut Vec<Intent>| {
            building::building_ui(ui, &view, &words, theme, out);
        };
        let harness = harness(Vec2::new(520.0, 4000.0), Theme::new(settings_of_player::Theme::Dark, scale), draw);
        let place = harness.get_by_label(&first).rect();
        assert!(place.right() <= 520.0 && place.width() > 300.0, "{scale}: {place:?}");
    }
}

#[test]
fn a_sign_says_why_now_and_leads_to_its_buildings() {
    let (view, words) = view_after(&[Intent::OpenItsDistrict]);
    let Panel::District(view) = view.panel else { panic!("no sign is open") };
    let tagline = view.tagline.clone();
    let mut harness = light(PANEL, move |ui, theme, out| sign::sign_ui(ui, &view, &words, theme, out));
    harness.get_by_label(&tagline);
    harness.get_by_label("Why now");
    for building in pack().buildings_of(&pack().districts()[0]) {
        press(&mut harness, &building.name, &Intent::OpenBuilding(building.id.clone()));
    }
    press(&mut harness, "Close", &Intent::Close);
}

#[test]
fn a_level_has_its_epigraph_and_portrait() {
    let (view, words) = view_after(&[Intent::OpenItsLevel]);
    let Panel::Level(view) = view.panel else { panic!("no level is open") };
    let (epigraph, brings) = (view.epigraph.clone(), view.brings.clone());
    let mut harness = light(PANEL, move |ui, theme, out| level::level_ui(ui, &view, &words, theme, out));
    harness.get_by_label(&epigraph);
    for line in &brings {
        harness.get_by_label(line);
    }
    press(&mut harness, "Close", &Intent::Close);
}

#[test]
fn the_list_of_keys_names_every_key() {
    let (view, words) = view_after(&[Intent::ToggleHelp]);
    let groups = view.help.expect("the list is open");
    let rows: Vec<_> = groups.iter().flat_map(|group| group.rows.clone()).collect();
    let harness = light(Vec2::new(700.0, 900.0), move |ui, theme, _| help::help_ui(ui, &groups, theme));
    for (keys, does) in rows {
        harness.get_by_label(&keys);
        harness.get_by_label(&does);
    }
    assert!(words.has("help-title"));
}

#[test]
fn every_setting_can_be_chosen() {
    let (view, _) = view_after(&[Intent::ToggleSettings]);
    let choices = view.settings.expect("the settings are open");
    let shown = choices.clone();
    let mut harness =
        light(Vec2::new(700.0, 900.0), move |ui, theme, out| settings::settings_ui(ui, &shown, theme, out));
    let options: Vec<_> = choices.iter().flat_map(|choice| &choice.options).collect();
    for (index, option) in options.iter().enumerate() {
        // Several settings have an option of the same name.
        let before = options[..index].iter().filter(|earlier| earlier.label == option.label).count();
        press_nth(&mut harness, &option.label, before, &option.intent);
    }
}

#[test]
fn the_legend_says_what_every_sample_means() {
    let (view, _) = view_after(&[Intent::ToggleLegend]);
    let groups = view.legend.expect("the legend is open");
    let shown = groups.clone();
    for (size, scale) in [(Vec2::new(700.0, 900.0), 1.0), (Vec2::new(330.0, 3000.0), 2.0)] {
        let shown = shown.clone();
        let draw = move |ui: &mut Ui, theme: &Theme, _: &mut Vec<Intent>| legend::legend_ui(ui, &shown, theme);
        let harness = harness(size, Theme::new(settings_of_player::Theme::Light, scale), draw);
        for row in groups.iter().flat_map(|group| &group.rows) {
            assert!(harness.get_by_label(&row.text).rect().right() <= size.x, "{}", row.text);
        }
    }
}

/// Draws the map of a city as it is seen from the south.
fn map_harness() -> (crate::view::map::MapView, Rect, Harness<'static, Vec<Intent>>) {
    let (view, words) = view_after(&[]);
    let view = view.map.expect("the map is shown");
    let free = Rect::from_min_size(bevy_egui::egui::Pos2::ZERO, WIDE);
    let place = map::place(free, &Theme::new(settings_of_player::Theme::Light, 1.0)).expect("there is room");
    let shown = view.clone();
    let harness = light(WIDE, move |ui, theme, out| {
        let pose = CameraPose { target: [0.0; 3], yaw: 0.0, pitch: 0.5, distance: 60.0 };
        let seen = map::Seen { pose, field: 0.49, aspect: 1.6, hovered: None };
        map::map_ui(ui, &shown, seen, place, &words, theme, out);
    });
    (view, place, harness)
}

#[test]
fn a_press_on_the_map_opens_the_building_or_district_that_lies_there() {
    let (view, place, mut harness) = map_harness();
    let scale = (place.width() / 2.0 - 11.0) / view.radius;
    let mut press_at = |[east, south]: [f32; 2], expected: &Intent| {
        harness.state_mut().clear();
        let at = place.center() + Vec2::new(east, south) * scale;
        harness.drag_at(at);
        harness.run_steps(1);
        harness.drop_at(at);
        harness.run_steps(3);
        assert_eq!(harness.state(), std::slice::from_ref(expected));
    };
    press_at(view.dots[0].at, &view.dots[0].intent);
    let (x, z) = crate::domain::plan::site(3).center();
    press_at([x, z], &view.wards[3].intent);
}

#[test]
fn the_compass_turns_the_view_to_the_north() {
    let (_, _, mut harness) = map_harness();
    press(&mut harness, "North ahead", &Intent::Move(CameraMove::North));
}

#[test]
fn a_notice_can_be_dismissed() {
    let text = "Not saved, because the disk is full.".to_owned();
    let notices = vec![crate::view::city::Notice { text, dismiss: Intent::Dismiss(0) }];
    let mut harness = light(Vec2::new(500.0, 300.0), move |ui, theme, out| {
        notices::notices_ui(ui, &notices, &Words::english(), theme, out);
    });
    harness.get_by_label("Not saved, because the disk is full.");
    press(&mut harness, "Dismiss", &Intent::Dismiss(0));
}

/// One who plays: the panel of what is played, drawn anew after every press.
struct Player {
    pack: Pack,
    words: Words,
    state: State,
}

impl Player {
    /// Presses the button of that name in the panel.
    #[track_caller]
    fn press(&mut self, name: &str) {
        let stage = city(&self.pack, &self.state, &self.words).stage.expect("something is played");
        let words = Words::english();
        let mut harness = light(PANEL, move |ui, theme, out| stage::stage_ui(ui, &stage, &words, theme, out));
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run_steps(3);
        let [wanted] = harness.state().as_slice() else { panic!("{name}: {:?}", harness.state()) };
        reduce(&mut self.state, wanted, &self.pack, &self.words);
    }

    fn blocks(&self) -> Vec<Block> {
        city(&self.pack, &self.state, &self.words).stage.expect("something is played").blocks
    }

    /// The first option of the question that is asked.
    fn option(&self) -> String {
        let stage = city(&self.pack, &self.state, &self.words).stage.expect("something is played");
        stage.asked().expect("something is asked")[0].label.clone()
    }
}

/// Draws the search, and does what is wanted in it.
fn search_harness() -> (Rc<RefCell<Player>>, Harness<'static, Vec<Intent>>) {
    let mut player = Player { state: State::default(), pack: pack(), words: Words::english() };
    reduce(&mut player.state, &Intent::OpenSearch, &player.pack, &player.words);
    let player = Rc::new(RefCell::new(player));
    let drawn = player.clone();
    let harness = light(Vec2::new(560.0, 700.0), move |ui, theme, out| {
        let player = &mut *drawn.borrow_mut();
        let Some(view) = city(&player.pack, &player.state, &player.words).search else { return };
        let mut wanted = Vec::new();
        search::search_ui(ui, 680.0, &view, &player.words, theme, &mut wanted);
        for intent in wanted {
            reduce(&mut player.state, &intent, &player.pack, &player.words);
            out.push(intent);
        }
    });
    (player, harness)
}

#[test]
fn two_letters_and_a_number_typed_into_the_search_open_a_floor_by_enter() {
    let (player, mut harness) = search_harness();
    for letter in ["/", "a", "u", "2"] {
        // The slash is the key that opened it; the line has the keyboard without a press on it.
        harness.event(bevy_egui::egui::Event::Text(letter.to_owned()));
        harness.run_steps(2);
    }
    assert_eq!(player.borrow().state.search.as_deref(), Some("au2"));
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().last(), Some(&Intent::ChooseResult(0)));
    let floor = player.borrow().state.open_floor(&pack()).map(|(_, floor)| floor.id.to_string());
    assert_eq!(floor.as_deref(), Some("auth/l2"));
}

#[test]
fn arrows_and_presses_choose_among_the_results() {
    let (player, mut harness) = search_harness();
    harness.get_by_role_and_label(Role::TextInput, "Find").type_text("auth");
    harness.run_steps(3);
    let place = harness.get_by_role_and_label(Role::Button, "Building: Auth").rect();
    assert!(place.height() >= 40.0 && place.right() <= 560.0, "{place:?}");
    for key in [Key::ArrowUp, Key::ArrowDown, Key::ArrowDown, Key::ArrowUp, Key::ArrowDown, Key::Enter] {
        harness.key_press(key);
        harness.run_steps(2);
    }
    assert_eq!(harness.state().last(), Some(&Intent::ChooseResult(2)));
    assert_eq!(player.borrow().state.search, None);

    let (player, mut harness) = search_harness();
    harness.get_by_role_and_label(Role::Button, "Do: Settings").click();
    harness.run_steps(3);
    assert!(city(&pack(), &player.borrow().state, &Words::english()).settings.is_some());
}

#[test]
fn a_floor_is_played_from_the_door_until_it_stands() {
    let (pack, words) = (pack(), Words::english());
    let mut player = Player { state: State::default(), pack, words };
    for play in [Play::SetMode(crate::domain::progress::Mode::Journey), Play::Next] {
        reduce(&mut player.state, &Intent::Play(play), &player.pack, &player.words);
    }
    player.press(&player.option());
    for name in ["Go in", "I agree, and am sure", "Now without the text"] {
        player.press(name);
    }
    while player.blocks().iter().all(|block| !matches!(block, Block::Options(_))) {
        player.press("Show the answer");
        player.press("Well");
    }
    player.press(&player.option());
    player.press("Go on");
    player.press("Raise the floor");
    let raised = player.state.record.floors.values().filter(|floor| floor.raised.is_some()).count();
    assert_eq!(raised, 1);
    player.press("Close");
    assert_eq!(player.state.stage, Stage::City);
}

#[test]
fn a_line_in_ones_own_words_is_kept_by_raising_the_floor() {
    let floor: crate::domain::id::FloorId = "frontend/l0".parse().expect("a floor");
    let wants = Intent::Play(Play::Note(floor.clone(), "{value}".to_owned())).to_text();
    let action = Action { label: "Raise".to_owned(), intent: Intent::Play(Play::Continue) };
    let line = Block::Line { label: "Own words".to_owned(), text: String::new(), wants };
    let view = StageView {
        kicker: "Frontend".to_owned(),
        title: "Note".to_owned(),
        progress: None,
        blocks: vec![line],
        actions: vec![action],
    };
    let words = Words::english();
    let mut harness = light(PANEL, move |ui, theme, out| stage::stage_ui(ui, &view, &words, theme, out));
    harness.get_by_role(Role::TextInput).type_text("Ask first");
    harness.run_steps(3);
    press(&mut harness, "Raise", &Intent::Play(Play::Note(floor, "Ask first".to_owned())));
}

#[test]
fn the_next_step_is_on_a_card_with_its_reason_and_the_way_into_the_journey() {
    let (view, words) = view_after(&[]);
    let (action, why) = view.advice.clone();
    let mut harness =
        light(Vec2::new(260.0, 400.0), move |ui, theme, out| advice::advice_ui(ui, &view, &words, theme, out));
    harness.get_by_label(&why);
    press(&mut harness, &action.label, &action.intent);
    press(&mut harness, "Play the journey", &Intent::Play(Play::SetMode(Mode::Journey)));
}

#[test]
fn every_city_has_a_card_and_only_what_one_brought_can_be_taken_away() {
    let (pack, words) = (pack(), Words::english());
    let mut library = packs::Library::default();
    let (mine, _) = library.add(packs::generated_files(7)).expect("playable");
    let mut state = State { cities: library.cards(), ..State::default() };
    reduce(&mut state, &Intent::ShowCities, &pack, &words);
    let view = city(&pack, &state, &words).cities.expect("they are shown");
    let compare = Intent::CompareCity("elixir-otp-ladder".to_owned());
    reduce(&mut state, &compare, &pack, &words);
    let both = city(&pack, &state, &words).cities.expect("they are shown");
    let mut harness = light(PANEL, move |ui, theme, out| cities::cities_ui(ui, &both, theme, out));
    press(&mut harness, "All cities", &compare);
    let mut harness = light(PANEL, move |ui, theme, out| cities::cities_ui(ui, &view, theme, out));
    press(&mut harness, "You are here", &Intent::ChooseCity(packs::FIRST.to_owned()));
    press(&mut harness, "Beside this one", &compare);
    press(&mut harness, "Enter", &Intent::ChooseCity("elixir-otp-ladder".to_owned()));
    press_nth(&mut harness, "Enter", 2, &Intent::ChooseCity(mine.clone()));
    press(&mut harness, "Export", &Intent::ExportCity(mine.clone()));
    press(&mut harness, "Remove", &Intent::RemoveCity(mine.clone()));
    press(&mut harness, "Choose a file", &Intent::PickFile);
    assert_eq!(harness.get_all_by_role_and_label(Role::Button, "Remove").count(), 1);
    harness.state_mut().clear();
    let line = harness.get_by_role_and_label(Role::TextInput, "Its name");
    line.focus();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, "Its name").type_text("My ");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert!(
        matches!(harness.state().as_slice(), [Intent::RenameCity(id, name)] if *id == mine && name.contains("My ")),
        "{:?}",
        harness.state()
    );
}

#[test]
fn the_report_of_a_document_is_read_line_by_line() {
    let document = "# Sail\n\n## L1 - Learning\n\n**Craft**\n\n- Asks.\n\n## L2 - Building\n\n**Craft**\n\n- Ships.\n";
    let imported = crate::domain::content::import(document, "sail.md", None).expect("a ladder");
    let (pack, words) = (pack(), Words::english());
    let mut library = packs::Library::default();
    let (mine, _) = library.add(imported.files).expect("playable");
    library.keep_report(&mine, imported.report);
    let mut state = State { cities: library.cards(), ..State::default() };
    reduce(&mut state, &Intent::ShowReport(mine.clone()), &pack, &words);
    let view = city(&pack, &state, &words).brought.expect("it is shown");
    let mut harness = light(PANEL, move |ui, theme, out| brought::brought_ui(ui, &view, theme, out));
    harness.get_by_label("Sail was read as a ladder.");
    harness.get_by_label("Guessed: look here first");
    harness.get_by_label_contains("Line 3");
    press(&mut harness, "Enter", &Intent::ChooseCity(mine));
    press(&mut harness, "All cities", &Intent::ShowCities);
}

/// The view after some wishes in a ladder's city.
fn ladder_after(intents: &[Intent]) -> (CityView, Words) {
    let (pack, words) = (packs::shipped("engineering-levels").expect("shipped"), Words::english());
    let mut state = State { now: 1_795_272_556, ..State::default() };
    for intent in intents {
        reduce(&mut state, intent, &pack, &words);
    }
    (city(&pack, &state, &words), words)
}

#[test]
fn a_criterion_is_rated_by_a_button_for_every_step_of_the_scale() {
    let (view, words) = ladder_after(&[floor("technical/e1")]);
    let Panel::Building(view) = view.panel else { panic!("no building is open") };
    let steps = view.ratings[1].steps.clone();
    let mut harness = light(PANEL, move |ui, theme, out| building::building_ui(ui, &view, &words, theme, out));
    assert_eq!(steps.len(), 6);
    for step in steps {
        press_nth(&mut harness, &format!("{}, {}", step.number, step.label), 1, &step.intent);
    }
}

#[test]
fn the_marked_criterion_has_lines_for_evidence() {
    let (view, words) = ladder_after(&[floor("technical/e1")]);
    let Panel::Building(view) = view.panel else { panic!("no building is open") };
    let harness = light(PANEL, move |ui, theme, out| building::building_ui(ui, &view, &words, theme, out));
    assert_eq!(harness.get_all_by_role(Role::TextInput).count(), 2, "a comment and a link, of one criterion of three");
}

#[test]
fn the_card_of_a_ladder_says_where_one_stands_and_leads_back() {
    let (view, words) = ladder_after(&[Intent::Assess(Assess::Example)]);
    let mut harness = light(PANEL, move |ui, theme, out| advice::advice_ui(ui, &view, &words, theme, out));
    harness.get_by_label("Q4 2026");
    harness.get_by_label("By the ladder's rule: E2.");
    press(&mut harness, "The quarter before", &Intent::Assess(Assess::StepQuarter(Step::Previous)));
    press(&mut harness, "My level", &Intent::Assess(Assess::Open(assess::Page::Level)));
}

#[test]
fn a_plot_is_painted_and_read_out_as_its_table() {
    for chart in Chart::ALL {
        let open = Intent::Assess(Assess::Open(assess::Page::Chart(chart)));
        let (view, words) = ladder_after(&[Intent::Assess(Assess::Example), open]);
        let view = view.stage.expect("a page");
        // Tall enough for a row a criterion.
        let tall = Vec2::new(PANEL.x, 5000.0);
        let mut harness = light(tall, move |ui, theme, out| stage::stage_ui(ui, &view, &words, theme, out));
        let images: Vec<String> =
            harness.get_all_by_role(Role::Image).filter_map(|image| image.accesskit_node().label()).collect();
        assert!(images.len() == 1 && images[0].contains("Technical"), "{images:?}");
        press(&mut harness, "Save as drawing (SVG)", &Intent::Assess(Assess::Export(Document::Svg(chart))));
    }
}
