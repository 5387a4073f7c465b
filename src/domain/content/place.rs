//! The place that fits a district whose pack names none.

use super::schema::Place;
use crate::domain::id::seed;

/// What a word begins with when it speaks for a place.
const WORDS: [(Place, &[&str]); 9] = [
    (Place::Fair, &["build", "app", "start", "begin", "basic", "intro", "proto", "product", "demo", "front", "design"]),
    (Place::Workshops, &["craft", "tool", "git", "work", "practic", "code", "coding", "program", "skill", "yard"]),
    (Place::Fortress, &["secur", "auth", "threat", "privacy", "complian", "risk", "defen", "safe", "trust", "attack"]),
    (Place::Harbor, &["pipeline", "deploy", "deliver", "releas", "ship", "cloud", "contain", "devops", "integrat"]),
    (Place::Works, &["system", "architect", "network", "data", "backend", "infra", "async", "messag", "scal"]),
    (Place::Observatory, &["test", "qa", "quality", "research", "scien", "analy", "learn", "experiment", "observ"]),
    (Place::PowerStation, &["operat", "ops", "sre", "perform", "reliab", "monitor", "product", "incident", "slow"]),
    (Place::Park, &["people", "team", "cultur", "hir", "compan", "commun", "collab", "onboard", "colleague"]),
    (Place::Hill, &["lead", "strateg", "vision", "manag", "mentor", "influenc", "direct", "staff", "principal"]),
];

/// The place for which a district's words speak loudest, or any one that is always the same for its id.
///
/// A word of the id or the name counts for three of the tagline.
pub fn matching(id: &str, name: &str, tagline: &str) -> Place {
    let hits = |text: &str, stems: &[&str]| {
        let text = text.to_lowercase();
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        words.filter(|word| stems.iter().any(|stem| word.starts_with(stem))).count()
    };
    let mut best = (0, WORDS[seed(id) as usize % WORDS.len()].0);
    for (place, stems) in WORDS {
        let score = 3 * (hits(id, stems) + hits(name, stems)) + hits(tagline, stems);
        if score > best.0 {
            best = (score, place);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_find_the_place_that_the_first_pack_names() {
        let pack = crate::packs::shipped(crate::packs::FIRST).expect("the shipped pack is playable");
        for district in pack.districts() {
            let found = matching(district.id.as_str(), &district.name, &district.tagline);
            assert_eq!(found, district.place, "{}", district.id);
        }
    }

    #[test]
    fn a_district_of_few_words_has_a_place_that_stays() {
        let places: std::collections::HashSet<Place> =
            (0..60).map(|i| matching(&format!("d{i}"), "Zzz", "Zzz.")).collect();
        assert_eq!(places.len(), WORDS.len(), "every place is taken by some");
        assert_eq!(matching("d7", "Zzz", "Zzz."), matching("d7", "Zzz", "Zzz."));
        assert_eq!(matching("", "", ""), matching("", "", ""));
    }
}
