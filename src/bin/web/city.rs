//! The pack's text as HTML, for those who read before the game is there, or without it.

use crate::Fallible;
use laddertown::packs;
use laddertown::view::{Words, page};

/// What the page is about.
pub struct City {
    pub title: String,
    pub html: String,
}

/// Made from the same pack that the game loads.
pub fn city() -> Fallible<City> {
    let pack = packs::shipped(packs::FIRST).map_err(|findings| {
        let findings = findings.iter().map(ToString::to_string).collect::<Vec<_>>();
        format!("the pack {} cannot be played:\n{}", packs::FIRST, findings.join("\n"))
    })?;
    Ok(City { title: pack.title().to_owned(), html: page::static_city(&pack, &Words::english()) })
}
