//! Files that come and go on the desktop: what is dropped on the window, what is handed out, and a pack that somebody
//! is writing.
#![expect(clippy::disallowed_methods, reason = "beside the store this is the one place of the game that touches files")]

use crate::app::{AppSystems, Asked, Drafted, Dropped, Handed, Language, Pace, Session};
use crate::domain::content::Files;
use crate::domain::content::load::MAX_FILE_BYTES;
use crate::view::Effect;
use bevy::prelude::*;
use bevy::window::FileDragAndDrop;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// So often the folder of a pack is looked at.
const LOOK: Duration = Duration::from_millis(300);

/// Where files go that are handed to the player.
#[derive(Resource, Debug, Clone)]
pub struct Handout(pub PathBuf);

/// The folder of the pack that somebody is writing; it is looked at as long as the game runs.
#[derive(Resource, Debug, Clone)]
pub struct Watched(pub PathBuf);

/// What was found in that folder since the last frame.
#[derive(Resource)]
struct Found(Mutex<Receiver<Result<Files, String>>>);

pub(super) fn plugin(app: &mut App) {
    app.add_message::<FileDragAndDrop>()
        .add_systems(Startup, watch.run_if(resource_exists::<Watched>))
        .add_systems(
            Update,
            (take_dropped, say_how, take_found.run_if(resource_exists::<Found>)).in_set(AppSystems::RecordInput),
        )
        .add_systems(Last, hand_out.run_if(resource_exists::<Handout>.and_then(on_message::<Handed>)));
}

fn take_dropped(
    mut files: MessageReader<FileDragAndDrop>,
    mut session: ResMut<Session>,
    mut dropped: MessageWriter<Dropped>,
) {
    for file in files.read() {
        session.0.dropping = matches!(file, FileDragAndDrop::HoveredFile { .. });
        if let FileDragAndDrop::DroppedFile { path_buf, .. } = file {
            let name = path_buf.file_name().map(|name| name.display().to_string()).unwrap_or_default();
            dropped.write(Dropped { name, text: read(path_buf) });
        }
    }
}

/// The desktop has no chooser of its own here; the window takes files, and so does the command line.
fn say_how(mut asked: MessageReader<Asked>, language: Res<Language>, mut session: ResMut<Session>) {
    if asked.read().any(|asked| asked.0 == Effect::PickFile) {
        session.0.notify(language.0.get("drop-pick"));
    }
}

/// A text file, unless it is larger than any that is ours.
fn read(path: &Path) -> Result<String, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", path.display());
    let bytes = std::fs::metadata(path).map_err(fault)?.len();
    if bytes > MAX_FILE_BYTES as u64 {
        return Err(format!("{}: {bytes} bytes, and at most {MAX_FILE_BYTES} are read", path.display()));
    }
    std::fs::read_to_string(path).map_err(fault)
}

fn hand_out(
    mut handed: MessageReader<Handed>,
    handout: Res<Handout>,
    language: Res<Language>,
    mut session: ResMut<Session>,
    mut pace: ResMut<Pace>,
) {
    for Handed { name, text } in handed.read() {
        let path = handout.0.join(name);
        let write = || {
            std::fs::create_dir_all(&handout.0)?;
            std::fs::write(&path, text)
        };
        let notice = match write() {
            Ok(()) => {
                let values = [("name", name.as_str().into()), ("place", path.display().to_string().into())];
                language.0.with("city-exported", &values)
            }
            Err(error) => {
                let values = [("name", name.as_str().into()), ("reason", error.to_string().into())];
                language.0.with("city-not-exported", &values)
            }
        };
        session.0.notify(notice);
        pace.settle();
    }
}

/// Looks at the folder beside the game's frames, and wakes the game when something in it has changed.
fn watch(mut commands: Commands, watched: Res<Watched>, proxy: Option<Res<EventLoopProxyWrapper>>) {
    let (send, found) = channel();
    let (folder, proxy) = (watched.0.clone(), proxy.map(|proxy| (*proxy).clone()));
    // What stands there now has been read before the game began.
    let mut before = traces(&folder);
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(LOOK);
            let now = traces(&folder);
            if now == before {
                continue;
            }
            before = now;
            if send.send(read_pack(&folder)).is_err() {
                return;
            }
            if let Some(proxy) = &proxy {
                // It fails only when the loop has ended, and then nobody is left to wake.
                let _ = proxy.send_event(WinitUserEvent::WakeUp);
            }
        }
    });
    commands.insert_resource(Found(Mutex::new(found)));
}

fn take_found(found: Res<Found>, mut drafted: MessageWriter<Drafted>) {
    let found = found.0.lock().unwrap_or_else(PoisonError::into_inner);
    drafted.write_batch(found.try_iter().map(Drafted));
}

/// When each file of a pack was written last, and how long it is.
fn traces(folder: &Path) -> BTreeMap<PathBuf, (Option<SystemTime>, u64)> {
    let trace = |path: PathBuf| {
        let data = std::fs::metadata(&path).ok()?;
        Some((path, (data.modified().ok(), data.len())))
    };
    paths(folder).into_iter().filter_map(trace).collect()
}

/// The files that a pack can consist of: those in its folder and in the folders of its districts.
fn paths(folder: &Path) -> Vec<PathBuf> {
    let entries = |folder: &Path| -> Vec<PathBuf> {
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    let (folders, files): (Vec<_>, Vec<_>) = entries(folder).into_iter().partition(|path| path.is_dir());
    let all = files.into_iter().chain(folders.iter().flat_map(|folder| entries(folder)));
    let mut all: Vec<_> = all.filter(|path| path.extension().is_some_and(|ending| ending == "ron")).collect();
    all.sort();
    all
}

/// Reads the pack in a folder.
///
/// # Errors
/// If a file of it cannot be read.
pub fn read_pack(folder: &Path) -> Result<Files, String> {
    let mut files = Files::default();
    for path in paths(folder) {
        let within = path.strip_prefix(folder).unwrap_or(&path);
        let name: Vec<_> = within.iter().map(|part| part.display().to_string()).collect();
        files.0.insert(name.join("/"), read(&path)?);
    }
    Ok(files)
}
