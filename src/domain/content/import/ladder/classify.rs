//! What names the levels of a ladder: headings of one depth, bold lines, entries, or nothing but tables.

use super::super::document::Kind;
use super::super::draft::Draft;
use super::super::labels::{Label, label};
use super::super::names::{norm, slug};
use super::super::table;
use super::parts::entry_label;
use super::{Class, Is, Part};
use std::collections::BTreeSet;

/// What names the levels, and the level that each part names.
pub(super) fn classify(parts: &[Part<'_>], least: usize, draft: &mut Draft) -> Option<(Class, Vec<Option<Label>>)> {
    let of = |class: Class| -> Vec<Option<Label>> {
        let found = parts.iter().map(|part| match (&part.is, class) {
            (Is::Heading(depth, text), Class::Heading(of)) if *depth == of => Some(label(text)),
            (Is::Bold(text), Class::Bold) => Some(label(text)),
            (Is::Entry { depth: 0, text, .. }, Class::Entry) => Some(entry_label(text).map(|(label, _)| label)),
            _ => None,
        });
        let found: Vec<Option<Option<Label>>> = found.collect();
        let all = found.iter().flatten().count();
        let labels: Vec<Option<Label>> = found.into_iter().map(Option::flatten).collect();
        trusted(labels, all, class)
    };
    let mut classes: Vec<Class> = (1..=6).map(Class::Heading).collect();
    classes.extend([Class::Bold, Class::Entry]);
    let mut best: Option<(usize, Class, Vec<Option<Label>>)> = None;
    for class in classes {
        let labels = of(class);
        let keys = labels.iter().flatten().map(|label| &label.key).collect::<BTreeSet<_>>().len();
        if keys >= least && best.as_ref().is_none_or(|(most, ..)| keys > *most) {
            best = Some((keys, class, labels));
        }
    }
    if let Some((_, class, labels)) = best {
        return Some((class, labels));
    }
    let has_table =
        parts.iter().any(|part| matches!(&part.block.kind, Kind::Table(rows) if table::shape(rows).is_some()));
    if has_table {
        return Some((Class::Table, parts.iter().map(|_| None).collect()));
    }
    let (depth, labels) = by_repetition(parts)?;
    let line = parts.iter().zip(&labels).find(|(_, label)| label.is_some()).map_or(0, |(part, _)| part.block.line);
    draft.guessed(line, "these headings are taken for levels, since the same areas stand below each of them");
    Some((Class::Heading(depth), labels))
}

/// Those labels that belong together: of a series with two members, or titles where most of the class are some.
fn trusted(labels: Vec<Option<Label>>, all: usize, class: Class) -> Vec<Option<Label>> {
    let members = |series: &str| {
        let keys = labels.iter().flatten().filter(|label| label.series == series).map(|label| &label.key);
        keys.collect::<BTreeSet<_>>().len()
    };
    let labelled = labels.iter().flatten().count();
    let is_trusted = |label: &Label| match label.series.as_str() {
        "number" => members("number") >= 3 && labelled * 2 >= all,
        "title" => members("title") >= 2 && (labelled * 3 >= all || (class != Class::Entry && members("title") >= 3)),
        _ => true,
    };
    labels.iter().map(|label| label.clone().filter(is_trusted)).collect()
}

/// Headings of one depth below which the same names come again and again: levels with names of their own.
fn by_repetition(parts: &[Part<'_>]) -> Option<(usize, Vec<Option<Label>>)> {
    (1..=5).find_map(|of| {
        let mut parents: Vec<(usize, BTreeSet<String>)> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            match &part.is {
                Is::Heading(depth, _) if *depth == of => parents.push((at, BTreeSet::new())),
                Is::Heading(depth, _) if *depth < of => parents.push((usize::MAX, BTreeSet::new())),
                Is::Heading(_, text) | Is::Bold(text) => {
                    parents.last_mut().map(|(_, names)| names.insert(norm(text)));
                }
                _ => {}
            }
        }
        parents.retain(|(at, _)| *at != usize::MAX);
        let shared = |names: &BTreeSet<String>| {
            let others = |name: &&String| parents.iter().filter(|(_, names)| names.contains(*name)).count() > 1;
            names.iter().filter(others).count()
        };
        let levels: Vec<usize> = parents.iter().filter(|(_, names)| shared(names) >= 2).map(|(at, _)| *at).collect();
        let labels = parts.iter().enumerate().map(|(at, part)| match &part.is {
            Is::Heading(_, text) if levels.contains(&at) => Some(Label {
                key: norm(text),
                id: slug(text),
                name: text.clone(),
                series: "title".to_owned(),
                rank: None,
            }),
            _ => None,
        });
        (levels.len() >= 2).then(|| (of, labels.collect()))
    })
}
