//! Samples, and how a sound is put into them.

use super::RATE;

/// The samples of a sound, from -1 to 1, for two ears.
#[derive(Debug, Clone, PartialEq)]
pub struct Clip {
    /// For the left ear.
    pub left: Vec<f32>,
    /// For the right ear, as many.
    pub right: Vec<f32>,
    /// Whether what goes beyond the end goes on at the beginning.
    comes_around: bool,
}

impl Clip {
    /// Silence that is played once.
    pub fn once(secs: f32) -> Self {
        let samples = vec![0.0; samples(secs)];
        Self { left: samples.clone(), right: samples, comes_around: false }
    }

    /// Silence that is played over and over.
    pub fn around(secs: f32) -> Self {
        Self { comes_around: true, ..Self::once(secs) }
    }

    /// How long it is.
    pub fn secs(&self) -> f32 {
        self.left.len() as f32 / RATE as f32
    }

    /// Mixes in a sound that begins `at` seconds; `side` is from -1, left, to 1, right.
    pub fn add(&mut self, at: f32, side: f32, sound: impl Iterator<Item = f32>) {
        // Of equal power wherever it stands, and whole in both ears in the middle.
        let (left, right) = ((1.0 - side).min(1.0).sqrt(), (1.0 + side).min(1.0).sqrt());
        let mut to = samples(at);
        for sample in sound {
            if to >= self.left.len() {
                if !self.comes_around {
                    break;
                }
                to = 0;
            }
            self.left[to] += left * sample;
            self.right[to] += right * sample;
            to += 1;
        }
    }

    /// The same, as loud as this at its loudest.
    #[must_use]
    pub fn with_peak(self, peak: f32) -> Self {
        let loudest = self.left.iter().chain(&self.right).fold(0.0f32, |most, sample| most.max(sample.abs()));
        self.times(peak / loudest.max(f32::MIN_POSITIVE))
    }

    /// The same, as loud as this in the mean.
    #[must_use]
    pub fn with_mean(self, mean: f32) -> Self {
        let sum: f32 = self.left.iter().chain(&self.right).map(|sample| sample * sample).sum();
        let present = (sum / (2 * self.left.len()) as f32).sqrt();
        self.times(mean / present.max(f32::MIN_POSITIVE))
    }

    fn times(mut self, gain: f32) -> Self {
        for sample in self.left.iter_mut().chain(&mut self.right) {
            *sample *= gain;
        }
        self
    }
}

/// How many samples so many seconds are.
pub fn samples(secs: f32) -> usize {
    (secs * RATE as f32) as usize
}
