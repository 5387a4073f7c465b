//! What happens, as bars of wood.

use super::clip::Clip;
use super::voices::{bar, page, thud};
use crate::sound::repertoire::{Cue, Hour};

/// C, in the middle of the keyboard.
const C4: f32 = 261.63;

/// Half tones above C of the five notes that never clash.
const SCALE: [u8; 5] = [0, 2, 4, 7, 9];

/// The chord of each hour in half tones above the C below the middle; wider and higher from hour to hour.
const CHORDS: [[u8; 4]; Hour::COUNT as usize] =
    [[12, 16, 19, 26], [9, 16, 19, 24], [5, 12, 19, 21], [7, 14, 19, 23], [4, 14, 19, 23], [12, 19, 28, 36]];

fn hz(half_tones: u8) -> f32 {
    C4 / 2.0 * (f32::from(half_tones) / 12.0).exp2()
}

/// The samples of a cue.
pub fn render(cue: Cue) -> Clip {
    match cue {
        Cue::Rise(step) => rise(step),
        Cue::Found => found(),
        Cue::Select => select(),
        Cue::Turn => turn(),
        Cue::LevelUp(hour) => chord(hour, false).with_peak(0.30),
        Cue::LevelDown(hour) => chord(hour, true).with_peak(0.22),
    }
}

fn rise(step: u8) -> Clip {
    let note = 12 + 12 * (step / SCALE.len() as u8) + SCALE[usize::from(step) % SCALE.len()];
    let mut clip = Clip::once(0.75);
    clip.add(0.0, 0.0, thud(124.0, 0.20, 7 + u32::from(step)).map(|sample| 0.55 * sample));
    // The mallet falls a breath after the storey, and higher bars ring shorter.
    clip.add(0.014, 0.0, bar(hz(note), 0.68 - 0.02 * f32::from(step)).map(|sample| 0.8 * sample));
    clip.with_peak(0.24)
}

fn found() -> Clip {
    let mut clip = Clip::once(1.0);
    clip.add(0.0, 0.0, thud(92.0, 0.32, 3));
    clip.add(0.13, 0.0, thud(116.0, 0.26, 4).map(|sample| 0.7 * sample));
    for (at, note) in [(0.02, 0), (0.15, 7)] {
        clip.add(at, 0.0, bar(hz(note), 0.8).map(|sample| 0.6 * sample));
    }
    clip.with_peak(0.28)
}

fn select() -> Clip {
    let mut clip = Clip::once(0.26);
    clip.add(0.0, 0.0, bar(hz(19), 0.24));
    clip.add(0.0, 0.0, thud(190.0, 0.06, 5).map(|sample| 0.35 * sample));
    clip.with_peak(0.16)
}

fn turn() -> Clip {
    let mut clip = Clip::once(0.30);
    clip.add(0.0, 0.0, page(0.28, 11));
    clip.with_peak(0.11)
}

/// The hour's chord, one bar after the other; backward and shorter when the city steps back.
fn chord(hour: Hour, backward: bool) -> Clip {
    let mut notes = CHORDS[hour.index()];
    if backward {
        notes.reverse();
    }
    let (between, secs) = if backward { (0.085, 1.0) } else { (0.115, 1.9) };
    let mut clip = Clip::once(secs + 4.0 * between);
    for (index, note) in notes.into_iter().enumerate() {
        let side = 0.3 * (index as f32 - 1.5) / 1.5;
        clip.add(index as f32 * between, side, bar(hz(note), secs));
    }
    clip
}
