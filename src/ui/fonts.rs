//! Brings the faces into egui.

use super::tokens::{BOLD, DISPLAY, ITALIC};
use bevy::prelude::*;
use bevy_egui::egui::{FontData, FontDefinitions, FontFamily};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use std::sync::Arc;

/// Whether the faces are there; before, nothing can be written.
#[derive(Resource, Default, PartialEq, Eq)]
pub(super) struct FontsReady(pub bool);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<FontsReady>()
        .add_systems(EguiPrimaryContextPass, install_fonts.run_if(resource_equals(FontsReady(false))));
}

fn install_fonts(mut contexts: EguiContexts, mut ready: ResMut<FontsReady>, mut asked: Local<bool>) -> Result {
    let context = contexts.ctx_mut()?;
    // What is set in one pass is there in the next.
    if *asked {
        ready.0 = true;
    } else {
        context.set_fonts(definitions());
        *asked = true;
    }
    context.request_repaint();
    Ok(())
}

/// The faces and the families that they make up.
pub fn definitions() -> FontDefinitions {
    macro_rules! face {
        ($name:literal) => {
            ($name, include_bytes!(concat!("../../assets/fonts/", $name, ".ttf")).as_slice())
        };
    }
    let faces = [
        face!("AtkinsonHyperlegibleNext-Regular"),
        face!("AtkinsonHyperlegibleNext-Bold"),
        face!("AtkinsonHyperlegibleNext-Italic"),
        face!("AtkinsonHyperlegibleMono-Regular"),
        face!("Fraunces-SemiBold"),
        face!("Phosphor"),
    ];
    let [regular, bold, italic, mono, display, symbols] = faces.map(|(name, _)| name);
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let families = [
        (FontFamily::Proportional, regular),
        (FontFamily::Monospace, mono),
        (FontFamily::Name(BOLD.into()), bold),
        (FontFamily::Name(ITALIC.into()), italic),
        (FontFamily::Name(DISPLAY.into()), display),
    ];
    for (family, face) in families {
        // The symbols, and the text face for letters that a display face lacks.
        fonts.families.insert(family, [face, regular, symbols].map(str::to_owned).to_vec());
    }
    fonts
}

/// A context with our faces, for tests of panels.
#[cfg(all(test, feature = "ui-tests"))]
pub fn install(context: &bevy_egui::egui::Context) {
    context.set_fonts(definitions());
}
