//! A pack as one document in Markdown that one likes to read and to edit, and that imports to an equal pack.
//!
//! - The first line is a comment that says what the document is; by it the importer knows it.
//! - A thing is a heading that begins with what it is: `# The city`, `## Level: …`, `## District: …`, `### Building: …`,
//!   `#### Floor 2 at l3, final`, `## Note: …`, `## Glossary`, `## Assessment`, `## Remarks`. What stands below it in
//!   the document stands in it in the city.
//! - Ids, founding levels and shapes are a comment behind the heading, which readers of Markdown do not show.
//! - The quotation below a heading is its one line: epigraph, tagline, subtitle. What follows is its text: summary,
//!   portrait, why now, reason.
//! - The texts of a floor stand behind labels in bold; its criteria are a list, each with its id in a comment, and
//!   below it what one sees of it and which floors of another pack help.
//! - Tours are not in it: they show a city to a room, and there is nothing in them to read.
//! - `marks` says how texts that look like any of this are told apart.

use super::marks::{Kind, MARKER, Start, comment, escaped, one_line};
use crate::domain::content::schema::{Assessment, Building, District, Floor, Glossary, Rhythm, Rule, Whole};
use crate::domain::content::{Body, Criterion, Lesson, schema};
use std::fmt::Debug;

/// The pack as a document.
pub fn markdown(whole: &Whole) -> String {
    let mut writer = Writer { out: String::new(), whole };
    writer.block(&format!(
        "{MARKER}: change the texts as you like; what a heading begins with and the ids in comments stay. -->"
    ));
    writer.city();
    whole.districts.iter().for_each(|folder| writer.district(&folder.district, &folder.buildings));
    whole.glossary.iter().for_each(|glossary| writer.glossary(glossary));
    whole.pack.assessment.iter().for_each(|assessment| writer.assessment(assessment));
    for note in &whole.pack.notes {
        writer.heading(2, &format!("Note: {}", one_line(&note.heading, &[])), &[]);
        writer.text(Kind::Note, &note.text);
    }
    if !whole.pack.remarks.is_empty() {
        writer.heading(2, "Remarks", &[]);
        writer.list(Kind::Remarks, whole.pack.remarks.iter().map(|remark| Item::plain(remark)));
    }
    writer.out
}

/// An entry of a list.
struct Item<'t> {
    /// Names in bold before its text.
    lead: Option<String>,
    text: &'t str,
    facts: Vec<(&'static str, String)>,
    fields: Vec<(&'static str, String)>,
}

impl<'t> Item<'t> {
    fn plain(text: &'t str) -> Self {
        Self { lead: None, text, facts: Vec::new(), fields: Vec::new() }
    }
}

struct Writer<'w> {
    out: String,
    whole: &'w Whole,
}

impl Writer<'_> {
    /// Lines with a blank one before them.
    fn block(&mut self, lines: &str) {
        if lines.is_empty() {
            return;
        }
        self.out.push_str(if self.out.is_empty() { "" } else { "\n" });
        self.out.push_str(lines);
        self.out.push('\n');
    }

    fn heading(&mut self, depth: usize, words: &str, facts: &[(&str, String)]) {
        self.block(&format!("{} {words}{}", "#".repeat(depth), comment(facts)));
    }

    fn quote(&mut self, text: &str) {
        let lines = text.split('\n').map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") });
        self.block(&lines.collect::<Vec<_>>().join("\n"));
    }

    fn text(&mut self, kind: Kind, text: &str) {
        self.block(&escaped(kind, Start::Line, text).join("\n"));
    }

    fn field(&mut self, kind: Kind, label: &str, text: &str) {
        self.block(&behind(&format!("**{label}:**"), kind, text, ""));
    }

    fn list<'t>(&mut self, kind: Kind, items: impl Iterator<Item = Item<'t>>) {
        let item = |item: Item<'t>| {
            let lead = item.lead.map_or_else(|| "-".to_owned(), |lead| format!("- **{lead}:**"));
            let whole = behind(&lead, kind, item.text, "  ");
            let (first, rest) =
                whole.split_once('\n').map_or((whole.as_str(), None), |(first, rest)| (first, Some(rest)));
            let mut lines = vec![format!("{first}{}", comment(&item.facts))];
            lines.extend(rest.map(str::to_owned));
            let field = |(label, text): &(&str, String)| behind(&format!("  - **{label}:**"), kind, text, "    ");
            lines.extend(item.fields.iter().map(field));
            lines.join("\n")
        };
        self.block(&items.map(item).collect::<Vec<_>>().join("\n"));
    }

    fn city(&mut self) {
        let pack = &self.whole.pack;
        let mut facts = vec![("id", pack.id.clone())];
        facts.extend(self.whole.crosswalk.as_ref().map(|crosswalk| ("crosswalk", crosswalk.pack.clone())));
        self.heading(1, &one_line(&pack.title, &[]), &facts);
        self.text(Kind::City, &pack.summary);
        for schema::Level { id, name, epigraph, portrait } in &pack.levels {
            self.heading(2, &format!("Level: {}", one_line(name, &[])), &[("id", id.clone())]);
            self.quote_if(epigraph);
            self.text(Kind::Level, portrait);
        }
    }

    fn quote_if(&mut self, text: &str) {
        if !text.is_empty() {
            self.quote(text);
        }
    }

    fn district(&mut self, district: &District, buildings: &[Building]) {
        let District { id, name, founded, tagline, why_now, non_technical, place, .. } = district;
        let mut facts = vec![("id", id.clone()), ("founded", founded.clone())];
        facts.extend(word("place", place.as_ref()));
        facts.extend(non_technical.then(|| ("non-technical", String::new())));
        self.heading(2, &format!("District: {}", one_line(name, &[])), &facts);
        self.quote_if(tagline);
        self.text(Kind::District, why_now);
        for building in buildings {
            self.building(building);
        }
    }

    fn building(&mut self, building: &Building) {
        let Building { id, name, subtitle, founded, reason, crown, form, annex, emblem, floors } = building;
        let mut facts = vec![("id", id.clone()), ("founded", founded.clone())];
        facts.extend(word("crown", crown.as_ref()));
        facts.extend(word("form", form.as_ref()));
        facts.extend(word("annex", annex.as_ref()));
        facts.extend(word("emblem", emblem.as_ref()));
        self.heading(3, &format!("Building: {}", one_line(name, &[])), &facts);
        if let Some(subtitle) = subtitle {
            self.quote(subtitle);
        }
        self.text(Kind::Building, reason);
        for floor in floors {
            self.floor(floor);
        }
    }

    fn floor(&mut self, floor: &Floor) {
        let mut words = format!("Floor {} at {}", floor.number, floor.level);
        words.push_str(if floor.last { ", final" } else { "" });
        words.push_str(match &floor.body {
            Body::Unwritten => ", unwritten",
            Body::Criteria(criteria) if criteria.is_empty() => ", no criteria",
            _ => "",
        });
        self.heading(4, &words, &[]);
        match &floor.body {
            Body::Lesson(lesson) => self.lesson(lesson),
            Body::Criteria(criteria) => {
                let items: Vec<Item<'_>> = criteria.iter().map(|criterion| self.criterion(criterion)).collect();
                self.list(Kind::Floor, items.into_iter());
            }
            Body::Unwritten => {}
        }
    }

    fn lesson(&mut self, lesson: &Lesson) {
        let labels = ["Why", "Know", "Assume", "Learn", "Prose"];
        for (label, (_, text)) in labels.into_iter().zip(lesson.texts()) {
            // The first label stands even before nothing: it says that the floor is a lesson.
            if !text.is_empty() || label == "Why" {
                self.field(Kind::Floor, label, text);
            }
        }
        let kind = lesson.kind.map(|kind| format!("{kind:?}"));
        let asked = [("Claim", lesson.claim.as_ref()), ("Kind", kind.as_ref()), ("Breaks", lesson.breaks.as_ref())];
        for (label, text) in asked {
            if let Some(text) = text {
                self.field(Kind::Floor, label, text);
            }
        }
        for recall in &lesson.recall {
            self.field(Kind::Floor, "Ask", &recall.ask);
            self.field(Kind::Floor, "Answer", &recall.answer);
        }
        if !lesson.related.is_empty() {
            self.field(Kind::Floor, "Related", &lesson.related.join(", "));
        }
    }

    fn criterion<'t>(&self, criterion: &'t Criterion) -> Item<'t> {
        let mut item = Item::plain(&criterion.text);
        item.facts.push(("id", criterion.id.clone()));
        item.fields.extend(criterion.evidence.iter().map(|evidence| ("Evidence", evidence.clone())));
        let helped = self.whole.crosswalk.as_ref().and_then(|crosswalk| crosswalk.criteria.get(&criterion.id));
        if let Some(floors) = helped.filter(|floors| !floors.is_empty()) {
            let floors: Vec<String> = floors.iter().map(|floor| one_line(floor, &[','])).collect();
            item.fields.push(("Helped by", floors.join(", ")));
        }
        item
    }

    fn glossary(&mut self, glossary: &Glossary) {
        self.heading(2, "Glossary", &[]);
        let items = glossary.0.iter().map(|term| {
            let names = std::iter::once(&term.term).chain(&term.also).map(|name| one_line(name, &['*', ',']));
            Item { lead: Some(names.collect::<Vec<_>>().join(", ")), ..Item::plain(&term.means) }
        });
        self.list(Kind::Glossary, items);
    }

    fn assessment(&mut self, assessment: &Assessment) {
        let Assessment { scale, satisfied_from, rhythm, target_months, rule, motivation, questions } = assessment;
        let kind = Kind::Assessment;
        self.heading(2, "Assessment", &[]);
        let rhythm = match rhythm {
            Rhythm::Quarterly => "quarterly",
        };
        self.field(kind, "Rhythm", rhythm);
        self.field(kind, "Satisfied from", &satisfied_from.to_string());
        let months: Vec<String> = target_months.iter().map(u8::to_string).collect();
        if !months.is_empty() {
            self.field(kind, "Targets", &format!("{} months", months.join(", ")));
        }
        if let Rule::Share { hold, reach } = rule {
            self.field(kind, "Hold", &hold.to_string());
            self.field(kind, "Reach", &reach.to_string());
        }
        self.heading(3, "Scale", &[]);
        let steps = scale
            .iter()
            .map(|step| Item { lead: Some(one_line(&step.label, &['*', ','])), ..Item::plain(&step.means) });
        self.list(Kind::Scale, steps);
        if let Rule::Milestones(milestones) = rule {
            for schema::Milestone { from, to, phases: (first, last), also } in milestones {
                self.heading(3, &format!("Step from {from} to {to}, phases {first} to {last}"), &[]);
                self.list(Kind::Step, also.iter().map(|task| Item::plain(task)));
            }
        }
        if !motivation.is_empty() {
            self.heading(3, "Motivation", &[]);
            self.list(Kind::Motivation, motivation.iter().map(|motive| Item::plain(motive)));
        }
        if !questions.is_empty() {
            self.heading(3, "Questions", &[]);
            for question in questions {
                self.field(Kind::Questions, "Ask", &question.ask);
                self.field(Kind::Questions, "Answer", &question.answer);
            }
        }
    }
}

/// A text behind a label or a bullet; its other lines are indented.
fn behind(lead: &str, kind: Kind, text: &str, indent: &str) -> String {
    let mut lines = escaped(kind, Start::Inline, text).into_iter();
    let mut whole = lead.to_owned();
    if let Some(first) = lines.next() {
        whole.push(' ');
        whole.push_str(&first);
    }
    for line in lines {
        whole.push('\n');
        whole.push_str(if line.is_empty() { "" } else { indent });
        whole.push_str(&line);
    }
    whole
}

/// A shape, by the word that packs have for it.
fn word<T: Debug>(name: &'static str, shape: Option<&T>) -> Option<(&'static str, String)> {
    shape.map(|shape| (name, format!("{shape:?}")))
}
