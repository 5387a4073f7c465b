//! A whole pack as one text: a map in RON from paths to the files' own texts, which stay readable in it.

use super::files::Files;
use super::finding::{Finding, Place, Severity};
use super::limits::{DEPTH, PACK_BYTES};
use super::load::span;
use ron::ser::PrettyConfig;

/// The first line of such a text.
const HEADER: &str = "// A pack of Laddertown in one file: paths, and the text of each.\n";

/// What the text is called in findings.
pub const NAME: &str = "bundle";

/// The pack as one text.
pub fn write(files: &Files) -> String {
    // Unescaped strings become raw ones, in which a reader finds the files as they are.
    let config = PrettyConfig::new().escape_strings(false).new_line("\n");
    // A map of strings always serializes.
    let text = ron::ser::to_string_pretty(files, config).unwrap_or_default();
    format!("{HEADER}{text}\n")
}

/// Reads such a text. Whether it is a pack, `Files::checked` says.
///
/// # Errors
/// If it is too large, or no map of texts; with the place in it.
pub fn read(text: &str) -> Result<Files, Box<Finding>> {
    let fault = |place, message: String, help: String| {
        Box::new(Finding { severity: Severity::Error, place: Some(place), message, help }.tidy())
    };
    if text.len() > PACK_BYTES {
        let message = format!("the file has more than {PACK_BYTES} bytes");
        return Err(fault(Place::new(NAME, "", 0..0), message, format!("a pack has at most {PACK_BYTES}")));
    }
    ron::Options::default().with_recursion_limit(DEPTH).from_str(text).map_err(|error| {
        let help = "a map from paths to texts, as `pack export --to ron` writes it".to_owned();
        fault(Place::new(NAME, text, span(text, &error)), error.code.to_string(), help)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::generated_files;
    use proptest::prelude::*;

    #[test]
    fn a_bundle_shows_its_files_as_they_are() {
        let text = write(&Files([("pack.ron".to_owned(), "Pack(\n    id: \"p\",\n)\n".to_owned())].into()));
        assert!(text.contains("Pack(\n    id: \"p\",\n)\n"), "{text}");
    }

    #[test]
    fn a_bundle_is_the_same_pack() {
        let files = generated_files(50);
        let again = read(&write(&files)).expect("readable");
        assert_eq!(again, files);
        assert!(again.checked().is_ok_and(|checked| checked.pack.is_some()));
    }

    #[test]
    fn what_is_no_bundle_is_told_where() {
        let found = read("{\n\"pack.ron\": 7}").expect_err("no text");
        assert!(found.to_string().starts_with("bundle:2:12: error: "), "{found}");
        let found = read(&" ".repeat(PACK_BYTES + 1)).expect_err("too large");
        assert!(found.to_string().contains("8388608"), "{found}");
    }

    proptest! {
        #[test]
        fn any_files_come_back(files in prop::collection::btree_map(".{0,9}", "(?s).{0,40}|[\"#r\\\\\n\r]{0,9}", 0..4)) {
            prop_assert_eq!(read(&write(&Files(files.clone()))), Ok(Files(files)));
        }
    }
}
