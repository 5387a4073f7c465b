//! What stands on a floor: a lesson to read, or criteria to rate.

use serde::{Deserialize, Serialize};

/// Words a minute of an attentive reader; Brysbaert 2019 gives 238 for silent reading of non-fiction.
const WORDS_PER_MINUTE: usize = 230;

/// How long so many words take to read, in seconds.
pub fn reading_secs(words: usize) -> usize {
    words * 60 / WORDS_PER_MINUTE
}

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
/// Texts are plain, with inline code in backticks; `prose` may have paragraphs. What the journey asks, from `claim` on,
/// may be left out: a floor then asks less, and nothing is made up for it.
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
    /// The belief as a statement to agree or disagree with; `assume` stands for it where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// In which way the claim fails.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// The refutation that belongs to this claim and to no other. Without it nobody is asked to find it among others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breaks: Option<String>,
    /// Questions about use, with their short answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recall: Vec<Recall>,
    /// Floors elsewhere (`building/level`) that explain or depend on this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
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

    /// Words of the texts that a reader reads.
    pub fn words(&self) -> usize {
        self.texts().iter().map(|(_, text)| text.split_whitespace().count()).sum()
    }

    /// What is asked: the claim, or the belief itself where the pack has no claim.
    pub fn claim(&self) -> Option<&str> {
        let claim = self.claim.as_deref().unwrap_or(&self.assume);
        (!claim.trim().is_empty()).then_some(claim)
    }

    /// What answers it: the refutation, or all that there is to learn where the pack has none.
    pub fn refutation(&self) -> Option<&str> {
        let refutation = self.breaks.as_deref().unwrap_or(&self.learn);
        (!refutation.trim().is_empty()).then_some(refutation)
    }

    /// How many questions one can be asked without the text: those of the pack, or else what breaks the belief.
    pub fn questions(&self) -> usize {
        let own = usize::from(self.claim().is_some() && self.refutation().is_some());
        if self.recall.is_empty() { own } else { self.recall.len() }
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
}
