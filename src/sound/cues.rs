//! Watches what happens and has it heard.
//!
//! Nothing is told by sound alone; every sound has its twin on the screen:
//!
//! | heard | when | seen |
//! |---|---|---|
//! | [`Cue::Rise`] | a storey settles | the storey that swings in, its dust |
//! | [`Cue::Found`] | a building is founded | the plinth, the wood that clears |
//! | [`Cue::Select`] | something is marked or opened | the marker, the panel |
//! | [`Cue::Turn`] | another text of the open building | the panel's new text |
//! | [`Cue::LevelUp`], [`Cue::LevelDown`] | the level changes | the day that turns, the level bar |
//! | the hour | all the time | the light of the hour |
//!
//! Sound keeps nothing awake: a cue begins in a frame that is drawn anyway, and an hour comes around by itself.

use super::player::Speaker;
use super::repertoire::{Cue, Hour, TOP_STEP};
use crate::app::{AppSystems, Content, Risen, RisenPart, Session};
use crate::domain::id::BuildingId;
use crate::domain::save::Open;
use crate::domain::settings::{Channel, Settings};
use crate::view::State;
use bevy::input::keyboard::KeyboardInput;
use bevy::input::mouse::MouseButtonInput;
use bevy::input::touch::TouchInput;
use bevy::prelude::*;
use bevy::window::WindowOccluded;

/// Two storeys that settle closer together are heard as one: this is about as fast as two mallets play.
const BETWEEN_RISES_SECS: f32 = 0.085;

/// Two buildings that are founded closer together are heard as one.
const BETWEEN_FOUNDINGS_SECS: f32 = 0.34;

/// So long after the last one a storey begins a new run.
const RUN_ENDS_SECS: f32 = 0.7;

/// So many storeys of a run, and the next sounds a step higher.
const RISES_PER_STEP: u32 = 4;

/// Whoever reads hears the hour from farther away.
const WHILE_READING: f32 = 0.4;

/// Has what happens heard, if there is a [`Speaker`].
pub fn plugin(app: &mut App) {
    app.add_message::<KeyboardInput>()
        .add_message::<MouseButtonInput>()
        .add_message::<TouchInput>()
        .add_message::<WindowOccluded>()
        .add_systems(
            Update,
            (wake_speaker, hush_speaker, play_changes, play_rises, surround)
                .chain()
                .after(AppSystems::Animate)
                .run_if(resource_exists::<Speaker>),
        );
}

/// Whoever has pressed nothing yet may not want to be heard from.
fn wake_speaker(
    mut keys: MessageReader<KeyboardInput>,
    mut buttons: MessageReader<MouseButtonInput>,
    mut touches: MessageReader<TouchInput>,
    mut speaker: ResMut<Speaker>,
) {
    let pressed = keys.read().count() + buttons.read().count() + touches.read().count() > 0;
    if pressed && !speaker.0.is_awake() {
        speaker.0.wake();
    }
}

fn hush_speaker(
    mut occlusions: MessageReader<WindowOccluded>,
    session: Res<Session>,
    mut speaker: ResMut<Speaker>,
    mut occluded: Local<bool>,
    mut was_hushed: Local<bool>,
) {
    if let Some(last) = occlusions.read().last() {
        *occluded = last.occluded;
    }
    let hushed = *occluded || !session.0.settings.sound;
    if *was_hushed != hushed {
        *was_hushed = hushed;
        speaker.0.hush(hushed);
    }
}

/// Plays a cue, if anything may be heard at all.
fn play(speaker: &mut Speaker, settings: &Settings, cue: Cue) {
    let gain = gain(settings, cue.channel());
    if settings.sound && gain > 0.0 && speaker.0.is_awake() {
        speaker.0.play(cue, gain);
    }
}

/// How loud a channel is. Ears hear steps of a square as even.
fn gain(settings: &Settings, channel: Channel) -> f32 {
    (f32::from(settings.volumes.of(channel)) / 100.0).powi(2)
}

/// What can be heard when it changes.
#[derive(Debug, Clone, PartialEq)]
struct Situation {
    level: usize,
    open: Open,
    focus: Option<BuildingId>,
}

impl Situation {
    fn of(state: &State) -> Self {
        Self { level: state.level, open: state.open.clone(), focus: state.focus.clone() }
    }

    /// What is heard when this follows on `before`.
    fn cues_after(&self, before: &Self) -> impl Iterator<Item = Cue> {
        let hour = Hour::of_level(self.level);
        let level = match self.level.cmp(&before.level) {
            std::cmp::Ordering::Greater => Some(Cue::LevelUp(hour)),
            std::cmp::Ordering::Less => Some(Cue::LevelDown(hour)),
            std::cmp::Ordering::Equal => None,
        };
        let touched = match (&before.open, &self.open) {
            (Open::Building(before, from), Open::Building(now, to)) if before == now => {
                (from != to).then_some(Cue::Turn)
            }
            (before, now) if before != now => (*now != Open::Nothing).then_some(Cue::Select),
            // The mark goes along with the level; only where a player moves it is it heard.
            _ => (self.focus.is_some() && self.focus != before.focus).then_some(Cue::Select),
        };
        level.into_iter().chain(touched)
    }
}

fn play_changes(
    session: Res<Session>,
    content: Option<Res<Content>>,
    mut speaker: ResMut<Speaker>,
    mut before: Local<Option<Situation>>,
) {
    if !session.is_changed() {
        return;
    }
    let now = Situation::of(&session.0);
    // Another city is no change of this one.
    let is_another = content.is_some_and(|content| content.is_changed());
    if let Some(before) = before.as_ref().filter(|_| !is_another) {
        now.cues_after(before).for_each(|cue| play(&mut speaker, &session.0.settings, cue));
    }
    *before = Some(now);
}

/// Storeys that settle one after the other, and how they become a tune.
#[derive(Debug, Default)]
struct Run {
    /// When a storey was heard last, and when a founding.
    heard: Option<f32>,
    founded: Option<f32>,
    /// How many storeys of this run were heard.
    count: u32,
}

impl Run {
    /// What is heard of something that has come to stand at `now`, in seconds.
    fn hear(&mut self, risen: RisenPart, now: f32) -> Option<Cue> {
        let since = |last: Option<f32>| last.map_or(f32::INFINITY, |last| now - last);
        match risen {
            RisenPart::Plinth => (since(self.founded) >= BETWEEN_FOUNDINGS_SECS).then(|| {
                self.founded = Some(now);
                Cue::Found
            }),
            RisenPart::Storey(storey) => (since(self.heard) >= BETWEEN_RISES_SECS).then(|| {
                if since(self.heard) > RUN_ENDS_SECS {
                    self.count = 0;
                }
                let step = storey as u32 + self.count / RISES_PER_STEP;
                self.heard = Some(now);
                self.count += 1;
                Cue::Rise(step.min(TOP_STEP.into()) as u8)
            }),
        }
    }
}

fn play_rises(
    time: Res<Time>,
    session: Res<Session>,
    mut risen: MessageReader<Risen>,
    mut speaker: ResMut<Speaker>,
    mut run: Local<Run>,
) {
    for risen in risen.read() {
        if let Some(cue) = run.hear(risen.part, time.elapsed_secs()) {
            play(&mut speaker, &session.0.settings, cue);
        }
    }
}

fn surround(session: Res<Session>, mut speaker: ResMut<Speaker>, mut around: Local<Option<(Hour, f32)>>) {
    let state = &session.0;
    if !speaker.0.is_awake() || !state.settings.sound {
        return;
    }
    let near = if state.open == Open::Nothing { 1.0 } else { WHILE_READING };
    let wanted = (Hour::of_level(state.level), near * gain(&state.settings, Channel::Ambience));
    if *around != Some(wanted) {
        *around = Some(wanted);
        speaker.0.surround(wanted.0, wanted.1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Plays what has risen, each with its time, and gives the steps that are heard.
    fn steps(risen: impl IntoIterator<Item = (f32, usize)>) -> Vec<u8> {
        let mut run = Run::default();
        let heard = risen.into_iter().filter_map(|(now, storey)| run.hear(RisenPart::Storey(storey), now));
        heard.map(|cue| if let Cue::Rise(step) = cue { step } else { panic!("{cue:?}") }).collect()
    }

    #[test]
    fn a_higher_storey_is_heard_higher() {
        assert_eq!(steps([(0.0, 0), (1.0, 1), (2.0, 2)]), [0, 1, 2]);
    }

    #[test]
    fn storeys_that_settle_together_are_heard_once() {
        assert_eq!(steps([(0.0, 0), (0.0, 1), (0.02, 2), (0.1, 3)]), [0, 3]);
    }

    #[test]
    fn a_long_run_climbs_as_far_as_the_scale_goes_and_the_next_begins_anew() {
        let run = steps((0..200).map(|index| (index as f32 * 0.1, 2)));
        assert!(run.is_sorted() && run.first() == Some(&2) && run.last() == Some(&TOP_STEP), "{run:?}");
        assert_eq!(steps([(0.0, 2), (0.1, 2), (0.2, 2), (0.3, 2), (0.4, 2), (5.0, 2)]), [2, 2, 2, 2, 3, 2]);
    }

    #[test]
    fn foundings_that_come_together_are_heard_once() {
        let mut run = Run::default();
        let heard: Vec<_> =
            [0.0, 0.1, 0.2, 0.5].into_iter().filter_map(|now| run.hear(RisenPart::Plinth, now)).collect();
        assert_eq!(heard, [Cue::Found, Cue::Found]);
    }
}
