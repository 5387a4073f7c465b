// The sky behind everything: a gradient from the horizon up, drawn as one triangle at the far end.

#import laddertown::frame::light

struct Fragment {
    @builtin(position) clip: vec4<f32>,
    @location(0) up: f32,
}

// A triangle that covers the whole picture.
@vertex
fn vertex(@builtin(vertex_index) corner: u32) -> Fragment {
    let at = vec2(f32(corner & 1u) * 4.0 - 1.0, f32(corner >> 1u) * 4.0 - 1.0);
    var out: Fragment;
    out.clip = vec4(at, 0.0, 1.0);
    out.up = at.y * 0.5 + 0.5;
    return out;
}

@fragment
fn fragment(in: Fragment) -> @location(0) vec4<f32> {
    let height = smoothstep(light.zenith.w, light.zenith.w + 0.75, in.up);
    return vec4(mix(light.horizon.rgb, light.zenith.rgb, height), 1.0);
}
