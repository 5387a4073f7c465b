//! `pack stats`: a pack in numbers.

use laddertown::domain::content::stats::{self, Count, Stats};
use std::fmt::Write;
use std::path::PathBuf;

use crate::Answer;
use crate::source::Source;

/// Counts what a pack holds, by level and by district, and names what it lacks
#[derive(clap::Args)]
pub struct Arguments {
    /// A folder that holds a `pack.ron`, or a single file made by `pack export --to ron`
    pack: PathBuf,
    /// Prints JSON
    #[arg(long)]
    json: bool,
}

pub fn stats(arguments: &Arguments) -> Answer {
    let source = match Source::open(&arguments.pack) {
        Ok(source) => source,
        Err(error) => return Answer::unusable(error),
    };
    let stats = match source.pack() {
        Ok(pack) => stats::stats(&pack),
        Err(answer) => return answer,
    };
    Answer::clean(if arguments.json {
        serde_json::to_string_pretty(&stats).unwrap_or_default() + "\n"
    } else {
        table(&stats)
    })
}

fn table(stats: &Stats) -> String {
    let mut out = format!(
        "{:<32}{:>10}{:>8}{:>9}{:>10}{:>8}{:>9}\n",
        stats.id, "buildings", "floors", "lessons", "criteria", "words", "minutes"
    );
    let mut row = |name: &str, count: &Count| {
        let Count { buildings, floors, lessons, criteria, words, reading_secs, .. } = count;
        let minutes = reading_secs.div_ceil(60);
        let _ = writeln!(out, "{name:<32}{buildings:>10}{floors:>8}{lessons:>9}{criteria:>10}{words:>8}{minutes:>9}");
    };
    let name = |count: &Count| format!("  {} {}", count.id, count.name).chars().take(31).collect::<String>();
    stats.levels.iter().for_each(|count| row(&name(count), count));
    stats.districts.iter().for_each(|count| row(&name(count), count));
    row("all", &stats.total);
    let _ = writeln!(out, "terms explained: {}", stats.terms);
    let lacks = [
        ("floors without a question to recall", &stats.without_recall),
        ("lessons to which no other leads", &stats.without_links_here),
        ("floors not written yet", &stats.unwritten),
    ];
    for (what, floors) in lacks.into_iter().filter(|(_, floors)| !floors.is_empty()) {
        let _ = writeln!(out, "{what}: {}: {}", floors.len(), floors.join(" "));
    }
    out
}
