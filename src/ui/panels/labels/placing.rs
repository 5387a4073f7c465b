//! Where names stand: plain arithmetic with rectangles.

use crate::app::{Label, LabelKind};
use crate::ui::tokens::Theme;
use bevy_egui::egui::{Pos2, Rect, Vec2};

/// Air that a label needs around itself before it appears. One that is there already needs none, so that two
/// neighbors do not take turns while the camera moves.
pub const AIR: f32 = 6.0;

/// Where labels may stand.
#[derive(Debug, Clone, Copy)]
pub struct Room<'a> {
    /// What panels leave of the picture.
    pub free: Rect,
    /// What lies over it already.
    pub taken: &'a [Rect],
    /// How many of the last rank have room at most: names must not hide the city.
    pub most: usize,
}

/// A label that wants to stand somewhere.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wanted {
    /// Lower ranks go first.
    pub rank: u8,
    /// Where it may stand, best first.
    pub places: Vec<Rect>,
    /// Which of them it had in the last frame.
    pub before: Option<usize>,
}

/// For each label that has room its index, the place that it has, and where that is. Those of a lower rank go first
/// and, behind the first rank, among equals those that stood there before, at their old places if these are still clear.
pub fn without_overlap(wanted: &[Wanted], room: Room<'_>) -> Vec<(usize, usize, Rect)> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    // Those of the first rank are too few to take turns, and their order matters.
    order.sort_by_key(|index| (wanted[*index].rank, wanted[*index].rank > 0 && wanted[*index].before.is_none()));
    let mut placed: Vec<(usize, usize, Rect)> = Vec::new();
    let mut left = room.most;
    for index in order {
        let Wanted { places, before, rank } = &wanted[index];
        let is_last = *rank == LabelKind::Building as u8;
        if is_last && left == 0 {
            continue;
        }
        let clear = |rect: Rect, air: f32| {
            let others = placed.iter().map(|(_, _, other)| other).chain(room.taken);
            room.free.contains_rect(rect) && others.into_iter().all(|other| !overlap(rect.expand(air), *other))
        };
        let old = before.filter(|place| places.get(*place).is_some_and(|rect| clear(*rect, 0.0)));
        let air = if before.is_some() { 0.0 } else { AIR };
        let place = old.or_else(|| places.iter().position(|rect| clear(*rect, air)));
        if let Some(place) = place {
            placed.push((index, place, places[place]));
            left -= usize::from(is_last);
        }
    }
    placed
}

/// How many buildings are named at most where so much of the picture is free.
pub fn most_in(free: Rect, theme: &Theme) -> usize {
    /// Square points for each name, at 100 %.
    const SHARE: f32 = 70_000.0;
    ((free.area() / (SHARE * theme.scale)) as usize).max(3)
}

/// Whether two areas have more than an edge in common.
fn overlap(a: Rect, b: Rect) -> bool {
    a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y
}

/// The point of a label, on a whole pixel.
pub fn point(label: &Label) -> Pos2 {
    Pos2::new(label.at.x.round(), label.at.y.round())
}

/// Where a label may stand, best first: above its point, and a little higher or to a side where that is taken.
/// A district's sign stands below its point, where its ground is. What is chosen is brought into the picture.
pub fn places(label: &Label, size: Vec2, free: Rect) -> Vec<Rect> {
    let at = point(label);
    if label.kind == LabelKind::District {
        let below = |down: f32| Rect::from_center_size(at + Vec2::new(0.0, size.y * down), size);
        return vec![below(0.5), below(1.6), below(-0.6)];
    }
    let aside = size.x * 0.42;
    let shifts = [
        (0.0, 0.0),
        (0.0, -1.2),
        (-aside, -0.4),
        (aside, -0.4),
        (-aside, -1.6),
        (aside, -1.6),
        (0.0, -2.4),
        (-aside, -2.8),
        (aside, -2.8),
    ];
    // A name far from its thing is worth the way only for what is chosen.
    let count = if label.kind == LabelKind::Chosen { shifts.len() } else { 4 };
    let above = at - Vec2::new(0.0, size.y / 2.0 + 6.0);
    let shifted = |(x, lines): &(f32, f32)| Rect::from_center_size(above + Vec2::new(*x, lines * size.y), size);
    let mut places: Vec<Rect> = shifts[..count].iter().map(shifted).collect();
    if label.kind == LabelKind::Chosen && free.expand(size.x).contains(at) {
        places.push(brought_into(places[0], free.shrink(2.0)));
    }
    places
}

/// The area moved the shortest way so that it lies within another, as far as it can.
fn brought_into(rect: Rect, within: Rect) -> Rect {
    let least = |low: f32, high: f32| if low > 0.0 { low } else { high.min(0.0) };
    let x = least(within.left() - rect.left(), within.right() - rect.right());
    let y = least(within.top() - rect.top(), within.bottom() - rect.bottom());
    rect.translate(Vec2::new(x, y))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: Rect = Rect { min: Pos2::ZERO, max: Pos2::new(400.0, 300.0) };

    fn rect((x, y): (f32, f32)) -> Rect {
        Rect::from_min_size(Pos2::new(x, y), Vec2::new(50.0, 20.0))
    }

    fn wanted(places: &[(f32, f32)]) -> Wanted {
        Wanted { rank: 1, places: places.iter().copied().map(rect).collect(), before: None }
    }

    #[track_caller]
    fn check(wanted: &[Wanted], taken: &[Rect], expected: &[(usize, f32, f32)]) {
        let placed = without_overlap(wanted, Room { free: FREE, taken, most: 9 });
        let placed: Vec<_> = placed.iter().map(|(i, _, r)| (*i, r.left(), r.top())).collect();
        assert_eq!(placed, expected);
    }

    #[test]
    fn labels_never_overlap_and_the_first_ones_win() {
        let all = [wanted(&[(10.0, 10.0)]), wanted(&[(40.0, 15.0)]), wanted(&[(100.0, 10.0)])];
        check(&all, &[], &[(0, 10.0, 10.0), (2, 100.0, 10.0)]);
    }

    #[test]
    fn a_label_gives_way_to_its_next_place() {
        let all = [wanted(&[(10.0, 10.0)]), wanted(&[(40.0, 15.0), (40.0, 50.0)])];
        check(&all, &[], &[(0, 10.0, 10.0), (1, 40.0, 50.0)]);
    }

    #[test]
    fn a_label_that_would_be_cut_off_or_lie_on_the_map_is_left_out() {
        check(&[wanted(&[(380.0, 10.0)])], &[], &[]);
        check(&[wanted(&[(100.0, 100.0)])], &[rect((140.0, 110.0))], &[]);
    }

    #[test]
    fn the_chosen_one_has_room_first() {
        let all = [wanted(&[(10.0, 10.0)]), Wanted { rank: 0, ..wanted(&[(40.0, 15.0)]) }];
        check(&all, &[], &[(1, 40.0, 15.0)]);
    }

    #[test]
    fn names_of_buildings_are_few_and_signs_are_not() {
        let row = |rank: u8| {
            (0..4u8).map(move |i| Wanted { rank, ..wanted(&[(f32::from(i) * 80.0, f32::from(rank) * 50.0)]) })
        };
        let all: Vec<_> = row(1).chain(row(2)).collect();
        let placed = without_overlap(&all, Room { free: FREE, taken: &[], most: 2 });
        assert_eq!(placed.iter().map(|(index, ..)| *index).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn who_stood_there_stays_before_an_equal_that_comes() {
        let all = [wanted(&[(10.0, 10.0)]), Wanted { before: Some(0), ..wanted(&[(40.0, 15.0)]) }];
        check(&all, &[], &[(1, 40.0, 15.0)]);
    }

    #[test]
    fn a_label_keeps_its_place_although_a_better_one_is_free() {
        let all = [Wanted { before: Some(1), ..wanted(&[(10.0, 10.0), (10.0, 60.0)]) }];
        check(&all, &[], &[(0, 10.0, 60.0)]);
    }

    #[test]
    fn a_label_needs_air_to_appear_and_none_to_stay() {
        let first = wanted(&[(10.0, 10.0)]);
        let touching = wanted(&[(62.0, 10.0)]);
        check(&[first.clone(), touching.clone()], &[], &[(0, 10.0, 10.0)]);
        let stays = Wanted { before: Some(0), ..touching };
        check(&[first, stays], &[], &[(1, 62.0, 10.0)]);
    }

    #[test]
    fn what_is_placed_stays_placed_while_nothing_moves() {
        let mut all: Vec<Wanted> = (0..40u8)
            .map(|i| Wanted {
                rank: i % 3,
                ..wanted(&[(f32::from(i % 30) * 11.0, f32::from(i) * 7.0), (f32::from(i) * 8.0, 200.0)])
            })
            .collect();
        let room = Room { free: FREE, taken: &[rect((200.0, 100.0))], most: 5 };
        let mut settled = Vec::new();
        for _ in 0..6 {
            settled = without_overlap(&all, room);
            for (index, a) in settled.iter().enumerate() {
                assert!(settled[..index].iter().all(|b| !overlap(a.2, b.2)), "{settled:?}");
            }
            for (index, wanted) in all.iter_mut().enumerate() {
                wanted.before = settled.iter().find(|(i, ..)| *i == index).map(|(_, place, _)| *place);
            }
        }
        assert_eq!(settled, without_overlap(&all, room));
    }

    #[test]
    fn what_is_chosen_is_brought_into_the_picture() {
        for at in [(-20.0, 50.0), (390.0, 290.0), (100.0, -90.0)] {
            assert!(FREE.contains_rect(brought_into(rect(at), FREE)), "{at:?}");
        }
        assert_eq!(brought_into(rect((10.0, 10.0)), FREE), rect((10.0, 10.0)));
    }
}
