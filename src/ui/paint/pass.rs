//! The pass in which panels are drawn over whatever a camera has drawn before.

use super::buffers::{Buffers, Pieces};
use super::pipeline::Pipelines;
use super::textures::Textures;
use bevy::color::LinearRgba;
use bevy::prelude::*;
use bevy::render::render_resource::{IndexFormat, PipelineCache, RenderPassDescriptor};
use bevy::render::renderer::{RenderContext, ViewQuery};
use bevy::render::view::ViewTarget;

pub(super) fn draw(
    view: ViewQuery<(&ViewTarget, &Pieces)>,
    buffers: Res<Buffers>,
    textures: Res<Textures>,
    pipelines: Res<Pipelines>,
    cache: Res<PipelineCache>,
    mut context: RenderContext,
) {
    let camera = view.entity();
    let (target, Pieces { pieces, sheet }) = view.into_inner();
    let pipeline = target.out_texture_view_format().and_then(|format| pipelines.made.get(&format));
    let pipeline = pipeline.and_then(|id| cache.get_render_pipeline(*id));
    let attachment = target.out_texture_color_attachment(Some(LinearRgba::BLACK));
    let (Some(pipeline), Some(attachment), Some((_, bound)), Some(corners), Some(indices)) =
        (pipeline, attachment, &buffers.bound, buffers.corners.buffer(), buffers.indices.buffer())
    else {
        return;
    };
    let mut pass = context.begin_tracked_render_pass(RenderPassDescriptor {
        label: Some("panels"),
        color_attachments: &[Some(attachment)],
        depth_stencil_attachment: None,
        timestamp_writes: None,
        occlusion_query_set: None,
        multiview_mask: None,
    });
    pass.set_render_pipeline(pipeline);
    pass.set_bind_group(0, bound, &[*sheet]);
    pass.set_index_buffer(indices.slice(..), IndexFormat::Uint32);
    for piece in pieces {
        let Some(texture) = textures.bound(camera, piece.texture) else { continue };
        pass.set_bind_group(1, texture, &[]);
        pass.set_vertex_buffer(0, corners.slice(piece.corners..));
        let (at, size) = (piece.clip.min, piece.clip.size());
        pass.set_scissor_rect(at.x, at.y, size.x, size.y);
        pass.draw_indexed(piece.indices.clone(), 0, 0..1);
    }
}
