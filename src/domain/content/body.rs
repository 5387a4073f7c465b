//! What stands on a floor: a lesson to read, or criteria to rate.

use serde::{Deserialize, Serialize};

/// The content of a floor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Body {
    /// A text that replaces one belief by another.
    Lesson(Box<Lesson>),
    /// Behaviours that a person rates.
    Criteria(Vec<Criterion>),
    /// The floor has its place in the city; its text is still to come.
    Unwritten,
}

/// A lesson: what one can do, the belief that comes with it, and what breaks that belief.
///
/// Texts are plain, with inline code in backticks; `prose` may have paragraphs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// Why this floor rises at this level.
    pub why: String,
    /// What the reader can do now.
    pub know: String,
    /// The one belief of a reader at this level.
    pub assume: String,
    /// What breaks that belief.
    pub learn: String,
    /// A scene in which it breaks.
    pub prose: String,
    /// The belief as a statement to agree or disagree with.
    pub claim: String,
    /// In which way the claim fails.
    pub kind: Kind,
    /// The refutation that belongs to this claim and to no other.
    pub breaks: String,
    /// Questions about use, with their short answers.
    pub recall: Vec<Recall>,
    /// Floors elsewhere (`building/level`) that explain or depend on this one.
    #[serde(default)]
    pub related: Vec<String>,
}

impl Lesson {
    /// The five texts that a reader reads, each with the name of its field, in reading order.
    pub fn texts(&self) -> [(&'static str, &str); 5] {
        [
            ("why", &self.why),
            ("know", &self.know),
            ("assume", &self.assume),
            ("learn", &self.learn),
            ("prose", &self.prose),
        ]
    }
}

/// In which way a claim fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Kind {
    /// It is false.
    Refute,
    /// It is true only within limits.
    Bound,
    /// It is plausible and nobody has verified it.
    Check,
}

/// A question to answer from memory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recall {
    /// The question.
    pub ask: String,
    /// A short answer to compare with.
    pub answer: String,
}

/// One behaviour that two people can rate alike.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Unique in the pack, such as `e2-technical-3`.
    pub id: String,
    /// One sentence that starts with a verb.
    pub text: String,
    /// What one would see of it.
    #[serde(default)]
    pub evidence: Option<String>,
}
