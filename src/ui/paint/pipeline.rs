//! How the graphics card is set up for panels.

use super::buffers::Sheet;
use super::{PANELS_SHADER, Panels};
use bevy::mesh::VertexBufferLayout;
use bevy::platform::collections::HashMap;
use bevy::prelude::*;
use bevy::render::render_resource::binding_types::{sampler, texture_2d, uniform_buffer};
use bevy::render::render_resource::{
    BindGroupLayoutDescriptor, BindGroupLayoutEntries, BlendState, CachedRenderPipelineId, ColorTargetState,
    ColorWrites, FragmentState, PipelineCache, RenderPipelineDescriptor, SamplerBindingType, ShaderStages,
    TextureFormat, TextureSampleType, VertexFormat, VertexState, VertexStepMode,
};
use bevy::render::view::ViewTarget;

/// One for each format of a screen, and what they have in common.
#[derive(Resource)]
pub(super) struct Pipelines {
    pub sheet: BindGroupLayoutDescriptor,
    pub texture: BindGroupLayoutDescriptor,
    pub made: HashMap<TextureFormat, CachedRenderPipelineId>,
}

impl Default for Pipelines {
    fn default() -> Self {
        let sheet = BindGroupLayoutEntries::single(ShaderStages::VERTEX, uniform_buffer::<Sheet>(true));
        let texture = BindGroupLayoutEntries::sequential(
            ShaderStages::FRAGMENT,
            (texture_2d(TextureSampleType::Float { filterable: true }), sampler(SamplerBindingType::Filtering)),
        );
        Self {
            sheet: BindGroupLayoutDescriptor::new("sheet", &sheet),
            texture: BindGroupLayoutDescriptor::new("panels", &texture),
            made: HashMap::default(),
        }
    }
}

pub(super) fn prepare(
    cameras: Query<&ViewTarget, With<Panels>>,
    cache: Res<PipelineCache>,
    mut pipelines: ResMut<Pipelines>,
) {
    for format in cameras.iter().filter_map(ViewTarget::out_texture_view_format) {
        if !pipelines.made.contains_key(&format) {
            let id = cache.queue_render_pipeline(describe(&pipelines, format));
            pipelines.made.insert(format, id);
        }
    }
}

fn describe(pipelines: &Pipelines, format: TextureFormat) -> RenderPipelineDescriptor {
    let corners = [VertexFormat::Float32x2, VertexFormat::Float32x2, VertexFormat::Unorm8x4];
    let corners = VertexBufferLayout::from_vertex_formats(VertexStepMode::Vertex, corners);
    let blend = Some(BlendState::PREMULTIPLIED_ALPHA_BLENDING);
    RenderPipelineDescriptor {
        label: Some("panels".into()),
        layout: vec![pipelines.sheet.clone(), pipelines.texture.clone()],
        vertex: VertexState { shader: PANELS_SHADER, buffers: vec![corners], ..default() },
        fragment: Some(FragmentState {
            shader: PANELS_SHADER,
            targets: vec![Some(ColorTargetState { format, blend, write_mask: ColorWrites::ALL })],
            ..default()
        }),
        ..default()
    }
}
