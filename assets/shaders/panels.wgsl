// Panels, as egui lays them out: triangles with a texture, colors as sRGB and multiplied by their alpha.

// From points to the picture. WebGL 2 takes uniforms by sixteen bytes, and not by eight.
struct Sheet {
    scale: vec2<f32>,
    corner: vec2<f32>,
}

@group(0) @binding(0) var<uniform> sheet: Sheet;
@group(1) @binding(0) var glyphs: texture_2d<f32>;
@group(1) @binding(1) var glyph_sampler: sampler;

struct Fragment {
    @builtin(position) clip: vec4<f32>,
    @location(0) color: vec4<f32>,
    @location(1) uv: vec2<f32>,
}

@vertex
fn vertex(
    @location(0) position: vec2<f32>,
    @location(1) uv: vec2<f32>,
    @location(2) color: vec4<f32>,
) -> Fragment {
    var out: Fragment;
    out.clip = vec4(position * sheet.scale + sheet.corner, 0.0, 1.0);
    out.color = color;
    out.uv = uv;
    return out;
}

@fragment
fn fragment(in: Fragment) -> @location(0) vec4<f32> {
    let srgb = in.color * textureSample(glyphs, glyph_sampler, in.uv);
    // To linear light as a cubic, true to a hundredth, as in the city: powers are dear.
    let linear = srgb.rgb * (srgb.rgb * (srgb.rgb * 0.305306 + 0.682171) + 0.012523);
    return vec4(linear, srgb.a);
}
