//! What lies over the city: keys, settings, legend, notices and cities.

use super::{PANEL, floor, harness, light, pack, press, press_nth, view_after};
use crate::domain::settings as settings_of_player;
use crate::packs;
use crate::ui::panels::{brought, cities, help, legend, notices, settings, share, stand};
use crate::ui::tokens::Theme;
use crate::view::link::Share;
use crate::view::present::{self, Stand, StandView, Timers};
use crate::view::{Intent, State, Words, city, reduce};
use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Key, Ui, Vec2};
use egui_kittest::kittest::Queryable;

#[test]
fn the_list_of_keys_names_every_key() {
    let (view, words) = view_after(&[Intent::ToggleHelp]);
    let groups = view.help.expect("the list is open");
    let rows: Vec<_> = groups.iter().flat_map(|group| group.rows.clone()).collect();
    let harness = light(Vec2::new(700.0, 900.0), move |ui, theme, _| help::help_ui(ui, &groups, theme));
    // A key may mean one thing in the city and another in a show: it is in the list twice then.
    let all: Vec<_> = rows.iter().flat_map(|(keys, does)| [keys, does]).collect();
    for text in &all {
        let times = all.iter().filter(|other| *other == text).count();
        assert_eq!(harness.query_all_by_label(text).count(), times, "{text}");
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

#[test]
fn what_is_seen_can_be_shared_and_its_code_fits_a_phone_and_fills_a_screen() {
    for (size, least) in [(Vec2::new(940.0, 560.0), 500.0), (Vec2::new(330.0, 1400.0), 300.0)] {
        let (view, _) =
            view_after(&[floor("auth/l0"), Intent::Share(Share::Toggle), Intent::Share(Share::Copied(true))]);
        let view = view.share.expect("it is shared");
        let shown = view.clone();
        let mut harness = light(size, move |ui, theme, out| share::share_ui(ui, &shown, size.y, theme, out));
        press(&mut harness, "Copy link", &Intent::Share(Share::Copy));
        press(&mut harness, "Lead to this very angle", &Intent::Share(Share::View(true)));
        harness.get_by_label("The link is copied.");
        let code = harness.get_by_role_and_label(Role::Image, &view.link).rect();
        assert!(code.width() >= least && code.right() <= size.x, "{code:?}");
        for says in &view.says {
            assert!(harness.get_by_label(says).rect().right() <= size.x, "{says}");
        }
    }
}

#[test]
fn a_stand_counts_down_and_takes_an_answer() {
    let timers = Timers { idle_secs: 60, countdown_secs: 20 };
    let mut asking = Stand::new(timers);
    asking.pass(0.0, true);
    asking.pass(65.0, false);
    let view = present::stand::view(&asking, &Words::english()).expect("it asks");
    let StandView::Asks { question, then, stay, .. } = view.clone() else { panic!("{view:?}") };
    let draw = move |ui: &mut Ui, theme: &Theme, out: &mut Vec<Intent>| stand::question_ui(ui, &view, theme, out);
    for (size, scale) in [(Vec2::new(600.0, 500.0), 1.0), (Vec2::new(320.0, 900.0), 2.0)] {
        let theme = Theme::new(settings_of_player::Theme::Light, scale);
        let mut harness = harness(size, theme, draw.clone());
        for text in [&question, &"15".to_owned(), &then] {
            assert!(harness.get_by_label(text).rect().right() <= size.x, "{text}");
        }
        press(&mut harness, &stay.label, &Intent::Stay);
    }
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
