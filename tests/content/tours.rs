//! A tour that names what is not there, or asks what nobody can answer, is told so: file, line and column.

use super::faults::{PACK, broken, small};
use laddertown::domain::content::{Pack, load, tours};
use laddertown::packs;
use std::collections::BTreeMap;

const ROUND: &str = "tours/round.ron";

#[test]
fn what_a_stop_names_is_in_its_city_and_a_near_name_is_told() {
    let level = "tours/round.ron:9:21: error: there is no level `l7` in small (one of that pack's levels)";
    broken(
        ROUND,
        "level: \"l0\",\n            caption: \"A yard",
        "level: \"l7\",\n            caption: \"A yard",
        &[level],
    );
    let floor = "tours/round.ron:16:24: error: there is no floor `shed/l9` in small (perhaps `shed/l";
    broken(ROUND, "Floor(\"shed/l0\")", "Floor(\"shed/l9\")", &[floor]);
    let building = "tours/round.ron:30:27: error: there is no building `shet` in small (perhaps `shed`)";
    broken(ROUND, "Building(\"shed\")", "Building(\"shet\")", &[building]);
    let district = "tours/round.ron:30:27: error: there is no district `yart` in small (perhaps `yard`)";
    broken(ROUND, "Building(\"shed\")", "District(\"yart\")", &[district]);
    let identity = "tours/round.ron:30:24: error: there is no level `x` in small (one of that pack's levels)";
    broken(ROUND, "Building(\"shed\")", "Level(\"x\")", &[identity]);
    broken(ROUND, "Floor(\"shed/l0\")", "Floor(\"shed\")", &["tours/round.ron:16:24: error: `shed` is not a floor"]);
}

#[test]
fn an_id_is_that_of_the_file_and_those_of_stops_are_unique() {
    let other = "tours/round.ron:3:5: error: the id `square` stands in tours/round.ron (in tours/square.ron";
    broken(ROUND, "id: \"round\"", "id: \"square\"", &[other]);
    let twice = "tours/round.ron:28:13: error: the stop `gate` is here twice (ids are unique in a tour)";
    broken(ROUND, "id: \"above\"", "id: \"gate\"", &[twice]);
    broken(ROUND, "id: \"above\"", "id: \"A b\"", &["tours/round.ron:28:13: error: `A b` is no id"]);
    broken(PACK, "[\"round\"]", "[\"square\"]", &["tours/square.ron:1:1: error: this file is missing"]);
    broken(PACK, "[\"round\"]", "[\"../round\"]", &["pack.ron:22:14: error: `../round` cannot be the name of a file"]);
}

#[test]
fn a_room_can_be_asked_and_told() {
    let one = "tours/round.ron:20:17: error: the question has 1 answers (2 to 4)";
    let right = "tours/round.ron:21:17: error: there is no answer at place 1 (0 to 0";
    broken(ROUND, "[\"I do\", \"A neighbor does\"]", "[\"I do\"]", &[one, right]);
    let five = "tours/round.ron:20:17: error: 5 answers (at most 4)";
    broken(ROUND, "[\"I do\", \"A neighbor does\"]", "[\"a\", \"b\", \"c\", \"d\", \"e\"]", &[five]);
    broken(ROUND, "right: 1", "right: 2", &["tours/round.ron:21:17: error: there is no answer at place 2 (0 to 1"]);
    broken(ROUND, "                right: 1,\n", "", &[]);
}

#[test]
fn a_stop_can_be_shown() {
    let texts = "tours/round.ron:24:13: error: the stop `hammer` shows texts, but looks at no lesson";
    broken(ROUND, "Floor(\"shed/l0\")", "Building(\"shed\")", &[texts]);
    broken(ROUND, "Floor(\"shed/l0\")", "Floor(\"board/l0\")", &[texts]);
    broken(ROUND, "yaw: 0.5", "yaw: NaN", &["tours/round.ron:31:13: error: nobody can look from there"]);
    broken(ROUND, "dwell: 40", "dwell: 0", &["tours/round.ron:25:13: error: it stays for 0 seconds (1 to 3600)"]);
    let caption = "tours/round.ron:10:13: warning: caption has 130 characters (1 to 120)";
    broken(ROUND, "A yard, seen from the gate.", &"c".repeat(130), &[caption]);
    let mut none = small();
    let text = none.files.get_mut(ROUND).expect("the tour");
    let start = text.find("stops: [").expect("stops") + "stops: [".len();
    text.replace_range(start.., "],\n)\n");
    super::faults::check(&none, &["tours/round.ron:6:5: error: the tour has no stops (at least one)"]);
}

#[test]
fn a_checked_pack_has_its_tours_in_their_order() {
    let pack = small().check().pack.expect("playable");
    assert_eq!(pack.tours().iter().map(|tour| tour.id.as_str()).collect::<Vec<_>>(), ["round"]);
    assert_eq!(pack.tour("round").map(|tour| tour.stops.len()), Some(4));
    assert_eq!(pack.tour("square"), None);
    let named =
        small().edit(ROUND, "pack: \"beyond-vibe-coding\",", "pack: \"small\",").edit(ROUND, "the-build", "yard");
    let tour = named.check().pack.expect("playable").tour("round").expect("the tour").clone();
    assert_eq!(tour.stops[3].pack, None, "it is at home, under whatever id");
}

#[test]
fn what_stops_name_in_another_pack_is_looked_for_there() {
    let found = |from: &str, to: &str, known: &BTreeMap<String, Pack>| -> Vec<String> {
        let draft = small().edit(ROUND, from, to);
        let authored = load(&|path| draft.files.get(path).cloned()).expect("readable");
        tours::check_abroad(&authored, known).iter().map(ToString::to_string).collect()
    };
    let city = packs::shipped("beyond-vibe-coding").expect("shipped");
    let known = BTreeMap::from([(city.id().to_owned(), city)]);
    assert_eq!(found("the-build", "the-build", &known), [""; 0]);
    let unknown =
        "tours/round.ron:39:27: error: there is no district `the-built` in beyond-vibe-coding (perhaps `the-build`)";
    assert_eq!(found("the-build", "the-built", &known), [unknown]);
    let unseen = found("the-build", "the-built", &BTreeMap::new());
    assert!(unseen[0].starts_with("tours/round.ron:37:20: note: whether beyond-vibe-coding has what"), "{unseen:?}");
}
