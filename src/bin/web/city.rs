//! The pack's text as HTML, for those who read before the game is there, or without it.

use laddertown::packs;
use laddertown::view::page::static_city;
use laddertown::view::words::Words;

use crate::Fallible;

/// What the page is about.
pub struct City {
    pub title: String,
    pub html: String,
}

/// Made from the pack that the game opens first.
pub fn city() -> Fallible<City> {
    let pack = packs::shipped(packs::FIRST)
        .map_err(|findings| format!("the pack has {} faults; `cargo pack check` names them", findings.len()))?;
    Ok(City { title: pack.title().to_owned(), html: static_city(&pack, &Words::english()) })
}
