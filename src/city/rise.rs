//! Floors rise and sink; districts clear their wood. What moves, how far, and in which order.
#![expect(clippy::float_cmp, reason = "shares end at exactly 0 and 1")]

use super::motion;
use crate::app::{AppSystems, Asked, Content, Founding, OfCity, Pace, Risen, RisenPart, Session, Sight};
use crate::domain::content::storeys;
use crate::view::journey::{self, Ascent};
use crate::view::{Effect, State};
use bevy::prelude::*;

/// Seconds that a storey takes to rise.
const RISE_SECS: f32 = 0.9;
/// Seconds that a storey takes to sink.
const SINK_SECS: f32 = 0.26;
/// A storey begins when the one below has risen so far.
const OVERLAP: f32 = 0.62;
/// Seconds that the wave of rising floors takes from the middle of the city to its edge.
const WAVE_SECS: f32 = 1.3;
/// Seconds that a district takes to clear its wood.
const CLEAR_SECS: f32 = 0.9;

/// So many buildings move at once, those nearest to what is looked at; of a large city the others are there at once
/// when the wave has come to them. Every part that moves is drawn by itself.
const MOST_MOVING: usize = 40;

/// How far a building has risen.
#[derive(Component, Debug, Clone, PartialEq)]
pub struct Growth {
    /// Of the plinth, from 0 to 1.
    pub foot: f32,
    /// Of each storey from the ground up, from 0 to 1.
    pub storeys: Vec<f32>,
    /// Whether the plinth is to stand, and how many storeys on it.
    goal: Option<usize>,
    /// Seconds until it begins.
    wait: f32,
    /// Whether it is there at once when it begins.
    sudden: bool,
}

impl Growth {
    /// A building at rest; `None` if it is not founded.
    pub fn at_rest(count: usize, goal: Option<usize>) -> Self {
        let mut growth = Self { foot: 0.0, storeys: vec![0.0; count], goal, wait: 0.0, sudden: false };
        growth.jump();
        growth
    }

    /// Gives it a new goal, to be begun after `wait` seconds.
    pub fn aim(&mut self, goal: Option<usize>, wait: f32) {
        self.goal = goal;
        self.wait = wait;
        self.sudden = false;
    }

    /// Gives it a new goal, to be reached at once after `wait` seconds.
    pub fn aim_suddenly(&mut self, goal: Option<usize>, wait: f32) {
        self.aim(goal, wait);
        self.sudden = true;
    }

    /// Whether it reaches its goal without a motion.
    pub fn is_sudden(&self) -> bool {
        self.sudden
    }

    /// Is at its goal at once.
    pub fn jump(&mut self) {
        self.wait = 0.0;
        self.foot = f32::from(u8::from(self.goal.is_some()));
        let risen = self.goal.unwrap_or(0);
        for (index, storey) in self.storeys.iter_mut().enumerate() {
            *storey = f32::from(u8::from(index < risen));
        }
    }

    /// Whether it is at its goal.
    pub fn is_at_rest(&self) -> bool {
        let risen = self.goal.unwrap_or(0);
        let foot = f32::from(u8::from(self.goal.is_some()));
        self.foot == foot
            && self.storeys.iter().enumerate().all(|(index, storey)| *storey == f32::from(u8::from(index < risen)))
    }

    /// How many storeys stand when it is at rest.
    pub fn risen(&self) -> usize {
        self.goal.unwrap_or(0)
    }

    /// How many storeys stand whole.
    pub fn standing(&self) -> usize {
        self.storeys.iter().filter(|share| **share >= 1.0).count()
    }

    /// Moves on by `secs`.
    pub fn step(&mut self, secs: f32) {
        self.wait -= secs;
        if self.wait > 0.0 {
            return;
        }
        if self.sudden {
            self.jump();
            return;
        }
        let risen = self.goal.unwrap_or(0);
        // Down from the top, one after the other; then up from the ground.
        let sinking = self.storeys.iter().rposition(|storey| *storey > 0.0).filter(|top| *top >= risen);
        if let Some(top) = sinking {
            self.storeys[top] = (self.storeys[top] - secs / SINK_SECS).max(0.0);
            return;
        }
        if self.goal.is_none() {
            self.foot = (self.foot - secs / SINK_SECS).max(0.0);
            return;
        }
        self.foot = (self.foot + secs / RISE_SECS).min(1.0);
        let mut below = self.foot;
        for storey in self.storeys.iter_mut().take(risen) {
            if below < OVERLAP {
                break;
            }
            *storey = (*storey + secs / RISE_SECS).min(1.0);
            below = *storey;
        }
    }
}

/// How far a district has cleared its wood, from 0 to 1.
#[derive(Component, Debug, Clone, Copy, PartialEq)]
pub struct Clearing {
    /// From 0, forest, to 1, open ground.
    pub share: f32,
    goal: f32,
}

impl Clearing {
    /// At rest.
    pub fn at_rest(founded: bool) -> Self {
        let share = f32::from(u8::from(founded));
        Self { share, goal: share }
    }

    /// Whether it is at its goal.
    pub fn is_at_rest(self) -> bool {
        self.share == self.goal
    }
}

/// Indices of the building in its pack, of its district in the same.
#[derive(Component, Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuildingOf(pub usize);

/// Index of a district in its pack.
#[derive(Component, Debug, Clone, Copy, PartialEq, Eq)]
pub struct DistrictOf(pub usize);

/// The entities of buildings and districts, by their indices in the pack.
#[derive(Resource, Debug, Default)]
pub(super) struct Census {
    pub buildings: Vec<Entity>,
    pub districts: Vec<Entity>,
}

/// What the city is growing to.
#[derive(Resource, Default, Debug, PartialEq, Eq)]
struct Reached(Option<Ascent>);

/// The entities of the city are made, before their meshes.
#[derive(SystemSet, Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct FoundCity;

/// What moves has moved, before it is drawn.
#[derive(SystemSet, Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Advance;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Reached>().add_systems(Founding, found_city.in_set(FoundCity)).add_systems(
        Update,
        (aim_at_ascent, skip_motion, advance_growth, advance_clearing)
            .chain()
            .in_set(Advance)
            .in_set(AppSystems::Animate),
    );
}

/// How many storeys a building is to have; `None` before it is founded.
fn goal(content: &Content, index: usize, state: &State) -> Option<usize> {
    journey::storeys_standing(&content.pack, state, &content.pack.buildings()[index])
}

fn found_city(mut commands: Commands, content: Res<Content>, session: Res<Session>, mut reached: ResMut<Reached>) {
    let mut census = Census::default();
    for (index, district) in content.pack.districts().iter().enumerate() {
        let entity = commands.spawn((
            Name::new(district.name.clone()),
            OfCity,
            DistrictOf(index),
            Clearing::at_rest(session.0.has_cleared(&content.pack, district)),
            Transform::default(),
            Visibility::default(),
        ));
        census.districts.push(entity.id());
    }
    for (index, building) in content.pack.buildings().iter().enumerate() {
        let lot = &content.plan.lots[index];
        let entity = commands.spawn((
            Name::new(building.name.clone()),
            OfCity,
            BuildingOf(index),
            Growth::at_rest(storeys(building).len(), goal(&content, index, &session.0)),
            Transform::from_xyz(lot.x, 0.0, lot.z).with_rotation(Quat::from_rotation_y(lot.turn)),
            Visibility::default(),
        ));
        census.buildings.push(entity.id());
    }
    commands.insert_resource(census);
    reached.0 = Some(Ascent::of(&session.0));
}

fn aim_at_ascent(
    content: Res<Content>,
    session: Res<Session>,
    sight: Res<Sight>,
    mut reached: ResMut<Reached>,
    mut buildings: Query<(&BuildingOf, &mut Growth)>,
    mut districts: Query<(&DistrictOf, &mut Clearing)>,
) {
    if !session.is_changed() {
        return;
    }
    let ascent = Ascent::of(&session.0);
    let Some(before) = reached.0.replace(ascent.clone()).filter(|before| *before != ascent) else { return };
    let is_wave = (before.level, before.mode) != (ascent.level, ascent.mode);
    for (of, mut clearing) in &mut districts {
        let district = &content.pack.districts()[of.0];
        let is_cleared = session.0.has_cleared(&content.pack, district);
        clearing.goal = f32::from(u8::from(is_cleared));
    }
    let from_sight = |index: usize| {
        let (lot, [x, _, z]) = (&content.plan.lots[index], sight.goal.target);
        (lot.x - x).hypot(lot.z - z)
    };
    let has_other_goal = |(of, growth): (&BuildingOf, &Growth)| growth.goal != goal(&content, of.0, &session.0);
    let moving = buildings.iter().filter(|building| has_other_goal(*building)).map(|(of, _)| from_sight(of.0));
    let seen_to = farthest_of(MOST_MOVING, moving.collect());
    // A wave from the middle outward, but what is raised by itself rises at once; new districts when their wood is
    // half cleared.
    for (of, mut growth) in &mut buildings {
        let goal = goal(&content, of.0, &session.0);
        if growth.goal == goal {
            continue;
        }
        let lot = &content.plan.lots[of.0];
        let wait = if is_wave { lot.x.hypot(lot.z) / content.plan.radius * WAVE_SECS } else { 0.0 };
        let founding = growth.foot == 0.0 && goal.is_some();
        let wait = wait + if founding { CLEAR_SECS * 0.5 } else { 0.0 };
        if from_sight(of.0) > seen_to {
            growth.aim_suddenly(goal, wait);
        } else {
            growth.aim(goal, wait);
        }
    }
}

/// The greatest of the `most` least distances.
fn farthest_of(most: usize, mut distances: Vec<f32>) -> f32 {
    if distances.len() <= most {
        return f32::INFINITY;
    }
    *distances.select_nth_unstable_by(most - 1, f32::total_cmp).1
}

/// What rises is there at once, if the player wants it so.
fn skip_motion(
    mut asked: MessageReader<Asked>,
    mut pace: ResMut<Pace>,
    mut buildings: Query<&mut Growth>,
    mut districts: Query<&mut Clearing>,
) {
    if !asked.read().any(|asked| asked.0 == Effect::SkipMotion) {
        return;
    }
    for mut growth in buildings.iter_mut().filter(|growth| !growth.is_at_rest()) {
        growth.jump();
    }
    for mut clearing in districts.iter_mut().filter(|clearing| !clearing.is_at_rest()) {
        clearing.share = clearing.goal;
    }
    pace.settle();
}

fn advance_growth(
    time: Res<Time>,
    session: Res<Session>,
    mut pace: ResMut<Pace>,
    mut risen: MessageWriter<Risen>,
    mut buildings: Query<(&BuildingOf, &mut Growth)>,
    mut moving: Local<bool>,
) {
    let secs = time.delta_secs().min(0.1);
    // One that was at rest and has a new goal is changed; who moved a frame ago may still.
    let moved = std::mem::take(&mut *moving);
    let may_move = |growth: &Mut<Growth>| (moved || growth.is_changed()) && !growth.is_at_rest();
    for (of, mut growth) in buildings.iter_mut().filter(|(_, growth)| may_move(growth)) {
        *moving = true;
        let (founded, stood) = (growth.foot >= 1.0, growth.standing());
        if session.0.reduces_motion() {
            growth.jump();
        } else {
            growth.step(secs);
        }
        if growth.is_sudden() {
            pace.keep_going();
            continue;
        }
        if !founded && growth.foot >= 1.0 {
            risen.write(Risen { building: of.0, part: RisenPart::Plinth });
        }
        let storeys = (stood..growth.standing()).map(RisenPart::Storey);
        risen.write_batch(storeys.map(|part| Risen { building: of.0, part }));
        pace.keep_going();
    }
}

fn advance_clearing(
    time: Res<Time>,
    session: Res<Session>,
    mut pace: ResMut<Pace>,
    mut districts: Query<&mut Clearing>,
) {
    let step = if session.0.reduces_motion() { 1.0 } else { time.delta_secs().min(0.1) / CLEAR_SECS };
    for mut clearing in districts.iter_mut().filter(|clearing| !clearing.is_at_rest()) {
        clearing.share = motion::towards(clearing.share, clearing.goal, step);
        pace.keep_going();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(growth: &mut Growth, secs: f32) {
        for _ in 0..(secs / 0.016) as usize {
            growth.step(0.016);
        }
    }

    #[test]
    fn storeys_rise_from_the_ground_and_each_after_the_one_below() {
        let mut growth = Growth::at_rest(4, None);
        growth.aim(Some(3), 0.0);
        for _ in 0..200 {
            growth.step(0.016);
            assert!(growth.storeys.is_sorted_by(|below, above| below >= above), "{growth:?}");
        }
        assert!(growth.is_at_rest());
        assert_eq!(growth.storeys, [1.0, 1.0, 1.0, 0.0]);
    }

    #[test]
    fn stepping_back_takes_storeys_down_from_the_top() {
        let mut growth = Growth::at_rest(4, Some(4));
        growth.aim(Some(1), 0.0);
        growth.step(0.1);
        assert!(growth.storeys[3] < 1.0 && growth.storeys[2] == 1.0);
        run(&mut growth, 2.0);
        assert!(growth.is_at_rest());
    }

    #[test]
    fn a_change_of_mind_in_mid_air_is_followed() {
        let mut growth = Growth::at_rest(4, Some(1));
        growth.aim(Some(4), 0.0);
        run(&mut growth, 0.5);
        growth.aim(Some(1), 0.0);
        run(&mut growth, 2.0);
        assert_eq!(growth, Growth { wait: growth.wait, ..Growth::at_rest(4, Some(1)) });
    }

    #[test]
    fn what_is_far_from_sight_is_there_at_once_when_its_wait_is_over() {
        assert_eq!(farthest_of(2, vec![5.0, 1.0, 3.0, 2.0]), 2.0);
        assert_eq!(farthest_of(4, vec![5.0, 1.0, 3.0, 2.0]), f32::INFINITY);
        let mut growth = Growth::at_rest(4, Some(1));
        growth.aim_suddenly(Some(3), 0.05);
        growth.step(0.04);
        assert_eq!(growth.standing(), 1);
        growth.step(0.04);
        assert!(growth.is_at_rest());
    }
}
