//! How a ladder is rated, as its sections say it: scale, steps, questions; ours where they say nothing.

use super::document::{Block, Kind};
use super::labels::{Label, label};
use super::names::norm;
use super::report::{Line, Understanding};
use super::sections::{Section, Sections};
use super::text::Text;
use crate::domain::content::schema::{Answered, Assessment, Milestone, Rhythm, Rule, ScaleStep};

/// The scale of a ladder that has none.
const SCALE: [(&str, &str); 5] = [
    ("Not yet started", "You have met the word, and nothing with your name on it shows the thing."),
    ("Beginning to learn", "You read about it, watch it done and try pieces of it where little can break."),
    ("Can do with guidance", "You get it done while somebody who knows it stays within reach."),
    ("Can do independently", "You do it alone, more than once, and nobody has to look over it first."),
    ("Can teach others", "Somebody else does it alone now, because you showed them."),
];
/// Which share of the criteria counts as most of them.
const MOST: f32 = 0.6;
/// For when targets are set, in months.
const MONTHS: [u8; 2] = [6, 12];

/// Finds what the sections say about rating, and marks those that were read. `levels` are keys and ids.
pub(super) fn assessment(sections: &mut Sections, levels: &[(String, String)], lines: &mut Vec<Line>) -> Assessment {
    let mut guess = |says: &str| lines.push(Line { became: Understanding::Guessed, line: 0, says: says.to_owned() });
    let scale = sections.0.iter_mut().find_map(scale).unwrap_or_else(|| {
        guess("the document has no rating scale; this is one of ours, in five steps");
        SCALE.iter().zip(1..).map(|((label, means), score)| step(score, label, means)).collect()
    });
    let alone =
        |step: &&ScaleStep| ["independent", "alone", "autonom"].iter().any(|word| norm(&step.label).contains(word));
    let most = (scale.len() as u8).saturating_sub(1).max(1);
    let satisfied_from = scale.iter().find(alone).map_or(most, |step| step.score);
    guess(&format!("a criterion counts as satisfied from {satisfied_from} of {} on", scale.len()));
    let milestones = sections.0.iter_mut().find_map(|section| milestones(section, levels));
    let rule = milestones.map_or_else(
        || {
            guess("60 percent of a level's criteria hold it; the document may say otherwise in its notes");
            Rule::Share { hold: MOST, reach: MOST }
        },
        Rule::Milestones,
    );
    let target_months = sections.0.iter().find_map(months).unwrap_or_else(|| MONTHS.to_vec());
    let questions = sections.0.iter_mut().flat_map(questions).collect();
    let motivation = sections.0.iter_mut().find_map(motivation).unwrap_or_default();
    Assessment { scale, satisfied_from, rhythm: Rhythm::Quarterly, target_months, rule, motivation, questions }
}

fn step(score: u8, label: &str, means: &str) -> ScaleStep {
    ScaleStep { score, label: label.to_owned(), means: means.to_owned() }
}

fn entries(blocks: &[Block]) -> impl Iterator<Item = (Option<u64>, &Text)> {
    blocks.iter().filter_map(|block| match &block.kind {
        Kind::Item { depth: 0, number, text } => Some((*number, text)),
        _ => None,
    })
}

fn paragraphs(blocks: &[Block]) -> impl Iterator<Item = &Text> {
    blocks.iter().filter_map(|block| match &block.kind {
        Kind::Paragraph(text) => Some(text),
        _ => None,
    })
}

/// A list of three to ten steps, numbered in order, in a section that speaks of rating.
fn scale(section: &mut Section) -> Option<Vec<ScaleStep>> {
    let said = paragraphs(&section.blocks).map(Text::plain).collect::<Vec<_>>().join(" ");
    let words = norm(&format!("{} {said}", section.heading));
    let speaks = ["rate", "rating", "ratings", "scale", "score", "scoring", "assessment"];
    words.split(' ').find(|word| speaks.contains(word))?;
    let numbered: Vec<(u64, Text)> =
        entries(&section.blocks).filter_map(|(number, text)| numbered(number, text)).collect();
    let first = numbered.first()?.0;
    let is_scale = (3..=10).contains(&numbered.len()) && first <= 1;
    let in_order = numbered.iter().zip(first..).all(|((number, _), expected)| *number == expected);
    (is_scale && in_order).then_some(())?;
    section.understood = Some(format!("its {} steps are the rating scale, and it is a note", numbered.len()));
    let steps = numbered.iter().zip(1_u8..).map(|((_, text), score)| {
        let plain = text.plain();
        let parts = plain
            .split_once(": ")
            .or_else(|| plain.split_once(" \u{2013} "))
            .or_else(|| plain.split_once(" \u{2014} "));
        let (label, means) = parts.or_else(|| plain.split_once(" - ")).unwrap_or((&plain, ""));
        step(score, label.trim(), means.trim())
    });
    Some(steps.collect())
}

/// The number of an entry: that of its list, or one that its text begins with.
fn numbered(number: Option<u64>, text: &Text) -> Option<(u64, Text)> {
    if let Some(number) = number {
        return Some((number, text.clone()));
    }
    let run = text.0.first()?;
    let digits: String = run.text.trim_start().chars().take_while(char::is_ascii_digit).collect();
    let number = digits.parse().ok()?;
    let rest = run.text.trim_start()[digits.len()..]
        .trim_start_matches([' ', '-', ':', '=', '.', ')', '\u{2013}', '\u{2014}']);
    let mut text = text.clone();
    rest.clone_into(&mut text.0[0].text);
    Some((number, text))
}

/// Steps such as "L1 -> L2: complete phases 0-7, ship features", one for each pair of levels.
fn milestones(section: &mut Section, levels: &[(String, String)]) -> Option<Vec<Milestone>> {
    let found: Vec<Milestone> =
        entries(&section.blocks).filter_map(|(_, text)| milestone(&text.plain(), levels)).collect();
    (!found.is_empty() && found.len() + 1 >= levels.len()).then_some(())?;
    section.understood = Some(format!("its {} steps are the rule of the ladder, and it is a note", found.len()));
    Some(found)
}

fn milestone(text: &str, levels: &[(String, String)]) -> Option<Milestone> {
    let (step, asks) = text.split_once(':')?;
    let (from, to) = ["\u{2192}", "->", "=>", " to "].iter().find_map(|arrow| step.split_once(arrow))?;
    let id = |text: &str| {
        let Label { key, .. } = label(text)?;
        levels.iter().find(|(known, _)| *known == key).map(|(_, id)| id.clone())
    };
    let mut phases = None;
    let mut also = Vec::new();
    for part in asks.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        match (phases, span(part)) {
            (None, Some(span)) => phases = Some(span),
            _ => also.push(part.to_owned()),
        }
    }
    let place = |id: &str| levels.iter().position(|(_, other)| other == id);
    let (from, to) = (id(from)?, id(to)?);
    // A step that leads nowhere, or down, is no step: its line stays where it was found.
    (place(&from) < place(&to)).then_some(())?;
    Some(Milestone { from, to, phases: phases?, also })
}

/// "phases 0-7" as its two numbers.
fn span(text: &str) -> Option<(u32, u32)> {
    let lower = text.to_lowercase();
    let behind = &lower[lower.find("phase")?..];
    let numbers: Vec<u32> = behind.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect();
    let (first, last) = (*numbers.first()?, *numbers.get(1).or(numbers.first())?);
    (first <= last).then_some((first, last))
}

/// Numbers in front of "months" in lines about targets.
fn months(section: &Section) -> Option<Vec<u8>> {
    let texts = section.blocks.iter().filter_map(|block| match &block.kind {
        Kind::Paragraph(text) | Kind::Item { text, .. } => Some(text.plain()),
        _ => None,
    });
    let words: Vec<String> =
        texts.flat_map(|text| norm(&text).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
    words.iter().find(|word| *word == "target" || *word == "targets")?;
    let pairs = words.windows(2).filter(|pair| pair[1] == "months" || pair[1] == "month");
    let mut months: Vec<u8> = pairs.filter_map(|pair| pair[0].parse().ok()).filter(|months| *months > 0).collect();
    months.sort_unstable();
    months.dedup();
    (!months.is_empty()).then_some(months)
}

/// Questions with their answers, in a section of questions: `Q:` and `A:`, or a question that answers follow.
fn questions(section: &mut Section) -> Vec<Answered> {
    let heading = norm(&section.heading);
    let is_asked = heading.split(' ').any(|word| matches!(word, "faq" | "faqs" | "questions" | "q"));
    if !is_asked {
        return Vec::new();
    }
    let mut found: Vec<Answered> = Vec::new();
    for block in &section.blocks {
        let (Kind::Paragraph(text) | Kind::Item { text, .. } | Kind::Heading(_, text)) = &block.kind else { continue };
        for line in text.lines() {
            let said = line.plain();
            let asked = said.strip_prefix("Q:").or_else(|| said.ends_with('?').then_some(said.as_str()));
            match (asked, found.last_mut()) {
                (Some(ask), _) => found.push(Answered { ask: ask.trim().to_owned(), answer: String::new() }),
                (None, Some(last)) => {
                    let said = line.marked();
                    let said = said.strip_prefix("A:").unwrap_or(&said).trim();
                    let gap = if last.answer.is_empty() { "" } else { " " };
                    last.answer = format!("{}{gap}{said}", last.answer);
                }
                (None, None) => {}
            }
        }
    }
    found.retain(|question| !question.answer.is_empty());
    if !found.is_empty() {
        section.understood = Some(format!("its {} questions have their answers, and it is a note", found.len()));
    }
    found
}

/// Why the ladder exists.
fn motivation(section: &mut Section) -> Option<Vec<String>> {
    let heading = norm(&section.heading);
    let is_why =
        ["motivation", "purpose", "why", "goals"].iter().any(|word| heading.split(' ').any(|own| own == *word));
    let texts = section.blocks.iter().filter_map(|block| match &block.kind {
        Kind::Paragraph(text) | Kind::Item { text, .. } => Some(text.marked()),
        _ => None,
    });
    let texts: Vec<String> = texts.collect();
    (is_why && !texts.is_empty()).then(|| {
        section.understood = Some("it says why the ladder is there, and it is a note".to_owned());
        texts
    })
}
