//! Sharing what is seen: its link to be copied, its code to be scanned, and what of oneself stands in it.

use super::{Link, MOST_BYTES, Progress, SCHEME, code};
use crate::domain::content::Pack;
use crate::view::Intent;
use crate::view::journey::Action;
use crate::view::preferences::Choosable;
use crate::view::present::view::CodeView;
use crate::view::reduce::Effect;
use crate::view::state::{Overlay, State};
use crate::view::words::Words;
use serde::{Deserialize, Serialize};

/// What one wants who shares what is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Share {
    /// The link to what is seen, or away with it.
    Toggle,
    /// Whether it leads to where the camera stands, too.
    View(bool),
    /// Whether it holds one's progress.
    Progress(bool),
    /// The link, to be put elsewhere.
    Copy,
    /// Whether that went well, as the system says.
    Copied(bool),
}

/// What is chosen while one shares.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sharing {
    /// Whether the link leads to where the camera stands.
    pub view: bool,
    /// Whether it holds one's progress.
    pub progress: bool,
    /// Whether it was copied, once that was tried.
    pub copied: Option<bool>,
}

/// The link with its code, and what can be done with it.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareView {
    /// The link.
    pub link: String,
    /// What is in it, and what is not.
    pub says: Vec<String>,
    /// What it may hold besides.
    pub choices: Vec<Choosable>,
    /// The button that copies it.
    pub copy: Action,
    /// What became of that.
    pub copied: Option<String>,
    /// The link as a code; nothing where it is too long for one.
    pub code: Option<CodeView>,
    /// What the code is, or why there is none.
    pub code_says: String,
}

/// Does what one wants who shares.
pub fn reduce(state: &mut State, share: Share, pack: &Pack, words: &Words) -> Vec<Effect> {
    let sharing = &mut state.sharing;
    match share {
        Share::Toggle => {
            let is_open = state.overlay == Some(Overlay::Share);
            // What is personal is chosen anew each time.
            *sharing = Sharing::default();
            state.overlay = (!is_open).then_some(Overlay::Share);
        }
        Share::View(on) => *sharing = Sharing { view: on, copied: None, ..*sharing },
        Share::Progress(on) => *sharing = Sharing { progress: on, copied: None, ..*sharing },
        Share::Copy => {
            sharing.copied = None;
            return vec![Effect::Copy(link(state, pack).address(&state.home))];
        }
        Share::Copied(well) => {
            sharing.copied = Some(well);
            state.say(words.get(if well { "share-copied" } else { "share-not-copied" }));
        }
    }
    Vec::new()
}

/// What one sees who shares.
pub fn view(pack: &Pack, state: &State, words: &Words) -> Option<ShareView> {
    (state.overlay == Some(Overlay::Share)).then(|| {
        let link = link(state, pack);
        let address = link.address(&state.home);
        let code = code(&address);
        let copied = |well| words.get(if well { "share-copied" } else { "share-not-copied" });
        ShareView {
            says: says(&link, &address, state, words),
            choices: choices(pack, state, words),
            copy: Action { label: words.get("action-copy-link"), intent: Intent::Share(Share::Copy) },
            copied: state.sharing.copied.map(copied),
            code_says: words.get(if code.is_some() { "share-code" } else { "share-no-code" }),
            code,
            link: address,
        }
    })
}

/// The link to what is seen, with what was chosen.
fn link(state: &State, pack: &Pack) -> Link {
    let link = Link::of(pack, state, state.sight.filter(|_| state.sharing.view));
    let mine = || Progress::of(pack, &state.record).filter(|_| state.sharing.progress);
    let with = Link { with: link.with.clone().or_else(mine), ..link.clone() };
    // Nobody could follow it.
    if with.address(&state.home).len() > MOST_BYTES { link } else { with }
}

fn choices(pack: &Pack, state: &State, words: &Words) -> Vec<Choosable> {
    let choosable =
        |name: &str, chosen, share| Choosable { label: words.get(name), chosen, intent: Intent::Share(share) };
    let Sharing { view, progress, .. } = state.sharing;
    // A stop of a tour says by itself from where it is seen, and whose progress a guest sees stands in the link anyway.
    let is_shown = super::shown(state).is_some();
    let is_mine = !is_shown && state.guest.is_none() && Progress::of(pack, &state.record).is_some();
    let view = (!is_shown).then(|| choosable("share-view", view, Share::View(!view)));
    let progress = is_mine.then(|| choosable("share-progress", progress, Share::Progress(!progress)));
    view.into_iter().chain(progress).collect()
}

fn says(link: &Link, address: &str, state: &State, words: &Words) -> Vec<String> {
    let length = [("count", address.chars().count().into())];
    let mut says = vec![match &link.with {
        Some(progress) => {
            let values =
                [("floors", progress.raised.len().into()), ("passed", usize::from(progress.passed.is_some()).into())];
            let whose = if state.guest.is_some() { "share-says-theirs" } else { "share-says-progress" };
            words.with(whose, &values)
        }
        None if state.sharing.progress => words.with("share-says-too-much", &[("bytes", MOST_BYTES.into())]),
        None => words.get("share-says-nothing"),
    }];
    says.push(words.with("share-length", &length));
    if link.pack.as_ref().is_some_and(|pack| pack.contains('.')) {
        says.push(words.get("share-brought"));
    }
    if address.starts_with(SCHEME) {
        says.push(words.get("share-scheme"));
    }
    says
}
