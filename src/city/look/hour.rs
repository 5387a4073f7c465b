//! Each level has its hour: where the sun stands, and what light there is, as the city is drawn with it.

use crate::view::palette::{Paint, hours};
use bevy::color::{LinearRgba, Srgba};
use bevy::math::Vec3;

/// The light of an hour. Colors are linear.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hour {
    /// Towards the sun, of length 1.
    pub sun: Vec3,
    /// Light of the sun on a face turned towards it.
    pub sunlight: Vec3,
    /// Light from above on a face that looks up.
    pub from_above: Vec3,
    /// Light from below on a face that looks down.
    pub from_below: Vec3,
    /// Top of the sky.
    pub zenith: Vec3,
    /// Where the sky meets the sea.
    pub horizon: Vec3,
    /// The water.
    pub sea: Vec3,
    /// How strongly windows and lamps shine.
    pub glow: f32,
}

impl Hour {
    /// The hour of a level; packs with more levels begin the next day.
    pub fn of_level(level: usize) -> Self {
        let hour = hours::Hour::of_level(level).paint();
        let lit = |(color, strength): (Paint, f32)| linear(color) * strength;
        Self {
            sun: Vec3::from_array(hour.sun).normalize(),
            sunlight: lit(hour.sunlight),
            from_above: lit(hour.from_above),
            from_below: lit(hour.from_below),
            zenith: linear(hour.zenith),
            horizon: linear(hour.horizon),
            sea: linear(hour.sea),
            glow: hour.glow,
        }
    }

    /// This hour at 0 and `later` at 1; the sun goes the short way over the sky.
    #[must_use]
    pub fn towards(self, later: Self, share: f32) -> Self {
        let mix = |a: Vec3, b: Vec3| a.lerp(b, share);
        // A sun that turns around the city and does not dive under it.
        let flat = |v: Vec3| v.z.atan2(v.x);
        let turn = (flat(later.sun) - flat(self.sun) + std::f32::consts::PI).rem_euclid(std::f32::consts::TAU)
            - std::f32::consts::PI;
        let angle = flat(self.sun) + turn * share;
        let height = self.sun.y + (later.sun.y - self.sun.y) * share;
        let wide = (1.0 - height * height).max(0.0).sqrt();
        Self {
            sun: Vec3::new(angle.cos() * wide, height, angle.sin() * wide),
            sunlight: mix(self.sunlight, later.sunlight),
            from_above: mix(self.from_above, later.from_above),
            from_below: mix(self.from_below, later.from_below),
            zenith: mix(self.zenith, later.zenith),
            horizon: mix(self.horizon, later.horizon),
            sea: mix(self.sea, later.sea),
            glow: self.glow + (later.glow - self.glow) * share,
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the home of the city's light")]
fn linear(paint: Paint) -> Vec3 {
    let [red, green, blue] = paint.rgb;
    let color = LinearRgba::from(Srgba::rgb_u8(red, green, blue));
    Vec3::new(color.red, color.green, color.blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sun_never_sets_while_the_day_turns() {
        for (from, to) in (0..6).flat_map(|from| (0..6).map(move |to| (from, to))) {
            for step in 0..=10 {
                let hour = Hour::of_level(from).towards(Hour::of_level(to), step as f32 / 10.0);
                assert!(hour.sun.y > 0.2 && (hour.sun.length() - 1.0).abs() < 1e-4, "{from} to {to}: {}", hour.sun);
            }
        }
    }
}
