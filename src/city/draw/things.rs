//! What is to be drawn in a frame, mesh by mesh.

use super::Layer;
use bevy::math::Affine3A;
use bevy::prelude::*;
use bevy::render::Extract;
use bevy::render::render_resource::{BufferUsages, RawBufferVec};
use bevy::render::renderer::{RenderDevice, RenderQueue};
use std::ops::Range;

/// The first three rows of the matrix that places a mesh in the world.
pub(super) type Place = [[f32; 4]; 3];

/// All instances of a mesh that are seen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Batch {
    pub layer: Layer,
    pub mesh: AssetId<Mesh>,
    /// Indices of their places.
    pub instances: Range<u32>,
    /// Where the first one stands.
    pub first: Affine3A,
}

/// What is seen in this frame.
#[derive(Resource)]
pub(super) struct Things {
    pub batches: Vec<Batch>,
    pub places: RawBufferVec<Place>,
    seen: Vec<(Layer, AssetId<Mesh>, Affine3A)>,
}

impl Default for Things {
    fn default() -> Self {
        Self { batches: Vec::new(), places: RawBufferVec::new(BufferUsages::VERTEX), seen: Vec::new() }
    }
}

pub(super) fn extract(
    mut things: ResMut<Things>,
    meshes: Extract<Query<(&Layer, &Mesh3d, &GlobalTransform, &ViewVisibility)>>,
) {
    let things = &mut *things;
    let seen = meshes.iter().filter(|(.., visibility)| visibility.get());
    things.seen.clear();
    things.seen.extend(seen.map(|(layer, mesh, place, _)| (*layer, mesh.id(), place.affine())));
    things.seen.sort_by_key(|(layer, mesh, _)| (*layer, *mesh));
    things.batches.clear();
    things.places.clear();
    // Most meshes stand where they were built, and need not tell the graphics card so one by one.
    things.places.push(rows(&Affine3A::IDENTITY));
    for same in things.seen.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let (layer, mesh, first) = same[0];
        let instances = if same.len() == 1 && first == Affine3A::IDENTITY {
            0..1
        } else {
            let from = things.places.len() as u32;
            things.places.extend(same.iter().map(|(.., place)| rows(place)));
            from..things.places.len() as u32
        };
        things.batches.push(Batch { layer, mesh, instances, first });
    }
}

fn rows(place: &Affine3A) -> Place {
    let (m, t) = (place.matrix3.transpose(), place.translation);
    [m.x_axis.extend(t.x).to_array(), m.y_axis.extend(t.y).to_array(), m.z_axis.extend(t.z).to_array()]
}

pub(super) fn write(mut things: ResMut<Things>, device: Res<RenderDevice>, queue: Res<RenderQueue>) {
    things.places.write_buffer(&device, &queue);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_place_a_point_as_the_matrix_does() {
        let place = Affine3A::from_scale_rotation_translation(
            Vec3::new(1.0, 2.0, 3.0),
            Quat::from_rotation_y(0.7),
            Vec3::new(4.0, 5.0, 6.0),
        );
        let point = Vec3::new(0.3, -0.4, 0.5);
        let placed = rows(&place).map(|row| Vec4::from(row).dot(point.extend(1.0)));
        assert!((Vec3::from(placed) - place.transform_point3(point)).length() < 1e-5);
    }
}
