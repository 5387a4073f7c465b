//! The list of keys and gestures.

use super::words::Words;

/// A group of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpGroup {
    /// Its heading.
    pub heading: String,
    /// Keys or gestures, and what they do.
    pub rows: Vec<(String, String)>,
}

/// Message names of the groups, each with those of its rows: `keys-…` and `does-…`.
const GROUPS: [(&str, &[(&str, &str)]); 6] = [
    (
        "help-look",
        &[
            ("keys-orbit", "does-orbit"),
            ("keys-pan", "does-pan"),
            ("keys-zoom", "does-zoom"),
            ("keys-home", "does-home"),
            ("keys-north", "does-north"),
            ("keys-map", "does-map"),
            ("keys-mouse", "does-mouse"),
            ("keys-touch", "does-touch"),
        ],
    ),
    (
        "help-city",
        &[
            ("keys-level", "does-level"),
            ("keys-level-number", "does-level-number"),
            ("keys-focus", "does-focus"),
            ("keys-open", "does-open"),
            ("keys-district", "does-district"),
            ("keys-identity", "does-identity"),
            ("keys-skip", "does-skip"),
            ("keys-pictures", "does-pictures"),
            ("keys-cities", "does-cities"),
            ("keys-return", "does-return"),
            ("keys-share", "does-share"),
        ],
    ),
    (
        "help-read",
        &[
            ("keys-floor", "does-floor"),
            ("keys-text", "does-text"),
            ("keys-search", "does-search"),
            ("keys-close", "does-close"),
            ("keys-list", "does-list"),
            ("keys-legend", "does-legend"),
            ("keys-sound", "does-sound"),
            ("keys-settings", "does-settings"),
            ("keys-help", "does-help"),
        ],
    ),
    (
        "help-journey",
        &[
            ("keys-next", "does-next"),
            ("keys-menu", "does-menu"),
            ("keys-answer", "does-answer"),
            ("keys-aside", "does-aside"),
        ],
    ),
    (
        "help-assess",
        &[("keys-rate", "does-rate"), ("keys-criterion", "does-criterion"), ("keys-assess", "does-assess")],
    ),
    (
        "help-present",
        &[
            ("keys-tours", "does-tours"),
            ("keys-show-next", "does-show-next"),
            ("keys-show-previous", "does-show-previous"),
            ("keys-show-ends", "does-show-ends"),
            ("keys-show-jump", "does-show-jump"),
            ("keys-show-blank", "does-show-blank"),
            ("keys-show-hands", "does-show-hands"),
            ("keys-show-code", "does-show-code"),
            ("keys-show-auto", "does-show-auto"),
            ("keys-show-resume", "does-show-resume"),
            ("keys-show-restart", "does-show-restart"),
            ("keys-show-end", "does-show-end"),
            ("keys-speaker", "does-speaker"),
            ("keys-projector", "does-projector"),
        ],
    ),
];

/// All keys.
pub fn keys(words: &Words) -> Vec<HelpGroup> {
    let group = |(heading, rows): &(&str, &[(&str, &str)])| HelpGroup {
        heading: words.get(heading),
        rows: rows.iter().map(|(keys, does)| (words.get(keys), words.get(does))).collect(),
    };
    GROUPS.iter().map(group).collect()
}
