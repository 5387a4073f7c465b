//! What was read of a ladder becomes levels, districts and buildings.

use super::super::assessment::assessment;
use super::super::document::{Block, Document, Kind};
use super::super::draft::{Building, District, Draft, Floor, Level};
use super::super::labels::Label;
use super::super::names::{Ids, slug};
use super::super::report::many;
use super::super::text::Text;
use super::{Area, Reader};
use crate::domain::content::{Body, Criterion};
use std::collections::{BTreeMap, BTreeSet};

impl Reader {
    pub(super) fn finish(mut self, document: &Document, least: usize) -> Option<Draft> {
        let rated = self.areas.iter().flat_map(|area| area.criteria.keys()).collect::<BTreeSet<_>>().len();
        if rated < least {
            return None;
        }
        if document.title_line > 0 {
            let says = format!("the title, {}", document.title);
            self.draft.understood(document.title_line, says);
        }
        let order = self.order();
        let mut reasons: BTreeMap<usize, String> = BTreeMap::new();
        for (path, block, text) in std::mem::take(&mut self.reasons) {
            if let Some(area) = self.areas.iter().position(|area| area.path == path) {
                let before = reasons.remove(&area).map(|before| before + "\n\n").unwrap_or_default();
                reasons.insert(area, before + &text.marked());
            } else {
                let heading = path.last().cloned().unwrap_or_default();
                let block = Block { kind: Kind::Paragraph(text), ..block };
                self.draft.sections.keep(&heading, &block);
            }
        }
        self.tell(&order);
        let levels: Vec<(String, String)> =
            order.iter().map(|at| (self.levels[*at].1.key.clone(), self.levels[*at].1.id.clone())).collect();
        let Self { mut draft, levels: labels, mut portraits, areas, .. } = self;
        draft.assessment = Some(assessment(&mut draft.sections, &levels, &mut draft.lines));
        for at in &order {
            let (epigraph, portrait) = portraits.remove(at).unwrap_or_default();
            let (line, Label { id, name, .. }) = labels[*at].clone();
            draft.levels.push(Level { line, id, name, epigraph, portrait });
        }
        let place = |level: usize| order.iter().position(|at| *at == level).unwrap_or(0);
        let ids: Vec<String> = order.iter().map(|at| labels[*at].1.id.clone()).collect();
        let mut criteria_ids = Ids::default();
        for (at, (group, mut building)) in buildings(areas, place, &ids, &mut criteria_ids).into_iter().enumerate() {
            building.reason = reasons.remove(&at);
            let name = group.unwrap_or_else(|| draft.title.clone());
            let founded = building.floors.iter().map(|floor| floor.level).min().unwrap_or(0);
            building.founded = founded;
            let known = draft.districts.iter().position(|district| district.name == name);
            let at = known.unwrap_or_else(|| {
                draft.districts.push(District { name, founded, ..District::default() });
                draft.districts.len() - 1
            });
            draft.districts[at].buildings.push(building);
        }
        Some(draft)
    }

    /// The levels from the lowest to the highest, as places in their list.
    fn order(&mut self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.levels.len()).collect();
        let series: BTreeSet<&String> = self.levels.iter().map(|(_, label)| &label.series).collect();
        let ranks: Option<Vec<u32>> = self.levels.iter().map(|(_, label)| label.rank).collect();
        let Some(ranks) = ranks.filter(|_| series.len() == 1) else { return order };
        let is_titled = series.iter().any(|series| *series == "title");
        let falls = ranks.windows(2).all(|pair| pair[0] > pair[1]) && ranks.len() > 1;
        if (is_titled && falls) || (!is_titled && !ranks.is_sorted()) {
            order.sort_by_key(|at| ranks[*at]);
            let line = self.levels[0].0;
            self.draft.guessed(line, "the levels are put in order, from the lowest to the highest");
        }
        order
    }

    fn tell(&mut self, order: &[usize]) {
        for at in order {
            let of: Vec<usize> = self.areas.iter().filter_map(|area| area.criteria.get(at)).map(Vec::len).collect();
            let (line, Label { name, id, .. }) = self.levels[*at].clone();
            let name = if slug(&name) == id { name } else { format!("{}, {name}", id.to_uppercase()) };
            let criteria = many(of.iter().sum::<usize>(), "criterion", "criteria");
            let says = format!("level {name}: {criteria} in {}", many(of.len(), "area", "areas"));
            self.draft.understood(line, says);
        }
        let mut nameless = Vec::new();
        for area in &self.areas {
            let count: usize = area.criteria.values().map(Vec::len).sum();
            let name = area.path.join(", ");
            let levels = many(area.criteria.len(), "level", "levels");
            let says = format!("area {name}: {} at {levels}", many(count, "criterion", "criteria"));
            if area.path.is_empty() {
                nameless.push((area.line, format!("{count} criteria stand in no area; theirs is called {NAMELESS}")));
            } else {
                nameless.push((area.line, says));
            }
        }
        for (line, says) in nameless {
            let is_guess = says.ends_with(NAMELESS);
            if is_guess { self.draft.guessed(line, says) } else { self.draft.understood(line, says) }
        }
    }
}

/// The area of criteria that stand in none.
const NAMELESS: &str = "Criteria";

/// A building for every area, with the group that it stands in: what is above its name, if areas differ there.
fn buildings(
    areas: Vec<Area>,
    place: impl Fn(usize) -> usize,
    levels: &[String],
    ids: &mut Ids,
) -> Vec<(Option<String>, Building)> {
    let groups: BTreeSet<Vec<String>> = areas.iter().map(|area| above(&area.path)).collect();
    let is_grouped = groups.len() > 1;
    let mut buildings = Vec::new();
    for area in areas {
        let group = Some(above(&area.path).join(", ")).filter(|group| is_grouped && !group.is_empty());
        let name = area.path.last().cloned().unwrap_or_else(|| NAMELESS.to_owned());
        let mut floors = Vec::new();
        for (level, criteria) in area.criteria {
            let level = place(level);
            let line = criteria.first().map_or(area.line, |(line, _)| *line);
            let criterion = |(at, (_, text)): (usize, (usize, Text))| Criterion {
                id: ids.give(&format!("{}-{}-{}", levels[level], short(&name), at + 1), "criterion"),
                text: text.marked(),
                evidence: None,
            };
            let body = Body::Criteria(criteria.into_iter().enumerate().map(criterion).collect());
            floors.push(Floor { line, level, number: None, last: false, body });
        }
        floors.sort_by_key(|floor| floor.level);
        buildings.push((group, Building { line: area.line, name, floors, ..Building::default() }));
    }
    buildings
}

fn above(path: &[String]) -> Vec<String> {
    path.split_last().map(|(_, above)| above.to_vec()).unwrap_or_default()
}

/// The first words of a name, for ids.
fn short(name: &str) -> String {
    slug(name).split('-').take(3).collect::<Vec<_>>().join("-")
}
