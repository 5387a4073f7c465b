//! Windows say whether a floor was read, each state in a form of its own: nothing is told by color alone.

use super::{Mason, Wall};
use crate::city::look::Paint;
use crate::city::look::palette::{BLIND, FLOWERS, REFLECTION, WINDOW_DARK, WINDOW_FAINT, WINDOW_LIT, WINDOW_WARM};
use crate::view::Windows;

/// The windows of a stratum.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hole {
    /// From jamb to jamb.
    pub width: f32,
    /// Height of the sill.
    pub low: f32,
    /// Height of the lintel.
    pub high: f32,
    /// How far the pane lies behind the wall.
    pub depth: f32,
    /// From the middle of one window to that of the next.
    pub pitch: f32,
    /// Bars, and the hem of a blind.
    pub bar: Paint,
    /// Leaves that close an unread window; glass that shows the sky where there are none.
    pub shutter: Option<Paint>,
}

/// From one layer to the next before it: enough not to flicker from afar.
const LAYER: f32 = 0.022;
/// Thickness of a bar.
const BAR: f32 = 0.035;

impl Mason<'_> {
    /// A window of the floor's state at `along` from the middle of a wall.
    pub(super) fn window(&mut self, wall: Wall, along: f32, hole: &Hole) {
        if self.is_plain() {
            self.flat_window(wall, along, hole);
            return;
        }
        let (wide, high, out) = (hole.width, hole.high - hole.low, LAYER - hole.depth);
        let foot = (along, hole.low);
        match self.brief.windows {
            Windows::Dark => match hole.shutter {
                Some(shutter) => self.leaves(wall, foot, (wide, high), out, shutter),
                None => self.vacant(wall, foot, (wide, high), out, hole.bar),
            },
            Windows::Lit => {
                self.pane(wall, (along, hole.low + high * 0.56), (wide, BAR), out + LAYER, hole.bar);
                self.pane(wall, foot, (BAR, high), out + LAYER, hole.bar);
                self.pane(wall, foot, (wide, high), out, WINDOW_LIT);
            }
            Windows::Warm => {
                self.flowers(wall, foot, wide);
                self.pane(wall, foot, (BAR, high), out + LAYER, hole.bar);
                self.pane(wall, foot, (wide, high), out, WINDOW_WARM);
            }
            Windows::Dim => {
                let hem = hole.low + high * 0.46;
                self.pane(wall, (along, hem), (wide, BAR), out + 2.0 * LAYER, hole.bar);
                self.pane(wall, (along, hem), (wide, high * 0.54), out + LAYER, BLIND);
                self.pane(wall, foot, (wide, high), out, WINDOW_FAINT);
            }
        }
    }

    /// Two closed leaves with their battens, and the dark between them.
    fn leaves(&mut self, wall: Wall, (along, y): (f32, f32), (wide, high): (f32, f32), out: f32, paint: Paint) {
        let leaf = wide / 2.0 - 0.012;
        for side in [-1.0, 1.0] {
            let middle = along + side * (leaf / 2.0 + 0.012);
            self.pane(
                wall,
                (middle, y + high * 0.62),
                (leaf * 0.72, high * 0.14),
                out + 2.0 * LAYER,
                paint.shaded(0.8),
            );
            self.pane(wall, (middle, y), (leaf, high), out + LAYER, paint);
        }
        self.pane(wall, (along, y), (wide, high), out, paint.shaded(0.5));
    }

    /// Glass with the sky in it and a bar down its middle.
    fn vacant(&mut self, wall: Wall, (along, y): (f32, f32), (wide, high): (f32, f32), out: f32, bar: Paint) {
        self.pane(wall, (along, y), (BAR, high), out + LAYER, bar);
        let at = |x: f32, up: f32| wall.at(along + x * wide, y + up * high, out + LAYER);
        self.buffer.face(&[at(-0.5, 0.35), at(-0.06, 0.72), at(-0.06, 0.98), at(-0.5, 0.61)], REFLECTION);
        self.buffer.face(&[at(0.06, 0.28), at(0.5, 0.65), at(0.5, 0.8), at(0.06, 0.43)], REFLECTION);
        self.pane(wall, (along, y), (wide, high), out, WINDOW_DARK);
    }

    /// A box on the sill, green and in bloom.
    pub(super) fn flowers(&mut self, wall: Wall, (along, y): (f32, f32), wide: f32) {
        let [green, bloom] = FLOWERS;
        for x in [-0.28, 0.24] {
            let at = |side: f32, up: f32| wall.at(along + x * wide + side, y + up, 0.085);
            self.buffer.face(&[at(-0.07, -0.01), at(0.07, -0.01), at(0.0, 0.1)], bloom);
        }
        self.boss(wall, (along, y - 0.03), (wide * 1.06, 0.08), (-0.02, 0.06), green);
    }
}
