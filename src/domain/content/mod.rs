//! What a pack says, first as authored and then as checked.

pub mod body;
pub mod bundle;
pub mod card;
pub mod check;
mod count;
pub mod diff;
pub mod export;
pub mod files;
pub mod finding;
pub mod hidden;
pub mod import;
pub mod limits;
mod lint;
pub mod load;
pub mod pack;
pub mod place;
pub mod schema;
pub mod stats;
pub mod storey;
pub mod tour;
pub mod tours;

pub use body::{Body, Criterion, Kind, Lesson, Recall};
pub use card::{Card, Origin};
pub use check::{Checked, check};
pub use files::Files;
pub use finding::{Finding, Place, Severity};
pub use import::{Imported, Report, import};
pub use load::{Authored, load};
pub use pack::{Building, District, Floor, Level, Pack};
pub use storey::{Storey, storeys};
pub use tour::Tour;
