//! What the forms and colors of the city mean, with a sample of each.

use super::windows::Windows;
use super::words::Words;
use crate::domain::content::Pack;

/// Samples that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegendGroup {
    /// Its heading.
    pub heading: String,
    /// What it explains.
    pub rows: Vec<LegendRow>,
}

/// A sample with what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegendRow {
    /// What is drawn.
    pub sample: Sample,
    /// What it means.
    pub text: String,
}

/// A thing of the city as a small drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// A storey that the level at this index has raised.
    Stratum(usize),
    /// A storey that has not risen.
    Outline,
    /// A storey that has not risen and is part of a target.
    Wanted,
    /// A storey of bare frame.
    Bare,
    /// A storey behind a scaffold.
    Scaffold,
    /// A window of a floor.
    Windows(Windows),
    /// What stands on the topmost storey.
    Crown,
    /// The corners around the open building.
    Open,
    /// The frame around the building that has the keyboard's mark.
    Focused,
    /// The corners around the building under the pointer.
    Hovered,
}

/// The whole legend of a pack's city.
pub fn groups(pack: &Pack, words: &Words) -> Vec<LegendGroup> {
    let stratum = |(index, level): (usize, &crate::domain::content::Level)| {
        let values = [("mark", super::level::mark(level).into()), ("name", level.name.as_str().into())];
        LegendRow { sample: Sample::Stratum(index), text: words.with("legend-stratum", &values) }
    };
    // Where floors are rated, their windows tell of that.
    let told = |read: &'static str, rated: &'static str| if pack.assessment().is_some() { rated } else { read };
    // Only who rates has targets.
    let is_there = |sample: Sample| sample != Sample::Wanted || pack.assessment().is_some();
    let row = |(sample, text): &(Sample, &str)| LegendRow { sample: *sample, text: words.get(text) };
    let group = |heading: &str, rows: &[(Sample, &str)]| LegendGroup {
        heading: words.get(heading),
        rows: rows.iter().filter(|(sample, _)| is_there(*sample)).map(row).collect(),
    };
    vec![
        LegendGroup {
            heading: words.get("legend-strata"),
            rows: pack.levels().iter().enumerate().map(stratum).collect(),
        },
        group(
            "legend-storeys",
            &[
                (Sample::Outline, "legend-outline"),
                (Sample::Wanted, "legend-wanted"),
                (Sample::Bare, "legend-bare"),
                (Sample::Scaffold, "legend-scaffold"),
                (Sample::Crown, "legend-crown"),
            ],
        ),
        group(
            "legend-windows",
            &[
                (Sample::Windows(Windows::Dark), told("windows-dark", "windows-dark-rated")),
                (Sample::Windows(Windows::Lit), told("windows-lit", "windows-lit-rated")),
                (Sample::Windows(Windows::Warm), told("windows-warm", "windows-warm-rated")),
                (Sample::Windows(Windows::Dim), told("windows-dim", "windows-dim-rated")),
            ],
        ),
        group(
            "legend-marks",
            &[(Sample::Open, "mark-open"), (Sample::Focused, "mark-focused"), (Sample::Hovered, "mark-hovered")],
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs;

    #[test]
    fn the_legend_explains_every_level_and_no_sample_twice() {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        let groups = groups(&pack, &Words::english());
        let rows: Vec<_> = groups.iter().flat_map(|group| &group.rows).collect();
        for (index, level) in pack.levels().iter().enumerate() {
            let row = rows.iter().find(|row| row.sample == Sample::Stratum(index)).expect("a row");
            assert!(row.text.contains(&level.name), "{}", row.text);
        }
        for (index, row) in rows.iter().enumerate() {
            assert!(rows[..index].iter().all(|other| other.sample != row.sample && other.text != row.text), "{row:?}");
        }
    }
}
