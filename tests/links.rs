//! Links: what is seen as text, where text leads, and that what was once sent to somebody still leads there.

mod common;

use laddertown::domain::content::Pack;
use laddertown::domain::id::{BuildingId, DistrictId, LevelId};
use laddertown::domain::progress::{Act, Deed, Mode, Raised, Wall, Whole};
use laddertown::domain::save::{CameraPose, Open};
use laddertown::packs;
use laddertown::view::journey::Play;
use laddertown::view::link::{Ignored, Link, MOST_BYTES, Over, Progress, Share, ShareView, Tour, code};
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
        for _ in 0..3 {
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
        if let Some(show) = &self.state.show {
            return format!("tour {} at {}", show.tour.id, show.stop().id);
        }
        let mut parts = vec![self.pack.id().to_owned(), format!("level {}", self.pack.levels()[self.state.level].id)];
        parts.extend(match open {
            Open::Nothing => None,
            Open::Level(level) => Some(format!("about {level}")),
            Open::District(district) => Some(format!("district {district}")),
            Open::Building(_, Some(floor)) => Some(format!("floor {floor}")),
            Open::Building(building, None) => Some(format!("building {building}")),
        });
        parts.extend(self.state.guest.as_ref().map(|guest| {
            let passed = guest.progress.passed.as_ref().map_or("none", LevelId::as_str);
            format!("with {} floors and {passed}", guest.progress.raised.len())
        }));
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
        let guest = WORDS.get("guest-notice");
        visitor.state.notices.retain(|notice| *notice != guest);
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
    for (link, _) in frozen() {
        let mut visitor = Visitor::new();
        visitor.follows(link);
        let there =
            (visitor.place(), Link::of(&visitor.pack, &visitor.state, visitor.seen_from).address("https://x/y"));
        let mut visitor = Visitor::new();
        visitor.wants(&Intent::OpenItsDistrict);
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
fn a_tour_begins_at_its_stop_and_what_it_has_lost_is_told() {
    let small = common::Draft::read("tests/fixtures/packs/small");
    let changed = small.clone().edit("tours/round.ron", "id: \"hammer\"", "id: \"anvil\"");
    let [small, changed] = [small, changed].map(|draft| draft.check().pack.expect("playable"));
    let follow_in = |pack, text| {
        let mut state = State::default();
        (link::follow(&mut state, text, pack, &WORDS).intents, state.notices.join(" "))
    };
    let follow = |text| follow_in(&small, text);
    let start = || Intent::Present(Present::Start("round".to_owned()));
    let start_at = Present::StartAt("round".to_owned(), "hammer".to_owned());
    assert_eq!(follow("#tour=round&stop=hammer"), (vec![Intent::Present(start_at)], String::new()));
    assert_eq!(follow("#tour=round"), (vec![start()], String::new()));
    let (way, notice) = follow_in(&changed, "#tour=round&stop=hammer");
    assert!(way == [start()] && notice.contains("stop=hammer"), "{notice}");
    let (way, notice) = follow("#level=l1&tour=gone");
    assert!(way == [Intent::SetLevel(LevelId::new("l1"))] && notice.contains("tour=gone"), "{notice}");
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

/// Somebody on the journey, two floors and one wall far.
fn traveller() -> Visitor {
    let mut visitor = Visitor::new();
    visitor.wants(&Intent::Play(Play::SetMode(Mode::Journey)));
    for floor in ["auth/l0", "frontend/l0"] {
        visitor.state.add(Deed::Floor(floor.parse().expect("a floor"), Act::Raised(Raised::Played)));
        visitor.state.add(Deed::Floor(floor.parse().expect("a floor"), Act::Noted("mine alone".to_owned())));
    }
    visitor.state.add(Deed::Whole(Whole::Wall(LevelId::new("l0"), Wall::Played)));
    "https://laddertown.example/".clone_into(&mut visitor.state.home);
    visitor
}

fn shared(visitor: &Visitor) -> ShareView {
    link::share::view(&visitor.pack, &visitor.state, &WORDS).expect("it is shared")
}

#[test]
fn progress_is_in_a_link_only_if_it_was_chosen_and_then_the_dialog_says_what_it_is() {
    let mut visitor = traveller();
    visitor.wants(&Intent::Share(Share::Toggle));
    let plain = shared(&visitor);
    assert_eq!(plain.link, "https://laddertown.example/#pack=beyond-vibe-coding&level=l0");
    assert!(plain.says[0].contains("Nothing about you is in it"), "{:?}", plain.says);
    visitor.wants(&Intent::Share(Share::Progress(true)));
    let with = shared(&visitor);
    assert_eq!(with.link, format!("{}&passed=l0&raised=auth.l0,frontend.l0", plain.link));
    assert!(with.says[0].contains("the 2 floors that you have raised"), "{:?}", with.says);
    assert!(with.says[1].contains(&with.link.len().to_string()), "{:?}", with.says);
    for _ in 0..2 {
        visitor.wants(&Intent::Share(Share::Toggle));
    }
    assert_eq!(shared(&visitor).link, plain.link, "it is chosen anew each time");
}

#[test]
fn somebodys_city_is_looked_at_and_ones_own_is_untouched() {
    let link = "#pack=beyond-vibe-coding&level=l1&passed=l0&raised=auth.l0.l1,frontend.l0,gone.l0";
    let mut visitor = traveller();
    visitor.wants(&Intent::SetLevel(LevelId::new("l2")));
    visitor.wants(&Intent::OpenFloor("testing/l2".parse().expect("a floor")));
    let before = visitor.state.clone();
    visitor.follows(link);
    visitor.wants(&Intent::OpenFloor("database/l0".parse().expect("a floor")));
    let raised =
        |visitor: &Visitor| visitor.state.record.floors.values().filter(|floor| floor.raised.is_some()).count();
    assert_eq!((raised(&visitor), visitor.state.level), (3, 1));
    assert_eq!(visitor.state.city(&CITY, None), before.city(&CITY, None), "what is saved is one's own");
    let view = laddertown::view::city(&visitor.pack, &visitor.state, &WORDS);
    assert!(view.notices.iter().any(|notice| notice.text.contains("somebody's city")), "{:?}", view.notices);
    let back = view.way_back.expect("a way back");
    assert_eq!(back.label, "Back to my own city");
    visitor.wants(&back.intent);
    let after = &visitor.state;
    assert_eq!((&after.record, &after.log, after.level, &after.open), (&before.record, &before.log, 2, &before.open));
    assert_eq!((&after.guest, after.notices.len()), (&None, 0));
}

#[test]
fn whoever_plays_or_follows_another_link_is_in_their_own_city() {
    for intent in
        [Intent::Play(Play::Next), Intent::Follow("#pack=beyond-vibe-coding&level=l0".to_owned()), Intent::Return]
    {
        let mut visitor = traveller();
        let record = visitor.state.record.clone();
        visitor.follows("#raised=auth.l1");
        assert_ne!(visitor.state.record, record);
        visitor.wants(&intent);
        assert_eq!((&visitor.state.record, &visitor.state.guest), (&record, &None), "{intent:?}");
    }
}

#[test]
fn the_link_to_somebodys_city_leads_there_again() {
    let mut visitor = traveller();
    let link = "pack=beyond-vibe-coding&level=l1&passed=l0&raised=auth.l0.l1,frontend.l0";
    visitor.follows(link);
    assert_eq!(Link::of(&visitor.pack, &visitor.state, None).write(), link);
    visitor.wants(&Intent::Share(Share::Toggle));
    let view = shared(&visitor);
    assert!(view.link.ends_with(link) && view.says[0].contains("Nothing about you"), "{:?}", view.says);
}

#[test]
fn a_link_is_copied_and_one_hears_what_became_of_it() {
    let mut visitor = traveller();
    visitor.state.sight = Some(CameraPose { target: [1.04, 0.0, -2.0], yaw: 0.123, pitch: 0.5, distance: 30.0 });
    visitor.wants(&Intent::Share(Share::Toggle));
    visitor.wants(&Intent::Share(Share::View(true)));
    let link = shared(&visitor).link;
    assert!(link.ends_with("&view=1,0,-2,0.12,0.5,30"), "{link}");
    assert_eq!(visitor.wants(&Intent::Share(Share::Copy)), [Effect::Copy(link.clone())]);
    visitor.wants(&Intent::Share(Share::Copied(false)));
    assert!(shared(&visitor).copied.expect("told").contains("by hand"));
    assert_eq!(shared(&visitor).code.expect("a code").link, link);
}

#[test]
fn the_page_shows_the_link_and_its_code() {
    let mut visitor = traveller();
    visitor.wants(&Intent::Share(Share::Toggle));
    let view = laddertown::view::city(&visitor.pack, &visitor.state, &WORDS);
    let html = laddertown::view::page::mirror(&view, &WORDS);
    let link = shared(&visitor).link.replace('&', "&amp;");
    assert!(html.contains(&format!("value=\"{link}\"")), "{html}");
    let dark = shared(&visitor).code.expect("a code").dark.iter().filter(|dark| **dark).count();
    assert_eq!(html.matches("h1v1h-1z").count(), dark);
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
        (option(slug().boxed()), prop::collection::btree_set((slug(), slug()), 0..6)),
    )
        .prop_map(|(pack, level, open, view, tour, overlay, (passed, raised))| Link {
            pack,
            level: level.map(LevelId::new),
            open,
            view,
            tour,
            overlay,
            with: (passed.is_some() || !raised.is_empty()).then(|| Progress {
                passed: passed.map(LevelId::new),
                raised: raised.iter().map(|(a, b)| format!("{a}/{b}").parse().expect("a floor")).collect(),
            }),
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
