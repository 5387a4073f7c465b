//! Puts the game together and runs it.

use crate::app::{Calm, Content, Language, Session};
use crate::camera::StartFrom;
use crate::domain::content::Pack;
use crate::packs;
use crate::sound::Speaker;
use crate::storage::{Restored, SaveStore, restore};
use crate::view::{State, Words, hints};
use crate::window::Launch;
use crate::{app, camera, city, input, sound, storage, ui, window};
use bevy::asset::AssetMetaCheck;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::error_handler::{ErrorType, RenderErrorHandler, RenderErrorPolicy};
use bevy_egui::EguiPlugin;

/// Runs the game until its window is closed; in the browser it returns at once and the game goes on.
pub fn run() -> AppExit {
    let launch = Launch::from_surroundings();
    let words = Words::english();
    match launch.floors.map_or_else(|| packs::shipped(launch.city.as_deref().unwrap_or(packs::FIRST)), packs::generated) {
        Ok(pack) => assemble(launch, pack, words).run(),
        Err(findings) => {
            let finding = findings.first().map(ToString::to_string).unwrap_or_default();
            fail(&words.with("fault-pack", &[("finding", finding.into())]));
            AppExit::error()
        }
    }
}

fn assemble(launch: Launch, pack: Pack, words: Words) -> App {
    let mut app = App::new();
    let plugins = DefaultPlugins.build();
    // In the browser a panic and what the player must know reach the page by themselves.
    #[cfg(not(target_arch = "wasm32"))]
    let plugins = plugins.set(bevy::log::LogPlugin { filter: "error,laddertown=warn".to_owned(), ..default() });
    app.add_plugins(
        plugins
            .set(WindowPlugin {
                primary_window: Some(window::primary(format!("{}: {}", words.get("app-name"), pack.title()))),
                ..default()
            })
            .set(AssetPlugin { meta_check: AssetMetaCheck::Never, ..default() })
            .set(RenderPlugin { synchronous_pipeline_compilation: true, ..default() }),
    )
    .insert_resource(RenderErrorHandler(on_render_error))
    .insert_resource(ClearColor(Color::BLACK))
    .add_plugins(EguiPlugin::default());

    let Restored { mut state, camera, saves } = restore(open_store(&launch), &pack, &words);
    greet(&mut state, camera.is_none(), &words);
    if let Some(level) = launch.level_in(&pack) {
        state.level = level;
    }
    app.insert_resource(saves);
    if let Some(pose) = camera {
        app.insert_resource(StartFrom(pose.into()));
    }
    app.insert_resource(Session(state))
        .insert_resource(Calm { asked: launch.calm, ..default() })
        .insert_resource(Content::new(pack))
        .insert_resource(Language(words))
        .insert_resource(Speaker::of_this_machine())
        .insert_resource(launch)
        .add_plugins((
            app::plugin,
            camera::plugin,
            city::plugin,
            input::plugin,
            sound::plugin,
            storage::plugin,
            ui::plugin,
            window::plugin,
        ));
    #[cfg(target_arch = "wasm32")]
    {
        crate::browser::report_panics();
        app.add_plugins(crate::browser::plugin);
    }
    app
}

/// A first visit says in one line what one can do; a later one goes on where the hints were left.
fn greet(state: &mut State, first_visit: bool, words: &Words) {
    if first_visit || state.settings.hint > 0 {
        hints::show(state, words);
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn open_store(launch: &Launch) -> Box<dyn SaveStore> {
    match crate::storage::store_fs::FileStore::new(launch.saves.clone()) {
        Some(store) => Box::new(store),
        None => Box::new(crate::storage::MemoryStore::broken("this system has no folder for data")),
    }
}

#[cfg(target_arch = "wasm32")]
fn open_store(_: &Launch) -> Box<dyn SaveStore> {
    Box::new(crate::storage::store_web::WebStore)
}

#[cfg(not(target_arch = "wasm32"))]
fn fail(message: &str) {
    eprintln!("{message}");
}

#[cfg(target_arch = "wasm32")]
fn fail(message: &str) {
    crate::browser::tell_page("panic", &message.into());
}

/// A fault of one picture must not end the game; a lost device stops the drawing, and the page or the
/// desktop says so.
fn on_render_error(
    error: &bevy::render::error_handler::RenderError,
    _: &mut World,
    _: &mut World,
) -> RenderErrorPolicy {
    match error.ty {
        ErrorType::Validation => RenderErrorPolicy::Ignore,
        _ => RenderErrorPolicy::StopRendering,
    }
}
