//! The ground of a district as room for things: what is taken, what is free, and where something fits.

use crate::city::look::palette::DistrictPaint;
use crate::city::mesh::ground::TERRACE;
use crate::city::mesh::{Buffer, Dice, nature};
use crate::domain::plan::{Lot, Site, layout};
use bevy::math::{Vec2, Vec3};
use std::f32::consts::TAU;

/// A turned rectangle of ground.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plot {
    /// East and south of the middle of the city.
    pub middle: Vec2,
    /// Half its width and half its depth.
    pub half: Vec2,
    /// About the vertical, like the `turn` of a lot.
    pub turn: f32,
}

impl Plot {
    /// The ground of a building.
    pub fn of_lot(lot: &Lot) -> Self {
        Self { middle: Vec2::new(lot.x, lot.z), half: Vec2::splat(lot.width / 2.0), turn: lot.turn }
    }

    /// What lies before the door of a building.
    pub fn before(lot: &Lot) -> Self {
        let own = Self::of_lot(lot);
        Self { middle: own.point(Vec2::new(0.0, own.half.y + 0.25)), half: Vec2::new(0.6, 0.25), ..own }
    }

    /// A point given across and along the plot, as a point of the city.
    pub fn point(&self, local: Vec2) -> Vec2 {
        let (sin, cos) = self.turn.sin_cos();
        self.middle + Vec2::new(cos, -sin) * local.x + Vec2::new(sin, cos) * local.y
    }

    /// Whether two plots share ground.
    pub fn touches(&self, other: &Self) -> bool {
        let apart = other.middle - self.middle;
        if apart.length_squared() > (self.half.length() + other.half.length()).powi(2) {
            return false;
        }
        let axes = |plot: &Self| {
            let (sin, cos) = plot.turn.sin_cos();
            [Vec2::new(cos, -sin), Vec2::new(sin, cos)]
        };
        let (mine, its) = (axes(self), axes(other));
        let reach =
            |axis: Vec2, of: [Vec2; 2], half: Vec2| of[0].dot(axis).abs() * half.x + of[1].dot(axis).abs() * half.y;
        mine.into_iter()
            .chain(its)
            .all(|axis| apart.dot(axis).abs() < reach(axis, mine, self.half) + reach(axis, its, other.half))
    }

    /// Corners and the middles of edges.
    fn outline(&self) -> impl Iterator<Item = Vec2> {
        [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0), (0.0, 1.0), (0.0, -1.0), (1.0, 0.0), (-1.0, 0.0)]
            .into_iter()
            .map(|(x, z)| self.point(Vec2::new(x, z) * self.half))
    }
}

/// Something that throws a shadow, as the shade map sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block {
    /// Where it stands.
    pub plot: Plot,
    /// Whether it is as round as its plot is wide.
    pub round: bool,
    /// Of its top.
    pub height: f32,
}

/// A thing that stands on y = 0 around the middle, its front to +z.
#[derive(Debug, Clone, Default)]
pub struct Thing {
    /// What one sees.
    pub mesh: Buffer,
    /// Half the width and depth that it needs.
    pub half: Vec2,
    blocks: Vec<Block>,
}

impl Thing {
    /// Nothing yet, that needs so much room.
    pub fn new(width: f32, depth: f32) -> Self {
        Self { half: Vec2::new(width, depth) / 2.0, ..Self::default() }
    }

    /// Throws the shadow of a box.
    pub fn shade(&mut self, middle: (f32, f32), size: (f32, f32), height: f32) {
        let plot = Plot { middle: Vec2::from(middle), half: Vec2::from(size) / 2.0, turn: 0.0 };
        self.blocks.push(Block { plot, round: false, height });
    }

    /// Throws the shadow of something round.
    pub fn shade_round(&mut self, middle: (f32, f32), radius: f32, height: f32) {
        let plot = Plot { middle: Vec2::from(middle), half: Vec2::splat(radius), turn: 0.0 };
        self.blocks.push(Block { plot, round: true, height });
    }
}

/// The ground of a district while its place is being built.
pub struct Yard<'a> {
    /// Its land.
    pub site: &'a Site,
    /// Its colors.
    pub paint: DistrictPaint,
    /// They fall alike for the same district.
    pub dice: Dice,
    /// What has been built.
    pub land: Buffer,
    /// What throws shadows.
    pub blocks: Vec<Block>,
    used: Vec<Plot>,
    /// How many of those are lots and doors.
    taken: usize,
}

/// What stays free between a thing and the edge of the terrace.
const MARGIN: f32 = 0.17;

impl<'a> Yard<'a> {
    /// Ground on which these lots are taken.
    pub fn new(site: &'a Site, taken: &[Lot], paint: DistrictPaint, seed: u32) -> Self {
        let used: Vec<Plot> = taken.iter().flat_map(|lot| [Plot::of_lot(lot), Plot::before(lot)]).collect();
        let taken = used.len();
        Self { site, paint, dice: Dice::new(seed), land: Buffer::default(), blocks: Vec::new(), used, taken }
    }

    /// A point given along the ward and outward from its middle; on the disk, east and south of the middle.
    pub fn world(&self, along: f32, outward: f32) -> Vec2 {
        if self.site.ring == 0 {
            return Vec2::new(along, outward);
        }
        let radius = self.site.middle() + outward;
        Vec2::from(layout::polar(radius, self.site.angle() + along / radius))
    }

    /// A plot at a point of the city, its front outward.
    pub fn plot(&self, middle: Vec2, half: Vec2) -> Plot {
        Plot { middle, half, turn: (-middle.y).atan2(middle.x) + TAU / 4.0 }
    }

    /// Whether a plot lies on this ground and shares it with nothing.
    pub fn is_free(&self, plot: &Plot) -> bool {
        self.holds(plot) && !self.used.iter().any(|other| other.touches(plot))
    }

    /// Whether a wire can be strung from one point to another without crossing a building.
    pub fn can_string(&self, from: Vec2, to: Vec2) -> bool {
        let along = to - from;
        let half = Vec2::new(along.length() / 2.0, 0.05);
        let line = Plot { middle: from.midpoint(to), half, turn: (-along.y).atan2(along.x) };
        self.spares_lots(&line)
    }

    /// Whether a plot touches neither a taken lot nor what lies before its door.
    pub fn spares_lots(&self, plot: &Plot) -> bool {
        !self.used[..self.taken].iter().any(|lot| lot.touches(plot))
    }

    fn holds(&self, plot: &Plot) -> bool {
        plot.outline().all(|corner| {
            let radius = corner.length();
            if radius > self.site.outer - MARGIN {
                return false;
            }
            if self.site.ring == 0 {
                return true;
            }
            let off = ((-corner.y).atan2(corner.x) - self.site.angle() + TAU / 2.0).rem_euclid(TAU) - TAU / 2.0;
            let reach = (self.site.to - self.site.from) / 2.0 - MARGIN / radius;
            radius > self.site.inner + MARGIN && off.abs() < reach
        })
    }

    /// Puts a thing on a plot, whatever is there.
    pub fn set(&mut self, thing: &Thing, plot: Plot, scale: f32) {
        self.land.append_scaled(&thing.mesh, Vec3::new(plot.middle.x, TERRACE, plot.middle.y), plot.turn, scale);
        self.blocks.extend(thing.blocks.iter().map(|block| Block {
            plot: Plot {
                middle: plot.point(block.plot.middle * scale),
                half: block.plot.half * scale,
                turn: block.plot.turn + plot.turn,
            },
            round: block.round,
            height: TERRACE + block.height * scale,
        }));
        self.used.push(plot);
    }

    /// Puts a thing at a point if it is free there; its front is outward.
    pub fn put_at(&mut self, thing: &Thing, middle: Vec2, turn: f32) -> bool {
        let plot = self.plot(middle, thing.half);
        let plot = Plot { turn: plot.turn + turn, ..plot };
        let free = self.is_free(&plot);
        if free {
            self.set(thing, plot, 1.0);
        }
        free
    }

    /// Puts a thing where it can be largest within `scales`, and of such spots nearest to one along and outward.
    ///
    /// It may stand with its front outward, inward, or to a side. Where it does not fit, it is left out.
    pub fn put(&mut self, thing: &Thing, scales: (f32, f32), near: (f32, f32)) -> Option<Plot> {
        let (plot, scale) = self.widest(thing.half, scales, self.world(near.0, near.1))?;
        self.set(thing, plot, scale);
        Some(plot)
    }

    fn widest(&self, half: Vec2, (least, most): (f32, f32), near: Vec2) -> Option<(Plot, f32)> {
        let mut spots = self.spots();
        spots.sort_by(|a, b| a.distance_squared(near).total_cmp(&b.distance_squared(near)));
        let turned = |spot: Vec2, turn: f32, scale: f32| {
            let plot = self.plot(spot, half * scale);
            Plot { turn: plot.turn + turn, ..plot }
        };
        let turns: &[f32] = if (half.x - half.y).abs() < 0.01 { &[0.0] } else { &[0.0, TAU / 4.0] };
        let mut best: Option<(Plot, f32)> = None;
        for (spot, turn) in spots.into_iter().flat_map(|spot| turns.iter().map(move |turn| (spot, *turn))) {
            // What has no room for more than the best so far is of no interest.
            let mut scale = best.map_or(least, |(_, scale)| scale + 0.12);
            while scale <= most && self.is_free(&turned(spot, turn, scale)) {
                best = Some((turned(spot, turn, scale), scale));
                scale += 0.06;
            }
        }
        best
    }

    /// Points all over the ground.
    fn spots(&self) -> Vec<Vec2> {
        const STEP: f32 = 0.36;
        let site = self.site;
        let rows = ((site.outer - site.inner) / STEP) as usize;
        let row = |i: usize| {
            let radius = site.inner + STEP * (i as f32 + 0.5);
            let columns = ((site.to - site.from) * radius / STEP).max(1.0) as usize;
            (0..columns).map(move |j| {
                let angle = site.from + (site.to - site.from) * (j as f32 + 0.5) / columns as f32;
                Vec2::from(layout::polar(radius, angle))
            })
        };
        (0..rows).flat_map(row).collect()
    }

    /// Puts up to `count` things wherever the dice say and there is room.
    pub fn scatter(&mut self, count: usize, mut make: impl FnMut(&mut Dice) -> Thing) {
        let mut left = count;
        for _ in 0..count * 9 {
            if left == 0 {
                return;
            }
            let (inner, outer) = (self.site.inner.max(0.3), self.site.outer - 0.3);
            let radius = self.dice.between(inner * inner, outer * outer).sqrt();
            let at = Vec2::from(layout::polar(radius, self.dice.between(self.site.from, self.site.to)));
            let thing = make(&mut self.dice);
            let turn = self.dice.between(0.0, TAU);
            left -= usize::from(self.put_at(&thing, at, turn));
        }
    }

    /// Plots along the edge, `inset` from it, about `length` wide and `depth` deep, whatever is there.
    pub fn edge(&self, inset: f32, length: f32, depth: f32) -> Vec<Plot> {
        let site = self.site;
        let mut plots = Vec::new();
        let half = |wide: f32| Vec2::new(wide / 2.0, depth / 2.0);
        let mut arc = |radius: f32| {
            let turn = if site.ring == 0 { 0.0 } else { inset / radius };
            let span = site.to - site.from - 2.0 * turn;
            let count = (span * radius / length).max(1.0) as usize;
            let wide = span * radius / count as f32;
            let angle = |i: usize| site.from + turn + span * (i as f32 + 0.5) / count as f32;
            // A chord cuts its arc short.
            plots.extend((0..count).map(|i| self.plot(Vec2::from(layout::polar(radius, angle(i))), half(wide))));
        };
        arc(site.outer - inset);
        if site.ring > 0 {
            arc(site.inner + inset);
            let count = ((site.outer - site.inner - 2.0 * inset) / length).max(1.0) as usize;
            let wide = (site.outer - site.inner - 2.0 * inset) / count as f32;
            for (side, sign) in [(site.from, 1.0), (site.to, -1.0)] {
                plots.extend((0..count).map(|i| {
                    let radius = site.inner + inset + wide * (i as f32 + 0.5);
                    let plot = self.plot(Vec2::from(layout::polar(radius, side + sign * inset / radius)), half(wide));
                    Plot { turn: plot.turn + TAU / 4.0, ..plot }
                }));
            }
        }
        plots
    }

    /// Lamps along the edge, and trees in what room is left.
    pub fn plant(&mut self, trees: usize) {
        let lamp = Thing { mesh: nature::lamp(), ..Thing::new(0.2, 0.2) };
        for plot in self.edge(0.3, 3.2, 0.2) {
            self.put_at(&lamp, plot.middle, 0.0);
        }
        self.trees(trees);
    }

    /// Up to so many trees.
    pub fn trees(&mut self, count: usize) {
        self.scatter(count, |dice| {
            let scale = dice.between(0.6, 1.0);
            let mut thing = Thing::new(1.08 * scale, 1.08 * scale);
            thing.mesh.append_scaled(&nature::tree(dice), Vec3::ZERO, 0.0, scale);
            thing.shade_round((0.0, 0.0), 0.42 * scale, 1.2 * scale);
            thing
        });
    }
}
