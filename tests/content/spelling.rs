//! Every word that a player can read is spelled right, and as Americans spell it.

use super::{Draft, SHIPPED};
use laddertown::domain::content::Place;
use std::collections::BTreeSet;
use typos_dict::WORD;
use typos_vars::{Category, VARS, corrections};

/// Words that the checker takes for mistakes, and why they are none.
const EXCEPTIONS: [(&str, &str); 1] = [("behaviour", "a module of callbacks is spelled like this in Elixir")];

/// What one would write instead; nothing if the word is right or unknown.
fn better(word: &str) -> Vec<&'static str> {
    if let Some(better) = WORD.find(&word.into()) {
        return better.to_vec();
    }
    let variants = VARS.find(&word.into()).copied().unwrap_or_default();
    if variants.iter().any(|(categories, _)| categories & Category::American as u8 != 0) {
        return Vec::new();
    }
    variants.iter().flat_map(|(_, variants)| corrections(Category::American, **variants)).copied().collect()
}

/// The words of a text with the bytes at which they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let words =
        text.split(|letter: char| !letter.is_alphabetic() && letter != '\'').map(|word| word.trim_matches('\''));
    words.filter(|word| !word.is_empty()).map(move |word| (start(word), word))
}

/// Everything that is spelled wrong in a file, with the exceptions that it makes use of.
fn mistakes(file: &str, text: &str, used: &mut BTreeSet<&'static str>) -> Vec<String> {
    // A line break is written as an escape in a pack, and would stick to the word behind it.
    let text = text.replace("\\n", "  ");
    let mut mistakes = Vec::new();
    for (start, word) in words(&text) {
        let exception = EXCEPTIONS.iter().find(|(exception, _)| exception.eq_ignore_ascii_case(word));
        let better = better(word);
        if let Some((exception, _)) = exception.filter(|_| !better.is_empty()) {
            used.insert(exception);
        } else if !better.is_empty() {
            let place = Place::new(file, &text, start..start + word.len());
            mistakes.push(format!("{place}: `{word}`: {}", better.join(", ")));
        }
    }
    mistakes
}

#[test]
fn every_word_of_the_packs_and_the_interface_is_spelled_right() {
    let mut used = BTreeSet::new();
    let mut found = Vec::new();
    for id in SHIPPED {
        for (path, text) in &Draft::read(&format!("assets/packs/{id}")).files {
            found.extend(mistakes(&format!("assets/packs/{id}/{path}"), text, &mut used));
        }
    }
    found.extend(mistakes("assets/i18n/en.ftl", include_str!("../../assets/i18n/en.ftl"), &mut used));
    assert!(found.is_empty(), "{} mistakes\n{}", found.len(), found.join("\n"));
    assert_eq!(used.len(), EXCEPTIONS.len(), "an exception is not used: remove it");
}

#[test]
fn a_mistake_is_found_with_its_place() {
    let text = "one\nHere is teh colour, isn't it?\\nThe color";
    let found = mistakes("a.ron", text, &mut BTreeSet::new());
    assert_eq!(found, ["a.ron:2:9: `teh`: the", "a.ron:2:13: `colour`: color"]);
}
