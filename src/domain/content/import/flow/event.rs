//! Something unlocked: what its heading and its texts say.

use super::super::names::norm;
use super::{Event, Unlocks};
use crate::domain::content::{Body, Kind as Fails, Lesson, Recall};

impl Event {
    /// What stands in brackets behind a name.
    pub(super) fn aside(&mut self, aside: &str) {
        let normal = norm(aside);
        match normal.as_str() {
            "final" | "last" | "final floor" => self.last = true,
            "non technical" | "nontechnical" => self.non_technical = true,
            _ if normal.contains("above") || normal.starts_with("already") => self.repeats = true,
            _ if normal.starts_with("in ") && (normal.ends_with(" district") || self.what != Unlocks::District) => {
                let home = normal.trim_start_matches("in ").trim_start_matches("the ").trim_end_matches(" district");
                self.home = Some(home.to_owned());
            }
            _ => {
                let before = self.subtitle.take().map(|before| before + ", ").unwrap_or_default();
                self.subtitle = Some(before + aside);
            }
        }
    }

    pub(super) fn text(&self, field: &str) -> Option<String> {
        let texts = self.fields.get(field)?;
        let text = texts.first()?.1.marked();
        (!text.is_empty()).then_some(text)
    }

    fn plain(&self, field: &str) -> Option<String> {
        self.fields.get(field)?.first().map(|(_, text)| text.plain()).filter(|text| !text.is_empty())
    }

    pub(super) fn body(&self) -> Body {
        let read = |field| self.text(field).unwrap_or_default();
        let lesson = Lesson {
            why: read("why"),
            know: read("know"),
            assume: read("assume"),
            learn: read("learn"),
            prose: read("prose"),
            claim: self.text("claim"),
            kind: self.plain("kind").and_then(|kind| fails(&kind)),
            breaks: self.text("breaks"),
            recall: self.recall(),
            related: self.related(),
        };
        let is_empty = lesson.texts().iter().all(|(_, text)| text.is_empty());
        if is_empty { Body::Unwritten } else { Body::Lesson(Box::new(lesson)) }
    }

    fn recall(&self) -> Vec<Recall> {
        let texts = |field| self.fields.get(field).map(Vec::as_slice).unwrap_or_default();
        let pairs = texts("ask").iter().zip(texts("answer"));
        pairs.map(|((_, ask), (_, answer))| Recall { ask: ask.marked(), answer: answer.marked() }).collect()
    }

    /// Floors that it names, as `building/level`; whether they are there is seen to later.
    fn related(&self) -> Vec<String> {
        let all = self.plain("related").unwrap_or_default();
        all.split(',').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
    }
}

fn fails(kind: &str) -> Option<Fails> {
    Some(match kind.trim().to_lowercase().as_str() {
        "refute" => Fails::Refute,
        "bound" => Fails::Bound,
        "check" => Fails::Check,
        _ => return None,
    })
}

/// `REST API — Floor 2`: the name and the number.
pub(super) fn numbered(name: &str) -> (&str, Option<u32>) {
    let lower = name.to_ascii_lowercase();
    let Some(at) = lower.rfind("floor") else { return (name, None) };
    let number = lower[at + 5..].trim().trim_start_matches(['#', ':']).trim().parse().ok();
    let front =
        name[..at].trim_end().trim_end_matches(['-', '\u{2013}', '\u{2014}', ':', ',', '\u{b7}', '|']).trim_end();
    if number.is_none() || front.is_empty() { (name, None) } else { (front, number) }
}
