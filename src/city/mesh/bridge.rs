//! At the last level the city does not grow taller but connected: footbridges and strings of lamps.

use super::storey::HEIGHT;
use super::tower::{PLINTH_HEIGHT, SHARE_OF_LOT, roof};
use super::{Buffer, Detail};
use crate::city::look::Paint;
use crate::city::look::palette::{GOLD, LAMP, STEEL, STRING};
use crate::domain::plan::Lot;
use bevy::math::{Vec2, Vec3};
use std::collections::HashMap;

/// No bridge is longer than this, from middle to middle.
const BRIDGE: f32 = 8.2;
/// No string of lamps is longer than this.
const STRING_LENGTH: f32 = 14.0;
/// No building carries more of either.
const MOST: usize = 3;

/// A tower that may be connected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tower {
    /// Where it stands.
    pub lot: Lot,
    /// Storeys that stand.
    pub risen: usize,
}

impl Tower {
    fn at(&self) -> Vec2 {
        Vec2::new(self.lot.x, self.lot.z)
    }
}

/// Pairs of towers to connect, as indices: the nearest first, each pair once, past no third tower.
pub fn pairs(towers: &[Tower], longest: f32) -> Vec<(usize, usize)> {
    let near = Neighborhood::new(towers, longest);
    let mut all: Vec<(f32, usize, usize)> = Vec::new();
    for (j, b) in towers.iter().enumerate() {
        for i in near.of(b).filter(|i| *i < j) {
            let (a, apart) = (&towers[i], towers[i].at().distance(b.at()));
            if apart <= longest && a.risen > 1 && b.risen > 1 {
                all.push((apart, i, j));
            }
        }
    }
    all.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let mut carried = vec![0; towers.len()];
    let mut chosen = Vec::new();
    for (_, i, j) in all {
        let (a, b) = (&towers[i], &towers[j]);
        let free = || near.of(a).chain(near.of(b)).all(|k| k == i || k == j || clears(a, b, &towers[k]));
        if carried[i] < MOST && carried[j] < MOST && free() {
            carried[i] += 1;
            carried[j] += 1;
            chosen.push((i, j));
        }
    }
    chosen
}

/// Towers by the square of ground that they stand on.
struct Neighborhood {
    edge: f32,
    squares: HashMap<(i32, i32), Vec<usize>>,
}

impl Neighborhood {
    fn new(towers: &[Tower], edge: f32) -> Self {
        let mut near = Self { edge, squares: HashMap::new() };
        for (index, tower) in towers.iter().enumerate() {
            near.squares.entry(near.square(tower)).or_default().push(index);
        }
        near
    }

    fn square(&self, tower: &Tower) -> (i32, i32) {
        let at = (tower.at() / self.edge).floor();
        (at.x as i32, at.y as i32)
    }

    /// All towers that are no farther away than the edge of a square, and some that are.
    fn of(&self, tower: &Tower) -> impl Iterator<Item = usize> {
        let (x, y) = self.square(tower);
        let around = (x - 1..=x + 1).flat_map(move |x| (y - 1..=y + 1).map(move |y| (x, y)));
        around.filter_map(|square| self.squares.get(&square)).flatten().copied()
    }
}

/// Whether the way from `a` to `b` passes `other` with some air between.
fn clears(a: &Tower, b: &Tower, other: &Tower) -> bool {
    let (from, to, at) = (a.at(), b.at(), other.at());
    let share = ((at - from).dot(to - from) / (to - from).length_squared().max(1e-6)).clamp(0.0, 1.0);
    from.lerp(to, share).distance(at) > other.lot.width * 0.62
}

/// Everything that connects a city; from where a storey is a few pixels nothing does.
pub fn bridges(towers: &[Tower], detail: Detail) -> Buffer {
    let mut buffer = Buffer::default();
    if detail == Detail::Block {
        return buffer;
    }
    // The nearest come first, so what a bridge spans is chosen before any string is.
    for (i, j) in pairs(towers, STRING_LENGTH) {
        let (a, b) = (&towers[i], &towers[j]);
        let join = if a.at().distance(b.at()) <= BRIDGE { footbridge } else { string };
        join(&mut buffer, a, b, detail);
    }
    buffer
}

/// From the floor of the lower tower's topmost storey to the other's wall: an arched deck with rails and lamps.
fn footbridge(buffer: &mut Buffer, a: &Tower, b: &Tower, detail: Detail) {
    let fine = detail == Detail::Fine;
    let steps = if fine { 6 } else { 4 };
    let along = (b.at() - a.at()).normalize_or(Vec2::X);
    // A little into the walls, so that no gap shows at an edge that stands askew.
    let inset = |tower: &Tower| along * tower.lot.width * SHARE_OF_LOT * 0.42;
    let (from, to) = (a.at() + inset(a), b.at() - inset(b));
    let high = PLINTH_HEIGHT + HEIGHT * (a.risen.min(b.risen) - 1) as f32 + 0.1;
    let side = along.perp() * 0.26;
    let at = |i: usize, side: Vec2| {
        let share = i as f32 / steps as f32;
        let p = from.lerp(to, share) + side;
        Vec3::new(p.x, high + 0.35 * (share * std::f32::consts::PI).sin(), p.y)
    };
    for i in 0..steps {
        let deck = [at(i, -side), at(i, side), at(i + 1, side), at(i + 1, -side)];
        let up = (deck[1] - deck[0]).cross(deck[2] - deck[0]).y > 0.0;
        let deck = if up { deck } else { [deck[3], deck[2], deck[1], deck[0]] };
        buffer.face(&deck, STEEL);
        let under = deck.map(|p| p - Vec3::Y * 0.12);
        buffer.face(&[under[3], under[2], under[1], under[0]], STEEL.shaded(0.8));
        for edge in [-1.0, 1.0] {
            let (here, next) = (at(i, side * edge), at(i + 1, side * edge));
            ribbon(buffer, (here - Vec3::Y * 0.12, next - Vec3::Y * 0.12), 0.16, GOLD.shaded(0.92));
            ribbon(buffer, (here + Vec3::Y * 0.26, next + Vec3::Y * 0.26), 0.05, GOLD);
            if fine && i % 2 == 0 {
                buffer.cuboid(here, Vec3::new(0.05, 0.32, 0.05), GOLD);
            }
        }
        if i % 3 == 1 {
            lantern(buffer, at(i, side) + Vec3::Y * 0.34, detail);
            lantern(buffer, at(i, -side) + Vec3::Y * 0.34, detail);
        }
    }
}

/// Lamps on a rope that hangs between two roofs.
fn string(buffer: &mut Buffer, a: &Tower, b: &Tower, detail: Detail) {
    let end = |tower: &Tower| Vec3::new(tower.lot.x, roof(tower.risen) + 0.25, tower.lot.z);
    let (from, to) = (end(a), end(b));
    let steps = (from.distance(to) / 1.1).ceil().max(2.0) as usize;
    let sag = from.distance(to) * 0.1;
    let at = |i: usize| {
        let share = i as f32 / steps as f32;
        from.lerp(to, share) - Vec3::Y * sag * 4.0 * share * (1.0 - share)
    };
    for i in 0..steps {
        ribbon(buffer, (at(i), at(i + 1)), 0.035, STRING);
        if i > 0 {
            lantern(buffer, at(i) - Vec3::Y * 0.16, detail);
        }
    }
}

/// A band on edge, `high`, seen from both sides: what is thin needs no thickness.
fn ribbon(buffer: &mut Buffer, (from, to): (Vec3, Vec3), high: f32, paint: Paint) {
    let up = Vec3::Y * high;
    buffer.face(&[from, to, to + up, from + up], paint);
    buffer.face(&[to, from, from + up, to + up], paint);
}

fn lantern(buffer: &mut Buffer, foot: Vec3, detail: Detail) {
    if detail < Detail::Fine {
        buffer.drum(foot, (0.09, 0.0), 0.16, 3, LAMP);
        return;
    }
    buffer.cuboid(foot, Vec3::new(0.1, 0.13, 0.1), LAMP);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::{LOTS_PER_DISTRICT, lot, site};

    fn city() -> Vec<Tower> {
        let lots = (0..6).flat_map(|s| (0..LOTS_PER_DISTRICT).map(move |i| lot(&site(s), i)));
        lots.enumerate().map(|(i, lot)| Tower { lot, risen: 2 + i % 4 }).collect()
    }

    #[test]
    fn nothing_leads_through_a_third_tower_and_none_carries_too_much() {
        let towers = city();
        let pairs = pairs(&towers, STRING_LENGTH);
        assert!(pairs.len() > 20, "{}", pairs.len());
        for (i, j) in &pairs {
            for (k, other) in towers.iter().enumerate().filter(|(k, _)| k != i && k != j) {
                assert!(clears(&towers[*i], &towers[*j], other), "{i} to {j} past {k}");
            }
        }
        assert!((0..towers.len()).all(|k| pairs.iter().filter(|(i, j)| *i == k || *j == k).count() <= MOST));
    }

    #[test]
    fn whoever_sees_less_is_shown_less_and_no_other_pairs() {
        let of = |detail| bridges(&city(), detail);
        assert!(of(Detail::Plain).triangles() * 2 < of(Detail::Fine).triangles());
        assert!(of(Detail::Block).is_empty());
    }

    #[test]
    fn what_has_one_storey_or_none_carries_nothing() {
        let low: Vec<Tower> = city().into_iter().map(|tower| Tower { risen: 1, ..tower }).collect();
        assert!(bridges(&low, Detail::Fine).is_empty());
    }
}
