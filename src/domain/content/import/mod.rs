//! A document somebody wrote becomes a pack: complete, checked, and with a report of what became of every line.
//!
//! `own` reads what the game itself has written. Of what others wrote `document` reads Markdown into blocks, `flow` and `ladder` find a city in them, `draft` gives it ids and lots, and
//! `report` says what was understood, guessed and left out. What has no place is kept in the pack's notes.

mod assessment;
mod document;
mod draft;
mod flow;
mod labels;
mod ladder;
mod names;
mod own;
mod report;
mod sections;
mod table;
mod text;

pub use names::Ids;
pub use report::{Counts, Line, Report, Understanding};

use super::Files;
use document::Document;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The shapes of documents that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Family {
    /// Levels that unlock districts, buildings and floors.
    Flow,
    /// Levels with criteria in areas.
    Ladder,
    /// What `pack export --to md` writes.
    Own,
}

impl Family {
    /// As one writes it behind `--as`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Flow => "flow",
            Self::Ladder => "ladder",
            Self::Own => "own",
        }
    }
}

/// The text names no family.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no family of documents: expected flow, ladder or own")]
pub struct NoFamily(String);

impl FromStr for Family {
    type Err = NoFamily;

    fn from_str(text: &str) -> Result<Self, NoFamily> {
        [Self::Flow, Self::Ladder, Self::Own]
            .into_iter()
            .find(|family| family.word() == text)
            .ok_or(NoFamily(text.to_owned()))
    }
}

/// A document as a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The pack, which passes its check.
    pub files: Files,
    /// What became of the document.
    pub report: Report,
}

/// Why no pack could be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// There is nothing to read.
    #[error("the document is empty")]
    Empty,
    /// It is larger than [`MAX_BYTES`].
    #[error("the document has {0} bytes; at most {MAX_BYTES} can be read")]
    TooLarge(usize),
    /// It is of no family, or not of the one that was asked for.
    #[error("{0}")]
    Unknown(Unknown),
    /// The pack that came of it does not pass its check: a fault of the importer, told in its words.
    #[error("the document was read, but its pack does not pass the check: {0}")]
    Unfit(String),
}

/// The largest document that is read.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// What was looked for in a document of no family, and what there was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The family that was asked for, if any.
    pub asked: Option<Family>,
    /// How many headings the document has.
    pub headings: usize,
    /// How many lists entries and rows of tables.
    pub entries: usize,
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { asked, headings, entries } = self;
        let asked = asked.map_or_else(
            || "neither an unlock flow nor a ladder".to_owned(),
            |family| match family {
                Family::Flow => "no unlock flow".to_owned(),
                Family::Ladder => "no ladder".to_owned(),
                Family::Own => "not Laddertown's own Markdown with a level and a district".to_owned(),
            },
        );
        if self.asked == Some(Family::Own) {
            writeln!(f, "this document is {asked}. The smallest one:\n")?;
            return write!(f, "{}", indented(SMALLEST_OWN).trim_end());
        }
        writeln!(f, "this document is {asked}: it has {headings} headings and {entries} entries of lists and tables,")?;
        writeln!(f, "but no heading such as `[new building unlocked] Kitchen`, and not two levels with criteria.\n")?;
        writeln!(f, "The smallest unlock flow:\n\n{}", indented(SMALLEST_FLOW))?;
        write!(f, "The smallest ladder (levels may also be bold lines, columns or rows of a table):\n\n")?;
        write!(f, "{}", indented(SMALLEST_LADDER).trim_end())
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
}

/// The smallest document that is an unlock flow.
pub const SMALLEST_FLOW: &str = "\
# L0: The Guest

## [new district unlocked] The House

## [new building unlocked] Kitchen

- **know:** You can boil water.
- **assume:** A kettle is a kitchen.
- **learn:** The second guest is hungry.
";

/// The smallest document in Laddertown's own Markdown.
pub const SMALLEST_OWN: &str = "\
<!-- Laddertown's own Markdown -->

# Our House

## Level: The Guest

## District: The House

### Building: Kitchen

#### Floor 0 at The Guest

**Know:** You can boil water.
";

/// The smallest document that is a ladder.
pub const SMALLEST_LADDER: &str = "\
## L1 - Learning

**Technical**

- Asks before the day is lost.

## L2 - Building

**Technical**

- Ships without being reminded of the tests.
";

/// Makes a pack of a document in Markdown or plain text. `name` is that of its file, for a document without a title;
/// `family` is forced, or found.
///
/// # Errors
/// What was looked for, if the document is of no family.
pub fn import(text: &str, name: &str, family: Option<Family>) -> Result<Imported, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge(text.len()));
    }
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    if family == Some(Family::Own) || (family.is_none() && own::is_own(text)) {
        let imported = own::read(text, name).ok_or_else(|| unknown(&Document::read(text, name), Some(Family::Own)))?;
        return fit(imported);
    }
    let document = Document::read(text, name);
    let is_flow = family.map_or_else(|| flow::is_flow(&document), |family| family == Family::Flow);
    let draft = if is_flow { flow::read(&document) } else { ladder::read(&document, family.is_some()) };
    let Some(draft) = draft else {
        return Err(unknown(&document, family));
    };
    fit(draft.finish(if is_flow { Family::Flow } else { Family::Ladder }))
}

fn unknown(document: &Document, asked: Option<Family>) -> ImportError {
    let (headings, entries) = document.size();
    ImportError::Unknown(Unknown { asked, headings, entries })
}

/// The pack, if it passes its check.
fn fit(imported: Imported) -> Result<Imported, ImportError> {
    let unfit = match imported.files.checked() {
        Ok(checked) if checked.pack.is_some() => return Ok(imported),
        Ok(checked) => checked.findings,
        Err(findings) => findings,
    };
    let worst = unfit.iter().max_by_key(|finding| finding.severity);
    Err(ImportError::Unfit(worst.map(ToString::to_string).unwrap_or_default()))
}
