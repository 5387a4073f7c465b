//! The list of keys.

use crate::ui::tokens::{GAP, Theme, size};
use crate::ui::widgets::line_ui;
use crate::view::help::HelpGroup;
use bevy_egui::egui::{Grid, Label, RichText, Ui};

/// Draws the list of keys.
pub fn help_ui(ui: &mut Ui, groups: &[HelpGroup], theme: &Theme) {
    for group in groups {
        line_ui(ui, &group.heading, theme.display(size::LEAD), theme.accent);
        Grid::new(&group.heading).num_columns(2).spacing([GAP * 2.0, GAP * 0.5]).show(ui, |ui| {
            for (keys, does) in &group.rows {
                // A key that is broken over two lines is no key.
                ui.add(Label::new(RichText::new(keys).font(theme.bold(size::SMALL)).color(theme.ink)).extend());
                line_ui(ui, does, theme.text(size::SMALL), theme.ink);
                ui.end_row();
            }
        });
        ui.add_space(GAP);
    }
}
