//! What became of a text: word by word where it was reworded, as a whole where another took its place.

use crate::domain::likeness::steps;
use similar::{DiffTag, DiffableStr};

/// A stretch of words and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What became of it.
    pub change: Change,
    /// The words.
    pub text: String,
}

/// What became of a stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are what their names say")]
pub enum Change {
    Kept,
    Gone,
    New,
}

/// Fewer words than this in a row that two texts have in common are chance, and kept they would be confetti.
const IN_A_ROW: usize = 3;

/// How `new` differs from `old`. What is gone stands before what is new in its place.
pub fn difference(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (old.tokenize_words(), new.tokenize_words());
    let mut pieces = Pieces::default();
    let mut common = String::new();
    for step in steps(&old, &new) {
        let (tag, gone, come) = step.as_tag_tuple();
        if tag == DiffTag::Equal {
            common.extend(old[gone].iter().copied());
            continue;
        }
        pieces.keep(std::mem::take(&mut common));
        pieces.gone.extend(old[gone].iter().copied());
        pieces.new.extend(new[come].iter().copied());
    }
    if pieces.is_untouched() {
        return vec![Piece { change: Change::Kept, text: common }];
    }
    pieces.keep(common);
    pieces.settle();
    pieces.done
}

/// Pieces in the making: those that are done, and what is gone and new behind them.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    gone: String,
    new: String,
}

impl Pieces {
    fn is_untouched(&self) -> bool {
        self.done.is_empty() && self.gone.is_empty() && self.new.is_empty()
    }

    fn keep(&mut self, common: String) {
        if common.split_whitespace().count() < IN_A_ROW {
            self.gone.push_str(&common);
            self.new.push_str(&common);
        } else {
            self.settle();
            self.done.push(Piece { change: Change::Kept, text: common });
        }
    }

    fn settle(&mut self) {
        let pieces = [(Change::Gone, &mut self.gone), (Change::New, &mut self.new)];
        let pieces = pieces.map(|(change, text)| Piece { change, text: std::mem::take(text) });
        self.done.extend(pieces.into_iter().filter(|piece| !piece.text.is_empty()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, expected: &[(Change, &str)]) {
        let pieces = difference(old, new);
        assert_eq!(pieces.iter().map(|piece| (piece.change, piece.text.as_str())).collect::<Vec<_>>(), expected);
        let all = |but| pieces.iter().filter(|p| p.change != but).map(|p| p.text.as_str()).collect::<String>();
        assert_eq!((all(Change::New), all(Change::Gone)), (old.to_owned(), new.to_owned()), "nothing is lost");
    }

    #[test]
    fn a_reworded_text_differs_in_its_words() {
        check(
            "A login that works well is a secure login.",
            "A login that nobody breaks is a secure login.",
            &[
                (Change::Kept, "A login that "),
                (Change::Gone, "works well"),
                (Change::New, "nobody breaks"),
                (Change::Kept, " is a secure login."),
            ],
        );
    }

    #[test]
    fn a_text_with_a_few_words_in_common_is_another_one() {
        let (old, new) = ("If it looks right, it is right.", "A bug is one rule; if it is gone, all is well.");
        check(old, new, &[(Change::Gone, old), (Change::New, new)]);
    }

    #[test]
    fn the_same_text_is_kept_however_short() {
        check("It works.", "It works.", &[(Change::Kept, "It works.")]);
        check("", "", &[(Change::Kept, "")]);
        check("", "All of it.", &[(Change::New, "All of it.")]);
    }
}
