//! What became of a document: understood, guessed or left out, with the line of the source.

use super::Family;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Understanding {
    /// It said what it is.
    Understood,
    /// It did not say, and something was assumed.
    Guessed,
    /// It has no place in the city; the pack's notes keep it.
    LeftOut,
}

impl Understanding {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Understood, Self::Guessed, Self::LeftOut];

    /// The word for it in lists.
    pub fn word(self) -> &'static str {
        match self {
            Self::Understood => "understood",
            Self::Guessed => "guessed",
            Self::LeftOut => "left out",
        }
    }
}

/// One thing to say about a line of the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What became of it.
    pub became: Understanding,
    /// Counted from 1; 0 for the document as a whole.
    pub line: usize,
    /// A sentence without a full stop.
    pub says: String,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}", self.says),
            line => write!(f, "line {line}: {}", self.says),
        }
    }
}

/// How much of each there is in the pack.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "they are what their names say")]
pub struct Counts {
    pub levels: usize,
    pub districts: usize,
    pub buildings: usize,
    pub floors: usize,
    pub criteria: usize,
    pub notes: usize,
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { levels, districts, buildings, floors, criteria, notes } = self;
        let things = [
            many(*levels, "level", "levels"),
            many(*districts, "district", "districts"),
            many(*buildings, "building", "buildings"),
            many(*floors, "floor", "floors"),
            many(*criteria, "criterion", "criteria"),
            many(*notes, "note", "notes"),
        ];
        f.write_str(&things.join(", "))
    }
}

/// So many of a thing, in words.
pub(super) fn many(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// The whole report, in the order of the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What the document was read as.
    pub family: Family,
    /// The pack's id.
    pub id: String,
    /// The pack's title.
    pub title: String,
    /// What the pack holds.
    pub counts: Counts,
    /// By line.
    pub lines: Vec<Line>,
}

impl Report {
    /// The lines of one kind.
    pub fn that(&self, became: Understanding) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.became == became)
    }
}

impl fmt::Display for Report {
    /// A head with the counts, then each kind with its lines.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.family {
            Family::Flow => "an unlock flow",
            Family::Ladder => "a ladder",
            Family::Own => "Laddertown's own Markdown",
        };
        writeln!(f, "{} ({}): read as {kind}", self.title, self.id)?;
        writeln!(f, "{}", self.counts)?;
        for became in Understanding::ALL {
            let count = self.that(became).count();
            let kept =
                if became == Understanding::LeftOut && count > 0 { ", and kept in the pack's notes" } else { "" };
            writeln!(f, "\n{count} {}{kept}", became.word())?;
            for line in self.that(became) {
                writeln!(f, "  {line}")?;
            }
        }
        Ok(())
    }
}
