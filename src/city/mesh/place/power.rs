//! A power station: cooling towers, a turbine hall with its fires, pylons with wires, a control tower.

use super::shapes::{at, back_pane, gable, pane, wire};
use super::yard::{Thing, Yard};
use crate::city::look::Paint;
use crate::city::look::palette::{CONCRETE, EMBER, IRON, RED, SLATE, STEEL, WHITE, WINDOW_LIT, YELLOW};
use bevy::math::{Vec2, Vec3};

/// Builds it.
pub fn build(yard: &mut Yard<'_>) {
    let accent = yard.paint.accent;
    yard.put(&cooling_tower(), (0.45, 1.3), (4.6, 0.0));
    yard.put(&turbine_hall(accent), (0.45, 1.15), (-4.5, -0.4));
    yard.put(&cooling_tower(), (0.45, 1.0), (3.2, -1.5));
    yard.put(&control_tower(accent), (0.6, 1.2), (0.0, -1.5));
    yard.put(&transformers(), (0.5, 1.0), (-2.6, -2.0));
    pylons(yard);
    yard.put(&transformers(), (0.45, 0.9), (-5.0, 2.0));
    yard.scatter(3, |_| cabinet());
    yard.plant(3);
}

fn cooling_tower() -> Thing {
    let mut thing = Thing::new(2.7, 2.7);
    let b = &mut thing.mesh;
    let rings = [(0.3, 1.22), (0.9, 0.98), (1.7, 0.8), (2.4, 0.78), (3.0, 0.86), (3.2, 0.9)];
    for (i, pair) in rings.windows(2).enumerate() {
        let [(low, wide), (high, narrow)] = [pair[0], pair[1]];
        let paint = [CONCRETE, CONCRETE.shaded(0.97), WHITE, RED, WHITE][i];
        super::shapes::striped(b, Vec3::Y * low, (wide, narrow), high - low, 18, [paint, paint.shaded(0.97)]);
    }
    // It is open on top: a dark mouth with a rim.
    b.drum(at(0.0, 2.9, 0.0), (0.74, 0.74), 0.14, 14, SLATE.shaded(0.55));
    for i in 0..10 {
        let angle = std::f32::consts::TAU * i as f32 / 10.0;
        let (x, z) = (angle.cos(), angle.sin());
        b.beam(at(1.26 * x, 0.0, 1.26 * z), at(1.18 * x, 0.34, 1.18 * z), 0.1, CONCRETE.shaded(0.85));
    }
    b.drum(Vec3::ZERO, (1.32, 1.32), 0.1, 16, CONCRETE.shaded(0.85));
    thing.shade_round((0.0, 0.0), 0.95, 3.0);
    thing
}

fn turbine_hall(accent: Paint) -> Thing {
    let mut thing = Thing::new(3.7, 2.5);
    let b = &mut thing.mesh;
    for x in [-1.0, 0.0, 1.0] {
        b.drum(at(x, 1.2, -0.92), (0.2, 0.15), 2.0, 8, WHITE);
        b.drum(at(x, 2.7, -0.92), (0.18, 0.18), 0.3, 8, RED);
        b.ball(at(x, 3.26, -0.92), 0.07, |_| 0.0, RED.glowing(1.0));
    }
    gable(b, at(0.0, 1.3, 0.1), at(3.5, 0.55, 1.9), accent, CONCRETE);
    b.cuboid(at(0.0, 1.72, 0.1), at(2.8, 0.26, 0.5), WINDOW_LIT.glowing(0.6));
    for i in 0..5 {
        let x = -1.36 + 0.68 * i as f32;
        pane(b, at(x, 0.76, 0.95), 0.4, 0.84, if i == 2 { EMBER } else { WINDOW_LIT.glowing(0.8) });
        back_pane(b, at(x, 0.76, -0.75), 0.4, 0.6, WINDOW_LIT.glowing(0.8));
    }
    b.cuboid(at(0.0, 0.0, 0.1), at(3.4, 1.3, 1.7), accent.mixed(CONCRETE, 0.55));
    b.cuboid(at(0.0, 0.0, -0.92), at(2.6, 1.25, 0.5), CONCRETE.shaded(0.88));
    b.cuboid(Vec3::ZERO, at(3.6, 0.14, 2.4), CONCRETE.shaded(0.8));
    thing.shade((0.0, 0.1), (3.4, 1.7), 1.6);
    for x in [-1.0, 0.0, 1.0] {
        thing.shade_round((x, -0.92), 0.2, 3.1);
    }
    thing
}

/// A stem, a glass room that sees everything, and its aerial.
fn control_tower(accent: Paint) -> Thing {
    let mut thing = Thing::new(1.3, 1.3);
    let b = &mut thing.mesh;
    b.drum(at(0.0, 3.34, 0.0), (0.03, 0.02), 0.7, 4, IRON);
    b.ball(at(0.0, 4.06, 0.0), 0.07, |_| 0.0, RED.glowing(1.0));
    b.drum(at(0.0, 3.16, 0.0), (0.72, 0.5), 0.18, 8, accent);
    b.drum(at(0.0, 2.7, 0.0), (0.5, 0.64), 0.46, 8, WINDOW_LIT.glowing(0.9));
    b.drum(at(0.0, 2.5, 0.0), (0.34, 0.56), 0.2, 8, CONCRETE);
    b.drum(at(0.0, 0.3, 0.0), (0.34, 0.28), 2.2, 8, CONCRETE);
    b.drum(at(0.0, 1.9, 0.0), (0.33, 0.33), 0.2, 8, accent);
    b.drum(Vec3::ZERO, (0.6, 0.56), 0.32, 8, CONCRETE.shaded(0.85));
    thing.shade_round((0.0, 0.0), 0.32, 2.5);
    thing.shade_round((0.0, 0.0), 0.5, 3.2);
    thing
}

/// Pylons along the edge, with wires from each to the next.
fn pylons(yard: &mut Yard<'_>) {
    let mut pylon = Thing::new(0.55, 0.55);
    let b = &mut pylon.mesh;
    for (x, z) in [(0.24, 0.24), (-0.24, 0.24), (0.24, -0.24), (-0.24, -0.24)] {
        b.beam(at(x, 0.0, z), at(x * 0.2, 2.2, z * 0.2), 0.055, STEEL);
        if x > 0.0 {
            b.beam(at(x * 0.8, 0.5, z * 0.8), at(-x * 0.55, 1.0, z * 0.55), 0.03, STEEL);
        }
    }
    b.beam(at(0.0, 2.1, 0.0), at(0.0, 2.9, 0.0), 0.09, STEEL);
    for (y, wide) in [(1.95, 0.62), (2.45, 0.5)] {
        b.beam(at(0.0, y, -wide), at(0.0, y, wide), 0.07, STEEL);
    }
    let mut before: Option<Vec2> = None;
    for plot in yard.edge(0.5, 2.9, 0.3) {
        if !yard.put_at(&pylon, plot.middle, 0.0) {
            continue;
        }
        if let Some(before) =
            before.filter(|before| before.distance(plot.middle) < 6.6 && yard.can_string(*before, plot.middle))
        {
            for (height, aside) in [(2.0, 0.55), (2.0, -0.55), (2.5, 0.42), (2.5, -0.42)] {
                let high = |p: Vec2| {
                    let p = p + p.normalize_or_zero() * aside;
                    Vec3::new(p.x, height, p.y)
                };
                wire(&mut yard.land, high(before), high(plot.middle), 0.26, 0.025, IRON);
            }
        }
        before = Some(plot.middle);
    }
}

fn transformers() -> Thing {
    let mut thing = Thing::new(2.0, 1.1);
    let b = &mut thing.mesh;
    for x in [-0.6, 0.0, 0.6] {
        b.cuboid(at(x, 0.1, 0.0), at(0.44, 0.5, 0.5), STEEL.shaded(0.9));
        for z in [-0.14, 0.14] {
            b.drum(at(x, 0.6, z), (0.07, 0.04), 0.36, 5, RED.shaded(0.8));
        }
    }
    b.cuboid(Vec3::ZERO, at(1.9, 0.1, 0.9), CONCRETE.shaded(0.82));
    for x in [-0.96, 0.96] {
        b.cuboid(at(x, 0.0, 0.0), at(0.05, 0.4, 1.0), YELLOW);
    }
    thing.shade((0.0, 0.0), (1.7, 0.6), 0.6);
    thing
}

fn cabinet() -> Thing {
    let mut thing = Thing::new(0.5, 0.4);
    thing.mesh.cuboid(Vec3::ZERO, at(0.4, 0.46, 0.28), YELLOW);
    thing.mesh.cuboid(at(0.0, 0.46, 0.0), at(0.46, 0.06, 0.34), IRON);
    thing.mesh.ball(at(0.0, 0.58, 0.0), 0.07, |_| 0.0, EMBER);
    thing
}
