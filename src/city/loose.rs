//! Buildings that move stand beside their district's mesh as loose parts; when they rest, they go back into it.

use super::detail::{Aged, ChooseDetail, Detailed, Stale};
use super::draw::Layer;
use super::mesh::tower::{PLINTH_HEIGHT, Shape, roof};
use super::mesh::{Buffer, Detail, ground, storey};
use super::motion;
use super::rise::{Advance, BuildingOf, Census, Growth};
use super::spawn::{Model, Standing};
use crate::app::{AppSystems, Content, Pace, Session};
use crate::view::windows::traces;
use bevy::prelude::*;
use std::collections::HashSet;

/// So many districts are rebuilt in a frame at most where no building has been taken out or put back, if they are
/// blocks; one of more detail counts for several.
const MOST_REBUILT: usize = 10;
/// For so many.
const OF_DETAIL: usize = 4;

/// A part of a building that is moving.
#[derive(Component, Clone, Copy)]
enum LoosePart {
    Foot,
    Storey(usize),
    /// The lines of a storey that has not begun to rise.
    Promise(usize),
    Crown,
}

/// The building moves and is not in its district's mesh.
#[derive(Component)]
struct Loose;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (light_windows, loosen_moving, fasten_resting, rebuild_stale, pose_parts)
            .chain()
            .in_set(AppSystems::Animate)
            .after(Advance)
            .after(ChooseDetail),
    );
}

/// Builds anew what has other windows or another scaffold since the session changed.
fn light_windows(
    mut commands: Commands,
    content: Res<Content>,
    session: Res<Session>,
    mut model: ResMut<Model>,
    mut meshes: ResMut<Assets<Mesh>>,
    standing: Query<(Entity, &Standing)>,
    loose: Query<(&BuildingOf, &Children), With<Loose>>,
    parts: Query<(&LoosePart, &Mesh3d)>,
) -> Result {
    if !session.is_changed() {
        return Ok(());
    }
    for (index, building) in content.pack.buildings().iter().enumerate() {
        let traces = traces(&content.pack, &session.0, building);
        if traces == model.traces[index] {
            continue;
        }
        model.traces[index] = traces;
        mark_stale(&mut commands, &standing, building.district);
        for (_, children) in loose.iter().filter(|(of, _)| of.0 == index) {
            let built = model.parts(&content, index, Detail::Fine);
            for (part, mesh) in children.iter().filter_map(|child| parts.get(child).ok()) {
                match part {
                    LoosePart::Storey(storey) => meshes.insert(mesh, built.storeys[*storey].clone().into_mesh())?,
                    LoosePart::Promise(storey) => meshes.insert(mesh, built.promises[*storey].clone().into_mesh())?,
                    LoosePart::Foot | LoosePart::Crown => {}
                }
            }
        }
    }
    Ok(())
}

fn loosen_moving(
    mut commands: Commands,
    model: Res<Model>,
    content: Res<Content>,
    mut meshes: ResMut<Assets<Mesh>>,
    buildings: Query<(Entity, &BuildingOf, &Growth), (Changed<Growth>, Without<Loose>)>,
    standing: Query<(Entity, &Standing)>,
) {
    let mut aged = HashSet::new();
    for (entity, of, growth) in &buildings {
        if growth.is_at_rest() {
            aged.insert(content.pack.buildings()[of.0].district);
        }
        if growth.is_at_rest() || growth.is_sudden() {
            continue;
        }
        mark_stale(&mut commands, &standing, content.pack.buildings()[of.0].district);
        let parts = model.parts(&content, of.0, Detail::Fine);
        let part = |part: LoosePart, buffer: &Buffer, meshes: &mut Assets<Mesh>| {
            (
                part,
                Mesh3d(meshes.add(buffer.clone().into_mesh())),
                Layer::Buildings,
                Transform::from_scale(Vec3::ZERO),
                ChildOf(entity),
            )
        };
        commands.entity(entity).insert(Loose);
        commands.spawn(part(LoosePart::Foot, &parts.foot, &mut meshes));
        commands.spawn(part(LoosePart::Crown, &parts.crown, &mut meshes));
        for (index, storey) in parts.storeys.iter().enumerate() {
            commands.spawn(part(LoosePart::Storey(index), storey, &mut meshes));
        }
        for (index, promise) in parts.promises.iter().enumerate() {
            commands.spawn(part(LoosePart::Promise(index), promise, &mut meshes));
        }
    }
    for (entity, _) in standing.iter().filter(|(_, of)| aged.contains(&of.0)) {
        commands.entity(entity).insert(Aged);
    }
}

fn fasten_resting(
    mut commands: Commands,
    content: Res<Content>,
    buildings: Query<(Entity, &BuildingOf, &Growth), With<Loose>>,
    standing: Query<(Entity, &Standing)>,
) {
    for (entity, of, _) in buildings.iter().filter(|(_, _, growth)| growth.is_at_rest()) {
        commands.entity(entity).remove::<Loose>().despawn_children();
        mark_stale(&mut commands, &standing, content.pack.buildings()[of.0].district);
    }
}

fn mark_stale(commands: &mut Commands, standing: &Query<(Entity, &Standing)>, district: usize) {
    if let Some((entity, _)) = standing.iter().find(|(_, of)| of.0 == district) {
        commands.entity(entity).insert(Stale);
    }
}

fn rebuild_stale(
    mut commands: Commands,
    model: Res<Model>,
    content: Res<Content>,
    census: Res<Census>,
    mut pace: ResMut<Pace>,
    mut meshes: ResMut<Assets<Mesh>>,
    stale: Query<(Entity, &Standing, &Detailed, &Mesh3d, Has<Stale>), Or<(With<Stale>, With<Aged>)>>,
    buildings: Query<&Growth, Without<Loose>>,
) -> Result {
    let mut left = MOST_REBUILT;
    for (entity, of, detailed, mesh, _) in stale.iter().filter(|(_, _, detailed, _, is_due)| {
        let now = *is_due || left > 0;
        left = left.saturating_sub(if detailed.detail == Detail::Block { 1 } else { OF_DETAIL });
        now
    }) {
        let mut district = Buffer::default();
        for building in content.pack.districts()[of.0].buildings.clone() {
            let Ok(growth) = buildings.get(census.buildings[building]) else { continue };
            if growth.foot > 0.0 {
                let lot = &content.plan.lots[building];
                let tower = model.parts(&content, building, detailed.detail).standing(growth.risen());
                district.append(&tower, Vec3::new(lot.x, ground::TERRACE, lot.z), lot.turn);
            }
        }
        meshes.insert(mesh, district.or_speck().into_mesh())?;
        commands.entity(entity).remove::<(Stale, Aged)>();
        pace.settle();
    }
    Ok(())
}

fn pose_parts(
    model: Res<Model>,
    buildings: Query<(&BuildingOf, &Growth, &Children), With<Loose>>,
    mut parts: Query<(&LoosePart, &mut Transform)>,
) {
    for (of, growth, children) in &buildings {
        let scales: Vec<Vec3> = growth.storeys.iter().map(|share| motion::storey_scale(*share)).collect();
        let base = ground::TERRACE + PLINTH_HEIGHT * motion::soft(growth.foot);
        for child in children {
            let Ok((part, mut transform)) = parts.get_mut(*child) else { continue };
            *transform = match part {
                LoosePart::Foot => Transform::from_xyz(0.0, ground::TERRACE, 0.0)
                    .with_scale(Vec3::new(1.0, 1.0, 1.0) * motion::soft(growth.foot).max(1e-3)),
                LoosePart::Storey(index) => {
                    let below: f32 = growth.storeys[..*index].iter().map(|share| motion::lift(*share)).sum();
                    let scale = if growth.storeys[*index] > 0.0 { scales[*index] } else { Vec3::splat(1e-3) };
                    Transform::from_xyz(0.0, base + below * storey::HEIGHT, 0.0).with_scale(scale)
                }
                LoosePart::Promise(index) => {
                    let foot = motion::soft(growth.foot).max(1e-3);
                    let waits = growth.foot > 0.0 && growth.storeys[*index] <= 0.0;
                    let scale = if waits { Vec3::new(1.0, foot, 1.0) } else { Vec3::splat(1e-3) };
                    Transform::from_xyz(0.0, ground::TERRACE + roof(*index) * foot, 0.0).with_scale(scale)
                }
                LoosePart::Crown => {
                    let below: f32 = growth.storeys.iter().map(|share| motion::lift(*share)).sum();
                    let share = crown_scale(&model.shapes[of.0], growth);
                    let first = growth.storeys.first().copied().unwrap_or(0.0);
                    Transform::from_xyz(0.0, base + below * storey::HEIGHT, 0.0)
                        .with_scale(Vec3::splat(motion::overshoot(first).max(1e-3) * share))
                }
            };
        }
    }
}

/// The size of the crown on storeys that rise: from that on the lower roof to that on the next.
fn crown_scale(shape: &Shape, growth: &Growth) -> f32 {
    let standing = growth.standing();
    let rising = growth.storeys.get(standing).copied().unwrap_or(0.0);
    let (low, high) = (shape.crown_scale(standing), shape.crown_scale(standing + 1));
    low + (high - low) * motion::soft(rising)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::{Act, Deed};
    use crate::packs;
    use crate::view::State;
    use bevy::ecs::system::RunSystemOnce;

    #[test]
    fn a_floor_that_was_read_rebuilds_its_district_and_no_other() {
        let content = Content::new(packs::shipped(packs::FIRST).expect("shipped"));
        let (districts, read) = (content.pack.districts().len(), content.pack.buildings()[9].clone());
        let mut world = World::new();
        world.insert_resource(Model::new(&content, &State::default(), default()));
        world.insert_resource(Assets::<Mesh>::default());
        world.insert_resource(Session::default());
        world.insert_resource(content);
        world.spawn_batch((0..districts).map(Standing));
        let mut stale = world.query_filtered::<&Standing, With<Stale>>();

        world.run_system_once::<_, Result, _>(light_windows).expect("it runs").expect("no fault");
        assert_eq!(stale.iter(&world).count(), 0, "nothing was read");
        let before = world.resource::<Model>().traces[9].clone();
        world.resource_mut::<Session>().0.add(Deed::Floor(read.floors[0].id.clone(), Act::Read));
        world.run_system_once::<_, Result, _>(light_windows).expect("it runs").expect("no fault");
        assert_eq!(stale.iter(&world).map(|of| of.0).collect::<Vec<_>>(), [read.district]);
        assert_ne!(world.resource::<Model>().traces[9], before);
    }

    #[test]
    fn a_building_that_comes_to_rest_rebuilds_its_district_and_no_other() {
        let content = Content::new(packs::generated(1000).expect("playable"));
        let districts = content.pack.districts().len();
        let mut world = World::new();
        for (index, building) in content.pack.buildings().iter().enumerate() {
            world.spawn((BuildingOf(index), Growth::at_rest(building.floors.len(), Some(1))));
        }
        let district = content.pack.buildings()[30].district;
        world.spawn((BuildingOf(30), Growth::at_rest(3, Some(2)), Loose));
        world.spawn_batch((0..districts).map(Standing));
        world.insert_resource(content);
        world.run_system_once(fasten_resting).expect("it runs");
        let mut stale = world.query_filtered::<&Standing, With<Stale>>();
        assert_eq!(stale.iter(&world).map(|of| of.0).collect::<Vec<_>>(), [district]);
        assert_eq!(world.query::<&Loose>().iter(&world).count(), 0);
    }
}
