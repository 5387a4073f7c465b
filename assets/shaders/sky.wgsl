// The sky behind everything: a gradient from the horizon up, drawn as one triangle at the far end.

struct Light {
    zenith: vec4<f32>,
    horizon: vec4<f32>, // w: where the horizon lies, from 0 at the bottom of the picture to 1 at its top
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> light: Light;

struct Fragment {
    @builtin(position) clip: vec4<f32>,
    @location(0) up: f32,
}

@vertex
fn vertex(@location(0) position: vec3<f32>) -> Fragment {
    var out: Fragment;
    out.clip = vec4(position.xy, 0.0, 1.0);
    out.up = position.y * 0.5 + 0.5;
    return out;
}

@fragment
fn fragment(in: Fragment) -> @location(0) vec4<f32> {
    let height = smoothstep(light.horizon.w, light.horizon.w + 0.75, in.up);
    return vec4(mix(light.horizon.rgb, light.zenith.rgb, height), 1.0);
}
