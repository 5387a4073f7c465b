//! A log as saves hold it: floors and authors by number, times as distances. About twenty characters an event, so
//! that ten years of ten floors a day fit.

use super::event::{Act, Deed, Whole};
use super::log::Log;
use crate::domain::id::FloorId;
use crate::domain::log::{Author, Numbered, Stamp};
use serde::{Deserialize, Serialize};

/// A log, small. What does not fit together is left out when it is read.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Packed {
    authors: Vec<Author>,
    floors: Vec<String>,
    events: Vec<(u64, usize, u32, PackedDeed)>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
enum PackedDeed {
    #[serde(rename = "f")]
    Floor(usize, Act),
    #[serde(rename = "w")]
    Whole(Whole),
}

impl From<Log> for Packed {
    fn from(log: Log) -> Self {
        let (mut authors, mut floors, mut before) = (Numbered::default(), Numbered::default(), 0);
        let mut events = Vec::with_capacity(log.len());
        for (stamp, deed) in log.events() {
            let deed = match deed {
                Deed::Floor(floor, act) => PackedDeed::Floor(floors.number(floor), act.clone()),
                Deed::Whole(whole) => PackedDeed::Whole(whole.clone()),
            };
            events.push((stamp.at - before, authors.number(&stamp.author), stamp.number, deed));
            before = stamp.at;
        }
        let floors = floors.into_things().iter().map(FloorId::to_string).collect();
        Self { authors: authors.into_things(), floors, events }
    }
}

impl From<Packed> for Log {
    fn from(packed: Packed) -> Self {
        let floors: Vec<Option<FloorId>> = packed.floors.iter().map(|floor| floor.parse().ok()).collect();
        let (mut log, mut at) = (Self::default(), 0u64);
        for (since, author, number, deed) in packed.events {
            at = at.saturating_add(since);
            let deed = match deed {
                PackedDeed::Floor(floor, act) => {
                    floors.get(floor).cloned().flatten().map(|floor| Deed::Floor(floor, act))
                }
                PackedDeed::Whole(whole) => Some(Deed::Whole(whole)),
            };
            if let (Some(author), Some(deed)) = (packed.authors.get(author), deed) {
                log.insert(Stamp { at, author: *author, number }, deed);
            }
        }
        log
    }
}
