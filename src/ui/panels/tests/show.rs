//! What a room sees: large enough for the last row, and none of it cut.

use super::{harness, pack};
use crate::domain::settings::Theme as Choice;
use crate::ui::panels::labels::Moment;
use crate::ui::panels::show::{Memory, show_ui};
use crate::ui::tokens::{Theme, room};
use crate::view::journey::Action;
use crate::view::present::view::{AnswerView, CodeView, QuestionView};
use crate::view::present::{Present, ShowView};
use crate::view::{Intent, State, Words, city, reduce};
use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::epaint::TextShape;
use bevy_egui::egui::{Event, Modifiers, PointerButton, Pos2, Rect, Shape, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

const ROOM: Vec2 = Vec2::new(room::WINDOW.0, room::WINDOW.1);
const WALL: Vec2 = Vec2::new(3840.0, 2160.0);
const PHONE: Vec2 = Vec2::new(360.0, 640.0);

fn wish(wish: Present) -> Intent {
    Intent::Present(wish)
}

/// A caption as long as they come.
fn caption() -> ShowView {
    let action = |label: &str, present| Action { label: label.to_owned(), intent: wish(present) };
    ShowView {
        blank: false,
        caption: "Nobody is promoted for lines of code: what counts is how far one’s work carries".to_owned(),
        question: None,
        told: None,
        texts: Vec::new(),
        code: None,
        resume: None,
        controls: vec![action("Back", Present::Previous), action("Next", Present::Next), action("End", Present::End)],
    }
}

fn asked(right: Option<usize>) -> ShowView {
    let answers = ["After six months", "After the first year", "When the team says so", "Never by the calendar"];
    let answer = |(index, text): (usize, &str)| AnswerView {
        text: text.to_owned(),
        hands: [3, 11, 0, 120][index],
        share: [0.02, 0.08, 0.0, 0.9][index],
        right: right.map(|right| right == index),
        more: wish(Present::Hands(index, 1)),
        fewer: wish(Present::Hands(index, 0)),
    };
    let answers = answers.into_iter().enumerate().map(answer).collect();
    let ask = "When does somebody move from one level to the next one?".to_owned();
    ShowView { question: Some(QuestionView { ask, answers }), ..caption() }
}

fn told() -> ShowView {
    let told = "Time alone raises nobody. A level describes what somebody does already, over several quarters, and not \
                what they might do one day.";
    ShowView { told: Some(told.to_owned()), ..asked(Some(3)) }
}

fn with_code() -> ShowView {
    let code = CodeView {
        link: "https://laddertown.example/#tour=ten-minutes&stop=wall".to_owned(),
        width: 33,
        dark: (0..33 * 33).map(|index| index % 3 == 0).collect(),
    };
    ShowView { code: Some(code), ..told() }
}

fn drawn(size: Vec2, view: ShowView) -> Harness<'static, Vec<Intent>> {
    let theme = Theme::new(Choice::Light, 1.0).for_room(size.x, size.y);
    let (words, mut memory) = (Words::english(), Memory::default());
    harness(size, theme, move |ui, theme, out| {
        let whole = Rect::from_min_size(Pos2::ZERO, size);
        let moment = Moment { secs: 0.05, cut: true };
        ui.set_clip_rect(whole);
        show_ui(ui, &view, whole, &mut memory, moment, &words, theme, out);
    })
}

/// Every text that is painted, with what it is clipped by. Icons are no text.
fn texts(harness: &Harness<'_, Vec<Intent>>) -> Vec<(TextShape, Rect)> {
    fn gather(shape: &Shape, clip: Rect, texts: &mut Vec<(TextShape, Rect)>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, clip, texts)),
            Shape::Text(text) => texts.push((text.clone(), clip)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| gather(&clipped.shape, clipped.clip_rect, &mut texts));
    texts.retain(|(text, _)| text.galley.text().chars().any(|sign| !('\u{E000}'..='\u{F8FF}').contains(&sign)));
    texts
}

/// Nothing is smaller than the last row reads, and nothing is cut.
#[track_caller]
fn assert_legible(size: Vec2, view: &ShowView) {
    let harness = drawn(size, view.clone());
    let least = Theme::new(Choice::Light, 1.0).for_room(size.x, size.y).least;
    let texts = texts(&harness);
    assert!(texts.iter().any(|(text, _)| text.galley.text() == view.caption), "the caption is painted");
    for (text, clip) in texts {
        let words = text.galley.text();
        for section in &text.galley.job.sections {
            assert!(section.format.font_id.size >= least - 0.01, "{size}: {words}: {}", section.format.font_id.size);
        }
        let area = text.galley.rect.translate(text.pos.to_vec2());
        let seen = clip.intersect(Rect::from_min_size(Pos2::ZERO, size)).expand(1.5);
        assert!(seen.contains_rect(area), "{size}: {words} is cut: {area} in {seen}");
        assert!(!text.galley.elided, "{size}: {words}");
    }
}

#[test]
fn the_last_row_reads_every_word_of_a_show() {
    assert!(Theme::new(Choice::Light, 1.0).for_room(ROOM.x, ROOM.y).least >= room::LEAST);
    for view in [caption(), asked(None), told(), with_code()] {
        for size in [ROOM, WALL] {
            assert_legible(size, &view);
        }
    }
}

#[test]
fn a_telephone_has_room_for_a_show() {
    for view in [caption(), asked(None), told()] {
        assert_legible(PHONE, &view);
    }
}

#[test]
fn the_code_is_large_enough_for_the_last_row() {
    let harness = drawn(ROOM, with_code());
    let code = harness.get_by_role(Role::Image).rect();
    assert!(code.width() >= room::CODE * ROOM.x - 1.0, "{code}");
}

#[test]
fn the_city_keeps_a_third_of_the_picture() {
    for (size, view) in [(ROOM, caption()), (ROOM, asked(None)), (ROOM, told()), (PHONE, asked(None))] {
        let words = Words::english();
        let theme = Theme::new(Choice::Light, 1.0).for_room(size.x, size.y);
        let mut memory = Memory::default();
        let name = view.told.is_some();
        harness(size, theme, move |ui, theme, _| {
            let whole = Rect::from_min_size(Pos2::ZERO, size);
            let moment = Moment { secs: 0.05, cut: true };
            let taken = show_ui(ui, &view, whole, &mut memory, moment, &words, theme, &mut Vec::new());
            let free = (size.x - taken.right) * (size.y - taken.bottom) / (size.x * size.y);
            assert!(free >= 0.28, "{size}, told: {name}: {free}");
        });
    }
}

#[test]
fn a_press_on_an_answer_is_one_hand_more() {
    let mut harness = drawn(ROOM, asked(None));
    harness.get_by_label("After the first year: 11 hands").click();
    harness.run_steps(3);
    assert_eq!(harness.state().as_slice(), [wish(Present::Hands(1, 1))]);
}

#[test]
fn controls_come_when_the_pointer_is_near_and_are_there_for_fingers() {
    let next = |harness: &Harness<'_, Vec<Intent>>| harness.query_by_label("Next").is_some();
    let mut harness = drawn(ROOM, caption());
    assert!(!next(&harness));
    harness.event(Event::PointerMoved(Pos2::new(300.0, 20.0)));
    harness.run_steps(2);
    assert!(next(&harness));
    harness.event(Event::PointerMoved(Pos2::new(300.0, 400.0)));
    harness.run_steps(2);
    assert!(!next(&harness));
    assert!(next(&drawn(PHONE, caption())), "a telephone has no pointer");
    let at = Pos2::new(300.0, 400.0);
    harness.event(Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::NONE,
    });
    harness.run_steps(1);
    assert!(!next(&harness), "a press of the mouse is no finger");
}

#[test]
fn who_has_strayed_sees_the_way_back_and_no_caption() {
    let resume = Action { label: "Back to the tour".to_owned(), intent: wish(Present::Resume) };
    let view = ShowView { resume: Some(resume), ..told() };
    let mut harness = drawn(ROOM, view.clone());
    assert!(texts(&harness).iter().all(|(text, _)| text.galley.text() != view.caption));
    harness.get_by_label("Back to the tour").click();
    harness.run_steps(3);
    assert_eq!(harness.state().as_slice(), [wish(Present::Resume)]);
}

/// Every tour that is shipped, at every stop, in both beats and with its code.
#[test]
fn every_shipped_tour_is_read_from_the_last_row() {
    let (pack, words) = (pack(), Words::english());
    for tour in pack.tours() {
        let mut state = State::default();
        let wants = |state: &mut State, present| _ = reduce(state, &wish(present), &pack, &words);
        wants(&mut state, Present::Start(tour.id.clone()));
        for stop in 0..tour.stops.len() {
            wants(&mut state, Present::Jump(stop + 1));
            for _ in 0..2 {
                let view = city(&pack, &state, &words).show.expect("a show");
                let fits = view.texts.is_empty();
                if fits {
                    assert_legible(ROOM, &view);
                }
                wants(&mut state, Present::Next);
            }
        }
    }
}
