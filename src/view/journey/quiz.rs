//! Questions made from a pack: one right option among wrong ones from nearby floors, never one that also fits.

use crate::domain::content::{Floor, Lesson, Pack};
use crate::domain::id::FloorId;
use crate::domain::progress::rules::{self, lessons};
use std::collections::{BTreeSet, HashSet};

/// A question with its options, of which one is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quiz {
    /// The floor that it is about.
    pub floor: FloorId,
    /// Floors whose claim or refutation is an option.
    pub options: Vec<FloorId>,
    /// Which of them is right.
    pub right: usize,
}

/// How many options a question has.
const OPTIONS: usize = 4;
/// From how many of the nearest floors the wrong options are drawn.
const NEAREST: usize = 8;
/// From how many words in common one text may be taken for an answer to another.
const ALIKE: usize = 2;

/// Numbers that follow from a seed (`SplitMix64`).
#[derive(Debug, Clone, Copy)]
pub struct Draw(u64);

impl Draw {
    /// Numbers that follow from `seed` and the name of a thing.
    pub fn new(seed: u64, name: &str) -> Self {
        // FNV-1a: the same question in every build of the game.
        let hash = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Self(name.bytes().fold(seed ^ 0xcbf2_9ce4_8422_2325, hash))
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }

    /// Up to `count` of `things`, in an order of their own.
    pub fn some<T>(&mut self, mut things: Vec<T>, count: usize) -> Vec<T> {
        let count = count.min(things.len());
        for place in 0..count {
            let other = place + self.below(things.len() - place);
            things.swap(place, other);
        }
        things.truncate(count);
        things
    }
}

/// Which claim is this floor about to break? It is a guess before reading, so any other floor's claim may stand
/// beside it; those of the same building tempt most. `None` if the pack has too few floors.
pub fn door(pack: &Pack, floor: &FloorId, seed: u64) -> Option<Quiz> {
    let has_claim = |of: Of<'_>| of.lesson.claim().is_some();
    ask(pack, floor, seed, |own, other| !has_claim(own) || !has_claim(other))
}

/// What breaks the claim of this floor? `None` if no floor has a refutation that certainly does not, or this one has
/// none to be found.
pub fn pick(pack: &Pack, floor: &FloorId, seed: u64) -> Option<Quiz> {
    let has_one = |of: Of<'_>| of.lesson.breaks.is_some() && of.lesson.claim().is_some();
    ask(pack, floor, seed, |own, other| !has_one(own) || !has_one(other) || also_fits(own, other))
}

/// Whether there is anything to ask for whoever wants to know their level.
pub fn can_ask(pack: &Pack) -> bool {
    lessons(pack).any(|(_, _, lesson)| lesson.breaks.is_some())
}

fn ask(pack: &Pack, id: &FloorId, seed: u64, unfit: impl Fn(Of<'_>, Of<'_>) -> bool) -> Option<Quiz> {
    let (building, floor) = pack.floor(id)?;
    let lesson = rules::lesson(floor)?;
    let own = Of { floor, lesson };
    let mut others: Vec<_> = lessons(pack)
        .filter(|(_, other, lesson)| other.id != *id && !unfit(own, Of { floor: other, lesson }))
        .map(|(home, other, _)| {
            let same = (home.id != building.id, home.district != building.district);
            ((floor.level.abs_diff(other.level) + usize::from(same.0) + usize::from(same.1)), &other.id)
        })
        .collect();
    others.sort_by_key(|(distance, _)| *distance);
    others.truncate(NEAREST);
    let mut draw = Draw::new(seed, &id.to_string());
    let mut options: Vec<FloorId> =
        draw.some(others, OPTIONS - 1).into_iter().map(|(_, other)| other.clone()).collect();
    if options.is_empty() {
        return None;
    }
    let right = draw.below(options.len() + 1);
    options.insert(right, id.clone());
    Some(Quiz { floor: id.clone(), options, right })
}

/// A floor with its lesson.
#[derive(Clone, Copy)]
struct Of<'p> {
    floor: &'p Floor,
    lesson: &'p Lesson,
}

/// Whether the refutation of `other` might break the claim of `own` as well: the pack says that they belong together,
/// or the texts speak of the same things. A floor of the same building speaks of them with one word already.
fn also_fits(own: Of<'_>, other: Of<'_>) -> bool {
    let names = |lesson: &Lesson, floor: &Floor| lesson.related.contains(&floor.id.to_string());
    if names(own.lesson, other.floor) || names(other.lesson, own.floor) {
        return true;
    }
    let said = |of: Of<'_>| of.lesson.claim().map(things).unwrap_or_default();
    let claim = said(own);
    let common = |words: HashSet<String>| words.intersection(&claim).count();
    let alike = if own.floor.id.building == other.floor.id.building { 1 } else { ALIKE };
    common(said(other)).max(common(other.lesson.refutation().map(things).unwrap_or_default())) >= alike
}

/// The words of a text that name something, cut to their stems.
fn things(text: &str) -> HashSet<String> {
    const PLAIN: [&str; 22] = [
        "that", "this", "what", "when", "with", "from", "have", "more", "than", "they", "them", "then", "will", "does",
        "every", "false", "right", "only", "true", "once", "your", "until",
    ];
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let words = words.filter(|word| word.chars().count() >= 4 && !PLAIN.contains(&word.as_str()));
    words.map(|word| word.chars().take(5).collect()).collect()
}

/// Claims of a level to be asked: of as many buildings as there are, in an order of their own.
pub fn claims_of(pack: &Pack, level: usize, count: usize, seed: u64) -> Vec<FloorId> {
    let mut draw = Draw::new(seed, pack.levels()[level].id.as_str());
    let all: Vec<_> = lessons(pack).filter(|(_, floor, _)| floor.level == level).map(|(_, floor, _)| floor).collect();
    let all = draw.some(all.clone(), all.len());
    let mut asked = BTreeSet::new();
    let (first, again): (Vec<&Floor>, Vec<&Floor>) =
        all.into_iter().partition(|floor| asked.insert(floor.id.building.clone()));
    first.into_iter().chain(again).take(count).map(|floor| floor.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs;

    #[test]
    fn every_floor_has_both_questions_with_four_options_for_many_seeds() {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        for (_, floor, _) in lessons(&pack) {
            for seed in 0..8 {
                for quiz in [door(&pack, &floor.id, seed), pick(&pack, &floor.id, seed)] {
                    let quiz = quiz.unwrap_or_else(|| panic!("{} has no question", floor.id));
                    assert_eq!(quiz.options.iter().collect::<BTreeSet<_>>().len(), OPTIONS, "{}", floor.id);
                    assert_eq!(quiz.options[quiz.right], floor.id);
                }
            }
        }
    }

    #[test]
    fn no_wrong_option_belongs_to_the_floor() {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        for (_, floor, lesson) in lessons(&pack) {
            for seed in 0..8 {
                let quiz = pick(&pack, &floor.id, seed).expect("a question");
                let wrong: Vec<_> = quiz.options.iter().filter(|option| **option != floor.id).collect();
                assert!(wrong.iter().all(|option| !lesson.related.contains(&option.to_string())), "{}", floor.id);
            }
        }
    }

    #[test]
    fn a_refutation_that_speaks_of_the_same_things_is_no_wrong_option() {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        // Both are about designs and their arrows.
        let lower: FloorId = "system-design/l2".parse().expect("a floor");
        let above: FloorId = "system-design/l3".parse().expect("a floor");
        let of = |id: &FloorId| {
            let (_, floor, lesson) = lessons(&pack).find(|(_, floor, _)| floor.id == *id).expect("a lesson");
            (floor, lesson)
        };
        let ((floor, lesson), (other, others)) = (of(&lower), of(&above));
        assert!(also_fits(Of { floor, lesson }, Of { floor: other, lesson: others }));
    }

    #[test]
    fn the_right_option_stands_everywhere() {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        let floor = "auth/l0".parse().expect("a floor");
        let places: BTreeSet<_> = (0..40).filter_map(|seed| Some(pick(&pack, &floor, seed)?.right)).collect();
        assert_eq!(places.len(), OPTIONS);
    }

    #[test]
    fn claims_of_a_level_come_from_different_buildings_first() {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        for level in 0..pack.levels().len() {
            let claims = claims_of(&pack, level, 5, 3);
            assert_eq!(claims.iter().map(|id| &id.building).collect::<BTreeSet<_>>().len(), 5, "level {level}");
        }
    }
}
