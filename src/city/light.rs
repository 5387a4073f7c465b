//! The hour of the level, and the shade map that goes with it.

use super::draw::{Light, Lighting};
use super::look::Hour;
use super::mesh::ground;
use super::mesh::tower::{SHARE_OF_LOT, roof};
use super::motion;
use super::rise::{BuildingOf, Census, Clearing, DistrictOf, Growth};
use super::shade::{FULL_TEXEL, Field};
use super::spawn::{BuildCity, Model, height};
use crate::app::{AppSystems, Content, Eye, FIELD_OF_VIEW, Founding, Pace, Session, Sight};
use bevy::asset::RenderAssetUsages;
use bevy::image::{ImageAddressMode, ImageFilterMode, ImageSampler, ImageSamplerDescriptor};
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat};

/// Seconds that the day takes to turn.
const TURN_SECS: f32 = 1.6;

/// So many cells are cast in a frame, on average: in a large city the shade follows what grows in steps.
const CELLS_A_FRAME: usize = 1 << 17;

/// The light of this moment.
#[derive(Resource)]
struct Daylight {
    now: Hour,
    from: Hour,
    level: usize,
    share: f32,
}

/// Shadows and gloom as a texture.
#[derive(Resource)]
pub(super) struct ShadeMap {
    pub image: Handle<Image>,
    field: Field,
    shadows: Vec<f32>,
    gloom: Vec<f32>,
    /// Whether the shadows are to be cast anew, and whether the gloom is.
    due: (bool, bool),
    /// Frames since either was.
    waited: usize,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Founding, make_shade_map.before(BuildCity)).add_systems(
        Update,
        (turn_day, cast_shade, light_city).chain().in_set(AppSystems::Animate).after(super::rise::Advance),
    );
}

fn make_shade_map(
    mut commands: Commands,
    content: Res<Content>,
    session: Res<Session>,
    mut images: ResMut<Assets<Image>>,
) {
    let field = Field::new(content.plan.radius + 4.0);
    let hour = Hour::of_level(session.0.level);
    let (shadows, gloom) = (field.shadows(hour.sun), field.gloom());
    let image = images.add(shade_image(&field, &shadows, &gloom));
    commands.insert_resource(Daylight { now: hour, from: hour, level: session.0.level, share: 1.0 });
    commands.insert_resource(ShadeMap { image, field, shadows, gloom, due: (true, true), waited: 0 });
}

fn shade_image(field: &Field, shadows: &[f32], gloom: &[f32]) -> Image {
    let cells = field.cells() as u32;
    let size = Extent3d { width: cells, height: cells, depth_or_array_layers: 1 };
    let mut image = Image::new(
        size,
        TextureDimension::D2,
        texels(shadows, gloom),
        TextureFormat::Rg8Unorm,
        RenderAssetUsages::all(),
    );
    image.sampler = ImageSampler::Descriptor(ImageSamplerDescriptor {
        address_mode_u: ImageAddressMode::ClampToEdge,
        address_mode_v: ImageAddressMode::ClampToEdge,
        mag_filter: ImageFilterMode::Linear,
        min_filter: ImageFilterMode::Linear,
        ..default()
    });
    image
}

fn texels(shadows: &[f32], gloom: &[f32]) -> Vec<u8> {
    let byte = |height: f32| (height / FULL_TEXEL * 255.0).clamp(0.0, 255.0).round() as u8;
    let texel = |(shadow, gloom): (&f32, &f32)| [byte(*shadow), byte(*gloom)];
    shadows.iter().zip(gloom).flat_map(texel).collect()
}

fn turn_day(time: Res<Time>, session: Res<Session>, mut pace: ResMut<Pace>, mut day: ResMut<Daylight>) {
    if day.level != session.0.level {
        day.from = day.now;
        day.level = session.0.level;
        day.share = 0.0;
    }
    if day.share < 1.0 {
        let step = if session.0.reduces_motion() { 1.0 } else { time.delta_secs().min(0.1) / TURN_SECS };
        day.share = (day.share + step).min(1.0);
        day.now = day.from.towards(Hour::of_level(day.level), motion::soft(day.share));
        pace.keep_going();
    }
}

fn cast_shade(
    content: Res<Content>,
    model: Res<Model>,
    day: Res<Daylight>,
    census: Res<Census>,
    mut pace: ResMut<Pace>,
    mut shade: ResMut<ShadeMap>,
    mut images: ResMut<Assets<Image>>,
    moved: Query<(), Or<(Changed<Growth>, Changed<Clearing>)>>,
    buildings: Query<(&BuildingOf, &Growth)>,
    districts: Query<(&DistrictOf, &Clearing)>,
) {
    let (grows, turns) = (!moved.is_empty(), day.is_changed());
    let due = (shade.due.0 || grows || turns, shade.due.1 || grows);
    if due == (false, false) {
        return;
    }
    pace.keep_going();
    // They take turns, and where all has come to rest each is cast once more.
    let pause = shade.field.cells().pow(2) / CELLS_A_FRAME;
    shade.waited += 1;
    shade.due = due;
    if (grows || turns) && shade.waited < pause {
        return;
    }
    shade.waited = 0;
    if !due.0 {
        shade.gloom = shade.field.gloom();
        shade.due.1 = false;
        show(&shade, &mut images);
        return;
    }
    let mut field = Field::new(shade.field.reach());
    for (of, growth) in buildings.iter().filter(|(_, growth)| growth.foot > 0.0) {
        let lot = &content.plan.lots[of.0];
        let (middle, half) = (Vec2::new(lot.x, lot.z), lot.width * SHARE_OF_LOT / 2.0);
        let (top, shape) = (height(growth) + ground::TERRACE, &model.shapes[of.0]);
        // Storeys from the top down as long as they become wider; the highest casts the shadow of all below its size.
        let mut width = 0.0;
        for storey in (0..growth.storeys.len()).rev().filter(|storey| growth.storeys[*storey] > 0.0) {
            let share = shape.shares[storey].0;
            if share > width {
                let plan = shape.plan_of(storey);
                let ends = if width == 0.0 { top } else { top.min(ground::TERRACE + roof(storey + 1)) };
                width = share;
                field.raise_plan(middle, half * 1.42, lot.turn, ends, |at| plan.contains(at));
            }
        }
        if growth.storeys.first().is_some_and(|share| *share > 0.0) {
            field.raise_disk(middle, half * 0.5, top + 0.9);
        }
    }
    for (index, trees) in model.trees.iter().enumerate() {
        let clearing = census.districts.get(index).and_then(|district| districts.get(*district).ok());
        let clearing = clearing.map_or(0.0, |(_, clearing)| clearing.share);
        if clearing < 1.0 {
            for tree in trees {
                field.raise_disk(tree.at, tree.radius, tree.height * (1.0 - motion::soft(clearing)));
            }
        }
    }
    for (of, clearing) in &districts {
        let share = motion::soft(clearing.share);
        for block in model.blocks[of.0].iter().filter(|_| share > 0.0) {
            let (plot, height) = (block.plot, block.height * share);
            if block.round {
                field.raise_disk(plot.middle, plot.half.x, height);
            } else {
                field.raise_box(plot.middle, plot.half, plot.turn, height);
            }
        }
    }
    shade.shadows = field.shadows(day.now.sun);
    shade.field = field;
    shade.due.0 = false;
    show(&shade, &mut images);
}

fn show(shade: &ShadeMap, images: &mut Assets<Image>) {
    if let Some(mut image) = images.get_mut(&shade.image) {
        image.data = Some(texels(&shade.shadows, &shade.gloom));
    }
}

fn light_city(
    day: Res<Daylight>,
    shade: Res<ShadeMap>,
    sight: Res<Sight>,
    mut lighting: ResMut<Lighting>,
    content: Res<Content>,
    camera: Query<&Transform, With<Eye>>,
    mut lit: Local<Option<(Hour, f32, f32)>>,
) {
    // In a narrow window the eye stands farther off than it is asked to. In whole decimeters: while it only turns, nothing
    // is to be lit anew.
    let eye = camera.iter().next().map(|eye| eye.translation.distance(sight.now.target.into()));
    let (pitch, distance) = (sight.now.pitch, (eye.unwrap_or(sight.now.distance) * 10.0).round() / 10.0);
    // Another city has a light of its own.
    if lit.replace((day.now, pitch, distance)) == Some((day.now, pitch, distance)) && !content.is_changed() {
        return;
    }
    let reach = shade.field.reach();
    // The whole island stays clear; behind it the sea dissolves into the sky.
    let haze = (distance + reach * 0.9, distance + reach * 3.4);
    // The horizon lies as far above the middle as the camera looks down.
    let height = 0.5 + 0.5 * pitch.tan() / (FIELD_OF_VIEW / 2.0).tan();
    lighting.light = Light::new(&day.now, reach, haze, height.min(1.0) - 0.25);
}
