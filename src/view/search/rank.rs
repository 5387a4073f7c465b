//! How well something fits a query.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// From how many letters on a query is looked for in texts: fewer stand everywhere.
const TEXT_LETTERS: usize = 3;

/// How well something fits; the greater, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The letters stand in a name in this order, so closely.
    Letters(i64),
    /// All words stand in a text.
    Text,
    /// The words stand in a text as they were typed.
    Phrase,
    /// Words of a name begin with the words.
    Words,
    /// A name begins with the query.
    Start,
    /// It is the name.
    Whole,
    /// It is a floor's code.
    Code,
}

/// A query, prepared.
pub struct Query {
    whole: String,
    words: Vec<String>,
    code: String,
    letters: SkimMatcherV2,
}

impl Query {
    /// Prepares a query; it is in no case.
    pub fn new(text: &str) -> Self {
        let lower = text.to_lowercase();
        let words: Vec<String> = lower.split_whitespace().map(str::to_owned).collect();
        Self { whole: words.join(" "), code: words.concat(), words, letters: SkimMatcherV2::default().ignore_case() }
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether it is this code, with or without spaces.
    pub fn is_code(&self, code: &str) -> bool {
        self.code == code
    }

    /// How well it fits a name.
    pub fn fits_name(&self, name: &str) -> Option<Fit> {
        let name = name.to_lowercase();
        if name == self.whole {
            return Some(Fit::Whole);
        }
        if name.starts_with(&self.whole) {
            return Some(Fit::Start);
        }
        if self.words.iter().all(|word| begins_word(&name, word).is_some()) {
            return Some(Fit::Words);
        }
        let score = self.words.iter().map(|word| self.letters.fuzzy_match(&name, word)).sum::<Option<i64>>()?;
        Some(Fit::Letters(score))
    }

    /// How well it fits a text.
    pub fn fits_text(&self, text: &str) -> Option<Fit> {
        if self.code.chars().count() < TEXT_LETTERS {
            return None;
        }
        let text = text.to_ascii_lowercase();
        if begins_word(&text, &self.whole).is_some() {
            return Some(Fit::Phrase);
        }
        self.words.iter().all(|word| begins_word(&text, word).is_some()).then_some(Fit::Text)
    }

    /// A stretch of a plain text around the place that fits.
    pub fn excerpt(&self, text: &str) -> String {
        const BEFORE: usize = 40;
        const AFTER: usize = 80;
        // This keeps every place where it is, as other ways to small letters do not.
        let lower = text.to_ascii_lowercase();
        let mut tries = std::iter::once(&self.whole).chain(&self.words);
        let at = tries.find_map(|word| begins_word(&lower, word)).unwrap_or(0);
        let mut starts = text[..at].char_indices().rev().filter(|(_, c)| c.is_whitespace()).map(|(place, _)| place);
        let start = if at <= BEFORE { 0 } else { starts.by_ref().find(|place| at - place >= BEFORE).unwrap_or(0) };
        let mut ends = text[at..].char_indices().filter(|(_, c)| c.is_whitespace()).map(|(place, _)| at + place);
        let end = ends.find(|place| place - at >= AFTER).unwrap_or(text.len());
        let cut = |is_cut| if is_cut { "\u{2026}" } else { "" };
        format!("{}{}{}", cut(start > 0), text[start..end].trim(), cut(end < text.len()))
    }
}

/// Where a word of the text first begins with this.
fn begins_word(text: &str, start: &str) -> Option<usize> {
    let mut places = text.match_indices(start).map(|(place, _)| place);
    places.find(|place| !text[..*place].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_that_begins_so_comes_before_one_that_holds_it_somewhere() {
        let query = Query::new("Aut");
        let fits = ["Aut", "Auth", "The Auth", "A union test"].map(|name| query.fits_name(name).expect("it fits"));
        assert!(fits.is_sorted_by(|better, worse| better > worse), "{fits:?}");
        assert_eq!(query.fits_name("Database"), None);
    }

    #[test]
    fn a_text_fits_by_how_its_words_begin() {
        assert_eq!(Query::new("sign key").fits_text("Signed with a key."), Some(Fit::Text));
        assert_eq!(Query::new("a key").fits_text("Signed with a KEY."), Some(Fit::Phrase));
        assert_eq!(Query::new("igned").fits_text("Signed with a key."), None);
        assert_eq!(Query::new("a").fits_text("Signed with a key."), None, "one letter stands everywhere");
    }

    #[test]
    fn an_excerpt_shows_whole_words_around_the_place() {
        let text = format!("{} needle {}", "before ".repeat(20), "after ".repeat(40));
        let excerpt = Query::new("needle").excerpt(&text);
        assert!(excerpt.starts_with("\u{2026}before") && excerpt.ends_with("after\u{2026}"), "{excerpt}");
        assert!(excerpt.contains("needle") && excerpt.len() < 180, "{excerpt}");
        assert_eq!(Query::new("needle").excerpt("A needle."), "A needle.");
    }

    proptest! {
        #[test]
        fn any_query_meets_any_text(query in ".{0,12}", text in ".{0,200}") {
            let query = Query::new(&query);
            _ = (query.fits_name(&text), query.fits_text(&text), query.excerpt(&text));
        }
    }
}
