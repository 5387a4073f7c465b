//! Each level has its hour: the colors of its light, its sky and its sea.
#![expect(missing_docs, reason = "the hour in the city says what each is")]

use super::Paint;

/// The colors of an hour; strengths stand beside what is light.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HourPaint {
    /// Towards the sun: east, up, south.
    pub sun: [f32; 3],
    pub sunlight: (Paint, f32),
    pub from_above: (Paint, f32),
    pub from_below: (Paint, f32),
    pub zenith: Paint,
    pub horizon: Paint,
    pub sea: Paint,
    pub glow: f32,
}

/// What an hour is known by, besides its light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hour {
    Morning,
    AfterStorm,
    Noon,
    Blueprint,
    Night,
    Golden,
}

impl Hour {
    /// In the order of the levels.
    pub const ALL: [Self; 6] =
        [Self::Morning, Self::AfterStorm, Self::Noon, Self::Blueprint, Self::Night, Self::Golden];

    /// The hour of a level; packs with more levels begin the next day.
    pub fn of_level(level: usize) -> Self {
        Self::ALL[level % Self::ALL.len()]
    }

    /// Its colors.
    pub fn paint(self) -> HourPaint {
        let lit = |hex, strength| (Paint::hex(hex), strength);
        match self {
            Self::Morning => HourPaint {
                sun: [-6.0, 7.5, 5.0],
                sunlight: lit(0xFFF0E0, 0.74),
                from_above: lit(0xE8E6FF, 0.58),
                from_below: lit(0xFFDCE8, 0.44),
                zenith: Paint::hex(0x9DBDFB),
                horizon: Paint::hex(0xFFE4EE),
                sea: Paint::hex(0xBFD3F5),
                glow: 0.25,
            },
            Self::AfterStorm => HourPaint {
                sun: [-8.0, 5.6, 4.0],
                sunlight: lit(0xFFDDB0, 0.82),
                from_above: lit(0xBECBD9, 0.52),
                from_below: lit(0xB3A28C, 0.40),
                zenith: Paint::hex(0x6A8199),
                horizon: Paint::hex(0xE6D8C6),
                sea: Paint::hex(0x8FABB8),
                glow: 0.55,
            },
            Self::Noon => HourPaint {
                sun: [5.0, 8.5, 5.5],
                sunlight: lit(0xFFF4DC, 0.86),
                from_above: lit(0xDCEEFF, 0.56),
                from_below: lit(0xD2DCB4, 0.42),
                zenith: Paint::hex(0x5FAFEA),
                horizon: Paint::hex(0xEAF7FD),
                sea: Paint::hex(0x7CCBE0),
                glow: 0.10,
            },
            Self::Blueprint => HourPaint {
                sun: [8.5, 7.4, 2.5],
                sunlight: lit(0xFFFAF0, 0.86),
                from_above: lit(0xCBE1F4, 0.55),
                from_below: lit(0xB7C5C2, 0.40),
                zenith: Paint::hex(0x3A7ABB),
                horizon: Paint::hex(0xDDEEF7),
                sea: Paint::hex(0x68A9D2),
                glow: 0.15,
            },
            Self::Night => HourPaint {
                sun: [-5.0, 7.5, -3.0],
                sunlight: lit(0xB4C2FF, 0.34),
                from_above: lit(0x7C8ACC, 0.42),
                from_below: lit(0x5B5194, 0.34),
                zenith: Paint::hex(0x141B45),
                horizon: Paint::hex(0x7A61A3),
                sea: Paint::hex(0x2E3F7C),
                glow: 1.30,
            },
            Self::Golden => HourPaint {
                sun: [-9.0, 6.2, 6.5],
                sunlight: lit(0xFFCB90, 1.00),
                from_above: lit(0xDDE0FA, 0.54),
                from_below: lit(0xF4C79C, 0.44),
                zenith: Paint::hex(0x86A8EC),
                horizon: Paint::hex(0xFFE3B8),
                sea: Paint::hex(0x8DBEDB),
                glow: 0.60,
            },
        }
    }
}
