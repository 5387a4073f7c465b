//! Dust where a floor lands: a ring of puffs that spreads and sinks away.

use super::draw::Layer;
use super::look::palette::DUST;
use super::mesh::tower::{PLINTH_HEIGHT, SHARE_OF_LOT};
use super::mesh::{Buffer, ground, storey};
use super::motion;
use super::rise::Advance;
use super::spawn::BuildCity;
use crate::app::{AppSystems, Content, Founding, OfCity, Pace, Risen, RisenPart, Session};
use bevy::prelude::*;
use std::f32::consts::TAU;

/// Seconds that dust hangs in the air.
const HANG_SECS: f32 = 0.7;
/// No more rings than this at a time: a whole level that lands at once is one cloud anyway.
const MOST: usize = 24;

/// The puffs that all rings share.
#[derive(Resource)]
struct Puffs(Handle<Mesh>);

/// A ring of dust, and how much of its time has passed from 0 to 1.
#[derive(Component)]
struct Dust {
    age: f32,
    /// Of the tower around which it rises.
    width: f32,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Founding, make_puffs.after(BuildCity))
        .add_systems(Update, (raise_dust, settle_dust).chain().in_set(AppSystems::Animate).after(Advance));
}

fn make_puffs(mut commands: Commands, mut meshes: ResMut<Assets<Mesh>>) {
    commands.insert_resource(Puffs(meshes.add(puffs().into_mesh())));
}

/// Twelve puffs on a circle of radius 1.
fn puffs() -> Buffer {
    let mut buffer = Buffer::default();
    for i in 0..12 {
        let angle = TAU * i as f32 / 12.0;
        let radius = if i % 3 == 0 { 0.17 } else { 0.11 };
        buffer.ball(Vec3::new(angle.cos(), 0.0, angle.sin()), radius, |_| 0.0, DUST);
    }
    buffer
}

fn raise_dust(
    mut commands: Commands,
    mut risen: MessageReader<Risen>,
    content: Res<Content>,
    session: Res<Session>,
    puffs: Res<Puffs>,
    hanging: Query<(), With<Dust>>,
) {
    let room = MOST.saturating_sub(hanging.iter().count());
    if session.0.reduces_motion() {
        risen.clear();
        return;
    }
    for Risen { building, part } in risen.read().take(room) {
        let lot = &content.plan.lots[*building];
        let foot = match part {
            RisenPart::Plinth => 0.0,
            RisenPart::Storey(index) => PLINTH_HEIGHT + storey::HEIGHT * *index as f32,
        };
        commands.spawn((
            OfCity,
            Dust { age: 0.0, width: lot.width * SHARE_OF_LOT },
            Mesh3d(puffs.0.clone()),
            Layer::Small,
            Transform::from_xyz(lot.x, ground::TERRACE + foot, lot.z).with_scale(Vec3::ZERO),
        ));
    }
}

fn settle_dust(
    mut commands: Commands,
    time: Res<Time>,
    mut pace: ResMut<Pace>,
    mut rings: Query<(Entity, &mut Dust, &mut Transform)>,
) {
    for (entity, mut dust, mut transform) in &mut rings {
        pace.keep_going();
        dust.age += time.delta_secs().min(0.1) / HANG_SECS;
        if dust.age >= 1.0 {
            commands.entity(entity).despawn();
            continue;
        }
        // It bursts out fast and spreads ever slower, swelling and then sinking away.
        let out = dust.width * (0.5 + 0.34 * (1.0 - (1.0 - dust.age).powi(3)));
        let high = (dust.age * std::f32::consts::PI).sin() * (1.0 - motion::soft(dust.age) * 0.4);
        transform.scale = Vec3::new(out, high.max(1e-3) * 1.4, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puffs_stand_around_and_not_in_the_middle() {
        let near = puffs().positions().iter().map(|p| p[0].hypot(p[2])).fold(f32::MAX, f32::min);
        assert!(near > 0.8, "{near}");
    }
}
