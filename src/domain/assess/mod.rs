//! Rating oneself on a ladder: what was rated, by whom and when, and what level follows from it.
//!
//! Invariant: entries are only ever added, and two people's files merge by union. A closed quarter shows what its
//! closing had seen, whatever comes later; a correction stands beside it. No total score, no ranking.

pub mod calibration;
pub mod compare;
pub mod count;
pub mod csv;
pub mod entry;
pub mod example;
pub mod gap;
pub mod json;
pub mod kept;
pub mod level;
pub mod packed;
pub mod quarter;
pub mod rater;
pub mod rating;
pub mod sheet;

pub use compare::{Difference, Pair, compare};
pub use count::{Count, criteria, needed};
pub use entry::{Act, Entry, Log, On, Whole};
pub use gap::{Missing, missing};
pub use kept::Kept;
pub use level::{Next, Verdict, is_topped, verdict};
pub use quarter::{Quarter, StartMonth};
pub use rater::{Rater, Role};
pub use rating::{Rating, Score};
pub use sheet::{Cell, Correction, Sheet, Sheets, Target};
