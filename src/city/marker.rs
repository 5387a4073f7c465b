//! What stands around and over the building that is open, and the one that has the keyboard's mark.
//!
//! The two differ in form: an unbroken frame with an arrow above, and a dashed frame with two rings above.

use super::draw::Layer;
use super::look::palette::{GOLD, IRON};
use super::mesh::tower::CROWN_HEIGHT;
use super::mesh::{Buffer, ground};
use super::rise::{Advance, Census, FoundCity, Growth};
use super::spawn::{BuildCity, height};
use crate::app::{AppSystems, Content, Founding, OfCity, Pace, Session};
use crate::domain::content::Pack;
use crate::view::State;
use bevy::prelude::*;
use std::f32::consts::TAU;

/// From the roof to the foot of the pin: clear of every crown.
const PIN: f32 = CROWN_HEIGHT + 0.35;
/// From the roof to above the pin, where the name stands.
pub(super) const PIN_TOP: f32 = PIN + 1.05;

/// A mark: the frame on the ground, or the pin above the crown.
#[derive(Component, Debug, Clone, Copy, PartialEq, Eq)]
struct Marker {
    /// Index in what [`marked`] tells.
    which: usize,
    pin: bool,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Founding, spawn_markers.after(FoundCity).after(BuildCity))
        .add_systems(Update, place_markers.in_set(AppSystems::Animate).after(Advance));
}

/// The open building and, where it is another, the one that has the keyboard's mark.
pub(super) fn marked(state: &State, pack: &Pack) -> [Option<usize>; 2] {
    let open = state.open_building(pack).and_then(|building| pack.place_of(&building.id));
    let focused = state.focus.as_ref().and_then(|id| pack.place_of(id));
    [open, focused.filter(|focused| open != Some(*focused))]
}

fn spawn_markers(mut commands: Commands, mut meshes: ResMut<Assets<Mesh>>) {
    let markers = [("Open", frame(1), arrow()), ("Focused", frame(4), rings())];
    for (which, (name, frame, pin)) in markers.into_iter().enumerate() {
        for (part, mesh, pin) in [("frame", frame, false), ("pin", pin, true)] {
            commands.spawn((
                Name::new(format!("{name}: {part}")),
                OfCity,
                Marker { which, pin },
                Mesh3d(meshes.add(mesh.into_mesh())),
                Layer::Small,
                Transform::default(),
                Visibility::Hidden,
            ));
        }
    }
}

/// A square frame, 1 from its middle to a side, each side in so many dashes. Gold on iron stands out from bright
/// ground and from dark.
fn frame(dashes: usize) -> Buffer {
    let mut buffer = Buffer::default();
    let (reach, share) = (1.0, if dashes == 1 { 1.0 } else { 0.62 });
    for (wide, lift, paint) in [(0.2, 0.0, IRON), (0.11, 0.07, GOLD.glowing(0.9))] {
        for (side, dash) in (0..4).flat_map(|side| (0..dashes).map(move |dash| (side, dash))) {
            let turn = Quat::from_rotation_y(TAU / 4.0 * side as f32);
            let length = 2.0 * reach / dashes as f32;
            let from = -reach + length * (dash as f32 + (1.0 - share) / 2.0);
            let at = |x: f32| turn * Vec3::new(x, lift, reach);
            buffer.beam(at(from), at(from + length * share), wide, paint);
        }
    }
    buffer
}

/// An arrow that points down, with its point at the middle.
fn arrow() -> Buffer {
    let mut buffer = Buffer::default();
    buffer.drum(Vec3::ZERO, (0.02, 0.4), 0.62, 4, GOLD.glowing(0.9));
    buffer.drum(Vec3::Y * 0.62, (0.44, 0.44), 0.1, 4, IRON);
    buffer.drum(Vec3::Y * 0.72, (0.2, 0.2), 0.22, 4, GOLD.glowing(0.9));
    buffer
}

/// Two rings, one within the other.
fn rings() -> Buffer {
    let mut buffer = Buffer::default();
    let level = Quat::from_rotation_x(TAU / 4.0);
    for (radius, lift, paint) in [(0.62, 0.2, GOLD.glowing(0.9)), (0.34, 0.2, GOLD.glowing(0.9)), (0.48, 0.12, IRON)] {
        buffer.ring(Vec3::Y * lift, radius, 0.075, level, paint);
    }
    buffer
}

fn place_markers(
    session: Res<Session>,
    content: Res<Content>,
    mut pace: ResMut<Pace>,
    census: Res<Census>,
    buildings: Query<&Growth>,
    mut markers: Query<(&Marker, &mut Transform, &mut Visibility)>,
) {
    // A photograph shows the city and no marks.
    let marked = if session.0.photo { [None; 2] } else { marked(&session.0, &content.pack) };
    for (marker, mut transform, mut visibility) in &mut markers {
        let found = marked[marker.which].and_then(|index| Some((index, buildings.get(census.buildings[index]).ok()?)));
        let Some((index, growth)) = found else {
            visibility.set_if_neq(Visibility::Hidden);
            continue;
        };
        let lot = &content.plan.lots[index];
        let turn = Quat::from_rotation_y(lot.turn);
        let there = if marker.pin {
            Transform::from_xyz(lot.x, height(growth) + PIN, lot.z).with_rotation(turn)
        } else {
            let half = lot.width * 0.56;
            Transform::from_xyz(lot.x, ground::TERRACE + 0.03, lot.z)
                .with_rotation(turn)
                .with_scale(Vec3::new(half, 1.0, half))
        };
        let moved = transform.set_if_neq(there);
        if visibility.set_if_neq(Visibility::Inherited) || moved {
            pace.settle();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs;

    #[test]
    fn a_building_that_is_open_bears_one_mark_and_not_two() {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        let mut state = State { focus: Some(pack.buildings()[2].id.clone()), ..State::default() };
        assert_eq!(marked(&state, &pack), [None, Some(2)]);
        state.open = crate::domain::save::Open::Building(pack.buildings()[2].id.clone(), None);
        assert_eq!(marked(&state, &pack), [Some(2), None]);
        state.focus = Some(pack.buildings()[4].id.clone());
        assert_eq!(marked(&state, &pack), [Some(2), Some(4)]);
    }

    #[test]
    fn the_two_marks_differ_in_form() {
        assert!(frame(4).triangles() > frame(1).triangles());
        assert!(rings().triangles() > 2 * arrow().triangles());
    }
}
