fn main() { bevy::prelude::App::new().add_plugins((bevy::prelude::DefaultPlugins, bevy_egui::EguiPlugin::default())).run(); }
