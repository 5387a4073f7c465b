//! Rating oneself in a ladder's city.
//!
//! [`Desk`] is what lies before the person, [`Assess`] what one can want there, `reduce` how one changes the other, and
//! `rows`, `pages` and `plot` what one sees of it: for panels and mirror alike.

pub mod card;
pub mod charts;
pub mod desk;
pub mod document;
pub mod elsewhere;
pub mod names;
pub mod pages;
pub mod plot;
pub mod reduce;
pub mod rows;
pub mod told;
pub mod wish;

pub use card::AssessCard;
pub use desk::Desk;
pub use elsewhere::WayBack;
pub use plot::{Drawing, Ink, Plot, Shape, Table};
pub use rows::{RatingRow, RatingStep};
pub use told::{remind, take_in};
pub use wish::{Assess, Chart, Document, Page};

use super::intent::Intent;
use super::state::State;
use crate::domain::content::{Floor, Pack};
use crate::domain::progress::rules;
use crate::domain::save::Open;

/// Whether a floor stands in the city that is shown: by its ratings in a ladder that was begun, else as the journey has
/// it.
pub fn stands(pack: &Pack, state: &State, floor: &Floor) -> bool {
    if state.show.is_some() {
        return floor.level <= state.level;
    }
    let by_rating = state.assess.floor(&floor.id).map(|rated| rated.topped);
    by_rating.unwrap_or_else(|| rules::stands(pack, &state.record, floor, state.level))
}

/// What a digit wants of the criterion that is marked on the open floor.
pub fn on_key(pack: &Pack, state: &State, digit: u8) -> Option<Intent> {
    let is_open = matches!(&state.open, Open::Building(..));
    let marked = rows::marked(pack, state).filter(|_| is_open)?;
    let rating = crate::domain::assess::Rating::new(digit)?;
    let steps = pack.assessment()?.scale.len();
    (usize::from(digit) <= steps).then_some(Intent::Assess(Assess::Rate(marked, rating)))
}
