//! How a camera sees the city: what it does in a frame, in order.

use bevy::ecs::schedule::{ScheduleBuildSettings, ScheduleLabel, SingleThreadedExecutor};
use bevy::prelude::*;
use bevy::render::RenderApp;
use bevy::render::camera::CameraRenderGraph;

/// The camera through which the player sees the city.
#[derive(Component, Debug, Clone, Copy)]
#[require(Camera, CameraRenderGraph = CameraRenderGraph::new(CityPicture))]
pub struct Eye;

/// What a camera does that shows the city.
#[derive(ScheduleLabel, Debug, Clone, PartialEq, Eq, Hash)]
pub struct CityPicture;

/// The steps of such a picture, in order.
#[derive(SystemSet, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PictureSystems {
    /// The city is drawn.
    City,
    /// The panels over it.
    Panels,
}

pub(super) fn plugin(app: &mut App) {
    // Tests run without a renderer.
    let Some(render) = app.get_sub_app_mut(RenderApp) else { return };
    render
        .add_schedule(picture_schedule(CityPicture))
        .configure_sets(CityPicture, (PictureSystems::City, PictureSystems::Panels).chain());
}

/// The schedule of a camera that draws straight to its screen.
pub fn picture_schedule(label: impl ScheduleLabel) -> Schedule {
    let mut schedule = Schedule::new(label);
    schedule
        .set_executor(SingleThreadedExecutor::new())
        // Systems that draw hand over their commands by themselves, as in Bevy's own schedules of a camera.
        .set_build_settings(ScheduleBuildSettings { auto_insert_apply_deferred: false, ..default() });
    schedule
}
