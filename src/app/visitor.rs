//! Visits of which nothing is kept: a stand minds its guests, and one way leads out.

use super::cities::Gate;
use super::pace::{Calm, Pace};
use super::session::{Asked, Content, Session, Wanted};
use super::sets::AppSystems;
use crate::domain::content::Pack;
use crate::packs;
use crate::view::intent::CameraMove;
use crate::view::present::stand::Turn;
use crate::view::present::{Present, Stand};
use crate::view::visitor::{self, Visitor};
use crate::view::{Effect, Intent, State};
use bevy::ecs::system::SystemParam;
use bevy::input::keyboard::KeyboardInput;
use bevy::input::mouse::{MouseButtonInput, MouseWheel};
use bevy::input::touch::TouchInput;
use bevy::prelude::*;
use bevy::window::CursorMoved;
use std::time::Duration;

/// Somebody did something that neither a key nor the pointer tells of.
#[derive(Message, Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stirred;

/// What was kept before a visit of which nothing is kept, taken up again.
#[derive(Message, Debug, Clone)]
pub struct Returned {
    /// The city that was open.
    pub pack: Pack,
    /// As it was left.
    pub state: State,
    /// With what its owner brought.
    pub library: packs::Library,
}

/// A pointer that moves less than this, in logical pixels, was moved by the table.
const JITTER: f32 = 6.0;
/// How fast a city turns that shows itself without a tour, in radians a second.
const TURN: f32 = 0.06;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Stirred>()
        .add_message::<Returned>()
        .add_message::<KeyboardInput>()
        .add_message::<MouseButtonInput>()
        .add_message::<MouseWheel>()
        .add_message::<TouchInput>()
        .add_message::<CursorMoved>()
        // Whoever leaves in this frame is forgotten behind it, and the city attracts from the next one on.
        .add_systems(Update, (attract, mind_stand).chain().in_set(AppSystems::RecordInput).run_if(is_stand))
        .add_systems(Update, return_to_owner.in_set(AppSystems::Reduce).run_if(on_message::<Returned>));
}

fn is_stand(session: Res<Session>) -> bool {
    session.0.stand().is_some()
}

/// Everything that tells that somebody is there.
#[derive(SystemParam)]
struct Stirs<'w, 's> {
    keys: MessageReader<'w, 's, KeyboardInput>,
    buttons: MessageReader<'w, 's, MouseButtonInput>,
    wheel: MessageReader<'w, 's, MouseWheel>,
    touches: MessageReader<'w, 's, TouchInput>,
    pointer: MessageReader<'w, 's, CursorMoved>,
    others: MessageReader<'w, 's, Stirred>,
    /// Where the pointer was when it moved last.
    at: Local<'s, Option<Vec2>>,
}

impl Stirs<'_, '_> {
    /// Whether somebody did something since this was asked last.
    fn take(&mut self) -> bool {
        let counts = [
            self.keys.read().count(),
            self.buttons.read().count(),
            self.wheel.read().count(),
            self.touches.read().count(),
            self.others.read().count(),
        ];
        let mut stirs = counts.iter().any(|count| *count > 0);
        for moved in self.pointer.read() {
            let from = self.at.get_or_insert(moved.position);
            if from.distance(moved.position) > JITTER {
                *from = moved.position;
                stirs = true;
            }
        }
        stirs
    }
}

/// Tells the stand what time it is and whether somebody is there, and does what follows.
fn mind_stand(
    time: Res<Time<Real>>,
    mut stirs: Stirs,
    mut session: ResMut<Session>,
    language: Res<super::Language>,
    mut pace: ResMut<Pace>,
    mut asked: MessageWriter<Asked>,
) {
    // The view is made anew when something is to be seen, and not in every frame.
    let state = &mut session.bypass_change_detection().0;
    let stirs = stirs.take();
    let Some(stand) = state.visitor.as_mut().and_then(|visitor| visitor.stand.as_mut()) else { return };
    let before = stand.left();
    let turn = stand.pass(time.elapsed_secs_f64(), stirs);
    let now = stand.left();
    if let Some(secs) = stand.next() {
        pace.wake_within(Duration::from_secs_f64(secs.max(0.0)));
    }
    match turn {
        Some(Turn::Forgets | Turn::Begins) => _ = asked.write(Asked(Effect::BeginAnew)),
        Some(Turn::Asks) => {
            let asks = [language.0.get("stand-question"), language.0.with("stand-then", &[("secs", now.into())])];
            state.say(asks.join(" "));
        }
        Some(Turn::GoesOn) | None => {}
    }
    if before != now {
        session.set_changed();
    }
}

/// Nobody plays: the city shows itself, by its first tour or else by a slow turn.
fn attract(
    session: Res<Session>,
    content: Res<Content>,
    calm: Res<Calm>,
    time: Res<Time>,
    mut begun: Local<Option<u32>>,
    mut pace: ResMut<Pace>,
    mut wanted: MessageWriter<Wanted>,
) {
    let state = &session.0;
    // A tour goes round by itself, through cities with tours and without.
    if state.show.is_some() || !state.visitor.as_ref().is_some_and(Visitor::attracts) {
        return;
    }
    if let Some(tour) = content.pack.tours().first() {
        let now = state.stand().map(Stand::forgotten);
        // One that cannot be shown is not tried again and again.
        if std::mem::replace(&mut *begun, now) == now {
            return;
        }
        wanted.write(Wanted(Intent::Present(Present::Start(tour.id.clone()))));
        wanted.write(Wanted(Intent::Present(Present::Autoplay)));
    } else if !calm.holds() && !state.reduces_motion() {
        // A frame after a rest must not be a leap.
        let angle = TURN * time.delta_secs().min(0.1);
        wanted.write(Wanted(Intent::Move(CameraMove::Orbit(angle, 0.0))));
        pace.keep_going();
    }
}

impl Gate<'_, '_> {
    /// Whoever was here is forgotten, with everything that was done and chosen.
    pub(super) fn begin_anew(&mut self) {
        let Some(visitor) = self.session.0.visitor.clone() else { return };
        let home = [visitor.home.as_str(), packs::FIRST];
        let Some(pack) = home.into_iter().find_map(|id| self.library.open(id).ok()) else { return };
        self.session.0 = visitor::begin(visitor, &self.session.0, &pack, &self.language.0);
        self.raise(pack);
    }
}

/// The city is its owner's again, as it was left.
fn return_to_owner(mut returned: MessageReader<Returned>, mut gate: Gate) {
    let Some(Returned { pack, state, library }) = returned.read().last().cloned() else { return };
    gate.session.0 = visitor::end(state, &gate.session.0, &pack);
    gate.library.0 = library;
    gate.raise(pack);
}
