//! Corners of state and saves that were once wrong: buildings without a floor, marks, values that are no numbers.

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

#[test]
fn a_save_with_non_finite_camera() {
    let pose = CameraPose { target: [f32::NAN; 3], yaw: f32::INFINITY, pitch: 0.5, distance: f32::NAN };
    let cities = [("p".to_owned(), City { camera: Some(pose), ..City::default() })].into();
    let save = Save { profiles: [(String::new(), cities)].into(), ..Save::default() };
    let (back, _) = decode(&encode(&save, 1)).expect("as prepared");
    assert_eq!(back.city("p").expect("a city").camera, None);
}
