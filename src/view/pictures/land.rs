//! The island of a picture: its shore, its terraces, the grounds of the districts, and the wood around them.

use super::art::{Art, Point, chance};
use super::solid::{Stage, regular};
use crate::view::palette::{self, CLIFF, CURB, LEAVES, MEADOW, Paint, ROAD, SAND, SHALLOWS, TRUNK};

const UP: [f32; 3] = [0.0, 1.0, 0.0];
/// A slope that looks at the viewer.
const SLOPE: [f32; 3] = [0.0, 0.75, 0.66];

/// How far the coast reaches towards the viewer in the middle, and its points from the left to the right.
fn coast([x, y]: Point, half: f32, deep: f32) -> impl DoubleEndedIterator<Item = Point> {
    const STEPS: usize = 32;
    (0..=STEPS).map(move |i| {
        let along = i as f32 / STEPS as f32 * 2.0 - 1.0;
        let uneven = (chance(3, i) - 0.5) * 0.12 * (1.0 - along.abs());
        [x + along * half, y + deep * ((1.0 - along.powi(4)).max(0.0).sqrt() + uneven)]
    })
}

/// Shallows, sand and cliff around the foot of the island.
pub fn shore(art: &mut Art, stage: &Stage, half: f32, deep: f32) {
    let m = stage.scale;
    let bands = [(1.7, SHALLOWS, 0.35), (1.05, SHALLOWS, 0.75), (0.5, SAND, 1.0), (0.12, CLIFF, 1.0)];
    for (out, paint, opacity) in bands {
        let [x, y] = stage.at;
        let points: Vec<Point> =
            coast([x, y - m * 0.2 + out * m * 0.35], half + out * m, deep + out * m * 0.3).collect();
        let roof = [[x + half * 0.97, y - m * 0.7], [x - half * 0.97, y - m * 0.7]];
        art.veil(stage.lit(paint, UP), opacity, &points.into_iter().chain(roof).collect::<Vec<_>>());
    }
}

/// A terrace on whose edge a row stands: meadow down to the coast, whose edge it has where it is the foremost.
pub fn terrace(art: &mut Art, stage: &Stage, half: f32, foot: Point, deep: f32) {
    let ([x, y], m) = (stage.at, stage.scale);
    let low = foot[1] - m * 0.35;
    let fall = low - y;
    // From the inner edge of the flat to the foot, on either side.
    let side = |s: f32| {
        [(-1.6, -0.6, 0.0), (-0.3, -0.3, 0.0), (0.2, 0.3, 0.0), (0.5, 0.0, 0.35), (0.8, 0.0, 1.0)]
            .map(|(out, down, share)| [x + s * (half + out * m), y + down * m + fall * share])
    };
    let (left, right) = (side(-1.0), side(1.0));
    let edge = coast([x, low], half + 0.8 * m, deep);
    let outline: Vec<Point> = left.into_iter().chain(edge).chain(right.into_iter().rev()).collect();
    art.face(stage.lit(MEADOW, SLOPE).mixed(stage.lit(LEAVES[1], SLOPE), 0.3), &outline);
    // What lies above the edge of the terrace is flat and catches more light.
    let lip = y + m * 0.62;
    let flat = [left[0], left[1], left[2], [x - half, lip], [x + half, lip], right[2], right[1], right[0]];
    art.face(stage.lit(MEADOW, UP), &flat);
    let [from, to] = [x - half + m * 0.1, x + half - m * 0.1];
    band(art, stage, CURB, (from, to), (lip, lip + m * 0.1), SLOPE);
    band(art, stage, ROAD, (from, to), (lip - m * 0.2, lip), UP);
}

fn band(art: &mut Art, stage: &Stage, paint: Paint, (from, to): (f32, f32), (top, low): (f32, f32), normal: [f32; 3]) {
    art.face(stage.lit(paint, normal), &[[from, top], [to, top], [to, low], [from, low]]);
}

/// The ground of a district under its towers.
pub fn ground(art: &mut Art, stage: &Stage, district: usize, (x, wide): (f32, f32)) {
    let (y, m) = (stage.at[1], stage.scale);
    let paint = palette::of_district(district);
    let wide = wide + m * 0.8;
    let points =
        [[x + m * 0.4, y - m * 0.5], [x + wide - m * 0.4, y - m * 0.5], [x + wide, y + m * 0.38], [x, y + m * 0.38]];
    art.face(stage.lit(paint.ground, UP), &points);
    let edge = [[x, y + m * 0.38], [x + wide, y + m * 0.38], [x + wide, y + m * 0.46], [x, y + m * 0.46]];
    art.face(stage.lit(paint.accent, SLOPE), &edge);
}

/// Bushes on the slope below a row, down to here.
pub fn bushes(art: &mut Art, stage: &Stage, seed: usize, (half, low): (f32, f32)) {
    let m = stage.scale;
    let top = stage.at[1] + m * 1.2;
    let deep = (low - top).min(m * 6.0).max(0.0);
    // Where the slope is hardly higher than a bush, there is none.
    let count = if deep < m * 3.0 { 0 } else { (half * 2.0 / m * deep / m * 0.55) as usize };
    for i in 0..count.min(120) {
        let (a, b, c) = (chance(seed as u32 + 51, i), chance(seed as u32 + 53, i), chance(seed as u32 + 57, i));
        let b = i as f32 / count as f32 + b * 0.1;
        let at = [stage.at[0] + half * (a * 2.0 - 1.0), top + deep * b];
        let stage = Stage { at, ..*stage };
        let leaves = LEAVES[i % LEAVES.len()];
        let size = 0.28 + 0.4 * c * c;
        for (from, foot, top, high) in [(0.0, 0.8, 1.0, 0.4), (0.4, 1.0, 0.72, 0.4), (0.8, 0.72, 0.25, 0.25)] {
            stage.body(art, [0.0, from * size, 0.0], &regular(6, size), (foot, top), high * size, leaves);
        }
    }
}

/// A string of lights from tower to tower.
pub fn lights(art: &mut Art, stage: &Stage, from: Point, to: Point) {
    const BULBS: usize = 7;
    let sag = stage.scale * 0.55;
    let spot = |i: usize| {
        let share = i as f32 / BULBS as f32;
        let down = sag * 4.0 * share * (1.0 - share);
        [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share + down]
    };
    let points: Vec<Point> = (0..=BULBS).map(spot).collect();
    art.line(palette::STRING, 0.7, stage.scale * 0.035, &points);
    for point in &points[1..BULBS] {
        art.disk(palette::LAMP, 0.35, *point, stage.scale * 0.13);
        art.disk(palette::LAMP, 1.0, *point, stage.scale * 0.07);
    }
}

/// Trees behind a row, from end to end.
pub fn wood(art: &mut Art, stage: &Stage, seed: usize, (half, up): (f32, f32)) {
    let count = (half * 2.0 / (stage.scale * 1.15)) as usize;
    for i in 0..count.min(160) {
        let (a, b) = (chance(seed as u32 + 11, i), chance(seed as u32 + 23, i));
        if b < 0.82 {
            let x = stage.at[0] - half + (i as f32 + a * 0.9) * stage.scale * 1.15;
            let y = stage.at[1] + up * stage.scale + (a - 0.5) * stage.scale * 0.3;
            tree(art, &Stage { at: [x, y], ..*stage }, i + seed * 100);
        }
    }
}

/// Trees at both ends of a row, nearer to the viewer.
pub fn grove(art: &mut Art, stage: &Stage, seed: usize, (outer, inner): (f32, f32)) {
    let room = (outer - inner).max(0.0) / stage.scale;
    for side in [-1.0, 1.0] {
        for i in 0..((room * 1.1) as usize).min(60) {
            let (a, b) = (chance(seed as u32 + 5, i), chance(seed as u32 + 31, i + usize::from(side > 0.0) * 64));
            let x = stage.at[0] + side * (inner + (outer - inner) * (i as f32 + b) / (room * 1.1));
            let y = stage.at[1] + (a * 0.7 - 0.15) * stage.scale;
            tree(art, &Stage { at: [x, y], ..*stage }, i * 3 + seed);
        }
    }
}

/// A fir or a round tree, of many sizes.
fn tree(art: &mut Art, stage: &Stage, seed: usize) {
    let (size, kind) = (0.75 + chance(41, seed) * 0.75, chance(43, seed));
    let leaves = LEAVES[seed % LEAVES.len()];
    stage.body(art, [0.0; 3], &regular(5, 0.14 * size), (1.0, 0.8), 0.5 * size, TRUNK);
    if kind < 0.5 {
        for (from, radius, high) in [(0.3, 0.72, 0.95), (0.85, 0.54, 0.95)] {
            stage.body(art, [0.0, from * size, 0.0], &regular(6, radius * size), (1.0, 0.0), high * size, leaves);
        }
    } else {
        for (from, foot, top, high) in [(0.35, 0.42, 0.74, 0.4), (0.75, 0.74, 0.62, 0.35), (1.1, 0.62, 0.22, 0.3)] {
            stage.body(art, [0.0, from * size, 0.0], &regular(7, size), (foot, top), high * size, leaves);
        }
    }
}
