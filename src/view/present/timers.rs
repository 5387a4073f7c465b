//! How patient a stand is: data, in `assets/stand.ron`.

use serde::{Deserialize, Deserializer};
use std::ops::RangeInclusive;

const FILE: &str = "assets/stand.ron";
const SHIPPED: &str = include_str!("../../../assets/stand.ron");

/// How long nobody does anything before the guest is asked, in seconds.
pub const IDLE_SECS: RangeInclusive<u32> = 1..=3600;
/// How long there is to answer, in seconds.
pub const COUNTDOWN_SECS: RangeInclusive<u32> = 1..=600;

/// How patient a stand is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timers {
    /// So long nobody does anything before the guest is asked, in seconds.
    #[serde(deserialize_with = "idle_secs")]
    pub idle_secs: u32,
    /// So long there is to answer, in seconds.
    #[serde(deserialize_with = "countdown_secs")]
    pub countdown_secs: u32,
}

fn idle_secs<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    within(&IDLE_SECS, from)
}

fn countdown_secs<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    within(&COUNTDOWN_SECS, from)
}

fn within<'de, D: Deserializer<'de>>(bounds: &RangeInclusive<u32>, from: D) -> Result<u32, D::Error> {
    let secs = u32::deserialize(from)?;
    let (least, most) = (bounds.start(), bounds.end());
    let fault = || serde::de::Error::custom(format!("expected {least} to {most} seconds instead of {secs}"));
    if bounds.contains(&secs) { Ok(secs) } else { Err(fault()) }
}

impl Timers {
    /// Those of `assets/stand.ron`.
    ///
    /// # Errors
    /// Where the file is wrong: its name, the line, and what was expected.
    pub fn shipped() -> Result<Self, String> {
        Self::read(FILE, SHIPPED)
    }

    /// Those of a text in RON.
    ///
    /// # Errors
    /// Where the text is wrong: the name of the file, the line, and what was expected.
    pub fn read(file: &str, text: &str) -> Result<Self, String> {
        ron::from_str(text).map_err(|error| format!("{file}:{}: {}", error.span.end.line, error.code))
    }

    /// With others in their place where others are given and within their bounds.
    #[must_use]
    pub fn with(self, idle_secs: Option<u32>, countdown_secs: Option<u32>) -> Self {
        let or = |given: Option<u32>, bounds: &RangeInclusive<u32>, own| {
            given.filter(|secs| bounds.contains(secs)).unwrap_or(own)
        };
        Self {
            idle_secs: or(idle_secs, &IDLE_SECS, self.idle_secs),
            countdown_secs: or(countdown_secs, &COUNTDOWN_SECS, self.countdown_secs),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: Timers = Timers { idle_secs: 60, countdown_secs: 20 };

    #[test]
    fn the_timers_that_ship_can_be_read() {
        let shipped = Timers::shipped().expect("readable");
        assert!(shipped.countdown_secs >= 20, "everybody must have the time to answer");
    }

    #[test]
    fn what_is_wrong_with_timers_is_told_with_file_and_line() {
        let read = |text: &str| Timers::read("stand.ron", text).expect_err("wrong");
        for (text, expected) in [
            ("(\n  idle_secs: 0,\n  countdown_secs: 20,\n)", "stand.ron:2: expected 1 to 3600 seconds instead of 0"),
            ("(\n  idle_secs: 9,\n  countdown_secs: 601,\n)", "stand.ron:3: expected 1 to 600 seconds instead of 601"),
            ("(\n  idle_secs: 9,\n)", "stand.ron:3: "),
            ("(\n  idle_secs: -9,\n  countdown_secs: 20)", "stand.ron:2: "),
            ("(\n  idle_secs: 9,\n  patience: 3)", "stand.ron:3: "),
            ("", "stand.ron:1: "),
        ] {
            assert!(read(text).starts_with(expected), "{text}: {}", read(text));
        }
    }

    #[test]
    fn other_timers_hold_only_within_their_bounds() {
        assert_eq!(OWN.with(Some(2), Some(3)), Timers { idle_secs: 2, countdown_secs: 3 });
        assert_eq!(OWN.with(Some(0), Some(1_000_000)), OWN);
        assert_eq!(OWN.with(None, None), OWN);
    }
}
