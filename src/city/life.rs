//! Life in the streets: boats, gulls, carts, smoke, and clouds that drift.
//!
//! It stands still while a text is open, when motion is reduced, when the player has switched it off, and when
//! nobody has touched anything for a while: a city that is left alone costs nothing.

use super::draw::Layer;
use super::look::palette::{BOAT, GOLD, RAINBOW};
use super::mesh::traffic::{cart, gull, puff, sailboat};
use super::mesh::{Buffer, coast, ground};
use super::motion;
use super::rise::{BuildingOf, Clearing, DistrictOf, Growth};
use super::spawn::{BuildCity, Model, height};
use super::weather::Weather;
use crate::app::{AppSystems, Calm, Content, Founding, OfCity, Pace, Session, Sight};
use crate::domain::content::schema::Crown;
use crate::domain::plan::layout::{ROAD, polar};
use crate::domain::save::Open;
use bevy::prelude::*;
use bevy::window::CursorMoved;
use std::f32::consts::TAU;

/// Seconds after the last sign of a player until the city comes to rest.
const REST_AFTER_SECS: f32 = 25.0;
/// Seconds that it takes to fall asleep and to wake up.
const EASE_SECS: f32 = 1.2;

/// How long the city has lived, in its own seconds, and how fast its time goes by now.
#[derive(Resource, Default)]
struct Clock {
    now: f32,
    speed: f32,
    quiet: f32,
}

/// Something that moves by itself, as a function of the clock.
#[derive(Component, Clone, Copy)]
enum Mover {
    /// On the sea around the island.
    Boat { out: f32, phase: f32, speed: f32 },
    /// In the air.
    Gull { out: f32, high: f32, phase: f32, speed: f32 },
    /// On the ring road around a ring of districts.
    Cart { ring: usize, radius: f32, phase: f32, speed: f32 },
    /// Above a building's chimneys.
    Smoke { building: usize, phase: f32 },
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Clock>()
        .add_systems(Founding, populate.after(BuildCity))
        .add_systems(Update, (run_clock, move_traffic, drift).chain().in_set(AppSystems::Animate));
}

fn populate(mut commands: Commands, content: Res<Content>, model: Res<Model>, mut meshes: ResMut<Assets<Mesh>>) {
    let mut add = |name: &'static str, buffer: Buffer, movers: &[Mover]| {
        let mesh = meshes.add(buffer.into_mesh());
        for mover in movers {
            let at = (Mesh3d(mesh.clone()), Layer::Small, Transform::from_scale(Vec3::ZERO));
            commands.spawn((Name::new(name), OfCity, *mover, at, Visibility::Inherited));
        }
    };
    let boat = |out, phase, speed| Mover::Boat { out, phase, speed };
    add("Sailing boat", sailboat(BOAT[0]), &[boat(4.4, 0.3, 0.5), boat(7.5, 3.4, -0.42)]);
    add("Sailing boat", sailboat(RAINBOW[4]), &[boat(5.6, 2.0, 0.4), boat(9.5, 5.0, 0.55)]);
    add("Sailing boat", sailboat(GOLD), &[boat(6.4, 4.3, -0.5)]);
    let gull_at = |i: usize| Mover::Gull {
        out: 2.5 + (i % 3) as f32 * 2.2,
        high: 3.4 + (i % 4) as f32 * 0.9,
        phase: i as f32 * 1.13,
        speed: 1.5 + (i % 2) as f32 * 0.4,
    };
    add("Gull", gull(), &(0..7).map(gull_at).collect::<Vec<_>>());
    let rings = content.plan.sites.iter().map(|site| site.ring).max().unwrap_or(0);
    for ring in 0..=rings.min(4) {
        let Some(outer) = content.plan.sites.iter().find(|site| site.ring == ring).map(|site| site.outer) else {
            continue;
        };
        let on = |i: usize, way: f32| Mover::Cart {
            ring,
            radius: outer + ROAD / 2.0 + 0.2 * way,
            phase: i as f32 * 1.9 + ring as f32,
            speed: 0.75 * way,
        };
        add("Cart", cart(RAINBOW[ring % RAINBOW.len()].glowing(0.0)), &[on(0, 1.0), on(1, 1.0), on(2, -1.0)]);
    }
    let chimneys = model.faces.iter().enumerate().filter(|(_, face)| face.crown == Crown::Chimneys);
    let smoke = chimneys
        .take(6)
        .flat_map(|(building, _)| (0..3).map(move |i| Mover::Smoke { building, phase: i as f32 / 3.0 }));
    add("Smoke", puff(), &smoke.collect::<Vec<_>>());
}

fn run_clock(
    time: Res<Time>,
    session: Res<Session>,
    sight: Res<Sight>,
    calm: Res<Calm>,
    keys: Res<ButtonInput<KeyCode>>,
    touches: Res<Touches>,
    mut pointer: MessageReader<CursorMoved>,
    mut pace: ResMut<Pace>,
    mut clock: ResMut<Clock>,
) {
    let stirred = session.is_changed() || sight.moving || pointer.read().count() > 0;
    let touched = keys.get_just_pressed().len() > 0 || touches.iter().next().is_some();
    let secs = time.delta_secs().min(0.1);
    let quiet = if stirred || touched { 0.0 } else { clock.quiet + secs };
    let state = &session.0;
    let free = state.open == Open::Nothing && state.overlay.is_none();
    let lives = state.settings.ambience && !state.reduces_motion() && !calm.holds() && free && quiet < REST_AFTER_SECS;
    let clock = clock.bypass_change_detection();
    clock.quiet = quiet;
    if !lives && (clock.speed <= 0.0 || state.reduces_motion()) {
        clock.speed = 0.0;
        return;
    }
    let goal = if lives { 1.0 } else { 0.0 };
    clock.speed = motion::towards(clock.speed, goal, secs / EASE_SECS);
    clock.now += secs * clock.speed;
    pace.keep_going();
}

fn move_traffic(
    clock: Res<Clock>,
    content: Res<Content>,
    mut stood: Local<Option<f32>>,
    buildings: Query<(&BuildingOf, &Growth)>,
    moved: Query<(), Or<(Changed<Growth>, Changed<Clearing>)>>,
    districts: Query<(&DistrictOf, &Clearing)>,
    mut movers: Query<(&Mover, &mut Transform)>,
) {
    if stood.replace(clock.now) == Some(clock.now) && moved.is_empty() && !content.is_changed() {
        return;
    }
    let now = clock.now;
    let radius = content.plan.radius;
    // The land of a ring has streets to drive on as soon as one of its districts is founded.
    let open = |ring: usize| {
        districts.iter().any(|(of, clearing)| clearing.share > 0.9 && content.plan.sites[of.0].ring == ring)
    };
    for (mover, mut transform) in &mut movers {
        *transform = match *mover {
            Mover::Boat { out, phase, speed } => {
                let at = around(radius + out, phase + now * speed / (radius + out), speed);
                let roll = (now * 1.1 + phase).sin() * 0.07;
                at.with_y(-coast::SEA_DEPTH + 0.03 * (now * 1.7 + phase).sin()).rolled(roll).transform()
            }
            Mover::Gull { out, high, phase, speed } => {
                // A lazy figure along the coast, with wings that beat in turns with gliding.
                let way = around(radius + out + (now * 0.4 + phase).sin() * 1.6, phase + now * speed / radius, speed);
                let beat = 1.0 + 0.7 * (now * 9.0 + phase).sin() * ((now * 0.7 + phase).sin()).max(0.0);
                let mut at = way.with_y(high + (now * 0.6 + phase).sin() * 0.5).rolled(0.25).transform();
                at.scale.y = beat;
                at
            }
            Mover::Cart { ring, radius, phase, speed } => {
                let at = around(radius, phase + now * speed / radius, speed).with_y(ground::STREET).transform();
                if open(ring) { at } else { at.with_scale(Vec3::ZERO) }
            }
            Mover::Smoke { building, phase } => smoke(&content, &buildings, building, (now * 0.22 + phase).fract()),
        };
    }
}

/// A place on a circle, looking along it.
struct Way {
    at: Vec3,
    heading: f32,
    roll: f32,
}

fn around(radius: f32, angle: f32, speed: f32) -> Way {
    let (x, z) = polar(radius, angle);
    let heading = angle + if speed < 0.0 { -TAU / 4.0 } else { TAU / 4.0 };
    Way { at: Vec3::new(x, 0.0, z), heading, roll: 0.0 }
}

impl Way {
    fn with_y(mut self, y: f32) -> Self {
        self.at.y = y;
        self
    }

    fn rolled(self, roll: f32) -> Self {
        Self { roll, ..self }
    }

    fn transform(&self) -> Transform {
        Transform::from_translation(self.at)
            .with_rotation(Quat::from_rotation_y(self.heading) * Quat::from_rotation_x(self.roll))
    }
}

/// A puff at a share of its way up from the chimneys of a building; none where nothing stands.
fn smoke(content: &Content, buildings: &Query<(&BuildingOf, &Growth)>, building: usize, share: f32) -> Transform {
    let growth = buildings.iter().find(|(of, _)| of.0 == building).map(|(_, growth)| growth);
    let Some(growth) = growth.filter(|growth| growth.storeys.first().is_some_and(|share| *share >= 1.0)) else {
        return Transform::from_scale(Vec3::ZERO);
    };
    let lot = &content.plan.lots[building];
    let high = ground::TERRACE + height(growth) + 1.7 + share * 1.6;
    let swell = (share * std::f32::consts::PI).sin();
    Transform::from_xyz(lot.x + 0.4 + share * 0.8, high, lot.z + 0.2 * share)
        .with_scale(Vec3::splat(0.5 + swell * 0.8) * swell.max(0.02))
}

fn drift(clock: Res<Clock>, mut drifted: Local<Option<f32>>, mut weathers: Query<&mut Transform, With<Weather>>) {
    /// Radians a second.
    const DRIFT: f32 = 0.008;
    if drifted.replace(clock.now) == Some(clock.now) {
        return;
    }
    for mut transform in &mut weathers {
        transform.rotation = Quat::from_rotation_y(clock.now * DRIFT);
    }
}
