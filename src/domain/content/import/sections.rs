//! What has no place in the city, section by section: it becomes the pack's notes, and the report says so.

use super::document::{Block, Kind};
use super::report::{Line, Understanding};
use super::text::{Style, Text};
use crate::domain::content::schema::Note;

/// A stretch of the source below one heading.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Section {
    /// The line of its heading, or of its first block.
    pub(super) line: usize,
    pub(super) heading: String,
    pub(super) blocks: Vec<Block>,
    /// Whether it was read, and is kept as a note because it is worth reading.
    pub(super) understood: Option<String>,
}

/// Sections in the order of the source.
#[derive(Debug, Default)]
pub(super) struct Sections(pub(super) Vec<Section>);

impl Sections {
    /// Begins a section, even if nothing follows.
    pub(super) fn open(&mut self, line: usize, heading: &str) {
        self.0.push(Section { line, heading: heading.to_owned(), blocks: Vec::new(), understood: None });
    }

    /// Keeps a block below a heading: behind what is there already, if that is the section before.
    pub(super) fn keep(&mut self, heading: &str, block: &Block) {
        if block.kind == Kind::Rule {
            return;
        }
        match self.0.last_mut() {
            Some(section) if section.heading == heading => section.blocks.push(block.clone()),
            _ => {
                self.open(block.line, heading);
                self.keep(heading, block);
            }
        }
    }

    /// The notes, and a line of the report for each.
    pub(super) fn finish(mut self) -> (Vec<Note>, Vec<Line>) {
        self.0.sort_by_key(|section| section.line);
        let mut notes = Vec::new();
        let mut lines = Vec::new();
        for section in self.0 {
            let last = section.blocks.last().map_or(section.line, |block| block.line);
            let place = if last > section.line { format!(" to line {last}") } else { String::new() };
            let (became, says) = match section.understood {
                Some(says) => (Understanding::Understood, format!("\"{}\"{place}: {says}", section.heading)),
                None if section.blocks.is_empty() => {
                    (Understanding::LeftOut, format!("the heading \"{}\", with nothing below it", section.heading))
                }
                None => {
                    let says = written(&section.blocks);
                    let start: String =
                        says.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(48).collect();
                    (Understanding::LeftOut, format!("\"{}\"{place}: {}...", section.heading, start.trim_end()))
                }
            };
            lines.push(Line { became, line: section.line, says });
            let text = written(&section.blocks);
            notes.push(Note { heading: section.heading, text });
        }
        (notes, lines)
    }
}

/// Blocks as Markdown.
pub(super) fn written(blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut was_item = false;
    for block in blocks {
        let is_item = matches!(block.kind, Kind::Item { .. });
        if !text.is_empty() {
            text.push_str(if is_item && was_item { "\n" } else { "\n\n" });
        }
        text.push_str(&block_text(block));
        was_item = is_item;
    }
    text
}

fn block_text(block: &Block) -> String {
    match &block.kind {
        Kind::Heading(_, text) => format!("**{}**", Text(vec![plain_run(&text.plain())]).marked()),
        Kind::Paragraph(text) => text.marked(),
        Kind::Item { depth, number, text } => {
            let mark = number.map_or_else(|| "-".to_owned(), |number| format!("{number}."));
            let indent = "   ".repeat(*depth);
            let text = text.marked().replace("\n\n", &format!("\n\n{indent}   "));
            format!("{indent}{mark} {text}")
        }
        Kind::Quote(text) => format!("> {}", text.marked().replace("\n\n", "\n>\n> ")),
        Kind::Table(rows) => {
            let row = |cells: &Vec<Text>| cells.iter().map(Text::marked).collect::<Vec<_>>().join(" | ");
            rows.iter().map(row).collect::<Vec<_>>().join("\n\n")
        }
        Kind::Aside(text) => {
            let fence = if text.contains("```") { "~~~~" } else { "```" };
            format!("{fence}\n{}\n{fence}", text.trim_end())
        }
        Kind::Rule => String::new(),
    }
}

fn plain_run(text: &str) -> super::text::Run {
    super::text::Run { text: text.to_owned(), style: Style::Plain }
}
