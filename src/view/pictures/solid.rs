//! Bodies of flat faces, seen from a little above with no vanishing point, in the light of an hour.

use super::art::{Art, Point};
use crate::view::palette::Paint;
use crate::view::palette::hours::HourPaint;
use std::f32::consts::TAU;

/// A point or a direction: east, up, south.
pub type Spot = [f32; 3];

/// A ground plan around the middle, counter-clockwise as seen from above.
pub type Plan = Vec<[f32; 2]>;

/// A turn of bodies to the left: one sees their front and one of their sides.
const TURN: f32 = 0.5;
/// How far one looks down on them.
const PITCH: f32 = 0.2;

/// Where bodies stand in a drawing, and in what light.
#[derive(Debug, Clone, Copy)]
pub struct Stage {
    /// Where the middle of the ground lies.
    pub at: Point,
    /// Points a meter.
    pub scale: f32,
    /// Light and colors of the hour.
    pub hour: HourPaint,
    /// How much of it is lost in the haze.
    pub haze: f32,
}

/// An upright side of a body.
#[derive(Debug, Clone, Copy)]
pub struct Side {
    /// Its place in the plan.
    pub index: usize,
    /// Its foot on the left.
    from: Spot,
    /// Its foot on the right.
    to: Spot,
    high: f32,
    normal: Spot,
}

impl Stage {
    /// Where a spot lies in the drawing.
    pub fn point(&self, [x, y, z]: Spot) -> Point {
        let (sin, cos) = TURN.sin_cos();
        let (x, z) = (x * cos + z * sin, z * cos - x * sin);
        let (s, c) = PITCH.sin_cos();
        [self.at[0] + x * self.scale, self.at[1] - (y * c - z * s) * self.scale]
    }

    /// A color of a face that looks into a direction, as the city's shader has it.
    pub fn lit(&self, paint: Paint, normal: Spot) -> Paint {
        let hour = &self.hour;
        let (sin, cos) = TURN.sin_cos();
        let normal = [normal[0] * cos + normal[2] * sin, normal[1], normal[2] * cos - normal[0] * sin];
        let sun = unit(hour.sun);
        let shine = dot(normal, sun).max(0.0);
        let (up, down) = (normal[1] * 0.5 + 0.5, 0.5 - normal[1] * 0.5);
        let glow = f32::from(paint.glow) / 255.0;
        let matt = 1.0 - 0.55 * glow * hour.glow.clamp(0.0, 1.0);
        let light = |channel: usize| {
            let of = |(paint, strength): (Paint, f32)| linear(paint.rgb[channel]) * strength;
            let sky = of(hour.from_above) * up + of(hour.from_below) * down;
            linear(paint.rgb[channel]) * ((of(hour.sunlight) * shine + sky) * matt + glow * hour.glow)
        };
        let rgb = std::array::from_fn(|channel| display(light(channel)));
        Paint { rgb, glow: 0 }.mixed(hour.horizon, self.haze)
    }

    /// The same for something that looks at the viewer.
    pub fn front(&self, paint: Paint) -> Paint {
        self.lit(paint, [-TURN.sin() * 0.6, 0.53, TURN.cos() * 0.6])
    }

    /// A body over a plan: its size at the foot and at the top in shares of the plan, its height. Returns the sides one
    /// sees, from the hindmost to the foremost.
    pub fn body(
        &self,
        art: &mut Art,
        at: Spot,
        plan: &[[f32; 2]],
        (foot, top): (f32, f32),
        high: f32,
        paint: Paint,
    ) -> Vec<Side> {
        let spot = |[x, z]: [f32; 2], share: f32, y: f32| [at[0] + x * share, at[1] + y, at[2] + z * share];
        let mut sides: Vec<Side> = (0..plan.len())
            .map(|index| {
                let (a, b) = (plan[index], plan[(index + 1) % plan.len()]);
                let (from, to) = (spot(a, foot, 0.0), spot(b, foot, 0.0));
                let rise = minus(spot(a, top, high), from);
                // A point has no width at its foot or at its top.
                let wide = if foot > top { minus(to, from) } else { minus(spot(b, top, high), spot(a, top, high)) };
                Side { index, from, to, high, normal: unit(cross(wide, rise)) }
            })
            .filter(|side| Self::faces_us(side.normal))
            .collect();
        sides.sort_by(|a, b| Self::depth(a).total_cmp(&Self::depth(b)));
        for side in &sides {
            let (a, b) = (plan[side.index], plan[(side.index + 1) % plan.len()]);
            let corners = [side.from, side.to, spot(b, top, high), spot(a, top, high)];
            art.face(self.lit(paint, side.normal), &corners.map(|corner| self.point(corner)));
        }
        if top > 0.0 {
            let roof: Vec<Point> = plan.iter().map(|p| self.point(spot(*p, top, high))).collect();
            art.face(self.lit(paint, [0.0, 1.0, 0.0]), &roof);
        }
        sides
    }

    /// A part of a side: from the left in meters, from below in meters.
    pub fn patch(&self, art: &mut Art, side: &Side, (left, right): (f32, f32), (low, high): (f32, f32), paint: Paint) {
        let corners = [(left, low), (right, low), (right, high), (left, high)];
        let points = corners.map(|(along, up)| self.point(side.spot(along, up)));
        art.face(self.lit(paint, side.normal), &points);
    }

    /// A ball.
    pub fn ball(&self, art: &mut Art, [x, y, z]: Spot, radius: f32, paint: Paint) {
        let plan = regular(10, radius);
        let rings = [(0.3, 0.8, -1.0, 0.45), (0.8, 1.0, -0.55, 0.55), (1.0, 0.8, 0.0, 0.55), (0.8, 0.3, 0.55, 0.45)];
        for (foot, top, from, high) in rings {
            self.body(art, [x, y + from * radius, z], &plan, (foot, top), high * radius, paint);
        }
    }

    /// A bar of this width in meters.
    pub fn bar(&self, art: &mut Art, spots: &[Spot], width: f32, paint: Paint) {
        let points: Vec<Point> = spots.iter().map(|spot| self.point(*spot)).collect();
        art.line(self.front(paint), 1.0, (width * self.scale).max(0.6), &points);
    }

    fn faces_us([x, y, z]: Spot) -> bool {
        let (sin, cos) = TURN.sin_cos();
        let (s, c) = PITCH.sin_cos();
        y * s + (z * cos - x * sin) * c > 0.01
    }

    fn depth(side: &Side) -> f32 {
        let (sin, cos) = TURN.sin_cos();
        (side.from[2] + side.to[2]) * cos - (side.from[0] + side.to[0]) * sin
    }
}

impl Side {
    /// From end to end, in meters.
    pub fn length(&self) -> f32 {
        (self.to[0] - self.from[0]).hypot(self.to[2] - self.from[2])
    }

    /// Its height.
    pub fn high(&self) -> f32 {
        self.high
    }

    /// A spot on it: from the left, from below.
    pub fn spot(&self, along: f32, up: f32) -> Spot {
        let share = along / self.length().max(0.01);
        let lean = minus([0.0; 3], self.normal);
        let back =
            if self.normal[1].abs() < 0.99 { up * self.normal[1] / (1.0 - self.normal[1].powi(2)).sqrt() } else { 0.0 };
        let flat = lean[0].hypot(lean[2]).max(0.01);
        std::array::from_fn(|axis| {
            let foot = self.from[axis] + (self.to[axis] - self.from[axis]) * share;
            if axis == 1 { foot + up } else { foot + lean[axis] / flat * back }
        })
    }
}

/// A plan with equal sides, one of them towards the street.
pub fn regular(sides: usize, radius: f32) -> Plan {
    let angle = |i: usize| -TAU / 4.0 + TAU * (i as f32 - 0.5) / sides as f32;
    (0..sides).map(|i| [angle(i).cos() * radius, -angle(i).sin() * radius]).collect()
}

/// An oblong plan, of half these widths.
pub fn oblong(x: f32, z: f32) -> Plan {
    vec![[-x, z], [x, z], [x, -z], [-x, -z]]
}

fn minus(a: Spot, b: Spot) -> Spot {
    std::array::from_fn(|axis| a[axis] - b[axis])
}

fn dot(a: Spot, b: Spot) -> f32 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

fn cross(a: Spot, b: Spot) -> Spot {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

fn unit(a: Spot) -> Spot {
    let length = dot(a, a).sqrt().max(1e-6);
    a.map(|axis| axis / length)
}

/// sRGB to linear light, as the city's shader has it.
fn linear(channel: u8) -> f32 {
    let c = f32::from(channel) / 255.0;
    c * (c * (c * 0.305_306 + 0.682_171) + 0.012_523)
}

fn display(light: f32) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let c = if light < 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (c * 255.0).round() as u8
}
