//! Whoever edits a pack moves nothing: a building's address is as good as its id.

mod common;

use common::Draft;
use laddertown::domain::content::{Checked, Pack};
use laddertown::domain::plan::{LOTS_PER_DISTRICT, Lot, Site, plan};
use std::collections::BTreeMap;
use std::fmt::Write;

const CITY: &str = "assets/packs/beyond-vibe-coding";
const SNAPSHOT: &str = "tests/snapshots/beyond-vibe-coding-lots.txt";

#[track_caller]
fn pack(draft: &Draft) -> Pack {
    let Checked { pack, findings } = draft.check();
    pack.unwrap_or_else(|| panic!("{findings:#?}"))
}

fn lots(pack: &Pack) -> BTreeMap<String, Lot> {
    let ids = pack.buildings().iter().map(|building| building.id.to_string());
    ids.zip(plan(pack).lots).collect()
}

fn sites(pack: &Pack) -> BTreeMap<String, Site> {
    let ids = pack.districts().iter().map(|district| district.id.to_string());
    ids.zip(plan(pack).sites).collect()
}

/// Expects that everything that stood in the shipped city stands where it stood.
#[track_caller]
fn moves_nothing(edited: &Draft) {
    let (before, after) = (pack(&Draft::read(CITY)), pack(edited));
    assert_ne!(before, after, "nothing was edited");
    for (id, lot) in lots(&before) {
        assert_eq!(lots(&after).get(&id), Some(&lot), "{id}");
    }
    for (id, site) in sites(&before) {
        assert_eq!(sites(&after).get(&id), Some(&site), "{id}");
    }
}

/// The files of buildings with the folders that they lie in.
fn buildings(draft: &Draft) -> Vec<(String, String)> {
    let files = draft.files.keys().filter_map(|path| path.split_once('/'));
    let files = files.filter(|(folder, file)| *folder != "tours" && *file != "district.ron");
    files.map(|(folder, file)| (folder.into(), file.into())).collect()
}

#[test]
fn editing_a_text_moves_nothing() {
    let mut draft = Draft::read(CITY);
    for (folder, file) in buildings(&draft) {
        draft = draft.edit(&format!("{folder}/{file}"), "reason: \"", "reason: \"A new beginning. ");
    }
    moves_nothing(&draft.edit("pack.ron", "The Magician", "The Conjurer"));
}

#[test]
fn a_level_that_raises_a_floor_on_every_building_moves_nothing() {
    let level = "Level(id: \"l6\", name: \"The Next\", epigraph: \"And on.\", portrait: \"Somebody who is not there yet, and will be.\"),";
    let mut draft =
        Draft::read(CITY).edit("pack.ron", "    ],\n    districts:", &format!("    {level}],\n    districts:"));
    for (folder, file) in buildings(&draft) {
        let path = format!("{folder}/{file}");
        let text = draft.files[&path].trim_end().strip_suffix("],\n)").expect("the end of the floors").to_owned();
        draft.files.insert(path, text + "Floor(level: \"l6\", number: 9, body: Unwritten)],\n)");
    }
    moves_nothing(&draft);
}

#[test]
fn appending_a_building_to_any_district_moves_nothing() {
    let shipped = pack(&Draft::read(CITY));
    let with_room = shipped.districts().iter().filter(|district| district.buildings.len() < LOTS_PER_DISTRICT);
    assert_eq!(with_room.clone().count(), 8, "all but The Build");
    for district in with_room {
        let last = &shipped.buildings_of(district)[district.buildings.len() - 1].id;
        let folder = district.id.as_str();
        let mut draft = Draft::read(CITY).edit(
            &format!("{folder}/district.ron"),
            &format!("\"{last}\"]"),
            &format!("\"{last}\", \"annex\"]"),
        );
        draft.files.insert(format!("{folder}/annex.ron"), annex("annex"));
        moves_nothing(&draft);
    }
}

#[test]
fn appending_a_district_moves_nothing() {
    let mut draft = Draft::read(CITY).edit("pack.ron", "\"the-leadership\"]", "\"the-leadership\", \"the-outskirts\"]");
    let district = draft.files["the-people/district.ron"].replace("the-people", "the-outskirts");
    let list = district.find("buildings:").expect("a list");
    draft.files.insert("the-outskirts/district.ron".into(), format!("{}buildings: [\"annex\"])", &district[..list]));
    draft.files.insert("the-outskirts/annex.ron".into(), annex("annex"));
    moves_nothing(&draft);
}

fn annex(id: &str) -> String {
    format!(
        "Building(id: \"{id}\", name: \"Annex\", founded: \"l5\", reason: \"A building that was not there yesterday, and \
         moves nobody.\", floors: [Floor(level: \"l5\", number: 0, body: Unwritten)])"
    )
}

/// Where every building of the shipped city stands, in centimeters of the model and degrees. A save, a link and
/// a player's memory hold on to this: a change here is a decision. `UPDATE_SNAPSHOTS=1 cargo test` writes it anew.
#[test]
#[expect(clippy::disallowed_methods, reason = "it reads and writes its snapshot, on a machine that has it")]
fn the_shipped_city_stands_where_it_stood() {
    let pack = pack(&Draft::read(CITY));
    let mut found = String::from("building              east  south   turn  width\n");
    for (id, Lot { x, z, turn, width }) in lots(&pack) {
        let [x, z, width] = [x, z, width].map(|length| (length * 100.0).round() as i32);
        let turn = (turn.to_degrees().round() as i32).rem_euclid(360);
        writeln!(found, "{id:20} {x:>5}  {z:>5}  {turn:>5}  {width:>5}").expect("a string takes it");
    }
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(SNAPSHOT, &found).expect("a folder to write to");
    }
    let kept = std::fs::read_to_string(SNAPSHOT).unwrap_or_default();
    assert_eq!(found, kept, "lots have moved: see the comment on this test");
}
