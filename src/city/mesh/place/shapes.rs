//! Shapes that several places share. Solids have no bottom: nobody sees it.

use crate::city::look::Paint;
use crate::city::mesh::Buffer;
use bevy::math::Vec3;
use std::f32::consts::TAU;

/// A point of a thing.
pub fn at(x: f32, y: f32, z: f32) -> Vec3 {
    Vec3::new(x, y, z)
}

/// A roof with its ridge along x, standing on `foot`.
pub fn gable(b: &mut Buffer, foot: Vec3, size: Vec3, roof: Paint, wall: Paint) {
    let (x, z) = (size.x / 2.0, size.z / 2.0);
    let p = |px: f32, py: f32, pz: f32| foot + at(px, py, pz);
    let (ridge_w, ridge_e) = (p(-x, size.y, 0.0), p(x, size.y, 0.0));
    let (ws, es, en, wn) = (p(-x, 0.0, z), p(x, 0.0, z), p(x, 0.0, -z), p(-x, 0.0, -z));
    b.face(&[ws, es, ridge_e, ridge_w], roof);
    b.face(&[en, wn, ridge_w, ridge_e], roof.shaded(0.92));
    b.face(&[es, en, ridge_e], wall);
    b.face(&[wn, ws, ridge_w], wall);
}

/// A roof with four slopes that meet in a point.
pub fn pyramid(b: &mut Buffer, foot: Vec3, size: Vec3, paint: Paint) {
    let (x, z, top) = (size.x / 2.0, size.z / 2.0, foot + Vec3::Y * size.y);
    let corners = [at(-x, 0.0, z), at(x, 0.0, z), at(x, 0.0, -z), at(-x, 0.0, -z)].map(|corner| foot + corner);
    for i in 0..4 {
        b.face(&[corners[i], corners[(i + 1) % 4], top], paint);
    }
}

/// One tooth of a sawtooth roof: a slope to the south, and panes that look north.
pub fn sawtooth(b: &mut Buffer, foot: Vec3, size: Vec3, [roof, pane, wall]: [Paint; 3]) {
    let (x, z) = (size.x / 2.0, size.z / 2.0);
    let p = |px: f32, py: f32, pz: f32| foot + at(px, py, pz);
    let (ws, es, en, wn) = (p(-x, 0.0, z), p(x, 0.0, z), p(x, 0.0, -z), p(-x, 0.0, -z));
    let (top_w, top_e) = (p(-x, size.y, -z), p(x, size.y, -z));
    b.face(&[ws, es, top_e, top_w], roof);
    b.face(&[en, wn, top_w, top_e], pane);
    b.face(&[es, en, top_e], wall);
    b.face(&[wn, ws, top_w], wall);
}

/// A round shape in stripes; a cone where the upper radius is 0. It has no lid.
pub fn striped(b: &mut Buffer, foot: Vec3, radii: (f32, f32), height: f32, sides: usize, paints: [Paint; 2]) {
    let ring = |radius: f32, y: f32, i: usize| {
        let angle = TAU * i as f32 / sides as f32;
        foot + at(radius * angle.cos(), y, -radius * angle.sin())
    };
    for i in 0..sides {
        let (a, c) = (ring(radii.0, 0.0, i), ring(radii.0, 0.0, i + 1));
        let (d, e) = (ring(radii.1, height, i + 1), ring(radii.1, height, i));
        let corners = [a, c, d, e];
        b.face(if radii.1 > 0.0 { &corners } else { &corners[..3] }, paints[i % 2]);
    }
}

/// A sheet that is seen from both sides.
pub fn sheet(b: &mut Buffer, corners: &[Vec3], paint: Paint) {
    b.face(corners, paint);
    let back: Vec<Vec3> = corners.iter().rev().copied().collect();
    b.face(&back, paint.shaded(0.92));
}

/// A wire that sags, as a ribbon.
pub fn wire(b: &mut Buffer, from: Vec3, to: Vec3, sag: f32, thickness: f32, paint: Paint) {
    const PIECES: usize = 3;
    let hang = |i: usize| {
        let share = i as f32 / PIECES as f32;
        from.lerp(to, share) - Vec3::Y * sag * 4.0 * share * (1.0 - share)
    };
    for i in 0..PIECES {
        let (a, c) = (hang(i), hang(i + 1));
        sheet(b, &[a, c, c + Vec3::Y * thickness, a + Vec3::Y * thickness], paint);
    }
}

/// A string of pennants between two points, in turn of each color.
pub fn bunting(b: &mut Buffer, from: Vec3, to: Vec3, sag: f32, paints: &[Paint]) {
    let count = ((to - from).length() / 0.26).max(2.0) as usize;
    let hang = |share: f32| from.lerp(to, share) - Vec3::Y * sag * 4.0 * share * (1.0 - share);
    for i in 0..count {
        let (share, step) = ((i as f32 + 0.5) / count as f32, 0.42 / count as f32);
        let (a, c, tip) = (hang(share - step), hang(share + step), hang(share) - Vec3::Y * 0.2);
        sheet(b, &[a, tip, c], paints[i % paints.len()]);
    }
}

/// A pole with a pennant.
pub fn flag(b: &mut Buffer, foot: Vec3, height: f32, pole: Paint, cloth: Paint) {
    b.drum(foot, (0.03, 0.02), height, 4, pole);
    let top = foot + Vec3::Y * height;
    sheet(b, &[top - Vec3::Y * 0.3, top + at(0.5, -0.17, 0.05), top - Vec3::Y * 0.02], cloth);
}

/// A row of merlons along x on top of a wall.
pub fn merlons(b: &mut Buffer, foot: Vec3, length: f32, depth: f32, paint: Paint) {
    let count = (length / 0.42).max(1.0) as usize;
    let step = length / count as f32;
    for i in 0..count {
        let x = -length / 2.0 + step * (i as f32 + 0.5);
        b.cuboid(foot + at(x, 0.0, 0.0), at(step * 0.56, 0.17, depth), paint);
    }
}

/// A wall along x with arches in it, from the ground up to `height`.
pub fn arcade(b: &mut Buffer, length: f32, depth: f32, height: f32, arches: usize, paint: Paint) {
    const PIECES: usize = 4;
    let bay = length / arches as f32;
    let radius = bay * 0.34;
    let spring = height - radius - 0.22;
    let (s, n) = (depth / 2.0, -depth / 2.0);
    for i in 0..=arches {
        let x = -length / 2.0 + bay * i as f32;
        let wide = bay - 2.0 * radius;
        b.cuboid(at(x, 0.0, 0.0), at(wide, height, depth), paint);
        b.cuboid(at(x, spring - 0.06, 0.0), at(wide + 0.1, 0.09, depth + 0.08), paint.shaded(0.93));
    }
    for (i, piece) in (0..arches).flat_map(|i| (0..PIECES).map(move |piece| (i, piece))) {
        let x = -length / 2.0 + bay * (i as f32 + 0.5);
        let point = |piece: usize, z: f32| {
            let angle = TAU / 2.0 * (1.0 - piece as f32 / PIECES as f32);
            at(x + radius * angle.cos(), spring + radius * angle.sin(), z)
        };
        let up = |p: Vec3| at(p.x, height, p.z);
        let (a, c) = (point(piece, s), point(piece + 1, s));
        b.face(&[a, c, up(c), up(a)], paint);
        let (d, e) = (point(piece, n), point(piece + 1, n));
        b.face(&[e, d, up(d), up(e)], paint);
        b.face(&[a, d, e, c], paint.shaded(0.8));
    }
}

/// A pane in a wall that looks to +z, a little in front of it.
pub fn pane(b: &mut Buffer, middle: Vec3, width: f32, height: f32, paint: Paint) {
    let (x, y) = (width / 2.0, height / 2.0);
    let p = |px: f32, py: f32| middle + at(px, py, 0.025);
    b.face(&[p(-x, -y), p(x, -y), p(x, y), p(-x, y)], paint);
}

/// The same pane on the wall that looks to -z.
pub fn back_pane(b: &mut Buffer, middle: Vec3, width: f32, height: f32, paint: Paint) {
    let (x, y) = (width / 2.0, height / 2.0);
    let p = |px: f32, py: f32| middle + at(px, py, -0.025);
    b.face(&[p(x, -y), p(-x, -y), p(-x, y), p(x, y)], paint);
}
