//! Somebody rates, looks back, tries, compares and takes the files along: what one wants and what one then sees.

use super::{LADDER, LEVELS, NOW};
use laddertown::domain::assess::{
    Act, Kept, On, Quarter, Rater, Rating, Role, StartMonth, count, criteria, example, json,
};
use laddertown::domain::content::Pack;
use laddertown::domain::id::{CriterionId, FloorId, LevelId};
use laddertown::packs;
use laddertown::view::assess::{self, Assess, Chart, Document, Page, Plot, charts, document};
use laddertown::view::intent::Step;
use laddertown::view::journey::{Block, Play, StageView, risen_floors, storeys_standing};
use laddertown::view::{CityView, Effect, Intent, Panel, State, Windows, Words, city, hints, page, reduce, windows};

struct Person {
    pack: &'static Pack,
    words: Words,
    state: State,
}

impl Person {
    fn new(pack: &'static Pack) -> Self {
        Self { pack, words: Words::english(), state: State { now: NOW, ..State::default() } }
    }

    /// With a made-up year.
    fn with_a_year(pack: &'static Pack) -> Self {
        let mut person = Self::new(pack);
        person.wants(Assess::Example);
        person
    }

    fn does(&mut self, intent: &Intent) -> Vec<Effect> {
        self.state.now += 1;
        reduce(&mut self.state, intent, self.pack, &self.words)
    }

    fn wants(&mut self, wish: Assess) -> Vec<Effect> {
        self.does(&Intent::Assess(wish))
    }

    fn rates(&mut self, criterion: &str, number: u8) {
        self.wants(Assess::Rate(CriterionId::new(criterion), Rating::new(number).expect("a rating")));
    }

    fn rating(&self, criterion: &str) -> Option<u8> {
        self.state.assess.sheet(self.state.now).rating(criterion).map(Rating::number)
    }

    fn opens(&mut self, page: Page) -> StageView {
        self.wants(Assess::Open(page));
        self.sees().stage.expect("a page is open")
    }

    fn sees(&self) -> CityView {
        city(self.pack, &self.state, &self.words)
    }

    fn storeys(&self) -> Vec<usize> {
        let standing = |building| storeys_standing(self.pack, &self.state, building).unwrap_or(0);
        self.pack.buildings().iter().map(standing).collect()
    }

    fn file(&mut self, document: Document) -> String {
        let effects = self.wants(Assess::Export(document));
        let file = effects.into_iter().find_map(|effect| match effect {
            Effect::WriteFile(file) => Some(file),
            _ => None,
        });
        file.expect("a file").text
    }

    fn plot(&self, chart: Chart) -> Plot {
        charts::plot(self.pack, &self.state, chart, &self.words).expect("a ladder")
    }
}

fn quarter(text: &str) -> Quarter {
    text.parse().expect("a quarter")
}

fn texts(view: &StageView) -> String {
    format!("{:?}", view.blocks)
}

#[test]
fn a_ladder_stands_whole_until_somebody_rates() {
    let mut person = Person::new(&LEVELS);
    person.state.level = 5;
    assert_eq!(risen_floors(&LEVELS, &person.state).len(), 29);
    person.rates("e1-technical-1", 4);
    assert_eq!(risen_floors(&LEVELS, &person.state).len(), 0);
    person.wants(Assess::ShowWhole(true));
    assert_eq!(risen_floors(&LEVELS, &person.state).len(), 29);
}

#[test]
fn a_floor_is_topped_and_lit_by_its_ratings() {
    let mut person = Person::new(&LEVELS);
    let floor: FloorId = "technical/e1".parse().expect("a floor");
    let looks = |person: &Person| windows::of(&person.state, &floor);
    person.rates("e1-technical-1", 2);
    assert_eq!((looks(&person), person.storeys()[0]), (Windows::Dim, 0));
    person.rates("e1-technical-1", 4);
    person.rates("e1-technical-2", 5);
    assert_eq!((looks(&person), person.storeys()[0]), (Windows::Lit, 1), "two of three are most");
    person.rates("e1-technical-3", 4);
    assert_eq!(looks(&person), Windows::Warm);
    assert_eq!(windows::of(&person.state, &"technical/e2".parse().expect("a floor")), Windows::Dark);
}

#[test]
fn a_topped_floor_stands_at_its_own_height_over_bare_frame() {
    let mut person = Person::new(&LEVELS);
    let technical = &LEVELS.buildings()[0];
    let rate_all = |person: &mut Person, floor: usize| {
        for criterion in count::on(&technical.floors[floor]) {
            person.rates(&criterion.id, 4);
        }
    };
    let bare = |person: &Person| -> Vec<bool> {
        let traces = windows::traces(&LEVELS, &person.state, technical);
        traces.iter().take(person.storeys()[0]).map(|storey| storey.bare).collect()
    };
    rate_all(&mut person, 2);
    assert_eq!((person.storeys()[0], bare(&person)), (3, vec![true, true, false]));
    rate_all(&mut person, 0);
    assert_eq!((person.storeys()[0], bare(&person)), (3, vec![false, true, false]));
    person.wants(Assess::ShowWhole(true));
    assert!(!bare(&person).contains(&true), "the whole ladder has no gaps");
}

#[test]
fn there_is_no_default_and_each_step_has_its_words() {
    let mut person = Person::new(&LEVELS);
    person.does(&Intent::OpenFloor("technical/e1".parse().expect("a floor")));
    let Panel::Building(building) = person.sees().panel else { panic!("a building") };
    assert_eq!(building.ratings.len(), 3);
    for row in &building.ratings {
        assert_eq!(row.steps.iter().map(|step| step.number).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5]);
        assert!(row.steps.iter().all(|step| !step.chosen && !step.label.is_empty() && !step.means.is_empty()));
    }
}

#[test]
fn keys_rate_the_marked_criterion_and_go_on_to_the_next() {
    let mut person = Person::new(&LEVELS);
    assert_eq!(assess::on_key(&LEVELS, &person.state, 4), None, "nothing is open");
    person.does(&Intent::OpenFloor("technical/e1".parse().expect("a floor")));
    for digit in [4, 0, 5, 3] {
        let intent = assess::on_key(&LEVELS, &person.state, digit).expect("a criterion is marked");
        person.does(&intent);
    }
    assert_eq!(
        ["e1-technical-1", "e1-technical-2", "e1-technical-3"].map(|id| person.rating(id)),
        [Some(4), Some(0), Some(3)]
    );
    assert_eq!(assess::on_key(&LEVELS, &person.state, 6), None, "not on the scale");
    person.wants(Assess::MarkNext);
    assert_eq!(person.state.assess.marked, Some(CriterionId::new("e1-technical-1")), "and from the last to the first");
}

#[test]
fn an_untopped_floor_says_what_it_takes_and_offers_nothing_of_the_journey() {
    let mut person = Person::new(&LEVELS);
    person.rates("e1-technical-1", 4);
    person.does(&Intent::OpenFloor("technical/e1".parse().expect("a floor")));
    let Panel::Building(building) = person.sees().panel else { panic!("a building") };
    let note = building.floor.note.expect("it is not topped");
    assert!(note.contains("1 of its 3 criteria") && note.contains("it takes 2"), "{note}");
    let names: Vec<&str> = building.actions.iter().map(|action| action.label.as_str()).collect();
    assert_eq!(names, ["Bookmark"], "ratings are not begun anew");
    person.rates("e1-technical-2", 4);
    let Panel::Building(building) = person.sees().panel else { panic!("a building") };
    assert_eq!(building.floor.note, None);
}

#[test]
fn whoever_tries_neither_takes_away_nor_closes_what_is_written_down_and_finds_the_way_back_first() {
    let mut person = Person::new(&LEVELS);
    person.rates("e1-technical-1", 4);
    let kept = person.state.assess.kept.clone();
    person.wants(Assess::Try(true));
    person.rates("e1-technical-1", 2);
    person.wants(Assess::Unrate(CriterionId::new("e1-technical-1")));
    assert_eq!(person.rating("e1-technical-1"), Some(4), "what was tried is taken away");
    person.wants(Assess::Unrate(CriterionId::new("e1-technical-1")));
    person.wants(Assess::CloseQuarter);
    assert_eq!(person.state.assess.kept, kept);
    let card = person.sees().assess.expect("a ladder");
    assert_eq!(card.actions[0].intent, Intent::Assess(Assess::Try(false)));
}

#[test]
fn no_hint_of_a_journey_stands_where_none_can_be_played() {
    let (mut person, words) = (Person::new(&LEVELS), Words::english());
    person.state.settings.hint = 2;
    hints::show(&mut person.state, &words);
    assert_eq!((person.state.notices.len(), person.sees().notices), (1, vec![]));
    let elsewhere = packs::shipped(packs::FIRST).expect("shipped");
    assert_eq!(city(&elsewhere, &person.state, &words).notices.len(), 1);
}

#[test]
fn evidence_is_a_comment_and_links_to_pages() {
    let mut person = Person::new(&LEVELS);
    let id = || CriterionId::new("e1-technical-1");
    person.wants(Assess::Comment(id(), "Seen in three reviews.".to_owned()));
    person.wants(Assess::AddLink(id(), "https://example.com/review/1".to_owned()));
    person.wants(Assess::AddLink(id(), "javascript:alert(1)".to_owned()));
    assert_eq!(person.state.notices.len(), 1, "it is said why not");
    let sheet = person.state.assess.sheet(person.state.now);
    let cell = sheet.cell("e1-technical-1").expect("written");
    assert_eq!(cell.comment.as_deref(), Some("Seen in three reviews."));
    assert_eq!(cell.links.iter().collect::<Vec<_>>(), ["https://example.com/review/1"]);
    assert_eq!(cell.rated, None, "evidence is no rating");
}

#[test]
fn a_closed_quarter_takes_corrections_that_say_so() {
    let mut person = Person::new(&LEVELS);
    person.wants(Assess::CloseQuarter);
    assert!(person.state.assess.kept.log.is_empty(), "nothing was rated that could be closed");
    person.rates("e1-technical-1", 4);
    person.wants(Assess::Comment(CriterionId::new("e1-technical-1"), "in time".to_owned()));
    person.wants(Assess::CloseQuarter);
    person.rates("e1-technical-1", 2);
    person.wants(Assess::Unrate(CriterionId::new("e1-technical-1")));
    person.wants(Assess::Comment(CriterionId::new("e1-technical-1"), "too late".to_owned()));
    assert_eq!(person.rating("e1-technical-1"), Some(4));
    person.wants(Assess::Explain(CriterionId::new("e1-technical-1"), "I had mixed up two projects.".to_owned()));
    person.does(&Intent::OpenFloor("technical/e1".parse().expect("a floor")));
    let Panel::Building(building) = person.sees().panel else { panic!("a building") };
    let row = &building.ratings[0];
    assert!(row.corrections.last().is_some_and(|line| line.contains("mixed up")), "{:?}", row.corrections);
    assert!(row.steps.iter().any(|step| step.chosen && step.number == 4), "what was closed stays");
    assert_eq!(row.comment.as_deref(), Some("in time"), "and so does its evidence, to be read");
}

#[test]
fn the_city_is_scrubbed_through_the_quarters_and_is_as_it_was() {
    let mut person = Person::with_a_year(&LEVELS);
    let now = person.storeys();
    let mut seen = vec![now.clone()];
    for _ in 0..3 {
        person.wants(Assess::StepQuarter(Step::Previous));
        seen.push(person.storeys());
    }
    let sums: Vec<usize> = seen.iter().map(|storeys| storeys.iter().sum()).collect();
    assert!(sums.is_sorted_by(|later, earlier| later > earlier), "{seen:?}");
    assert_eq!(person.state.assess.quarter(NOW), quarter("2026-01"));
    person.wants(Assess::StepQuarter(Step::Previous));
    assert_eq!(person.state.assess.quarter(NOW), quarter("2026-01"), "nothing was before it");
    person.wants(Assess::ShowNow);
    assert_eq!(person.storeys(), now);
    person.wants(Assess::StepQuarter(Step::Next));
    assert_eq!(person.state.assess.quarter(NOW), quarter("2026-10"), "nobody rates what is to come");
}

#[test]
fn one_is_reminded_once_when_a_quarter_begins_and_not_before_one_has_rated() {
    let mut person = Person::new(&LEVELS);
    assert!(!assess::remind(&mut person.state, &LEVELS, &person.words));
    person.rates("e1-technical-1", 4);
    assert!(!assess::remind(&mut person.state, &LEVELS, &person.words), "in the same quarter");
    person.state.now += 100 * 86_400;
    assert!(assess::remind(&mut person.state, &LEVELS, &person.words));
    assert!(!assess::remind(&mut person.state, &LEVELS, &person.words), "once is enough");
    assert_eq!(person.state.notices.len(), 1);
}

#[test]
fn the_level_is_explained_in_words_with_its_numbers() {
    let mut person = Person::with_a_year(&LEVELS);
    let view = person.opens(Page::Level);
    let said = texts(&view);
    assert!(said.contains("By the ladder's rule you are at E2."), "{said}");
    assert!(said.contains("counts as satisfied from 4"), "{said}");
    assert!(said.contains("E3 takes all criteria of E2"), "{said}");
    let mut person = Person::new(&LADDER);
    assert!(texts(&person.opens(Page::Level)).contains("For Building 8 phases are missing"));
}

#[test]
fn what_one_believes_and_wants_is_kept_and_can_be_taken_back() {
    let mut person = Person::new(&LEVELS);
    let level = |id: &str| LevelId::new(id);
    person.wants(Assess::Believe(level("e3")));
    person.wants(Assess::Target(6, Some(level("e4"))));
    person.wants(Assess::Target(7, Some(level("e4"))));
    person.wants(Assess::Target(12, Some(level("e9"))));
    let sheet = person.state.assess.sheet(person.state.now);
    assert_eq!(sheet.believed, Some(level("e3")));
    assert_eq!(sheet.targets.keys().collect::<Vec<_>>(), [&6], "in months that the pack names, at levels that it has");
    person.wants(Assess::Target(6, None));
    assert!(person.state.assess.sheet(person.state.now).targets.is_empty());
}

#[test]
fn what_is_missing_leads_to_floors_of_the_other_city() {
    let mut person = Person::with_a_year(&LEVELS);
    let said = texts(&person.opens(Page::Missing));
    assert!(said.contains("criteria are missing on the way to E3"), "{said}");
    assert!(said.contains("What helps in beyond-vibe-coding"), "{said}");

    let ways = |person: &mut Person| -> Vec<Intent> {
        let blocks = person.opens(Page::Missing).blocks;
        let options = blocks.into_iter().filter_map(|block| match block {
            Block::Choice(choice) => Some(choice.options),
            _ => None,
        });
        options.flatten().map(|option| option.intent).filter(|intent| matches!(intent, Intent::Visit(..))).collect()
    };
    let ways = ways(&mut person);
    let Some(Intent::Visit(city, floor)) = ways.first() else { panic!("no way to a floor that helps") };
    let other = packs::shipped(city).expect("shipped");
    assert!(
        ways.iter().all(|way| matches!(way, Intent::Visit(to, floor) if to == city && other.floor(floor).is_some()))
    );

    let words = Words::english();
    let effects = reduce(&mut person.state, &ways[0], person.pack, &words);
    let there = Effect::OpenCityFor(city.clone(), Box::new(Intent::OpenFloor(floor.clone())));
    assert!(effects.contains(&there), "{effects:?}");
    person.state.leave(person.pack, None);
    person.state.enter(&other);
    reduce(&mut person.state, &Intent::OpenFloor(floor.clone()), &other, &words);
    let view = laddertown::view::city(&other, &person.state, &words);
    assert_eq!(view.way_back.expect("a way back").intent, Intent::Return);

    let back = reduce(&mut person.state, &Intent::Return, &other, &words);
    let page = Intent::Assess(Assess::Open(Page::Missing));
    assert_eq!(back, [Effect::OpenCityFor(person.pack.id().to_owned(), Box::new(page))]);
    assert_eq!(person.state.way_back, None);
    assert_eq!(reduce(&mut person.state, &Intent::Return, &other, &words), []);
}

#[test]
fn trying_leaves_the_record_alone() {
    let mut person = Person::with_a_year(&LEVELS);
    let (kept, storeys) = (person.state.assess.kept.clone(), person.storeys());
    person.wants(Assess::Try(true));
    let all: Vec<&str> = criteria(&LEVELS).map(|(.., criterion)| criterion.id.as_str()).collect();
    for id in all {
        person.rates(id, 5);
    }
    assert_eq!(person.storeys(), [6, 6, 6, 6, 5]);
    assert!(texts(&person.opens(Page::Level)).contains("you are at E6"));
    assert_eq!(person.state.assess.kept, kept);
    person.wants(Assess::Try(false));
    assert_eq!(person.storeys(), storeys);
}

#[test]
fn a_lead_rates_in_another_copy_and_the_file_is_dropped_in() {
    let mut person = Person::new(&LEVELS);
    person.rates("e1-technical-1", 4);
    person.rates("e1-technical-2", 4);
    let mut lead = Person::new(&LEVELS);
    lead.state.author = laddertown::domain::log::Author(99);
    lead.wants(Assess::RateAs(Role::Lead, " Kim Sample ".to_owned()));
    lead.rates("e1-technical-1", 2);
    lead.rates("e1-technical-2", 4);
    lead.wants(Assess::Comment(CriterionId::new("e1-technical-1"), "Not without me yet.".to_owned()));
    let file = lead.file(Document::Json);
    for _ in 0..2 {
        person.wants(Assess::Import(file.clone()));
    }
    assert_eq!(person.state.assess.kept.log.len(), 5, "dropped in twice, it is there once");
    assert_eq!(person.rating("e1-technical-1"), Some(4), "what one said oneself stays");
    let place = person.state.assess.sheets.raters().position(|rater| rater.role == Role::Lead).expect("merged");
    person.wants(Assess::Beside(place));
    let said = texts(&person.opens(Page::Beside));
    assert!(said.contains("1 are equal and folded away. One differs by two steps"), "{said}");
    assert_eq!(said.matches("Read the definition together").count(), 1);
    assert!(said.contains("Not without me yet."), "what each goes by stands beside the rating: {said}");
    let printed = person.file(Document::Conversation);
    assert!(printed.contains("Kim Sample (Lead)") && !printed.contains("<script"));
    person.wants(Assess::Import("hello".to_owned()));
    assert!(person.state.notices.iter().any(|notice| notice.contains("not taken in")));
}

#[test]
fn every_plot_has_a_table_that_says_the_same_and_can_be_saved() {
    for pack in [&*LEVELS, &*LADDER] {
        let mut person = Person::with_a_year(pack);
        person.state.assess.beside = Some(Rater::new(Role::Lead, example::LEAD));
        for chart in Chart::ALL {
            let plot = person.plot(chart);
            assert!(!plot.note.is_empty() && !plot.table.rows.is_empty(), "{chart:?}");
            assert!(plot.table.rows.iter().all(|row| row.len() == plot.table.head.len()), "{chart:?}");
            assert!(plot.drawing.size.iter().all(|side| side.is_finite() && *side > 0.0));
            let svg = person.file(Document::Svg(chart));
            assert!(svg.contains("<svg") && svg.ends_with("</svg>"), "{chart:?}");
            let view = person.opens(Page::Chart(chart));
            assert!(view.blocks.iter().any(|block| matches!(block, Block::Plot(_))));
            assert!(page::mirror(&person.sees(), &person.words).contains("<caption>"));
        }
        assert_eq!(person.plot(Chart::Dots).table.rows.len(), criteria(pack).count());
    }
}

#[test]
fn a_plot_stays_within_its_bounds() {
    use laddertown::view::assess::Shape;
    let mut person = Person::with_a_year(&LEVELS);
    person.state.assess.beside = Some(Rater::new(Role::Lead, example::LEAD));
    for chart in Chart::ALL {
        let drawing = person.plot(chart).drawing;
        let within = |[x, y]: [f32; 2]| (0.0..=drawing.size[0]).contains(&x) && (0.0..=drawing.size[1]).contains(&y);
        for shape in &drawing.shapes {
            let fits = match shape {
                Shape::Line(from, to, ..) => within(*from) && within(*to),
                Shape::Rect([x, y], [width, height], _) => within([*x, *y]) && within([x + width, y + height]),
                Shape::Disk(at, ..) | Shape::Ring(at, ..) | Shape::Diamond(at, ..) | Shape::Text(at, ..) => within(*at),
                Shape::Outline(points, _) => points.iter().all(|at| within(*at)),
            };
            assert!(fits, "{chart:?} {shape:?} {:?}", drawing.size);
        }
    }
}

#[test]
fn calibration_is_asked_for_and_says_what_was_recalled() {
    let mut person = Person::with_a_year(&LEVELS);
    let said = texts(&person.opens(Page::Calibration));
    assert!(!said.contains("floors recalled"), "nothing but what it is: {said}");
    person.wants(Assess::Calibrate(true));
    let said = texts(&person.opens(Page::Calibration));
    assert!(said.contains("floors recalled"), "{said}");
}

#[test]
fn motivation_and_questions_are_one_press_away() {
    let mut person = Person::new(&LEVELS);
    let view = person.sees();
    let card = view.assess.expect("a card");
    assert!(card.actions.iter().any(|action| action.intent == Intent::Assess(Assess::Open(Page::About))));
    let said = texts(&person.opens(Page::About));
    let rules = LEVELS.assessment().expect("a ladder");
    assert!(rules.motivation.iter().all(|line| said.contains(line)));
    assert!(rules.questions.iter().all(|question| said.contains(&question.ask)));
    assert!(rules.scale.iter().all(|step| said.contains(&step.means)));
}

#[test]
fn text_files_hold_the_assessment_and_nothing_that_runs() {
    let mut person = Person::with_a_year(&LEVELS);
    let id = CriterionId::new("e1-technical-1");
    person.wants(Assess::Comment(id.clone(), "<script>alert(1)</script> **bold**".to_owned()));
    person.wants(Assess::AddLink(id, "https://example.com/?a=\"><script>".to_owned()));
    let html = person.file(Document::Html);
    assert!(!html.contains("<script") && html.contains("default-src 'none'"));
    let text = person.file(Document::Markdown);
    assert!(text.contains("\\*\\*bold\\*\\*") && text.contains("\\<script\\>"));
    assert_eq!(text.matches("\n- ").count(), 155);
    for wish in ["I am at: E3", "In 6 months I want to be at: E3", "In 12 months I want to be at: E4"] {
        assert!(text.contains(wish) && html.contains(wish), "{wish}: {text}");
    }
    let kept = json::import(&person.file(Document::Json), "engineering-levels").expect("readable");
    assert_eq!(kept, person.state.assess.kept);
    assert_eq!(
        document::text(&packs::shipped(packs::FIRST).expect("shipped"), &person.state, Document::Json, &person.words),
        None
    );
}

#[test]
fn a_year_that_starts_in_july_has_other_quarters() {
    let mut person = Person::new(&LEVELS);
    person.wants(Assess::SetStart(StartMonth::new(8)));
    person.rates("e1-technical-1", 4);
    assert_eq!(person.state.assess.quarter(NOW), quarter("2026-11"));
    assert!(person.opens(Page::Quarters).kicker.contains("Q2 of the year 2027, from November 2026"));
}

#[test]
fn an_assessment_is_saved_and_found_again() {
    let mut person = Person::new(&LEVELS);
    person.wants(Assess::RateAs(Role::Own, "Robin Example".to_owned()));
    person.rates("e1-technical-1", 4);
    let camera = laddertown::domain::save::CameraPose { target: [0.0; 3], yaw: 0.0, pitch: 0.5, distance: 9.0 };
    let save = person.state.save(&LEVELS, camera, &laddertown::domain::save::Save::default());
    let text = laddertown::domain::save::encode(&save, 1);
    let (save, _) = laddertown::domain::save::decode(&text).expect("readable");
    let state = State::restore(&save, &LEVELS);
    assert_eq!(state.assess.kept, person.state.assess.kept);
    assert_eq!(state.assess.standing, person.state.assess.standing, "before the clock is known");
    let mut other = State { now: NOW, ..State::default() };
    other.absorb(&save, &LEVELS);
    assert_eq!(other.assess.kept.log, person.state.assess.kept.log);
}

#[test]
fn a_year_of_two_people_fits_into_a_save() {
    let text = ron::to_string(&example::year(&LEVELS, NOW)).expect("it can be written");
    assert!(text.len() < 100_000, "{}", text.len());
}

#[test]
fn where_nothing_is_rated_nothing_about_it_can_be_wanted() {
    let pack = Box::leak(Box::new(packs::shipped(packs::FIRST).expect("shipped")));
    let mut person = Person::new(pack);
    for wish in [Assess::Example, Assess::CloseQuarter, Assess::Open(Page::Level), Assess::Export(Document::Json)] {
        assert_eq!(person.wants(wish), []);
    }
    assert!(person.sees().assess.is_none() && person.sees().stage.is_none());
    assert_eq!(person.state.assess.kept, Kept::default());
}

#[test]
fn nowhere_is_a_total_or_a_rank() {
    let mut person = Person::with_a_year(&LEVELS);
    let pages = [Page::Level, Page::Missing, Page::Quarters, Page::Beside, Page::Calibration, Page::Setup];
    for page in pages {
        let said = texts(&person.opens(page)).to_lowercase();
        assert!(!said.contains("total") && !said.contains("average") && !said.contains("rank"), "{said}");
    }
    person.does(&Intent::Play(Play::Leave));
    assert!(person.sees().stage.is_none());
}

#[test]
fn a_criterion_that_the_ladder_has_lost_stays_in_the_record() {
    let mut person = Person::new(&LEVELS);
    let quarter = person.state.assess.quarter(NOW);
    let gone = On::Criterion(CriterionId::new("e1-gone-1"), Act::Rated(Rating::new(4).expect("a rating")));
    let (author, now) = (person.state.author, person.state.now);
    person.state.assess.write(author, now, quarter, gone, &LEVELS);
    assert!(person.file(Document::Json).contains("e1-gone-1"));
    person.rates("e1-gone-1", 2);
    assert_eq!(person.rating("e1-gone-1"), Some(4), "and nobody rates what is not there");
}

#[test]
fn all_that_the_example_says_is_about_criteria_of_its_ladders() {
    let comments = |pack: &'static Pack| {
        let person = Person::with_a_year(pack);
        let sheet = person.state.assess.sheet(NOW);
        let known = |id: &CriterionId| criteria(pack).any(|(.., criterion)| criterion.id == id.as_str());
        assert!(sheet.cells.keys().all(known));
        sheet.cells.values().filter(|cell| cell.comment.is_some()).count()
    };
    assert_eq!((comments(&LEVELS), comments(&LADDER)), (17, 9));
}
