//! The pages of an assessment, as blocks.

use super::wish::{Assess, Chart, Document, Page};
use super::{charts, elsewhere, names, rows};
use crate::domain::assess::{
    Difference, Missing, Next, Pair, Rater, Rating, Role, StartMonth, Verdict, calibration, compare, gap, level,
    missing,
};
use crate::domain::content::schema::{Assessment, Milestone, Rule};
use crate::domain::content::{Floor, Pack};
use crate::domain::progress::Record;
use crate::view::intent::{Intent, Step};
use crate::view::journey::{Action, Block, Columns, StageView};
use crate::view::preferences::{Choice, Choosable};
use crate::view::state::State;
use crate::view::words::Words;

/// A page; without a ladder it is empty, and only the way back is left.
pub fn page(pack: &Pack, state: &State, page: &Page, words: &Words) -> StageView {
    let pager = pack.assessment().map(|rules| Pager { pack, state, rules, words });
    let (name, mut blocks, mut actions) = match (page, &pager) {
        (_, None) => ("page-level", Vec::new(), Vec::new()),
        (Page::Level, Some(pager)) => ("page-level", pager.level(), Vec::new()),
        (Page::Missing, Some(pager)) => ("page-missing", pager.missing(), Vec::new()),
        (Page::Quarters, Some(pager)) => ("page-quarters", pager.quarters(), pager.closing()),
        (Page::Beside, Some(pager)) => ("page-beside", pager.beside(), pager.talking()),
        (Page::Chart(chart), Some(pager)) => ("page-chart", pager.chart(*chart), pager.drawings(*chart)),
        (Page::Calibration, Some(pager)) => ("page-calibration", pager.calibration(), pager.calibrate()),
        (Page::About, Some(pager)) => ("page-about", pager.about(), Vec::new()),
        (Page::Setup, Some(pager)) => ("page-setup", pager.setup(), pager.setup_actions()),
    };
    blocks.extend(pager.as_ref().map(|pager| pager.others_pages(page)));
    actions.push(Action { label: words.get("action-leave"), intent: Intent::Play(crate::view::journey::Play::Leave) });
    let quarter = names::quarter(state.assess.quarter(state.now), state.assess.kept.start, words);
    let kicker = words.with("assess-kicker", &[("title", pack.title().into()), ("quarter", quarter.into())]);
    StageView { kicker, title: words.get(name), progress: None, blocks, actions }
}

/// The verdict in words, a sentence a line.
pub fn verdict(pack: &Pack, state: &State, verdict: &Verdict, words: &Words) -> Vec<String> {
    let Some(rules) = pack.assessment() else { return Vec::new() };
    Pager { pack, state, rules, words }.verdict(verdict)
}

struct Pager<'a> {
    pack: &'a Pack,
    state: &'a State,
    rules: &'a Assessment,
    words: &'a Words,
}

impl Pager<'_> {
    fn get(&self, name: &str) -> String {
        self.words.get(name)
    }

    fn text(&self, name: &str) -> Block {
        Block::Text(self.get(name))
    }

    fn heading(&self, name: &str) -> Block {
        Block::Heading(self.get(name))
    }

    fn action(&self, name: &str, wish: Assess) -> Action {
        Action { label: self.get(name), intent: Intent::Assess(wish) }
    }

    fn level_name(&self, index: usize) -> String {
        names::level(self.pack, Some(index), self.words)
    }

    fn found(&self) -> Verdict {
        self.state.assess.verdict(self.state.now, self.pack, self.rules)
    }

    /// The other pages, and what else one can do.
    fn others_pages(&self, page: &Page) -> Block {
        let here = Intent::Assess(Assess::Open(page.clone()));
        let is_here = |action: &Action| match (page, &action.intent) {
            (Page::Chart(_), Intent::Assess(Assess::Open(Page::Chart(_)))) => true,
            (_, intent) => *intent == here,
        };
        let others = rows::menu(self.pack, self.state, self.words).into_iter().filter(|action| !is_here(action));
        Block::Choice(Choice {
            label: self.get("pages-label"),
            options: others.map(|one| chosen(one, false)).collect(),
        })
    }

    fn verdict(&self, found: &Verdict) -> Vec<String> {
        let from = self.state.assess.kept.satisfied_from(self.rules);
        let counted = Rating::At(from);
        let satisfied = names::rating(self.rules, counted, self.words);
        let name = names::level(self.pack, found.level, self.words);
        let mut lines = vec![match found.level {
            Some(_) => self.words.with("verdict-level", &[("name", name.as_str().into())]),
            None => self.get("verdict-none"),
        }];
        lines.push(self.words.with("verdict-satisfied", &[("rating", satisfied.into())]));
        if let (Some(level), Some(holds)) = (found.level, found.holds) {
            let count = found.counts[level];
            let values = [
                ("name", name.as_str().into()),
                ("satisfied", count.satisfied.into()),
                ("of", count.of.into()),
                ("holds", holds.into()),
            ];
            lines.push(self.words.with("verdict-holds", &values));
        }
        lines.push(match &found.next {
            None => self.get("verdict-top"),
            Some(Next::Share { level, missing, needed }) => {
                let count = found.counts[*level];
                let next = self.level_name(*level);
                let values = [
                    ("next", next.as_str().into()),
                    ("name", name.as_str().into()),
                    ("missing", (*missing).into()),
                    ("satisfied", count.satisfied.into()),
                    ("of", count.of.into()),
                    ("needed", (*needed).into()),
                ];
                let is_first = found.level.is_none();
                self.words.with(if is_first { "verdict-first" } else { "verdict-next" }, &values)
            }
            Some(Next::Milestones { level, phases, also }) => {
                let next = self.level_name(*level);
                let values = [("next", next.into()), ("phases", phases.len().into()), ("also", also.len().into())];
                self.words.with("verdict-milestones", &values)
            }
        });
        if found.before > found.level {
            let before = names::level(self.pack, found.before, self.words);
            lines.push(self.words.with("verdict-before", &[("name", before.into())]));
        }
        lines
    }

    fn level(&self) -> Vec<Block> {
        let found = self.found();
        let mut blocks: Vec<Block> = self.verdict(&found).into_iter().map(Block::Text).collect();
        if self.state.assess.tried.is_some() {
            blocks.insert(0, self.text("trying"));
        }
        blocks.extend(
            charts::plot(self.pack, self.state, Chart::Strip, self.words).map(|plot| Block::Plot(Box::new(plot))),
        );
        if let Rule::Milestones(steps) = &self.rules.rule {
            blocks.extend(steps.iter().flat_map(|step| self.step(step)));
        }
        blocks.push(self.heading("believe-heading"));
        blocks.push(self.text("believe-question"));
        let sheet = self.state.assess.sheet(self.state.now);
        let levels =
            |label: String, chosen: Option<&str>, intent: &dyn Fn(&crate::domain::content::Level) -> Assess| {
                let options = self.pack.levels().iter().map(|level| Choosable {
                    label: level.name.clone(),
                    chosen: chosen == Some(level.id.as_str()),
                    intent: Intent::Assess(intent(level)),
                });
                Choice { label, options: options.collect() }
            };
        let believed = sheet.believed.as_ref().map(crate::domain::id::LevelId::as_str);
        let believe = levels(self.get("believe-label"), believed, &|level| Assess::Believe(level.id.clone()));
        blocks.push(Block::Choice(believe));
        for months in &self.rules.target_months {
            let label = self.words.with("target-label", &[("months", (*months).into())]);
            let target = sheet.targets.get(months).map(|target| target.level.as_str());
            let mut choice = levels(label, target, &|level| Assess::Target(*months, Some(level.id.clone())));
            choice.options.push(Choosable {
                label: self.get("target-none"),
                chosen: target.is_none(),
                intent: Intent::Assess(Assess::Target(*months, None)),
            });
            blocks.push(Block::Choice(choice));
        }
        blocks
    }

    /// A step of the ladder with what there is to do for it.
    fn step(&self, step: &Milestone) -> Vec<Block> {
        let sheet = self.state.assess.sheet(self.state.now);
        let id = crate::domain::id::LevelId::new(&step.to);
        let to = names::level(self.pack, self.pack.level_index(&id), self.words);
        let phases = level::phases(step).map(|phase| {
            let done = sheet.phases.contains(&phase);
            Choosable { label: phase.to_string(), chosen: done, intent: Intent::Assess(Assess::Phase(phase, !done)) }
        });
        let also = step.also.iter().enumerate().map(|(place, text)| {
            let done = sheet.also.contains(&(id.clone(), place));
            let intent = Intent::Assess(Assess::Also(id.clone(), place, !done));
            Choosable { label: text.clone(), chosen: done, intent }
        });
        let phases = Choice { label: self.get("step-phases"), options: phases.collect() };
        let also = Choice { label: self.get("step-also"), options: also.collect() };
        let heading = self.words.with("step-heading", &[("name", to.into())]);
        vec![Block::Heading(heading), Block::Choice(phases), Block::Choice(also)]
    }

    /// The nearest target, or the level that comes next.
    fn target(&self, found: &Verdict) -> usize {
        let sheet = self.state.assess.sheet(self.state.now);
        let targets = sheet.targets.values().filter_map(|target| self.pack.level_index(&target.level));
        let ahead = targets.filter(|target| Some(*target) > found.level).min();
        let last = self.pack.levels().len() - 1;
        ahead.or(found.next.as_ref().map(Next::level)).unwrap_or(last)
    }

    fn missing(&self) -> Vec<Block> {
        let (desk, found) = (&self.state.assess, self.found());
        let (sheet, target) = (desk.sheet(self.state.now), self.target(&found));
        let from = desk.kept.satisfied_from(self.rules);
        let list = missing(self.pack, self.rules, &sheet, from, &found, target);
        let to = self.level_name(target);
        let values = [("name", to.into()), ("count", list.len().into())];
        let mut blocks = vec![Block::Text(self.words.with("missing-count", &values))];
        for missing in &list {
            blocks.push(Block::Heading(self.place(missing.floor)));
            let open = Intent::OpenFloor(missing.floor.id.clone());
            blocks.push(Block::List(vec![(missing.criterion.text.clone(), Some(open))]));
            blocks.push(Block::Text(self.short(missing)));
            if let Some((label, helps)) = elsewhere::helps(self.pack, self.state, missing.criterion, self.words) {
                let options = helps.into_iter().map(|help| chosen(help, false));
                blocks.push(Block::Choice(Choice { label, options: options.collect() }));
            }
        }
        blocks
    }

    fn place(&self, floor: &Floor) -> String {
        let area = self.pack.building(&floor.id.building).map_or("", |building| building.name.as_str());
        let level = self.level_name(floor.level);
        self.words.with("area-at-level", &[("area", area.into()), ("level", level.into())])
    }

    /// How much is missing, and what it opens.
    fn short(&self, missing: &Missing<'_>) -> String {
        let rating = names::maybe_rating(self.rules, missing.rating, self.words);
        let opens = self.get(match missing.unlocks {
            gap::Unlocks::Level => "unlocks-level",
            gap::Unlocks::Floor => "unlocks-floor",
            gap::Unlocks::Required => "unlocks-required",
            gap::Unlocks::Share => "unlocks-share",
        });
        let values = [("rating", rating.into()), ("steps", missing.steps.into()), ("opens", opens.into())];
        let is_scored = missing.rating.and_then(Rating::score).is_some();
        self.words.with(if is_scored { "missing-steps" } else { "missing-unrated" }, &values)
    }

    fn quarters(&self) -> Vec<Block> {
        let desk = &self.state.assess;
        let from = desk.kept.satisfied_from(self.rules);
        let history = level::history(self.pack, self.rules, &desk.sheets, &desk.kept.rater, from);
        let mut blocks = vec![self.text("quarters-text")];
        let line = |(quarter, found): &(crate::domain::assess::Quarter, Verdict)| {
            let name = names::quarter(*quarter, desk.kept.start, self.words);
            let level = names::level(self.pack, found.level, self.words);
            let is_closed = desk.sheets.is_closed(&desk.kept.rater, *quarter);
            let message = if is_closed { "quarter-closed" } else { "quarter-open" };
            let text = self.words.with(message, &[("quarter", name.into()), ("level", level.into())]);
            let action = Action { label: text, intent: Intent::Assess(Assess::ShowQuarter(*quarter)) };
            chosen(action, *quarter == desk.quarter(self.state.now))
        };
        let label = self.get("quarters-label");
        blocks.push(Block::Choice(Choice { label, options: history.iter().map(line).collect() }));
        blocks.extend(
            charts::plot(self.pack, self.state, Chart::Quarters, self.words).map(|plot| Block::Plot(Box::new(plot))),
        );
        blocks
    }

    fn closing(&self) -> Vec<Action> {
        let mut actions = Vec::new();
        actions.push(self.action("action-quarter-before", Assess::StepQuarter(Step::Previous)));
        actions.push(self.action("action-quarter-after", Assess::StepQuarter(Step::Next)));
        actions.push(self.action("action-quarter-now", Assess::ShowNow));
        if !self.state.assess.is_closed(self.state.now) {
            actions.push(self.action("action-close-quarter", Assess::CloseQuarter));
        }
        actions
    }

    fn others(&self) -> impl Iterator<Item = (usize, &Rater)> {
        let desk = &self.state.assess;
        desk.sheets.raters().enumerate().filter(|(_, rater)| **rater != desk.kept.rater)
    }

    fn beside(&self) -> Vec<Block> {
        let desk = &self.state.assess;
        let options = self.others().map(|(place, rater)| Choosable {
            label: names::rater(rater, self.words),
            chosen: desk.beside.as_ref() == Some(rater),
            intent: Intent::Assess(Assess::Beside(place)),
        });
        let choice = Choice { label: self.get("beside-label"), options: options.collect() };
        if choice.options.is_empty() {
            return vec![self.text("beside-nobody")];
        }
        let mut blocks = vec![Block::Choice(choice)];
        let Some(other) = desk.beside.as_ref().filter(|other| **other != desk.kept.rater) else { return blocks };
        let quarter = desk.quarter(self.state.now);
        let pairs = compare(self.pack, &desk.sheet(self.state.now), desk.sheets.standing(other, quarter));
        let counted = |wanted: fn(Difference) -> bool| pairs.iter().filter(|pair| wanted(pair.difference)).count();
        let values = [
            ("equal", counted(|d| d == Difference::Equal).into()),
            ("far", counted(|d| matches!(d, Difference::Far(_))).into()),
        ];
        blocks.push(Block::Text(self.words.with("beside-count", &values)));
        let mut apart: Vec<&Pair<'_>> = pairs.iter().filter(|pair| pair.difference > Difference::Equal).collect();
        apart.sort_by_key(|pair| std::cmp::Reverse(pair.difference));
        for pair in apart {
            blocks.push(Block::Heading(self.place(pair.floor)));
            let open = Intent::OpenFloor(pair.floor.id.clone());
            blocks.push(Block::List(vec![(pair.criterion.text.clone(), Some(open))]));
            let [own, theirs] = pair.ratings.map(|rating| names::maybe_rating(self.rules, rating, self.words));
            let left = (names::rater(&desk.kept.rater, self.words), own);
            blocks.push(Block::Columns(Columns { left, right: (names::rater(other, self.words), theirs) }));
            if matches!(pair.difference, Difference::Far(_)) {
                blocks.push(Block::Claim(self.get("read-together")));
                blocks.extend(pair.criterion.evidence.clone().map(Block::Text));
            }
        }
        blocks
    }

    /// The page to print, once there is somebody to talk to.
    fn talking(&self) -> Vec<Action> {
        let desk = &self.state.assess;
        let is_there = desk.beside.as_ref().is_some_and(|other| *other != desk.kept.rater);
        if is_there { self.files(&[Document::Conversation]) } else { Vec::new() }
    }

    fn chart(&self, chart: Chart) -> Vec<Block> {
        let options = Chart::ALL.map(|other| Choosable {
            label: self.get(chart_name(other)),
            chosen: other == chart,
            intent: Intent::Assess(Assess::Open(Page::Chart(other))),
        });
        let choice = Choice { label: self.get("chart-label"), options: options.to_vec() };
        let plot = charts::plot(self.pack, self.state, chart, self.words).map(|plot| Block::Plot(Box::new(plot)));
        std::iter::once(Block::Choice(choice)).chain(plot).collect()
    }

    fn drawings(&self, chart: Chart) -> Vec<Action> {
        self.files(&[Document::Svg(chart), Document::Png(chart)])
    }

    fn files(&self, documents: &[Document]) -> Vec<Action> {
        let name = |document: Document| match document {
            Document::Json => "action-file-json",
            Document::Csv => "action-file-csv",
            Document::Markdown => "action-file-markdown",
            Document::Html => "action-file-html",
            Document::Conversation => "action-file-conversation",
            Document::Svg(_) => "action-file-svg",
            Document::Png(_) => "action-file-png",
        };
        documents.iter().map(|document| self.action(name(*document), Assess::Export(*document))).collect()
    }

    fn calibration(&self) -> Vec<Block> {
        let desk = &self.state.assess;
        let mut blocks = vec![self.text("calibration-text")];
        let Some(other) = self.pack.crosswalk().filter(|_| desk.kept.calibrates) else { return blocks };
        let cities = self.state.profiles.get(&self.state.profile);
        let elsewhere = cities.and_then(|cities| cities.get(&other.pack)).map(|city| Record::of(&city.log));
        let by_score = calibration::calibration(self.pack, &desk.sheet(self.state.now), &elsewhere.unwrap_or_default());
        let lines = by_score.iter().map(|(score, recalled)| {
            let rating = names::rating(self.rules, Rating::At(*score), self.words);
            let values = [
                ("rating", rating.into()),
                ("criteria", recalled.criteria.into()),
                ("recalled", recalled.recalled.into()),
                ("floors", recalled.floors.into()),
            ];
            (self.words.with("calibration-line", &values), None)
        });
        blocks.push(Block::List(lines.collect()));
        blocks
    }

    fn calibrate(&self) -> Vec<Action> {
        let on = self.state.assess.kept.calibrates;
        vec![self.action(if on { "action-calibrate-off" } else { "action-calibrate-on" }, Assess::Calibrate(!on))]
    }

    fn about(&self) -> Vec<Block> {
        let mut blocks = vec![self.text("about-meant")];
        if !self.rules.motivation.is_empty() {
            blocks.push(self.heading("about-motivation"));
            blocks.push(Block::List(self.rules.motivation.iter().map(|line| (line.clone(), None)).collect()));
        }
        for question in &self.rules.questions {
            blocks.extend([Block::Heading(question.ask.clone()), Block::Text(question.answer.clone())]);
        }
        blocks.push(self.heading("about-scale"));
        let steps = self.rules.scale.iter().map(|step| {
            let values = [
                ("score", step.score.into()),
                ("label", step.label.as_str().into()),
                ("means", step.means.as_str().into()),
            ];
            (self.words.with("about-step", &values), None)
        });
        blocks.push(Block::List(steps.collect()));
        blocks
    }

    fn setup(&self) -> Vec<Block> {
        let kept = &self.state.assess.kept;
        let roles = Role::ALL.map(|role| Choosable {
            label: self.get(names::role(role)),
            chosen: kept.rater.role == role,
            intent: Intent::Assess(Assess::RateAs(role, kept.rater.name.clone())),
        });
        let from = kept.satisfied_from(self.rules);
        let scores = self.rules.scale.iter().map(|step| Choosable {
            label: step.score.to_string(),
            chosen: step.score == from.number(),
            intent: Intent::Assess(Assess::SetSatisfied(step.score)),
        });
        let months = (1..=12i8).map(|month| Choosable {
            label: names::month(month, self.words),
            chosen: kept.start.month() == month,
            intent: Intent::Assess(Assess::SetStart(StartMonth::new(month))),
        });
        let choice = |name: &str, options: Vec<Choosable>| Block::Choice(Choice { label: self.get(name), options });
        let wants = Intent::Assess(Assess::RateAs(kept.rater.role, "{value}".to_owned())).to_text();
        vec![
            self.text("setup-text"),
            choice("setup-role", roles.to_vec()),
            Block::Line { label: self.get("setup-name"), text: kept.rater.name.clone(), wants },
            choice("setup-satisfied", scores.collect()),
            choice("setup-start", months.collect()),
            self.heading("setup-files"),
            self.text("setup-files-text"),
        ]
    }

    fn setup_actions(&self) -> Vec<Action> {
        let mut actions = self.files(&[Document::Json, Document::Csv, Document::Markdown, Document::Html]);
        actions.push(Action { label: self.get("action-pick-file"), intent: Intent::PickFile });
        actions
    }
}

/// An action among others, of which one may be chosen.
fn chosen(action: Action, chosen: bool) -> Choosable {
    Choosable { label: action.label, chosen, intent: action.intent }
}

/// The message that names a plot.
pub fn chart_name(chart: Chart) -> &'static str {
    match chart {
        Chart::Dots => "chart-name-dots",
        Chart::Quarters => "chart-name-quarters",
        Chart::Strip => "chart-name-strip",
        Chart::Radar => "chart-name-radar",
    }
}
