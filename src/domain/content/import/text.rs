//! A stretch of inline text: its words in their styles, as plain text and as Markdown that reads the same.

use super::document;
use crate::domain::content::lint::is_hidden;

/// How a run is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Emphasis,
    Strong,
    Code,
    /// The end of a line within a paragraph.
    Break,
    /// The end of a paragraph.
    Gap,
}

/// Text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) style: Style,
}

/// Inline text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text(pub(super) Vec<Run>);

impl Text {
    /// Puts text behind what is there. Characters that nobody sees are left out, blanks of all kinds become spaces.
    pub(super) fn push(&mut self, text: &str, style: Style) {
        let is_mark = matches!(style, Style::Break | Style::Gap);
        let seen = text.chars().filter(|c| matches!(c, '\t' | '\n') || !is_hidden(*c));
        let keep = |c: char| if c.is_whitespace() && !(c == '\n' && style == Style::Code) { ' ' } else { c };
        let text: String = seen.map(keep).collect();
        match self.0.last_mut() {
            _ if is_mark => self.0.push(Run { text: String::new(), style }),
            _ if text.is_empty() => {}
            Some(run) if run.style == style => run.text.push_str(&text),
            _ => self.0.push(Run { text, style }),
        }
    }

    /// Whether there are no words in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|run| run.text.trim().is_empty())
    }

    /// Its words on one line, without styles.
    pub(super) fn plain(&self) -> String {
        let runs = self.0.iter().map(|run| if run.text.is_empty() { " " } else { run.text.as_str() });
        runs.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// As Markdown that reads as it does: light where that suffices, with every mark escaped where it does not.
    pub(super) fn marked(&self) -> String {
        let shape = self.shape();
        let ways: [fn(&str) -> String; 2] = [str::to_owned, escaped];
        let reads = |marked: &String| {
            let read = document::inline(marked);
            read.is_some_and(|read| read.shape() == shape)
        };
        let mut tries = ways.into_iter().map(|escape| self.written(true, escape));
        tries.find(reads).unwrap_or_else(|| self.written(false, escaped))
    }

    fn written(&self, styled: bool, escape: fn(&str) -> String) -> String {
        let mut marked = String::new();
        for Run { text, style } in &self.0 {
            let (core, front) = (text.trim(), text.len() - text.trim_start().len());
            let back = text.len() - text.trim_end().len();
            let mark = match style {
                Style::Emphasis if styled => "*",
                Style::Strong if styled => "**",
                _ => "",
            };
            match style {
                Style::Break => marked.push(' '),
                Style::Gap => marked.push_str("\n\n"),
                Style::Code => marked.push_str(&code(text)),
                _ if core.is_empty() => marked.push_str(text),
                _ => {
                    marked.push_str(&text[..front]);
                    marked.push_str(mark);
                    marked.push_str(&escape(core));
                    marked.push_str(mark);
                    marked.push_str(&text[text.len() - back..]);
                }
            }
        }
        let paragraphs = marked.split("\n\n").map(|paragraph| squeezed(paragraph.trim()));
        paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// Its words by style and paragraph, with blanks made alike.
    fn shape(&self) -> Vec<(String, Style)> {
        let mut shape: Vec<(String, Style)> = Vec::new();
        for run in &self.0 {
            let style = if run.style == Style::Break { Style::Plain } else { run.style };
            let text = if run.style == Style::Break { " " } else { &run.text };
            let is_blank = style != Style::Gap && text.trim().is_empty();
            match shape.last_mut() {
                Some((last, before)) if *before == style || is_blank => last.push_str(text),
                _ if is_blank => {}
                _ => shape.push((text.to_owned(), style)),
            }
        }
        for (text, _) in &mut shape {
            *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        shape.retain(|(text, style)| *style == Style::Gap || !text.is_empty());
        shape
    }

    /// Its lines, as the source broke them.
    pub(super) fn lines(&self) -> Vec<Self> {
        self.broken().into_iter().map(|(_, line)| line).collect()
    }

    /// Its lines, each with what stands before it: a break, or the gap between two paragraphs.
    pub(super) fn broken(&self) -> Vec<(Style, Self)> {
        let mut lines = vec![(Style::Break, Self::default())];
        for run in &self.0 {
            match (run.style, lines.last_mut()) {
                (Style::Break | Style::Gap, _) => lines.push((run.style, Self::default())),
                (_, Some((_, line))) => line.0.push(run.clone()),
                (_, None) => {}
            }
        }
        lines.retain(|(_, line)| !line.is_empty());
        lines
    }

    /// The bold words at its beginning, if there are any, and what comes behind them and their colon.
    pub(super) fn lead(&self) -> Option<(String, Self)> {
        let start = self.0.iter().position(|run| !run.text.trim().is_empty())?;
        let first = &self.0[start];
        if first.style != Style::Strong {
            return None;
        }
        let mut rest = Self(self.0[start + 1..].to_vec());
        if let Some(run) = rest.0.first_mut().filter(|run| run.style == Style::Plain) {
            let behind = run.text.trim_start();
            let behind = behind.strip_prefix([':', '-', '\u{2013}', '\u{2014}']).unwrap_or(behind);
            run.text = behind.to_owned();
        }
        let lead = first.text.trim().trim_end_matches(':').trim_end();
        (!lead.is_empty()).then(|| (lead.to_owned(), rest))
    }

    /// Takes a label such as `know:` from its beginning, bold or not; the label in lower case, and the rest.
    pub(super) fn label(&self) -> Option<(String, Self)> {
        if let Some((lead, rest)) = self.lead() {
            return Some((lead.to_lowercase(), rest));
        }
        let start = self.0.iter().position(|run| !run.text.trim().is_empty())?;
        let (label, behind) = self.0[start].text.split_once(':')?;
        let rest = Run { text: behind.trim_start().to_owned(), style: self.0[start].style };
        let runs = std::iter::once(rest).chain(self.0[start + 1..].iter().cloned());
        let label = label.trim().to_lowercase();
        (self.0[start].style != Style::Code && !label.is_empty() && label.split(' ').count() <= 3)
            .then(|| (label, Self(runs.collect())))
    }
}

fn squeezed(text: &str) -> String {
    let mut squeezed = String::new();
    for c in text.chars() {
        if c != ' ' || !squeezed.ends_with(' ') {
            squeezed.push(c);
        }
    }
    squeezed
}

/// Inline code, between as many backticks as it takes.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{fence}{pad}{text}{pad}{fence}")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        let is_mark = matches!(c, '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '(' | ')' | '#' | '+')
            || matches!(c, '-' | '.' | '!' | '|' | '&' | '~' | '=' | ':');
        if is_mark {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
