//! The authoring tool: `pack check DIR…` says everything there is to say about a pack, `pack import` makes one of a
//! document.
#![expect(clippy::disallowed_methods, reason = "a tool of the command line reads files")]

mod import;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use clap::{Parser, Subcommand};
use laddertown::domain::content::{Checked, Finding, Severity, check, load};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Parser)]
#[command(version, about = "Checks content packs of Laddertown")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks packs and prints every finding with file, line, column and an excerpt
    Check {
        /// Folders that hold a `pack.ron`
        #[arg(required = true)]
        folders: Vec<PathBuf>,
        /// Leaves out notes
        #[arg(long)]
        quiet: bool,
    },
    /// Makes a pack of a document in Markdown or plain text, and reports what became of it
    Import(import::Import),
}

fn main() -> ExitCode {
    let (folders, quiet) = match Arguments::parse().command {
        Command::Check { folders, quiet } => (folders, quiet),
        Command::Import(wanted) => return import::run(&wanted),
    };
    let worst = folders.iter().map(|folder| check_folder(folder, quiet)).max().flatten();
    if worst == Some(Severity::Error) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Checks one pack, prints what there is to say, and returns the worst of it.
fn check_folder(folder: &Path, quiet: bool) -> Option<Severity> {
    let read = |path: &str| std::fs::read_to_string(folder.join(path)).ok();
    let Checked { pack, findings } = match load(&read) {
        Ok(authored) => check(&authored),
        Err(findings) => Checked { pack: None, findings },
    };
    let shown = findings.iter().filter(|finding| !quiet || finding.severity > Severity::Note);
    for finding in shown {
        println!("{}\n", render(finding, folder));
    }
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    println!(
        "{}: {} errors, {} warnings, {} notes",
        folder.display(),
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note),
    );
    if let Some(pack) = pack {
        println!(
            "{}: {} levels, {} districts, {} buildings, {} floors, {} criteria",
            pack.id(),
            pack.levels().len(),
            pack.districts().len(),
            pack.buildings().len(),
            pack.floors().count(),
            pack.criteria().count(),
        );
    }
    findings.iter().map(|finding| finding.severity).max()
}

fn render(finding: &Finding, folder: &Path) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(&finding.message);
    let Some(place) = &finding.place else {
        return Renderer::plain().render(&[Group::with_title(title)]);
    };
    let path = folder.join(&place.file);
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let path = path.display().to_string();
    let mut mark = AnnotationKind::Primary.span(place.span.clone());
    if !finding.help.is_empty() {
        mark = mark.label(&finding.help);
    }
    let snippet = Snippet::source(text.as_str()).path(&path).line_start(1).annotation(mark);
    Renderer::plain().render(&[title.element(snippet)])
}
