//! A pack in numbers, for its authors.

use super::body::{Body, reading_secs};
use super::pack::{Building, Floor, Pack};
use serde::Serialize;

/// What is counted for a level, a district, or all of a pack.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Of which level or district; empty for the whole.
    pub id: String,
    /// As shown.
    pub name: String,
    /// Buildings that are founded there.
    pub buildings: usize,
    /// Floors that rise there.
    pub floors: usize,
    /// Of these, floors with a lesson.
    pub lessons: usize,
    /// Criteria on the floors.
    pub criteria: usize,
    /// Words of the lessons and criteria.
    pub words: usize,
    /// How long the words take to read, in seconds.
    pub reading_secs: usize,
}

/// A pack in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stats {
    /// The pack's id.
    pub id: String,
    /// From the lowest to the highest.
    pub levels: Vec<Count>,
    /// In the order of the sites.
    pub districts: Vec<Count>,
    /// Everything together.
    pub total: Count,
    /// Words that are explained.
    pub terms: usize,
    /// Lessons that ask no question to recall, as `building/level`.
    pub without_recall: Vec<String>,
    /// Lessons to which no other leads.
    pub without_links_here: Vec<String>,
    /// Floors whose text is still to come.
    pub unwritten: Vec<String>,
}

impl Count {
    fn of(id: &str, name: &str) -> Self {
        Self { id: id.to_owned(), name: name.to_owned(), ..Self::default() }
    }

    fn add(&mut self, floor: &Floor) {
        self.floors += 1;
        match &floor.body {
            Body::Lesson(lesson) => {
                self.lessons += 1;
                self.words += lesson.words();
            }
            Body::Criteria(criteria) => {
                self.criteria += criteria.len();
                self.words += criteria.iter().map(|criterion| criterion.text.split_whitespace().count()).sum::<usize>();
            }
            Body::Unwritten => {}
        }
        self.reading_secs = reading_secs(self.words);
    }
}

/// Counts a pack.
pub fn stats(pack: &Pack) -> Stats {
    let mut levels: Vec<_> = pack.levels().iter().map(|level| Count::of(level.id.as_str(), &level.name)).collect();
    let mut districts: Vec<_> =
        pack.districts().iter().map(|district| Count::of(district.id.as_str(), &district.name)).collect();
    let mut total = Count::of("", "");
    for building in pack.buildings() {
        for count in [&mut levels[building.founded], &mut districts[building.district], &mut total] {
            count.buildings += 1;
        }
    }
    for (building, floor) in pack.floors() {
        for count in [&mut levels[floor.level], &mut districts[building.district], &mut total] {
            count.add(floor);
        }
    }
    let linked: std::collections::HashSet<&str> = pack
        .floors()
        .filter_map(|(_, floor)| match &floor.body {
            Body::Lesson(lesson) => Some(lesson.related.iter().map(String::as_str)),
            _ => None,
        })
        .flatten()
        .collect();
    let named = |wanted: &dyn Fn(&Floor) -> bool| -> Vec<String> {
        let floors = pack.floors().filter(|(_, floor): &(&Building, &Floor)| wanted(floor));
        floors.map(|(_, floor)| floor.id.to_string()).collect()
    };
    Stats {
        id: pack.id().to_owned(),
        terms: pack.glossary().0.len(),
        without_recall: named(&|floor| matches!(&floor.body, Body::Lesson(lesson) if lesson.recall.is_empty())),
        without_links_here: named(&|floor| {
            matches!(floor.body, Body::Lesson(_)) && !linked.contains(floor.id.to_string().as_str())
        }),
        unwritten: named(&|floor| floor.body == Body::Unwritten),
        levels,
        districts,
        total,
    }
}
