//! The same thing with fewer faces and corners, for those who see it from afar.

use super::{Buffer, pack_normal};
use bevy::math::Vec3;
use bevy::platform::collections::HashMap;

/// A face is a strip if it is so many times as long as it is wide.
const STRIP: f32 = 4.0;
/// A face that is no more than so many times as long as what is left out may look round.
const ROUND: f32 = 6.0;
/// What glows more than this is seen from farther away than its size says, so that a share of it suffices.
const GLOW: (u8, f32) = (60, 0.4);
/// Corners closer than this, in meters, are one.
const CLOSE: f32 = 1.0 / 512.0;

/// What corners that become one have in common: where they are, their paint, and which way they look, unless their
/// faces are so small that nobody sees the edge between them.
type Corner = ([i32; 3], [u8; 4], Option<[i8; 4]>);

/// A buffer in which faces share corners.
#[derive(Default)]
struct Welded {
    buffer: Buffer,
    /// By corner, the normals of its faces together.
    normals: Vec<Vec3>,
    known: HashMap<Corner, u32>,
}

impl Buffer {
    /// Leaves out strips thinner than `least` meters and what is about as small, and lets faces share corners.
    #[must_use]
    pub fn plainer(&self, least: f32) -> Self {
        let (triangles, _) = self.indices.as_chunks::<3>();
        let mut welded = Welded::default();
        // The triangles of a face are a fan around its first corner.
        for face in triangles.chunk_by(|a, b| a[0] == b[0]) {
            let (surface, length) = self.measure(face);
            let breadth = surface / length.max(f32::EPSILON);
            let is_strip = length > STRIP * breadth;
            let glows = self.paints[face[0][0] as usize][3] > GLOW.0;
            let seen = if glows { least * GLOW.1 } else { least };
            if length < 2.0 * seen || (breadth < seen && is_strip) {
                continue;
            }
            for index in face.as_flattened() {
                welded.add(self, *index as usize, length > ROUND * least);
            }
        }
        let mut plain = welded.buffer;
        plain.normals = welded.normals.into_iter().map(pack_normal).collect();
        plain
    }

    /// The surface of a face and its longest edge or diagonal.
    fn measure(&self, face: &[[u32; 3]]) -> (f32, f32) {
        let corner = |index: u32| Vec3::from(self.positions[index as usize]);
        let mut measure = (0.0, 0.0_f32);
        for [a, b, c] in face.iter().map(|triangle| triangle.map(corner)) {
            measure.0 += (b - a).cross(c - a).length() / 2.0;
            measure.1 = measure.1.max(a.distance(b)).max(b.distance(c)).max(c.distance(a));
        }
        measure
    }
}

impl Welded {
    /// Adds a corner of a triangle; one that `has_edges` keeps its own normal.
    fn add(&mut self, from: &Buffer, index: usize, has_edges: bool) {
        let (position, normal, paint) = (from.positions[index], from.normals[index], from.paints[index]);
        let close = position.map(|along| (along / CLOSE).round() as i32);
        let corner = *self.known.entry((close, paint, has_edges.then_some(normal))).or_insert_with(|| {
            self.buffer.positions.push(position);
            self.buffer.paints.push(paint);
            self.normals.push(Vec3::ZERO);
            self.normals.len() as u32 - 1
        });
        self.normals[corner as usize] += Vec3::new(normal[0].into(), normal[1].into(), normal[2].into());
        self.buffer.indices.push(corner);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::city::look::Paint;

    const PAINT: Paint = Paint::hex(0x40_80C0);

    #[test]
    fn what_is_thin_or_small_is_left_out_and_walls_stay() {
        let mut buffer = Buffer::default();
        buffer.cuboid(Vec3::ZERO, Vec3::new(2.0, 1.0, 2.0), PAINT);
        let wall = buffer.clone();
        buffer.cuboid(Vec3::X * 3.0, Vec3::new(0.04, 1.0, 0.04), PAINT);
        buffer.ball(Vec3::X * 5.0, 0.06, |_| 0.0, PAINT);
        let plain = buffer.plainer(0.1);
        assert_eq!(plain.triangles(), wall.triangles());
        assert!((plain.volume() - wall.volume()).abs() < 1e-3);
    }

    #[test]
    fn a_ball_keeps_its_faces_and_shares_its_corners_and_a_house_keeps_its_edges() {
        let (mut ball, mut house) = (Buffer::default(), Buffer::default());
        ball.ball(Vec3::Y, 0.4, |_| 0.0, PAINT);
        house.cuboid(Vec3::ZERO, Vec3::ONE, PAINT);
        let plain = ball.plainer(0.1);
        assert_eq!((plain.triangles(), plain.positions().len()), (20, 12));
        assert_eq!(house.plainer(0.1).positions().len(), 20, "five faces of four corners");
    }

    #[test]
    fn a_floor_of_one_paint_shares_its_corners_and_one_of_two_does_not() {
        let floor = |paints: [Paint; 2]| {
            let mut floor = Buffer::default();
            for (x, paint) in paints.into_iter().enumerate() {
                let at = |dx: f32, z: f32| Vec3::new(x as f32 + dx, 0.0, z);
                floor.face(&[at(0.0, 1.0), at(1.0, 1.0), at(1.0, 0.0), at(0.0, 0.0)], paint);
            }
            floor.plainer(0.1).positions().len()
        };
        assert_eq!(floor([PAINT, PAINT]), 6);
        assert_eq!(floor([PAINT, PAINT.shaded(0.5)]), 8);
    }

    #[test]
    fn a_lamp_is_seen_from_farther_away_than_a_knob() {
        let ball = |paint: Paint| {
            let mut ball = Buffer::default();
            ball.ball(Vec3::ZERO, 0.12, |_| 0.0, paint);
            ball.plainer(0.1).triangles()
        };
        assert_eq!((ball(PAINT), ball(PAINT.glowing(1.0))), (0, 20));
    }

    #[test]
    fn nothing_stays_nothing() {
        assert!(Buffer::default().plainer(0.1).is_empty());
    }
}
