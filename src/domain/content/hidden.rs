//! Characters that cannot be seen, or that make others stand where they do not belong: a name could lie with them.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::RangeInclusive;

/// Those besides the control characters: general categories Cf, Zl and Zp of Unicode 16, and what is ignored by
/// default (`Default_Ignorable_Code_Point`), such as fillers, variation selectors and tags.
const HIDDEN: [RangeInclusive<char>; 25] = [
    '\u{AD}'..='\u{AD}',
    '\u{34F}'..='\u{34F}',
    '\u{600}'..='\u{605}',
    '\u{61C}'..='\u{61C}',
    '\u{6DD}'..='\u{6DD}',
    '\u{70F}'..='\u{70F}',
    '\u{890}'..='\u{891}',
    '\u{8E2}'..='\u{8E2}',
    '\u{115F}'..='\u{1160}',
    '\u{17B4}'..='\u{17B5}',
    '\u{180B}'..='\u{180F}',
    '\u{200B}'..='\u{200F}',
    '\u{2028}'..='\u{202E}',
    '\u{2060}'..='\u{206F}',
    '\u{3164}'..='\u{3164}',
    '\u{FE00}'..='\u{FE0F}',
    '\u{FEFF}'..='\u{FEFF}',
    '\u{FFA0}'..='\u{FFA0}',
    '\u{FFF0}'..='\u{FFFB}',
    '\u{110BD}'..='\u{110BD}',
    '\u{110CD}'..='\u{110CD}',
    '\u{13430}'..='\u{1343F}',
    '\u{1BCA0}'..='\u{1BCA3}',
    '\u{1D173}'..='\u{1D17A}',
    '\u{E0000}'..='\u{E0FFF}',
];

/// Whether a character has no place in a text of a pack. A line break has, between paragraphs.
pub fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n') || HIDDEN.iter().any(|range| range.contains(&c))
}

/// The name by which a character can be talked about, such as `U+202E`.
pub fn name(c: char) -> String {
    format!("U+{:04X}", c as u32)
}

/// A text in which nothing is hidden: what was shows as `<U+202E>`.
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_bad = |c: char| is_hidden(c) || c == '\n';
    if !text.contains(is_bad) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_bad(c) {
            let _ = write!(shown, "<{}>", name(c));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_general_category::{GeneralCategory as Category, get_general_category};

    #[test]
    fn whatever_unicode_calls_a_control_a_format_or_a_separator_of_lines_is_hidden() {
        let bad = [Category::Control, Category::Format, Category::LineSeparator, Category::ParagraphSeparator];
        let bad = ('\0'..=char::MAX).filter(|c| bad.contains(&get_general_category(*c)));
        let missed: Vec<_> = bad.filter(|c| *c != '\n' && !is_hidden(*c)).map(name).collect();
        assert_eq!(missed, Vec::<String>::new());
    }

    #[test]
    fn what_can_be_seen_is_not_hidden() {
        for text in ["Zoë's naïve café", "日本語", "Ελληνικά", "עברית", "e\u{301}", "a\u{A0}b", "🏙", "`x → y`"]
        {
            assert_eq!(text.chars().find(|c| is_hidden(*c)), None, "{text}");
        }
    }

    #[test]
    fn what_is_hidden_shows_by_its_name() {
        assert_eq!(visible("plain"), "plain");
        assert_eq!(visible("exe.\u{202E}gpj"), "exe.<U+202E>gpj");
        assert_eq!(visible("\u{1B}[31m\n"), "<U+001B>[31m<U+000A>");
    }
}
