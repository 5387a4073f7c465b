//! The light of a frame, which all shaders share.

use crate::city::look::Hour;
use crate::city::shade;
use bevy::math::Vec4;
use bevy::prelude::*;
use bevy::render::extract_resource::ExtractResource;
use bevy::render::render_asset::RenderAssets;
use bevy::render::render_resource::{
    BindGroup, BindGroupEntries, BufferId, PipelineCache, SamplerId, ShaderType, TextureViewId, UniformBuffer,
};
use bevy::render::renderer::{RenderDevice, RenderQueue};
use bevy::render::texture::GpuImage;
use bevy::render::view::ViewUniforms;

use super::pipeline::Pipelines;

/// As in `frame.wgsl`.
#[derive(ShaderType, Debug, Clone, Copy, Default)]
pub(in crate::city) struct Light {
    sun: Vec4,
    sunlight: Vec4,
    from_above: Vec4,
    from_below: Vec4,
    horizon: Vec4,
    sea: Vec4,
    zenith: Vec4,
}

impl Light {
    /// The light of an hour over a shade map of half edge `reach`, with haze between two distances and the horizon at
    /// `height` of the picture, 0 at its bottom and 1 at its top.
    pub fn new(hour: &Hour, reach: f32, haze: (f32, f32), height: f32) -> Self {
        Self {
            sun: hour.sun.extend(reach),
            sunlight: hour.sunlight.extend(hour.glow),
            from_above: hour.from_above.extend(haze.0),
            from_below: hour.from_below.extend(haze.1),
            horizon: hour.horizon.extend(shade::FULL_TEXEL),
            sea: hour.sea.extend(0.0),
            zenith: hour.zenith.extend(height),
        }
    }
}

/// The light on the city, and its shade map.
#[derive(Resource, ExtractResource, Clone)]
pub(in crate::city) struct Lighting {
    pub light: Light,
    pub shade: Handle<Image>,
}

/// The light where shaders find it.
#[derive(Resource, Default)]
pub(super) struct FrameLight {
    buffer: UniformBuffer<Light>,
    /// What the shaders are given, and of what it was made.
    pub bound: Option<(Parts, BindGroup)>,
}

/// Camera, light, and the shade map with its sampler.
pub(super) type Parts = (BufferId, BufferId, TextureViewId, SamplerId);

pub(super) fn write(
    lighting: Option<Res<Lighting>>,
    device: Res<RenderDevice>,
    queue: Res<RenderQueue>,
    mut frame: ResMut<FrameLight>,
) {
    if let Some(lighting) = lighting.filter(DetectChanges::is_changed) {
        frame.buffer.set(lighting.light);
        frame.buffer.write_buffer(&device, &queue);
    }
}

/// Binds what a frame needs; its parts seldom change.
pub(super) fn bind(
    lighting: Option<Res<Lighting>>,
    images: Res<RenderAssets<GpuImage>>,
    views: Res<ViewUniforms>,
    device: Res<RenderDevice>,
    cache: Res<PipelineCache>,
    pipelines: Res<Pipelines>,
    mut frame: ResMut<FrameLight>,
) {
    let frame = &mut *frame;
    let shade = lighting.and_then(|lighting| images.get(&lighting.shade));
    let (Some(shade), Some(view), Some(light)) = (shade, views.uniforms.buffer(), frame.buffer.buffer()) else {
        frame.bound = None;
        return;
    };
    let parts = (view.id(), light.id(), shade.texture_view.id(), shade.sampler.id());
    if frame.bound.as_ref().is_some_and(|(of, _)| *of == parts) {
        return;
    }
    let (Some(view), Some(light)) = (views.uniforms.binding(), frame.buffer.binding()) else { return };
    let bound = device.create_bind_group(
        "frame",
        &cache.get_bind_group_layout(&pipelines.layout),
        &BindGroupEntries::sequential((view, light, &shade.texture_view, &shade.sampler)),
    );
    frame.bound = Some((parts, bound));
}
