//! Corners that were once wrong: saves without a floor, names that lead out of a pack, values that are no numbers.
use laddertown::domain::content::{check, load};
use laddertown::domain::id::BuildingId;
use laddertown::domain::save::{CameraPose, City, Open, Save, decode, encode};
use laddertown::packs;
use laddertown::view::intent::Step;
use laddertown::view::{Intent, Panel, State, Words, city, reduce};

#[test]
fn a_building_restored_without_a_floor_can_be_stepped_through() {
    let pack = packs::shipped(packs::FIRST).expect("as prepared");
    let words = Words::english();
    let mut state = State { open: Open::Building(BuildingId::new("frontend"), None), ..State::default() };
    let Panel::Building(view) = city(&pack, &state, &words).panel else { panic!("no building is open") };
    assert!(view.floor.next.is_some());
    reduce(&mut state, &Intent::StepFloor(Step::Next), &pack, &words);
    let Panel::Building(after) = city(&pack, &state, &words).panel else { panic!("no building is open") };
    assert_ne!(view.floor.id, after.floor.id);
}

#[test]
fn outline_marks_the_open_floor_of_a_building_restored_without_one() {
    let pack = packs::shipped(packs::FIRST).expect("as prepared");
    let words = Words::english();
    let state = State { open: Open::Building(BuildingId::new("frontend"), None), ..State::default() };
    let v = city(&pack, &state, &words);
    assert_eq!(v.outline[0].buildings.iter().flat_map(|b| &b.floors).filter(|f| f.open).count(), 1);
}

#[test]
fn the_mark_stands_on_a_standing_building() {
    let pack = packs::shipped(packs::FIRST).expect("as prepared");
    let words = Words::english();
    let mut state = State::default();
    reduce(&mut state, &Intent::OpenBuilding(BuildingId::new("mentorship")), &pack, &words);
    reduce(&mut state, &Intent::Close, &pack, &words);
    let id = state.focus.clone();
    assert!(id.as_ref().is_none_or(|id| pack.building(id).expect("as prepared").stands_at(0)), "{id:?}");
}

#[test]
fn a_restored_open_building_has_the_mark() {
    let pack = packs::shipped(packs::FIRST).expect("as prepared");
    let words = Words::english();
    let mut state = State::default();
    reduce(&mut state, &Intent::OpenBuilding(BuildingId::new("auth")), &pack, &words);
    let pose = CameraPose { target: [0.0; 3], yaw: 0.0, pitch: 0.5, distance: 40.0 };
    let back = State::restore(&state.save(&pack, pose, &Save::default()), &pack);
    assert_eq!(back.focus, state.focus);
}

fn small() -> std::collections::BTreeMap<String, String> {
    let mut m = std::collections::BTreeMap::new();
    for f in ["pack.ron", "glossary.ron", "crosswalk.ron", "yard/district.ron", "yard/shed.ron", "yard/board.ron"] {
        m.insert(
            f.to_owned(),
            std::fs::read_to_string(format!("tests/fixtures/packs/small/{f}")).expect("as prepared"),
        );
    }
    m
}

#[test]
fn names_of_files_never_lead_out_of_the_pack() {
    let mut m = small();
    let t = m["pack.ron"].replace("[\"yard\"]", "[\"../../../etc\"]");
    m.insert("pack.ron".into(), t);
    let asked = std::cell::RefCell::new(Vec::new());
    let _ = load(&|p| {
        asked.borrow_mut().push(p.to_owned());
        m.get(p).cloned()
    });
    assert!(asked.borrow().iter().all(|p| !p.contains("..")), "{asked:?}");
}

fn errors(m: &std::collections::BTreeMap<String, String>) -> Vec<String> {
    match load(&|p| m.get(p).cloned()) {
        Ok(a) => check(&a).findings.iter().map(ToString::to_string).collect(),
        Err(f) => f.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn an_id_is_the_name_of_its_file() {
    let mut m = small();
    let t = m["yard/board.ron"].replace("id: \"board\"", "id: \"bored\"");
    m.insert("yard/board.ron".into(), t);
    assert!(!errors(&m).is_empty());
}

#[test]
fn a_district_folder_is_its_id() {
    let mut m = small();
    let t = m["yard/district.ron"].replace("id: \"yard\"", "id: \"court\"");
    m.insert("yard/district.ron".into(), t);
    assert!(!errors(&m).is_empty());
}

#[test]
fn a_milestone_names_levels_that_there_are() {
    let mut m = small();
    let t = m["pack.ron"].replace("districts: [", "assessment: Assessment(scale: [], satisfied_from: 9, rhythm: Quarterly, target_months: [], rule: Milestones([Milestone(from: \"x\", to: \"y\", phases: (9, 1), also: [])])),\n districts: [");
    m.insert("pack.ron".into(), t);
    let e = errors(&m);
    assert!(!e.is_empty(), "{e:?}");
}

#[test]
fn an_empty_spelling_or_link_to_hidden() {
    let mut m = small();
    let t = m["glossary.ron"].replace("term: \"hammer\"", "term: \"\"");
    m.insert("glossary.ron".into(), t);
    let e = errors(&m);
    assert!(!e.is_empty(), "{e:?}");
}

#[test]
fn subtitle_is_linted() {
    let mut m = small();
    let t = m["yard/board.ron"].replace("founded:", "subtitle: \"TODO\u{202E}\",\n founded:");
    m.insert("yard/board.ron".into(), t);
    let e = errors(&m);
    assert!(!e.is_empty(), "{e:?}");
}

#[test]
fn names_may_not_be_blank() {
    let mut m = small();
    let t = m["yard/board.ron"].replace("name: \"Board\"", "name: \"   \"");
    m.insert("yard/board.ron".into(), t);
    let e = errors(&m);
    assert!(!e.is_empty(), "{e:?}");
}

#[test]
fn a_save_with_non_finite_camera() {
    let pose = CameraPose { target: [f32::NAN; 3], yaw: f32::INFINITY, pitch: 0.5, distance: f32::NAN };
    let save =
        Save { cities: [("p".to_owned(), City { camera: Some(pose), ..City::default() })].into(), ..Save::default() };
    let (back, _) = decode(&encode(&save, 1)).expect("as prepared");
    let c = back.cities["p"].camera.expect("as prepared");
    assert!(c.yaw.is_finite() && c.distance.is_finite(), "{c:?}");
}

#[test]
fn findings_come_from_the_top_to_the_end() {
    let mut m = small();
    let t = m["yard/board.ron"].replace("founded: \"l0\"", "founded: \"l7\"");
    m.insert("yard/board.ron".into(), t);
    let t = m["pack.ron"].replace("title: \"Small\"", "title: \"\"");
    m.insert("pack.ron".into(), t);
    let e = errors(&m);
    assert!(e[0].starts_with("pack.ron"), "{e:?}");
}
