//! The Founder's storey: slate, and two rows of offices between fins.

use super::{HEIGHT, Hole, Mason};
use crate::city::look::palette::DOORLIGHT;

impl Mason<'_> {
    pub(super) fn founder(&mut self) {
        let (slate, dark) = (self.style.wall, self.style.trim);
        let outline = self.brief.outline.grown(-0.03);
        let hole =
            self.fitted(Hole { width: 0.3, low: 0.2, high: 0.84, depth: 0.06, pitch: 0.44, bar: dark, shutter: None });
        for wall in outline.walls() {
            let slots = self.slots(&outline, wall, &hole);
            for along in &slots {
                // The floor between the two rows.
                self.boss(wall, (*along, 0.48), (hole.width, 0.08), (-0.06, 0.03), dark);
            }
            for pair in slots.windows(2) {
                let along = f32::midpoint(pair[0], pair[1]);
                self.boss(wall, (along, 0.1), (0.05, HEIGHT - 0.2), (0.0, 0.06), dark);
            }
        }
        self.course(0.03, (0.0, 0.1), dark);
        // A line of light under the roof: somebody is always in.
        self.brief.outline.grown(0.0).raise(&mut self.buffer, (HEIGHT - 0.13, HEIGHT - 0.09), DOORLIGHT);
        self.cornice(0.03, 0.09, self.style.cornice.mixed(self.brief.accent, 0.5));
        self.walls(&outline, &hole, slate);
    }
}
