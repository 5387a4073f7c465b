//! The game's own vocabulary in Bevy: what there is, what is wanted, what is shown.
//!
//! `RecordInput -> Reduce -> Project -> Animate`: intents are gathered, [`reduce`] alone writes the
//! session, its view is projected, and then things move.

pub mod sets;
pub mod session;
pub mod reduce;
pub mod founding;
pub mod cities;
pub mod views;
pub mod pace;
pub mod picture;
pub mod eye;
pub mod photo;
mod showing;
mod visitor;

pub use cities::{Drafted, Dropped, Handed, Library, Shelved};
pub use eye::{CityPicture, Eye, PictureSystems, picture_schedule};
pub use founding::{Founding, OfCity};
pub use pace::{Calm, Due, Pace};
pub use photo::{Exposure, Photographed};
pub use picture::{Covered, FIELD_OF_VIEW, Label, LabelKind, LabelOf, Mark, MarkKind, Picture, Sight};
pub use session::{Asked, Content, Language, Risen, RisenPart, Session, Wanted};
pub use sets::AppSystems;
pub use views::Shown;
pub use visitor::{Returned, Stirred};

use bevy::prelude::*;

/// Everything that runs without a window: the whole game as values.
pub fn plugin(app: &mut App) {
    app.add_plugins((
        sets::plugin,
        session::plugin,
        reduce::plugin,
        founding::plugin,
        cities::plugin,
        views::plugin,
        pace::plugin,
        picture::plugin,
        eye::plugin,
        photo::plugin,
        showing::plugin,
        visitor::plugin,
    ));
}
