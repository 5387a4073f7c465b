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

/// A mesh that is seen, and where it stands.
type Thing = (Layer, AssetId<Mesh>, Affine3A);

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
    seen: Vec<Thing>,
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
    things.batches.clear();
    things.places.clear();
    // Most meshes stand where they were built, and need not tell the graphics card so one by one.
    things.places.push(rows(&Affine3A::IDENTITY));
    for (layer, mesh, places) in alike(&mut things.seen) {
        let first = places[0].2;
        let instances = if places.len() == 1 && first == Affine3A::IDENTITY {
            0..1
        } else {
            let from = things.places.len() as u32;
            things.places.extend(places.iter().map(|(.., place)| rows(place)));
            from..things.places.len() as u32
        };
        things.batches.push(Batch { layer, mesh, instances, first });
    }
}

/// Things of one layer and one mesh, together.
fn alike(seen: &mut [Thing]) -> impl Iterator<Item = (Layer, AssetId<Mesh>, &[Thing])> {
    seen.sort_by_key(|(layer, mesh, _)| (*layer, *mesh));
    seen.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).map(|same| (same[0].0, same[0].1, same))
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
    use bevy::asset::uuid::Uuid;

    #[test]
    fn what_is_alike_is_drawn_at_once_and_in_the_order_of_layers() {
        let mesh = |number| AssetId::Uuid { uuid: Uuid::from_u128(number) };
        let at = |x| Affine3A::from_translation(Vec3::X * x);
        let mut seen = [
            (Layer::Sea, mesh(1), at(0.0)),
            (Layer::Small, mesh(3), at(1.0)),
            (Layer::Buildings, mesh(2), at(0.0)),
            (Layer::Small, mesh(3), at(2.0)),
        ];
        let batches: Vec<_> = alike(&mut seen).map(|(layer, _, places)| (layer, places.len())).collect();
        assert_eq!(batches, [(Layer::Buildings, 1), (Layer::Small, 2), (Layer::Sea, 1)]);
    }

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
