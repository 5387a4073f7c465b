//! Takes a photograph: a second camera sees what the first one sees, with as many pixels as a picture is to have.

use super::CityCamera;
use crate::app::{Asked, CityPicture, Exposure, Language, Pace, Photographed, Session};
use crate::view::Effect;
use bevy::camera::RenderTarget;
use bevy::prelude::*;
use bevy::render::camera::CameraRenderGraph;
use bevy::render::render_resource::TextureFormat;
use bevy::render::view::Msaa;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::window::PrimaryWindow;

/// Frames until the city knows that it is to be built more finely.
const HEARD: u32 = 3;
/// Frames that it may take; then it is photographed as it is.
const BUILT: u32 = 600;
/// Frames until the camera and its film are known to the renderer.
const LOADED: u32 = 2;
/// Frames after which nothing comes any more.
const DEVELOPED: u32 = 600;

/// The photograph that is being taken.
#[derive(Resource, Default)]
struct Taking(Option<Shot>);

struct Shot {
    name: String,
    size: UVec2,
    step: Step,
    /// Frames since the step began.
    frames: u32,
}

/// How far a photograph is.
#[derive(Clone, PartialEq)]
enum Step {
    /// The city is being built finely.
    Build,
    /// The camera stands, with its film.
    Load(Handle<Image>),
    /// The picture is on its way.
    Develop,
}

/// The camera of a photograph.
#[derive(Component)]
struct PhotoCamera;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Taking>().add_systems(Last, (begin.run_if(on_message::<Asked>), go_on).chain());
}

/// How many pixels a photograph has.
fn size(window: UVec2) -> UVec2 {
    let window = window.max(UVec2::ONE).as_vec2();
    #[cfg(target_arch = "wasm32")]
    // What most graphics cards can draw through a browser.
    let scale = (4096.0 / window.max_element()).min(2.0);
    #[cfg(not(target_arch = "wasm32"))]
    let scale = (3840.0 / window.max_element()).min(2160.0 / window.min_element());
    (window * scale).round().as_uvec2().max(UVec2::ONE)
}

fn begin(
    mut asked: MessageReader<Asked>,
    window: Single<&Window, With<PrimaryWindow>>,
    mut taking: ResMut<Taking>,
    mut exposure: ResMut<Exposure>,
) {
    for Asked(effect) in asked.read() {
        if let (Effect::Photograph(name), None) = (effect, &taking.0) {
            let size = size(window.physical_size());
            taking.0 = Some(Shot { name: name.clone(), size, step: Step::Build, frames: 0 });
            *exposure = Exposure { size: Some(size), is_built: false };
        }
    }
}

fn go_on(
    mut commands: Commands,
    mut taking: ResMut<Taking>,
    mut exposure: ResMut<Exposure>,
    mut pace: ResMut<Pace>,
    mut images: ResMut<Assets<Image>>,
    mut session: ResMut<Session>,
    language: Res<Language>,
    city: Single<(&Transform, &Projection), With<CityCamera>>,
    cameras: Query<Entity, With<PhotoCamera>>,
) {
    let Some(shot) = &mut taking.0 else { return };
    pace.keep_going();
    shot.frames += 1;
    let next = match &shot.step {
        Step::Build if shot.frames > HEARD && (exposure.is_built || shot.frames > BUILT) => {
            let UVec2 { x, y } = shot.size;
            let film = images.add(Image::new_target_texture(x, y, TextureFormat::Rgba8UnormSrgb, None));
            let (transform, projection) = *city;
            commands.spawn((
                Name::new("Photo camera"),
                PhotoCamera,
                Camera { order: -1, ..default() },
                CameraRenderGraph::new(CityPicture),
                RenderTarget::Image(film.clone().into()),
                projection.clone(),
                *transform,
                Msaa::Sample4,
            ));
            Step::Load(film)
        }
        Step::Load(film) if shot.frames > LOADED => {
            commands.spawn(Screenshot::image(film.clone())).observe(develop);
            Step::Develop
        }
        Step::Develop if shot.frames > DEVELOPED => {
            let values = [("name", shot.name.as_str().into()), ("reason", language.0.get("photo-not-drawn").into())];
            session.0.notify(language.0.with("city-not-exported", &values));
            put_away(&mut commands, &cameras, &mut exposure);
            taking.0 = None;
            return;
        }
        _ => return,
    };
    (shot.step, shot.frames) = (next, 0);
}

/// The picture has come.
fn develop(
    picture: On<ScreenshotCaptured>,
    mut commands: Commands,
    mut taking: ResMut<Taking>,
    mut exposure: ResMut<Exposure>,
    mut pace: ResMut<Pace>,
    mut photographed: MessageWriter<Photographed>,
    cameras: Query<Entity, With<PhotoCamera>>,
) {
    put_away(&mut commands, &cameras, &mut exposure);
    pace.settle();
    let (Some(shot), Some(mut rgba)) = (taking.0.take(), picture.image.data.clone()) else { return };
    for pixel in rgba.chunks_exact_mut(4) {
        pixel[3] = u8::MAX;
    }
    photographed.write(Photographed { name: shot.name, size: picture.image.size(), rgba });
}

fn put_away(commands: &mut Commands, cameras: &Query<Entity, With<PhotoCamera>>, exposure: &mut Exposure) {
    *exposure = Exposure::default();
    cameras.iter().for_each(|camera| commands.entity(camera).despawn());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::camera::{Rig, Target};
    use bevy::render::render_resource::{Extent3d, TextureDimension};

    fn studio() -> App {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, AssetPlugin::default()))
            .init_asset::<Image>()
            .add_message::<Asked>()
            .init_resource::<Pace>()
            .init_resource::<Language>()
            .init_resource::<Session>()
            .init_resource::<Exposure>()
            .add_message::<Photographed>()
            .add_plugins(plugin);
        let home = Target::home(10.0, 1.6);
        app.world_mut().spawn((
            Transform::from_xyz(1.0, 2.0, 3.0),
            Projection::default(),
            CityCamera(Rig::new(home, 10.0)),
        ));
        app.world_mut().spawn((Window { resolution: (1280, 720).into(), ..default() }, PrimaryWindow));
        app
    }

    fn cameras(app: &mut App) -> Vec<Transform> {
        let mut cameras = app.world_mut().query_filtered::<&Transform, With<PhotoCamera>>();
        cameras.iter(app.world()).copied().collect()
    }

    fn screenshot(app: &mut App) -> Option<Entity> {
        let mut found = app.world_mut().query_filtered::<Entity, With<Screenshot>>();
        found.iter(app.world()).next()
    }

    #[test]
    fn a_photograph_waits_for_the_city_is_taken_once_and_leaves_nothing_behind() {
        let mut app = studio();
        for name in ["a.png", "b.png"] {
            app.world_mut().write_message(Asked(Effect::Photograph(name.to_owned())));
        }
        (0..20).for_each(|_| app.update());
        assert_eq!(app.world().resource::<Exposure>().size, Some(UVec2::new(3840, 2160)));
        assert_eq!(cameras(&mut app), [], "the city is still to be built");
        app.world_mut().resource_mut::<Exposure>().is_built = true;
        (0..10).for_each(|_| app.update());
        assert_eq!(cameras(&mut app), [Transform::from_xyz(1.0, 2.0, 3.0)]);
        let entity = screenshot(&mut app).expect("it is taken");
        let extent = Extent3d { width: 2, height: 1, ..default() };
        let (format, pixels) = (TextureFormat::Rgba8UnormSrgb, vec![1, 2, 3, 0, 4, 5, 6, 7]);
        let image = Image::new(extent, TextureDimension::D2, pixels, format, default());
        app.world_mut().trigger(ScreenshotCaptured { entity, image });
        app.world_mut().flush();
        let taken: Vec<_> = app.world_mut().resource_mut::<Messages<Photographed>>().drain().collect();
        assert_eq!(taken.len(), 1);
        assert_eq!((taken[0].name.as_str(), taken[0].size), ("a.png", UVec2::new(2, 1)));
        assert_eq!(taken[0].rgba, [1, 2, 3, 255, 4, 5, 6, 255]);
        assert_eq!(cameras(&mut app), []);
        assert_eq!(*app.world().resource::<Exposure>(), Exposure::default());
    }

    #[test]
    fn a_picture_that_never_comes_is_told() {
        let mut app = studio();
        app.world_mut().write_message(Asked(Effect::Photograph("a.png".to_owned())));
        (0..(BUILT + DEVELOPED + 20)).for_each(|_| app.update());
        let notices = &app.world().resource::<Session>().0.notices;
        assert!(notices.len() == 1 && notices[0].contains("a.png"), "{notices:?}");
        assert_eq!(cameras(&mut app), []);
    }

    #[test]
    fn a_photograph_has_the_shape_of_the_window() {
        assert_eq!(size(UVec2::new(1280, 720)), UVec2::new(3840, 2160));
        assert_eq!(size(UVec2::new(1000, 1000)), UVec2::new(2160, 2160));
        assert_eq!(size(UVec2::new(500, 1000)), UVec2::new(1920, 3840));
        assert_eq!(size(UVec2::ZERO).min_element(), 2160);
    }
}
