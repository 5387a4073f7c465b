//! Holds what a first visit transfers to what was agreed on: a build that has grown fails, and so does one whose
//! gain nobody has written down.

use std::fmt;

use serde::Deserialize;

use crate::Fallible;

/// Where the agreement stands.
const FILE: &str = "src/bin/web/budget.ron";
const AGREED: &str = include_str!("budget.ron");

/// So many bytes more or less need no word: 100 KiB.
const LEEWAY: usize = 100 * 1024;

/// What a first visit transfers, in bytes, compressed with brotli.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// Of all files.
    pub total: usize,
    /// Of the wasm alone.
    pub wasm: usize,
}

impl fmt::Display for Transfer {
    /// As it stands in the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Transfer(total: {}, wasm: {})", self.total, self.wasm)
    }
}

/// Compares a build with the agreement.
pub fn hold(now: Transfer) -> Fallible<()> {
    let agreed = ron::from_str(AGREED).map_err(|fault| format!("{FILE}: {fault}"))?;
    compare(agreed, now).map_err(Into::into)
}

fn compare(agreed: Transfer, now: Transfer) -> Result<(), String> {
    let pairs = [("the whole", agreed.total, now.total), ("the wasm", agreed.wasm, now.wasm)];
    let faults: Vec<String> = pairs
        .into_iter()
        .filter(|(_, agreed, now)| agreed.abs_diff(*now) > LEEWAY)
        .map(|(what, agreed, now)| {
            let way = if now > agreed { "grown" } else { "shrunk" };
            format!("{what} has {way} by {} KiB", agreed.abs_diff(now) / 1024)
        })
        .collect();
    if faults.is_empty() {
        return Ok(());
    }
    Err(format!(
        "the transfer is not what was agreed on: {}. If that is meant, write into {FILE}: {now}",
        faults.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGREED: Transfer = Transfer { total: 4_000_000, wasm: 3_500_000 };

    fn fault(total: usize, wasm: usize) -> String {
        compare(AGREED, Transfer { total, wasm }).err().unwrap_or_default()
    }

    #[test]
    fn a_little_more_or_less_needs_no_word() {
        assert_eq!(fault(4_000_000 + LEEWAY, 3_500_000 - LEEWAY), "");
    }

    #[test]
    fn growth_fails_and_says_what_to_write() {
        let fault = fault(4_300_000, 3_800_000);
        assert!(fault.contains("the whole has grown by 292 KiB, the wasm has grown by 292 KiB"), "{fault}");
        assert!(fault.ends_with("Transfer(total: 4300000, wasm: 3800000)"), "{fault}");
    }

    #[test]
    fn a_gain_is_to_be_written_down_lest_it_be_lost() {
        let fault = fault(4_000_000, 3_000_000);
        assert!(fault.contains("agreed on: the wasm has shrunk by 488 KiB. "), "{fault}");
    }

    #[test]
    fn what_is_told_can_be_written_into_the_file() {
        assert_eq!(ron::from_str::<Transfer>(&AGREED.to_string()), Ok(AGREED));
        assert!(ron::from_str::<Transfer>(super::AGREED).is_ok());
    }
}
