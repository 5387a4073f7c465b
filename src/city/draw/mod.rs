//! Draws the city: a few dozen meshes under one light, in one pass.
//!
//! Bevy's own renderer of meshes is made for any material under any number of lights. It asks for that in every frame
//! and brings its shaders along; a city that has one light, worked out at the corners, needs neither.

mod light;
mod pass;
mod pipeline;
mod things;

pub(super) use light::{Light, Lighting};

use crate::app::{CityPicture, PictureSystems};
use bevy::asset::{load_internal_asset, uuid_handle};
use bevy::ecs::schedule::ScheduleLabel;
use bevy::prelude::*;
use bevy::render::camera::ExtractedCamera;
use bevy::render::extract_resource::ExtractResourcePlugin;
use bevy::render::{ExtractSchedule, Render, RenderApp, RenderSystems};
use bevy::shader::Shader;

const FRAME_SHADER: Handle<Shader> = uuid_handle!("5f0e7a4e-7c4b-4d0e-9c7f-0d6d1f3f9a00");
const CITY_SHADER: Handle<Shader> = uuid_handle!("5f0e7a4e-7c4b-4d0e-9c7f-0d6d1f3f9a01");
const SKY_SHADER: Handle<Shader> = uuid_handle!("5f0e7a4e-7c4b-4d0e-9c7f-0d6d1f3f9a02");
const SEA_SHADER: Handle<Shader> = uuid_handle!("5f0e7a4e-7c4b-4d0e-9c7f-0d6d1f3f9a03");

/// What a mesh of the city belongs to, in the order in which it is drawn: what is drawn first hides what lies behind it,
/// and what is hidden costs nothing. The sky, which has no mesh, comes last.
#[derive(Component, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Layer {
    /// Buildings, and what hangs between and over them.
    Buildings,
    /// What moves by itself, and marks.
    Small,
    /// The ground of districts and the woods.
    Grounds,
    /// All that lies between and around them.
    Island,
    /// The sea.
    Sea,
}

/// Whether a camera shows the city, and not panels alone.
fn sees_city(camera: &ExtractedCamera) -> bool {
    camera.schedule == CityPicture.intern()
}

pub(super) fn plugin(app: &mut App) {
    load_internal_asset!(app, FRAME_SHADER, "../../../assets/shaders/frame.wgsl", Shader::from_wgsl);
    load_internal_asset!(app, CITY_SHADER, "../../../assets/shaders/city.wgsl", Shader::from_wgsl);
    load_internal_asset!(app, SEA_SHADER, "../../../assets/shaders/sea.wgsl", Shader::from_wgsl);
    load_internal_asset!(app, SKY_SHADER, "../../../assets/shaders/sky.wgsl", Shader::from_wgsl);
    app.add_plugins(ExtractResourcePlugin::<Lighting>::default());
    let Some(render) = app.get_sub_app_mut(RenderApp) else { return };
    render
        .init_resource::<things::Things>()
        .init_resource::<light::FrameLight>()
        .init_resource::<pipeline::Pipelines>()
        .add_systems(ExtractSchedule, things::extract)
        .add_systems(
            Render,
            (
                (light::write, things::write, pass::prepare_textures).in_set(RenderSystems::PrepareResources),
                pipeline::prepare.in_set(RenderSystems::Prepare).after(RenderSystems::PrepareAssets),
                light::bind.in_set(RenderSystems::PrepareBindGroups),
            ),
        )
        .add_systems(CityPicture, pass::draw.in_set(PictureSystems::City));
}
