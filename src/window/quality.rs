//! How much the picture costs: chosen by the player, or by the first frames and then kept.

use crate::app::{Calm, Eye, Pace, Session};
use crate::domain::settings::Quality;
use bevy::prelude::*;
use bevy::render::view::Msaa;

/// Frames that pass before any is timed: shaders and meshes are still on their way.
const WARM_UP: usize = 8;
/// Frames whose median decides.
const TIMED: usize = 15;
/// So many are enough where a frame takes so long that nobody should have to wait for more.
const CLEAR: (usize, f32) = (3, 0.09);
/// A machine that draws a plain frame faster than this has time for smooth edges.
const RICH_SECS: f32 = 0.0195;
/// One that needs more than this for a rich frame goes back to plain.
const TOO_SLOW_SECS: f32 = 0.026;
/// One that needs more than this even for a plain frame is spared all that moves by itself.
const PLAINEST_SECS: f32 = 0.045;

/// What [`Quality::Auto`] has come to. Once it is settled it stays for this visit.
#[derive(Resource, Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// Never `Auto`.
    pub quality: Quality,
    /// Whether no more frames are timed.
    pub settled: bool,
}

impl Default for Measured {
    fn default() -> Self {
        Self { quality: Quality::Low, settled: false }
    }
}

impl Measured {
    /// What follows from the median time of a frame at the present quality.
    fn after(self, median_secs: f32) -> Self {
        let (quality, settled) = match self.quality {
            Quality::Low if median_secs < RICH_SECS => (Quality::High, false),
            Quality::Low if median_secs > PLAINEST_SECS => (Quality::Lowest, true),
            Quality::High if median_secs > TOO_SLOW_SECS => (Quality::Low, true),
            kept => (kept, true),
        };
        Self { quality, settled }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Measured>().add_systems(Last, (measure, apply).chain().before(super::pacing::set_pace));
}

fn measure(
    time: Res<Time<Real>>,
    session: Res<Session>,
    mut pace: ResMut<Pace>,
    mut measured: ResMut<Measured>,
    mut secs: Local<Vec<f32>>,
) {
    if measured.settled || session.0.settings.quality != Quality::Auto {
        return;
    }
    pace.keep_going();
    secs.push(time.delta_secs());
    if let Some(median) = median(&secs) {
        *measured = measured.after(median);
        secs.clear();
    }
}

/// The median time of a frame, once enough of them were timed.
fn median(secs: &[f32]) -> Option<f32> {
    let mut timed = secs.get(WARM_UP..)?.to_vec();
    timed.sort_by(f32::total_cmp);
    let median = *timed.get(timed.len() / 2)?;
    let (enough, slow) = CLEAR;
    (timed.len() >= TIMED || (timed.len() >= enough && timed[0] > slow)).then_some(median)
}

fn apply(
    session: Res<Session>,
    measured: Res<Measured>,
    mut calm: ResMut<Calm>,
    mut pace: ResMut<Pace>,
    mut applied: Local<Option<Quality>>,
    mut cameras: Query<&mut Msaa, With<Eye>>,
) {
    let quality = match session.0.settings.quality {
        Quality::Auto => measured.quality,
        chosen => chosen,
    };
    if cameras.is_empty() || applied.replace(quality) == Some(quality) {
        return;
    }
    for mut msaa in &mut cameras {
        msaa.set_if_neq(if quality == Quality::High { Msaa::Sample4 } else { Msaa::Off });
    }
    calm.spare = quality == Quality::Lowest;
    pace.settle();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settle(median_secs: impl Fn(Quality) -> f32) -> Quality {
        let mut measured = Measured::default();
        for _ in 0..3 {
            if !measured.settled {
                measured = measured.after(median_secs(measured.quality));
            }
        }
        assert!(measured.settled);
        measured.quality
    }

    #[test]
    fn a_fast_machine_gets_smooth_edges_and_a_slow_one_is_spared() {
        assert_eq!(settle(|_| 0.0166), Quality::High);
        assert_eq!(settle(|_| 0.030), Quality::Low);
        assert_eq!(settle(|_| 0.080), Quality::Lowest);
    }

    #[test]
    fn who_is_slow_beyond_doubt_is_not_timed_for_long() {
        let frames = |secs: f32, count: usize| median(&vec![secs; WARM_UP + count]);
        assert_eq!(frames(0.2, 2), None);
        assert_eq!(frames(0.2, 3), Some(0.2));
        assert_eq!(frames(0.05, 14), None);
        assert_eq!(frames(0.05, 15), Some(0.05));
        assert_eq!(median(&[0.2, 0.2]), None);
        // One slow frame among fast ones says nothing.
        let mixed: Vec<f32> = [0.01; WARM_UP].into_iter().chain([0.3, 0.01, 0.01, 0.01]).collect();
        assert_eq!(median(&mixed), None);
    }

    #[test]
    fn smooth_edges_that_turn_out_too_dear_are_taken_back_and_not_tried_again() {
        assert_eq!(settle(|quality| if quality == Quality::High { 0.033 } else { 0.0166 }), Quality::Low);
    }
}
