//! How the address of a page follows what is seen, so that the browser's own buttons lead back and forward.

use super::Link;
use crate::domain::save::Open;

/// Whether going from one place to the other is a step that one can go back. `quick`: the place before was left at once;
/// `by_itself`: nobody went there.
pub fn is_step(before: &Link, after: &Link, quick: bool, by_itself: bool) -> bool {
    let place = |link: &Link| Link { overlay: None, view: None, ..link.clone() };
    let (before, after) = (place(before), place(after));
    let without_level = |link: &Link| Link { level: None, ..link.clone() };
    // Who pages through levels or floors means the one at the end.
    let pages = without_level(&before) == without_level(&after)
        || (same_building(&before.open, &after.open) && before.level == after.level);
    let goes_on = by_itself && same_tour(&before, &after);
    before != after && !goes_on && !(quick && pages)
}

fn same_building(before: &Open, after: &Open) -> bool {
    matches!((before, after), (Open::Building(before, _), Open::Building(after, _)) if before == after)
}

fn same_tour(before: &Link, after: &Link) -> bool {
    matches!((&before.tour, &after.tour), (Some(before), Some(after)) if before.id == after.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(before: &str, after: &str, quick: bool, by_itself: bool) -> bool {
        is_step(&Link::read(before).0, &Link::read(after).0, quick, by_itself)
    }

    #[test]
    fn one_goes_back_to_what_was_read_and_to_where_one_was() {
        let here = "pack=a&level=l0";
        for other in ["pack=b&level=l0", "pack=a&level=l1", "pack=a&level=l0&floor=auth/l0", "pack=a&tour=t&stop=s"] {
            assert!(step(here, other, false, false), "{other}");
            assert!(step(other, here, false, false), "{other}");
        }
    }

    #[test]
    fn one_does_not_go_back_through_every_level_or_floor_that_was_passed() {
        assert!(!step("level=l0", "level=l1", true, false));
        assert!(!step("floor=auth/l0", "floor=auth/l1", true, false));
        assert!(step("floor=auth/l0", "floor=testing/l1", true, false), "another building was meant");
    }

    #[test]
    fn what_lies_over_the_city_and_a_tour_that_goes_on_by_itself_are_no_steps() {
        assert!(!step("level=l0", "level=l0&overlay=help", false, false));
        assert!(!step("tour=t&stop=a", "tour=t&stop=b", false, true));
        assert!(step("tour=t&stop=a", "tour=t&stop=b", false, false));
        assert!(!step("tour=t&stop=a", "tour=t&stop=a", false, false));
    }
}
