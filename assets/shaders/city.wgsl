// The model's one material: a sun, light from above and below, and what the shade map takes away.
//
// Faces are flat and small, so nearly everything is worked out at the corners; a slow graphics card pays
// by the pixel.

#import laddertown::frame::{view, light, haze}

@group(0) @binding(2) var shade_map: texture_2d<f32>;
@group(0) @binding(3) var shade_sampler: sampler;

struct Vertex {
    @location(0) position: vec3<f32>,
    @location(1) normal: vec4<f32>,
    @location(2) paint: vec4<f32>,
    // Where the mesh stands: the rows of a matrix.
    @location(3) x: vec4<f32>,
    @location(4) y: vec4<f32>,
    @location(5) z: vec4<f32>,
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
    let local = vec4(in.position, 1.0);
    let world = vec3(dot(in.x, local), dot(in.y, local), dot(in.z, local));
    let n = in.normal.xyz;
    let normal = normalize(vec3(dot(in.x.xyz, n), dot(in.y.xyz, n), dot(in.z.xyz, n)));
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
    let lost = haze(world);

    var out: Fragment;
    out.clip = view.clip_from_world * vec4(world, 1.0);
    // The shore and the water lie below the field of heights, and in the open all the same.
    out.place = vec3(outside.xz / (2.0 * light.sun.w) + 0.5, max(outside.y, 0.06) / light.horizon.w);
    out.sun = sun * (1.0 - lost);
    out.sky = mix(sky, light.horizon.rgb, lost);
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
