//! When to recall what: FSRS on the raw log of grades, and the walk past what is due.
//!
//! Only grades and times are kept. What memory they left is worked out again each time, so that a later scheduler can
//! read the same log.

pub mod memory;
pub mod walk;

pub use memory::{Grade, Memory, RETENTION_PERCENT, Review, due_at, memory, predicted};
pub use walk::{MOST, due};
