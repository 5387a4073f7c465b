//! What leads the eyes of a room: a light around the pointer, and rings where it is pressed.

use crate::ui::panels::labels::Moment;
use crate::ui::tokens::{self, Theme};
use bevy_egui::egui::{Color32, Mesh, Pos2, Rect, Shape, Ui, Vec2};

/// The light stays so long after the pointer has come to rest, in seconds.
const STAY_SECS: f32 = 2.0;
/// Seconds in which it appears and goes.
const FADE_SECS: f32 = 0.3;
/// How much is taken from what lies around it.
const DIM: f32 = 0.5;
/// Radius of the light, and where its soft edge ends, in shares of the picture's height.
const RADIUS: (f32, f32) = (0.16, 0.26);
/// Seconds that a ring is there.
const RING_SECS: f32 = 0.4;
/// Its greatest radius, in shares of the picture's height.
const RING: f32 = 0.07;
/// Corners of a circle.
const CORNERS: u16 = 64;

/// The light and the rings, from frame to frame.
#[derive(Debug, Default)]
pub struct Light {
    at: Option<Pos2>,
    /// Seconds since the pointer moved.
    rested: f32,
    /// How much of the light there is.
    share: f32,
    /// Where the pointer was pressed, and how many seconds ago.
    rings: Vec<(Pos2, f32)>,
}

impl Light {
    /// Draws both over what is free of the picture. Whether either still moves.
    pub fn ui(&mut self, ui: &Ui, free: Rect, moment: Moment, theme: &Theme) -> bool {
        let (at, pressed) = ui.input(|input| (input.pointer.hover_pos(), input.pointer.any_pressed()));
        let at = at.filter(|at| free.contains(*at));
        self.follow(at, pressed, moment);
        let painter = ui.painter().with_clip_rect(free);
        if let (Some(at), true) = (self.at, self.share > 0.0) {
            painter.add(Shape::mesh(shade(at, free, tokens::faded(tokens::BLANK, DIM * self.share))));
        }
        for (at, secs) in &self.rings {
            let share = if moment.cut { 0.7 } else { secs / RING_SECS };
            let radius = free.height() * RING * (0.25 + 0.75 * share);
            let ink = if moment.cut { 1.0 } else { 1.0 - share };
            for (color, wide) in [(tokens::MARK[0], 0.24), (tokens::MARK[1], 0.14)] {
                painter.circle_stroke(*at, radius, theme.stroke(theme.least * wide, tokens::faded(color, ink)));
            }
        }
        self.share > 0.0 || !self.rings.is_empty()
    }

    fn follow(&mut self, at: Option<Pos2>, pressed: bool, moment: Moment) {
        self.rested += moment.secs;
        if at.is_some() && at != self.at {
            (self.at, self.rested) = (at, 0.0);
        }
        let is_on = at.is_some() && self.rested < STAY_SECS;
        let step = if moment.cut { 1.0 } else { moment.secs / FADE_SECS };
        self.share = (self.share + if is_on { step } else { -step }).clamp(0.0, 1.0);
        for (_, secs) in &mut self.rings {
            *secs += moment.secs;
        }
        self.rings.retain(|(_, secs)| *secs < RING_SECS);
        if let (Some(at), true) = (at, pressed) {
            self.rings.push((at, 0.0));
        }
    }
}

/// The dark around a light: clear within, dark from the soft edge's end to beyond the picture.
fn shade(at: Pos2, free: Rect, dark: Color32) -> Mesh {
    let beyond = free.width() + free.height();
    let rings =
        [(free.height() * RADIUS.0, Color32::TRANSPARENT), (free.height() * RADIUS.1, dark), (beyond * 1.1, dark)];
    let mut mesh = Mesh::default();
    for (radius, color) in rings {
        for corner in 0..CORNERS {
            let turn = f32::from(corner) / f32::from(CORNERS) * std::f32::consts::TAU;
            mesh.colored_vertex(at + Vec2::angled(turn) * radius, color);
        }
    }
    let count = u32::from(CORNERS);
    for ring in 0..2 {
        for corner in 0..count {
            let [a, b] = [corner, (corner + 1) % count].map(|corner| ring * count + corner);
            mesh.add_triangle(a, b, a + count);
            mesh.add_triangle(b, b + count, a + count);
        }
    }
    mesh
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENT: Moment = Moment { secs: 0.05, cut: false };
    const HERE: Option<Pos2> = Some(Pos2::new(100.0, 100.0));

    #[test]
    fn the_light_comes_with_the_pointer_and_goes_when_it_rests() {
        let mut light = Light::default();
        for _ in 0..10 {
            light.follow(HERE, false, MOMENT);
        }
        assert!(light.share >= 1.0);
        let frames = (0..1000)
            .take_while(|_| {
                light.follow(HERE, false, MOMENT);
                light.share > 0.0
            })
            .count();
        assert!((30..60).contains(&frames), "{frames}");
    }

    #[test]
    fn a_ring_is_there_for_four_tenths_of_a_second() {
        let mut light = Light::default();
        light.follow(HERE, true, MOMENT);
        let frames = (0..1000)
            .take_while(|_| {
                light.follow(HERE, false, MOMENT);
                !light.rings.is_empty()
            })
            .count();
        assert!((7..=8).contains(&frames), "{frames}");
    }

    #[test]
    fn the_shade_is_clear_in_the_middle_and_reaches_every_corner() {
        let free = Rect::from_min_size(Pos2::ZERO, Vec2::new(1280.0, 600.0));
        let mesh = shade(free.left_top(), free, Color32::BLACK);
        assert!(mesh.is_valid());
        let far = mesh.vertices.iter().map(|vertex| vertex.pos.distance(free.left_top())).fold(0.0, f32::max);
        assert!(
            far * (std::f32::consts::PI / f32::from(CORNERS)).cos() >= free.right_bottom().distance(free.left_top())
        );
    }
}
