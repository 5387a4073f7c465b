//! A pack as a page of its own, to read and to print: nothing is fetched, nothing runs.

use super::{city_text, opening};
use crate::domain::content::Pack;
use crate::view::words::Words;
use maud::{DOCTYPE, PreEscaped, html};

/// The whole page. What a pack says cannot make it do anything: all of it is escaped, and the policy forbids the rest.
pub fn document(pack: &Pack, words: &Words) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="color-scheme" content="light dark";
                title { (pack.title()) }
                style { (PreEscaped(include_str!("document.css"))) }
            }
            body {
                main {
                    (opening(pack))
                    nav aria-label=(words.get("landmark-outline")) {
                        ul {
                            @for district in pack.districts() {
                                li {
                                    a href={ "#" (district.id) } { (district.name) }
                                    ul {
                                        @for building in pack.buildings_of(district) {
                                            li { a href={ "#" (building.id) } { (building.name) } }
                                        }
                                    }
                                }
                            }
                        }
                    }
                    (city_text(pack, words, true))
                }
            }
        }
    };
    page.into_string()
}
