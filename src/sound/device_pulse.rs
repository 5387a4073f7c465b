//! Out of the machine by PulseAudio, or by PipeWire, which speaks the same language. No library of the system is needed.

use super::play_native::Shared;
use super::synth::RATE;
use pulseaudio::protocol::stream::{BufferAttr, StreamFlags};
use pulseaudio::protocol::{ChannelMap, PlaybackStreamParams, SampleFormat, SampleSpec};
use pulseaudio::{AsPlaybackSource, Client, ClientError};

/// Two ears, four bytes a sample.
const FRAME_BYTES: usize = 8;

/// What is sent ahead is heard late, and a machine that is busy sends late: 60 ms are a middle way.
const AHEAD_BYTES: u32 = RATE * 60 / 1000 * FRAME_BYTES as u32;

/// Plays for as long as the server is there.
pub async fn play(mixer: Shared) -> Result<(), ClientError> {
    let client = Client::from_env(c"Laddertown")?;
    let params = PlaybackStreamParams {
        sample_spec: SampleSpec { format: SampleFormat::Float32Le, channels: 2, sample_rate: RATE },
        channel_map: ChannelMap::stereo(),
        buffer_attr: BufferAttr { target_length: AHEAD_BYTES, ..BufferAttr::default() },
        flags: StreamFlags { adjust_latency: true, ..StreamFlags::default() },
        ..PlaybackStreamParams::default()
    };
    let fill = move |buffer: &mut [u8]| {
        let mut frames = vec![[0.0; 2]; buffer.len() / FRAME_BYTES];
        mixer.lock().fill(RATE, frames.iter_mut());
        for (bytes, sample) in buffer.chunks_exact_mut(4).zip(frames.as_flattened()) {
            bytes.copy_from_slice(&sample.to_le_bytes());
        }
        frames.len() * FRAME_BYTES
    };
    let stream = client.create_playback_stream(params, fill.as_playback_source()).await?;
    // It never ends by itself, and with this handle it would be gone.
    stream.source_eof().await
}
