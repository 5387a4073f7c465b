//! A save as text: one line that tells whether the rest is whole, then RON.
//!
//! ```text
//! laddertown-save version=3 sequence=7 bytes=152 crc32=8f2a01cc
//! (pack:"beyond-vibe-coding",…)
//! ```
//!
//! The checksum is taken over the line's version and sequence as well: a version that was damaged would have the body
//! read as an older one, and lose what that did not know.

use super::current::{CameraPose, Save, VERSION};
use super::version1::Save1;

/// Longest save that is read; a larger one is not ours.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Why a text is not a save that can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum SaveError {
    #[error("line 1: this is not a Laddertown save: expected `laddertown-save version=… sequence=… bytes=… crc32=…`")]
    NotASave,
    #[error("line 1: the save has version {0}; this game reads up to {VERSION}. A newer game can open it")]
    TooNew(u32),
    #[error("the save is damaged: {expected} bytes with checksum {sum:08x} were written, {found} bytes are here")]
    Damaged { expected: usize, found: usize, sum: u32 },
    #[error("line {line}: {message}")]
    Unreadable { line: usize, message: String },
    #[error("the save has {0} bytes; at most {MAX_BYTES} are read")]
    TooLarge(usize),
}

/// Writes a save; of two slots the one with the higher `sequence` is the newer.
pub fn encode(save: &Save, sequence: u64) -> String {
    // A struct of maps, numbers and strings always serializes.
    seal(VERSION, sequence, &ron::to_string(save).unwrap_or_default())
}

/// A body of any version, with the first line of a sound save.
pub fn seal(version: u32, sequence: u64, body: &str) -> String {
    let (bytes, sum) = (body.len(), checksum(version, sequence, body));
    format!("laddertown-save version={version} sequence={sequence} bytes={bytes} crc32={sum:08x}\n{body}")
}

/// What a save's first line must say: up to version 2 it spoke for the body alone.
fn checksum(version: u32, sequence: u64, body: &str) -> u32 {
    let mut sum = crc32fast::Hasher::new();
    if version > 2 {
        sum.update(format!("{version} {sequence} ").as_bytes());
    }
    sum.update(body.as_bytes());
    sum.finalize()
}

/// Reads a save and its sequence number.
///
/// # Errors
/// If the text is no save, was cut off or changed, or comes from a newer game.
pub fn decode(text: &str) -> Result<(Save, u64), SaveError> {
    if text.len() > MAX_BYTES {
        return Err(SaveError::TooLarge(text.len()));
    }
    let (header, body) = text.split_once('\n').ok_or(SaveError::NotASave)?;
    let header = Header::parse(header).ok_or(SaveError::NotASave)?;
    if header.version > VERSION {
        return Err(SaveError::TooNew(header.version));
    }
    if body.len() != header.bytes || checksum(header.version, header.sequence, body) != header.crc32 {
        return Err(SaveError::Damaged { expected: header.bytes, found: body.len(), sum: header.crc32 });
    }
    let read = if header.version < 2 { ron::from_str::<Save1>(body).map(Save::from) } else { ron::from_str(body) };
    let mut save = read
        .map_err(|error| SaveError::Unreadable { line: error.span.start.line + 1, message: error.code.to_string() })?;
    save.settings = save.settings.clamped();
    for city in save.profiles.values_mut().flat_map(|cities| cities.values_mut()) {
        city.camera = city.camera.filter(CameraPose::is_finite);
    }
    Ok((save, header.sequence))
}

/// The newest save among the slots that can be read, with its sequence number.
///
/// # Errors
/// The first fault, if slots are filled and none can be read. `Ok(None)` if all are empty.
pub fn newest<'a>(slots: impl IntoIterator<Item = Option<&'a str>>) -> Result<Option<(Save, u64)>, SaveError> {
    let mut fault = None;
    let mut best: Option<(Save, u64)> = None;
    for text in slots.into_iter().flatten() {
        match decode(text) {
            Ok((save, sequence)) if best.as_ref().is_none_or(|(_, newest)| sequence > *newest) => {
                best = Some((save, sequence));
            }
            Ok(_) => {}
            Err(error) => fault = fault.or(Some(error)),
        }
    }
    match (best, fault) {
        (None, Some(fault)) => Err(fault),
        (best, _) => Ok(best),
    }
}

struct Header {
    version: u32,
    sequence: u64,
    bytes: usize,
    crc32: u32,
}

impl Header {
    fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        if words.next() != Some("laddertown-save") {
            return None;
        }
        let mut value = |name: &str| words.next()?.strip_prefix(name)?.strip_prefix('=');
        Some(Self {
            version: value("version")?.parse().ok()?,
            sequence: value("sequence")?.parse().ok()?,
            bytes: value("bytes")?.parse().ok()?,
            crc32: u32::from_str_radix(value("crc32")?, 16).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::current::{City, Open};
    use super::*;
    use crate::domain::assess::{Act, Entry, Kept, On, Quarter, Rating};
    use crate::domain::id::{CriterionId, LevelId};
    use crate::domain::progress::{self, Author, Deed, Log};
    use crate::domain::settings::Settings;
    use proptest::prelude::*;

    fn sample() -> Save {
        let camera = CameraPose { target: [1.0, 0.0, -2.5], yaw: 0.5, pitch: 0.6, distance: 40.0 };
        let city = City {
            level: Some(LevelId::new("l2")),
            open: Open::Building(crate::domain::id::BuildingId::new("frontend"), "frontend/l1".parse().ok()),
            log: read("frontend/l0", Author(1)),
            assess: rated(Author(1), 4),
            camera: Some(camera),
        };
        let profiles = [("Ada".to_owned(), [("p".to_owned(), city)].into())].into();
        Save { pack: "p".into(), profile: "Ada".into(), profiles, settings: Settings::default() }
    }

    fn rated(author: Author, score: u8) -> Kept {
        let mut kept = Kept::default();
        let quarter = Quarter::at(1_800_000_000, kept.start);
        let rating = Act::Rated(Rating::new(score).expect("a rating"));
        let on = On::Criterion(CriterionId::new("e1-technical-1"), rating);
        kept.log.add(author, 1_800_000_000, Entry { by: kept.rater.clone(), quarter, on });
        kept
    }

    fn read(floor: &str, author: Author) -> Log {
        let mut log = Log::default();
        log.add(author, 1_800_000_000, Deed::Floor(floor.parse().expect("a floor"), progress::Act::Read));
        log
    }

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(decode(&encode(&sample(), 7)), Ok((sample(), 7)));
    }

    #[test]
    fn the_newest_readable_slot_wins() {
        let (old, new) = (encode(&Save::default(), 3), encode(&sample(), 4));
        assert_eq!(newest([Some(&*new), Some(&*old)]), Ok(Some((sample(), 4))));
        assert_eq!(newest([Some(&new[..new.len() - 1]), Some(&*old)]), Ok(Some((Save::default(), 3))));
        assert_eq!(newest([None, None]), Ok(None));
        assert_eq!(newest([Some("hello"), None]), Err(SaveError::NotASave));
    }

    #[test]
    fn a_save_of_a_newer_game_is_refused_in_words() {
        let text = encode(&sample(), 1).replace("version=3", "version=9");
        let error = decode(&text).expect_err("too new");
        assert!(error.to_string().contains("version 9"), "{error}");
    }

    #[test]
    fn a_setting_out_of_range_is_brought_back() {
        let mut save = sample();
        save.settings.text_percent = 900;
        assert_eq!(decode(&encode(&save, 1)).expect("readable").0.settings.text_percent, 200);
    }

    #[test]
    fn two_tabs_lose_nothing_of_each_other() {
        let (mut one, mut two) = (sample(), sample());
        let city = |save: &mut Save, log: Log, level: &str| {
            let city = City { log, level: Some(LevelId::new(level)), ..City::default() };
            save.profiles.entry("Ada".to_owned()).or_default().insert("p".to_owned(), city);
        };
        city(&mut one, read("auth/l0", Author(1)), "l1");
        city(&mut two, read("testing/l1", Author(2)), "l4");
        let rate = |save: &mut Save, kept: Kept| {
            save.profiles.get_mut("Ada").expect("here").get_mut("p").expect("here").assess = kept;
        };
        rate(&mut one, rated(Author(1), 4));
        rate(&mut two, rated(Author(2), 2));
        two.profiles.insert("Bo".to_owned(), [("q".to_owned(), City::default())].into());
        let (mut ours, mut theirs) = (one.clone(), two.clone());
        ours.merge(&two);
        theirs.merge(&one);
        assert_eq!(ours.profiles["Ada"]["p"].log, theirs.profiles["Ada"]["p"].log);
        assert_eq!(ours.profiles["Ada"]["p"].log.len(), 2);
        assert_eq!(ours.profiles["Ada"]["p"].assess.log, theirs.profiles["Ada"]["p"].assess.log);
        assert_eq!(ours.profiles["Ada"]["p"].assess.log.len(), 2);
        assert_eq!(ours.profiles.keys().collect::<Vec<_>>(), ["Ada", "Bo"]);
        assert_eq!(ours.city("p").and_then(|city| city.level.clone()), Some(LevelId::new("l1")), "where one was stays");
    }

    #[test]
    fn a_save_of_the_second_version_is_still_read() {
        let body = ron::to_string(&sample()).expect("writes");
        let sum = crc32fast::hash(body.as_bytes());
        let text = format!("laddertown-save version=2 sequence=7 bytes={} crc32={sum:08x}\n{body}", body.len());
        assert_eq!(decode(&text), Ok((sample(), 7)));
    }

    #[test]
    fn a_changed_byte_never_passes_unnoticed() {
        let text = encode(&sample(), 7);
        for at in 0..text.len() {
            for byte in 32..127 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] = byte;
                let changed = String::from_utf8(bytes).expect("ASCII");
                if let Ok(read) = decode(&changed) {
                    assert_eq!(read, (sample(), 7), "byte {at} as {byte}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered_without_a_panic(text in ".*") {
            let _ = decode(&text);
        }
    }
}
