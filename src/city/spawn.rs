//! The city in the world: one mesh a district, and loose parts for what is moving.
//!
//! A building at rest is part of its district's mesh. While it moves it stands beside it as an entity a
//! part, so that a frame moves transforms and rebuilds nothing.

use super::look::palette::{self, GOLD};
use super::material::{CityMaterial, SeaMaterial, SkyMaterial, whole_picture};
use super::mesh::tower::{PLINTH_HEIGHT, Parts, parts, roof};
use super::mesh::{Buffer, Dice, ground, nature, seed, storey};
use super::rise::{BuildingOf, DistrictOf};
use super::rise::{Clearing, Growth, motion};
use crate::app::{AppSystems, Content, Pace, Session};
use crate::domain::content::storeys;
use crate::domain::plan::{LOTS_PER_DISTRICT, Site, layout, lot, site};
use bevy::camera::visibility::NoFrustumCulling;
use bevy::prelude::*;

/// The parts of every building, and what all meshes share.
#[derive(Resource)]
pub(super) struct Model {
    parts: Vec<Parts>,
    /// Trees by district and, last, those that always stand; with their radius and height for the shade.
    pub trees: Vec<Vec<(Vec2, f32, f32)>>,
    pub material: Handle<CityMaterial>,
    pub sea: Handle<SeaMaterial>,
    pub sky: Handle<SkyMaterial>,
}

/// The mesh of a district's buildings at rest.
#[derive(Component)]
struct Standing(usize);

/// The wood of a district that is still to be founded.
#[derive(Component)]
struct Wood(usize);

/// The ground of a district.
#[derive(Component)]
struct Terrace(usize);

/// A part of a building that is moving.
#[derive(Component, Clone, Copy)]
enum LoosePart {
    Foot,
    Storey(usize),
    Crown,
}

/// The building moves and is not in its district's mesh.
#[derive(Component)]
struct Loose;

/// The district's mesh is to be rebuilt.
#[derive(Component)]
struct Stale;

/// The frame on the ground around the chosen building.
#[derive(Component)]
struct Marker;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostStartup, build_city.after(super::rise::FoundCity)).add_systems(
        Update,
        (loosen_moving, fasten_resting, rebuild_stale, pose_parts, pose_districts, place_marker)
            .chain()
            .in_set(AppSystems::Animate)
            .after(super::rise::Advance),
    );
}

fn build_city(
    mut commands: Commands,
    content: Res<Content>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<CityMaterial>>,
    mut seas: ResMut<Assets<SeaMaterial>>,
    mut skies: ResMut<Assets<SkyMaterial>>,
    shade: Res<super::light::ShadeMap>,
) {
    let material = materials.add(CityMaterial { light: default(), shade: shade.image.clone() });
    let sea = seas.add(SeaMaterial { light: default() });
    let sky = skies.add(SkyMaterial { light: default() });
    commands.spawn((
        Name::new("Sky"),
        Mesh3d(meshes.add(whole_picture())),
        MeshMaterial3d(sky.clone()),
        NoFrustumCulling,
        Transform::default(),
    ));

    let plan = &content.plan;
    // What is drawn first hides what lies behind it, and Bevy draws in the order in which meshes were added:
    // buildings before their ground, and the ground before the island.
    for (index, district) in content.pack.districts().iter().enumerate() {
        commands.spawn((
            Name::new(format!("{}: buildings", district.name)),
            Standing(index),
            Stale,
            Mesh3d(meshes.add(Buffer::speck().into_mesh())),
            MeshMaterial3d(material.clone()),
            Transform::default(),
        ));
    }
    let mut scenery = Buffer::default();
    let mut trees = Vec::new();
    for (index, district) in content.pack.districts().iter().enumerate() {
        let site = &plan.sites[index];
        let mut land = garden(site, index);
        land.append(&ground::terrace(site, palette::of_district(index).ground), Vec3::ZERO, 0.0);
        let (wood, stems) = wood(site, seed(district.id.as_str()), 0.62);
        trees.push(stems);
        let at = (MeshMaterial3d(material.clone()), Transform::default(), Visibility::Hidden);
        commands.spawn((
            Name::new(format!("{}: ground", district.name)),
            Terrace(index),
            Mesh3d(meshes.add(land.into_mesh())),
            at.clone(),
        ));
        commands.spawn((
            Name::new(format!("{}: wood", district.name)),
            Wood(index),
            Mesh3d(meshes.add(wood.into_mesh())),
            at.clone(),
        ));
    }
    trees.push(wilderness(&mut scenery, &content));
    scenery.append(&ground::streets(plan), Vec3::ZERO, 0.0);
    scenery.append(&ground::island(plan), Vec3::ZERO, 0.0);
    commands.spawn((
        Name::new("Sea"),
        Mesh3d(meshes.add(ground::sea(plan).into_mesh())),
        MeshMaterial3d(sea.clone()),
        Transform::default(),
    ));
    commands.spawn((
        Name::new("Island"),
        Mesh3d(meshes.add(scenery.into_mesh())),
        MeshMaterial3d(material.clone()),
        Transform::default(),
    ));
    commands.spawn((
        Name::new("Marker"),
        Marker,
        Mesh3d(meshes.add(marker().into_mesh())),
        MeshMaterial3d(material.clone()),
        Transform::default(),
        Visibility::Hidden,
    ));

    let parts = content.pack.buildings().iter().enumerate().map(|(index, building)| {
        let accent = palette::of_district(building.district).accent;
        parts(building, &storeys(building), plan.lots[index].width, accent)
    });
    commands.insert_resource(Model { parts: parts.collect(), trees, material, sea, sky });
}

/// Trees on the land of a district, denser for a `density` nearer to 1, with where they stand.
fn wood(site: &Site, seed: u32, density: f32) -> (Buffer, Vec<(Vec2, f32, f32)>) {
    let mut dice = Dice::new(seed);
    let (mut buffer, mut stems) = (Buffer::default(), Vec::new());
    let inner = if site.ring == 0 { 0.8 } else { site.inner + 0.5 };
    let area = (site.outer.powi(2) - inner.powi(2)) * (site.to - site.from) / 2.0;
    for _ in 0..(area * density) as usize {
        // The square root spreads them evenly over the ground and not along the radius.
        let outer = site.outer - 0.4;
        let radius = dice.between(inner * inner, outer * outer).sqrt();
        let (x, z) = layout::polar(radius, dice.between(site.from, site.to));
        plant(&mut buffer, &mut stems, Vec2::new(x, z), &mut dice);
    }
    (buffer, stems)
}

fn plant(buffer: &mut Buffer, stems: &mut Vec<(Vec2, f32, f32)>, at: Vec2, dice: &mut Dice) {
    if stems.iter().any(|(other, _, _)| other.distance(at) < 0.62) {
        return;
    }
    let scale = dice.between(0.7, 1.25);
    buffer.append_scaled(&nature::tree(dice), Vec3::new(at.x, 0.0, at.y), dice.between(0.0, 6.0), scale);
    stems.push((at, 0.42 * scale, 1.2 * scale));
}

/// Trees and lamps of a founded district, where no lot is or can come.
fn garden(site: &Site, index: usize) -> Buffer {
    let mut land = Buffer::default();
    let mut dice = Dice::new(index as u32 * 77 + 5);
    let lots: Vec<Vec2> = (0..LOTS_PER_DISTRICT).map(|i| lot(site, i)).map(|lot| Vec2::new(lot.x, lot.z)).collect();
    let mut stems = Vec::new();
    for _ in 0..90 {
        let inner = if site.ring == 0 { 2.4 } else { site.inner + 0.35 };
        let (x, z) = layout::polar(dice.between(inner, site.outer - 0.35), dice.between(site.from, site.to));
        let at = Vec2::new(x, z);
        let free = lots.iter().all(|lot| lot.distance(at) > 2.15);
        if free && stems.len() < 9 {
            let mut tree = Buffer::default();
            plant(&mut tree, &mut stems, at, &mut dice);
            land.append(&tree, Vec3::Y * ground::TERRACE, 0.0);
        }
    }
    let lamps = ((site.to - site.from) * site.outer / 3.2) as usize;
    for i in 0..lamps {
        let angle = site.from + (site.to - site.from) * (i as f32 + 0.5) / lamps as f32;
        let (x, z) = layout::polar(site.outer - 0.25, angle);
        land.append(&nature::lamp(), Vec3::new(x, ground::TERRACE, z), 0.0);
    }
    land
}

/// Everything that always stands: trees at the rim and on land that no district will take, and boats.
fn wilderness(scenery: &mut Buffer, content: &Content) -> Vec<(Vec2, f32, f32)> {
    let plan = &content.plan;
    let mut dice = Dice::new(seed(content.pack.id()));
    let mut stems = Vec::new();
    let rings = plan.sites.iter().map(|site| site.ring).max().unwrap_or(0);
    let unused = (plan.sites.len()..).map(site).take_while(|site| site.ring <= rings);
    for (index, site) in unused.enumerate() {
        let (trees, more) = wood(&site, 31 + index as u32, 0.5);
        scenery.append(&trees, Vec3::ZERO, 0.0);
        stems.extend(more);
    }
    for _ in 0..(plan.radius * 7.0) as usize {
        let angle = dice.between(0.0, std::f32::consts::TAU);
        let radius = dice.between(plan.radius + layout::ROAD + 0.4, ground::coast(plan, angle) - 0.35);
        plant(scenery, &mut stems, Vec2::from(layout::polar(radius, angle)), &mut dice);
    }
    for (angle, out, turn) in [(3.35, 5.0, 0.7), (3.75, 8.0, 1.0), (5.6, 6.5, 2.2), (0.9, 9.0, 0.3)] {
        let (x, z) = layout::polar(plan.radius + out, angle);
        scenery.append(&nature::boat(), Vec3::new(x, -ground::SEA_DEPTH, z), turn);
    }
    stems
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

fn loosen_moving(
    mut commands: Commands,
    model: Res<Model>,
    content: Res<Content>,
    mut meshes: ResMut<Assets<Mesh>>,
    buildings: Query<(Entity, &BuildingOf, &Growth), (Changed<Growth>, Without<Loose>)>,
    standing: Query<(Entity, &Standing)>,
) {
    for (entity, of, growth) in &buildings {
        if growth.is_at_rest() {
            continue;
        }
        mark_stale(&mut commands, &standing, content.pack.buildings()[of.0].district);
        let parts = &model.parts[of.0];
        let part = |part: LoosePart, buffer: &Buffer, meshes: &mut Assets<Mesh>| {
            (
                part,
                Mesh3d(meshes.add(buffer.clone().into_mesh())),
                MeshMaterial3d(model.material.clone()),
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
    mut meshes: ResMut<Assets<Mesh>>,
    stale: Query<(Entity, &Standing, &Mesh3d), With<Stale>>,
    buildings: Query<(&BuildingOf, &Growth), Without<Loose>>,
) -> Result {
    for (entity, of, mesh) in &stale {
        let mut district = Buffer::default();
        for (building, growth) in buildings.iter().filter(|(b, _)| content.pack.buildings()[b.0].district == of.0) {
            if growth.foot > 0.0 {
                let lot = &content.plan.lots[building.0];
                let tower = model.parts[building.0].standing(growth.risen());
                district.append(&tower, Vec3::new(lot.x, ground::TERRACE, lot.z), lot.turn);
            }
        }
        if district.is_empty() {
            district = Buffer::speck();
        }
        // In place: a new mesh would be drawn after the ground that it hides.
        meshes.insert(mesh, district.into_mesh())?;
        commands.entity(entity).remove::<Stale>();
    }
    Ok(())
}

fn pose_parts(buildings: Query<(&Growth, &Children), With<Loose>>, mut parts: Query<(&LoosePart, &mut Transform)>) {
    for (growth, children) in &buildings {
        let scales: Vec<Vec3> = growth.storeys.iter().map(|share| motion::storey_scale(*share)).collect();
        let base = ground::TERRACE + PLINTH_HEIGHT * motion::soft(growth.foot);
        for child in children {
            let Ok((part, mut transform)) = parts.get_mut(*child) else { continue };
            *transform = match part {
                LoosePart::Foot => Transform::from_xyz(0.0, ground::TERRACE, 0.0)
                    .with_scale(Vec3::new(1.0, 1.0, 1.0) * motion::soft(growth.foot).max(1e-3)),
                LoosePart::Storey(index) => {
                    let below: f32 = scales[..*index].iter().map(|scale| scale.y).sum();
                    let scale = if growth.storeys[*index] > 0.0 { scales[*index] } else { Vec3::splat(1e-3) };
                    Transform::from_xyz(0.0, base + below * storey::HEIGHT, 0.0).with_scale(scale)
                }
                LoosePart::Crown => {
                    let below: f32 = scales.iter().map(|scale| scale.y).sum();
                    let first = growth.storeys.first().copied().unwrap_or(0.0);
                    Transform::from_xyz(0.0, base + below * storey::HEIGHT, 0.0)
                        .with_scale(Vec3::splat(motion::overshoot(first).max(1e-3)))
                }
            };
        }
    }
}

type Ground<'w, 's, T> = Query<'w, 's, (&'static T, &'static mut Transform, &'static mut Visibility)>;

fn pose_districts(
    districts: Query<(&DistrictOf, &Clearing), Changed<Clearing>>,
    mut grounds: ParamSet<(Ground<'_, '_, Wood>, Ground<'_, '_, Terrace>)>,
) {
    for (of, clearing) in &districts {
        let share = motion::soft(clearing.share);
        for (_, mut transform, mut visibility) in grounds.p0().iter_mut().filter(|(wood, ..)| wood.0 == of.0) {
            transform.scale.y = (1.0 - share).max(1e-3);
            visibility.set_if_neq(if share < 1.0 { Visibility::Inherited } else { Visibility::Hidden });
        }
        for (_, mut transform, mut visibility) in grounds.p1().iter_mut().filter(|(terrace, ..)| terrace.0 == of.0) {
            transform.scale.y = share.max(1e-3);
            transform.translation.y = (share - 1.0) * 0.12;
            visibility.set_if_neq(if share > 0.0 { Visibility::Inherited } else { Visibility::Hidden });
        }
    }
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

/// The height of a building as it stands or moves, with its crown.
pub(super) fn height(growth: &Growth) -> f32 {
    let storeys: f32 = growth.storeys.iter().map(|share| motion::overshoot(*share).max(0.0)).sum();
    roof(0) + storeys * storey::HEIGHT
}
