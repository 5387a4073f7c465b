// The sea: one color that dissolves into the sky. Worked out at the corners, since most of a picture is sea.

#import laddertown::frame::{view, light, haze}

struct Fragment {
    @builtin(position) clip: vec4<f32>,
    @location(0) color: vec3<f32>,
}

@vertex
fn vertex(
    @location(0) position: vec3<f32>,
    @location(3) x: vec4<f32>,
    @location(4) y: vec4<f32>,
    @location(5) z: vec4<f32>,
) -> Fragment {
    let local = vec4(position, 1.0);
    let world = vec3(dot(x, local), dot(y, local), dot(z, local));
    var out: Fragment;
    out.clip = view.clip_from_world * vec4(world, 1.0);
    out.color = mix(light.sea.rgb, light.horizon.rgb, haze(world));
    return out;
}

@fragment
fn fragment(in: Fragment) -> @location(0) vec4<f32> {
    return vec4(in.color, 1.0);
}
