//! A pack in other forms than its own: as Markdown to read and to edit, and from a value back to its files.

pub mod files;
pub mod markdown;
pub(super) mod marks;

pub use files::files;
pub use markdown::markdown;
