//! Three keystrokes for every floor: two letters of its building and one sign of its own.

use crate::domain::content::{Building, Pack};
use crate::domain::id::FloorId;
use crate::view::level::mark;
use std::collections::{HashMap, HashSet};

/// The code of every floor, such as `au2`. A floor beyond what two letters can tell apart has none.
pub fn codes(pack: &Pack) -> HashMap<&FloorId, String> {
    let mut taken = HashSet::new();
    let mut codes = HashMap::new();
    for building in pack.buildings() {
        let Some(letters) = pairs(building).into_iter().find(|pair| taken.insert(pair.clone())) else { continue };
        for (floor, sign) in signs(pack, building) {
            codes.insert(floor, format!("{letters}{sign}"));
        }
    }
    codes
}

/// Pairs of letters for a building, the most natural first: its initials, then how its name begins.
fn pairs(building: &Building) -> Vec<String> {
    let small = |text: &str| text.to_lowercase();
    let name = small(&building.name);
    let initials = name.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next());
    let initials: String = initials.take(2).collect();
    let letters: Vec<char> = name.chars().chain(building.id.as_str().chars()).filter(|c| c.is_alphanumeric()).collect();
    let pair = |first: char, second: &char| format!("{first}{second}");
    let by_first = letters.first().into_iter().flat_map(|first| letters.iter().skip(1).map(|c| pair(*first, c)));
    let others = letters.iter().flat_map(|first| letters.iter().map(|second| pair(*first, second)));
    let initials = (initials.chars().count() == 2).then_some(initials);
    initials.into_iter().chain(by_first).chain(others).collect()
}

/// A sign for every floor of a building: its number, or its level's mark where another floor has that number, or else
/// the next free letter.
fn signs<'p>(pack: &'p Pack, building: &'p Building) -> Vec<(&'p FloorId, char)> {
    let mut free: Vec<char> = ('0'..='9').chain('a'..='z').collect();
    let mut take = |sign: Option<char>| {
        let place = free.iter().position(|c| Some(*c) == sign)?;
        Some(free.remove(place))
    };
    let only = |text: String| text.parse::<char>().ok().map(|c| c.to_ascii_lowercase());
    let floors = &building.floors;
    let mut signs: Vec<Option<char>> = floors.iter().map(|floor| take(only(floor.number.to_string()))).collect();
    for (sign, floor) in signs.iter_mut().zip(floors) {
        *sign = sign.or_else(|| take(only(mark(&pack.levels()[floor.level]))));
    }
    for sign in signs.iter_mut().filter(|sign| sign.is_none()) {
        *sign = ('a'..='z').find_map(|letter| take(Some(letter)));
    }
    floors.iter().zip(signs).filter_map(|(floor, sign)| Some((&floor.id, sign?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs;

    #[test]
    fn every_floor_of_every_pack_has_a_code_of_three_signs_of_its_own() {
        for id in packs::ids() {
            let pack = packs::shipped(id).expect("shipped");
            let codes = codes(&pack);
            let different: HashSet<_> = codes.values().collect();
            assert_eq!((codes.len(), different.len()), (pack.floors().count(), pack.floors().count()), "{id}");
            assert!(codes.values().all(|code| code.chars().count() == 3), "{codes:?}");
        }
    }

    #[test]
    fn a_code_is_what_one_would_guess() {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        let codes = codes(&pack);
        let of = |floor: &str| codes[&floor.parse::<FloorId>().expect("a floor")].clone();
        assert_eq!([of("auth/l2"), of("rest-api/l0"), of("version-control/l3")], ["au2", "ra0", "vc2"]);
        // Two floors of this building have the same number.
        assert_eq!([of("terminal-shell/l3"), of("terminal-shell/l5")], ["ts2", "ts5"]);
    }
}
