//! A city of any size, for measuring: the same for the same number of floors.

use crate::domain::content::{Checked, Files, Finding, Pack};
use crate::domain::plan::LOTS_PER_DISTRICT;
use std::fmt::Write;

/// No more floors than this are made, whatever is asked for: more would not keep to the limits of a pack.
const MOST: usize = 16_000;
/// As in the pack that a first visit opens.
const LEVELS: usize = 6;
/// The middle of the city is founded at the lowest level, its rim at the highest of these.
const FOUNDING_LEVELS: usize = 3;

/// What buildings are called, in turn.
const NAMES: [&str; 12] = [
    "Harbor", "Ledger", "Gateway", "Archive", "Signal", "Foundry", "Relay", "Market", "Orchard", "Beacon", "Workshop",
    "Library",
];

/// A pack of so many floors, at least one, through the same `load` and `check` as every other.
///
/// # Errors
/// What is wrong with it, which the tests keep empty.
pub fn generated(floors: usize) -> Result<Pack, Vec<Finding>> {
    let Checked { pack, findings } = checked(floors)?;
    pack.ok_or(findings)
}

fn checked(floors: usize) -> Result<Checked, Vec<Finding>> {
    files(floors).checked()
}

/// The files of the pack, by their paths.
pub fn files(floors: usize) -> Files {
    let floors = floors.clamp(1, MOST);
    let mut files = Files::default();
    let (mut made, mut districts) = (0, String::new());
    for district in 0.. {
        if made == floors {
            break;
        }
        let founded = FOUNDING_LEVELS * made / floors;
        let mut buildings = String::new();
        for lot in 0..LOTS_PER_DISTRICT {
            if made == floors {
                break;
            }
            // Every third one comes a level later.
            let own = founded + usize::from(lot % 3 == 2);
            let levels = own..LEVELS.min(own + floors - made);
            made += levels.len();
            let id = format!("b{district}-{lot}");
            let _ = write!(buildings, "\"{id}\", ");
            let name = NAMES[(district + lot) % NAMES.len()];
            files.0.insert(format!("d{district}/{id}.ron"), building(&id, name, levels));
        }
        let _ = write!(districts, "\"d{district}\", ");
        files.0.insert(format!("d{district}/district.ron"), self::district(district, founded, &buildings));
    }
    files.0.insert("pack.ron".to_owned(), pack(&districts));
    files
}

fn pack(districts: &str) -> String {
    let mut levels = String::new();
    for level in 0..LEVELS {
        let _ = write!(
            levels,
            r#"(id: "l{level}", name: "Level {level}", epigraph: "The city stands {level} high.",
            portrait: "Somebody stands at the window of storey {level} and counts the roofs below."), "#
        );
    }
    format!(
        r#"Pack(format: 1, id: "generated", title: "A large city",
        summary: "A city that was generated to be measured, and not to be read.",
        levels: [{levels}], districts: [{districts}])"#
    )
}

fn district(district: usize, founded: usize, buildings: &str) -> String {
    format!(
        r#"District(id: "d{district}", name: "Ward {district}", founded: "l{founded}", tagline: "One ward of many.",
        why_now: "The city has outgrown the wards that were there before, and so it clears another piece of its wood.",
        buildings: [{buildings}])"#
    )
}

fn building(id: &str, name: &str, levels: std::ops::Range<usize>) -> String {
    let (first, top) = (levels.start, levels.end.saturating_sub(1));
    let mut floors = String::new();
    for level in levels {
        let (number, last) = (level - first, level == top);
        // Lessons are long: one a building will do.
        let body = if number == 0 { lesson(id) } else { criteria(id, level) };
        let _ = writeln!(floors, "(level: \"l{level}\", number: {number}, last: {last}, body: {body}),");
    }
    format!(
        r#"Building(id: "{id}", name: "{name} {id}", founded: "l{first}",
        reason: "It stands here so that its ward has one more roof to tell from all the others.",
        floors: [{floors}])"#
    )
}

fn lesson(id: &str) -> String {
    let sentence = "Whoever looks closely sees that no two houses of this street are quite alike. ";
    let (text, prose) = (sentence.repeat(2), sentence.repeat(7));
    format!(
        r#"Lesson(why: "{text}", know: "{text}", assume: "{text}", learn: "{text}", prose: "{prose}",
        claim: "The house {id} is like every other.", kind: Refute,
        breaks: "The house {id} has a roof that no other house has.",
        recall: [(ask: "Which roof is it?", answer: "Its own."), (ask: "Where does it stand?", answer: "Here.")])"#
    )
}

fn criteria(id: &str, level: usize) -> String {
    format!(r#"Criteria([(id: "{id}-{level}", text: "Finds the house {id} by its roof, from the level {level} up.")])"#)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::content::limits;
    use crate::domain::plan::plan;

    fn floors(pack: &Pack) -> usize {
        pack.floors().count()
    }

    #[test]
    fn a_city_has_as_many_floors_as_were_asked_for() {
        for count in [1, 7, 100, 1000] {
            assert_eq!(floors(&generated(count).expect("playable")), count);
        }
        assert_eq!(floors(&generated(0).expect("playable")), 1);
    }

    #[test]
    fn there_is_nothing_to_say_about_it() {
        assert_eq!(checked(500).expect("readable").findings, []);
    }

    #[test]
    fn the_largest_one_keeps_to_the_limits() {
        let bytes: usize = files(usize::MAX).0.values().map(String::len).sum();
        assert!(bytes <= limits::PACK_BYTES, "{bytes}");
    }

    #[test]
    fn the_same_city_is_made_again() {
        assert_eq!(generated(300), generated(300));
    }

    #[test]
    fn a_very_large_city_is_planned_and_no_two_of_its_houses_stand_in_one_place() {
        let pack = generated(10_000).expect("playable");
        let plan = plan(&pack);
        let mut places: Vec<_> = plan.lots.iter().map(|lot| [lot.x, lot.z].map(|at| (at * 10.0) as i32)).collect();
        places.sort_unstable();
        places.dedup();
        assert_eq!(places.len(), pack.buildings().len());
        assert!(pack.districts().iter().all(|district| pack.buildings_of(district).len() <= LOTS_PER_DISTRICT));
        assert!(pack.buildings().iter().any(|building| building.floors.len() == LEVELS));
    }
}
