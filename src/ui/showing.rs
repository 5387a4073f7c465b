//! The screen while a tour is shown: the city, and what the room reads. No bar, no advice, no map, no notices.

use super::panels::show;
use super::screen::{Memory, Screen};
use crate::app::Covered;
use crate::view::present::ShowView;
use crate::view::{Intent, Panel};
use bevy_egui::egui;

impl Screen<'_> {
    /// Draws a show; tells what it covers of the city, and whether any of it still moves.
    pub(super) fn show_ui(
        &self,
        context: &egui::Context,
        show: &ShowView,
        memory: &mut Memory,
        out: &mut Vec<Intent>,
    ) -> (Covered, bool) {
        let (mut root, whole) = Self::root(context);
        let mut covered = Covered::default();
        if show.blank {
            let areas = vec![show::blank_ui(&root, out)];
            self.cover(context, &mut covered, areas);
            return (covered, false);
        }
        let mut areas = Vec::new();
        // Whoever strays from the tour reads what they have opened.
        if show.resume.is_some() && (self.view.panel != Panel::None || self.view.stage.is_some()) {
            areas.push(self.reading_ui(&mut root, whole, &mut covered, out));
        }
        let free = root.available_rect_before_wrap();
        let taken = show::show_ui(&mut root, show, free, &mut memory.show, self.moment, self.words, self.theme, out);
        covered.right += taken.right;
        covered.bottom += taken.bottom;
        let free = free.with_max_x(free.right() - taken.right).with_max_y(free.bottom() - taken.bottom);
        let (names, is_moving) = self.names_ui(&mut root, free, &taken.areas, memory, out);
        areas.extend(taken.areas);
        areas.extend(names);
        if self.overlay_ui(context, out) || self.search_ui(context, covered.top, out) {
            areas = vec![whole];
        }
        self.cover(context, &mut covered, areas);
        (covered, is_moving || taken.is_moving)
    }
}
