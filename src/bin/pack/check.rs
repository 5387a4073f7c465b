//! `pack check`: everything there is to say about packs, for people, programs and GitHub.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use clap::ValueEnum;
use laddertown::domain::content::{Checked, Finding, Pack, Severity, tours};
use laddertown::packs;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use crate::source::Source;
use crate::{Answer, Outcome};

/// Checks packs and tells every finding with file, line, column and an excerpt
///
/// Exit codes: 0 if there is nothing but notes and warnings, 1 if there are errors (with --strict: or warnings),
/// 2 if something cannot be read.
#[derive(clap::Args)]
pub struct Arguments {
    /// Folders that hold a `pack.ron`, or single files made by `pack export --to ron`
    #[arg(required = true)]
    packs: Vec<PathBuf>,
    /// For whom
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Lets warnings fail, too
    #[arg(long)]
    strict: bool,
    /// Leaves out notes
    #[arg(long)]
    quiet: bool,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With excerpts, for people
    #[default]
    Text,
    /// One array with an object for each pack
    Json,
    /// Workflow commands, which GitHub shows beside the lines of a change
    Github,
}

/// Longer lines are not shown.
const MOST_SHOWN: usize = 2000;

pub fn check(arguments: &Arguments) -> Answer {
    let mut answer = Answer::clean("");
    let mut as_values = Vec::new();
    let mut checked = Vec::new();
    for path in &arguments.packs {
        match Source::open(path) {
            Ok(source) => {
                let found = source.checked();
                checked.push((source, found));
            }
            Err(error) => {
                answer.outcome = Outcome::Unusable;
                let _ = writeln!(answer.err, "{error}");
            }
        }
    }
    look_abroad(&mut checked);
    for (source, Checked { pack, mut findings }) in checked {
        let fails_from = if arguments.strict { Severity::Warning } else { Severity::Error };
        if findings.iter().any(|finding| finding.severity >= fails_from) {
            answer.outcome = answer.outcome.max(Outcome::Found);
        }
        let counts = [Severity::Error, Severity::Warning, Severity::Note]
            .map(|severity| findings.iter().filter(|finding| finding.severity == severity).count());
        findings.retain(|finding| !arguments.quiet || finding.severity > Severity::Note);
        match arguments.format {
            Format::Text => answer.out += &text(&source, &findings, counts, pack.as_ref()),
            Format::Json => as_values.push(as_json(&source, &findings, pack.as_ref())),
            Format::Github => findings.iter().for_each(|finding| answer.out += &command(&source, finding)),
        }
    }
    if arguments.format == Format::Json {
        answer.out = format!("{:#}\n", Value::Array(as_values));
    }
    answer
}

/// Tours may lead to other packs: to those that are checked with theirs, or come with the game.
fn look_abroad(checked: &mut [(Source, Checked)]) {
    let authored: Vec<_> = checked.iter().map(|(source, _)| source.files.loaded().ok()).collect();
    let packs = checked.iter().filter_map(|(_, found)| found.pack.clone());
    let mut known: BTreeMap<String, Pack> = packs.map(|pack| (pack.id().to_owned(), pack)).collect();
    for id in authored.iter().flatten().flat_map(tours::abroad) {
        if !known.contains_key(id) && packs::ids().contains(&id.as_str()) {
            known.extend(packs::shipped(id).ok().map(|pack| (id.clone(), pack)));
        }
    }
    for (authored, (_, found)) in authored.iter().zip(checked) {
        let Some(authored) = authored else { continue };
        found.findings.extend(tours::check_abroad(authored, &known).into_iter().map(Finding::tidy));
        if found.worst() == Some(Severity::Error) {
            found.pack = None;
        }
    }
}

fn text(source: &Source, findings: &[Finding], [errors, warnings, notes]: [usize; 3], pack: Option<&Pack>) -> String {
    let mut out = String::new();
    for finding in findings {
        let _ = writeln!(out, "{}\n", excerpt(source, finding));
    }
    let path = source.path.display();
    let _ = writeln!(out, "{path}: {errors} errors, {warnings} warnings, {notes} notes");
    if let Some(pack) = pack {
        let (levels, districts, buildings) = (pack.levels().len(), pack.districts().len(), pack.buildings().len());
        let (id, floors, criteria) = (pack.id(), pack.floors().count(), pack.criteria().count());
        let _ = writeln!(
            out,
            "{id}: {levels} levels, {districts} districts, {buildings} buildings, {floors} floors, {criteria} criteria"
        );
    }
    out
}

/// The path by which a finding's file is known to whoever reads it.
fn path(source: &Source, file: &str) -> String {
    if source.is_bundle() { source.path.display().to_string() } else { source.path.join(file).display().to_string() }
}

fn excerpt(source: &Source, finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(&finding.message);
    let Some(place) = &finding.place else {
        let help = (!finding.help.is_empty()).then(|| Level::HELP.message(&finding.help));
        return Renderer::plain().render(&[Group::with_title(title).elements(help)]);
    };
    // Only the line on which it begins: a span may reach to the end of the file.
    let text = source.text(&place.file);
    let start = text[..place.span.start].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    if line.len() > MOST_SHOWN {
        return finding.to_string();
    }
    let span =
        place.span.start - start..place.span.end.saturating_sub(start).min(line.len()).max(place.span.start - start);
    let path = if source.is_bundle() {
        format!("{}: {}", source.path.display(), place.file)
    } else {
        path(source, &place.file)
    };
    let mut mark = AnnotationKind::Primary.span(span);
    if !finding.help.is_empty() {
        mark = mark.label(&finding.help);
    }
    let snippet = Snippet::source(line).path(&path).line_start(place.line).annotation(mark);
    Renderer::plain().render(&[title.element(snippet)])
}

fn as_json(source: &Source, findings: &[Finding], pack: Option<&Pack>) -> Value {
    let findings = findings.iter().map(|finding| {
        let place = finding.place.as_ref().map(|place| {
            json!({
                "file": place.file, "line": place.line, "column": place.column,
                "start": place.span.start, "end": place.span.end,
            })
        });
        json!({
            "severity": finding.severity.word(), "message": finding.message, "help": finding.help, "place": place,
        })
    });
    json!({
        "path": source.path.display().to_string(),
        "id": pack.map(Pack::id),
        "playable": pack.is_some(),
        "findings": findings.collect::<Vec<_>>(),
    })
}

/// A workflow command of GitHub. What it says cannot end it and begin another.
fn command(source: &Source, finding: &Finding) -> String {
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let name = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let help = if finding.help.is_empty() { String::new() } else { format!(" ({})", finding.help) };
    let message = format!("{}{help}", finding.message);
    match &finding.place {
        None => format!("::{name} file={}::{}\n", property(&path(source, "pack.ron")), data(&message)),
        // The lines are those of the files within it.
        Some(place) if source.is_bundle() => {
            format!("::{name} file={}::{}\n", property(&path(source, "")), data(&format!("{place}: {message}")))
        }
        Some(place) => format!(
            "::{name} file={},line={},col={}::{}\n",
            property(&path(source, &place.file)),
            place.line,
            place.column,
            data(&message)
        ),
    }
}
