//! How the graphics card is set up for each kind of thing.

use super::things::Things;
use super::{CITY_SHADER, Layer, SEA_SHADER, SKY_SHADER, sees_city};
use crate::city::mesh::buffer::{NORMAL, PAINT};
use bevy::core_pipeline::core_3d::CORE_3D_DEPTH_FORMAT;
use bevy::mesh::{MeshVertexBufferLayoutRef, VertexBufferLayout};
use bevy::platform::collections::HashMap;
use bevy::prelude::*;
use bevy::render::camera::ExtractedCamera;
use bevy::render::mesh::RenderMesh;
use bevy::render::render_asset::RenderAssets;
use bevy::render::render_resource::binding_types::{sampler, texture_2d, uniform_buffer};
use bevy::render::render_resource::{
    BindGroupLayoutDescriptor, BindGroupLayoutEntries, CachedRenderPipelineId, ColorTargetState, ColorWrites,
    CompareFunction, DepthBiasState, DepthStencilState, Face, FragmentState, MultisampleState, PipelineCache,
    PrimitiveState, RenderPipelineDescriptor, SamplerBindingType, ShaderStages, StencilState, TextureFormat,
    TextureSampleType, VertexFormat, VertexState, VertexStepMode,
};
use bevy::render::view::{Msaa, ViewTarget, ViewUniform};

use super::light::Light;

/// The shader with which something is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Brush {
    City,
    Sea,
    Sky,
}

impl From<Layer> for Brush {
    fn from(layer: Layer) -> Self {
        match layer {
            Layer::Buildings | Layer::Small | Layer::Grounds | Layer::Island => Self::City,
            Layer::Sea => Self::Sea,
        }
    }
}

/// What a pipeline is made for: a brush, a format of the picture, and samples a pixel.
pub(super) type Key = (Brush, TextureFormat, u32);

/// All pipelines, and what they have in common.
#[derive(Resource)]
pub(super) struct Pipelines {
    pub layout: BindGroupLayoutDescriptor,
    pub made: HashMap<Key, CachedRenderPipelineId>,
}

impl Default for Pipelines {
    fn default() -> Self {
        let entries = BindGroupLayoutEntries::sequential(
            ShaderStages::VERTEX_FRAGMENT,
            (
                uniform_buffer::<ViewUniform>(true),
                uniform_buffer::<Light>(false),
                texture_2d(TextureSampleType::Float { filterable: true }),
                sampler(SamplerBindingType::Filtering),
            ),
        );
        Self { layout: BindGroupLayoutDescriptor::new("frame", &entries), made: HashMap::default() }
    }
}

/// Makes what the cameras of this frame need. All meshes of the city are laid out alike.
pub(super) fn prepare(
    things: Res<Things>,
    meshes: Res<RenderAssets<RenderMesh>>,
    views: Query<(&ViewTarget, &ExtractedCamera, &Msaa)>,
    cache: Res<PipelineCache>,
    mut pipelines: ResMut<Pipelines>,
) -> Result {
    let Some(mesh) = things.batches.iter().find_map(|batch| meshes.get(batch.mesh)) else { return Ok(()) };
    for (target, _, msaa) in views.iter().filter(|(_, camera, _)| sees_city(camera)) {
        let Some(format) = target.out_texture_view_format() else { continue };
        for brush in [Brush::City, Brush::Sea, Brush::Sky] {
            let key = (brush, format, msaa.samples());
            if !pipelines.made.contains_key(&key) {
                let id = cache.queue_render_pipeline(describe(key, &pipelines.layout, &mesh.layout)?);
                pipelines.made.insert(key, id);
            }
        }
    }
    Ok(())
}

fn describe(
    (brush, format, samples): Key,
    frame: &BindGroupLayoutDescriptor,
    mesh: &MeshVertexBufferLayoutRef,
) -> Result<RenderPipelineDescriptor> {
    let position = Mesh::ATTRIBUTE_POSITION.at_shader_location(0);
    let (shader, attributes) = match brush {
        Brush::City => (CITY_SHADER, vec![position, NORMAL.at_shader_location(1), PAINT.at_shader_location(2)]),
        Brush::Sea => (SEA_SHADER, vec![position]),
        Brush::Sky => (SKY_SHADER, Vec::new()),
    };
    let is_sky = brush == Brush::Sky;
    let buffers = if is_sky { Vec::new() } else { vec![mesh.0.get_layout(&attributes)?, places()] };
    Ok(RenderPipelineDescriptor {
        label: Some(format!("{brush:?}").into()),
        layout: vec![frame.clone()],
        vertex: VertexState { shader: shader.clone(), buffers, ..default() },
        fragment: Some(FragmentState {
            shader,
            targets: vec![Some(ColorTargetState { format, blend: None, write_mask: ColorWrites::ALL })],
            ..default()
        }),
        primitive: PrimitiveState { cull_mode: (!is_sky).then_some(Face::Back), ..default() },
        // The far end lies at 0, where the sky is.
        depth_stencil: Some(DepthStencilState {
            format: CORE_3D_DEPTH_FORMAT,
            depth_write_enabled: Some(!is_sky),
            depth_compare: Some(CompareFunction::GreaterEqual),
            stencil: StencilState::default(),
            bias: DepthBiasState::default(),
        }),
        multisample: MultisampleState { count: samples, ..default() },
        ..default()
    })
}

/// Where each instance stands, row by row.
fn places() -> VertexBufferLayout {
    VertexBufferLayout::from_vertex_formats(VertexStepMode::Instance, [VertexFormat::Float32x4; 3])
        .offset_locations_by(3)
}
