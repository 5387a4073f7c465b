//! A photograph on its way, for all who have a part in it.

use bevy::prelude::*;

/// A photograph that is about to be taken.
#[derive(Resource, Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Exposure {
    /// Its pixels; nothing while none is taken. The city is built as finely as these can show.
    pub size: Option<UVec2>,
    /// Whether the city has been built like that.
    pub is_built: bool,
}

/// A photograph was taken.
#[derive(Message, Clone)]
pub struct Photographed {
    /// Of the file that it becomes.
    pub name: String,
    /// Its pixels, across and down.
    pub size: UVec2,
    /// Red, green, blue and full opacity of each, row by row from the top.
    pub rgba: Vec<u8>,
}

pub(crate) fn plugin(app: &mut App) {
    app.init_resource::<Exposure>().add_message::<Photographed>();
}
