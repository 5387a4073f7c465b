//! The instruments: each gives the samples of one note or one stretch of noise.

use super::RATE;
use super::clip::samples;
use std::f32::consts::{PI, TAU};

/// Seconds in which the hardest of our sounds begins: anything less would click.
const ATTACK_SECS: f32 = 0.003;

/// Seconds for each of so many samples.
fn times(secs: f32) -> impl Iterator<Item = f32> {
    (0..samples(secs)).map(|index| index as f32 / RATE as f32)
}

/// Up from 0 within `attack` seconds, and softly down to 0 in the last fifth of `secs`.
fn ends(t: f32, attack: f32, secs: f32) -> f32 {
    let (rise, fall) = ((t / attack).min(1.0), ((secs - t) / (0.2 * secs)).clamp(0.0, 1.0));
    let soft = |share: f32| share * share * (3.0 - 2.0 * share);
    soft(rise) * soft(fall)
}

/// A bar of wood that is struck with a soft mallet; it rings for about `secs`.
pub fn bar(hz: f32, secs: f32) -> impl Iterator<Item = f32> {
    // The overtones of a marimba's bar are tuned to two octaves and a little over three.
    const OVERTONES: [(f32, f32, f32); 3] = [(1.0, 1.0, 1.0), (3.98, 0.16, 0.28), (9.6, 0.035, 0.09)];
    times(secs).map(move |t| {
        let ringing = |(ratio, gain, lasting): (f32, f32, f32)| {
            let dulled = (1.0 - hz * ratio / 9000.0).max(0.0);
            gain * dulled * (-5.0 * t / (secs * lasting)).exp() * (TAU * hz * ratio * t).sin()
        };
        ends(t, ATTACK_SECS, secs) * OVERTONES.into_iter().map(ringing).sum::<f32>()
    })
}

/// Wood set down on stone: a tone that falls quickly, and a breath of noise.
pub fn thud(hz: f32, secs: f32, seed: u32) -> impl Iterator<Item = f32> {
    let mut noise = LowPass::new(900.0);
    let mut grains = Noise::new(seed);
    let mut turns = 0.0;
    times(secs).map(move |t| {
        turns += hz * (1.0 + 0.9 * (-t * 45.0).exp()) / RATE as f32;
        let body = (TAU * turns).sin() * (-t * 5.5 / secs).exp();
        let dust = noise.pass(grains.next()) * (-t * 40.0).exp();
        ends(t, ATTACK_SECS, secs) * (body + 1.6 * dust)
    })
}

/// A page that is turned: a breath of noise that opens and closes.
pub fn page(secs: f32, seed: u32) -> impl Iterator<Item = f32> {
    let mut grains = Noise::new(seed);
    let (mut low, mut high) = ([LowPass::new(1700.0); 3], LowPass::new(500.0));
    times(secs).map(move |t| {
        let share = t / secs;
        // A first, short touch and then the long stroke.
        let shape = 0.5 * (-((share - 0.16) / 0.07).powi(2)).exp() + (-((share - 0.52) / 0.2).powi(2)).exp();
        let low = low.iter_mut().fold(grains.next(), |sample, filter| filter.pass(sample));
        ends(t, 0.02, secs) * shape * (low - high.pass(low))
    })
}

/// A soft tone that swells and fades: a flute far away, a horn, the hum of a lamp.
pub fn breath(hz: f32, secs: f32, overtones: &'static [f32]) -> impl Iterator<Item = f32> {
    times(secs).map(move |t| {
        let swell = (PI * t / secs).sin();
        let tone = |(index, gain): (usize, &f32)| gain * (TAU * hz * (index + 1) as f32 * t).sin();
        swell * swell * overtones.iter().enumerate().map(tone).sum::<f32>()
    })
}

/// A tone that glides from one height to another while it swells and fades: a bird, a drop, a gull.
pub fn glide(from_hz: f32, to_hz: f32, secs: f32, overtone: f32) -> impl Iterator<Item = f32> {
    let mut turns = 0.0;
    times(secs).map(move |t| {
        let share = t / secs;
        turns += (from_hz + (to_hz - from_hz) * share) / RATE as f32;
        let swell = (PI * share).sin();
        swell * swell * ((TAU * turns).sin() + overtone * (TAU * 2.0 * turns).sin())
    })
}

/// A drop that falls into water: short, and rising at its end.
pub fn drop_of_water(hz: f32) -> impl Iterator<Item = f32> {
    const SECS: f32 = 0.12;
    let mut turns = 0.0;
    times(SECS).map(move |t| {
        turns += hz * (1.0 + 2.2 * t) / RATE as f32;
        ends(t, ATTACK_SECS, SECS) * (-t * 42.0).exp() * (TAU * turns).sin()
    })
}

/// A cricket: a few quick strokes of one high tone.
pub fn cricket(hz: f32, strokes: u32) -> impl Iterator<Item = f32> {
    const STROKE_SECS: f32 = 0.034;
    times(STROKE_SECS * strokes as f32).map(move |t| {
        let stroke = (PI * t / STROKE_SECS).sin();
        stroke * stroke * (TAU * hz * t).sin()
    })
}

/// A tone that never ends, in a loop of `secs`: of the nearest height that comes around whole.
pub fn pad(hz: f32, secs: f32, swell: Swell) -> impl Iterator<Item = f32> {
    let mut tone = Pointer::new((hz * secs).round() / secs, swell.phase);
    swell.over(secs).map(move |gain| gain * tone.next())
}

/// Noise that never ends, in a loop of `secs`: between two heights.
pub fn wind(from_hz: f32, to_hz: f32, secs: f32, swell: Swell, seed: u32) -> impl Iterator<Item = f32> {
    let mut grains = Noise::new(seed);
    let loose: Vec<f32> = (0..samples(secs)).map(|_| grains.next()).collect();
    let (mut above, mut below) = ([LowPass::new(to_hz); 2], LowPass::new(from_hz));
    let mut pass = move |sample: f32| {
        let low = above.iter_mut().fold(sample, |sample, filter| filter.pass(sample));
        low - below.pass(low)
    };
    // The filters have heard the end of the loop before its first sample counts, so that the two fit.
    let heard = loose.len() - samples(WARM_SECS).min(loose.len());
    loose[heard..].iter().for_each(|sample| _ = pass(*sample));
    loose.into_iter().zip(swell.over(secs)).map(move |(sample, gain)| gain * pass(sample))
}

/// After so many seconds the slowest filter remembers nothing of what it heard before.
const WARM_SECS: f32 = 0.5;

/// How loud something is over a loop: `count` waves from `low` to 1, the first of them `phase` radians on.
#[derive(Debug, Clone, Copy)]
pub struct Swell {
    /// Waves a loop.
    pub count: u8,
    /// The least loudness.
    pub low: f32,
    /// Where the loop begins in its first wave.
    pub phase: f32,
}

impl Swell {
    fn over(self, secs: f32) -> impl Iterator<Item = f32> {
        let mut wave = Pointer::new(f32::from(self.count) / secs, self.phase);
        (0..samples(secs)).map(move |_| self.low + (1.0 - self.low) * (0.5 + 0.5 * wave.next()))
    }
}

/// A pointer that turns: a sine for a small part of its cost, and exact for longer than any loop lasts.
struct Pointer {
    at: (f64, f64),
    step: (f64, f64),
}

impl Pointer {
    fn new(hz: f32, phase: f32) -> Self {
        let turn = f64::from(hz) * std::f64::consts::TAU / f64::from(RATE);
        Self { at: f64::from(phase).sin_cos(), step: turn.sin_cos() }
    }

    fn next(&mut self) -> f32 {
        let ((y, x), (sin, cos)) = (self.at, self.step);
        self.at = (x * sin + y * cos, x * cos - y * sin);
        y as f32
    }
}

/// Dulls what passes through it above a height.
#[derive(Debug, Clone, Copy)]
struct LowPass {
    share: f32,
    held: f32,
}

impl LowPass {
    fn new(hz: f32) -> Self {
        Self { share: 1.0 - (-TAU * hz / RATE as f32).exp(), held: 0.0 }
    }

    fn pass(&mut self, sample: f32) -> f32 {
        self.held += self.share * (sample - self.held);
        self.held
    }
}

/// Noise that is the same each time: Marsaglia's xorshift.
struct Noise(u32);

impl Noise {
    fn new(seed: u32) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9) | 1)
    }

    fn next(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as f32 / u32::MAX as f32 * 2.0 - 1.0
    }
}
