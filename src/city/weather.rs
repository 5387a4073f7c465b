//! The weather of the level: it comes out of the haze, and goes back into it when the day turns.

use super::draw::Layer;
use super::mesh::weather::{KINDS, weather};
use super::motion;
use super::spawn::BuildCity;
use crate::app::{AppSystems, Content, Founding, OfCity, Pace, Session};
use bevy::prelude::*;

/// Seconds that weather takes to come or to go.
const CHANGE_SECS: f32 = 1.8;
/// How far out it waits, as a factor of where it stands.
const AWAY: f32 = 2.4;

/// The weather of the levels of one kind, and how far it has come from 0 to 1.
#[derive(Component)]
pub(super) struct Weather {
    kind: usize,
    share: f32,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Founding, make_weather.after(BuildCity))
        .add_systems(Update, change_weather.in_set(AppSystems::Animate));
}

fn make_weather(
    mut commands: Commands,
    content: Res<Content>,
    session: Res<Session>,
    mut meshes: ResMut<Assets<Mesh>>,
) {
    for kind in 0..KINDS.min(content.pack.levels().len()) {
        let here = session.0.level % KINDS == kind;
        commands.spawn((
            Name::new(format!("Weather {kind}")),
            OfCity,
            Weather { kind, share: f32::from(u8::from(here)) },
            Mesh3d(meshes.add(weather(kind, content.plan.radius).into_mesh())),
            Layer::Buildings,
            Transform::default(),
            if here { Visibility::Inherited } else { Visibility::Hidden },
        ));
    }
}

fn change_weather(
    time: Res<Time>,
    session: Res<Session>,
    mut pace: ResMut<Pace>,
    mut weathers: Query<(&mut Weather, &mut Transform, &mut Visibility)>,
) {
    for (mut weather, mut transform, mut visibility) in &mut weathers {
        let goal = f32::from(u8::from(session.0.level % KINDS == weather.kind));
        if (weather.share - goal).abs() < f32::EPSILON {
            continue;
        }
        let step = if session.0.reduces_motion() { 1.0 } else { time.delta_secs().min(0.1) / CHANGE_SECS };
        weather.share = motion::towards(weather.share, goal, step);
        transform.scale = Vec3::splat(AWAY + (1.0 - AWAY) * motion::soft(weather.share));
        visibility.set_if_neq(if weather.share > 0.0 { Visibility::Inherited } else { Visibility::Hidden });
        pace.keep_going();
    }
}
