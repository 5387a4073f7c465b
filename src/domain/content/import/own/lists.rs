//! What stands beside the city: its glossary and its remarks.

use super::sections::{Is, Part, Section};
use super::{Reader, Understanding, many};
use crate::domain::content::export::marks;
use crate::domain::content::schema::{Glossary, Term};
use std::collections::HashSet;

impl Reader {
    pub(super) fn glossary(&mut self, section: &mut Section) {
        let glossary = self.whole.glossary.get_or_insert_with(Glossary::default);
        let spellings = |term: &Term| {
            [vec![term.term.to_lowercase()], term.also.iter().map(|one| one.to_lowercase()).collect()].concat()
        };
        let mut seen: HashSet<String> = glossary.0.iter().flat_map(spellings).collect();
        let mut rest = Vec::new();
        for part in std::mem::take(&mut section.parts) {
            let Is::Entry(lead) = &part.is else {
                rest.push(part);
                continue;
            };
            let mut names = lead.split(',').map(|name| marks::from_one_line(name.trim_matches(' ')));
            let term = Term { term: names.next().unwrap_or_default(), also: names.collect(), means: part.text.clone() };
            let own = spellings(&term);
            let is_whole = own.iter().chain([&term.means]).all(|text| !text.trim().is_empty());
            let is_new =
                own.iter().collect::<HashSet<_>>().len() == own.len() && !own.iter().any(|one| seen.contains(one));
            if is_whole && is_new {
                seen.extend(own);
                glossary.0.push(term);
            } else {
                rest.push(part);
            }
        }
        section.parts = rest;
        self.unknown_facts(section, &[]);
    }

    pub(super) fn remarks(&mut self, section: &mut Section) {
        let is_remark = |part: &Part| matches!(part.is, Is::Entry(_)) && !part.text.trim().is_empty();
        let (remarks, rest) = std::mem::take(&mut section.parts).into_iter().partition(is_remark);
        section.parts = rest;
        let remarks: Vec<Part> = remarks;
        self.whole.pack.remarks.extend(remarks.into_iter().map(|part| part.text));
        self.unknown_facts(section, &[]);
        let count = self.whole.pack.remarks.len();
        self.say(Understanding::Understood, section.line, many(count, "remark", "remarks"));
    }
}
