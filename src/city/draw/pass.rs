//! The pass in which a camera sees the city.

use super::light::FrameLight;
use super::pipeline::{Brush, Pipelines};
use super::sees_city;
use super::things::{Batch, Place, Things};
use bevy::color::LinearRgba;
use bevy::core_pipeline::core_3d::CORE_3D_DEPTH_FORMAT;
use bevy::prelude::*;
use bevy::render::camera::ExtractedCamera;
use bevy::render::mesh::allocator::MeshAllocator;
use bevy::render::mesh::{RenderMesh, RenderMeshBufferInfo};
use bevy::render::render_asset::RenderAssets;
use bevy::render::render_phase::TrackedRenderPass;
use bevy::render::render_resource::{
    Extent3d, LoadOp, Operations, PipelineCache, RenderPassColorAttachment, RenderPassDescriptor, StoreOp,
    TextureDescriptor, TextureDimension, TextureUsages,
};
use bevy::render::renderer::{RenderContext, RenderDevice, ViewQuery};
use bevy::render::texture::{CachedTexture, TextureCache};
use bevy::render::view::{ExtractedView, Msaa, ViewDepthTexture, ViewTarget, ViewUniformOffset};

/// What is drawn into where edges are smooth, before it goes to the screen.
#[derive(Component)]
pub(super) struct Samples(CachedTexture);

/// Makes room for which of the things at a pixel is nearest, and for samples where there are several a pixel.
pub(super) fn prepare_textures(
    mut commands: Commands,
    mut textures: ResMut<TextureCache>,
    device: Res<RenderDevice>,
    cameras: Query<(Entity, &ExtractedCamera, &ViewTarget, &Msaa)>,
) {
    for (entity, camera, target, msaa) in cameras.iter().filter(|(_, camera, ..)| sees_city(camera)) {
        let (Some(size), Some(format)) = (camera.physical_target_size, target.out_texture_view_format()) else {
            continue;
        };
        let mut texture = |label, format| {
            let descriptor = TextureDescriptor {
                label: Some(label),
                size: Extent3d { width: size.x, height: size.y, depth_or_array_layers: 1 },
                mip_level_count: 1,
                sample_count: msaa.samples(),
                dimension: TextureDimension::D2,
                format,
                usage: TextureUsages::RENDER_ATTACHMENT,
                view_formats: &[],
            };
            textures.get(&device, descriptor)
        };
        let depth = ViewDepthTexture::new(texture("depth", CORE_3D_DEPTH_FORMAT), Some(0.0));
        let mut camera = commands.entity(entity);
        camera.insert(depth);
        if msaa.samples() > 1 {
            camera.insert(Samples(texture("samples", format)));
        } else {
            camera.remove::<Samples>();
        }
    }
}

pub(super) fn draw(
    view: ViewQuery<(&ExtractedView, &ViewTarget, &ViewDepthTexture, Option<&Samples>, &ViewUniformOffset, &Msaa)>,
    things: Res<Things>,
    light: Res<FrameLight>,
    pipelines: Res<Pipelines>,
    cache: Res<PipelineCache>,
    meshes: Res<RenderAssets<RenderMesh>>,
    allocator: Res<MeshAllocator>,
    mut context: RenderContext,
) {
    let (view, target, depth, samples, offset, msaa) = view.into_inner();
    let (Some(format), Some(screen)) =
        (target.out_texture_view_format(), target.out_texture_color_attachment(Some(LinearRgba::BLACK)))
    else {
        return;
    };
    let color = match samples {
        None => screen,
        Some(Samples(texture)) => RenderPassColorAttachment {
            view: &texture.default_view,
            resolve_target: Some(screen.view),
            ops: Operations { load: LoadOp::Clear(LinearRgba::BLACK.into()), store: StoreOp::Discard },
            ..screen
        },
    };
    let mut pass = context.begin_tracked_render_pass(RenderPassDescriptor {
        label: Some("city"),
        color_attachments: &[Some(color)],
        depth_stencil_attachment: Some(depth.get_attachment(StoreOp::Discard)),
        timestamp_writes: None,
        occlusion_query_set: None,
        multiview_mask: None,
    });
    let (Some((_, light)), Some(places)) = (&light.bound, things.places.buffer()) else { return };
    let pipeline = |brush: Brush| {
        let id = pipelines.made.get(&(brush, format, msaa.samples()))?;
        cache.get_render_pipeline(*id)
    };
    pass.set_bind_group(0, light, &[offset.offset]);
    // What is near hides what is far.
    let eye = view.world_from_view.translation();
    let distance = |batch: &Batch| {
        let middle = meshes.get(batch.mesh).map_or(Vec3::ZERO, |mesh| mesh.aabb_center);
        batch.first.transform_point3(middle).distance_squared(eye)
    };
    let mut batches: Vec<_> = things.batches.iter().map(|batch| (batch.layer, distance(batch), batch)).collect();
    batches.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    for (layer, _, batch) in batches {
        let Some(pipeline) = pipeline(layer.into()) else { continue };
        pass.set_render_pipeline(pipeline);
        let from = u64::from(batch.instances.start) * size_of::<Place>() as u64;
        pass.set_vertex_buffer(1, places.slice(from..));
        draw_mesh(&mut pass, batch, &meshes, &allocator);
    }
    if let Some(sky) = pipeline(Brush::Sky) {
        pass.set_render_pipeline(sky);
        pass.draw(0..3, 0..1);
    }
}

fn draw_mesh<'w>(
    pass: &mut TrackedRenderPass<'w>,
    batch: &Batch,
    meshes: &RenderAssets<RenderMesh>,
    allocator: &'w MeshAllocator,
) {
    let (Some(mesh), Some(vertices), Some(indices)) =
        (meshes.get(batch.mesh), allocator.mesh_vertex_slice(&batch.mesh), allocator.mesh_index_slice(&batch.mesh))
    else {
        return;
    };
    let RenderMeshBufferInfo::Indexed { count, index_format } = mesh.buffer_info else { return };
    pass.set_vertex_buffer(0, vertices.buffer.slice(..));
    pass.set_index_buffer(indices.buffer.slice(..), index_format);
    let from = indices.range.start;
    pass.draw_indexed(from..from + count, vertices.range.start as i32, 0..batch.instances.len() as u32);
}
