//! What one can want on the journey.

use crate::domain::id::{BuildingId, FloorId, LevelId};
use crate::domain::progress::{Belief, Mode};
use crate::domain::recall::Grade;
use serde::{Deserialize, Serialize};

/// What a player wants of the journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Play {
    /// To play in this way.
    SetMode(Mode),
    /// The recommended next step.
    Next,
    /// To the door of a floor, or to recall it if it stands.
    Begin(FloorId),
    /// The option at this place of the question.
    Choose(usize),
    /// An answer to the claim.
    Believe(Belief),
    /// What breaks the claim, without an answer.
    Unfold,
    /// On, past what has been answered; or past what need not be.
    Continue,
    /// The answer to the question was recalled like this.
    Grade(Grade),
    /// A line in one's own words on a floor; an empty one removes it.
    Note(FloorId, String),
    /// The floor as read, behind a scaffold.
    RaiseAsRead(FloorId),
    /// Whether the wall waits for a floor.
    Keep(FloorId, bool),
    /// Whether a floor has a bookmark.
    Bookmark(FloorId, bool),
    /// To the wall of the level.
    MeetWall,
    /// Around the wall of the level.
    WalkAround,
    /// Past what is due.
    Walk,
    /// The check that finds one's level.
    Check,
    /// A page.
    Open(Page),
    /// Back to the city.
    Leave,
    /// The last thing done, taken back.
    Undo,
    /// Everything done so far forgotten, until it is undone.
    Reset(Reset),
    /// To play as somebody else.
    PlayAs(String),
    /// To aim at this share of recalled floors, in percent.
    SetRetention(u8),
    /// The hints for a first visit from the first one on, or no more of them.
    Hints(bool),
    /// What was open before.
    Back,
    /// What was open behind that.
    Forward,
}

/// A page of the journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Page {
    /// What one wants most.
    Menu,
    /// What else there is.
    More,
    /// What was believed, what broke it, and whether it stayed broken.
    Unlearned,
    /// How the belief changes from floor to floor.
    Column(BuildingId),
    /// One level in all buildings.
    Slice(LevelId),
    /// A floor beside the one above it.
    Difference(FloorId),
    /// Notes and bookmarks.
    Notes,
    /// What was reached.
    Achievements,
    /// What the document says besides that the city was made of.
    Source,
    /// Pictures of the city to take away.
    Pictures,
    /// Who plays.
    Profiles,
    /// Whether something is really to be forgotten.
    Reset(Reset),
}

/// What is to be forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "they are what their names say")]
pub enum Reset {
    Floor(FloorId),
    Building(BuildingId),
    Everything,
}
