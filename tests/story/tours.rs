//! A tour is shown to a room: stop by stop, into other cities and back, whoever meddles.

use super::any::{any_intent, holds};
use super::common::Draft;
use super::mirror::buttons;
use super::{CITY, Effect, Intent, Player, State, floor, level};
use laddertown::domain::content::tour::At;
use laddertown::domain::content::{Checked, Pack, Severity};
use laddertown::domain::id::LevelId;
use laddertown::domain::progress::Mode;
use laddertown::domain::save::CameraPose;
use laddertown::view::assess::document::File;
use laddertown::view::intent::{CameraMove, Step};
use laddertown::view::journey::{Block, Play, storeys_standing};
use laddertown::view::present::reduce::needs_view;
use laddertown::view::present::{Beat, Present, Record, Running, Show};
use laddertown::view::state::Overlay;
use laddertown::view::{page, reduce};
use proptest::prelude::*;
use std::sync::LazyLock;

static SMALL: LazyLock<Pack> =
    LazyLock::new(|| Draft::read("tests/fixtures/packs/small").check().pack.expect("playable"));

/// What is remembered of a stop: its number and how far it is.
const GATE: (usize, Beat) = (0, Beat::Told);
const ASKED: (usize, Beat) = (1, Beat::Ask);
const TOLD: (usize, Beat) = (1, Beat::Told);
const ABOVE: (usize, Beat) = (2, Beat::Told);
const ELSEWHERE: (usize, Beat) = (3, Beat::Told);

impl Player {
    /// In the smallest city, before its tour.
    pub(super) fn presenter() -> Self {
        Self { pack: SMALL.clone(), ..Self::new() }
    }

    /// At the first stop of its tour.
    fn on_tour() -> Self {
        let mut player = Self::presenter();
        player.presents(Present::Start("round".to_owned()));
        player
    }

    fn presents(&mut self, wish: Present) -> Vec<Effect> {
        self.goes(&Intent::Present(wish))
    }

    /// What one wants, and the ways into other cities that follow from it, as the game goes them.
    fn goes(&mut self, intent: &Intent) -> Vec<Effect> {
        let all = reduce(&mut self.state, intent, &self.pack, &self.words);
        for effect in &all {
            let (id, then) = match effect {
                Effect::OpenCity(id) => (id, None),
                Effect::OpenCityFor(id, then) => (id, Some(then)),
                _ => continue,
            };
            let known = [&*SMALL, &*CITY].into_iter().find(|pack| pack.id() == id);
            if let Some(pack) = known {
                self.state.leave(&self.pack, None);
                self.pack = pack.clone();
                self.state.enter(&self.pack);
            }
            match then {
                Some(then) if known.is_some() => _ = self.goes(then),
                Some(_) => _ = self.goes(&Intent::Present(Present::Missing(id.clone()))),
                None => {}
            }
        }
        all
    }

    #[track_caller]
    fn show(&self) -> &Show {
        self.state.show.as_ref().expect("a tour is shown")
    }

    #[track_caller]
    fn at(&self) -> (usize, Beat) {
        (self.show().stop, self.show().beat)
    }

    #[track_caller]
    fn running(&self) -> Running {
        self.show().running
    }
}

#[test]
fn one_goes_from_beat_to_beat_and_back_the_same_way() {
    let mut player = Player::on_tour();
    assert_eq!(player.at(), GATE);
    for (wish, beats) in [
        (Present::Next, [ASKED, TOLD, ABOVE, ELSEWHERE, ELSEWHERE]),
        (Present::Previous, [ABOVE, TOLD, ASKED, GATE, GATE]),
    ] {
        for beat in beats {
            player.presents(wish.clone());
            assert_eq!(player.at(), beat, "{wish:?}");
        }
    }
    player.presents(Present::Last);
    assert_eq!(player.at(), ELSEWHERE);
    player.presents(Present::Jump(2));
    assert_eq!(player.at(), ASKED);
    for nowhere in [0, 5] {
        player.presents(Present::Jump(nowhere));
        assert_eq!(player.at(), ASKED);
    }
    player.presents(Present::First);
    assert_eq!(player.at(), GATE);
}

#[test]
fn a_stop_sets_the_level_and_flies_and_opens_nothing() {
    let mut player = Player::presenter();
    player.wants(&floor("shed/l0"));
    let done = player.state.log.len();
    let effects = player.presents(Present::Start("round".to_owned()));
    assert!(effects.contains(&Effect::FlyHome), "{effects:?}");
    let effects = player.presents(Present::Next);
    assert_eq!(effects, [Effect::FlyToBuilding(laddertown::domain::id::BuildingId::new("shed"))]);
    assert_eq!(player.presents(Present::Next), [], "the answer is told where one is");
    let effects = player.presents(Present::Next);
    assert!(matches!(effects[..], [Effect::FlyTo(pose)] if (pose.distance - 40.0).abs() < 0.1), "{effects:?}");
    assert_eq!(player.state.level, 1);
    player.presents(Present::Previous);
    assert_eq!(player.state.level, 0, "a stop without a level has that of the stop before it");
    assert!(!player.state.knows(&player.state.open, &CITY) || player.sees().panel == laddertown::view::Panel::None);
    assert_eq!(player.state.log.len(), done, "nothing that is shown was read");
}

#[test]
fn a_stop_is_about_a_district_until_somebody_strays() {
    let mut player = Player::on_tour();
    let about = |player: &Player| player.show().district(&player.pack);
    assert_eq!(about(&player), None, "the whole city");
    for stop in [2, 3, 4] {
        player.presents(Present::Jump(stop));
        assert_eq!(about(&player), Some(0), "stop {stop}, in {}", player.pack.id());
    }
    player.wants(&floor("auth/l1"));
    assert_eq!(about(&player), None);
}

#[test]
fn a_question_has_hands_and_its_answer_waits() {
    let mut player = Player::on_tour();
    player.presents(Present::Next);
    let asked = player.sees().show.expect("shown");
    let question = asked.question.expect("asked");
    assert!(question.answers.iter().all(|answer| answer.right.is_none() && answer.hands == 0 && answer.share == 0.0));
    assert_eq!((asked.told, asked.texts), (None, Vec::new()));
    player.goes(&question.answers[1].more);
    player.presents(Present::Hands(0, 3));
    player.presents(Present::Hands(7, 3));
    let speaker = player.sees().speaker.expect("shown");
    assert_eq!(speaker.question.expect("asked").answers[1].right, Some(true), "the speaker knows");
    player.presents(Present::Next);
    let told = player.sees().show.expect("shown");
    let answers = told.question.expect("asked").answers;
    let seen: Vec<_> = answers.iter().map(|answer| (answer.hands, answer.share, answer.right)).collect();
    assert_eq!(seen, [(3, 0.75, Some(false)), (1, 0.25, Some(true))]);
    assert_eq!(told.told.as_deref(), Some("Whoever lends it."));
    let headings = told.texts.iter().filter(|block| matches!(block, Block::Heading(_))).count();
    assert_eq!((headings, told.texts.len()), (2, 4));
    player.presents(Present::Restart);
    player.presents(Present::Next);
    assert_eq!(player.sees().show.expect("shown").question.expect("asked").answers[0].hands, 0);
}

#[test]
fn a_tour_leads_into_another_city_and_ends_where_it_began() {
    let mut player = Player::presenter();
    player.wants(&level("l1"));
    player.wants(&floor("board/l0"));
    let before = (player.state.level, player.state.open.clone());
    player.presents(Present::Start("round".to_owned()));
    assert_eq!(player.presents(Present::Last).len(), 1);
    assert_eq!((player.pack.id(), player.at()), (CITY.id(), ELSEWHERE));
    let kept = player.state.city(&player.pack, None);
    assert_eq!(player.state.profiles[""]["small"].open, before.1, "what is kept is not what is shown");
    assert_eq!(kept.open, laddertown::domain::save::Open::Nothing);
    player.presents(Present::Previous);
    assert_eq!((player.pack.id(), player.at()), ("small", ABOVE));
    player.presents(Present::Last);
    player.presents(Present::End);
    assert_eq!((player.pack.id(), player.state.show.is_none()), ("small", true));
    assert_eq!((player.state.level, player.state.open.clone()), before);
}

#[test]
fn a_city_that_is_not_there_is_passed_over() {
    let mut player = Player::on_tour();
    player.presents(Present::Jump(3));
    let away = reduce(&mut player.state, &Intent::Present(Present::Next), &player.pack, &player.words);
    assert!(matches!(&away[..], [Effect::OpenCityFor(id, _)] if id == CITY.id()), "{away:?}");
    player.presents(Present::Missing(CITY.id().to_owned()));
    assert_eq!(player.at(), ABOVE, "there is no stop behind it");
    assert_eq!(player.state.notices.len(), 1);
    assert_eq!(player.sees().notices, [], "the room need not know");
    assert_eq!(player.presents(Present::Next), []);
    assert_eq!(player.at(), ABOVE);
    player.presents(Present::End);
    assert_eq!(player.sees().notices.len(), 1);
}

#[test]
fn whoever_does_something_else_strays_and_comes_back_to_the_nearest_stop() {
    let stays = [Intent::SetText(120), Intent::Dismiss(0), Intent::ToggleSettings, Intent::ToggleSound];
    for intent in stays {
        let mut player = Player::on_tour();
        player.goes(&intent);
        assert_eq!(player.running(), Running::Led, "{intent:?}");
    }
    let moved = Intent::Move(CameraMove::Orbit(0.1, 0.0));
    let strays = [
        (moved, GATE),
        (Intent::Home, GATE),
        (floor("shed/l0"), ASKED),
        (floor("shed/l1"), ASKED),
        (floor("board/l0"), ASKED),
        (Intent::NextLevel, ABOVE),
    ];
    for (intent, to) in strays {
        let mut player = Player::on_tour();
        assert!(needs_view(&intent, &player.state));
        player.goes(&intent);
        assert_eq!(player.running(), Running::Strayed, "{intent:?}");
        assert!(intent.is_for_the_camera() != needs_view(&intent, &player.state), "once is enough");
        let resume = player.sees().show.expect("shown").resume.expect("a way back");
        assert!(!player.goes(&resume.intent).is_empty());
        assert_eq!((player.running(), player.at()), (Running::Led, to), "{intent:?}");
        assert_eq!(player.sees().panel, laddertown::view::Panel::None);
    }
}

#[test]
fn a_tour_goes_on_by_itself_and_begins_anew_at_its_end() {
    let mut player = Player::on_tour();
    let due = |player: &Player, after: u64| player.show().due(player.state.now + after);
    assert!(!due(&player, 1000), "one leads");
    player.presents(Present::Autoplay);
    assert!(!due(&player, 19) && due(&player, 20));
    player.presents(Present::Blank);
    assert!(!due(&player, 1000), "nobody sees it");
    player.presents(Present::Blank);
    let mut beats = Vec::new();
    for _ in 0..5 {
        player.state.now += u64::from(player.show().beat_secs());
        assert!(due(&player, 0));
        player.presents(Present::Next);
        assert!(!due(&player, 0));
        beats.push((player.show().stop, player.show().beat_secs()));
    }
    assert_eq!(beats, [(1, 20), (1, 20), (2, 20), (3, 20), (0, 20)]);
    player.goes(&Intent::Home);
    assert!(!due(&player, 1000));
    player.presents(Present::Resume);
    assert_eq!(player.running(), Running::Auto);
}

#[test]
fn everything_stands_on_a_tour_and_nothing_of_the_presenter_shows() {
    let mut player = Player::presenter();
    player.wants(&Intent::Play(Play::SetMode(Mode::Journey)));
    let shed = SMALL.buildings()[0].clone();
    assert_eq!(storeys_standing(&SMALL, &player.state, &shed), Some(0));
    let before = player.state.record.clone();
    player.presents(Present::Start("round".to_owned()));
    player.presents(Present::Jump(3));
    assert_eq!(storeys_standing(&SMALL, &player.state, &shed), Some(2));
    player.presents(Present::End);
    assert_eq!(storeys_standing(&SMALL, &player.state, &shed), Some(0));
    assert_eq!(player.state.record, before);
}

#[test]
fn a_tour_is_chosen_from_the_list_or_the_search() {
    let mut player = Player::presenter();
    player.presents(Present::Choose);
    let tours = player.sees().tours.expect("open");
    let row = &tours.rows[0];
    assert_eq!((row.title.as_str(), row.length.as_str()), ("Once around", "4 stops, about 2 minutes"));
    player.goes(&row.start.intent);
    assert_eq!((player.at(), player.state.overlay), (GATE, None));
    player.presents(Present::End);
    player.presents(Present::Choose);
    player.presents(Present::Choose);
    assert_eq!(player.state.overlay, None);
    player.goes(&Intent::SetSearch("once around".to_owned()));
    player.goes(&Intent::ChooseResult(0));
    assert_eq!(player.at(), GATE);
    let mut elsewhere = Player::new();
    elsewhere.presents(Present::Start("round".to_owned()));
    elsewhere.presents(Present::Next);
    assert!(elsewhere.state.show.is_none(), "another city has other tours");
}

#[test]
fn the_mirror_and_the_speakers_page_have_a_button_for_everything() {
    let mut player = Player::on_tour();
    player.presents(Present::Next);
    let room = buttons(&page::mirror(&player.sees(), &player.words));
    let speaker = page::speaker(&player.sees().speaker.expect("shown"), &player.words);
    let wishes = [
        Present::Previous,
        Present::Next,
        Present::Blank,
        Present::Autoplay,
        Present::Projector,
        Present::End,
        Present::Hands(1, 1),
    ];
    for wish in wishes {
        let intent = Intent::Present(wish);
        assert!(room.contains(&intent) && buttons(&speaker).contains(&intent), "{intent:?}");
    }
    assert!(room.contains(&Intent::Present(Present::Speaker)));
    for wish in [Present::First, Present::Last, Present::Restart, Present::Jump(4), Present::Code] {
        assert!(buttons(&speaker).contains(&Intent::Present(wish.clone())), "{wish:?}");
    }
    assert!(speaker.contains("data-takes=\"20\"") && speaker.contains("A floor higher."), "{speaker}");
}

#[test]
fn a_tour_that_is_written_meanwhile_goes_on_at_the_same_stop() {
    let mut player = Player::on_tour();
    player.presents(Present::Next);
    let edited = Draft::read("tests/fixtures/packs/small").edit("tours/round.ron", "What a hammer is for.", "Hammers.");
    player.pack = edited.check().pack.expect("playable");
    player.state.enter(&player.pack);
    assert_eq!((player.at(), player.show().stop().caption.as_str()), (ASKED, "Hammers."));
    player.state.overlay = Some(Overlay::Tours);
    player.presents(Present::Next);
    assert_eq!((player.at(), player.state.overlay), (TOLD, None));
}

/// Where a camera is.
const POSE: CameraPose = CameraPose { target: [1.0, 0.0, -2.0], yaw: 0.25, pitch: 0.5, distance: 30.0 };

impl Player {
    fn records(&mut self, wish: Record) -> Vec<Effect> {
        self.presents(Present::Record(wish))
    }

    /// Adds what is seen, as the game answers.
    fn adds(&mut self) {
        assert_eq!(self.records(Record::Add), [Effect::RecordView]);
        self.records(Record::AddFrom(POSE));
    }

    #[track_caller]
    fn recorded(&self) -> Vec<&str> {
        let recording = self.state.recording.as_ref().expect("a tour is recorded");
        recording.stops.iter().map(|stop| stop.caption.as_str()).collect()
    }
}

/// The small pack with one more tour, which was saved into a file.
#[track_caller]
fn with_tour(file: &File) -> Checked {
    let mut draft = Draft::read("tests/fixtures/packs/small");
    let name = file.name.strip_suffix(".ron").expect("RON");
    draft = draft.edit("pack.ron", "tours: [\"round\"]", &format!("tours: [\"round\", \"{name}\"]"));
    draft.files.insert(format!("tours/{}", file.name), file.text.clone());
    draft.check()
}

#[test]
fn a_tour_is_recorded_by_walking_and_saved_as_a_file_that_a_pack_can_hold() {
    let mut player = Player::presenter();
    player.records(Record::Open);
    player.adds();
    player.goes(&floor("shed/l0"));
    assert!(player.sees().stage.is_none(), "one walks on");
    player.adds();
    player.records(Record::Open);
    assert_eq!(player.recorded(), ["Small", "Shed"]);
    player.goes(&Intent::NextLevel);
    player.adds();
    player.records(Record::Title("Around the Shed!".to_owned()));
    player.records(Record::Caption(2, "A floor \u{202E}more".to_owned()));
    player.records(Record::Notes(1, "Wait.".to_owned()));
    player.records(Record::Move(2, Step::Previous));
    player.records(Record::Move(2, Step::Next));
    assert_eq!(player.recorded(), ["Small", "A floor more", "Shed"]);
    player.records(Record::Remove(0));
    let effects = player.records(Record::Save);
    let [Effect::WriteFile(file)] = &effects[..] else { panic!("{effects:?}") };
    let checked = with_tour(file);
    assert!(checked.worst() < Some(Severity::Warning), "{:#?}", checked.findings);
    let pack = checked.pack.expect("playable");
    let tour = pack.tour("around-the-shed").expect("the tour");
    let stops: Vec<_> = tour.stops.iter().map(|stop| (stop.id.as_str(), stop.notes.as_str(), stop.view)).collect();
    assert_eq!(stops, [("a-floor-more", "", Some(POSE)), ("shed", "Wait.", Some(POSE))]);
    assert_eq!(tour.stops[0].level, Some(LevelId::new("l1")));
    assert!(matches!(&tour.stops[1].at, Some(At::Floor(floor)) if floor.to_string() == "shed/l0"));
}

#[test]
fn a_stop_in_another_city_names_it() {
    let mut player = Player::presenter();
    player.records(Record::Open);
    player.adds();
    player.goes(&Intent::Present(Present::Start("round".to_owned())));
    player.presents(Present::Last);
    player.presents(Present::End);
    assert_eq!(player.pack.id(), "small");
    player.state.leave(&SMALL, None);
    player.pack = CITY.clone();
    player.state.enter(&CITY);
    player.adds();
    let packs: Vec<_> =
        player.state.recording.iter().flat_map(|all| &all.stops).map(|stop| stop.pack.clone()).collect();
    assert_eq!(packs, [None, Some(CITY.id().to_owned())]);
}

#[test]
fn what_was_not_saved_is_not_put_away_without_a_question() {
    let mut player = Player::presenter();
    player.records(Record::Open);
    player.records(Record::Close);
    assert_eq!(player.state.recording, None, "there was nothing to lose");
    player.records(Record::Open);
    player.adds();
    player.records(Record::Close);
    let actions = player.sees().stage.expect("it asks").actions;
    assert_eq!(actions.last().map(|action| action.label.as_str()), Some("Yes, put it away"));
    player.records(Record::Remove(7));
    player.records(Record::Close);
    assert_eq!(player.recorded().len(), 1, "something else was wanted in between");
    player.records(Record::Close);
    assert_eq!((player.state.recording.is_none(), player.sees().stage.is_none()), (true, true));
    player.records(Record::Open);
    player.adds();
    player.records(Record::Save);
    player.records(Record::Close);
    assert_eq!(player.state.recording, None);
}

/// Any wish of somebody who records, of stops that are there and that are not.
fn any_record() -> impl Strategy<Value = Record> {
    let step = prop::sample::select(vec![Step::Next, Step::Previous]);
    let text = || prop_oneof![".{0,200}", "(?s).{0,30}", Just("Shed".to_owned()), Just("\u{202E}TODO ` `".to_owned())];
    let place = || 0..5usize;
    let pose = prop_oneof![Just(POSE), Just(CameraPose { yaw: f32::NAN, ..POSE })];
    prop_oneof![
        3 => pose.prop_map(Record::AddFrom),
        1 => prop::sample::select(vec![Record::Open, Record::Add, Record::Save, Record::Close]),
        1 => text().prop_map(Record::Title),
        2 => (place(), text()).prop_map(|(place, text)| Record::Caption(place, text)),
        1 => (place(), text()).prop_map(|(place, text)| Record::Notes(place, text)),
        1 => (place(), step).prop_map(|(place, step)| Record::Move(place, step)),
        1 => place().prop_map(Record::Remove),
    ]
}

/// Any wish of a presenter, of stops and answers that are there and that are not.
pub fn any_present() -> impl Strategy<Value = Present> {
    let id = |known: &'static str| prop::sample::select(vec![known, "", "nowhere"]).prop_map(str::to_owned);
    let plain = vec![
        Present::Choose,
        Present::Next,
        Present::Next,
        Present::Previous,
        Present::First,
        Present::Last,
        Present::Blank,
        Present::Autoplay,
        Present::Restart,
        Present::Resume,
        Present::Arrive,
        Present::End,
        Present::Code,
        Present::Speaker,
        Present::Projector,
    ];
    let cities = || prop::sample::select(vec!["small", "beyond-vibe-coding", ""]).prop_map(str::to_owned);
    prop_oneof![
        6 => prop::sample::select(plain),
        2 => id("round").prop_map(Present::Start),
        1 => (id("round"), id("hammer")).prop_map(|(tour, stop)| Present::StartAt(tour, stop)),
        1 => (0..7usize).prop_map(Present::Jump),
        1 => (0..5usize, any::<u16>()).prop_map(|(place, hands)| Present::Hands(place, hands)),
        1 => cities().prop_map(Present::Missing),
        1 => any_record().prop_map(Present::Record),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_wanted_of_a_tour_its_stop_is_there(
        intents in prop::collection::vec(
            prop_oneof![3 => any_present().prop_map(Intent::Present), 1 => any_intent()], 1..40,
        ),
    ) {
        let mut player = Player::on_tour();
        for intent in &intents {
            let before: State = player.state.clone();
            player.state.now += 7;
            player.goes(intent);
            holds(&player);
            if let Some(show) = &player.state.show {
                prop_assert!(show.stop < show.tour.stops.len());
                prop_assert_eq!(show.hands.len(), show.tour.stops.len());
                prop_assert!(show.beat == Beat::Told || show.stop().question.is_some());
                let view = player.sees();
                prop_assert!(view.show.is_some() && view.speaker.is_some() && view.notices.is_empty());
            }
            let is_away = before.show.is_some() && player.state.show.is_none();
            prop_assert!(!is_away || matches!(intent, Intent::Present(_) | Intent::ChooseResult(_)), "{:?}", intent);
        }
        page::mirror(&player.sees(), &player.words);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_recorded_makes_a_pack_that_plays(wishes in prop::collection::vec(any_record(), 1..25)) {
        let mut player = Player::presenter();
        player.records(Record::Open);
        for wish in wishes {
            player.records(wish);
            player.goes(&floor("shed/l1"));
        }
        player.records(Record::Open);
        player.records(Record::AddFrom(POSE));
        for effect in player.records(Record::Save) {
            let Effect::WriteFile(file) = &effect else { continue };
            let checked = with_tour(file);
            prop_assert!(checked.pack.is_some(), "{:#?}\n{}", checked.findings, file.text);
        }
    }
}

#[test]
fn a_show_has_the_look_for_a_projector_and_gives_back_the_one_before() {
    let mut player = Player::presenter();
    let looks = |player: &mut Player| {
        let before = player.state.projects();
        player.presents(Present::Start("round".to_owned()));
        let during = player.state.projects();
        player.presents(Present::End);
        (before, during, player.state.projects())
    };
    assert_eq!(looks(&mut player), (false, true, false));
    player.presents(Present::Projector);
    assert_eq!(looks(&mut player), (true, true, true));
    player.presents(Present::Projector);
    assert_eq!(looks(&mut player), (false, true, false));
}

#[test]
fn a_presenter_can_do_without_the_light_and_have_it_again() {
    let mut player = Player::on_tour();
    player.presents(Present::Projector);
    assert!(!player.state.projects());
    player.presents(Present::Projector);
    assert!(player.state.projects());
    assert_eq!(player.presents(Present::Speaker), [Effect::ToggleSpeaker]);
}
