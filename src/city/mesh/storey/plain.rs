//! A storey as it is seen from afar: walls without reveals, windows without bars, and at last no windows.

use super::{HEIGHT, Hole, Mason, Outline, Wall};
use crate::city::look::Paint;
use crate::city::look::palette::{BLIND, FLOWERS, FRAME_SLAB, WINDOW_DARK, WINDOW_FAINT, WINDOW_LIT, WINDOW_WARM};
use crate::view::Windows;

/// How far a window stands before its wall, so that it does not flicker.
const BEFORE: f32 = 0.03;

impl Mason<'_> {
    /// Walls with windows painted on.
    pub(super) fn flat_walls(&mut self, outline: &Outline, hole: &Hole, paint: Paint) {
        let hole = Hole { depth: 0.0, ..*hole };
        for wall in outline.walls() {
            for along in self.slots(outline, wall, &hole) {
                self.flat_window(wall, along, &hole);
            }
        }
        outline.raise(&mut self.buffer, (0.0, HEIGHT - 0.03), paint);
    }

    /// A window of the floor's state in one or two panes.
    pub(super) fn flat_window(&mut self, wall: Wall, along: f32, hole: &Hole) {
        let (wide, high, out) = (hole.width, hole.high - hole.low, BEFORE - hole.depth);
        let foot = (along, hole.low);
        let pane = match self.brief.windows {
            Windows::Dark => hole.shutter.unwrap_or(WINDOW_DARK),
            Windows::Lit => WINDOW_LIT,
            Windows::Warm => {
                self.pane(wall, (along, hole.low - 0.05), (wide, 0.12), out + BEFORE, FLOWERS[0]);
                WINDOW_WARM
            }
            Windows::Dim => {
                self.pane(wall, (along, hole.low + high * 0.46), (wide, high * 0.54), out + BEFORE, BLIND);
                WINDOW_FAINT
            }
        };
        self.pane(wall, foot, (wide, high), out, pane);
    }

    /// Walls in the color of all that is on them, and a roof where nothing stands on it.
    pub(super) fn block(&mut self) {
        let outline = self.brief.outline.coarse();
        if self.brief.level.is_none() {
            outline.raise(&mut self.buffer, (HEIGHT * 0.6, HEIGHT), FRAME_SLAB);
            return;
        }
        let glass = match self.brief.windows {
            Windows::Dark => WINDOW_DARK,
            Windows::Lit => WINDOW_LIT,
            Windows::Warm => WINDOW_WARM,
            Windows::Dim => WINDOW_FAINT,
        };
        outline.raise(&mut self.buffer, (0.0, HEIGHT), self.style.wall.mixed(glass, 0.3));
        if self.brief.topmost {
            outline.lid(&mut self.buffer, HEIGHT, self.style.cornice);
        }
    }
}
