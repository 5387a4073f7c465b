//! All cities that can be chosen: those that come with the game, those that a player brought, and one that is being
//! written.

use super::{FIRST, ids};
use crate::domain::content::{Card, Checked, Files, Finding, Origin, Pack};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the ids of imported cities begin with. No pack can be authored under such an id, since it holds a dot: what a
/// player brings is never mixed up with what comes with the game.
const IMPORTED: &str = "imported.";
/// What the id of the city that is being written begins with.
const DRAFT: &str = "draft.";

/// A pack that a player brought.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What the player calls it, if not by its own title.
    #[serde(default)]
    pub title: Option<String>,
    /// As it was brought.
    pub files: Files,
}

impl Kept {
    /// As it is kept.
    pub fn to_text(&self) -> String {
        // A struct of maps and strings always serializes.
        ron::to_string(self).unwrap_or_default()
    }

    /// Reads what was kept.
    ///
    /// # Errors
    /// Where it has been damaged.
    pub fn from_text(text: &str) -> Result<Self, String> {
        ron::from_str(text).map_err(|error| format!("line {}: {}", error.span.start.line, error.code))
    }
}

/// All cities that can be chosen.
#[derive(Debug, Clone, Default)]
pub struct Library {
    imported: BTreeMap<String, Kept>,
    draft: Option<Files>,
    /// Made when they are first asked for, and not at the start: to make one is to read the whole pack.
    cards: BTreeMap<String, Card>,
}

impl Library {
    /// With what a player has brought, by ids.
    pub fn new(imported: BTreeMap<String, Kept>) -> Self {
        Self { imported, ..Self::default() }
    }

    /// Loads a city.
    ///
    /// # Errors
    /// What is wrong with its files.
    pub fn open(&self, id: &str) -> Result<Pack, Vec<Finding>> {
        let (checked, title) = match (self.imported.get(id), &self.draft) {
            (Some(kept), _) => (kept.files.checked()?, kept.title.clone()),
            (None, Some(draft)) if id.starts_with(DRAFT) => (draft.checked()?, None),
            _ => return super::shipped(id),
        };
        let Checked { pack, findings } = checked;
        pack.map(|pack| pack.called(id, title)).ok_or(findings)
    }

    /// Whether there is a city of this id, playable or not.
    pub fn has(&self, id: &str) -> bool {
        self.imported.contains_key(id) || ids().contains(&id) || self.draft_id().as_deref() == Some(id)
    }

    /// Every city, the one that a first visit opens first and what players brought last.
    pub fn cards(&mut self) -> Vec<Card> {
        let shipped = ids().into_iter().filter(|id| *id != FIRST);
        let shipped: Vec<_> =
            std::iter::once(FIRST).chain(shipped).map(|id| (id.to_owned(), Origin::Shipped)).collect();
        let draft = self.draft_id().map(|id| (id, Origin::Draft));
        let imported = self.imported.keys().map(|id| (id.clone(), Origin::Imported));
        let all: Vec<_> = shipped.into_iter().chain(draft).chain(imported).collect();
        all.into_iter().map(|(id, origin)| self.card(id, origin)).collect()
    }

    fn card(&mut self, id: String, origin: Origin) -> Card {
        if let Some(card) = self.cards.get(&id) {
            return card.clone();
        }
        let card = self.open(&id).map_or_else(
            |findings| Card {
                title: self.kept(&id).and_then(|kept| kept.title.clone()).unwrap_or_else(|| bare(&id).to_owned()),
                summary: String::new(),
                levels: Vec::new(),
                buildings: Vec::new(),
                floors: 0,
                origin,
                fault: Some(findings.first().map(ToString::to_string).unwrap_or_default()),
                id: id.clone(),
            },
            |pack| Card::of(&pack, origin),
        );
        self.cards.insert(id, card.clone());
        card
    }

    /// Takes in what a player brought, and tells the id that it got and whether it took the place of an older version:
    /// one of the same id and title, of which everything that was done there stays.
    ///
    /// # Errors
    /// What is wrong with its files, if it cannot be played. Then all is as before.
    pub fn add(&mut self, files: Files) -> Result<(String, bool), Vec<Finding>> {
        let pack = playable(&files)?;
        let name = bare(pack.id());
        let free = (1..).map(|count| if count == 1 { name.to_owned() } else { format!("{name}-{count}") });
        let is_older = |kept: &Kept| playable(&kept.files).is_ok_and(|older| older.title() == pack.title());
        let fits = |id: &String| self.imported.get(id).is_none_or(is_older);
        let Some(id) = free.map(|name| format!("{IMPORTED}{name}")).find(fits) else { return Err(Vec::new()) };
        self.cards.remove(&id);
        let kept = self.imported.entry(id.clone()).or_default();
        let is_update = !kept.files.0.is_empty();
        kept.files = files;
        Ok((id, is_update))
    }

    /// Takes in what somebody is writing, and tells its id.
    ///
    /// # Errors
    /// What is wrong with it, if it cannot be played. Then the last version that could stays.
    pub fn set_draft(&mut self, files: Files) -> Result<String, Vec<Finding>> {
        let id = format!("{DRAFT}{}", playable(&files)?.id());
        self.cards.remove(&id);
        self.draft = Some(files);
        Ok(id)
    }

    fn draft_id(&self) -> Option<String> {
        let pack = playable(self.draft.as_ref()?).ok()?;
        Some(format!("{DRAFT}{}", pack.id()))
    }

    /// What a player brought under this id.
    pub fn kept(&self, id: &str) -> Option<&Kept> {
        self.imported.get(id)
    }

    /// Calls an imported city otherwise. Whether there is one.
    pub fn rename(&mut self, id: &str, title: &str) -> bool {
        self.cards.remove(id);
        self.imported.get_mut(id).map(|kept| kept.title = Some(title.to_owned())).is_some()
    }

    /// Takes an imported city away. Whether there was one.
    pub fn remove(&mut self, id: &str) -> bool {
        self.cards.remove(id);
        self.imported.remove(id).is_some()
    }
}

fn playable(files: &Files) -> Result<Pack, Vec<Finding>> {
    let Checked { pack, findings } = files.checked()?;
    pack.ok_or(findings)
}

/// An id without what says from where it is.
pub fn bare(id: &str) -> &str {
    id.strip_prefix(IMPORTED).or_else(|| id.strip_prefix(DRAFT)).unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(title: &str) -> Files {
        let mut files = super::super::generated_files(7);
        let pack = files.0["pack.ron"].replace("A large city", title);
        files.0.insert("pack.ron".to_owned(), pack);
        files
    }

    fn with_id(mut files: Files, id: &str) -> Files {
        let pack = files.0["pack.ron"].replace("id: \"generated\"", &format!("id: \"{id}\""));
        files.0.insert("pack.ron".to_owned(), pack);
        files
    }

    #[test]
    fn what_is_kept_comes_back() {
        let kept = Kept { title: Some("Mine, \"quoted\"".to_owned()), files: files("One") };
        assert_eq!(Kept::from_text(&kept.to_text()), Ok(kept.clone()));
        let torn = &kept.to_text()[..90];
        assert!(Kept::from_text(torn).is_err_and(|reason| reason.starts_with("line ")));
    }

    #[test]
    fn a_pack_that_calls_itself_like_a_shipped_one_is_not_mixed_up_with_it() {
        let mut library = Library::default();
        let (id, _) = library.add(with_id(files("Mine"), FIRST)).expect("playable");
        assert_ne!(id, FIRST);
        assert_eq!(library.open(&id).expect("playable").title(), "Mine");
        assert_eq!(library.open(&id).expect("playable").id(), id);
        assert_ne!(library.open(FIRST).expect("shipped").title(), "Mine");
        assert!(ids().into_iter().all(|shipped| bare(shipped) == shipped));
    }

    #[test]
    fn a_new_version_takes_the_place_of_the_old_one_and_another_pack_does_not() {
        let mut library = Library::default();
        let (first, is_update) = library.add(files("One")).expect("playable");
        assert!(!is_update);
        assert!(library.rename(&first, "My one"));
        assert_eq!(library.add(files("One")).expect("playable"), (first.clone(), true));
        assert_eq!(library.open(&first).expect("playable").title(), "My one", "it is still called as the player does");
        let (other, is_update) = library.add(files("Two")).expect("playable");
        assert!(other != first && !is_update);
        assert!(library.remove(&first) && !library.remove(&first));
        assert!(library.has(&other) && !library.has(&first));
    }

    #[test]
    fn what_cannot_be_played_is_refused_with_file_and_line() {
        let mut library = Library::default();
        let mut broken = files("Broken");
        broken.0.insert("d0/b0-0.ron".to_owned(), "Building(\n  id: 7,\n)".to_owned());
        let findings = library.add(broken).expect_err("a number is no id");
        assert!(findings[0].to_string().starts_with("d0/b0-0.ron:2:"), "{}", findings[0]);
        assert_eq!(library.cards().len(), ids().len());
    }

    #[test]
    fn a_draft_that_breaks_leaves_its_last_good_version() {
        let mut library = Library::default();
        let id = library.set_draft(files("Draft")).expect("playable");
        library.set_draft(Files::default()).expect_err("there is nothing in it");
        assert_eq!(library.open(&id).expect("the last one").title(), "Draft");
        assert_eq!(library.cards().last().map(|card| card.origin), Some(Origin::Draft));
    }

    #[test]
    fn every_city_has_a_card_and_the_first_one_stands_first() {
        let mut library = Library::default();
        let (id, _) = library.add(files("Mine")).expect("playable");
        let cards = library.cards();
        assert_eq!(cards[0].id, FIRST);
        assert_eq!(cards.last().map(|card| (card.id.as_str(), card.origin)), Some((id.as_str(), Origin::Imported)));
        assert!(cards.iter().all(|card| card.fault.is_none() && card.floors > 0 && !card.levels.is_empty()));
        assert_eq!(cards.len(), ids().len() + 1);
    }
}
