//! What stands on a roof, reduced to what one knows it by.

use super::art::Art;
use super::solid::{Plan, Spot, Stage, oblong, regular};
use crate::domain::content::schema::Crown;
use crate::view::palette::{CLOUD, GOLD, IRON, LAMP, LEAVES, Paint, RED, SLATE, STEEL, TRUNK, WHITE, WINDOW_LIT};
use std::f32::consts::TAU;

/// Draws a crown on a roof at this height.
pub fn draw(art: &mut Art, stage: &Stage, crown: Crown, y: f32, roof: &Plan, accent: Paint) {
    let mut mason = Mason { art, stage, y, accent };
    mason.build(crown, roof);
}

struct Mason<'a> {
    art: &'a mut Art,
    stage: &'a Stage,
    y: f32,
    accent: Paint,
}

impl Mason<'_> {
    fn body(&mut self, [x, y, z]: Spot, plan: &Plan, shares: (f32, f32), high: f32, paint: Paint) {
        self.stage.body(self.art, [x, self.y + y, z], plan, shares, high, paint);
    }

    fn block(&mut self, at: Spot, [wide, high, deep]: Spot, paint: Paint) {
        self.body(at, &oblong(wide / 2.0, deep / 2.0), (1.0, 1.0), high, paint);
    }

    fn drum(&mut self, at: Spot, (foot, top): (f32, f32), high: f32, paint: Paint) {
        self.body(at, &regular(10, 1.0), (foot, top), high, paint);
    }

    fn ball(&mut self, [x, y, z]: Spot, radius: f32, paint: Paint) {
        self.stage.ball(self.art, [x, self.y + y, z], radius, paint);
    }

    fn bar(&mut self, spots: &[Spot], width: f32, paint: Paint) {
        let spots: Vec<Spot> = spots.iter().map(|[x, y, z]| [*x, self.y + y, *z]).collect();
        self.stage.bar(self.art, &spots, width, paint);
    }

    /// An upright ring that looks at the street.
    fn ring(&mut self, [x, y, z]: Spot, radius: f32, width: f32, paint: Paint) {
        let spot = |i| {
            let (s, c) = (TAU * i as f32 / 16.0).sin_cos();
            [x + s * radius, y + c * radius, z]
        };
        self.bar(&(0..=16).map(spot).collect::<Vec<_>>(), width, paint);
    }

    /// A flat shape that looks at the street.
    fn sign(&mut self, [x, y, z]: Spot, outline: &[[f32; 2]], paint: Paint) {
        let points: Vec<_> = outline.iter().map(|[dx, dy]| self.stage.point([x + dx, self.y + y + dy, z])).collect();
        self.art.face(self.stage.lit(paint, [0.0, 0.0, 1.0]), &points);
    }

    fn dome(&mut self, y: f32, radius: f32, paint: Paint) {
        for (foot, top, from, high) in [(1.0, 0.92, 0.0, 0.36), (0.92, 0.68, 0.36, 0.34), (0.68, 0.3, 0.7, 0.22)] {
            self.drum([0.0, y + from * radius, 0.0], (foot * radius, top * radius), high * radius, paint);
        }
        self.drum([0.0, y + 0.92 * radius, 0.0], (0.3 * radius, 0.0), 0.1 * radius, paint);
    }

    /// A roof with its ridge along x.
    fn gable(&mut self, [x, y, z]: Spot, [wide, deep]: [f32; 2], high: f32, paint: Paint) {
        let (w, d, y) = (wide / 2.0, deep / 2.0, self.y + y);
        let p = |dx, dy, dz| self.stage.point([x + dx, y + dy, z + dz]);
        let faces = [
            ([p(-w, 0.0, -d), p(-w, 0.0, d), p(-w, high, 0.0), p(-w, high, 0.0)], [-1.0, 0.0, 0.0], WHITE),
            ([p(-w, 0.0, d), p(w, 0.0, d), p(w, high, 0.0), p(-w, high, 0.0)], [0.0, 0.6, 0.8], paint),
        ];
        for (points, normal, paint) in faces {
            self.art.face(self.stage.lit(paint, normal), &points);
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm a crown")]
    fn build(&mut self, crown: Crown, roof: &Plan) {
        let accent = self.accent;
        let reach = |axis: usize| roof.iter().map(|p| p[axis].abs()).fold(0.0, f32::max);
        let (wide, deep) = (reach(0), reach(1));
        match crown {
            Crown::Antenna => {
                self.drum([0.0; 3], (0.2, 0.05), 1.6, STEEL);
                for (i, radius) in [0.2, 0.38, 0.56].into_iter().enumerate() {
                    self.ring([0.0, 1.2 + 0.1 * i as f32, 0.0], radius, 0.05, accent);
                }
                self.ball([0.0, 1.7, 0.0], 0.13, LAMP);
            }
            Crown::Bell => {
                for x in [-0.45, 0.45] {
                    self.block([x, 0.0, 0.0], [0.14, 1.0, 0.4], WHITE);
                }
                self.drum([0.0, 0.3, 0.0], (0.32, 0.12), 0.5, GOLD);
                self.gable([0.0, 1.0, 0.0], [1.25, 0.85], 0.5, accent);
            }
            Crown::Billboard => {
                for x in [-0.5, 0.5] {
                    self.bar(&[[x, 0.0, 0.0], [x, 0.5, 0.0]], 0.1, IRON);
                }
                self.block([0.0, 0.45, 0.0], [1.9, 1.0, 0.16], accent);
                self.sign([0.0, 0.53, 0.09], &[[-0.86, 0.0], [0.86, 0.0], [0.86, 0.84], [-0.86, 0.84]], WHITE);
                self.sign([0.0, 0.53, 0.1], &[[-0.7, 0.52], [0.3, 0.52], [0.3, 0.66], [-0.7, 0.66]], accent);
                self.sign([0.0, 0.53, 0.1], &[[-0.7, 0.2], [0.6, 0.2], [0.6, 0.34], [-0.7, 0.34]], accent);
            }
            Crown::Braces => {
                for side in [-1.0, 1.0] {
                    let x = |inward: f32| side * (0.62 - inward);
                    let line = [
                        [x(0.22), 1.3],
                        [x(0.0), 1.2],
                        [x(0.0), 0.8],
                        [x(-0.18), 0.68],
                        [x(0.0), 0.56],
                        [x(0.0), 0.2],
                        [x(0.22), 0.1],
                    ];
                    self.bar(&line.map(|[x, y]| [x, y, 0.0]), 0.15, accent);
                }
            }
            Crown::Chimneys => {
                self.body([0.0; 3], roof, (0.84, 0.84), 0.14, accent);
                for (x, z, high) in [(0.38, -0.25, 1.8), (-0.42, 0.25, 1.45)] {
                    self.drum([x, 0.1, z], (0.3, 0.22), high, WHITE.shaded(0.92));
                    self.drum([x, high - 0.3, z], (0.27, 0.26), 0.24, accent);
                }
            }
            Crown::Clock => {
                self.block([0.0; 3], [0.95, 1.15, 0.95], WHITE);
                self.disk([0.0, 0.62, 0.49], 0.36, accent);
                self.disk([0.0, 0.62, 0.5], 0.29, WINDOW_LIT);
                self.bar(&[[0.0, 0.86, 0.5], [0.0, 0.62, 0.5], [0.16, 0.54, 0.5]], 0.05, IRON);
                self.body([0.0, 1.15, 0.0], &oblong(0.58, 0.58), (1.0, 0.0), 0.8, accent);
            }
            Crown::Cloud => {
                for (x, y, radius) in [(-0.5, 0.85, 0.36), (0.5, 0.8, 0.34), (0.0, 1.0, 0.5)] {
                    self.ball([x, y, 0.0], radius, CLOUD);
                }
            }
            Crown::Crane => {
                self.bar(&[[0.3, 0.0, 0.0], [0.3, 1.9, 0.0]], 0.14, accent);
                self.bar(&[[-1.1, 1.45, 0.0], [0.95, 1.45, 0.0]], 0.1, accent);
                self.bar(&[[-1.1, 1.45, 0.0], [0.3, 1.9, 0.0], [0.95, 1.45, 0.0]], 0.04, IRON);
                self.bar(&[[-0.85, 1.45, 0.0], [-0.85, 0.7, 0.0]], 0.03, IRON);
                self.block([-0.85, 0.45, 0.0], [0.3, 0.26, 0.3], RED);
                self.block([0.8, 1.2, 0.0], [0.3, 0.24, 0.3], SLATE);
            }
            Crown::Dome => {
                self.drum([0.0; 3], (0.88, 0.88), 0.22, WHITE);
                self.dome(0.22, 0.86, accent);
                self.bar(&[[0.0, 1.0, 0.0], [0.0, 1.5, 0.0]], 0.07, GOLD);
            }
            Crown::Flag => {
                self.bar(&[[0.0, 0.0, 0.0], [0.0, 1.9, 0.0]], 0.08, WHITE);
                self.sign(
                    [0.0, 1.2, 0.0],
                    &[[0.0, 0.0], [0.55, 0.08], [1.05, 0.0], [1.05, 0.55], [0.55, 0.63], [0.0, 0.6]],
                    accent,
                );
                self.ball([0.0, 1.95, 0.0], 0.09, GOLD);
            }
            Crown::Gable => self.gable([0.0; 3], [wide * 2.15, deep * 2.2], 0.95, accent),
            Crown::Globe => {
                self.drum([0.0; 3], (0.4, 0.26), 0.3, STEEL);
                self.ball([0.0, 0.92, 0.0], 0.62, accent);
                self.ring([0.0, 0.92, 0.0], 0.62, 0.05, WHITE);
                self.bar(&[[-0.6, 0.92, 0.2], [-0.2, 0.82, 0.55], [0.3, 0.82, 0.55], [0.6, 0.92, 0.1]], 0.05, WHITE);
            }
            Crown::Key => {
                self.ring([0.0, 1.35, 0.0], 0.36, 0.17, GOLD);
                self.bar(&[[0.0, 1.0, 0.0], [0.0, 0.05, 0.0]], 0.16, GOLD);
                self.bar(&[[0.0, 0.2, 0.0], [0.36, 0.2, 0.0]], 0.14, GOLD);
                self.bar(&[[0.0, 0.5, 0.0], [0.3, 0.5, 0.0]], 0.14, GOLD);
            }
            Crown::Lamp => {
                self.drum([0.0; 3], (0.52, 0.42), 0.5, WHITE);
                self.drum([0.0, 0.5, 0.0], (0.6, 0.6), 0.1, accent);
                self.drum([0.0, 0.6, 0.0], (0.38, 0.38), 0.5, LAMP);
                self.drum([0.0, 1.1, 0.0], (0.55, 0.0), 0.5, accent);
            }
            Crown::Pediment => {
                for x in [-0.7, -0.23, 0.23, 0.7] {
                    self.drum([x, 0.0, 0.45], (0.12, 0.1), 0.75, WHITE);
                }
                self.block([0.0, 0.75, 0.0], [1.9, 0.14, 1.3], WHITE);
                self.sign([0.0, 0.89, 0.6], &[[-0.95, 0.0], [0.95, 0.0], [0.0, 0.5]], accent);
            }
            Crown::Shield => {
                let outline = [
                    [-0.62, 1.4],
                    [0.0, 1.55],
                    [0.62, 1.4],
                    [0.6, 0.8],
                    [0.35, 0.36],
                    [0.0, 0.1],
                    [-0.35, 0.36],
                    [-0.6, 0.8],
                ];
                self.sign([0.0, 0.0, 0.0], &outline, GOLD);
                self.sign([0.0, 0.17, 0.02], &outline.map(|[x, y]| [x * 0.78, y * 0.8]), accent);
            }
            Crown::Spire => {
                self.body([0.0; 3], &regular(8, 1.0), (0.72, 0.0), 1.9, accent);
                self.ball([0.0, 1.92, 0.0], 0.1, GOLD);
            }
            Crown::Stack => {
                for (i, paint) in [accent, WHITE, accent].into_iter().enumerate() {
                    self.drum([0.0, i as f32 * 0.45, 0.0], (0.8, 0.8), 0.38, paint);
                }
            }
            Crown::Tank => {
                for (x, z) in [(-0.4, -0.3), (0.4, -0.3), (-0.4, 0.4), (0.4, 0.4)] {
                    self.bar(&[[x, 0.0, z], [x * 0.9, 0.55, z * 0.9]], 0.09, IRON);
                }
                self.drum([0.0, 0.5, 0.0], (0.62, 0.62), 0.75, accent);
                self.drum([0.0, 1.25, 0.0], (0.7, 0.0), 0.42, STEEL);
            }
            Crown::Telescope => {
                self.drum([0.0; 3], (0.9, 0.9), 0.2, WHITE);
                self.dome(0.2, 0.86, WHITE);
                self.bar(&[[0.0, 0.6, 0.3], [0.55, 1.45, 0.3]], 0.26, accent);
            }
            Crown::Terrace => {
                self.body([0.0; 3], roof, (1.0, 1.0), 0.14, accent);
                for (x, z, radius) in [(-0.5, -0.4, 0.34), (0.5, -0.3, 0.3), (-0.25, 0.4, 0.3), (0.55, 0.45, 0.24)] {
                    self.bar(&[[x, 0.1, z], [x, 0.5, z]], 0.08, TRUNK);
                    self.ball([x, 0.62, z], radius, LEAVES[1]);
                }
            }
            Crown::Windmill => {
                self.drum([0.0; 3], (0.5, 0.34), 1.0, WHITE);
                self.drum([0.0, 1.0, 0.0], (0.42, 0.0), 0.4, accent);
                for turn in 0..4 {
                    let (s, c) = (TAU * (turn as f32 / 4.0 + 0.06)).sin_cos();
                    self.bar(&[[0.0, 1.05, 0.45], [s * 0.95, 1.05 + c * 0.95, 0.45]], 0.15, accent);
                }
            }
        }
    }

    /// A disk that looks at the street.
    fn disk(&mut self, at: Spot, radius: f32, paint: Paint) {
        let corner = |i| (TAU * i as f32 / 14.0).sin_cos();
        let outline: Vec<[f32; 2]> = (0..14).map(corner).map(|(s, c)| [s * radius, c * radius]).collect();
        self.sign(at, &outline, paint);
    }
}
