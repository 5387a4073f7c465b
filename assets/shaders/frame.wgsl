// What all shaders share: the camera, and the light of the hour.

#define_import_path laddertown::frame

#import bevy_render::view::View

struct Light {
    sun: vec4<f32>,         // towards the sun; w: half the edge of the shade map in meters
    sunlight: vec4<f32>,    // w: how strongly windows shine
    from_above: vec4<f32>,  // w: distance at which haze begins
    from_below: vec4<f32>,  // w: distance at which haze is full
    horizon: vec4<f32>,     // w: the height in meters that a full texel of the shade map stands for
    sea: vec4<f32>,
    zenith: vec4<f32>,      // w: where the horizon lies, from 0 at the bottom of the picture to 1 at its top
}

@group(0) @binding(0) var<uniform> view: View;
@group(0) @binding(1) var<uniform> light: Light;

// How much of a thing at a place is lost in the haze, from 0 to 1.
fn haze(world: vec3<f32>) -> f32 {
    return smoothstep(light.from_above.w, light.from_below.w, length(view.world_position - world));
}
