//! An assessment as files: for a spreadsheet, a document, a printer, a conversation of two.

use super::wish::{Chart, Document};
use super::{charts, names, pages, plot};
use crate::domain::assess::{Cell, Difference, compare, count, csv, json};
use crate::domain::content::schema::Assessment;
use crate::domain::content::{Floor, Pack};
use crate::domain::id::LevelId;
use crate::view::reduce::Effect;
use crate::view::state::State;
use crate::view::words::Words;
use maud::{Markup, html};

/// What is to be written into a file.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its text; of a picture the drawing that it is made of.
    pub text: String,
}

/// The file as a wish to the world outside; `None` where there is nothing to write.
pub fn file(pack: &Pack, state: &State, document: Document, words: &Words) -> Option<Effect> {
    let text = text(pack, state, document, words)?;
    let quarter = state.assess.quarter(state.now);
    let name = format!("{}-{quarter}{}.{}", pack.id(), document.part(), document.ending());
    Some(Effect::WriteFile(File { name, text }))
}

/// The text of a file.
pub fn text(pack: &Pack, state: &State, document: Document, words: &Words) -> Option<String> {
    let rules = pack.assessment()?;
    let desk = &state.assess;
    let writer = Writer { pack, state, rules, words };
    Some(match document {
        Document::Json => json::export(&desk.kept, pack.id()),
        Document::Csv => csv::export(pack, &desk.sheets, &desk.kept.rater),
        Document::Markdown => writer.markdown(),
        Document::Html => plot::printed(&words.get("language"), &writer.title(), &writer.page()),
        Document::Conversation => plot::printed(&words.get("language"), &writer.title(), &writer.conversation()),
        Document::Svg(chart) | Document::Png(chart) => {
            let plot = charts::plot(pack, state, chart, words)?;
            plot.drawing.svg(&plot.title, &plot.note)
        }
    })
}

struct Writer<'a> {
    pack: &'a Pack,
    state: &'a State,
    rules: &'a Assessment,
    words: &'a Words,
}

/// Plain text as Markdown shows it: none of its letters mean anything, and it begins no list, heading or quotation.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for line in text.lines() {
        if !escaped.is_empty() {
            escaped.push(' ');
        } else if line.starts_with(['-', '+', '=']) {
            escaped.push('\\');
        }
        for c in line.chars() {
            if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!' | '&' | '~') {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    escaped
}

impl Writer<'_> {
    fn get(&self, name: &str) -> String {
        self.words.get(name)
    }

    fn title(&self) -> String {
        let desk = &self.state.assess;
        let quarter = names::quarter(desk.quarter(self.state.now), desk.kept.start, self.words);
        let rater = names::rater(&desk.kept.rater, self.words);
        let values = [("title", self.pack.title().into()), ("quarter", quarter.into()), ("rater", rater.into())];
        self.words.with("document-title", &values)
    }

    /// The level by the rule, and then what the person thinks and wants herself.
    fn standing(&self) -> Vec<String> {
        let verdict = self.state.assess.verdict(self.state.now, self.pack, self.rules);
        let mut lines = pages::verdict(self.pack, self.state, &verdict, self.words);
        let sheet = self.state.assess.sheet(self.state.now);
        let named = |label: String, level: &LevelId| {
            format!("{label}: {}", names::level(self.pack, self.pack.level_index(level), self.words))
        };
        lines.extend(sheet.believed.as_ref().map(|level| named(self.get("believe-label"), level)));
        lines.extend(sheet.targets.iter().map(|(months, target)| {
            named(self.words.with("target-label", &[("months", (*months).into())]), &target.level)
        }));
        lines
    }

    fn place(&self, floor: &Floor) -> String {
        let area = self.pack.building(&floor.id.building).map_or("", |building| building.name.as_str());
        let level = self.pack.levels()[floor.level].name.as_str();
        self.words.with("area-at-level", &[("area", area.into()), ("level", level.into())])
    }

    fn rating(&self, cell: Option<&Cell>) -> String {
        names::maybe_rating(self.rules, cell.and_then(|cell| cell.rated).map(|(rating, _)| rating), self.words)
    }

    /// By level and area, a line a criterion.
    fn markdown(&self) -> String {
        use std::fmt::Write;
        let mut text = format!("# {}\n\n", escaped(&self.title()));
        for line in self.standing() {
            let _ = writeln!(text, "{}\n", escaped(&line));
        }
        let sheet = self.state.assess.sheet(self.state.now);
        for (_, floor) in self.floors() {
            let _ = writeln!(text, "## {}\n", escaped(&self.place(floor)));
            for criterion in count::on(floor) {
                let cell = sheet.cell(&criterion.id);
                let _ = writeln!(text, "- {} **{}**", escaped(&criterion.text), escaped(&self.rating(cell)));
                for evidence in cell.into_iter().flat_map(|cell| cell.comment.iter().chain(&cell.links)) {
                    let _ = writeln!(text, "  - {}", escaped(evidence));
                }
            }
            text.push('\n');
        }
        text
    }

    /// By level, and within it by area.
    fn floors(&self) -> Vec<(usize, &Floor)> {
        let mut floors: Vec<(usize, &Floor)> = self.pack.floors().map(|(_, floor)| (floor.level, floor)).collect();
        floors.retain(|(_, floor)| !count::on(floor).is_empty());
        floors.sort_by_key(|(level, _)| *level);
        floors
    }

    fn page(&self) -> Markup {
        let sheet = self.state.assess.sheet(self.state.now);
        let strip = charts::plot(self.pack, self.state, Chart::Strip, self.words);
        html! {
            h1 { (self.title()) }
            @for line in self.standing() { p { (line) } }
            @if let Some(strip) = strip {
                section { (strip.drawing.element(&strip.title, &strip.note)) p { (strip.note) } }
            }
            @for (_, floor) in self.floors() {
                section {
                    h2 { (self.place(floor)) }
                    ul {
                        @for criterion in count::on(floor) {
                            @let cell = sheet.cell(&criterion.id);
                            li {
                                (criterion.text) " " strong { (self.rating(cell)) }
                                @for comment in cell.iter().filter_map(|cell| cell.comment.as_ref()) { p { (comment) } }
                                @for link in cell.iter().flat_map(|cell| &cell.links) {
                                    p { a href=(link) rel="noreferrer" { (link) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What two people talk about: where they differ, the farthest first, with room to write.
    fn conversation(&self) -> Markup {
        let desk = &self.state.assess;
        let other = desk.beside.clone().unwrap_or_default();
        let quarter = desk.quarter(self.state.now);
        let (own, theirs) = (desk.sheet(self.state.now), desk.sheets.standing(&other, quarter));
        let mut pairs = compare(self.pack, &own, theirs);
        let equal = pairs.iter().filter(|pair| pair.difference == Difference::Equal).count();
        let far = pairs.iter().filter(|pair| matches!(pair.difference, Difference::Far(_))).count();
        pairs.retain(|pair| pair.difference > Difference::Equal);
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.difference));
        let head = [names::rater(&desk.kept.rater, self.words), names::rater(&other, self.words)];
        html! {
            h1 { (self.title()) }
            p { (self.get("about-meant")) }
            p { (self.words.with("beside-count", &[("equal", equal.into()), ("far", far.into())])) }
            @for pair in &pairs {
                @let is_far = matches!(pair.difference, Difference::Far(_));
                section.far[is_far] {
                    h3 { (self.place(pair.floor)) }
                    p { (pair.criterion.text) }
                    @if is_far { p { strong { (self.get("read-together")) } } }
                    @for (who, (rating, sheet)) in head.iter().zip(pair.ratings.iter().zip([&own, theirs])) {
                        p {
                            strong { (who) } ": " (names::maybe_rating(self.rules, *rating, self.words))
                            @for comment in sheet.cell(&pair.criterion.id).iter().filter_map(|cell| cell.comment.as_ref()) {
                                " " em { (comment) }
                            }
                        }
                    }
                    div.line {}
                    div.line {}
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_wrote_is_no_markup() {
        assert_eq!(escaped("# a\n- *b* <i>"), "\\# a - \\*b\\* \\<i\\>");
        assert_eq!(escaped("plain"), "plain");
    }
}
