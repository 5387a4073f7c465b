//! What has not risen yet, as an architect draws it: fine lines where its walls will stand.

use super::Buffer;
use super::outline::Outline;
use super::storey::HEIGHT;
use crate::city::look::palette::PROMISE;
use bevy::math::{Vec2, Vec3};

/// Thickness of a line.
const FINE: f32 = 0.03;

/// Builds the outline of a storey on y = 0: posts at its corners and a ring on top, the size of its foot and of its
/// top being shares of the outline.
pub fn promise(outline: &Outline, shares: (f32, f32)) -> Buffer {
    let mut buffer = Buffer::default();
    let corners = outline.sparse();
    let lift = |p: Vec2, share: f32, y: f32| Vec3::new(p.x * share, y, p.y * share);
    let next = corners.iter().cycle().skip(1);
    for (here, next) in corners.iter().zip(next) {
        let top = lift(*here, shares.1, HEIGHT);
        line(&mut buffer, lift(*here, shares.0, 0.0), top);
        line(&mut buffer, top, lift(*next, shares.1, HEIGHT));
    }
    buffer
}

/// Three sides and no ends: from afar nobody counts them.
fn line(buffer: &mut Buffer, from: Vec3, to: Vec3) {
    let along = (to - from).normalize_or(Vec3::Y);
    let across = along.any_orthonormal_vector();
    let third = std::f32::consts::TAU / 3.0;
    let side = |i: usize| bevy::math::Quat::from_axis_angle(along, third * i as f32) * across * FINE * 0.6;
    for i in 0..3 {
        buffer.face(&[from + side(i), from + side(i + 1), to + side(i + 1), to + side(i)], PROMISE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::content::schema::Form;

    #[test]
    fn a_promise_has_the_height_of_a_storey_and_few_faces() {
        for form in Form::ALL {
            let promise = promise(&Outline::of(*form, 2.3), (1.0, 1.0));
            assert!(promise.triangles() <= 144, "{form:?}: {}", promise.triangles());
            assert!(promise.positions().iter().all(|p| (-0.03..HEIGHT + 0.03).contains(&p[1])), "{form:?}");
        }
    }
}
