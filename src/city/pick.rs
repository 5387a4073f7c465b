//! Which building the pointer is on.

use super::rise::{BuildingOf, Growth};
use super::spawn::height;
use crate::app::{Content, Covered, Eye, Picture};
use bevy::input::InputSystems;
use bevy::input::touch::{Touch, Touches};
use bevy::math::bounding::{Aabb3d, RayCast3d};
use bevy::prelude::*;
use bevy::window::PrimaryWindow;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreUpdate, hover_building.after(InputSystems));
}

fn hover_building(
    content: Res<Content>,
    covered: Res<Covered>,
    touches: Res<Touches>,
    mut picture: ResMut<Picture>,
    window: Single<&Window, With<PrimaryWindow>>,
    camera: Single<(&Camera, &GlobalTransform), With<Eye>>,
    buildings: Query<(&BuildingOf, &Growth)>,
    moved: Query<(), Changed<Growth>>,
    mut sought: Local<Option<(Option<Vec2>, GlobalTransform, Mat4)>>,
) {
    let (camera, transform) = *camera;
    let touch = touches.iter_just_released().next().or_else(|| touches.iter().next()).map(Touch::position);
    let pointer = touch.or_else(|| window.cursor_position()).filter(|at| !covered.takes(*at));
    let seen = (pointer, *transform, camera.clip_from_view());
    if sought.replace(seen) == Some(seen) && moved.is_empty() {
        return;
    }
    let ray = pointer.and_then(|cursor| camera.viewport_to_world(transform, cursor).ok());
    let hovered = ray.and_then(|ray| building_at(&content, ray, buildings.iter()));
    if picture.hovered != hovered.map(|index| content.pack.buildings()[index].id.clone()) {
        picture.hovered = hovered.map(|index| content.pack.buildings()[index].id.clone());
    }
}

/// The nearest standing building that a ray meets.
pub(crate) fn building_at<'a>(
    content: &Content,
    ray: Ray3d,
    buildings: impl Iterator<Item = (&'a BuildingOf, &'a Growth)>,
) -> Option<usize> {
    let cast = RayCast3d::from_ray(ray, 1000.0);
    let (from, way) = (ray.origin.xz(), ray.direction.xz());
    let hit = |(of, growth): (&BuildingOf, &Growth)| {
        let lot = &content.plan.lots[of.0];
        // Most are passed far to a side: their height need not be known.
        if (Vec2::new(lot.x, lot.z) - from).perp_dot(way).abs() > lot.width * way.length() {
            return None;
        }
        let half = Vec3::new(lot.width * 0.42, f32::midpoint(height(growth), 1.4), lot.width * 0.42);
        let distance = cast.aabb_intersection_at(&Aabb3d::new(Vec3::new(lot.x, half.y, lot.z), half))?;
        (growth.foot > 0.5).then_some((of.0, distance))
    };
    buildings.filter_map(hit).min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs;

    #[test]
    fn a_ray_at_a_building_meets_it_or_one_that_stands_before_it() {
        let content = Content::new(packs::generated(500).expect("playable"));
        let all: Vec<_> = (0..content.plan.lots.len()).map(|i| (BuildingOf(i), Growth::at_rest(3, Some(3)))).collect();
        for (index, lot) in content.plan.lots.iter().enumerate() {
            let met = |from: Vec3| {
                let way = Dir3::new(Vec3::new(lot.x, 1.0, lot.z) - from).expect("a way");
                building_at(&content, Ray3d::new(from, way), all.iter().map(|(of, growth)| (of, growth)))
            };
            assert_eq!(met(Vec3::new(lot.x + 0.1, 90.0, lot.z)), Some(index));
            let slanted = met(Vec3::new(70.0, 50.0, -90.0)).map(|met| content.plan.lots[met]).expect("it meets one");
            let before = |x: f32, z: f32| (x - 70.0).hypot(z + 90.0);
            assert!(before(slanted.x, slanted.z) <= before(lot.x, lot.z) + 0.1, "{index}");
        }
    }
}
