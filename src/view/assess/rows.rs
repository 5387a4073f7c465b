//! The criteria of a floor, to be rated.

use super::wish::{Assess, Page};
use super::{elsewhere, names};
use crate::domain::assess::{Cell, Rating, count, example, level};
use crate::domain::content::schema::{Assessment, ScaleStep};
use crate::domain::content::{Criterion, Floor, Pack};
use crate::domain::id::CriterionId;
use crate::view::intent::Intent;
use crate::view::journey::{Action, Play};
use crate::view::state::State;
use crate::view::words::Words;

/// A criterion to be rated.
#[derive(Debug, Clone, PartialEq)]
pub struct RatingRow {
    /// Its id.
    pub id: CriterionId,
    /// One sentence.
    pub text: String,
    /// What one would see of it.
    pub evidence: Option<String>,
    /// Whether the keys rate it.
    pub marked: bool,
    /// What a press on it wants: the mark.
    pub mark: Intent,
    /// Every step of the scale, and before them that nothing was observed.
    pub steps: Vec<RatingStep>,
    /// What stands from an earlier quarter, or that nothing does; nothing where it was rated in this one.
    pub note: Option<String>,
    /// What came when the quarter was closed: a line each.
    pub corrections: Vec<String>,
    /// The evidence in words where it can no longer be changed.
    pub comment: Option<String>,
    /// Lines to write: a comment, a link, why it was corrected.
    pub lines: Vec<WrittenLine>,
    /// Links with what takes each away.
    pub links: Vec<(String, Action)>,
    /// The city whose floors help, and a way to each of them.
    pub helps: Option<(String, Vec<Action>)>,
    /// What takes the rating of this quarter away.
    pub unrate: Option<Action>,
}

/// A line to write.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenLine {
    /// What it is for.
    pub label: String,
    /// What stands in it.
    pub text: String,
    /// What writing wants, with the text in place of `{value}`.
    pub wants: String,
}

/// A step of the scale on a criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct RatingStep {
    /// Its number, which is its key.
    pub number: u8,
    /// Its words.
    pub label: String,
    /// What it means, in a sentence.
    pub means: String,
    /// Whether it was given, in the quarter that is shown.
    pub chosen: bool,
    /// What a press on it wants.
    pub intent: Intent,
}

/// The criterion that the keys rate: the marked one, or the first of the open floor.
pub fn marked(pack: &Pack, state: &State) -> Option<CriterionId> {
    let (_, floor) = state.open_floor(pack)?;
    let on = |id: &&CriterionId| count::on(floor).iter().any(|criterion| criterion.id == id.as_str());
    let first = || count::on(floor).first().map(|criterion| CriterionId::new(&criterion.id));
    state.assess.marked.as_ref().filter(on).cloned().or_else(first)
}

/// The criteria of a floor; none where nothing is rated.
pub fn of(pack: &Pack, state: &State, floor: &Floor, words: &Words) -> Vec<RatingRow> {
    let Some(rules) = pack.assessment() else { return Vec::new() };
    let marked = marked(pack, state);
    let sheet = state.assess.sheet(state.now);
    let rower = Rower { pack, state, rules, words };
    let row = |criterion: &Criterion| rower.row(criterion, sheet.cell(&criterion.id), marked.as_ref());
    count::on(floor).iter().map(row).collect()
}

struct Rower<'a> {
    pack: &'a Pack,
    state: &'a State,
    rules: &'a Assessment,
    words: &'a Words,
}

impl Rower<'_> {
    fn row(&self, criterion: &Criterion, cell: Option<&Cell>, marked: Option<&CriterionId>) -> RatingRow {
        let (id, words) = (CriterionId::new(&criterion.id), self.words);
        let quarter = self.state.assess.quarter(self.state.now);
        let empty = Cell::default();
        let cell = cell.unwrap_or(&empty);
        let given = cell.rated_in(quarter);
        let nothing = ScaleStep { score: 0, label: words.get("not-observed"), means: words.get("not-observed-means") };
        let step = |step: &ScaleStep| {
            Rating::new(step.score).map(|rating| RatingStep {
                number: step.score,
                label: step.label.clone(),
                means: step.means.clone(),
                chosen: given == Some(rating),
                intent: Intent::Assess(Assess::Rate(id.clone(), rating)),
            })
        };
        let unrate = given
            .map(|_| Action { label: words.get("action-unrate"), intent: Intent::Assess(Assess::Unrate(id.clone())) });
        RatingRow {
            text: criterion.text.clone(),
            evidence: criterion.evidence.clone(),
            marked: marked == Some(&id),
            mark: Intent::Assess(Assess::Mark(id.clone())),
            steps: std::iter::once(&nothing).chain(&self.rules.scale).filter_map(step).collect(),
            note: given.is_none().then(|| self.note(cell)),
            corrections: cell.corrections.iter().map(|correction| self.correction(correction)).collect(),
            comment: cell.comment.clone().filter(|_| self.state.assess.is_closed(self.state.now)),
            lines: self.lines(&id, cell),
            links: cell.links.iter().map(|link| (link.clone(), self.unlink(&id, link))).collect(),
            helps: elsewhere::helps(self.pack, self.state, criterion, words),
            unrate: unrate.filter(|_| match &self.state.assess.tried {
                Some(tried) => tried.contains_key(&id),
                None => !self.state.assess.is_closed(self.state.now),
            }),
            id,
        }
    }

    fn note(&self, cell: &Cell) -> String {
        let Some((rating, given)) = cell.rated else { return self.words.get("not-rated") };
        let quarter = names::quarter(given, self.state.assess.kept.start, self.words);
        let rating = names::rating(self.rules, rating, self.words);
        self.words.with("rating-stands", &[("quarter", quarter.into()), ("rating", rating.into())])
    }

    fn correction(&self, correction: &crate::domain::assess::Correction) -> String {
        let rating = names::rating(self.rules, correction.rating, self.words);
        let name = if correction.why.is_empty() { "rating-corrected" } else { "rating-corrected-why" };
        self.words.with(name, &[("rating", rating.into()), ("why", correction.why.as_str().into())])
    }

    fn lines(&self, id: &CriterionId, cell: &Cell) -> Vec<WrittenLine> {
        let line = |name: &str, text: &str, wants: fn(CriterionId, String) -> Assess| WrittenLine {
            label: self.words.get(name),
            text: text.to_owned(),
            wants: Intent::Assess(wants(id.clone(), "{value}".to_owned())).to_text(),
        };
        if self.state.assess.is_closed(self.state.now) {
            let last = cell.corrections.last();
            return last.map(|last| line("rating-why", &last.why, Assess::Explain)).into_iter().collect();
        }
        let comment = cell.comment.as_deref().unwrap_or_default();
        vec![line("rating-comment", comment, Assess::Comment), line("rating-link", "", Assess::AddLink)]
    }

    fn unlink(&self, id: &CriterionId, link: &str) -> Action {
        let intent = Intent::Assess(Assess::RemoveLink(id.clone(), link.to_owned()));
        Action { label: self.words.get("action-unlink"), intent }
    }
}

/// What a floor still takes to be topped by its ratings; none where it is, or where the city does not show them.
pub fn untopped(pack: &Pack, state: &State, floor: &Floor, words: &Words) -> Option<String> {
    let rules = pack.assessment()?;
    state.assess.floor(&floor.id).filter(|rated| !rated.topped)?;
    let Some(needed) = level::tops(rules, floor) else { return Some(words.get("floor-untopped-level")) };
    let from = state.assess.kept.satisfied_from(rules);
    let count = count::count(count::on(floor), &state.assess.sheet(state.now), from);
    let values = [("satisfied", count.satisfied.into()), ("of", count.of.into()), ("needed", needed.into())];
    Some(words.with("floor-untopped", &values))
}

/// What one can do in a ladder's city besides rating.
pub fn menu(pack: &Pack, state: &State, words: &Words) -> Vec<Action> {
    if pack.assessment().is_none() {
        return Vec::new();
    }
    let action = |name: &str, wish| Action { label: words.get(name), intent: Intent::Assess(wish) };
    let desk = &state.assess;
    let pages = [
        ("page-level", Page::Level),
        ("page-missing", Page::Missing),
        ("page-quarters", Page::Quarters),
        ("page-chart", Page::Chart(super::Chart::Strip)),
        ("page-beside", Page::Beside),
        ("page-calibration", Page::Calibration),
        ("page-about", Page::About),
        ("page-setup", Page::Setup),
    ];
    let mut actions: Vec<Action> = pages.into_iter().map(|(name, page)| action(name, Assess::Open(page))).collect();
    if desk.tried.is_some() {
        actions.insert(0, action("action-try-end", Assess::Try(false)));
    } else {
        actions.push(action("action-try", Assess::Try(true)));
    }
    let whole = if desk.whole { "action-show-rated" } else { "action-show-whole" };
    actions.push(action(whole, Assess::ShowWhole(!desk.whole)));
    let is_example = state.profile == example::OWN;
    if !is_example || desk.kept.log.is_empty() {
        actions.push(action("action-example", Assess::Example));
    }
    if is_example {
        let intent = Intent::Play(Play::PlayAs(String::new()));
        actions.push(Action { label: words.get("action-example-end"), intent });
    }
    actions
}
