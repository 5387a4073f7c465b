//! Presenting: a tour in front of a room, what its speaker sees, and the recording of a new one.

pub mod choose;
pub mod record;
pub mod reduce;
pub mod show;
pub mod stand;
pub mod timers;
pub mod view;
pub mod wish;

pub use choose::ToursView;
pub use record::Recording;
pub use show::{Beat, Running, Show};
pub use stand::{Stand, StandView};
pub use timers::Timers;
pub use view::{ShowView, SpeakerView};
pub use wish::{Present, Record};
