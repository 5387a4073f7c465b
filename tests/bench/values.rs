//! What the pure part costs at 100, 1,000 and 10,000 floors, in instructions: counts that hardly differ from run to run.
#![expect(missing_docs, reason = "the macros make public modules of the benchmarks")]

use gungraun::{library_benchmark, library_benchmark_group, main};

use laddertown::domain::assess::{Rating, json};
use laddertown::domain::content::{self, Authored, Pack, load};
use laddertown::domain::id::CriterionId;
use laddertown::domain::plan::{CityPlan, plan as plan_city};
use laddertown::packs;
use laddertown::view::assess::{Assess, Chart, Desk, Page};
use laddertown::view::intent::Step;
use laddertown::view::page::Mirror;
use laddertown::view::{CityView, Intent, State, Words, city, city_after, reduce as reduce_intent};
use std::hint::black_box;

/// A pack as it stands in its files.
fn authored(floors: usize) -> Authored {
    let files = packs::generated_files(floors);
    load(&|path| files.0.get(path).cloned()).expect("readable")
}

fn pack(floors: usize) -> Pack {
    packs::generated(floors).expect("playable")
}

/// The first house of the city.
fn first(pack: &Pack) -> Intent {
    Intent::OpenBuilding(pack.buildings()[0].id.clone())
}

/// A player who has opened the first house, and what is seen then.
struct Player {
    pack: Pack,
    words: Words,
    state: State,
    view: CityView,
    mirror: Mirror,
}

fn player(floors: usize) -> Player {
    let (pack, words, mut state, mut mirror) =
        (pack(floors), Words::english(), State { level: 5, ..State::default() }, Mirror::default());
    reduce_intent(&mut state, &first(&pack), &pack, &words);
    let view = city(&pack, &state, &words);
    mirror.html(&view, &words);
    Player { pack, words, state, view, mirror }
}

/// The same, with another house open but the view not yet made.
fn player_elsewhere(floors: usize) -> Player {
    let mut player = player(floors);
    let last = player.pack.buildings().len() - 1;
    let intent = Intent::OpenBuilding(player.pack.buildings()[last].id.clone());
    reduce_intent(&mut player.state, &intent, &player.pack, &player.words);
    player
}

#[library_benchmark]
#[benches::floors(args = [100, 1_000, 10_000], setup = authored)]
fn check(authored: Authored) -> content::Checked {
    black_box(content::check(&black_box(authored)))
}

#[library_benchmark]
#[benches::floors(args = [100, 1_000, 10_000], setup = pack)]
fn plan(pack: Pack) -> CityPlan {
    black_box(plan_city(&black_box(pack)))
}

#[library_benchmark]
#[benches::floors(args = [100, 1_000, 10_000], setup = player)]
fn reduce(mut player: Player) -> Player {
    black_box(reduce_intent(&mut player.state, &Intent::PreviousLevel, &player.pack, &player.words));
    player
}

#[library_benchmark]
#[benches::floors(args = [100, 1_000, 10_000], setup = player)]
fn view_of_all(player: Player) -> (Player, CityView) {
    let view = city(&player.pack, &player.state, &player.words);
    (player, black_box(view))
}

#[library_benchmark]
#[benches::floors(args = [100, 1_000, 10_000], setup = player_elsewhere)]
fn view_of_what_changed(player: Player) -> (Player, CityView) {
    let view = city_after(Some(&player.view), &player.pack, &player.state, &player.words);
    (player, black_box(view))
}

#[library_benchmark]
#[benches::floors(args = [100, 1_000, 10_000], setup = player_elsewhere)]
fn mirror_of_what_changed(mut player: Player) -> (Player, String) {
    player.view = city_after(Some(&player.view), &player.pack, &player.state, &player.words);
    let html = player.mirror.html(&player.view, &player.words);
    (player, black_box(html))
}

/// A day in the last quarter of 2026, in seconds since 1970.
const NOW: u64 = 1_795_272_556;

/// A ladder with a made-up year by two people, and the plot of all criteria open.
fn rater() -> Player {
    let (pack, words) = (packs::shipped("engineering-levels").expect("shipped"), Words::english());
    let (mut state, mut mirror) = (State { now: NOW, ..State::default() }, Mirror::default());
    for wish in [Assess::Example, Assess::Beside(1), Assess::Open(Page::Chart(Chart::Dots))] {
        reduce_intent(&mut state, &Intent::Assess(wish), &pack, &words);
    }
    let view = city(&pack, &state, &words);
    mirror.html(&view, &words);
    Player { pack, words, state, view, mirror }
}

/// Four quarters of every criterion by two people, as a file.
fn record() -> (Pack, String) {
    let Player { pack, state, .. } = rater();
    let text = json::export(&state.assess.kept, pack.id());
    (pack, text)
}

#[library_benchmark]
#[bench::year(setup = record)]
fn load((pack, text): (Pack, String)) -> (Pack, Desk) {
    let kept = json::import(&text, pack.id()).expect("readable");
    let desk = Desk::of(kept, NOW, &pack);
    (pack, black_box(desk))
}

#[library_benchmark]
#[bench::year(setup = rater)]
fn scrub_a_quarter(mut player: Player) -> Player {
    let back = Intent::Assess(Assess::StepQuarter(Step::Previous));
    black_box(reduce_intent(&mut player.state, &back, &player.pack, &player.words));
    player
}

#[library_benchmark]
#[bench::year(setup = rater)]
fn rate_a_criterion(mut player: Player) -> Player {
    let rating = Rating::new(4).expect("a rating");
    let rate = Intent::Assess(Assess::Rate(CriterionId::new("e3-technical-1"), rating));
    black_box(reduce_intent(&mut player.state, &rate, &player.pack, &player.words));
    player
}

#[library_benchmark]
#[bench::year(setup = rater)]
fn view_of_a_plot(player: Player) -> (Player, CityView) {
    let view = city_after(Some(&player.view), &player.pack, &player.state, &player.words);
    (player, black_box(view))
}

library_benchmark_group!(name = ladder, benchmarks = [load, scrub_a_quarter, rate_a_criterion, view_of_a_plot]);
library_benchmark_group!(
    name = costs,
    benchmarks = [check, plan, reduce, view_of_all, view_of_what_changed, mirror_of_what_changed]
);
main!(library_benchmark_groups = costs, ladder);
