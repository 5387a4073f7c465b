//! Puts the game together and runs it.

use crate::app::{Calm, Content, Language, Library, Session, Wanted};
use crate::domain::content::{Files, Finding, Pack};
use crate::packs;
use crate::sound::Speaker;
use crate::storage::{Aside, MemoryStore, Restored, Shelves, Stores, find};
use crate::view::link::{self, Link};
use crate::view::present::{Stand, Timers};
use crate::view::visitor::{self, Visitor};
use crate::view::{Intent, State, Words, hints};
use crate::window::Launch;
use crate::{app, camera, city, input, sound, storage, ui, window};
use bevy::asset::AssetMetaCheck;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::error_handler::{ErrorType, RenderErrorHandler, RenderErrorPolicy};
use bevy::window::ExitCondition;
use bevy_egui::EguiPlugin;

/// Runs the game until its window is closed; in the browser it returns at once and the game goes on.
pub fn run() -> AppExit {
    let launch = Launch::from_surroundings();
    let words = Words::english();
    #[cfg(not(target_arch = "wasm32"))]
    if launch.register_scheme {
        return register_scheme(&words);
    }
    let stores = open_stores(&launch);
    if launch.stand || launch.demo {
        return visit(launch, stores, words);
    }
    let saved = find(stores.saves);
    let mut library = Library(storage::library(stores.shelf.as_ref()));
    let mut notices = Vec::new();
    match first_city(&launch, saved.city(), &mut library, &words, &mut notices) {
        Ok(pack) => {
            let mut restored = saved.take_up(&pack, &words);
            for notice in notices {
                restored.state.notify(notice);
            }
            let Restored { mut state, is_first, saves } = restored;
            // In a frame there is no room for words over the picture.
            if !launch.embed {
                greet(&mut state, is_first, &words);
            }
            let mut app = assemble(launch, Content::new(pack), state, words);
            app.insert_resource(library).insert_resource(saves).insert_resource(Shelves(stores.shelf));
            #[cfg(not(target_arch = "wasm32"))]
            app.insert_resource(storage::files::Handout(stores.handout));
            app.run()
        }
        Err(finding) => fail(&words.with("fault-pack", &[("finding", finding.into())])),
    }
}

/// A visit of which nothing is kept: what is kept here lies aside until it ends.
fn visit(mut launch: Launch, stores: Stores, words: Words) -> AppExit {
    let (mut library, mut notices) = (Library::default(), Vec::new());
    let timers = match Timers::shipped() {
        Ok(timers) => timers.with(launch.idle, launch.countdown),
        Err(fault) => return fail(&fault),
    };
    if launch.stand {
        // An address follows whoever plays, and begins nothing for the next one.
        launch.forget_link();
    }
    match first_city(&launch, "", &mut library, &words, &mut notices) {
        Ok(pack) => {
            if launch.demo && launch.link().is_none() {
                launch.link = visitor::first_stop(&pack);
            }
            let visitor = Visitor { home: pack.id().to_owned(), stand: launch.stand.then(|| Stand::new(timers)) };
            let before = State { now: storage::visit::now(), ..State::default() };
            let mut state = visitor::begin(visitor, &before, &pack, &words);
            for notice in notices {
                state.notify(notice);
            }
            let mut app = assemble(launch, Content::new(pack), state, words);
            app.insert_resource(library).insert_resource(Aside::new(stores));
            app.run()
        }
        Err(finding) => fail(&words.with("fault-pack", &[("finding", finding.into())])),
    }
}

/// Tells what became of it.
#[cfg(not(target_arch = "wasm32"))]
fn register_scheme(words: &Words) -> AppExit {
    match storage::scheme::register(words) {
        Ok(done) => {
            println!("{done}");
            AppExit::Success
        }
        Err(reason) => {
            eprintln!("{reason}");
            AppExit::error()
        }
    }
}

/// The city to begin in: what was asked for, else where the last visit ended, else the first one. A city that cannot be
/// opened is told, and the next one is tried.
fn first_city(
    launch: &Launch,
    last: &str,
    library: &mut Library,
    words: &Words,
    notices: &mut Vec<String>,
) -> Result<Pack, String> {
    let told = |findings: Vec<Finding>| findings.first().map(ToString::to_string).unwrap_or_default();
    if let Some(floors) = launch.floors {
        return packs::generated(floors).map_err(told);
    }
    let draft = draft(launch).map(|files| library.set_draft(files?).map_err(told));
    let draft = draft.transpose().unwrap_or_else(|reason| {
        notices.push(words.with("draft-broken", &[("faults", reason.into())]));
        None
    });
    // A draft is gone when nobody writes it any more, and what could not be read has been told.
    let last = Some(last).filter(|last| library.has(last));
    // That a link's city is not there is told when the link is followed.
    let linked = launch.link().and_then(|link| Link::read(link).0.pack).filter(|id| library.has(id));
    let wanted = [linked.as_deref(), draft.as_deref(), launch.city.as_deref(), last];
    for id in wanted.into_iter().flatten() {
        match library.open(id) {
            Ok(pack) => return Ok(pack),
            Err(findings) => {
                let name = packs::bare(id).to_owned();
                let values = [("name", name.into()), ("reason", told(findings).into())];
                notices.push(words.with("city-not-opened", &values));
            }
        }
    }
    library.open(packs::FIRST).map_err(told)
}

/// The pack in the folder that was named, if one was.
#[cfg(not(target_arch = "wasm32"))]
fn draft(launch: &Launch) -> Option<Result<Files, String>> {
    launch.pack.as_deref().map(storage::files::read_pack)
}

#[cfg(target_arch = "wasm32")]
fn draft(_: &Launch) -> Option<Result<Files, String>> {
    None
}

fn assemble(launch: Launch, content: Content, mut state: State, words: Words) -> App {
    let mut app = App::new();
    let plugins = DefaultPlugins.build();
    // In the browser a panic and what the player must know reach the page by themselves.
    #[cfg(not(target_arch = "wasm32"))]
    let plugins = plugins.set(bevy::log::LogPlugin { filter: "error,laddertown=warn".to_owned(), ..default() });
    app.add_plugins(
        plugins
            .set(WindowPlugin {
                primary_window: Some(window::primary(window::title(&content, &words))),
                // The speaker's window alone is no game.
                exit_condition: ExitCondition::OnPrimaryClosed,
                ..default()
            })
            .set(AssetPlugin { meta_check: AssetMetaCheck::Never, ..default() })
            .set(RenderPlugin { synchronous_pipeline_compilation: true, ..default() }),
    )
    .insert_resource(RenderErrorHandler(on_render_error))
    .insert_resource(ClearColor(Color::BLACK))
    .add_plugins(EguiPlugin::default());

    if launch.embed {
        state.settings.map = false;
    }
    state.home = launch.home();
    if let Some(level) = launch.level_in(&content.pack) {
        state.level = level;
    }
    if let Some(link) = launch.link() {
        // The city is founded at its level; all else is followed before the first picture.
        link::begin(&mut state, link, &content.pack);
        app.add_message::<Wanted>().world_mut().write_message(Wanted(Intent::Follow(link.to_owned())));
    }
    #[cfg(not(target_arch = "wasm32"))]
    if let (Some(folder), true) = (&launch.pack, launch.watch) {
        app.insert_resource(storage::files::Watched(folder.clone()));
    }
    app.insert_resource(Session(state))
        .insert_resource(Calm { asked: launch.calm, ..default() })
        .insert_resource(content)
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
fn open_stores(launch: &Launch) -> Stores {
    if let Some(store) = storage::store_fs::FileStore::new(launch.saves.clone()) {
        let handout = store.folder().join("exported");
        Stores { saves: Box::new(store.clone()), shelf: Box::new(store), handout }
    } else {
        let store = MemoryStore::broken("this system has no folder for data");
        Stores { saves: Box::new(store.clone()), shelf: Box::new(store), handout: std::env::temp_dir() }
    }
}

#[cfg(target_arch = "wasm32")]
fn open_stores(launch: &Launch) -> Stores {
    use storage::store_web::WebStore;
    if launch.embed {
        // A frame may have no storage; and what a player keeps on this site is none of another page's business.
        let store = MemoryStore::default();
        return Stores { saves: Box::new(store.clone()), shelf: Box::new(store) };
    }
    Stores { saves: Box::new(WebStore), shelf: Box::new(WebStore) }
}

#[cfg(not(target_arch = "wasm32"))]
fn fail(message: &str) -> AppExit {
    eprintln!("{message}");
    AppExit::error()
}

#[cfg(target_arch = "wasm32")]
fn fail(message: &str) -> AppExit {
    crate::browser::tell_page("panic", &message.into());
    AppExit::error()
}

/// A fault of one picture must not end the game; a lost device stops the drawing, and the page or the
/// desktop says so.
fn on_render_error(
    error: &bevy::render::error_handler::RenderError,
    _: &mut World,
    _: &mut World,
) -> RenderErrorPolicy {
    // The same fault comes with every picture; once is enough to mend it by.
    #[cfg(target_arch = "wasm32")]
    bevy::utils::once!(crate::browser::complain(&error.description));
    #[cfg(not(target_arch = "wasm32"))]
    bevy::utils::once!(error!("{}", error.description));
    match error.ty {
        ErrorType::Validation => RenderErrorPolicy::Ignore,
        _ => RenderErrorPolicy::StopRendering,
    }
}
