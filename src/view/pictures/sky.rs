//! Sky and sea of an hour, with the one idea that each hour has.

use super::art::{Art, Point, chance, hex};
use super::scene::Frame;
use super::solid::Stage;
use crate::view::palette::hours::{Hour, HourPaint};
use crate::view::palette::{self, BLUEPRINT, BOAT, CLOUD, FOAM, GOLD, Paint, RAINBOW, SAIL, STAR, STORM, WHITE};

/// Where sky and sea meet, as a share of the picture's height.
pub const HORIZON: f32 = 0.585;

/// Sky and sea: what lies behind the island.
pub fn behind(art: &mut Art, frame: Frame, hour: Hour, paint: HourPaint) {
    let ([x, y], [w, h]) = (frame.at, frame.size);
    let horizon = h * HORIZON;
    gradient(
        art,
        "sky",
        [x, y],
        [w, horizon + 1.0],
        &[(0.0, paint.zenith), (0.62, paint.zenith.mixed(paint.horizon, 0.62)), (1.0, paint.horizon)],
    );
    gradient(
        art,
        "sea",
        [x, y + horizon],
        [w, h - horizon],
        &[(0.0, paint.horizon.mixed(paint.sea, 0.45)), (0.3, paint.sea), (1.0, paint.sea.shaded(0.86))],
    );
    let at = |right: f32, down: f32| [x + w * right, y + h * down];
    let unit = h.min(w) / 480.0;
    match hour {
        Hour::Morning => {
            disk_of_sun(art, at(0.82, 0.30), 30.0 * unit, WHITE, 0.16);
            clouds(art, frame, 5, CLOUD.mixed(paint.horizon, 0.25), paint, 0.8);
            for (place, size, colors) in
                [(at(0.13, 0.26), 30.0, 0), (at(0.88, 0.17), 22.0, 1), (at(0.73, 0.10), 12.0, 2)]
            {
                balloon(art, place, size * unit, colors);
            }
        }
        Hour::AfterStorm => {
            let middle = at(0.30, 0.70);
            for (i, band) in RAINBOW.iter().enumerate() {
                arc(art, *band, middle, (0.30 * w.min(h * 2.2) - i as f32 * 7.0 * unit).max(1.0), 7.2 * unit);
            }
            clouds(art, frame, 7, STORM, paint, 1.0);
        }
        Hour::Noon => clouds(art, frame, 7, CLOUD, paint, 1.0),
        Hour::Blueprint => {
            blueprint(art, frame);
            clouds(art, frame, 3, CLOUD, paint, 0.9);
        }
        Hour::Night => {
            stars(art, frame);
            moon(art, at(0.86, 0.17), 26.0 * unit, paint);
        }
        Hour::Golden => {
            disk_of_sun(art, at(0.16, 0.42), 44.0 * unit, Paint::mixed(GOLD, WHITE, 0.45), 0.22);
            clouds(art, frame, 6, CLOUD.mixed(paint.horizon, 0.35), paint, 0.9);
            for (place, size, color) in [(at(0.83, 0.16), 15.0, 0), (at(0.90, 0.28), 11.0, 1), (at(0.74, 0.09), 8.0, 2)]
            {
                kite(art, place, size * unit, [palette::YELLOW, palette::RED, palette::TEAL][color]);
            }
        }
    }
    if hour != Hour::Night {
        birds(art, at(0.62, 0.22), 6.0 * unit, paint.zenith.shaded(0.55));
    }
    ripples(art, frame, paint, (HORIZON + 0.01, 0.88), 90);
    for (place, size, color) in [((0.06, 0.70), 1.0, 0), ((0.95, 0.665), 0.7, 2), ((0.90, 0.76), 1.1, 1)] {
        boat(art, at(place.0, place.1), size * 15.0 * unit, BOAT[color], paint);
    }
}

/// Light on the water before the island.
pub fn before(art: &mut Art, frame: Frame, paint: HourPaint) {
    ripples(art, frame, paint, (0.86, 0.99), 90);
}

fn gradient(art: &mut Art, id: &str, [x, y]: Point, [w, h]: [f32; 2], stops: &[(f32, Paint)]) {
    let stop = |(at, paint): &(f32, Paint)| format!(r#"<stop offset="{at}" stop-color="{}"/>"#, hex(*paint));
    let stops: String = stops.iter().map(stop).collect();
    art.element(&format!(
        r#"<linearGradient id="{id}" x1="0" y1="0" x2="0" y2="1">{stops}</linearGradient><rect x="{x}" y="{y}" width="{w}" height="{h}" fill="url(#{id})"/>"#
    ));
}

/// Birds, as far as one can make them out.
fn birds(art: &mut Art, [x, y]: Point, r: f32, paint: Paint) {
    for (i, (dx, dy)) in [(0.0, 0.0), (2.6, -0.9), (4.6, 0.6), (-2.2, 1.1), (7.4, -0.4)].into_iter().enumerate() {
        let (x, y, r) = (x + dx * r, y + dy * r, r * (1.0 - 0.1 * i as f32));
        art.line(
            paint,
            0.7,
            r * 0.16,
            &[
                [x - r, y - r * 0.35],
                [x - r * 0.4, y - r * 0.45],
                [x, y],
                [x + r * 0.4, y - r * 0.45],
                [x + r, y - r * 0.3],
            ],
        );
    }
}

/// A flat cloud of a few faces, brighter above than below.
fn clouds(art: &mut Art, frame: Frame, count: usize, paint: Paint, hour: HourPaint, opacity: f32) {
    let ([x, y], [w, h]) = (frame.at, frame.size);
    let unit = h.min(w) / 480.0;
    for i in 0..count {
        let (a, b, c) = (chance(101, i), chance(103, i), chance(107, i));
        let at = [x + w * (i as f32 + 0.15 + a * 0.7) / count as f32, y + h * (0.05 + b * 0.30)];
        cloud(art, at, (9.0 + c * 15.0) * unit, i, (paint, hour), opacity);
    }
}

fn cloud(art: &mut Art, [x, y]: Point, size: f32, seed: usize, (paint, hour): (Paint, HourPaint), opacity: f32) {
    let lumps = 3 + seed % 2;
    let stage = Stage { at: [x, y], scale: 1.0, hour, haze: 0.12 };
    let side = if hour.sun[0] < 0.0 { -1.0 } else { 1.0 };
    let (light, dark) = (stage.lit(paint, [side * 0.5, 0.85, 0.2]), stage.lit(paint, [-side * 0.3, -0.9, 0.3]));
    let lump = |i: usize| {
        let along = (i as f32 - (lumps - 1) as f32 / 2.0) * size * 0.95;
        let radius = size * (0.62 + 0.55 * chance(seed as u32, i)) * if i == 0 || i + 1 == lumps { 0.72 } else { 1.1 };
        ([x + along, y - radius * 0.42], radius)
    };
    let faces = |[x, y]: Point, radius: f32, turn: f32| -> Vec<Point> {
        let corner = |k: usize| {
            let (s, c) = (std::f32::consts::TAU * (k as f32 + turn) / 8.0).sin_cos();
            [x + c * radius, (y + s * radius).min(y + radius * 0.42)]
        };
        (0..8).map(corner).collect()
    };
    art.open(&format!(r#"opacity="{opacity}""#));
    for i in 0..lumps {
        let (at, radius) = lump(i);
        art.face(dark, &faces(at, radius, 0.3));
    }
    for i in 0..lumps {
        let ([x, y], radius) = lump(i);
        art.face(light, &faces([x + side * radius * 0.1, y - radius * 0.12], radius * 0.84, 0.1));
    }
    art.close();
}

fn disk_of_sun(art: &mut Art, at: Point, radius: f32, paint: Paint, halo: f32) {
    for grow in [2.6, 1.7] {
        art.disk(paint, halo, at, radius * grow);
    }
    art.disk(paint, 1.0, at, radius);
}

fn moon(art: &mut Art, [x, y]: Point, radius: f32, hour: HourPaint) {
    for grow in [2.6, 1.9, 1.4] {
        art.disk(STAR, 0.045, [x, y], radius * grow);
    }
    art.disk(STAR, 1.0, [x, y], radius);
    art.disk(STAR.mixed(hour.zenith, 0.14), 1.0, [x - radius * 0.3, y - radius * 0.1], radius * 0.24);
    art.disk(STAR.mixed(hour.zenith, 0.14), 1.0, [x + radius * 0.35, y + radius * 0.35], radius * 0.16);
}

fn stars(art: &mut Art, frame: Frame) {
    let ([x, y], [w, h]) = (frame.at, frame.size);
    for i in 0..120 {
        let (a, b, c) = (chance(61, i), chance(67, i), chance(71, i));
        let radius = (0.6 + c * c * 1.5) * h.min(w) / 480.0;
        art.disk(STAR, 0.35 + 0.6 * c, [x + w * a, y + h * b * 0.52], radius);
    }
}

fn arc(art: &mut Art, paint: Paint, [x, y]: Point, radius: f32, width: f32) {
    let point = |i| {
        let (s, c) = (std::f32::consts::PI * i as f32 / 48.0).sin_cos();
        [x - c * radius, y - s * radius]
    };
    art.line(paint, 0.5, width, &(0..=48).map(point).collect::<Vec<_>>());
}

fn balloon(art: &mut Art, [x, y]: Point, r: f32, colors: usize) {
    let (a, b) = [(palette::RED, WHITE), (palette::YELLOW, WHITE), (palette::TEAL, WHITE)][colors % 3];
    // Half the width of the envelope, from top to bottom.
    let outline = [(-1.0, 0.16), (-0.86, 0.55), (-0.5, 0.9), (0.0, 1.0), (0.45, 0.86), (0.9, 0.5), (1.2, 0.26)];
    for (gore, (from, to)) in [(-1.0, -0.6), (-0.6, -0.2), (-0.2, 0.2), (0.2, 0.6), (0.6, 1.0)].into_iter().enumerate()
    {
        let edge = |share: f32| outline.iter().map(move |(down, half)| [x + half * r * share, y + down * r]);
        let points: Vec<Point> = edge(from).chain(edge(to).collect::<Vec<_>>().into_iter().rev()).collect();
        let paint = if gore % 2 == 0 { a } else { b };
        art.face(paint.shaded(1.02 - 0.07 * gore as f32), &points);
    }
    for side in [-0.22, 0.22] {
        art.line(
            palette::STRING,
            0.8,
            (r * 0.04).max(0.5),
            &[[x + side * r, y + 1.2 * r], [x + side * r * 0.8, y + 1.55 * r]],
        );
    }
    art.rect(palette::TIMBER, 1.0, [x - r * 0.2, y + 1.55 * r], [r * 0.4, r * 0.28]);
}

fn kite(art: &mut Art, [x, y]: Point, r: f32, paint: Paint) {
    art.line(
        palette::STRING,
        0.5,
        0.8,
        &[[x, y + r * 1.3], [x - r * 0.5, y + r * 2.4], [x - r * 0.2, y + r * 3.3], [x - r * 1.2, y + r * 5.2]],
    );
    art.face(paint, &[[x, y - r * 1.2], [x, y + r * 1.4], [x - r * 0.9, y - r * 0.2]]);
    art.face(paint.shaded(0.86), &[[x, y - r * 1.2], [x + r * 0.9, y - r * 0.1], [x, y + r * 1.4]]);
}

fn boat(art: &mut Art, [x, y]: Point, r: f32, paint: Paint, hour: HourPaint) {
    let stage = Stage { at: [x, y], scale: 1.0, hour, haze: 0.1 };
    let side = [0.2, 0.1, 0.97];
    art.rect(FOAM, 0.35, [x - r * 1.3, y + r * 0.3], [r * 2.6, r * 0.09]);
    art.face(
        stage.lit(paint, side),
        &[[x - r, y], [x + r * 1.15, y], [x + r * 0.8, y + r * 0.36], [x - r * 0.75, y + r * 0.36]],
    );
    art.face(
        stage.lit(SAIL, side),
        &[[x + r * 0.05, y - r * 2.0], [x + r * 0.05, y - r * 0.12], [x - r * 0.85, y - r * 0.12]],
    );
    art.face(
        stage.lit(SAIL, side).shaded(0.9),
        &[[x + r * 0.15, y - r * 1.7], [x + r * 0.85, y - r * 0.12], [x + r * 0.15, y - r * 0.12]],
    );
}

fn blueprint(art: &mut Art, frame: Frame) {
    let ([x, y], [w, h]) = (frame.at, frame.size);
    let horizon = y + h * HORIZON;
    for i in 0..13 {
        let down = (i as f32 / 12.0).powi(2) * (1.0 - HORIZON) * h;
        art.line(BLUEPRINT, 0.5, 0.9, &[[x, horizon + down], [x + w, horizon + down]]);
    }
    for i in -16..=16 {
        let share = i as f32 / 16.0;
        art.line(BLUEPRINT, 0.5, 0.9, &[[x + w * (0.5 + share * 0.7), horizon], [x + w * (0.5 + share * 2.6), y + h]]);
    }
}

fn ripples(art: &mut Art, frame: Frame, paint: HourPaint, (from, to): (f32, f32), count: usize) {
    let ([x, y], [w, h]) = (frame.at, frame.size);
    let unit = h.min(w) / 480.0;
    for i in 0..count {
        let (a, b, c) = (chance(211, i + count), chance(223, i + count), chance(227, i + count));
        let down = from + (to - from) * b;
        let near = (down - HORIZON) / (1.0 - HORIZON);
        let long = (10.0 + 34.0 * c) * (0.35 + near) * unit;
        let light = paint.sea.mixed(if i % 3 == 0 { FOAM } else { paint.horizon }, 0.55);
        art.rect(light, 0.28 + 0.3 * c, [x + (w - long) * a, y + h * down], [long, (0.7 + near) * unit]);
    }
}
