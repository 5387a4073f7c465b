//! Puts what egui has laid out on the screen, straight over the city and without a picture in between.
//!
//! `bevy_egui` can do so, too, but only into a texture of Bevy's that is then copied to the screen, and with powers for
//! every pixel: on a processor that draws by itself the two cost more than the city.

mod buffers;
mod pass;
mod pipeline;
mod textures;

use crate::app::{CityPicture, PictureSystems, picture_schedule};
use bevy::asset::{load_internal_asset, uuid_handle};
use bevy::ecs::schedule::ScheduleLabel;
use bevy::prelude::*;
use bevy::render::sync_world::RenderEntity;
use bevy::render::{ExtractSchedule, MainWorld, Render, RenderApp, RenderSystems};
use bevy::shader::Shader;
use bevy_egui::egui::{ClippedPrimitive, TexturesDelta};
use bevy_egui::{EguiOutput, EguiRenderOutput};

const PANELS_SHADER: Handle<Shader> = uuid_handle!("5f0e7a4e-7c4b-4d0e-9c7f-0d6d1f3f9a04");

/// What a camera does that shows panels alone.
#[derive(ScheduleLabel, Debug, Clone, PartialEq, Eq, Hash)]
pub struct PanelsPicture;

/// What a camera shows of egui in this frame.
#[derive(Component)]
struct Panels {
    shapes: Vec<ClippedPrimitive>,
    /// Pixels a point.
    scale: f32,
}

/// What has become of egui's textures since the last frame, camera by camera.
#[derive(Resource, Default)]
struct Deltas(Vec<(Entity, TexturesDelta)>);

pub(super) fn plugin(app: &mut App) {
    load_internal_asset!(app, PANELS_SHADER, "../../../assets/shaders/panels.wgsl", Shader::from_wgsl);
    let Some(render) = app.get_sub_app_mut(RenderApp) else { return };
    render
        .add_schedule(picture_schedule(PanelsPicture))
        .init_resource::<Deltas>()
        .init_resource::<buffers::Buffers>()
        .init_resource::<textures::Textures>()
        .init_resource::<pipeline::Pipelines>()
        .add_systems(ExtractSchedule, extract)
        .add_systems(
            Render,
            (
                pipeline::prepare.in_set(RenderSystems::Prepare),
                (buffers::write, textures::write).in_set(RenderSystems::PrepareResources),
                buffers::bind.in_set(RenderSystems::PrepareBindGroups),
                textures::free.in_set(RenderSystems::Cleanup),
            ),
        )
        .add_systems(CityPicture, pass::draw.in_set(PictureSystems::Panels))
        .add_systems(PanelsPicture, pass::draw);
}

/// Takes over what egui has drawn; nobody else wants it.
fn extract(mut commands: Commands, mut main: ResMut<MainWorld>, mut deltas: ResMut<Deltas>) {
    let mut outputs = main.query::<(RenderEntity, &EguiOutput, &mut EguiRenderOutput)>();
    for (camera, output, mut drawn) in outputs.iter_mut(&mut main) {
        let EguiRenderOutput { paint_jobs, textures_delta } = std::mem::take(drawn.bypass_change_detection());
        deltas.0.push((camera, textures_delta));
        commands.entity(camera).insert(Panels { shapes: paint_jobs, scale: output.pixels_per_point });
    }
}
