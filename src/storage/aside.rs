//! What is kept on this machine lies aside while a visitor plays: it is neither read nor written before the visit ends.

use super::{SaveStore, Shelf, Shelves, find, library};
use crate::app::{Asked, Language, Pace, Returned};
use crate::packs;
use crate::view::Effect;
use bevy::prelude::*;

/// Where saves are kept, where what players bring, and where what is handed to them.
pub struct Stores {
    /// Two slots of text.
    pub saves: Box<dyn SaveStore>,
    /// Imported cities.
    pub shelf: Box<dyn Shelf>,
    /// A folder.
    #[cfg(not(target_arch = "wasm32"))]
    pub handout: std::path::PathBuf,
}

/// The stores, until they are taken up again.
#[derive(Resource)]
pub struct Aside(Option<Stores>);

impl Aside {
    /// Lays them aside.
    pub fn new(stores: Stores) -> Self {
        Self(Some(stores))
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Last, take_up_again.run_if(resource_exists::<Aside>.and_then(on_message::<Asked>)));
}

fn take_up_again(
    mut asked: MessageReader<Asked>,
    mut aside: ResMut<Aside>,
    mut commands: Commands,
    language: Res<Language>,
    mut pace: ResMut<Pace>,
    mut returned: MessageWriter<Returned>,
) {
    if !asked.read().any(|asked| asked.0 == Effect::EndVisit) {
        return;
    }
    let Some(stores) = aside.0.take() else { return };
    let (saved, library) = (find(stores.saves), library(stores.shelf.as_ref()));
    // A city that cannot be opened any more must not keep its owner out.
    let Some(pack) = [saved.city(), packs::FIRST].into_iter().find_map(|id| library.open(id).ok()) else { return };
    let restored = saved.take_up(&pack, &language.0);
    returned.write(Returned { pack, state: restored.state, library });
    commands.insert_resource(restored.saves);
    commands.insert_resource(Shelves(stores.shelf));
    #[cfg(not(target_arch = "wasm32"))]
    commands.insert_resource(super::files::Handout(stores.handout));
    pace.settle();
}
