//! The tours that come with the game: what a room reads, guesses and hears, and how long it takes.

use super::{Draft, SHIPPED, clean};
use laddertown::domain::content::load;
use laddertown::domain::content::tour::{At, Question, Stop, Tour};
use laddertown::domain::content::tours::check_abroad;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The tours, each with the seconds that its summary promises.
const PROMISED: [(&str, &str, u32); 4] = [
    ("beyond-vibe-coding", "ten-minutes", 600),
    ("beyond-vibe-coding", "the-wall", 180),
    ("beyond-vibe-coding", "first-month", 900),
    ("engineering-levels", "two-ladders", 540),
];

/// How fast somebody speaks to a room.
const WORDS_PER_MINUTE: u32 = 150;
/// How long a show of hands takes, besides what is said.
const HANDS_SECS: u32 = 10;

fn tour(pack: &str, id: &str) -> Arc<Tour> {
    clean(pack).0.tour(id).unwrap_or_else(|| panic!("{pack} has no tour {id}")).clone()
}

fn shipped() -> impl Iterator<Item = Arc<Tour>> {
    PROMISED.into_iter().map(|(pack, id, _)| tour(pack, id))
}

fn questions(tour: &Tour) -> impl Iterator<Item = &Question> {
    tour.stops.iter().filter_map(|stop| stop.question.as_ref())
}

/// The words that are said aloud: what stands in parentheses is for the speaker alone.
fn spoken(notes: &str) -> usize {
    let aside = |part: &str| part.split_once(')').map_or(0, |(_, rest)| rest.split_whitespace().count());
    let mut parts = notes.split('(');
    let first = parts.next().map_or(0, |part| part.split_whitespace().count());
    first + parts.map(aside).sum::<usize>()
}

#[test]
fn four_tours_come_with_the_game() {
    let found = SHIPPED.iter().flat_map(|pack| {
        let tours = clean(pack).0.tours().to_vec();
        tours.into_iter().map(move |tour| ((*pack).to_owned(), tour.id.clone()))
    });
    let promised = PROMISED.map(|(pack, id, _)| (pack.to_owned(), id.to_owned()));
    assert_eq!(found.collect::<Vec<_>>(), promised);
}

#[test]
fn a_tour_ends_when_it_promises_to() {
    for (pack, id, secs) in PROMISED {
        assert_eq!(tour(pack, id).stops.iter().map(|stop| stop.dwell).sum::<u32>(), secs, "{id}");
    }
}

#[test]
fn every_stop_can_be_said_aloud_in_its_time() {
    for tour in shipped() {
        for Stop { id, notes, question, dwell, .. } in &tour.stops {
            let secs = dwell - if question.is_some() { HANDS_SECS } else { 0 };
            let (said, fits) = (spoken(notes), (secs * WORDS_PER_MINUTE / 60) as usize);
            assert!((60..=fits).contains(&said), "{}/{id}: {said} words, and {fits} fit", tour.id);
        }
    }
}

/// From 8 m, on a small projector.
#[test]
fn what_a_room_reads_is_short() {
    #[track_caller]
    fn check(text: &str, most: usize) {
        assert!(text.chars().count() <= most, "more than {most} characters: {text}");
    }
    for tour in shipped() {
        tour.stops.iter().for_each(|stop| check(&stop.caption, 90));
        for question in questions(&tour) {
            check(&question.ask, 120);
            question.answers.iter().for_each(|answer| check(answer, 40));
            check(&question.reveal, 180);
        }
    }
}

#[test]
fn nobody_guesses_by_the_place_of_the_last_answer() {
    for tour in shipped() {
        let places: Vec<usize> = questions(&tour).filter_map(|question| question.right).collect();
        assert!(places.windows(2).all(|two| two[0] != two[1]), "{}: {places:?}", tour.id);
    }
}

#[test]
fn ten_minutes_climb_six_levels_through_every_district_to_the_whole_city() {
    let (city, tour) = (clean("beyond-vibe-coding").0, tour("beyond-vibe-coding", "ten-minutes"));
    assert_eq!(tour.stops.len(), 10);
    assert_eq!(questions(&tour).filter(|question| question.right.is_some()).count(), 10);
    let levels: Vec<_> = tour.stops.iter().filter_map(|stop| city.level_index(stop.level.as_ref()?)).collect();
    assert!(levels.len() == 10 && levels.is_sorted(), "{levels:?}");
    assert_eq!(levels.into_iter().collect::<BTreeSet<_>>(), (0..6).collect());
    let district = |stop: &Stop| match stop.at.as_ref()? {
        At::District(district) => city.districts().iter().position(|one| &one.id == district),
        At::Floor(floor) => city.buildings().iter().find(|one| one.id == floor.building).map(|one| one.district),
        At::Level(_) | At::Building(_) => None,
    };
    let seen: BTreeSet<_> = tour.stops.iter().filter_map(district).collect();
    assert_eq!(seen, (0..city.districts().len()).collect());
    assert_eq!(tour.stops.last().expect("ten stops").at, None);
}

#[test]
fn the_first_month_has_a_place_for_the_companys_own_words_at_every_stop() {
    let tour = tour("beyond-vibe-coding", "first-month");
    for stop in &tour.stops {
        assert!(stop.notes.contains('[') && stop.notes.contains(']'), "{}", stop.id);
    }
    assert!(questions(&tour).count() * 2 > tour.stops.len());
}

#[test]
fn two_ladders_are_climbed_in_turn() {
    let tour = tour("engineering-levels", "two-ladders");
    let other = |index: usize| (index % 2 == 1).then_some("elixir-otp-ladder");
    for (index, stop) in tour.stops.iter().enumerate() {
        assert_eq!(stop.pack.as_deref(), other(index), "{}", stop.id);
    }
}

#[test]
fn a_stop_in_another_pack_is_there() {
    let packs = SHIPPED.map(|id| (id.to_owned(), clean(id).0)).into();
    for id in SHIPPED {
        let draft = Draft::read(&format!("assets/packs/{id}"));
        let authored = load(&|path| draft.files.get(path).cloned()).expect("a pack");
        assert_eq!(check_abroad(&authored, &packs), [], "{id}");
    }
}
