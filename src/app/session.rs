//! What there is: the pack with its plan, the words, the session, and the messages between systems.

use crate::domain::content::Pack;
use crate::domain::plan::{CityPlan, plan};
use crate::view::intent::Intent;
use crate::view::{Effect, State, Words};
use bevy::prelude::*;

/// The pack that is played, and where its buildings stand. It changes only when another city is entered: whoever
/// remembers something of a city from frame to frame forgets it then.
#[derive(Resource)]
pub struct Content {
    /// What the city says.
    pub pack: Pack,
    /// Where everything stands.
    pub plan: CityPlan,
}

impl Content {
    /// Plans the city of a pack.
    pub fn new(pack: Pack) -> Self {
        Self { plan: plan(&pack), pack }
    }
}

/// The words of the user interface.
#[derive(Resource)]
pub struct Language(pub Words);

impl Default for Language {
    fn default() -> Self {
        Self(Words::english())
    }
}

/// The state of the game. Written by `reduce` and by nobody else, but for what the system asks for.
#[derive(Resource, Default)]
pub struct Session(pub State);

/// A player wants something.
#[derive(Message, Debug, Clone, PartialEq)]
pub struct Wanted(pub Intent);

/// The session asks the world for something.
#[derive(Message, Debug, Clone, PartialEq)]
pub struct Asked(pub Effect);

/// Something of the city has come to stand.
#[derive(Message, Debug, Clone, Copy, PartialEq, Eq)]
pub struct Risen {
    /// Index of the building in its pack.
    pub building: usize,
    /// What of it.
    pub part: RisenPart,
}

/// What of a building has come to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RisenPart {
    /// The plinth of a building that is founded.
    Plinth,
    /// A storey, counted from 0 at the ground.
    Storey(usize),
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Language>()
        .init_resource::<Session>()
        .add_message::<Wanted>()
        .add_message::<Asked>()
        .add_message::<Risen>();
}
