//! What is heard of a visit, by a player that only writes it down.

use super::{Intent, MemoryStore, level, run, visit, want};
use bevy::input::ButtonState;
use bevy::input::mouse::MouseButtonInput;
use bevy::prelude::*;
use bevy::window::WindowOccluded;
use laddertown::app::Session;
use laddertown::domain::id::BuildingId;
use laddertown::domain::settings::{Channel, Motion};
use laddertown::sound::repertoire::{Cue, Hour};
use laddertown::sound::{Player, Speaker, plugin};
use laddertown::view::intent::Step;
use std::sync::{Arc, Mutex};

/// What was asked of the player.
#[derive(Debug, Default)]
struct Notes {
    awake: bool,
    hushed: bool,
    cues: Vec<(Cue, f32)>,
    hours: Vec<(Hour, f32)>,
}

#[derive(Default, Clone)]
struct Recorder(Arc<Mutex<Notes>>);

impl Recorder {
    fn notes<T>(&self, read: impl FnOnce(&mut Notes) -> T) -> T {
        read(&mut self.0.lock().expect("one thread"))
    }

    /// The cues since the last look.
    fn cues(&self) -> Vec<Cue> {
        self.notes(|notes| notes.cues.drain(..).map(|(cue, _)| cue).collect())
    }

    fn hours(&self) -> Vec<(Hour, f32)> {
        self.notes(|notes| std::mem::take(&mut notes.hours))
    }
}

impl Player for Recorder {
    fn wake(&mut self) {
        self.notes(|notes| notes.awake = true);
    }

    fn is_awake(&self) -> bool {
        self.notes(|notes| notes.awake)
    }

    fn hush(&mut self, hushed: bool) {
        self.notes(|notes| notes.hushed = hushed);
    }

    fn play(&mut self, cue: Cue, gain: f32) {
        self.notes(|notes| notes.cues.push((cue, gain)));
    }

    fn surround(&mut self, hour: Hour, gain: f32) {
        self.notes(|notes| notes.hours.push((hour, gain)));
    }
}

/// A visit in which nothing has been pressed yet.
fn quiet_visit() -> (App, Recorder) {
    let (mut game, recorder) = (visit(&MemoryStore::default()), Recorder::default());
    game.insert_resource(Speaker::new(recorder.clone())).add_plugins(plugin);
    game.update();
    (game, recorder)
}

/// A visit after the first press.
fn heard_visit() -> (App, Recorder) {
    let (mut game, recorder) = quiet_visit();
    press(&mut game);
    (game, recorder)
}

fn press(game: &mut App) {
    let window = Entity::PLACEHOLDER;
    game.world_mut().write_message(MouseButtonInput { button: MouseButton::Left, state: ButtonState::Pressed, window });
    game.update();
}

fn auth() -> Intent {
    Intent::OpenBuilding(BuildingId::new("auth"))
}

#[test]
fn nothing_sounds_before_the_first_gesture() {
    let (mut game, recorder) = quiet_visit();
    want(&mut game, auth());
    want(&mut game, level("l2"));
    run(&mut game, 8.0);
    assert!(recorder.cues().is_empty() && recorder.hours().is_empty());
    press(&mut game);
    assert!(recorder.cues().is_empty(), "nor is it made up for");
    assert_eq!(recorder.hours().len(), 1);
}

#[test]
fn opening_a_building_is_heard_once_and_closing_it_is_not() {
    let (mut game, recorder) = heard_visit();
    want(&mut game, auth());
    run(&mut game, 1.0);
    assert_eq!(recorder.cues(), [Cue::Select]);
    want(&mut game, Intent::Close);
    run(&mut game, 1.0);
    assert_eq!(recorder.cues(), []);
}

#[test]
fn a_step_to_another_floor_turns_a_page_and_one_to_nowhere_does_not() {
    let (mut game, recorder) = heard_visit();
    want(&mut game, auth());
    recorder.cues();
    want(&mut game, Intent::StepFloor(Step::Next));
    assert_eq!(recorder.cues(), [Cue::Turn]);
    want(&mut game, Intent::StepFloor(Step::Previous));
    want(&mut game, Intent::StepFloor(Step::Previous));
    assert_eq!(recorder.cues(), [Cue::Turn]);
}

#[test]
fn moving_the_mark_is_heard() {
    let (mut game, recorder) = heard_visit();
    want(&mut game, Intent::Focus(Step::Next));
    want(&mut game, Intent::Focus(Step::Next));
    assert_eq!(recorder.cues(), [Cue::Select, Cue::Select]);
}

#[test]
fn a_level_is_heard_once_and_its_storeys_as_a_run_that_two_hands_could_play() {
    let (mut game, recorder) = heard_visit();
    want(&mut game, level("l5"));
    run(&mut game, 12.0);
    let cues = recorder.cues();
    let count = |wanted: fn(&Cue) -> bool| cues.iter().filter(|cue| wanted(cue)).count();
    assert_eq!(cues[0], Cue::LevelUp(Hour::of_level(5)));
    assert_eq!(count(|cue| matches!(cue, Cue::LevelUp(_) | Cue::LevelDown(_))), 1);
    assert!((10..=60).contains(&count(|cue| matches!(cue, Cue::Rise(_)))), "{cues:?}");
    assert!((1..=8).contains(&count(|cue| matches!(cue, Cue::Found))), "{cues:?}");
    want(&mut game, level("l4"));
    run(&mut game, 12.0);
    assert_eq!(recorder.cues(), [Cue::LevelDown(Hour::of_level(4))], "what sinks makes no sound");
}

#[test]
fn with_reduced_motion_all_storeys_together_are_heard_as_one() {
    let (mut game, recorder) = heard_visit();
    want(&mut game, Intent::SetMotion(Motion::Reduced));
    want(&mut game, level("l5"));
    run(&mut game, 2.0);
    let cues = recorder.cues();
    assert_eq!(cues.iter().filter(|cue| matches!(cue, Cue::Rise(_))).count(), 1, "{cues:?}");
    assert!(cues.contains(&Cue::LevelUp(Hour::of_level(5))), "but it is heard");
}

#[test]
fn without_sound_nothing_is_played_and_with_it_the_hour_goes_on() {
    let (mut game, recorder) = heard_visit();
    want(&mut game, Intent::ToggleSound);
    game.update();
    assert!(recorder.notes(|notes| notes.hushed));
    recorder.hours();
    want(&mut game, auth());
    want(&mut game, level("l3"));
    run(&mut game, 8.0);
    assert!(recorder.cues().is_empty() && recorder.hours().is_empty());
    want(&mut game, Intent::ToggleSound);
    game.update();
    assert!(!recorder.notes(|notes| notes.hushed));
    assert_eq!(recorder.hours().last().map(|(hour, _)| *hour), Some(Hour::of_level(3)));
}

#[test]
fn a_channel_at_nothing_is_not_played_and_the_others_are() {
    let (mut game, recorder) = heard_visit();
    want(&mut game, Intent::SetVolume(Channel::Interface, 0));
    want(&mut game, auth());
    want(&mut game, level("l1"));
    assert_eq!(recorder.cues(), [Cue::LevelUp(Hour::of_level(1))]);
}

#[test]
fn a_louder_channel_is_played_louder() {
    let (mut game, recorder) = heard_visit();
    let mut loudness = |percent| {
        want(&mut game, Intent::SetVolume(Channel::Interface, percent));
        want(&mut game, auth());
        want(&mut game, Intent::Close);
        recorder.notes(|notes| notes.cues.drain(..).next_back()).map_or(0.0, |(_, gain)| gain)
    };
    let loudness = [25, 50, 75, 100].map(&mut loudness);
    assert!(loudness.is_sorted_by(|low, high| low < high) && loudness[3] <= 1.0, "{loudness:?}");
}

#[test]
fn the_hour_belongs_to_the_level_and_stands_back_while_one_reads() {
    let (mut game, recorder) = heard_visit();
    want(&mut game, level("l4"));
    want(&mut game, auth());
    want(&mut game, Intent::Close);
    let hours = recorder.hours();
    let [first, night, reading, after] = hours[..] else { panic!("{hours:?}") };
    assert_eq!((first.0, night.0), (Hour::of_level(0), Hour::of_level(4)));
    assert!(reading.0 == night.0 && reading.1 < night.1 && after == night, "{hours:?}");
}

#[test]
fn nobody_hears_a_window_that_nobody_sees() {
    let (mut game, recorder) = heard_visit();
    for occluded in [true, false] {
        game.world_mut().write_message(WindowOccluded { window: Entity::PLACEHOLDER, occluded });
        game.update();
        assert_eq!(recorder.notes(|notes| notes.hushed), occluded);
    }
}

#[test]
fn a_city_that_stands_is_not_heard_to_rise() {
    let (mut game, recorder) = heard_visit();
    run(&mut game, 3.0);
    assert_eq!(recorder.cues(), []);
    assert_eq!(game.world().resource::<Session>().0.level, 0);
}
