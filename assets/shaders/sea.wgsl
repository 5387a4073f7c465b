// The sea: one color that dissolves into the sky. Worked out at the corners, since most of a picture is sea.

#import bevy_pbr::{
    mesh_functions::get_world_from_local,
    mesh_view_bindings::view,
    view_transformations::position_world_to_clip,
}

struct Light {
    sea: vec4<f32>,     // w: distance at which haze begins
    horizon: vec4<f32>, // w: distance at which haze is full
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> light: Light;

struct Fragment {
    @builtin(position) clip: vec4<f32>,
    @location(0) color: vec3<f32>,
}

@vertex
fn vertex(@builtin(instance_index) instance: u32, @location(0) position: vec3<f32>) -> Fragment {
    let world = (get_world_from_local(instance) * vec4(position, 1.0)).xyz;
    let haze = smoothstep(light.sea.w, light.horizon.w, length(view.world_position - world));
    var out: Fragment;
    out.clip = position_world_to_clip(world);
    out.color = mix(light.sea.rgb, light.horizon.rgb, haze);
    return out;
}

@fragment
fn fragment(in: Fragment) -> @location(0) vec4<f32> {
    return vec4(in.color, 1.0);
}
