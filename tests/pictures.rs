//! Pictures that players take away, of cities that may come from strangers.

mod common;

use common::Draft;
use laddertown::domain::content::{Body, Pack};
use laddertown::domain::id::{BuildingId, LevelId};
use laddertown::domain::progress::Mode;
use laddertown::packs;
use laddertown::view::intent::CameraMove;
use laddertown::view::journey::Play;
use laddertown::view::pictures::{Format, Kind, Photo, Picture, card};
use laddertown::view::{Effect, Intent, State, Words, page, reduce};
use resvg::usvg;
use std::sync::LazyLock;

static WORDS: LazyLock<Words> = LazyLock::new(Words::english);

fn first() -> Pack {
    packs::shipped(packs::FIRST).expect("shipped")
}

fn at(level: usize) -> State {
    State { level, ..State::default() }
}

/// The drawing as a renderer takes it in, with the faces of the game.
fn read(svg: &str) -> usvg::Tree {
    let mut options = usvg::Options::default();
    for face in [
        include_bytes!("../assets/fonts/Fraunces-SemiBold.ttf").as_slice(),
        include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
        include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
    ] {
        options.fontdb_mut().load_font_data(face.to_vec());
    }
    usvg::Tree::from_str(svg, &options).unwrap_or_else(|error| panic!("{error}\n{svg:.400}"))
}

/// Every text of a drawing, with what it covers.
fn texts(group: &usvg::Group) -> Vec<(String, usvg::Rect)> {
    let of = |node: &usvg::Node| match node {
        usvg::Node::Group(group) => texts(group),
        usvg::Node::Text(text) => {
            let words = text.chunks().iter().map(usvg::TextChunk::text).collect();
            vec![(words, text.abs_bounding_box())]
        }
        _ => Vec::new(),
    };
    group.children().iter().flat_map(of).collect()
}

/// The texts stand on the paper, inside of the card and clear of each other.
#[track_caller]
fn check(pack: &Pack, state: &State) {
    for format in Format::ALL {
        let svg = card(pack, state, &WORDS, format);
        let tree = read(&svg);
        let [width, height] = format.size();
        assert_eq!((tree.size().width(), tree.size().height()), (width, height));
        let texts = texts(tree.root());
        assert_eq!(texts.len(), 3, "{texts:?}");
        for (text, covers) in &texts {
            let inside = covers.left() >= 20.0 && covers.right() <= width - 20.0 && covers.bottom() <= height - 16.0;
            assert!(inside && covers.top() > height * 0.8, "{text}: {covers:?}");
        }
        for (i, (text, covers)) in texts.iter().enumerate() {
            assert!(texts[..i].iter().all(|(_, other)| covers.intersect(other).is_none()), "{text}");
        }
    }
}

#[test]
fn every_shipped_city_is_a_card_at_its_first_level_and_at_its_last() {
    for id in packs::ids() {
        let pack = packs::shipped(id).expect("shipped");
        for level in [0, pack.levels().len() - 1] {
            check(&pack, &at(level));
        }
    }
}

#[test]
fn a_strange_title_stays_on_the_card_and_is_no_markup() {
    for title in
        ["W".repeat(300), "<script>alert(1)</script> & \\\"'".to_owned(), "\u{6771}\u{4eac}".repeat(60), "i".to_owned()]
    {
        let draft = Draft::read("assets/packs/beyond-vibe-coding");
        let draft = draft.edit("pack.ron", "title: \"Beyond Vibe Coding\"", &format!("title: \"{title}\""));
        let pack = draft.check().pack.expect("a title may be strange");
        let svg = card(&pack, &at(2), &WORDS, Format::Landscape);
        assert!(!svg.contains("<script"), "{title}");
        if title.is_ascii() {
            check(&pack, &at(2));
        } else {
            // Our faces have no such letters; the drawing is one all the same.
            read(&svg);
        }
    }
}

#[test]
fn a_city_of_any_size_is_a_card_that_a_browser_can_bear() {
    for floors in [1, 4000] {
        let pack = packs::generated(floors).expect("a pack");
        let state = at(pack.levels().len() - 1);
        check(&pack, &state);
        let bytes = card(&pack, &state, &WORDS, Format::Landscape).len();
        assert!(bytes < 2_500_000, "{floors}: {bytes}");
    }
}

#[test]
fn the_same_city_is_the_same_card() {
    let draw = || card(&first(), &at(3), &WORDS, Format::Story);
    assert_eq!(draw(), draw());
}

/// The city of a card, without sky, bar and texts.
fn towers(pack: &Pack, state: &State) -> String {
    let svg = card(pack, state, &WORDS, Format::Landscape);
    let (_, city) = svg.split_once("id=\"city\"").expect("a city");
    city.split_once("</g>").expect("an end").0.to_owned()
}

#[test]
fn every_floor_that_is_raised_is_seen() {
    let pack = first();
    let mut state = at(0);
    reduce(&mut state, &Intent::Play(Play::SetMode(Mode::Journey)), &pack, &WORDS);
    let mut before = towers(&pack, &state);
    let floors: Vec<_> = pack.floors().filter(|(_, floor)| matches!(floor.body, Body::Lesson(_))).collect();
    for (_, floor) in &floors {
        reduce(&mut state, &Intent::Play(Play::RaiseAsRead(floor.id.clone())), &pack, &WORDS);
        let now = towers(&pack, &state);
        assert_ne!(now, before, "{}", floor.id);
        before = now;
    }
    let svg = card(&pack, &state, &WORDS, Format::Landscape);
    let standing = pack.floors().filter(|(_, floor)| !matches!(floor.body, Body::Lesson(_)) && floor.level == 0);
    assert!(svg.contains(&format!("{} of {} floors", floors.len() + standing.count(), pack.floors().count())));
}

#[test]
fn a_card_names_nobody() {
    let mut state = at(1);
    state.profile = "Ada Nobody".to_owned();
    for format in Format::ALL {
        assert!(!card(&first(), &state, &WORDS, format).contains("Ada"));
    }
}

fn drawn(pack: &Pack, picture: Picture) -> Option<(String, String)> {
    let effects = reduce(&mut at(0), &Intent::Draw(picture), pack, &WORDS);
    let file = |effect| match effect {
        Effect::WriteFile(file) => Some((file.name, file.text)),
        _ => None,
    };
    effects.into_iter().find_map(file)
}

#[test]
fn a_poster_of_a_level_says_what_breaks_there_and_nothing_that_breaks_elsewhere() {
    let pack = first();
    for (index, level) in pack.levels().iter().enumerate() {
        let (name, text) = drawn(&pack, Picture::Level(level.id.clone())).expect("a poster");
        assert_eq!(name, format!("{}-{}.html", pack.id(), level.id));
        assert!(!text.contains("<script") && text.contains("default-src 'none'"));
        for (_, floor) in pack.floors() {
            let Body::Lesson(lesson) = &floor.body else { continue };
            let claim = lesson.claim().expect("a claim").replace(['`', '"', '&', '<', '>', '\''], "\n");
            // The longest piece without letters that are written otherwise.
            let piece = claim.lines().max_by_key(|line| line.len()).expect("a piece");
            assert_eq!(text.contains(piece), floor.level == index, "{}: {piece}", floor.id);
        }
    }
}

#[test]
fn a_poster_of_a_ladder_has_every_criterion_of_its_level() {
    let pack = packs::shipped("engineering-levels").expect("shipped");
    let (_, text) = drawn(&pack, Picture::Level(pack.levels()[1].id.clone())).expect("a poster");
    let criteria = pack.floors().filter(|(_, floor)| floor.level == 1).map(|(_, floor)| match &floor.body {
        Body::Criteria(criteria) => criteria.len(),
        _ => 0,
    });
    assert_eq!(text.matches("<li>").count(), criteria.sum::<usize>());
}

#[test]
fn a_poster_of_a_building_goes_from_the_ground_up() {
    let pack = first();
    let building = &pack.buildings()[0];
    let (_, text) = drawn(&pack, Picture::Building(building.id.clone())).expect("a poster");
    let places = building.floors.iter().map(|floor| {
        let level = &pack.levels()[floor.level].name;
        text.find(&format!("Floor {}, {level}", floor.number)).unwrap_or_else(|| panic!("{}", floor.id))
    });
    assert!(places.collect::<Vec<_>>().is_sorted());
    assert!(text.contains("<svg"));
}

#[test]
fn what_the_pack_does_not_know_is_no_picture() {
    assert_eq!(drawn(&first(), Picture::Level(LevelId::new("nowhere"))), None);
    assert_eq!(drawn(&first(), Picture::Building(BuildingId::new("nowhere"))), None);
}

#[test]
fn files_have_names_of_their_own() {
    let pack = first();
    let mut state = at(0);
    reduce(&mut state, &Intent::OpenBuilding(pack.buildings()[0].id.clone()), &pack, &WORDS);
    let all = Picture::all(&pack, &state);
    let mut names: Vec<_> = all.into_iter().map(|picture| drawn(&pack, picture).expect("a file").0).collect();
    assert_eq!(names.len(), 6);
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 6, "{names:?}");
    let (_, text) = drawn(&pack, Picture::Card(Format::Story, Kind::Png)).expect("a card");
    read(&text);
}

#[test]
fn in_photo_mode_only_what_is_photographed_can_change_and_all_else_ends_it() {
    let pack = first();
    let mut state = at(0);
    let opened = Intent::OpenBuilding(pack.buildings()[0].id.clone());
    reduce(&mut state, &opened, &pack, &WORDS);
    let before = state.open.clone();
    reduce(&mut state, &Intent::Photo(Photo::Begin), &pack, &WORDS);
    let effects = reduce(&mut state, &Intent::Photo(Photo::Take), &pack, &WORDS);
    assert!(
        matches!(effects.as_slice(), [Effect::Photograph(name)] if std::path::Path::new(name).extension().is_some_and(|kind| kind == "png")),
        "{effects:?}"
    );
    for stays in [Intent::NextLevel, Intent::Move(CameraMove::North), Intent::Home, Intent::PreviousLevel] {
        reduce(&mut state, &stays, &pack, &WORDS);
        assert!(state.photo, "{stays:?}");
    }
    for ends in
        [Intent::Close, Intent::ToggleHelp, Intent::OpenSearch, Intent::OpenBuilding(pack.buildings()[3].id.clone())]
    {
        reduce(&mut state, &Intent::Photo(Photo::Begin), &pack, &WORDS);
        reduce(&mut state, &ends, &pack, &WORDS);
        assert!(!state.photo, "{ends:?}");
        // It brings back what was there, and does nothing else.
        assert_eq!((&state.open, state.overlay, &state.search), (&before, None, &None), "{ends:?}");
    }
    let effects = reduce(&mut state, &Intent::Photo(Photo::Take), &pack, &WORDS);
    assert_eq!(effects, [], "there is nothing to take where one does not see what");
}

#[test]
fn in_photo_mode_the_mirror_offers_the_picture_and_the_way_back() {
    let pack = first();
    let mut state = at(0);
    reduce(&mut state, &Intent::Photo(Photo::Begin), &pack, &WORDS);
    let view = laddertown::view::city(&pack, &state, &WORDS);
    let html = page::mirror(&view, &WORDS);
    assert_eq!(html.matches("<button").count(), 2, "{html}");
}
