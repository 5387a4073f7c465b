//! The three materials of the picture: the model, the sea around it and the sky behind it.

use super::look::Hour;
use super::mesh::buffer::{NORMAL, PAINT};
use super::shade;
use bevy::asset::{load_internal_asset, uuid_handle};
use bevy::math::{Vec3, Vec4};
use bevy::mesh::MeshVertexBufferLayoutRef;
use bevy::pbr::{MaterialPipeline, MaterialPipelineKey};
use bevy::prelude::*;
use bevy::render::render_resource::{
    AsBindGroup, CompareFunction, RenderPipelineDescriptor, ShaderType, SpecializedMeshPipelineError,
};
use bevy::shader::{Shader, ShaderRef};

const CITY_SHADER: Handle<Shader> = uuid_handle!("5f0e7a4e-7c4b-4d0e-9c7f-0d6d1f3f9a01");
const SEA_SHADER: Handle<Shader> = uuid_handle!("5f0e7a4e-7c4b-4d0e-9c7f-0d6d1f3f9a03");
const SKY_SHADER: Handle<Shader> = uuid_handle!("5f0e7a4e-7c4b-4d0e-9c7f-0d6d1f3f9a02");

/// The model: one material for everything that stands in the city.
#[derive(Asset, TypePath, AsBindGroup, Clone)]
pub(crate) struct CityMaterial {
    #[uniform(0)]
    pub light: CityLight,
    #[texture(1)]
    #[sampler(2)]
    pub shade: Handle<Image>,
}

/// As in `city.wgsl`.
#[derive(ShaderType, Clone, Copy, Default)]
pub(crate) struct CityLight {
    sun: Vec4,
    sunlight: Vec4,
    from_above: Vec4,
    from_below: Vec4,
    horizon: Vec4,
}

/// The sea.
#[derive(Asset, TypePath, AsBindGroup, Clone)]
pub(crate) struct SeaMaterial {
    #[uniform(0)]
    pub light: SeaLight,
}

/// As in `sea.wgsl`.
#[derive(ShaderType, Clone, Copy, Default)]
pub(crate) struct SeaLight {
    sea: Vec4,
    horizon: Vec4,
}

impl SeaLight {
    /// The sea of an hour, with haze between two distances.
    pub fn new(hour: &Hour, haze: (f32, f32)) -> Self {
        Self { sea: hour.sea.extend(haze.0), horizon: hour.horizon.extend(haze.1) }
    }
}

/// The sky.
#[derive(Asset, TypePath, AsBindGroup, Clone)]
pub(crate) struct SkyMaterial {
    #[uniform(0)]
    pub light: SkyLight,
}

/// As in `sky.wgsl`.
#[derive(ShaderType, Clone, Copy, Default)]
pub(crate) struct SkyLight {
    zenith: Vec4,
    horizon: Vec4,
}

impl CityLight {
    /// The light of an hour over a shade map of half edge `reach`, with haze between two distances.
    pub fn new(hour: &Hour, reach: f32, haze: (f32, f32)) -> Self {
        Self {
            sun: hour.sun.extend(reach),
            sunlight: hour.sunlight.extend(hour.glow),
            from_above: hour.from_above.extend(haze.0),
            from_below: hour.from_below.extend(haze.1),
            horizon: hour.horizon.extend(shade::FULL_TEXEL),
        }
    }
}

impl SkyLight {
    /// The sky of an hour with the horizon at `height` of the picture, 0 at its bottom and 1 at its top.
    pub fn new(hour: &Hour, height: f32) -> Self {
        Self { zenith: hour.zenith.extend(0.0), horizon: hour.horizon.extend(height) }
    }
}

/// One shader for both stages, and none of the passes that light of our own makes needless.
macro_rules! lit_by_itself {
    ($shader:expr) => {
        fn vertex_shader() -> ShaderRef {
            $shader.into()
        }

        fn fragment_shader() -> ShaderRef {
            $shader.into()
        }

        fn enable_prepass() -> bool {
            false
        }

        fn enable_shadows() -> bool {
            false
        }
    };
}

impl Material for CityMaterial {
    lit_by_itself!(CITY_SHADER);

    fn specialize(
        _: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        _: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        let attributes =
            [Mesh::ATTRIBUTE_POSITION.at_shader_location(0), NORMAL.at_shader_location(1), PAINT.at_shader_location(2)];
        descriptor.vertex.buffers = vec![layout.0.get_layout(&attributes)?];
        Ok(())
    }
}

impl Material for SeaMaterial {
    lit_by_itself!(SEA_SHADER);

    fn specialize(
        _: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        _: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        descriptor.vertex.buffers = vec![layout.0.get_layout(&[Mesh::ATTRIBUTE_POSITION.at_shader_location(0)])?];
        Ok(())
    }
}

impl Material for SkyMaterial {
    lit_by_itself!(SKY_SHADER);

    /// Not that it were transparent: what is, is drawn last, and then only where nothing hides it.
    fn alpha_mode(&self) -> AlphaMode {
        AlphaMode::Blend
    }

    fn specialize(
        _: &MaterialPipeline,
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        _: MaterialPipelineKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        descriptor.vertex.buffers = vec![layout.0.get_layout(&[Mesh::ATTRIBUTE_POSITION.at_shader_location(0)])?];
        descriptor.primitive.cull_mode = None;
        // The sky lies at the far end, where an empty depth buffer lies too.
        if let Some(depth) = &mut descriptor.depth_stencil {
            depth.depth_write_enabled = Some(false);
            depth.depth_compare = Some(CompareFunction::GreaterEqual);
        }
        Ok(())
    }
}

pub(super) fn plugin(app: &mut App) {
    load_internal_asset!(app, CITY_SHADER, "../../assets/shaders/city.wgsl", Shader::from_wgsl);
    load_internal_asset!(app, SEA_SHADER, "../../assets/shaders/sea.wgsl", Shader::from_wgsl);
    load_internal_asset!(app, SKY_SHADER, "../../assets/shaders/sky.wgsl", Shader::from_wgsl);
    app.add_plugins((
        MaterialPlugin::<CityMaterial>::default(),
        MaterialPlugin::<SeaMaterial>::default(),
        MaterialPlugin::<SkyMaterial>::default(),
    ));
}

/// A triangle that covers the whole picture, in clip space.
pub(super) fn whole_picture() -> Mesh {
    use bevy::asset::RenderAssetUsages;
    use bevy::mesh::{Indices, PrimitiveTopology};
    let corners = [Vec3::new(-1.0, -1.0, 0.0), Vec3::new(3.0, -1.0, 0.0), Vec3::new(-1.0, 3.0, 0.0)];
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, corners.map(|corner| corner.to_array()).to_vec())
        .with_inserted_indices(Indices::U32(vec![0, 1, 2]))
}
