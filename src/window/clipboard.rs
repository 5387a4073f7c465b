//! Puts texts where the player can paste them from; in the browser the page does so.

use crate::app::{Asked, Pace, Wanted};
use crate::view::link::Share;
use crate::view::{Effect, Intent};
use bevy::prelude::*;

/// The system's clipboard, from the first text on: on X11 a text is there as long as its owner is.
#[derive(Default)]
struct Clipboard(Option<arboard::Clipboard>);

pub(super) fn plugin(app: &mut App) {
    app.init_non_send::<Clipboard>().add_systems(Last, copy.run_if(on_message::<Asked>));
}

fn copy(
    mut asked: MessageReader<Asked>,
    mut clipboard: NonSendMut<Clipboard>,
    mut pace: ResMut<Pace>,
    mut wanted: MessageWriter<Wanted>,
) {
    for Asked(effect) in asked.read() {
        let Effect::Copy(text) = effect else { continue };
        let copied = put(&mut clipboard, text);
        if let Err(reason) = &copied {
            warn!("The clipboard takes nothing: {reason}");
        }
        wanted.write(Wanted(Intent::Share(Share::Copied(copied.is_ok()))));
        // It is told in the next frame, and there must be one.
        pace.settle();
    }
}

fn put(clipboard: &mut Clipboard, text: &str) -> Result<(), arboard::Error> {
    if clipboard.0.is_none() {
        clipboard.0 = Some(arboard::Clipboard::new()?);
    }
    clipboard.0.as_mut().map_or(Ok(()), |clipboard| clipboard.set_text(text))
}
