//! Words that a reader may not know: which of them stand in a text, and where.

use crate::domain::content::schema::{Glossary, Term};
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
        let spellings = std::iter::once(&term.term).chain(&term.also).cloned().collect();
        Self { term: term.term.clone(), spellings, means: term.means.clone() }
    }
}

/// The terms that stand in any of the texts, in the glossary's order.
pub fn terms_in<'a>(glossary: &Glossary, texts: impl Iterator<Item = &'a str> + Clone) -> Vec<TermView> {
    let terms = glossary.0.iter().map(TermView::new);
    terms.filter(|term| texts.clone().any(|text| place(text, term).is_some())).collect()
}

/// Where the terms first stand in a text, from its start to its end; none overlaps another.
pub fn marks(text: &str, terms: &[TermView]) -> Vec<(Range<usize>, usize)> {
    let mut found: Vec<(Range<usize>, usize)> =
        terms.iter().enumerate().filter_map(|(index, term)| Some((place(text, term)?, index))).collect();
    // Of two that begin together the longer one is meant.
    found.sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
    let mut end = 0;
    found.retain(|(range, _)| {
        let free = range.start >= end;
        end = if free { range.end } else { end };
        free
    });
    found
}

/// The first place of a term in a text as a whole word, in any case.
fn place(text: &str, term: &TermView) -> Option<Range<usize>> {
    let first = |spelling: &String| {
        let starts = text.char_indices().map(|(start, _)| start);
        starts.map(|start| start..start + spelling.len()).find(|range| {
            text.get(range.clone()).is_some_and(|word| word.eq_ignore_ascii_case(spelling))
                && is_whole_word(text, range)
        })
    };
    term.spellings.iter().filter_map(first).min_by_key(|range| (range.start, usize::MAX - range.end))
}

fn is_whole_word(text: &str, range: &Range<usize>) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    !text[..range.start].ends_with(part_of_word) && !text[range.end..].starts_with(part_of_word)
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
