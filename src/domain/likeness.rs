//! What two texts have in common: word by word, or letter by letter where a name was misspelled.

use similar::algorithms::{Capture, Compact, Replace, myers};
use similar::{DiffOp, diff_ratio};
use std::hash::Hash;

/// How like a name must be to one that is known, from 0 to 1, so that it may be meant.
const LIKE: f32 = 0.6;

/// How one row becomes another. By one algorithm: whoever lets `similar` choose among all of its own has all of them
/// downloaded.
pub fn steps<T: Eq + Hash>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    let mut steps = Compact::new(Replace::new(Capture::new()), old, new);
    match myers::diff(&mut steps, old, 0..old.len(), new, 0..new.len()) {
        Ok(()) => steps.into_inner().into_inner().into_ops(),
    }
}

/// Which of the known names is most like one that is not known, if any is; of equals the first of the alphabet.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters: Vec<char> = name.chars().collect();
    let likeness = |known: &str| {
        let known: Vec<char> = known.chars().collect();
        diff_ratio(&steps(&letters, &known), letters.len(), known.len())
    };
    let alike = known.into_iter().map(|known| (likeness(known), known)).filter(|(likeness, _)| *likeness >= LIKE);
    alike.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1))).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_known_and_another_name_is_not() {
        let known = ["frontend", "database", "auth"];
        assert_eq!(nearest("fronted", known), Some("frontend"));
        assert_eq!(nearest("oauth", known), Some("auth"));
        assert_eq!(nearest("kubernetes", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn of_names_that_are_equally_like_the_first_of_the_alphabet_is_meant() {
        for known in [["cat", "bat"], ["bat", "cat"]] {
            assert_eq!(nearest("at", known), Some("bat"));
        }
    }
}
