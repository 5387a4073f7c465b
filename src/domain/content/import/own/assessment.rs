//! How the criteria are rated, put together from its sections.

use super::Reader;
use super::floor::recalled;
use super::sections::{Is, Section};
use crate::domain::content::export::marks::{self, Kind};
use crate::domain::content::limits::TARGETS;
use crate::domain::content::schema::{Answered, Assessment, Milestone, Rhythm, Rule, ScaleStep};

impl Reader {
    pub(super) fn assessment(&mut self) {
        let mut sections = std::mem::take(&mut self.rating);
        let Some(at) = sections.iter().position(|section| section.kind == Some(Kind::Assessment)) else {
            return sections
                .iter()
                .for_each(|section| self.keep_raw(section, "there is no assessment that it belongs to"));
        };
        let mut head = sections.remove(at);
        let scale: Vec<ScaleStep> =
            sections.iter_mut().filter(|one| one.kind == Some(Kind::Scale)).flat_map(scale).collect();
        let scale: Vec<_> =
            scale.into_iter().zip(1..=u8::MAX).map(|(step, score)| ScaleStep { score, ..step }).collect();
        if scale.is_empty() {
            self.keep_raw(&head, "without a scale nothing is rated");
            return sections.iter().for_each(|section| self.keep_raw(section, "without a scale nothing is rated"));
        }
        let steps = scale.len() as u8;
        let from = self.said(&mut head, "Satisfied from", "a score of the scale", |text| {
            text.parse().ok().filter(|from| (1..=steps).contains(from))
        });
        if from.is_none() {
            self.guessed(head.line, format!("a score counts as satisfied from {steps} on, the highest"));
        }
        let satisfied_from = from.unwrap_or(steps);
        let target_months = self.said(&mut head, "Targets", "up to 12 months, such as `6, 12 months`", months);
        self.said(&mut head, "Rhythm", "quarterly", |text| (text == "quarterly").then_some(()));
        let share = |text: &str| text.parse().ok().filter(|share| (0.0..=1.0_f32).contains(share));
        let hold = self.said(&mut head, "Hold", "a share from 0 to 1", share);
        let shares = (hold, self.said(&mut head, "Reach", "a share from 0 to 1", share));
        let mut milestones = Vec::new();
        for section in sections.iter_mut().filter(|one| one.kind == Some(Kind::Step)) {
            let by_share = matches!(shares, (Some(_), Some(_)));
            if let Some(milestone) = self.milestone(section).filter(|_| !by_share) {
                milestones.push(milestone);
                continue;
            }
            let why =
                if by_share { "shares say already what a level takes" } else { "this step leads to no level above" };
            self.keep_raw(section, why);
            section.parts.clear();
        }
        let rule = match shares {
            (Some(hold), Some(reach)) => Rule::Share { hold, reach },
            _ => Rule::Milestones(milestones),
        };
        let of = |kind| move |section: &&mut Section| section.kind == Some(kind);
        let motivation = sections.iter_mut().filter(of(Kind::Motivation)).flat_map(entries).collect();
        let questions = sections.iter_mut().filter(of(Kind::Questions)).flat_map(recalled);
        let questions = questions.map(|(ask, answer)| Answered { ask, answer }).collect();
        let (rhythm, target_months) = (Rhythm::Quarterly, target_months.unwrap_or_default());
        self.whole.pack.assessment =
            Some(Assessment { scale, satisfied_from, rhythm, target_months, rule, motivation, questions });
        for section in sections.iter().chain([&head]) {
            self.keep_rest(section);
            self.unknown_facts(section, &[]);
        }
    }

    /// What a label says, if it says what belongs there; else it is kept.
    fn said<T>(
        &mut self,
        section: &mut Section,
        label: &'static str,
        expected: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = section.take(&Is::Field(label))?;
        let said = read(text.trim());
        if said.is_none() {
            let why = format!("behind \"{label}\" stands {expected}");
            self.keep(section.line, &section.heading, &format!("**{label}:** {text}"), &why);
        }
        said
    }

    /// `Step from l1 to l2, phases 0 to 7`, and what goes with it.
    fn milestone(&self, section: &mut Section) -> Option<Milestone> {
        let levels = &self.whole.pack.levels;
        let place = |id: &str| levels.iter().position(|level| level.id == id);
        let heading = section.heading.clone();
        let words: Vec<&str> = heading.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        let [_, _, from, "to", to, "phases", first, "to", last] = words[..] else { return None };
        let phases: (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
        let leads_upward = place(from)? < place(to)? && phases.0 <= phases.1;
        leads_upward.then(|| Milestone { from: from.to_owned(), to: to.to_owned(), phases, also: entries(section) })
    }
}

/// `6, 12 months`.
fn months(text: &str) -> Option<Vec<u8>> {
    let months: Option<Vec<u8>> =
        text.strip_suffix("months")?.split(',').map(|month| month.trim().parse().ok()).collect();
    months.filter(|months| months.len() <= TARGETS.max)
}

fn entries(section: &mut Section) -> Vec<String> {
    let parts = std::mem::take(&mut section.parts);
    let (entries, rest) = parts.into_iter().partition(|part| matches!(part.is, Is::Entry(_)));
    section.parts = rest;
    let entries: Vec<super::sections::Part> = entries;
    entries.into_iter().map(|part| part.text).collect()
}

/// The steps of a scale, still without their scores.
fn scale(section: &mut Section) -> Vec<ScaleStep> {
    let parts = std::mem::take(&mut section.parts);
    let mut steps = Vec::new();
    for part in parts {
        match &part.is {
            Is::Entry(lead) => steps.push(ScaleStep { score: 0, label: marks::from_one_line(lead), means: part.text }),
            _ => section.parts.push(part),
        }
    }
    steps
}
