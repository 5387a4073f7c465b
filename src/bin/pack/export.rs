//! `pack export`: a pack as one file of another kind.

use clap::ValueEnum;
use laddertown::domain::content::{bundle, export};
use laddertown::view::page::document;
use laddertown::view::words::Words;
use std::path::PathBuf;

use crate::source::Source;
use crate::{Answer, Outcome};

/// Writes a pack as one file
#[derive(clap::Args)]
pub struct Arguments {
    /// A folder that holds a `pack.ron`, or a single file made by `pack export --to ron`
    pack: PathBuf,
    /// What to make of it
    #[arg(long, value_enum)]
    to: Kind,
    /// The file to write; left out, it is printed
    #[arg(long, short)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// All that its files say, as `pack schema` describes it
    Json,
    /// A page to read and to print, which needs nothing besides itself and no script
    Html,
    /// Markdown to read and to edit, which `pack import` makes the same pack of
    Md,
    /// Its files in one, which every subcommand reads like the folder
    Ron,
}

pub fn export(arguments: &Arguments) -> Answer {
    let source = match Source::open(&arguments.pack) {
        Ok(source) => source,
        Err(error) => return Answer::unusable(error),
    };
    let pack = match source.pack() {
        Ok(pack) => pack,
        Err(answer) => return answer,
    };
    let text = match arguments.to {
        Kind::Json => {
            let whole = source.files.loaded().map(|authored| authored.whole()).ok();
            serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
        }
        Kind::Md => source.files.loaded().map(|authored| export::markdown(&authored.whole())).unwrap_or_default(),
        Kind::Html => document(&pack, &Words::english()),
        Kind::Ron => bundle::write(&source.files),
    };
    let Some(out) = &arguments.out else { return Answer::clean(text) };
    match write(out, &text) {
        Ok(()) => Answer::clean(""),
        Err(error) => {
            Answer { outcome: Outcome::Unusable, out: String::new(), err: format!("{}: {error}\n", out.display()) }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a tool of the command line writes files")]
fn write(path: &std::path::Path, text: &str) -> std::io::Result<()> {
    std::fs::write(path, text)
}
