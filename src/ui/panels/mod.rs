//! The panels: a view in, intents out.

pub mod advice;
pub mod assess;
pub mod bar;
pub mod brought;
pub mod building;
pub mod cities;
pub mod help;
pub mod labels;
pub mod legend;
pub mod level;
pub mod map;
pub mod marks;
pub mod notices;
pub mod photo;
pub mod plot;
pub mod search;
pub mod settings;
pub mod share;
pub mod show;
pub mod sign;
pub mod speaker;
pub mod stage;
pub mod stand;
mod top;
pub mod tours;

#[cfg(all(test, feature = "ui-tests"))]
mod tests;
