//! The Engineer's storey: glass behind steel, and one sees what carries it.

use super::{HEIGHT, Hole, Mason, Wall};
use crate::city::look::palette::STEEL;
use bevy::math::Vec3;

/// How far the glass stands behind the steel.
const BEHIND: f32 = 0.12;

impl Mason<'_> {
    pub(super) fn engineer(&mut self) {
        let (glass, steel) = (self.style.wall, self.style.trim);
        let outline = self.brief.outline.grown(-0.05);
        let hole = self.fitted(Hole {
            width: 0.4,
            low: 0.38,
            high: 0.84,
            depth: BEHIND,
            pitch: 0.5,
            bar: steel,
            shutter: None,
        });
        let facets = outline.corners().len() > 8;
        for wall in outline.walls() {
            if !facets || wall.index % 2 == 0 {
                let foot = Vec3::new(wall.from.x, 0.0, wall.from.y) * 0.985;
                self.buffer.cuboid(foot, Vec3::new(0.12, HEIGHT - 0.1, 0.12), steel);
            }
            let slots = self.slots(&outline, wall, &hole);
            self.bays(wall, &slots, &hole);
        }
        self.brace();
        self.course(0.0, (0.0, 0.1), STEEL);
        self.cornice(0.03, 0.12, self.style.cornice);
        let inner = outline.grown(-BEHIND);
        inner.raise(&mut self.buffer, (0.0, HEIGHT - 0.05), glass.shaded(0.92));
    }

    /// Panes between slender bars, over a parapet of clouded glass.
    fn bays(&mut self, wall: Wall, slots: &[f32], hole: &Hole) {
        for along in slots {
            self.window(wall, *along, hole);
            self.pane(
                wall,
                (*along, 0.12),
                (hole.width, 0.22),
                0.022 - BEHIND,
                self.style.wall.shaded(1.12).glowing(0.34),
            );
        }
        for pair in slots.windows(2) {
            let along = f32::midpoint(pair[0], pair[1]);
            self.boss(wall, (along, 0.1), (0.04, HEIGHT - 0.2), (-BEHIND, -0.03), STEEL);
        }
    }

    /// A cross over the wall opposite the door and one beside it: wind is not left to chance.
    fn brace(&mut self) {
        let front = self.brief.outline.front();
        let long = self.brief.outline.walls().filter(|wall| wall.index != front.index && wall.length() > 0.9);
        for wall in long.take(2) {
            let half = wall.length() / 2.0 - 0.08;
            for side in [-1.0, 1.0] {
                let (low, high) = (wall.at(-half * side, 0.12, -0.06), wall.at(half * side, HEIGHT - 0.14, -0.06));
                self.buffer.beam(low, high, 0.035, self.style.trim);
            }
        }
    }
}
