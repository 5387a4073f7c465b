//! What a building looks like: as its pack says, else by the words of its name, else by chance that never changes.

use crate::domain::content::schema::{Annex, Crown, Emblem, Form};
use crate::domain::content::{Building, Pack};
use crate::domain::id::seed;

/// The face of a building.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Face {
    /// On its roof.
    pub crown: Crown,
    /// Its ground plan and silhouette.
    pub form: Form,
    /// At its foot.
    pub annex: Annex,
    /// Over its door.
    pub emblem: Emblem,
}

const fn face(crown: Crown, form: Form, annex: Annex, emblem: Emblem) -> Face {
    Face { crown, form, annex, emblem }
}

/// Beginnings of words, and what a building looks like whose id or name has one. Short ones stand for whole words.
const BY_WORD: [(&[&str], Face); 24] = [
    (&["data", "storage", "sql", "cache", "persist"], face(Crown::Stack, Form::Round, Annex::Tanks, Emblem::Cylinders)),
    (&["auth", "key", "identity", "login"], face(Crown::Key, Form::Octagon, Annex::Stairs, Emblem::Key)),
    (&["secret", "privacy", "crypto", "encrypt"], face(Crown::Dome, Form::Round, Annex::Yard, Emblem::Lock)),
    (&["secur", "vulnerab", "defen", "safe"], face(Crown::Shield, Form::Octagon, Annex::Stairs, Emblem::Shield)),
    (&["threat", "risk", "vision"], face(Crown::Flag, Form::Tapered, Annex::Wing, Emblem::Eye)),
    (&["test", "qa", "quality", "verif"], face(Crown::Telescope, Form::Octagon, Annex::Porch, Emblem::Check)),
    (
        &["hire", "hiring", "people", "team", "mentor", "collab"],
        face(Crown::Gable, Form::Slab, Annex::Arcade, Emblem::People),
    ),
    (&["cultur", "health", "wellbeing"], face(Crown::Terrace, Form::Cross, Annex::Greenhouse, Emblem::Heart)),
    (&["server", "runtime", "backend", "engine"], face(Crown::Chimneys, Form::Square, Annex::Silo, Emblem::Gear)),
    (&["front", "ui", "ux", "web", "design"], face(Crown::Billboard, Form::Slab, Annex::Arcade, Emblem::Screen)),
    (&["script", "code", "coding", "program"], face(Crown::Braces, Form::Hexagon, Annex::Porch, Emblem::Braces)),
    (&["api", "interface", "integrat", "rest"], face(Crown::Antenna, Form::Cross, Annex::Stairs, Emblem::Plug)),
    (&["debug", "bug", "error", "fault"], face(Crown::Lamp, Form::Tapered, Annex::Yard, Emblem::Bug)),
    (&["git", "version", "branch"], face(Crown::Clock, Form::Twin, Annex::Porch, Emblem::Branch)),
    (&["shell", "terminal", "command", "cli"], face(Crown::Gable, Form::Slab, Annex::Wing, Emblem::Terminal)),
    (&["cloud", "environment", "hosting"], face(Crown::Cloud, Form::Round, Annex::Tanks, Emblem::Cloud)),
    (&["ci", "cd", "deploy", "deliver", "release"], face(Crown::Crane, Form::Slab, Annex::Silo, Emblem::Rocket)),
    (&["observ", "monitor", "metric", "log", "analy"], face(Crown::Lamp, Form::Hexagon, Annex::Yard, Emblem::Chart)),
    (
        &["perform", "speed", "scale", "scaling", "latency"],
        face(Crown::Windmill, Form::Tapered, Annex::Tanks, Emblem::Gauge),
    ),
    (&["async", "event", "queue", "realtime", "clock"], face(Crown::Antenna, Form::Twin, Annex::Tanks, Emblem::Clock)),
    (&["system", "architect", "network"], face(Crown::Terrace, Form::Stepped, Annex::Greenhouse, Emblem::Nodes)),
    (&["platform", "layer", "stack"], face(Crown::Globe, Form::Stepped, Annex::Arcade, Emblem::Layers)),
    (&["standard", "govern", "policy", "ethic"], face(Crown::Pediment, Form::Square, Annex::Stairs, Emblem::Scales)),
    (
        &["learn", "docs", "document", "onboard", "skill", "knowledge"],
        face(Crown::Bell, Form::Stepped, Annex::Porch, Emblem::Book),
    ),
];

/// The faces of all buildings of a pack, in its order; within a district no two have both crown and form in common
/// unless the pack says so itself.
pub fn of(pack: &Pack) -> Vec<Face> {
    let mut faces: Vec<Face> = Vec::new();
    for district in pack.districts() {
        let buildings = pack.buildings_of(district);
        let mut forms: Vec<Form> = buildings.iter().filter_map(|building| building.form).collect();
        let mut crowns: Vec<Crown> = buildings.iter().filter_map(|building| building.crown).collect();
        let first = faces.len();
        for building in buildings {
            let worded = by_words(building);
            let seed = seed(building.id.as_str());
            let crown = building.crown.or(worded.map(|face| face.crown));
            let crown = crown.unwrap_or_else(|| unused(Crown::ALL, seed, &crowns));
            let taken = |form: Form| faces[first..].iter().any(|face| (face.crown, face.form) == (crown, form));
            let form = building.form.or(worded.map(|face| face.form).filter(|form| !taken(*form)));
            let form = form.unwrap_or_else(|| unused(Form::ALL, seed >> 8, &forms));
            forms.push(form);
            crowns.push(crown);
            let annex = building.annex.or(worded.map(|face| face.annex));
            let emblem = building.emblem.or(worded.map(|face| face.emblem));
            faces.push(Face {
                crown,
                form,
                annex: annex.unwrap_or_else(|| unused(Annex::ALL, seed >> 16, &[])),
                emblem: emblem.unwrap_or_else(|| unused(Emblem::ALL, seed >> 20, &[])),
            });
        }
    }
    faces
}

/// What the words of a building's id, or else of its name, stand for.
fn by_words(building: &Building) -> Option<Face> {
    let matches = |text: &str, stem: &str| {
        let text = text.to_lowercase();
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        words.any(|word| if stem.len() <= 3 { word == stem } else { word.starts_with(stem) })
    };
    let stands_for = |text: &str| BY_WORD.iter().find(|(stems, _)| stems.iter().any(|stem| matches(text, stem)));
    stands_for(building.id.as_str()).or_else(|| stands_for(&building.name)).map(|(_, face)| *face)
}

/// The first behind the place that `seed` names that is not among those `used`; any where all are.
fn unused<T: Copy + PartialEq>(all: &[T], seed: u32, used: &[T]) -> T {
    let from = seed as usize % all.len();
    let free = all.iter().cycle().skip(from).take(all.len()).find(|one| !used.contains(one));
    *free.unwrap_or(&all[from])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::content::{check, load};
    use crate::packs;
    use std::collections::HashSet;

    /// A pack of one district with these buildings, of which the files say nothing but id and name.
    fn pack(ids: &[&str]) -> Pack {
        let list = ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
        let long = "Words that fill a line, as somebody would write them about a place in a town. ";
        let read = |path: &str| match path {
            "pack.ron" => Some(format!(
                "Pack(format: 1, id: \"p\", title: \"P\", summary: \"{long}\", districts: [\"d\"], \
                 levels: [Level(id: \"l0\", name: \"A\", epigraph: \"{long}\", portrait: \"{long}\")])"
            )),
            "d/district.ron" => Some(format!(
                "District(id: \"d\", name: \"D\", founded: \"l0\", tagline: \"{long}\", why_now: \"{long}\", buildings: [{list}])"
            )),
            _ => {
                let id = path.strip_prefix("d/")?.strip_suffix(".ron")?;
                Some(format!(
                    "Building(id: \"{id}\", name: \"{id}\", founded: \"l0\", reason: \"{long}\", floors: \
                     [Floor(level: \"l0\", number: 0, body: Unwritten)])"
                ))
            }
        };
        let checked = check(&load(&read).expect("readable"));
        checked.pack.unwrap_or_else(|| panic!("{:?}", checked.findings))
    }

    #[test]
    fn words_choose_parts() {
        let faces = of(&pack(&["user-data", "auth", "data-lake", "hiring-plan", "qzx", "qzy"]));
        assert_eq!((faces[0].crown, faces[0].emblem), (Crown::Stack, Emblem::Cylinders));
        assert_eq!((faces[1].crown, faces[1].emblem), (Crown::Key, Emblem::Key));
        assert_eq!(faces[2].crown, Crown::Stack);
        assert_ne!(faces[2].form, faces[0].form, "two storehouses of one district differ in form");
        assert_eq!(faces[3].emblem, Emblem::People);
        assert!(faces[4].crown != faces[5].crown && faces[4].form != faces[5].form);
    }

    #[test]
    fn no_two_buildings_of_a_district_have_crown_and_form_in_common() {
        let shipped = packs::ids().into_iter().filter_map(|id| packs::shipped(id).ok());
        let strange = pack(&["data-a", "data-b", "data-c", "data-d", "data-e", "data-f", "data-g"]);
        for pack in shipped.chain([strange]) {
            let faces = of(&pack);
            assert_eq!(faces, of(&pack), "the same pack looks the same");
            for district in pack.districts() {
                let faces = &faces[district.buildings.clone()];
                let apart: HashSet<_> = faces.iter().map(|face| (face.crown, face.form)).collect();
                assert_eq!(apart.len(), faces.len(), "{}", district.id);
            }
        }
    }

    #[test]
    fn every_shipped_building_says_what_it_looks_like() {
        for pack in packs::ids().into_iter().filter_map(|id| packs::shipped(id).ok()) {
            for b in pack.buildings() {
                let says = b.crown.is_some() && b.form.is_some() && b.annex.is_some() && b.emblem.is_some();
                assert!(says, "{}", b.id);
            }
        }
    }
}
