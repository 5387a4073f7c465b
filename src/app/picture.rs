//! What those who draw over the city must know of the picture: labels, marks, and what panels cover.

use crate::domain::id::BuildingId;
use crate::domain::save::CameraPose;
use crate::view::intent::Intent;
use bevy::prelude::*;
use std::sync::Arc;

/// Labels and marks of this frame. Positions are in logical pixels from the top left.
#[derive(Resource, Debug, Default)]
pub struct Picture {
    /// What could be labelled and is in the picture, of a large city the nearest; most important first.
    pub labels: Vec<Label>,
    /// Frames around buildings; the most important last.
    pub marks: Vec<Mark>,
    /// The building under the pointer.
    pub hovered: Option<BuildingId>,
    /// Buildings that stand.
    pub buildings: usize,
    /// Storeys that stand, of all buildings.
    pub storeys: usize,
    /// Whether any of them is on its way.
    pub growing: bool,
}

/// A name that stands above a thing of the city.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The thing that it names.
    pub of: LabelOf,
    /// Where its lower middle stands.
    pub at: Vec2,
    /// From 1 for what is near down to 0 for what is too far to be named.
    pub ink: f32,
    /// The name.
    pub text: Arc<str>,
    /// A second line, for what the pointer is on.
    pub more: Option<String>,
    /// What it is of.
    pub kind: LabelKind,
    /// Index of the district, for its color.
    pub district: usize,
    /// What a press on it wants.
    pub intent: Arc<Intent>,
}

/// A thing that bears a name: its index in the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "they are what their names say")]
pub enum LabelOf {
    District(usize),
    Building(usize),
}

/// A frame around a building, crown and all, as the picture shows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Why it is marked.
    pub kind: MarkKind,
    /// What it is drawn around, in logical pixels.
    pub around: Rect,
}

/// Why a building is marked, in order of importance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "they are what their names say")]
pub enum MarkKind {
    Hovered,
    Focused,
    Open,
}

/// What a label is of, in order of importance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LabelKind {
    /// The building under the pointer, marked or open.
    Chosen,
    /// A district's sign.
    District,
    /// A building.
    Building,
}

/// From where the city is seen. Written by the camera.
#[derive(Resource, Debug, Clone, Copy, PartialEq)]
pub struct Sight {
    /// Where the camera is.
    pub now: CameraPose,
    /// Where it is going, or the same.
    pub goal: CameraPose,
    /// Whether it is on its way.
    pub moving: bool,
}

impl Default for Sight {
    fn default() -> Self {
        let pose = CameraPose { target: [0.0; 3], yaw: 0.0, pitch: 0.5, distance: 50.0 };
        Self { now: pose, goal: pose, moving: false }
    }
}

/// Field of view of a long lens in radians: the city is a thing that one wants to pick up.
pub const FIELD_OF_VIEW: f32 = 0.49;

/// What panels cover of the window, in logical pixels.
#[derive(Resource, Debug, Default, Clone, PartialEq)]
pub struct Covered {
    /// On the right, beside the picture.
    pub right: f32,
    /// At the bottom, on a narrow window.
    pub bottom: f32,
    /// At the top.
    pub top: f32,
    /// Everything that takes presses: panels, labels, notices.
    pub areas: Vec<Rect>,
    /// Whether a panel has the keyboard.
    pub keyboard: bool,
}

impl Covered {
    /// Whether a press at this point is meant for a panel.
    pub fn takes(&self, at: Vec2) -> bool {
        self.areas.iter().any(|area| area.contains(at))
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Picture>().init_resource::<Sight>().init_resource::<Covered>();
}
