//! The way in: a door under a lamp, and over it the sign that says whose house this is.

use super::Mason;
use crate::city::look::palette::{DOORLIGHT, IRON, LAMP, STONE};
use crate::city::mesh::emblem;

/// Half the width that the way in takes of the wall.
pub(super) const HALF: f32 = 0.3;

impl Mason<'_> {
    /// Door, lamps and emblem, on the ground floor.
    pub(super) fn entrance(&mut self) {
        let Some(emblem) = self.brief.emblem else { return };
        let front = self.brief.outline.front();
        // In a recess the sign hangs where the street sees it.
        let forward = self.brief.outline.reach().y - front.middle().y;
        emblem::board(&mut self.buffer, front, forward, emblem, self.brief.accent);
        if self.brief.level.is_none() {
            return;
        }
        let leaf = self.brief.accent.shaded(0.72);
        for side in [-1.0, 1.0] {
            self.pane(front, (side * 0.21, 0.3), (0.07, 0.12), 0.125, LAMP);
            self.boss(front, (side * 0.21, 0.28), (0.05, 0.16), (0.0, 0.1), IRON);
        }
        self.pane(front, (0.0, 0.345), (0.24, 0.085), 0.085, DOORLIGHT);
        for side in [-1.0, 1.0] {
            self.pane(front, (side * 0.064, 0.05), (0.112, 0.28), 0.085, leaf);
        }
        self.boss(front, (0.0, 0.02), (0.36, 0.45), (-0.14, 0.06), STONE);
    }
}
