//! What a check has to say about a pack: where, how bad, and what was expected.

use super::hidden::visible;
use super::limits;
use std::fmt;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing: an oddity of the source, a count.
    Note,
    /// Plays, but a reader will stumble.
    Warning,
    /// The pack cannot be played.
    Error,
}

impl Severity {
    /// The word for it in lists and exit messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A stretch of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Path within the pack, with forward slashes.
    pub file: String,
    /// Bytes from the start of the file.
    pub span: std::ops::Range<usize>,
    /// Counted from 1.
    pub line: usize,
    /// Characters, counted from 1.
    pub column: usize,
}

impl Place {
    /// The place of `span` in `text`; a span beyond the end is moved to the end.
    pub fn new(file: &str, text: &str, span: std::ops::Range<usize>) -> Self {
        let start = floor_char_boundary(text, span.start);
        let end = floor_char_boundary(text, span.end).max(start);
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            file: file.to_owned(),
            span: start..end,
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

fn floor_char_boundary(text: &str, index: usize) -> usize {
    (0..=index.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// One thing that a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// Where; `None` for the pack as a whole.
    pub place: Option<Place>,
    /// What is the case, in a sentence without a full stop.
    pub message: String,
    /// What was expected or how to mend it.
    pub help: String,
}

impl fmt::Display for Finding {
    /// `file:line:column: error: message (help)`, on one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}: {}", self.severity.word(), self.message)?;
        if !self.help.is_empty() {
            write!(f, " ({})", self.help)?;
        }
        Ok(())
    }
}

impl Finding {
    /// Without anything hidden in its words, some of which are the pack's own, and not endless.
    #[must_use]
    pub fn tidy(self) -> Self {
        let tidy = |text: &str| {
            let shown = visible(text);
            let end = shown.char_indices().nth(limits::MESSAGE).map(|(at, _)| at);
            end.map_or_else(|| shown.to_string(), |end| format!("{} [...]", &shown[..end]))
        };
        Self { message: tidy(&self.message), help: tidy(&self.help), ..self }
    }
}

/// Every finding as it can be shown.
pub(super) fn tidy(findings: Vec<Finding>) -> Vec<Finding> {
    findings.into_iter().map(Finding::tidy).collect()
}

/// Whether one more finding of a severity can be told. Counted for each by itself: no number of notes hides an error.
pub(super) fn has_room(findings: &[Finding], severity: Severity) -> bool {
    findings.iter().filter(|finding| finding.severity == severity).count() < limits::FINDINGS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let text = "one\ntwö three";
        let place = Place::new("a.ron", text, 9..14);
        assert_eq!((place.line, place.column), (2, 5));
        assert_eq!(place.to_string(), "a.ron:2:5");
    }

    #[test]
    fn a_span_outside_the_text_or_inside_a_character_does_not_panic() {
        assert_eq!(Place::new("a", "ö", 1..99).span, 0..2);
        assert_eq!(Place::new("a", "", std::ops::Range { start: 5, end: 3 }).span, 0..0);
    }
}
