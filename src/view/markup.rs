//! The little markup that texts of a pack may have, read once for every renderer.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// A stretch of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they are set.
    pub style: Style,
}

/// How a run is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// As body text.
    #[default]
    Plain,
    /// Stressed, in italics.
    Emphasis,
    /// Loud, in bold.
    Strong,
    /// A command, an error message, a name in code.
    Code,
}

/// A paragraph.
pub type Paragraph = Vec<Run>;

/// Reads a text as Markdown and keeps paragraphs, emphasis and inline code. Everything else, such as
/// headings, links and HTML, becomes its plain text: a pack may come from a stranger.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut paragraphs = vec![Paragraph::new()];
    let mut style = Style::Plain;
    for event in Parser::new(text) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => push(&mut paragraphs, &text, style),
            Event::Code(text) => push(&mut paragraphs, &text, Style::Code),
            Event::SoftBreak | Event::HardBreak => push(&mut paragraphs, " ", style),
            Event::Start(Tag::Emphasis) => style = Style::Emphasis,
            Event::Start(Tag::Strong) => style = Style::Strong,
            Event::End(TagEnd::Emphasis | TagEnd::Strong) => style = Style::Plain,
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => paragraphs.push(Paragraph::new()),
            _ => {}
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// A text without its markup, for labels and for being read aloud.
pub fn plain(text: &str) -> String {
    let paragraphs = paragraphs(text);
    let joined = paragraphs.iter().map(|runs| runs.iter().map(|run| run.text.as_str()).collect::<String>());
    joined.collect::<Vec<_>>().join("\n\n")
}

fn push(paragraphs: &mut [Paragraph], text: &str, style: Style) {
    let Some(paragraph) = paragraphs.last_mut() else { return };
    match paragraph.last_mut() {
        Some(run) if run.style == style => run.text.push_str(text),
        _ => paragraph.push(Run { text: text.to_owned(), style }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&[(&str, Style)]]) {
        let expected: Vec<Paragraph> = expected
            .iter()
            .map(|runs| runs.iter().map(|&(text, style)| Run { text: text.into(), style }).collect())
            .collect();
        assert_eq!(paragraphs(text), expected);
    }

    #[test]
    fn code_and_emphasis_become_runs() {
        check(
            "Run `git log` *first*.",
            &[&[
                ("Run ", Style::Plain),
                ("git log", Style::Code),
                (" ", Style::Plain),
                ("first", Style::Emphasis),
                (".", Style::Plain),
            ]],
        );
    }

    #[test]
    fn a_blank_line_parts_paragraphs() {
        check("One.\n\nTwo.", &[&[("One.", Style::Plain)], &[("Two.", Style::Plain)]]);
    }

    #[test]
    fn html_is_shown_and_never_meant() {
        assert_eq!(plain("a <script>alert(1)</script> b"), "a <script>alert(1)</script> b");
    }

    #[test]
    fn nothing_comes_of_nothing() {
        check("", &[]);
    }
}
