//! The Architect's storey: columns around a hall under a golden cornice; where it is the topmost, a beacon.

use super::{HEIGHT, Hole, Mason, Wall};
use crate::city::look::palette::{DOORLIGHT, LAMP, STONE};
use bevy::math::Vec3;

/// How far the hall stands behind the columns.
const BEHIND: f32 = 0.12;
/// Height of what the columns stand on.
const STEP: f32 = 0.08;
/// Height of what lies on the columns.
const BEAM: f32 = HEIGHT - 0.22;

impl Mason<'_> {
    pub(super) fn architect(&mut self) {
        let outline = self.brief.outline.grown(-0.05);
        let hall = outline.grown(-BEHIND);
        let hole = self.fitted(Hole {
            width: 0.24,
            low: 0.14,
            high: 0.78,
            depth: 0.0,
            pitch: 0.46,
            bar: self.style.cornice.shaded(0.8),
            shutter: None,
        });
        if self.brief.topmost {
            self.beacon();
        }
        let facets = outline.corners().len() > 8;
        for wall in outline.walls() {
            self.columns(wall, facets);
        }
        self.cornice(0.09, 0.09, self.style.cornice);
        self.course(0.0, (BEAM, HEIGHT - 0.09), self.style.trim);
        self.course(0.05, (0.0, STEP), STONE);
        for wall in hall.walls() {
            for along in self.slots(&hall, wall, &hole) {
                self.window(wall, along, &hole);
            }
        }
        // A frieze of light behind the columns.
        hall.grown(0.025).raise(&mut self.buffer, (BEAM - 0.045, BEAM), DOORLIGHT);
        hall.raise(&mut self.buffer, (0.0, HEIGHT - 0.05), self.style.wall.shaded(0.94));
    }

    /// One at the beginning of the wall, and more where it is long.
    fn columns(&mut self, wall: Wall, facets: bool) {
        let long = wall.length();
        let front = self.is_front(&self.brief.outline, wall);
        let count = if facets { usize::from(wall.index.is_multiple_of(2)) } else { ((long / 0.46) as usize).max(1) };
        for i in 0..count {
            let along = -long / 2.0 + long * i as f32 / count as f32;
            let blocks_door = front && along.abs() < super::door::HALF;
            if self.is_plain() && !blocks_door {
                self.pane(wall, (along, STEP), (0.14, BEAM - STEP), 0.0, self.style.trim);
            } else if !blocks_door {
                self.column(wall.at(along, STEP, if i == 0 { 0.0 } else { -0.04 }) * Vec3::new(0.985, 1.0, 0.985));
            }
        }
    }

    fn column(&mut self, foot: Vec3) {
        let (sides, high) = (6, BEAM - STEP);
        let at = |i: usize, radius: f32, y: f32| {
            let angle = std::f32::consts::TAU * i as f32 / sides as f32;
            foot + Vec3::new(angle.cos() * radius, y, -angle.sin() * radius)
        };
        for i in 0..sides {
            let corners = [at(i, 0.072, 0.0), at(i + 1, 0.072, 0.0), at(i + 1, 0.06, high), at(i, 0.06, high)];
            self.buffer.face(&corners, self.style.trim);
        }
    }

    /// Bowls of light at the corners of the roof.
    fn beacon(&mut self) {
        let corners = self.brief.outline.sparse();
        let step = (corners.len() / 4).max(1);
        for corner in corners.iter().step_by(step) {
            let foot = Vec3::new(corner.x, HEIGHT, corner.y) * Vec3::new(0.97, 1.0, 0.97);
            self.buffer.drum(foot, (0.05, 0.1), 0.12, 6, self.style.cornice);
            self.buffer.drum(foot + Vec3::Y * 0.12, (0.085, 0.0), 0.2, 6, LAMP.glowing(1.0));
        }
    }
}
