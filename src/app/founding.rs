//! A city comes into the world, and makes room for the next one.

use bevy::ecs::schedule::ScheduleLabel;
use bevy::prelude::*;

/// Everything that is made for one city is made in this schedule, at the start and whenever another one is entered.
#[derive(ScheduleLabel, Debug, Clone, PartialEq, Eq, Hash)]
pub struct Founding;

/// It belongs to one city, and goes with it.
#[derive(Component, Debug, Default, Clone, Copy)]
pub struct OfCity;

pub(super) fn plugin(app: &mut App) {
    app.init_schedule(Founding).add_systems(PostStartup, found);
}

/// Takes the city away that is there, and has that of the present content made.
pub(super) fn found(world: &mut World) {
    let mut gone = world.query_filtered::<Entity, With<OfCity>>();
    for entity in gone.iter(world).collect::<Vec<_>>() {
        // A child may have gone with its parent.
        if let Ok(entity) = world.get_entity_mut(entity) {
            entity.despawn();
        }
    }
    world.run_schedule(Founding);
}
