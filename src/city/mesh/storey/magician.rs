//! The Magician's storey: seamless plaster that glows from within.

use super::{HEIGHT, Hole, Mason, Wall};
use crate::city::look::Paint;
use crate::city::look::palette::{FLOWERS, REFLECTION, WINDOW_DARK, WINDOW_FAINT, WINDOW_LIT, WINDOW_WARM};
use crate::view::Windows;

/// Width, height of the sill, height where the arch begins, and height of its tip.
const ARCH: (f32, f32, f32, f32) = (0.3, 0.32, 0.62, 0.8);

impl Mason<'_> {
    pub(super) fn magician(&mut self) {
        let outline = self.brief.outline.rounded(0.24);
        let band = self.style.trim.mixed(self.brief.accent, 0.35);
        for wall in outline.walls() {
            for along in self.arches(&outline, wall) {
                self.arch(wall, along);
            }
        }
        for (heights, out, paint) in [
            ((0.0, 0.1), 0.05, band.glowing(0.34)),
            ((0.88, 0.92), 0.022, band.glowing(0.55)),
            ((HEIGHT - 0.09, HEIGHT), 0.045, self.style.cornice.glowing(0.12)),
        ] {
            let ring = outline.grown(out);
            ring.raise(&mut self.buffer, heights, paint);
            if heights.1 >= HEIGHT {
                ring.lid(&mut self.buffer, heights.1, paint);
            }
        }
        outline.raise(&mut self.buffer, (0.0, HEIGHT - 0.05), self.style.wall);
    }

    fn arches(&self, outline: &super::Outline, wall: Wall) -> Vec<f32> {
        let long = wall.length();
        if long < 0.38 || (long < 0.55 && wall.index % 2 == 1) {
            return Vec::new();
        }
        let count = ((long + 0.16) / 0.56) as usize;
        let count = count.max(1);
        let all = (0..count).map(|i| (i as f32 - (count as f32 - 1.0) / 2.0) * 0.5);
        let front = outline.front().index == wall.index && self.brief.emblem.is_some();
        all.filter(|along| !front || along.abs() > super::door::HALF + 0.12).collect()
    }

    /// A pointed window without a frame; each state changes what one sees in the point.
    fn arch(&mut self, wall: Wall, along: f32) {
        let (wide, low, shoulder, tip) = ARCH;
        if self.is_plain() {
            let hole =
                Hole { width: wide, low, high: tip - 0.06, depth: 0.0, pitch: 0.5, bar: WINDOW_DARK, shutter: None };
            self.flat_window(wall, along, &hole);
            return;
        }
        let bar = self.style.trim.shaded(0.62);
        let mut shape = |low: f32, share: f32, out: f32, paint: Paint| {
            let half = wide / 2.0 * share;
            let points = [(-half, low), (half, low), (half, shoulder), (0.0, tip), (-half, shoulder)];
            self.buffer.face(&points.map(|(x, y)| wall.at(along + x, y, out)), paint);
        };
        match self.brief.windows {
            Windows::Dark => {
                shape(low + 0.05, 0.66, 0.045, WINDOW_DARK.mixed(REFLECTION, 0.6));
                shape(low, 1.0, 0.022, WINDOW_DARK);
                self.pane(wall, (along, low), (0.03, tip - low - 0.03), 0.07, self.style.cornice);
            }
            Windows::Lit => {
                shape(low, 1.0, 0.022, WINDOW_LIT);
                self.pane(wall, (along, 0.55), (wide, 0.035), 0.045, bar);
                self.pane(wall, (along, low), (0.035, tip - low - 0.03), 0.045, bar);
            }
            Windows::Warm => {
                shape(low, 1.0, 0.022, WINDOW_WARM);
                self.flowers(wall, (along, low), wide);
                self.pane(wall, (along, tip - 0.02), (0.09, 0.09), 0.045, FLOWERS[1]);
            }
            Windows::Dim => {
                shape(low + 0.17, 1.0, 0.045, self.style.trim);
                shape(low, 1.0, 0.022, WINDOW_FAINT);
            }
        }
    }
}
