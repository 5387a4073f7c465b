//! A document as parts: headings, lines that stand for headings, entries, words.

use super::super::document::{Block, Document, Kind};
use super::super::labels::{Label, label, leading};
use super::super::text::{Style, Text};
use super::{Is, NAME_WORDS, Part};

/// The blocks of a document, with lines that stand for headings taken out of their paragraphs.
pub(super) fn parts(document: &Document) -> Vec<Part<'_>> {
    let is_heading = |block: &Block| matches!(block.kind, Kind::Heading(..));
    let bare = !document.blocks.iter().any(is_heading);
    let mut parts = Vec::new();
    for (at, block) in document.blocks.iter().enumerate() {
        let next = document.blocks.get(at + 1).map(|block| &block.kind);
        match &block.kind {
            Kind::Heading(depth, text) => parts.push(Part { block, is: Is::Heading(*depth, text.plain()) }),
            Kind::Paragraph(text) => {
                paragraph(block, text, bare, matches!(next, Some(Kind::Item { .. })), &mut parts);
            }
            Kind::Item { depth, text, .. } => {
                let has_children = matches!(next, Some(Kind::Item { depth: below, .. }) if below > depth);
                let before_list = matches!(next, Some(Kind::Item { .. }));
                let (text, head) = if bare { without_head(text, before_list) } else { (text.clone(), None) };
                parts.push(Part { block, is: Is::Entry { depth: *depth, text, has_children } });
                parts.extend(head.map(|head| Part { block, is: Is::Bold(head) }));
            }
            Kind::Quote(text) => parts.push(Part { block, is: Is::Quote(text.clone()) }),
            Kind::Table(_) => parts.push(Part { block, is: Is::Table }),
            Kind::Aside(_) | Kind::Rule => parts.push(Part { block, is: Is::Other }),
        }
    }
    parts
}

fn paragraph<'d>(block: &'d Block, text: &Text, bare: bool, before_list: bool, parts: &mut Vec<Part<'d>>) {
    let lines = text.lines();
    let count = lines.len();
    let is_head = |(at, line): (usize, &Text)| {
        let plain = line.plain();
        let words = plain.split(' ').count();
        let is_bold = line.lead().is_some_and(|(_, rest)| rest.is_empty()) && words <= 12;
        let is_level = label(&plain).is_some_and(|label| label.is_sure()) && words <= NAME_WORDS;
        let is_last = at + 1 == count && before_list;
        let is_name =
            !plain.ends_with(['.', ',', ';', '?', '!']) && (plain.ends_with(':') && words <= 3 || bare && words <= 5);
        is_bold || is_level && (count == 1 || bare) || is_last && is_name
    };
    let heads = lines.iter().enumerate().take_while(|line| is_head(*line)).count();
    let last = lines.last().filter(|line| heads < count && is_head((count - 1, line)));
    for line in &lines[..heads] {
        parts.push(Part { block, is: Is::Bold(line.plain().trim_end_matches(':').trim_end().to_owned()) });
    }
    let rest = &lines[heads..count - usize::from(last.is_some())];
    if !rest.is_empty() {
        parts.push(Part { block, is: Is::Text(joined(rest)) });
    }
    if let Some(line) = last {
        parts.push(Part { block, is: Is::Bold(line.plain().trim_end_matches(':').trim_end().to_owned()) });
    }
}

/// An entry of a plain text, and the heading of the next ones that follows it without a blank line.
fn without_head(text: &Text, before_list: bool) -> (Text, Option<String>) {
    let mut lines = text.lines();
    let is_head = |line: &Text| {
        let plain = line.plain();
        let is_short = plain.split(' ').count() <= 4 && plain.starts_with(char::is_uppercase);
        before_list && is_short && !plain.ends_with(['.', ',', ';', '?', '!'])
    };
    if lines.len() < 2 || !lines.last().is_some_and(is_head) {
        return (text.clone(), None);
    }
    let head = lines.pop().map(|line| line.plain().trim_end_matches(':').trim_end().to_owned());
    (joined(&lines), head)
}

/// Lines as one text.
fn joined(lines: &[Text]) -> Text {
    let mut text = Text::default();
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            text.push("", Style::Break);
        }
        text.0.extend(line.0.iter().cloned());
    }
    text
}

/// The name that an entry begins with, bold or before a colon.
pub(super) fn entry_label(text: &Text) -> Option<(Label, Text)> {
    if let Some((lead, rest)) = text.lead() {
        return Some((label(&lead)?, rest));
    }
    let (label, _) = leading(&text.plain())?;
    let (_, rest) = text.label().or_else(|| {
        let mut rest = text.clone();
        let run = rest.0.first_mut()?;
        let (_, behind) = run.text.split_once([':', '\u{2013}', '\u{2014}'])?;
        run.text = behind.trim_start().to_owned();
        Some((String::new(), rest))
    })?;
    Some((label, rest))
}
