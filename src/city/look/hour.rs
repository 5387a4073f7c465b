//! Each level has its hour: where the sun stands, and what light there is.

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

struct Authored {
    sun: [f32; 3],
    sunlight: (u32, f32),
    from_above: (u32, f32),
    from_below: (u32, f32),
    zenith: u32,
    horizon: u32,
    sea: u32,
    glow: f32,
}

/// Dreamlike morning, after the storm, harbor noon, blueprint afternoon, night shift, golden hour.
const HOURS: [Authored; 6] = [
    Authored {
        sun: [-6.0, 7.5, 5.0],
        sunlight: (0xFFF0E0, 0.74),
        from_above: (0xE8E6FF, 0.58),
        from_below: (0xFFDCE8, 0.44),
        zenith: 0x9DBDFB,
        horizon: 0xFFE4EE,
        sea: 0xBFD3F5,
        glow: 0.25,
    },
    Authored {
        sun: [-8.0, 5.6, 4.0],
        sunlight: (0xFFDDB0, 0.82),
        from_above: (0xBECBD9, 0.52),
        from_below: (0xB3A28C, 0.40),
        zenith: 0x6A8199,
        horizon: 0xE6D8C6,
        sea: 0x8FABB8,
        glow: 0.55,
    },
    Authored {
        sun: [5.0, 8.5, 5.5],
        sunlight: (0xFFF4DC, 0.86),
        from_above: (0xDCEEFF, 0.56),
        from_below: (0xD2DCB4, 0.42),
        zenith: 0x5FAFEA,
        horizon: 0xEAF7FD,
        sea: 0x7CCBE0,
        glow: 0.10,
    },
    Authored {
        sun: [8.5, 7.4, 2.5],
        sunlight: (0xFFFAF0, 0.86),
        from_above: (0xCBE1F4, 0.55),
        from_below: (0xB7C5C2, 0.40),
        zenith: 0x3A7ABB,
        horizon: 0xDDEEF7,
        sea: 0x68A9D2,
        glow: 0.15,
    },
    Authored {
        sun: [-5.0, 7.5, -3.0],
        sunlight: (0xB4C2FF, 0.34),
        from_above: (0x7C8ACC, 0.42),
        from_below: (0x5B5194, 0.34),
        zenith: 0x141B45,
        horizon: 0x7A61A3,
        sea: 0x2E3F7C,
        glow: 1.30,
    },
    Authored {
        sun: [-9.0, 6.2, 6.5],
        sunlight: (0xFFCB90, 1.00),
        from_above: (0xDDE0FA, 0.54),
        from_below: (0xF4C79C, 0.44),
        zenith: 0x86A8EC,
        horizon: 0xFFE3B8,
        sea: 0x8DBEDB,
        glow: 0.60,
    },
];

impl Hour {
    /// The hour of a level; packs with more levels begin the next day.
    pub fn of_level(level: usize) -> Self {
        let hour = &HOURS[level % HOURS.len()];
        let lit = |(color, strength): (u32, f32)| linear(color) * strength;
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
fn linear(hex: u32) -> Vec3 {
    let channel = |shift: u32| (hex >> shift & 0xFF) as f32 / 255.0;
    let color = LinearRgba::from(Srgba::rgb(channel(16), channel(8), channel(0)));
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
