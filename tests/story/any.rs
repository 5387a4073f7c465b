//! Whatever one wants, in whatever order: nothing breaks, and what one sees fits together.

use super::mirror::buttons;
use super::tours::any_present;
use super::{Effect, Intent, Panel, Player, State, Step, building, floor, level};
use laddertown::domain::assess::{Rating, Role, StartMonth};
use laddertown::domain::content::Pack;
use laddertown::domain::id::{CriterionId, DistrictId, LevelId};
use laddertown::domain::progress::{Belief, Mode};
use laddertown::domain::recall::Grade;
use laddertown::domain::save::Open;
use laddertown::domain::settings::{Channel, Motion, Quality, TEXT_PERCENT, Theme, VOLUME_PERCENT};
use laddertown::packs;
use laddertown::view::assess::{Assess, Chart, Document, Page};
use laddertown::view::intent::CameraMove;
use laddertown::view::journey::{self, Play, Reset, Stage};
use laddertown::view::level::LevelPlace;
use laddertown::view::link::Share;
use laddertown::view::present::reduce::needs_view;
use laddertown::view::{city_after, page};
use proptest::prelude::*;
use std::sync::LazyLock;

/// Any intent, about things that are in the city and things that are not.
pub fn any_intent() -> impl Strategy<Value = Intent> {
    let id = |known: &[&'static str]| prop::sample::select([known, &["", "nowhere", "a/b"]].concat());
    let levels = || id(&["l0", "l1", "l3", "l5", "l6"]);
    let step = || prop::sample::select(vec![Step::Next, Step::Previous]);
    let float = || prop_oneof![Just(f32::NAN), Just(f32::INFINITY), Just(0.0), -1e9..1e9f32];
    let number = any::<u16>();
    let floors = ["frontend/l0", "javascript/l5", "terminal-shell/l3", "code-quality/l5", "code-quality/l0", "no/l0"];
    let plain = vec![
        Intent::NextLevel,
        Intent::PreviousLevel,
        Intent::Close,
        Intent::OpenFocused,
        Intent::OpenItsDistrict,
        Intent::OpenItsLevel,
        Intent::ToggleHelp,
        Intent::ToggleSettings,
        Intent::ToggleList,
        Intent::Home,
        Intent::OpenSearch,
        Intent::SetMotion(Motion::Reduced),
        Intent::SetTheme(Theme::Dark),
        Intent::SetTheme(Theme::HighContrast),
        Intent::ToggleLegend,
        Intent::ShowCities,
        Intent::PickFile,
        Intent::ToggleMap,
        Intent::SetQuality(Quality::Low),
        Intent::SetAmbience(false),
        Intent::SkipMotion,
        Intent::Move(CameraMove::North),
        Intent::SetSound(true),
        Intent::ToggleSound,
        Intent::Stay,
        Intent::EndVisit,
    ];
    prop_oneof![
        4 => prop::sample::select(plain),
        1 => levels().prop_map(level),
        1 => levels().prop_map(|id| Intent::OpenLevel(LevelId::new(id))),
        1 => id(&["the-build", "the-leadership"]).prop_map(|id| Intent::OpenDistrict(DistrictId::new(id))),
        2 => id(&["frontend", "code-quality", "threat-modeling", "mentorship"]).prop_map(building),
        2 => prop::sample::select(floors.to_vec()).prop_map(floor),
        2 => step().prop_map(Intent::StepFloor),
        2 => step().prop_map(Intent::Focus),
        1 => step().prop_map(Intent::StepText),
        1 => number.prop_map(Intent::SetText),
        1 => (prop::sample::select(Channel::ALL.to_vec()), number).prop_map(|(channel, to)| Intent::SetVolume(channel, to)),
        1 => (0..4usize).prop_map(Intent::Dismiss),
        1 => ".{0,80}|au2|anew|level".prop_map(Intent::SetSearch),
        1 => (0..14usize).prop_map(Intent::ChooseResult),
        1 => (float(), float()).prop_map(|(x, y)| Intent::Move(CameraMove::Orbit(x, y))),
        1 => id(&["engineering-levels", "imported.mine"]).prop_map(|id| Intent::ChooseCity(id.to_owned())),
        1 => id(&["engineering-levels", "beyond-vibe-coding"])
            .prop_map(|id| Intent::Visit(id.to_owned(), "frontend/l0".parse().expect("building/level"))),
        1 => Just(Intent::Return),
        1 => id(&["engineering-levels", "nowhere"]).prop_map(|id| Intent::CompareCity(id.to_owned())),
        1 => id(&["imported.mine"]).prop_map(|id| Intent::RemoveCity(id.to_owned())),
        1 => ".{0,80}".prop_map(|name| Intent::RenameCity("imported.mine".to_owned(), name)),
        1 => id(&["imported.mine"]).prop_map(|id| Intent::ExportCity(id.to_owned())),
        1 => id(&["imported.mine"]).prop_map(|id| Intent::ShowReport(id.to_owned())),
        2 => "#(pack=(beyond-vibe-coding|nowhere)&)?(level=l[0-6]&)?(floor=(auth|no)/l[0-2])?(&overlay=(help|cities))?(&raised=(auth|no).l[0-2])?"
            .prop_map(Intent::Follow),
        1 => prop::sample::select(vec![
            Share::Toggle,
            Share::View(true),
            Share::Progress(true),
            Share::Copy,
            Share::Copied(true),
        ])
        .prop_map(Intent::Share),
        12 => any_play().prop_map(Intent::Play),
        2 => any_assess().prop_map(Intent::Assess),
        1 => any_present().prop_map(Intent::Present),
    ]
}

/// Any wish about an assessment, about criteria that are there and criteria that are not.
fn any_assess() -> impl Strategy<Value = Assess> {
    let id = || {
        let ids = ["e1-technical-1", "e1-technical-2", "e3-influence-1", "e6-execution-1", "no", "a/b", ""];
        prop::sample::select(ids.to_vec()).prop_map(CriterionId::new)
    };
    let rating = || (0..=9u8).prop_map(|number| Rating::new(number).expect("a digit"));
    let level = || prop::sample::select(vec!["e1", "e3", "e6", "l1", ""]).prop_map(LevelId::new);
    let quarter = prop::sample::select(vec!["1970-01", "2026-01", "2026-04", "2026-10", "9000-01"]);
    let quarter = quarter.prop_map(|quarter| quarter.parse().expect("a quarter"));
    let role = prop::sample::select(Role::ALL.to_vec());
    let charts = || prop::sample::select(Chart::ALL.to_vec());
    let pages =
        vec![Page::Level, Page::Missing, Page::Quarters, Page::Beside, Page::Calibration, Page::About, Page::Setup];
    let documents = vec![Document::Json, Document::Csv, Document::Markdown, Document::Html, Document::Conversation];
    let plain = vec![
        Assess::MarkNext,
        Assess::CloseQuarter,
        Assess::StepQuarter(Step::Next),
        Assess::StepQuarter(Step::Previous),
        Assess::ShowNow,
        Assess::Try(true),
        Assess::Try(false),
        Assess::Calibrate(true),
        Assess::ShowWhole(true),
        Assess::ShowWhole(false),
        Assess::Example,
    ];
    prop_oneof![
        4 => prop::sample::select(plain),
        4 => (id(), rating()).prop_map(|(id, rating)| Assess::Rate(id, rating)),
        1 => id().prop_map(Assess::Unrate),
        1 => (id(), ".{0,40}").prop_map(|(id, text)| Assess::Explain(id, text)),
        1 => (id(), ".{0,40}").prop_map(|(id, text)| Assess::Comment(id, text)),
        1 => (id(), "(https://.{0,20})?").prop_map(|(id, text)| Assess::AddLink(id, text)),
        1 => (id(), ".{0,20}").prop_map(|(id, text)| Assess::RemoveLink(id, text)),
        1 => id().prop_map(Assess::Mark),
        1 => quarter.prop_map(Assess::ShowQuarter),
        1 => level().prop_map(Assess::Believe),
        1 => (prop::sample::select(vec![0u8, 6, 12]), prop::option::of(level())).prop_map(|(m, l)| Assess::Target(m, l)),
        1 => (0..20u32, any::<bool>()).prop_map(|(phase, done)| Assess::Phase(phase, done)),
        1 => (level(), 0..3usize, any::<bool>()).prop_map(|(level, place, done)| Assess::Also(level, place, done)),
        1 => any::<u8>().prop_map(Assess::SetSatisfied),
        1 => any::<i8>().prop_map(|month| Assess::SetStart(StartMonth::new(month))),
        1 => (role, ".{0,60}").prop_map(|(role, name)| Assess::RateAs(role, name)),
        1 => (0..4usize).prop_map(Assess::Beside),
        2 => prop::sample::select(pages).prop_map(Assess::Open),
        1 => charts().prop_map(|chart| Assess::Open(Page::Chart(chart))),
        1 => prop::sample::select(documents).prop_map(Assess::Export),
        1 => charts().prop_map(|chart| Assess::Export(Document::Svg(chart))),
        1 => ".{0,40}".prop_map(Assess::Import),
    ]
}

/// Any wish on the journey, about floors that are there and floors that are not.
fn any_play() -> impl Strategy<Value = Play> {
    let floor = || {
        let ids = ["frontend/l0", "code-quality/l5", "auth/l1", "no/l0"];
        prop::sample::select(ids.to_vec()).prop_map(|id| id.parse().expect("building/level"))
    };
    let pages = vec![
        journey::Page::Menu,
        journey::Page::More,
        journey::Page::Unlearned,
        journey::Page::Column(laddertown::domain::id::BuildingId::new("frontend")),
        journey::Page::Column(laddertown::domain::id::BuildingId::new("nowhere")),
        journey::Page::Slice(LevelId::new("l2")),
        journey::Page::Slice(LevelId::new("l9")),
        journey::Page::Notes,
        journey::Page::Achievements,
        journey::Page::Source,
        journey::Page::Profiles,
        journey::Page::Reset(Reset::Everything),
    ];
    let grades = vec![Grade::Again, Grade::Hard, Grade::Good, Grade::Easy];
    let plain = vec![
        Play::Next,
        Play::Unfold,
        Play::MeetWall,
        Play::WalkAround,
        Play::Walk,
        Play::Check,
        Play::Leave,
        Play::Undo,
        Play::Reset(Reset::Everything),
        Play::Back,
        Play::Forward,
        Play::SetMode(Mode::Journey),
        Play::SetMode(Mode::Explore),
    ];
    prop_oneof![
        3 => prop::sample::select(plain),
        6 => Just(Play::Continue),
        4 => (0..6usize).prop_map(Play::Choose),
        2 => floor().prop_map(Play::Begin),
        2 => (any::<bool>(), any::<bool>()).prop_map(|(agree, sure)| Play::Believe(Belief { agree, sure })),
        3 => prop::sample::select(grades).prop_map(Play::Grade),
        1 => (floor(), ".{0,40}").prop_map(|(floor, note)| Play::Note(floor, note)),
        1 => floor().prop_map(Play::RaiseAsRead),
        1 => (floor(), any::<bool>()).prop_map(|(floor, kept)| Play::Keep(floor, kept)),
        1 => (floor(), any::<bool>()).prop_map(|(floor, set)| Play::Bookmark(floor, set)),
        1 => prop::sample::select(pages).prop_map(Play::Open),
        1 => floor().prop_map(|floor| Play::Open(journey::Page::Difference(floor))),
        1 => floor().prop_map(|floor| Play::Reset(Reset::Floor(floor))),
        1 => "[A-C]?".prop_map(Play::PlayAs),
        1 => any::<u8>().prop_map(Play::SetRetention),
        1 => any::<bool>().prop_map(Play::Hints),
    ]
}

static LADDER: LazyLock<Pack> = LazyLock::new(|| packs::shipped("engineering-levels").expect("shipped"));

/// What must hold after every intent.
#[track_caller]
pub fn holds(player: &Player) {
    let (state, pack) = (&player.state, &player.pack);
    assert!(state.level < pack.levels().len());
    assert!(state.knows(&state.open, pack), "{:?}", state.open);
    assert!(state.focus.as_ref().is_none_or(|id| pack.building(id).is_some()), "{:?}", state.focus);
    assert!(TEXT_PERCENT.contains(&state.settings.text_percent));
    assert!(Channel::ALL.iter().all(|channel| VOLUME_PERCENT.contains(&state.settings.volumes.of(*channel))));
}

/// What must hold of everything that one sees.
#[track_caller]
fn fits_together(player: &Player) {
    let view = player.sees();
    assert_eq!(view.level, player.state.level);
    assert_eq!(view.levels.iter().filter(|step| step.place == LevelPlace::Current).count(), 1);
    assert_eq!(view.levels[view.level].place, LevelPlace::Current);
    assert_eq!(view.panel == Panel::None, player.state.open == Open::Nothing);
    assert!(view.help.is_none() || view.settings.is_none());
    if let Panel::Building(building) = &view.panel {
        assert_eq!(building.column.iter().filter(|storey| storey.open).count(), 1);
    }
    let open = view.outline.iter().flat_map(|district| &district.buildings).filter(|building| building.open).count();
    assert_eq!(open, usize::from(matches!(view.panel, Panel::Building(_))));
    assert_eq!(view.search.is_some(), player.state.search.is_some());
    assert_eq!(view.stage.is_some(), player.state.stage != Stage::City, "{:?}", player.state.stage);
    assert!(view.stage.iter().all(|stage| !stage.actions.is_empty()), "there is always a way on");
    let html = page::mirror(&view, &player.words);
    assert_eq!(html.matches("<h1").count(), 1);
    // It panics at a button that carries no intent.
    assert!(buttons(&html).len() > player.pack.floors().count());
}

/// An intent for the camera leaves the view as it was, which is then not made anew.
#[track_caller]
fn is_unchanged_by_the_camera(before: &State, intent: &Intent, after: &State) {
    assert!(needs_view(intent, before) || before == after, "{intent:?}");
}

/// A save is asked for whenever something that is saved has changed.
#[track_caller]
fn is_saved_when_changed(pack: &Pack, before: &State, effects: &[Effect], after: &State) {
    let kept = |state: &State| (state.city(pack, None), state.settings);
    assert!(kept(before) == kept(after) || effects.contains(&Effect::Save), "{effects:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_intents_breaks_the_view(intents in prop::collection::vec(any_intent(), 1..40)) {
        let mut player = Player::new();
        player.state.notify("one");
        let mut seen = player.sees();
        for intent in &intents {
            let before = player.state.clone();
            let effects = player.wants(intent);
            holds(&player);
            is_saved_when_changed(&player.pack, &before, &effects, &player.state);
            is_unchanged_by_the_camera(&before, intent, &player.state);
            seen = city_after(Some(&seen), &player.pack, &player.state, &player.words);
        }
        // What was kept from view to view is what would have been made anew.
        assert!(seen == player.sees());
        fits_together(&player);
    }

    #[test]
    fn an_intent_survives_its_way_through_the_page(intent in any_intent()) {
        let back = Intent::from_text(&intent.to_text());
        // NaN is not equal to itself, so texts are compared.
        prop_assert_eq!(back.map(|intent| intent.to_text()).ok(), Some(intent.to_text()));
    }
}

proptest! {
    // A year of two people is much to make anew after every wish.
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_wishes_breaks_a_ladder(
        wishes in prop::collection::vec(prop_oneof![5 => any_assess().prop_map(Intent::Assess), 1 => any_intent()], 1..30),
    ) {
        let mut player = Player { pack: LADDER.clone(), ..Player::new() };
        player.state.now = 1_795_272_556;
        let mut seen = player.sees();
        for intent in &wishes {
            player.state.now += 5 * 86_400;
            let before = player.state.clone();
            let effects = player.wants(intent);
            holds(&player);
            is_saved_when_changed(&player.pack, &before, &effects, &player.state);
            seen = city_after(Some(&seen), &player.pack, &player.state, &player.words);
        }
        assert!(seen == player.sees());
        fits_together(&player);
    }
}

#[test]
fn the_camera_goes_home_beside_the_search_and_a_result_that_goes_home_closes_it() {
    let mut player = Player::new();
    player.wants(&Intent::SetSearch("whole city".to_owned()));
    let before = player.state.clone();
    player.wants(&Intent::Home);
    is_unchanged_by_the_camera(&before, &Intent::Home, &player.state);
    let results = player.sees().search.expect("open").results;
    assert_eq!(results[0].intent, Intent::Home);
    assert!(player.wants(&Intent::ChooseResult(0)).contains(&Effect::FlyHome));
    assert_eq!(player.state.search, None);
}

#[test]
fn every_button_of_the_mirror_can_be_pressed() {
    let mut player = Player::new();
    player.wants(&floor("javascript/l1"));
    player.wants(&Intent::ToggleSettings);
    for intent in buttons(&page::mirror(&player.sees(), &player.words)) {
        player.wants(&intent);
        holds(&player);
    }
    fits_together(&player);
}
