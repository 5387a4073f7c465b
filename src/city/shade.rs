//! Where light does not reach, worked out on a grid: shadows of the sun and the gloom beside walls.
//!
//! The city is seen as a height field. For every cell two heights follow: up to where the sun is hidden,
//! and up to where walls around take light from the sky. A point of the city below the first lies in
//! shadow, and the deeper below the second, the darker it is. One texture sample answers both for every
//! surface, which is why this costs a hundredth of a shadow map on a slow graphics card.

use bevy::math::{Vec2, Vec3};

/// Edge of a cell in meters of the model, in a city of ordinary size.
const CELL: f32 = 0.16;
/// The height in meters that a full channel of a texel stands for: the tallest tower with its crown.
pub const FULL_TEXEL: f32 = 24.0;
/// No more cells than this along an edge, however large the city.
const MAX_CELLS: usize = 640;

/// The height field of a city.
#[derive(Debug, Clone)]
pub struct Field {
    cells: usize,
    /// Half the edge of the square that the field covers, around the middle of the city.
    reach: f32,
    heights: Vec<f32>,
}

impl Field {
    /// A field of flat ground that reaches so far from the middle.
    pub fn new(reach: f32) -> Self {
        let cells = ((2.0 * reach / CELL) as usize).clamp(16, MAX_CELLS);
        Self { cells, reach, heights: vec![0.0; cells * cells] }
    }

    /// Cells along an edge.
    pub fn cells(&self) -> usize {
        self.cells
    }

    /// Half the edge of the square that the field covers.
    pub fn reach(&self) -> f32 {
        self.reach
    }

    fn size(&self) -> f32 {
        2.0 * self.reach / self.cells as f32
    }

    /// Raises a turned piece of ground to `height`; `covers` says what lies in it, no farther than `around`.
    pub fn raise_plan(&mut self, middle: Vec2, around: f32, turn: f32, height: f32, covers: impl Fn(Vec2) -> bool) {
        let axis = Vec2::new(turn.cos(), -turn.sin());
        self.raise(middle, around, height, |offset| covers(Vec2::new(offset.dot(axis), offset.dot(axis.perp()))));
    }

    /// Raises a turned rectangle of ground to `height`.
    pub fn raise_box(&mut self, middle: Vec2, half: Vec2, turn: f32, height: f32) {
        let axis = Vec2::new(turn.cos(), -turn.sin());
        // What is thinner than a cell would fall between two.
        let half = half.max(Vec2::splat(self.size() * 0.5));
        self.raise(middle, half.length(), height, |offset| {
            offset.dot(axis).abs() <= half.x && offset.dot(axis.perp()).abs() <= half.y
        });
    }

    /// Raises a disk of ground to `height`.
    pub fn raise_disk(&mut self, middle: Vec2, radius: f32, height: f32) {
        self.raise(middle, radius, height, |offset| offset.length() <= radius);
    }

    fn raise(&mut self, middle: Vec2, around: f32, height: f32, covers: impl Fn(Vec2) -> bool) {
        let size = self.size();
        let cell = |at: f32| (((at + self.reach) / size) as isize).clamp(0, self.cells as isize - 1) as usize;
        let (west, east) = (cell(middle.x - around), cell(middle.x + around));
        let (north, south) = (cell(middle.y - around), cell(middle.y + around));
        for row in north..=south {
            for column in west..=east {
                let at = Vec2::new((column as f32 + 0.5) * size, (row as f32 + 0.5) * size) - self.reach;
                if covers(at - middle) {
                    let here = &mut self.heights[row * self.cells + column];
                    *here = here.max(height);
                }
            }
        }
    }

    /// Up to which height each cell lies in the shadow of others, with the sun in direction `sun`.
    pub fn shadows(&self, sun: Vec3) -> Vec<f32> {
        let flat = Vec2::new(sun.x, sun.z);
        let mut shadows = vec![0.0_f32; self.heights.len()];
        if flat.length() < 1e-3 {
            return shadows;
        }
        // One step goes to the next row or column towards the sun, whichever the sun is more in line with.
        let by_column = flat.x.abs() >= flat.y.abs();
        let major = if by_column { flat.x } else { flat.y };
        let minor = if by_column { flat.y } else { flat.x } / major.abs();
        let drop = sun.y / major.abs() * self.size();
        let n = self.cells;
        let index = |line: usize, along: usize| if by_column { along * n + line } else { line * n + along };
        for step in 1..n {
            let (line, lit) = if major > 0.0 { (n - 1 - step, n - step) } else { (step, step - 1) };
            for along in 0..n {
                let towards = along as f32 + minor;
                if towards < 0.0 || towards > (n - 1) as f32 {
                    continue;
                }
                let (low, share) = (towards as usize, towards.fract());
                let top = |along: usize| {
                    let i = index(lit, along.min(n - 1));
                    self.heights[i].max(shadows[i])
                };
                shadows[index(line, along)] = (top(low) * (1.0 - share) + top(low + 1) * share - drop).max(0.0);
            }
        }
        shadows
    }

    /// Up to which height walls around each cell take light from the sky: the heights, blurred twice.
    pub fn gloom(&self) -> Vec<f32> {
        let radius = (0.75 / self.size()).round().max(1.0) as usize;
        let mut blurred = self.heights.clone();
        for _ in 0..2 {
            blurred = transpose(&box_blur(&blurred, self.cells, radius), self.cells);
            blurred = transpose(&box_blur(&blurred, self.cells, radius), self.cells);
        }
        blurred
    }
}

fn box_blur(values: &[f32], n: usize, radius: usize) -> Vec<f32> {
    let mut blurred = Vec::with_capacity(values.len());
    let share = 1.0 / (2 * radius + 1) as f32;
    for row in values.chunks_exact(n) {
        let at = |i: isize| row[i.clamp(0, n as isize - 1) as usize];
        let mut sum: f32 = (-(radius as isize)..=radius as isize).map(at).sum();
        for i in 0..n as isize {
            blurred.push(sum * share);
            sum += at(i + radius as isize + 1) - at(i - radius as isize);
        }
    }
    blurred
}

fn transpose(values: &[f32], n: usize) -> Vec<f32> {
    let mut turned = vec![0.0; values.len()];
    for (row, line) in values.chunks_exact(n).enumerate() {
        for (column, value) in line.iter().enumerate() {
            turned[column * n + row] = *value;
        }
    }
    turned
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(at: Vec2) -> bool {
        at.x.abs() <= 1.0 && at.y.abs() <= 1.0
    }

    fn shadow_at(field: &Field, shadows: &[f32], x: f32, z: f32) -> f32 {
        let cell = |at: f32| ((at + field.reach) / field.size()) as usize;
        shadows[cell(z) * field.cells + cell(x)]
    }

    #[test]
    fn a_tower_casts_a_shadow_away_from_the_sun_as_long_as_the_sun_is_low() {
        let mut field = Field::new(20.0);
        field.raise_plan(Vec2::ZERO, 1.5, 0.0, 5.0, square);
        for (x, z) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0), (0.7, 0.7), (-0.7, 0.7)] {
            let shadows = field.shadows(Vec3::new(x, 1.0, z).normalize());
            // At 45 degrees a tower of 5 throws a shadow of 5 behind its wall.
            assert!(shadow_at(&field, &shadows, -3.0 * x, -3.0 * z) > 2.0, "sun from {x} {z}");
            assert!(shadow_at(&field, &shadows, -8.0 * x, -8.0 * z) < 0.1, "sun from {x} {z}");
            assert!(shadow_at(&field, &shadows, 3.0 * x, 3.0 * z) < 0.1, "sun from {x} {z}");
        }
    }

    #[test]
    fn it_is_gloomier_beside_a_wall_than_in_the_open() {
        let mut field = Field::new(20.0);
        field.raise_plan(Vec2::ZERO, 1.5, 0.3, 5.0, square);
        let gloom = field.gloom();
        assert!(shadow_at(&field, &gloom, 1.5, 0.0) > 0.5);
        assert!(shadow_at(&field, &gloom, 6.0, 0.0) < 0.01);
    }

    #[test]
    fn flat_ground_lies_in_the_sun() {
        assert!(Field::new(5.0).shadows(Vec3::new(0.5, 0.5, 0.7).normalize()).iter().all(|height| *height == 0.0));
    }
}
