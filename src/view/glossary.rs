//! Words that a reader may not know: which of them stand in a text, and where.

use crate::domain::content::schema::{Glossary, Term};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A word with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermView {
    /// As the glossary names it.
    pub term: String,
    /// Every way it is written.
    pub spellings: Vec<String>,
    /// One sentence.
    pub means: String,
}

impl TermView {
    fn new(term: &Term) -> Self {
        let spellings = spellings(term).map(str::to_owned).collect();
        Self { term: term.term.clone(), spellings, means: term.means.clone() }
    }
}

fn spellings(term: &Term) -> impl Iterator<Item = &str> {
    std::iter::once(&term.term).chain(&term.also).map(String::as_str)
}

/// The terms that stand in any of the texts, in the glossary's order.
pub fn terms_in<'a>(glossary: &Glossary, texts: impl Iterator<Item = &'a str>) -> Vec<TermView> {
    let spellings = glossary.0.iter().enumerate().flat_map(|(index, term)| spellings(term).map(move |s| (s, index)));
    let dictionary = Dictionary::new(spellings);
    let found: BTreeSet<usize> = texts.flat_map(|text| dictionary.places(text).into_keys()).collect();
    found.into_iter().map(|index| TermView::new(&glossary.0[index])).collect()
}

/// Where the terms first stand in a text, from its start to its end; none overlaps another.
pub fn marks(text: &str, terms: &[TermView]) -> Vec<(Range<usize>, usize)> {
    let spellings =
        terms.iter().enumerate().flat_map(|(index, term)| term.spellings.iter().map(move |s| (s.as_str(), index)));
    let places = Dictionary::new(spellings).places(text);
    let mut found: Vec<_> = places.into_iter().map(|(index, place)| (place, index)).collect();
    found.sort_by_key(|(range, _)| from_left(range));
    let mut end = 0;
    found.retain(|(range, _)| {
        let free = range.start >= end;
        end = if free { range.end } else { end };
        free
    });
    found
}

/// Spellings in alphabetical order, each with its term. A text is gone through once, however many there are.
struct Dictionary<'a>(Vec<(&'a str, usize)>);

impl<'a> Dictionary<'a> {
    fn new(spellings: impl Iterator<Item = (&'a str, usize)>) -> Self {
        let mut spellings: Vec<_> = spellings.filter(|(spelling, _)| !spelling.is_empty()).collect();
        spellings.sort_by(|(a, _), (b, _)| lower(a).cmp(lower(b)));
        Self(spellings)
    }

    /// The first place of each term in a text as a whole word, in any case.
    fn places(&self, text: &str) -> BTreeMap<usize, Range<usize>> {
        let mut first: Vec<Option<usize>> = vec![None; self.0.len()];
        let mut within_word = false;
        for (start, character) in text.char_indices() {
            if !within_word {
                self.look_up(text, start, &mut first);
            }
            within_word = is_part_of_word(character);
        }
        let mut places = BTreeMap::new();
        for ((spelling, term), start) in self.0.iter().zip(first) {
            let Some(start) = start else { continue };
            let range = start..start + spelling.len();
            let place = places.entry(*term).or_insert_with(|| range.clone());
            if from_left(&range) < from_left(place) {
                *place = range;
            }
        }
        places
    }

    /// Notes the spellings that stand at `start` for the first time. With each letter fewer of them are left.
    fn look_up(&self, text: &str, start: usize, first: &mut [Option<usize>]) {
        let (mut left, mut end) = (0..self.0.len(), start);
        for letter in lower(&text[start..]) {
            let at = |spelling: &(&str, usize)| spelling.0.as_bytes().get(end - start).map(u8::to_ascii_lowercase);
            let spellings = &self.0[left.clone()];
            let go_on_alike = [spellings.first(), spellings.last()].iter().all(|s| s.and_then(at) == Some(letter));
            if !go_on_alike {
                let from = spellings.partition_point(|spelling| at(spelling) < Some(letter));
                let to = spellings.partition_point(|spelling| at(spelling) <= Some(letter));
                left = left.start + from..left.start + to;
            }
            end += 1;
            if left.is_empty() {
                return;
            }
            // Those that end here come before those that go on.
            let ends = |(spelling, _): &(&str, usize)| spelling.len() == end - start;
            let is_new = ends(&self.0[left.start]) && first[left.start].is_none();
            if is_new && !text[end..].starts_with(is_part_of_word) {
                let whole = self.0[left.clone()].partition_point(ends);
                first[left.start..left.start + whole].fill(Some(start));
            }
        }
    }
}

fn lower(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().map(|byte| byte.to_ascii_lowercase())
}

fn is_part_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// What comes first in a text, and of two that begin together the longer one.
fn from_left(range: &Range<usize>) -> (usize, Reverse<usize>) {
    (range.start, Reverse(range.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn term(spellings: &[&str]) -> TermView {
        let spellings: Vec<String> = spellings.iter().map(|s| (*s).to_owned()).collect();
        TermView { term: spellings[0].clone(), spellings, means: String::new() }
    }

    #[track_caller]
    fn check(text: &str, terms: &[&[&str]], expected: &[&str]) {
        let terms: Vec<_> = terms.iter().map(|spellings| term(spellings)).collect();
        let found: Vec<_> = marks(text, &terms).into_iter().map(|(range, _)| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_term_is_found_once_as_a_whole_word_in_any_case() {
        check("The Cache of a cache", &[&["cache"]], &["Cache"]);
        check("Caching needs cacheable things", &[&["cache"]], &[]);
        check("p99. Then p99", &[&["p99"]], &["p99"]);
        check("n\u{f6} cache", &[&["cache"]], &["cache"]);
    }

    #[test]
    fn the_longer_of_two_terms_is_meant() {
        check("an error budget", &[&["error"], &["error budget"]], &["error budget"]);
    }

    #[test]
    fn another_spelling_will_do() {
        check("dead letter", &[&["dead-letter queue", "dead letter"]], &["dead letter"]);
    }

    /// A look at every place of the text for every spelling: slow, and hard to get wrong.
    fn slowly(text: &str, term: &TermView) -> Option<Range<usize>> {
        let first = |spelling: &String| {
            let ranges = text.char_indices().map(|(start, _)| start..start + spelling.len());
            ranges.into_iter().find(|range| {
                text.get(range.clone()).is_some_and(|word| word.eq_ignore_ascii_case(spelling))
                    && !text[..range.start].ends_with(is_part_of_word)
                    && !text[range.end..].starts_with(is_part_of_word)
            })
        };
        term.spellings.iter().filter_map(first).min_by_key(from_left)
    }

    proptest! {
        #[test]
        fn the_quick_look_finds_what_a_slow_one_does(
            text in "[ab\u{e9}\u{c9}A_ .-]{0,40}",
            spellings in vec(vec("[abB\u{e9} .-]{1,4}", 1..4), 0..8),
        ) {
            let terms: Vec<_> = spellings.iter().map(|s| term(&s.iter().map(String::as_str).collect::<Vec<_>>())).collect();
            let slow = terms.iter().enumerate().filter_map(|(index, term)| Some((index, slowly(&text, term)?)));
            let spellings = terms.iter().enumerate().flat_map(|(i, term)| term.spellings.iter().map(move |s| (s.as_str(), i)));
            prop_assert_eq!(Dictionary::new(spellings).places(&text), slow.collect());
        }
    }

    /// As much as the limits allow, of what a dictionary likes least: every word begins like most spellings.
    #[test]
    fn the_largest_glossary_can_be_looked_up_in_the_longest_text() {
        let spelling = |term: usize, way: usize| format!("{}b{term}x{way}", "a ".repeat(20));
        let term = |term| Term {
            term: spelling(term, 0),
            also: (1..9).map(|way| spelling(term, way)).collect(),
            means: String::new(),
        };
        let glossary = Glossary((0..500).map(term).collect());
        let text = "a ".repeat(50_000) + &spelling(7, 8);
        let found = terms_in(&glossary, [text.as_str(), text.as_str()].into_iter());
        assert_eq!(found.iter().map(|term| &term.term).collect::<Vec<_>>(), [&spelling(7, 0)]);
        assert_eq!(marks(&text, &found).len(), 1);
    }
}
