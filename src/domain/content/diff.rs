//! What changed between two packs, by what it means: a building that moved is no building less and one more.

use super::body::Body;
use super::pack::Pack;
use super::schema::Rule;
use super::tour::{Stop, Tour};
use std::collections::{HashMap, HashSet};

/// What a change is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Thing {
    /// Such as `building`.
    pub kind: &'static str,
    /// Its id, such as `frontend/l0` for a floor.
    pub id: String,
    /// As shown, where it has a name.
    pub name: String,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is the same under another id, which links and saves do not know.
    OtherId {
        /// The id before.
        from: String,
    },
    /// It has another name.
    Renamed {
        /// The name before.
        from: String,
    },
    /// It stands elsewhere: in another district, on another lot, at another level.
    Moved {
        /// In which respect.
        what: &'static str,
        /// Where it stood.
        from: String,
        /// Where it stands.
        to: String,
    },
    /// A text was changed.
    Text {
        /// The name of the field.
        field: String,
        /// The text before.
        from: String,
        /// The text now.
        to: String,
    },
}

/// One thing with all that became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// As it is now, or as it was if it is gone.
    pub thing: Thing,
    /// Never empty.
    pub what: Vec<What>,
}

/// What is compared of a thing.
struct Item {
    thing: Thing,
    /// What it stands in: with it, it comes and goes.
    parent: Option<(&'static str, String)>,
    /// By what it is known again under another id.
    likeness: String,
    stands: Vec<(&'static str, String)>,
    texts: Vec<(String, String)>,
}

/// All that is different, in the order of the pack as it is now; what is gone comes last.
pub fn diff(before: &Pack, now: &Pack) -> Vec<Change> {
    let (old, new) = (items(before), items(now));
    let old_by_id: HashMap<_, _> = old.iter().map(|item| (key(item), item)).collect();
    let new_ids: HashSet<_> = new.iter().map(key).collect();
    let gone: Vec<&Item> = old.iter().filter(|item| !new_ids.contains(&key(item))).collect();
    let mut known_again = HashSet::new();
    let mut added = HashSet::new();
    let mut changes = Vec::new();
    for item in &new {
        let mut what = Vec::new();
        let twin = gone.iter().find(|old| is_like(old, item) && !known_again.contains(&key(old)));
        if let Some(old) = old_by_id.get(&key(item)) {
            compare(old, item, &mut what);
        } else if let Some(old) = twin {
            known_again.insert(key(old));
            what.push(What::OtherId { from: old.thing.id.clone() });
            compare(old, item, &mut what);
        } else {
            added.insert(key(item));
            if !comes_with(item, &added) {
                what.push(What::Added);
            }
        }
        if !what.is_empty() {
            changes.push(Change { thing: item.thing.clone(), what });
        }
    }
    let lost: Vec<&Item> = gone.into_iter().filter(|item| !known_again.contains(&key(item))).collect();
    let lost_ids: HashSet<_> = lost.iter().map(|item| key(item)).collect();
    let lost = lost.into_iter().filter(|item| !comes_with(item, &lost_ids));
    changes.extend(lost.map(|item| Change { thing: item.thing.clone(), what: vec![What::Removed] }));
    changes
}

fn key(item: &Item) -> (&'static str, String) {
    (item.thing.kind, item.thing.id.clone())
}

fn comes_with(item: &Item, others: &HashSet<(&'static str, String)>) -> bool {
    item.parent.as_ref().is_some_and(|parent| others.contains(parent))
}

fn is_like(old: &Item, new: &Item) -> bool {
    old.thing.kind == new.thing.kind && !new.likeness.is_empty() && old.likeness == new.likeness
}

fn compare(old: &Item, new: &Item, what: &mut Vec<What>) {
    if old.thing.name != new.thing.name {
        what.push(What::Renamed { from: old.thing.name.clone() });
    }
    for (name, to) in &new.stands {
        let from = old.stands.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone());
        let from = from.unwrap_or_default();
        if from != *to {
            what.push(What::Moved { what: name, from, to: to.clone() });
        }
    }
    let old_texts: HashMap<&str, &str> = old.texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let new_names: HashSet<&str> = new.texts.iter().map(|(name, _)| name.as_str()).collect();
    for (field, to) in &new.texts {
        let from = old_texts.get(field.as_str()).copied().unwrap_or_default();
        if from != to {
            what.push(What::Text { field: field.clone(), from: from.to_owned(), to: to.clone() });
        }
    }
    for (field, from) in old.texts.iter().filter(|(name, _)| !new_names.contains(name.as_str())) {
        what.push(What::Text { field: field.clone(), from: from.clone(), to: String::new() });
    }
}

fn item(kind: &'static str, id: &str, name: &str) -> Item {
    Item {
        thing: Thing { kind, id: id.to_owned(), name: name.to_owned() },
        parent: None,
        likeness: name.to_owned(),
        stands: Vec::new(),
        texts: Vec::new(),
    }
}

/// Texts that are there, by their names.
fn texts<const N: usize>(texts: [(&str, &str); N]) -> Vec<(String, String)> {
    let there = texts.into_iter().filter(|(_, text)| !text.is_empty());
    there.map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}

/// A choice such as a crown, as it is written in the pack; nothing where it is left out.
fn choice<T: std::fmt::Debug>(choice: Option<T>) -> String {
    choice.map(|choice| format!("{choice:?}")).unwrap_or_default()
}

fn items(pack: &Pack) -> Vec<Item> {
    let level = |index: usize| pack.levels()[index].id.to_string();
    let mut items = vec![the_pack(pack)];
    items.extend(pack.levels().iter().enumerate().map(|(index, level)| Item {
        stands: vec![("place", (index + 1).to_string())],
        texts: texts([("epigraph", &level.epigraph), ("portrait", &level.portrait)]),
        ..item("level", level.id.as_str(), &level.name)
    }));
    for (site, district) in pack.districts().iter().enumerate() {
        items.push(Item {
            stands: vec![("site", (site + 1).to_string()), ("level", level(district.founded))],
            texts: texts([
                ("tagline", &district.tagline),
                ("why_now", &district.why_now),
                ("non_technical", if district.non_technical { "true" } else { "" }),
                ("place", &format!("{:?}", district.place)),
            ]),
            ..item("district", district.id.as_str(), &district.name)
        });
    }
    for building in pack.buildings() {
        let district = pack.district_of(building).id.as_str();
        items.push(Item {
            parent: Some(("district", district.to_owned())),
            stands: vec![
                ("district", district.to_owned()),
                ("lot", (building.lot + 1).to_string()),
                ("level", level(building.founded)),
            ],
            texts: texts([
                ("subtitle", building.subtitle.as_deref().unwrap_or_default()),
                ("reason", &building.reason),
                ("crown", &choice(building.crown)),
                ("form", &choice(building.form)),
                ("annex", &choice(building.annex)),
                ("emblem", &choice(building.emblem)),
            ]),
            ..item("building", building.id.as_str(), &building.name)
        });
    }
    for (building, floor) in pack.floors() {
        let id = floor.id.to_string();
        let (body, likeness) = body(&floor.body);
        let last = (floor.last).then(|| ("last".to_owned(), "true".to_owned()));
        items.push(Item {
            parent: Some(("building", building.id.to_string())),
            likeness,
            stands: vec![("level", level(floor.level)), ("number", floor.number.to_string())],
            texts: body.into_iter().chain(last).collect(),
            ..item("floor", &id, "")
        });
        let Body::Criteria(criteria) = &floor.body else { continue };
        items.extend(criteria.iter().map(|criterion| Item {
            parent: Some(("floor", id.clone())),
            likeness: criterion.text.clone(),
            stands: vec![("floor", id.clone())],
            texts: texts([("text", &criterion.text), ("evidence", criterion.evidence.as_deref().unwrap_or_default())]),
            ..item("criterion", &criterion.id, "")
        }));
    }
    items.extend(pack.glossary().0.iter().map(|term| Item {
        texts: texts([("means", &term.means), ("also", &term.also.join(", "))]),
        ..item("term", &term.term, "")
    }));
    let crosswalk = pack.crosswalk().into_iter().flat_map(|crosswalk| &crosswalk.criteria);
    items.extend(crosswalk.map(|(criterion, floors)| Item {
        parent: Some(("criterion", criterion.clone())),
        texts: texts([("floors", &floors.join(", "))]),
        ..item("crosswalk", criterion, "")
    }));
    items.extend(pack.tours().iter().flat_map(|tour| tours(tour)));
    items
}

/// A tour and its stops.
fn tours(tour: &Tour) -> Vec<Item> {
    let stop = |(place, stop): (usize, &Stop)| Item {
        parent: Some(("tour", tour.id.clone())),
        stands: vec![("place", (place + 1).to_string())],
        texts: texts([
            ("notes", &stop.notes),
            ("pack", stop.pack.as_deref().unwrap_or_default()),
            ("level", stop.level.as_ref().map_or("", |level| level.as_str())),
            ("at", &choice(stop.at.as_ref())),
            ("view", &choice(stop.view)),
            ("question", &choice(stop.question.as_ref())),
            ("texts", &stop.texts.iter().map(|text| format!("{text:?}")).collect::<Vec<_>>().join(", ")),
            ("dwell", &stop.dwell.to_string()),
        ]),
        ..item("stop", &format!("{}/{}", tour.id, stop.id), &stop.caption)
    };
    let whole = Item { texts: texts([("summary", &tour.summary)]), ..item("tour", &tour.id, &tour.title) };
    std::iter::once(whole).chain(tour.stops.iter().enumerate().map(stop)).collect()
}

fn the_pack(pack: &Pack) -> Item {
    let mut own = texts([("summary", pack.summary())]);
    let mut say = |name: String, text: &str| own.push((name, text.to_owned()));
    for note in pack.notes() {
        say(format!("note \"{}\"", note.heading), &note.text);
    }
    if let Some(assessment) = pack.assessment() {
        for step in &assessment.scale {
            say(format!("score {}", step.score), &format!("{}: {}", step.label, step.means));
        }
        say("satisfied_from".to_owned(), &assessment.satisfied_from.to_string());
        say("target_months".to_owned(), &format!("{:?}", assessment.target_months));
        match &assessment.rule {
            Rule::Milestones(milestones) => {
                for step in milestones {
                    let (name, (first, last)) = (format!("milestone {} to {}", step.from, step.to), step.phases);
                    say(name, &format!("phases {first} to {last}; {}", step.also.join("; ")));
                }
            }
            Rule::Share { hold, reach } => say("rule".to_owned(), &format!("hold {hold}, reach {reach}")),
        }
        say("motivation".to_owned(), &assessment.motivation.join("\n"));
        for question in &assessment.questions {
            say(format!("question \"{}\"", question.ask), &question.answer);
        }
    }
    // There is one of it, whatever its id.
    Item { stands: vec![("id", pack.id().to_owned())], texts: own, ..item("pack", "", pack.title()) }
}

/// The texts of a floor, and by what it is known again at another level.
fn body(body: &Body) -> (Vec<(String, String)>, String) {
    match body {
        Body::Lesson(lesson) => {
            let mut own = texts(lesson.texts());
            own.extend(texts([
                ("claim", lesson.claim.as_deref().unwrap_or_default()),
                ("kind", &choice(lesson.kind)),
                ("breaks", lesson.breaks.as_deref().unwrap_or_default()),
                ("related", &lesson.related.join(", ")),
            ]));
            let recall = lesson.recall.iter();
            own.extend(recall.map(|recall| (format!("recall \"{}\"", recall.ask), recall.answer.clone())));
            (own, lesson.prose.clone())
        }
        Body::Criteria(_) => (vec![("holds".to_owned(), "criteria".to_owned())], String::new()),
        Body::Unwritten => (vec![("holds".to_owned(), "nothing yet".to_owned())], String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::content::Files;
    use crate::packs::generated_files;

    fn pack(files: &Files) -> Pack {
        files.checked().expect("readable").pack.expect("playable")
    }

    #[test]
    fn a_pack_does_not_differ_from_itself() {
        let pack = pack(&generated_files(8));
        assert_eq!(diff(&pack, &pack.clone()), []);
    }

    #[test]
    fn another_id_is_told_as_what_it_costs() {
        let was = |from: &str| What::OtherId { from: from.to_owned() };
        let files = generated_files(1);
        let mut renamed = Files::default();
        for (path, text) in &files.0 {
            let text = text.replace("id: \"b0-0\"", "id: \"hall\"").replace("[\"b0-0\", ]", "[\"hall\"]");
            renamed.0.insert(path.replace("b0-0", "hall"), text);
        }
        let changes = diff(&pack(&files), &pack(&renamed));
        assert_eq!(changes[0].thing.id, "hall");
        assert_eq!(changes[0].what, [was("b0-0")]);
        assert_eq!((changes[1].thing.id.as_str(), &changes[1].what[0]), ("hall/l0", &was("b0-0/l0")));
        assert_eq!(changes.len(), 2);
    }

    #[test]
    fn what_comes_with_something_new_is_not_told_by_itself() {
        let (small, large) = (pack(&generated_files(6)), pack(&generated_files(20)));
        let told = |changes: &[Change]| -> Vec<_> {
            let whole = |what: &What| matches!(what, What::Added | What::Removed);
            let changes = changes.iter().filter(|change| change.what.iter().all(whole));
            changes.map(|change| format!("{} {}", change.thing.kind, change.thing.id)).collect()
        };
        let buildings = ["building b0-1", "building b0-2", "building b0-3"];
        assert_eq!(told(&diff(&small, &large)), buildings);
        assert_eq!(told(&diff(&large, &small)), buildings);
    }
}
