//! Adds up what sounds at the same time, sample by sample, for machines that have no mixer of their own.

use super::repertoire::Hour;
use super::synth::{Clip, RATE};
use std::sync::Arc;

/// More at a time nobody could tell apart.
const MOST_VOICES: usize = 24;

/// Seconds in which a change of loudness is mostly done: slow for hours, quick for silence.
const HOUR_FADES_SECS: f32 = 0.9;
const HUSH_FADES_SECS: f32 = 0.05;

/// Loudness that nobody hears.
const INAUDIBLE: f32 = 1e-4;

/// Everything that sounds now.
#[derive(Debug, Default)]
pub struct Mixer {
    cues: Vec<Voice>,
    hours: Vec<(Hour, Voice)>,
    hushed: bool,
    /// How much of all is heard, on its way from or to silence.
    open: f32,
    /// Whether there is nothing to play on.
    pub deaf: bool,
}

#[derive(Debug)]
struct Voice {
    clip: Arc<Clip>,
    /// How many samples of the clip were played.
    at: f64,
    gain: f32,
    goal: f32,
}

impl Voice {
    /// The samples between which it is, blended; `comes_around` tells what follows on the last.
    fn now(&self, comes_around: bool) -> [f32; 2] {
        let (index, share) = (self.at as usize, self.at.fract() as f32);
        let next = if comes_around { (index + 1) % self.clip.left.len() } else { index + 1 };
        [&self.clip.left, &self.clip.right].map(|samples| {
            let at = |index: usize| samples.get(index).copied().unwrap_or_default();
            self.gain * (at(index) + share * (at(next) - at(index)))
        })
    }
}

/// The share of its way that something goes in `secs` if it is mostly there after `fade` seconds.
fn approach(secs: f32, fade: f32) -> f32 {
    1.0 - (-secs / fade).exp()
}

impl Mixer {
    /// Silence, or not.
    pub fn hush(&mut self, hushed: bool) {
        self.hushed = hushed;
    }

    /// Plays a clip once.
    pub fn play(&mut self, clip: Arc<Clip>, gain: f32) {
        if self.cues.len() < MOST_VOICES {
            self.cues.push(Voice { clip, at: 0.0, gain, goal: gain });
        }
    }

    /// Whether an hour sounds, be it on its way out.
    pub fn holds(&self, hour: Hour) -> bool {
        self.hours.iter().any(|(held, _)| *held == hour)
    }

    /// Adds an hour, silent as yet.
    pub fn add(&mut self, hour: Hour, clip: Arc<Clip>) {
        self.hours.push((hour, Voice { clip, at: 0.0, gain: 0.0, goal: 0.0 }));
    }

    /// Goes over to an hour that it holds.
    pub fn surround(&mut self, hour: Hour, gain: f32) {
        for (held, voice) in &mut self.hours {
            voice.goal = if *held == hour { gain } else { 0.0 };
        }
    }

    /// The next samples for both ears, at so many a second, given one after the other to `out`.
    pub fn fill<'a>(&mut self, rate: u32, out: impl Iterator<Item = &'a mut [f32; 2]>) {
        let step = f64::from(RATE) / f64::from(rate);
        let secs = 1.0 / rate as f32;
        let (hour_share, hush_share) = (approach(secs, HOUR_FADES_SECS), approach(secs, HUSH_FADES_SECS));
        for frame in out {
            let goal = if self.hushed { 0.0 } else { 1.0 };
            self.open += hush_share * (goal - self.open);
            if self.hushed && self.open < INAUDIBLE {
                self.cues.clear();
                *frame = [0.0; 2];
                continue;
            }
            let mut sum = [0.0; 2];
            let mut add = |now: [f32; 2]| sum = [sum[0] + now[0], sum[1] + now[1]];
            for voice in &mut self.cues {
                add(voice.now(false));
                voice.at += step;
            }
            for (_, voice) in &mut self.hours {
                add(voice.now(true));
                voice.at = (voice.at + step) % voice.clip.left.len() as f64;
                voice.gain += hour_share * (voice.goal - voice.gain);
            }
            *frame = sum.map(|sample| (self.open * sample).clamp(-1.0, 1.0));
        }
        self.cues.retain(|voice| voice.at < voice.clip.left.len() as f64);
        self.hours.retain(|(_, voice)| voice.goal > 0.0 || voice.gain > INAUDIBLE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(secs: f32, level: f32) -> Arc<Clip> {
        let mut clip = Clip::once(secs);
        let length = clip.left.len();
        clip.add(0.0, 0.0, std::iter::repeat_n(level, length));
        Arc::new(clip)
    }

    fn run(mixer: &mut Mixer, rate: u32, secs: f32) -> Vec<[f32; 2]> {
        let mut frames = vec![[0.0; 2]; (secs * rate as f32) as usize];
        mixer.fill(rate, frames.iter_mut());
        frames
    }

    fn loudest(frames: &[[f32; 2]]) -> f32 {
        frames.iter().flatten().fold(0.0, |most, sample| sample.abs().max(most))
    }

    #[test]
    fn a_cue_lasts_as_long_as_it_is_at_any_rate() {
        for rate in [RATE, 44_100, 48_000] {
            let mut mixer = Mixer::default();
            run(&mut mixer, rate, 1.0);
            mixer.play(tone(0.5, 0.25), 1.0);
            let frames = run(&mut mixer, rate, 1.0);
            let heard = frames.iter().filter(|frame| frame[0] > 0.1).count() as f32 / rate as f32;
            assert!((heard - 0.5).abs() < 0.001, "{heard}");
            assert!(mixer.cues.is_empty());
        }
    }

    #[test]
    fn hours_follow_on_each_other_without_a_gap_and_then_one_is_left() {
        let mut mixer = Mixer::default();
        let [morning, night] = [Hour::of_level(0), Hour::of_level(4)];
        mixer.add(morning, tone(1.0, 0.25));
        mixer.surround(morning, 1.0);
        run(&mut mixer, RATE, 8.0);
        mixer.add(night, tone(1.0, 0.25));
        mixer.surround(night, 1.0);
        let frames = run(&mut mixer, RATE, 10.0);
        assert!(frames.iter().all(|frame| (0.2..0.3).contains(&frame[0])));
        assert!(mixer.holds(night) && !mixer.holds(morning));
    }

    #[test]
    fn hushed_it_is_silent_and_goes_on_with_the_hour_afterward() {
        let mut mixer = Mixer::default();
        let hour = Hour::of_level(2);
        mixer.add(hour, tone(1.0, 0.25));
        mixer.surround(hour, 1.0);
        run(&mut mixer, RATE, 5.0);
        mixer.hush(true);
        run(&mut mixer, RATE, 1.0);
        assert!(loudest(&run(&mut mixer, RATE, 1.0)) < 1e-6);
        mixer.hush(false);
        run(&mut mixer, RATE, 1.0);
        assert!(loudest(&run(&mut mixer, RATE, 1.0)) > 0.2);
    }

    #[test]
    fn however_much_sounds_it_is_never_too_loud() {
        let mut mixer = Mixer::default();
        (0..100).for_each(|_| mixer.play(tone(1.0, 0.9), 1.0));
        assert!(loudest(&run(&mut mixer, RATE, 0.5)) <= 1.0);
    }
}
