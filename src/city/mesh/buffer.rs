//! Triangles in the making, and the solids that everything is built of.
//!
//! Lengths are meters of the model; y is up. Solids have no bottom: nobody sees it.

mod plain;

use crate::city::look::Paint;
use bevy::asset::RenderAssetUsages;
use bevy::math::{Mat3, Quat, Vec2, Vec3};
use bevy::mesh::{Indices, Mesh, MeshVertexAttribute, PrimitiveTopology, VertexAttributeValues};
use bevy::render::render_resource::VertexFormat;
use std::f32::consts::TAU;

/// Normals in four signed bytes: flat faces need no more.
pub const NORMAL: MeshVertexAttribute =
    MeshVertexAttribute::new("Laddertown_Normal", 4_711_001, VertexFormat::Snorm8x4);
/// sRGB and glow in four bytes.
pub const PAINT: MeshVertexAttribute = MeshVertexAttribute::new("Laddertown_Paint", 4_711_002, VertexFormat::Unorm8x4);

/// Triangles in the making.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Buffer {
    positions: Vec<[f32; 3]>,
    normals: Vec<[i8; 4]>,
    paints: Vec<[u8; 4]>,
    indices: Vec<u32>,
}

impl Buffer {
    /// A triangle too small to be seen, for a mesh that is to have something in it.
    pub fn speck() -> Self {
        let mut speck = Self::default();
        speck.face(&[Vec3::ZERO, Vec3::X * 1e-4, Vec3::Y * 1e-4], Paint::hex(0));
        speck
    }

    /// Itself, or a [`speck`](Self::speck) where it is empty.
    #[must_use]
    pub fn or_speck(self) -> Self {
        if self.is_empty() { Self::speck() } else { self }
    }

    /// How many triangles there are.
    pub fn triangles(&self) -> usize {
        self.indices.len() / 3
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.indices.is_empty()
    }

    /// The share of the level faces that look up; 1 where there are none.
    #[cfg(test)]
    pub fn faces_up(&self) -> f32 {
        let level = self.normals.iter().filter(|normal| normal[1].abs() > 120);
        let up = level.clone().filter(|normal| normal[1] > 0).count();
        if level.clone().count() == 0 { 1.0 } else { up as f32 / level.count() as f32 }
    }

    /// Volume by the divergence theorem: positive only if faces look outward. The missing bottom lies at y = 0.
    #[cfg(test)]
    pub fn volume(&self) -> f32 {
        let corner = |i: &u32| Vec3::from(self.positions[*i as usize]);
        let six: f32 = self.indices.chunks(3).map(|t| corner(&t[0]).dot(corner(&t[1]).cross(corner(&t[2])))).sum();
        six / 6.0
    }

    /// Draws everything in towards the vertical through the middle: to one share at y = 0, to another at `height`.
    pub fn narrow(&mut self, shares: (f32, f32), height: f32) {
        for [x, y, z] in &mut self.positions {
            let share = shares.0 + (shares.1 - shares.0) * *y / height;
            (*x, *z) = (*x * share, *z * share);
        }
    }

    /// Points all over the triangles, closer than a hand.
    #[cfg(test)]
    pub fn samples(&self) -> impl Iterator<Item = Vec3> {
        self.indices.chunks_exact(3).flat_map(|triangle| {
            let [a, b, c] = [0, 1, 2].map(|i| Vec3::from(self.positions[triangle[i] as usize]));
            let steps = ((a.distance(b).max(a.distance(c)) / 0.2) as usize).clamp(1, 20);
            let at =
                move |i: usize, j: usize| a + (b - a) * (i as f32 / steps as f32) + (c - a) * (j as f32 / steps as f32);
            (0..=steps).flat_map(move |i| (0..=steps - i).map(move |j| at(i, j)))
        })
    }

    /// The corners of all triangles.
    pub fn positions(&self) -> &[[f32; 3]] {
        &self.positions
    }

    /// The buffer as a mesh that lives on the graphics card alone.
    pub fn into_mesh(self) -> Mesh {
        Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
            .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, self.positions)
            .with_inserted_attribute(NORMAL, VertexAttributeValues::Snorm8x4(self.normals))
            .with_inserted_attribute(PAINT, VertexAttributeValues::Unorm8x4(self.paints))
            .with_inserted_indices(Indices::U32(self.indices))
    }

    /// Adds `other`, turned about the vertical and then moved.
    pub fn append(&mut self, other: &Self, at: Vec3, turn: f32) {
        self.append_scaled(other, at, turn, 1.0);
    }

    /// Adds `other`, scaled, turned about the vertical and then moved.
    pub fn append_scaled(&mut self, other: &Self, at: Vec3, turn: f32, scale: f32) {
        let base = self.positions.len() as u32;
        let rotation = Mat3::from_rotation_y(turn);
        let place = |p: &[f32; 3]| (rotation * Vec3::from(*p) * scale + at).to_array();
        self.positions.extend(other.positions.iter().map(place));
        let rotate = |n: &[i8; 4]| pack_normal(rotation * Vec3::new(n[0].into(), n[1].into(), n[2].into()));
        self.normals.extend(other.normals.iter().map(rotate));
        self.paints.extend(&other.paints);
        self.indices.extend(other.indices.iter().map(|index| index + base));
    }

    /// A flat polygon with its corners counter-clockwise as seen from outside.
    pub fn face(&mut self, corners: &[Vec3], paint: Paint) {
        let [a, b, c, ..] = corners else { return };
        let normal = (*b - *a).cross(*c - *a).normalize_or(Vec3::Y);
        let base = self.positions.len() as u32;
        for corner in corners {
            self.corner(*corner, normal, paint);
        }
        for i in 1..corners.len() as u32 - 1 {
            self.indices.extend([base, base + i, base + i + 1]);
        }
    }

    fn corner(&mut self, at: Vec3, normal: Vec3, paint: Paint) {
        self.positions.push(at.to_array());
        self.normals.push(pack_normal(normal));
        let [r, g, b] = paint.rgb;
        self.paints.push([r, g, b, paint.glow]);
    }

    /// A box standing on `foot`, the middle of its lower face.
    pub fn cuboid(&mut self, foot: Vec3, size: Vec3, paint: Paint) {
        self.block(foot, size, Quat::IDENTITY, paint);
    }

    fn block(&mut self, foot: Vec3, size: Vec3, turn: Quat, paint: Paint) {
        let corner = |x: f32, y: f32, z: f32| foot + turn * (Vec3::new(x, y, z) * size);
        let (w, e, s, n) = (-0.5, 0.5, 0.5, -0.5);
        let faces = [
            [corner(w, 0.0, s), corner(e, 0.0, s), corner(e, 1.0, s), corner(w, 1.0, s)],
            [corner(e, 0.0, n), corner(w, 0.0, n), corner(w, 1.0, n), corner(e, 1.0, n)],
            [corner(e, 0.0, s), corner(e, 0.0, n), corner(e, 1.0, n), corner(e, 1.0, s)],
            [corner(w, 0.0, n), corner(w, 0.0, s), corner(w, 1.0, s), corner(w, 1.0, n)],
            [corner(w, 1.0, s), corner(e, 1.0, s), corner(e, 1.0, n), corner(w, 1.0, n)],
        ];
        for face in faces {
            self.face(&face, paint);
        }
    }

    /// A square beam from one point to another.
    pub fn beam(&mut self, from: Vec3, to: Vec3, thickness: f32, paint: Paint) {
        let along = to - from;
        let turn = Quat::from_rotation_arc(Vec3::Y, along.normalize_or(Vec3::Y));
        self.block(from, Vec3::new(thickness, along.length(), thickness), turn, paint);
    }

    /// A round shape standing on `foot`, with a flat top; a cone where `top` is 0. `smooth` rounds its side.
    pub fn drum(&mut self, foot: Vec3, radii: (f32, f32), height: f32, sides: usize, paint: Paint) {
        let (bottom, top) = radii;
        let ring = |radius: f32, y: f32| {
            move |i: usize| {
                let angle = TAU * i as f32 / sides as f32;
                foot + Vec3::new(radius * angle.cos(), y, -radius * angle.sin())
            }
        };
        let (low, high) = (ring(bottom, 0.0), ring(top, height));
        for i in 0..sides {
            if top > 0.0 {
                self.face(&[low(i), low(i + 1), high(i + 1), high(i)], paint);
            } else {
                self.face(&[low(i), low(i + 1), high(i)], paint);
            }
        }
        if top > 0.0 {
            let lid: Vec<Vec3> = (0..sides).map(high).collect();
            self.face(&lid, paint);
        }
    }

    /// The upper part of a ball standing on `foot`, `share` of a half ball high.
    pub fn dome(&mut self, foot: Vec3, radius: f32, share: f32, sides: usize, paint: Paint) {
        let rings = 4;
        let at = |ring: usize, i: usize| {
            let up = TAU / 4.0 * ring as f32 / rings as f32;
            let around = TAU * i as f32 / sides as f32;
            foot + Vec3::new(around.cos() * up.cos(), up.sin() * share, -around.sin() * up.cos()) * radius
        };
        for (ring, i) in (0..rings).flat_map(|ring| (0..sides).map(move |i| (ring, i))) {
            if ring + 1 == rings {
                self.face(&[at(ring, i), at(ring, i + 1), at(rings, 0)], paint);
            } else {
                self.face(&[at(ring, i), at(ring, i + 1), at(ring + 1, i + 1), at(ring + 1, i)], paint);
            }
        }
    }

    /// A ball of 20 faces around `middle`, each corner moved a little by `jitter` of its direction.
    pub fn ball(&mut self, middle: Vec3, radius: f32, jitter: impl Fn(Vec3) -> f32, paint: Paint) {
        const T: f32 = 1.618_034;
        const CORNERS: [[f32; 3]; 12] = [
            [-1.0, T, 0.0],
            [1.0, T, 0.0],
            [-1.0, -T, 0.0],
            [1.0, -T, 0.0],
            [0.0, -1.0, T],
            [0.0, 1.0, T],
            [0.0, -1.0, -T],
            [0.0, 1.0, -T],
            [T, 0.0, -1.0],
            [T, 0.0, 1.0],
            [-T, 0.0, -1.0],
            [-T, 0.0, 1.0],
        ];
        const FACES: [[usize; 3]; 20] = [
            [0, 11, 5],
            [0, 5, 1],
            [0, 1, 7],
            [0, 7, 10],
            [0, 10, 11],
            [1, 5, 9],
            [5, 11, 4],
            [11, 10, 2],
            [10, 7, 6],
            [7, 1, 8],
            [3, 9, 4],
            [3, 4, 2],
            [3, 2, 6],
            [3, 6, 8],
            [3, 8, 9],
            [4, 9, 5],
            [2, 4, 11],
            [6, 2, 10],
            [8, 6, 7],
            [9, 8, 1],
        ];
        let corner = |i: usize| {
            let direction = Vec3::from(CORNERS[i]).normalize();
            middle + direction * radius * (1.0 + jitter(direction))
        };
        for [a, b, c] in FACES {
            self.face(&[corner(a), corner(b), corner(c)], paint);
        }
    }

    /// A ring of round section, lying in the plane of `turn`'s x and y.
    pub fn ring(&mut self, middle: Vec3, radius: f32, thickness: f32, turn: Quat, paint: Paint) {
        let (around, across) = (16, 5);
        let at = |i: usize, j: usize| {
            let a = TAU * i as f32 / around as f32;
            let b = TAU * j as f32 / across as f32;
            let out = radius + thickness * b.cos();
            middle + turn * Vec3::new(out * a.cos(), out * a.sin(), thickness * b.sin())
        };
        for (i, j) in (0..around).flat_map(|i| (0..across).map(move |j| (i, j))) {
            self.face(&[at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)], paint);
        }
    }

    /// A plate: the outline, counter-clockwise seen from above, as a face at `top` with sides down to `bottom`.
    ///
    /// The outline need not be convex as long as it is a strip: `inner` and `outer` run side by side.
    pub fn strip(&mut self, inner: &[Vec2], outer: &[Vec2], heights: (f32, f32), paint: Paint, side: Paint) {
        let (bottom, top) = heights;
        let lift = |p: Vec2, y: f32| Vec3::new(p.x, y, p.y);
        for i in 0..inner.len().min(outer.len()).saturating_sub(1) {
            let (a, b, c, d) = (inner[i], outer[i], outer[i + 1], inner[i + 1]);
            self.face(&[lift(a, top), lift(b, top), lift(c, top), lift(d, top)], paint);
            if bottom < top {
                self.face(&[lift(b, bottom), lift(c, bottom), lift(c, top), lift(b, top)], side);
                self.face(&[lift(d, bottom), lift(a, bottom), lift(a, top), lift(d, top)], side);
            }
        }
        if bottom < top
            && let (Some(a), Some(b), Some(c), Some(d)) = (inner.first(), outer.first(), outer.last(), inner.last())
        {
            self.face(&[lift(*a, bottom), lift(*b, bottom), lift(*b, top), lift(*a, top)], side);
            self.face(&[lift(*c, bottom), lift(*d, bottom), lift(*d, top), lift(*c, top)], side);
        }
    }
}

fn pack_normal(normal: Vec3) -> [i8; 4] {
    let n = normal.normalize_or(Vec3::Y) * 127.0;
    [n.x as i8, n.y as i8, n.z as i8, 0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(build: impl Fn(&mut Buffer), expected: f32) {
        let mut buffer = Buffer::default();
        build(&mut buffer);
        let found = buffer.volume();
        assert!((found - expected).abs() < expected * 0.06, "{found} for {expected}");
    }

    #[test]
    fn solids_look_outward_and_have_their_volume() {
        let paint = Paint::hex(0);
        check(|b| b.cuboid(Vec3::ZERO, Vec3::new(2.0, 3.0, 4.0), paint), 24.0);
        check(|b| b.drum(Vec3::ZERO, (1.0, 1.0), 2.0, 32, paint), TAU);
        check(|b| b.drum(Vec3::ZERO, (1.0, 0.0), 3.0, 32, paint), TAU / 2.0);
        check(|b| b.dome(Vec3::ZERO, 1.0, 1.0, 32, paint), TAU / 3.0);
        check(|b| b.ball(Vec3::new(5.0, 5.0, 5.0), 1.0, |_| 0.0, paint), 2.536);
        check(|b| b.ring(Vec3::ZERO, 2.0, 0.5, Quat::IDENTITY, paint), TAU * 2.0 * 0.5944);
        check(|b| b.beam(Vec3::ZERO, Vec3::new(0.0, 5.0, 0.0), 1.0, paint), 5.0);
    }

    #[test]
    fn a_strip_looks_up_when_its_outline_runs_clockwise_seen_from_below() {
        let (inner, outer) = ([Vec2::new(0.0, 0.0), Vec2::new(0.0, -1.0)], [Vec2::new(1.0, 0.0), Vec2::new(1.0, -1.0)]);
        let mut buffer = Buffer::default();
        buffer.strip(&inner, &outer, (0.0, 0.5), Paint::hex(0), Paint::hex(0));
        assert_eq!(buffer.normals[0], [0, 127, 0, 0]);
        assert!((buffer.volume() - 0.5).abs() < 1e-4);
    }

    #[test]
    fn appending_moves_and_turns() {
        let mut part = Buffer::default();
        part.cuboid(Vec3::ZERO, Vec3::ONE, Paint::hex(0));
        let mut whole = Buffer::default();
        whole.append(&part, Vec3::new(10.0, 0.0, 0.0), TAU / 4.0);
        assert_eq!(whole.triangles(), 10);
        assert!(whole.positions().iter().all(|p| (9.4..10.6).contains(&p[0])));
    }
}
