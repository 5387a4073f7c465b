//! Markdown, or plain text that looks a little like it, as a flat list of blocks with their lines.

use super::text::{Style, Text};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// How often text within text is read anew, such as HTML or an indented list.
const DEEPEST: usize = 3;

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Document {
    /// As its first heading, its front matter or its file says.
    pub(super) title: String,
    /// The line of the heading that is the title; 0 without one.
    pub(super) title_line: usize,
    /// In the order of the source, without the title.
    pub(super) blocks: Vec<Block>,
}

/// A block.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    /// Counted from 1.
    pub(super) line: usize,
    pub(super) kind: Kind,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Heading(usize, Text),
    Paragraph(Text),
    /// An entry of a list; entries below it follow it and lie deeper.
    Item {
        depth: usize,
        number: Option<u64>,
        text: Text,
    },
    Quote(Text),
    /// Rows of cells; the first row is the head.
    Table(Vec<Vec<Text>>),
    /// Code, comments and other things that are no prose.
    Aside(String),
    Rule,
}

impl Document {
    /// Reads a document; any text is one.
    pub(super) fn read(text: &str, name: &str) -> Self {
        let text = prepared(text);
        let mut blocks = blocks(&text, 1, 0);
        blocks.retain(|block| !block.is_empty());
        let (mut title, mut title_line) = (String::new(), 0);
        if let Some(Block { kind: Kind::Aside(front), .. }) = blocks.first()
            && let Some(named) = front.lines().find_map(|line| line.strip_prefix("title:"))
        {
            named.trim().trim_matches(['"', '\'']).clone_into(&mut title);
        }
        let heading = blocks.iter().position(|block| matches!(block.kind, Kind::Heading(..)));
        if let Some(at) = heading
            && let Kind::Heading(depth, text) = &blocks[at].kind
        {
            let is_above = |block: &Block| matches!(block.kind, Kind::Heading(other, _) if other <= *depth);
            let is_alone = !blocks[at + 1..].iter().any(is_above);
            let plain = text.plain();
            let is_level = super::labels::label(&plain).is_some_and(|label| label.is_sure());
            if (*depth == 1 || is_alone) && !is_level && !super::flow::is_event(&plain) {
                title_line = blocks[at].line;
                title = if title.is_empty() { plain } else { title };
                blocks.remove(at);
            }
        }
        if let Some(at) = blocks.first().and_then(|block| heading.is_none().then(|| first_line(block)).flatten()) {
            title_line = blocks[0].line;
            title = if title.is_empty() { at } else { title };
            blocks.remove(0);
        }
        if title.trim().is_empty() {
            title = titled(name);
        }
        Self { title, title_line, blocks }
    }

    /// How many headings it has, and how many entries of lists and rows of tables.
    pub(super) fn size(&self) -> (usize, usize) {
        let count = |block: &Block| match &block.kind {
            Kind::Heading(..) => (1, 0),
            Kind::Item { .. } => (0, 1),
            Kind::Table(rows) => (0, rows.len()),
            _ => (0, 0),
        };
        self.blocks.iter().map(count).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    }
}

impl Block {
    fn is_empty(&self) -> bool {
        match &self.kind {
            Kind::Heading(_, text) | Kind::Paragraph(text) | Kind::Quote(text) => text.is_empty(),
            Kind::Item { .. } | Kind::Rule => false,
            Kind::Table(rows) => rows.iter().flatten().all(Text::is_empty),
            Kind::Aside(text) => text.trim().is_empty(),
        }
    }
}

/// A title made of the name of a file.
pub(super) fn titled(name: &str) -> String {
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let words = stem.replace(['_', '-'], " ");
    let mut title = Text::default();
    title.push(words.trim(), Style::Plain);
    let title = title.plain();
    if title.is_empty() { "A city without a name".to_owned() } else { title }
}

/// The first line of a plain text, if it stands alone, is short and no sentence.
fn first_line(block: &Block) -> Option<String> {
    let Kind::Paragraph(text) = &block.kind else { return None };
    let plain = text.plain();
    let is_title = text.lines().len() == 1 && plain.split(' ').count() <= 10 && !plain.ends_with(['.', ':', '?', '!']);
    (is_title && super::labels::label(&plain).is_none()).then_some(plain)
}

/// A text of one or more paragraphs, read anew; `None` if it is anything else.
pub(super) fn inline(text: &str) -> Option<Text> {
    let mut whole: Option<Text> = None;
    for block in blocks(text, 1, DEEPEST) {
        let Kind::Paragraph(read) = block.kind else { return None };
        match &mut whole {
            Some(whole) => {
                whole.push("", Style::Gap);
                whole.0.extend(read.0);
            }
            None => whole = Some(read),
        }
    }
    whole
}

/// Line ends of all systems become one, bullets of other alphabets become hyphens, headings get their blank.
fn prepared(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let line = |line: &str| {
        let start = line.len() - line.trim_start().len();
        let (blank, rest) = line.split_at(start);
        let bullet =
            rest.strip_prefix(['\u{2022}', '\u{25cf}', '\u{25aa}', '\u{2023}', '\u{25e6}', '\u{b7}', '\u{25cb}']);
        if let Some(text) = bullet {
            return format!("{blank}- {}", text.trim_start());
        }
        let behind = rest.trim_start_matches('#');
        let marks = rest.len() - behind.len();
        let is_heading = (2..=6).contains(&marks) && behind.starts_with(|c: char| c.is_alphanumeric());
        if is_heading { format!("{}{} {behind}", blank, &rest[..marks]) } else { line.to_owned() }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn blocks(text: &str, first_line: usize, nesting: usize) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
    let options = if nesting == 0 { options | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS } else { options };
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut reader = Reader { nesting, ..Reader::default() };
    for (event, span) in Parser::new_ext(text, options).into_offset_iter() {
        reader.line = first_line + starts.partition_point(|start| *start <= span.start).saturating_sub(1);
        let ends_row = matches!(event, Event::End(TagEnd::TableRow));
        reader.event(event);
        if ends_row {
            reader.more_cells(text.get(span).unwrap_or_default());
        }
    }
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    nesting: usize,
    line: usize,
    /// The lists that are open, each with its next number.
    lists: Vec<Option<u64>>,
    /// The entries that are open, as places in `blocks`.
    items: Vec<usize>,
    /// The heading, paragraph or cell that is open.
    open: Option<(usize, Text)>,
    /// The quotation that is open, as a place in `blocks`.
    quote: Option<usize>,
    quotes: usize,
    strong: usize,
    emphasis: usize,
    /// Where links and pictures lead that are open, and what stood before them.
    links: Vec<(String, usize)>,
    table: Option<(usize, Vec<Vec<Text>>)>,
    /// Code or HTML that is open.
    raw: Option<(usize, bool, String)>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) => match &mut self.raw {
                Some((.., raw)) => raw.push_str(&text),
                None => self.push(&text, self.style()),
            },
            Event::Html(html) => match &mut self.raw {
                Some((.., raw)) => raw.push_str(&html),
                None => self.push(&html, Style::Plain),
            },
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.push(&text, Style::Code),
            Event::InlineHtml(html) => match tag_name(&html) {
                Some("br") => self.push("", Style::Break),
                Some(_) => {}
                None => self.push(&html, self.style()),
            },
            Event::SoftBreak | Event::HardBreak => self.push("", Style::Break),
            Event::Rule => self.block(Kind::Rule),
            Event::FootnoteReference(name) => self.push(&format!("[{name}]"), Style::Plain),
            Event::TaskListMarker(_) => {}
        }
    }

    fn style(&self) -> Style {
        match (self.strong, self.emphasis) {
            (0, 0) => Style::Plain,
            (0, _) => Style::Emphasis,
            _ => Style::Strong,
        }
    }

    fn block(&mut self, kind: Kind) {
        self.blocks.push(Block { line: self.line, kind });
    }

    /// Where text goes at this moment.
    fn target(&mut self) -> Option<&mut Text> {
        if let Some((_, text)) = &mut self.open {
            return Some(text);
        }
        match &mut self.blocks.get_mut(*self.items.last()?)?.kind {
            Kind::Item { text, .. } => Some(text),
            _ => None,
        }
    }

    fn push(&mut self, text: &str, style: Style) {
        if let Some(target) = self.target() {
            target.push(text, style);
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } | Tag::Paragraph => {
                if self.items.is_empty() || self.quotes > 0 {
                    self.open = Some((self.line, Text::default()));
                } else if self.target().is_some_and(|text| !text.is_empty()) {
                    self.push("", Style::Gap);
                }
            }
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::List(number) => self.lists.push(number),
            Tag::Item => {
                let depth = self.lists.len().saturating_sub(1);
                let number = self.lists.last().copied().flatten();
                if let Some(Some(next)) = self.lists.last_mut() {
                    *next = next.saturating_add(1);
                }
                self.items.push(self.blocks.len());
                self.block(Kind::Item { depth, number, text: Text::default() });
            }
            Tag::CodeBlock(kind) => {
                let is_indented = matches!(kind, CodeBlockKind::Indented);
                self.raw = Some((self.line, is_indented, String::new()));
            }
            Tag::HtmlBlock => self.raw = Some((self.line, true, String::new())),
            Tag::MetadataBlock(_) => self.raw = Some((self.line, false, String::new())),
            Tag::Table(_) => self.table = Some((self.line, Vec::new())),
            Tag::TableHead | Tag::TableRow => {
                if let Some((_, rows)) = &mut self.table {
                    rows.push(Vec::new());
                }
            }
            Tag::TableCell => self.open = Some((self.line, Text::default())),
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                let before = self.target().map_or(0, |text| text.plain().len());
                self.links.push((dest_url.to_string(), before));
            }
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::BlockQuote(_) => {
                self.quotes = self.quotes.saturating_sub(1);
                self.quote = None;
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => {
                self.items.pop();
            }
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.end_raw(false),
            TagEnd::HtmlBlock => self.end_raw(true),
            TagEnd::Table => {
                if let Some((line, rows)) = self.table.take() {
                    self.blocks.push(Block { line, kind: Kind::Table(rows) });
                }
            }
            TagEnd::TableCell => {
                let cell = self.open.take().map(|(_, text)| text).unwrap_or_default();
                if let Some(row) = self.table.as_mut().and_then(|(_, rows)| rows.last_mut()) {
                    row.push(cell);
                }
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Link | TagEnd::Image => self.end_link(),
            _ => {}
        }
    }

    /// Cells beyond the last column, which readers of Markdown drop.
    fn more_cells(&mut self, source: &str) {
        let Some((_, rows)) = &mut self.table else { return };
        let columns = rows.first().map_or(0, Vec::len);
        let source = source.trim().replace("\\|", "\u{1}");
        let cells = source.strip_prefix('|').unwrap_or(&source);
        let cells = cells.strip_suffix('|').unwrap_or(cells).split('|').skip(columns);
        for cell in cells {
            let mut text = Text::default();
            text.push(cell.replace('\u{1}', "|").trim(), Style::Plain);
            if let Some(row) = rows.last_mut() {
                row.push(text);
            }
        }
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let Some((line, text)) = self.open.take() else { return };
        if self.quotes > 0 {
            self.quoted(line, text);
        } else {
            self.blocks.push(Block { line, kind: Kind::Heading(level as usize, text) });
        }
    }

    fn end_paragraph(&mut self) {
        let Some((line, text)) = self.open.take() else { return };
        if self.quotes > 0 {
            self.quoted(line, text);
        } else {
            self.blocks.push(Block { line, kind: Kind::Paragraph(text) });
        }
    }

    /// Paragraphs of a quotation make one block.
    fn quoted(&mut self, line: usize, text: Text) {
        if let Some(Block { kind: Kind::Quote(before), .. }) = self.quote.and_then(|at| self.blocks.get_mut(at)) {
            before.push("", Style::Gap);
            before.0.extend(text.0);
        } else {
            self.quote = Some(self.blocks.len());
            self.blocks.push(Block { line, kind: Kind::Quote(text) });
        }
    }

    /// The address of a link stands behind its words, since a text of a pack leads nowhere.
    fn end_link(&mut self) {
        let Some((address, before)) = self.links.pop() else { return };
        let plain = self.target().map(|text| text.plain()).unwrap_or_default();
        let words = plain.get(before..).unwrap_or_default().trim();
        let is_said = address.is_empty() || address.starts_with('#') || words == address;
        if !is_said && address.strip_prefix("mailto:") != Some(words) {
            let space = if words.is_empty() { "" } else { " " };
            self.push(&format!("{space}({address})"), Style::Plain);
        }
    }

    fn end_raw(&mut self, is_html: bool) {
        let Some((line, is_text, raw)) = self.raw.take() else { return };
        if self.items.last().is_some() && !is_html {
            self.push("", Style::Gap);
            self.push(raw.trim_end(), Style::Code);
            return;
        }
        let raw: String = raw.chars().filter(|c| *c == '\n' || !crate::domain::content::lint::is_hidden(*c)).collect();
        if !is_text || self.nesting >= DEEPEST {
            self.blocks.push(Block { line, kind: Kind::Aside(raw) });
            return;
        }
        let text = if is_html { without_tags(&raw) } else { raw.clone() };
        let inner = blocks(&text, line, self.nesting + 1);
        let is_read = inner.iter().any(|block| !matches!(block.kind, Kind::Aside(_)));
        if is_html && raw.contains("<!--") {
            self.blocks.push(Block { line, kind: Kind::Aside(raw) });
        }
        // Indented text without any structure is code.
        let has_shape = inner.iter().any(|block| matches!(block.kind, Kind::Item { .. } | Kind::Heading(..)));
        if is_html || (is_read && has_shape) {
            self.blocks.extend(inner);
        } else {
            self.blocks.push(Block { line, kind: Kind::Aside(text) });
        }
    }
}

/// HTML without tags and comments, each line where it was.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        let from = &rest[open..];
        let (end, is_comment) = match from.strip_prefix("<!--") {
            Some(inner) => (inner.find("-->").map(|at| at + 7), true),
            None => (from.find('>').map(|at| at + 1), false),
        };
        let end = end.unwrap_or(from.len());
        let tag = &from[..end];
        match tag_name(tag) {
            Some("br" | "p" | "div" | "li" | "tr" | "summary") if !is_comment => text.push_str("  \n"),
            Some(_) => {}
            None if is_comment => {}
            None => text.push_str(tag),
        }
        text.extend(tag.chars().filter(|c| *c == '\n'));
        rest = &from[end..];
    }
    text.push_str(rest);
    // A tag that stood in front of its text leaves blanks that would make code of it.
    text.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}

/// The name of a tag of HTML that says how something looks; `None` for anything else in angle brackets.
fn tag_name(tag: &str) -> Option<&'static str> {
    const KNOWN: [&str; 48] = [
        "a", "abbr", "b", "big", "blockquote", "br", "caption", "center", "code", "col", "colgroup", "dd", "del",
        "details", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd",
        "li", "mark", "ol", "p", "pre", "s", "section", "small", "span", "strong", "sub", "summary", "sup", "table",
        "td", "tr", "u", "ul",
    ];
    let inner = tag.strip_prefix('<')?.trim_start_matches('/');
    let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let more = ["tbody", "thead", "tfoot", "th"];
    KNOWN.into_iter().chain(more).find(|known| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(usize, Kind)> {
        Document::read(text, "x").blocks.into_iter().map(|block| (block.line, block.kind)).collect()
    }

    #[test]
    fn blocks_know_their_lines() {
        let text = "# Title\n\nOne.\n\n- a\n  - b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n";
        let document = Document::read(text, "x.md");
        assert_eq!((document.title.as_str(), document.title_line), ("Title", 1));
        let lines: Vec<_> = document.blocks.iter().map(|block| block.line).collect();
        assert_eq!(lines, [3, 5, 6, 8]);
    }

    #[test]
    fn entities_marks_and_line_ends_are_read() {
        let text = "\u{feff}Tom &amp; Anna don&#39;t say\u{a0}so.\r\n\r\n\u{2022} one\r\n\u{2022} two\r\n";
        let [(1, Kind::Paragraph(text)), (3, Kind::Item { .. }), (4, Kind::Item { .. })] = &kinds(text)[..] else {
            panic!("{:?}", kinds(text))
        };
        assert_eq!(text.plain(), "Tom & Anna don't say so.");
    }

    #[test]
    fn what_looks_like_a_type_is_no_tag() {
        let [(_, Kind::Paragraph(text))] = &kinds("Returns Option<T>, <b>not</b> null.")[..] else { panic!() };
        assert_eq!(text.plain(), "Returns Option<T>, not null.");
    }

    #[track_caller]
    fn marked(text: &str, expected: &str) {
        let read = inline(text).unwrap_or_else(|| panic!("{text:?} is no inline text"));
        assert_eq!(read.marked(), expected);
        assert_eq!(inline(&read.marked()).expect("inline").plain(), read.plain(), "it reads the same");
    }

    #[test]
    fn what_is_written_reads_as_it_was_read() {
        marked("a *b* **c** `d`", "a *b* **c** `d`");
        marked("R&amp;D", "R&D");
        marked("5 \\* 3 \\* 2", "5 * 3 * 2");
        marked("1\\. no list", "1\\. no list");
        marked("say &amp;copy; twice", "say \\&copy; twice");
        marked("[a](https://b.c)", "a (https://b.c)");
        marked("x ``a`b`` y", "x ``a`b`` y");
    }
}
