// The model's one material: a sun, light from above and below, and what the shade map takes away.

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
    horizon: vec4<f32>,     // w: how bright the mesh stands out: 1 for a marked building
    sea: vec4<f32>,
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
    @location(0) world: vec3<f32>,
    @location(1) albedo: vec3<f32>,
    @location(2) sun: vec3<f32>,
    @location(3) sky: vec3<f32>,
    @location(4) own: vec3<f32>,
}

@vertex
fn vertex(in: Vertex) -> Fragment {
    let world_from_local = get_world_from_local(in.instance);
    let world = (world_from_local * vec4(in.position, 1.0)).xyz;
    let normal = normalize((world_from_local * vec4(in.normal.xyz, 0.0)).xyz);
    let is_sea = in.paint.a > 0.998;
    let albedo = select(pow(in.paint.rgb, vec3(2.2)), light.sea.rgb, is_sea);
    let glow = select(in.paint.a, 0.0, is_sea);

    var out: Fragment;
    out.clip = position_world_to_clip(world);
    // A step outward along the wall, so that a wall does not lie in the shadow of itself.
    out.world = world + normal * vec3(0.22, 0.06, 0.22);
    out.albedo = albedo;
    // What glows takes less light from outside, or a lit window would look like white paint at noon.
    let matt = 1.0 - 0.55 * glow * clamp(light.sunlight.w, 0.0, 1.0);
    let sky = mix(light.from_below.rgb, light.from_above.rgb, normal.y * 0.5 + 0.5);
    // Water shows the hour's color as it is, and only a little of the island's shadow.
    out.sun = select(albedo * light.sunlight.rgb * max(dot(normal, light.sun.xyz), 0.0) * matt, albedo * 0.22, is_sea);
    out.sky = select(albedo * sky * matt, albedo * 0.78, is_sea);
    out.own = albedo * glow * light.sunlight.w;
    return out;
}

@fragment
fn fragment(in: Fragment) -> @location(0) vec4<f32> {
    let shade = textureSample(shade_map, shade_sampler, in.world.xz / (2.0 * light.sun.w) + 0.5).rg;
    let lit = smoothstep(-0.12, 0.12, in.world.y - shade.r);
    let open = 1.0 - 0.5 * clamp((shade.g - in.world.y) * 0.42, 0.0, 1.0);
    let color = in.sun * lit + in.sky * open + in.own;
    let distance = length(view.world_position - in.world);
    let haze = smoothstep(light.from_above.w, light.from_below.w, distance);
    return vec4(mix(color, light.horizon.rgb, haze), 1.0);
}
