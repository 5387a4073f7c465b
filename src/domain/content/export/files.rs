//! The files of a pack, written as an author would read them.

use crate::domain::content::load::options;
use crate::domain::content::{Files, Tour, schema::Whole};
use ron::ser::PrettyConfig;
use serde::Serialize;

/// All files of a pack.
pub fn files(whole: &Whole) -> Files {
    let mut files = Files::default();
    for folder in &whole.districts {
        for building in &folder.buildings {
            put(&mut files, format!("{}/{}.ron", folder.district.id, building.id), building);
        }
        put(&mut files, format!("{}/district.ron", folder.district.id), &folder.district);
    }
    put(&mut files, "pack.ron".to_owned(), &whole.pack);
    if let Some(glossary) = &whole.glossary {
        put(&mut files, "glossary.ron".to_owned(), glossary);
    }
    if let Some(crosswalk) = &whole.crosswalk {
        put(&mut files, "crosswalk.ron".to_owned(), crosswalk);
    }
    for tour in &whole.tours {
        put(&mut files, format!("tours/{}.ron", tour.id), tour);
    }
    files
}

/// The text of a tour's file.
pub fn tour(tour: &Tour) -> String {
    text(tour)
}

fn put<T: Serialize>(files: &mut Files, path: String, value: &T) {
    files.0.insert(path, text(value));
}

fn text<T: Serialize>(value: &T) -> String {
    let config = PrettyConfig::new().struct_names(true).new_line("\n");
    // Values of the schema are trees of texts and numbers, which can always be written.
    let text = options().to_string_pretty(value, config).unwrap_or_default();
    format!("#![enable(implicit_some)]\n{}\n", readable(&text))
}

/// Without the backslashes that RON's writer puts before apostrophes.
fn readable(text: &str) -> String {
    let mut readable = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, chars.clone().next()) {
            ('\\', Some('\'')) => {}
            ('\\', Some(next)) => {
                readable.push(c);
                readable.push(next);
                chars.next();
            }
            _ => readable.push(c),
        }
    }
    readable
}
