//! The camera in the world: it does what the session asks for and moves with the frames.

use super::{Rig, Target};
use crate::app::{AppSystems, Asked, Content, Covered, Eye, FIELD_OF_VIEW, Founding, Pace, Session, Sight};
use crate::domain::id::BuildingId;
use crate::domain::plan::{Lot, STOREY_HEIGHT};
use crate::view::journey::{Ascent, storeys_standing};
use crate::view::{Effect, State};
use bevy::prelude::*;
use bevy::render::view::Msaa;
use bevy::window::PrimaryWindow;

/// The camera of the city.
#[derive(Component, Deref, DerefMut)]
pub struct CityCamera(pub Rig);

/// Width over height of the picture for which the whole city was last fitted into it.
#[derive(Component, PartialEq)]
struct FittedTo(f32);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Founding, place_camera).add_systems(
        Update,
        (fit_to_window, answer_effects, step_back_as_city_grows, make_room_for_panels, advance_camera)
            .chain()
            .in_set(AppSystems::Animate),
    );
}

/// The camera begins where the city was seen from last, or before the whole of it. It is one camera for all cities:
/// the panels are drawn by it, too.
fn place_camera(
    mut commands: Commands,
    content: Res<Content>,
    session: Res<Session>,
    window: Query<&Window>,
    mut camera: Query<(&mut CityCamera, &mut FittedTo, &mut Projection)>,
) {
    let radius = content.plan.radius;
    let aspect = aspect(window.iter().next());
    let start = session.0.sight_of(content.pack.id()).map(Target::from);
    let rig = Rig::new(start.unwrap_or_else(|| home(&content, &session.0, aspect)), radius);
    let sees =
        Projection::Perspective(PerspectiveProjection { fov: FIELD_OF_VIEW, near: 1.0, far: far(radius), ..default() });
    if let Ok((mut camera, mut fitted, mut projection)) = camera.single_mut() {
        camera.0 = rig.with_room_of(camera.0);
        fitted.0 = aspect;
        *projection = sees;
        return;
    }
    commands.spawn((
        Name::new("City camera"),
        Eye,
        sees,
        Msaa::Off,
        rig.transform(aspect),
        CityCamera(rig),
        FittedTo(aspect),
    ));
}

/// Whoever looks at the whole city still does when the window has another shape; in the browser it has that only after
/// the city was founded.
fn fit_to_window(
    content: Res<Content>,
    session: Res<Session>,
    camera: Single<(&mut CityCamera, &mut FittedTo)>,
    window: Query<&Window, With<PrimaryWindow>>,
) {
    let (mut camera, mut fitted) = camera.into_inner();
    let now = FittedTo(aspect(window.iter().next()));
    if *fitted == now {
        return;
    }
    let extent = Extent::of(&content, &session.0);
    if camera.is_bound_for(extent.seen(fitted.0)) {
        camera.fly(extent.seen(now.0), true);
    }
    *fitted = now;
}

/// How far it sees: over the whole city and the sea behind it, from as far away as one can go.
fn far(radius: f32) -> f32 {
    (radius * 12.0).max(600.0)
}

fn answer_effects(
    mut asked: MessageReader<Asked>,
    mut camera: Single<&mut CityCamera>,
    content: Res<Content>,
    session: Res<Session>,
    window: Query<&Window, With<PrimaryWindow>>,
) {
    let cut = session.0.reduces_motion();
    let rig = &mut camera.0;
    for Asked(effect) in asked.read() {
        match effect {
            Effect::FlyHome => {
                rig.fly(home(&content, &session.0, aspect(window.iter().next())), cut);
            }
            Effect::FlyToBuilding(id) => {
                if let Some(target) = before_building(&content, id, &session.0, rig.goal) {
                    rig.fly(target, cut);
                }
            }
            Effect::FlyToDistrict(id) => {
                let index = content.pack.districts().iter().position(|district| district.id == *id);
                if let Some(site) = index.map(|index| &content.plan.sites[index]) {
                    let (x, z) = site.center();
                    let distance = if site.ring == 0 { 30.0 } else { 27.0 };
                    let point = Vec3::new(x, 1.6, z);
                    rig.fly(Target { point, distance, pitch: 0.56, ..rig.goal }, cut);
                }
            }
            Effect::FlyTo(pose) if pose.is_finite() => rig.fly((*pose).into(), cut),
            Effect::MoveCamera(movement) => rig.follow(*movement),
            _ => {}
        }
    }
}

/// Width over height of the picture.
fn aspect(window: Option<&Window>) -> f32 {
    window.map_or(16.0 / 9.0, |window| window.width() / window.height().max(1.0))
}

/// The whole city as it stands, with some wood around it.
fn home(content: &Content, state: &State, aspect: f32) -> Target {
    Extent::of(content, state).seen(aspect)
}

/// How far the city reaches: what has been founded, by its level or ahead of it.
#[derive(Debug, Clone, PartialEq)]
struct Extent {
    radius: f32,
    tops: Vec<Vec3>,
}

impl Extent {
    fn of(content: &Content, state: &State) -> Self {
        const WOOD: f32 = 3.5;
        let (pack, plan) = (&content.pack, &content.plan);
        let sites = pack.districts().iter().zip(&plan.sites);
        let cleared = sites.filter(|(district, _)| state.has_cleared(pack, district));
        let radius = cleared.map(|(_, site)| site.outer).fold(0.0, f32::max);
        let lots = pack.buildings().iter().zip(plan.lots.iter().zip(&plan.storeys));
        let founded = lots.filter(|(building, _)| state.has_founded(pack, building));
        // With what is still to rise: its outlines stand there already.
        let top = |storeys: usize| STOREY_HEIGHT * storeys as f32 + CROWN_AND_NAME;
        let tops = founded.map(|(_, (lot, storeys))| Vec3::new(lot.x, top(*storeys), lot.z));
        Self { radius: (radius + WOOD).min(plan.radius), tops: tops.collect() }
    }

    fn seen(&self, aspect: f32) -> Target {
        Target::home(self.radius, aspect).with_tops(self.tops.iter().copied())
    }
}

/// Whoever looks at the whole city still does when it has grown.
fn step_back_as_city_grows(
    content: Res<Content>,
    session: Res<Session>,
    mut known: Local<Option<(Ascent, Extent)>>,
    mut camera: Single<&mut CityCamera>,
    window: Query<&Window, With<PrimaryWindow>>,
) {
    if !session.is_changed() && !content.is_changed() {
        return;
    }
    // Another city is as it was left already.
    let before = known.take().filter(|_| !content.is_changed());
    let ascent = Ascent::of(&session.0);
    let (before, extent) = match before {
        Some((known_ascent, extent)) if known_ascent == ascent => (None, extent),
        before => (before, Extent::of(&content, &session.0)),
    };
    let aspect = aspect(window.iter().next());
    if before.is_some_and(|(_, before)| before != extent && camera.is_bound_for(before.seen(aspect))) {
        camera.fly(extent.seen(aspect), session.0.reduces_motion());
    }
    *known = Some((ascent, extent));
}

fn before_building(content: &Content, id: &BuildingId, state: &State, from: Target) -> Option<Target> {
    let index = content.pack.buildings().iter().position(|building| building.id == *id)?;
    let (lot, building) = (&content.plan.lots[index], &content.pack.buildings()[index]);
    let storeys = storeys_standing(&content.pack, state, building).unwrap_or(0);
    let height = STOREY_HEIGHT * storeys.max(1) as f32;
    let outside = from_outside(lot);
    Some(Target {
        point: Vec3::new(lot.x, f32::midpoint(height, CROWN_AND_NAME), lot.z),
        // What stands in the middle is seen over the roofs around it.
        pitch: if outside.is_some() { 0.42 } else { 0.8 },
        distance: 18.0 + height * 1.7,
        yaw: outside.unwrap_or(from.yaw),
    })
}

/// What stands above the topmost storey: the crown, the mark, and its name over it.
const CROWN_AND_NAME: f32 = 3.4;

/// The direction from which nothing stands before a lot: outward from the middle of the city. Any will do for the
/// middle itself.
fn from_outside(lot: &Lot) -> Option<f32> {
    (lot.x.hypot(lot.z) > 1.0).then(|| lot.x.atan2(lot.z))
}

/// The point looked at stays in the middle of what panels leave free.
fn make_room_for_panels(
    covered: Res<Covered>,
    session: Res<Session>,
    mut camera: Single<&mut CityCamera>,
    window: Query<&Window, With<PrimaryWindow>>,
) {
    let Some(window) = window.iter().next() else { return };
    let (width, height) = (window.width().max(1.0), window.height().max(1.0));
    let offset = Vec2::new(-covered.right / width, (covered.bottom - covered.top) / height);
    let free = 1.0 - (covered.bottom + covered.top) / height;
    camera.make_room(offset, free, session.0.reduces_motion());
}

fn advance_camera(
    time: Res<Time>,
    session: Res<Session>,
    mut pace: ResMut<Pace>,
    mut sight: ResMut<Sight>,
    camera: Single<(&mut CityCamera, &mut Transform)>,
    window: Query<&Window, With<PrimaryWindow>>,
) {
    let (mut camera, mut transform) = camera.into_inner();
    let aspect = aspect(window.iter().next());
    if camera.is_moving() {
        // A frame after a rest must not be a leap.
        camera.step(time.delta_secs().min(0.1), session.0.reduces_motion());
        pace.keep_going();
    }
    transform.set_if_neq(camera.transform(aspect));
    sight.set_if_neq(Sight { now: camera.now.into(), goal: camera.goal.into(), moving: camera.is_moving() });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::content::storey::risen;
    use crate::domain::progress::Mode;
    use crate::packs;
    use crate::view::journey::Play;
    use crate::view::{Intent, Words, reduce};
    use bevy::ecs::system::RunSystemOnce;

    const WIDE: f32 = 16.0 / 9.0;

    fn content() -> Content {
        Content::new(packs::shipped(packs::FIRST).expect("shipped"))
    }

    #[test]
    fn home_shows_what_was_raised_ahead_of_its_level() {
        let content = content();
        let mut state = State::default();
        let mut plays = |play| {
            reduce(&mut state, &Intent::Play(play), &content.pack, &Words::english());
            Extent::of(&content, &state)
        };
        let first = plays(Play::SetMode(Mode::Journey));
        let far = |index: &usize| content.plan.lots[*index].x.hypot(content.plan.lots[*index].z);
        let outermost = (0..content.plan.lots.len()).max_by(|a, b| far(a).total_cmp(&far(b))).expect("a lot");
        let ahead = plays(Play::RaiseAsRead(content.pack.buildings()[outermost].floors[0].id.clone()));
        assert!(first.radius < far(&outermost) && far(&outermost) < ahead.radius, "{} {}", first.radius, ahead.radius);
        assert_eq!(ahead.tops.len(), first.tops.len() + 1);
        assert!(ahead.seen(WIDE).distance > first.seen(WIDE).distance);
        assert_eq!(plays(Play::Undo), first);
    }

    #[test]
    fn a_window_of_another_shape_shows_the_whole_city_too() {
        const TALL: f32 = 360.0 / 640.0;
        let (content, state) = (content(), State::default());
        let seen = |aspect| Extent::of(&content, &state).seen(aspect);
        let aside = Target { yaw: 2.0, ..seen(WIDE) };
        let radius = content.plan.radius;
        for (from, expected) in [(seen(WIDE), seen(TALL)), (aside, aside)] {
            let mut world = World::new();
            world.spawn((Window { resolution: (360, 640).into(), ..default() }, PrimaryWindow));
            let camera = world.spawn((CityCamera(Rig::new(from, radius)), FittedTo(WIDE))).id();
            world.insert_resource(Content::new(content.pack.clone()));
            world.insert_resource(Session(state.clone()));
            world.run_system_once(fit_to_window).expect("it runs");
            let rig = world.get::<CityCamera>(camera).expect("a camera");
            assert!(rig.is_bound_for(expected), "{:?}", rig.goal);
        }
    }

    /// Whether the eye is within a tower, with a hand's breadth around it.
    fn inside(content: &Content, level: usize, eye: Vec3) -> Option<usize> {
        (0..content.plan.lots.len()).find(|index| {
            let (lot, building) = (&content.plan.lots[*index], &content.pack.buildings()[*index]);
            let stands = building.stands_at(level);
            let high = STOREY_HEIGHT * risen(building, level) as f32 + CROWN_AND_NAME;
            stands && Vec2::new(eye.x - lot.x, eye.z - lot.z).length() < lot.width / 2.0 + 0.2 && eye.y < high
        })
    }

    #[test]
    fn no_flight_between_buildings_leads_through_a_tower() {
        let content = content();
        let level = content.pack.levels().len() - 1;
        let state = State { level, ..State::default() };
        let city = home(&content, &state, WIDE);
        let stop = |index: usize, from: Target| {
            before_building(&content, &content.pack.buildings()[index].id, &state, from).expect("a building")
        };
        let count = content.plan.lots.len();
        let starts = (0..count).map(|index| stop(index, city)).chain([city]);
        let mut through = Vec::new();
        for (start, from) in starts.enumerate() {
            for to in (0..count).filter(|to| *to != start) {
                let mut rig = Rig::new(from, content.plan.radius);
                rig.fly(stop(to, from), false);
                while rig.is_flying() {
                    rig.step(0.05, false);
                    if let Some(tower) = inside(&content, level, rig.transform(WIDE).translation) {
                        through.push((start, to, tower));
                    }
                }
            }
        }
        through.dedup();
        assert!(through.is_empty(), "{} flights, such as {:?}", through.len(), through.first());
    }
}
