//! Out of the machine by what Windows and macOS have.

use super::play_native::Shared;
use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use cpal::{Error, ErrorKind, OutputCallbackInfo, StreamConfig};

/// Plays until the program ends.
#[expect(clippy::unused_async, reason = "elsewhere one has to wait")]
pub async fn play(mixer: Shared) -> Result<(), Error> {
    let device = cpal::default_host().default_output_device().ok_or(ErrorKind::DeviceNotAvailable)?;
    let config: StreamConfig = device.default_output_config()?.into();
    let (ears, rate) = (usize::from(config.channels), config.sample_rate);
    let fill = move |samples: &mut [f32], _: &OutputCallbackInfo| {
        let mut frames = vec![[0.0; 2]; samples.len() / ears];
        mixer.lock().fill(rate, frames.iter_mut());
        for (out, frame) in samples.chunks_exact_mut(ears).zip(frames) {
            // More ears than two hear nothing; a single one hears the left side.
            out.fill(0.0);
            out.iter_mut().zip(frame).for_each(|(out, sample)| *out = sample);
        }
    };
    // A device that goes away takes the sound with it, and nothing else.
    let stream = device.build_output_stream(config, fill, |_| {}, None)?;
    stream.play()?;
    // With this handle the sound would be gone.
    std::mem::forget(stream);
    Ok(())
}
