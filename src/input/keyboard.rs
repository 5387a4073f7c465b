//! Listens to the keyboard, unless a panel does.

use super::bindings::{on_command, on_press, on_way, while_held};
use super::modifiers::{alt, command, shift};
use super::showing::{self, Meaning, Struck, Typed};
use crate::app::{AppSystems, Content, Covered, Language, Pace, Session, Wanted};
use crate::domain::content::Pack;
use crate::view::journey::{self, Stage};
use crate::view::pictures::Photo;
use crate::view::state::Overlay;
use crate::view::{Intent, State, Words, assess};
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::prelude::*;
use std::collections::VecDeque;

/// Listens for keys alone: what headless tests press.
pub fn plugin(app: &mut App) {
    app.add_systems(Update, (press_keys, hold_keys).in_set(AppSystems::RecordInput));
}

/// A key as it was pressed.
#[expect(clippy::struct_excessive_bools, reason = "one for each key that is held with it")]
struct Pressed {
    key: Key,
    code: KeyCode,
    command: bool,
    alt: bool,
    shift: bool,
    /// Whether it is still held from an earlier press.
    repeat: bool,
}

/// The keys held aside, as they come and go within a frame: a slow one sees them gone already.
#[derive(Debug, Default)]
struct Aside {
    alt: bool,
    shift: bool,
}

impl Aside {
    fn follow(&mut self, key: &Key, is_pressed: bool) {
        match key {
            Key::Alt => self.alt = is_pressed,
            Key::Shift => self.shift = is_pressed,
            _ => {}
        }
    }
}

/// A frame takes one key, because what it means depends on what the key before it has changed. Whatever else was pressed
/// in a slow frame waits for the next ones.
fn press_keys(
    mut keys: MessageReader<KeyboardInput>,
    (mut waiting, mut typed, mut aside): (Local<VecDeque<Pressed>>, Local<Typed>, Local<Aside>),
    held: Res<ButtonInput<KeyCode>>,
    covered: Res<Covered>,
    content: Res<Content>,
    session: Res<Session>,
    language: Res<Language>,
    mut pace: ResMut<Pace>,
    mut wanted: MessageWriter<Wanted>,
) {
    for KeyboardInput { logical_key, key_code, state, repeat, .. } in keys.read() {
        aside.follow(logical_key, state.is_pressed());
        // A panel that has the keyboard has heard it already, and gives the keyboard back on Esc.
        let is_heard = state.is_pressed() && (!covered.keyboard || *logical_key == Key::Escape);
        if is_heard && (waiting.is_empty() || !repeat) {
            let held = Pressed {
                command: command(&held),
                alt: alt(&held) || aside.alt,
                shift: shift(&held) || aside.shift,
                repeat: *repeat,
                key: logical_key.clone(),
                code: *key_code,
            };
            waiting.push_back(held);
        }
    }
    *aside = Aside { alt: alt(&held), shift: shift(&held) };
    let Some(pressed) = waiting.pop_front() else { return };
    if !waiting.is_empty() {
        pace.keep_going();
    }
    match meaning(&pressed, &mut typed, &content.pack, &session.0, &language.0) {
        Some(intent) if !covered.keyboard || intent == Intent::Close => {
            wanted.write(Wanted(intent));
        }
        _ => {}
    }
}

/// What a key wants of what is shown or played, or else of the city.
fn meaning(pressed: &Pressed, typed: &mut Typed, pack: &Pack, state: &State, words: &Words) -> Option<Intent> {
    let Pressed { key, code, command, alt, shift, repeat } = pressed;
    if *command {
        return on_command(key, *shift);
    }
    if state.photo && matches!(key, Key::Enter | Key::Space) {
        return (!repeat).then_some(Intent::Photo(Photo::Take));
    }
    // What lies over the show is closed as ever.
    let closes = *key == Key::Escape && (state.overlay.is_some() || state.search.is_some());
    if let Some(show) = state.show.as_ref().filter(|_| !closes) {
        // A key that is held answers once.
        if *repeat {
            return None;
        }
        match showing::on_key(Struck { key, code: *code, shift: *shift, alt: *alt }, show, typed) {
            Meaning::Wants(intent) => return Some(intent),
            Meaning::Kept => return None,
            Meaning::Free => {}
        }
    }
    if let Some(way) = on_way(key, *alt, state.way_back.is_some() || state.guest.is_some()) {
        return Some(way);
    }
    if state.overlay == Some(Overlay::Tours)
        && let Some(begins) = showing::on_choice(key, pack)
    {
        return Some(begins);
    }
    let is_playing = state.stage != Stage::City;
    // These scroll what is played, or what lies over everything.
    let scrolls = is_playing || state.overlay.is_some();
    if scrolls && matches!(key, Key::ArrowUp | Key::ArrowDown | Key::Space) {
        return None;
    }
    // A key that is held answers once.
    if is_playing && *repeat {
        return None;
    }
    let on_stage = match key {
        Key::Enter => journey::on_key(pack, state, None, words),
        Key::Character(text) if !is_playing => {
            let rated = text.parse().ok().and_then(|digit| assess::on_key(pack, state, digit));
            if rated.is_some() && *repeat {
                return None;
            }
            rated
        }
        Key::Character(text) => journey::on_key(pack, state, Some(text), words),
        _ => None,
    };
    let is_kept = is_playing && on_stage.is_none() && is_for_stage(key);
    if is_kept { None } else { on_stage.or_else(|| on_press(key, *shift, pack)) }
}

/// Whether a key answers what is played, so that it must not reach the city behind it by mistake.
fn is_for_stage(key: &Key) -> bool {
    match key {
        Key::Enter => true,
        Key::Character(text) => text.parse::<u8>().is_ok(),
        _ => false,
    }
}

fn hold_keys(
    held: Res<ButtonInput<KeyCode>>,
    covered: Res<Covered>,
    session: Res<Session>,
    time: Res<Time>,
    mut pace: ResMut<Pace>,
    mut wanted: MessageWriter<Wanted>,
) {
    if covered.keyboard || command(&held) {
        return;
    }
    let shift = shift(&held);
    // Letters that lead a show do not move the camera as well.
    let is_free = |key: &&KeyCode| session.0.show.is_none() || !showing::LETTERS.contains(*key);
    let wishes =
        held.get_pressed().filter(is_free).filter_map(|key| while_held(*key, shift, time.delta_secs().min(0.1)));
    for intent in wishes {
        wanted.write(Wanted(intent));
        pace.keep_going();
    }
}
