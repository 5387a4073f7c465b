//! Egui's textures: its glyphs, as they are needed for the first time.

use super::Deltas;
use super::pipeline::Pipelines;
use bevy::platform::collections::HashMap;
use bevy::prelude::*;
use bevy::render::render_resource::{
    BindGroup, BindGroupEntries, Extent3d, FilterMode, Origin3d, PipelineCache, SamplerDescriptor,
    TexelCopyBufferLayout, TexelCopyTextureInfo, Texture, TextureAspect, TextureDescriptor, TextureDimension,
    TextureFormat, TextureUsages, TextureViewDescriptor,
};
use bevy::render::renderer::{RenderDevice, RenderQueue};
use bevy_egui::egui::epaint::ImageDelta;
use bevy_egui::egui::{Color32, ColorImage, ImageData, TextureFilter, TextureId, TextureOptions};

/// By camera, since each has an egui of its own.
#[derive(Resource, Default)]
pub(super) struct Textures(HashMap<(Entity, TextureId), (Texture, BindGroup)>);

impl Textures {
    /// A texture as it is given to the shader.
    pub fn bound(&self, camera: Entity, id: TextureId) -> Option<&BindGroup> {
        self.0.get(&(camera, id)).map(|(_, bound)| bound)
    }
}

pub(super) fn write(
    mut deltas: ResMut<Deltas>,
    device: Res<RenderDevice>,
    queue: Res<RenderQueue>,
    cache: Res<PipelineCache>,
    pipelines: Res<Pipelines>,
    mut textures: ResMut<Textures>,
) {
    for (camera, delta) in &mut deltas.0 {
        for (id, changes) in delta.set.drain() {
            for ImageDelta { image: ImageData::Color(image), options, pos } in changes {
                let key = (*camera, id);
                if pos.is_none() {
                    let texture = make(&device, &image);
                    let bound = bind(&device, &cache, &pipelines, &texture, options);
                    textures.0.insert(key, (texture, bound));
                }
                if let Some((texture, _)) = textures.0.get(&key) {
                    fill(&queue, texture, &image, pos.unwrap_or_default());
                }
            }
        }
    }
}

/// Lets go of what egui needs no more. The frame that says so is the last one drawn with it.
pub(super) fn free(mut deltas: ResMut<Deltas>, mut textures: ResMut<Textures>, cameras: Query<&super::Panels>) {
    for (camera, mut delta) in deltas.0.drain(..) {
        for id in delta.free.drain() {
            textures.0.remove(&(camera, id));
        }
    }
    textures.0.retain(|(camera, _), _| cameras.contains(*camera));
}

fn make(device: &RenderDevice, image: &ColorImage) -> Texture {
    device.create_texture(&TextureDescriptor {
        label: Some("panels"),
        size: extent(image),
        mip_level_count: 1,
        sample_count: 1,
        dimension: TextureDimension::D2,
        // As they are: the shader multiplies them as sRGB, which is what egui's colors are made for.
        format: TextureFormat::Rgba8Unorm,
        usage: TextureUsages::TEXTURE_BINDING | TextureUsages::COPY_DST,
        view_formats: &[],
    })
}

fn bind(
    device: &RenderDevice,
    cache: &PipelineCache,
    pipelines: &Pipelines,
    texture: &Texture,
    options: TextureOptions,
) -> BindGroup {
    let filter = |filter: TextureFilter| match filter {
        TextureFilter::Nearest => FilterMode::Nearest,
        TextureFilter::Linear => FilterMode::Linear,
    };
    let sampler = device.create_sampler(&SamplerDescriptor {
        mag_filter: filter(options.magnification),
        min_filter: filter(options.minification),
        ..default()
    });
    let view = texture.create_view(&TextureViewDescriptor::default());
    let layout = cache.get_bind_group_layout(&pipelines.texture);
    device.create_bind_group("panels", &layout, &BindGroupEntries::sequential((&view, &sampler)))
}

fn fill(queue: &RenderQueue, texture: &Texture, image: &ColorImage, [x, y]: [usize; 2]) {
    let bytes: Vec<u8> = image.pixels.iter().flat_map(Color32::to_array).collect();
    let size = extent(image);
    queue.write_texture(
        TexelCopyTextureInfo {
            texture,
            mip_level: 0,
            origin: Origin3d { x: x as u32, y: y as u32, z: 0 },
            aspect: TextureAspect::All,
        },
        &bytes,
        TexelCopyBufferLayout { offset: 0, bytes_per_row: Some(4 * size.width), rows_per_image: None },
        size,
    );
}

fn extent(image: &ColorImage) -> Extent3d {
    Extent3d { width: image.width() as u32, height: image.height() as u32, depth_or_array_layers: 1 }
}
