//! The pack's text as HTML, for those who read before the game is there, or without it.

use crate::Fallible;

/// What the page is about.
pub struct City {
    pub title: String,
    pub html: String,
}

/// Made from the same pack that the game loads.
pub fn city() -> Fallible<City> {
    // The library's `view::page::static_city` takes this stub's place.
    let html = "<h1>Beyond Vibe Coding</h1>\n<p>Six levels, nine districts, twenty-eight buildings.</p>\n\
        <h2>Level 0</h2>\n<p>The first stones.</p>\n<details id=\"more\"><summary>More</summary><p>Text.</p></details>";
    Ok(City { title: "Beyond Vibe Coding".to_owned(), html: html.to_owned() })
}
