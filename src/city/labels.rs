//! Names above things: which there are in this frame, and where they stand.

use super::rise::{BuildingOf, Clearing, DistrictOf, Growth};
use super::spawn::height;
use crate::app::{Content, Label, LabelKind, Language, Picture, Session};
use crate::view::{Intent, district};
use bevy::prelude::*;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostUpdate, place_labels.after(TransformSystems::Propagate));
}

fn place_labels(
    content: Res<Content>,
    session: Res<Session>,
    language: Res<Language>,
    mut picture: ResMut<Picture>,
    camera: Single<(&Camera, &GlobalTransform), With<Camera3d>>,
    buildings: Query<(&BuildingOf, &Growth)>,
    districts: Query<(&DistrictOf, &Clearing)>,
) {
    let (camera, transform) = *camera;
    let eye = transform.translation();
    let mut labels: Vec<(LabelKind, f32, Label)> = Vec::new();
    let mut add = |world: Vec3, label: Label| {
        if let Ok(at) = camera.world_to_viewport(transform, world) {
            labels.push((label.kind, eye.distance(world), Label { at, ..label }));
        }
    };
    let open = session.0.open_building(&content.pack).map(|building| &building.id);
    for (of, growth) in buildings.iter().filter(|(_, growth)| growth.foot > 0.5) {
        let (building, lot) = (&content.pack.buildings()[of.0], &content.plan.lots[of.0]);
        let id = Some(&building.id);
        let hovered = picture.hovered.as_ref() == id;
        let chosen = hovered || open == id || session.0.focus.as_ref() == id;
        let label = Label {
            at: Vec2::ZERO,
            text: building.name.clone(),
            more: hovered.then(|| district::status(&content.pack, building, &session.0, &language.0)),
            kind: if chosen { LabelKind::Chosen } else { LabelKind::Building },
            district: building.district,
            intent: Intent::OpenBuilding(building.id.clone()),
        };
        let crown = if growth.storeys.first().is_some_and(|share| *share > 0.0) { 2.15 } else { 0.4 };
        add(Vec3::new(lot.x, height(growth) + crown, lot.z), label);
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
            at: Vec2::ZERO,
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
    labels.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    picture.labels = labels.into_iter().map(|(_, _, label)| label).collect();
}
