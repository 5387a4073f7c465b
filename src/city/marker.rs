//! The frame on the ground around the building that is open or has the keyboard's mark.

use super::look::palette::GOLD;
use super::mesh::{Buffer, ground};
use super::rise::FoundCity;
use super::spawn::{BuildCity, Model};
use crate::app::{AppSystems, Content, Pace, Session};
use bevy::prelude::*;

/// The frame.
#[derive(Component)]
struct Marker;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostStartup, spawn_marker.after(FoundCity).after(BuildCity))
        .add_systems(Update, place_marker.in_set(AppSystems::Animate));
}

fn spawn_marker(mut commands: Commands, model: Res<Model>, mut meshes: ResMut<Assets<Mesh>>) {
    commands.spawn((
        Name::new("Marker"),
        Marker,
        Mesh3d(meshes.add(marker().into_mesh())),
        MeshMaterial3d(model.material.clone()),
        Transform::default(),
        Visibility::Hidden,
    ));
}

fn marker() -> Buffer {
    let mut buffer = Buffer::default();
    let paint = GOLD.glowing(0.8);
    let (reach, wide) = (1.0, 0.06);
    for side in 0..4 {
        let turn = Quat::from_rotation_y(std::f32::consts::TAU / 4.0 * side as f32);
        let (from, to) = (turn * Vec3::new(-reach, 0.0, reach), turn * Vec3::new(reach, 0.0, reach));
        buffer.beam(from, to, wide, paint);
    }
    buffer
}

fn place_marker(
    session: Res<Session>,
    content: Res<Content>,
    mut pace: ResMut<Pace>,
    marker: Single<(&mut Transform, &mut Visibility), With<Marker>>,
) {
    if !session.is_changed() {
        return;
    }
    let (mut transform, mut visibility) = marker.into_inner();
    let chosen =
        session.0.open_building(&content.pack).map(|building| building.id.clone()).or_else(|| session.0.focus.clone());
    let index = chosen.and_then(|id| content.pack.buildings().iter().position(|building| building.id == id));
    let Some(index) = index else {
        visibility.set_if_neq(Visibility::Hidden);
        return;
    };
    let lot = &content.plan.lots[index];
    let half = lot.width * 0.56;
    *transform = Transform::from_xyz(lot.x, ground::TERRACE + 0.03, lot.z)
        .with_rotation(Quat::from_rotation_y(lot.turn))
        .with_scale(Vec3::new(half, 1.0, half));
    visibility.set_if_neq(Visibility::Inherited);
    pace.settle();
}
