//! Names and frames over the city: which there are in this frame, and where they stand.

use super::marker::{self, PIN_TOP};
use super::mesh::tower::CROWN_HEIGHT;
use super::rise::{BuildingOf, Clearing, DistrictOf, Growth};
use super::spawn::height;
use crate::app::{Content, Label, LabelKind, LabelOf, Language, Mark, MarkKind, Picture, Session, Sight};
use crate::view::{Intent, district};
use bevy::prelude::*;

/// From the roof to the name of a building that has a crown.
const OVER_CROWN: f32 = 2.15;
/// From the ground to the name of a building that has no storey yet.
const OVER_GROUND: f32 = 0.4;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostUpdate, (place_labels, place_marks).chain().after(TransformSystems::Propagate));
}

fn place_labels(
    content: Res<Content>,
    session: Res<Session>,
    language: Res<Language>,
    sight: Res<Sight>,
    mut picture: ResMut<Picture>,
    camera: Single<(&Camera, &GlobalTransform), With<Camera3d>>,
    buildings: Query<(&BuildingOf, &Growth)>,
    districts: Query<(&DistrictOf, &Clearing)>,
) {
    let (camera, transform) = *camera;
    let eye = transform.translation();
    let middle_distance = eye.distance(sight.now.target.into()).max(1.0);
    let mut labels: Vec<(LabelKind, f32, Label)> = Vec::new();
    let mut add = |world: Vec3, label: Label| {
        let distance = eye.distance(world);
        let ink = ink(label.kind, distance / middle_distance);
        if ink > 0.0
            && let Ok(at) = camera.world_to_viewport(transform, world)
        {
            labels.push((label.kind, distance, Label { at, ink, ..label }));
        }
    };
    let marked = marker::marked(&session.0, &content.pack);
    let is_marked = |of: &BuildingOf| marked.contains(&Some(of.0));
    for (of, growth) in buildings.iter().filter(|(of, growth)| growth.foot > 0.5 || is_marked(of)) {
        let (building, lot) = (&content.pack.buildings()[of.0], &content.plan.lots[of.0]);
        let hovered = picture.hovered.as_ref() == Some(&building.id);
        let label = Label {
            of: LabelOf::Building(of.0),
            at: Vec2::ZERO,
            ink: 1.0,
            text: building.name.clone(),
            more: hovered.then(|| district::status(&content.pack, building, &session.0, &language.0)),
            kind: if hovered || is_marked(of) { LabelKind::Chosen } else { LabelKind::Building },
            district: building.district,
            intent: Intent::OpenBuilding(building.id.clone()),
        };
        let over = if is_marked(of) { PIN_TOP } else { OVER_CROWN };
        let over = if has_crown(growth) { over } else { over - OVER_CROWN + OVER_GROUND };
        add(Vec3::new(lot.x, height(growth) + over, lot.z), label);
    }
    // Who reads about a building needs to know where it stands, and not where the others do.
    let only = session.0.open_building(&content.pack).map(|building| building.district);
    let shown = |of: usize| only.is_none_or(|only| only == of);
    for (of, _) in districts.iter().filter(|(of, clearing)| clearing.share > 0.5 && shown(of.0)) {
        let (found, site) = (&content.pack.districts()[of.0], &content.plan.sites[of.0]);
        // The sign stands at the edge of the district that is nearest to the eye.
        let (x, z) = site.center();
        let middle = Vec3::new(x, 0.0, z);
        let flat = (Vec3::new(eye.x, 0.0, eye.z) - middle).normalize_or_zero();
        let reach = if site.ring == 0 { site.outer - 0.4 } else { (site.outer - site.inner) / 2.0 - 0.1 };
        let label = Label {
            of: LabelOf::District(of.0),
            at: Vec2::ZERO,
            ink: 1.0,
            text: found.name.clone(),
            more: None,
            kind: LabelKind::District,
            district: of.0,
            intent: Intent::OpenDistrict(found.id.clone()),
        };
        add(middle + flat * reach + Vec3::Y * 0.1, label);
    }
    picture.buildings = buildings.iter().filter(|(_, growth)| growth.foot >= 1.0).count();
    picture.storeys = buildings.iter().map(|(_, growth)| growth.standing()).sum();
    picture.growing = buildings.iter().any(|(_, growth)| !growth.is_at_rest());
    // What is open comes before what has the mark, and that before what is under the pointer.
    let order =
        |label: &Label| marked.iter().position(|index| index.map(LabelOf::Building) == Some(label.of)).unwrap_or(2);
    labels.sort_by(|a, b| (a.0, order(&a.2)).cmp(&(b.0, order(&b.2))).then(a.1.total_cmp(&b.1)));
    picture.labels = labels.into_iter().map(|(_, _, label)| label).collect();
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
    camera: Single<(&Camera, &GlobalTransform), With<Camera3d>>,
    buildings: Query<(&BuildingOf, &Growth)>,
) {
    let (camera, transform) = *camera;
    let [open, focused] = marker::marked(&session.0, &content.pack);
    let mut marks = Vec::new();
    for (of, growth) in &buildings {
        let kind = if open == Some(of.0) {
            MarkKind::Open
        } else if focused == Some(of.0) {
            MarkKind::Focused
        } else if picture.hovered.as_ref() == Some(&content.pack.buildings()[of.0].id) {
            MarkKind::Hovered
        } else {
            continue;
        };
        let lot = &content.plan.lots[of.0];
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
    marks.sort_by_key(|mark| mark.kind);
    picture.marks = marks;
}

#[cfg(test)]
mod tests {
    use super::*;

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
