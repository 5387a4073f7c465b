//! The speaker's window on the desktop: a second window of the same game, so that it is never out of step.

use super::fonts::definitions;
use super::paint::PanelsPicture;
use super::panels::speaker::{prepare, speaker_ui};
use super::screen::apply;
use super::tokens::Theme;
use crate::app::{Asked, Language, Pace, Session, Shown, Wanted};
use crate::view::Effect;
use bevy::camera::RenderTarget;
use bevy::ecs::schedule::ScheduleLabel;
use bevy::prelude::*;
use bevy::render::camera::CameraRenderGraph;
use bevy::render::view::Msaa;
use bevy::window::{PresentMode, WindowRef, WindowResolution};
use bevy_egui::egui::{Id, LayerId, Ui, UiBuilder};
use bevy_egui::{EguiContext, EguiSchedule};
use std::time::Duration;

/// Its clock shows seconds.
const TICK: Duration = Duration::from_secs(1);

/// Whoever speaks reads from farther away than whoever plays.
const LARGER: f32 = 1.15;

/// The window.
#[derive(Component)]
struct SpeakerWindow;

/// What is drawn in it, and how many passes it has had: its faces are there from the second one.
#[derive(Component, Default)]
struct SpeakerCamera {
    passes: u32,
    applied: Option<Theme>,
}

/// Draws into the speaker's window.
#[derive(ScheduleLabel, Debug, Clone, PartialEq, Eq, Hash)]
struct SpeakerPass;

pub(super) fn plugin(app: &mut App) {
    app.init_schedule(SpeakerPass)
        .add_systems(Update, (toggle, tick))
        .add_systems(SpeakerPass, draw)
        .add_observer(close);
}

fn toggle(
    mut asked: MessageReader<Asked>,
    mut commands: Commands,
    language: Res<Language>,
    open: Query<Entity, With<SpeakerWindow>>,
    mut pace: ResMut<Pace>,
) {
    let times = asked.read().filter(|asked| asked.0 == Effect::ToggleSpeaker).count();
    if times % 2 == 0 {
        return;
    }
    pace.settle();
    if let Ok(window) = open.single() {
        commands.entity(window).despawn();
        return;
    }
    let window = Window {
        title: format!("{}: {}", language.0.get("app-name"), language.0.get("tour-speaker")),
        name: Some("laddertown".to_owned()),
        resolution: WindowResolution::new(960, 680),
        // Two windows that both wait for the screen would halve the frames of both.
        present_mode: PresentMode::AutoNoVsync,
        ..default()
    };
    let window = commands.spawn((Name::new("Speaker's window"), window, SpeakerWindow)).id();
    commands.spawn((
        Name::new("Speaker's camera"),
        Camera::default(),
        CameraRenderGraph::new(PanelsPicture),
        Projection::default(),
        Msaa::Off,
        RenderTarget::Window(WindowRef::Entity(window)),
        EguiSchedule::new(SpeakerPass),
        SpeakerCamera::default(),
    ));
}

/// Nobody draws into a window that has gone, whoever closed it.
fn close(
    gone: On<Remove, SpeakerWindow>,
    mut commands: Commands,
    cameras: Query<(Entity, &RenderTarget), With<SpeakerCamera>>,
) {
    for (camera, target) in &cameras {
        if matches!(target, RenderTarget::Window(WindowRef::Entity(window)) if *window == gone.entity) {
            commands.entity(camera).despawn();
        }
    }
}

fn tick(open: Query<(), With<SpeakerWindow>>, session: Res<Session>, mut pace: ResMut<Pace>) {
    if !open.is_empty() && session.0.show.is_some() {
        pace.wake_within(TICK);
    }
}

fn draw(
    camera: Single<(&mut EguiContext, &mut SpeakerCamera)>,
    shown: Option<Res<Shown>>,
    session: Res<Session>,
    language: Res<Language>,
    mut pace: ResMut<Pace>,
    mut wanted: MessageWriter<Wanted>,
) {
    let (mut context, mut camera) = camera.into_inner();
    let context = context.get_mut();
    camera.passes += 1;
    if camera.passes <= 2 {
        if camera.passes == 1 {
            context.set_fonts(definitions());
        }
        pace.settle();
        return;
    }
    let theme = Theme::new(session.0.theme(), f32::from(session.0.settings.text_percent) / 100.0 * LARGER);
    if camera.applied.replace(theme) != Some(theme) {
        apply(context, &theme);
        pace.settle();
    }
    let mut out = Vec::new();
    let whole = context.viewport_rect();
    let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(whole);
    let mut root = Ui::new(context.clone(), Id::new("speaker"), builder);
    prepare(&root, &theme);
    if let Some(view) = shown.as_ref().and_then(|shown| shown.speaker.as_ref()) {
        speaker_ui(&mut root, view, session.0.now, &language.0, &theme, &mut out);
    } else {
        root.painter().rect_filled(whole, 0.0, theme.paper);
    }
    if !out.is_empty() {
        pace.settle();
    }
    wanted.write_batch(out.into_iter().map(Wanted));
}
