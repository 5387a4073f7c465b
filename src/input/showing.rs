//! Which key wants what while a tour is shown. A clicker is a keyboard with few keys: page up and down, F5, Esc, full stop.

use crate::domain::content::Pack;
use crate::view::Intent;
use crate::view::intent::Step;
use crate::view::present::{Beat, Present, Running, Show};
use bevy::input::keyboard::{Key, KeyCode};

/// The number of a stop, as it is typed digit by digit.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Typed(Option<usize>);

/// Keys that would move the camera while they are held, did they not lead the show: those of WASD, all or none.
pub const LETTERS: [KeyCode; 4] = [KeyCode::KeyW, KeyCode::KeyA, KeyCode::KeyS, KeyCode::KeyD];

/// Beyond this no tour has stops.
const MOST: usize = 999;

impl Typed {
    /// With one digit more.
    fn and(self, digit: usize) -> Self {
        Self(Some(self.0.unwrap_or(0) * 10 + digit).filter(|number| *number <= MOST))
    }
}

/// What a key means for the show.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// This is wanted.
    Wants(Intent),
    /// It was part of something, or is to do nothing.
    Kept,
    /// It is none of the show's keys.
    Free,
}

/// A key as the show hears it.
#[derive(Debug, Clone, Copy)]
pub struct Struck<'a> {
    /// What it writes.
    pub key: &'a Key,
    /// Where it is.
    pub code: KeyCode,
    /// Whether a shift key is held.
    pub shift: bool,
    /// Whether an alt key is held.
    pub alt: bool,
}

/// What a key means while a tour is shown, after the digits that were `typed` before it.
pub fn on_key(struck: Struck<'_>, show: &Show, typed: &mut Typed) -> Meaning {
    let before = std::mem::take(typed);
    if let Some(intent) = on_hand(struck, show) {
        return Meaning::Wants(intent);
    }
    if let (Some(digit), false) = (digit(struck.key), show.blank) {
        *typed = before.and(digit);
        return Meaning::Kept;
    }
    // They scroll what the room reads.
    if matches!(struck.key, Key::ArrowUp | Key::ArrowDown) && !struck.shift && show.running != Running::Strayed {
        return Meaning::Kept;
    }
    let Some(wish) = on_press(struck, show, before) else { return Meaning::Free };
    // Whoever finds the screen dark wants the picture back, whichever key that takes.
    let ends = wish == Present::End;
    Meaning::Wants(Intent::Present(if show.blank && !ends { Present::Blank } else { wish }))
}

/// What a key begins while a tour is chosen: a digit the one of that place, and what a clicker sends the first one.
pub fn on_choice(key: &Key, pack: &Pack) -> Option<Intent> {
    let place = match key {
        Key::F5 | Key::Enter | Key::PageDown | Key::Space => 0,
        key => digit(key)?.checked_sub(1)?,
    };
    pack.tours().get(place).map(|tour| Intent::Present(Present::Start(tour.id.clone())))
}

fn on_press(Struck { key, shift, .. }: Struck<'_>, show: &Show, Typed(number): Typed) -> Option<Present> {
    Some(match key {
        Key::Enter => number.map_or(Present::Next, Present::Jump),
        Key::PageDown | Key::Space => Present::Next,
        Key::ArrowRight if !shift => Present::Next,
        Key::PageUp => Present::Previous,
        Key::ArrowLeft if !shift => Present::Previous,
        Key::Home => Present::First,
        Key::End => Present::Last,
        Key::F5 if shift => Present::Resume,
        Key::F5 => Present::Restart,
        Key::Escape => Present::End,
        Key::Character(text) => match text.to_lowercase().as_str() {
            "n" => Present::Next,
            "p" => Present::Previous,
            "b" | "." => Present::Blank,
            "r" if show.running == Running::Strayed => Present::Resume,
            "a" => Present::Autoplay,
            "s" => Present::Speaker,
            "c" => Present::Code,
            "f" => Present::Projector,
            _ => return None,
        },
        _ => return None,
    })
}

/// While hands are raised, Shift and the key of a digit count one more for that answer, and Alt and Shift one fewer.
fn on_hand(struck: Struck<'_>, show: &Show) -> Option<Intent> {
    let question = show.stop().question.as_ref().filter(|_| struck.shift && show.beat == Beat::Ask && !show.blank)?;
    let answer = place(struck.code).filter(|answer| *answer < question.answers.len())?;
    let step = if struck.alt { Step::Previous } else { Step::Next };
    Some(Intent::Present(Present::Hands(answer, raised(show, answer, step))))
}

/// How many hands are raised for an answer with one more or one fewer.
fn raised(show: &Show, answer: usize, step: Step) -> u16 {
    let now = show.hands.get(show.stop).and_then(|hands| hands.get(answer)).copied().unwrap_or(0);
    match step {
        Step::Next => now.saturating_add(1),
        Step::Previous => now.saturating_sub(1),
    }
}

fn place(code: KeyCode) -> Option<usize> {
    let keys = [KeyCode::Digit1, KeyCode::Digit2, KeyCode::Digit3, KeyCode::Digit4];
    keys.iter().position(|key| *key == code)
}

fn digit(key: &Key) -> Option<usize> {
    match key {
        Key::Character(text) => text.parse().ok().filter(|digit| *digit < 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::content::tour::{Question, Stop, Tour};
    use crate::view::present::show::Aside;
    use bevy::input::keyboard::NativeKeyCode;
    use std::sync::Arc;

    fn show() -> Show {
        let answers = ["Yes", "No", "Both"].map(str::to_owned).to_vec();
        let question = Question { ask: "?".to_owned(), answers, right: None, reveal: String::new() };
        let stop = Stop {
            id: "first".to_owned(),
            pack: None,
            level: None,
            at: None,
            view: None,
            caption: String::new(),
            notes: String::new(),
            question: Some(question),
            texts: Vec::new(),
            dwell: 30,
        };
        let tour = Tour { id: "tour".to_owned(), title: String::new(), summary: String::new(), stops: vec![stop] };
        Show { hands: vec![vec![0, 4, 0]], ..Show::new(Arc::new(tour), "pack", Aside::default(), 0) }
    }

    fn character(text: &str) -> Key {
        Key::Character(text.into())
    }

    fn plain(key: &Key) -> Struck<'_> {
        Struck { key, code: KeyCode::Unidentified(NativeKeyCode::Unidentified), shift: false, alt: false }
    }

    fn means(show: &Show, key: &Key) -> Meaning {
        on_key(plain(key), show, &mut Typed::default())
    }

    fn wants(wish: Present) -> Meaning {
        Meaning::Wants(Intent::Present(wish))
    }

    #[test]
    fn every_key_of_a_clicker_leads_the_show() {
        let clicker = [
            (Key::PageDown, Present::Next),
            (Key::PageUp, Present::Previous),
            (Key::F5, Present::Restart),
            (Key::Escape, Present::End),
            (character("."), Present::Blank),
        ];
        for (key, wish) in clicker {
            assert_eq!(means(&show(), &key), wants(wish), "{key:?}");
        }
    }

    #[test]
    fn letters_work_with_and_without_caps_lock() {
        for (small, large) in [("n", "N"), ("b", "B"), ("a", "A"), ("s", "S"), ("c", "C"), ("f", "F")] {
            assert_eq!(means(&show(), &character(small)), means(&show(), &character(large)));
            assert!(matches!(means(&show(), &character(small)), Meaning::Wants(_)), "{small}");
        }
    }

    #[test]
    fn digits_gather_until_enter_and_any_other_key_forgets_them() {
        let mut typed = Typed::default();
        let mut press = |key: Key| on_key(plain(&key), &show(), &mut typed);
        assert_eq!(press(character("1")), Meaning::Kept);
        assert_eq!(press(character("2")), Meaning::Kept);
        assert_eq!(press(Key::Enter), wants(Present::Jump(12)));
        assert_eq!(press(Key::Enter), wants(Present::Next), "they were used up");
        assert_eq!(press(character("7")), Meaning::Kept);
        assert_eq!(press(Key::PageDown), wants(Present::Next));
        assert_eq!(press(Key::Enter), wants(Present::Next), "they were forgotten");
        for _ in 0..40 {
            assert_eq!(press(character("9")), Meaning::Kept);
        }
    }

    #[test]
    fn any_of_the_keys_lights_a_dark_screen_and_esc_still_ends() {
        let dark = Show { blank: true, ..show() };
        for key in [Key::PageDown, Key::PageUp, Key::Space, Key::Enter, Key::F5, character("b"), character(".")] {
            assert_eq!(means(&dark, &key), wants(Present::Blank), "{key:?}");
        }
        assert_eq!(means(&dark, &Key::Escape), wants(Present::End));
    }

    #[test]
    fn hands_are_counted_only_while_they_are_asked_for() {
        let press = |show: &Show, code, alt| {
            let key = character("!");
            on_key(Struck { key: &key, code, shift: true, alt }, show, &mut Typed::default())
        };
        let asked = show();
        assert_eq!(press(&asked, KeyCode::Digit2, false), wants(Present::Hands(1, 5)));
        assert_eq!(press(&asked, KeyCode::Digit2, true), wants(Present::Hands(1, 3)));
        assert_eq!(press(&asked, KeyCode::Digit1, true), wants(Present::Hands(0, 0)), "nobody has fewer than none");
        assert_eq!(press(&asked, KeyCode::Digit4, false), Meaning::Free, "there are three answers");
        let told = Show { beat: Beat::Told, ..show() };
        assert_eq!(press(&told, KeyCode::Digit2, false), Meaning::Free);
    }

    #[test]
    fn who_has_not_strayed_has_nowhere_to_come_back_from() {
        assert_eq!(means(&show(), &character("r")), Meaning::Free);
        let strayed = Show { running: Running::Strayed, ..show() };
        assert_eq!(means(&strayed, &character("r")), wants(Present::Resume));
    }

    #[test]
    fn other_keys_are_free() {
        for key in [Key::F1, Key::Backspace, Key::Tab, character("q"), character("+")] {
            assert_eq!(means(&show(), &key), Meaning::Free, "{key:?}");
        }
    }
}
