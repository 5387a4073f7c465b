//! What has not risen yet, as an architect draws it: fine lines where its walls will stand.

use super::Buffer;
use super::outline::Outline;
use super::storey::HEIGHT;
use crate::city::look::Paint;
use crate::city::look::palette::{PROMISE, TARGET};
use bevy::math::{Vec2, Vec3};

/// Thickness of a line.
const FINE: f32 = 0.05;
/// Length of the ticks that mark a floor.
const TICK: f32 = 0.22;
/// More posts than this are a cage.
const POSTS: usize = 6;
/// So much thicker are the lines of what is wanted.
const THICK: f32 = 1.7;
/// Length and height of the flag at a corner of what is wanted.
const FLAG: (f32, f32) = (0.62, 0.4);

/// Builds the outline of a storey on y = 0: posts at its corners, and a ring on top of what is to be the `topmost`.
/// The size of its foot and of its top are shares of the outline. One that is `wanted`, as part of a target, has thicker
/// lines of another color, a ring on top, and a flag: it is told by its form, too.
pub fn promise(outline: &Outline, shares: (f32, f32), topmost: bool, wanted: bool) -> Buffer {
    let mut buffer = Buffer::default();
    let corners = outline.sparse();
    let step = corners.len().div_ceil(POSTS);
    let lift = |p: Vec2, share: f32, y: f32| Vec3::new(p.x * share, y, p.y * share);
    let pen =
        if wanted { Pen { paint: TARGET, thickness: FINE * THICK } } else { Pen { paint: PROMISE, thickness: FINE } };
    let next = corners.iter().cycle().skip(1);
    for (i, (here, next)) in corners.iter().zip(next).enumerate() {
        let (low, high) = (lift(*here, shares.0, 0.0), lift(*here, shares.1, HEIGHT));
        let onward = lift(*next, shares.1, HEIGHT);
        if i % step == 0 {
            pen.line(&mut buffer, low, high);
        }
        if topmost || wanted {
            pen.line(&mut buffer, high, onward);
        } else if i % step == 0 {
            // A tick where a floor will lie.
            let before = lift(corners[(i + corners.len() - 1) % corners.len()], shares.1, HEIGHT);
            pen.line(&mut buffer, high, high.move_towards(onward, TICK));
            pen.line(&mut buffer, high, high.move_towards(before, TICK));
        }
    }
    if wanted && let Some(corner) = corners.first() {
        flag(&mut buffer, lift(*corner, shares.1, HEIGHT));
    }
    buffer
}

/// A pennant that hangs outward from the top of a post, seen from both sides.
fn flag(buffer: &mut Buffer, top: Vec3) {
    let out = Vec3::new(top.x, 0.0, top.z).normalize_or(Vec3::X) * FLAG.0;
    let corners = [top, top - Vec3::Y * FLAG.1, top + out - Vec3::Y * FLAG.1 * 0.5];
    buffer.face(&corners, TARGET);
    buffer.face(&[corners[0], corners[2], corners[1]], TARGET);
}

/// What lines are drawn with.
#[derive(Clone, Copy)]
struct Pen {
    paint: Paint,
    thickness: f32,
}

impl Pen {
    /// Three sides and no ends: from afar nobody counts them.
    fn line(self, buffer: &mut Buffer, from: Vec3, to: Vec3) {
        let along = (to - from).normalize_or(Vec3::Y);
        let across = along.any_orthonormal_vector();
        let third = std::f32::consts::TAU / 3.0;
        let side =
            |i: usize| bevy::math::Quat::from_axis_angle(along, third * i as f32) * across * self.thickness * 0.6;
        for i in 0..3 {
            buffer.face(&[from + side(i), from + side(i + 1), to + side(i + 1), to + side(i)], self.paint);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::content::schema::Form;

    #[test]
    fn a_promise_has_the_height_of_a_storey_and_few_faces() {
        for form in Form::ALL {
            for wanted in [false, true] {
                let promise = promise(&Outline::of(*form, 2.3), (1.0, 1.0), true, wanted);
                assert!(promise.triangles() <= 100, "{form:?}: {}", promise.triangles());
                assert!(promise.positions().iter().all(|p| (-0.06..HEIGHT + 0.06).contains(&p[1])), "{form:?}");
            }
        }
    }
}
