//! The order of a frame.

use bevy::prelude::*;

/// The steps of a frame, in order. Panels are drawn afterwards from what `Project` left.
#[derive(SystemSet, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AppSystems {
    /// Keys, pointer, touch, panels and the page say what the player wants.
    RecordInput,
    /// The session changes.
    Reduce,
    /// The view of the session is made.
    Project,
    /// Camera and floors move.
    Animate,
}

pub(super) fn plugin(app: &mut App) {
    use AppSystems::{Animate, Project, RecordInput, Reduce};
    app.configure_sets(Update, (RecordInput, Reduce, Project, Animate).chain());
}
