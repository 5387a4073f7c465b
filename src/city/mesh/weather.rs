//! What stands in the air and on the water around the island, at the hour of each level.
//!
//! Everything lies beyond the coast, so that no cloud ever hides the city. It comes out of the haze and goes
//! back into it.

use super::{Buffer, Dice, coast};
use crate::city::look::Paint;
use crate::city::look::palette::{BLUEPRINT, CLOUD, GOLD, RAINBOW, SAIL, STAR, STORM, STRING};
use crate::domain::plan::layout::polar;
use bevy::math::{Vec2, Vec3};
use std::f32::consts::TAU;

/// How many kinds of weather there are; packs with more levels begin again.
pub const KINDS: usize = 6;

/// The weather of a level around a city of `radius`.
pub fn weather(level: usize, radius: f32) -> Buffer {
    let mut buffer = Buffer::default();
    let mut sky = Sky { buffer: &mut buffer, radius, dice: Dice::new(level as u32 * 131 + 17) };
    match level % KINDS {
        0 => sky.dream(),
        1 => sky.storm_that_passes(),
        2 => sky.fair(),
        3 => sky.blueprint(),
        4 => sky.night(),
        _ => sky.golden(),
    }
    buffer
}

struct Sky<'a> {
    buffer: &'a mut Buffer,
    radius: f32,
    dice: Dice,
}

impl Sky<'_> {
    /// A place `out` beyond the outermost ring, `high` above the meadow.
    fn place(&mut self, angle: f32, out: f32, high: f32) -> Vec3 {
        let (x, z) = polar(self.radius + out, angle);
        Vec3::new(x, high, z)
    }

    /// Balloons over a pink morning, and sparks of what still is magic. Only the middle is founded at this hour,
    /// so all of it stands over the wood; the balloons between the directions from which one looks at the buildings.
    fn dream(&mut self) {
        let balloons = [(0.52, 12.0, 6.0, RAINBOW[0]), (2.62, 15.0, 8.0, RAINBOW[4]), (3.66, 13.0, 5.0, RAINBOW[1])];
        for (angle, from_middle, high, stripe) in balloons {
            let at = self.place(angle, from_middle - self.radius, high);
            self.balloon(at, stripe.glowing(0.1));
        }
        self.clouds(7, (-4.0, 8.0), (3.5, 5.5), 0.8, CLOUD);
        for _ in 0..90 {
            let (angle, from_middle) = (self.dice.between(0.0, TAU), self.dice.between(2.0, 11.0));
            let high = self.dice.between(2.6, 6.5);
            let at = self.place(angle, from_middle - self.radius, high);
            let size = self.dice.between(0.06, 0.13);
            self.spark(at, size);
        }
    }

    /// The storm has broken and moves off; a bow stands where it was.
    fn storm_that_passes(&mut self) {
        for i in 0..9 {
            let angle = 1.2 + 0.17 * i as f32;
            let (out, high) = (self.dice.between(7.0, 15.0), self.dice.between(4.5, 6.5));
            let at = self.place(angle, out, high);
            let size = self.dice.between(1.3, 2.1);
            self.cloud(at, size, STORM.shaded(0.85 + 0.05 * (i % 4) as f32));
            for _ in 0..5 {
                let drop = at + Vec3::new(self.dice.between(-2.0, 2.0), -0.6, self.dice.between(-1.4, 1.4));
                let foot = Vec3::new(drop.x - 0.9, -coast::SEA_DEPTH, drop.z);
                self.buffer.beam(foot, drop, 0.035, CLOUD.mixed(STORM, 0.35));
            }
        }
        self.clouds(6, (6.0, 14.0), (3.0, 6.0), 0.8, CLOUD.mixed(STORM, 0.3));
        self.bow(2.9);
    }

    /// White clouds of a fine day.
    fn fair(&mut self) {
        self.clouds(12, (5.0, 16.0), (3.0, 6.5), 1.1, CLOUD);
    }

    /// A clear afternoon: the sea is a drawing board, with the city's axes and radii on it.
    fn blueprint(&mut self) {
        let (reach, high) = (self.radius + 34.0, -coast::SEA_DEPTH + 0.05);
        let lines = (reach / 6.0) as i32;
        for i in -lines..=lines {
            let (at, thin) = (6.0 * i as f32, if i % 4 == 0 { 0.22 } else { 0.1 });
            let half = (reach * reach - at * at).max(0.0).sqrt();
            self.line(Vec2::new(at, -half), Vec2::new(at, half), thin, high);
            self.line(Vec2::new(-half, at), Vec2::new(half, at), thin, high);
        }
        for (out, wide) in [(5.0, 0.24), (5.5, 0.1), (14.0, 0.14)] {
            self.circle(self.radius + out, wide, high + 0.03);
        }
        for i in 0..72 {
            let angle = TAU * i as f32 / 72.0;
            let long = if i % 6 == 0 { 1.5 } else { 0.6 };
            let (from, to) = (polar(self.radius + 5.5, angle), polar(self.radius + 5.5 + long, angle));
            self.line(Vec2::from(from), Vec2::from(to), 0.14, high + 0.03);
        }
        self.clouds(4, (14.0, 20.0), (4.0, 6.0), 0.7, CLOUD);
    }

    /// Stars around a night, and a moon.
    fn night(&mut self) {
        for _ in 0..170 {
            let (angle, out) = (self.dice.between(0.0, TAU), self.dice.between(10.0, 46.0));
            let high = self.dice.between(2.0, 16.0);
            let at = self.place(angle, out, high);
            let size = self.dice.between(0.04, 0.1);
            self.spark(at, size);
        }
        let at = self.place(2.3, 18.0, 7.0);
        self.buffer.ball(at, 2.0, |_| 0.0, STAR.shaded(0.96).glowing(0.9));
        self.clouds(5, (8.0, 18.0), (2.0, 4.0), 0.9, STORM.mixed(CLOUD, 0.25));
    }

    /// Long clouds with gold in them, and kites.
    fn golden(&mut self) {
        self.clouds(11, (6.0, 18.0), (2.5, 6.5), 1.15, CLOUD.mixed(GOLD, 0.2));
        for (angle, out, high) in [(0.4, 3.0, 7.5), (2.2, 4.0, 8.5), (4.6, 3.5, 7.0), (5.6, 4.5, 9.0)] {
            let at = self.place(angle, out, high);
            let paint = *self.dice.pick(&RAINBOW);
            self.kite(at, paint);
        }
    }

    fn clouds(&mut self, count: usize, out: (f32, f32), high: (f32, f32), size: f32, paint: Paint) {
        for i in 0..count {
            let angle = TAU * (i as f32 + self.dice.between(0.0, 0.7)) / count as f32;
            let (out, high) = (self.dice.between(out.0, out.1), self.dice.between(high.0, high.1));
            let at = self.place(angle, out, high);
            let size = size * self.dice.between(0.7, 1.25);
            self.cloud(at, size, paint);
        }
    }

    /// Four or five balls on a flat base.
    fn cloud(&mut self, at: Vec3, size: f32, paint: Paint) {
        let along = Vec3::new(at.z, 0.0, -at.x).normalize_or(Vec3::X);
        for (step, radius, up) in
            [(-1.25, 0.55, 0.0), (-0.55, 0.85, 0.2), (0.3, 1.0, 0.35), (1.05, 0.7, 0.1), (1.65, 0.42, -0.05)]
        {
            let phase = self.dice.between(0.0, 6.0);
            let bumpy = move |d: Vec3| 0.04 * (d.x * 5.0 + d.y * 4.0 + phase).sin() - 0.35 * (-d.y).max(0.0);
            self.buffer.ball(at + (along * step + Vec3::Y * up) * size, radius * size, bumpy, paint);
        }
    }

    fn spark(&mut self, at: Vec3, size: f32) {
        let (up, side, on) = (Vec3::Y * size * 1.6, Vec3::X * size, Vec3::Z * size);
        for (a, b) in [(side, on), (on, -side), (-side, -on), (-on, side)] {
            self.buffer.face(&[at + up, at + b, at + a], STAR);
            self.buffer.face(&[at - up, at + a, at + b], STAR);
        }
    }

    fn balloon(&mut self, at: Vec3, stripe: Paint) {
        let sides = 12;
        let profile = [(0.25, -1.3), (0.85, -0.6), (1.1, 0.1), (0.95, 0.75), (0.5, 1.2), (0.0, 1.32)];
        let corner = |(radius, high): (f32, f32), i: usize| {
            let angle = TAU * i as f32 / sides as f32;
            at + Vec3::new(radius * angle.cos(), high, -radius * angle.sin())
        };
        for pair in profile.windows(2) {
            for i in 0..sides {
                let paint = if i % 2 == 0 { stripe } else { SAIL };
                self.buffer.face(
                    &[corner(pair[0], i), corner(pair[0], i + 1), corner(pair[1], i + 1), corner(pair[1], i)],
                    paint,
                );
            }
        }
        self.buffer.cuboid(at - Vec3::Y * 2.1, Vec3::new(0.4, 0.32, 0.4), STRING);
        for (x, z) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
            let (low, high) = (Vec3::new(0.18 * x, -1.8, 0.18 * z), Vec3::new(0.2 * x, -1.25, 0.2 * z));
            self.buffer.beam(at + low, at + high, 0.03, STRING);
        }
    }

    fn kite(&mut self, at: Vec3, paint: Paint) {
        let (tip, left, right, tail) = (Vec3::Y * 0.7, Vec3::X * -0.45, Vec3::X * 0.45, Vec3::new(0.0, -0.9, 0.3));
        self.buffer.face(&[at + tip, at + left, at + tail, at + right], paint);
        self.buffer.face(&[at + right, at + tail, at + left, at + tip], paint);
        for i in 1..5 {
            let knot = at + tail + Vec3::new(0.12 * (i as f32 * 2.0).sin(), -0.28 * i as f32, 0.1 * i as f32);
            self.spark(knot, 0.05);
        }
    }

    /// A rainbow with its feet in the sea.
    fn bow(&mut self, angle: f32) {
        let middle = self.place(angle, 2.0, -coast::SEA_DEPTH - 2.0);
        let along = Vec3::new(middle.z, 0.0, -middle.x).normalize_or(Vec3::X);
        for (band, paint) in RAINBOW.iter().enumerate() {
            let outer = self.radius * 0.78 - 0.42 * band as f32;
            let corner = |radius: f32, i: usize| {
                let up = TAU / 2.0 * i as f32 / 32.0;
                middle + (along * up.cos() + Vec3::Y * up.sin()) * radius
            };
            for i in 0..32 {
                let face = [corner(outer, i), corner(outer, i + 1), corner(outer - 0.4, i + 1), corner(outer - 0.4, i)];
                self.buffer.face(&face, *paint);
                self.buffer.face(&[face[3], face[2], face[1], face[0]], *paint);
            }
        }
    }

    /// A line on the water.
    fn line(&mut self, from: Vec2, to: Vec2, wide: f32, high: f32) {
        let aside = (to - from).normalize_or(Vec2::X).perp() * wide / 2.0;
        let lift = |p: Vec2| Vec3::new(p.x, high, p.y);
        let corners = [lift(from - aside), lift(from + aside), lift(to + aside), lift(to - aside)];
        let up = (corners[1] - corners[0]).cross(corners[2] - corners[0]).y > 0.0;
        let corners = if up { corners } else { [corners[3], corners[2], corners[1], corners[0]] };
        self.buffer.face(&corners, BLUEPRINT);
    }

    fn circle(&mut self, radius: f32, wide: f32, high: f32) {
        let at = |radius: f32| (0..=96).map(|i| Vec2::from(polar(radius, TAU * i as f32 / 96.0))).collect::<Vec<_>>();
        self.buffer.strip(&at(radius), &at(radius + wide), (high, high), BLUEPRINT, BLUEPRINT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hour_has_its_own_weather_and_it_is_light_to_draw() {
        let all: Vec<_> = (0..KINDS).map(|level| weather(level, 20.0)).collect();
        for (level, found) in all.iter().enumerate() {
            assert!((200..3200).contains(&found.triangles()), "{level}: {}", found.triangles());
            assert!(found.positions().iter().flatten().all(|x| x.is_finite()));
        }
        assert!((1..KINDS).all(|level| all[level].positions() != all[level - 1].positions()));
    }

    #[test]
    fn clouds_keep_away_from_the_roofs() {
        for level in [2, 4, 5] {
            let near = weather(level, 20.0).positions().iter().map(|p| p[0].hypot(p[2])).fold(f32::MAX, f32::min);
            assert!(near > 20.0, "{level}: {near}");
        }
    }
}
