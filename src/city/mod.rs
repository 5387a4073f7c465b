//! The city: meshes, light, floors that rise, and what the pointer meets.

pub mod look;
pub mod mesh;
pub mod shade;
mod draw;
mod detail;
mod spawn;
mod loose;
mod dust;
mod weather;
mod life;
mod bridges;
mod marker;
mod light;
mod motion;
mod rise;
mod pick;
mod labels;

use bevy::prelude::*;

/// The city as entities, without a picture: what headless tests run.
pub fn model_plugin(app: &mut App) {
    app.add_plugins(rise::plugin);
}

pub(crate) fn plugin(app: &mut App) {
    app.add_plugins((model_plugin, draw::plugin, scene_plugin, pick::plugin, labels::plugin));
}

/// Everything that is built, moves or shines in the city.
fn scene_plugin(app: &mut App) {
    app.add_plugins((
        detail::plugin,
        spawn::plugin,
        loose::plugin,
        dust::plugin,
        weather::plugin,
        life::plugin,
        bridges::plugin,
        marker::plugin,
        light::plugin,
    ));
}

pub use rise::{BuildingOf, Clearing, DistrictOf, Growth};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Content, OfCity, Session, Wanted};
    use crate::packs;
    use crate::view::Intent;
    use bevy::input::InputPlugin;
    use bevy::window::CursorMoved;

    /// The city with all its meshes, and nobody who draws them.
    fn game() -> App {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        let mut game = App::new();
        game.add_plugins((MinimalPlugins, AssetPlugin::default(), InputPlugin))
            .init_asset::<Mesh>()
            .init_asset::<Image>()
            .add_message::<CursorMoved>()
            .init_resource::<Session>()
            .insert_resource(Content::new(pack))
            .add_plugins((crate::app::plugin, model_plugin, scene_plugin));
        game.update();
        game
    }

    fn enter(game: &mut App, id: &str) {
        game.world_mut().write_message(Wanted(Intent::ChooseCity(id.to_owned())));
        // Assets that nobody holds any more are dropped a frame later.
        (0..4).for_each(|_| game.update());
    }

    /// Entities, those of the city, meshes and pictures.
    fn count(game: &mut App) -> [usize; 4] {
        let mut of_city = game.world_mut().query_filtered::<(), With<OfCity>>();
        let world = game.world();
        [
            world.entities().count_spawned() as usize,
            of_city.iter(world).count(),
            world.resource::<Assets<Mesh>>().len(),
            world.resource::<Assets<Image>>().len(),
        ]
    }

    #[test]
    fn ten_changes_of_city_leave_no_more_entities_and_meshes_than_one() {
        let mut game = game();
        (0..4).for_each(|_| game.update());
        let first = count(&mut game);
        let mut there = None;
        for _ in 0..10 {
            enter(&mut game, "elixir-otp-ladder");
            let now = count(&mut game);
            assert_eq!(*there.get_or_insert(now), now);
            assert!(now[2] < first[2], "a small city has fewer meshes: {now:?} {first:?}");
            enter(&mut game, packs::FIRST);
            assert_eq!(count(&mut game), first);
        }
    }

    #[test]
    fn a_change_of_city_in_mid_rise_leaves_nothing_in_the_air() {
        let mut game = game();
        game.world_mut().write_message(Wanted(Intent::NextLevel));
        (0..3).for_each(|_| game.update());
        enter(&mut game, "elixir-otp-ladder");
        let there = count(&mut game);
        enter(&mut game, packs::FIRST);
        enter(&mut game, "elixir-otp-ladder");
        assert_eq!(count(&mut game), there);
    }
}
