//! The level bar and a level's identity.

use super::intent::Intent;
use super::state::State;
use super::words::Words;
use crate::domain::content::{Level, Pack};

/// One step of the level bar.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelStep {
    /// Short, such as "0".
    pub mark: String,
    /// Such as "The Magician".
    pub name: String,
    /// Where the city stands.
    pub place: LevelPlace,
    /// What a press on it wants.
    pub intent: Intent,
    /// As a screen reader says it.
    pub label: String,
}

/// Where a level lies, seen from the present one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelPlace {
    /// Below.
    Reached,
    /// Here.
    Current,
    /// Above.
    Ahead,
}

/// A level's identity.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelView {
    /// Such as "Level 0".
    pub kicker: String,
    /// Such as "The Magician".
    pub name: String,
    /// One line.
    pub epigraph: String,
    /// A person at a moment.
    pub portrait: String,
    /// What the level adds to the city: one line a fact.
    pub brings: Vec<String>,
}

/// The level bar.
pub fn steps(pack: &Pack, state: &State, words: &Words) -> Vec<LevelStep> {
    let step = |(index, level): (usize, &Level)| LevelStep {
        mark: mark(level),
        name: level.name.clone(),
        place: match index.cmp(&state.level) {
            std::cmp::Ordering::Less => LevelPlace::Reached,
            std::cmp::Ordering::Equal => LevelPlace::Current,
            std::cmp::Ordering::Greater => LevelPlace::Ahead,
        },
        intent: Intent::SetLevel(level.id.clone()),
        label: words.with("level-step", &[("mark", mark(level).into()), ("name", level.name.as_str().into())]),
    };
    pack.levels().iter().enumerate().map(step).collect()
}

/// A level's mark in the bar and on floors: what its id says behind the first letter, or else its
/// initials or all of it, in capitals.
pub fn mark(level: &Level) -> String {
    let id = level.id.as_str();
    let digits = id.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    if digits.is_empty() || digits.contains('-') {
        // `senior-engineer` stands for itself by its initials.
        let initials = id.split('-').filter_map(|word| word.chars().next()).take(3);
        return if id.contains('-') { initials.collect::<String>().to_uppercase() } else { id.to_uppercase() };
    }
    digits.to_owned()
}

/// The identity of the level at `index`.
pub fn identity(pack: &Pack, index: usize, words: &Words) -> LevelView {
    let level = &pack.levels()[index];
    let districts = pack.districts().iter().filter(|district| district.founded == index);
    let founded: Vec<&str> = districts.map(|district| district.name.as_str()).collect();
    let buildings = pack.buildings().iter().filter(|building| building.founded == index).count();
    let floors = pack.floors().filter(|(_, floor)| floor.level == index).count();
    let mut brings = Vec::new();
    if !founded.is_empty() {
        let values = [("count", founded.len().into()), ("names", founded.join(", ").into())];
        brings.push(words.with("level-districts", &values));
    }
    brings.push(words.with("level-counts", &[("buildings", buildings.into()), ("floors", floors.into())]));
    LevelView {
        kicker: words.with("level-kicker", &[("mark", mark(level).into())]),
        name: level.name.clone(),
        epigraph: level.epigraph.clone(),
        portrait: level.portrait.clone(),
        brings,
    }
}
