//! A link as text: `key=value` pairs that one can read, in the part of an address that no server is sent.

use super::{Link, Over, Progress, Tour, progress};
use crate::domain::content::hidden::visible;
use crate::domain::id::{BuildingId, DistrictId, FloorId, LevelId, is_slug};
use crate::domain::save::{CameraPose, Open};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::fmt;

/// Longer ones are not read.
pub const MOST_BYTES: usize = 8_192;

/// What stands in a value as it is.
const WRITTEN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'/').remove(b',');

/// What of a link was passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ignored {
    /// A part that nobody knows, or whose value does not fit, as far as it can be shown.
    Part(String),
    /// All of it: it has so many bytes.
    Length(usize),
}

impl Ignored {
    /// A part as it can be shown: a stranger may have written it.
    pub(super) fn part(key: &str, value: impl fmt::Display) -> Self {
        const SHOWN: usize = 60;
        let text = format!("{key}={value}");
        let mut shown: String = visible(&text).chars().take(SHOWN).collect();
        if shown.len() < text.len() {
            shown.push('\u{2026}');
        }
        Self::Part(shown)
    }
}

impl Link {
    /// The link as it stands behind the `#` of an address.
    pub fn write(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        let mut add = |key, value: Option<String>| pairs.extend(value.map(|value| (key, value)));
        add("pack", self.pack.clone());
        add("level", self.level.as_ref().map(ToString::to_string));
        match &self.open {
            Open::Nothing => {}
            Open::Level(level) => add("about", Some(level.to_string())),
            Open::District(district) => add("district", Some(district.to_string())),
            Open::Building(_, Some(floor)) => add("floor", Some(floor.to_string())),
            Open::Building(building, None) => add("building", Some(building.to_string())),
        }
        let with = self.with.as_ref();
        add("passed", with.and_then(|with| with.passed.as_ref()).map(ToString::to_string));
        add("raised", with.and_then(Progress::floors));
        add("tour", self.tour.as_ref().map(|tour| tour.id.clone()));
        add("stop", self.tour.as_ref().and_then(|tour| tour.stop.clone()));
        add("view", self.view.map(numbers));
        add("overlay", self.overlay.and_then(Over::name).map(str::to_owned));
        let pairs = pairs.iter().map(|(key, value)| format!("{key}={}", utf8_percent_encode(value, WRITTEN)));
        pairs.collect::<Vec<_>>().join("&")
    }

    /// Reads a link from an address, from a fragment with or without its `#`, or from `laddertown:`. What it says and
    /// nobody knows is passed over and told.
    pub fn read(text: &str) -> (Self, Vec<Ignored>) {
        let text = text.trim();
        if text.len() > MOST_BYTES {
            return (Self::default(), vec![Ignored::Length(text.len())]);
        }
        let (mut link, mut stop, mut ignored) = (Self::default(), None, Vec::new());
        for pair in behind_address(text).split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let read = percent_decode_str(value).decode_utf8().ok();
            if read.as_deref().and_then(|value| link.take(key, value, &mut stop)).is_none() {
                ignored.push(Ignored::part(key, read.as_deref().unwrap_or(value)));
            }
        }
        match (&mut link.tour, stop) {
            (Some(tour), stop) => tour.stop = stop,
            (None, Some(stop)) => ignored.push(Ignored::part("stop", stop)),
            (None, None) => {}
        }
        (link, ignored)
    }

    /// Takes a part of a link; nothing if there is no such part, or it was there already.
    fn take(&mut self, key: &str, value: &str, stop: &mut Option<String>) -> Option<()> {
        match key {
            "pack" => once(&mut self.pack, is_pack(value).then(|| value.to_owned())),
            "level" => once(&mut self.level, slug(value).map(LevelId::new)),
            "tour" => once(&mut self.tour, slug(value).map(|id| Tour { id: id.to_owned(), stop: None })),
            "stop" => once(stop, slug(value).map(str::to_owned)),
            "view" => once(&mut self.view, pose(value)),
            "passed" => {
                let level = LevelId::new(slug(value)?);
                once(&mut self.with.get_or_insert_default().passed, Some(level))
            }
            "raised" => {
                let floors = progress::floors(value)?;
                let raised = &mut self.with.get_or_insert_default().raised;
                raised.is_empty().then(|| *raised = floors)
            }
            "overlay" => once(&mut self.overlay, Over::named(value)),
            _ => {
                let open = match key {
                    "about" => Open::Level(LevelId::new(slug(value)?)),
                    "district" => Open::District(DistrictId::new(slug(value)?)),
                    "building" => Open::Building(BuildingId::new(slug(value)?), None),
                    "floor" => {
                        value.parse().ok().map(|floor: FloorId| Open::Building(floor.building.clone(), Some(floor)))?
                    }
                    _ => return None,
                };
                (self.open == Open::Nothing).then(|| self.open = open)
            }
        }
    }
}

impl Over {
    fn name(self) -> Option<&'static str> {
        Self::NAMES.iter().find(|(over, _)| *over == self).map(|(_, name)| *name)
    }

    fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, there)| *there == name).map(|(over, _)| *over)
    }
}

/// What stands behind the `#` of an address; where it has none, behind its `?`, and else all that is no address.
fn behind_address(text: &str) -> &str {
    let behind = |mark| text.split_once(mark).map(|(_, behind)| behind);
    let scheme = text.strip_prefix(super::SCHEME).map(|rest| rest.trim_start_matches('/'));
    behind('#').or(behind('?')).or(scheme).unwrap_or(if text.contains("://") { "" } else { text })
}

fn once<T>(slot: &mut Option<T>, value: Option<T>) -> Option<()> {
    if slot.is_some() {
        return None;
    }
    *slot = Some(value?);
    Some(())
}

fn slug(text: &str) -> Option<&str> {
    is_slug(text).then_some(text)
}

/// The id of a pack, or of one that a player brought, which has a dot in it.
fn is_pack(text: &str) -> bool {
    text.split('.').count() <= 2 && text.split('.').all(is_slug)
}

/// Whether a pose is one that a link tells: a city is never larger.
pub(super) fn is_written(pose: &CameraPose) -> bool {
    const MOST: f32 = 1e6;
    let numbers = pose.target.into_iter().chain([pose.yaw, pose.pitch, pose.distance]);
    numbers.into_iter().all(|number| number.abs() <= MOST)
}

/// Six numbers: the point looked at, yaw, pitch, distance.
fn numbers(pose: CameraPose) -> String {
    let [x, y, z] = pose.target;
    [x, y, z, pose.yaw, pose.pitch, pose.distance].map(|number| number.to_string()).join(",")
}

fn pose(text: &str) -> Option<CameraPose> {
    let numbers: Vec<f32> = text.split(',').map(|number| number.parse().ok()).collect::<Option<_>>()?;
    let [x, y, z, yaw, pitch, distance] = numbers[..] else { return None };
    let pose = CameraPose { target: [x, y, z], yaw, pitch, distance };
    is_written(&pose).then_some(pose)
}
