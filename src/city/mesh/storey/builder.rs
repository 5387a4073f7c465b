//! The Builder's storey: brick on a plinth, with lintels, sills and cut stones at the corners.

use super::{HEIGHT, Hole, Mason};

impl Mason<'_> {
    pub(super) fn builder(&mut self) {
        let (brick, stone) = (self.style.wall, self.style.trim);
        let outline = self.brief.outline.clone();
        let hole = self.fitted(Hole {
            width: 0.34,
            low: 0.3,
            high: 0.78,
            depth: 0.07,
            pitch: 0.62,
            bar: brick.shaded(0.5),
            shutter: Some(brick.mixed(stone, 0.15).shaded(0.66)),
        });
        for wall in outline.walls() {
            for along in self.slots(&outline, wall, &hole) {
                self.boss(wall, (along, hole.low - 0.06), (hole.width + 0.12, 0.06), (0.0, 0.05), stone);
                self.boss(wall, (along, hole.high), (hole.width + 0.1, 0.08), (0.0, 0.025), stone);
            }
            // Cut stones, long and short in turn, where walls are long enough to have corners.
            if wall.length() > 0.8 && !self.is_plain() {
                let half = wall.length() / 2.0;
                for (y, wide) in [(0.16, 0.2), (0.5, 0.13), (0.74, 0.2)] {
                    for side in [-1.0, 1.0] {
                        self.pane(wall, (side * (half - wide / 2.0), y), (wide, 0.13), 0.022, stone.shaded(0.94));
                    }
                }
            }
        }
        self.course(0.05, (0.0, 0.14), brick.shaded(0.74));
        self.cornice(0.08, 0.07, self.style.cornice);
        self.course(0.045, (HEIGHT - 0.14, HEIGHT - 0.07), self.style.cornice.shaded(0.93).glowing(0.32));
        self.walls(&outline, &hole, brick);
    }
}
