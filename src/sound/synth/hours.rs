//! What is in the air at each hour, as loops without a seam.

use super::clip::Clip;
use super::voices::{Swell, bar, breath, cricket, drop_of_water, glide, pad, wind};
use crate::sound::repertoire::Hour;

/// The samples of an hour, as loud in the mean as seems equal: low tones and noise are not heard alike.
pub fn render(hour: Hour) -> Clip {
    match hour.index() {
        0 => morning().with_mean(0.020),
        1 => after_the_storm().with_mean(0.014),
        2 => harbor().with_mean(0.016),
        3 => afternoon().with_mean(0.013),
        4 => night().with_mean(0.018),
        _ => golden().with_mean(0.021),
    }
}

/// A different wind for each ear.
fn air(clip: &mut Clip, gain: f32, (from_hz, to_hz): (f32, f32), (count, low, phase): (u8, f32, f32), seed: u32) {
    let secs = clip.secs();
    for (side, seed) in [(-1.0, seed), (1.0, seed + 100)] {
        clip.add(0.0, side, wind(from_hz, to_hz, secs, Swell { count, low, phase }, seed).map(|sample| gain * sample));
    }
}

/// A chord that never ends. Its tones swell one after the other; each has a faint one beside it that drifts from
/// ear to ear.
fn pads(clip: &mut Clip, gain: f32, tones: &[f32]) {
    let secs = clip.secs();
    for (index, hz) in tones.iter().enumerate() {
        let swell = Swell { count: 1, low: 0.4, phase: index as f32 * 1.9 };
        let gain = gain / (1.0 + 0.2 * index as f32);
        for (side, apart, share) in [(0.0, 0.0, 1.0), (-1.0, -0.15, 0.3), (1.0, 0.15, 0.3)] {
            clip.add(0.0, side, pad(hz + apart, secs, swell).map(|sample| gain * share * sample));
        }
    }
}

/// A short phrase of a bird: for each chirp when, from and to which height, and for how long.
fn bird(clip: &mut Clip, at: f32, side: f32, gain: f32, phrase: &[(f32, f32, f32, f32)]) {
    for (after, from_hz, to_hz, secs) in phrase {
        clip.add(at + after, side, glide(*from_hz, *to_hz, *secs, 0.06).map(|sample| gain * sample));
    }
}

const BLACKBIRD: [(f32, f32, f32, f32); 4] = [
    (0.0, 1750.0, 1900.0, 0.16),
    (0.19, 2100.0, 1700.0, 0.20),
    (0.43, 1850.0, 2350.0, 0.13),
    (0.58, 2350.0, 2050.0, 0.18),
];
const TIT: [(f32, f32, f32, f32); 4] = [
    (0.0, 3050.0, 2950.0, 0.11),
    (0.17, 2450.0, 2400.0, 0.12),
    (0.36, 3050.0, 2950.0, 0.11),
    (0.53, 2450.0, 2400.0, 0.12),
];

/// Dreamlike morning: a soft chord, birds near and far.
fn morning() -> Clip {
    let mut clip = Clip::around(11.0);
    pads(&mut clip, 0.042, &[130.81, 196.0, 293.66, 329.63]);
    air(&mut clip, 0.12, (200.0, 900.0), (2, 0.4, 0.0), 21);
    bird(&mut clip, 0.8, -0.6, 0.030, &BLACKBIRD);
    bird(&mut clip, 3.1, 0.7, 0.016, &TIT);
    bird(&mut clip, 5.6, -0.2, 0.014, &BLACKBIRD);
    bird(&mut clip, 7.2, 0.5, 0.026, &BLACKBIRD[1..]);
    bird(&mut clip, 9.4, -0.8, 0.014, &TIT[..3]);
    clip
}

/// Drops of rain: when, how high, on which side, how near.
const DROPS: [(f32, f32, f32, f32); 15] = [
    (0.3, 1180.0, -0.5, 0.9),
    (0.95, 880.0, 0.4, 0.5),
    (1.7, 1480.0, 0.7, 0.6),
    (2.05, 1180.0, -0.5, 0.9),
    (2.9, 990.0, -0.1, 0.4),
    (3.6, 1760.0, 0.2, 0.4),
    (3.8, 1180.0, -0.5, 0.8),
    (4.9, 1320.0, 0.6, 0.6),
    (5.55, 1180.0, -0.5, 0.9),
    (5.8, 740.0, 0.1, 0.6),
    (6.7, 1570.0, -0.8, 0.4),
    (7.3, 1180.0, -0.5, 0.8),
    (8.2, 990.0, 0.5, 0.5),
    (9.05, 1180.0, -0.5, 0.9),
    (9.5, 1400.0, 0.3, 0.4),
];

/// After the storm: wind that still swells, and rain that drips from the eaves.
fn after_the_storm() -> Clip {
    let mut clip = Clip::around(10.0);
    air(&mut clip, 0.55, (130.0, 420.0), (2, 0.25, 0.4), 31);
    air(&mut clip, 0.035, (1200.0, 3200.0), (1, 0.5, 2.0), 32);
    for (at, hz, side, near) in DROPS {
        clip.add(at, side, drop_of_water(hz).map(|sample| 0.11 * near * sample));
    }
    clip
}

/// Harbor noon: waves, gulls, and once a horn far out.
fn harbor() -> Clip {
    let mut clip = Clip::around(12.0);
    air(&mut clip, 0.50, (60.0, 380.0), (2, 0.12, 0.0), 41);
    air(&mut clip, 0.16, (500.0, 1900.0), (3, 0.05, 1.2), 42);
    for (at, side, near) in [(1.4, -0.7, 0.8), (1.95, -0.6, 0.6), (2.4, -0.5, 0.45), (8.6, 0.6, 0.5), (9.1, 0.65, 0.35)]
    {
        let cry = glide(1420.0, 1010.0, 0.38, 0.35);
        clip.add(at, side, cry.map(|sample| 0.03 * near * sample));
    }
    // A fifth, as large ships have.
    clip.add(4.6, 0.3, breath(98.0, 2.6, &[1.0, 0.6, 0.3, 0.15]).map(|sample| 0.075 * sample));
    clip.add(4.6, 0.3, breath(146.8, 2.6, &[1.0, 0.5, 0.2]).map(|sample| 0.045 * sample));
    clip
}

/// Blueprint afternoon: a calm breeze, and a wooden chime in it now and then.
fn afternoon() -> Clip {
    let mut clip = Clip::around(12.0);
    air(&mut clip, 0.32, (160.0, 700.0), (2, 0.3, 0.9), 51);
    air(&mut clip, 0.07, (900.0, 2600.0), (3, 0.2, 0.0), 52);
    for (at, hz, side) in
        [(2.2, 783.99, -0.4), (2.55, 587.33, -0.3), (6.9, 659.26, 0.5), (7.5, 880.0, 0.4), (7.8, 587.33, 0.3)]
    {
        clip.add(at, side, bar(hz, 0.9).map(|sample| 0.035 * sample));
    }
    clip
}

/// Night shift: crickets in two gardens, and the hum of lamps.
fn night() -> Clip {
    let mut clip = Clip::around(9.0);
    pads(&mut clip, 0.03, &[82.41, 123.47, 164.81, 246.94]);
    air(&mut clip, 0.10, (120.0, 500.0), (1, 0.5, 0.0), 61);
    for call in 0..9 {
        clip.add(0.2 + call as f32, -0.6, cricket(3900.0, 4).map(|sample| 0.014 * sample));
    }
    for call in 0..6 {
        clip.add(0.75 + 1.5 * call as f32, 0.7, cricket(4350.0, 3).map(|sample| 0.008 * sample));
    }
    clip
}

/// Golden hour: a wide, warm chord, a breath of wind, and one late bird.
fn golden() -> Clip {
    let mut clip = Clip::around(12.0);
    pads(&mut clip, 0.045, &[130.81, 196.0, 246.94, 329.63, 392.0]);
    air(&mut clip, 0.14, (180.0, 800.0), (2, 0.4, 1.0), 71);
    bird(&mut clip, 4.2, 0.6, 0.014, &BLACKBIRD);
    clip
}
