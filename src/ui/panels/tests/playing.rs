//! What is played, and the card that leads there.

use super::{PANEL, Player, light, pack, press, view_after};
use crate::domain::progress::Mode;
use crate::ui::panels::{advice, stage};
use crate::view::journey::{Action, Block, Play, Stage, StageView};
use crate::view::{Intent, State, Words, reduce};
use bevy_egui::egui::Vec2;
use bevy_egui::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

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
