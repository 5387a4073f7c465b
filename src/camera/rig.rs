//! The mathematics of the camera: where it wants to be, how it gets there, and where it must not go.

use crate::app::FIELD_OF_VIEW;
use crate::domain::save::CameraPose;
use crate::view::intent::CameraMove;
use bevy::math::{Quat, Vec2, Vec3};
use bevy::transform::components::Transform;
use std::f32::consts::{PI, TAU};

/// Radians above the horizon: never underground, never straight down.
const PITCH: std::ops::RangeInclusive<f32> = 0.16..=1.42;
/// Nearest distance: a storey then fills about a third of the picture.
const NEAREST: f32 = 7.0;
/// How fast a glide covers what is left of its way, per second.
const GLIDE_RATE: f32 = 9.0;
/// Share of the picture's height that a tower needs with its mark and its name.
const ROOM_FOR_TOWER: f32 = 0.6;
/// From farther than this, in meters, one looks at a city and not at a tower.
const BEFORE_TOWER: f32 = 40.0;
/// A flight takes so many seconds.
pub const FLIGHT_SECS: f32 = 0.95;

/// Where the camera looks from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// The point looked at.
    pub point: Vec3,
    /// Radians about the vertical; 0 looks north.
    pub yaw: f32,
    /// Radians above the horizon.
    pub pitch: f32,
    /// From the point to the eye.
    pub distance: f32,
}

impl From<CameraPose> for Target {
    fn from(pose: CameraPose) -> Self {
        Self { point: pose.target.into(), yaw: pose.yaw, pitch: pose.pitch, distance: pose.distance }
    }
}

impl From<Target> for CameraPose {
    fn from(target: Target) -> Self {
        Self { target: target.point.into(), yaw: target.yaw, pitch: target.pitch, distance: target.distance }
    }
}

impl Target {
    /// The whole of a city of this radius, in a picture of this width over height.
    pub fn home(radius: f32, aspect: f32) -> Self {
        // A wide picture is limited by its height, a tall one by its width.
        let fit = if aspect >= 1.6 { 3.15 } else { 3.15 * 1.6 / aspect.max(0.3) };
        Self { point: Vec3::new(0.0, 0.6, 0.0), yaw: 0.66, pitch: 0.5, distance: (radius + 3.0) * fit }
    }

    /// The same, lifted, and where that is not enough farther off, until these points are in the picture below what
    /// lies over its upper edge.
    #[must_use]
    pub fn with_tops(self, tops: impl Iterator<Item = Vec3>) -> Self {
        /// Share of the picture's upper half that tops may fill.
        const UPPER: f32 = 0.8;
        /// Lifted farther, the ground before the city would fill the picture.
        const MOST: f32 = 2.0;
        let edge = (FIELD_OF_VIEW / 2.0).tan() * UPPER;
        let turn = Quat::from_rotation_y(self.yaw) * Quat::from_rotation_x(-self.pitch);
        let (up, back) = (turn * Vec3::Y, turn * Vec3::Z);
        let lift = |top: Vec3| {
            let seen = top - self.point;
            let over = seen.dot(up) - edge * (self.distance - seen.dot(back));
            over / (self.pitch.cos() + edge * self.pitch.sin())
        };
        let lift = tops.map(lift).fold(0.0, f32::max);
        let farther = (lift - MOST).max(0.0) * self.pitch.cos() / edge;
        Self { point: self.point + Vec3::Y * lift.min(MOST), distance: self.distance + farther, ..self }
    }

    fn blend(self, other: Self, share: f32) -> Self {
        let turn = self.turn_to(other);
        Self {
            point: self.point.lerp(other.point, share),
            yaw: self.yaw + turn * share,
            pitch: self.pitch + (other.pitch - self.pitch) * share,
            distance: self.distance * (other.distance / self.distance).powf(share),
        }
    }

    /// The short way round, in radians.
    fn turn_to(self, other: Self) -> f32 {
        (other.yaw - self.yaw + PI).rem_euclid(TAU) - PI
    }

    fn is_near(self, other: Self) -> bool {
        self.point.distance(other.point) < 0.004
            && self.turn_to(other).abs() < 0.0005
            && (self.pitch - other.pitch).abs() < 0.0005
            && (self.distance / other.distance - 1.0).abs() < 0.0005
    }
}

/// The camera and where it is going.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rig {
    /// Where it is.
    pub now: Target,
    /// Where it wants to be.
    pub goal: Target,
    /// The flight it is on, with the seconds since it began.
    flight: Option<(Target, f32)>,
    /// Radius of the city: it looks at nothing farther out.
    radius: f32,
    /// Where in the picture the point looked at lies, from -1 to 1 to the right and up.
    pub offset: Vec2,
    offset_goal: Vec2,
    /// How many times its distance it stands off, where panels leave little of the picture's height.
    stretch: f32,
    stretch_goal: f32,
}

impl Rig {
    /// At rest at `target`, over a city of this radius.
    pub fn new(target: Target, radius: f32) -> Self {
        let target = kept_in(target, radius);
        Self {
            now: target,
            goal: target,
            flight: None,
            radius,
            offset: Vec2::ZERO,
            offset_goal: Vec2::ZERO,
            stretch: 1.0,
            stretch_goal: 1.0,
        }
    }

    /// The same, with the room that another one has made for panels.
    #[must_use]
    pub fn with_room_of(self, other: Self) -> Self {
        let Self { offset, offset_goal, stretch, stretch_goal, .. } = other;
        Self { offset, offset_goal, stretch, stretch_goal, ..self }
    }

    /// Whether it is at this target or on its way there.
    pub fn is_bound_for(&self, target: Target) -> bool {
        self.goal.is_near(kept_in(target, self.radius))
    }

    /// Whether it is on its way.
    pub fn is_moving(&self) -> bool {
        self.flight.is_some() || !self.now.is_near(self.goal) || !self.has_made_room()
    }

    fn has_made_room(&self) -> bool {
        self.offset.distance(self.offset_goal) <= 0.001 && (self.stretch - self.stretch_goal).abs() <= 0.001
    }

    /// Whether it is flying, and not only gliding after a hand.
    pub fn is_flying(&self) -> bool {
        self.flight.is_some()
    }

    /// Flies to a target; `cut` is there at once.
    pub fn fly(&mut self, target: Target, cut: bool) {
        self.goal = kept_in(target, self.radius);
        self.flight = (!cut).then_some((self.now, 0.0));
        if cut {
            self.now = self.goal;
        }
    }

    /// Keeps the point looked at in the middle of what panels leave free, which is `free` of the picture's height,
    /// and stands off until a tower fits where that is less than `ROOM_FOR_TOWER`.
    pub fn make_room(&mut self, offset: Vec2, free: f32, cut: bool) {
        self.offset_goal = offset;
        self.stretch_goal = (ROOM_FOR_TOWER / free.max(0.2)).max(1.0);
        if cut {
            (self.offset, self.stretch) = (self.offset_goal, self.stretch_goal);
        }
    }

    /// Follows a hand; a flight stops where it is.
    pub fn follow(&mut self, movement: CameraMove) {
        if self.flight.take().is_some() {
            self.goal = self.now;
        }
        let goal = &mut self.goal;
        match movement {
            CameraMove::Orbit(left, up) => {
                goal.yaw += left;
                goal.pitch += up;
            }
            CameraMove::Pan(right, away) => {
                let turn = Quat::from_rotation_y(goal.yaw);
                goal.point += turn * Vec3::new(right, 0.0, -away) * goal.distance;
            }
            CameraMove::Zoom(factor) => goal.distance *= factor,
            CameraMove::North => goal.yaw = 0.0,
        }
        *goal = kept_in(*goal, self.radius);
    }

    /// Moves on by `secs`; `cut` is at its goal at once.
    pub fn step(&mut self, secs: f32, cut: bool) {
        if cut {
            self.flight = None;
            (self.now, self.offset, self.stretch) = (self.goal, self.offset_goal, self.stretch_goal);
            return;
        }
        let glide = 1.0 - (-GLIDE_RATE * secs).exp();
        self.offset = self.offset.lerp(self.offset_goal, glide);
        self.stretch += (self.stretch_goal - self.stretch) * glide;
        if let Some((from, elapsed)) = &mut self.flight {
            *elapsed += secs;
            let share = (*elapsed / FLIGHT_SECS).min(1.0);
            self.now = over_the_roofs(*from, self.goal, share);
            if share >= 1.0 {
                self.flight = None;
            }
        } else if self.now.is_near(self.goal) {
            self.now = self.goal;
        } else {
            self.now = self.now.blend(self.goal, glide);
        }
        if self.has_made_room() {
            (self.offset, self.stretch) = (self.offset_goal, self.stretch_goal);
        }
    }

    /// Where the eye is and where it looks, in a picture of this width over height.
    pub fn transform(&self, aspect: f32) -> Transform {
        let turn = Quat::from_rotation_y(self.now.yaw) * Quat::from_rotation_x(-self.now.pitch);
        // What is far enough for a tower is not moved into the haze.
        let distance = self.now.distance.max(self.now.distance.min(BEFORE_TOWER) * self.stretch);
        let high = (FIELD_OF_VIEW / 2.0).tan() * distance;
        let aside = turn * Vec3::new(-self.offset.x * high * aspect, -self.offset.y * high, 0.0);
        let eye = self.now.point + aside + turn * Vec3::Z * distance;
        Transform::from_translation(eye).with_rotation(turn)
    }
}

/// A flight eases in and out, and rises in the middle of a long way so that it does not cut through towers.
fn over_the_roofs(from: Target, to: Target, share: f32) -> Target {
    let eased = share * share * share * (share * (share * 6.0 - 15.0) + 10.0);
    let mut at = from.blend(to, eased);
    let arc = (share * PI).sin();
    let way = from.point.distance(to.point);
    at.distance += arc * way * 0.35;
    at.pitch = (at.pitch + arc * (way * 0.012).min(0.25)).min(*PITCH.end());
    at
}

fn kept_in(target: Target, radius: f32) -> Target {
    let flat = Vec2::new(target.point.x, target.point.z).clamp_length_max(radius + 2.0);
    Target {
        point: Vec3::new(flat.x, target.point.y.clamp(0.0, 12.0), flat.y),
        yaw: target.yaw.rem_euclid(TAU),
        pitch: target.pitch.clamp(*PITCH.start(), *PITCH.end()),
        distance: target.distance.clamp(NEAREST, (radius + 3.0) * 8.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rig() -> Rig {
        Rig::new(Target::home(20.0, 1.78), 20.0)
    }

    #[test]
    fn whatever_the_hand_does_the_eye_stays_above_ground_and_the_city_in_reach() {
        let mut rig = rig();
        let moves = [
            CameraMove::Orbit(40.0, -9.0),
            CameraMove::Pan(9.0, 9.0),
            CameraMove::Zoom(0.0001),
            CameraMove::Orbit(-3.0, 9.0),
            CameraMove::Zoom(1e9),
            CameraMove::Pan(-99.0, 3.0),
        ];
        for movement in moves {
            rig.follow(movement);
            for _ in 0..30 {
                rig.step(0.05, false);
                assert!(rig.transform(1.78).translation.y > 0.5, "{movement:?}");
                assert!(rig.now.point.length() < 30.0, "{movement:?}");
            }
        }
    }

    #[test]
    fn towers_are_in_the_picture_to_their_tops_and_what_is_in_it_anyway_changes_nothing() {
        let home = Target::home(10.0, 1.78);
        assert_eq!(home.with_tops([Vec3::new(3.0, 2.0, 3.0)].into_iter()), home);
        for high in [9.0, 14.0, 24.0] {
            let tops = [Vec3::new(4.0, high, 0.0), Vec3::new(-3.0, high, -3.0)];
            let rig = Rig::new(home.with_tops(tops.into_iter()), 10.0);
            let eye = rig.transform(1.78);
            for top in tops {
                let seen = eye.rotation.inverse() * (top - eye.translation);
                let share = seen.y / -seen.z / (FIELD_OF_VIEW / 2.0).tan();
                assert!(share < 0.87, "{high}: {share}");
            }
        }
    }

    #[test]
    fn a_flight_arrives_and_then_nothing_moves() {
        let mut rig = rig();
        let to = Target { point: Vec3::new(5.0, 2.0, 5.0), yaw: 2.0, pitch: 0.4, distance: 15.0 };
        rig.fly(to, false);
        assert!(rig.is_flying());
        for _ in 0..80 {
            rig.step(0.016, false);
        }
        assert!(!rig.is_moving());
        assert!(rig.now.point.distance(to.point) < 0.01);
    }

    #[test]
    fn a_flight_the_short_way_over_the_south_comes_to_rest() {
        for (from, to) in [(6.2, 0.1), (0.1, 6.2)] {
            let mut rig = Rig::new(Target { yaw: from, ..rig().now }, 20.0);
            rig.fly(Target { yaw: to, ..rig.now }, false);
            for _ in 0..80 {
                rig.step(0.016, false);
            }
            assert!(!rig.is_moving(), "{from} to {to}");
        }
    }

    #[test]
    fn a_touch_stops_a_flight_where_it_is() {
        let mut rig = rig();
        let to = Target { point: Vec3::new(15.0, 2.0, 5.0), ..rig.now };
        rig.fly(to, false);
        rig.step(0.2, false);
        rig.follow(CameraMove::Orbit(0.1, 0.0));
        assert!(!rig.is_flying());
        assert!(rig.goal.point.distance(to.point) > 3.0);
    }

    #[test]
    fn with_reduced_motion_a_flight_is_a_cut() {
        let mut rig = rig();
        rig.fly(Target { distance: 15.0, ..rig.now }, true);
        assert_eq!(rig.now, rig.goal);
        assert!(!rig.is_moving());
    }

    #[test]
    fn where_panels_leave_little_height_the_eye_stands_off_until_a_tower_fits() {
        let mut rig = rig();
        rig.fly(Target { distance: 25.0, ..rig.now }, true);
        let before = rig.transform(0.56).translation.distance(rig.now.point);
        rig.make_room(Vec2::ZERO, 0.9, true);
        assert!((rig.transform(0.56).translation.distance(rig.now.point) - before).abs() < 1e-3);
        rig.make_room(Vec2::ZERO, 0.3, false);
        assert!(rig.is_moving());
        for _ in 0..80 {
            rig.step(0.016, false);
        }
        assert!(!rig.is_moving());
        let after = rig.transform(0.56).translation.distance(rig.now.point);
        assert!((after / before - ROOM_FOR_TOWER / 0.3).abs() < 0.01, "{before} {after}");
        rig.fly(Target { distance: 150.0, ..rig.now }, true);
        let whole = rig.transform(0.56).translation.distance(rig.now.point);
        assert!((whole - 150.0).abs() < 0.1, "the whole city is far enough: {whole}");
    }

    #[test]
    fn a_turn_past_north_comes_to_rest() {
        let mut rig = rig();
        for movement in [CameraMove::North, CameraMove::Orbit(-0.4, 0.0), CameraMove::North] {
            rig.follow(movement);
            for _ in 0..80 {
                rig.step(0.05, false);
            }
            assert!(!rig.is_moving(), "{movement:?}");
        }
        assert!(rig.now.yaw.abs() < 1e-3, "{}", rig.now.yaw);
    }

    #[test]
    fn a_turn_takes_the_short_way() {
        let from = Target { yaw: 0.1, ..rig().now };
        let to = Target { yaw: TAU - 0.1, ..from };
        let middle = from.blend(to, 0.5);
        assert!(middle.yaw.abs() < 1e-4, "{}", middle.yaw);
    }
}
