//! Corners and triangles of all panels of a frame.

use super::Panels;
use super::pipeline::Pipelines;
use bevy::math::{URect, UVec2, Vec2};
use bevy::prelude::*;
use bevy::render::camera::ExtractedCamera;
use bevy::render::render_resource::{
    BindGroup, BindGroupEntries, BufferId, BufferUsages, DynamicUniformBuffer, PipelineCache, RawBufferVec, ShaderType,
};
use bevy::render::renderer::{RenderDevice, RenderQueue};
use bevy_egui::egui::epaint::{Primitive, Vertex};
use bevy_egui::egui::{Rect, TextureId};
use std::ops::Range;

/// A corner as the shader reads it: place in points, place in the texture, color.
type Corner = [u32; 5];

/// As in `panels.wgsl`.
#[derive(ShaderType, Default)]
pub(super) struct Sheet {
    /// From points to the picture, which is 2 wide and 2 high.
    scale: Vec2,
    /// Where its top left corner is.
    corner: Vec2,
}

impl Sheet {
    /// Of a picture of so many points.
    fn new(size: Vec2) -> Self {
        Self { scale: Vec2::new(2.0, -2.0) / size, corner: Vec2::new(-1.0, 1.0) }
    }
}

/// Triangles that share a texture and what they may cover.
pub(super) struct Piece {
    pub texture: TextureId,
    /// In pixels; never empty.
    pub clip: URect,
    /// Bytes of the corners at which they begin to count.
    pub corners: u64,
    pub indices: Range<u32>,
}

/// What there is to draw for a camera.
#[derive(Component)]
pub(super) struct Pieces {
    pub pieces: Vec<Piece>,
    /// Where its sheet lies among the sheets.
    pub sheet: u32,
}

/// All of it where the graphics card reads it.
#[derive(Resource)]
pub(super) struct Buffers {
    pub corners: RawBufferVec<Corner>,
    pub indices: RawBufferVec<u32>,
    sheets: DynamicUniformBuffer<Sheet>,
    /// The sheets, as they are given to the shader.
    pub bound: Option<(BufferId, BindGroup)>,
}

impl Default for Buffers {
    fn default() -> Self {
        Self {
            corners: RawBufferVec::new(BufferUsages::VERTEX),
            indices: RawBufferVec::new(BufferUsages::INDEX),
            sheets: DynamicUniformBuffer::default(),
            bound: None,
        }
    }
}

pub(super) fn write(
    mut commands: Commands,
    cameras: Query<(Entity, &Panels, &ExtractedCamera)>,
    device: Res<RenderDevice>,
    queue: Res<RenderQueue>,
    mut buffers: ResMut<Buffers>,
) {
    let buffers = &mut *buffers;
    buffers.corners.clear();
    buffers.indices.clear();
    buffers.sheets.clear();
    for (entity, panels, camera) in &cameras {
        let Some(size) = camera.physical_target_size else { continue };
        let mut pieces = Vec::with_capacity(panels.shapes.len());
        for shape in &panels.shapes {
            let Primitive::Mesh(mesh) = &shape.primitive else { continue };
            let clip = pixels(shape.clip_rect, panels.scale, size);
            if clip.is_empty() || mesh.indices.is_empty() {
                continue;
            }
            let corners = (buffers.corners.len() * size_of::<Corner>()) as u64;
            let from = buffers.indices.len() as u32;
            buffers.corners.extend(mesh.vertices.iter().map(corner));
            buffers.indices.extend(mesh.indices.iter().copied());
            pieces.push(Piece { texture: mesh.texture_id, clip, corners, indices: from..buffers.indices.len() as u32 });
        }
        let sheet = buffers.sheets.push(&Sheet::new(size.as_vec2() / panels.scale));
        commands.entity(entity).insert(Pieces { pieces, sheet });
    }
    buffers.corners.write_buffer(&device, &queue);
    buffers.indices.write_buffer(&device, &queue);
    buffers.sheets.write_buffer(&device, &queue);
}

pub(super) fn bind(
    device: Res<RenderDevice>,
    cache: Res<PipelineCache>,
    pipelines: Res<Pipelines>,
    mut buffers: ResMut<Buffers>,
) {
    let (Some(buffer), Some(binding)) = (buffers.sheets.buffer(), buffers.sheets.binding()) else { return };
    if buffers.bound.as_ref().is_none_or(|(of, _)| *of != buffer.id()) {
        let layout = cache.get_bind_group_layout(&pipelines.sheet);
        let bound = device.create_bind_group("sheet", &layout, &BindGroupEntries::single(binding));
        buffers.bound = Some((buffer.id(), bound));
    }
}

fn corner(vertex: &Vertex) -> Corner {
    let color = u32::from_le_bytes(vertex.color.to_array());
    [vertex.pos.x.to_bits(), vertex.pos.y.to_bits(), vertex.uv.x.to_bits(), vertex.uv.y.to_bits(), color]
}

/// What an area in points covers of a picture, in whole pixels.
fn pixels(area: Rect, scale: f32, picture: UVec2) -> URect {
    let whole = |x: f32, y: f32| Vec2::new(x * scale, y * scale).round().max(Vec2::ZERO).as_uvec2();
    let area = URect { min: whole(area.min.x, area.min.y), max: whole(area.max.x, area.max.y) };
    area.intersect(URect { min: UVec2::ZERO, max: picture })
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy_egui::egui::{Color32, Pos2};

    #[test]
    fn a_corner_is_laid_out_as_the_shader_reads_it() {
        let vertex = Vertex { pos: Pos2::new(1.0, 2.0), uv: Pos2::new(0.25, 0.5), color: Color32::YELLOW };
        let bytes: Vec<u8> = corner(&vertex).into_iter().flat_map(u32::to_ne_bytes).collect();
        assert_eq!(bytes[..8], [1f32.to_ne_bytes(), 2f32.to_ne_bytes()].concat());
        assert_eq!(bytes[16..], [255, 255, 0, 255]);
    }

    #[test]
    fn what_lies_outside_the_picture_covers_nothing_of_it() {
        let picture = UVec2::new(200, 100);
        let area = Rect::from_min_max(Pos2::new(-5.0, 10.2), Pos2::new(60.0, 80.0));
        assert_eq!(pixels(area, 2.0, picture), URect::new(0, 20, 120, 100));
        assert!(pixels(area.translate([0.0, 60.0].into()), 2.0, picture).is_empty());
    }
}
