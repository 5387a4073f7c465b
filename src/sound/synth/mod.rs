//! Makes sounds from nothing: a name goes in, samples come out, always the same ones.
//!
//! Bars of wood, thuds, soft pads and filtered noise, all in one key, so that nothing clashes with anything.

mod clip;
mod voices;
mod cues;
mod hours;

pub use clip::Clip;

use super::repertoire::Sound;

/// Samples a second of every sound. Wood and wind need no more than the 11 kHz that this carries.
pub const RATE: u32 = 22_050;

/// The samples of a sound.
pub fn render(sound: Sound) -> Clip {
    match sound {
        Sound::Cue(cue) => cues::render(cue),
        Sound::Hour(hour) => hours::render(hour),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sound::repertoire::tests::all;
    use crate::sound::repertoire::{Cue, Hour};

    fn clips() -> Vec<(Sound, Clip)> {
        all().into_iter().map(|sound| (sound, render(sound))).collect()
    }

    fn channels(clip: &Clip) -> [&[f32]; 2] {
        [&clip.left, &clip.right]
    }

    /// The greatest step between two samples that follow each other.
    fn steepest(samples: &[f32]) -> f32 {
        samples.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max)
    }

    fn loudness(samples: &[f32]) -> f32 {
        (samples.iter().map(|sample| sample * sample).sum::<f32>() / samples.len() as f32).sqrt()
    }

    #[test]
    fn nothing_is_too_loud_broken_or_silent() {
        for (sound, clip) in clips() {
            for samples in channels(&clip) {
                assert!(samples.iter().all(|sample| sample.is_finite() && sample.abs() <= 0.5), "{sound:?}");
                assert!(loudness(samples) > 0.002, "{sound:?}");
            }
        }
    }

    #[test]
    fn a_cue_is_short_and_begins_and_ends_in_silence() {
        for (sound, clip) in clips().into_iter().filter(|(sound, _)| matches!(sound, Sound::Cue(_))) {
            assert!((0.05..3.0).contains(&clip.secs()), "{sound:?}: {}", clip.secs());
            for samples in channels(&clip) {
                let ends = [samples.first(), samples.last()].map(|sample| sample.map_or(1.0, |sample| sample.abs()));
                assert!(ends.iter().all(|end| *end < 0.001), "{sound:?}: {ends:?}");
            }
        }
    }

    #[test]
    fn an_hour_comes_around_without_a_seam() {
        for (sound, clip) in clips().into_iter().filter(|(sound, _)| matches!(sound, Sound::Hour(_))) {
            assert!((6.0..=12.0).contains(&clip.secs()), "{sound:?}: {}", clip.secs());
            for samples in channels(&clip) {
                let seam = samples.last().copied().unwrap_or_default() - samples[0];
                assert!(seam.abs() <= steepest(samples), "{sound:?}: {seam}");
                // Nor does it swell or fade there.
                let tenth = samples.len() / 10;
                let (end, start) = (loudness(&samples[9 * tenth..]), loudness(&samples[..tenth]));
                assert!((0.3..3.0).contains(&(end / start)), "{sound:?}: from {end} to {start}");
            }
        }
    }

    #[test]
    fn no_two_sounds_are_the_same_and_none_changes() {
        let clips = clips();
        for (index, (sound, clip)) in clips.iter().enumerate() {
            assert_eq!(*clip, render(*sound), "{sound:?}");
            let twin = clips[..index].iter().find(|(_, other)| other == clip);
            assert!(twin.is_none(), "{sound:?} and {twin:?}");
        }
    }

    #[test]
    fn a_higher_storey_sounds_higher() {
        let crossings = |step| {
            let clip = render(Sound::Cue(Cue::Rise(step)));
            // Behind the thud there is only the note.
            let note = &clip.left[RATE as usize / 8..RATE as usize / 3];
            note.windows(2).filter(|pair| pair[0] < 0.0 && pair[1] >= 0.0).count()
        };
        let crossings: Vec<_> = (0..=super::super::repertoire::TOP_STEP).map(crossings).collect();
        assert!(crossings.is_sorted_by(|low, high| low < high), "{crossings:?}");
    }

    #[test]
    fn hours_are_quieter_than_what_happens_in_them() {
        let peak = |sound| render(sound).left.iter().fold(0.0f32, |peak, sample| peak.max(sample.abs()));
        let rise = peak(Sound::Cue(Cue::Rise(3)));
        for level in 0..6 {
            assert!(loudness(&render(Sound::Hour(Hour::of_level(level))).left) < rise / 4.0);
        }
    }
}
