//! Where an assessment stands, on a card over the picture: the quarter, the level, and the ways into it.

use super::names;
use super::rows;
use super::wish::Assess;
use crate::domain::content::Pack;
use crate::view::intent::{Intent, Step};
use crate::view::journey::Action;
use crate::view::state::State;
use crate::view::words::Words;

/// Where an assessment stands.
#[derive(Debug, Clone, PartialEq)]
pub struct AssessCard {
    /// Who rates, if she has a name.
    pub who: Option<String>,
    /// The quarter that is shown, and whether it is closed.
    pub quarter: String,
    /// The level in it, in a sentence.
    pub level: String,
    /// A quarter back and a quarter further, where there is one.
    pub steps: [Option<Action>; 2],
    /// The pages and switches, the likeliest first.
    pub actions: Vec<Action>,
}

/// The card; none where nothing is rated.
pub fn card(pack: &Pack, state: &State, words: &Words) -> Option<AssessCard> {
    let rules = pack.assessment()?;
    let desk = &state.assess;
    let quarter = desk.quarter(state.now);
    let name = names::quarter(quarter, desk.kept.start, words);
    let status = match () {
        () if desk.tried.is_some() => "card-trying",
        () if desk.is_closed(state.now) => "card-closed",
        () => "card-open",
    };
    let is_begun = desk.sheets.quarters(&desk.kept.rater).next().is_some();
    let level = if is_begun || desk.tried.is_some() {
        let level = names::level(pack, desk.verdict(state.now, pack, rules).level, words);
        words.with("card-level", &[("name", level.into())])
    } else {
        words.get("card-begin")
    };
    let first = desk.first_quarter().is_some_and(|first| first < quarter);
    let step = |is_there: bool, name, step| {
        is_there.then(|| Action { label: words.get(name), intent: Intent::Assess(Assess::StepQuarter(step)) })
    };
    let who = (!desk.kept.rater.name.is_empty()).then(|| names::rater(&desk.kept.rater, words));
    Some(AssessCard {
        who,
        quarter: words.with(status, &[("quarter", name.into())]),
        level,
        steps: [
            step(first, "action-quarter-before", Step::Previous),
            step(desk.shown.is_some(), "action-quarter-after", Step::Next),
        ],
        actions: rows::menu(pack, state, words),
    })
}
