//! Mouse and fingers: dragging turns and moves, a click or a tap opens.

use super::modifiers::shift;
use crate::app::{AppSystems, Covered, Picture, Session, Wanted};
use crate::view::Intent;
use crate::view::intent::CameraMove;
use crate::view::pictures::Photo;
use bevy::input::mouse::{AccumulatedMouseMotion, AccumulatedMouseScroll, MouseScrollUnit};
use bevy::input::touch::Touches;
use bevy::prelude::*;
use bevy::window::PrimaryWindow;

/// A press that moves no farther than this is a click, in logical pixels.
const CLICK: f32 = 6.0;
/// Radians for a drag over the height of the window.
const TURN: f32 = 3.4;

/// A press in progress.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Press {
    at: Vec2,
    moved: f32,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (drag_mouse, turn_wheel, move_fingers).in_set(AppSystems::RecordInput));
}

fn drag_mouse(
    buttons: Res<ButtonInput<MouseButton>>,
    motion: Res<AccumulatedMouseMotion>,
    held: Res<ButtonInput<KeyCode>>,
    window: Single<&Window, With<PrimaryWindow>>,
    covered: Res<Covered>,
    (picture, session): (Res<Picture>, Res<Session>),
    mut press: Local<Option<Press>>,
    mut wanted: MessageWriter<Wanted>,
) {
    const BUTTONS: [MouseButton; 3] = [MouseButton::Left, MouseButton::Right, MouseButton::Middle];
    if buttons.any_just_pressed(BUTTONS) {
        *press = window.cursor_position().filter(|at| !covered.takes(*at)).map(|at| Press { at, moved: 0.0 });
    }
    let Some(mut now) = *press else { return };
    now.moved += motion.delta.length();
    *press = Some(now);
    if now.moved > CLICK && motion.delta != Vec2::ZERO {
        let pans = shift(&held) || buttons.any_pressed([MouseButton::Right, MouseButton::Middle]);
        wanted.write(Wanted(Intent::Move(dragged(motion.delta / window.height().max(1.0), pans))));
    }
    if buttons.any_just_released(BUTTONS) {
        if now.moved <= CLICK && buttons.just_released(MouseButton::Left) {
            press_on(&picture, &session, &mut wanted);
        }
        *press = None;
    }
}

/// A drag by shares of the window's height: the ground follows the hand.
fn dragged(by: Vec2, pans: bool) -> CameraMove {
    if pans { CameraMove::Pan(-by.x * 0.5, by.y * 0.7) } else { CameraMove::Orbit(-by.x * TURN, by.y * TURN * 0.6) }
}

/// A press opens what is under it; in photo mode it brings back what was hidden.
fn press_on(picture: &Picture, session: &Session, wanted: &mut MessageWriter<Wanted>) {
    if session.0.photo {
        wanted.write(Wanted(Intent::Photo(Photo::End)));
    } else if let Some(building) = &picture.hovered {
        wanted.write(Wanted(Intent::OpenBuilding(building.clone())));
    }
}

fn turn_wheel(
    scroll: Res<AccumulatedMouseScroll>,
    window: Single<&Window, With<PrimaryWindow>>,
    covered: Res<Covered>,
    mut wanted: MessageWriter<Wanted>,
) {
    if scroll.delta.y == 0.0 || window.cursor_position().is_none_or(|at| covered.takes(at)) {
        return;
    }
    let notches = match scroll.unit {
        MouseScrollUnit::Line => scroll.delta.y,
        MouseScrollUnit::Pixel => scroll.delta.y / 100.0,
    };
    wanted.write(Wanted(Intent::Move(CameraMove::Zoom(0.88_f32.powf(notches.clamp(-5.0, 5.0))))));
}

fn move_fingers(
    touches: Res<Touches>,
    window: Single<&Window, With<PrimaryWindow>>,
    covered: Res<Covered>,
    (picture, session): (Res<Picture>, Res<Session>),
    mut press: Local<Option<Press>>,
    mut wanted: MessageWriter<Wanted>,
) {
    let height = window.height().max(1.0);
    for touch in touches.iter_just_pressed() {
        // A quick tap begins and ends within one frame, and then no finger is down any more.
        let first = touches.iter().count() <= 1;
        *press = (first && !covered.takes(touch.position())).then_some(Press { at: touch.position(), moved: 0.0 });
    }
    let fingers: Vec<_> = touches.iter().filter(|touch| !covered.takes(touch.start_position())).collect();
    match fingers.as_slice() {
        [finger] => {
            let Some(now) = press.as_mut() else { return };
            now.moved = now.moved.max(finger.position().distance(now.at));
            if now.moved > CLICK && finger.delta() != Vec2::ZERO {
                wanted.write(Wanted(Intent::Move(dragged(finger.delta() / height, false))));
            }
        }
        [a, b, ..] => {
            *press = None;
            let (before, now) =
                (a.previous_position().distance(b.previous_position()), a.position().distance(b.position()));
            if before > 1.0 && now > 1.0 && (before - now).abs() > f32::EPSILON {
                wanted.write(Wanted(Intent::Move(CameraMove::Zoom(before / now))));
            }
            let by = (a.delta() + b.delta()) / 2.0 / height;
            if by != Vec2::ZERO {
                wanted.write(Wanted(Intent::Move(dragged(by, true))));
            }
        }
        [] => {}
    }
    if touches.iter_just_released().next().is_some()
        && let Some(now) = press.take()
        && now.moved <= CLICK
    {
        press_on(&picture, &session, &mut wanted);
    }
}
