//! `pack diff`: what changed between two packs, by what it means.

use laddertown::domain::content::diff::{self, Change, What};
use similar::{Algorithm, ChangeTag, TextDiff};
use std::fmt::Write;
use std::path::PathBuf;
use std::time::Duration;

use crate::source::Source;
use crate::{Answer, Outcome};

/// Tells what changed between two packs: added, removed, renamed, moved, said otherwise
///
/// Exit codes: 0 if they say the same, 1 if they differ, 2 if one cannot be read.
#[derive(clap::Args)]
pub struct Arguments {
    /// The pack before: a folder or a single file
    before: PathBuf,
    /// The pack now
    now: PathBuf,
}

/// For a text that was written anew from end to end: then it is shown as that.
const PATIENCE: Duration = Duration::from_millis(500);

pub fn diff(arguments: &Arguments) -> Answer {
    let mut packs = Vec::new();
    for path in [&arguments.before, &arguments.now] {
        let source = match Source::open(path) {
            Ok(source) => source,
            Err(error) => return Answer::unusable(error),
        };
        match source.pack() {
            Ok(pack) => packs.push(pack),
            Err(answer) => return Answer { outcome: Outcome::Unusable, ..answer },
        }
    }
    let changes = diff::diff(&packs[0], &packs[1]);
    let outcome = if changes.is_empty() { Outcome::Clean } else { Outcome::Found };
    Answer { outcome, out: changes.iter().map(told).collect(), err: String::new() }
}

fn told(change: &Change) -> String {
    let thing = &change.thing;
    let sign = match change.what.as_slice() {
        [What::Added] => '+',
        [What::Removed] => '-',
        _ => '~',
    };
    let words = [thing.kind, &thing.id, &thing.name];
    let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let mut out = format!("{sign} {}\n", words.join(" "));
    for what in &change.what {
        let _ = match what {
            What::Added | What::Removed => Ok(()),
            What::OtherId { from } => writeln!(out, "    id: was {from}, which links and saves still name"),
            What::Renamed { from } => writeln!(out, "    name: {}", words_changed(from, &thing.name)),
            What::Moved { what, from, to } => writeln!(out, "    {what}: {from} -> {to}"),
            What::Text { field, from, to } => writeln!(out, "    {field}: {}", words_changed(from, to)),
        };
    }
    out
}

/// The text now, with what went as `[-this-]` and what came as `{+this+}`, as in `git diff --word-diff`.
fn words_changed(from: &str, to: &str) -> String {
    let diff = TextDiff::configure().algorithm(Algorithm::Patience).timeout(PATIENCE).diff_words(from, to);
    let mut out = String::new();
    let mut before = ChangeTag::Equal;
    for change in diff.iter_all_changes() {
        if change.tag() != before {
            out += close(before);
            out += match change.tag() {
                ChangeTag::Equal => "",
                ChangeTag::Delete => "[-",
                ChangeTag::Insert => "{+",
            };
            before = change.tag();
        }
        out += &change.value().replace('\n', " ");
    }
    out + close(before)
}

fn close(tag: ChangeTag) -> &'static str {
    match tag {
        ChangeTag::Equal => "",
        ChangeTag::Delete => "-]",
        ChangeTag::Insert => "+}",
    }
}
