//! How things move, as functions of a share from 0 to 1.

use bevy::math::Vec3;

/// How far a storey has lifted what stands on it: down a little as if to jump, up, over, and back.
pub fn lift(share: f32) -> f32 {
    /// The share of the motion that the duck before the jump takes.
    const DUCK: f32 = 0.16;
    if share < DUCK {
        -0.07 * (share / DUCK * std::f32::consts::PI).sin()
    } else {
        overshoot((share - DUCK) / (1.0 - DUCK))
    }
}

/// From `share` on its way to `goal`, one `step` farther and no farther.
pub fn towards(share: f32, goal: f32, step: f32) -> f32 {
    goal.clamp(share - step, share + step)
}

/// Up with a swing beyond the goal and back.
pub fn overshoot(share: f32) -> f32 {
    const SWING: f32 = 1.9;
    let left = share - 1.0;
    1.0 + left * left * ((SWING + 1.0) * left + SWING)
}

/// Soft at both ends.
pub fn soft(share: f32) -> f32 {
    share * share * (3.0 - 2.0 * share)
}

/// The scale of a storey that has risen so far: it stretches up slender, swings over, and settles.
pub fn storey_scale(share: f32) -> Vec3 {
    let high = lift(share).max(0.0);
    let wide = 1.0 - 0.22 * (1.0 - soft(share)) + 0.05 * (share * std::f32::consts::PI).sin();
    Vec3::new(wide, high, wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rises_ducks_before_it_jumps_and_lands_where_it_belongs() {
        assert!((0..16).any(|i| lift(i as f32 / 100.0) < -0.03));
        assert!((0..=100).any(|i| lift(i as f32 / 100.0) > 1.05));
        assert!(lift(0.0).abs() < 1e-6 && (lift(1.0) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_storey_stretches_swings_over_and_settles() {
        assert_eq!(storey_scale(1.0).round(), Vec3::ONE);
        assert!(storey_scale(0.0).y < 0.01);
        assert!((0..=100).any(|i| storey_scale(i as f32 / 100.0).y > 1.05));
    }
}
