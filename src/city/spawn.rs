//! The city in the world: one mesh a district, its ground and its wood, the island, the sea and the sky.
//!
//! A building at rest is part of its district's mesh; `loose.rs` has those that move.

use super::detail::{Aged, ChooseDetail, Detailed, Stale};
use super::draw::{Layer, Lighting};
use super::look::palette;
use super::mesh::place::grounds;
use super::mesh::place::yard::Block;
use super::mesh::scenery::{self, Stem};
use super::mesh::tower::{Parts, Shape, parts, roof, shape};
use super::mesh::{Buffer, Detail, coast, ground, seed, storey};
use super::motion;
use super::rise::{Advance, Census, Clearing, DistrictOf, FoundCity, Growth};
use crate::app::{AppSystems, Content, Founding, OfCity, Pace, Session};
use crate::domain::content::storeys;
use crate::domain::plan::{Site, layout};
use crate::view::face::{self, Face};
use crate::view::windows::traces;
use crate::view::{State, Traces};
use bevy::prelude::*;
use std::ops::Range;

/// In a city of more districts than this, several share a mesh of their grounds and one of their woods: what is drawn
/// by itself costs by its number.
const MOST_GROUNDS: usize = 40;
/// So many do.
const IN_A_QUARTER: usize = 6;
/// So many of them are built anew in a frame at most because they are seen otherwise.
const MOST_JOINED: usize = 3;

/// What every building is like, and what all meshes share.
#[derive(Resource)]
pub(super) struct Model {
    /// How wide each building is, storey by storey.
    pub shapes: Vec<Shape>,
    /// What each storey of each building says about its reader, as built.
    pub traces: Vec<Vec<Traces>>,
    storeys: usize,
    /// What each building looks like.
    pub faces: Vec<Face>,
    /// Trees by district and, last, those that always stand.
    pub trees: Vec<Vec<Stem>>,
    /// By district, what stands on its ground around the buildings.
    pub blocks: Vec<Vec<Block>>,
}

/// The mesh of a district's buildings at rest.
#[derive(Component)]
pub(super) struct Standing(pub usize);

/// The wood of a district that is still to be founded.
#[derive(Component)]
struct Wood(usize);

/// The ground of a district.
#[derive(Component)]
struct Terrace(usize);

/// Land as it was made, with everything on it.
#[derive(Component)]
struct Scenery(Buffer);

/// The grounds or the woods of neighboring districts in a large city: each is there or is not, without a motion.
#[derive(Component)]
struct Quarter {
    districts: Range<usize>,
    lands: Vec<Buffer>,
    /// Whether these are grounds, which come as the woods go.
    are_grounds: bool,
    shown: Vec<bool>,
}

/// The meshes of the city are there.
#[derive(SystemSet, Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct BuildCity;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Founding, build_city.in_set(BuildCity).after(FoundCity)).add_systems(
        Update,
        (pose_districts, join_quarters, build_scenery).in_set(AppSystems::Animate).after(Advance).after(ChooseDetail),
    );
}

fn build_city(
    mut commands: Commands,
    content: Res<Content>,
    session: Res<Session>,
    mut meshes: ResMut<Assets<Mesh>>,
    shade: Res<super::light::ShadeMap>,
) {
    commands.insert_resource(Lighting { light: default(), shade: shade.image.clone() });
    let plan = &content.plan;
    for (index, district) in content.pack.districts().iter().enumerate() {
        commands.spawn((
            Name::new(format!("{}: buildings", district.name)),
            OfCity,
            Standing(index),
            Stale,
            seen_from(&plan.sites[index]),
            Mesh3d(meshes.add(Buffer::speck().into_mesh())),
            Layer::Buildings,
            Transform::default(),
        ));
    }
    let (mut trees, mut blocks) = (Vec::new(), Vec::new());
    let (mut lands, mut woods) = (Vec::new(), Vec::new());
    for (index, district) in content.pack.districts().iter().enumerate() {
        let site = &plan.sites[index];
        let (taken, seed) = (&plan.lots[district.buildings.clone()], seed(district.id.as_str()));
        let grounds = grounds(district.place, site, taken, palette::of_district(index), seed);
        blocks.push(grounds.blocks);
        let (wood, stems) = scenery::wood(site, seed, 0.62);
        trees.push(stems);
        if content.pack.districts().len() > MOST_GROUNDS {
            lands.push(Detail::Plain.of(grounds.land));
            woods.push(Detail::Plain.of(wood));
            continue;
        }
        let at = (Stale, seen_from(site), Layer::Grounds, Transform::default(), Visibility::Hidden);
        commands.spawn((
            Name::new(format!("{}: ground", district.name)),
            OfCity,
            Terrace(index),
            Scenery(grounds.land),
            Mesh3d(meshes.add(Buffer::speck().into_mesh())),
            at.clone(),
        ));
        commands.spawn((
            Name::new(format!("{}: wood", district.name)),
            OfCity,
            Wood(index),
            Scenery(wood),
            Mesh3d(meshes.add(Buffer::speck().into_mesh())),
            at.clone(),
        ));
    }
    let quarters = lands.chunks(IN_A_QUARTER).zip(woods.chunks(IN_A_QUARTER)).enumerate();
    for (index, (grounds, woods)) in quarters {
        let first = index * IN_A_QUARTER;
        for (lands, are_grounds) in [(grounds, true), (woods, false)] {
            let districts = first..first + lands.len();
            commands.spawn((
                Name::new(format!("Districts from {first}: {}", if are_grounds { "grounds" } else { "woods" })),
                OfCity,
                seen_from(&plan.sites[first + lands.len() / 2]),
                Quarter { districts, lands: lands.to_vec(), are_grounds, shown: Vec::new() },
                Mesh3d(meshes.add(Buffer::speck().into_mesh())),
                Layer::Grounds,
                Transform::default(),
            ));
        }
    }
    let mut land = Buffer::default();
    trees.push(scenery::wilderness(&mut land, plan, seed(content.pack.id())));
    land.append(&coast::landings(plan), Vec3::ZERO, 0.0);
    land.append(&ground::streets(plan), Vec3::ZERO, 0.0);
    land.append(&coast::island(plan), Vec3::ZERO, 0.0);
    commands.spawn((
        Name::new("Sea"),
        OfCity,
        Mesh3d(meshes.add(coast::sea(plan).into_mesh())),
        Layer::Sea,
        Transform::default(),
    ));
    commands.spawn((
        Name::new("Island"),
        OfCity,
        Stale,
        Detailed::new(Vec2::ZERO, plan.radius * 0.5),
        Scenery(land),
        Mesh3d(meshes.add(Buffer::speck().into_mesh())),
        Layer::Island,
        Transform::default(),
    ));

    commands.insert_resource(Model::new(&content, &session.0, (trees, blocks)));
}

/// How finely things on a site are built, for those who see it.
fn seen_from(site: &Site) -> Detailed {
    let middle = layout::polar(if site.ring == 0 { 0.0 } else { site.middle() }, f32::midpoint(site.from, site.to));
    Detailed::new(middle.into(), (site.outer - site.inner) / 2.0)
}

impl Model {
    /// Sees every building as the state says.
    pub fn new(content: &Content, state: &State, (trees, blocks): (Vec<Vec<Stem>>, Vec<Vec<Block>>)) -> Self {
        let faces = face::of(&content.pack);
        let of = |building| traces(&content.pack, state, building);
        let traces: Vec<_> = content.pack.buildings().iter().map(of).collect();
        let shape = |(index, face): (usize, &Face)| shape(*face, traces[index].len(), content.plan.lots[index].width);
        let shapes = faces.iter().enumerate().map(shape).collect();
        let storeys = traces.iter().map(Vec::len).sum();
        Self { shapes, traces, storeys, faces, trees, blocks }
    }

    /// How many storeys there are, whether they stand or not.
    pub fn storeys(&self) -> usize {
        self.storeys
    }

    /// Builds a building as its storeys are now.
    pub fn parts(&self, content: &Content, index: usize, detail: Detail) -> Parts {
        let building = &content.pack.buildings()[index];
        let accent = palette::of_district(building.district).accent;
        let width = content.plan.lots[index].width;
        parts(building, &storeys(building), self.faces[index], &self.traces[index], width, accent, detail)
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

fn build_scenery(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut pace: ResMut<Pace>,
    due: Query<(Entity, &Scenery, &Detailed, &Mesh3d), Or<(With<Stale>, With<Aged>)>>,
) -> Result {
    for (entity, scenery, detailed, mesh) in &due {
        meshes.insert(mesh, detailed.detail.of(scenery.0.clone()).or_speck().into_mesh())?;
        commands.entity(entity).remove::<(Stale, Aged)>();
        pace.settle();
    }
    Ok(())
}

fn join_quarters(
    mut commands: Commands,
    mut pace: ResMut<Pace>,
    census: Res<Census>,
    clearings: Query<&Clearing>,
    changed: Query<(), Changed<Clearing>>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut quarters: Query<(Entity, &mut Quarter, &Detailed, &Mesh3d, Has<Aged>)>,
) -> Result {
    let (is_due, mut left) = (!changed.is_empty(), MOST_JOINED);
    for (entity, mut quarter, detailed, mesh, has_aged) in quarters.iter_mut().filter(|thing| is_due || thing.4) {
        let is_clear = |district: &Entity| clearings.get(*district).is_ok_and(|clearing| clearing.share > 0.5);
        let districts = &census.districts[quarter.districts.clone()];
        let shown: Vec<bool> = districts.iter().map(|district| is_clear(district) == quarter.are_grounds).collect();
        if quarter.shown == shown {
            if has_aged {
                pace.keep_going();
            }
            if !has_aged || left == 0 {
                continue;
            }
            left -= 1;
        }
        let mut joined = Buffer::default();
        for (land, _) in quarter.lands.iter().zip(&shown).filter(|(_, shown)| **shown) {
            joined.append(land, Vec3::ZERO, 0.0);
        }
        meshes.insert(mesh, detailed.detail.of(joined).or_speck().into_mesh())?;
        quarter.shown = shown;
        commands.entity(entity).remove::<Aged>();
    }
    Ok(())
}

/// The height of a building as it stands or moves, with its crown.
pub(super) fn height(growth: &Growth) -> f32 {
    let storeys: f32 = growth.storeys.iter().map(|share| motion::lift(*share)).sum();
    roof(0) + storeys * storey::HEIGHT
}
