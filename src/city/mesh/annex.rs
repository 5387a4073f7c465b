//! What stands at the foot of a building, on the ground that its outline leaves of the lot.

use super::Buffer;
use super::outline::{Outline, Wall};
use crate::city::look::Paint;
use crate::city::look::palette::{FLOWERS, GLASS, IRON, LAMP, LEAVES, STEEL, STONE, TRUNK, WHITE};
use crate::domain::content::schema::Annex;
use bevy::math::{Vec2, Vec3};

/// Builds what stands beside a building on y = 0, within the lot; the ground floor begins at `floor`.
pub fn annex(annex: Annex, outline: &Outline, lot_width: f32, floor: f32, accent: Paint) -> Buffer {
    let mut buffer = Buffer::default();
    let (reach, edge) = (outline.reach(), lot_width / 2.0 - 0.03);
    let front = Bay::new(Vec2::Y, reach, edge);
    let side = Bay::roomiest(reach, edge);
    let b = &mut buffer;
    steps(b, &front, if annex == Annex::Stairs { front.wall.length() * 0.8 } else { 0.5 }, floor);
    match annex {
        Annex::None | Annex::Stairs => {}
        Annex::Porch => porch(b, &front, floor, accent),
        Annex::Wing => wing(b, &side, accent),
        Annex::Tanks => tanks(b, &side, accent),
        Annex::Silo => silo(b, reach, edge, accent),
        Annex::Arcade => arcade(b, &front, floor, accent),
        Annex::Greenhouse => greenhouse(b, &side),
        Annex::Yard => yard(b, &side),
    }
    buffer
}

/// A strip of ground beside a building, with the wall that it lies before.
struct Bay {
    wall: Wall,
    /// From the wall to the edge of the lot.
    depth: f32,
}

impl Bay {
    /// The strip in direction `out`, one of the four.
    fn new(out: Vec2, reach: Vec2, edge: f32) -> Self {
        let along = Vec2::new(out.y, -out.x);
        let (far, half) = (reach.dot(out.abs()), reach.dot(along.abs()).min(edge - 0.1));
        let wall = Wall { index: 0, from: out * far - along * half, to: out * far + along * half };
        Self { wall, depth: edge - far }
    }

    /// The deepest strip that does not lie before the door.
    fn roomiest(reach: Vec2, edge: f32) -> Self {
        let east = Self::new(Vec2::X, reach, edge);
        let back = Self::new(-Vec2::Y, reach, edge);
        if back.depth > east.depth + 0.05 { back } else { east }
    }

    /// A box in the strip: `along` its wall from the middle, from one distance to another.
    fn block(&self, b: &mut Buffer, along: f32, size: Vec2, depths: (f32, f32), y: f32, paint: Paint) {
        let out = self.wall.out().abs();
        let foot = self.wall.at(along, y, f32::midpoint(depths.0, depths.1));
        let deep = depths.1 - depths.0;
        let size = if out.y > 0.5 { Vec3::new(size.x, size.y, deep) } else { Vec3::new(deep, size.y, size.x) };
        b.cuboid(foot, size, paint);
    }

    /// A roof that leans on the wall: from its height there to its height at the outer edge.
    fn lean(&self, b: &mut Buffer, wide: f32, depths: (f32, f32), heights: (f32, f32), paint: Paint) {
        let at = |side: f32, y: f32, out: f32| self.wall.at(side * wide / 2.0, y, out);
        let ((back, front), (high, low)) = (depths, heights);
        b.face(&[at(-1.0, low, front), at(1.0, low, front), at(1.0, high, back), at(-1.0, high, back)], paint);
        b.face(
            &[at(-1.0, low - 0.05, front), at(1.0, low - 0.05, front), at(1.0, low, front), at(-1.0, low, front)],
            paint.shaded(0.85),
        );
        for (side, order) in [(-1.0, [0, 1, 2]), (1.0, [1, 0, 2])] {
            let corners = [at(side, low - 0.05, back), at(side, low - 0.05, front), at(side, high, back)];
            b.face(&order.map(|i| corners[i]), paint.shaded(0.9));
        }
    }
}

fn steps(b: &mut Buffer, front: &Bay, wide: f32, floor: f32) {
    for (i, share) in [0.33, 0.66].into_iter().enumerate() {
        let deep = 0.1 + (front.depth - 0.12).min(0.2) * (1.0 - share) * 1.5;
        front.block(b, 0.0, Vec2::new(wide - 0.06 * i as f32, floor * share + 0.05), (-0.4, deep), 0.0, STONE);
    }
}

fn porch(b: &mut Buffer, front: &Bay, floor: f32, accent: Paint) {
    let (deep, top) = (front.depth.min(0.34), floor + 0.49);
    for side in [-0.32, 0.32] {
        front.block(b, side, Vec2::new(0.07, top - 0.05), (deep - 0.09, deep - 0.02), 0.0, WHITE);
    }
    front.block(b, 0.0, Vec2::new(0.82, 0.05), (-0.3, deep), top - 0.05, accent);
}

fn wing(b: &mut Buffer, side: &Bay, accent: Paint) {
    let wide = side.wall.length() * 0.72;
    let deep = side.depth.min(0.6);
    for i in [-1.0, 0.0, 1.0] {
        let at = |x: f32, y: f32| side.wall.at(i * wide * 0.3 + x, y, deep - 0.01);
        let lamp = LAMP.glowing(0.6);
        b.face(&[at(-0.1, 0.28), at(0.1, 0.28), at(0.1, 0.48), at(-0.1, 0.48)], lamp);
    }
    side.lean(b, wide + 0.1, (-0.3, deep + 0.005), (0.86, 0.64), accent);
    side.block(b, 0.0, Vec2::new(wide, 0.6), (-0.4, deep - 0.035), 0.0, WHITE.shaded(0.95));
}

fn tanks(b: &mut Buffer, side: &Bay, accent: Paint) {
    let radius = (side.depth / 2.0 - 0.02).clamp(0.13, 0.3);
    let middle = side.depth - radius - 0.02;
    for (i, high) in [0.95, 0.7, 0.85].into_iter().enumerate() {
        let foot = side.wall.at((i as f32 - 1.0) * (radius * 2.0 + 0.1), 0.06, middle);
        b.drum(foot, (radius, radius), high, 12, WHITE.shaded(0.96));
        b.drum(foot + Vec3::Y * high, (radius * 0.94, radius * 0.3), 0.1, 12, accent);
        b.drum(foot + Vec3::Y * high * 0.45, (radius + 0.014, radius + 0.014), 0.07, 12, accent);
    }
    let pipe = side.wall.length() * 0.3;
    b.beam(side.wall.at(-pipe, 0.5, 0.0), side.wall.at(pipe, 0.5, 0.0), 0.05, STEEL);
}

/// In the corner behind, where there is room beside most outlines.
fn silo(b: &mut Buffer, reach: Vec2, edge: f32, accent: Paint) {
    let radius = ((edge - reach.min_element()) / 2.0).clamp(0.17, 0.34);
    let foot = Vec3::new(edge - radius - 0.02, 0.06, -(edge - radius - 0.02));
    let (top, rib) = (1.75, radius + 0.016);
    b.drum(foot, (radius, radius), top, 14, STEEL);
    b.dome(foot + Vec3::Y * top, radius, 0.9, 10, accent);
    for y in [0.5, 1.1] {
        b.drum(foot + Vec3::Y * y, (rib, rib), 0.06, 14, accent);
    }
    b.beam(foot + Vec3::new(-radius, top - 0.15, 0.0), Vec3::new(reach.x * 0.7, top - 0.4, -reach.y * 0.8), 0.06, IRON);
}

fn arcade(b: &mut Buffer, front: &Bay, floor: f32, accent: Paint) {
    let (deep, wide) = (front.depth.min(0.44), front.wall.length() * 0.96);
    let top = floor + 0.47;
    let count = (wide / 0.42) as usize;
    for i in 0..=count {
        let along = (i as f32 / count as f32 - 0.5) * (wide - 0.1);
        if along.abs() > 0.26 {
            front.block(b, along, Vec2::new(0.06, top - 0.06), (deep - 0.1, deep - 0.04), 0.0, WHITE);
        }
    }
    front.block(b, 0.0, Vec2::new(wide, 0.05), (-0.3, deep), top - 0.05, accent);
}

fn greenhouse(b: &mut Buffer, side: &Bay) {
    let (deep, wide) = (side.depth.min(0.6), side.wall.length() * 0.8);
    for i in 0..=4 {
        let along = (i as f32 / 4.0 - 0.5) * wide;
        b.beam(side.wall.at(along, 0.06, deep - 0.02), side.wall.at(along, 0.5, deep - 0.02), 0.035, WHITE);
        b.beam(side.wall.at(along, 0.5, deep - 0.02), side.wall.at(along, 0.8, 0.0), 0.035, WHITE);
    }
    for (i, x) in [-0.36, -0.12, 0.12, 0.36].into_iter().enumerate() {
        let at = |half: f32, y: f32| side.wall.at(x * wide + half * 0.14, y, deep - 0.018);
        b.face(&[at(-1.0, 0.06), at(1.0, 0.06), at(0.0, 0.3 + 0.05 * (i % 2) as f32)], LEAVES[i % LEAVES.len()]);
    }
    side.lean(b, wide, (-0.3, deep - 0.04), (0.98, 0.5), GLASS);
    side.block(b, 0.0, Vec2::new(wide, 0.46), (-0.4, deep - 0.04), 0.0, GLASS);
}

fn yard(b: &mut Buffer, side: &Bay) {
    let (deep, wide) = (side.depth, side.wall.length() * 0.92);
    let hedge = LEAVES[2];
    side.block(b, 0.0, Vec2::new(wide, 0.26), (deep - 0.14, deep - 0.02), 0.06, hedge);
    for end in [-0.5, 0.5] {
        side.block(b, end * (wide - 0.12), Vec2::new(0.12, 0.26), (-0.1, deep - 0.02), 0.06, hedge);
    }
    let radius = (deep * 0.42).clamp(0.12, 0.26);
    for (i, along) in [-0.26, 0.24].into_iter().enumerate() {
        let foot = side.wall.at(along * wide, 0.06, deep - radius - 0.04);
        b.drum(foot, (0.035, 0.03), 0.4, 5, TRUNK);
        b.ball(foot + Vec3::Y * (0.4 + radius), radius, |_| 0.0, LEAVES[i * 3]);
    }
    b.ball(side.wall.at(0.0, 0.36, deep - 0.09), 0.06, |_| 0.0, FLOWERS[1]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::content::schema::Form;

    #[test]
    fn every_annex_stays_on_the_lot_of_every_form() {
        for (of, form) in Annex::ALL.iter().flat_map(|of| Form::ALL.iter().map(move |form| (*of, *form))) {
            let outline = Outline::of(form, 2.9 * 0.78);
            let annex = annex(of, &outline, 2.9, 0.16, Paint::hex(0));
            let reach = annex.positions().iter().flat_map(|p| [p[0].abs(), p[2].abs()]).fold(0.0, f32::max);
            assert!(reach <= 1.45, "{of:?} beside {form:?}: {reach}");
            assert!(annex.positions().iter().all(|p| p[1] > -0.03), "{of:?}");
            assert!(annex.triangles() < 460, "{of:?}: {}", annex.triangles());
        }
    }
}
