//! What a player has done, as events, and what follows from them.
//!
//! Invariant: a log is only ever added to, and two logs merge by union. [`Record::of`] reads events in one canonical
//! order, so that the same events give the same record however they came together. Nothing is lost by a reset: it is
//! an event, too, and can be taken back.

pub mod event;
pub mod log;
pub mod packed;
pub mod record;
pub mod rules;

pub use crate::domain::log::{Author, Stamp};
pub use event::{Act, Belief, Deed, Mode, Raised, Wall, Whole};
pub use log::Log;
pub use record::{FloorRecord, Record};
