//! Links: what is seen as text, where text leads, and that what was once sent to somebody still leads there.

use laddertown::domain::content::Pack;
use laddertown::domain::id::{BuildingId, DistrictId, LevelId};
use laddertown::domain::save::{CameraPose, Open};
use laddertown::packs;
use laddertown::view::link::{Ignored, Link, MOST_BYTES, Over, Tour, code};
use laddertown::view::present::Present;
use laddertown::view::state::Overlay;
use laddertown::view::{Effect, Intent, State, Words, link, reduce};
use proptest::prelude::*;
use std::sync::LazyLock;

static CITY: LazyLock<Pack> = LazyLock::new(|| packs::shipped(packs::FIRST).expect("shipped"));
static WORDS: LazyLock<Words> = LazyLock::new(Words::english);

/// Somebody in a city, who goes to others as links lead.
struct Visitor {
    pack: Pack,
    state: State,
    seen_from: Option<CameraPose>,
}

impl Visitor {
    fn new() -> Self {
        Self { pack: CITY.clone(), state: State::default(), seen_from: None }
    }

    fn wants(&mut self, intent: &Intent) -> Vec<Effect> {
        reduce(&mut self.state, intent, &self.pack, &WORDS)
    }

    /// Follows a link, through another city's gate where it leads there.
    fn follows(&mut self, link: &str) {
        let mut intent = Intent::Follow(link.to_owned());
        for _ in 0..2 {
            let effects = self.wants(&intent);
            let mut gone = None;
            for effect in effects {
                match effect {
                    Effect::FlyTo(pose) => self.seen_from = Some(pose),
                    Effect::OpenCityFor(city, then) => gone = Some((city, *then)),
                    _ => {}
                }
            }
            let Some((city, then)) = gone else { return };
            let pack = packs::shipped(&city).expect("a city that ships");
            self.state.leave(&self.pack, None);
            self.state.enter(&pack);
            (self.pack, intent) = (pack, then);
        }
        panic!("{link} leads from city to city");
    }

    /// Where one is, as the frozen list says it.
    fn place(&self) -> String {
        self.place_of(&self.state.open)
    }

    /// The same, where the list says no more than the building: what its lowest floor is may change.
    fn place_by_building(&self) -> String {
        match &self.state.open {
            Open::Building(building, _) => self.place_of(&Open::Building(building.clone(), None)),
            open => self.place_of(open),
        }
    }

    fn place_of(&self, open: &Open) -> String {
        let mut parts = vec![self.pack.id().to_owned(), format!("level {}", self.pack.levels()[self.state.level].id)];
        parts.extend(match open {
            Open::Nothing => None,
            Open::Level(level) => Some(format!("about {level}")),
            Open::District(district) => Some(format!("district {district}")),
            Open::Building(_, Some(floor)) => Some(format!("floor {floor}")),
            Open::Building(building, None) => Some(format!("building {building}")),
        });
        parts.extend(self.state.overlay.map(|overlay| format!("over it {overlay:?}")));
        parts.extend(self.seen_from.map(|pose| {
            let [x, y, z] = pose.target;
            format!("seen from {x},{y},{z},{},{},{}", pose.yaw, pose.pitch, pose.distance)
        }));
        parts.join(", ")
    }
}

/// Every link of the frozen list with where it leads.
fn frozen() -> Vec<(&'static str, &'static str)> {
    let lines = include_str!("fixtures/links.txt").lines();
    lines.filter_map(|line| line.split_once(" -> ")).filter(|(link, _)| !link.starts_with("# ")).collect()
}

#[test]
fn every_link_that_was_ever_made_still_leads_where_it_led() {
    let frozen = frozen();
    assert!(frozen.len() >= 20, "none may be taken away");
    for (link, place) in frozen {
        let mut visitor = Visitor::new();
        visitor.follows(link);
        assert!(
            [visitor.place(), visitor.place_by_building()].contains(&place.to_owned()),
            "{link}: {}",
            visitor.place()
        );
        assert_eq!(visitor.state.notices, [""; 0], "{link}");
    }
}

#[test]
fn a_link_leads_to_the_same_place_from_wherever_one_is() {
    for (link, place) in frozen() {
        let mut visitor = Visitor { pack: packs::shipped("elixir-otp-ladder").expect("shipped"), ..Visitor::new() };
        visitor.wants(&Intent::OpenItsDistrict);
        visitor.wants(&Intent::ToggleLegend);
        visitor.wants(&Intent::OpenSearch);
        visitor.follows(link);
        assert!(
            [visitor.place(), visitor.place_by_building()].contains(&place.to_owned()),
            "{link}: {}",
            visitor.place()
        );
        assert_eq!(visitor.state.search, None, "{link}");
    }
}

#[test]
fn a_link_to_what_is_seen_leads_back_to_it() {
    let mut visitor = Visitor::new();
    for (link, _) in frozen() {
        visitor.seen_from = None;
        visitor.follows(link);
        let there =
            (visitor.place(), Link::of(&visitor.pack, &visitor.state, visitor.seen_from).address("https://x/y"));
        visitor.wants(&Intent::Close);
        visitor.wants(&Intent::Close);
        visitor.follows("#pack=beyond-vibe-coding&level=l5");
        visitor.seen_from = None;
        visitor.follows(&there.1);
        assert_eq!(visitor.place(), there.0, "{}", there.1);
    }
}

#[test]
fn following_a_link_loses_nothing_of_the_city_one_was_in() {
    let mut visitor = Visitor::new();
    visitor.wants(&Intent::OpenFloor("auth/l1".parse().expect("a floor")));
    let before = (visitor.state.log.clone(), visitor.state.open.clone());
    visitor.follows("#pack=engineering-levels&level=e3&floor=technical/e2");
    visitor.follows("#pack=beyond-vibe-coding&district=security");
    assert_eq!(visitor.state.log, before.0);
    visitor.follows("#pack=elixir-otp-ladder");
    let kept = &visitor.state.profiles[""]["beyond-vibe-coding"];
    assert_eq!(kept.log, before.0);
}

#[test]
fn what_is_not_known_is_told_in_one_notice_and_the_rest_is_followed() {
    let link = "#pack=beyond-vibe-coding&level=l9&floor=auth/l77&utm_source=chat&view=1,2&overlay=sky&level=l1&stop=x";
    let mut visitor = Visitor::new();
    visitor.follows(link);
    assert_eq!(
        visitor.place(),
        "beyond-vibe-coding, level l0, floor auth/l0",
        "a floor that has gone leads to its building"
    );
    let [notice] = &visitor.state.notices[..] else { panic!("{:?}", visitor.state.notices) };
    for part in ["utm_source=chat", "view=1,2", "overlay=sky", "level=l1", "stop=x", "\u{2026}"] {
        assert!(notice.contains(part), "{part}: {notice}");
    }
}

#[test]
fn a_city_that_is_not_there_is_asked_for_with_the_rest_of_the_link() {
    let mut visitor = Visitor::new();
    let effects = visitor.wants(&Intent::Follow("#pack=imported.ours&floor=auth/l0&view=0,0,0,0,0.5,30".to_owned()));
    let then = Intent::Follow("floor=auth/l0&view=0,0,0,0,0.5,30".to_owned());
    assert_eq!(effects, [Effect::OpenCityFor("imported.ours".to_owned(), Box::new(then))]);
    assert_eq!(visitor.place(), "beyond-vibe-coding, level l0");
}

#[test]
fn a_tour_begins_at_its_stop() {
    let way = |text| link::follow(&mut State::default(), text, &CITY, &WORDS).intents;
    let start_at = Present::StartAt("ten-minutes".to_owned(), "the-door".to_owned());
    assert!(way("#tour=ten-minutes&stop=the-door").contains(&Intent::Present(start_at)));
    assert!(way("#tour=ten-minutes").contains(&Intent::Present(Present::Start("ten-minutes".to_owned()))));
}

#[test]
fn a_link_that_says_nothing_leads_nowhere() {
    let mut visitor = Visitor::new();
    visitor.wants(&Intent::OpenFloor("auth/l1".parse().expect("a floor")));
    visitor.wants(&Intent::ToggleHelp);
    let place = visitor.place();
    for link in ["", "#", "https://laddertown.example/", "laddertown:", "#pack=beyond-vibe-coding", "#&&"] {
        visitor.follows(link);
        assert_eq!(visitor.place(), place, "{link}");
    }
    assert_eq!(visitor.state.notices.len(), 0);
}

#[test]
fn a_link_of_any_length_is_answered() {
    let long = format!("#pack=beyond-vibe-coding&floor={}", "a".repeat(MOST_BYTES));
    assert_eq!(Link::read(&long), (Link::default(), vec![Ignored::Length(long.len())]));
    let mut visitor = Visitor::new();
    visitor.follows(&long);
    assert!(visitor.state.notices[0].contains("more than a link can have"), "{:?}", visitor.state.notices);
}

#[test]
fn what_a_stranger_writes_into_a_link_cannot_lie_in_a_notice() {
    let (_, ignored) = Link::read("#%E2%80%AE=1&level=%E2%80%AEx&floor=%00&tour=%FF&\u{202E}=1");
    assert_eq!(ignored.len(), 5);
    let told = format!("{ignored:?}");
    assert!(!told.contains('\u{202E}') && !told.contains('\0'), "{told}");
}

#[test]
fn a_link_says_nothing_of_who_made_it() {
    let mut visitor = Visitor::new();
    visitor.state.profile = "Ada".to_owned();
    visitor.wants(&Intent::OpenFloor("auth/l1".parse().expect("a floor")));
    let link = Link::of(&visitor.pack, &visitor.state, None).address("laddertown:");
    assert_eq!(link, "laddertown:#pack=beyond-vibe-coding&level=l0&floor=auth/l1");
}

#[test]
fn an_overlay_is_in_the_link_unless_only_its_reader_can_have_it() {
    let mut state = State::default();
    let over = |state: &State| Link::of(&CITY, state, None).overlay;
    assert_eq!(over(&state), None);
    state.overlay = Some(Overlay::Legend);
    assert_eq!(over(&state), Some(Over::Legend));
    state.overlay = Some(Overlay::Brought);
    assert_eq!(over(&state), None);
}

#[test]
fn a_camera_reads_the_link_out_of_its_code() {
    const SCALE: usize = 4;
    let link = "https://laddertown.example/#pack=beyond-vibe-coding&level=l3&floor=version-control/l3";
    let code = code(link).expect("it fits");
    assert_eq!((code.link.as_str(), code.dark.len()), (link, code.width * code.width));
    let side = (code.width + 8) * SCALE;
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        let module = |at: usize| (at / SCALE).checked_sub(4).filter(|at| *at < code.width);
        let is_dark = module(x).zip(module(y)).is_some_and(|(x, y)| code.dark[y * code.width + x]);
        if is_dark { 0 } else { 255 }
    });
    let found = picture.detect_grids();
    let [grid] = &found[..] else { panic!("{} codes", found.len()) };
    assert_eq!(grid.decode().expect("readable").1, link);
}

#[test]
fn a_link_that_no_code_can_hold_has_none() {
    assert_eq!(code(&"x".repeat(3000)), None);
}

fn slug() -> impl Strategy<Value = String> {
    "[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,2}"
}

fn pose() -> impl Strategy<Value = CameraPose> {
    let number = || -1e6f32..1e6;
    (prop::array::uniform3(number()), number(), number(), number())
        .prop_map(|(target, yaw, pitch, distance)| CameraPose { target, yaw, pitch, distance })
}

fn open() -> impl Strategy<Value = Open> {
    prop_oneof![
        Just(Open::Nothing),
        slug().prop_map(|id| Open::Level(LevelId::new(id))),
        slug().prop_map(|id| Open::District(DistrictId::new(id))),
        slug().prop_map(|id| Open::Building(BuildingId::new(id), None)),
        (slug(), slug()).prop_map(|(building, level)| {
            let floor = format!("{building}/{level}").parse().expect("a floor");
            Open::Building(BuildingId::new(building), Some(floor))
        }),
    ]
}

fn any_link() -> impl Strategy<Value = Link> {
    let pack = prop_oneof![slug(), slug().prop_map(|id| format!("imported.{id}"))];
    let tour = (slug(), prop::option::of(slug())).prop_map(|(id, stop)| Tour { id, stop });
    let over = prop::sample::select(Over::NAMES.to_vec()).prop_map(|(over, _)| over);
    let option = prop::option::of::<BoxedStrategy<String>>;
    (
        option(pack.boxed()),
        option(slug().boxed()),
        open(),
        prop::option::of(pose()),
        prop::option::of(tour),
        prop::option::of(over),
    )
        .prop_map(|(pack, level, open, view, tour, overlay)| Link {
            pack,
            level: level.map(LevelId::new),
            open,
            view,
            tour,
            overlay,
        })
}

proptest! {
    #[test]
    fn what_is_written_is_what_is_read(link in any_link(), home in "(https://[a-z.]{1,12}/[a-z/]{0,8}|laddertown:)") {
        prop_assert_eq!(Link::read(&link.write()), (link.clone(), vec![]));
        prop_assert_eq!(Link::read(&link.address(&home)), (link, vec![]));
    }

    #[test]
    fn any_text_is_answered_and_leaves_the_city_whole(
        text in "(#|laddertown:|https://x/#)?(((pack|level|floor|about|view|overlay|tour|stop)=)?[a-z0-9/,.%&=-]{0,20}&?){0,6}|\\PC{0,60}",
    ) {
        let mut state = State::default();
        reduce(&mut state, &Intent::Follow(text), &CITY, &WORDS);
        prop_assert!(state.knows(&state.open, &CITY) && state.level < CITY.levels().len());
        prop_assert!(state.notices.len() <= 1, "{:?}", state.notices);
    }
}
