//! At the last level bridges and lights join the towers, as soon as all of them stand.

use super::detail::{Aged, ChooseDetail, Detailed};
use super::draw::Layer;
use super::mesh::Buffer;
use super::mesh::bridge::{Tower, bridges};
use super::motion;
use super::rise::{Advance, BuildingOf, Growth};
use super::spawn::BuildCity;
use crate::app::{AppSystems, Content, Founding, OfCity, Pace, Session};
use bevy::prelude::*;

/// Seconds that the bridges take to appear.
const JOIN_SECS: f32 = 1.4;

/// The bridges, how far they have come from 0 to 1, and the towers that they were built for.
#[derive(Component, Default)]
struct Bridges {
    share: f32,
    towers: Vec<Tower>,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Founding, make_bridges.after(BuildCity))
        .add_systems(Update, join_towers.in_set(AppSystems::Animate).after(Advance).after(ChooseDetail));
}

fn make_bridges(mut commands: Commands, content: Res<Content>, mut meshes: ResMut<Assets<Mesh>>) {
    commands.spawn((
        Name::new("Bridges"),
        OfCity,
        Bridges::default(),
        Detailed::new(Vec2::ZERO, content.plan.radius * 0.5),
        Mesh3d(meshes.add(Buffer::speck().into_mesh())),
        Layer::Buildings,
        Transform::default(),
        Visibility::Hidden,
    ));
}

fn join_towers(
    time: Res<Time>,
    content: Res<Content>,
    session: Res<Session>,
    mut pace: ResMut<Pace>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut commands: Commands,
    joint: Single<(Entity, &mut Bridges, &Detailed, &Mesh3d, &mut Transform, &mut Visibility, Has<Aged>)>,
    buildings: Query<(&BuildingOf, &Growth)>,
) -> Result {
    let (entity, mut built, detailed, mesh, mut transform, mut visibility, has_aged) = joint.into_inner();
    if has_aged {
        meshes.insert(mesh, bridges(&built.towers, detailed.detail).or_speck().into_mesh())?;
        commands.entity(entity).remove::<Aged>();
    }
    let last = session.0.level + 1 == content.pack.levels().len();
    let is_whole = |growth: &Growth| growth.is_at_rest() && growth.standing() == growth.storeys.len();
    let joined = last && buildings.iter().all(|(_, growth)| is_whole(growth));
    let goal = f32::from(u8::from(joined));
    if (built.share - goal).abs() < f32::EPSILON {
        return Ok(());
    }
    if joined && built.share == 0.0 {
        let mut towers: Vec<_> = buildings.iter().map(|(of, growth)| (of.0, growth.risen())).collect();
        towers.sort_unstable();
        let towers: Vec<_> =
            towers.into_iter().map(|(index, risen)| Tower { lot: content.plan.lots[index], risen }).collect();
        if towers != built.towers {
            meshes.insert(mesh, bridges(&towers, detailed.detail).or_speck().into_mesh())?;
            built.towers = towers;
        }
    }
    // They go at once: what they hang on is about to move.
    let step = if session.0.reduces_motion() || !joined { 1.0 } else { time.delta_secs().min(0.1) / JOIN_SECS };
    built.share = motion::towards(built.share, goal, step);
    // Up from the ground they would cross the streets; they swing into place from just below.
    transform.translation.y = (motion::overshoot(built.share) - 1.0) * 1.2;
    visibility.set_if_neq(if built.share > 0.0 { Visibility::Inherited } else { Visibility::Hidden });
    pace.keep_going();
    Ok(())
}
