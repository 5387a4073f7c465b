//! All cities that can be chosen: those that come with the game, those that a player brought, and one that is being
//! written.

use super::{FIRST, ids};
use crate::domain::content::{Card, Checked, Files, Finding, Origin, Pack, Report, Severity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

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
    /// What became of the document that it was made of, if it was made of one.
    #[serde(default)]
    pub report: Option<Report>,
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

    /// The pack as it is taken away: under the name that the player gave it.
    pub fn exported(&self) -> Files {
        self.title.as_deref().and_then(|title| self.titled(title)).unwrap_or_else(|| self.files.clone())
    }

    /// The same files but for the title, and all else in `pack.ron` as its author wrote it.
    fn titled(&self, title: &str) -> Option<Files> {
        let before = playable(&self.files).ok()?;
        let text = self.files.0.get("pack.ron")?;
        let key = "title:";
        text.match_indices(key).find_map(|(at, _)| {
            let rest = &text[at + key.len()..];
            let mut reader = ron::Deserializer::from_str(rest).ok()?;
            let there = String::deserialize(&mut reader).ok()?;
            let behind = reader.remainder();
            let mut files = self.files.clone();
            let text = format!("{}{key} {}{behind}", &text[..at], ron::to_string(title).ok()?);
            files.0.insert("pack.ron".to_owned(), text);
            // It may have been the title of something else, or stand in a text.
            let is_title = there == before.title() && playable(&files).is_ok_and(|after| after.title() == title);
            is_title.then_some(files)
        })
    }
}

/// All cities that can be chosen.
#[derive(Debug, Clone, Default)]
pub struct Library {
    imported: BTreeMap<String, Kept>,
    /// What was brought and can no longer be read, by ids, and why.
    damaged: BTreeMap<String, String>,
    draft: Option<Files>,
    /// Made when they are first asked for, and not at the start: to make one is to read the whole pack.
    cards: BTreeMap<String, Card>,
}

impl Library {
    /// With what a player has brought, by ids, and what of it can no longer be read.
    pub fn new(imported: BTreeMap<String, Kept>, damaged: BTreeMap<String, String>) -> Self {
        Self { imported, damaged, ..Self::default() }
    }

    /// Loads a city.
    ///
    /// # Errors
    /// What is wrong with its files.
    pub fn open(&self, id: &str) -> Result<Pack, Vec<Finding>> {
        let (checked, title) = match (self.imported.get(id), &self.draft) {
            (Some(kept), _) => (kept.files.checked()?, kept.title.clone()),
            _ if let Some(reason) = self.damaged.get(id) => {
                let (message, help) = (reason.clone(), String::new());
                return Err(vec![Finding { severity: Severity::Error, place: None, message, help }.tidy()]);
            }
            (None, Some(draft)) if id.starts_with(DRAFT) => (draft.checked()?, None),
            _ => return super::shipped(id),
        };
        let Checked { pack, findings } = checked;
        pack.map(|pack| pack.called(id, title)).ok_or(findings)
    }

    /// Whether there is a city of this id, playable or not.
    pub fn has(&self, id: &str) -> bool {
        let is_brought = self.imported.contains_key(id) || self.damaged.contains_key(id);
        is_brought || ids().contains(&id) || self.draft_id().as_deref() == Some(id)
    }

    /// Every city, the one that a first visit opens first and what players brought last.
    pub fn cards(&mut self) -> Vec<Card> {
        let shipped = ids().into_iter().filter(|id| *id != FIRST);
        let shipped: Vec<_> =
            std::iter::once(FIRST).chain(shipped).map(|id| (id.to_owned(), Origin::Shipped)).collect();
        let draft = self.draft_id().map(|id| (id, Origin::Draft));
        let imported = self.imported.keys().map(|id| (id.clone(), Origin::Imported));
        let damaged = self.damaged.keys().map(|id| (id.clone(), Origin::Damaged));
        let all: Vec<_> = shipped.into_iter().chain(draft).chain(imported).chain(damaged).collect();
        all.into_iter().map(|(id, origin)| self.card(id, origin)).collect()
    }

    fn card(&mut self, id: String, origin: Origin) -> Card {
        if let Some(card) = self.cards.get(&id) {
            return card.clone();
        }
        let mut card = self.open(&id).map_or_else(
            |findings| Card {
                title: self.kept(&id).and_then(|kept| kept.title.clone()).unwrap_or_else(|| bare(&id).to_owned()),
                summary: String::new(),
                levels: Vec::new(),
                buildings: Vec::new(),
                floors: 0,
                origin,
                fault: Some(self.damaged.get(&id).cloned().unwrap_or_else(|| first_of(&findings))),
                report: None,
                id: id.clone(),
            },
            |pack| Card::of(&pack, origin),
        );
        card.report = self.kept(&id).and_then(|kept| kept.report.clone()).map(Arc::new);
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
        (kept.files, kept.report) = (files, None);
        // Whatever could not be read under this id has been brought anew.
        self.damaged.remove(&id);
        Ok((id, is_update))
    }

    /// Keeps what became of the document of which an imported city was made.
    pub fn keep_report(&mut self, id: &str, report: Report) {
        if let Some(kept) = self.imported.get_mut(id) {
            kept.report = Some(report);
            self.cards.remove(id);
        }
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
        self.imported.remove(id).is_some() || self.damaged.remove(id).is_some()
    }
}

fn first_of(findings: &[Finding]) -> String {
    findings.first().map(ToString::to_string).unwrap_or_default()
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
    use crate::domain::content::{Imported, import};

    fn files(title: &str) -> Files {
        let mut files = super::super::generated_files(7);
        let pack = files.0["pack.ron"].replace("A large city", title);
        files.0.insert("pack.ron".to_owned(), pack);
        files
    }

    fn imported() -> Imported {
        let document =
            "# Sail\n\n## L1 - Learning\n\n**Craft**\n\n- Asks.\n\n## L2 - Building\n\n**Craft**\n\n- Ships.\n";
        import(document, "sail.md", None).expect("a ladder")
    }

    fn with_id(mut files: Files, id: &str) -> Files {
        let pack = files.0["pack.ron"].replace("id: \"generated\"", &format!("id: \"{id}\""));
        files.0.insert("pack.ron".to_owned(), pack);
        files
    }

    #[test]
    fn what_is_kept_comes_back() {
        let report = imported().report;
        let title = Some("Mine, \"quoted\"".to_owned());
        let kept = Kept { title, files: files("One"), report: Some(report) };
        assert_eq!(Kept::from_text(&kept.to_text()), Ok(kept.clone()));
        let torn = &kept.to_text()[..90];
        assert!(Kept::from_text(torn).is_err_and(|reason| reason.starts_with("line ")));
    }

    #[test]
    fn what_was_kept_before_there_were_reports_is_still_read() {
        let kept = Kept::from_text("(title:None,files:{\"pack.ron\":\"\"})").expect("as it was written then");
        assert_eq!((kept.files.0.len(), kept.report), (1, None));
    }

    #[test]
    fn a_city_is_exported_under_the_name_that_the_player_gave_it() {
        let kept = |title: Option<&str>| Kept { title: title.map(str::to_owned), files: files("One"), report: None };
        assert_eq!(kept(None).exported(), files("One"));
        for name in ["My one", "a \"quoted\" \\ name", "title: \"One\""] {
            let exported = kept(Some(name)).exported();
            assert_eq!(playable(&exported).expect("playable").title(), name);
            let changed = exported.0.iter().filter(|(path, text)| files("One").0.get(*path) != Some(text)).count();
            assert_eq!(changed, 1, "nothing but pack.ron");
        }
        let mut tricky = kept(Some("My one"));
        let pack = tricky.files.0["pack.ron"].replacen("Pack(", "// title: \"One\"\nPack(", 1);
        let pack = pack.replacen("title: \"One\"\nPack", "title:\"One\" is our name\nPack", 1);
        tricky.files.0.insert("pack.ron".to_owned(), pack);
        let exported = tricky.exported();
        assert_eq!(playable(&exported).expect("playable").title(), "My one");
        assert!(exported.0["pack.ron"].starts_with("// title:\"One\" is our name\n"), "a comment stays");
    }

    #[test]
    fn what_can_no_longer_be_read_is_listed_with_its_reason_and_can_be_taken_away() {
        let id = "imported.generated".to_owned();
        let mut library = Library::new(BTreeMap::new(), [(id.clone(), "line 3: nothing".to_owned())].into());
        let card = library.cards().pop().expect("the last one");
        assert_eq!((card.id.as_str(), card.origin), (id.as_str(), Origin::Damaged));
        assert_eq!((card.title.as_str(), card.fault.as_deref()), ("generated", Some("line 3: nothing")));
        assert!(library.has(&id) && library.open(&id).is_err());
        assert_eq!(library.add(files("One")).expect("playable"), (id.clone(), false), "brought anew, it is whole");
        assert!(library.open(&id).is_ok());
        assert_eq!(library.cards().last().map(|card| card.origin), Some(Origin::Imported));
        let mut library = Library::new(BTreeMap::new(), [(id.clone(), String::new())].into());
        assert!(library.remove(&id) && !library.has(&id));
        assert_eq!(library.cards().len(), ids().len());
    }

    #[test]
    fn the_report_goes_with_the_version_of_which_it_tells() {
        let mut library = Library::default();
        let Imported { files, report } = imported();
        let (id, _) = library.add(files.clone()).expect("playable");
        library.keep_report(&id, report.clone());
        let told = |library: &mut Library| library.cards().pop().and_then(|card| card.report);
        assert_eq!(told(&mut library).as_deref(), Some(&report));
        assert_eq!(library.add(files).expect("playable"), (id, true));
        assert_eq!(told(&mut library), None, "a pack has no document");
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
