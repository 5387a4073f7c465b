//! Every panel as a player meets it: by role and label, never by pixel.

mod assess;
mod bar;
mod reading;
mod overlays;
mod map;
mod search;
mod show;
mod playing;

use super::stage;
use crate::domain::content::Pack;
use crate::domain::settings as settings_of_player;
use crate::packs;
use crate::ui::fonts;
use crate::ui::tokens::Theme;
use crate::view::journey::Block;
use crate::view::{CityView, Intent, State, Words, city, reduce};
use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Ui, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

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
