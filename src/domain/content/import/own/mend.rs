//! What was edited by hand is made whole again: floors in order, numbers that grow, links that lead somewhere.

use super::Reader;
use crate::domain::content::Body;
use crate::domain::content::check::MAX_STOREYS;
use crate::domain::content::schema::Building;
use std::collections::{HashMap, HashSet};

impl Reader {
    pub(super) fn mend(&mut self) {
        let levels = self.whole.pack.levels.iter().enumerate();
        let levels: HashMap<String, usize> = levels.map(|(index, level)| (level.id.clone(), index)).collect();
        let mut folders = std::mem::take(&mut self.whole.districts);
        for folder in &mut folders {
            for building in std::mem::take(&mut folder.buildings) {
                if building.floors.is_empty() {
                    let line = self.places.get(&building.id).copied().unwrap_or(0);
                    let texts: Vec<String> = building.subtitle.into_iter().chain([building.reason]).collect();
                    self.keep(line, &building.name, &texts.join("\n\n"), "this building has no floor");
                } else {
                    folder.buildings.push(building);
                }
            }
            folder.buildings.iter_mut().for_each(|building| self.floors(building, &levels));
            folder.district.buildings = folder.buildings.iter().map(|building| building.id.clone()).collect();
            let first = folder.buildings.iter().map(|building| index(&levels, &building.founded)).min();
            let founded = levels.get(&folder.district.founded).copied();
            let earliest = founded.into_iter().chain(first).min().unwrap_or(0);
            if founded != Some(earliest) {
                let line = self.places.get(&folder.district.id).copied().unwrap_or(0);
                folder.district.founded = self.level_id(earliest);
                let says = format!("{} is founded at {}", folder.district.id, folder.district.founded);
                self.guessed(line, format!("{says}, with the first of its buildings"));
            }
        }
        self.links(folders.iter_mut().flat_map(|folder| &mut folder.buildings).collect());
        self.whole.districts = folders;
    }

    fn level_id(&self, index: usize) -> String {
        self.whole.pack.levels.get(index).map(|level| level.id.clone()).unwrap_or_default()
    }

    /// From the lowest to the highest, with numbers that do not go down, none below the founding level.
    fn floors(&mut self, building: &mut Building, levels: &HashMap<String, usize>) {
        if !building.floors.is_sorted_by_key(|floor| index(levels, &floor.level)) {
            building.floors.sort_by_key(|floor| index(levels, &floor.level));
            let line = self.places.get(&building.id).copied().unwrap_or(0);
            self.guessed(line, format!("the floors of {} stand in the order of their levels", building.id));
        }
        let first = building.floors.first().map_or(0, |floor| index(levels, &floor.level));
        let founded = levels.get(&building.founded).copied();
        if founded.is_none_or(|founded| founded > first) {
            building.founded = self.level_id(first);
            let line = self.places.get(&building.id).copied().unwrap_or(0);
            self.guessed(line, format!("{} is founded at {}, with its first floor", building.id, building.founded));
        }
        let founded = founded.map_or(first, |founded| founded.min(first));
        let mut before = 0;
        for floor in &mut building.floors {
            let said = (floor.number != u32::MAX).then_some(floor.number);
            let counted = (index(levels, &floor.level).saturating_sub(founded)) as u32;
            floor.number = said.unwrap_or(counted).max(before).min(MAX_STOREYS);
            before = floor.number;
            let line = self.places.get(&format!("{}/{}", building.id, floor.level)).copied().unwrap_or(0);
            let place = format!("{} at {}", building.id, floor.level);
            match said {
                None => self.guessed(line, format!("{place}: this floor has no number; it is floor {}", floor.number)),
                Some(said) if said != floor.number => {
                    self.guessed(
                        line,
                        format!("{place}: floor {said} stands as floor {}, since numbers grow", floor.number),
                    );
                }
                Some(_) => {}
            }
        }
    }

    /// Links lead to floors that are there, and no two floors claim the same.
    fn links(&mut self, mut buildings: Vec<&mut Building>) {
        let floors =
            buildings.iter().flat_map(|one| one.floors.iter().map(move |floor| format!("{}/{}", one.id, floor.level)));
        let floors: HashSet<String> = floors.collect();
        let (mut claims, mut breaks) = (HashSet::new(), HashSet::new());
        for building in &mut buildings {
            for floor in &mut building.floors {
                let own = format!("{}/{}", building.id, floor.level);
                let line = self.places.get(&own).copied().unwrap_or(0);
                let Body::Lesson(lesson) = &mut floor.body else { continue };
                let (kept, lost): (Vec<String>, Vec<String>) = std::mem::take(&mut lesson.related)
                    .into_iter()
                    .partition(|link| *link != own && floors.contains(link));
                lesson.related = kept;
                for link in lost {
                    self.guessed(line, format!("{own} names {link} as related, which leads nowhere; it is left out"));
                }
                for (text, known) in [(&mut lesson.claim, &mut claims), (&mut lesson.breaks, &mut breaks)] {
                    if let Some(again) = text.take_if(|text| !known.insert(text.to_lowercase())) {
                        self.keep(line, &own, &again, "another floor says this already");
                    }
                }
            }
        }
    }
}

fn index(levels: &HashMap<String, usize>, id: &str) -> usize {
    levels.get(id).copied().unwrap_or(0)
}
