//! What a stand says, as HTML.

use super::button;
use crate::view::present::StandView;
use crate::view::words::Words;
use maud::{Markup, html};

/// The invitation, or the question. The seconds that are left are read where one looks for them, and not aloud one by one.
pub(super) fn stand(says: &StandView, words: &Words) -> Markup {
    html! {
        section aria-label=(words.get("landmark-stand")) {
            @match says {
                StandView::Invites(text) => p { (text) },
                StandView::Asks { question, then, stay, .. } => {
                    h2 { (question) }
                    p { (then) }
                    (button(&stay.label, &stay.intent))
                }
            }
        }
    }
}
