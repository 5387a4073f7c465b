//! Files that come and go on the desktop: what is dropped on the window, what is handed out, and a pack that somebody
//! is writing.
#![expect(clippy::disallowed_methods, reason = "beside the store this is the one place of the game that touches files")]

use crate::app::{AppSystems, Asked, Drafted, Dropped, Handed, Language, Pace, Photographed, Session};
use crate::domain::content::Files;
use crate::domain::content::limits::PACK_BYTES;
use crate::view::{Effect, Words};
use bevy::prelude::*;
use bevy::tasks::IoTaskPool;
use bevy::window::FileDragAndDrop;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// So often the folder of a pack is looked at.
const LOOK: Duration = Duration::from_millis(300);

/// How files end that can be ours.
const ENDINGS: [&str; 5] = ["ron", "md", "markdown", "txt", "json"];

/// Where files go that are handed to the player.
#[derive(Resource, Debug, Clone)]
pub struct Handout(pub PathBuf);

/// The folder of the pack that somebody is writing; it is looked at as long as the game runs.
#[derive(Resource, Debug, Clone)]
pub struct Watched(pub PathBuf);

/// What came from beside the game's frames.
enum Came {
    /// The pack in the watched folder has changed.
    Draft(Result<Files, String>),
    /// A file was chosen.
    File(Dropped),
    /// Something was done that the player is to be told.
    Done(String),
    /// No file was chosen, or there is nothing to choose with.
    NoFile,
}

/// Where such things come in.
#[derive(Resource)]
struct Inbox {
    came: Mutex<Receiver<Came>>,
    post: Post,
}

/// Sends them, and wakes the game, which may be asleep.
#[derive(Clone)]
struct Post {
    send: Sender<Came>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Post {
    /// Whether there still is a game to take it.
    fn send(&self, came: Came) -> bool {
        let is_taken = self.send.send(came).is_ok();
        (self.wake)();
        is_taken
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_message::<FileDragAndDrop>()
        .add_systems(Startup, (open_inbox, watch.run_if(resource_exists::<Watched>)).chain())
        .add_systems(Update, (take_dropped, empty_inbox).in_set(AppSystems::RecordInput))
        .add_systems(
            Last,
            (
                choose_file.run_if(on_message::<Asked>),
                hand_out.run_if(resource_exists::<Handout>.and_then(on_message::<Handed>)),
                keep_photo.run_if(resource_exists::<Handout>.and_then(on_message::<Photographed>)),
            ),
        );
}

fn open_inbox(mut commands: Commands, proxy: Option<Res<EventLoopProxyWrapper>>) {
    let (send, came) = channel();
    let proxy = proxy.map(|proxy| proxy.clone());
    let wake = Arc::new(move || {
        if let Some(proxy) = &proxy {
            // It fails only when the loop has ended, and then nobody is left to wake.
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }
    });
    commands.insert_resource(Inbox { came: Mutex::new(came), post: Post { send, wake } });
}

fn empty_inbox(
    inbox: Res<Inbox>,
    language: Res<Language>,
    mut session: ResMut<Session>,
    mut drafted: MessageWriter<Drafted>,
    mut dropped: MessageWriter<Dropped>,
) {
    for came in inbox.came.lock().unwrap_or_else(PoisonError::into_inner).try_iter() {
        match came {
            Came::Draft(read) => _ = drafted.write(Drafted(read)),
            Came::File(file) => _ = dropped.write(file),
            Came::Done(notice) => session.0.notify(notice),
            Came::NoFile => session.0.notify(language.0.get("drop-pick")),
        }
    }
}

fn take_dropped(
    mut files: MessageReader<FileDragAndDrop>,
    mut session: ResMut<Session>,
    mut dropped: MessageWriter<Dropped>,
) {
    for file in files.read() {
        session.0.dropping = matches!(file, FileDragAndDrop::HoveredFile { .. });
        if let FileDragAndDrop::DroppedFile { path_buf, .. } = file {
            dropped.write(file_at(path_buf));
        }
    }
}

/// Has the player choose a file with the system's own window for that, beside the game's frames.
fn choose_file(mut asked: MessageReader<Asked>, inbox: Res<Inbox>, language: Res<Language>) {
    if !asked.read().any(|asked| asked.0 == Effect::PickFile) {
        return;
    }
    let dialog = rfd::AsyncFileDialog::new().add_filter(language.0.get("drop-kinds"), &ENDINGS).pick_file();
    let post = inbox.post.clone();
    IoTaskPool::get()
        .spawn(async move {
            let chosen = dialog.await;
            post.send(chosen.map_or(Came::NoFile, |file| Came::File(file_at(file.path()))));
        })
        .detach();
}

/// A file as it is taken in.
fn file_at(path: &Path) -> Dropped {
    let name = path.file_name().map(|name| name.display().to_string()).unwrap_or_default();
    Dropped { name, text: read(path) }
}

/// A text file, unless it is larger than any that is ours.
fn read(path: &Path) -> Result<String, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", path.display());
    let bytes = std::fs::metadata(path).map_err(fault)?.len();
    if bytes > PACK_BYTES as u64 {
        return Err(format!("{}: {bytes} bytes, and at most {PACK_BYTES} are read", path.display()));
    }
    std::fs::read_to_string(path).map_err(fault)
}

fn hand_out(
    mut handed: MessageReader<Handed>,
    handout: Res<Handout>,
    language: Res<Language>,
    mut session: ResMut<Session>,
    mut pace: ResMut<Pace>,
    mut told_before: Local<Option<String>>,
) {
    for Handed { name, text } in handed.read() {
        let path = handout.0.join(name);
        let write = || {
            let bytes = if path.extension().is_some_and(|ending| ending == "png") {
                super::picture::png(text)?
            } else {
                text.clone().into_bytes()
            };
            std::fs::create_dir_all(&handout.0).and_then(|()| std::fs::write(&path, bytes)).map_err(|e| e.to_string())
        };
        let notice = told(name, &path, write(), &language.0);
        // Where files go is told once, of the last one: six of them would cover the picture.
        session.0.notify_anew(&mut told_before, Some(notice));
        pace.settle();
    }
}

/// What became of a file, in words.
fn told(name: &str, path: &Path, written: Result<(), String>, words: &Words) -> String {
    let (message, value) = match written {
        Ok(()) => ("city-exported", ("place", path.display().to_string().into())),
        Err(error) => ("city-not-exported", ("reason", error.into())),
    };
    words.with(message, &[("name", name.into()), value])
}

/// A photograph of many pixels takes a while to be packed: that is done beside the game's frames.
fn keep_photo(
    mut photos: MessageReader<Photographed>,
    handout: Res<Handout>,
    inbox: Res<Inbox>,
    language: Res<Language>,
) {
    for Photographed { name, size, rgba } in photos.read().cloned() {
        let (folder, post) = (handout.0.clone(), inbox.post.clone());
        let path = folder.join(&name);
        // Words stay with the game, so both notices are made before it is known which is needed.
        let done = told(&name, &path, Ok(()), &language.0);
        let failed = language.0.get("photo-not-kept");
        IoTaskPool::get()
            .spawn(async move {
                let written = super::picture::photo(size.x, size.y, rgba).and_then(|png| {
                    let write = || std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, png));
                    write().map_err(|error| error.to_string())
                });
                post.send(Came::Done(written.map_or_else(|reason| format!("{failed} {name}: {reason}"), |()| done)));
            })
            .detach();
    }
}

/// Looks at the folder beside the game's frames.
fn watch(watched: Res<Watched>, inbox: Res<Inbox>) {
    let (folder, post) = (watched.0.clone(), inbox.post.clone());
    // What stands there now has been read before the game began.
    let mut before = traces(&folder);
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(LOOK);
            let now = traces(&folder);
            if now != before && !post.send(Came::Draft(read_pack(&folder))) {
                return;
            }
            before = now;
        }
    });
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

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("laddertown-files-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn a_folder_is_read_as_the_pack_that_it_is_and_every_change_leaves_a_trace() {
        let folder = folder("pack");
        let files = crate::packs::generated_files(20);
        for (path, text) in &files.0 {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
            std::fs::write(path, text).expect("it can be written");
        }
        std::fs::write(folder.join("notes.md"), "no part of it").expect("it can be written");
        assert_eq!(read_pack(&folder), Ok(files));
        let before = traces(&folder);
        assert_eq!(traces(&folder), before);
        std::fs::write(folder.join("pack.ron"), "Pack()").expect("it can be written");
        assert_ne!(traces(&folder), before);
        std::fs::remove_dir_all(folder).expect("it can be removed");
    }

    #[test]
    fn what_is_too_large_or_not_there_is_refused_by_name() {
        let folder = folder("large");
        std::fs::create_dir_all(&folder).expect("it can be made");
        let path = folder.join("large.ron");
        std::fs::write(&path, " ".repeat(PACK_BYTES + 1)).expect("it can be written");
        assert!(file_at(&path).text.expect_err("too large").contains("at most"));
        assert!(file_at(&folder.join("none.ron")).text.expect_err("not there").contains("none.ron"));
        std::fs::remove_dir_all(folder).expect("it can be removed");
    }
}
