//! Reads the files of a pack and keeps them, so that findings can show the line they are about.

use super::finding::{Finding, Place, Severity, has_room, tidy};
use super::limits::{self, DEPTH, FILE_BYTES, PACK_BYTES};
use super::schema;
use super::tour::Tour;
use crate::domain::id::is_slug;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use std::cell::Cell;

/// A parsed file together with its text.
#[derive(Debug, Clone, PartialEq)]
pub struct File<T> {
    /// Within the pack, such as `the-build/frontend.ron`.
    pub path: String,
    /// As read.
    pub text: String,
    /// As parsed.
    pub value: T,
}

impl<T> File<T> {
    /// Where the last of `anchors` stands: each is searched for behind the one before it.
    ///
    /// RON tells no positions of values; the texts themselves do, since ids are unique in a file.
    /// An anchor that is not there is passed over.
    pub fn place(&self, anchors: &[&str]) -> Place {
        let mut found = 0..0;
        let mut from = 0;
        for anchor in anchors {
            if let Some(at) = self.text[from..].find(anchor) {
                found = from + at..from + at + anchor.len();
                from = found.end;
            }
        }
        Place::new(&self.path, &self.text, found)
    }
}

impl<T> File<T> {
    /// Those of `names` that can be names of files; the others are reported, since a name such as `../..` would
    /// lead out of the pack. Of an endless list nothing is looked for.
    fn names(&self, list: &str, names: &[String], most: usize, findings: &mut Vec<Finding>) -> Vec<String> {
        let mut error = |anchors: &[&str], message, help| {
            if has_room(findings, Severity::Error) {
                let place = Some(self.place(anchors));
                findings.push(Finding { severity: Severity::Error, place, message, help });
            }
        };
        if names.len() > most {
            error(&[list], format!("{} names of files", names.len()), format!("at most {most}"));
            return Vec::new();
        }
        let (good, bad): (Vec<&String>, Vec<&String>) = names.iter().partition(|name| is_slug(name));
        for name in bad {
            let message = format!("`{name}` cannot be the name of a file of the pack");
            error(&[name], message, "lower-case letters, digits and single hyphens, 1 to 64".to_owned());
        }
        good.into_iter().cloned().collect()
    }
}

/// A district's file and those of its buildings.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthoredDistrict {
    /// `<district>/district.ron`.
    pub district: File<schema::District>,
    /// `<district>/<building>.ron`, in the order of the lots.
    pub buildings: Vec<File<schema::Building>>,
}

/// A whole pack as authored.
#[derive(Debug, Clone, PartialEq)]
pub struct Authored {
    /// `pack.ron`.
    pub pack: File<schema::Pack>,
    /// In the order of the sites.
    pub districts: Vec<AuthoredDistrict>,
    /// `glossary.ron`.
    pub glossary: Option<File<schema::Glossary>>,
    /// `crosswalk.ron`.
    pub crosswalk: Option<File<schema::Crosswalk>>,
    /// `tours/<name>.ron`, in the order in which they are offered.
    pub tours: Vec<File<Tour>>,
}

impl Authored {
    /// What all of the files say, without their texts.
    pub fn whole(&self) -> schema::Whole {
        let districts = self.districts.iter().map(|files| schema::Folder {
            district: files.district.value.clone(),
            buildings: files.buildings.iter().map(|file| file.value.clone()).collect(),
        });
        schema::Whole {
            pack: self.pack.value.clone(),
            districts: districts.collect(),
            glossary: self.glossary.as_ref().map(|file| file.value.clone()),
            crosswalk: self.crosswalk.as_ref().map(|file| file.value.clone()),
            tours: self.tours.iter().map(|file| file.value.clone()).collect(),
        }
    }
}

/// What reading a file of the pack can come to.
pub type ReadFile<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Reads a pack through `read`, which is given paths such as `the-build/frontend.ron`.
///
/// Reading goes on behind a file that is missing or broken, so that all faults show at once.
///
/// # Errors
/// The findings, of which at least one is an error.
pub fn load(read: ReadFile<'_>) -> Result<Authored, Vec<Finding>> {
    let mut findings = Vec::new();
    let bytes = Cell::new(0);
    let read: ReadFile<'_> = &|path| {
        // Behind the limit nothing is read: that what is missing there is missing, too, is no news.
        if bytes.get() > PACK_BYTES {
            return None;
        }
        read(path).inspect(|text| bytes.set(bytes.get() + text.len()))
    };
    let pack = file::<schema::Pack>(read, "pack.ron", &mut findings);
    let glossary = optional(read, "glossary.ron", &mut findings);
    let crosswalk = optional(read, "crosswalk.ron", &mut findings);
    let tours = pack
        .as_ref()
        .map_or(Vec::new(), |pack| pack.names("tours:", &pack.value.tours, limits::TOURS.max, &mut findings));
    let paths = tours.into_iter().map(|name| format!("tours/{name}.ron"));
    let tours = paths.filter_map(|path| file(read, &path, &mut findings)).collect();
    let mut districts = Vec::new();
    let folders = pack.as_ref().map_or(Vec::new(), |pack| {
        pack.names("districts:", &pack.value.districts, limits::DISTRICTS.max, &mut findings)
    });
    for folder in folders {
        let Some(district) = file::<schema::District>(read, &format!("{folder}/district.ron"), &mut findings) else {
            continue;
        };
        let names = district.names("buildings:", &district.value.buildings, limits::NAMES, &mut findings);
        let paths = names.into_iter().map(|name| format!("{folder}/{name}.ron"));
        let buildings = paths.filter_map(|path| file(read, &path, &mut findings)).collect();
        districts.push(AuthoredDistrict { district, buildings });
    }
    if bytes.get() > PACK_BYTES {
        findings = vec![Finding {
            severity: Severity::Error,
            place: None,
            message: format!("the pack has more than {PACK_BYTES} bytes: {} were read", bytes.get()),
            help: "fewer or smaller files".to_owned(),
        }];
    }
    match pack {
        Some(pack) if findings.is_empty() => Ok(Authored { pack, districts, glossary, crosswalk, tours }),
        _ => Err(tidy(findings)),
    }
}

fn optional<T: DeserializeOwned>(read: ReadFile<'_>, path: &str, findings: &mut Vec<Finding>) -> Option<File<T>> {
    read(path).and_then(|text| parse(path, text, findings))
}

fn file<T: DeserializeOwned>(read: ReadFile<'_>, path: &str, findings: &mut Vec<Finding>) -> Option<File<T>> {
    let Some(text) = read(path) else {
        if has_room(findings, Severity::Error) {
            findings.push(Finding {
                severity: Severity::Error,
                place: Some(Place::new(path, "", 0..0)),
                message: "this file is missing or is no text".to_owned(),
                help: "pack.ron names the districts and tours, and each district.ron its buildings".to_owned(),
            });
        }
        return None;
    };
    parse(path, text, findings)
}

fn parse<T: DeserializeOwned>(path: &str, text: String, findings: &mut Vec<Finding>) -> Option<File<T>> {
    if text.len() > FILE_BYTES {
        findings.push(Finding {
            severity: Severity::Error,
            place: Some(Place::new(path, "", 0..0)),
            message: format!("the file has {} bytes", text.len()),
            help: format!("at most {FILE_BYTES}"),
        });
        return None;
    }
    match options().from_str(&text) {
        Ok(value) => Some(File { path: path.to_owned(), text, value }),
        Err(error) => {
            let help = match error.code {
                ron::Error::ExceededRecursionLimit => {
                    format!("at most {DEPTH} parentheses, lists or maps in one another")
                }
                _ => "RON as the pack's format describes it".to_owned(),
            };
            findings.push(Finding {
                severity: Severity::Error,
                place: Some(Place::new(path, &text, span(&text, &error))),
                message: error.code.to_string(),
                help,
            });
            None
        }
    }
}

/// RON without the noise of `Some(…)` and doubled parentheses.
pub fn options() -> ron::Options {
    ron::Options::default()
        .with_recursion_limit(DEPTH)
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// Where in `text` RON stumbled, in bytes.
pub(super) fn span(text: &str, error: &ron::error::SpannedError) -> std::ops::Range<usize> {
    let start = byte_at(text, error.span.start.line, error.span.start.col);
    start..byte_at(text, error.span.end.line, error.span.end.col).max(start)
}

/// The byte at `line` and `column`, both counted from 1 and the column in characters.
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let within = text[start..].char_indices().nth(column.saturating_sub(1));
    within.map_or(text.len(), |(offset, _)| start + offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACK: &str =
        "Pack(format: 1, id: \"p\", title: \"P\", summary: \"s\", levels: [], districts: [\"d\", \"e\"])";

    #[test]
    fn every_missing_file_is_reported_and_not_just_the_first() {
        let read = |path: &str| (path == "pack.ron").then(|| PACK.to_owned());
        let findings = load(&read).expect_err("two districts are missing");
        let files: Vec<_> = findings.iter().filter_map(|f| f.place.as_ref()).map(|p| p.file.as_str()).collect();
        assert_eq!(files, ["d/district.ron", "e/district.ron"]);
    }

    #[test]
    fn a_syntax_fault_names_line_and_column() {
        let read = |path: &str| (path == "pack.ron").then(|| "Pack(\n  format: one,\n)".to_owned());
        let findings = load(&read).expect_err("`one` is no number");
        let place = findings[0].place.clone().expect("a place");
        assert_eq!((place.file.as_str(), place.line), ("pack.ron", 2));
        assert!(findings[0].to_string().starts_with("pack.ron:2:"), "{}", findings[0]);
    }

    #[test]
    fn an_unknown_field_is_named() {
        let read = |path: &str| (path == "pack.ron").then(|| PACK.replace("summary", "sumary"));
        let findings = load(&read).expect_err("no such field");
        assert!(findings[0].message.contains("sumary"), "{}", findings[0]);
    }

    #[test]
    fn anchors_are_found_one_behind_the_other() {
        let file = File { path: "x".into(), text: "a: 1\nb: 2\na: 3\nb: 4".into(), value: () };
        assert_eq!(file.place(&["a: 3", "b:"]).line, 4);
    }
}
