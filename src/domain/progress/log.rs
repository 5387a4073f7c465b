//! What was done, in its canonical order, and what of it was taken back.

use super::event::{Deed, Whole};
use super::packed::Packed;
use crate::domain::log::{Packs, Stamp};
use std::collections::BTreeSet;

/// Everything that a player has done in one city.
pub type Log = crate::domain::log::Log<Deed>;

impl Packs for Deed {
    type Packed = Packed;
}

impl Log {
    /// Names of the events that were taken back. An event takes back earlier ones only, so that none can take back
    /// itself by way of others.
    pub fn taken_back(&self) -> BTreeSet<Stamp> {
        let mut taken = BTreeSet::new();
        for (stamp, deed) in self.events().rev() {
            if let Deed::Whole(Whole::TakenBack(target)) = deed
                && target < stamp
                && !taken.contains(stamp)
            {
                taken.insert(*target);
            }
        }
        taken
    }

    /// The event that an undo takes back.
    pub fn last_to_undo(&self) -> Option<(&Stamp, &Deed)> {
        let taken = self.taken_back();
        self.events().rev().find(|(stamp, deed)| deed.can_be_undone() && !taken.contains(stamp))
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::{Act, Belief, Mode, Raised, Wall};
    use super::super::record::Record;
    use super::*;
    use crate::domain::id::{BuildingId, FloorId, LevelId};
    use crate::domain::log::Author;
    use crate::domain::recall::Grade;
    use proptest::prelude::*;

    const ME: Author = Author(7);

    fn floor(id: &str) -> FloorId {
        id.parse().expect("a floor")
    }

    fn on(act: Act) -> Deed {
        Deed::Floor(floor("auth/l0"), act)
    }

    fn any_stamp() -> impl Strategy<Value = Stamp> {
        // Few values, so that names clash and take-backs find something.
        (prop_oneof![0..6u64, Just(u64::MAX)], 0..3u64, 0..4u32).prop_map(|(at, author, number)| Stamp {
            at,
            author: Author(author),
            number,
        })
    }

    fn any_deed() -> impl Strategy<Value = Deed> {
        let acts = vec![
            Act::Guessed(true),
            Act::Read,
            Act::Believed(Belief { agree: true, sure: false }),
            Act::OpenedEarly,
            Act::Picked(false),
            Act::Picked(true),
            Act::Recalled(Grade::Again),
            Act::Recalled(Grade::Good),
            Act::Raised(Raised::Read),
            Act::Raised(Raised::Played),
            Act::Noted(String::new()),
            Act::Noted("a \"line\" \u{e9}\n".to_owned()),
            Act::Bookmarked(true),
            Act::Kept(false),
            Act::Reset,
        ];
        let wholes = vec![
            Whole::Wall(LevelId::new("l0"), Wall::Around),
            Whole::Wall(LevelId::new("l0"), Wall::Played),
            Whole::Placed(LevelId::new("l2")),
            Whole::Mode(Mode::Journey),
            Whole::ResetBuilding(BuildingId::new("auth")),
            Whole::ResetAll,
        ];
        let floors = prop::sample::select(vec!["auth/l0", "auth/l1", "database/l0"]);
        prop_oneof![
            6 => (floors, prop::sample::select(acts)).prop_map(|(id, act)| Deed::Floor(floor(id), act)),
            2 => prop::sample::select(wholes).prop_map(Deed::Whole),
            1 => any_stamp().prop_map(|stamp| Deed::Whole(Whole::TakenBack(stamp))),
        ]
    }

    fn any_events() -> impl Strategy<Value = Vec<(Stamp, Deed)>> {
        prop::collection::vec((any_stamp(), any_deed()), 0..40)
    }

    fn log<'a>(events: impl IntoIterator<Item = &'a (Stamp, Deed)>) -> Log {
        let mut log = Log::default();
        events.into_iter().for_each(|(stamp, deed)| log.insert(*stamp, deed.clone()));
        log
    }

    proptest! {
        #[test]
        fn any_events_in_any_order_give_one_record(events in any_events()) {
            let (forward, back) = (log(&events), log(events.iter().rev()));
            prop_assert_eq!(&forward, &back);
            prop_assert_eq!(Record::of(&forward), Record::of(&back));
        }

        #[test]
        fn merging_is_a_union(a in any_events(), b in any_events(), c in any_events()) {
            let (a, b, c) = (log(&a), log(&b), log(&c));
            let merged = |logs: [&Log; 3]| {
                let mut all = logs[0].clone();
                logs[1..].iter().for_each(|log| all.merge(log));
                all
            };
            let all = merged([&a, &b, &c]);
            prop_assert_eq!(&all, &merged([&c, &a, &b]));
            prop_assert_eq!(&all, &merged([&all, &a, &b]));
            prop_assert_eq!(Record::of(&all), Record::of(&merged([&b, &c, &a])));
        }

        #[test]
        fn a_log_survives_being_written(events in any_events()) {
            let log = log(&events);
            let text = ron::to_string(&log).expect("it can be written");
            prop_assert_eq!(ron::from_str::<Log>(&text).expect("it can be read"), log);
        }

        #[test]
        fn what_is_done_later_comes_last_whatever_the_clock_says(
            events in any_events(), author in 0..3u64, now in 0..6u64,
        ) {
            let mut log = log(events.iter().filter(|(stamp, _)| stamp.at < u64::MAX));
            let stamp = log.add(Author(author), now, on(Act::Read));
            prop_assert_eq!(log.events().next_back(), Some((&stamp, &on(Act::Read))));
        }
    }

    #[test]
    fn a_reset_can_be_taken_back_and_so_can_that() {
        let mut log = Log::default();
        let note = || on(Act::Noted("mine".to_owned()));
        log.add(ME, 1, note());
        let reset = log.add(ME, 2, Deed::Whole(Whole::ResetAll));
        assert_eq!(Record::of(&log), Record::default());
        let back = log.add(ME, 3, Deed::Whole(Whole::TakenBack(reset)));
        assert_eq!(Record::of(&log).floor(&floor("auth/l0")).note.as_deref(), Some("mine"));
        log.add(ME, 4, Deed::Whole(Whole::TakenBack(back)));
        assert_eq!(Record::of(&log), Record::default());
    }

    #[test]
    fn an_undo_goes_back_step_by_step_and_never_to_what_was_merely_answered() {
        let mut log = Log::default();
        for act in [Act::Read, Act::Bookmarked(true), Act::Guessed(true), Act::Raised(Raised::Played)] {
            log.add(ME, 5, on(act));
        }
        let mut undone = Vec::new();
        while let Some((stamp, deed)) = log.last_to_undo().map(|(stamp, deed)| (*stamp, deed.clone())) {
            undone.push(deed);
            log.add(ME, 6, Deed::Whole(Whole::TakenBack(stamp)));
        }
        assert_eq!(undone, [on(Act::Raised(Raised::Played)), on(Act::Bookmarked(true))]);
        assert_eq!(Record::of(&log).floor(&floor("auth/l0")).guess, Some(true));
    }

    #[test]
    fn ten_years_of_ten_floors_a_day_fit_into_a_save() {
        let mut log = Log::default();
        for at in 0..36_500u32 {
            let stamp = Stamp { at: 1_800_000_000 + u64::from(at) * 8640, author: ME, number: at };
            let deed = Deed::Floor(floor(&format!("terminal-shell/l{}", at % 85)), Act::Recalled(Grade::Good));
            log.insert(stamp, deed);
        }
        let text = ron::to_string(&log).expect("it can be written");
        assert!(text.len() < crate::domain::save::codec::MAX_BYTES / 4, "{}", text.len());
    }
}
