//! The state as JSON, for tests of the page; the page offers it only with `?test` in its address.

use crate::app::{Picture, Session, Shown, Sight};
use crate::domain::save::Open;
use crate::view::Panel;
use crate::view::present::Beat;
use bevy::prelude::*;
use serde::Serialize;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static STATE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What tests look at.
#[derive(Serialize)]
struct TestState {
    level: usize,
    panel: &'static str,
    open: String,
    focus: Option<String>,
    hovered: Option<String>,
    help: bool,
    settings: bool,
    text_percent: u16,
    notices: Vec<String>,
    /// The tour that is being shown: the id of its stop, whether the answer is given, whether the screen is dark.
    show: Option<(String, bool, bool)>,
    /// Whether camera or floors are on their way.
    moving: bool,
    /// Storeys that stand, of all buildings.
    storeys: usize,
    /// Buildings that stand.
    buildings: usize,
    camera: [f32; 6],
    /// Names on the screen with their places in CSS pixels.
    labels: Vec<(String, f32, f32)>,
    frames: u64,
}

/// Of a very large city only the nearest names are told, so that telling does not spoil what is measured.
const MOST_LABELS: usize = 100;

/// The state of the last frame as JSON.
#[wasm_bindgen]
pub fn view_state() -> String {
    STATE.with_borrow(Clone::clone)
}

pub(super) fn plugin(app: &mut App) {
    let search = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    if search.trim_start_matches('?').split('&').any(|pair| pair == "test" || pair.starts_with("test=")) {
        app.add_systems(Last, write_state.run_if(resource_exists::<Shown>));
    }
}

/// What is open, as its id; a building without a chosen floor as its own.
fn named(open: &Open) -> String {
    match open {
        Open::Nothing => String::new(),
        Open::Level(level) => level.to_string(),
        Open::District(district) => district.to_string(),
        Open::Building(_, Some(floor)) => floor.to_string(),
        Open::Building(building, None) => building.to_string(),
    }
}

fn write_state(
    session: Res<Session>,
    shown: Res<Shown>,
    picture: Res<Picture>,
    sight: Res<Sight>,
    mut frames: Local<u64>,
) {
    *frames += 1;
    let state = &session.0;
    let now = sight.now;
    let [x, y, z] = now.target;
    let state = TestState {
        level: state.level,
        panel: match shown.panel {
            Panel::None => "none",
            Panel::Level(_) => "level",
            Panel::District(_) => "district",
            Panel::Building(_) => "building",
        },
        open: named(&state.open),
        focus: state.focus.as_ref().map(ToString::to_string),
        hovered: picture.hovered.as_ref().map(ToString::to_string),
        help: shown.help.is_some(),
        settings: shown.settings.is_some(),
        text_percent: state.settings.text_percent,
        notices: state.notices.clone(),
        show: state.show.as_ref().map(|show| (show.stop().id.clone(), show.beat == Beat::Told, show.blank)),
        moving: sight.moving || picture.growing,
        storeys: picture.storeys,
        buildings: picture.buildings,
        camera: [x, y, z, now.yaw, now.pitch, now.distance],
        labels: picture
            .labels
            .iter()
            .take(MOST_LABELS)
            .map(|label| (label.text.to_string(), label.at.x, label.at.y))
            .collect(),
        frames: *frames,
    };
    // A struct of numbers and strings always serializes.
    STATE.set(serde_json::to_string(&state).unwrap_or_default());
}
