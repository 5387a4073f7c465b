//! What a player drops on the game: a pack as one text, or a save.

use crate::domain::content::Files;
use crate::domain::content::load::MAX_FILE_BYTES;
use crate::domain::save::{self, Save};
use ron::ser::PrettyConfig;

/// Something that was dropped, and what it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Dropped {
    /// A pack, not yet checked.
    Pack(Files),
    /// What was done elsewhere.
    Save(Box<Save>),
}

/// Tells what a text is. `name` is that of its file.
///
/// # Errors
/// What is wrong with it, a line each: where, and what was expected.
pub fn read_dropped(name: &str, text: &str) -> Result<Dropped, Vec<String>> {
    if text.len() > MAX_FILE_BYTES {
        return Err(vec![format!("{name}: {} bytes, and at most {MAX_FILE_BYTES} are read", text.len())]);
    }
    if text.starts_with("laddertown-save ") {
        let read = save::decode(text).map_err(|error| vec![format!("{name}: {error}")])?;
        return Ok(Dropped::Save(Box::new(read.0)));
    }
    read_pack(name, text).map(Dropped::Pack)
}

/// The seam to the ways in which a pack can be written down as one text.
fn read_pack(name: &str, text: &str) -> Result<Files, Vec<String>> {
    let has_ending = |endings: &[&str]| endings.iter().any(|ending| name.to_lowercase().ends_with(ending));
    if has_ending(&[".ron", ".txt"]) {
        return unbundled(name, text);
    }
    Err(vec![format!("{name}: expected a pack as one .ron file, or a save")])
}

/// A pack as one text: a map from the paths of its files to their texts.
pub fn bundled(files: &Files) -> String {
    ron::ser::to_string_pretty(files, PrettyConfig::new().escape_strings(false).new_line("\n")).unwrap_or_default()
}

fn unbundled(name: &str, text: &str) -> Result<Files, Vec<String>> {
    ron::from_str(text).map_err(|error| vec![format!("{name}:{}: {}", error.span.start.line, error.code)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::generated_files;

    #[test]
    fn a_pack_survives_being_one_text() {
        let files = generated_files(20);
        assert_eq!(read_dropped("x.ron", &bundled(&files)), Ok(Dropped::Pack(files)));
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
        assert!(faults("x.ron", "{\n  \"pack.ron\": 7,\n}").starts_with("x.ron:2: "));
        assert!(faults("photo.png", "\u{89}PNG").contains("expected"));
        assert!(faults("x.ron", &" ".repeat(MAX_FILE_BYTES + 1)).contains("at most"));
    }
}
