//! What the forms and colors of the city mean, each with a small drawing.

use super::marks::{kind_of, mark_ui};
use crate::ui::tokens::{self, GAP, Theme, ink_on, size};
use crate::ui::widgets::line_ui;
use crate::view::Windows;
use crate::view::legend::{LegendGroup, Sample};
use crate::view::palette;
use bevy_egui::egui::{CornerRadius, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2};

/// Size of a drawing at 100 %, in points.
const SAMPLE: Vec2 = Vec2::new(46.0, 30.0);
/// Narrower than this, at 100 %, everything stands in one column.
const TWO_COLUMNS: f32 = 560.0;

/// Draws the legend.
pub fn legend_ui(ui: &mut Ui, groups: &[LegendGroup], theme: &Theme) {
    if ui.available_width() < TWO_COLUMNS * theme.scale {
        for group in groups {
            group_ui(ui, group, theme);
        }
        return;
    }
    ui.columns(2, |columns| {
        let (left, right) = groups.split_at(groups.len() / 2);
        for (column, groups) in columns.iter_mut().zip([left, right]) {
            for group in groups {
                group_ui(column, group, theme);
            }
        }
    });
}

fn group_ui(ui: &mut Ui, group: &LegendGroup, theme: &Theme) {
    line_ui(ui, &group.heading, theme.display(size::LEAD), theme.accent);
    for row in &group.rows {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(SAMPLE * theme.scale.sqrt(), Sense::hover());
            sample_ui(ui.painter(), rect, row.sample, theme);
            line_ui(ui, &row.text, theme.text(size::SMALL), theme.ink);
        });
    }
    ui.add_space(GAP * 1.5);
}

fn sample_ui(painter: &Painter, rect: Rect, sample: Sample, theme: &Theme) {
    let inner = rect.shrink(3.0);
    let line = theme.stroke(1.5, theme.ink);
    match sample {
        Sample::Stratum(level) => stratum_ui(painter, inner, level, theme),
        Sample::Outline => {
            let around =
                [inner.left_top(), inner.right_top(), inner.right_bottom(), inner.left_bottom(), inner.left_top()];
            painter.extend(Shape::dashed_line(&around, theme.stroke(1.5, theme.soft_ink), 4.0, 3.0));
        }
        Sample::Wanted => {
            let line = Stroke::new(2.5, tokens::from_paint(palette::TARGET));
            painter.rect_stroke(inner, 0.0, line, StrokeKind::Inside);
            let top = inner.right_top() - Vec2::new(12.0, 0.0);
            let flag = vec![top, top + Vec2::new(14.0, 5.0), top + Vec2::new(0.0, 10.0)];
            painter.add(Shape::convex_polygon(flag, line.color, theme.stroke(1.0, theme.ink)));
        }
        Sample::Bare => {
            for share in [0.0, 0.5, 1.0] {
                let x = inner.left() + inner.width() * share;
                painter.line_segment([Pos2::new(x, inner.top()), Pos2::new(x, inner.bottom())], line);
            }
            painter.line_segment([inner.left_top(), inner.right_top()], line);
            painter.line_segment([inner.left_bottom(), inner.right_bottom()], line);
        }
        Sample::Scaffold => scaffold_ui(painter, inner),
        Sample::Windows(windows) => {
            window_ui(painter, Rect::from_center_size(inner.center(), Vec2::splat(inner.height())), windows);
        }
        Sample::Crown => {
            let roof = Rect::from_min_max(
                Pos2::new(inner.left() + 4.0, inner.center().y + 3.0),
                inner.right_bottom() - Vec2::new(4.0, 0.0),
            );
            painter.rect(roof, 0.0, tokens::stratum(1), line, StrokeKind::Inside);
            let tip = Pos2::new(inner.center().x, inner.top());
            let points = vec![tip, roof.right_top() - Vec2::new(6.0, 0.0), roof.left_top() + Vec2::new(6.0, 0.0)];
            painter.add(Shape::convex_polygon(points, tokens::district(0), line));
        }
        Sample::Open | Sample::Focused | Sample::Hovered => {
            let tower = Rect::from_center_size(inner.center(), Vec2::new(inner.width() * 0.3, inner.height() * 0.6));
            painter.rect(tower, 0.0, tokens::stratum(3), line, StrokeKind::Inside);
            if let Some(kind) = kind_of(sample) {
                mark_ui(painter, kind, inner);
            }
        }
    }
}

/// A wall with poles, planks and a brace before it.
fn scaffold_ui(painter: &Painter, rect: Rect) {
    let (pole, plank) = (tokens::from_paint(palette::POLE), tokens::from_paint(palette::PLANK));
    painter.rect_filled(rect.shrink2(Vec2::new(5.0, 0.0)), 0.0, tokens::stratum(0));
    painter.line_segment([rect.left_bottom(), rect.right_top()], Stroke::new(2.0, pole));
    for share in [0.1, 0.9] {
        let x = rect.left() + rect.width() * share;
        painter.line_segment([Pos2::new(x, rect.top()), Pos2::new(x, rect.bottom())], Stroke::new(3.0, pole));
    }
    let walk = Rect::from_center_size(rect.center(), Vec2::new(rect.width(), 5.0));
    painter.rect(walk, 0.0, plank, Stroke::new(1.0, pole), StrokeKind::Inside);
}

fn stratum_ui(painter: &Painter, rect: Rect, level: usize, theme: &Theme) {
    let stratum = &palette::STRATA[level % palette::STRATA.len()];
    let wall = tokens::from_paint(stratum.wall);
    painter.rect(rect, 0.0, wall, theme.stroke(1.0, ink_on(theme.paper)), StrokeKind::Inside);
    let cornice =
        Rect::from_min_max(rect.left_top() - Vec2::new(2.0, 0.0), Pos2::new(rect.right() + 2.0, rect.top() + 5.0));
    painter.rect(
        cornice,
        0.0,
        tokens::from_paint(stratum.cornice),
        theme.stroke(1.0, ink_on(theme.paper)),
        StrokeKind::Inside,
    );
    for share in [0.25, 0.5, 0.75] {
        let at = Pos2::new(rect.left() + rect.width() * share, rect.center().y + 3.0);
        painter.rect_filled(
            Rect::from_center_size(at, Vec2::new(5.0, rect.height() * 0.38)),
            0.0,
            tokens::from_paint(palette::WINDOW_DARK),
        );
    }
}

/// A window as the city has it: another form for each state, so that none is color alone.
fn window_ui(painter: &Painter, rect: Rect, windows: Windows) {
    let paint = tokens::from_paint;
    let (dark, lit, wood) = (paint(palette::WINDOW_DARK), paint(palette::WINDOW_LIT), paint(palette::TRUNK));
    let frame = Stroke::new(2.0, wood);
    let pane = rect.shrink(2.0);
    painter.rect(
        pane,
        CornerRadius::same(1),
        if windows == Windows::Dark { dark } else { lit },
        frame,
        StrokeKind::Inside,
    );
    let bars = |color| {
        painter.line_segment([pane.center_top(), pane.center_bottom()], Stroke::new(2.0, color));
        painter.line_segment([pane.left_center(), pane.right_center()], Stroke::new(2.0, color));
    };
    match windows {
        Windows::Dark => {
            // Slats of the shutters.
            for step in 1..6 {
                let y = pane.top() + pane.height() * step as f32 / 6.0;
                painter.line_segment([Pos2::new(pane.left(), y), Pos2::new(pane.right(), y)], Stroke::new(1.5, wood));
            }
        }
        Windows::Lit => bars(wood),
        Windows::Warm => {
            bars(wood);
            let sill = Rect::from_center_size(pane.center_bottom(), Vec2::new(pane.width() + 6.0, 6.0));
            painter.rect_filled(sill, 1.0, wood);
            for (step, color) in [(0.15, 0), (0.5, 8), (0.85, 0)] {
                let at = Pos2::new(pane.left() + pane.width() * step, pane.bottom() - 4.5);
                painter.circle_filled(at, 3.6, tokens::district(color));
            }
        }
        Windows::Dim => {
            let blind = Rect::from_min_max(pane.left_top(), pane.right_center());
            painter.rect(blind, 0.0, paint(palette::STEEL), frame, StrokeKind::Inside);
            painter.line_segment([pane.left_center(), pane.right_center()], frame);
        }
    }
}
