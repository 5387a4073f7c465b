//! How finely each part of the city is built: as finely as one can see it, and as the machine can bear.

use super::mesh::Detail;
use super::spawn::Model;
use crate::app::{AppSystems, Calm, Exposure, Eye, FIELD_OF_VIEW, Pace};
use bevy::prelude::*;
use bevy::window::PrimaryWindow;

/// Pixels that a meter takes in the picture where everything is built, and where at least walls have their windows.
const SEEN: (f32, f32) = (6.0, 2.2);
/// The same where the machine is to be spared.
const SPARED: (f32, f32) = (36.0, 4.0);
/// A city of more storeys than this is not built finely all at once: one must be nearer, by the square root of how
/// many times more there are, so that as many are in reach.
const STOREYS: f32 = 1000.0;
/// What is built otherwise stays so until a meter takes so many times as much or as little.
const SLACK: f32 = 1.15;

/// How finely something is built that lies around a point.
#[derive(Component, Debug, Clone, Copy, PartialEq)]
pub(super) struct Detailed {
    /// As it is to be, and soon is.
    pub detail: Detail,
    middle: Vec3,
    around: f32,
}

/// The mesh is to be built anew at once.
#[derive(Component, Clone)]
pub(super) struct Stale;

/// The mesh shows what was there before, or shows it otherwise: it is to be built anew soon.
#[derive(Component)]
pub(super) struct Aged;

/// Parts of the city know how finely they are to be built.
#[derive(SystemSet, Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct ChooseDetail;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, choose_detail.in_set(ChooseDetail).in_set(AppSystems::Animate).after(super::rise::Advance))
        .add_systems(Last, tell_built);
}

impl Detailed {
    /// Something that lies `around` a point of the ground, not yet seen from anywhere.
    pub fn new(middle: Vec2, around: f32) -> Self {
        Self { detail: Detail::Fine, middle: Vec3::new(middle.x, 0.0, middle.y), around }
    }

    /// How finely it is built for an eye whose picture is `pixels` high.
    fn seen(&self, eye: Vec3, pixels: f32, storeys: usize, spare: bool) -> Detail {
        let distance = (eye.distance(self.middle) - self.around).max(1.0);
        let crowd = (storeys as f32 / STOREYS).sqrt().max(1.0);
        let meter = pixels / (2.0 * (FIELD_OF_VIEW / 2.0).tan() * distance * crowd);
        let (fine, plain) = if spare { SPARED } else { SEEN };
        let at = |meter: f32| match meter {
            meter if meter >= fine => Detail::Fine,
            meter if meter >= plain => Detail::Plain,
            _ => Detail::Block,
        };
        self.detail.clamp(at(meter / SLACK), at(meter * SLACK))
    }
}

fn choose_detail(
    mut commands: Commands,
    (calm, exposure): (Res<Calm>, Res<Exposure>),
    model: Res<Model>,
    mut pace: ResMut<Pace>,
    window: Single<&Window, With<PrimaryWindow>>,
    eye: Single<&Transform, With<Eye>>,
    mut things: Query<(Entity, &mut Detailed)>,
) {
    // The camera knows of its picture only after the first frame, and by then everything would have been built.
    let pixels = window.physical_height().max(exposure.size.map_or(0, |size| size.y)) as f32;
    // A photograph is worth the wait.
    let spare = calm.spare && exposure.size.is_none();
    for (entity, mut thing) in &mut things {
        let detail = thing.seen(eye.translation, pixels, model.storeys(), spare);
        if detail != thing.detail {
            thing.detail = detail;
            commands.entity(entity).insert(Aged);
            pace.keep_going();
        }
    }
}

/// Whoever takes a photograph waits until nothing is to be built anew.
fn tell_built(mut exposure: ResMut<Exposure>, due: Query<(), Or<(With<Stale>, With<Aged>)>>) {
    let is_built = due.is_empty();
    if exposure.size.is_some() && exposure.is_built != is_built {
        exposure.is_built = is_built;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HD: f32 = 720.0;

    #[track_caller]
    fn check(distance: f32, spare: bool, expected: Detail) {
        let thing = Detailed::new(Vec2::ZERO, 5.0);
        assert_eq!(thing.seen(Vec3::X * distance, HD, 85, spare), expected, "{distance} m");
    }

    #[test]
    fn what_is_near_is_fine_and_a_machine_that_is_spared_sees_less() {
        check(60.0, false, Detail::Fine);
        check(400.0, false, Detail::Plain);
        check(1500.0, false, Detail::Block);
        check(20.0, true, Detail::Fine);
        check(90.0, true, Detail::Plain);
        check(700.0, true, Detail::Block);
    }

    #[test]
    fn in_a_crowd_one_must_be_nearer() {
        let thing = Detailed::new(Vec2::ZERO, 0.0);
        let seen = |storeys| thing.seen(Vec3::X * 200.0, HD, storeys, false);
        assert_eq!((seen(85), seen(10_000)), (Detail::Fine, Detail::Plain));
    }

    #[test]
    fn a_step_back_and_forth_changes_nothing() {
        let mut thing = Detailed::new(Vec2::ZERO, 0.0);
        let edge = HD / (2.0 * (FIELD_OF_VIEW / 2.0).tan() * SEEN.0);
        for distance in [edge * 1.1, edge * 0.9, edge * 1.1] {
            thing.detail = thing.seen(Vec3::X * distance, HD, 85, false);
            assert_eq!(thing.detail, Detail::Fine, "{distance}");
        }
        assert_eq!(thing.seen(Vec3::X * edge * 1.3, HD, 85, false), Detail::Plain);
    }
}
