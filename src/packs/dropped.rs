//! What a player drops on the game: a pack as one text, or a save.

use crate::domain::content::limits::PACK_BYTES;
use crate::domain::content::{Files, Finding, Imported, Report, bundle, import};
use crate::domain::save::{self, Save};

/// Something that was dropped, and what it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Dropped {
    /// A pack, not yet checked.
    Pack(Files),
    /// A pack made of a document, and what was understood of it.
    Document(Files, Report),
    /// Ratings of a ladder, not yet read.
    Assessment(String),
    /// What was done elsewhere.
    Save(Box<Save>),
}

/// Tells what a text is. `name` is that of its file.
///
/// # Errors
/// What is wrong with it, a line each: where, and what was expected.
pub fn read_dropped(name: &str, text: &str) -> Result<Dropped, Vec<String>> {
    if text.len() > PACK_BYTES {
        return Err(vec![format!("{name}: {} bytes, and at most {PACK_BYTES} are read", text.len())]);
    }
    if text.starts_with("laddertown-save ") {
        let read = save::decode(text).map_err(|error| vec![format!("{name}: {error}")])?;
        return Ok(Dropped::Save(Box::new(read.0)));
    }
    let has_ending = |endings: &[&str]| endings.iter().any(|ending| name.to_lowercase().ends_with(ending));
    if has_ending(&[".ron"]) {
        let faults = |found: Box<Finding>| vec![found.to_string().replacen(bundle::NAME, name, 1)];
        return bundle::read(text).map(Dropped::Pack).map_err(faults);
    }
    if has_ending(&[".json"]) {
        return Ok(Dropped::Assessment(text.to_owned()));
    }
    if has_ending(&[".md", ".markdown", ".txt"]) {
        let Imported { files, report } = import(text, name, None).map_err(|error| vec![format!("{name}: {error}")])?;
        return Ok(Dropped::Document(files, report));
    }
    Err(vec![format!(
        "{name}: expected a document (.md, .txt), a pack as one .ron file, an assessment (.json), or a save"
    )])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::generated_files;

    #[test]
    fn a_pack_survives_being_one_text() {
        let files = generated_files(20);
        assert_eq!(read_dropped("x.ron", &bundle::write(&files)), Ok(Dropped::Pack(files)));
    }

    #[test]
    fn a_save_is_known_by_its_first_line() {
        let text = save::encode(&Save::default(), 3);
        assert_eq!(read_dropped("whatever", &text), Ok(Dropped::Save(Box::default())));
        let fault = read_dropped("mine.txt", &text[..text.len() - 1]).expect_err("it was cut off");
        assert!(fault[0].starts_with("mine.txt: the save is damaged"), "{fault:?}");
    }

    #[test]
    fn anything_else_is_refused_with_a_line_or_with_what_was_expected() {
        let faults = |name: &str, text: &str| read_dropped(name, text).expect_err("no pack").concat();
        let fault = faults("x.ron", "{\n  \"pack.ron\": 7,\n}");
        assert!(fault.starts_with("x.ron:2:"), "{fault}");
        assert!(faults("photo.png", "\u{89}PNG").contains("expected"));
        assert!(faults("x.ron", &" ".repeat(PACK_BYTES + 1)).contains("at most"));
    }
}
