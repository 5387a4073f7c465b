//! What holds for the storeys of all strata, on every ground plan and with every window.

use super::*;
use crate::domain::content::schema::Form;
use std::collections::HashSet;

const WINDOWS: [Windows; 4] = [Windows::Dark, Windows::Lit, Windows::Warm, Windows::Dim];
const LOT: f32 = 2.9;

fn brief(form: Form, level: Option<usize>, windows: Windows) -> Brief {
    let outline = Outline::of(form, LOT * 0.78);
    Brief {
        outline,
        level,
        accent: Paint::hex(0xFF_0000),
        windows,
        scaffold: false,
        emblem: Some(Emblem::Key),
        topmost: false,
        detail: Detail::Fine,
    }
}

fn every() -> impl Iterator<Item = (Form, Option<usize>, Windows)> {
    let levels = (0..6).map(Some).chain([None]);
    let of = |level| Form::ALL.iter().flat_map(move |form| WINDOWS.map(|windows| (*form, level, windows)));
    levels.flat_map(of)
}

#[test]
fn every_storey_stands_in_its_lot_and_between_its_floor_and_the_next() {
    for (form, level, windows) in every() {
        let storey = storey(&brief(form, level, windows));
        let reach = storey.positions().iter().flat_map(|p| [p[0].abs(), p[2].abs()]).fold(0.0, f32::max);
        assert!(reach < LOT / 2.0, "{form:?}, level {level:?}: {reach}");
        let heights = storey.positions().iter().map(|p| p[1]);
        let (low, high) = heights.fold((0.0, 0.0), |(low, high): (f32, f32), y| (low.min(y), high.max(y)));
        assert!(low > -1e-3 && (high - HEIGHT).abs() < 1e-3, "{form:?}, level {level:?}: {low} to {high}");
    }
}

#[test]
fn no_storey_is_too_dear() {
    for (form, level, windows) in every() {
        let count = storey(&brief(form, level, windows)).triangles();
        assert!(count < 1000, "{form:?}, level {level:?}, {windows:?}: {count} triangles");
    }
}

#[test]
fn a_scaffold_is_seen_around_every_storey_and_costs_little() {
    for (form, level, windows) in every() {
        let plain = brief(form, level, windows);
        let behind = storey(&Brief { scaffold: true, ..plain.clone() });
        let reach = |storey: &Buffer| storey.positions().iter().map(|p| p[0].abs().max(p[2].abs())).fold(0.0, f32::max);
        let bare = storey(&plain);
        assert!(behind.triangles() - bare.triangles() <= 60, "{form:?}: {}", behind.triangles() - bare.triangles());
        assert!(reach(&behind) > plain.outline.reach().max_element() + 0.05, "{form:?}: it stands before the walls");
        assert!(reach(&behind) < LOT / 2.0, "{form:?}: {}", reach(&behind));
        assert!(behind.positions().iter().all(|p| p[1] < HEIGHT + 1e-3), "{form:?}: the next storey has its own");
    }
}

#[test]
fn what_windows_say_is_told_by_form_and_not_by_color_alone() {
    for form in Form::ALL {
        for level in 0..6 {
            let shapes =
                WINDOWS.map(|windows| format!("{:?}", storey(&brief(*form, Some(level), windows)).positions()));
            assert_eq!(shapes.iter().collect::<HashSet<_>>().len(), WINDOWS.len(), "{form:?}, level {level}");
        }
    }
}

#[test]
fn the_same_brief_builds_the_same_storey() {
    for (form, level, windows) in every() {
        let build = || format!("{:?}", storey(&brief(form, level, windows)));
        assert_eq!(build(), build());
    }
}

#[test]
fn an_architects_storey_carries_a_beacon_where_it_is_the_topmost() {
    let plain = brief(Form::Square, Some(5), Windows::Dark);
    let top = storey(&Brief { topmost: true, ..plain.clone() });
    assert!(top.positions().iter().any(|p| p[1] > HEIGHT + 0.2));
    assert!(storey(&plain).positions().iter().all(|p| p[1] < HEIGHT + 1e-3));
}

#[test]
fn emblems_differ_and_stay_on_their_board() {
    let storeys: HashSet<String> = Emblem::ALL
        .iter()
        .map(|emblem| {
            let brief = Brief { emblem: Some(*emblem), ..brief(Form::Square, Some(0), Windows::Dark) };
            let storey = storey(&brief);
            assert!(storey.positions().iter().all(|p| p[1] < HEIGHT + 1e-3), "{emblem:?}");
            format!("{:?}", storey.positions())
        })
        .collect();
    assert_eq!(storeys.len(), Emblem::ALL.len());
}

#[test]
fn from_afar_a_storey_is_as_wide_and_as_high_and_costs_a_fraction() {
    for (form, level, windows) in every() {
        let fine = brief(form, level, windows);
        let of = |detail: Detail| detail.of(storey(&Brief { detail, ..fine.clone() }));
        let size = |storey: &Buffer| {
            let reach = storey.positions().iter().flat_map(|p| [p[0].abs(), p[2].abs()]).fold(0.0, f32::max);
            (reach, storey.positions().iter().map(|p| p[1]).fold(0.0, f32::max))
        };
        let (near, plain, block) = (of(Detail::Fine), of(Detail::Plain), of(Detail::Block));
        let what = format!("{form:?}, level {level:?}, {windows:?}");
        for far in [&plain, &block] {
            let (was, is) = (size(&near), size(far));
            assert!((was.0 - is.0).abs() < 0.4 && (was.1 - is.1).abs() < 0.1, "{what}: {was:?} and {is:?}");
        }
        assert!(block.triangles() <= 36, "{what}: {}", block.triangles());
        assert!(plain.positions().len() * 4 < near.positions().len() * 3, "{what}");
    }
}
