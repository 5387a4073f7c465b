//! Names: how they compare, what stands in brackets behind them, and the ids that are made of them.

use crate::domain::id::is_slug;
use std::collections::{HashMap, HashSet};

/// The longest slug that is made of a name: room is left for what makes it unique.
const SLUG_CHARS: usize = 48;

/// How two spellings of one name become equal: lower case, letters and digits, single spaces, `&` as `and`.
pub(super) fn norm(name: &str) -> String {
    let mut words = String::new();
    for c in name.replace('&', " and ").chars() {
        match c {
            '\'' | '\u{2018}' | '\u{2019}' => {}
            c if c.is_alphanumeric() => words.extend(c.to_lowercase()),
            _ => words.push(' '),
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Something that can be an id: letters without their marks, digits, hyphens. Empty if nothing is left.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        let part = ascii(c);
        match part {
            Some(part) => slug.push_str(part),
            None if c.is_ascii_alphanumeric() => slug.push(c),
            None if matches!(c, '\'' | '\u{2019}') => {}
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    if slug.len() > SLUG_CHARS {
        let end = slug[..SLUG_CHARS].rfind('-').unwrap_or(SLUG_CHARS);
        slug.truncate(end);
    }
    slug.trim_matches('-').to_owned()
}

/// Letters of Europe as ASCII.
fn ascii(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{e0}'..='\u{e3}' | '\u{e5}' | '\u{101}' | '\u{103}' | '\u{105}' => "a",
        '\u{e4}' | '\u{e6}' => "ae",
        '\u{e7}' | '\u{107}' | '\u{10d}' => "c",
        '\u{10f}' | '\u{111}' | '\u{f0}' => "d",
        '\u{e8}'..='\u{eb}' | '\u{113}' | '\u{119}' | '\u{11b}' => "e",
        '\u{ec}'..='\u{ef}' | '\u{12b}' | '\u{131}' => "i",
        '\u{142}' => "l",
        '\u{f1}' | '\u{144}' | '\u{148}' => "n",
        '\u{f2}'..='\u{f5}' | '\u{f8}' | '\u{14d}' => "o",
        '\u{f6}' | '\u{153}' => "oe",
        '\u{159}' => "r",
        '\u{df}' => "ss",
        '\u{15b}' | '\u{161}' | '\u{219}' => "s",
        '\u{165}' | '\u{21b}' => "t",
        '\u{f9}'..='\u{fb}' | '\u{16b}' | '\u{16f}' => "u",
        '\u{fc}' => "ue",
        '\u{fd}' | '\u{ff}' => "y",
        '\u{17a}' | '\u{17c}' | '\u{17e}' => "z",
        _ => return None,
    })
}

/// Ids that were given, each once.
#[derive(Debug, Default)]
pub struct Ids {
    given: HashSet<String>,
    /// How often each name was there already, so that a thousand equal names are no million tries.
    again: HashMap<String, usize>,
}

impl Ids {
    /// Gives away an id that something has already.
    pub fn take(&mut self, id: &str) {
        self.given.insert(id.to_owned());
    }

    /// An id for a name, or for `otherwise` if the name has no letters that could be one.
    pub fn give(&mut self, name: &str, otherwise: &str) -> String {
        let slug = slug(name);
        let slug = if is_slug(&slug) { slug } else { otherwise.to_owned() };
        let mut id = slug.clone();
        while !self.given.insert(id.clone()) {
            let count = self.again.entry(slug.clone()).or_insert(1);
            *count += 1;
            id = format!("{slug}-{count}");
        }
        id
    }
}

/// A name with what stands in brackets behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// Without any of it.
    pub(super) name: String,
    /// In the order of the text, without the brackets.
    pub(super) asides: Vec<String>,
}

/// Takes the brackets at the end of a name apart from it.
pub(super) fn named(text: &str) -> Named {
    let mut rest = text.trim();
    let mut asides = Vec::new();
    while let Some(open) = rest.strip_suffix(')').and_then(|before| before.rfind('(')) {
        let before = rest[..open].trim_end();
        if before.is_empty() {
            break;
        }
        asides.insert(0, rest[open + 1..rest.len() - 1].trim().to_owned());
        rest = before;
    }
    Named { name: rest.to_owned(), asides }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_an_id_or_empty() {
        for (name, expected) in [
            ("Terminal & Shell", "terminal-shell"),
            ("CI/CD", "ci-cd"),
            ("Don't panic!", "dont-panic"),
            ("\u{dc}bung", "uebung"),
            ("\u{65e5}\u{672c}", ""),
            ("--", ""),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
        assert!(is_slug(&slug(&"long name ".repeat(30))));
    }

    #[test]
    fn ids_are_given_once() {
        let mut ids = Ids::default();
        let given = ["Security", "security", "", ""].map(|name| ids.give(name, "place"));
        assert_eq!(given, ["security", "security-2", "place", "place-2"]);
    }

    #[test]
    fn brackets_behind_a_name_are_taken_apart() {
        let named = named("Threat Modeling (STRIDE) (in Security district)");
        assert_eq!((named.name.as_str(), named.asides.len()), ("Threat Modeling", 2));
        assert_eq!(super::named("(all of it)").name, "(all of it)");
    }

    #[test]
    fn spellings_of_a_name_are_equal() {
        assert_eq!(norm("Collaboration &  Communication:"), norm("collaboration and communication"));
    }
}
