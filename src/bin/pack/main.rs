//! The authoring tool behind `cargo pack`: what it is asked, what it answers, and with which exit code.

mod check;
mod diff;
mod export;
mod import;
mod new;
mod schema;
mod source;
mod stats;

use clap::{Parser, Subcommand};
use std::io::Write;
use std::process::ExitCode;

/// Makes, checks and converts the content packs of Laddertown.
#[derive(Parser)]
#[command(
    version,
    after_help = "Exit codes: 0 all is well, 1 there is something to mend or a difference, \
    2 wrong arguments or nothing that can be read or written"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Arguments),
    /// Prints a JSON Schema of what `export --to json` writes, with every field explained and every limit
    Schema,
    New(new::Arguments),
    Export(export::Arguments),
    /// Makes a pack of a document in Markdown or plain text, and reports what became of it
    Import(import::Import),
    Diff(diff::Arguments),
    Stats(stats::Arguments),
}

/// How it went, as scripts see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Clean = 0,
    Found = 1,
    Unusable = 2,
}

/// What the tool has to say, and how it went.
struct Answer {
    outcome: Outcome,
    out: String,
    /// For the standard error, so that what is exported can go into a file.
    err: String,
}

impl Answer {
    fn clean(out: impl Into<String>) -> Self {
        Self { outcome: Outcome::Clean, out: out.into(), err: String::new() }
    }

    fn unusable(err: impl Into<String>) -> Self {
        Self { outcome: Outcome::Unusable, out: String::new(), err: err.into() + "\n" }
    }
}

fn main() -> ExitCode {
    let answer = match Arguments::parse().command {
        Command::Check(arguments) => check::check(&arguments),
        Command::Schema => schema::schema(),
        Command::New(arguments) => new::new(&arguments),
        Command::Export(arguments) => export::export(&arguments),
        Command::Import(arguments) => return import::run(&arguments),
        Command::Diff(arguments) => diff::diff(&arguments),
        Command::Stats(arguments) => stats::stats(&arguments),
    };
    // Whoever has stopped listening, such as `head`, has heard enough.
    let _ = std::io::stderr().write_all(answer.err.as_bytes());
    let _ = std::io::stdout().write_all(answer.out.as_bytes());
    ExitCode::from(answer.outcome as u8)
}
