//! Saves as soon as something changes, and says so when it cannot.

use super::store::{SLOTS, SaveStore};
use crate::app::{AppSystems, Asked, Content, Language, Session, Sight};
use crate::domain::content::Pack;
use crate::domain::save::{self, CameraPose, Save};
use crate::view::{Effect, State, Words};
use bevy::prelude::*;

/// Where saves are kept, and the newest one.
#[derive(Resource)]
pub struct Saves {
    store: Box<dyn SaveStore>,
    newest: Save,
    sequence: u64,
    /// The slot that holds the newest save must not be the next to be written.
    next_slot: usize,
    /// The slots that cannot be read, to be left alone as long as another can be written.
    spared: Option<usize>,
}

/// What a visit begins with.
pub struct Restored {
    /// As it was left, or new.
    pub state: State,
    /// Whether nobody has been in this city before.
    pub is_first: bool,
    /// To go on saving with.
    pub saves: Saves,
}

/// What was saved, before it is known which city is opened.
pub struct Saved {
    saves: Saves,
    fault: Option<String>,
}

/// Reads what was saved.
pub fn find(store: Box<dyn SaveStore>) -> Saved {
    let slots: Vec<_> = (0..SLOTS).map(|slot| store.load(slot)).collect();
    let texts = || slots.iter().map(|slot| slot.as_ref().ok().and_then(|text| text.as_deref()));
    let (found, fault) = match save::newest(texts()) {
        Ok(found) => (found, slots.iter().find_map(|slot| slot.as_ref().err()).map(ToString::to_string)),
        Err(error) => (None, Some(error.to_string())),
    };
    let holds = |text: Option<&str>, sequence| {
        text.and_then(|text| save::decode(text).ok()).is_some_and(|(_, s)| s == sequence)
    };
    let newest_slot = found.as_ref().and_then(|(_, sequence)| texts().position(|text| holds(text, *sequence)));
    let spared = texts().position(|text| text.is_some_and(|text| save::decode(text).is_err()));
    let (newest, sequence) = found.unwrap_or_default();
    let next_slot = newest_slot.or(spared).map_or(0, |slot| (slot + 1) % SLOTS);
    Saved { saves: Saves { store, newest, sequence, next_slot, spared }, fault }
}

impl Saved {
    /// The id of the city that was open; empty on a first visit.
    pub fn city(&self) -> &str {
        &self.saves.newest.pack
    }

    /// Takes up in this city where it was left.
    pub fn take_up(self, pack: &Pack, words: &Words) -> Restored {
        let Self { saves, fault } = self;
        let mut state = State::restore(&saves.newest, pack);
        state.tell_losses(pack, words);
        if let Some(reason) = fault {
            state.notify(words.with("save-unreadable", &[("reason", reason.into())]));
        }
        Restored { state, is_first: saves.newest.city(pack.id()).is_none(), saves }
    }
}

/// Takes up where the last visit to this city ended.
pub fn restore(store: Box<dyn SaveStore>, pack: &Pack, words: &Words) -> Restored {
    find(store).take_up(pack, words)
}

impl Saves {
    /// What another tab or device has written since this one wrote last. What is to be written next must hold it,
    /// too, and must not go over it.
    pub fn newer(&mut self) -> Option<Save> {
        let slots: Vec<_> = (0..SLOTS).map(|slot| self.store.load(slot).ok().flatten()).collect();
        let (save, sequence) = save::newest(slots.iter().map(Option::as_deref)).ok().flatten()?;
        if sequence <= self.sequence {
            return None;
        }
        let holds = |text: &String| save::decode(text).is_ok_and(|(_, found)| found == sequence);
        let slot = slots.iter().position(|text| text.as_ref().is_some_and(holds)).unwrap_or(0);
        (self.sequence, self.next_slot) = (sequence, (slot + 1) % SLOTS);
        Some(save)
    }

    /// Writes the state if it differs from what was written last.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&mut self, state: &State, pack: &Pack, camera: CameraPose) -> Result<(), super::StoreError> {
        let save = state.save(pack, camera, &self.newest);
        if save == self.newest {
            return Ok(());
        }
        self.store.store(self.next_slot, &save::encode(&save, self.sequence + 1))?;
        self.newest = save;
        self.sequence += 1;
        let following = (self.next_slot + 1) % SLOTS;
        if self.spared != Some(following) {
            self.next_slot = following;
        }
        Ok(())
    }
}

/// Saves when the session asks for it and when the camera has come to rest.
pub fn plugin(app: &mut App) {
    app.add_systems(Update, autosave.after(AppSystems::Animate).run_if(resource_exists::<Saves>));
}

fn autosave(
    mut asked: MessageReader<Asked>,
    mut was_moving: Local<bool>,
    mut saves: ResMut<Saves>,
    mut session: ResMut<Session>,
    content: Res<Content>,
    language: Res<Language>,
    sight: Res<Sight>,
) {
    let asked = asked.read().filter(|asked| asked.0 == Effect::Save).count() > 0;
    let came_to_rest = *was_moving && !sight.moving;
    *was_moving = sight.moving;
    // Of a visitor nothing is kept.
    if (!asked && !came_to_rest) || session.0.visitor.is_some() {
        return;
    }
    if let Some(newer) = saves.newer() {
        session.0.absorb(&newer, &content.pack);
    }
    // Where the camera is going, so that a visit that ends in mid-flight begins at its goal.
    if let Err(error) = saves.write(&session.0, &content.pack, sight.goal) {
        let notice = language.0.with("not-saved", &[("reason", error.to_string().into())]);
        session.0.notify(notice);
    }
}

#[cfg(test)]
mod tests {
    use super::super::MemoryStore;
    use super::*;
    use crate::domain::progress::Author;
    use crate::packs;
    use crate::view::{Intent, reduce};

    const POSE: CameraPose = CameraPose { target: [0.0; 3], yaw: 0.0, pitch: 0.5, distance: 40.0 };

    #[test]
    fn two_tabs_open_at_once_lose_nothing_of_each_other() {
        let pack = packs::shipped(packs::FIRST).expect("shipped");
        let (words, store) = (Words::english(), MemoryStore::default());
        let open = |author| {
            let mut tab = restore(Box::new(store.clone()), &pack, &words);
            tab.state.author = Author(author);
            tab
        };
        let read = |tab: &mut Restored, floor: &str| {
            let intent = Intent::OpenFloor(floor.parse().expect("a floor"));
            reduce(&mut tab.state, &intent, &pack, &words);
            if let Some(newer) = tab.saves.newer() {
                tab.state.absorb(&newer, &pack);
            }
            tab.saves.write(&tab.state, &pack, POSE).expect("memory can be written");
        };
        let (mut one, mut two) = (open(1), open(2));
        for floors in [["auth/l0", "frontend/l0"], ["auth/l1", "database/l0"], ["auth/l2", "database/l1"]] {
            read(&mut one, floors[0]);
            read(&mut two, floors[1]);
        }
        assert_eq!(open(3).state.record.floors.len(), 6);
        assert!(two.saves.newer().is_none(), "nobody has written since");
    }
}
