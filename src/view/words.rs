//! Every word of the user interface, from one Fluent file a language.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

const ENGLISH: &str = include_str!("../../assets/i18n/en.ftl");

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of `assets/i18n/en.ftl`.
    pub fn english() -> Self {
        Self::parse("en", ENGLISH)
    }

    /// Words from the text of a Fluent file. Messages that cannot be read are left out, and
    /// [`Words::get`] then shows their names.
    pub fn parse(language: &str, ftl: &str) -> Self {
        let resource = match FluentResource::try_new(ftl.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse().unwrap_or_default()]);
        // Isolation marks around values would be read aloud and drawn as boxes.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// The text of a message; its name where the language lacks it.
    pub fn get(&self, name: &str) -> String {
        self.with(name, &[])
    }

    /// The text of a message with values filled in.
    pub fn with(&self, name: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(name).and_then(|message| message.value()) else {
            return name.to_owned();
        };
        let args: FluentArgs<'_> = values.iter().cloned().collect();
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// Whether the language has a message.
    pub fn has(&self, name: &str) -> bool {
        self.bundle.has_message(name)
    }
}

/// The names of all messages in a Fluent text, for comparing languages.
pub fn message_names(ftl: &str) -> Vec<String> {
    let named = ftl.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    named.filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_filled_in_without_marks_around_them() {
        let words = Words::parse("en", "floor = Floor { $number } of { $name }");
        let text = words.with("floor", &[("number", 3.into()), ("name", "Auth".into())]);
        assert_eq!(text, "Floor 3 of Auth");
    }

    #[test]
    fn a_missing_message_shows_its_name() {
        assert_eq!(Words::parse("en", "").get("close"), "close");
    }

    #[test]
    fn the_english_file_can_be_read_whole() {
        assert!(FluentResource::try_new(ENGLISH.to_owned()).is_ok());
    }

    /// A name that nobody uses is noise; one that nobody wrote shows as itself on the screen.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "it reads the sources, on a machine that has them")]
    fn the_english_file_holds_exactly_the_messages_that_the_code_uses() {
        let mut used = std::collections::BTreeSet::new();
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("view/words.rs") {
                    let text = std::fs::read_to_string(path).expect("a text");
                    let names = message_names(ENGLISH);
                    used.extend(names.into_iter().filter(|name| text.contains(&format!("\"{name}\""))));
                    for call in text.split("words.get(\"").skip(1).chain(text.split("words.with(\"").skip(1)) {
                        used.insert(call.split('"').next().unwrap_or_default().to_owned());
                    }
                }
            }
        }
        let written: std::collections::BTreeSet<_> = message_names(ENGLISH).into_iter().collect();
        assert_eq!(used.difference(&written).collect::<Vec<_>>(), Vec::<&String>::new(), "used, not written");
        assert_eq!(written.difference(&used).collect::<Vec<_>>(), Vec::<&String>::new(), "written, not used");
    }
}
