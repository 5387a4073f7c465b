// The model's one material: a sun, light from above and below, and what the shade map takes away.
//
// Faces are flat and small, so nearly everything is worked out at the corners; a slow graphics card pays
// by the pixel.

#import bevy_pbr::{
    mesh_functions::get_world_from_local,
    mesh_view_bindings::view,
    view_transformations::position_world_to_clip,
}

struct Light {
    sun: vec4<f32>,         // towards the sun; w: half the edge of the shade map in meters
    sunlight: vec4<f32>,    // w: how strongly windows shine
    from_above: vec4<f32>,  // w: distance at which haze begins
    from_below: vec4<f32>,  // w: distance at which haze is full
    horizon: vec4<f32>,     // w: the height in meters that a full texel of the shade map stands for
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> light: Light;
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var shade_map: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(2) var shade_sampler: sampler;

struct Vertex {
    @builtin(instance_index) instance: u32,
    @location(0) position: vec3<f32>,
    @location(1) normal: vec4<f32>,
    @location(2) paint: vec4<f32>,
}

struct Fragment {
    @builtin(position) clip: vec4<f32>,
    // Where in the shade map, and how high in shares of a full texel.
    @location(0) place: vec3<f32>,
    @location(1) sun: vec3<f32>,
    @location(2) sky: vec3<f32>,
}

@vertex
fn vertex(in: Vertex) -> Fragment {
    let world_from_local = get_world_from_local(in.instance);
    let world = (world_from_local * vec4(in.position, 1.0)).xyz;
    let normal = normalize((world_from_local * vec4(in.normal.xyz, 0.0)).xyz);
    // sRGB to linear light as a cubic, true to a hundredth: a power is dear where vertices are shaded on a processor.
    let srgb = in.paint.rgb;
    let albedo = srgb * (srgb * (srgb * 0.305306 + 0.682171) + 0.012523);
    let glow = in.paint.a;
    // A step outward along the wall, so that a wall does not lie in the shadow of itself.
    let outside = world + normal * vec3(0.22, 0.06, 0.22);
    // What glows takes less light from outside, or a lit window would look like white paint at noon.
    let matt = 1.0 - 0.55 * glow * clamp(light.sunlight.w, 0.0, 1.0);
    let sun = albedo * light.sunlight.rgb * max(dot(normal, light.sun.xyz), 0.0) * matt;
    let above = mix(light.from_below.rgb, light.from_above.rgb, normal.y * 0.5 + 0.5);
    let sky = albedo * (above * matt + glow * light.sunlight.w);
    let haze = smoothstep(light.from_above.w, light.from_below.w, length(view.world_position - world));

    var out: Fragment;
    out.clip = position_world_to_clip(world);
    // The shore and the water lie below the field of heights, and in the open all the same.
    out.place = vec3(outside.xz / (2.0 * light.sun.w) + 0.5, max(outside.y, 0.06) / light.horizon.w);
    out.sun = sun * (1.0 - haze);
    out.sky = mix(sky, light.horizon.rgb, haze);
    return out;
}

@fragment
fn fragment(in: Fragment) -> @location(0) vec4<f32> {
    let shade = textureSample(shade_map, shade_sampler, in.place.xy).rg;
    // Ground in the open lies just above a shadow of no height, and must be fully lit.
    let lit = saturate(1.0 + (in.place.z - shade.r) * light.horizon.w * SHARPNESS);
    let open = 1.0 - (shade.g - in.place.z) * light.horizon.w * GLOOM;
    return vec4(in.sun * lit + in.sky * clamp(open, 0.5, 1.0), 1.0);
}

// One over the width of a shadow's edge in meters.
const SHARPNESS: f32 = 4.2;
// How much light a meter of gloom takes.
const GLOOM: f32 = 0.21;
