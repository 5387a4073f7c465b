//! What one can write into an assessment. The one-letter names are those of saves.

use super::packed::Packed;
use super::quarter::Quarter;
use super::rater::Rater;
use super::rating::Rating;
use crate::domain::id::{CriterionId, LevelId};
use crate::domain::log::{Author, Packs};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything that was written, by everyone.
pub type Log = crate::domain::log::Log<Entry>;

impl Packs for Entry {
    type Packed = Packed;
}

/// The longest comment, in characters.
pub const COMMENT_CHARS: usize = 2000;
/// The longest link, in characters.
pub const LINK_CHARS: usize = 500;

/// Something that a person wrote into a quarter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Who.
    pub by: Rater,
    /// Into which quarter.
    pub quarter: Quarter,
    /// About what.
    pub on: On,
}

/// What an entry is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum On {
    /// One criterion.
    Criterion(CriterionId, Act),
    /// The ladder as a whole.
    Whole(Whole),
}

/// What one writes about a criterion.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Act {
    /// A rating.
    #[serde(rename = "r")]
    Rated(Rating),
    /// The rating of this quarter taken away.
    #[serde(rename = "u")]
    Unrated,
    /// Evidence in words; an empty text removes it.
    #[serde(rename = "c")]
    Commented(String),
    /// Evidence elsewhere.
    #[serde(rename = "l")]
    Linked(String),
    /// Evidence elsewhere taken away.
    #[serde(rename = "d")]
    Unlinked(String),
    /// A rating in a quarter that was closed, and why it is another one now.
    #[serde(rename = "k")]
    Corrected(Rating, String),
}

/// What one writes about the ladder as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Whole {
    /// The quarter is closed over what was here by then: of every author, the entries up to a number.
    #[serde(rename = "z")]
    Closed(BTreeMap<Author, u32>),
    /// The level that one thinks one is at.
    #[serde(rename = "b")]
    Believed(LevelId),
    /// The level that one wants to be at in so many months, or none.
    #[serde(rename = "t")]
    Target(u8, Option<LevelId>),
    /// Whether a phase is complete.
    #[serde(rename = "p")]
    Phase(u32, bool),
    /// Whether something that goes with the step to a level is done, by its place in the pack's list.
    #[serde(rename = "a")]
    Also(LevelId, usize, bool),
    /// The player was reminded that the quarter has begun.
    #[serde(rename = "m")]
    Reminded,
}

/// A text as it is kept: trimmed, without control characters, and no longer than this.
pub fn bounded(text: &str, chars: usize) -> String {
    let text: String = text.trim().chars().filter(|c| *c == '\n' || !c.is_control()).take(chars).collect();
    text.trim_end().to_owned()
}

/// A link that leads to a page: nothing that a browser would run.
pub fn link(text: &str) -> Option<String> {
    let link = bounded(text, LINK_CHARS);
    let is_safe = ["https://", "http://"].iter().any(|scheme| {
        link.len() > scheme.len() && link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    (is_safe && !link.contains(char::is_whitespace)).then_some(link)
}

impl Entry {
    /// The entry as it may be kept, if it may: a file from elsewhere can say anything.
    pub fn kept(mut self) -> Option<Self> {
        self.by = Rater::new(self.by.role, &self.by.name);
        if let On::Criterion(criterion, act) = &mut self.on {
            if !crate::domain::id::is_slug(criterion.as_str()) {
                return None;
            }
            match act {
                Act::Commented(text) | Act::Corrected(_, text) => *text = bounded(text, COMMENT_CHARS),
                Act::Linked(text) => *text = link(text)?,
                Act::Unlinked(text) => *text = bounded(text, LINK_CHARS),
                Act::Rated(_) | Act::Unrated => {}
            }
        }
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_are_links() {
        assert_eq!(link(" https://example.com/pull/7 ").as_deref(), Some("https://example.com/pull/7"));
        for text in ["", "https://", "javascript:alert(1)", "data:text/html,x", "example.com", "https://a b", "h\u{e9}"]
        {
            assert_eq!(link(text), None, "{text}");
        }
    }
}
