//! What a wish about an assessment does.

use super::desk::Desk;
use super::wish::{Assess, Page};
use super::{document, rows, told};
use crate::domain::assess::{Act, On, Quarter, Rater, Rating, Role, Whole, count, example, sheet};
use crate::domain::content::Pack;
use crate::domain::content::schema::{Assessment, Rule};
use crate::domain::id::CriterionId;
use crate::view::intent::Step;
use crate::view::journey::{self, Play, Stage};
use crate::view::reduce::Effect;
use crate::view::state::State;
use crate::view::words::Words;

/// Does what the person wants. What cannot be done does nothing; without a ladder, nothing can.
pub fn assess(state: &mut State, wanted: &Assess, pack: &Pack, words: &Words) -> Vec<Effect> {
    let Some(rules) = pack.assessment() else { return Vec::new() };
    let (kept, level) = (state.assess.kept.clone(), state.level);
    let mut effects = Vec::new();
    Assessor { state, pack, rules, words, effects: &mut effects }.wants(wanted);
    if kept != state.assess.kept || level != state.level {
        effects.push(Effect::Save);
    }
    effects
}

struct Assessor<'a> {
    state: &'a mut State,
    pack: &'a Pack,
    rules: &'a Assessment,
    words: &'a Words,
    effects: &'a mut Vec<Effect>,
}

impl Assessor<'_> {
    fn desk(&mut self) -> &mut Desk {
        &mut self.state.assess
    }

    fn quarter(&self) -> Quarter {
        self.state.assess.quarter(self.state.now)
    }

    fn is_closed(&self) -> bool {
        self.state.assess.is_closed(self.state.now)
    }

    fn knows(&self, criterion: &CriterionId) -> bool {
        count::criteria(self.pack).any(|(.., known)| known.id == criterion.as_str())
    }

    fn write(&mut self, on: On) {
        let (author, now, quarter) = (self.state.author, self.state.now, self.quarter());
        self.state.assess.write(author, now, quarter, on, self.pack);
    }

    /// Writes about a criterion of the ladder.
    fn act(&mut self, criterion: &CriterionId, act: Act) {
        if self.knows(criterion) {
            self.write(On::Criterion(criterion.clone(), act));
        }
    }

    /// Writes about the ladder, as long as the quarter is open.
    fn whole(&mut self, whole: Whole) {
        if self.is_closed() {
            self.say("said-quarter-closed");
        } else {
            self.write(On::Whole(whole));
        }
    }

    fn look(&mut self) {
        let now = self.state.now;
        self.state.assess.look(now, self.pack);
    }

    fn say(&mut self, name: &str) {
        self.state.say(self.words.get(name));
    }

    fn wants(&mut self, wanted: &Assess) {
        match wanted {
            Assess::Rate(criterion, rating) => self.rate(criterion, *rating),
            Assess::Unrate(criterion) if self.state.assess.tried.is_some() => self.untry(criterion),
            Assess::Unrate(criterion) if !self.is_closed() => self.act(criterion, Act::Unrated),
            Assess::Explain(criterion, why) => self.explain(criterion, why),
            Assess::Comment(criterion, text) if !self.is_closed() => {
                self.act(criterion, Act::Commented(text.clone()));
            }
            Assess::AddLink(criterion, link) if !self.is_closed() => match crate::domain::assess::entry::link(link) {
                Some(link) => self.act(criterion, Act::Linked(link)),
                None if link.trim().is_empty() => {}
                None => self.state.notify(self.words.get("link-refused")),
            },
            Assess::RemoveLink(criterion, link) if !self.is_closed() => {
                self.act(criterion, Act::Unlinked(link.clone()));
            }
            Assess::Unrate(_) | Assess::Comment(..) | Assess::AddLink(..) | Assess::RemoveLink(..) => {
                self.say("said-quarter-closed");
            }
            Assess::Mark(criterion) => {
                if self.knows(criterion) {
                    self.desk().marked = Some(criterion.clone());
                }
            }
            Assess::MarkNext => self.mark_next(true),
            Assess::CloseQuarter => self.close(),
            Assess::ShowQuarter(quarter) => self.show(*quarter),
            Assess::StepQuarter(step) => {
                let quarter = self.quarter();
                self.show(match step {
                    Step::Next => quarter.next(),
                    Step::Previous => quarter.previous(),
                });
            }
            Assess::ShowNow => self.show(self.state.assess.today(self.state.now)),
            Assess::Believe(level) if self.pack.level_index(level).is_some() => {
                self.whole(Whole::Believed(level.clone()));
            }
            Assess::Target(months, level) if self.rules.target_months.contains(months) => {
                if level.as_ref().is_none_or(|level| self.pack.level_index(level).is_some()) {
                    self.whole(Whole::Target(*months, level.clone()));
                }
            }
            Assess::Phase(phase, done) if self.has_phase(*phase) => self.whole(Whole::Phase(*phase, *done)),
            Assess::Also(level, place, done) if self.has_also(level.as_str(), *place) => {
                self.whole(Whole::Also(level.clone(), *place, *done));
            }
            Assess::Believe(_) | Assess::Target(..) | Assess::Phase(..) | Assess::Also(..) => {}
            Assess::SetSatisfied(score) => {
                if (1..=self.rules.scale.len()).contains(&usize::from(*score)) {
                    let own = (*score != self.rules.satisfied_from).then_some(*score);
                    self.desk().kept.satisfied_from = own;
                    self.look();
                }
            }
            Assess::SetStart(start) => {
                self.desk().kept.start = *start;
                self.desk().shown = None;
                self.look();
            }
            Assess::RateAs(role, name) => self.rate_as(*role, name),
            Assess::Try(on) => {
                self.desk().tried = on.then(|| self.state.assess.tried.take().unwrap_or_default());
                self.look();
                self.say(if *on { "said-trying" } else { "said-tried" });
            }
            Assess::Beside(place) => {
                let other = self.state.assess.sheets.raters().nth(*place).cloned();
                self.desk().beside = other;
            }
            Assess::Calibrate(on) => self.desk().kept.calibrates = *on,
            Assess::ShowWhole(whole) => {
                self.desk().whole = *whole;
                self.look();
            }
            Assess::Open(page) => self.open(page),
            Assess::Export(document) => {
                self.effects.extend(document::file(self.pack, self.state, *document, self.words));
            }
            Assess::Import(text) => told::take_in(self.state, text, self.pack, self.words),
            Assess::Example => self.example(),
        }
    }

    fn rate(&mut self, criterion: &CriterionId, rating: Rating) {
        if usize::from(rating.number()) > self.rules.scale.len() || !self.knows(criterion) {
            return;
        }
        let now = self.state.now;
        if let Some(tried) = &mut self.state.assess.tried {
            tried.insert(criterion.clone(), rating);
            self.state.assess.look(now, self.pack);
        } else if self.is_closed() {
            self.act(criterion, Act::Corrected(rating, String::new()));
        } else {
            self.act(criterion, Act::Rated(rating));
        }
        let said = super::names::rating(self.rules, rating, self.words);
        self.state.say(said);
        self.desk().marked = Some(criterion.clone());
        self.mark_next(false);
    }

    /// What was tried is forgotten; what is written down stays.
    fn untry(&mut self, criterion: &CriterionId) {
        if let Some(tried) = &mut self.state.assess.tried {
            tried.remove(criterion);
        }
        self.look();
    }

    /// A correction that was made is written down once more, with its reason.
    fn explain(&mut self, criterion: &CriterionId, why: &str) {
        let sheet = self.state.assess.sheet(self.state.now);
        let last = sheet.cell(criterion.as_str()).and_then(|cell| cell.corrections.last().cloned());
        if let Some(last) = last.filter(|last| last.why != why) {
            self.act(criterion, Act::Corrected(last.rating, why.to_owned()));
        }
    }

    /// The mark on the next criterion of the open floor, and from the last one back to the first if one asks for it.
    fn mark_next(&mut self, wraps: bool) {
        let Some((_, floor)) = self.state.open_floor(self.pack) else { return };
        let on = count::on(floor);
        let marked = rows::marked(self.pack, self.state);
        let at = on.iter().position(|criterion| marked.as_ref().is_some_and(|id| id.as_str() == criterion.id));
        let next = at.and_then(|at| on.get(at + 1)).or(on.first().filter(|_| wraps));
        if let Some(next) = next {
            self.desk().marked = Some(CriterionId::new(&next.id));
        }
    }

    fn close(&mut self) {
        if self.state.assess.tried.is_some() {
            return self.say("trying");
        }
        let desk = &self.state.assess;
        let is_rated = desk.sheets.quarters(&desk.kept.rater).any(|(quarter, _)| quarter == self.quarter());
        if self.is_closed() || !is_rated {
            return self.say(if is_rated { "said-quarter-closed" } else { "said-nothing-rated" });
        }
        let seen = sheet::seen(&desk.kept.log);
        self.write(On::Whole(seen));
        self.say("said-closed-quarter");
    }

    /// Shows a quarter, no earlier than the first that anybody has written into and no later than today's.
    fn show(&mut self, quarter: Quarter) {
        let desk = &self.state.assess;
        let today = desk.today(self.state.now);
        let first = desk.first_quarter().unwrap_or(today).min(today);
        let quarter = quarter.clamp(first, today);
        self.desk().shown = (quarter != today).then_some(quarter);
        self.look();
        if let Some(standing) = &self.state.assess.standing {
            self.state.level = standing.verdict.level.unwrap_or(0);
        }
        let said = super::names::quarter(quarter, self.state.assess.kept.start, self.words);
        self.state.say(said);
    }

    fn has_phase(&self, phase: u32) -> bool {
        let Rule::Milestones(steps) = &self.rules.rule else { return false };
        steps.iter().any(|step| (step.phases.0..=step.phases.1).contains(&phase))
    }

    fn has_also(&self, level: &str, place: usize) -> bool {
        let Rule::Milestones(steps) = &self.rules.rule else { return false };
        steps.iter().any(|step| step.to == level && place < step.also.len())
    }

    fn rate_as(&mut self, role: Role, name: &str) {
        self.desk().kept.rater = Rater::new(role, name);
        self.desk().tried = None;
        self.look();
    }

    fn open(&mut self, page: &Page) {
        self.effects.extend(journey::reduce::leave(self.state));
        self.state.overlay = None;
        self.state.stage = Stage::Assess(page.clone());
        match page {
            // The floors of the other city that help are called by their names.
            Page::Missing if self.pack.crosswalk().is_some() => self.effects.push(Effect::ListCities),
            Page::Beside => self.see_the_other(),
            _ => {}
        }
    }

    /// Where one other person has rated, there is nobody to choose.
    fn see_the_other(&mut self) {
        let desk = self.desk();
        let mut others = desk.sheets.raters().filter(|rater| **rater != desk.kept.rater);
        if let (Some(other), None, None) = (others.next(), others.next(), &desk.beside) {
            desk.beside = Some(other.clone());
        }
    }

    /// The made-up person is a player of her own: what one has rated oneself stays as it is.
    fn example(&mut self) {
        let play = Play::PlayAs(example::OWN.to_owned());
        self.effects.extend(journey::reduce::play(self.state, &play, self.pack, self.words));
        if self.state.assess.kept.log.is_empty() {
            let kept = example::year(self.pack, self.state.now);
            self.state.assess = Desk::of(kept, self.state.now, self.pack);
        }
        self.show(self.state.assess.today(self.state.now));
    }
}
