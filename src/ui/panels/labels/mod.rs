//! Names over the city: never one over another, the important ones first, and none that flickers.

mod drawing;
mod placing;

pub use placing::{Room, most_in};

use crate::app::{Label, LabelKind, LabelOf};
use crate::ui::tokens::{FADE_SECS, Theme};
use crate::view::Intent;
use bevy_egui::egui::{Rect, Ui};
use drawing::{Texts, draw, draw_stem};
use placing::{Wanted, places, point, without_overlap};

/// What labels the last frame showed.
#[derive(Debug, Default)]
pub struct Memory(Vec<Kept>);

/// A label that is shown, or was a moment ago.
#[derive(Debug, Clone)]
struct Kept {
    label: Label,
    /// Which of its places it has.
    place: usize,
    /// Where that is, seen from its point.
    from_point: Rect,
    /// How far it has appeared.
    share: f32,
    /// Whether it has room in this frame.
    has_room: bool,
}

/// How much time has passed, and whether labels fade in it or are simply there.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// Seconds since the last frame.
    pub secs: f32,
    /// Whether what appears and goes does so at once.
    pub cut: bool,
}

impl Memory {
    /// Draws the labels that have room, and tells where they are and whether any is still on its way in or out.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        labels: &[Label],
        room: Room<'_>,
        moment: Moment,
        theme: &Theme,
        out: &mut Vec<Intent>,
    ) -> (Vec<Rect>, bool) {
        let texts: Vec<_> = labels.iter().map(|label| Texts::new(ui, label, room.free, theme)).collect();
        self.place(labels, &texts, room);
        self.fade(moment);
        let mut areas = Vec::new();
        // What goes lies below what stays.
        self.0.sort_by_key(|kept| kept.has_room);
        let place = |kept: &Kept| kept.from_point.translate(point(&kept.label).to_vec2());
        // No stem may strike through another's words.
        for kept in self.0.iter().filter(|kept| kept.label.kind != LabelKind::District) {
            draw_stem(ui, kept, place(kept), room.free, theme);
        }
        for kept in &self.0 {
            let rect = place(kept);
            let texts = Texts::new(ui, &kept.label, room.free, theme);
            if draw(ui, kept, &texts, rect, room.free, theme) && kept.has_room {
                out.push((*kept.label.intent).clone());
            }
            if kept.has_room {
                areas.push(rect);
            }
        }
        (areas, self.0.iter().any(Kept::is_on_its_way))
    }

    fn place(&mut self, labels: &[Label], texts: &[Texts], room: Room<'_>) {
        let wants = |(label, texts): (&Label, &Texts)| Wanted {
            rank: label.kind as u8,
            places: places(label, texts.size, room.free),
            before: self.0.iter().find(|kept| kept.label.of == label.of && kept.has_room).map(|kept| kept.place),
        };
        let wanted: Vec<Wanted> = labels.iter().zip(texts).map(wants).collect();
        for kept in &mut self.0 {
            kept.has_room = false;
            // It moves with its thing while it goes.
            if let Some(label) = labels.iter().find(|label| label.of == kept.label.of) {
                kept.label = label.clone();
            }
        }
        for (index, place, rect) in without_overlap(&wanted, room) {
            let label = labels[index].clone();
            let from_point = rect.translate(-point(&label).to_vec2());
            let share = self.take(label.of).map_or(0.0, |kept| kept.share);
            self.0.push(Kept { label, place, from_point, share, has_room: true });
        }
    }

    fn take(&mut self, of: LabelOf) -> Option<Kept> {
        let index = self.0.iter().position(|kept| kept.label.of == of)?;
        Some(self.0.swap_remove(index))
    }

    fn fade(&mut self, moment: Moment) {
        let step = if moment.cut { 1.0 } else { moment.secs / FADE_SECS };
        for kept in &mut self.0 {
            kept.share = (kept.share + if kept.has_room { step } else { -step }).clamp(0.0, 1.0);
        }
        self.0.retain(|kept| kept.share > 0.0 || kept.has_room);
    }
}

impl Kept {
    fn is_on_its_way(&self) -> bool {
        !self.has_room || self.share < 1.0
    }
}
