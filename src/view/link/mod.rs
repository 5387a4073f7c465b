//! A link: what is seen now as a line of text, and back. It names things by their ids and never by their places, so
//! that it holds when the content has grown.

mod code;
mod follow;
pub mod guest;
mod progress;
pub mod share;
mod text;
mod trail;

pub use code::code;
pub use follow::{Way, begin, follow};
pub use guest::Guest;
pub use progress::Progress;
pub use share::{Share, ShareView, Sharing};
pub use text::{Ignored, MOST_BYTES};
pub use trail::is_step;

use super::present::{Running, Show};
use super::state::{self, State};
use crate::domain::content::Pack;
use crate::domain::id::LevelId;
use crate::domain::save::{CameraPose, Open};

/// What the game itself answers to, where there is no page: the scheme of its links.
pub const SCHEME: &str = "laddertown:";

/// Where a link leads. What it does not name stays as it is, or as it is found there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Link {
    /// The id of the city's pack.
    pub pack: Option<String>,
    /// The level that the city stands at.
    pub level: Option<LevelId>,
    /// What is open for reading.
    pub open: Open,
    /// From where the city is seen.
    pub view: Option<CameraPose>,
    /// The tour that is shown, and the stop that it is at.
    pub tour: Option<Tour>,
    /// What lies over everything else.
    pub overlay: Option<Over>,
    /// Somebody's progress, which the city is shown with.
    pub with: Option<Progress>,
}

/// A tour in a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tour {
    /// Its id.
    pub id: String,
    /// The id of its stop; the first one where it is left out.
    pub stop: Option<String>,
}

/// What a link can lay over everything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// The list of keys.
    Help,
    /// The settings.
    Settings,
    /// What the forms and colors of the city mean.
    Legend,
    /// All cities that can be chosen.
    Cities,
    /// The tours that can be shown.
    Tours,
}

impl Over {
    /// Each of them with its name in links.
    pub const NAMES: [(Self, &'static str); 5] = [
        (Self::Help, "help"),
        (Self::Settings, "settings"),
        (Self::Legend, "legend"),
        (Self::Cities, "cities"),
        (Self::Tours, "tours"),
    ];

    fn of(overlay: state::Overlay) -> Option<Self> {
        Some(match overlay {
            state::Overlay::Help => Self::Help,
            state::Overlay::Settings => Self::Settings,
            state::Overlay::Legend => Self::Legend,
            state::Overlay::Cities => Self::Cities,
            state::Overlay::Tours => Self::Tours,
            state::Overlay::Brought | state::Overlay::Share => return None,
        })
    }
}

impl Link {
    /// The link to what is seen now, from `pose` if one is given. It says nothing of who sees it.
    pub fn of(pack: &Pack, state: &State, pose: Option<CameraPose>) -> Self {
        let overlay = state.overlay.and_then(Over::of);
        // A stop says by itself which city it shows, and how.
        if let Some(show) = shown(state) {
            return Self { overlay, ..Self::to(show) };
        }
        Self {
            pack: Some(pack.id().to_owned()),
            level: Some(pack.levels()[state.level].id.clone()),
            open: state.open.clone(),
            view: pose.filter(text::is_written).map(short),
            tour: None,
            overlay,
            with: state.guest.as_ref().map(|guest| guest.progress.clone()),
        }
    }

    /// The link to the present stop of a tour.
    pub fn to(show: &Show) -> Self {
        let tour = Tour { id: show.tour.id.clone(), stop: Some(show.stop().id.clone()) };
        Self { pack: Some(show.pack.clone()), tour: Some(tour), ..Self::default() }
    }

    /// The link as an address, from the page or the scheme that answers to it.
    pub fn address(&self, home: &str) -> String {
        let home = if home.is_empty() { SCHEME } else { home };
        format!("{home}#{}", self.write())
    }
}

/// The tour that is shown, unless somebody has gone elsewhere meanwhile.
fn shown(state: &State) -> Option<&Show> {
    state.show.as_ref().filter(|show| show.running != Running::Strayed)
}

/// A pose in few digits: a tenth of a meter and a hundredth of a radian are more than anybody sees.
fn short(pose: CameraPose) -> CameraPose {
    let rounded = |value: f32, digits: f32| (value * digits).round() / digits;
    CameraPose {
        target: pose.target.map(|meters| rounded(meters, 10.0)),
        yaw: rounded(pose.yaw, 100.0),
        pitch: rounded(pose.pitch, 100.0),
        distance: rounded(pose.distance, 10.0),
    }
}
