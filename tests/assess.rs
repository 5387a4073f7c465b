//! The ladders by the rules of their documents: what holds a level, what reaches the next one, and what stays as it is.

#[path = "assess/story.rs"]
mod story;

use laddertown::domain::assess::{
    Act, Cell, Count, Difference, Entry, Kept, Missing, Next, On, Quarter, Rater, Rating, Role, Score, Sheet, Sheets,
    StartMonth, Verdict, Whole, compare, criteria, csv, example, gap, is_topped, json, level, missing, sheet, verdict,
};
use laddertown::domain::content::Pack;
use laddertown::domain::content::schema::Assessment;
use laddertown::domain::id::{CriterionId, LevelId};
use laddertown::domain::log::Author;
use laddertown::packs;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static LEVELS: LazyLock<Pack> = LazyLock::new(|| packs::shipped("engineering-levels").expect("shipped"));
static LADDER: LazyLock<Pack> = LazyLock::new(|| packs::shipped("elixir-otp-ladder").expect("shipped"));

const NOW: u64 = 1_795_272_556;

fn rules(pack: &Pack) -> &Assessment {
    pack.assessment().expect("a ladder")
}

fn from(pack: &Pack) -> Score {
    Kept::default().satisfied_from(rules(pack))
}

fn rating(number: u8) -> Rating {
    Rating::new(number).expect("a rating")
}

/// The criteria of a level.
fn of_level(pack: &'static Pack, level: usize) -> Vec<&'static str> {
    criteria(pack).filter(|(_, floor, _)| floor.level == level).map(|(.., criterion)| criterion.id.as_str()).collect()
}

/// A sheet on which these criteria have these scores.
fn rated<'a>(ratings: impl IntoIterator<Item = (&'a str, u8)>) -> Sheet {
    let quarter = Quarter::at(NOW, StartMonth::CALENDAR);
    let cell = |number| Cell { rated: Some((rating(number), quarter)), ..Cell::default() };
    let cells = ratings.into_iter().map(|(id, number)| (CriterionId::new(id), cell(number)));
    Sheet { cells: cells.collect(), ..Sheet::default() }
}

/// A sheet on which so many of a level's criteria are satisfied, for each of the first levels.
fn satisfied(counts: &[usize]) -> Sheet {
    let of = |(level, count): (usize, &usize)| of_level(&LEVELS, level).into_iter().take(*count).map(|id| (id, 4));
    rated(counts.iter().enumerate().flat_map(of))
}

/// How many criteria the engineering levels have, and how many are most of them.
fn all(level: usize) -> usize {
    of_level(&LEVELS, level).len()
}

fn most(level: usize) -> usize {
    (all(level) * 6).div_ceil(10)
}

fn judged(sheet: &Sheet) -> Verdict {
    verdict(&LEVELS, rules(&LEVELS), sheet, from(&LEVELS), None)
}

#[track_caller]
fn check(counts: &[usize], expected: Option<&str>) {
    let level = judged(&satisfied(counts)).level.map(|level| LEVELS.levels()[level].name.as_str());
    assert_eq!(level, expected, "{counts:?}");
}

#[test]
fn nobody_rated_anything_and_nobody_has_a_level() {
    check(&[], None);
    let verdict = judged(&Sheet::default());
    assert_eq!(verdict.next, Some(Next::Share { level: 0, missing: 0, needed: most(0) }));
    assert!(verdict.counts.iter().all(|count| *count == Count { of: count.of, ..Count::default() }));
}

#[test]
fn to_be_e2_means_most_of_its_criteria_and_not_necessarily_all() {
    check(&[all(0), most(1)], Some("E2"));
    check(&[all(0), all(1) - 1], Some("E2"));
    check(&[all(0), most(1) - 1], Some("E1"));
}

#[test]
fn e3_is_not_reached_while_one_e2_criterion_is_missing() {
    check(&[all(0), all(1) - 1, all(2)], Some("E2"));
    check(&[all(0), all(1), most(2)], Some("E3"));
    let verdict = judged(&satisfied(&[all(0), all(1) - 1, all(2)]));
    assert_eq!(verdict.next, Some(Next::Share { level: 2, missing: 1, needed: most(2) }));
}

#[test]
fn the_next_level_takes_all_of_the_present_one_and_most_of_the_next() {
    check(&[all(0)], Some("E1"));
    check(&[most(0)], Some("E1"));
    check(&[most(0), all(1)], Some("E1"));
    check(&[most(0) - 1], None);
}

#[test]
fn no_level_is_above_the_last() {
    let counts: Vec<usize> = (0..6).map(all).collect();
    check(&counts, Some("E6"));
    assert_eq!(judged(&satisfied(&counts)).next, None);
}

#[test]
fn who_has_a_level_holds_it_with_most_of_it_and_then_goes_down() {
    let after = |counts: &[usize]| verdict(&LEVELS, rules(&LEVELS), &satisfied(counts), from(&LEVELS), Some(1)).level;
    assert_eq!(after(&[all(0) - 1, most(1)]), Some(1), "one slip below does not take it away");
    assert_eq!(after(&[all(0), most(1) - 1]), Some(0));
    assert_eq!(after(&[0, 0]), None);
}

#[test]
fn a_level_without_criteria_in_an_area_asks_nothing_there() {
    assert!(LEVELS.building(&laddertown::domain::id::BuildingId::new("maturity")).is_some_and(|b| b.floors.len() == 5));
    let sheet = satisfied(&[all(0), all(1), all(2), all(3), all(4), most(5)]);
    assert_eq!(judged(&sheet).level, Some(5));
}

#[test]
fn not_observed_satisfies_nothing_and_is_counted_apart() {
    let ids = of_level(&LEVELS, 0);
    let count = judged(&rated(ids.iter().map(|id| (*id, 0)))).counts[0];
    assert_eq!((count.satisfied, count.rated, count.not_observed, count.of), (0, 0, ids.len(), ids.len()));
}

#[test]
fn what_counts_as_satisfied_can_be_chosen() {
    let sheet = rated(of_level(&LEVELS, 0).into_iter().map(|id| (id, 3)));
    let level = |kept: &Kept| verdict(&LEVELS, rules(&LEVELS), &sheet, kept.satisfied_from(rules(&LEVELS)), None).level;
    assert_eq!(level(&Kept::default()), None, "the pack says 4");
    assert_eq!(level(&Kept { satisfied_from: Some(3), ..Kept::default() }), Some(0));
    assert_eq!(level(&Kept { satisfied_from: Some(9), ..Kept::default() }), None, "not on the scale");
}

#[test]
fn a_floor_is_topped_when_most_of_its_criteria_are_satisfied() {
    let (_, floor, _) = criteria(&LEVELS).find(|(_, floor, _)| floor.level == 1).expect("E2");
    let ids: Vec<&str> = criteria(&LEVELS).filter(|(_, f, _)| f.id == floor.id).map(|(.., c)| c.id.as_str()).collect();
    let topped = |count: usize| {
        let sheet = rated(ids.iter().take(count).map(|id| (*id, 4)));
        is_topped(rules(&LEVELS), &judged(&sheet), &sheet, from(&LEVELS), floor)
    };
    let most = (ids.len() * 6).div_ceil(10);
    assert!(topped(most) && !topped(most - 1));
}

/// A sheet of the Elixir ladder on which so many phases are complete, and these steps shipped what goes with them.
fn stepped(phases: u32, also: &[&str]) -> Verdict {
    let also = also.iter().map(|level| (LevelId::new(*level), 0)).collect();
    let sheet = Sheet { phases: (0..phases).collect(), also, ..Sheet::default() };
    verdict(&LADDER, rules(&LADDER), &sheet, from(&LADDER), None)
}

#[test]
fn everyone_on_the_elixir_ladder_begins_by_learning() {
    assert_eq!(stepped(0, &[]).level, Some(0));
}

#[test]
fn a_step_of_the_elixir_ladder_takes_its_phases_and_what_goes_with_them() {
    assert_eq!(stepped(8, &["l2"]).level, Some(1), "phases 0 to 7, and working features");
    assert_eq!(stepped(8, &[]).next, Some(Next::Milestones { level: 1, phases: vec![], also: vec![0] }));
    assert_eq!(stepped(7, &["l2"]).next, Some(Next::Milestones { level: 1, phases: vec![7], also: vec![] }));
    assert_eq!(stepped(11, &["l2", "l3"]).level, Some(2), "phases 8 to 10, and production issues");
    assert_eq!(stepped(13, &["l2", "l3", "l4"]).level, Some(3), "phases 11 and 12, and full systems");
    assert_eq!(stepped(15, &["l2", "l3", "l4", "l5"]).level, Some(4), "phases 13 and 14, and leadership artifacts");
    assert_eq!(stepped(15, &["l2", "l4", "l5"]).level, Some(1), "no step is skipped");
    assert_eq!(stepped(15, &["l2", "l3", "l4", "l5"]).next, None);
}

#[test]
fn what_is_missing_comes_least_first_and_says_what_it_opens() {
    let sheet = satisfied(&[all(0), all(1) - 1, most(2)]);
    let verdict = judged(&sheet);
    let list = missing(&LEVELS, rules(&LEVELS), &sheet, from(&LEVELS), &verdict, 2);
    assert!(list.iter().is_sorted_by_key(|missing| missing.steps));
    let first = &list[0];
    assert_eq!(first.floor.level, 1, "the one E2 criterion before E3");
    assert_eq!(first.unlocks, gap::Unlocks::Level);
    let near = of_level(&LEVELS, 2)[all(2) - 1];
    let mut sheet = sheet;
    sheet.cells.extend(rated([(near, 3)]).cells);
    let list = missing(&LEVELS, rules(&LEVELS), &sheet, from(&LEVELS), &judged(&sheet), 2);
    assert_eq!((list[0].criterion.id.as_str(), list[0].steps), (near, 1));
}

#[test]
fn every_way_out_of_a_gap_is_a_floor_of_the_other_city() {
    let city = packs::shipped(packs::FIRST).expect("shipped");
    for pack in [&*LEVELS, &*LADDER] {
        let sheet = Sheet::default();
        let verdict = verdict(pack, rules(pack), &sheet, from(pack), None);
        let list = missing(pack, rules(pack), &sheet, from(pack), &verdict, pack.levels().len() - 1);
        assert_eq!(list.len(), criteria(pack).count());
        let helps: Vec<_> = list.iter().flat_map(|missing: &Missing<'_>| &missing.helps).collect();
        assert!(!helps.is_empty() && helps.iter().all(|floor| city.floor(floor).is_some()));
    }
}

#[test]
fn from_a_difference_of_two_on_the_definition_is_read_together() {
    let ids = of_level(&LEVELS, 0);
    let (one, other) = (
        rated([(ids[0], 4), (ids[1], 4), (ids[2], 4), (ids[3], 0)]),
        rated([(ids[0], 2), (ids[1], 3), (ids[2], 4), (ids[3], 5)]),
    );
    let of = |id: &str| {
        let pairs = compare(&LEVELS, &one, &other);
        pairs.iter().find(|pair| pair.criterion.id == id).map(|pair| pair.difference)
    };
    assert_eq!(of(ids[0]), Some(Difference::Far(2)));
    assert_eq!(of(ids[1]), Some(Difference::Near));
    assert_eq!(of(ids[2]), Some(Difference::Equal));
    assert_eq!(of(ids[3]), Some(Difference::OneSided), "not observed is no score to be far from");
    assert_eq!(of(ids[4]), Some(Difference::Unrated));
}

/// Somebody who writes, and what follows.
struct Desk {
    kept: Kept,
    author: Author,
    now: u64,
}

impl Desk {
    fn new(author: u64) -> Self {
        Self { kept: Kept::default(), author: Author(author), now: NOW }
    }

    fn write(&mut self, quarter: &str, on: On) {
        let quarter = quarter.parse().expect("a quarter");
        self.now += 1;
        let entry = Entry { by: self.kept.rater.clone(), quarter, on };
        self.kept.log.add(self.author, self.now, entry);
    }

    fn act(&mut self, quarter: &str, act: Act) {
        self.write(quarter, On::Criterion(CriterionId::new("e1-technical-1"), act));
    }

    fn rate(&mut self, quarter: &str, number: u8) {
        self.act(quarter, Act::Rated(rating(number)));
    }

    fn close(&mut self, quarter: &str) {
        let seen = sheet::seen(&self.kept.log);
        self.write(quarter, On::Whole(seen));
    }

    fn cell(&self, quarter: &str) -> Cell {
        let sheets = Sheets::of(&self.kept.log);
        let sheet = sheets.standing(&self.kept.rater, quarter.parse().expect("a quarter"));
        sheet.cell("e1-technical-1").cloned().unwrap_or_default()
    }

    fn score(&self, quarter: &str) -> Option<u8> {
        self.cell(quarter).rated.map(|(rating, _)| rating.number())
    }
}

#[test]
fn a_rating_stands_until_it_is_given_anew() {
    let mut desk = Desk::new(1);
    desk.rate("2026-01", 2);
    desk.rate("2026-07", 4);
    assert_eq!(["2025-10", "2026-01", "2026-04", "2026-07"].map(|q| desk.score(q)), [None, Some(2), Some(2), Some(4)]);
    let cell = desk.cell("2026-07");
    assert_eq!(cell.before.map(|(rating, _)| rating), Some(rating(2)));
    desk.act("2026-07", Act::Unrated);
    assert_eq!(desk.score("2026-07"), Some(2), "what stood before it stands again");
    desk.act("2026-07", Act::Unrated);
    assert_eq!(desk.score("2026-07"), Some(2), "which is not this quarter's to take away");
}

#[test]
fn a_closed_quarter_stays_and_a_correction_stands_beside_it() {
    let mut desk = Desk::new(1);
    desk.rate("2026-01", 3);
    desk.close("2026-01");
    desk.act("2026-01", Act::Corrected(rating(2), "The review was in April.".to_owned()));
    desk.rate("2026-01", 5);
    assert_eq!(desk.score("2026-01"), Some(3));
    let corrections: Vec<_> =
        desk.cell("2026-01").corrections.into_iter().map(|c| (c.rating.number(), c.why)).collect();
    assert_eq!(corrections, [(2, "The review was in April.".to_owned()), (5, String::new())]);
    desk.act("2026-04", Act::Commented("Again.".to_owned()));
    assert_eq!(desk.score("2026-04"), Some(5), "the next quarter begins with what one knows by now");
}

#[test]
fn what_another_copy_adds_to_a_closed_quarter_comes_late_even_if_it_was_written_before() {
    let (mut here, mut there) = (Desk::new(1), Desk::new(2));
    there.rate("2026-01", 1);
    here.now += 100;
    here.rate("2026-01", 3);
    here.close("2026-01");
    here.kept.merge(&there.kept);
    assert_eq!(here.score("2026-01"), Some(3));
    assert_eq!(here.cell("2026-01").corrections.len(), 1, "nothing is lost");
}

#[test]
fn an_example_year_climbs_and_its_two_raters_do_not_agree_in_everything() {
    for pack in [&*LEVELS, &*LADDER] {
        let kept = example::year(pack, NOW);
        let sheets = Sheets::of(&kept.log);
        let levels = level::history(pack, rules(pack), &sheets, &kept.rater, from(pack));
        assert_eq!(levels.len(), 4);
        let reached: Vec<_> = levels.iter().map(|(_, verdict)| verdict.level).collect();
        assert!(reached.is_sorted() && reached[0] < reached[3], "{reached:?}");
        let lead = Rater::new(Role::Lead, example::LEAD);
        let quarter = levels[3].0;
        let pairs = compare(pack, sheets.standing(&kept.rater, quarter), sheets.standing(&lead, quarter));
        let far = pairs.iter().filter(|pair| matches!(pair.difference, Difference::Far(_))).count();
        let equal = pairs.iter().filter(|pair| pair.difference == Difference::Equal).count();
        assert!(far > 0 && equal > pairs.len() / 2, "{far} far, {equal} equal of {}", pairs.len());
        assert!((0..3).all(|quarter| sheets.is_closed(&kept.rater, levels[quarter].0)));
    }
}

#[test]
fn a_table_for_a_spreadsheet_has_a_line_a_criterion_and_runs_nothing() {
    let mut kept = example::year(&LEVELS, NOW);
    let quarter = Quarter::at(NOW, StartMonth::CALENDAR);
    let by = kept.rater.clone();
    let comment = Act::Commented("=HYPERLINK(\"x\"), a\nb".to_owned());
    let on = On::Criterion(CriterionId::new("e1-technical-1"), comment);
    kept.log.add(Author(9), NOW + 9_999_999, Entry { by: by.clone(), quarter, on });
    let text = csv::export(&LEVELS, &Sheets::of(&kept.log), &by);
    let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let head: Vec<String> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    assert_eq!(
        head,
        ["level", "area", "criterion", "text", "2026-01", "2026-04", "2026-07", "2026-10", "comment", "links"]
    );
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 155);
    assert!(rows.iter().flat_map(|row| row.iter()).all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
    let first = rows.iter().find(|row| &row[2] == "e1-technical-1").expect("here");
    assert_eq!(&first[8], "'=HYPERLINK(\"x\"), a\nb");
}

#[test]
fn a_file_of_another_ladder_or_no_file_at_all_is_refused_in_words() {
    let text = json::export(&Kept::default(), "engineering-levels");
    let refused = |text: &str| json::import(text, "elixir-otp-ladder").expect_err("refused").to_string();
    assert!(refused(&text).contains("`engineering-levels`"));
    assert!(refused("hello").contains("line 1"));
    assert!(refused("{}").contains("not a Laddertown assessment"));
    assert!(refused(&text.replace("\"version\": 1", "\"version\": 9")).contains("version 9"));
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let raters =
        vec![Rater::default(), Rater::new(Role::Lead, "Kim Sample"), Rater::new(Role::Mentor, "\u{e9}, \"x\"")];
    let quarters: Vec<Quarter> = ["2026-01", "2026-04", "2026-07"].iter().map(|q| q.parse().expect("one")).collect();
    let ids = prop::sample::select(vec!["e1-technical-1", "e2-maturity-1"]).prop_map(CriterionId::new);
    let rating = || (0..=5u8).prop_map(rating);
    let text = || prop::sample::select(vec!["", "=1+1", "a \"quote\"\nb", "\u{1F600}"]).prop_map(str::to_owned);
    let link = || (0..3u8).prop_map(|n| format!("https://example.com/{n}"));
    let act = prop_oneof![
        4 => rating().prop_map(Act::Rated),
        1 => Just(Act::Unrated),
        1 => text().prop_map(Act::Commented),
        1 => link().prop_map(Act::Linked),
        1 => link().prop_map(Act::Unlinked),
        1 => (rating(), text()).prop_map(|(rating, why)| Act::Corrected(rating, why)),
    ];
    let level = || prop::sample::select(vec!["e1", "e2", "e6"]).prop_map(LevelId::new);
    let whole = prop_oneof![
        3 => prop::collection::btree_map((0..3u64).prop_map(Author), 0..8u32, 0..3).prop_map(Whole::Closed),
        1 => level().prop_map(Whole::Believed),
        1 => (prop::sample::select(vec![6u8, 12]), prop::option::of(level())).prop_map(|(m, l)| Whole::Target(m, l)),
        1 => (0..15u32, any::<bool>()).prop_map(|(phase, done)| Whole::Phase(phase, done)),
        1 => (level(), 0..2usize, any::<bool>()).prop_map(|(level, place, done)| Whole::Also(level, place, done)),
        1 => Just(Whole::Reminded),
    ];
    let on = prop_oneof![
        3 => (ids, act).prop_map(|(id, act)| On::Criterion(id, act)),
        1 => whole.prop_map(On::Whole),
    ];
    (prop::sample::select(raters), prop::sample::select(quarters), on).prop_map(|(by, quarter, on)| Entry {
        by,
        quarter,
        on,
    })
}

/// What some authors wrote, each on their own machine: names never clash.
fn any_kept(authors: std::ops::Range<u64>) -> impl Strategy<Value = Kept> {
    prop::collection::vec((authors, 0..50u64, any_entry()), 0..30).prop_map(|entries| {
        let mut kept = Kept::default();
        for (author, at, entry) in entries {
            kept.log.add(Author(author), NOW + at, entry);
        }
        kept
    })
}

fn merged(all: &[&Kept]) -> Kept {
    let mut kept = Kept::default();
    for other in all {
        kept.merge(other);
    }
    kept
}

proptest! {
    #[test]
    fn merging_is_idempotent_and_loses_nothing(a in any_kept(0..2), b in any_kept(2..4), c in any_kept(4..6)) {
        let all = merged(&[&a, &b, &c]);
        prop_assert_eq!(all.log.len(), a.log.len() + b.log.len() + c.log.len());
        prop_assert_eq!(&all, &merged(&[&c, &all, &b, &a, &a]));
        prop_assert_eq!(Sheets::of(&all.log), Sheets::of(&merged(&[&b, &c, &a]).log));
    }

    #[test]
    fn a_closed_quarter_never_changes(mine in any_kept(0..2), theirs in any_kept(2..4), later in prop::collection::vec(any_entry(), 0..20)) {
        let quarter: Quarter = "2026-04".parse().expect("one");
        let by = mine.rater.clone();
        let is_ours = |entry: &Entry| entry.by == by && entry.quarter == quarter;
        // Whoever closes one quarter in two copies has the first of the closings, and nobody closes over what is to come.
        let is_made_up = |entry: &Entry| is_ours(entry) && matches!(entry.on, On::Whole(Whole::Closed(_)));
        let without = |kept: &Kept| {
            let mut rest = Kept::default();
            let entries = kept.log.events().filter(|(_, entry)| !is_made_up(entry));
            entries.for_each(|(stamp, entry)| rest.log.insert(*stamp, entry.clone()));
            rest
        };
        let mut kept = without(&mine);
        let closing = On::Whole(sheet::seen(&kept.log));
        kept.log.add(Author(0), NOW + 60, Entry { by: by.clone(), quarter, on: closing });
        let shown = |kept: &Kept| {
            let sheets = Sheets::of(&kept.log);
            let mut sheet = sheets.standing(&by, quarter).clone();
            sheet.cells.values_mut().for_each(|cell| cell.corrections.clear());
            // A correction can bring a cell in which nothing else stands.
            sheet.cells.retain(|_, cell| *cell != Cell::default());
            sheet
        };
        let before = shown(&kept);
        prop_assert!(before.closed.is_some());
        kept.merge(&without(&theirs));
        for entry in later.into_iter().filter(|entry| !is_made_up(entry)) {
            kept.log.add(Author(1), NOW + 70, entry);
        }
        prop_assert_eq!(shown(&kept), before);
    }

    #[test]
    fn what_is_exported_is_imported(kept in any_kept(0..u64::MAX)) {
        let text = json::export(&kept, "engineering-levels");
        prop_assert_eq!(json::import(&text, "engineering-levels"), Ok(kept.clone()));
        let saved = ron::to_string(&kept).expect("it can be written");
        prop_assert_eq!(ron::from_str::<Kept>(&saved).expect("it can be read"), kept);
    }

    #[test]
    fn any_text_is_answered_without_a_panic(text in ".*") {
        let _ = json::import(&text, "engineering-levels");
    }

    #[test]
    fn a_level_never_depends_on_the_order_in_which_entries_came(ratings in prop::collection::vec(0..=5u8, 155), rotation in 0..155usize) {
        let ids: Vec<&str> = criteria(&LEVELS).map(|(.., criterion)| criterion.id.as_str()).collect();
        let rows: Vec<(&str, u8)> = ids.into_iter().zip(ratings).collect();
        let mut turned = rows.clone();
        turned.rotate_left(rotation);
        turned.reverse();
        let written = |rows: &[(&str, u8)]| {
            let mut desk = Desk::new(1);
            for (id, number) in rows {
                desk.write("2026-01", On::Criterion(CriterionId::new(*id), Act::Rated(rating(*number))));
            }
            let sheets = Sheets::of(&desk.kept.log);
            level::history(&LEVELS, rules(&LEVELS), &sheets, &desk.kept.rater, from(&LEVELS))
        };
        prop_assert_eq!(written(&rows), written(&turned));
    }

    #[test]
    fn a_better_rating_never_lowers_the_level(counts in prop::collection::vec(0..40usize, 6), better in 0..155usize, before in prop::option::of(0..6usize)) {
        let ids: Vec<&str> = criteria(&LEVELS).map(|(.., criterion)| criterion.id.as_str()).collect();
        let judge = |sheet: &Sheet| verdict(&LEVELS, rules(&LEVELS), sheet, from(&LEVELS), before).level;
        let sheet = satisfied(&counts);
        let tried = BTreeMap::from([(CriterionId::new(ids[better]), rating(5))]);
        prop_assert!(judge(&sheet.with(&tried, "2026-01".parse().expect("one"))) >= judge(&sheet));
    }
}
