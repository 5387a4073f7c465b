//! Events in their canonical order. A log is only ever added to, and two logs merge by union.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// Who wrote an event: one visit of one player, so that two tabs never write under one name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Author(pub u64);

/// The name of an event, and its place in the canonical order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// Seconds since 1970.
    pub at: u64,
    /// Who wrote it.
    pub author: Author,
    /// The author's how-manieth it is.
    pub number: u32,
}

/// Events of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log<D> {
    events: BTreeMap<Stamp, D>,
}

impl<D> Default for Log<D> {
    fn default() -> Self {
        Self { events: BTreeMap::new() }
    }
}

impl<D: Ord + Clone> Log<D> {
    /// Adds what `author` does at `now`, behind everything that is here: a clock that was set back must not put an
    /// answer before its question.
    pub fn add(&mut self, author: Author, now: u64, deed: D) -> Stamp {
        let number = self.events.keys().filter(|stamp| stamp.author == author).map(|stamp| stamp.number).max();
        let number = number.map_or(0, |number| number.saturating_add(1));
        let last = self.events.keys().next_back();
        let at = last.map_or(now, |last| now.max(last.at.saturating_add(u64::from(last.author > author))));
        let stamp = Stamp { at, author, number };
        self.insert(stamp, deed);
        stamp
    }

    /// Puts an event in its place. Of two that claim one name the lesser stays, whichever came first.
    pub fn insert(&mut self, stamp: Stamp, deed: D) {
        match self.events.get_mut(&stamp) {
            Some(there) if *there <= deed => {}
            Some(there) => *there = deed,
            None => _ = self.events.insert(stamp, deed),
        }
    }

    /// Adds everything that another log holds and this one does not.
    pub fn merge(&mut self, other: &Self) {
        for (stamp, deed) in &other.events {
            self.insert(*stamp, deed.clone());
        }
    }

    /// In canonical order.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = (&Stamp, &D)> {
        self.events.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether nothing was ever done.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }
}

/// How a log of such events is written: small, with names by number.
pub trait Packs: Ord + Clone {
    /// What is written.
    type Packed: Serialize + DeserializeOwned + From<Log<Self>> + Into<Log<Self>>;
}

impl<D: Packs> Serialize for Log<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        D::Packed::from(self.clone()).serialize(serializer)
    }
}

impl<'de, D: Packs> Deserialize<'de> for Log<D> {
    fn deserialize<S: Deserializer<'de>>(deserializer: S) -> Result<Self, S::Error> {
        D::Packed::deserialize(deserializer).map(Into::into)
    }
}

/// Numbers things in the order in which they first come.
pub struct Numbered<T> {
    numbers: BTreeMap<T, usize>,
    things: Vec<T>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { numbers: BTreeMap::new(), things: Vec::new() }
    }
}

impl<T: Clone + Ord> Numbered<T> {
    /// The number of a thing.
    pub fn number(&mut self, thing: &T) -> usize {
        if let Some(number) = self.numbers.get(thing) {
            return *number;
        }
        self.numbers.insert(thing.clone(), self.things.len());
        self.things.push(thing.clone());
        self.things.len() - 1
    }

    /// All things by their numbers.
    pub fn into_things(self) -> Vec<T> {
        self.things
    }
}
