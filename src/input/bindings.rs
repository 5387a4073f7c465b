//! Which key wants what. `view/help.rs` lists the same for players.

use crate::domain::content::Pack;
use crate::view::Intent;
use crate::view::assess::{self, Assess};
use crate::view::intent::{CameraMove, Step};
use crate::view::journey::{Page, Play};
use crate::view::level::mark;
use crate::view::link::Share;
use crate::view::present::Present;
use bevy::input::keyboard::{Key, KeyCode};

/// What one press of a key wants.
pub fn on_press(key: &Key, shift: bool, pack: &Pack) -> Option<Intent> {
    Some(match key {
        Key::ArrowLeft if !shift => Intent::Focus(Step::Previous),
        Key::ArrowRight if !shift => Intent::Focus(Step::Next),
        Key::ArrowUp if !shift => Intent::StepFloor(Step::Next),
        Key::ArrowDown if !shift => Intent::StepFloor(Step::Previous),
        Key::Enter => Intent::OpenFocused,
        Key::Escape => Intent::Close,
        Key::Home => Intent::Home,
        Key::PageUp => Intent::PreviousLevel,
        Key::PageDown => Intent::NextLevel,
        Key::F1 => Intent::ToggleHelp,
        Key::F5 => Intent::Present(Present::Choose),
        Key::Backspace => Intent::SkipMotion,
        Key::Character(text) => return on_character(&text.to_lowercase(), pack),
        _ => return None,
    })
}

/// What leads back where one has been: across cities first, then to what was open before.
pub fn on_way(key: &Key, alt: bool, came_from_elsewhere: bool) -> Option<Intent> {
    match key {
        Key::Backspace | Key::ArrowLeft if came_from_elsewhere && (alt || *key == Key::Backspace) => {
            Some(Intent::Return)
        }
        Key::ArrowLeft if alt => Some(Intent::Play(Play::Back)),
        Key::ArrowRight if alt => Some(Intent::Play(Play::Forward)),
        _ => None,
    }
}

/// What a press wants while a key is held with which most others belong to the system or the browser.
pub fn on_command(key: &Key, shift: bool) -> Option<Intent> {
    match key {
        // No browser has a meaning of its own for it, and nobody presses it by mistake.
        Key::Enter if shift => Some(Intent::EndVisit),
        Key::Character(text) if text.eq_ignore_ascii_case("k") => Some(Intent::OpenSearch),
        _ => None,
    }
}

fn on_character(text: &str, pack: &Pack) -> Option<Intent> {
    const ZOOM: f32 = 0.85;
    Some(match text {
        "[" => Intent::PreviousLevel,
        "]" => Intent::NextLevel,
        "?" => Intent::ToggleHelp,
        "," => Intent::ToggleSettings,
        "l" => Intent::ToggleLegend,
        "c" => Intent::ToggleMap,
        "b" => Intent::Move(CameraMove::North),
        "/" => Intent::OpenSearch,
        "h" => Intent::Home,
        "j" => Intent::Play(Play::Open(Page::Menu)),
        "o" => Intent::ShowCities,
        "y" => Intent::Share(Share::Toggle),
        "k" => Intent::Play(Play::Open(Page::Pictures)),
        "g" => Intent::Play(Play::Next),
        "r" => Intent::Assess(Assess::Open(assess::Page::Level)),
        "p" => Intent::Assess(Assess::MarkNext),
        "n" => Intent::OpenItsDistrict,
        "i" => Intent::OpenItsLevel,
        "t" => Intent::ToggleList,
        "m" => Intent::ToggleSound,
        "v" => Intent::Present(Present::Choose),
        "f" => Intent::Present(Present::Projector),
        "x" => Intent::StepText(Step::Next),
        "z" => Intent::StepText(Step::Previous),
        "+" | "=" => Intent::Move(CameraMove::Zoom(ZOOM)),
        "-" => Intent::Move(CameraMove::Zoom(1.0 / ZOOM)),
        digit => {
            let level = pack.levels().iter().find(|level| mark(level) == digit)?;
            Intent::SetLevel(level.id.clone())
        }
    })
}

/// What a key wants for as long as it is held, for `secs` of it.
pub fn while_held(key: KeyCode, shift: bool, secs: f32) -> Option<Intent> {
    const TURN_PER_SEC: f32 = 1.7;
    const PAN_PER_SEC: f32 = 0.55;
    let (turn, pan) = (TURN_PER_SEC * secs, PAN_PER_SEC * secs);
    let movement = match key {
        KeyCode::KeyQ => CameraMove::Orbit(-turn, 0.0),
        KeyCode::KeyE => CameraMove::Orbit(turn, 0.0),
        KeyCode::KeyW => CameraMove::Pan(0.0, pan),
        KeyCode::KeyS => CameraMove::Pan(0.0, -pan),
        KeyCode::KeyA => CameraMove::Pan(-pan, 0.0),
        KeyCode::KeyD => CameraMove::Pan(pan, 0.0),
        KeyCode::ArrowLeft if shift => CameraMove::Orbit(-turn, 0.0),
        KeyCode::ArrowRight if shift => CameraMove::Orbit(turn, 0.0),
        KeyCode::ArrowUp if shift => CameraMove::Orbit(0.0, turn * 0.6),
        KeyCode::ArrowDown if shift => CameraMove::Orbit(0.0, -turn * 0.6),
        _ => return None,
    };
    Some(Intent::Move(movement))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(text: &str) -> Option<Intent> {
        let pack = crate::packs::shipped(crate::packs::FIRST).expect("the shipped pack is playable");
        on_press(&Key::Character(text.into()), false, &pack)
    }

    #[test]
    fn a_digit_is_the_level_that_bears_it() {
        assert_eq!(pressed("3"), Some(Intent::SetLevel(crate::domain::id::LevelId::new("l3"))));
        assert_eq!(pressed("9"), None);
    }

    #[test]
    fn letters_work_with_and_without_caps_lock() {
        assert_eq!(pressed("H"), pressed("h"));
        assert_eq!(pressed("?"), Some(Intent::ToggleHelp));
    }

    #[test]
    fn the_search_opens_by_two_keys() {
        assert_eq!(pressed("/"), Some(Intent::OpenSearch));
        assert_eq!(on_command(&Key::Character("k".into()), false), Some(Intent::OpenSearch));
        assert_eq!(on_command(&Key::Character("s".into()), false), None, "the browser's own");
    }

    #[test]
    fn the_way_out_of_a_visit_takes_three_keys() {
        assert_eq!(on_command(&Key::Enter, true), Some(Intent::EndVisit));
        assert_eq!(on_command(&Key::Enter, false), None);
    }

    #[test]
    fn a_longer_frame_turns_farther() {
        let turn = |secs| match while_held(KeyCode::KeyE, false, secs) {
            Some(Intent::Move(CameraMove::Orbit(turn, _))) => turn,
            other => panic!("{other:?}"),
        };
        assert!((turn(0.2) - 2.0 * turn(0.1)).abs() < 1e-6);
    }
}
