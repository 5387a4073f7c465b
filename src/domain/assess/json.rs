//! The complete record as JSON: the same file on the web and on the desktop, and the one that two people exchange.

use super::entry::{Act, Entry, Log, On, Whole};
use super::kept::Kept;
use super::quarter::{Quarter, StartMonth};
use super::rater::Rater;
use crate::domain::id::{CriterionId, LevelId};
use crate::domain::log::{Author, Stamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the file says it is.
const FORMAT: &str = "laddertown-assessment";
/// The version of the format that this game writes.
const VERSION: u32 = 1;
/// The longest file that is read.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Why a text is no assessment that can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum ImportError {
    #[error("the file has {0} bytes; at most {MAX_BYTES} are read")]
    TooLarge(usize),
    #[error("line {line}: {message}")]
    Unreadable { line: usize, message: String },
    #[error("this is not a Laddertown assessment: its format is `{0}`")]
    NotAnAssessment(String),
    #[error("the file has version {0}; this game reads up to {VERSION}. A newer game can open it")]
    TooNew(u32),
    #[error("the assessment is of the ladder `{found}`, and this one is `{expected}`")]
    OtherLadder { found: String, expected: String },
}

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    ladder: String,
    rater: Rater,
    satisfied_from: Option<u8>,
    year_starts: StartMonth,
    calibrates: bool,
    entries: Vec<Line>,
}

/// One entry. The author is text: it has more digits than a number in JSON may have.
#[derive(Serialize, Deserialize)]
struct Line {
    at: u64,
    author: String,
    number: u32,
    role: super::rater::Role,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    quarter: Quarter,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    criterion: Option<CriterionId>,
    #[serde(flatten)]
    what: What,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Rated(super::Rating),
    Unrated(bool),
    Comment(String),
    Link(String),
    Unlink(String),
    Correction { rating: super::Rating, why: String },
    Closed(BTreeMap<String, u32>),
    Believed(LevelId),
    Target { months: u8, level: Option<LevelId> },
    Phase { phase: u32, done: bool },
    Also { level: LevelId, place: usize, done: bool },
    Reminded(bool),
}

/// Writes everything.
pub fn export(kept: &Kept, ladder: &str) -> String {
    let entries = kept.log.events().map(|(stamp, entry)| line(stamp, entry)).collect();
    let file = File {
        format: FORMAT.to_owned(),
        version: VERSION,
        ladder: ladder.to_owned(),
        rater: kept.rater.clone(),
        satisfied_from: kept.satisfied_from,
        year_starts: kept.start,
        calibrates: kept.calibrates,
        entries,
    };
    // Maps with names, numbers and texts always serialize.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// Reads a file for a ladder.
///
/// # Errors
/// If the text is no assessment, is one of another ladder, or comes from a newer game.
pub fn import(text: &str, ladder: &str) -> Result<Kept, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge(text.len()));
    }
    let unreadable =
        |error: serde_json::Error| ImportError::Unreadable { line: error.line(), message: error.to_string() };
    let head: Head = serde_json::from_str(text).map_err(unreadable)?;
    if head.format != FORMAT {
        return Err(ImportError::NotAnAssessment(head.format));
    }
    if head.version > VERSION {
        return Err(ImportError::TooNew(head.version));
    }
    if head.ladder != ladder {
        return Err(ImportError::OtherLadder { found: head.ladder, expected: ladder.to_owned() });
    }
    let file: File = serde_json::from_str(text).map_err(unreadable)?;
    let mut log = Log::default();
    for (stamp, entry) in file.entries.into_iter().filter_map(event) {
        log.insert(stamp, entry);
    }
    Ok(Kept {
        log,
        rater: Rater::new(file.rater.role, &file.rater.name),
        satisfied_from: file.satisfied_from,
        start: file.year_starts,
        calibrates: file.calibrates,
    })
}

/// What tells whether the rest can be read.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: String,
    #[serde(default)]
    version: u32,
    #[serde(default)]
    ladder: String,
}

fn line(stamp: &Stamp, entry: &Entry) -> Line {
    let (criterion, what) = match &entry.on {
        On::Criterion(criterion, act) => {
            let what = match act.clone() {
                Act::Rated(rating) => What::Rated(rating),
                Act::Unrated => What::Unrated(true),
                Act::Commented(text) => What::Comment(text),
                Act::Linked(link) => What::Link(link),
                Act::Unlinked(link) => What::Unlink(link),
                Act::Corrected(rating, why) => What::Correction { rating, why },
            };
            (Some(criterion.clone()), what)
        }
        On::Whole(whole) => {
            let what = match whole.clone() {
                Whole::Closed(seen) => {
                    What::Closed(seen.into_iter().map(|(of, last)| (of.0.to_string(), last)).collect())
                }
                Whole::Believed(level) => What::Believed(level),
                Whole::Target(months, level) => What::Target { months, level },
                Whole::Phase(phase, done) => What::Phase { phase, done },
                Whole::Also(level, place, done) => What::Also { level, place, done },
                Whole::Reminded => What::Reminded(true),
            };
            (None, what)
        }
    };
    Line {
        at: stamp.at,
        author: stamp.author.0.to_string(),
        number: stamp.number,
        role: entry.by.role,
        name: entry.by.name.clone(),
        quarter: entry.quarter,
        criterion,
        what,
    }
}

/// The entry of a line, unless it does not fit together.
fn event(line: Line) -> Option<(Stamp, Entry)> {
    let author = |text: &str| text.parse().ok().map(Author);
    let on = match (line.criterion, line.what) {
        (Some(criterion), what) => On::Criterion(criterion, act(what)?),
        (None, What::Closed(seen)) => {
            let seen = seen.into_iter().map(|(of, last)| Some((author(&of)?, last)));
            On::Whole(Whole::Closed(seen.collect::<Option<_>>()?))
        }
        (None, What::Believed(level)) => On::Whole(Whole::Believed(level)),
        (None, What::Target { months, level }) => On::Whole(Whole::Target(months, level)),
        (None, What::Phase { phase, done }) => On::Whole(Whole::Phase(phase, done)),
        (None, What::Also { level, place, done }) => On::Whole(Whole::Also(level, place, done)),
        (None, What::Reminded(_)) => On::Whole(Whole::Reminded),
        (None, _) => return None,
    };
    let stamp = Stamp { at: line.at, author: author(&line.author)?, number: line.number };
    let by = Rater { role: line.role, name: line.name };
    Entry { by, quarter: line.quarter, on }.kept().map(|entry| (stamp, entry))
}

fn act(what: What) -> Option<Act> {
    Some(match what {
        What::Rated(rating) => Act::Rated(rating),
        What::Unrated(_) => Act::Unrated,
        What::Comment(text) => Act::Commented(text),
        What::Link(link) => Act::Linked(link),
        What::Unlink(link) => Act::Unlinked(link),
        What::Correction { rating, why } => Act::Corrected(rating, why),
        _ => return None,
    })
}
