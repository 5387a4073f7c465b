//! What is left of the screen while one takes a photograph: for a moment, the way to take it.

use crate::app::Covered;
use crate::ui::screen::Screen;
use crate::ui::tokens::{EDGE, GAP, ROUND, size};
use crate::ui::widgets::{Look, line_ui, text_button};
use crate::view::Intent;
use crate::view::pictures::PhotoView;
use bevy_egui::egui::{self, Align2, Frame, Id, Margin};

/// So long the row stays when the pointer does, in seconds.
const STAYS: f32 = 4.0;

/// For how much longer the row is there.
pub struct Memory {
    secs: f32,
    /// How many notices there were at first, and in the frame before.
    notices: Option<[usize; 2]>,
}

impl Default for Memory {
    fn default() -> Self {
        Self { secs: STAYS, notices: None }
    }
}

impl Screen<'_> {
    /// The row at the bottom, while the pointer moves and a little longer. Whether it is there: then its time runs.
    pub(crate) fn photo_ui(
        &self,
        context: &egui::Context,
        photo: &PhotoView,
        memory: &mut Memory,
        out: &mut Vec<Intent>,
    ) -> (Covered, bool) {
        let mut covered = Covered::default();
        let moves = context.input(|input| input.pointer.delta() != egui::Vec2::ZERO || input.pointer.any_down());
        let now = self.view.notices.len();
        let [first, before] = *memory.notices.get_or_insert([now; 2]);
        if moves || now > before {
            memory.secs = STAYS;
        }
        memory.notices = Some([first, now]);
        memory.secs -= self.moment.secs;
        if memory.secs <= 0.0 {
            return (covered, false);
        }
        let theme = self.theme;
        let whole = context.viewport_rect();
        let area = egui::Area::new(Id::new("photo")).anchor(Align2::CENTER_BOTTOM, egui::vec2(0.0, -EDGE));
        let row = area.show(context, |ui| {
            ui.set_max_width((whole.width() - 2.0 * EDGE).min(480.0 * theme.scale.sqrt()));
            let frame = Frame::new().fill(theme.paper).stroke(theme.hairline()).corner_radius(ROUND);
            frame.inner_margin(Margin::same(12)).show(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    for (action, look) in [(&photo.take, Look::Primary), (&photo.end, Look::Quiet)] {
                        if text_button(ui, &action.label, theme, look).clicked() {
                            out.push(action.intent.clone());
                        }
                    }
                });
                ui.add_space(GAP);
                // What became of a picture; older notices wait.
                let told =
                    self.view.notices.get(first..).and_then(<[_]>::last).map_or(&photo.hint, |notice| &notice.text);
                line_ui(ui, told, theme.text(size::SMALL), theme.soft_ink);
            });
        });
        self.cover(context, &mut covered, vec![row.response.rect]);
        (covered, true)
    }
}
