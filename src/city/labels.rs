//! Names and frames over the city: which there are in this frame, and where they stand.

use super::marker::{self, PIN_TOP};
use super::mesh::tower::CROWN_HEIGHT;
use super::rise::{BuildingOf, Census, Clearing, DistrictOf, Growth};
use super::spawn::height;
use crate::app::{
    Content, Eye, Founding, Label, LabelKind, LabelOf, Language, Mark, MarkKind, Picture, Session, Sight,
};
use crate::domain::content::{Building, District};
use crate::view::{Intent, district};
use bevy::prelude::*;
use std::sync::Arc;

/// From the roof to the name of a building that has a crown.
const OVER_CROWN: f32 = 2.15;
/// From the ground to the name of a building that has no storey yet.
const OVER_GROUND: f32 = 0.4;

/// Of so many buildings at most, the nearest in the picture, it is considered where their names have room.
const MOST_BUILDINGS: usize = 60;
/// Of so many districts, those nearest to what is looked at.
const MOST_DISTRICTS: usize = 24;
/// How far beyond the edge of the picture a point is that may still bear a name in it, in halves of the picture.
const EDGE: f32 = 1.15;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Founding, write_labels)
        .add_systems(PostUpdate, (count, place_labels, place_marks).chain().after(TransformSystems::Propagate));
}

/// The label of every thing, which stays the same as long as it is not chosen.
#[derive(Resource)]
struct Written {
    buildings: Vec<Label>,
    districts: Vec<Label>,
}

fn write_labels(mut commands: Commands, content: Res<Content>) {
    let label = |of, kind, text: &str, district, intent| {
        let (text, intent) = (text.into(), Arc::new(intent));
        Label { of, at: Vec2::ZERO, ink: 1.0, text, more: None, kind, district, intent }
    };
    let building = |(index, building): (usize, &Building)| {
        let intent = Intent::OpenBuilding(building.id.clone());
        label(LabelOf::Building(index), LabelKind::Building, &building.name, building.district, intent)
    };
    let district = |(index, district): (usize, &District)| {
        let intent = Intent::OpenDistrict(district.id.clone());
        label(LabelOf::District(index), LabelKind::District, &district.name, index, intent)
    };
    commands.insert_resource(Written {
        buildings: content.pack.buildings().iter().enumerate().map(building).collect(),
        districts: content.pack.districts().iter().enumerate().map(district).collect(),
    });
}

fn count(mut picture: ResMut<Picture>, changed: Query<(), Changed<Growth>>, buildings: Query<&Growth>) {
    if changed.is_empty() {
        return;
    }
    picture.buildings = buildings.iter().filter(|growth| growth.foot >= 1.0).count();
    picture.storeys = buildings.iter().map(Growth::standing).sum();
    picture.growing = buildings.iter().any(|growth| !growth.is_at_rest());
}

/// The eye of this frame.
struct Lens<'a> {
    camera: &'a Camera,
    transform: &'a GlobalTransform,
    clip_from_world: Mat4,
    at: Vec3,
    /// From it to what is looked at.
    distance: f32,
}

impl Lens<'_> {
    /// Whether a point is in the picture or just beside it. Costs less than to ask where.
    fn meets(&self, world: Vec3) -> bool {
        let clip = self.clip_from_world * world.extend(1.0);
        clip.w > 0.0 && clip.x.abs() < EDGE * clip.w && clip.y.abs() < EDGE * clip.w
    }

    /// A label above a point of the world, with its distance; nothing where it is too far, or behind the eye.
    fn label(&self, world: Vec3, label: Label) -> Option<(f32, Label)> {
        let distance = self.at.distance(world);
        let ink = ink(label.kind, distance / self.distance);
        let at = self.camera.world_to_viewport(self.transform, world).ok().filter(|_| ink > 0.0)?;
        Some((distance, Label { at, ink, ..label }))
    }
}

fn place_labels(
    content: Res<Content>,
    session: Res<Session>,
    language: Res<Language>,
    sight: Res<Sight>,
    (written, census): (Res<Written>, Res<Census>),
    mut picture: ResMut<Picture>,
    camera: Single<(&Camera, &GlobalTransform), With<Eye>>,
    buildings: Query<(&BuildingOf, &Growth)>,
    districts: Query<(&DistrictOf, &Clearing)>,
) {
    let (camera, transform) = *camera;
    let target = Vec3::from(sight.now.target);
    let eye = Lens {
        camera,
        transform,
        clip_from_world: camera.clip_from_view() * transform.to_matrix().inverse(),
        at: transform.translation(),
        distance: transform.translation().distance(target).max(1.0),
    };
    // What is open comes before what has the mark, and that before what is under the pointer.
    let marked = marker::marked(&session.0, &content.pack);
    let hovered = picture.hovered.as_ref().and_then(|id| content.pack.place_of(id));
    let chosen = [marked[0], marked[1], hovered.filter(|index| !marked.contains(&Some(*index)))];
    let mut labels: Vec<Label> = Vec::new();
    for (index, is_marked) in chosen.into_iter().zip([true, true, false]) {
        let Some((index, (_, growth))) = index.and_then(|i| Some((i, buildings.get(census.buildings[i]).ok()?))) else {
            continue;
        };
        if growth.foot > 0.5 || is_marked {
            let building = &content.pack.buildings()[index];
            let more = || district::status(&content.pack, building, &session.0, &language.0);
            let more = (hovered == Some(index)).then(more);
            let label = Label { kind: LabelKind::Chosen, more, ..written.buildings[index].clone() };
            let over = if is_marked { PIN_TOP } else { OVER_CROWN };
            labels.extend(eye.label(above(&content, index, growth, over), label).map(|(_, label)| label));
        }
    }

    // Who reads about a building, or is told about it, needs to know where it stands, and not where the others do.
    let read = session.0.open_building(&content.pack).map(|building| building.district);
    let only = read.or_else(|| session.0.show.as_ref()?.district(&content.pack));
    let shown = |of: usize| only.is_none_or(|only| only == of);
    let signs = districts.iter().filter(|(of, clearing)| clearing.share > 0.5 && shown(of.0)).map(|(of, _)| {
        let site = &content.plan.sites[of.0];
        // The sign stands at the edge of the district that is nearest to the eye.
        let (x, z) = site.center();
        let middle = Vec3::new(x, 0.0, z);
        let flat = (Vec3::new(eye.at.x, 0.0, eye.at.z) - middle).normalize_or_zero();
        let reach = if site.ring == 0 { site.outer - 0.4 } else { (site.outer - site.inner) / 2.0 - 0.1 };
        (target.distance_squared(middle), of.0, middle + flat * reach + Vec3::Y * 0.1)
    });
    let signs = nearest(MOST_DISTRICTS, signs.filter(|(.., world)| eye.meets(*world)).collect());
    let signs = signs.into_iter().filter_map(|(_, of, world)| eye.label(world, written.districts[of].clone()));
    extend_sorted(&mut labels, signs.collect());

    let names = buildings.iter().filter(|(of, growth)| growth.foot > 0.5 && !chosen.contains(&Some(of.0)));
    let names = names.filter_map(|(of, growth)| {
        let world = above(&content, of.0, growth, OVER_CROWN);
        let distance = eye.at.distance(world);
        let is_named = ink(LabelKind::Building, distance / eye.distance) > 0.0 && eye.meets(world);
        is_named.then_some((distance, of.0, world))
    });
    let names = nearest(MOST_BUILDINGS, names.collect());
    let names = names.into_iter().filter_map(|(_, of, world)| eye.label(world, written.buildings[of].clone()));
    extend_sorted(&mut labels, names.collect());
    picture.labels = labels;
}

/// The so many of them whose first number is least, in no order.
fn nearest(most: usize, mut all: Vec<(f32, usize, Vec3)>) -> Vec<(f32, usize, Vec3)> {
    if all.len() > most {
        all.select_nth_unstable_by(most, |a, b| a.0.total_cmp(&b.0));
        all.truncate(most);
    }
    all
}

fn extend_sorted(labels: &mut Vec<Label>, mut more: Vec<(f32, Label)>) {
    more.sort_by(|a, b| a.0.total_cmp(&b.0));
    labels.extend(more.into_iter().map(|(_, label)| label));
}

/// Where the name of a building stands that has its crown below it, or the ground.
fn above(content: &Content, index: usize, growth: &Growth, over_crown: f32) -> Vec3 {
    let lot = &content.plan.lots[index];
    let over = if has_crown(growth) { over_crown } else { over_crown - OVER_CROWN + OVER_GROUND };
    Vec3::new(lot.x, height(growth) + over, lot.z)
}

fn has_crown(growth: &Growth) -> bool {
    growth.storeys.first().is_some_and(|share| *share > 0.0)
}

/// How strong a name is written, by how many times farther than the point looked at its thing is. What is chosen is
/// never too far; districts are signposts and carry farther than buildings.
fn ink(kind: LabelKind, share: f32) -> f32 {
    // The strongest still at the first, gone at the second.
    let (near, far) = match kind {
        LabelKind::Chosen => return 1.0,
        LabelKind::District => (1.25, 2.6),
        LabelKind::Building => (1.0, 1.18),
    };
    let ink = 1.0 - 0.5 * ((share - near) / (far - near)).clamp(0.0, 1.0);
    if share < far { ink } else { 0.0 }
}

fn place_marks(
    content: Res<Content>,
    session: Res<Session>,
    mut picture: ResMut<Picture>,
    camera: Single<(&Camera, &GlobalTransform), With<Eye>>,
    census: Res<Census>,
    buildings: Query<&Growth>,
) {
    let (camera, transform) = *camera;
    let [open, focused] = marker::marked(&session.0, &content.pack);
    let mut marks = Vec::new();
    let hovered = picture.hovered.as_ref().and_then(|id| content.pack.place_of(id));
    let hovered = hovered.filter(|index| open != Some(*index) && focused != Some(*index));
    for (index, kind) in [(hovered, MarkKind::Hovered), (focused, MarkKind::Focused), (open, MarkKind::Open)] {
        let Some((index, growth)) = index.and_then(|i| Some((i, buildings.get(census.buildings[i]).ok()?))) else {
            continue;
        };
        let lot = &content.plan.lots[index];
        let high = height(growth) + if has_crown(growth) { CROWN_HEIGHT } else { 0.0 };
        let corners = (0..8).map(|corner| {
            let side = |bit: usize| lot.width * 0.5 * if corner & bit == 0 { -1.0 } else { 1.0 };
            let flat = Quat::from_rotation_y(lot.turn) * Vec3::new(side(1), 0.0, side(2));
            Vec3::new(lot.x, if corner & 4 == 0 { 0.0 } else { high }, lot.z) + flat
        });
        let corners: Vec<Vec2> = corners.filter_map(|world| camera.world_to_viewport(transform, world).ok()).collect();
        // One that reaches behind the eye fills the picture: there is nothing to frame.
        if corners.len() == 8 {
            let (low, high) = corners.iter().fold((corners[0], corners[0]), |(a, b), c| (a.min(*c), b.max(*c)));
            marks.push(Mark { kind, around: Rect::from_corners(low, high) });
        }
    }
    picture.marks = marks;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_are_considered_and_no_more() {
        let all: Vec<_> = (0..100).map(|i| (((i * 37) % 100) as f32, i, Vec3::ZERO)).collect();
        let near = nearest(10, all.clone());
        assert!(near.len() == 10 && near.iter().all(|(distance, ..)| *distance < 10.0), "{near:?}");
        assert_eq!(nearest(200, all.clone()), all);
    }

    #[test]
    fn names_lose_ink_with_distance_and_then_go_but_the_chosen_one_never() {
        for kind in [LabelKind::Building, LabelKind::District] {
            let inks: Vec<f32> = (0..40).map(|step| ink(kind, 0.5 + step as f32 * 0.1)).collect();
            assert!(inks.is_sorted_by(|a, b| a >= b), "{inks:?}");
            assert!(inks[0] >= 1.0 && inks[39] <= 0.0, "{inks:?}");
        }
        assert!(ink(LabelKind::Chosen, 9.0) >= 1.0);
        assert!(ink(LabelKind::District, 1.3) > ink(LabelKind::Building, 1.3), "signs carry farther");
    }
}
