//! The Apprentice's storey: a timber frame, boarded up by hand, with a gallery behind the house.

use super::{HEIGHT, Hole, Mason, Wall};
use crate::city::look::palette::LAMP;

impl Mason<'_> {
    pub(super) fn apprentice(&mut self) {
        let (wall, trim, plank) = (self.style.wall, self.style.trim, self.style.cornice);
        let outline = self.brief.outline.grown(-0.06);
        let hole = self.fitted(Hole {
            width: 0.32,
            low: 0.34,
            high: 0.76,
            depth: 0.05,
            pitch: 0.62,
            bar: trim.shaded(0.8),
            shutter: Some(trim.mixed(plank, 0.35)),
        });
        self.gallery();
        let facets = outline.corners().len() > 8;
        for wall in outline.walls() {
            let slots = self.slots(&outline, wall, &hole);
            self.frame(wall, &slots, &hole, facets);
        }
        self.course(0.02, (0.0, 0.09), trim);
        self.cornice(0.07, 0.1, plank);
        self.walls(&outline, &hole, wall);
    }

    /// Posts at the corner and between windows, and a rail under the sills.
    fn frame(&mut self, wall: Wall, slots: &[f32], hole: &Hole, facets: bool) {
        let (trim, long, top) = (self.style.trim, wall.length(), HEIGHT - 0.1);
        if facets && wall.index % 2 == 1 {
            return;
        }
        let between = slots.windows(2).map(|pair| f32::midpoint(pair[0], pair[1]));
        let ends = if facets { vec![] } else { vec![-long / 2.0 + 0.05, long / 2.0 - 0.05] };
        for along in between.chain(ends) {
            self.boss(wall, (along, 0.09), (0.08, top - 0.09), (0.0, 0.04), trim);
        }
        for along in slots {
            self.boss(wall, (*along, hole.low - 0.06), (hole.width + 0.1, 0.05), (0.0, 0.06), self.style.cornice);
        }
    }

    /// A walk of boards along the longest wall that is not the front. It has no poles: those say that nobody has recalled
    /// the floor.
    fn gallery(&mut self) {
        let front = self.brief.outline.front().index;
        let others = self.brief.outline.walls().filter(|wall| wall.index != front);
        let Some(wall) = others.max_by(|a, b| a.length().total_cmp(&b.length())) else { return };
        let (half, trim) = (wall.length() / 2.0 - 0.12, self.style.trim);
        for along in [-half, half] {
            // A bracket that carries the walk, and a lantern on it.
            self.boss(wall, (along, 0.3), (0.05, 0.2), (0.0, 0.12), trim);
            self.buffer.drum(wall.at(along * 0.94, 0.535, 0.14), (0.05, 0.04), 0.13, 5, LAMP);
        }
        self.boss(wall, (0.0, 0.68), (wall.length(), 0.03), (0.16, 0.18), trim);
        self.boss(wall, (0.0, 0.5), (wall.length(), 0.035), (0.0, 0.18), self.style.cornice);
    }
}
