//! What the city costs at 100, 1,000 and 10,000 floors, in instructions: a mesh, the shade map, a frame.
#![expect(missing_docs, reason = "the macros make public modules of the benchmarks")]

use bevy::ecs::schedule::{ScheduleLabel, SingleThreadedExecutor};
use bevy::prelude::*;
use bevy::time::TimeUpdateStrategy;
use gungraun::{library_benchmark, library_benchmark_group, main};
use laddertown::app::{Content, Language, Session, Wanted};
use laddertown::city::look::palette;
use laddertown::city::mesh::{Buffer, tower};
use laddertown::city::shade::Field;
use laddertown::domain::content::{Pack, storeys};
use laddertown::domain::plan::{CityPlan, plan};
use laddertown::view::intent::CameraMove;
use laddertown::view::{Intent, State, Words};
use laddertown::{app, city, packs};
use std::hint::black_box;
use std::time::Duration;

fn planned(floors: usize) -> (Pack, CityPlan) {
    let pack = packs::generated(floors).expect("playable");
    let plan = plan(&pack);
    (pack, plan)
}

/// The game without a window, at level 5.
fn game(floors: usize) -> App {
    let mut game = App::new();
    game.add_plugins(MinimalPlugins)
        .insert_resource(TimeUpdateStrategy::ManualDuration(Duration::from_millis(16)))
        .insert_resource(Session(State { level: 5, ..State::default() }))
        .insert_resource(Content::new(packs::generated(floors).expect("playable")))
        .insert_resource(Language(Words::english()))
        .add_plugins((app::plugin, city::model_plugin));
    // On one thread, as in the browser: callgrind counts that of the benchmark alone.
    for schedule in [PreUpdate.intern(), Update.intern(), PostUpdate.intern(), Last.intern()] {
        game.edit_schedule(schedule, |schedule| {
            schedule.set_executor(SingleThreadedExecutor::new());
        });
    }
    for _ in 0..3 {
        game.update();
    }
    game
}

/// The same, while the topmost floor of the first house comes down.
fn game_with_one_moving(floors: usize) -> App {
    let mut game = game(floors);
    let mut growths = game.world_mut().query::<&mut city::Growth>();
    if let Some(mut growth) = growths.iter_mut(game.world_mut()).next() {
        growth.aim(Some(5), 0.0);
    }
    game.update();
    game
}

/// The same, while the camera is dragged.
fn game_with_a_turning_camera(floors: usize) -> App {
    let mut game = game(floors);
    game.world_mut().write_message(Wanted(Intent::Move(CameraMove::Orbit(0.1, 0.0))));
    game
}

/// The mesh of the first district at its full height.
#[library_benchmark]
#[benches::floors(args = [100, 1_000, 10_000], setup = planned)]
fn mesh_of_a_district((pack, plan): (Pack, CityPlan)) -> Buffer {
    let mut district = Buffer::default();
    for (building, lot) in pack.buildings_of(&pack.districts()[0]).iter().zip(&plan.lots) {
        let storeys = storeys(building);
        let parts = tower::parts(building, &storeys, lot.width, palette::of_district(0).accent);
        district.append(&parts.standing(storeys.len()), Vec3::new(lot.x, 0.0, lot.z), lot.turn);
    }
    black_box(district)
}

#[library_benchmark]
#[benches::floors(args = [100, 1_000, 10_000], setup = planned)]
fn shade_map((_, plan): (Pack, CityPlan)) -> (Vec<f32>, Vec<f32>) {
    let mut field = Field::new(plan.radius + 4.0);
    for (lot, storeys) in plan.lots.iter().zip(&plan.storeys) {
        field.raise_square(Vec2::new(lot.x, lot.z), lot.width * 0.4, lot.turn, *storeys as f32);
    }
    black_box((field.shadows(Vec3::new(0.4, 0.8, 0.3)), field.gloom()))
}

#[library_benchmark]
#[benches::rest(args = [100, 1_000, 10_000], setup = game)]
#[benches::one_floor_moves(args = [100, 1_000, 10_000], setup = game_with_one_moving)]
#[benches::camera_turns(args = [100, 1_000, 10_000], setup = game_with_a_turning_camera)]
fn frame(mut game: App) -> App {
    game.update();
    game
}

library_benchmark_group!(name = costs, benchmarks = [mesh_of_a_district, shade_map, frame]);
main!(library_benchmark_groups = costs);
